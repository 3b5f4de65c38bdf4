#pragma once

#include <QPointF>
#include <QRectF>

namespace views {

/// Which part of the diagram a canvas shows, and how large.
struct Viewport
{
    static constexpr qreal leastZoom = 0.02;
    static constexpr qreal mostZoom = 4;
    static constexpr qreal readable = 0.6; ///< the least zoom at which rows can be read
    static constexpr qreal comfortable = 0.85;

    QPointF origin; ///< of the diagram, at the canvas's upper left corner
    qreal zoom = 1;
    QSizeF size; ///< of the canvas

    QPointF toScene(QPointF point) const { return origin + point / zoom; }
    QPointF toCanvas(QPointF point) const { return (point - origin) * zoom; }
    QRectF toCanvas(const QRectF &rect) const { return {toCanvas(rect.topLeft()), rect.size() * zoom}; }
    QRectF visible() const { return {origin, size / zoom}; }

    Viewport moved(QPointF by) const;
    /// What is at this point of the canvas stays there.
    Viewport zoomedAt(QPointF point, qreal zoom) const;
    Viewport centredOn(QPointF point) const;
    /// All of the rectangle, with a margin; never larger than life.
    Viewport fitting(const QRectF &rect) const;
    /// The rectangle in the middle, at a size at which it can be read, from its upper left corner on where it
    /// is too large for that. Where all of it can be read already nothing changes.
    Viewport showing(const QRectF &rect) const;
    /// Whether all of the rectangle has room at a size at which it can be read.
    bool canShow(const QRectF &rect) const;
    /// As wide as the rectangle, and around its middle.
    Viewport over(const QRectF &rect) const;

    bool operator==(const Viewport &) const = default;
};

}
