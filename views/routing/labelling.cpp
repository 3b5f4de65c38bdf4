#include "views/routing/labelling.h"

#include "views/routing/measures.h"

#include <algorithm>

namespace views {

namespace {

/// Whether a box, or a chip or label, comes near the rectangle. It never misses one that overlaps.
bool isTaken(const Lattice &lattice, const QRectF &rect, bool countsBoxes)
{
    constexpr qreal clearance = 6;
    constexpr qreal boxClearance = 10;
    const qreal d = countsBoxes ? boxClearance : clearance;
    const QRectF wide = rect.adjusted(-d, -d, d, d);
    const QRectF around = rect.adjusted(-clearance, -clearance, clearance, clearance);
    for (int y = lattice.firstRow(wide.top()); y <= lattice.lastRow(wide.bottom()); ++y) {
        for (int x = lattice.firstColumn(wide.left()); x <= lattice.lastColumn(wide.right()); ++x) {
            const LatticeCell &cell = lattice.at(x, y);
            if (countsBoxes && cell.inside > 0)
                return true;
            if (cell.held > 0 && around.contains(lattice.pointAt(x, y)))
                return true;
        }
    }
    return false;
}

struct Spot
{
    QPointF centre;
    qreal off = 0; ///< how much there is to say against it
};

/// Every place on a route, the best first.
QList<Spot> spotsOn(const QList<QPointF> &points, const QSizeF &size)
{
    constexpr qreal step = 10;
    constexpr qreal upright = 30;
    constexpr qreal overCorner = 60;
    qreal whole = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        whole += (points[i + 1] - points[i]).manhattanLength();
    QList<Spot> spots;
    qreal before = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        const qreal length = way.manhattanLength();
        const bool across = way.y() == 0;
        const qreal half = (across ? size.width() : size.height()) / 2;
        const auto offer = [&](qreal at) {
            Spot spot{.centre = points[i] + way * (at / length), .off = std::abs(before + at - whole / 2)};
            spot.off += across ? 0 : upright;
            if (std::min(at, length - at) < half + measure::cornerRadius)
                spot.off += overCorner;
            spots.append(spot);
        };
        // The middle of the segment, and the middle of the whole where it falls on this segment.
        if (length > 0) {
            offer(length / 2);
            if (whole / 2 > before && whole / 2 < before + length)
                offer(whole / 2 - before);
            for (qreal at = step; at < length; at += step)
                offer(at);
        }
        before += length;
    }
    std::stable_sort(spots.begin(), spots.end(), [](const Spot &a, const Spot &b) { return a.off < b.off; });
    return spots;
}

/// The two places for words beside a line, at a distance from where it begins.
std::array<QRectF, 2> besides(QPointF start, QPointF towards, qreal distance, qreal width)
{
    constexpr qreal besideLine = 5; ///< between the line and the words
    constexpr qreal besideFoot = 10;
    const QPointF way = towards - start;
    const QSizeF size(width, measure::labelHeight);
    if (way.y() == 0) {
        const qreal off = distance < measure::footLength ? besideFoot : besideLine;
        const qreal left = way.x() > 0 ? start.x() + distance : start.x() - distance - width;
        return {QRectF({left, start.y() - off - size.height()}, size), QRectF({left, start.y() + off}, size)};
    }
    const qreal top = way.y() > 0 ? start.y() + distance - 2 : start.y() - distance + 2 - size.height();
    return {QRectF({start.x() + besideFoot, top}, size), QRectF({start.x() - besideFoot - width, top}, size)};
}

}

std::optional<QRectF> chipOn(const Lattice &lattice, const QList<QPointF> &points, const QSizeF &size,
                             bool isOverRoutes)
{
    constexpr qreal routeClearance = 5;
    for (const Spot &spot : spotsOn(points, size)) {
        QRectF rect(QPointF(), size);
        rect.moveCenter(spot.centre);
        const QRectF around = rect.adjusted(-routeClearance, -routeClearance, routeClearance, routeClearance);
        if (!isTaken(lattice, rect, true) && (isOverRoutes || lattice.routesIn(around) == 0))
            return rect;
    }
    return {};
}

namespace {

/// What is drawn already around a label that is to be placed.
struct Surroundings
{
    const Lattice &lattice;
    const QList<QRectF> &boxes;
    const GridIndex &boxIndex;

    bool isBare(const QRectF &rect) const
    {
        const QRectF around = rect.adjusted(-2, -2, 2, 2);
        return !boxIndex.find(around, [&](int box) { return boxes[box].intersects(around); })
            && !isTaken(lattice, rect, false);
    }
    bool isFree(const QRectF &rect) const
    {
        return lattice.routesIn(rect.adjusted(-6, -3, 6, 3)) == 0 && isBare(rect);
    }
};

/// How many lines that are not its own a rectangle on a line covers, counted by their points.
int strangersIn(const Lattice &lattice, const QRectF &rect, bool isAcross)
{
    const int own = isAcross ? lattice.lastColumn(rect.right()) - lattice.firstColumn(rect.left()) + 1
                             : lattice.lastRow(rect.bottom()) - lattice.firstRow(rect.top()) + 1;
    return std::max(0, lattice.routesIn(rect) - own);
}

/// The nearest free place beside a route, at its first part or around its corners.
QRectF placeBeside(const Surroundings &around, const QList<QPointF> &points, qreal width)
{
    constexpr qreal shortEnd = 60;
    constexpr std::array<qreal, 11> distances{20, 8, 32, 48, 64, 84, 108, 140, 180, 230, 290};
    constexpr std::array<qreal, 4> behindCorner{6, 16, 28, 40};
    const auto along = [&](qsizetype run, const auto &steps, qreal reach) {
        for (const qreal distance : steps) {
            if (distance > reach)
                continue;
            for (const QRectF &rect : besides(points[run], points[run + 1], distance, width)) {
                if (around.isFree(rect))
                    return rect;
            }
        }
        return QRectF();
    };
    const qreal first = std::max((points[1] - points[0]).manhattanLength(), 30.0);
    QRectF place = along(0, distances, first);
    // A short end goes on around its corner.
    if (place.isEmpty() && points.size() > 2 && first <= shortEnd)
        place = along(1, behindCorner, behindCorner.back());
    return place;
}

/// The place on a route, in its nearer half, that covers fewest other lines: the words interrupt their own.
QRectF placeOnLine(const Surroundings &around, const QList<QPointF> &points, qreal width)
{
    constexpr qreal step = 10;
    constexpr qreal gap = 4;
    qreal whole = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        whole += (points[i + 1] - points[i]).manhattanLength();
    QRectF best;
    int fewest = 0;
    qreal before = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        const qreal length = way.manhattanLength();
        const bool isAcross = way.y() == 0;
        const qreal half = (isAcross ? width : measure::labelHeight) / 2 + gap;
        const bool isLast = i + 2 == points.size();
        const qreal start = half + (i == 0 ? measure::endLength : measure::cornerRadius);
        const qreal end = length - half - (isLast ? measure::endLength : measure::cornerRadius);
        for (qreal at = start; at <= end && before + at < std::max(whole * 2 / 3, start + step); at += step) {
            QRectF rect(0, 0, width, measure::labelHeight);
            rect.moveCenter(points[i] + way * (at / length));
            if (!around.isBare(rect.adjusted(-gap, 0, gap, 0)))
                continue;
            const int strangers = strangersIn(around.lattice, rect.adjusted(-gap, -1, gap, 1), isAcross);
            if (best.isEmpty() || strangers < fewest) {
                best = rect;
                fewest = strangers;
            }
            if (fewest == 0)
                return best;
        }
        before += length;
    }
    return best;
}

/// Beside the end even where other lines run: the last resort.
QRectF placeOverLines(const Surroundings &around, const QList<QPointF> &points, qreal width)
{
    for (const qreal distance : {8.0, 20.0, 32.0, 48.0, 64.0, 84.0}) {
        for (const QRectF &rect : besides(points[0], points[1], distance, width)) {
            if (around.isBare(rect))
                return rect;
        }
    }
    return {};
}

}

QRectF labelOn(const Lattice &lattice, const QList<QRectF> &boxes, const GridIndex &boxIndex,
               const QList<QPointF> &points, qreal width)
{
    const Surroundings around{lattice, boxes, boxIndex};
    QRectF place = placeBeside(around, points, width);
    if (place.isEmpty())
        place = placeOnLine(around, points, width);
    return place.isEmpty() ? placeOverLines(around, points, width) : place;
}

}
