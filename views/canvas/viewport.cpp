#include "views/canvas/viewport.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr qreal margin = 24; ///< in pixels, around what is brought into sight

/// The zoom at which a rectangle fills the canvas but for its margins.
qreal filling(QSizeF size, QSizeF rect)
{
    return std::min((size.width() - 2 * margin) / rect.width(), (size.height() - 2 * margin) / rect.height());
}

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

Viewport Viewport::fitting(const QRectF &rect) const
{
    if (rect.isEmpty() || size.isEmpty())
        return *this;
    Viewport next = *this;
    next.zoom = std::clamp(std::min(filling(size, rect.size()), 1.0), leastZoom, mostZoom);
    return next.centredOn(rect.center());
}

bool Viewport::canShow(const QRectF &rect) const
{
    return !rect.isEmpty() && filling(size, rect.size()) >= readable;
}

Viewport Viewport::showing(const QRectF &rect) const
{
    if (rect.isEmpty() || size.isEmpty() || (zoom >= readable && visible().contains(rect)))
        return *this;
    Viewport next = *this;
    next.zoom = std::clamp(zoom < readable ? comfortable : zoom, readable,
                           std::max(filling(size, rect.size()), readable));
    const QSizeF room = size / next.zoom - QSizeF(2 * margin, 2 * margin) / next.zoom;
    return next.centredOn(QRectF(rect.topLeft(), rect.size().boundedTo(room)).center());
}

Viewport Viewport::over(const QRectF &rect) const
{
    Viewport next = *this;
    next.zoom = std::clamp(size.width() / rect.width(), leastZoom, mostZoom);
    return next.centredOn(rect.center());
}

}
