#pragma once

#include "model/rows/referred.h"

namespace model {

/// A column by which rows are ordered.
struct OrderColumn
{
    NamedColumn column;
    bool isNullable = false;
};

/// The columns that tell a row of a table from all others, and order them.
struct RowKey
{
    QList<OrderColumn> columns;
    bool isUnique = true; ///< false: all columns, for want of a key; the rows cannot be changed
};

/// The primary key; else the first unique key that is never NULL; else the row's number, where the product
/// has one (Dialect::rowIds).
RowKey rowKey(const Table &table, const Dialect &dialect);

}
