#include "model/check/check.h"

#include "model/edit/edit.h"
#include "model/sql/dialect.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

enum class Uniqueness { None, Indexed, Unique };

/// How the database can find a row by one column alone.
Uniqueness uniquenessOf(const Table &table, const Column &column)
{
    const auto key = table.primaryKey();
    if (key.size() == 1 && key[0] == &column)
        return Uniqueness::Unique;
    Uniqueness found = !key.isEmpty() && key[0] == &column ? Uniqueness::Indexed : Uniqueness::None;
    for (const UniqueKey &unique : table.uniqueKeys) {
        if (unique.columns == QStringList{column.name})
            return Uniqueness::Unique;
        if (unique.columns.value(0) == column.name)
            found = Uniqueness::Indexed;
    }
    for (const TableIndex &index : table.indexes) {
        const auto &fields = index.declared.fields;
        if (fields.isEmpty() || fields[0].name != column.name || index.declared.where)
            continue;
        if (index.unique && fields.size() == 1)
            return Uniqueness::Unique;
        found = Uniqueness::Indexed;
    }
    return found;
}

Fix addUniqueIndex(const Table &table, const Column &column)
{
    const ModelId model = table.declaredBy;
    const QString name = column.name;
    return {Text::tr("Add a unique index on %1").arg(name), [model, name](const Project &project) {
                return addIndex(project, model, {.unique = true, .fields = {{.name = name}}});
            }};
}

Fix setNotNull(const Table &table, const Column &column)
{
    const ModelId model = table.declaredBy;
    const AttributeId id = column.declaredBy;
    return {Text::tr("Set %1 to allowNull: false").arg(column.attribute),
            [model, id](const Project &project) {
                const Model *owner = modelOf(project, model);
                const Attribute *attribute = owner ? attributeOf(*owner, id) : nullptr;
                if (!attribute)
                    return Result<Project>(refusal(Text::tr("the attribute is no longer there")));
                Attribute changed = *attribute;
                changed.allowNull = false;
                return changeAttribute(project, model, changed);
            }};
}

class KeyCheck
{
public:
    KeyCheck(const Checked &checked, QList<Problem> &problems) : m_checked(checked), m_problems(problems) { }

    void run()
    {
        for (const ResolvedAssociation &association : m_checked.schema.associations) {
            if (association.kind != AssociationKind::BelongsToMany || association.refused)
                continue;
            look(association, m_checked.schema.tables[association.source], association.sourceKey);
            look(association, m_checked.schema.tables[association.target], association.targetKey);
        }
    }

private:
    void look(const ResolvedAssociation &association, const Table &table, const Derived &key)
    {
        const Column *column = table.column(key.value);
        if (!column || m_seen.contains(column))
            return;
        const bool constrained = m_checked.declared(association).constraints.value_or(true);
        const Uniqueness uniqueness = uniquenessOf(table, *column);
        const Place place{.model = table.declaredBy, .attribute = column->declaredBy};
        const QString edge = m_checked.nameOf(association);
        if (uniqueness != Uniqueness::Unique && constrained) {
            m_seen.insert(column);
            const QString why = uniqueness == Uniqueness::None
                ? Text::tr(
                    "%1.%2 is a key of %3 but has no unique index: no database can hold a foreign key to it.")
                : Text::tr("%1.%2 is a key of %3 but is not unique by itself: SQLite and PostgreSQL refuse a "
                           "foreign "
                           "key to it, and in MySQL rows can multiply.");
            m_problems.append({.code = u"NM01"_s,
                               .message = why.arg(table.model, column->attribute, edge),
                               .place = place,
                               .dialects = uniqueness == Uniqueness::None ? everyDialect : strictForeignKeys,
                               .fixes = fixes(table, *column, true)});
        } else if (column->isNullable() && !column->primaryKey) {
            m_seen.insert(column);
            m_problems.append(
                {.severity = Severity::Warning,
                 .code = u"NM02"_s,
                 .message = Text::tr("%1.%2 is a key of %3 and may be NULL: such a row can never be "
                                     "linked.")
                                .arg(table.model, column->attribute, edge),
                 .place = place,
                 .fixes = fixes(table, *column, false)});
        }
    }

    static QList<Fix> fixes(const Table &table, const Column &column, bool unique)
    {
        if (table.isAutomatic())
            return {};
        if (unique)
            return {addUniqueIndex(table, column)};
        return column.declaredBy.isNull() ? QList<Fix>() : QList<Fix>{setNotNull(table, column)};
    }

    const Checked &m_checked;
    QList<Problem> &m_problems;
    QSet<const Column *> m_seen;
};

}

void checkManyToManyKeys(const Checked &checked, QList<Problem> &problems)
{
    KeyCheck(checked, problems).run();
}

}
