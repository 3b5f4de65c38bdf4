#pragma once

#include "model/rows/rows.h"

namespace model {

/// Which of the rows at a place belong to what is asked.
enum class From : quint8 {
    Behind, ///< not the row of the place itself
    Including,
};

/// The rows from a place on, towards larger or smaller values, as conditions in the order of their rows: each
/// is one stretch of an index, where a single condition with OR would make the database read all of it. A
/// place may be shorter than the order.
QStringList rangesFrom(const QList<OrderColumn> &order, const Values &place, bool isAscending, From from,
                       const Dialect &dialect);

/// A column being a value, or NULL.
QString equalSql(const QString &sql, const Value &value, const Type &type, const Dialect &dialect);

}
