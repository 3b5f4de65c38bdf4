#include "model/changes/links.h"

#include "model/rows/browse.h"
#include "model/rows/filter.h"
#include "model/rows/label.h"
#include "model/rows/ranges.h"
#include "model/sql/literal.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The tables and columns of one association, once it is known to have them.
class LinkWriter
{
public:
    LinkWriter(const Schema &schema, const LinksOf &links, const Dialect &dialect)
        : m_schema(schema), m_links(links), m_dialect(dialect),
          m_association(schema.associations[links.association]), m_t(rowAlias(dialect)),
          m_other(quotedName(u"e", dialect))
    {
    }

    Result<RowSource> linked() const
    {
        RowSource source = rowsOf(through(), m_dialect);
        // Every row has the same first key, and the second is never NULL: its row exists.
        source.order.removeIf([&](const OrderColumn &each) {
            return each.column.name == foreignKey()->name || each.column.name == otherKey()->name;
        });
        source.order.prepend({{otherKey()->name, otherKey()->type}});
        RowColumn end = rowColumn(m_schema, m_association.through, *otherKey(), m_dialect);
        end.referred = {referred()};
        source.columns.append(end);
        for (const Column *column : shownColumns(m_schema, m_association.through)) {
            if (column != foreignKey() && column != otherKey())
                source.columns.append(rowColumn(m_schema, m_association.through, *column, m_dialect));
        }
        source.conditions.append(all({ownJoinRows(m_t), aliveSql(through(), m_t, m_dialect)}));
        const auto label = labelCondition(m_other);
        if (!label)
            return tl::unexpected(label.error());
        source.conditions.append(
            u"EXISTS (SELECT 1 FROM "_s + quotedTable(target(), m_dialect) + u" AS "_s + m_other
            + u" WHERE "_s
            + all({named(m_other, m_association.targetKeyColumn) + u" = "_s + named(m_t, otherKey()->name),
                   targetConditions(m_other), *label})
            + u')');
        return source;
    }

    /// Two targets of one key would be one link.
    bool hasUniqueTargets() const { return isUnique(target(), m_association.targetKeyColumn); }

    /// The rows of the target that can be linked, linked or not.
    Result<RowSource> targets() const
    {
        RowSource source = rowsOf(target(), m_dialect);
        const Column &key = *target().columnNamed(m_association.targetKeyColumn);
        RowColumn column{.attribute = key.attribute,
                         .column = {key.name, key.type},
                         .origin = key.origin,
                         .labels = referred().labels};
        source.columns.append(column);
        const auto label = labelCondition(m_t);
        if (!label)
            return tl::unexpected(label.error());
        const QString some = key.isNullable() ? named(m_t, key.name) + u" IS NOT NULL"_s : QString();
        for (const QString &condition : {some, targetConditions(m_t), *label}) {
            if (!condition.isEmpty())
                source.conditions.append(condition);
        }
        return source;
    }

    Result<RowSource> notLinked() const
    {
        auto source = targets();
        if (!source)
            return source;
        const QString isThisOne =
            named(m_other, otherKey()->name) + u" = "_s + named(m_t, m_association.targetKeyColumn);
        const QString some = u"EXISTS (SELECT 1 FROM "_s + quotedTable(through(), m_dialect) + u" AS "_s
            + m_other + u" WHERE "_s;
        const QString alive = aliveSql(through(), m_other, m_dialect);
        const QString own = ownJoinRows(m_other);
        source->conditions.append(u"NOT "_s + some + all({own, alive, isThisOne}) + u')');
        if (!alive.isEmpty())
            source->mark = some + all({own, isThisOne}) + u')';
        return source;
    }

private:
    const Table &through() const { return m_schema.tables[m_association.through]; }
    const Table &target() const { return m_schema.tables[m_association.target]; }
    const Column *foreignKey() const { return through().column(m_association.foreignKey.value); }
    const Column *otherKey() const { return through().column(m_association.otherKey.value); }

    QString named(const QString &alias, const QString &column) const
    {
        return alias + u'.' + quotedName(column, m_dialect);
    }

    static QString all(QStringList conditions)
    {
        conditions.removeAll(QString());
        return conditions.join(u" AND "_s);
    }

    Referred referred() const
    {
        return referredTo(target(), *target().columnNamed(m_association.targetKeyColumn), m_dialect);
    }

    /// The join rows of the one row, within the scope of the through.
    QString ownJoinRows(const QString &alias) const
    {
        const QString key = named(alias, foreignKey()->name) + u" = "_s
            + literalOf(m_links.sourceKey, foreignKey()->type, m_dialect);
        return all({key, scopeSql(m_association.throughScope, through(), alias, m_dialect)});
    }

    QString targetConditions(const QString &alias) const
    {
        return all({scopeSql(m_association.scope, target(), alias, m_dialect),
                    aliveSql(target(), alias, m_dialect)});
    }

    /// What the filter asks of the target: words of its label, or its key by an operator or `#7`.
    Result<QString> labelCondition(const QString &alias) const
    {
        const QString text = m_links.filter.trimmed();
        if (text.isEmpty())
            return QString();
        const bool asksForKey = text.startsWith(u'#');
        if (!asksForKey && !hasOperator(text))
            return labelSql(text, referred(), alias, m_dialect);
        const Column &key = *target().columnNamed(m_association.targetKeyColumn);
        const auto condition = parseCondition(asksForKey ? u'=' + text.mid(1) : text, key, m_dialect);
        if (!condition)
            return tl::unexpected(condition.error());
        return conditionSql(*condition, named(alias, key.name), key, m_dialect);
    }

    const Schema &m_schema;
    const LinksOf &m_links;
    const Dialect &m_dialect;
    const ResolvedAssociation &m_association;
    const QString m_t;
    const QString m_other;
};

}

Result<void> checkLinks(const Schema &schema, int association)
{
    const ResolvedAssociation &a = schema.associations[association];
    if (a.kind != AssociationKind::BelongsToMany)
        return refusal(Text::tr("%1 is no belongsToMany").arg(a.as.value));
    const bool hasTables = !a.refused && a.through >= 0;
    const Table *through = hasTables ? &schema.tables[a.through] : nullptr;
    const Column *foreignKey = through ? through->column(a.foreignKey.value) : nullptr;
    const Column *otherKey = through ? through->column(a.otherKey.value) : nullptr;
    const bool isWhole = foreignKey && otherKey && foreignKey != otherKey
        && schema.tables[a.source].columnNamed(a.sourceKeyColumn)
        && schema.tables[a.target].columnNamed(a.targetKeyColumn);
    if (!isWhole)
        return refusal(Text::tr("%1 has problems that must be solved first").arg(a.as.value));
    return {};
}

Result<RowSource> linkedRows(const Schema &schema, const LinksOf &links, const Dialect &dialect)
{
    if (const auto whole = checkLinks(schema, links.association); !whole)
        return tl::unexpected(whole.error());
    return LinkWriter(schema, links, dialect).linked();
}

Result<RowSource> notLinkedRows(const Schema &schema, const LinksOf &links, const Dialect &dialect)
{
    if (const auto whole = checkLinks(schema, links.association); !whole)
        return tl::unexpected(whole.error());
    return LinkWriter(schema, links, dialect).notLinked();
}

Result<qint64> countNotLinked(Connection &connection, const Schema &schema, const LinksOf &links)
{
    if (const auto whole = checkLinks(schema, links.association); !whole)
        return tl::unexpected(whole.error());
    const LinkWriter writer(schema, links, connection.dialect());
    if (!writer.hasUniqueTargets()) {
        const auto rows = writer.notLinked();
        return rows ? countRows(connection, *rows) : tl::unexpected(rows.error());
    }
    const auto targets = writer.targets();
    if (!targets)
        return tl::unexpected(targets.error());
    const auto linked = writer.linked();
    if (!linked)
        return tl::unexpected(linked.error());
    const auto all = countRows(connection, *targets);
    return all ? countDistinct(connection, *linked).map([&](qint64 some) { return *all - some; }) : all;
}

}
