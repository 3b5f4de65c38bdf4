#pragma once

#include "model/schema/schema.h"

/// Believable rows for a schema's tables, without a database: what the live preview and `sample` fill in.
namespace model {

struct SampleOptions
{
    int rows = 20; ///< for each model; a join table has up to twice as many
    quint64 seed = 1; ///< another seed, other rows
    /// Rows for tables whose keys lead in a circle without any NULL: no order of inserts pleases a database
    /// that checks keys at once.
    bool circles = true;

    static constexpr int mostRows = 1'000'000;
};

struct SampleColumn
{
    int column = -1; ///< the position in Table::columns
    Type type; ///< what sqlLiteral() takes for its values; that of the original, where a foreign key copies
    /// 0: inserted with its row. Otherwise the column refers to what is not there yet: it is inserted as NULL
    /// and updated when all rows are there, after the columns of lower rounds.
    int round = 0;

    bool isDeferred() const { return round > 0; }
};

/// The rows of one table.
struct SampleTable
{
    int table = -1; ///< the position in Schema::tables
    QList<SampleColumn> columns;
    QList<int> key; ///< the columns here by which a row is found again; never empty where one is deferred
    QList<QList<Json>> rows; ///< values as a project file writes them
};

/// Rows for every table, in an order in which they can be inserted. Every key holds: primary and unique keys,
/// unique indexes, foreign keys, NOT NULL. A table whose keys allow fewer rows has as many as they allow. The
/// same schema, seed and number give the same rows on every platform, and an edit of one model leaves the
/// rows of the others as they are, as far as they do not copy from it. Refuses a number of rows out of range.
Result<QList<SampleTable>> sampleRows(const Schema &schema, const SampleOptions &options = {});

}
