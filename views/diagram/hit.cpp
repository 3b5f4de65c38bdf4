#include "views/diagram/hit.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

/// The rectangles that an edge is filed under: its parts, its chip and its labels.
QList<QRectF> rectsOf(const Edge &edge)
{
    QList<QRectF> rects;
    for (qsizetype i = 0; i + 1 < edge.points.size(); ++i)
        rects.append(QRectF(edge.points[i], edge.points[i + 1]).normalized());
    if (edge.chip && !edge.chip->rect.isEmpty())
        rects.append(edge.chip->rect);
    for (const EdgeEnd *end : {&edge.from, &edge.to}) {
        if (!end->labelRect.isEmpty())
            rects.append(end->labelRect);
    }
    return rects;
}

qreal distanceTo(const QRectF &rect, QPointF point)
{
    const qreal dx = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
    const qreal dy = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
    return std::hypot(dx, dy);
}

struct Nearest
{
    qreal distance = 0;
    bool isAtFrom = false;
};

/// How far a line is from a point, and which of its ends is nearer along it.
Nearest nearestOn(const Edge &edge, QPointF point)
{
    Nearest nearest{.distance = 1e9};
    qreal before = 0;
    qreal there = 0;
    for (qsizetype i = 0; i + 1 < edge.points.size(); ++i) {
        const QRectF run = QRectF(edge.points[i], edge.points[i + 1]).normalized();
        const qreal distance = distanceTo(run, point);
        if (distance < nearest.distance) {
            nearest.distance = distance;
            const qreal along = (point - edge.points[i]).manhattanLength();
            there = before + std::min(along, run.width() + run.height());
        }
        before += run.width() + run.height();
    }
    nearest.isAtFrom = there < before / 2;
    return nearest;
}

}

HitIndex::HitIndex(const Scene &scene) : m_boxRects(scene.boxes.size()), m_edgeRects(scene.edges.size())
{
    for (int i = 0; i < scene.boxes.size(); ++i)
        insertBox(scene, i);
    for (int i = 0; i < scene.edges.size(); ++i)
        insertEdge(scene, i);
}

void HitIndex::insertBox(const Scene &scene, int box)
{
    m_boxRects[box] = scene.boxes[box].rect;
    m_boxes.insert(box, m_boxRects[box]);
}

void HitIndex::insertEdge(const Scene &scene, int edge)
{
    m_edgeRects[edge] = rectsOf(scene.edges[edge]);
    for (const QRectF &rect : m_edgeRects[edge])
        m_edges.insert(edge, rect);
}

void HitIndex::update(const Scene &scene, const QList<int> &boxes, const QList<int> &edges)
{
    for (const int box : boxes) {
        m_boxes.remove(box, m_boxRects[box]);
        insertBox(scene, box);
    }
    for (const int edge : edges) {
        for (const QRectF &rect : m_edgeRects[edge])
            m_edges.remove(edge, rect);
        insertEdge(scene, edge);
    }
}

/// The box that is painted last of those that reach to the point.
int HitIndex::boxAt(const Scene &scene, QPointF point, qreal reach) const
{
    int found = -1;
    const QRectF around(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    m_boxes.find(around, [&](int box) {
        if (scene.boxes[box].rect.adjusted(-reach, 0, reach, 0).contains(point))
            found = std::max(found, box);
        return false;
    });
    return found;
}

Hit HitIndex::at(const Scene &scene, QPointF point, qreal zoom) const
{
    const qreal reach = tolerance / zoom;
    const QRectF around(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    Hit hit;
    qreal nearest = reach;
    m_edges.find(around, [&](int edge) {
        const Edge &e = scene.edges[edge];
        if (e.chip && e.chip->rect.contains(point)) {
            hit = {.kind = Hit::Kind::Chip, .edge = edge};
            return true;
        }
        for (const EdgeEnd *end : {&e.from, &e.to}) {
            if (end->labelRect.contains(point)) {
                hit = {.kind = Hit::Kind::Label, .edge = edge, .isAtFrom = end == &e.from};
                nearest = 0;
            }
        }
        const Nearest on = nearestOn(e, point);
        if (on.distance < nearest || (on.distance == nearest && hit.edge > edge)) {
            hit = {.kind = Hit::Kind::Edge, .edge = edge, .isAtFrom = on.isAtFrom};
            nearest = on.distance;
        }
        return false;
    });
    if (hit.kind == Hit::Kind::Chip)
        return hit;

    // A box lies above the lines; just outside of it there are only its handles.
    int box = boxAt(scene, point, 0);
    const bool isInside = box >= 0;
    if (!isInside && !hit)
        box = boxAt(scene, point, reach);
    if (box < 0)
        return hit;
    const Box &b = scene.boxes[box];
    hit = {.kind = Hit::Kind::Head, .box = box};
    // Inside, a handle never takes more than the border, so that there is always something left to hold.
    const qreal border = std::min(reach, b.rect.width() / 6);
    hit.isHandle = !isInside || point.x() < b.rect.left() + border || point.x() > b.rect.right() - border;
    const qreal below = point.y() - b.head().bottom();
    if (below < 0 || b.rows.isEmpty())
        return hit;
    const int row = std::min(int(below / measure::rowHeight), int(b.rows.size()) - (b.more > 0 ? 0 : 1));
    if (row < b.rows.size()) {
        hit.kind = Hit::Kind::Row;
        hit.row = row;
    } else {
        hit.kind = Hit::Kind::More;
        hit.isHandle = false;
    }
    return hit;
}

QList<int> HitIndex::boxesIn(const Scene &scene, const QRectF &rect) const
{
    QSet<int> found;
    m_boxes.find(rect, [&](int box) {
        if (scene.boxes[box].rect.intersects(rect))
            found.insert(box);
        return false;
    });
    QList<int> boxes = found.values();
    std::sort(boxes.begin(), boxes.end());
    return boxes;
}

QList<int> HitIndex::edgesIn(const Scene &scene, const QRectF &rect) const
{
    QSet<int> found;
    m_edges.find(rect, [&](int edge) {
        const QList<QPointF> &points = scene.edges[edge].points;
        for (qsizetype i = 0; i + 1 < points.size(); ++i) {
            const QRectF run = QRectF(points[i], points[i + 1]).normalized();
            if (run.right() >= rect.left() && run.left() <= rect.right() && run.bottom() >= rect.top()
                && run.top() <= rect.bottom())
                found.insert(edge);
        }
        return false;
    });
    QList<int> edges = found.values();
    std::sort(edges.begin(), edges.end());
    return edges;
}

}
