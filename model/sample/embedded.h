#pragma once

#include "model/database/connection.h"
#include "model/sample/sample.h"

namespace model {

/// A database in memory that a project's queries run on while it is edited.
struct EmbeddedDatabase
{
    std::unique_ptr<Connection> connection;
    QList<Error> skipped; ///< what could not be created or filled, and why
};

/// Makes a schema with sample rows in memory. A broken model costs its own table, not the database: what
/// SQLite refuses is skipped. Fails only where SQLite itself cannot be opened, or the options are out of
/// range.
Result<EmbeddedDatabase> embeddedDatabase(const Schema &schema, const SampleOptions &options = {});

}
