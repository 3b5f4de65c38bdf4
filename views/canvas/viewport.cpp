#include "views/canvas/viewport.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

/// An origin on whole pixels keeps lines and letters sharp.
QPointF sharp(QPointF origin, qreal zoom)
{
    return {std::round(origin.x() * zoom) / zoom, std::round(origin.y() * zoom) / zoom};
}

}

Viewport Viewport::moved(QPointF by) const
{
    return {.origin = sharp(origin - by / zoom, zoom), .zoom = zoom, .size = size};
}

Viewport Viewport::zoomedAt(QPointF point, qreal to) const
{
    const qreal next = std::clamp(to, leastZoom, mostZoom);
    return {.origin = sharp(toScene(point) - point / next, next), .zoom = next, .size = size};
}

Viewport Viewport::centredOn(QPointF point) const
{
    const QPointF half(size.width() / 2, size.height() / 2);
    return {.origin = sharp(point - half / zoom, zoom), .zoom = zoom, .size = size};
}

Viewport Viewport::fitting(const QRectF &rect, const QMarginsF &taken) const
{
    constexpr qreal margin = 40;
    if (rect.isEmpty() || size.isEmpty())
        return *this;
    const QRectF room = QRectF(QPointF(), size) - taken;
    const qreal across = (room.width() - 2 * margin) / rect.width();
    const qreal down = (room.height() - 2 * margin) / rect.height();
    Viewport next = *this;
    next.zoom = std::clamp(std::min({across, down, 1.0}), leastZoom, mostZoom);
    next = next.centredOn(rect.center());
    next.origin += (QRectF(QPointF(), size).center() - room.center()) / next.zoom;
    return next;
}

}
