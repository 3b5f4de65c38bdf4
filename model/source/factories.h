#pragma once

#include "model/source/declarations.h"

namespace model::source {

/// Calls what the application's own files wait for and nobody called: `module.exports = (sequelize,
/// DataTypes) => …`, `initModels(sequelize)`, `static associate(models)`, classes with decorators that no
/// list names.
void callFactories(Evaluator &evaluator, Declarations &declarations);

/// What a framework gives to the files of an application under the name `app`: an instance of Sequelize as
/// `app.model`, and `app.Sequelize`.
Object *makeApplicationObject(Evaluator &evaluator, Object *sequelize);

/// The instance of Sequelize that belongs to the application: the one that it makes, or one with the options
/// of its configuration files.
Object *applicationInstance(Evaluator &evaluator, Declarations &declarations);

}
