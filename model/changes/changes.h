#pragma once

#include "model/rows/rows.h"

namespace model {

/// Names a row: its model with its key as it was read, or with a number while it is still to be inserted.
struct RowRef
{
    QString model;
    Assignments key;
    int number = 0;

    bool isNew() const { return number > 0; }
    bool operator==(const RowRef &) const = default;
};

/// A row of a page, by its key.
RowRef rowRef(const RowSource &source, const Row &row);
/// What a page says of a row: one assignment for each of its columns.
Assignments valuesOf(const RowSource &source, const Row &row);

/// What is to become of one row.
struct Change
{
    enum Kind : quint8 { Insert, Update, Delete };

    Kind kind = Insert;
    RowRef row;
    Assignments values; ///< Insert: what the row is given; Update: the new values
    Assignments before; ///< Update: what they replace; Delete: what is known of the row
    AssociationId link; ///< the n:m that it links or unlinks; null for other changes
    bool isForever = false; ///< Delete: the row goes even where the model is paranoid

    bool operator==(const Change &) const = default;
};

/// Changes that wait to be committed, at most one for each row, in the order in which they were begun. They
/// are no part of undo.
struct Changes
{
    QList<Change> list;
    int lastNumber = 0; ///< of the rows to be inserted

    bool isEmpty() const { return list.isEmpty(); }
    bool operator==(const Changes &) const = default;
};

/// Where the change of a row stands in the list; -1 where there is none.
qsizetype positionOf(const Changes &changes, const RowRef &row);
/// nullptr where nothing is to become of the row.
const Change *changeOf(const Changes &changes, const RowRef &row);

// Every change a user can make, as a function from one value to the next; a refusal says why. The row that is
// inserted is the last of the list.

Result<Changes> insertRow(Changes changes, const Table &table, const Assignments &values = {});
/// A value that goes back to what it was before is no change.
Result<Changes> changeValue(Changes changes, const Table &table, const RowRef &row, const QString &column,
                            const Value &before, const Value &after);
/// Takes back what was given to one column.
Changes withoutValue(Changes changes, const RowRef &row, const QString &column);

enum class Deletion : quint8 {
    AsSequelize, ///< a paranoid model's row is marked, and goes when it is deleted again
    Forever,
};
/// `known` is what a page says of the row: whether it is marked already, and which rows must go before it.
Result<Changes> deleteRow(Changes changes, const Table &table, const RowRef &row,
                          const Assignments &known = {}, Deletion deletion = Deletion::AsSequelize);

/// A new join row with both keys and the plain values of the through's scope. Where the pair is to be
/// unlinked, that is taken back instead; where a paranoid through still has its row (Row::isMarked) and keeps
/// pairs unique, that row comes back.
Result<Changes> link(Changes changes, const Schema &schema, int association, const Value &sourceKey,
                     const Value &targetKey, const Dialect &dialect, bool isMarked = false);
/// A join row goes; one that is still to be inserted never comes.
Result<Changes> unlink(Changes changes, const Schema &schema, int association, const Value &sourceKey,
                       const Value &targetKey, const RowRef &joinRow, const Dialect &dialect);

/// Forgets what was to become of a row.
Changes withoutChange(Changes changes, const RowRef &row);

/// The columns that an inserted row must be given and is not: never NULL and without a default.
QStringList missingColumns(const Change &change, const Table &table);

}
