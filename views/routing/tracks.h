#pragma once

#include "views/routing/channels.h"

namespace views {

/// A way on the lattice: each of its parts on the best line near to where it was meant to run.
QList<QPointF> onTracks(const Lattice &lattice, const CoarsePath &coarse, const Gates &from, const Gates &to);

}
