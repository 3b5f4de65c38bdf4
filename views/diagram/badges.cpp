#include "views/diagram/scene.h"

#include <algorithm>

namespace views {

namespace {

void add(Badge &badge, const Badge &other)
{
    badge.severity = std::min(badge.severity, other.severity);
    badge.messages += other.messages;
}

QRectF badgeAt(QPointF centre)
{
    QRectF rect(0, 0, measure::badge, measure::badge);
    rect.moveCenter(centre);
    return rect;
}

}

void markProblems(Scene &scene, const View &view)
{
    QHash<BoxId, Badge> boxes;
    QHash<model::AssociationId, Badge> calls;
    for (const model::Problem &problem : view.problems) {
        if (problem.severity == model::Severity::Hint)
            continue;
        const Badge badge{.severity = problem.severity, .messages = {problem.message}};
        if (!problem.place.association.isNull())
            add(calls[problem.place.association], badge);
        else if (!problem.place.model.isNull())
            add(boxes[{.model = problem.place.model}], badge);
    }
    for (Edge &edge : scene.edges) {
        edge.badge = {};
        for (const model::AssociationId call : std::as_const(edge.calls))
            add(edge.badge, calls.value(call));
        // A through that is only a chip has its problems there.
        if (edge.chip)
            add(edge.badge, boxes.value(edge.chip->through));
        if (edge.badge.messages.isEmpty() || edge.points.isEmpty())
            continue;
        if (edge.chip && !edge.chip->rect.isEmpty())
            edge.badge.rect = badgeAt(edge.chip->rect.topRight() - QPointF(measure::chipPadding / 2, 0));
        else
            edge.badge.rect = placeOn(edge, measure::badge);
    }
    for (Box &box : scene.boxes) {
        box.badge = boxes.value(box.id);
        if (!box.badge.messages.isEmpty())
            box.badge.rect = badgeAt(box.rect.topRight() + QPointF(-2, 2));
    }
}

}
