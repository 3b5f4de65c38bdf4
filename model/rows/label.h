#pragma once

#include "model/rows/referred.h"

namespace model {

/// The columns by which people call a row of a table: name, title, first and last name, e-mail, …; else the
/// first text, else the key.
QList<const Column *> labelColumns(const Table &table);

/// The condition for a row being called by a text, on the table under an alias: every word is in a column of
/// its label, or a whole number is its key; words in double quotes stay together.
QString labelSql(const QString &text, const Referred &referred, const QString &alias, const Dialect &dialect);

}
