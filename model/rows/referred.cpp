#include "model/rows/referred.h"

#include "model/rows/label.h"
#include "model/query/prepare.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// One way from a key column to another table.
struct Way
{
    int table = -1;
    QString column;
    Boxed<Json> scope; ///< on the table that holds the key
};

QList<Way> waysFrom(const Schema &schema, int table, const Column &column)
{
    QList<Way> ways;
    for (const ResolvedAssociation &a : schema.associations) {
        if (a.refused || !column.associations.contains(a.id))
            continue;
        if (a.kind == AssociationKind::BelongsToMany) {
            if (a.through == table && a.foreignKey.value == column.attribute)
                ways.append({a.source, a.sourceKeyColumn, a.throughScope});
            if (a.through == table && a.otherKey.value == column.attribute)
                ways.append({a.target, a.targetKeyColumn, a.throughScope});
        } else if (a.foreignKey.value == column.attribute) {
            if (a.kind == AssociationKind::BelongsTo && a.source == table)
                ways.append({a.target, a.targetKeyColumn, {}});
            else if (a.kind != AssociationKind::BelongsTo && a.target == table)
                ways.append({a.source, a.sourceKeyColumn, a.scope});
        }
    }
    if (ways.isEmpty() && column.references) {
        const Reference &reference = *column.references;
        const int referred = schema.tableNamed(reference.table, reference.schema);
        if (referred >= 0)
            ways.append({referred, reference.column.isEmpty() ? u"id"_s : reference.column, {}});
    }
    return ways;
}

/// Where all ways lead to one table, a scope matters only if they share it and the database has no foreign
/// key; of several tables only the scopes can tell which.
QList<Way> distinctWays(const QList<Way> &ways, bool isForeignKey)
{
    const auto leadsElsewhere = [&](const Way &way) {
        return way.table != ways[0].table || way.column != ways[0].column;
    };
    const auto isOtherScope = [&](const Way &way) { return way.scope != ways[0].scope; };
    if (ways.isEmpty())
        return {};
    if (std::none_of(ways.begin(), ways.end(), leadsElsewhere)) {
        Way only = ways[0];
        if (isForeignKey || std::any_of(ways.begin(), ways.end(), isOtherScope))
            only.scope.reset();
        return {only};
    }
    QList<Way> scoped;
    for (const Way &way : ways) {
        const bool isKnown = std::any_of(scoped.begin(), scoped.end(), [&](const Way &other) {
            return other.table == way.table && other.column == way.column && other.scope == way.scope;
        });
        if (way.scope && !isKnown)
            scoped.append(way);
    }
    return scoped;
}

}

Referred referredTo(const Table &table, const Column &column, const Dialect &dialect)
{
    Referred referred{
        .model = table.model, .table = quotedTable(table, dialect), .column = {column.name, column.type}};
    const QList<const Column *> labels = labelColumns(table);
    if (labels.size() == 1 && labels[0]->name == column.name)
        return referred;
    for (const Column *label : labels)
        referred.labels.append({label->name, label->type});
    return referred;
}

QList<Referred> referredBy(const Schema &schema, int table, const Column &column, const QString &alias,
                           const Dialect &dialect)
{
    QList<Referred> list;
    for (const Way &way : distinctWays(waysFrom(schema, table, column), column.references.has_value())) {
        const Table &other = schema.tables[way.table];
        const Column *key = other.columnNamed(way.column);
        if (!key)
            continue;
        Referred referred = referredTo(other, *key, dialect);
        referred.condition = scopeSql(way.scope, schema.tables[table], alias, dialect);
        list.append(referred);
    }
    return list;
}

QString scopeSql(const Boxed<Json> &scope, const Table &table, const QString &alias,
                 const Dialect &dialect)
{
    if (!scope)
        return {};
    const QString condition =
        whereCondition(withColumns(scope->placeless(), table), {.model = &table, .prefix = alias}, dialect)
            .value_or(u"0 = 1"_s);
    return condition.isEmpty() ? QString() : u'(' + condition + u')';
}

QString aliveSql(const Table &table, const QString &alias, const Dialect &dialect)
{
    const Column *deletedAt = table.paranoid ? table.column(table.deletedAt) : nullptr;
    if (!deletedAt)
        return {};
    const bool hasDefault = deletedAt->defaultValue && !deletedAt->defaultValue->isNull();
    return scopeSql(
        Json(Json::Object{{deletedAt->attribute, hasDefault ? *deletedAt->defaultValue : Json()}}), table,
        alias, dialect);
}

}
