#include "model/database/deploy.h"

#include "model/ddl/create.h"
#include "model/sql/literal.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Which of the schema's tables the database has already.
Result<QStringList> takenTables(Connection &connection, const Schema &schema)
{
    const Dialect &dialect = connection.dialect();
    QHash<QString, QStringList> existing;
    QStringList taken;
    for (const Table &table : schema.tables) {
        const QString inSchema = dialect.hasSchemas ? table.schema : QString();
        if (!existing.contains(inSchema)) {
            const auto tables = connection.tables(inSchema);
            if (!tables)
                return tl::unexpected(tables.error());
            existing.insert(inSchema, *tables);
        }
        const QString name = physicalName(table, dialect);
        if (existing.value(inSchema).contains(name, Qt::CaseInsensitive))
            taken.append(name);
    }
    return taken;
}

Result<void> run(Connection &connection, const QList<Statement> &statements, QSet<int> &made)
{
    for (const Statement &statement : statements) {
        if (const auto done = connection.execute(statement.sql); !done) {
            // Where the answer was lost, the table may be there.
            if (!connection.isAlive())
                made.insert(statement.table);
            return refusal(Text::tr("%1 (in: %2)").arg(done.error().message, statement.sql));
        }
        made.insert(statement.table);
    }
    return {};
}

/// Where CREATE cannot be rolled back, what was made goes again. Returns the tables that stay.
QStringList takeBack(Connection &connection, const Schema &schema, const QSet<int> &made)
{
    // A cancel that was sent for the last statement may still hit one of these, which is then said again.
    constexpr int tries = 3;
    connection.setCancellable(false);
    QStringList staying;
    for (const int position : made) {
        if (position < 0)
            continue;
        const Table &table = schema.tables[position];
        const QString drop = u"DROP TABLE IF EXISTS "_s + quotedTable(table, connection.dialect());
        bool isDropped = false;
        for (int i = 0; i < tries && !isDropped; ++i)
            isDropped = connection.execute(u"SET FOREIGN_KEY_CHECKS = 0"_s) && connection.execute(drop);
        if (!isDropped)
            staying.append(physicalName(table, connection.dialect()));
    }
    (void)connection.execute(u"SET FOREIGN_KEY_CHECKS = 1"_s);
    connection.setCancellable(true);
    staying.sort();
    return staying;
}

}

Result<void> deploy(Connection &connection, const Schema &schema)
{
    const auto taken = [&]() -> Result<void> {
        const auto names = takenTables(connection, schema);
        if (!names)
            return tl::unexpected(names.error());
        if (!names->isEmpty())
            return refusal(Text::tr("the database has these tables already: %1").arg(names->join(u", "_s)));
        return {};
    };
    const QList<Statement> statements = createStatements(schema, connection.dialect());
    for (const Statement &statement : statements) {
        if (statement.isLeftOut)
            return refusal(statement.sql);
    }
    QSet<int> made;
    if (connection.dialect().transactionalDdl) {
        return inTransaction(
            connection, [&] { return taken().and_then([&] { return run(connection, statements, made); }); });
    }
    if (const auto free = taken(); !free)
        return free;
    const auto created = run(connection, statements, made);
    if (created)
        return {};
    const QStringList staying = takeBack(connection, schema, made);
    if (staying.isEmpty())
        return created;
    return refusal(Text::tr("%1; these tables may be left in the database: %2")
                       .arg(created.error().message, staying.join(u", "_s)));
}

Result<QHash<QString, QHash<QString, QString>>> declaredTypes(Connection &connection, const Schema &schema)
{
    QHash<QString, QHash<QString, QString>> types;
    for (const Table &table : schema.tables) {
        const QString name = physicalName(table, connection.dialect());
        const auto columns = connection.columns(name, table.schema);
        if (!columns)
            return tl::unexpected(columns.error());
        for (const CatalogColumn &column : *columns)
            types[name].insert(column.name, column.type);
    }
    return types;
}

}
