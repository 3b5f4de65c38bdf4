#pragma once

#include "model/sql/dialect.h"

/// Names and values inside SQL text: every name and every value that a user gives passes through here.
namespace model {

/// A name in the dialect's quotes, without the quote characters that it holds, as Sequelize writes it.
QString quotedName(QStringView name, const Dialect &dialect);
/// A table's name with its schema, as the dialect has schemas or makes them a part of the name.
QString quotedTable(QStringView table, QStringView schema, const Dialect &dialect);
inline QString quotedTable(const Table &table, const Dialect &dialect)
{
    return quotedTable(table.name.value, table.schema, dialect);
}
/// The table's name as the database knows it; only Dialect::hasSchemas keeps the schema apart.
QString physicalName(const Table &table, const Dialect &dialect);
/// What the database keeps of a name: without its quote, and no more than its limit where it cuts.
QString keptName(const QString &name, const Dialect &dialect);

/// A text as a string literal.
QString quotedText(QStringView text, const Dialect &dialect);
/// Why a statement with a NUL is not run.
QString nulInStatement();

/// A value of the project or query file as an SQL literal for a column of a type; nullptr is a type that
/// nobody knows. Special values (`{ "$literal": … }`, `$fn`, `$date`, `$hex`, `$value`) are understood. What
/// Sequelize throws for (an object where no column can hold one) is refused.
Result<QString> sqlLiteral(const Json &value, const Column *column, const Dialect &dialect);
/// The same for a type alone.
Result<QString> sqlLiteral(const Json &value, const Type &type, const Dialect &dialect);

/// JavaScript's Number() of a flag, a number or a text; NaN where a text is none.
double javascriptToNumber(const Json &value);

/// The only key of an object like `{ "$fn": … }`, with its value; nothing for any other value.
const Json::Member *specialValue(const Json &value);

}
