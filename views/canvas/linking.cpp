#include "views/canvas/interaction.h"

#include <QGuiApplication>
#include <QStyleHints>

using namespace Qt::StringLiterals;

/// The part of the interaction that draws relations.
namespace views {

namespace {

using model::AssociationKind;

EndMark farMark(AssociationKind kind)
{
    switch (kind) {
    case AssociationKind::BelongsToMany:
    case AssociationKind::HasMany: return EndMark::Many;
    case AssociationKind::HasOne: return EndMark::ZeroOrOne;
    case AssociationKind::BelongsTo: return EndMark::One;
    }
    Q_UNREACHABLE();
}

EndMark nearMark(AssociationKind kind)
{
    const bool isMany = kind == AssociationKind::BelongsToMany || kind == AssociationKind::BelongsTo;
    return isMany ? EndMark::Many : EndMark::One;
}

}

LinkEnd Interaction::endOf(const Hit &hit) const
{
    if (hit.box < 0)
        return {};
    const Box &box = m_diagram.scene().boxes[hit.box];
    LinkEnd end{.model = box.id.model};
    if (hit.row < 0)
        return end;
    // The primary key needs not be named.
    const Row &row = box.rows[hit.row];
    const bool isKey = !row.attribute.isNull() && row.mark != KeyMark::Primary;
    const model::Table *table = m_diagram.schema().table(
        modelOf(m_diagram.project(), end.model) ? modelOf(m_diagram.project(), end.model)->name : QString());
    const model::Column *column = table ? table->column(row.attributeName) : nullptr;
    if (isKey && column && !column->isVirtual())
        end.key = row.attributeName;
    return end;
}

QString Interaction::throughAt(const Hit &hit) const
{
    const Scene &scene = m_diagram.scene();
    BoxId id;
    if (hit.box >= 0)
        id = scene.boxes[hit.box].id;
    else if (hit.kind == Hit::Kind::Chip)
        id = scene.edges[hit.edge].chip->through;
    if (const model::Model *model = modelOf(m_diagram.project(), id.model))
        return model->name;
    const model::Association *call = associationOf(m_diagram.project(), id.through);
    return call ? call->through.model : QString();
}

void Interaction::startLink(const Hit &hit, const Pointer &pointer, AssociationKind kind)
{
    LinkEnd from = endOf(hit);
    if (from.model.isNull()) {
        if (hit.box >= 0)
            Q_EMIT hinted(tr("This through is no model yet: declare it first"));
        return;
    }
    // With the tool a line begins anywhere in a box; only a handle means its column.
    if (!hit.isHandle)
        from.key = QString();
    m_state = Linking{.link = {.kind = kind, .from = from},
                      .from = m_diagram.scene().boxes[hit.box].rect,
                      .start = pointer};
    m_overlay.handles.clear();
    m_diagram.hover({});
    Q_EMIT changed();
}

void Interaction::drag(Linking &linking, const Pointer &pointer)
{
    const Hit target = m_diagram.at(pointer.at, pointer.zoom);
    linking.hasLeft = linking.hasLeft || target.box < 0
        || m_diagram.scene().boxes[target.box].id.model != linking.link.from.model;
    const bool isSame = target.box == linking.target.box && target.row == linking.target.row;
    if (!m_overlay.ghost || !isSame)
        m_overlay.ghost = ghostOf(linking, target);
    linking.target = target;
    if (m_overlay.ghost->target.isEmpty())
        m_overlay.ghost->points = ghostWay(linking.from, QRectF(pointer.at, QSizeF(1, 1)), false);
    Q_EMIT changed();
}

/// The line as it would be, with what comes to be along with it.
Ghost Interaction::ghostOf(const Linking &linking, const Hit &target)
{
    Link link = linking.link;
    Ghost ghost{.fromMark = nearMark(link.kind), .toMark = farMark(link.kind), .chip = link.through};
    if (target.box < 0 || (!linking.hasLeft && !linking.isSticky))
        return ghost;
    const Box &box = m_diagram.scene().boxes[target.box];
    link.to = endOf(target);
    const bool isLoop = link.to.model == link.from.model;
    ghost.points = ghostWay(linking.from, box.rect, isLoop);
    ghost.target = link.to.key.isNull() ? box.rect : box.rowRect(target.row);
    if (link.to.model.isNull()) {
        ghost.isRefused = true;
        Q_EMIT hinted(tr("This through is no model yet: declare it first"));
        return ghost;
    }
    const Prospect prospect =
        prospectOf(m_diagram.project(), m_diagram.schema(), relationOf(m_diagram.project(), link));
    ghost.chip = prospect.through;
    ghost.keys = prospect.keys;
    ghost.isRefused = !prospect.next && !prospect.needsAliases;
    if (ghost.isRefused)
        Q_EMIT hinted(prospect.next.error().message);
    else if (prospect.needsAliases)
        Q_EMIT hinted(tr("Needs an alias for each end"));
    else
        Q_EMIT hinted(prospect.keys.join(u", "_s));
    return ghost;
}

void Interaction::drop(const Linking &linking, const Pointer &pointer)
{
    const Hit hit = m_diagram.at(pointer.at, pointer.zoom);
    const qreal way = (pointer.onCanvas - linking.start.onCanvas).manhattanLength();
    const bool isClick = !linking.hasLeft && way < QGuiApplication::styleHints()->startDragDistance();
    Linking next = linking;
    next.isSticky = true;

    const bool isManyToMany = linking.link.kind == AssociationKind::BelongsToMany;
    if (const QString through = throughAt(hit);
        isManyToMany && (pointer.modifiers & Qt::ControlModifier) && !through.isEmpty() && !isClick)
    {
        next.link.through = through;
        m_state = next;
        m_overlay.ghost = ghostOf(next, {});
        Q_EMIT hinted(tr("Through %1: now the other model").arg(through));
        Q_EMIT changed();
        return;
    }
    LinkEnd to = endOf(hit);
    if (isClick && !linking.isSticky && !kindOf(m_tool)) {
        // A click on a handle was not meant for it.
        rest();
        select(m_diagram.selectionOf(hit));
        return;
    }
    if (isClick && !linking.isSticky && to.model == linking.link.from.model) {
        if (m_waiting.isNull()) {
            // A click begins as well as a drag: the next one ends.
            m_state = next;
            return;
        }
        const model::ModelId waiting = m_waiting;
        rest();
        connectModels({.kind = linking.link.kind, .from = {waiting}, .to = to});
        return;
    }
    rest();
    if (to.model.isNull())
        return;
    Link link = linking.link;
    link.to = to;
    connectModels(link);
}

void Interaction::connectModels(const Link &link)
{
    setTool(Tool::Select);
    const Naming naming = newRelation(m_diagram, link);
    if (!naming.fields.isEmpty()) {
        Q_EMIT namingAsked(naming);
        return;
    }
    const auto next = naming.apply({});
    if (!next) {
        Q_EMIT hinted(next.error().message);
        return;
    }
    propose(*next, naming.what({}));
    select(naming.selects(*next));
}

/// Without a selection it is the mouse that draws.
void Interaction::connectSelected(AssociationKind kind)
{
    const QList<model::ModelId> models = m_diagram.selection().models;
    if (models.size() == 2) {
        connectModels({.kind = kind, .from = {models[0]}, .to = {models[1]}});
        return;
    }
    setTool(toolOf(kind));
    if (models.size() == 1) {
        m_waiting = models.first();
        Q_EMIT partnerAsked(models.first(), kind);
    }
}

}
