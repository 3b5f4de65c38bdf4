#pragma once

#include "model/sql/dialect.h"

#include <optional>

/// What a user wrote for a place in a script where it stands without quotes: it must stay in that place.
namespace model {

/// A type with what follows it, an expression or a condition, as it goes into a script: read as the product
/// reads it, it is one, closes what it opens, and holds no end of a statement, no comment and no command of
/// a client. A line break outside of quotes becomes a blank: clients have commands that are a line, and
/// PostgreSQL joins texts across one. Nothing where it is otherwise.
std::optional<QString> fragment(QString sql, const Dialect &dialect);

/// Whether every part of a table's options, of a foreign key and of an index is what can stand there.
bool hasSoundOptions(const Table &table, const Dialect &dialect);
bool hasSoundActions(const Column &column);
bool isSound(const Index &index, const Dialect &dialect);

}
