#include "model/source/builtins.h"

#include <QSet>

using namespace Qt::StringLiterals;

/// `Set` and `Map`.
namespace model::source {

namespace {

/// Sets and maps are lists that answer to `has`, `get` and so on.
Value newSet(const Call &call)
{
    List *made = call.evaluator.list();
    const auto items = call.argument(0).isUndefined() ? std::optional<Values>(Values())
                                                      : call.evaluator.items(call.argument(0));
    if (!items)
        made->unknownPart = call.evaluator.unknown(u"a set that is not known"_s, call.place).unknown();
    QSet<QString> texts;
    for (const Value &item : items.value_or(Values())) {
        if (item.isText()) {
            if (texts.contains(item.text()))
                continue;
            texts.insert(item.text());
        }
        made->items.push_back(item);
    }
    made->prototype = call.callee->instances;
    return Value(made, call.place);
}

Value has(const Call &call)
{
    const List *self = call.self.as<List>();
    for (const Value &item : self ? self->items : Values()) {
        const List *entry = item.as<List>();
        const bool isMap = call.callee->data.boolean();
        const Value key = isMap && entry && !entry->items.empty() ? entry->items[0] : item;
        if (call.evaluator.spend(1) && call.evaluator.areSame(key, call.argument(0), true).value_or(false))
            return Value(true, call.place);
    }
    return Value(false, call.place);
}

Value add(const Call &call)
{
    List *self = call.self.as<List>();
    if (self && self->items.size() < longestList && !has(call).boolean())
        self->items.push_back(call.argument(0));
    return call.self;
}

Value setEntry(const Call &call)
{
    List *self = call.self.as<List>();
    if (!self)
        return call.self;
    for (Value &item : self->items) {
        List *entry = item.as<List>();
        if (call.evaluator.spend(1) && entry && entry->items.size() == 2
            && call.evaluator.areSame(entry->items[0], call.argument(0), true).value_or(false))
        {
            entry->items[1] = call.argument(1);
            return call.self;
        }
    }
    if (self->items.size() < longestList)
        self->items.push_back(Value(call.evaluator.list({call.argument(0), call.argument(1)}), call.place));
    return call.self;
}

Value entryOf(const Call &call)
{
    const List *self = call.self.as<List>();
    for (const Value &item : self ? self->items : Values()) {
        const List *entry = item.as<List>();
        if (call.evaluator.spend(1) && entry && entry->items.size() == 2
            && call.evaluator.areSame(entry->items[0], call.argument(0), true).value_or(false))
            return entry->items[1];
    }
    return {};
}

Value mapParts(const Call &call)
{
    const List *self = call.self.as<List>();
    Values parts;
    for (const Value &item : self ? self->items : Values()) {
        const List *entry = item.as<List>();
        if (call.evaluator.spend(1) && entry && entry->items.size() == 2)
            parts.push_back(entry->items[call.callee->name == u"keys" ? 0 : 1]);
    }
    return Value(call.evaluator.list(std::move(parts)), call.place);
}

Value mapEach(const Call &call)
{
    const List *self = call.self.as<List>();
    for (const Value &item : self ? Values(self->items) : Values()) {
        const List *entry = item.as<List>();
        if (call.evaluator.spend(1) && entry && entry->items.size() == 2)
            call.evaluator.call(call.argument(0), Value(),
                                Values{entry->items[1], entry->items[0], call.self}, call.place);
    }
    return {};
}

Value newMap(const Call &call)
{
    List *made = call.evaluator.list(call.evaluator.items(call.argument(0)).value_or(Values()));
    made->prototype = call.callee->instances;
    return Value(made, call.place);
}

}

void addCollections(Evaluator &evaluator)
{
    Function *set = evaluator.native(u"Set"_s, newSet);
    set->instances = evaluator.object();
    evaluator.addNative(*set->instances, "has", has);
    evaluator.addNative(*set->instances, "add", add);
    Function *map = evaluator.native(u"Map"_s, newMap);
    map->instances = evaluator.object();
    map->instances->properties.set(evaluator.atom("has"),
                                   Value(evaluator.native(u"has"_s, has, Value(true))));
    evaluator.addNative(*map->instances, "set", setEntry);
    evaluator.addNative(*map->instances, "get", entryOf);
    evaluator.addNative(*map->instances, "keys", mapParts);
    evaluator.addNative(*map->instances, "values", mapParts);
    evaluator.addNative(*map->instances, "forEach", mapEach);
    for (Function *type : {set, map})
        evaluator.globals()->declare(evaluator.atom(type == set ? "Set" : "Map"), Value(type));
}

}
