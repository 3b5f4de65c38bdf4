#include "model/data/deploy.h"

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
        if (const auto done = connection.execute(statement.sql); !done)
            return refusal(Text::tr("%1 (in: %2)").arg(done.error().message, statement.sql));
        made.insert(statement.table);
    }
    return {};
}

/// Where CREATE cannot be rolled back, what was made goes again.
void takeBack(Connection &connection, const Schema &schema, const QSet<int> &made)
{
    (void)connection.execute(u"SET FOREIGN_KEY_CHECKS = 0"_s);
    for (const int position : made) {
        if (position >= 0)
            (void)connection.execute(u"DROP TABLE IF EXISTS "_s
                                     + quotedTable(schema.tables[position], connection.dialect()));
    }
    (void)connection.execute(u"SET FOREIGN_KEY_CHECKS = 1"_s);
}

}

Result<void> deploy(Connection &connection, const Schema &schema)
{
    const auto create = [&](QSet<int> &made) -> Result<void> {
        const auto taken = takenTables(connection, schema);
        if (!taken)
            return tl::unexpected(taken.error());
        if (!taken->isEmpty())
            return refusal(Text::tr("the database has these tables already: %1").arg(taken->join(u", "_s)));
        return run(connection, createStatements(schema, connection.dialect()), made);
    };
    QSet<int> made;
    if (connection.dialect().transactionalDdl)
        return inTransaction(connection, [&] { return create(made); });
    auto created = create(made);
    if (!created)
        takeBack(connection, schema, made);
    return created;
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
