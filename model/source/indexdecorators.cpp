#include "model/source/decorators.h"

using namespace Qt::StringLiterals;

/// `@Index` and `createIndexDecorator`.
namespace model::source {

namespace {

/// The indexes of a class, begun with those of the classes before it.
std::vector<std::pair<QString, Object *>> &indexesOf(Evaluator &evaluator, Function &type)
{
    DecoratedClass &own = evaluator.declarations().decorationsOf(type);
    if (!own.indexes) {
        const DecoratedClass *from =
            nearestWith(evaluator.declarations(), &type,
                        [](const DecoratedClass &each) { return each.indexes.has_value(); });
        own.indexes = from ? *from->indexes : std::vector<std::pair<QString, Object *>>();
    }
    return *own.indexes;
}

/// Adds the decorated member to an index: one that has the name already, or a new one.
Object *addField(const Call &call, Object *index, const QString &name, const Value &options,
                 const Value &fieldOptions)
{
    Evaluator &evaluator = call.evaluator;
    const DecoratorTarget *target = call.argument(0).as<DecoratorTarget>();
    if (!target)
        return index;
    const Place place = call.argument(0).place;
    auto &indexes = indexesOf(evaluator, *target->owner);
    for (const auto &[known, each] : indexes) {
        if (!index && !name.isEmpty() && known == name)
            index = each;
    }
    if (!index) {
        index = evaluator.object();
        evaluator.spread(*index, options);
        if (!name.isEmpty())
            index->properties.set(evaluator.atom("name"), evaluator.text(name, call.place), call.place);
        index->properties.set(evaluator.atom("fields"), Value(evaluator.list(), place), place);
        indexes.emplace_back(name, index);
    }
    Object *field = evaluator.object();
    field->properties.set(evaluator.atom("name"), call.argument(1), place);
    evaluator.spread(*field, fieldOptions);
    if (List *fields = evaluator.get(Value(index), "fields").as<List>())
        fields->items.push_back(Value(field, place));
    return index;
}

/// `@Index`, `@Index('name')`, `@Index({ name, unique, length, order, collate, … })`.
Value addIndex(const Call &call, const Value &options)
{
    Evaluator &evaluator = call.evaluator;
    if (!options.isObject()) {
        addField(call, nullptr, options.text(), Value(), Value());
        return {};
    }
    Object *ofField = evaluator.object();
    Object *ofIndex = evaluator.object();
    for (const Property &property : options.object()->properties.all()) {
        const QString &key = evaluator.atoms().text(property.key);
        const bool isOfField = key == u"length" || key == u"order" || key == u"collate";
        (isOfField ? ofField : ofIndex)->properties.set(property.key, property.value, property.place);
    }
    addField(call, nullptr, evaluator.get(options, "name").text(), Value(ofIndex), Value(ofField));
    return {};
}

Value index(const Call &call)
{
    if (isApplied(call))
        return addIndex(call, Value());
    return applyLater(call, [](const Call &inner) { return addIndex(inner, given(inner, 0)); });
}

/// A decorator whose every use adds a field to one index, which its own data keeps.
Value sharedIndex(const Call &call)
{
    Object &shared = *call.callee->data.object();
    if (!isApplied(call)) {
        Function *made = call.evaluator.native(
            call.callee->name,
            [](const Call &inner) -> Value {
                Object &kept = *inner.callee->data.object();
                const Value options = inner.evaluator.get(Value(&kept), "options");
                Object *index =
                    addField(inner, inner.evaluator.get(Value(&kept), "index").object(),
                             inner.evaluator.get(options, "name").text(), options, inner.callee->self);
                inner.evaluator.addValue(kept, "index", Value(index));
                return {};
            },
            Value(&shared));
        made->self = call.argument(0);
        return Value(made, call.place);
    }
    const Value options = call.evaluator.get(Value(&shared), "options");
    Object *index = addField(call, call.evaluator.get(Value(&shared), "index").object(),
                             call.evaluator.get(options, "name").text(), options, Value());
    call.evaluator.addValue(shared, "index", Value(index));
    return {};
}

Value createIndexDecorator(const Call &call)
{
    Object *shared = call.evaluator.object();
    call.evaluator.addValue(*shared, "options",
                            call.argument(0).isObject() ? call.argument(0) : Value(call.evaluator.object()));
    return Value(call.evaluator.native(u"Index"_s, sharedIndex, Value(shared)), call.place);
}

}

void addIndexDecorators(Evaluator &evaluator, Object &package)
{
    evaluator.addNative(package, "Index", index);
    evaluator.addNative(package, "createIndexDecorator", createIndexDecorator);
}

}
