#pragma once

#include "model/rows/value.h"

#include <optional>

namespace model {

/// What a user types into a cell as the value that the database holds for it. Nothing typed is NULL where the
/// column allows it and is no text; the word NULL is NULL everywhere (`\NULL` is the text). A refusal says
/// what was expected.
Result<Value> parseInput(const QString &text, const Column &column, const Dialect &dialect);

/// The text that parseInput reads as this value, for the editor of a cell.
QString editText(const Value &value, const Type &type);

/// The bytes of X'6869', in the spelling of literals; nothing where it is none.
std::optional<QByteArray> parseHex(const QString &text);

}
