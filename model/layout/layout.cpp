#include "model/layout/layout.h"

#include "model/layout/grid.h"
#include "model/layout/pack.h"

namespace model {

QList<QPointF> arrange(const BoxGraph &graph)
{
    const QList<Part> parts = connectedParts(graph);
    QList<QList<QPointF>> corners;
    for (const Part &part : parts)
        corners.append(part.boxes.size() > 1 ? Grid(part.graph).arranged() : QList<QPointF>{QPointF()});
    return packed(graph, parts, corners);
}

QPointF placeBeside(const QList<QRectF> &taken, const QSizeF &size, const QList<QRectF> &neighbours)
{
    QRectF all;
    for (const QRectF &rect : taken)
        all |= rect;
    if (taken.isEmpty())
        return {2 * layoutGrid, 2 * layoutGrid};
    if (neighbours.isEmpty())
        return freePlace(taken, size, {all.left(), all.bottom() + layoutGap});
    QPointF middle;
    for (const QRectF &rect : neighbours)
        middle += rect.center() / qreal(neighbours.size());
    QPointF wanted = middle - QPointF(size.width(), size.height()) / 2;
    // Beside a single neighbour rather than above or below it: lines are easier to follow there.
    if (neighbours.size() == 1)
        wanted = {neighbours[0].right() + 2 * layoutGap + layoutGrid, neighbours[0].top()};
    return freePlace(taken, size, wanted);
}

}
