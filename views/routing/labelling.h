#pragma once

#include "views/routing/routing.h"

#include <optional>

namespace views {

/// A place for the chip of a wire on its route, as near to the middle as there is room: over no box, no other
/// chip and no label, and, unless it has to, over no other route. The route itself must not be on the
/// lattice.
std::optional<QRectF> chipOn(const Lattice &lattice, const QList<QPointF> &points, const QSizeF &size,
                             bool isOverRoutes = false);

/// A place for words of this width near the beginning of a route: beside it, over nothing else that is drawn;
/// else on the line itself, which they interrupt; over other lines only where there is no other way. Never
/// over a box, a chip or other words: where even that cannot be, it is empty. All routes must be on the
/// lattice.
QRectF labelOn(const Lattice &lattice, const QList<QRectF> &boxes, const GridIndex &boxIndex,
               const QList<QPointF> &points, qreal width);

}
