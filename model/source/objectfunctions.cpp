#include "model/source/builtins.h"

using namespace Qt::StringLiterals;

/// `Object`.
namespace model::source {

namespace {

Value namesOf(const Call &call)
{
    const Value of = call.argument(0);
    if (of.isUnknown())
        return of.at(call.place);
    Values items;
    for (Atom name : call.evaluator.names(of))
        items.push_back(call.evaluator.text(call.evaluator.atoms().text(name), of.place));
    List *list = call.evaluator.list(std::move(items));
    list->unknownPart = of.isObject() ? of.object()->unknownPart : nullptr;
    return Value(list, call.place);
}

Value valuesOf(const Call &call, bool withNames)
{
    const Value of = call.argument(0);
    if (of.isUnknown())
        return of.at(call.place);
    Values items;
    for (Atom name : call.evaluator.names(of)) {
        const Value value = call.evaluator.get(of, name, call.place);
        if (withNames)
            items.push_back(
                Value(call.evaluator.list({call.evaluator.text(call.evaluator.atoms().text(name)), value}),
                      value.place));
        else
            items.push_back(value);
    }
    List *list = call.evaluator.list(std::move(items));
    list->unknownPart = of.isObject() ? of.object()->unknownPart : nullptr;
    return Value(list, call.place);
}

Value assigned(const Call &call)
{
    Object *to = call.argument(0).object();
    for (size_t i = 1; to && i < call.arguments.size(); ++i)
        call.evaluator.spread(*to, call.arguments[i]);
    return call.argument(0);
}

Value created(const Call &call)
{
    Object *made = call.evaluator.object();
    made->prototype = call.argument(0).object();
    return Value(made, call.place);
}

Value fromEntries(const Call &call)
{
    const auto entries = call.evaluator.items(call.argument(0));
    if (!entries)
        return call.evaluator.unknown(u"entries that are not known"_s, call.place);
    Object *made = call.evaluator.object();
    for (const Value &entry : *entries) {
        const List *pair = entry.as<List>();
        const Atom key = pair && pair->items.size() == 2 ? call.evaluator.toKey(pair->items[0]) : Atom();
        if (!key.isNull())
            made->properties.set(key, pair->items[1], entry.place);
        else
            made->unknownPart = call.evaluator.unknown(u"entries that are not known"_s, call.place).unknown();
    }
    return Value(made, call.place);
}

Value defined(const Call &call)
{
    const Atom key = call.evaluator.toKey(call.argument(1));
    const Value descriptor = call.argument(2);
    if (key.isNull() || !call.argument(0).isObject() || !descriptor.isObject())
        return call.argument(0);
    Object &to = *call.argument(0).object();
    const Property *getter = descriptor.object()->properties.find(call.evaluator.atom("get"));
    if (getter && getter->value.isObject())
        to.properties.set(key, getter->value, call.place).isGetter = true;
    else
        to.properties.set(key, call.evaluator.get(descriptor, "value"), call.place);
    return call.argument(0);
}

}

void addObjectFunctions(Evaluator &evaluator)
{
    Function *type = evaluator.native(u"Object"_s, [](const Call &call) -> Value {
        return call.argument(0).isObject() ? call.argument(0) : Value(call.evaluator.object(), call.place);
    });
    evaluator.addNative(*type, "keys", namesOf);
    evaluator.addNative(*type, "getOwnPropertyNames", namesOf);
    evaluator.addNative(*type, "values", [](const Call &call) { return valuesOf(call, false); });
    evaluator.addNative(*type, "entries", [](const Call &call) { return valuesOf(call, true); });
    evaluator.addNative(*type, "assign", assigned);
    evaluator.addNative(*type, "create", created);
    evaluator.addNative(*type, "fromEntries", fromEntries);
    evaluator.addNative(*type, "defineProperty", defined);
    for (const char *name : {"freeze", "seal", "preventExtensions"})
        evaluator.addNative(*type, name, [](const Call &call) { return call.argument(0); });
    evaluator.addNative(*type, "setPrototypeOf", [](const Call &call) -> Value {
        if (Object *object = call.argument(0).object())
            object->prototype = call.argument(1).object();
        return call.argument(0);
    });
    evaluator.addNative(*type, "getPrototypeOf", [](const Call &call) -> Value {
        Object *object = call.argument(0).object();
        return object && object->prototype ? Value(object->prototype, call.place) : Value::null(call.place);
    });
    evaluator.addNative(*type, "hasOwn", [](const Call &call) -> Value {
        const Object *object = call.argument(0).object();
        return Value(object && object->properties.find(call.evaluator.toKey(call.argument(1))), call.place);
    });
    evaluator.globals()->declare(evaluator.atom("Object"), Value(type));
}

}
