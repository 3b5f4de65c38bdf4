#pragma once

#include "model/database/connection.h"

namespace model {

/// Creates a schema in a database that has none of its tables; all of it, or nothing where the product can.
/// Tables that exist already are named in the refusal.
Result<void> deploy(Connection &connection, const Schema &schema);

/// The declared types of the columns of a schema's tables, as an existing database has them.
Result<QHash<QString, QHash<QString, QString>>> declaredTypes(Connection &connection, const Schema &schema);

}
