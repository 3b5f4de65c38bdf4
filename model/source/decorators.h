#pragma once

#include "model/source/declarations.h"

/// The decorators of sequelize-typescript. Each adds to what a class has gathered; nothing is declared before
/// all classes are known.
namespace model::source {

void addTableDecorators(Evaluator &evaluator, Object &package);
void addColumnDecorators(Evaluator &evaluator, Object &package);
void addIndexDecorators(Evaluator &evaluator, Object &package);
void addAssociationDecorators(Evaluator &evaluator, Object &package);

/// The class before a class, or nullptr.
inline Function *baseOf(const Function &type)
{
    return type.prototype && type.prototype->type == Object::Type::Function
        ? static_cast<Function *>(type.prototype)
        : nullptr;
}

/// The nearest of a class and those before it that has a part of what decorators gather.
template <typename HasPart>
DecoratedClass *nearestWith(Declarations &declarations, Function *type, HasPart hasPart)
{
    constexpr int deepest = 100;
    for (int depth = 0; type && depth < deepest; ++depth, type = baseOf(*type)) {
        DecoratedClass *found = declarations.decoratedByType.value(type);
        if (found && hasPart(*found))
            return found;
    }
    return nullptr;
}

/// The attributes and the options of a class, begun with those of the classes before it.
Object &decoratedAttributes(Evaluator &evaluator, Function &type);
Object &decoratedOptions(Evaluator &evaluator, Function &type);

/// Whether a decorator stands without brackets: it is called with the member at once.
inline bool isApplied(const Call &call)
{
    return call.argument(0).as<DecoratorTarget>() != nullptr;
}

/// A decorator that remembers with what it was called; `given` gives it back.
Value applyLater(const Call &call, Native native);
Value given(const Call &call, size_t index);

}
