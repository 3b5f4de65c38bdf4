#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

/// Where the boxes of a diagram go that nobody has placed. It knows sizes and lines, nothing of models.
namespace model {

/// A line between two boxes, by their positions in the list.
struct BoxLine
{
    int from = 0;
    int to = 0;
    qreal room = 0; ///< how much of it should be straight, for what is written on it

    bool operator==(const BoxLine &) const = default;
};

struct BoxGraph
{
    QList<QSizeF> sizes;
    QList<BoxLine> lines;
};

inline constexpr qreal layoutGrid = 20;
inline constexpr qreal layoutGap = 60; ///< two boxes are never placed nearer to each other

/// The upper left corner of every box: on the grid, none nearer to another than the gap, connected ones near
/// each other and, where it can be, in line. The same graph always gives the same places.
QList<QPointF> arrange(const BoxGraph &graph);

/// The free place on the grid that is nearest to the wanted one.
QPointF freePlace(const QList<QRectF> &taken, const QSizeF &size, QPointF wanted);

/// A place for one more box near those that it is connected to; beside all others where there are none.
QPointF placeBeside(const QList<QRectF> &taken, const QSizeF &size, const QList<QRectF> &neighbours);

}
