#pragma once

#include "model/database/connection.h"
#include "model/schema/schema.h"

namespace model {

/// What a database lacks of some tables of the schema, in words; null where it has all of it, or cannot say.
QString lackingText(Connection &connection, const Schema &schema, const QList<int> &tables);

/// The fault of a statement over these tables: in words, where the database lacks a table or a column.
Error explained(const Error &fault, Connection &connection, const Schema &schema, const QList<int> &tables);

/// A table, and those that its rows lead to.
QList<int> tablesAround(const Schema &schema, int table);

}
