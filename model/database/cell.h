#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace model {

/// How a cell of the database becomes a value of the result.
enum class CellFormat : quint8 {
    AsIs,
    Boolean, ///< 1 and 0, t and f are true and false
    Date, ///< an ISO date; null where it is none
    Json, ///< the text is JSON
    Floating, ///< SQLite: text other than NaN and Infinity is no value
    Array, ///< PostgreSQL: {a,b}; of what, says ResultColumn::element
    Range, ///< PostgreSQL: [a,b); of what, says ResultColumn::element
    Number, ///< a text of digits as a number
    Geometry, ///< MySQL: a number of the reference system, then well-known binary
};

/// A column of a statement's rows, and what its values are where the database itself says so.
struct ResultColumn
{
    QByteArray name;
    CellFormat format = CellFormat::AsIs;
    CellFormat element = CellFormat::AsIs;
};

/// One value of one row as the database hands it out: text is UTF-8, and it and bytes live only until the
/// next row.
struct Cell
{
    enum Kind : quint8 { Null, Integer, Real, Text, Bytes };

    Kind kind = Null;
    union {
        qint64 integer = 0;
        double real;
    };
    QByteArrayView text;
};

}
