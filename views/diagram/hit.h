#pragma once

#include "views/diagram/scene.h"

namespace views {

/// What lies under a point of the diagram.
struct Hit
{
    enum class Kind : quint8 { Nothing, Head, Row, More, Edge, Chip, Label };

    Kind kind = Kind::Nothing;
    int box = -1; ///< positions in the scene's lists
    int row = -1;
    int edge = -1;
    bool isAtFrom = false; ///< the half of an edge, or the label, that is nearer to its first end
    bool isHandle = false; ///< on the left or right border of a box, where lines are drawn from

    explicit operator bool() const { return kind != Kind::Nothing; }
    bool operator==(const Hit &) const = default;
};

/// Finds what is where in a scene, in less time than the mouse takes to move.
class HitIndex
{
public:
    /// How near on the screen is near enough: handles and lines are 16 pixels wide at any zoom.
    static constexpr qreal tolerance = 8;

    HitIndex() = default;
    explicit HitIndex(const Scene &scene);

    /// Takes over boxes and edges whose places have changed. Their number is the same as before.
    void update(const Scene &scene, const QList<int> &boxes, const QList<int> &edges);

    Hit at(const Scene &scene, QPointF point, qreal zoom) const;
    /// The boxes that touch the rectangle, in the scene's order.
    QList<int> boxesIn(const Scene &scene, const QRectF &rect) const;
    /// The edges whose lines pass through it, likewise.
    QList<int> edgesIn(const Scene &scene, const QRectF &rect) const;

private:
    void insertBox(const Scene &scene, int box);
    void insertEdge(const Scene &scene, int edge);
    int boxAt(const Scene &scene, QPointF point, qreal reach) const;

    GridIndex m_boxes;
    GridIndex m_edges;
    QList<QRectF> m_boxRects; ///< as they were filed
    QList<QList<QRectF>> m_edgeRects;
};

}
