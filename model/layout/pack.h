#pragma once

#include "model/layout/layout.h"

namespace model {

/// The boxes that hang together, as a graph of their own.
struct Part
{
    QList<int> boxes; ///< their positions in the whole graph
    BoxGraph graph;
};

/// The connected parts of a graph, the largest first; single boxes in their order.
QList<Part> connectedParts(const BoxGraph &graph);

/// Corners on the grid for boxes around these centres, moved as little as it takes to keep them apart.
QList<QPointF> settled(const BoxGraph &graph, const QList<QPointF> &centres);

/// Puts the parts beside and below each other, in about the shape of a screen. The corners are one list for
/// each part; the result is in the order of the whole graph.
QList<QPointF> packed(const BoxGraph &graph, const QList<Part> &parts, const QList<QList<QPointF>> &corners);

}
