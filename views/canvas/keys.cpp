#include "views/canvas/interaction.h"
#include "views/canvas/walk.h"

#include <QKeyEvent>

/// The part of the interaction that listens to the keyboard.
namespace views {

namespace {

std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return QPointF(-1, 0);
    case Qt::Key_Right: return QPointF(1, 0);
    case Qt::Key_Up: return QPointF(0, -1);
    case Qt::Key_Down: return QPointF(0, 1);
    default: return {};
    }
}

}

bool Interaction::keyPress(const QKeyEvent &event)
{
    endNudgeBefore(event);
    if (directionOf(event.key()))
        return event.modifiers() & (Qt::AltModifier | Qt::ShiftModifier) ? walk(event) : nudge(event);
    if (event.matches(QKeySequence::SelectAll)) {
        select(m_diagram.everything());
        return true;
    }
    if (event.modifiers() & Qt::ControlModifier
        && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter))
    {
        Q_EMIT attributeAsked();
        return true;
    }
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        m_isSpaceHeld = true;
        Q_EMIT changed();
        return true;
    case Qt::Key_Escape:
        if (std::holds_alternative<Idle>(m_state) && m_tool == Tool::Select)
            select({});
        cancel();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: remove(); return true;
    case Qt::Key_F2: rename(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT inspectAsked(); return true;
    case Qt::Key_H: setTool(m_tool == Tool::Hand ? Tool::Select : Tool::Hand); return true;
    case Qt::Key_M:
        if (m_tool == Tool::BelongsToMany)
            setTool(Tool::Select);
        else
            connectSelected(model::AssociationKind::BelongsToMany);
        return true;
    default: return false;
    }
}

bool Interaction::keyRelease(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return false;
    if (event.key() == Qt::Key_Space && m_isSpaceHeld) {
        m_isSpaceHeld = false;
        Q_EMIT changed();
        return true;
    }
    if (std::holds_alternative<Nudging>(m_state) && directionOf(event.key())) {
        endNudge();
        return true;
    }
    return false;
}

void Interaction::endNudgeBefore(const QKeyEvent &event)
{
    if (!directionOf(event.key()) && event.key() != Qt::Key_Escape)
        endNudge();
}

void Interaction::endNudge()
{
    if (const auto *nudging = std::get_if<Nudging>(&m_state)) {
        const QPointF by = nudging->by;
        rest();
        finishMove(by);
    }
}

void Interaction::letKeysGo()
{
    m_isSpaceHeld = false;
    endNudge();
    Q_EMIT changed();
}

/// Moves what is selected by the grid, and the view where nothing is. However long the key is held, it is
/// one edit.
bool Interaction::nudge(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const QPointF step = *directionOf(event.key()) * measure::grid;
    const QList<int> boxes = m_diagram.selectedBoxes();
    if (boxes.isEmpty()) {
        Q_EMIT scrolled(step * -2);
        return true;
    }
    if (!std::holds_alternative<Nudging>(m_state)) {
        if (!std::holds_alternative<Idle>(m_state))
            return true;
        m_state = Nudging{.held = hold(boxes)};
    }
    auto &nudging = std::get<Nudging>(m_state);
    nudging.by += step;
    m_diagram.shift(nudging.held.boxes, nudging.by);
    Q_EMIT changed();
    return true;
}

bool Interaction::walk(const QKeyEvent &event)
{
    const Scene &scene = m_diagram.scene();
    const Hit here = objectOf(scene, m_diagram.selection());
    const Hit there = neighbour(scene, here, *directionOf(event.key()));
    if (!there)
        return true;
    Selection selection = m_diagram.selectionOf(there);
    if (event.modifiers() & Qt::ShiftModifier) {
        // What is there already becomes the last one, from which it goes on.
        const Selection &before = m_diagram.selection();
        const auto joined = [](auto first, const auto &last) {
            for (const auto id : last) {
                first.removeOne(id);
                first.append(id);
            }
            return first;
        };
        selection = {.models = joined(before.models, selection.models),
                     .associations = joined(before.associations, selection.associations)};
    }
    select(selection);
    Q_EMIT revealAsked(rectOf(scene, there));
    return true;
}

bool Interaction::step(bool isForward)
{
    const Scene &scene = m_diagram.scene();
    const Hit next = nextObject(scene, objectOf(scene, m_diagram.selection()), isForward);
    if (!next)
        return false;
    select(m_diagram.selectionOf(next));
    Q_EMIT revealAsked(rectOf(scene, next));
    return true;
}

}
