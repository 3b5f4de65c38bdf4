#include "views/diagram/diagram.h"

#include <algorithm>
#include <numeric>

namespace views {

Diagram::Diagram(const TextMeasure &measure) : m_measure(measure) { }

const model::Schema &Diagram::schema() const
{
    if (!m_schema)
        m_schema = resolve(m_project);
    return *m_schema;
}

bool Diagram::show(const model::Project &project, const model::Schema &schema)
{
    if (m_isCurrent && project == m_project)
        return false;
    m_project = project;
    m_schema = schema;
    m_isPreview = false;
    dropTheGone();
    rebuild(project, schema);
    m_isCurrent = true;
    return true;
}

void Diagram::expect(const model::Project &next)
{
    m_project = next;
    m_schema.reset();
    m_shifted.clear();
    m_isPreview = false;
    m_isCurrent = false;
}

void Diagram::preview(const model::Project &next, const model::Schema &schema)
{
    m_isPreview = true;
    m_isCurrent = false;
    rebuild(next, schema);
}

void Diagram::endPreview()
{
    if (!m_isPreview)
        return;
    m_isPreview = false;
    rebuild(m_project, schema());
    m_isCurrent = true;
}

void Diagram::rebuild(const model::Project &project, const model::Schema &schema)
{
    m_shifted.clear();
    const Scene before = std::move(m_scene);
    m_scene = views::scene(project, schema, m_view, m_measure, before.boxes.isEmpty() ? nullptr : &before);
    // What was given a place now keeps it while the project says nothing else.
    for (const Box &box : std::as_const(m_scene.boxes)) {
        if (!box.isPlaced && !m_isPreview)
            m_view.places.insert(box.key, box.rect.topLeft());
    }
    // After a move, nothing has to be prepared for the next one.
    if (m_router && (m_router->boxes() != rectsOf(m_scene) || m_router->wires() != wiresOf(m_scene)))
        m_router.reset();
    m_hits = HitIndex(m_scene);
    takeSelection();
}

// Selection -----------------------------------------------------------------------------------------------

bool Diagram::select(const Selection &selection)
{
    if (selection == m_selection)
        return false;
    m_selection = selection;
    takeSelection();
    return true;
}

/// Tells the view which boxes and lines are meant, and the scene how they look.
void Diagram::takeSelection()
{
    const QSet<model::AssociationId> calls(m_selection.associations.cbegin(),
                                           m_selection.associations.cend());
    m_view.selectedBoxes.clear();
    m_view.selectedEdges.clear();
    m_view.selectedAttribute = m_selection.attribute;
    for (const model::ModelId model : std::as_const(m_selection.models))
        m_view.selectedBoxes.insert({.model = model});
    for (const Box &box : std::as_const(m_scene.boxes)) {
        if (calls.contains(box.id.through))
            m_view.selectedBoxes.insert(box.id);
    }
    for (const Edge &edge : std::as_const(m_scene.edges)) {
        const bool isChosen = std::any_of(edge.calls.cbegin(), edge.calls.cend(),
                                          [&](model::AssociationId call) { return calls.contains(call); });
        if (isChosen || (edge.chip && m_view.selectedBoxes.contains(edge.chip->through)))
            m_view.selectedEdges.insert(edge.id);
    }
    emphasize(m_scene, m_view);
}

void Diagram::dropTheGone()
{
    m_selection.models.removeIf([this](model::ModelId id) { return !modelOf(m_project, id); });
    m_selection.associations.removeIf(
        [this](model::AssociationId id) { return !associationOf(m_project, id); });
    const model::Model *only =
        m_selection.models.size() == 1 ? modelOf(m_project, m_selection.models.first()) : nullptr;
    if (!only || !attributeOf(*only, m_selection.attribute))
        m_selection.attribute = {};
    if (!only || !indexOf(*only, m_selection.index))
        m_selection.index = {};
}

Selection Diagram::selectionOf(const Hit &hit) const
{
    if (hit.edge >= 0)
        return selectionOf({}, {hit.edge});
    if (hit.box < 0)
        return {};
    Selection selection = selectionOf({hit.box}, {});
    if (hit.row >= 0 && !selection.models.isEmpty())
        selection.attribute = m_scene.boxes[hit.box].rows[hit.row].attribute;
    return selection;
}

Selection Diagram::selectionOf(const QList<int> &boxes, const QList<int> &edges) const
{
    Selection selection;
    const auto add = [](auto &list, auto id) {
        if (!list.contains(id))
            list.append(id);
    };
    for (const int box : boxes) {
        const BoxId &id = m_scene.boxes[box].id;
        if (id.model.isNull())
            add(selection.associations, id.through);
        else
            add(selection.models, id.model);
    }
    for (const int edge : edges)
        add(selection.associations, m_scene.edges[edge].id.association);
    return selection;
}

Selection Diagram::everything() const
{
    QList<int> boxes(m_scene.boxes.size());
    QList<int> edges(m_scene.edges.size());
    std::iota(boxes.begin(), boxes.end(), 0);
    std::iota(edges.begin(), edges.end(), 0);
    return selectionOf(boxes, edges);
}

QList<int> Diagram::selectedBoxes() const
{
    QList<int> boxes;
    for (int i = 0; i < m_scene.boxes.size(); ++i) {
        if (m_view.selectedBoxes.contains(m_scene.boxes[i].id))
            boxes.append(i);
    }
    return boxes;
}

// Looks ---------------------------------------------------------------------------------------------------

bool Diagram::hover(const Hit &hit)
{
    return hover(hit.box >= 0 ? m_scene.boxes[hit.box].id : BoxId(),
                 hit.edge >= 0 ? m_scene.edges[hit.edge].id : EdgeId());
}

bool Diagram::hoverOver(model::AssociationId association)
{
    const auto edge = std::find_if(m_scene.edges.begin(), m_scene.edges.end(),
                                   [&](const Edge &each) { return each.calls.contains(association); });
    return hover({}, edge == m_scene.edges.end() ? EdgeId() : edge->id);
}

bool Diagram::hover(BoxId box, EdgeId edge)
{
    if (box == m_view.hoveredBox && edge == m_view.hoveredEdge)
        return false;
    m_view.hoveredBox = box;
    m_view.hoveredEdge = edge;
    m_view.isFading = false;
    emphasize(m_scene, m_view);
    return true;
}

void Diagram::fade()
{
    m_view.isFading = true;
    emphasize(m_scene, m_view);
}

void Diagram::follow(const QList<model::AssociationId> &path)
{
    m_view.path = path;
    emphasize(m_scene, m_view);
    markProblems(m_scene, m_view);
}

void Diagram::showProblems(const QList<model::Problem> &problems)
{
    m_view.problems = problems;
    markProblems(m_scene, m_view);
}

void Diagram::collapse(BoxId box, bool isCollapsed)
{
    if (isCollapsed)
        m_view.collapsed.insert(box);
    else
        m_view.collapsed.remove(box);
    rebuild(m_project, schema());
}

// Moving --------------------------------------------------------------------------------------------------

Router &Diagram::router()
{
    if (m_router)
        return *m_router;
    m_router = std::make_unique<Router>(rectsOf(m_scene), wiresOf(m_scene));
    for (int i = 0; i < m_scene.edges.size(); ++i)
        m_router->keep(i, routeOf(m_scene.edges[i]));
    return *m_router;
}

void Diagram::shift(const QList<int> &boxes, QPointF by)
{
    QHash<int, QRectF> places;
    for (const int i : boxes) {
        Box &box = m_scene.boxes[i];
        if (!m_shifted.contains(i))
            m_shifted.insert(i, box.rect.topLeft());
        const QRectF place(m_shifted.value(i) + by, box.rect.size());
        if (place != box.rect)
            places.insert(i, place);
    }
    if (places.isEmpty())
        return;
    Router &router = this->router();
    const QList<int> edges = router.moveBoxes(places);
    for (auto place = places.cbegin(); place != places.cend(); ++place)
        m_scene.boxes[place.key()].rect = *place;
    takeRoutes(m_scene, router, edges);
    m_hits.update(m_scene, places.keys(), edges);
    emphasize(m_scene, m_view);
    markProblems(m_scene, m_view);
}

void Diagram::unshift()
{
    if (!m_shifted.isEmpty())
        rebuild(m_project, schema());
}

QHash<QString, QPointF> Diagram::unsavedPlaces() const
{
    QHash<QString, QPointF> places;
    for (const Box &box : m_scene.boxes)
        places.insert(box.key, box.rect.topLeft());
    for (const model::DiagramModel &saved : m_project.diagram.models) {
        const auto place = places.constFind(saved.key);
        if (place != places.cend() && *place == QPointF(saved.x.value, saved.y.value))
            places.erase(place);
    }
    return places;
}

}
