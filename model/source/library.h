#pragma once

#include "model/source/declarations.h"

/// The parts of `sequelize` that files use while they declare.
namespace model::source {

/// `DataTypes`: every type by its word.
Object *makeDataTypes(Evaluator &evaluator);
/// `Op`: every operator as a symbol.
Object *makeOperators(Evaluator &evaluator);
/// `literal`, `fn`, `col` and their kin.
void addExpressions(Evaluator &evaluator, Object &to);
/// `Model`, with the methods of classes.
Function *makeModelClass(Evaluator &evaluator);
/// `Sequelize`, with the methods of instances.
Function *makeSequelizeClass(Evaluator &evaluator);

}
