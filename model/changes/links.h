#pragma once

#include "model/rows/rows.h"

namespace model {

/// One row, seen over one n:m association.
struct LinksOf
{
    int association = -1; ///< in the schema
    Value sourceKey; ///< the row's value of the association's sourceKey
    QString filter; ///< words of the labels that are looked for; empty is all

    bool operator==(const LinksOf &) const = default;
};

/// Refuses what is no n:m, or one that Sequelize could not run.
Result<void> checkLinks(const Schema &schema, int association);

/// The join rows of a row, as Sequelize's getter finds them (scopes hold, deleted rows are gone): the other
/// end by label and key, then the join row's own columns. Each row of the source is one join row, so that a
/// pair that is linked twice stands there twice.
Result<RowSource> linkedRows(const Schema &schema, const LinksOf &links, const Dialect &dialect);

/// The rows of the target that could be linked and are not: one column, the targetKey, with the label. Marked
/// are those whose join row is still there, deleted as a paranoid through deletes.
Result<RowSource> notLinkedRows(const Schema &schema, const LinksOf &links, const Dialect &dialect);
/// How many that are. It counts both sides apart, where counting the rows would look each one up.
Result<qint64> countNotLinked(Connection &connection, const Schema &schema, const LinksOf &links);

}
