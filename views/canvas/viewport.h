#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>

namespace views {

/// Which part of the diagram a canvas shows, and how large.
struct Viewport
{
    static constexpr qreal leastZoom = 0.02;
    static constexpr qreal mostZoom = 4;

    QPointF origin; ///< of the diagram, at the canvas's upper left corner
    qreal zoom = 1;
    QSizeF size; ///< of the canvas

    QPointF toScene(QPointF point) const { return origin + point / zoom; }
    QPointF toCanvas(QPointF point) const { return (point - origin) * zoom; }
    QRectF visible() const { return {origin, size / zoom}; }

    Viewport moved(QPointF by) const;
    /// What is at this point of the canvas stays there.
    Viewport zoomedAt(QPointF point, qreal zoom) const;
    Viewport centredOn(QPointF point) const;
    /// All of the rectangle, in the middle of what is not taken, with a margin; never larger than life.
    Viewport fitting(const QRectF &rect, const QMarginsF &taken = {}) const;

    bool operator==(const Viewport &) const = default;
};

}
