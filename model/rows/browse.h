#pragma once

#include "model/rows/rows.h"

namespace model {

/// What is typed into the filter field of a column.
struct Filter
{
    QString column; ///< as the database knows it
    QString text;

    bool operator==(const Filter &) const = default;
};

/// How the rows of a table are to be shown.
struct Browse
{
    int table = -1; ///< in the schema
    QString sortColumn; ///< put before the key, by which rows are ordered anyway
    bool isDescending = false;
    QList<Filter> filters; ///< all of which hold

    bool operator==(const Browse &) const = default;
};

/// The rows of a table. A join table shows its ends first, then its own columns, without keys that fill
/// themselves. Words in the filter of a key column ask for what its row is called; an operator or `#7` asks
/// for the key. The connection is asked which rows are called so. A refusal names the column.
Result<RowSource> browse(Connection &connection, const Schema &schema, const Browse &options);

/// The columns of a table in the order in which they are shown; of a join table its ends come first.
QList<const Column *> shownColumns(const Schema &schema, int table);

/// A column with what its values lead to.
RowColumn rowColumn(const Schema &schema, int table, const Column &column, const Dialect &dialect);

/// All rows of a table, ordered by its key, without columns to show.
RowSource rowsOf(const Table &table, const Dialect &dialect);

}
