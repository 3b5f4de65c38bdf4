#pragma once

#include "model/database/connection.h"
#include "model/query/nest.h"

namespace model {

/// Sees the rows of a query's statement before they are folded.
struct RowWatch
{
    Connection::Columns columns;
    std::function<void(std::span<const Cell> row)> row;
};

/// Where a query stops by itself, so that it takes neither all memory nor all day; 0 is nowhere.
struct QueryLimits
{
    qint64 rows = 0; ///< of all its statements
    qint64 megabytes = 0; ///< of what is kept of them
    qint64 seconds = 0;

    /// What a query on sample rows may take, if nobody allows it more.
    static constexpr QueryLimits ofSamples() { return {2'000'000, 1024, 60}; }
    QueryLimits timesTen() const { return {rows * 10, megabytes * 10, seconds * 10}; }
};

/// Is it a refusal of a query that went over its limits?
bool isOverLimits(const Error &error);

/// Answers a query (the options of findAll) on a database. A refusal of the query itself names its place; one
/// of the database does not.
Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find,
                     const RowWatch &watch = {}, const QueryLimits &limits = {});

}
