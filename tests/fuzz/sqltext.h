#pragma once

#include "model/sql/dialect.h"

#include <optional>

struct sqlite3;

/// SQL as the products' manuals say that it is read, independent of how the model writes it.
namespace fuzz {

/// What stands outside of quotes and comments: a quotation is `''`, a comment a blank. Nothing where one does
/// not end.
std::optional<QString> outsideOfQuotes(const QString &sql, const model::Dialect &dialect);

/// One statement: quotes and parentheses are closed, no semicolon, and no name or text of the user's (those
/// that bear a mark, see marks.h) stands outside of quotes.
void expectOneStatement(const QString &sql, const model::Dialect &dialect);

/// Only words, signs and numbers that the model itself writes stand outside of quotes.
void expectWords(const QString &sql, const QStringList &words, const model::Dialect &dialect);

/// Where SQLite takes the statement it has read all of it: nothing of it would run as a second one.
void expectNoTail(const QString &sql, sqlite3 *database);

}
