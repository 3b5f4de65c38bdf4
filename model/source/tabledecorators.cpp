#include "model/source/decorators.h"

using namespace Qt::StringLiterals;

/// `@Table`, scopes, timestamps and hooks.
namespace model::source {

namespace {

Object *begunWith(Evaluator &evaluator, Object *object)
{
    Object *copy = evaluator.object();
    if (object)
        evaluator.spread(*copy, Value(object));
    return copy;
}

void setTable(Evaluator &evaluator, Function &type, const Value &options, Place place)
{
    Object &all = decoratedOptions(evaluator, type);
    evaluator.spread(all, options);
    DecoratedClass &decorated = evaluator.declarations().decorationsOf(type);
    const Value name = options.isObject() ? evaluator.get(options, "modelName") : Value();
    decorated.modelName = name.isText() ? name.text() : type.name;
    decorated.isTable = true;
    decorated.place = place;
}

Value table(const Call &call)
{
    if (Function *type = call.argument(0).as<Function>(); type && type->isClass) {
        setTable(call.evaluator, *type, Value(), call.argument(0).place);
        return {};
    }
    return applyLater(call, [](const Call &inner) -> Value {
        if (Function *type = inner.argument(0).as<Function>())
            setTable(inner.evaluator, *type, given(inner, 0), inner.argument(0).place);
        return {};
    });
}

Value timestamp(const Call &call)
{
    const DecoratorTarget *target = call.argument(0).as<DecoratorTarget>();
    if (!target)
        return {};
    Object &options = decoratedOptions(call.evaluator, *target->owner);
    const QString &name = call.callee->name;
    const char *option = name == u"CreatedAt" ? "createdAt"
        : name == u"UpdatedAt"                ? "updatedAt"
                                              : "deletedAt";
    options.properties.set(call.evaluator.atom(option), call.argument(1), call.argument(0).place);
    options.properties.set(call.evaluator.atom("timestamps"), Value(true, call.place), call.place);
    if (name == u"DeletedAt")
        options.properties.set(call.evaluator.atom("paranoid"), Value(true, call.place), call.place);
    return {};
}

Value scopes(const Call &call)
{
    return applyLater(call, [](const Call &inner) -> Value {
        if (Function *type = inner.argument(0).as<Function>()) {
            DecoratedClass &decorated = inner.evaluator.declarations().decorationsOf(*type);
            (inner.callee->name == u"DefaultScope" ? decorated.defaultScope : decorated.scopes) =
                given(inner, 0);
        }
        return {};
    });
}

Value hook(const Call &call)
{
    const DecoratorTarget *target = call.argument(0).as<DecoratorTarget>();
    if (!target)
        return applyLater(call, hook);
    call.evaluator.declarations().decorationsOf(*target->owner).hooks.push_back(call.argument(0).place);
    return {};
}

}

Value applyLater(const Call &call, Native native)
{
    List *arguments = call.evaluator.list(Values(call.arguments.begin(), call.arguments.end()));
    return Value(call.evaluator.native(call.callee->name, native, Value(arguments)), call.place);
}

Value given(const Call &call, size_t index)
{
    const List *arguments = call.callee->data.as<List>();
    return arguments && index < arguments->items.size() ? arguments->items[index] : Value();
}

Object &decoratedAttributes(Evaluator &evaluator, Function &type)
{
    DecoratedClass &own = evaluator.declarations().decorationsOf(type);
    if (own.attributes)
        return *own.attributes;
    const DecoratedClass *from = nearestWith(evaluator.declarations(), &type, [](const DecoratedClass &each) {
        return each.attributes != nullptr;
    });
    own.attributes = evaluator.object();
    if (!from)
        return *own.attributes;
    for (const Property &property : from->attributes->properties.all())
        own.attributes->properties.set(
            property.key, Value(begunWith(evaluator, property.value.object()), property.value.place),
            property.place);
    return *own.attributes;
}

Object &decoratedOptions(Evaluator &evaluator, Function &type)
{
    DecoratedClass &own = evaluator.declarations().decorationsOf(type);
    if (!own.options) {
        const DecoratedClass *from =
            nearestWith(evaluator.declarations(), &type,
                        [](const DecoratedClass &each) { return each.options != nullptr; });
        own.options = begunWith(evaluator, from ? from->options : nullptr);
    }
    return *own.options;
}

void addTableDecorators(Evaluator &evaluator, Object &package)
{
    evaluator.addNative(package, "Table", table);
    for (const char *name : {"CreatedAt", "UpdatedAt", "DeletedAt"})
        evaluator.addNative(package, name, timestamp);
    for (const char *name : {"Scopes", "DefaultScope"})
        evaluator.addNative(package, name, scopes);
    for (const char *subject : {"Connect",
                                "Count",
                                "Create",
                                "Define",
                                "Destroy",
                                "Find",
                                "FindAfterExpandIncludeAll",
                                "FindAfterOptions",
                                "Init",
                                "Restore",
                                "Save",
                                "Sync",
                                "Update",
                                "Upsert",
                                "Validate",
                                "BulkCreate",
                                "BulkDestroy",
                                "BulkRestore",
                                "BulkSync",
                                "BulkUpdate"})
    {
        evaluator.addNative(package, qPrintable(u"Before"_s + QLatin1StringView(subject)), hook);
        evaluator.addNative(package, qPrintable(u"After"_s + QLatin1StringView(subject)), hook);
    }
    evaluator.addNative(package, "ValidationFailed", hook);
}

}
