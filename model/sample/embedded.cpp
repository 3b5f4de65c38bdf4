#include "model/sample/embedded.h"

#include "model/sample/fill.h"
#include "model/ddl/create.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Creates what can be created; the tables that are there then.
QList<bool> createTables(Connection &connection, const Schema &schema, QList<Error> &skipped)
{
    QList<bool> created(schema.tables.size(), false);
    QList<bool> seen(schema.tables.size(), false);
    for (const Statement &statement : createStatements(schema, connection.dialect())) {
        // The first statement of a table makes it, the others are its indexes.
        const bool isTable = statement.table >= 0 && !seen[statement.table];
        if (statement.table >= 0 && !isTable && !created[statement.table])
            continue;
        if (statement.isLeftOut) {
            skipped.append({.message = statement.sql});
            if (isTable)
                seen[statement.table] = true;
            continue;
        }
        const auto done = connection.execute(statement.sql);
        if (!done)
            skipped.append({.message = Text::tr("%1 (in: %2)").arg(done.error().message, statement.sql)});
        if (isTable) {
            seen[statement.table] = true;
            created[statement.table] = done.has_value();
        }
    }
    return created;
}

}

Result<EmbeddedDatabase> embeddedDatabase(const Schema &schema, const SampleOptions &options)
{
    const auto source = SampleSource::make(schema, options);
    if (!source)
        return tl::unexpected(source.error());
    const DatabaseUrl url{.dialect = &sqliteDialect, .path = u":memory:"_s};
    auto opened = Connection::open(url, Access::Create);
    if (!opened)
        return tl::unexpected(opened.error());
    EmbeddedDatabase database{.connection = std::move(*opened), .skipped = {}};
    Connection &connection = *database.connection;
    // The rows keep all keys; where a model is broken, its neighbours' rows shall be there all the same.
    if (const auto off = connection.execute(u"PRAGMA foreign_keys = OFF"_s); !off)
        return tl::unexpected(off.error());
    const auto made = inTransaction(connection, [&]() -> Result<void> {
        const QList<bool> created = createTables(connection, schema, database.skipped);
        for (const SampleTable &table : source->tables()) {
            if (!created[table.table])
                continue;
            const auto filled = insertRows(connection, schema, *source, table, DeferredKeys::Given);
            if (!filled)
                database.skipped.append(filled.error());
        }
        return {};
    });
    if (!made)
        return tl::unexpected(made.error());
    if (const auto on = connection.execute(u"PRAGMA foreign_keys = ON"_s); !on)
        return tl::unexpected(on.error());
    return database;
}

}
