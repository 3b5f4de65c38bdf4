#include "views/routing/pathsearch.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace views {

namespace {

constexpr quint32 unseen = ~0U;
constexpr quint8 done = 0x10;
constexpr quint8 isFirstStep = 0x20;
constexpr qreal firstTurn = 20;
constexpr qreal corner = 14;

bool runsAcross(int direction)
{
    return (direction & 1) == 0;
}

int stubCost(const Lattice &lattice, Side side, int line, int end, int along)
{
    constexpr int crowded = 25;
    int sum = 0;
    const int step = end > line ? 1 : -1;
    for (int at = line; at != end + step; at += step) {
        const LatticeCell &cell = isAcross(side) ? lattice.at(at, along) : lattice.at(along, at);
        sum += Lattice::pitch + burden(cell, isAcross(side), 1);
        if ((isAcross(side) ? cell.along : cell.across) > 0)
            sum += 2 * cost::crossing;
        if ((isAcross(side) ? cell.besideAcross : cell.besideAlong) > 0)
            sum += crowded;
    }
    return sum;
}

Gate gateOf(const Lattice &lattice, const QRectF &box, Side side, qreal anchor, qreal aside)
{
    constexpr qreal lineOff = 0.5;
    constexpr qreal offCentre = 0.2;
    Gate gate;
    int inner = 0;
    switch (side) {
    case Side::Right:
        gate.line = lattice.firstColumn(box.right() + firstTurn);
        inner = lattice.firstColumn(box.right() + lineOff);
        break;
    case Side::Left:
        gate.line = lattice.lastColumn(box.left() - firstTurn);
        inner = lattice.lastColumn(box.left() - lineOff);
        break;
    case Side::Bottom:
        gate.line = lattice.firstRow(box.bottom() + firstTurn);
        inner = lattice.firstRow(box.bottom() + lineOff);
        break;
    case Side::Top:
        gate.line = lattice.lastRow(box.top() - firstTurn);
        inner = lattice.lastRow(box.top() - lineOff);
        break;
    }
    const qreal length = isAcross(side) ? box.height() : box.width();
    const qreal margin = std::min(corner, (length - 12) / 2);
    gate.first =
        isAcross(side) ? lattice.firstRow(box.top() + margin) : lattice.firstColumn(box.left() + margin);
    const int last =
        isAcross(side) ? lattice.lastRow(box.bottom() - margin) : lattice.lastColumn(box.right() - margin);
    const qreal liked = isAcross(side) ? box.top() + anchor : box.center().x() + aside;
    for (int along = gate.first; along <= last; ++along) {
        const QPointF at = lattice.pointAt(along, along);
        const qreal off = std::abs((isAcross(side) ? at.y() : at.x()) - liked);
        gate.costs.append(int(off * offCentre) + stubCost(lattice, side, gate.line, inner, along));
    }
    if (gate.isOpen())
        gate.least = *std::min_element(gate.costs.cbegin(), gate.costs.cend());
    return gate;
}

/// The least that is still to go to a gate from a point and a direction, were there nothing in between.
int boundOf(const Gate &gate, Side side, int x, int y, int direction)
{
    const int entering = int(opposite(side));
    const bool across = isAcross(side);
    const int forward = across ? stepX[size_t(entering)] : stepY[size_t(entering)];
    const int ahead = (gate.line - (across ? x : y)) * forward;
    const int along = across ? y : x;
    const int off = along < gate.first ? along - gate.first : std::max(along - gate.last(), 0);
    const int turned = (direction - entering) & 3;
    int bends = 0;
    if (turned == 0) {
        bends = ahead < 0 ? 4 : (off == 0 ? 0 : 2);
    } else if (turned == 2) {
        bends = 2;
    } else {
        const int moving = across ? stepY[size_t(direction)] : stepX[size_t(direction)];
        bends = ahead >= 0 && off * moving <= 0 ? 1 : 3;
    }
    return (std::abs(ahead) + std::abs(off)) * Lattice::pitch + bends * cost::bend + gate.least;
}

}

QPointF portOf(const QRectF &box, Side side, QPointF outside)
{
    switch (side) {
    case Side::Right: return {box.right(), outside.y()};
    case Side::Left: return {box.left(), outside.y()};
    case Side::Bottom: return {outside.x(), box.bottom()};
    case Side::Top: return {outside.x(), box.top()};
    }
    Q_UNREACHABLE();
}

Gates gatesOf(const Lattice &lattice, const QRectF &box, qreal anchor, qreal aside)
{
    Gates gates{.box = box};
    for (const Side side : sides)
        gates.sides[size_t(side)] = gateOf(lattice, box, side, anchor, aside);
    return gates;
}

PathSearch::PathSearch(const Lattice &lattice)
    : m_lattice(lattice), m_pages(size_t(lattice.tilesAcross()) * size_t(lattice.tilesDown()), 0),
      m_searchOfPage(m_pages.size(), 0)
{
}

PathSearch::Place PathSearch::placeOf(State state)
{
    const size_t page =
        size_t((state.y >> Lattice::tileBits) * m_lattice.tilesAcross() + (state.x >> Lattice::tileBits));
    if (m_searchOfPage[page] != m_search) {
        m_searchOfPage[page] = m_search;
        if (m_used == m_seen.size())
            m_seen.push_back(std::make_unique<Seen>());
        m_pages[page] = m_used++;
        m_seen[m_pages[page]]->cost.fill(unseen);
    }
    Seen &seen = *m_seen[m_pages[page]];
    const size_t at =
        size_t(((state.y & Lattice::tileMask) << Lattice::tileBits | (state.x & Lattice::tileMask)) << 2
               | state.direction);
    return {&seen.cost[at], &seen.origin[at]};
}

int PathSearch::rest(State state) const
{
    int least = std::numeric_limits<int>::max();
    for (const Side side : sides) {
        if (m_target->at(side).isOpen())
            least = std::min(least, boundOf(m_target->at(side), side, state.x, state.y, state.direction));
    }
    return least;
}

int PathSearch::enter(int x, int y, int direction) const
{
    return Lattice::pitch + burden(m_lattice.at(x, y), runsAcross(direction));
}

void PathSearch::offer(State state, quint32 cost, quint8 origin)
{
    const Place place = placeOf(state);
    if (cost >= *place.cost)
        return;
    *place.cost = cost;
    *place.origin = origin;
    const quint32 left = quint32(rest(state));
    const Waiting waiting{.rank = quint64(cost + left * quint32(m_hurry) / 8) << 32 | left, .state = state};
    if (!m_next || waiting.rank < m_next->rank) {
        if (m_next) {
            m_waiting.push_back(*m_next);
            std::push_heap(m_waiting.begin(), m_waiting.end());
        }
        m_next = waiting;
    } else {
        m_waiting.push_back(waiting);
        std::push_heap(m_waiting.begin(), m_waiting.end());
    }
}

void PathSearch::expand(State state, quint32 cost)
{
    const LatticeCell &cell = m_lattice.at(state.x, state.y);
    const int crossed = runsAcross(state.direction) ? cell.along : cell.across;
    for (const int turn : {0, 1, 3}) {
        const int direction = (state.direction + turn) & 3;
        const int x = state.x + stepX[size_t(direction)];
        const int y = state.y + stepY[size_t(direction)];
        if (!m_window.contains(x, y))
            continue;
        int more = enter(x, y, direction);
        if (turn == 0)
            more += crossed > 0 ? cost::crossing : 0;
        else
            more += cost::bend + (crossed > 0 ? cost::shared : 0);
        offer({x, y, direction}, cost + quint32(more), quint8(state.direction));
    }
}

void PathSearch::begin(const Gates &from, const Gates &to)
{
    m_target = &to;
    m_waiting.clear();
    m_next.reset();
    m_used = 0;
    ++m_search;

    const QRectF both = from.box.united(to.box);
    const qreal way = both.width() + both.height() - from.box.width() - to.box.width();
    // What is far away need not be perfect, but found.
    m_hurry = way < 900 ? 8 : way < 2'000 ? 11 : 16;
    const qreal around = std::clamp(way / 4, 300.0, 1'000.0);
    const QRectF window = both.adjusted(-around, -around, around, around);
    m_window = QRect(QPoint(m_lattice.firstColumn(window.left()), m_lattice.firstRow(window.top())),
                     QPoint(m_lattice.lastColumn(window.right()), m_lattice.lastRow(window.bottom())));

    for (const Side side : sides) {
        const Gate &gate = from.at(side);
        for (int along = gate.first; along <= gate.last(); ++along) {
            const State state =
                isAcross(side) ? State{gate.line, along, int(side)} : State{along, gate.line, int(side)};
            offer(state, quint32(gate.costs[along - gate.first]), isFirstStep);
        }
    }
}

std::optional<Path> PathSearch::find(const Gates &from, const Gates &to, int mostSteps)
{
    bool isClean = false;
    std::optional<Path> direct = straight(from, to, isClean);
    if (direct && isClean)
        return direct;

    begin(from, to);
    // The best arrival so far; it counts once nothing that waits could be better.
    quint64 bestRank = ~quint64(0);
    State last;
    Side lastSide = Side::Left;
    quint32 lastCost = 0;
    for (int steps = 0; steps < mostSteps; ++steps) {
        Waiting current;
        if (m_next && (m_waiting.empty() || m_next->rank <= m_waiting.front().rank)) {
            current = *m_next;
            m_next.reset();
        } else if (!m_waiting.empty()) {
            std::pop_heap(m_waiting.begin(), m_waiting.end());
            current = m_waiting.back();
            m_waiting.pop_back();
        } else {
            break;
        }
        if (current.rank >= bestRank)
            break;
        const Place place = placeOf(current.state);
        if (*place.origin & done)
            continue;
        *place.origin |= done;
        const quint32 cost = *place.cost;
        for (const Side side : sides) {
            const std::optional<int> end = arrival(current.state, side);
            if (end && quint64(cost + quint32(*end)) << 32 < bestRank) {
                lastCost = cost + quint32(*end);
                bestRank = quint64(lastCost) << 32;
                last = current.state;
                lastSide = side;
            }
        }
        expand(current.state, cost);
    }
    // A straight way through a box is none.
    if (direct && direct->cost >= cost::inside)
        direct.reset();
    if (bestRank == ~quint64(0) || (direct && direct->cost <= int(lastCost)))
        return direct;
    Path path = traced(last, from, lastSide, int(lastCost));
    if (opposite(lastSide) == Side(last.direction))
        path.points.removeLast();
    path.points.append(portOf(to.box, lastSide, m_lattice.pointAt(last.x, last.y)));
    return path;
}

/// What the rest costs from a point that is beside the target already.
std::optional<int> PathSearch::arrival(State state, Side side) const
{
    const Gate &gate = m_target->at(side);
    const int line = isAcross(side) ? state.x : state.y;
    const int along = isAcross(side) ? state.y : state.x;
    if (!gate.isOpen() || line != gate.line || along < gate.first || along > gate.last()
        || side == Side(state.direction))
        return {};
    int sum = gate.costs[along - gate.first];
    if (opposite(side) != Side(state.direction)) {
        const LatticeCell &cell = m_lattice.at(state.x, state.y);
        sum += cost::bend + ((isAcross(side) ? cell.across : cell.along) > 0 ? cost::shared : 0);
    }
    return sum;
}

Path PathSearch::traced(State state, const Gates &from, Side to, int cost)
{
    Path path{.to = to, .cost = cost};
    path.points.append(m_lattice.pointAt(state.x, state.y));
    for (;;) {
        const quint8 origin = *placeOf(state).origin;
        if (origin & isFirstStep)
            break;
        const int before = origin & 3;
        state.x -= stepX[size_t(state.direction)];
        state.y -= stepY[size_t(state.direction)];
        if (before != state.direction)
            path.points.append(m_lattice.pointAt(state.x, state.y));
        state.direction = before;
    }
    path.from = Side(state.direction);
    path.points.append(portOf(from.box, path.from, m_lattice.pointAt(state.x, state.y)));
    std::reverse(path.points.begin(), path.points.end());
    return path;
}

std::optional<Path> PathSearch::straight(const Gates &from, const Gates &to, bool &isClean) const
{
    std::optional<Path> best;
    for (const Side side : sides) {
        const Gate &near = from.at(side);
        const Gate &far = to.at(opposite(side));
        const int first = std::max(near.first, far.first);
        const int last = std::min(near.last(), far.last());
        if (!near.isOpen() || !far.isOpen() || first > last)
            continue;
        const int direction = isAcross(side) ? stepX[size_t(side)] : stepY[size_t(side)];
        const int steps = (far.line - near.line) * direction;
        for (int along = first; along <= last; ++along) {
            const QPointF outside = m_lattice.pointAt(along, along);
            const QPointF start = portOf(from.box, side, outside);
            const QPointF end = portOf(to.box, opposite(side), outside);
            const QPointF way = (end - start) * direction;
            if (way.x() < 0 || way.y() < 0)
                continue;
            int run = 0;
            for (int i = 1; i < steps; ++i) {
                const int at = near.line + i * direction;
                run += crossCost(isAcross(side) ? at : along, isAcross(side) ? along : at, isAcross(side));
            }
            const int ends = near.costs[along - near.first] + far.costs[along - far.first];
            if (best && best->cost <= ends + run)
                continue;
            best = Path{.points = {start, end}, .from = side, .to = opposite(side), .cost = ends + run};
            const int plain = std::max(steps - 1, 0) * (Lattice::pitch + cost::close + cost::beside);
            isClean = steps >= 0 && run <= plain && ends < 2 * cost::bend;
        }
    }
    return best;
}

int PathSearch::crossCost(int x, int y, bool across) const
{
    const LatticeCell &cell = m_lattice.at(x, y);
    return Lattice::pitch + burden(cell, across)
        + ((across ? cell.along : cell.across) > 0 ? cost::crossing : 0);
}

int PathSearch::costOf(const QList<QPointF> &points) const
{
    int sum = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF from = points[i];
        const QPointF to = points[i + 1];
        const bool across = std::abs(to.x() - from.x()) > std::abs(to.y() - from.y());
        const int x = m_lattice.firstColumn(std::min(from.x(), to.x()));
        const int y = m_lattice.firstRow(std::min(from.y(), to.y()));
        const int length = across ? m_lattice.lastColumn(std::max(from.x(), to.x())) - x
                                  : m_lattice.lastRow(std::max(from.y(), to.y())) - y;
        for (int at = 0; at <= length; ++at) {
            const LatticeCell &cell = across ? m_lattice.at(x + at, y) : m_lattice.at(x, y + at);
            sum += Lattice::pitch + burden(cell, across);
            const bool isEnd = at == 0 || at == length;
            if ((across ? cell.along : cell.across) > 0)
                sum += isEnd ? cost::shared : cost::crossing;
        }
        if (i > 0)
            sum += cost::bend;
    }
    return sum;
}

}
