#pragma once

#include "model/data/connection.h"
#include "model/query/nest.h"

namespace model {

/// Sees the rows of a query's statement before they are folded.
struct RowWatch
{
    Connection::Columns columns;
    std::function<void(std::span<const Cell> row)> row;
};

/// Answers a query (the options of findAll) on a database. A refusal of the query itself names its place; one
/// of the database does not.
Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find,
                     const RowWatch &watch = {});

}
