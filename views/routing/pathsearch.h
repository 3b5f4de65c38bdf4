#pragma once

#include "views/routing/lattice.h"

#include <optional>

namespace views {

/// A side of a box, and the direction in which a route leaves through it.
enum class Side : quint8 { Right, Bottom, Left, Top };

inline constexpr std::array<Side, 4> sides{Side::Right, Side::Bottom, Side::Left, Side::Top};
inline constexpr Side opposite(Side side)
{
    return Side((int(side) + 2) & 3);
}
inline constexpr bool isAcross(Side side)
{
    return side == Side::Left || side == Side::Right;
}

/// One step on the lattice in the direction of each side.
inline constexpr std::array<int, 4> stepX{1, 0, -1, 0};
inline constexpr std::array<int, 4> stepY{0, 1, 0, -1};

/// Where routes may begin on one side of a box: the lattice lines that meet it, and what each costs.
struct Gate
{
    int line = 0; ///< the line that runs beside the box, where a route may turn first
    int first = 0; ///< the first of the lines that meet the side
    QList<int> costs; ///< one for each of them; empty where the side is closed
    int least = 0;

    int last() const { return first + int(costs.size()) - 1; }
    bool isOpen() const { return !costs.isEmpty(); }
};

/// A box as an end of routes.
struct Gates
{
    QRectF box;
    std::array<Gate, 4> sides;

    const Gate &at(Side side) const { return sides[size_t(side)]; }
    void close(Side side) { sides[size_t(side)].costs.clear(); }
};

/// The gates of a box. Routes like to begin at the anchor, a height from the box's top, on its left and right
/// side, and so far from the middle on the others.
Gates gatesOf(const Lattice &lattice, const QRectF &box, qreal anchor, qreal aside = 0);

/// A route on the lattice.
struct Path
{
    QList<QPointF> points; ///< from side to side, corners only
    Side from = Side::Right;
    Side to = Side::Left;
    int cost = 0;
};

/// What a route costs, in the units of its length.
namespace cost {
inline constexpr int bend = 90;
inline constexpr int crossing = 45;
inline constexpr int close = 4; ///< per step near a box
inline constexpr int beside = 4; ///< per step next to another route
inline constexpr int near = 60;
inline constexpr int held = 400;
inline constexpr int shared = 600; ///< per step on another route
inline constexpr int inside = 3000;
}

/// What a point costs a route that runs through it, besides its length.
inline int burden(const LatticeCell &cell, bool isAcross, int ownBoxes = 0)
{
    int sum = 0;
    if (cell.inside > 0)
        sum += cost::inside;
    else if (cell.near > ownBoxes)
        sum += cost::near;
    if (cell.close > 0)
        sum += cost::close;
    if (cell.held > 0)
        sum += cost::held;
    if ((isAcross ? cell.across : cell.along) > 0)
        sum += cost::shared;
    if ((isAcross ? cell.besideAcross : cell.besideAlong) > 0)
        sum += cost::beside;
    return sum;
}

/// The point of a box's side that a line of the lattice meets.
QPointF portOf(const QRectF &box, Side side, QPointF outside);

/// Finds the cheapest way between two boxes that keeps out of all others, and out of the way of the routes
/// that are there already. Keeps its memory from one search to the next.
class PathSearch
{
public:
    explicit PathSearch(const Lattice &lattice);

    /// Nothing where it takes more than so many steps. Far ends are searched for in more of a hurry.
    std::optional<Path> find(const Gates &from, const Gates &to, int mostSteps);

    /// What a route through these corners would cost between its first and its last corner.
    int costOf(const QList<QPointF> &points) const;

private:
    struct State
    {
        int x = 0;
        int y = 0;
        int direction = 0;
    };
    struct Waiting
    {
        quint64 rank = 0; ///< estimate of the whole, then of the rest
        State state;

        bool operator<(const Waiting &other) const { return rank > other.rank; }
    };
    struct Seen
    {
        std::array<quint32, size_t(Lattice::tileSide *Lattice::tileSide * 4)> cost;
        std::array<quint8, size_t(Lattice::tileSide *Lattice::tileSide * 4)> origin;
    };
    struct Place
    {
        quint32 *cost;
        quint8 *origin;
    };

    std::optional<Path> straight(const Gates &from, const Gates &to, bool &isClean) const;
    std::optional<int> arrival(State state, Side side) const;
    int crossCost(int x, int y, bool across) const;
    void begin(const Gates &from, const Gates &to);
    void expand(State state, quint32 cost);
    void offer(State state, quint32 cost, quint8 origin);
    int rest(State state) const;
    int enter(int x, int y, int direction) const;
    Place placeOf(State state);
    Path traced(State last, const Gates &from, Side to, int cost);

    const Lattice &m_lattice;
    std::vector<quint32> m_pages;
    std::vector<quint32> m_searchOfPage;
    std::vector<std::unique_ptr<Seen>> m_seen;
    quint32 m_used = 0;
    quint32 m_search = 0;
    std::vector<Waiting> m_waiting;
    std::optional<Waiting> m_next; ///< the best of what the last step offered, past the queue
    const Gates *m_target = nullptr;
    QRect m_window;
    int m_hurry = 8; ///< weight of the estimate, in eighths
};

}
