#pragma once

#include "model/query/cell.h"
#include "model/query/find.h"
#include "model/sql/dialect.h"

namespace model {

/// One key of a record.
struct Field
{
    QString key;
    QByteArray column; ///< its name in the rows of the statement
    CellFormat format = CellFormat::AsIs; ///< AsIs: as the database says of the column
};

/// Where one model of an include query sits in the columns of a joined row, and what of it is shown.
struct Shape
{
    QString name; ///< its `as`: the key in the record above
    QString model;
    int table = -1;
    bool isList = false; ///< a to-many association
    bool isShown = true;
    QList<Field> fields; ///< in the order of the result
    QList<QByteArray> keyColumns; ///< tell one record from another; those that the rows lack do not count
    QByteArray presenceColumn; ///< NULL there: no record; empty: it cannot be told
    QList<Shape> includes; ///< in the order of the rows' columns
    QList<int> shownIncludes; ///< in the order of the result
};

/// An include query as one SQL statement, with what makes records of its rows.
struct Plan
{
    QString sql;
    Shape shape;
    bool grouped = false; ///< rows of one record are folded; otherwise each row is a record
    std::optional<Error> faultWithRows; ///< what Sequelize fails over as soon as there is a row
};

/// The declared column types of an existing database: table → column → type. SQLite decides by them how a
/// value is read; where a table is not listed, the schema's own types hold.
using DeclaredTypes = QHash<QString, QHash<QString, QString>>;

/// Plans a query once: the statement that Sequelize would run, in its shape, and the shape of its rows.
Result<Plan> plan(const FindNode &find, const Schema &schema, const Dialect &dialect,
                  const DeclaredTypes &declared = {});

}
