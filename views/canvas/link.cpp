#include "views/canvas/link.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

using model::AssociationKind;

qsizetype positionOf(const model::Project &project, model::ModelId id)
{
    const auto found = std::find_if(project.models.cbegin(), project.models.cend(),
                                    [id](const model::Model &model) { return model.id == id; });
    return found - project.models.cbegin();
}

/// "userId → User.id": a column that an association puts into a table.
QStringList keysOf(const model::Schema &schema, const QList<model::AssociationId> &added)
{
    QStringList keys;
    const auto add = [&](const QString &column, int table, const QString &key) {
        const QString line = u"%1 → %2.%3"_s.arg(column, schema.tables[table].model, key);
        if (!keys.contains(line))
            keys.append(line);
    };
    for (const model::AssociationId id : added) {
        const model::ResolvedAssociation &each = schema.associations[schema.positionOf.value(id)];
        switch (each.kind) {
        case AssociationKind::BelongsToMany:
            add(each.foreignKeyColumn, each.source, each.sourceKeyColumn);
            add(each.otherKeyColumn, each.target, each.targetKeyColumn);
            break;
        case AssociationKind::BelongsTo: add(each.foreignKeyColumn, each.target, each.targetKeyColumn); break;
        case AssociationKind::HasMany:
        case AssociationKind::HasOne: add(each.foreignKeyColumn, each.source, each.sourceKeyColumn); break;
        }
    }
    return keys;
}

/// Whether any association of before is no longer reached by its alias, or one of the added is none at all.
bool collide(const model::Schema &before, const model::Schema &after,
             const QList<model::AssociationId> &added)
{
    return std::any_of(after.associations.cbegin(), after.associations.cend(), [&](const auto &each) {
        if (added.contains(each.id))
            return each.refused || each.replaced;
        const int position = before.positionOf.value(each.id, -1);
        return position >= 0 && each.replaced && !before.associations[position].replaced;
    });
}

}

model::Relation relationOf(const model::Project &project, const Link &link)
{
    model::Relation relation{.kind = link.kind,
                             .from = link.from.model,
                             .to = link.to.model,
                             .through = link.through,
                             .sourceKey = link.from.key,
                             .targetKey = link.to.key};
    const bool isBackwards = positionOf(project, relation.from) > positionOf(project, relation.to);
    if (link.kind == AssociationKind::BelongsToMany && isBackwards) {
        std::swap(relation.from, relation.to);
        std::swap(relation.sourceKey, relation.targetKey);
    }
    return relation;
}

Prospect prospectOf(const model::Project &project, const model::Schema &schema,
                    const model::Relation &relation)
{
    Prospect prospect;
    const bool isSelf = relation.from == relation.to && relation.kind != AssociationKind::BelongsTo;
    prospect.needsAliases = isSelf && (relation.alias.isEmpty() || relation.otherAlias.isEmpty());
    if (relation.kind == AssociationKind::BelongsToMany) {
        prospect.through = relation.through.isEmpty() ? freeThroughName(project, relation.from, relation.to)
                                                      : relation.through;
    }
    prospect.next = relate(project, relation);
    if (!prospect.next)
        return prospect;
    prospect.schema = resolve(*prospect.next);
    for (qsizetype i = project.associations.size(); i < prospect.next->associations.size(); ++i)
        prospect.added.append(prospect.next->associations[i].id);
    prospect.keys = keysOf(prospect.schema, prospect.added);
    prospect.needsAliases = prospect.needsAliases || collide(schema, prospect.schema, prospect.added);
    return prospect;
}

}
