#include "views/routing/channels.h"

#include "views/routing/gridindex.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr qreal beside = 20; ///< how far from a box its lines run
constexpr qreal nearness = 9.5; ///< how near a line may come to a box
constexpr qreal narrowest = 30; ///< lines nearer to each other than this are one
constexpr qreal cornerRoom = 14;
constexpr quint32 noOrigin = ~0U;

/// A line that a box asks for beside one of its sides.
struct Wish
{
    qreal at = 0;
    qreal first = 0; ///< where the side begins and ends
    qreal last = 0;
};

/// The lines beside boxes, without those that another line stands in for: one that is near, and as free
/// where the wish is.
template <typename IsFree>
std::vector<qreal> thinned(std::vector<Wish> wishes, std::vector<qreal> middles, IsFree isFree)
{
    std::sort(wishes.begin(), wishes.end(), [](const Wish &a, const Wish &b) { return a.at < b.at; });
    std::vector<qreal> lines;
    std::vector<Wish> doubtful;
    for (const Wish &wish : wishes) {
        if (lines.empty() || wish.at - lines.back() >= narrowest)
            lines.push_back(wish.at);
        else if (wish.at != lines.back())
            doubtful.push_back(wish);
    }
    const size_t known = lines.size();
    for (const Wish &wish : doubtful) {
        const auto end = lines.begin() + qptrdiff(known);
        const auto next = std::lower_bound(lines.begin(), end, wish.at);
        const bool isStoodIn = (next != end && *next - wish.at < narrowest && isFree(*next, wish))
            || (next != lines.begin() && isFree(*(next - 1), wish));
        if (!isStoodIn && lines.back() != wish.at && isFree(wish.at, wish))
            lines.push_back(wish.at);
    }
    std::sort(lines.begin(), lines.end());
    // Middles only where there is nothing else near.
    std::sort(middles.begin(), middles.end());
    std::vector<qreal> more;
    for (const qreal at : middles) {
        const auto next = std::lower_bound(lines.begin(), lines.end(), at);
        const bool isNear = (next != lines.end() && *next - at < narrowest)
            || (next != lines.begin() && at - *(next - 1) < narrowest)
            || (!more.empty() && at - more.back() < narrowest);
        if (!isNear)
            more.push_back(at);
    }
    lines.insert(lines.end(), more.begin(), more.end());
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// How much dearer a line becomes by the routes that are on it or beside it already.
float crowding(int routes)
{
    constexpr int room = 3;
    return 1 + 0.05F * float(routes) + (routes > room ? 0.4F * float(routes - room) : 0);
}

int firstFrom(const std::vector<qreal> &lines, qreal at)
{
    return int(std::lower_bound(lines.begin(), lines.end(), at) - lines.begin());
}

int lastTo(const std::vector<qreal> &lines, qreal at)
{
    return int(std::upper_bound(lines.begin(), lines.end(), at) - lines.begin()) - 1;
}

int nearestTo(const std::vector<qreal> &lines, qreal at)
{
    const int next = std::min(firstFrom(lines, at), int(lines.size()) - 1);
    return next > 0 && at - lines[size_t(next) - 1] < lines[size_t(next)] - at ? next - 1 : next;
}

}

Channels::Channels(const QList<QRectF> &boxes)
{
    GridIndex index;
    for (int i = 0; i < boxes.size(); ++i)
        index.insert(i, boxes[i]);
    const auto isFree = [&](const QRectF &line) {
        const QRectF around = line.adjusted(-nearness, -nearness, nearness, nearness);
        return !index.find(around, [&](int box) { return boxes[box].intersects(around); });
    };
    std::vector<Wish> columns;
    std::vector<Wish> rows;
    std::vector<qreal> middleColumns;
    std::vector<qreal> middleRows;
    for (const QRectF &box : boxes) {
        for (const qreal at : {box.left() - beside, box.right() + beside})
            columns.push_back({at, box.top(), box.bottom()});
        for (const qreal at : {box.top() - beside, box.bottom() + beside})
            rows.push_back({at, box.left(), box.right()});
        middleColumns.push_back(box.center().x());
        middleRows.push_back(box.center().y());
    }
    m_columns = thinned(columns, middleColumns, [&](qreal at, const Wish &wish) {
        return isFree(QRectF(at, wish.first, 0.1, wish.last - wish.first));
    });
    m_rows = thinned(rows, middleRows, [&](qreal at, const Wish &wish) {
        return isFree(QRectF(wish.first, at, wish.last - wish.first, 0.1));
    });
    const size_t nodes = m_columns.size() * m_rows.size();
    m_blockedRight.assign(nodes, false);
    m_blockedDown.assign(nodes, false);
    m_across.assign(nodes, 0);
    m_along.assign(nodes, 0);
    m_cost.resize(nodes * 4);
    m_origin.resize(nodes * 4);
    m_searchOf.assign(nodes * 4, 0);
    for (const QRectF &box : boxes)
        block(box);
}

void Channels::block(const QRectF &box)
{
    const QRectF wall = box.adjusted(-nearness, -nearness, nearness, nearness);
    const int left = std::max(lastTo(m_columns, wall.left()), 0);
    const int right = std::min(firstFrom(m_columns, wall.right()), int(m_columns.size()) - 1);
    const int top = std::max(lastTo(m_rows, wall.top()), 0);
    const int bottom = std::min(firstFrom(m_rows, wall.bottom()), int(m_rows.size()) - 1);
    for (int column = left; column <= right; ++column) {
        const bool isInside =
            m_columns[size_t(column)] > wall.left() && m_columns[size_t(column)] < wall.right();
        for (int row = top; row <= bottom; ++row) {
            const bool isRowInside = m_rows[size_t(row)] > wall.top() && m_rows[size_t(row)] < wall.bottom();
            if (isRowInside && column < right)
                m_blockedRight[size_t(nodeAt(column, row))] = true;
            if (isInside && row < bottom)
                m_blockedDown[size_t(nodeAt(column, row))] = true;
        }
    }
}

std::array<Channels::Access, 4> Channels::accessTo(const Gates &gates) const
{
    const QRectF &box = gates.box;
    std::array<Access, 4> access;
    const int columns = int(m_columns.size());
    const int rows = int(m_rows.size());
    const int firstRow = firstFrom(m_rows, box.top() + cornerRoom);
    const int lastRow = lastTo(m_rows, box.bottom() - cornerRoom);
    const int firstColumn = firstFrom(m_columns, box.left() + cornerRoom);
    const int lastColumn = lastTo(m_columns, box.right() - cornerRoom);
    const auto within = [](int line, int count) { return line < count ? line : -1; };
    access[size_t(Side::Right)] = {within(firstFrom(m_columns, box.right() + beside), columns), firstRow,
                                   lastRow};
    access[size_t(Side::Left)] = {lastTo(m_columns, box.left() - beside), firstRow, lastRow};
    access[size_t(Side::Bottom)] = {within(firstFrom(m_rows, box.bottom() + beside), rows), firstColumn,
                                    lastColumn};
    access[size_t(Side::Top)] = {lastTo(m_rows, box.top() - beside), firstColumn, lastColumn};
    for (const Side side : sides) {
        if (!gates.at(side).isOpen())
            access[size_t(side)].line = -1;
    }
    return access;
}

float Channels::rest(int column, int row, int direction, const QRectF &target) const
{
    const qreal x = m_columns[size_t(column)];
    const qreal y = m_rows[size_t(row)];
    const qreal dx = x < target.left() ? target.left() - x : std::min(target.right() - x, 0.0);
    const qreal dy = y < target.top() ? target.top() - y : std::min(target.bottom() - y, 0.0);
    int bends = dx != 0 && dy != 0 ? 1 : 0;
    if (dx * stepX[size_t(direction)] + dy * stepY[size_t(direction)] <= 0)
        ++bends;
    return float(std::abs(dx) + std::abs(dy) + bends * cost::bend);
}

bool Channels::isBlocked(int column, int row, int direction) const
{
    switch (direction) {
    case 0: return column + 1 >= int(m_columns.size()) || m_blockedRight[size_t(nodeAt(column, row))];
    case 1: return row + 1 >= int(m_rows.size()) || m_blockedDown[size_t(nodeAt(column, row))];
    case 2: return column == 0 || m_blockedRight[size_t(nodeAt(column - 1, row))];
    default: return row == 0 || m_blockedDown[size_t(nodeAt(column, row - 1))];
    }
}

void Channels::offer(int column, int row, int direction, float cost, quint32 origin, const QRectF &target)
{
    const quint32 state = quint32(nodeAt(column, row)) * 4 + quint32(direction);
    if (m_searchOf[state] == m_search && m_cost[state] <= cost)
        return;
    m_searchOf[state] = m_search;
    m_cost[state] = cost;
    m_origin[state] = origin;
    const float left = rest(column, row, direction, target);
    m_waiting.push_back({cost + m_hurry * left, left, state});
    std::push_heap(m_waiting.begin(), m_waiting.end());
}

std::optional<CoarsePath> Channels::find(const Gates &fromGates, const Gates &toGates)
{
    const QRectF &to = toGates.box;
    constexpr int longestSearch = 200'000;
    ++m_search;
    m_waiting.clear();
    // What is far away need not be perfect, but found.
    const qreal distance = (fromGates.box.center() - to.center()).manhattanLength();
    m_hurry = distance < 3'000 ? 1.4F : distance < 10'000 ? 1.6F : 3.0F;
    const std::array<Access, 4> starts = accessTo(fromGates);
    const std::array<Access, 4> ends = accessTo(toGates);
    for (const Side side : sides) {
        const Access &start = starts[size_t(side)];
        for (int i = start.first; start.line >= 0 && i <= start.last; ++i) {
            if (isAcross(side))
                offer(start.line, i, int(side), 0, noOrigin, to);
            else
                offer(i, start.line, int(side), 0, noOrigin, to);
        }
    }
    for (int steps = 0; steps < longestSearch && !m_waiting.empty(); ++steps) {
        const Waiting current = m_waiting.front();
        std::pop_heap(m_waiting.begin(), m_waiting.end());
        m_waiting.pop_back();
        const int node = int(current.state / 4);
        const int direction = int(current.state % 4);
        const int column = node / int(m_rows.size());
        const int row = node % int(m_rows.size());
        const float cost = m_cost[current.state];
        // A better way to the same place has been found since.
        if (current.rank > cost + m_hurry * current.rest + 1)
            continue;
        const Side side = opposite(Side(direction));
        const Access &end = ends[size_t(side)];
        const int line = isAcross(side) ? column : row;
        const int along = isAcross(side) ? row : column;
        if (line == end.line && along >= end.first && along <= end.last)
            return traced(current.state, side);

        const bool across = (direction & 1) == 0;
        const int crossed = across ? m_along[size_t(node)] : m_across[size_t(node)];
        for (const int turn : {0, 1, 3}) {
            const int next = (direction + turn) & 3;
            if (isBlocked(column, row, next))
                continue;
            const int nextColumn = column + stepX[size_t(next)];
            const int nextRow = row + stepY[size_t(next)];
            const qreal length = std::abs(m_columns[size_t(nextColumn)] - m_columns[size_t(column)])
                + std::abs(m_rows[size_t(nextRow)] - m_rows[size_t(row)]);
            const size_t nextNode = size_t(nodeAt(nextColumn, nextRow));
            const int used = (next & 1) == 0 ? m_across[nextNode] : m_along[nextNode];
            float more = float(length) * crowding(used);
            if (turn == 0)
                more += float(std::min(crossed, 6)) * 8;
            else
                more += cost::bend;
            offer(nextColumn, nextRow, next, cost + more, current.state, to);
        }
    }
    return {};
}

CoarsePath Channels::traced(quint32 state, Side to) const
{
    CoarsePath path{.to = to};
    int direction = -1;
    for (quint32 at = state;; at = m_origin[at]) {
        const size_t node = at / 4;
        const bool isEnd = m_origin[at] == noOrigin;
        if (int(at % 4) != direction || isEnd)
            path.corners.append({m_columns[node / m_rows.size()], m_rows[node % m_rows.size()]});
        direction = int(at % 4);
        if (isEnd)
            break;
    }
    path.from = Side(direction);
    std::reverse(path.corners.begin(), path.corners.end());
    return path;
}

void Channels::addRoute(const QList<QPointF> &points)
{
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QRectF run = QRectF(points[i], points[i + 1]).normalized();
        if (run.width() >= run.height()) {
            const int row = nearestTo(m_rows, run.top());
            for (int column = firstFrom(m_columns, run.left()); column <= lastTo(m_columns, run.right());
                 ++column)
                ++m_across[size_t(nodeAt(column, row))];
        } else {
            const int column = nearestTo(m_columns, run.left());
            for (int row = firstFrom(m_rows, run.top()); row <= lastTo(m_rows, run.bottom()); ++row)
                ++m_along[size_t(nodeAt(column, row))];
        }
    }
}

}
