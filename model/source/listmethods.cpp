#include "model/source/builtins.h"

#include <cmath>

using namespace Qt::StringLiterals;

/// What lists do. Where it is not known whether an item belongs to a result, it does.
namespace model::source {

namespace {

template <typename Method>
Value listMethod(const Call &call)
{
    List *self = call.self.as<List>();
    if (!self)
        return call.self.isUnknown() ? call.self.at(call.place)
                                     : call.evaluator.unknown(u"a list that is not known"_s, call.place);
    if (!call.evaluator.spend(qint64(self->items.size()) / 4 + 1))
        return call.evaluator.unknown(u"too many steps"_s, call.place);
    return Method()(call, *self);
}

Value made(const Call &call, const List &from, Values items)
{
    if (items.size() > longestList)
        return call.evaluator.unknown(u"a list that is too long"_s, call.place);
    List *list = call.evaluator.list(std::move(items));
    list->unknownPart = from.unknownPart;
    return Value(list, call.place);
}

/// Calls the callback for each item while it returns true; the items may change meanwhile.
template <typename Visit>
void each(const Call &call, List &self, Visit visit)
{
    for (size_t i = 0; i < self.items.size() && call.evaluator.spend(1); ++i) {
        const Value item = self.items[i];
        const Value result = call.evaluator.call(call.argument(0), call.argument(1),
                                                 Values{item, Value(double(i)), call.self}, call.place);
        if (!visit(item, result, i))
            break;
    }
}

/// A callback that is not known, or a list of which not all is known.
Value unknownOf(const Call &call, const List &self)
{
    return self.unknownPart            ? Value(self.unknownPart, call.place)
        : call.argument(0).isUnknown() ? call.argument(0).at(call.place)
                                       : Value();
}

size_t indexOf(const Call &call, size_t argument, size_t size, size_t fallback)
{
    const Value value = call.argument(argument);
    if (value.isUndefined())
        return fallback;
    const double number = call.evaluator.toNumber(value).value_or(0);
    if (std::isnan(number))
        return 0;
    return size_t(std::clamp(number < 0 ? double(size) + number : number, 0.0, double(size)));
}

void flatten(const Call &call, const Values &from, double depth, Values &to)
{
    for (const Value &item : from) {
        const List *inner = item.as<List>();
        if (!call.evaluator.spend(1) || to.size() > longestList)
            return;
        if (inner && depth >= 1)
            flatten(call, inner->items, std::min(depth, 50.0) - 1, to);
        else
            to.push_back(item);
    }
}

Value reduced(const Call &call, List &self, bool fromRight)
{
    if (self.unknownPart)
        return Value(self.unknownPart, call.place);
    Values items = self.items;
    if (fromRight)
        std::reverse(items.begin(), items.end());
    size_t first = 0;
    Value result = call.argument(1);
    if (call.arguments.size() < 2) {
        if (items.empty())
            return call.evaluator.unknown(u"nothing to reduce"_s, call.place);
        result = items[first++];
    }
    for (size_t i = first; i < items.size() && call.evaluator.spend(1); ++i)
        result = call.evaluator.call(call.argument(0), Value(),
                                     Values{result, items[i], Value(double(i)), call.self}, call.place);
    return result;
}

Value sorted(const Call &call, List &self)
{
    // A merge sort of our own: a comparison may say anything.
    Values &items = self.items;
    const Value compare = call.argument(0);
    std::vector<QString> texts;
    const auto isBefore = [&](const Value &a, const Value &b) {
        if (!call.evaluator.spend(1))
            return false;
        if (compare.as<Function>()) {
            const Value order = call.evaluator.call(compare, Value(), Values{b, a}, call.place);
            return call.evaluator.toNumber(order).value_or(1) < 0;
        }
        return call.evaluator.toText(b) < call.evaluator.toText(a);
    };
    for (size_t width = 1; width < items.size(); width *= 2) {
        Values merged;
        merged.reserve(items.size());
        for (size_t begin = 0; begin < items.size(); begin += 2 * width) {
            size_t left = begin, right = std::min(begin + width, items.size());
            const size_t middle = right, end = std::min(begin + 2 * width, items.size());
            while (left < middle || right < end) {
                const bool takesRight =
                    left >= middle || (right < end && isBefore(items[left], items[right]));
                merged.push_back(items[takesRight ? right++ : left++]);
            }
        }
        items = std::move(merged);
    }
    return call.self;
}

}

void addListMethods(Evaluator &evaluator, Object &methods)
{
    const auto add = [&](const char *name, auto method) {
        evaluator.addNative(methods, name, listMethod<decltype(method)>);
    };
    add("push", [](const Call &call, List &self) -> Value {
        if (self.items.size() + call.arguments.size() < longestList)
            self.items.insert(self.items.end(), call.arguments.begin(), call.arguments.end());
        return Value(double(self.items.size()), call.place);
    });
    add("pop", [](const Call &call, List &self) -> Value {
        if (self.items.empty())
            return unknownOf(call, self);
        const Value last = self.items.back();
        self.items.pop_back();
        return last;
    });
    add("shift", [](const Call &call, List &self) -> Value {
        if (self.items.empty())
            return unknownOf(call, self);
        const Value first = self.items.front();
        self.items.erase(self.items.begin());
        return first;
    });
    add("unshift", [](const Call &call, List &self) -> Value {
        if (self.items.size() + call.arguments.size() < longestList)
            self.items.insert(self.items.begin(), call.arguments.begin(), call.arguments.end());
        return Value(double(self.items.size()), call.place);
    });
    add("concat", [](const Call &call, List &self) -> Value {
        Values items = self.items;
        const Unknown *unknownPart = self.unknownPart;
        for (const Value &argument : call.arguments) {
            if (const List *list = argument.as<List>()) {
                if (items.size() + list->items.size() > longestList)
                    break;
                items.insert(items.end(), list->items.begin(), list->items.end());
                unknownPart = unknownPart ? unknownPart : list->unknownPart;
            } else if (argument.isUnknown()) {
                unknownPart = argument.unknown();
            } else {
                items.push_back(argument);
            }
        }
        const Value result = made(call, self, std::move(items));
        if (result.isObject())
            result.object()->unknownPart = unknownPart;
        return result;
    });
    add("join", [](const Call &call, List &self) -> Value {
        const QString between =
            call.argument(0).isUndefined() ? u","_s : call.evaluator.toText(call.argument(0));
        QString text = u""_s;
        if (self.unknownPart)
            return Value(self.unknownPart, call.place);
        for (size_t i = 0; i < self.items.size(); ++i) {
            const QString item = self.items[i].isNothing() ? u""_s : call.evaluator.toText(self.items[i]);
            if (item.isNull() || text.size() + item.size() > longestText
                || !call.evaluator.spend(1 + item.size() / 16))
                return call.evaluator.unknown(u"a text that is not known"_s, call.place);
            text += (i ? between : u""_s) + item;
        }
        return call.evaluator.text(text, call.place);
    });
    add("toString", [](const Call &call, List &self) -> Value {
        return call.evaluator.text(call.evaluator.toText(Value(&self)), call.place);
    });
    add("slice", [](const Call &call, List &self) -> Value {
        const size_t begin = indexOf(call, 0, self.items.size(), 0);
        const size_t end = indexOf(call, 1, self.items.size(), self.items.size());
        return made(call, self,
                    begin < end
                        ? Values(self.items.begin() + qsizetype(begin), self.items.begin() + qsizetype(end))
                        : Values());
    });
    add("splice", [](const Call &call, List &self) -> Value {
        const size_t begin = indexOf(call, 0, self.items.size(), 0);
        const size_t count =
            std::min(indexOf(call, 1, self.items.size(), self.items.size()), self.items.size() - begin);
        const auto from = self.items.begin() + qsizetype(begin);
        Values removed(from, from + qsizetype(count));
        self.items.erase(from, from + qsizetype(count));
        for (size_t i = 2; i < call.arguments.size(); ++i)
            self.items.insert(self.items.begin() + qsizetype(begin + i - 2), call.arguments[i]);
        return made(call, self, std::move(removed));
    });
    add("indexOf", [](const Call &call, List &self) -> Value {
        for (size_t i = 0; i < self.items.size(); ++i) {
            if (call.evaluator.areSame(self.items[i], call.argument(0), true).value_or(false))
                return Value(double(i), call.place);
        }
        return Value(-1.0, call.place);
    });
    add("includes", [](const Call &call, List &self) -> Value {
        for (const Value &item : self.items) {
            const auto same = call.evaluator.areSame(item, call.argument(0), true);
            if (same.value_or(false))
                return Value(true, call.place);
        }
        return self.unknownPart || call.argument(0).isUnknown() ? unknownOf(call, self)
                                                                : Value(false, call.place);
    });
    add("map", [](const Call &call, List &self) -> Value {
        Values items;
        each(call, self, [&](const Value &, const Value &result, size_t) {
            items.push_back(result);
            return true;
        });
        return made(call, self, std::move(items));
    });
    add("forEach", [](const Call &call, List &self) -> Value {
        each(call, self, [&](const Value &, const Value &, size_t) { return true; });
        return Value();
    });
    add("filter", [](const Call &call, List &self) -> Value {
        Values items;
        each(call, self, [&](const Value &item, const Value &result, size_t) {
            if (call.evaluator.truth(result).value_or(true))
                items.push_back(item);
            return true;
        });
        return made(call, self, std::move(items));
    });
    add("find", [](const Call &call, List &self) -> Value {
        Value found = self.unknownPart ? unknownOf(call, self) : Value();
        each(call, self, [&](const Value &item, const Value &result, size_t) {
            const auto known = call.evaluator.truth(result);
            if (!known.value_or(true))
                return true;
            found = known ? item : result;
            return false;
        });
        return found;
    });
    add("findIndex", [](const Call &call, List &self) -> Value {
        Value found(-1.0, call.place);
        each(call, self, [&](const Value &, const Value &result, size_t index) {
            const auto known = call.evaluator.truth(result);
            if (!known.value_or(true))
                return true;
            found = known ? Value(double(index), call.place) : result;
            return false;
        });
        return found;
    });
    add("some", [](const Call &call, List &self) -> Value {
        Value found(false, call.place);
        each(call, self, [&](const Value &, const Value &result, size_t) {
            const auto known = call.evaluator.truth(result);
            if (!known)
                found = result;
            else if (*known)
                found = Value(true, call.place);
            return !known.value_or(false);
        });
        return found;
    });
    add("every", [](const Call &call, List &self) -> Value {
        Value found(true, call.place);
        each(call, self, [&](const Value &, const Value &result, size_t) {
            const auto known = call.evaluator.truth(result);
            if (!known)
                found = result;
            else if (!*known)
                found = Value(false, call.place);
            return known.value_or(true);
        });
        return found;
    });
    add("reduce", [](const Call &call, List &self) -> Value { return reduced(call, self, false); });
    add("reduceRight", [](const Call &call, List &self) -> Value { return reduced(call, self, true); });
    add("sort", [](const Call &call, List &self) -> Value { return sorted(call, self); });
    add("reverse", [](const Call &call, List &self) -> Value {
        std::reverse(self.items.begin(), self.items.end());
        return call.self;
    });
    add("flat", [](const Call &call, List &self) -> Value {
        Values items;
        flatten(call, self.items, call.argument(0).isUndefined() ? 1 : call.argument(0).number(), items);
        return made(call, self, std::move(items));
    });
    add("flatMap", [](const Call &call, List &self) -> Value {
        Values items;
        each(call, self, [&](const Value &, const Value &result, size_t) {
            items.push_back(result);
            return true;
        });
        Values flat;
        flatten(call, items, 1, flat);
        return made(call, self, std::move(flat));
    });
    add("keys", [](const Call &call, List &self) -> Value {
        Values items;
        for (size_t i = 0; i < self.items.size(); ++i)
            items.push_back(Value(double(i)));
        return made(call, self, std::move(items));
    });
    add("values", [](const Call &call, List &self) -> Value { return made(call, self, self.items); });
    add("entries", [](const Call &call, List &self) -> Value {
        Values items;
        for (size_t i = 0; i < self.items.size(); ++i)
            items.push_back(Value(call.evaluator.list({Value(double(i)), self.items[i]})));
        return made(call, self, std::move(items));
    });
    add("fill", [](const Call &call, List &self) -> Value {
        for (Value &item : self.items)
            item = call.argument(0);
        return call.self;
    });
    add("at", [](const Call &call, List &self) -> Value {
        const double index = call.argument(0).number();
        return call.evaluator.getIndexed(
            call.self, Value(index < 0 ? double(self.items.size()) + index : index), call.place);
    });
}

}
