#include "views/routing/fixedroutes.h"

#include "views/routing/measures.h"

#include <algorithm>

namespace views {

namespace {

constexpr qreal loopReach = 40; ///< how far a loop leaves its box
constexpr qreal narrowReach = 20;
constexpr qreal loopStep = 30; ///< how much further the next one does
constexpr qreal portRoom = 16; ///< what a corner of a box is kept free of ends

/// Layer 0 is the usual one, the ones above it go around it, and -1 is for narrow places.
Route loopAt(const Lattice &lattice, const QRectF &box, const Wire &wire, Corner corner, int layer)
{
    const qreal chipRoom = wire.chip.isEmpty() ? 0 : wire.chip.width() + 2 * measure::cornerRadius;
    const qreal height = layer < 0 ? narrowReach : loopReach + layer * loopStep;
    qreal reach = height;
    // Along the top, from the left corner of the loop to its end.
    qreal inward = std::max(60.0 + layer * 20, chipRoom - reach);
    if (inward > box.width() - portRoom) {
        reach += inward - (box.width() - portRoom);
        inward = box.width() - portRoom;
    }
    const qreal down = std::min(measure::headHeight + measure::rowHeight + layer * 20.0,
                                std::max(box.height() - 10, box.height() / 2));

    const auto column = [&](qreal x) { return lattice.pointAt(lattice.firstColumn(x - 5), 0).x(); };
    const auto row = [&](qreal y) { return lattice.pointAt(0, lattice.firstRow(y - 5)).y(); };
    const qreal outerX = column(corner.isRight ? box.right() + reach : box.left() - reach);
    const qreal outerY = row(corner.isLower ? box.bottom() + height : box.top() - height);
    const qreal endX = column(corner.isRight ? box.right() - inward : box.left() + inward);
    const qreal startY = std::clamp(row(corner.isLower ? box.bottom() - down : box.top() + down),
                                    box.top() + 6, box.bottom() - 6);
    Route route;
    route.points = {{corner.isRight ? box.right() : box.left(), startY},
                    {outerX, startY},
                    {outerX, outerY},
                    {endX, outerY},
                    {endX, corner.isLower ? box.bottom() : box.top()}};
    if (!wire.chip.isEmpty()) {
        route.chip = QRectF(QPointF(), wire.chip);
        route.chip.moveCenter({(outerX + endX) / 2, outerY});
    }
    return route;
}

bool isFree(const Lattice &lattice, const QRectF &box, const Route &route)
{
    const auto isTaken = [&](const QRectF &rect) {
        for (int y = lattice.firstRow(rect.top()); y <= lattice.lastRow(rect.bottom()); ++y) {
            for (int x = lattice.firstColumn(rect.left()); x <= lattice.lastColumn(rect.right()); ++x) {
                const LatticeCell &cell = lattice.at(x, y);
                const bool isOwn = box.adjusted(-10, -10, 10, 10).contains(lattice.pointAt(x, y));
                if (cell.held || cell.across || cell.along || (!isOwn && cell.near))
                    return true;
            }
        }
        return false;
    };
    for (qsizetype i = 0; i + 1 < route.points.size(); ++i) {
        if (isTaken(QRectF(route.points[i], route.points[i + 1]).normalized()))
            return false;
    }
    return route.chip.isEmpty() || !isTaken(route.chip.adjusted(-6, -6, 6, 6));
}

/// Whether the two points have a horizontal or a vertical in common.
bool areAligned(QPointF a, QPointF b)
{
    return a.x() == b.x() || a.y() == b.y();
}

/// The end of a route at a box, seen from the next corner: one point, or two where it has to turn.
QList<QPointF> endTowards(const QRectF &box, QPointF corner, qreal anchor)
{
    constexpr qreal margin = 8;
    const bool isAbove = corner.y() < box.top();
    const bool isBelow = corner.y() > box.bottom();
    if ((isAbove || isBelow) && corner.x() >= box.left() + margin && corner.x() <= box.right() - margin)
        return {{corner.x(), isAbove ? box.top() : box.bottom()}};
    const qreal side = corner.x() < box.center().x() ? box.left() : box.right();
    if (corner.y() >= box.top() + margin && corner.y() <= box.bottom() - margin)
        return {{side, corner.y()}};
    const qreal height = std::clamp(box.top() + anchor, box.top() + margin, box.bottom() - margin);
    return {{side, height}, {corner.x(), height}};
}

}

Route loopAround(const Lattice &lattice, const QRectF &box, const Wire &wire,
                 const std::array<Corner, 4> &order)
{
    for (const int layer : {0, -1, 1, 2, 3, 4, 5}) {
        for (const Corner corner : order) {
            Route route = loopAt(lattice, box, wire, corner, layer);
            if (isFree(lattice, box, route))
                return route;
        }
    }
    return loopAt(lattice, box, wire, order[0], 0);
}

QList<QPointF> throughBends(const QRectF &from, const QRectF &to, const Wire &wire)
{
    QList<QPointF> points = endTowards(from, wire.bends.first(), wire.fromAnchor);
    for (const QPointF &bend : wire.bends) {
        if (!areAligned(points.last(), bend)) {
            // Goes on in the direction it has, then turns.
            const qsizetype n = points.size();
            const bool wasAcross = n < 2 ? points[0].x() == from.left() || points[0].x() == from.right()
                                         : points[n - 1].y() == points[n - 2].y();
            points.append(wasAcross ? QPointF(bend.x(), points.last().y())
                                    : QPointF(points.last().x(), bend.y()));
        }
        points.append(bend);
    }
    QList<QPointF> end = endTowards(to, wire.bends.last(), wire.toAnchor);
    std::reverse(end.begin(), end.end());
    return simplified(points + end);
}

QList<QPointF> plainRoute(const QRectF &from, const QRectF &to)
{
    const bool across = std::max(to.left() - from.right(), from.left() - to.right())
        >= std::max(to.top() - from.bottom(), from.top() - to.bottom());
    if (across) {
        const bool isRight = to.center().x() >= from.center().x();
        const QPointF start(isRight ? from.right() : from.left(), from.center().y());
        const QPointF end(isRight ? to.left() : to.right(), to.center().y());
        const qreal middle = (start.x() + end.x()) / 2;
        return simplified({start, {middle, start.y()}, {middle, end.y()}, end});
    }
    const bool isBelow = to.center().y() >= from.center().y();
    const QPointF start(from.center().x(), isBelow ? from.bottom() : from.top());
    const QPointF end(to.center().x(), isBelow ? to.top() : to.bottom());
    const qreal middle = (start.y() + end.y()) / 2;
    return simplified({start, {start.x(), middle}, {end.x(), middle}, end});
}

QList<QPointF> simplified(const QList<QPointF> &points)
{
    QList<QPointF> kept;
    for (const QPointF &point : points) {
        if (!kept.isEmpty() && kept.last() == point)
            continue;
        const qsizetype n = kept.size();
        const bool isInLine = n >= 2
            && ((kept[n - 1].x() == point.x() && kept[n - 2].x() == point.x())
                || (kept[n - 1].y() == point.y() && kept[n - 2].y() == point.y()));
        if (isInLine)
            kept.last() = point;
        else
            kept.append(point);
    }
    return kept;
}

}
