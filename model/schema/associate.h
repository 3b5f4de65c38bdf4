#pragma once

#include "model/schema/schema.h"

namespace model {

/// Sequelize's association calls: adds the association at the end of the schema's list, its keys to the
/// tables, and, for a belongsToMany whose through no model declares, the through itself. What Sequelize would
/// throw goes to the schema's problems.
void associate(Schema &schema, const Project &project, const Association &association);

}
