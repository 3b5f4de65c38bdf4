#pragma once

#include "model/schema/schema.h"

namespace test {

/// What Sequelize makes of a project, as tests/sequelize/applications.mjs writes it: a model, its attributes,
/// indexes, scopes and associations, one a line.
QString declaredText(const model::Project &project);

}
