#include "model/changes/outcome.h"

#include "model/sql/literal.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

Result<bool> finds(Connection &connection, const QString &sql)
{
    if (sql.isEmpty())
        return false;
    bool found = false;
    const auto looked = connection.select(sql, {}, [&](std::span<const Cell>) {
        found = true;
        return true;
    });
    return looked.map([&] { return found; });
}

/// With these, what a transaction has written and not ended is waited for, but not forever.
QStringList patience(const Dialect &dialect)
{
    if (dialect.bit == postgresBit)
        return {u"SET lock_timeout = '5s'"_s};
    if (dialect.bit & mysqls) {
        return {u"SET SESSION innodb_lock_wait_timeout = 5"_s,
                u"SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE"_s};
    }
    return {};
}

Result<void> awaitWriters(Connection &connection, const QList<ChangeStatement> &statements,
                          const Schema &schema)
{
    if (connection.dialect().bit != postgresBit)
        return {};
    QStringList tables;
    for (const ChangeStatement &statement : statements) {
        const Table *table = schema.table(statement.row.model);
        if (const QString name = table ? quotedTable(*table, connection.dialect()) : QString();
            table && !tables.contains(name))
            tables.append(name);
    }
    tables.sort();
    return connection.execute(u"LOCK TABLE "_s + tables.join(u", "_s) + u" IN SHARE MODE"_s).map([](qint64) {
    });
}

}

Result<Outcome> outcomeOf(Connection &connection, const QList<ChangeStatement> &statements,
                          const Schema &schema)
{
    for (const QString &setting : patience(connection.dialect())) {
        if (const auto set = connection.execute(setting); !set)
            return tl::unexpected(set.error());
    }
    Outcome outcome;
    const auto looked = inTransaction(connection, [&]() -> Result<void> {
        if (const auto waited = awaitWriters(connection, statements, schema); !waited)
            return waited;
        for (const ChangeStatement &statement : statements) {
            const auto done = finds(connection, statement.done);
            if (!done)
                return tl::unexpected(done.error());
            const auto undone = finds(connection, statement.undone);
            if (!undone)
                return tl::unexpected(undone.error());
            ++(*done == *undone ? outcome.untold : *done ? outcome.done : outcome.undone);
        }
        return {};
    });
    return looked.map([&] { return outcome; });
}

Result<QStringList> withoutTransactions(Connection &connection, const Schema &schema)
{
    if (!(connection.dialect().bit & mysqls))
        return QStringList();
    QStringList tables;
    const auto read = connection.select(
        u"SELECT t.TABLE_NAME FROM information_schema.TABLES AS t JOIN information_schema.ENGINES AS e ON "
        "e.ENGINE = t.ENGINE WHERE t.TABLE_SCHEMA = DATABASE() AND COALESCE(e.TRANSACTIONS, 'NO') <> 'YES'"_s,
        {}, [&](std::span<const Cell> row) {
            tables.append(QString::fromUtf8(row[0].text));
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    QStringList models;
    for (const Table &table : schema.tables) {
        if (tables.contains(physicalName(table, connection.dialect())))
            models.append(table.model);
    }
    return models;
}

}
