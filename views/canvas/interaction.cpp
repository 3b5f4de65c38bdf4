#include "views/canvas/interaction.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>

namespace views {

namespace {

constexpr Qt::KeyboardModifiers adding = Qt::ControlModifier | Qt::ShiftModifier;

qreal distance(QPointF a, QPointF b)
{
    return (a - b).manhattanLength();
}

bool isDragged(const Pointer &start, const Pointer &now)
{
    return distance(start.onCanvas, now.onCanvas) >= QGuiApplication::styleHints()->startDragDistance();
}

bool contains(const Selection &whole, const Selection &part)
{
    const auto hasAll = [](const auto &list, const auto &some) {
        return std::all_of(some.cbegin(), some.cend(), [&](auto id) { return list.contains(id); });
    };
    return !part.isEmpty() && hasAll(whole.models, part.models)
        && hasAll(whole.associations, part.associations);
}

/// With the part, or without it where it was there already.
Selection toggled(Selection whole, const Selection &part)
{
    const bool isThere = contains(whole, part);
    const auto toggle = [isThere](auto &list, const auto &some) {
        for (const auto id : some) {
            if (isThere)
                list.removeOne(id);
            else if (!list.contains(id))
                list.append(id);
        }
    };
    toggle(whole.models, part.models);
    toggle(whole.associations, part.associations);
    whole.attribute = {};
    whole.index = {};
    return whole;
}

}

std::optional<model::AssociationKind> kindOf(Tool tool)
{
    switch (tool) {
    case Tool::Select:
    case Tool::Hand: return {};
    case Tool::BelongsToMany: return model::AssociationKind::BelongsToMany;
    case Tool::HasMany: return model::AssociationKind::HasMany;
    case Tool::HasOne: return model::AssociationKind::HasOne;
    case Tool::BelongsTo: return model::AssociationKind::BelongsTo;
    }
    Q_UNREACHABLE();
}

Tool toolOf(model::AssociationKind kind)
{
    switch (kind) {
    case model::AssociationKind::BelongsToMany: return Tool::BelongsToMany;
    case model::AssociationKind::HasMany: return Tool::HasMany;
    case model::AssociationKind::HasOne: return Tool::HasOne;
    case model::AssociationKind::BelongsTo: return Tool::BelongsTo;
    }
    Q_UNREACHABLE();
}

Interaction::Interaction(Diagram &diagram, QObject *parent) : QObject(parent), m_diagram(diagram)
{
    // A mouse that only passes by makes nothing fade.
    constexpr int patience = 450;
    m_fading.setInterval(patience);
    m_fading.setSingleShot(true);
    connect(&m_fading, &QTimer::timeout, this, [this] {
        m_diagram.fade();
        Q_EMIT changed();
    });
}

void Interaction::setTool(Tool tool)
{
    m_waiting = {};
    if (std::holds_alternative<Linking>(m_state))
        rest();
    if (m_tool == tool)
        return;
    m_tool = tool;
    if (kindOf(tool))
        Q_EMIT hinted(tr("Draw from one model to another; drop on a column to make it the key"));
    else
        Q_EMIT hinted({});
    setHandles();
    Q_EMIT toolChanged(tool);
    Q_EMIT changed();
}

Qt::CursorShape Interaction::cursor() const
{
    if (std::holds_alternative<Panning>(m_state))
        return Qt::ClosedHandCursor;
    if (m_isSpaceHeld || m_tool == Tool::Hand)
        return Qt::OpenHandCursor;
    if (std::holds_alternative<Moving>(m_state))
        return Qt::SizeAllCursor;
    const bool isLinking = std::holds_alternative<Linking>(m_state) || kindOf(m_tool) || m_hit.isHandle;
    return isLinking ? Qt::CrossCursor : Qt::ArrowCursor;
}

bool Interaction::isDragging() const
{
    return std::holds_alternative<Moving>(m_state) || std::holds_alternative<Banding>(m_state)
        || std::holds_alternative<Linking>(m_state);
}

void Interaction::rest()
{
    if (m_overlay.ghost)
        Q_EMIT hinted({});
    m_state = Idle();
    m_overlay = {};
    setHandles();
    Q_EMIT changed();
}

void Interaction::forget()
{
    m_hit = {};
    m_diagram.hover({});
    rest();
}

void Interaction::cancel()
{
    m_waiting = {};
    if (const auto *banding = std::get_if<Banding>(&m_state))
        select(banding->before);
    m_diagram.unshift();
    rest();
    setTool(Tool::Select);
}

void Interaction::select(const Selection &selection)
{
    if (!m_diagram.select(selection))
        return;
    Q_EMIT selected(selection);
    Q_EMIT changed();
}

void Interaction::propose(const model::Project &next, const QString &what)
{
    m_diagram.expect(next);
    Q_EMIT edited(next, what);
}

// The mouse -----------------------------------------------------------------------------------------------

void Interaction::press(const Pointer &pointer)
{
    hover(pointer);
    endNudge();
    if (!std::holds_alternative<Idle>(m_state))
        return;
    const bool pans = pointer.button == Qt::MiddleButton
        || (pointer.button == Qt::LeftButton && (m_isSpaceHeld || m_tool == Tool::Hand));
    if (pans) {
        m_state = Panning{.last = pointer.onCanvas};
        Q_EMIT changed();
        return;
    }
    const Selection under = m_diagram.selectionOf(m_hit);
    const bool isSelected = contains(m_diagram.selection(), under);
    if (pointer.button == Qt::RightButton && !isSelected)
        select(under);
    if (pointer.button != Qt::LeftButton)
        return;
    const auto kind = kindOf(m_tool);
    if (kind || (m_hit.box >= 0 && m_hit.isHandle)) {
        startLink(m_hit, pointer, kind.value_or(model::AssociationKind::BelongsToMany));
        return;
    }
    if (!under.isEmpty() && !isSelected && !(pointer.modifiers & adding))
        select(under);
    m_state = Pressed{.hit = m_hit, .start = pointer};
}

void Interaction::move(const Pointer &pointer)
{
    if (auto *pressed = std::get_if<Pressed>(&m_state)) {
        if (!isDragged(pressed->start, pointer))
            return;
        drag(Pressed(*pressed), pointer);
    }
    if (auto *panning = std::get_if<Panning>(&m_state)) {
        const QPointF by = pointer.onCanvas - panning->last;
        panning->last = pointer.onCanvas;
        Q_EMIT scrolled(by);
    } else if (auto *moving = std::get_if<Moving>(&m_state)) {
        drag(*moving, pointer);
    } else if (auto *banding = std::get_if<Banding>(&m_state)) {
        drag(*banding, pointer);
    } else if (auto *linking = std::get_if<Linking>(&m_state)) {
        drag(*linking, pointer);
    } else {
        hover(pointer);
    }
}

void Interaction::release(const Pointer &pointer)
{
    if (std::holds_alternative<Panning>(m_state)) {
        rest();
        return;
    }
    if (pointer.button != Qt::LeftButton)
        return;
    const State state = m_state;
    if (const auto *pressed = std::get_if<Pressed>(&state)) {
        rest();
        click(*pressed, pointer);
    } else if (const auto *moving = std::get_if<Moving>(&state)) {
        rest();
        finishMove(moving->by);
    } else if (std::holds_alternative<Banding>(state)) {
        rest();
    } else if (const auto *linking = std::get_if<Linking>(&state)) {
        drop(*linking, pointer);
    }
}

void Interaction::doubleClick(const Pointer &pointer)
{
    hover(pointer);
    if (pointer.button != Qt::LeftButton || kindOf(m_tool) || m_tool == Tool::Hand)
        return;
    if (const auto naming = renamingOf(m_diagram, m_hit)) {
        rest();
        Q_EMIT namingAsked(*naming);
    } else if (m_hit) {
        Q_EMIT inspectAsked();
    }
}

void Interaction::leave()
{
    m_hit = {};
    setHandles();
    if (m_diagram.hover({}))
        hoverChanged();
}

void Interaction::pointAt(model::AssociationId association)
{
    if (m_diagram.hoverOver(association))
        hoverChanged();
}

void Interaction::hoverChanged()
{
    if (m_diagram.isHovering())
        m_fading.start();
    else
        m_fading.stop();
    Q_EMIT changed();
}

void Interaction::hover(const Pointer &pointer)
{
    const Hit hit = m_diagram.at(pointer.at, pointer.zoom);
    if (hit == m_hit)
        return;
    m_hit = hit;
    setHandles();
    if (m_diagram.hover(hit))
        hoverChanged();
    else
        Q_EMIT changed();
}

/// Handles stand on both sides of what is under the mouse.
void Interaction::setHandles()
{
    m_overlay.handles.clear();
    if (m_hit.box < 0 || m_hit.kind == Hit::Kind::More || m_tool == Tool::Hand)
        return;
    const Box &box = m_diagram.scene().boxes[m_hit.box];
    if (box.id.model.isNull())
        return;
    const QRectF line = m_hit.row >= 0 ? box.rowRect(m_hit.row) : box.head();
    m_overlay.handles = {{line.left(), line.center().y()}, {line.right(), line.center().y()}};
}

void Interaction::click(const Pressed &pressed, const Pointer &pointer)
{
    const Selection under = m_diagram.selectionOf(pressed.hit);
    if (pointer.modifiers & adding)
        select(under.isEmpty() ? m_diagram.selection() : toggled(m_diagram.selection(), under));
    else
        select(under);
}

void Interaction::drag(const Pressed &pressed, const Pointer &)
{
    if (pressed.hit.box < 0) {
        const bool adds = bool(pressed.start.modifiers & adding);
        m_state = Banding{.start = pressed.start.at, .before = adds ? m_diagram.selection() : Selection()};
        return;
    }
    const Selection under = m_diagram.selectionOf({pressed.hit.box}, {});
    if (!contains(m_diagram.selection(), under))
        select(pressed.start.modifiers & adding ? toggled(m_diagram.selection(), under) : under);
    QList<int> boxes = m_diagram.selectedBoxes();
    // The one that is held comes first: it is the one that snaps.
    boxes.removeOne(pressed.hit.box);
    boxes.prepend(pressed.hit.box);
    m_state = Moving{.held = hold(boxes),
                     .start = pressed.start.at,
                     .from = m_diagram.scene().boxes[pressed.hit.box].rect.topLeft()};
    m_diagram.hover({});
    Q_EMIT changed();
}

void Interaction::drag(Banding &banding, const Pointer &pointer)
{
    m_overlay.band = QRectF(banding.start, pointer.at).normalized();
    const QList<int> boxes = m_diagram.boxesIn(m_overlay.band);
    const QList<int> edges = boxes.isEmpty() ? m_diagram.edgesIn(m_overlay.band) : QList<int>();
    Selection selection = banding.before;
    const Selection inside = m_diagram.selectionOf(boxes, edges);
    if (!inside.isEmpty() && !contains(selection, inside))
        selection = toggled(selection, inside);
    select(selection);
    Q_EMIT changed();
}

// What is asked for ---------------------------------------------------------------------------------------

void Interaction::remove()
{
    if (m_diagram.selection().isEmpty())
        return;
    const auto deletion = deletionOf(m_diagram.project(), m_diagram.schema(), m_diagram.selection());
    if (deletion)
        Q_EMIT deletionAsked(*deletion);
    else
        Q_EMIT hinted(deletion.error().message);
}

void Interaction::rename()
{
    if (const auto naming = renamingOf(m_diagram, m_diagram.selection()))
        Q_EMIT namingAsked(*naming);
}

void Interaction::addModel(QPointF at)
{
    rest();
    Q_EMIT namingAsked(newModel(m_diagram, at));
}

}
