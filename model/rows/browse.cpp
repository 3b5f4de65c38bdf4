#include "model/rows/browse.h"

#include "model/rows/filter.h"
#include "model/rows/label.h"
#include "model/sql/literal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Above this many rows of a name, each row of the page is asked for its own; below, the keys of the name are
/// looked up first, so that an index finds their rows.
constexpr int mostKeys = 500;

void appendOnce(QList<const Column *> &columns, const Column *column)
{
    const bool isShown = column && !column->isVirtual()
        && std::none_of(columns.begin(), columns.end(),
                        [&](const Column *each) { return each->name == column->name; });
    if (isShown)
        columns.append(column);
}

bool fillsItself(const Column &column)
{
    return column.autoIncrement || (column.defaultValue && column.defaultValue->find("$default"_L1));
}

class FilterWriter
{
public:
    FilterWriter(Connection &connection, const Schema &schema, int table)
        : m_connection(connection), m_dialect(connection.dialect()), m_schema(schema), m_table(table)
    {
    }

    Result<QString> write(const Column &column, const QString &text) const
    {
        const QString sql = named(rowAlias(m_dialect), column.name);
        const auto ends = referredBy(m_schema, m_table, column, rowAlias(m_dialect), m_dialect);
        const bool asksForKey = !ends.isEmpty() && text.startsWith(u'#');
        if (ends.isEmpty() || asksForKey || hasOperator(text)) {
            const auto condition = parseCondition(asksForKey ? u'=' + text.mid(1) : text, column, m_dialect);
            if (!condition)
                return tl::unexpected(condition.error());
            return conditionSql(*condition, sql, column, m_dialect);
        }
        const bool isNegated = text.startsWith(u'!');
        QStringList ways;
        for (const Referred &end : ends) {
            auto way = called(isNegated ? text.mid(1) : text, end, sql, isNegated);
            if (!way)
                return way;
            ways.append(*way);
        }
        const QString any = ways.size() > 1 ? u'(' + ways.join(u" OR "_s) + u')' : ways[0];
        return isNegated ? u"NOT "_s + any : any;
    }

private:
    QString named(const QString &alias, const QString &column) const
    {
        return alias + u'.' + quotedName(column, m_dialect);
    }

    /// The condition for a key leading to a row that is called by a text.
    Result<QString> called(const QString &text, const Referred &end, const QString &key, bool isNegated) const
    {
        const QString e = quotedName(u"e", m_dialect);
        const QString label = labelSql(text, end, e, m_dialect);
        if (label.isEmpty())
            return refusal(Text::tr("nothing is asked"));
        const QString endKey = named(e, end.column.name);
        QString condition = u"EXISTS (SELECT 1 FROM "_s + end.table + u" AS "_s + e + u" WHERE "_s + endKey
            + u" = "_s + key + u" AND "_s + label + u')';
        if (!isNegated) {
            const auto keys =
                keysOf(u"SELECT "_s + endKey + u" FROM "_s + end.table + u" AS "_s + e + u" WHERE "_s + label
                           + u" AND "_s + endKey + u" IS NOT NULL LIMIT "_s + QString::number(mostKeys + 1),
                       end.column.type);
            if (!keys)
                return tl::unexpected(keys.error());
            if (keys->isEmpty())
                return u"0 = 1"_s;
            if (keys->size() <= mostKeys)
                condition = key + u" IN ("_s + keys->join(u", "_s) + u')';
        }
        return end.condition.isEmpty() ? condition : u'(' + condition + u" AND "_s + end.condition + u')';
    }

    Result<QStringList> keysOf(const QString &sql, const Type &type) const
    {
        QStringList keys;
        const auto selected = m_connection.select(sql, {}, [&](std::span<const Cell> row) {
            keys.append(literalOf(Value::of(row[0]), type, m_dialect));
            return true;
        });
        return selected.map([&] { return keys; });
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const Schema &m_schema;
    const int m_table;
};

}

QList<const Column *> shownColumns(const Schema &schema, int position)
{
    const Table &table = schema.tables[position];
    QList<const Column *> shown;
    bool isJoin = false;
    for (const Edge &edge : schema.edges) {
        if (!edge.isManyToMany || edge.through != position)
            continue;
        const ResolvedAssociation &a = schema.associations[edge.associations[0]];
        if (a.refused)
            continue;
        isJoin = true;
        appendOnce(shown, table.column(a.foreignKey.value));
        appendOnce(shown, table.column(a.otherKey.value));
    }
    for (const Column &column : table.columns) {
        if (!isJoin || !column.primaryKey || !fillsItself(column))
            appendOnce(shown, &column);
    }
    return shown;
}

RowColumn rowColumn(const Schema &schema, int table, const Column &column, const Dialect &dialect)
{
    return {.attribute = column.attribute,
            .column = {column.name, column.type},
            .origin = column.origin,
            .referred = referredBy(schema, table, column, rowAlias(dialect), dialect)};
}

RowSource rowsOf(const Table &table, const Dialect &dialect)
{
    const RowKey key = rowKey(table, dialect);
    RowSource source{.model = table.model, .table = quotedTable(table, dialect), .order = key.columns};
    for (const OrderColumn &column : key.columns) {
        if (key.isUnique)
            source.key.append(column.column);
    }
    return source;
}

Result<RowSource> browse(Connection &connection, const Schema &schema, const Browse &options)
{
    const Dialect &dialect = connection.dialect();
    const Table &table = schema.tables[options.table];
    RowSource source = rowsOf(table, dialect);
    source.isDescending = options.isDescending;
    for (const Column *column : shownColumns(schema, options.table))
        source.columns.append(rowColumn(schema, options.table, *column, dialect));
    if (!options.sortColumn.isEmpty()) {
        const Column *column = table.columnNamed(options.sortColumn);
        if (!column)
            return refusal(Text::tr("%1 has no column %2").arg(table.model, options.sortColumn));
        OrderColumn first{{column->name, column->type}, column->isNullable()};
        for (qsizetype i = source.order.size() - 1; i >= 0; --i) {
            if (source.order[i].column.name == column->name)
                first = source.order.takeAt(i);
        }
        source.order.prepend(first);
    }
    const FilterWriter writer(connection, schema, options.table);
    for (const Filter &filter : options.filters) {
        const Column *column = table.columnNamed(filter.column);
        if (!column)
            return refusal(Text::tr("%1 has no column %2").arg(table.model, filter.column));
        if (filter.text.trimmed().isEmpty())
            continue;
        const auto condition = writer.write(*column, filter.text.trimmed());
        if (!condition)
            return refusal(Text::tr("%1: %2").arg(column->attribute, condition.error().message));
        source.conditions.append(*condition);
    }
    return source;
}

}
