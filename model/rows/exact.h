#pragma once

#include "model/rows/value.h"

namespace model {

/// A column holding exactly this value, as it was read. Where `=` will not do for a product: it takes a text
/// of another case or with other spaces for the same, and misses a number that is written shorter than it is
/// kept.
QString exactSql(const QString &sql, const Value &value, const Type &type, const Dialect &dialect);

}
