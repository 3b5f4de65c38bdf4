#pragma once

#include "model/database/cell.h"
#include "model/sql/dialect.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace model {

/// One value of one row, owned, exactly as the database holds it: to be shown, compared, edited and written
/// back.
struct Value
{
    using Kind = Cell::Kind;

    Kind kind = Cell::Null;
    union {
        qint64 integer = 0;
        double real;
    };
    QByteArray bytes; ///< of a text (UTF-8) or of bytes

    static Value of(const Cell &cell);
    static Value number(qint64 value);
    static Value number(double value);
    static Value text(QStringView text);
    static Value data(const QByteArray &bytes);

    bool isNull() const { return kind == Cell::Null; }
    bool isNumber() const { return kind == Cell::Integer || kind == Cell::Real; }
    double toDouble() const { return kind == Cell::Integer ? double(integer) : real; }
    /// The text, the digits of a number, or the bytes read as UTF-8; null for NULL.
    QString toText() const;

    bool operator==(const Value &other) const;
};
using Values = QList<Value>;

/// A value for a column.
struct Assignment
{
    QString column; ///< as the database knows it
    Value value;

    bool operator==(const Assignment &) const = default;
};
using Assignments = QList<Assignment>;

/// nullptr where the list says nothing of the column.
const Value *valueOf(const Assignments &assignments, QStringView column);

/// A value of the project file as the database holds it; nothing for conditions, lists and expressions.
std::optional<Value> plainValue(const Json &json, const Type &type, const Dialect &dialect);

/// Do two values of a column mean the same: 1 and 1.0, two spellings of one instant or of one JSON value?
bool isSame(const Value &a, const Value &b, const Type &type);

/// One line for a cell of a table: dates in UTC, `true` and `false`, the first of the bytes.
QString displayText(const Value &value, const Type &type);

/// The value as an SQL literal that the database reads back to exactly this value.
QString literalOf(const Value &value, const Type &type, const Dialect &dialect);

}
