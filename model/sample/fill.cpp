#include "model/sample/fill.h"

#include "model/sql/literal.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int rowsOfStatement = 500;
constexpr qsizetype lengthOfStatement = 200'000;

/// The tables of a schema that a connection holds; two that share a name there are one.
QList<SampleTable> tablesOf(const SampleSource &source, const Schema &schema, const Dialect &dialect)
{
    QList<SampleTable> tables;
    QSet<std::pair<QString, QString>> names;
    for (const SampleTable &table : source.tables()) {
        const Table &named = schema.tables[table.table];
        const std::pair name{dialect.hasSchemas ? named.schema : QString(), physicalName(named, dialect)};
        if (names.contains(name))
            continue;
        names.insert(name);
        tables.append(table);
    }
    return tables;
}

Result<void> expectEmpty(Connection &connection, const Schema &schema, const QList<SampleTable> &tables)
{
    QStringList filled;
    for (const SampleTable &table : tables) {
        const Table &named = schema.tables[table.table];
        bool hasRows = false;
        const auto read =
            connection.select(u"SELECT 1 FROM "_s + quotedTable(named, connection.dialect()) + u" LIMIT 1"_s,
                              {}, [&](std::span<const Cell>) {
                                  hasRows = true;
                                  return false;
                              });
        if (!read) {
            return refusal(Text::tr("cannot read the table %1: %2")
                               .arg(physicalName(named, connection.dialect()), read.error().message));
        }
        if (hasRows)
            filled.append(physicalName(named, connection.dialect()));
    }
    if (!filled.isEmpty())
        return refusal(Text::tr("these tables have rows already: %1").arg(filled.join(u", "_s)));
    return {};
}

/// What a statement says about a row, by the values of its columns.
class Writer
{
public:
    Writer(const Schema &schema, const SampleTable &table, const Dialect &dialect)
        : m_named(schema.tables[table.table]), m_table(table), m_dialect(dialect)
    {
    }

    QString insertHead() const
    {
        QStringList names;
        for (int i = 0; i < m_table.columns.size(); ++i)
            names.append(name(i));
        return u"INSERT INTO "_s + quotedTable(m_named, m_dialect) + u" ("_s + names.join(u", "_s)
            + u") VALUES\n"_s;
    }

    Result<QString> tuple(const QList<Json> &values, DeferredKeys deferred) const
    {
        QString text = u"("_s;
        for (int i = 0; i < values.size(); ++i) {
            const bool isLeftOut = deferred == DeferredKeys::Emptied && m_table.columns[i].isDeferred();
            auto written = literal(isLeftOut ? Json() : values[i], i);
            if (!written)
                return written;
            if (i > 0)
                text += u", "_s;
            text += *written;
        }
        return QString(text + u')');
    }

    /// Empty where the row has nothing to set.
    Result<QString> update(const QList<Json> &values, int round) const
    {
        QStringList settings;
        for (int i = 0; i < values.size(); ++i) {
            if (m_table.columns[i].round != round || values[i].isNull())
                continue;
            auto written = equation(values, i);
            if (!written)
                return written;
            settings.append(*written);
        }
        QStringList conditions;
        for (const int column : m_table.key) {
            auto written = equation(values, column);
            if (!written)
                return written;
            conditions.append(*written);
        }
        if (settings.isEmpty() || conditions.isEmpty())
            return QString();
        return QString(u"UPDATE "_s + quotedTable(m_named, m_dialect) + u" SET "_s + settings.join(u", "_s)
                       + u" WHERE "_s + conditions.join(u" AND "_s));
    }

private:
    QString name(int column) const
    {
        return quotedName(m_named.columns[m_table.columns[column].column].name, m_dialect);
    }

    Result<QString> literal(const Json &value, int column) const
    {
        return sqlLiteral(value, m_table.columns[column].type, m_dialect);
    }

    Result<QString> equation(const QList<Json> &values, int column) const
    {
        return literal(values[column], column).map([&](const QString &text) {
            return QString(name(column) + u" = "_s + text);
        });
    }

    const Table &m_named;
    const SampleTable &m_table;
    const Dialect &m_dialect;
};

int lastRound(const QList<SampleTable> &tables)
{
    int last = 0;
    for (const SampleTable &table : tables) {
        for (const SampleColumn &column : table.columns)
            last = std::max(last, column.round);
    }
    return last;
}

Result<void> run(Connection &connection, const Table &table, const QString &sql)
{
    const auto done = connection.execute(sql);
    if (done)
        return {};
    return refusal(
        Text::tr("cannot fill %1: %2").arg(physicalName(table, connection.dialect()), done.error().message));
}

/// The rows came with numbers of their own; the next one that the database makes must not be among them.
Result<void> continueNumbers(Connection &connection, const Table &table)
{
    const Dialect &dialect = connection.dialect();
    const QString of = quotedTable(table, dialect);
    for (const Column &column : table.columns) {
        // The others go on after the largest of themselves.
        if (dialect.bit != postgresBit || !column.autoIncrement)
            continue;
        const QString largest = u"MAX("_s + quotedName(column.name, dialect) + u')';
        const QString sequence = u"pg_get_serial_sequence("_s + quotedText(of, dialect) + u", "_s
            + quotedText(keptName(column.name, dialect), dialect) + u')';
        const auto done = run(connection, table,
                              u"SELECT setval("_s + sequence + u", "_s + largest + u") FROM "_s + of
                                  + u" HAVING "_s + largest + u" > 0"_s);
        if (!done)
            return done;
    }
    return {};
}

}

Result<void> insertRows(Connection &connection, const Schema &schema, const SampleSource &source,
                        const SampleTable &table, DeferredKeys deferred)
{
    if (table.columns.isEmpty())
        return {};
    const Table &named = schema.tables[table.table];
    const Writer writer(schema, table, connection.dialect());
    const QString head = writer.insertHead();
    QString sql;
    int rows = 0;
    const auto flush = [&]() -> Result<void> {
        if (rows == 0)
            return {};
        rows = 0;
        return run(connection, named, std::exchange(sql, {}));
    };
    auto taken = source.eachRow(table, [&](const QList<Json> &values) -> Result<void> {
        const auto tuple = writer.tuple(values, deferred);
        if (!tuple)
            return tl::unexpected(tuple.error());
        sql += (rows++ == 0 ? head : u",\n"_s) + *tuple;
        return rows < rowsOfStatement && sql.size() < lengthOfStatement ? Result<void>() : flush();
    });
    return taken ? flush() : taken;
}

Result<void> updateDeferred(Connection &connection, const Schema &schema, const SampleSource &source,
                            const SampleTable &table, int round)
{
    const bool isNeeded = std::any_of(table.columns.begin(), table.columns.end(),
                                      [&](const SampleColumn &column) { return column.round == round; });
    if (!isNeeded)
        return {};
    const Writer writer(schema, table, connection.dialect());
    return source.eachRow(table, [&](const QList<Json> &values) -> Result<void> {
        const auto update = writer.update(values, round);
        if (!update)
            return tl::unexpected(update.error());
        return update->isEmpty() ? Result<void>() : run(connection, schema.tables[table.table], *update);
    });
}

Result<void> fillSample(Connection &connection, const Schema &schema, const SampleOptions &options)
{
    const bool checksAtEnd = &connection.dialect() == &sqliteDialect;
    SampleOptions possible = options;
    possible.circles = options.circles && checksAtEnd;
    const auto source = SampleSource::make(schema, possible);
    if (!source)
        return tl::unexpected(source.error());
    return inTransaction(connection, [&]() -> Result<void> {
        const QList<SampleTable> tables = tablesOf(*source, schema, connection.dialect());
        if (auto empty = expectEmpty(connection, schema, tables); !empty)
            return empty;
        if (possible.circles) {
            if (const auto set = connection.execute(u"PRAGMA defer_foreign_keys = ON"_s); !set)
                return tl::unexpected(set.error());
        }
        for (const SampleTable &table : tables) {
            if (auto done = insertRows(connection, schema, *source, table, DeferredKeys::Emptied); !done)
                return done;
        }
        for (int round = 1; round <= lastRound(tables); ++round) {
            for (const SampleTable &table : tables) {
                if (auto done = updateDeferred(connection, schema, *source, table, round); !done)
                    return done;
            }
        }
        for (const SampleTable &table : tables) {
            if (auto done = continueNumbers(connection, schema.tables[table.table]); !done)
                return done;
        }
        return {};
    });
}

}
