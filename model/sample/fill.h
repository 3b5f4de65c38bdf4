#pragma once

#include "model/database/connection.h"
#include "model/sample/samplesource.h"

namespace model {

/// Fills the tables of a schema with sample rows; all of them, or none. Tables that have rows already, or are
/// not there, are named in the refusal.
Result<void> fillSample(Connection &connection, const Schema &schema, const SampleOptions &options = {});

/// How columns that refer to a later table are inserted.
enum class DeferredKeys {
    Emptied, ///< as NULL, for updateDeferred() to set
    Given, ///< as they are, where nobody checks
};

/// Inserts the rows of one table, many with one statement.
Result<void> insertRows(Connection &connection, const Schema &schema, const SampleSource &source,
                        const SampleTable &table, DeferredKeys deferred);
/// Sets the columns of one table that insertRows() left empty and that belong to the round.
Result<void> updateDeferred(Connection &connection, const Schema &schema, const SampleSource &source,
                            const SampleTable &table, int round);

}
