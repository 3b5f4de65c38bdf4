#include "model/source/decorators.h"

using namespace Qt::StringLiterals;

/// `@ForeignKey` and the decorators of associations.
namespace model::source {

namespace {

Value foreignKey(const Call &call)
{
    return applyLater(call, [](const Call &inner) -> Value {
        const DecoratorTarget *target = inner.argument(0).as<DecoratorTarget>();
        if (!target)
            return {};
        Declarations &declarations = inner.evaluator.declarations();
        DecoratedClass &own = declarations.decorationsOf(*target->owner);
        if (!own.foreignKeys) {
            const DecoratedClass *from =
                nearestWith(declarations, target->owner,
                            [](const DecoratedClass &each) { return each.foreignKeys.has_value(); });
            own.foreignKeys = from ? *from->foreignKeys : std::vector<std::pair<Value, QString>>();
        }
        own.foreignKeys->emplace_back(given(inner, 0), inner.argument(1).text());
        return {};
    });
}

/// The options of an association as its decorator takes them: an object, or a foreign key.
Object *optionsOfAssociation(Evaluator &evaluator, AssociationKind kind, const Call &call)
{
    Object *options = evaluator.object();
    const Value second = given(call, 1);
    const bool isThrough = second.isText() || second.as<Function>();
    const auto set = [&](const char *name, const Value &value) {
        if (!value.isUndefined())
            options->properties.set(evaluator.atom(name), value, value.place);
    };
    if (kind == AssociationKind::BelongsToMany) {
        if (isThrough) {
            set("through", second);
            set("foreignKey", given(call, 2));
            set("otherKey", given(call, 3));
        } else {
            evaluator.spread(*options, second);
        }
    } else if (second.isText()) {
        set("foreignKey", second);
    } else {
        evaluator.spread(*options, second);
    }
    return options;
}

Value association(const Call &call)
{
    return applyLater(call, [](const Call &inner) -> Value {
        const DecoratorTarget *target = inner.argument(0).as<DecoratorTarget>();
        if (!target)
            return {};
        Evaluator &evaluator = inner.evaluator;
        QString word = inner.callee->name;
        word[0] = word[0].toLower();
        const auto kind = kindNamed(word);
        Object *options = optionsOfAssociation(evaluator, *kind, inner);
        const Property *as = options->properties.find(evaluator.atom("as"));
        if (!as || !evaluator.truth(as->value).value_or(true))
            options->properties.set(evaluator.atom("as"), inner.argument(1), inner.argument(1).place);
        Declarations &declarations = evaluator.declarations();
        DecoratedClass &own = declarations.decorationsOf(*target->owner);
        if (!own.associations) {
            const DecoratedClass *from =
                nearestWith(declarations, target->owner,
                            [](const DecoratedClass &each) { return each.associations.has_value(); });
            own.associations = from ? *from->associations : std::vector<DecoratedAssociation>();
        }
        own.associations->push_back({*kind, given(inner, 0), options, inner.argument(0).place});
        return {};
    });
}

}

void addAssociationDecorators(Evaluator &evaluator, Object &package)
{
    evaluator.addNative(package, "ForeignKey", foreignKey);
    for (const char *name : {"BelongsTo", "HasOne", "HasMany", "BelongsToMany"})
        evaluator.addNative(package, name, association);
}

}
