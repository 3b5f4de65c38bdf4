#include "model/layout/pack.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace model {

namespace {

qreal onGrid(qreal at)
{
    return std::round(at / layoutGrid) * layoutGrid;
}

/// The rectangles that are taken, found by where they are.
class Taken
{
public:
    void add(const QRectF &rect)
    {
        each(rect, [&](quint64 square) {
            m_squares[square].append(rect);
            return false;
        });
    }

    /// Whether the rectangle is nearer to one of them than the gap.
    bool isNear(const QRectF &rect) const
    {
        const qreal d = layoutGap - 0.5;
        const QRectF around = rect.adjusted(-d, -d, d, d);
        return each(around, [&](quint64 square) {
            const auto found = m_squares.constFind(square);
            return found != m_squares.cend()
                && std::any_of(found->cbegin(), found->cend(),
                               [&](const QRectF &other) { return other.intersects(around); });
        });
    }

    /// The nearest free corner, ring by ring on the grid.
    QPointF nearest(const QSizeF &size, QPointF wanted) const
    {
        const QPointF start(onGrid(wanted.x()), onGrid(wanted.y()));
        for (int ring = 0;; ++ring) {
            std::optional<QPointF> best;
            qreal bestDistance = 0;
            for (int y = -ring; y <= ring; ++y) {
                const int step = std::abs(y) == ring ? 1 : 2 * ring;
                for (int x = -ring; x <= ring; x += std::max(step, 1)) {
                    const QPointF at = start + QPointF(x, y) * layoutGrid;
                    const QPointF off = at - wanted;
                    const qreal distance = QPointF::dotProduct(off, off);
                    if ((best && distance >= bestDistance) || isNear(QRectF(at, size)))
                        continue;
                    best = at;
                    bestDistance = distance;
                }
            }
            if (best)
                return *best;
        }
    }

private:
    template <typename Visit>
    static bool each(const QRectF &rect, Visit visit)
    {
        constexpr qreal side = 320;
        const auto squareOf = [](qreal at) { return qint32(std::floor(at / side)); };
        for (qint32 y = squareOf(rect.top()); y <= squareOf(rect.bottom()); ++y) {
            for (qint32 x = squareOf(rect.left()); x <= squareOf(rect.right()); ++x) {
                if (visit(quint64(quint32(y)) << 32 | quint32(x)))
                    return true;
            }
        }
        return false;
    }

    QHash<quint64, QList<QRectF>> m_squares;
};

}

QPointF freePlace(const QList<QRectF> &taken, const QSizeF &size, QPointF wanted)
{
    Taken index;
    for (const QRectF &rect : taken)
        index.add(rect);
    return index.nearest(size, wanted);
}

QList<Part> connectedParts(const BoxGraph &graph)
{
    QList<int> leader(graph.sizes.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto leaderOf = [&](int box) {
        while (leader[box] != box)
            box = leader[box] = leader[leader[box]];
        return box;
    };
    for (const BoxLine &line : graph.lines)
        leader[leaderOf(line.from)] = leaderOf(line.to);

    QHash<int, int> partOf;
    QList<int> position(graph.sizes.size());
    QList<Part> parts;
    for (int box = 0; box < graph.sizes.size(); ++box) {
        const int lead = leaderOf(box);
        if (!partOf.contains(lead)) {
            partOf.insert(lead, int(parts.size()));
            parts.append(Part());
        }
        Part &part = parts[partOf.value(lead)];
        position[box] = int(part.boxes.size());
        part.boxes.append(box);
        part.graph.sizes.append(graph.sizes[box]);
    }
    for (const BoxLine &line : graph.lines) {
        parts[partOf.value(leaderOf(line.from))].graph.lines.append(
            {position[line.from], position[line.to], line.room});
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part &a, const Part &b) { return a.boxes.size() > b.boxes.size(); });
    return parts;
}

QList<QPointF> settled(const BoxGraph &graph, const QList<QPointF> &centres)
{
    QPointF middle;
    for (const QPointF &centre : centres)
        middle += centre / qreal(centres.size());
    QList<int> order(centres.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return (centres[a] - middle).manhattanLength() < (centres[b] - middle).manhattanLength();
    });
    Taken taken;
    QList<QPointF> corners(centres.size());
    for (const int box : order) {
        const QSizeF size = graph.sizes[box];
        corners[box] = taken.nearest(size, centres[box] - QPointF(size.width(), size.height()) / 2);
        taken.add(QRectF(corners[box], size));
    }
    return corners;
}

QList<QPointF> packed(const BoxGraph &graph, const QList<Part> &parts, const QList<QList<QPointF>> &corners)
{
    constexpr qreal widerThanHigh = 1.6;
    constexpr qreal margin = 2 * layoutGrid;
    constexpr qreal apart = layoutGap + layoutGrid;
    QList<QRectF> bounds;
    qreal area = 0;
    qreal widest = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QRectF whole;
        for (qsizetype box = 0; box < corners[i].size(); ++box)
            whole |= QRectF(corners[i][box], parts[i].graph.sizes[box]);
        bounds.append(whole);
        area += (whole.width() + apart) * (whole.height() + apart);
        widest = std::max(widest, whole.width());
    }
    const qreal width = std::max(widest, std::sqrt(area * widerThanHigh));

    QList<QPointF> places(graph.sizes.size());
    QPointF at(margin, margin);
    qreal rowHeight = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (at.x() > margin && at.x() + bounds[i].width() > margin + width) {
            at = {margin, at.y() + rowHeight + apart};
            rowHeight = 0;
        }
        for (qsizetype box = 0; box < corners[i].size(); ++box) {
            const QPointF place = at + corners[i][box] - bounds[i].topLeft();
            places[parts[i].boxes[box]] = {onGrid(place.x()), onGrid(place.y())};
        }
        at.rx() += std::ceil((bounds[i].width() + apart) / layoutGrid) * layoutGrid;
        rowHeight = std::max(rowHeight, std::ceil(bounds[i].height() / layoutGrid) * layoutGrid);
    }
    return places;
}

}
