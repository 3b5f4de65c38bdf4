#include "views/diagram/scene.h"

#include "model/layout/layout.h"
#include "views/diagram/outline.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace views {

QRectF Box::rowRect(qsizetype row) const
{
    return {rect.left(), rect.top() + measure::headHeight + qreal(row) * measure::rowHeight, rect.width(),
            measure::rowHeight};
}

int Scene::indexOf(BoxId id) const
{
    for (int i = 0; i < boxes.size(); ++i) {
        if (boxes[i].id == id)
            return i;
    }
    return -1;
}

int Scene::indexOf(EdgeId id) const
{
    for (int i = 0; i < edges.size(); ++i) {
        if (edges[i].id == id)
            return i;
    }
    return -1;
}

Scene scene(const model::Project &project, const model::Schema &schema, const View &view,
            const TextMeasure &measure, const Scene *before)
{
    Scene scene = outline(project, schema, view, measure);
    placeNewBoxes(scene);
    routeEdges(scene, before);
    emphasize(scene, view);
    markProblems(scene, view);
    return scene;
}

void placeNewBoxes(Scene &scene)
{
    QList<QRectF> taken;
    for (const Box &box : scene.boxes) {
        if (box.isPlaced)
            taken.append(box.rect);
    }
    if (taken.size() == scene.boxes.size())
        return;
    if (taken.isEmpty()) {
        const QHash<QString, QPointF> places = arranged(scene);
        for (Box &box : scene.boxes)
            box.rect.moveTopLeft(places.value(box.key));
        return;
    }
    std::vector<bool> isPlaced;
    for (const Box &box : scene.boxes)
        isPlaced.push_back(box.isPlaced);
    for (int i = 0; i < scene.boxes.size(); ++i) {
        if (isPlaced[size_t(i)])
            continue;
        QList<QRectF> neighbours;
        for (const Edge &edge : scene.edges) {
            const bool isFrom = edge.from.box == i;
            const int other = isFrom ? edge.to.box : edge.from.box;
            if ((isFrom || edge.to.box == i) && isPlaced[size_t(other)])
                neighbours.append(scene.boxes[other].rect);
        }
        QRectF &rect = scene.boxes[i].rect;
        rect.moveTopLeft(model::placeBeside(taken, rect.size(), neighbours));
        taken.append(rect);
        isPlaced[size_t(i)] = true;
    }
}

QHash<QString, QPointF> arranged(const Scene &scene)
{
    // A label at each end, the chip between them, and the ends themselves.
    constexpr qreal ends = 2 * (measure::endLength + measure::chipGap);
    model::BoxGraph graph;
    for (const Box &box : scene.boxes)
        graph.sizes.append(box.rect.size());
    for (const Edge &edge : scene.edges) {
        const qreal words = edge.from.labelWidth + edge.to.labelWidth;
        const qreal chip = edge.chip ? edge.chip->size.width() + 2 * measure::grid : 0;
        graph.lines.append({edge.from.box, edge.to.box, ends + words + chip});
    }
    const QList<QPointF> arranged = model::arrange(graph);
    QHash<QString, QPointF> places;
    for (int i = 0; i < scene.boxes.size(); ++i)
        places.insert(scene.boxes[i].key, arranged[i]);
    return places;
}

QList<Wire> wiresOf(const Scene &scene)
{
    QList<Wire> wires;
    wires.reserve(scene.edges.size());
    for (const Edge &edge : scene.edges) {
        wires.append({.from = edge.from.box,
                      .to = edge.to.box,
                      .fromAnchor = edge.from.anchor,
                      .toAnchor = edge.to.anchor,
                      .chip = edge.chip ? edge.chip->size : QSizeF(),
                      .fromLabel = edge.from.labelWidth,
                      .toLabel = edge.to.labelWidth,
                      .bends = edge.bends});
    }
    return wires;
}

Route routeOf(const Edge &edge)
{
    return {.points = edge.points,
            .chip = edge.chip ? edge.chip->rect : QRectF(),
            .fromLabel = edge.from.labelRect,
            .toLabel = edge.to.labelRect};
}

namespace {

void takeRoute(Edge &edge, const Route &route)
{
    edge.points = route.points;
    edge.bounds = boundsOf(route);
    edge.from.labelRect = route.fromLabel;
    edge.to.labelRect = route.toLabel;
    if (edge.chip)
        edge.chip->rect = route.chip;
}

void findBounds(Scene &scene)
{
    scene.bounds = {};
    for (const Box &box : scene.boxes)
        scene.bounds |= box.rect;
    for (const Edge &edge : scene.edges)
        scene.bounds |= edge.bounds;
}

}

void takeRoutes(Scene &scene, const Router &router, const QList<int> &edges)
{
    for (const int i : edges)
        takeRoute(scene.edges[i], router.routes()[i]);
    findBounds(scene);
}

namespace {

/// Hands the router what both scenes have in common and no changed box touches.
void keepRoutes(Router &router, const Scene &scene, const Scene &before)
{
    QHash<BoxId, QRectF> known;
    for (const Box &box : before.boxes)
        known.insert(box.id, box.rect);
    std::vector<bool> isChanged;
    GridIndex changed;
    for (int i = 0; i < scene.boxes.size(); ++i) {
        const Box &box = scene.boxes[i];
        isChanged.push_back(known.value(box.id) != box.rect);
        if (isChanged.back())
            changed.insert(i, box.rect);
    }
    QHash<EdgeId, int> edgeBefore;
    for (int i = 0; i < before.edges.size(); ++i)
        edgeBefore.insert(before.edges[i].id, i);
    const QList<Wire> wiresBefore = wiresOf(before);
    for (int i = 0; i < scene.edges.size(); ++i) {
        const Edge &edge = scene.edges[i];
        const int old = edgeBefore.value(edge.id, -1);
        if (old < 0 || isChanged[size_t(edge.from.box)] || isChanged[size_t(edge.to.box)])
            continue;
        const Edge &same = before.edges[old];
        Wire wire = wiresBefore[old];
        wire.from = edge.from.box;
        wire.to = edge.to.box;
        // Boxes are told by what they stand for: their positions in the list may differ.
        if (same.points.isEmpty() || wire != router.wires()[i]
            || before.boxes[same.from.box].id != scene.boxes[edge.from.box].id
            || before.boxes[same.to.box].id != scene.boxes[edge.to.box].id)
            continue;
        const Route route = routeOf(same);
        const bool isTouched =
            changed.find(boundsOf(route), [&](int box) { return touches(route, scene.boxes[box].rect); });
        if (!isTouched)
            router.keep(i, route);
    }
}

}

QList<QRectF> rectsOf(const Scene &scene)
{
    QList<QRectF> rects;
    rects.reserve(scene.boxes.size());
    for (const Box &box : scene.boxes)
        rects.append(box.rect);
    return rects;
}

void routeEdges(Scene &scene, const Scene *before)
{
    const QList<QRectF> rects = rectsOf(scene);
    const QList<Wire> wires = wiresOf(scene);
    // Where everything is as it was there is nothing to look for.
    if (before && rects == rectsOf(*before) && wires == wiresOf(*before)) {
        for (qsizetype i = 0; i < scene.edges.size(); ++i)
            takeRoute(scene.edges[i], routeOf(before->edges[i]));
        findBounds(scene);
        return;
    }
    Router router(rects, wires);
    if (before)
        keepRoutes(router, scene, *before);
    router.route();
    QList<int> all(scene.edges.size());
    std::iota(all.begin(), all.end(), 0);
    takeRoutes(scene, router, all);
}

}
