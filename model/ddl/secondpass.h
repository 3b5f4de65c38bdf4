#pragma once

#include "model/schema/schema.h"

namespace model {

/// The table that stands when Sequelize's second pass, where references go in a circle, alters the table of
/// one model into that of another: columns that both have stay where they are, the others are dropped and
/// added, and a unique key of several columns is made by the first alone.
Table afterSecondPass(const Table &before, const Table &after);

}
