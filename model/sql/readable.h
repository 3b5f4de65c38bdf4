#pragma once

#include "model/sql/dialect.h"

namespace model {

/// A statement laid out over lines for people to read: the same words with other white space between them, so
/// that it means the same. A text that cannot be told apart for sure is left as it is.
QString readableSql(const QString &sql, const Dialect &dialect);

}
