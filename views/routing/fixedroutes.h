#pragma once

#include "views/routing/routing.h"

namespace views {

/// One of the four corners of a box.
struct Corner
{
    bool isRight = false;
    bool isLower = false;
};

/// The upper left corner and on around the box.
inline constexpr std::array<Corner, 4> corners{
    Corner{}, Corner{.isRight = true}, Corner{.isRight = true, .isLower = true}, Corner{.isLower = true}};

/// The route of a wire from a box to itself, around the first of these corners that is free. It has its chip,
/// if there is one.
Route loopAround(const Lattice &lattice, const QRectF &box, const Wire &wire,
                 const std::array<Corner, 4> &order = corners);

/// The route through the corners that the user gave a wire.
QList<QPointF> throughBends(const QRectF &from, const QRectF &to, const Wire &wire);

/// The plainest route between two boxes, whatever is in its way.
QList<QPointF> plainRoute(const QRectF &from, const QRectF &to);

/// The route without corners that are none: points that are equal, or in line with their neighbours.
QList<QPointF> simplified(const QList<QPointF> &points);

}
