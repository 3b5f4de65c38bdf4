#include "model/data/deploy.h"

#include "model/ddl/create.h"
#include "model/sql/literal.h"

namespace model {

Result<void> deploy(Connection &connection, const Schema &schema)
{
    return inTransaction(connection, [&]() -> Result<void> {
        const auto existing = connection.tables({});
        if (!existing)
            return tl::unexpected(existing.error());
        QStringList taken;
        for (const Table &table : schema.tables) {
            const QString name = physicalName(table, connection.dialect());
            if (existing->contains(name, Qt::CaseInsensitive))
                taken.append(name);
        }
        if (!taken.isEmpty())
            return refusal(Text::tr("the database has these tables already: %1").arg(taken.join(u", ")));
        for (const Statement &statement : createStatements(schema, connection.dialect())) {
            if (const auto done = connection.execute(statement.sql); !done)
                return refusal(Text::tr("%1 (in: %2)").arg(done.error().message, statement.sql));
        }
        return {};
    });
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
