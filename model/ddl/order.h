#pragma once

#include "model/schema/schema.h"

namespace model {

/// The tables in an order in which each comes after those it refers to, near their definition order.
struct TableOrder
{
    QList<int> tables;
    /// Columns (table, position) whose references close a cycle: where the database checks references at
    /// once, they are added when all tables stand.
    QList<std::pair<int, int>> deferred;
};

TableOrder orderTables(const Schema &schema);

/// The order of Sequelize, which does not see all references: a table may come before one it refers to.
TableOrder syncOrder(const Schema &schema);

}
