#pragma once

#include "model/database/connection.h"
#include "model/rows/rowkey.h"
#include "model/rows/value.h"

namespace model {

/// A column of the rows that a source hands out.
struct RowColumn
{
    QString attribute;
    NamedColumn column;
    Origin origin = Origin::Declared;
    QList<Referred> referred; ///< where its value leads to; empty for what is no key
    QList<NamedColumn> labels; ///< of the row itself, where this column names it
};

/// Rows that can be paged: of which table, under which conditions, in which total order. It holds everything
/// by value, so that it can go to another thread.
struct RowSource
{
    QString model;
    QString table; ///< quoted; conditions know it as rowAlias()
    QList<RowColumn> columns;
    QList<OrderColumn> order; ///< all in one direction, so that one index serves it
    bool isDescending = false;
    QList<NamedColumn> key; ///< tells a row from all others; empty: it cannot be changed
    QStringList conditions; ///< in SQL, all of which hold
    QString mark; ///< a condition in SQL that is told of each row; empty: none
};

/// What conditions of a source call its table, quoted.
QString rowAlias(const Dialect &dialect);

struct Row
{
    Values values; ///< one for each column of the source
    QStringList labels; ///< one for each column: what the row is called that it leads to; null for none
    Values key; ///< of RowSource::key
    Values place; ///< in the order: where a page before or after it begins
    bool isMarked = false; ///< RowSource::mark holds
};

/// Rows that follow each other.
struct Page
{
    QList<Row> rows;
    bool hasBefore = false;
    bool hasAfter = false;
};

/// Pages of at most `limit` rows; no page is empty while the source has rows. Each walks the order from a key
/// and reads no row twice, however many there are before it.
Result<Page> firstPage(Connection &connection, const RowSource &source, int limit);
Result<Page> lastPage(Connection &connection, const RowSource &source, int limit);
Result<Page> pageAfter(Connection &connection, const RowSource &source, const Values &place, int limit);
Result<Page> pageBefore(Connection &connection, const RowSource &source, const Values &place, int limit);
/// The page that begins with the row of a key, or of the first columns of one. Where the rows are ordered by
/// their key alone, the row that follows a missing one will do.
Result<Page> pageAt(Connection &connection, const RowSource &source, const Values &key, int limit);

/// How many rows the source has; may take long, and Connection::cancel ends it.
Result<qint64> countRows(Connection &connection, const RowSource &source);
/// How many rows of the source come before a place.
Result<qint64> countBefore(Connection &connection, const RowSource &source, const Values &place);
/// How many values the first column has in all rows.
Result<qint64> countDistinct(Connection &connection, const RowSource &source);

/// A key as a user types it: its values, or the first of them, between commas.
Result<Values> parseKey(const QString &text, const RowSource &source, const Dialect &dialect);

}
