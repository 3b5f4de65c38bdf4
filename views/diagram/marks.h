#pragma once

#include "views/diagram/scene.h"

#include <QPainterPath>

/// The small figures of the diagram, as paths in its own units.
namespace views {

/// The mark of a key in the square that a row keeps free for it. The key and the arrow are outlines, the
/// diamond is filled.
QPainterPath keyMark(KeyMark mark, const QRectF &square);
bool isFilled(KeyMark mark);

/// The table in a chip: outlines.
QPainterPath tableMark(const QRectF &square);

/// Of length 1; to the right where both are one point.
QPointF directionOf(QPointF from, QPointF to);

/// What stands at the end of a line that leaves a box at this point, in this direction (of length 1).
QPainterPath endMark(EndMark mark, QPointF at, QPointF outwards);

/// A line with rounded corners, in two parts, because straight ones are painted many times faster.
struct RoundedLine
{
    QList<QLineF> straights;
    QPainterPath corners;
};

RoundedLine roundedLine(const QList<QPointF> &points);
/// The same in one piece.
QPainterPath roundedPath(const QList<QPointF> &points);

/// A rectangle with its upper corners rounded.
QPainterPath headPath(const QRectF &rect, qreal radius);

}
