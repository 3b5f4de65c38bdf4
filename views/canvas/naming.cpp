#include "views/canvas/naming.h"

#include "model/edit/attributeline.h"
#include "model/layout/layout.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct NamingText
{
    Q_DECLARE_TR_FUNCTIONS(views::Naming)
};

using model::Project;
using model::Result;

const Edge *edgeWith(const Scene &scene, model::AssociationId call)
{
    const auto found = std::find_if(scene.edges.cbegin(), scene.edges.cend(),
                                    [call](const Edge &edge) { return edge.calls.contains(call); });
    return found == scene.edges.cend() ? nullptr : &*found;
}

/// Where the words of an end are, or would be.
QRectF labelPlace(const Edge &edge, bool isAtFrom)
{
    const EdgeEnd &end = isAtFrom ? edge.from : edge.to;
    if (!end.labelRect.isEmpty() || edge.points.isEmpty())
        return end.labelRect;
    const QPointF at = isAtFrom ? edge.points.first() : edge.points.last();
    return {at - QPointF(0, measure::labelHeight), QSizeF(measure::maxLabelWidth, measure::labelHeight)};
}

// Renaming ------------------------------------------------------------------------------------------------

Naming renameOfModel(const Diagram &diagram, const model::Model &model, const NamePlace &place)
{
    const Project &project = diagram.project();
    const QString old = model.name;
    return {
        .place = place,
        .fields = {{.text = old}},
        .apply = [project, id = model.id](
                     const QStringList &names) { return renameModel(project, id, names.first()); },
        .what =
            [old](const QStringList &names) { return NamingText::tr("Rename %1 to %2").arg(old, names.first()); }};
}

/// A box or a chip: a model, or a through that is none.
std::optional<Naming> renameOfTable(const Diagram &diagram, BoxId id, const NamePlace &place)
{
    const Project &project = diagram.project();
    if (const model::Model *model = modelOf(project, id.model))
        return renameOfModel(diagram, *model, place);
    const model::Association *call = associationOf(project, id.through);
    if (!call)
        return {};
    const QString old = call->through.model;
    return Naming{
        .place = place,
        .fields = {{.text = old}},
        .apply =
            [project, old](const QStringList &names) {
                return renameAutomaticThrough(project, old, names.first());
            },
        .what =
            [old](const QStringList &names) { return NamingText::tr("Rename %1 to %2").arg(old, names.first()); }};
}

std::optional<Naming> renameOfAttribute(const Diagram &diagram, BoxId box, model::AttributeId id)
{
    const Project &project = diagram.project();
    const model::Model *model = modelOf(project, box.model);
    const model::Attribute *attribute = model ? attributeOf(*model, id) : nullptr;
    if (!attribute)
        return {};
    return Naming{.place = {.part = NamePlace::Part::Row, .box = box, .attribute = id},
                  .fields = {{.text = attribute->name}},
                  .apply = [project, owner = model->id,
                            changed = *attribute](const QStringList &names) mutable -> Result<Project> {
                      if (const auto taken = takeName(names.first(), changed); !taken)
                          return tl::unexpected(taken.error());
                      return changeAttribute(project, owner, changed);
                  },
                  .what =
                      [old = attribute->name](const QStringList &names) {
                          return NamingText::tr("Rename %1 to %2").arg(old, names.first());
                      }};
}

/// The alias under which the far end sees this one; without one, Sequelize's own.
std::optional<Naming> renameOfAlias(const Diagram &diagram, model::AssociationId call)
{
    const Project &project = diagram.project();
    const model::Association *association = associationOf(project, call);
    const int position = diagram.schema().positionOf.value(call, -1);
    if (!association || position < 0)
        return {};
    const model::ResolvedAssociation &resolved = diagram.schema().associations[position];
    return Naming{
        .place = {.part = NamePlace::Part::Label, .call = call},
        .fields = {{.text = association->as.name,
                    .placeholder =
                        resolved.as.why == model::Why::Declared ? NamingText::tr("alias") : resolved.as.value}},
        .apply = [project, changed = *association](const QStringList &names) -> Result<Project> {
            model::Association next = changed;
            if (names.first().isEmpty())
                next.as = {};
            else
                next.as.name = names.first();
            if (next == changed)
                return project;
            auto after = changeAssociation(project, next);
            if (!after)
                return after;
            for (const model::Problem &problem : model::resolve(*after).problems) {
                if (problem.severity == model::Severity::Error && problem.place.association == next.id)
                    return model::refusal(problem.message);
            }
            return after;
        },
        .what = [](const QStringList &names) { return NamingText::tr("Change alias to %1").arg(names.first()); }};
}

}

QRectF NamePlace::rectIn(const Scene &scene) const
{
    if (part == Part::Head || part == Part::Row) {
        const int found = scene.indexOf(box);
        if (found < 0)
            return {};
        const Box &b = scene.boxes[found];
        if (part == Part::Head)
            return b.head();
        for (qsizetype row = 0; row < b.rows.size(); ++row) {
            if (b.rows[row].attribute == attribute)
                return b.rowRect(row);
        }
        return {};
    }
    const Edge *edge = edgeWith(scene, call);
    if (!edge)
        return {};
    if (part == Part::Label)
        return labelPlace(*edge, edge->from.alias == call);
    return edge->chip && !edge->chip->rect.isEmpty() ? edge->chip->rect : placeOn(*edge, measure::chipHeight);
}

std::optional<Naming> renamingOf(const Diagram &diagram, const Hit &hit)
{
    const Scene &scene = diagram.scene();
    switch (hit.kind) {
    case Hit::Kind::Nothing:
    case Hit::Kind::More:
    case Hit::Kind::Edge: return {};
    case Hit::Kind::Head:
        return renameOfTable(diagram, scene.boxes[hit.box].id, {.box = scene.boxes[hit.box].id});
    case Hit::Kind::Row: {
        const Box &box = scene.boxes[hit.box];
        return renameOfAttribute(diagram, box.id, box.rows[hit.row].attribute);
    }
    case Hit::Kind::Chip: {
        const Edge &edge = scene.edges[hit.edge];
        return renameOfTable(diagram, edge.chip->through,
                             {.part = NamePlace::Part::Chip, .call = edge.id.association});
    }
    case Hit::Kind::Label: {
        const Edge &edge = scene.edges[hit.edge];
        return renameOfAlias(diagram, hit.isAtFrom ? edge.from.alias : edge.to.alias);
    }
    }
    Q_UNREACHABLE();
}

std::optional<Naming> renamingOf(const Diagram &diagram, const Selection &selection)
{
    const Scene &scene = diagram.scene();
    if (selection.models.size() + selection.associations.size() != 1)
        return {};
    if (selection.models.isEmpty()) {
        const model::AssociationId call = selection.associations.first();
        const Edge *edge = edgeWith(scene, call);
        if (!edge)
            return {};
        if (edge->chip)
            return renameOfTable(diagram, edge->chip->through, {.part = NamePlace::Part::Chip, .call = call});
        if (const int box = scene.indexOf(BoxId{.through = call}); box >= 0)
            return renameOfTable(diagram, scene.boxes[box].id, {.box = scene.boxes[box].id});
        return renameOfAlias(diagram, edge->to.alias.isNull() ? edge->from.alias : edge->to.alias);
    }
    const BoxId box{.model = selection.models.first()};
    if (!selection.attribute.isNull())
        return renameOfAttribute(diagram, box, selection.attribute);
    if (scene.indexOf(box) >= 0)
        return renameOfTable(diagram, box, {.box = box});
    const auto edge = std::find_if(scene.edges.cbegin(), scene.edges.cend(),
                                   [&](const Edge &each) { return each.chip && each.chip->through == box; });
    if (edge == scene.edges.cend())
        return {};
    return renameOfTable(diagram, box, {.part = NamePlace::Part::Chip, .call = edge->id.association});
}

// What is new ---------------------------------------------------------------------------------------------

Naming newModel(const Diagram &diagram, QPointF at)
{
    const QSizeF size(measure::minBoxWidth,
                      measure::headHeight + 3 * measure::rowHeight + measure::boxFoot); // id and timestamps
    // Beside another box there is room for a through.
    constexpr QMarginsF room(100, 40, 100, 40);
    QList<QRectF> taken;
    for (const Box &box : diagram.scene().boxes)
        taken.append(box.rect + room);
    const QPointF place =
        model::freePlace(taken, size, at - QPointF(size.width() / 2, measure::headHeight / 2));
    const Project &project = diagram.project();
    QString name = NamingText::tr("Model");
    for (int i = 2; modelNamed(project, name); ++i)
        name = NamingText::tr("Model%1").arg(i);
    const auto add = [project, place, places = diagram.unsavedPlaces()](const QStringList &names) {
        auto next = addModel(project, names.first(), place);
        return next ? moveBoxes(std::move(*next), places) : next;
    };
    Naming naming{.fields = {{.text = name}},
                  .apply = add,
                  .what = [](const QStringList &names) { return NamingText::tr("Add %1").arg(names.first()); },
                  .selects = [](const Project &next) { return Selection{.models = {next.models.last().id}}; },
                  .preview = *add({name})};
    naming.place.box.model = naming.preview->models.last().id;
    return naming;
}

Naming newRelation(const Diagram &diagram, const Link &link)
{
    const Project &project = diagram.project();
    const model::Schema &schema = diagram.schema();
    const model::Relation relation = relationOf(project, link);
    const Prospect offered = prospectOf(project, schema, relation);
    const QString from = modelOf(project, relation.from)->name;
    const QString to = modelOf(project, relation.to)->name;
    const bool asksAliases = offered.needsAliases;
    const bool isOneWay = relation.kind == model::AssociationKind::BelongsTo;
    const bool asksThrough =
        relation.kind == model::AssociationKind::BelongsToMany && relation.through.isEmpty();

    Naming naming;
    if (asksAliases) {
        const bool isSelf = relation.from == relation.to;
        const auto label = [](const QString &one, const QString &other) {
            return NamingText::tr("%1 sees %2 as").arg(one, other);
        };
        naming.fields.append({.label = isSelf ? NamingText::tr("One end is seen as") : label(from, to),
                              .placeholder = isSelf ? NamingText::tr("Children") : QString()});
        if (!isOneWay)
            naming.fields.append({.label = isSelf ? NamingText::tr("The other end as") : label(to, from),
                                  .placeholder = isSelf ? NamingText::tr("Parents") : QString()});
    }
    if (asksThrough) {
        naming.fields.append({.label = asksAliases ? NamingText::tr("through") : QString(),
                              .text = offered.through,
                              .placeholder = offered.through});
    }
    naming.apply = [=](const QStringList &names) -> Result<Project> {
        model::Relation named = relation;
        if (asksAliases) {
            named.alias = names.value(0).trimmed();
            if (!isOneWay)
                named.otherAlias = names.value(1).trimmed();
        }
        if (asksThrough)
            named.through = names.last();
        if (asksThrough && (named.through == from || named.through == to))
            return model::refusal(NamingText::tr("%1 is an end of the relation").arg(named.through));
        const Prospect prospect = prospectOf(project, schema, named);
        if (!prospect.next)
            return prospect.next;
        if (prospect.needsAliases && named.alias.isEmpty())
            return model::refusal(NamingText::tr("there is such a relation already: this one needs aliases"));
        if (prospect.needsAliases)
            return model::refusal(NamingText::tr("the alias %1 is taken").arg(named.alias));
        for (const model::Problem &problem : prospect.schema.problems) {
            if (problem.severity == model::Severity::Error
                && prospect.added.contains(problem.place.association))
                return model::refusal(problem.message);
        }
        return prospect.next;
    };
    naming.what = [=](const QStringList &) { return NamingText::tr("Connect %1 and %2").arg(from, to); };
    naming.selects = [count = project.associations.size()](const Project &next) {
        return Selection{.associations = {next.associations.value(count).id}};
    };
    naming.place.box.model = relation.from;
    if (offered.next) {
        naming.preview = *offered.next;
        naming.place = {.part = NamePlace::Part::Chip, .call = offered.added.first()};
    }
    return naming;
}

}
