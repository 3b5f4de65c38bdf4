#include "model/schema/associate.h"
#include "model/schema/define.h"
#include "model/schema/schema.h"

#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Which tables the foreign keys lead to.
void findReferred(Schema &schema)
{
    QHash<std::pair<QString, QString>, int> positions;
    positions.reserve(schema.tables.size());
    for (int i = 0; i < schema.tables.size(); ++i)
        positions.insert({schema.tables[i].schema, schema.tables[i].name.value}, i);
    for (Table &table : schema.tables) {
        for (Column &column : table.columns) {
            if (column.references)
                column.references.edit().position =
                    positions.value({column.references->schema, column.references->table}, -1);
        }
    }
}

/// Which calls are drawn as one line.
void findEdges(Schema &schema)
{
    QHash<std::pair<int, QString>, int> edgeOfKey;
    QHash<int, int> edgeOfCall;
    for (int i = 0; i < schema.associations.size(); ++i) {
        const ResolvedAssociation &a = schema.associations[i];
        if (a.kind == AssociationKind::BelongsToMany) {
            const bool mirrors = a.paired >= 0 && a.paired < i && schema.associations[a.paired].paired == i;
            if (!mirrors) {
                edgeOfCall.insert(i, int(schema.edges.size()));
                schema.edges.append({.associations = {i},
                                     .isManyToMany = true,
                                     .from = a.source,
                                     .to = a.target,
                                     .through = a.through});
                continue;
            }
            schema.edges[edgeOfCall.value(a.paired)].associations.append(i);
            continue;
        }
        const bool holdsKey = a.kind == AssociationKind::BelongsTo;
        const int holder = holdsKey ? a.source : a.target;
        const int referred = holdsKey ? a.target : a.source;
        const std::pair<int, QString> key{holder, a.foreignKey.value};
        const auto known = edgeOfKey.constFind(key);
        if (known != edgeOfKey.cend() && schema.edges[*known].from == referred) {
            schema.edges[*known].associations.append(i);
        } else {
            edgeOfKey.insert(key, int(schema.edges.size()));
            schema.edges.append({.associations = {i}, .from = referred, .to = holder});
        }
    }
}

}

Schema resolve(const Project &project)
{
    Schema schema;
    schema.name = project.name;
    schema.tables.reserve(project.models.size() + project.associations.size());
    schema.associations.reserve(project.associations.size());
    for (const Model &model : project.models) {
        defineModel(schema,
                    {.name = model.name,
                     .options = mergedOptions(project.define, model.options),
                     .attributes = model.attributes,
                     .indexes = model.indexes,
                     .declaredBy = model.id});
    }
    for (const Association &association : project.associations)
        associate(schema, project, association);
    for (Table &table : schema.tables) {
        collectUniqueKeys(table);
        notePositions(table);
    }
    findReferred(schema);
    findEdges(schema);
    return schema;
}

QString reasonOf(const Schema &schema, const ResolvedAssociation &a, const Derived &value)
{
    const Table &source = schema.tables[a.source];
    const Table &target = schema.tables[a.target];
    switch (value.why) {
    case Why::Declared: return Text::tr("set here");
    case Why::ModelName:
        return a.isToMany() ? Text::tr("plural of %1").arg(target.model)
                            : Text::tr("singular of %1").arg(target.model);
    case Why::PrimaryKey: {
        const Table &owner = &value == &a.sourceKey ? source : target;
        return Text::tr("primary key of %1").arg(owner.model);
    }
    case Why::OtherSide: return Text::tr("from the other side, %1").arg(target.model);
    case Why::Earlier: return Text::tr("settled by an earlier association");
    case Why::Default:
        if (&value == &a.foreignKey) {
            const bool belongs = a.kind == AssociationKind::BelongsTo;
            const QString &key = belongs ? a.targetKey.value : a.sourceKey.value;
            const QString &name = belongs ? a.as.value : source.singular.value;
            return Text::tr("%1 + its key %2").arg(name, key);
        }
        if (&value == &a.otherKey)
            return Text::tr("%1 + its key %2")
                .arg(a.source == a.target ? a.singular : target.singular.value, a.targetKey.value);
        return Text::tr("Sequelize's default");
    }
    Q_UNREACHABLE();
}

QStringList callsOf(const Schema &schema, const Column &column)
{
    QStringList calls;
    for (const AssociationId id : column.associations) {
        const ResolvedAssociation &a = schema.associations[schema.positionOf.value(id)];
        calls.append(schema.tables[a.source].model % u'.' % a.as.value);
    }
    return calls;
}

QString reasonOf(const Schema &schema, const Column &column)
{
    switch (column.origin) {
    case Origin::Id: return Text::tr("added because no attribute is a primary key");
    case Origin::CreatedAt:
    case Origin::UpdatedAt: return Text::tr("added by timestamps");
    case Origin::DeletedAt: return Text::tr("added by paranoid");
    case Origin::Version: return Text::tr("added by version");
    case Origin::Declared:
        if (column.associations.isEmpty())
            return Text::tr("declared");
        break;
    case Origin::ForeignKey: break;
    }
    const QString list = callsOf(schema, column).join(u", "_s);
    return column.origin == Origin::Declared ? Text::tr("declared, and the key of %1").arg(list)
                                             : Text::tr("the key of %1").arg(list);
}

}
