#pragma once

#include "model/layout/layout.h"

namespace model {

/// Points whose distances are about the distances in the graph, counted in lines. The graph is connected;
/// the unit is arbitrary, and points may coincide.
QList<QPointF> spread(const BoxGraph &graph);

}
