#pragma once

#include "model/project/project.h"

namespace model {

enum class ModuleKind { CommonJs, EcmaScript };

/// The project as a module for Sequelize 6 that defines exactly this: a function from a Sequelize instance to
/// its models, and `define`, the option for that instance.
QString sequelizeCode(const Project &project, ModuleKind kind);

}
