#pragma once

#include "views/canvas/routing.h"

#include <optional>

namespace views {

/// A place for the chip of a wire on its route, as near to the middle as there is room: over no box, no other
/// chip and no label, and, unless it has to, over no other route. The route itself must not be on the
/// lattice.
std::optional<QRectF> chipOn(const Lattice &lattice, const QList<QPointF> &points, const QSizeF &size,
                             bool isOverRoutes = false);

/// A place for words of this width beside the beginning of a route, over nothing else that is drawn. All
/// routes must be on the lattice. Empty where there is no room.
QRectF labelBeside(const Lattice &lattice, const QList<QRectF> &boxes, const GridIndex &boxIndex,
                   const QList<QPointF> &points, qreal width);

}
