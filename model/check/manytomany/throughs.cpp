#include "model/check/fixes.h"

#include "model/rows/rowkey.h"
#include "model/edit/edit.h"
#include "model/sql/dialect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class ThroughCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            const std::pair key{table.schema, table.name.value};
            if (!table.isAutomatic() && !m_declared.contains(key))
                m_declared.insert(key, &table);
        }
        for (const Edge &edge : m_checked.schema.edges) {
            const ResolvedAssociation &first = m_checked.schema.associations[edge.associations.first()];
            if (!edge.isManyToMany || edge.through < 0 || first.refused)
                continue;
            const Table &through = m_checked.schema.tables[edge.through];
            lookForTable(first, through);
            lookForLostKeys(edge, first, through);
            lookForDuplicates(edge, first, through);
            lookForOwnRows(first, through);
            if (m_checked.mildest < Severity::Hint)
                continue;
            hintAtIndex(first, through);
            hintAtTimestamps(first, through);
            hintAtCascade(edge, first, through);
        }
    }

private:
    /// A name that is no model's but is a model's table: Sequelize would make a second model on that table.
    void lookForTable(const ResolvedAssociation &a, const Table &through)
    {
        const Table *table =
            through.isAutomatic() ? m_declared.value({through.schema, through.name.value}) : nullptr;
        if (!table)
            return;
        const QString model = table->model;
        const QString name = through.model;
        add(Code::ThroughNamesTable, {.association = a.id, .option = u"through"_s},
            Text::tr("%1 is the table of the model %2: Sequelize makes a second model on it. Name the model.")
                .arg(name, model),
            {fixThrough(Text::tr("Use the model %1").arg(model), name, model)});
    }

    /// Another pair through the same model took this one's columns away.
    void lookForLostKeys(const Edge &edge, const ResolvedAssociation &a, const Table &through)
    {
        if (through.column(a.foreignKey.value) && through.column(a.otherKey.value))
            return;
        int users = 0;
        for (const Edge &other : m_checked.schema.edges)
            users += other.isManyToMany && other.through == edge.through;
        if (users < 2)
            return;
        const QString fresh =
            freeThroughName(m_checked.project, m_checked.declared(a).source, m_checked.declared(a).target);
        QList<Association> own;
        bool isUsed = false; // or a later association has the name
        for (const int position : edge.associations) {
            isUsed |= m_checked.isUsed(m_checked.schema.associations[position]);
            own.append(m_checked.declared(m_checked.schema.associations[position]));
            own.last().through.model = fresh;
        }
        add({Code::SharedThrough, isUsed ? Severity::Error : Severity::Warning},
            {.association = a.id, .option = u"through"_s},
            Text::tr("%1 is the through of %2 relations; the later ones take the keys of %3 away.")
                .arg(through.model)
                .arg(users)
                .arg(m_checked.nameOf(a)),
            {{Text::tr("Give %1 a through of its own, %2").arg(m_checked.nameOf(a), fresh),
              [own](const Project &project) { return changeAssociations(project, own); }}});
    }

    void lookForDuplicates(const Edge &edge, const ResolvedAssociation &a, const Table &through)
    {
        if (through.isAutomatic())
            return;
        QList<AssociationId> sides;
        for (const int position : edge.associations) {
            const Association &side = m_checked.declared(m_checked.schema.associations[position]);
            if (side.through.unique.value_or(true))
                return;
            sides.append(side.id);
        }
        const QStringList pair{a.foreignKeyColumn, a.otherKeyColumn};
        const auto sets = uniqueColumns(through);
        const bool isApart = std::any_of(sets.begin(), sets.end(), [&](const QStringList &set) {
            return std::all_of(set.begin(), set.end(),
                               [&](const QString &name) { return pair.contains(name); });
        });
        if (isApart)
            return;
        add(Code::PairLinkedTwice, {.association = a.id, .option = u"through"_s},
            Text::tr("%1 lets one pair be linked twice: an include shows it once, with the last join row.")
                .arg(through.model),
            {fixAssociations(Text::tr("Make each pair unique"), sides,
                             [](Association &side) { side.through.unique.reset(); })});
    }

    /// A through that is an end of its own n:m: each link is also a row of the model, and must be one.
    void lookForOwnRows(const ResolvedAssociation &a, const Table &through)
    {
        if (a.through != a.source && a.through != a.target)
            return;
        const Place place{.association = a.id, .option = u"through"_s};
        const bool isOwnKey = (a.through == a.source && a.foreignKey.value == a.sourceKey.value)
            || (a.through == a.target && a.otherKey.value == a.targetKey.value);
        if (isOwnKey)
            add(Code::ThroughBetweenItsOwnRows, place,
                Text::tr(
                    "%1 is the through of %2, which is between its own rows, and its own key is one of the "
                    "link's: each link would be the row that it leads from.")
                    .arg(through.model, m_checked.nameOf(a)),
                {});
        for (const UniqueKey &key : through.uniqueKeys) {
            const Column *column =
                key.columns.size() == 1 ? through.columnNamed(key.columns.first()) : nullptr;
            if (!column || column->references)
                continue;
            // Of the rows at the ends, one has the other of two values.
            const bool isScarce = a.source == a.target
                && (column->type.name == TypeName::Boolean
                    || (column->type.name == TypeName::Enum && column->type.values.size() < 3));
            const bool hasDefault = column->defaultValue && !column->defaultValue->isNull();
            if (!hasDefault && isScarce && !column->isNullable())
                add(Code::ThroughBetweenItsOwnRows, place,
                    Text::tr("%1 is the through of %2, which is between its own rows: a link and its ends "
                             "need three values of %3, which is unique, and it has no more than two.")
                        .arg(through.model, m_checked.nameOf(a), column->attribute),
                    {});
            if (hasDefault)
                add({Code::ThroughBetweenItsOwnRows, isScarce ? Severity::Error : Severity::Warning}, place,
                    Text::tr("%1 is the through of %2, which is between its own rows: each link has the same "
                             "%3, which is unique.")
                        .arg(through.model, m_checked.nameOf(a), column->attribute),
                    {});
        }
    }

    void hintAtIndex(const ResolvedAssociation &a, const Table &through)
    {
        const QString second = a.otherKeyColumn;
        const auto key = through.primaryKey();
        if (!key.isEmpty() && key[0]->name == second)
            return;
        for (const UniqueKey &unique : through.uniqueKeys) {
            if (unique.columns.value(0) == second)
                return;
        }
        for (const TableIndex &index : through.indexes) {
            if (!index.declared.fields.isEmpty() && index.declared.fields[0].name == second)
                return;
        }
        const QString name = through.model;
        add(Code::JoinKeyWithoutIndex, {.association = a.id, .option = u"through"_s},
            Text::tr("No index of %1 starts with %2: looking up from that end reads the whole table.")
                .arg(name, second),
            {{Text::tr("Add an index on %1").arg(second),
              [name, second](const Project &project) {
                  const auto declared = declareThrough(project, name);
                  if (!declared)
                      return declared;
                  return addIndex(*declared, modelNamed(*declared, name)->id, {.fields = {{.name = second}}});
              }}},
            indexLessForeignKeys);
    }

    void hintAtTimestamps(const ResolvedAssociation &a, const Table &through)
    {
        const Association &declared = m_checked.declared(a);
        if (!through.isAutomatic() || !through.timestamps || declared.timestamps
            || m_checked.project.define.timestamps)
            return;
        add(Code::ThroughGetsTimestamps, {.association = a.id, .option = u"timestamps"_s},
            Text::tr("%1 gets createdAt and updatedAt, which nothing declares.").arg(through.model),
            {fixAssociations(Text::tr("Leave them out"), {a.id},
                             [](Association &side) { side.timestamps = false; }),
             fixAssociations(Text::tr("Keep them, and say so"), {a.id},
                             [](Association &side) { side.timestamps = true; })});
    }

    void hintAtCascade(const Edge &edge, const ResolvedAssociation &a, const Table &through)
    {
        QList<AssociationId> sides;
        bool mayBeNull = false;
        for (const int position : edge.associations) {
            const ResolvedAssociation &call = m_checked.schema.associations[position];
            const Association &side = m_checked.declared(call);
            if (!side.onDelete.isNull() || !side.constraints.value_or(true))
                return;
            sides.append(side.id);
            mayBeNull |= isNullableKey(call.source, call.sourceKey) || isNullableKey(call.target, call.targetKey);
        }
        // MariaDB refuses RESTRICT to a key that may be NULL.
        QList<Fix> fixes;
        if (!mayBeNull)
            fixes.append(fixAssociations(Text::tr("Refuse to delete what is linked (RESTRICT)"), sides,
                                         [](Association &side) { side.onDelete = u"RESTRICT"_s; }));
        add(Code::LinksDeletedWithEnd, {.association = a.id, .option = u"onDelete"_s},
            Text::tr("Deleting a row on either end of %1 deletes its links: onDelete is CASCADE by default.")
                .arg(through.model),
            fixes);
    }

    bool isNullableKey(int table, const Derived &key) const
    {
        const Column *column = m_checked.schema.tables[table].column(key.value);
        return column && column->isNullable() && !column->primaryKey;
    }

    QHash<std::pair<QString, QString>, const Table *> m_declared; ///< by schema and name
};

}

void checkThroughs(const Checked &checked, QList<Problem> &problems)
{
    ThroughCheck(checked, problems).run();
}

}
