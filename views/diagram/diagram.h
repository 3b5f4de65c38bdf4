#pragma once

#include "views/diagram/hit.h"
#include "views/diagram/selection.h"

#include <memory>

namespace views {

/// What a canvas shows and lets be worked on: a project with its scene, and what of it is selected, hovered,
/// marked, or somewhere else for the time being.
class Diagram
{
public:
    explicit Diagram(const TextMeasure &measure);

    const model::Project &project() const { return m_project; }
    const model::Schema &schema() const;
    const Scene &scene() const { return m_scene; }
    const View &view() const { return m_view; }
    const TextMeasure &measure() const { return m_measure; }

    /// What has not changed since the last one stays where it is; what is gone is no longer selected. Says
    /// whether anything looks different now.
    bool show(const model::Project &project, const model::Schema &schema);
    /// An edit has been asked for: what comes next is based on it. What is seen stays as it is until show()
    /// brings the answer.
    void expect(const model::Project &next);
    /// Shows what the project would become; project() stays what it is.
    void preview(const model::Project &next, const model::Schema &schema);
    void endPreview();

    const Selection &selection() const { return m_selection; }
    /// Says whether it is another selection than before.
    bool select(const Selection &selection);
    /// Likewise, whether anything looks different now. Nothing fades yet.
    bool hover(const Hit &hit);
    /// The same for the edge of an association; null for none.
    bool hoverOver(model::AssociationId association);
    /// Whether something is hovered.
    bool isHovering() const { return !m_view.hoveredBox.isNull() || !m_view.hoveredEdge.isNull(); }
    /// What has nothing to do with what is hovered stands back.
    void fade();
    void follow(const QList<model::AssociationId> &path);
    void showProblems(const QList<model::Problem> &problems);
    void collapse(BoxId box, bool isCollapsed);

    Hit at(QPointF point, qreal zoom) const { return m_hits.at(m_scene, point, zoom); }
    QList<int> boxesIn(const QRectF &rect) const { return m_hits.boxesIn(m_scene, rect); }
    QList<int> edgesIn(const QRectF &rect) const { return m_hits.edgesIn(m_scene, rect); }

    /// What is selected of the diagram when this is what the mouse has picked.
    Selection selectionOf(const Hit &hit) const;
    Selection selectionOf(const QList<int> &boxes, const QList<int> &edges) const;
    Selection everything() const;
    /// The boxes that are selected, as positions in the scene.
    QList<int> selectedBoxes() const;

    /// Moves boxes by a distance from where they were when shifting began, and their lines with them.
    void shift(const QList<int> &boxes, QPointF by);
    /// Back to where they were.
    void unshift();
    /// The places of all boxes that the project keeps none for, or another one: what a project edit takes
    /// over.
    QHash<QString, QPointF> unsavedPlaces() const;

private:
    bool hover(BoxId box, EdgeId edge);
    void rebuild(const model::Project &project, const model::Schema &schema);
    void takeSelection();
    void dropTheGone();
    Router &router();

    TextMeasure m_measure;
    model::Project m_project;
    mutable std::optional<model::Schema> m_schema; ///< of the project; made when it is asked for
    Scene m_scene;
    HitIndex m_hits;
    View m_view;
    Selection m_selection;
    QHash<int, QPointF> m_shifted; ///< boxes, with their places before
    std::unique_ptr<Router> m_router; ///< of the scene; made when the first box is moved
    bool m_isPreview = false;
    bool m_isCurrent = false; ///< the scene is the project's
};

}
