#include "model/layout/grid.h"

#include "model/layout/spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace model {

namespace {

constexpr qreal rowHeight = 60;
constexpr qreal columnPitch = 480;
constexpr qreal usualWidth = 240;
constexpr qreal widerThanHigh = 1.6;
constexpr int few = 40; ///< as many boxes are looked at closely, and may take more room
}

Grid::Grid(const BoxGraph &graph) : m_graph(graph), m_lines(size_t(graph.sizes.size()))
{
    for (const BoxLine &line : graph.lines) {
        if (line.from == line.to)
            continue;
        m_lines[size_t(line.from)].push_back({line.to, line.room, true});
        m_lines[size_t(line.to)].push_back({line.from, line.room, false});
    }
    constexpr qreal gapOfFew = 110;
    constexpr qreal gapOfMany = 80;
    const qreal gapBelow = graph.sizes.size() <= few ? gapOfFew : gapOfMany;
    int rows = 0;
    int highest = 0;
    for (const QSizeF &size : graph.sizes) {
        m_spans.push_back(std::max(1, int(std::ceil((size.height() + gapBelow) / rowHeight))));
        rows += m_spans.back();
        highest = std::max(highest, m_spans.back());
    }
    // Room for half as much again, in the shape of a screen.
    constexpr qreal room = 1.5;
    const qreal area = rows * room * rowHeight * columnPitch;
    m_columns = std::max(2, int(std::ceil(std::sqrt(area * widerThanHigh) / columnPitch)));
    m_rows = std::max(2 * highest, int(std::ceil(rows * room / m_columns)) + highest);
    m_boxAt.assign(size_t(m_columns) * size_t(m_rows), -1);
    m_cells.resize(m_spans.size());
}

QList<QPointF> Grid::arranged()
{
    const bool areFew = int(m_cells.size()) <= few;
    constexpr int rounds = 100;
    begin();
    anneal(areFew ? 2 * rounds : rounds, areFew ? 400 : 150);
    face();
    anneal(areFew ? 2 * rounds : rounds, areFew ? 60 : 40);
    return corners();
}

/// Puts every box on the free cell that is nearest to where the graph spreads it.
void Grid::begin()
{
    const QList<QPointF> points = spread(m_graph);
    const auto rankedBy = [&](auto coordinate) {
        std::vector<int> order(m_cells.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return coordinate(points[a]) < coordinate(points[b]); });
        std::vector<double> rank(m_cells.size());
        for (size_t i = 0; i < order.size(); ++i)
            rank[size_t(order[i])] = (double(i) + 0.5) / double(order.size());
        return rank;
    };
    // Half by place, half by rank: a crowd in the middle finds room without losing its shape.
    const auto xs = rankedBy([](QPointF p) { return p.x(); });
    const auto ys = rankedBy([](QPointF p) { return p.y(); });
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    const auto share = [](double at, double from, double to) {
        return to > from ? (at - from) / (to - from) : 0.5;
    };
    std::vector<int> order(m_cells.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return m_lines[size_t(a)].size() > m_lines[size_t(b)].size(); });
    for (const int box : order) {
        const size_t at = size_t(box);
        const double x = (share(points[box].x(), left->x(), right->x()) + xs[at]) / 2;
        const double y = (share(points[box].y(), top->y(), bottom->y()) + ys[at]) / 2;
        const Cell cell{std::clamp(int(x * m_columns), 0, m_columns - 1),
                        std::clamp(int(y * m_rows), 0, m_rows - m_spans[at])};
        put(box, nearestFree(box, cell));
    }
}

void Grid::anneal(int rounds, double hottest)
{
    for (int round = 0; round < rounds; ++round) {
        const double left = 1 - double(round) / rounds;
        const double heat = hottest * left * left;
        const double reach = 1 + 3 * left;
        for (int box = 0; box < int(m_cells.size()); ++box)
            tryOut(box, wanted(box, reach), heat);
    }
}

/// Turns the grid so that lines lead to the right and down, and what comes first is up and left.
void Grid::face()
{
    double right = 0;
    double down = 0;
    const auto lead = [&](int from, int to, double weight) {
        right += weight * (m_cells[size_t(to)].column - m_cells[size_t(from)].column);
        down += weight * (m_cells[size_t(to)].row - m_cells[size_t(from)].row);
    };
    for (const BoxLine &line : m_graph.lines)
        lead(line.from, line.to, 1);
    for (int box = 1; box < int(m_cells.size()); ++box)
        lead(0, box, 1.0 / double(m_cells.size()));
    std::fill(m_boxAt.begin(), m_boxAt.end(), -1);
    for (int box = 0; box < int(m_cells.size()); ++box) {
        Cell cell = m_cells[size_t(box)];
        if (right < 0)
            cell.column = m_columns - 1 - cell.column;
        if (down < 0)
            cell.row = m_rows - m_spans[size_t(box)] - cell.row;
        put(box, cell);
    }
}

double Grid::chance()
{
    // xorshift64*
    m_seed ^= m_seed >> 12;
    m_seed ^= m_seed << 25;
    m_seed ^= m_seed >> 27;
    return double((m_seed * 0x2545f4914f6cdd1d) >> 11) / double(1ULL << 53);
}

/// Somewhere around the middle of what the box is connected to.
Grid::Cell Grid::wanted(int box, double reach)
{
    double column = 0;
    double row = 0;
    const std::vector<Line> &lines = m_lines[size_t(box)];
    for (const Line &line : lines) {
        const Cell cell = m_cells[size_t(line.other)];
        column += double(cell.column) / double(lines.size());
        row += double(cell.row) / double(lines.size());
    }
    constexpr double rowsPerColumn = 4;
    column += (chance() * 2 - 1) * reach;
    // Mostly in line with a neighbour.
    if (chance() < 0.4)
        row = m_cells[size_t(lines[size_t(chance() * double(lines.size()))].other)].row;
    else
        row += (chance() * 2 - 1) * reach * rowsPerColumn;
    return {std::clamp(int(std::lround(column)), 0, m_columns - 1),
            std::clamp(int(std::lround(row)), 0, m_rows - m_spans[size_t(box)])};
}

void Grid::tryOut(int box, Cell cell, double heat)
{
    const Cell old = m_cells[size_t(box)];
    bool isMixed = false;
    const int other = occupant(box, cell, isMixed);
    if (isMixed || cell == old)
        return;
    const auto cost = [&] { return costOf(box) + (other >= 0 ? costOf(other) : 0); };
    const Cell otherOld = other >= 0 ? m_cells[size_t(other)] : Cell();
    const double before = cost();
    lift(box);
    if (other >= 0)
        lift(other);
    bool isPossible = fits(box, cell);
    if (isPossible) {
        put(box, cell);
        if (other >= 0) {
            isPossible = old.row + m_spans[size_t(other)] <= m_rows && fits(other, old);
            if (isPossible)
                put(other, old);
        }
        if (isPossible) {
            const double change = cost() - before;
            if (change <= 0 || (heat > 1 && chance() < std::exp(-change / heat)))
                return;
            if (other >= 0)
                lift(other);
        }
        lift(box);
    }
    put(box, old);
    if (other >= 0)
        put(other, otherOld);
}

/// The box that stands where this one would; mixed where there are several.
int Grid::occupant(int box, Cell cell, bool &isMixed) const
{
    int found = -1;
    for (int row = cell.row; row < cell.row + m_spans[size_t(box)]; ++row) {
        const int there = boxAt(cell.column, row);
        if (there < 0 || there == box || there == found)
            continue;
        isMixed = isMixed || found >= 0;
        found = there;
    }
    return found;
}

bool Grid::fits(int box, Cell cell) const
{
    bool isMixed = false;
    return occupant(box, cell, isMixed) < 0;
}

void Grid::put(int box, Cell cell)
{
    m_cells[size_t(box)] = cell;
    for (int row = cell.row; row < cell.row + m_spans[size_t(box)]; ++row)
        boxAt(cell.column, row) = box;
}

void Grid::lift(int box)
{
    const Cell cell = m_cells[size_t(box)];
    for (int row = cell.row; row < cell.row + m_spans[size_t(box)]; ++row)
        boxAt(cell.column, row) = -1;
}

Grid::Cell Grid::nearestFree(int box, Cell cell) const
{
    Cell best;
    double bestDistance = -1;
    for (int column = 0; column < m_columns; ++column) {
        const double off = std::abs(column - cell.column) * columnPitch;
        if (bestDistance >= 0 && off >= bestDistance)
            continue;
        for (int row = 0; row + m_spans[size_t(box)] <= m_rows; ++row) {
            const double distance = off + std::abs(row - cell.row) * rowHeight;
            if ((bestDistance < 0 || distance < bestDistance) && fits(box, {column, row})) {
                best = {column, row};
                bestDistance = distance;
            }
        }
    }
    return best;
}

double Grid::costOf(int box) const
{
    constexpr double gravity = 0.06;
    double sum = 0;
    for (const Line &line : m_lines[size_t(box)])
        sum += costOf(box, line);
    const Cell cell = m_cells[size_t(box)];
    sum += gravity
        * (std::abs(cell.column + 0.5 - m_columns / 2.0) * columnPitch
           + std::abs(cell.row + m_spans[size_t(box)] / 2.0 - m_rows / 2.0) * rowHeight * widerThanHigh);
    return sum;
}

double Grid::costOf(int box, const Line &line) const
{
    constexpr double bend = 160;
    constexpr double inTheWay = 200;
    constexpr double crooked = 0.25;
    constexpr double least = 40; ///< of two sides that face each other, for a straight line
    const Cell a = m_cells[size_t(box)];
    const Cell b = m_cells[size_t(line.other)];
    const double topA = a.row * rowHeight;
    const double topB = b.row * rowHeight;
    const double bottomA = topA + m_graph.sizes[box].height();
    const double bottomB = topB + m_graph.sizes[line.other].height();
    const double apart = std::max({topB - bottomA, topA - bottomB, 0.0});
    // Of two ways that are as good, the one to the right or down.
    const bool isAgainst =
        a.column == b.column ? (topB < topA) == line.isForth : (b.column < a.column) == line.isForth;
    const double turned = isAgainst ? 30 : 0;
    if (a.column == b.column) {
        // What is written on a line has less room between two boxes that stand on each other.
        const double narrow = line.room > 150 ? 60 : 0;
        return turned + apart * widerThanHigh + narrow + inTheWay * between(box, line.other, false);
    }
    const double aside = std::abs(a.column - b.column) * columnPitch - usualWidth;
    const double facing = std::min(bottomA, bottomB) - std::max(topA, topB);
    if (facing >= least)
        return turned + aside + crooked * std::abs(topA - topB) + inTheWay * between(box, line.other, true);
    return turned + aside + apart + bend;
}

/// How many boxes stand on the straight line between two.
int Grid::between(int a, int b, bool across) const
{
    const Cell first = m_cells[size_t(a)];
    const Cell second = m_cells[size_t(b)];
    int found = 0;
    int last = -1;
    if (across) {
        const int row = std::max(first.row, second.row);
        const auto [left, right] = std::minmax(first.column, second.column);
        for (int column = left + 1; column < right; ++column)
            found += boxAt(column, row) >= 0 ? 1 : 0;
    } else {
        const auto [top, bottom] = std::minmax(first.row, second.row);
        for (int row = top; row < bottom; ++row) {
            const int there = boxAt(first.column, row);
            found += there >= 0 && there != last && there != a && there != b ? 1 : 0;
            last = there;
        }
    }
    return found;
}

/// As wide as what is written on the lines across needs it.
std::vector<qreal> Grid::gapsBetweenColumns() const
{
    constexpr qreal leastGap = 120;
    constexpr qreal mostGap = 320;
    std::vector<qreal> gaps(size_t(m_columns), leastGap);
    for (size_t box = 0; box < m_cells.size(); ++box) {
        for (const Line &line : m_lines[box]) {
            const int column = m_cells[box].column;
            if (m_cells[size_t(line.other)].column == column + 1)
                gaps[size_t(column)] = std::clamp(line.room, gaps[size_t(column)], mostGap);
        }
    }
    return gaps;
}

QList<QPointF> Grid::corners() const
{
    std::vector<qreal> widths(size_t(m_columns), 0);
    for (size_t box = 0; box < m_cells.size(); ++box) {
        qreal &width = widths[size_t(m_cells[box].column)];
        width = std::max(width, std::ceil(m_graph.sizes[qsizetype(box)].width() / layoutGrid) * layoutGrid);
    }
    const std::vector<qreal> gaps = gapsBetweenColumns();
    std::vector<qreal> lefts(size_t(m_columns), 0);
    for (size_t column = 1; column < lefts.size(); ++column) {
        // A column without boxes takes no room.
        const qreal step = widths[column - 1] > 0 ? widths[column - 1] + gaps[column - 1] : 0;
        lefts[column] = lefts[column - 1] + std::ceil(step / layoutGrid) * layoutGrid;
    }
    QList<QPointF> corners;
    for (const Cell &cell : m_cells)
        corners.append({lefts[size_t(cell.column)], cell.row * rowHeight});
    return corners;
}

}
