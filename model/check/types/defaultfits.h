#pragma once

#include "model/json.h"
#include "model/schema/schema.h"

namespace model {

/// Whether a database, and Sequelize on it, takes a default for a column: in CREATE TABLE, and when a row is
/// written that leaves it out. What cannot be known (a function of the user's own) passes. Without
/// `isInTable` CREATE TABLE leaves the default out.
bool fitsDefault(const Json &value, const Column &column, DialectSet dialect, bool isInTable = true);

}
