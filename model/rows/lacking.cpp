#include "model/rows/lacking.h"

#include "model/rows/referred.h"
#include "model/rows/rows.h"
#include "model/sql/literal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The columns of a model that the database's table has not.
QStringList lackingColumns(const Table &table, const QList<CatalogColumn> &there, const Dialect &dialect)
{
    const auto caseOfNames = dialect.bit & caseBlind ? Qt::CaseInsensitive : Qt::CaseSensitive;
    QStringList lacking;
    for (const Column &column : table.columns) {
        const bool isThere = std::any_of(there.begin(), there.end(), [&](const CatalogColumn &each) {
            return each.name.compare(keptName(column.name, dialect), caseOfNames) == 0;
        });
        if (!column.isVirtual() && !isThere)
            lacking.append(column.name);
    }
    return lacking;
}

}

QString lackingText(Connection &connection, const Schema &schema, const QList<int> &tables)
{
    const Dialect &dialect = connection.dialect();
    QStringList sentences;
    for (const int position : tables) {
        const Table &table = schema.tables[position];
        const QString name = keptName(physicalName(table, dialect), dialect);
        const auto there = connection.columns(name, dialect.hasSchemas ? table.schema : QString());
        if (!there)
            return {};
        const QStringList lacking = lackingColumns(table, *there, dialect);
        if (there->isEmpty())
            sentences.append(
                Text::tr("%1 is newer than the database, which has no table %2.").arg(table.model, name));
        else if (lacking.size() == 1)
            sentences.append(Text::tr("%1 is newer than the database, whose table %2 has no column %3.")
                                 .arg(table.model, name, lacking.first()));
        else if (!lacking.isEmpty())
            sentences.append(Text::tr("%1 is newer than the database, whose table %2 has no columns %3.")
                                 .arg(table.model, name, lacking.join(u", "_s)));
    }
    return sentences.isEmpty() ? QString() : sentences.join(u' ');
}

Error explained(const Error &fault, Connection &connection, const Schema &schema, const QList<int> &tables)
{
    const QString lacking = lackingText(connection, schema, tables);
    if (lacking.isNull())
        return fault;
    Error error = fault;
    error.message = lacking;
    return error;
}

QList<int> tablesAround(const Schema &schema, int position)
{
    QList<int> tables{position};
    for (const Column &column : schema.tables[position].columns) {
        for (const Referred &referred :
             referredBy(schema, position, column, rowAlias(sqliteDialect), sqliteDialect)) {
            const int table = schema.indexOfModel(referred.model);
            if (table >= 0 && !tables.contains(table))
                tables.append(table);
        }
    }
    return tables;
}

}
