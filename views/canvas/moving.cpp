#include "views/canvas/interaction.h"

#include <cmath>
#include <utility>

/// The part of the interaction that moves boxes.
namespace views {

void Interaction::drag(Moving &moving, const Pointer &pointer)
{
    QPointF by = pointer.at - moving.start;
    if (!(pointer.modifiers & Qt::AltModifier)) {
        const auto snapped = [](qreal at) { return std::round(at / measure::grid) * measure::grid; };
        by = QPointF(snapped(moving.from.x() + by.x()), snapped(moving.from.y() + by.y())) - moving.from;
    }
    if (by == moving.by)
        return;
    moving.by = by;
    m_diagram.shift(moving.held.boxes, by);
    setHandles();
    Q_EMIT changed();
}

void Interaction::finishMove(QPointF by)
{
    if (!by.isNull()) {
        const model::Project &project = m_diagram.project();
        const Selection &moved = m_diagram.selection();
        const model::Model *only =
            moved.models.size() == 1 ? modelOf(project, moved.models.first()) : nullptr;
        if (const auto next = moveBoxes(project, m_diagram.unsavedPlaces()))
            propose(*next, only ? tr("Move %1").arg(only->name) : tr("Move boxes"));
    } else {
        m_diagram.unshift();
    }
    Q_EMIT changed();
}

void Interaction::letButtonGo()
{
    if (const auto *moving = std::get_if<Moving>(&m_state)) {
        const QPointF by = moving->by;
        rest();
        finishMove(by);
    } else if (std::holds_alternative<Banding>(m_state) || std::holds_alternative<Pressed>(m_state)) {
        rest();
    }
}

Interaction::Held Interaction::hold(const QList<int> &boxes) const
{
    Held held{.boxes = boxes};
    for (const int box : boxes)
        held.ids.append(m_diagram.scene().boxes[box].id);
    return held;
}

/// What is still there of what was held.
Interaction::Held Interaction::holdAgain(const Held &held) const
{
    QList<int> boxes;
    for (const BoxId id : held.ids) {
        if (const int box = m_diagram.scene().indexOf(id); box >= 0)
            boxes.append(box);
    }
    return hold(boxes);
}

void Interaction::carryOn()
{
    const State state = m_state;
    forget();
    if (const auto *moving = std::get_if<Moving>(&state))
        carryOn(*moving);
    else if (const auto *nudging = std::get_if<Nudging>(&state))
        carryOn(*nudging);
}

void Interaction::carryOn(Moving moving)
{
    const BoxId first = moving.held.ids.first();
    moving.held = holdAgain(moving.held);
    if (moving.held.ids.value(0) != first)
        return;
    // Wherever it was put meanwhile, it stays under the mouse.
    const QPointF from = m_diagram.scene().boxes[moving.held.boxes.first()].rect.topLeft();
    const QPointF by = from - std::exchange(moving.from, from);
    moving.start += by;
    moving.by -= by;
    m_diagram.shift(moving.held.boxes, moving.by);
    m_state = moving;
}

void Interaction::carryOn(Nudging nudging)
{
    nudging.held = holdAgain(nudging.held);
    if (nudging.held.ids.isEmpty())
        return;
    m_diagram.shift(nudging.held.boxes, nudging.by);
    m_state = nudging;
}

}
