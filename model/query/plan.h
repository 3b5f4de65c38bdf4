#pragma once

#include "model/database/cell.h"
#include "model/query/find.h"
#include "model/sql/dialect.h"

#include <QSet>

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
    bool isHasOne = false; ///< should have one row at most, but nothing sees to it
    bool isShown = true;
    /// Empty: the fields in the order of the result. Otherwise all attributes are asked for: the rows'
    /// columns of this prefix are shown, in their order, whatever they are.
    std::optional<QByteArray> prefix;
    QList<Field> fields;
    QList<QByteArray> keyColumns; ///< tell one record from another; those that the rows lack do not count
    QByteArray presenceColumn; ///< NULL there: no record; empty: it cannot be told
    QList<Shape> includes; ///< in the order of the rows' columns
    QStringList separates; ///< the names of includes that queries of their own find
    /// In the order of the result: positions in `includes`; in `separates` counted from -1 downwards.
    QList<int> shownIncludes;
    QList<Field> kept; ///< not shown, but keys of separate includes
};

/// An include that is asked for by a query of its own, once the records that it hangs on are known.
struct Separate
{
    QString name; ///< its `as`
    QList<int> path; ///< to the shape of the records that it hangs on, by positions in Shape::includes
    QByteArray parentColumn; ///< their key; empty where the records hide it, so that nothing is found
    QByteArray childColumn; ///< what refers to it
    std::shared_ptr<FindNode> find; ///< the query, but for the keys
    QString foreignKey;
    QString foreignKeyColumn;
    Json scope; ///< conditions of the default scope, which counts once more for the query of its own
};

/// The query of a separate include for the keys of the records above: a list with one for each record, or SQL
/// that finds them. A limit counts for each key of a list.
std::shared_ptr<FindNode> findFor(const Separate &separate, const Json &keys);

/// An include query as one SQL statement, with what makes records of its rows.
struct Plan
{
    QString sql;
    Shape shape;
    bool grouped = false; ///< rows of one record are folded; otherwise each row is a record
    QList<Separate> separates;
    std::optional<Error> faultWithRows; ///< what Sequelize fails over as soon as there is a row
    /// Sequelize looks for the model of a column `a.b` by the include `a`, and fails over a row if there is
    /// none.
    bool looksForModels = false;
    QSet<QByteArray> shortened; ///< columns whose names stand for longer ones
};

/// The declared column types of an existing database: table → column → type. SQLite decides by them how a
/// value is read; where a table is not listed, the schema's own types hold.
using DeclaredTypes = QHash<QString, QHash<QString, QString>>;

/// The statements of a query, one after the other. What a separate include asks depends on the rows of the
/// statement above it, which stands in it as a subquery.
Result<QStringList> statementsOf(const FindNode &find, const Schema &schema, const Dialect &dialect);

/// Plans a query once: the statement that Sequelize would run, in its shape, and the shape of its rows.
Result<Plan> plan(const FindNode &find, const Schema &schema, const Dialect &dialect,
                  const DeclaredTypes &declared = {});

}
