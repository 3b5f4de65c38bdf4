#include "model/source/builtins.h"

#include "model/javascript.h"

#include <cmath>

using namespace Qt::StringLiterals;

/// What every file can use without asking for it.
namespace model::source {

namespace {

Value doNothing(const Call &)
{
    return {};
}

Value firstArgument(const Call &call)
{
    return call.argument(0);
}

/// An object whose every property is a function that does nothing: `console`.
struct SilentObject : Object
{
    std::optional<Value> member(Evaluator &evaluator, Atom name, Place) override
    {
        return Value(evaluator.native(evaluator.atoms().text(name), doNothing));
    }
};

/// `process.env`: nothing is set.
struct EmptyObject : Object
{
    std::optional<Value> member(Evaluator &, Atom, Place place) override { return Value::undefined(place); }
};

Value parsedJson(const Call &call)
{
    if (call.argument(0).isUnknown())
        return call.argument(0).at(call.place);
    const auto parsed = parseJson(call.evaluator.toText(call.argument(0)).toUtf8(), DuplicateKeys::LastWins);
    return parsed ? call.evaluator.valueOf(*parsed, -1)
                  : call.evaluator.unknown(u"JSON that cannot be read"_s, call.place);
}

/// A copy of what is data: `JSON.parse(JSON.stringify(x))` keeps its places.
Value writtenJson(const Call &call)
{
    const Value value = call.argument(0);
    if (value.isText())
        return call.evaluator.text(quotedJson(value.text()), call.place);
    if (value.isNumber() || value.isBoolean() || value.isNull())
        return call.evaluator.text(call.evaluator.toText(value), call.place);
    return call.evaluator.unknown(u"JSON.stringify"_s, call.place);
}

Value numberCall(const Call &call)
{
    if (call.arguments.empty())
        return Value(0.0, call.place);
    const auto number = call.evaluator.toNumber(call.argument(0));
    return number                      ? Value(*number, call.place)
        : call.argument(0).isUnknown() ? call.argument(0).at(call.place)
                                       : call.evaluator.unknown(u"a number that is not known"_s, call.place);
}

Value textCall(const Call &call)
{
    if (call.arguments.empty())
        return call.evaluator.text(u""_s, call.place);
    const QString text = call.evaluator.toText(call.argument(0));
    return text.isNull()
        ? (call.argument(0).isUnknown() ? call.argument(0).at(call.place)
                                        : call.evaluator.unknown(u"a text that is not known"_s, call.place))
        : call.evaluator.text(text, call.place);
}

Value parsedNumber(const Call &call)
{
    if (call.argument(0).isUnknown())
        return call.argument(0).at(call.place);
    const QString text = call.evaluator.toText(call.argument(0)).trimmed();
    qsizetype length = 0;
    const bool isWhole = call.callee->name == u"parseInt";
    while (length < text.size()
           && (text[length].isDigit() || (length == 0 && (text[0] == u'-' || text[0] == u'+'))
               || (!isWhole && text[length] == u'.')))
        ++length;
    bool isNumber = false;
    const double number = text.left(length).toDouble(&isNumber);
    return Value(isNumber ? number : std::numeric_limits<double>::quiet_NaN(), call.place);
}

Value listFrom(const Call &call)
{
    auto items = call.evaluator.items(call.argument(0));
    if (!items && call.argument(0).isObject()) {
        const Value length = call.evaluator.get(call.argument(0), "length");
        if (length.isNumber() && length.number() >= 0 && length.number() < double(longestList)
            && call.evaluator.spend(qint64(length.number())))
            items = Values(size_t(length.number()));
    }
    if (!items)
        return call.argument(0).isUnknown()
            ? call.argument(0).at(call.place)
            : call.evaluator.unknown(u"a list that is not known"_s, call.place);
    for (size_t i = 0; call.argument(1).as<Function>() && i < items->size(); ++i)
        (*items)[i] =
            call.evaluator.call(call.argument(1), Value(), Values{(*items)[i], Value(double(i))}, call.place);
    return Value(call.evaluator.list(std::move(*items)), call.place);
}

Value listCall(const Call &call)
{
    if (call.arguments.size() == 1 && call.arguments[0].isNumber()) {
        const double size = call.arguments[0].number();
        if (size < 0 || size > double(longestList) || !call.evaluator.spend(qint64(size)))
            return call.evaluator.unknown(u"a list that is too long"_s, call.place);
        return Value(call.evaluator.list(Values(size_t(size))), call.place);
    }
    return Value(call.evaluator.list(Values(call.arguments.begin(), call.arguments.end())), call.place);
}

Value newDate(const Call &call)
{
    const Value when = call.argument(0);
    if (call.arguments.empty())
        return call.evaluator.unknown(u"the time at which the application starts"_s, call.place);
    std::optional<QDateTime> time;
    if (when.isText())
        time = javascriptDate(when.text());
    else if (when.isNumber() && call.arguments.size() == 1)
        time = QDateTime::fromMSecsSinceEpoch(qint64(when.number()), Qt::UTC);
    if (!time)
        return when.isUnknown() ? when.at(call.place)
                                : call.evaluator.unknown(u"a date that is not known"_s, call.place);
    DateValue *made = call.evaluator.arena().make<DateValue>();
    made->time = *time;
    return Value(made, call.place);
}

Value newRegExp(const Call &call)
{
    RegExpValue *made = call.evaluator.arena().make<RegExpValue>();
    if (const RegExpValue *from = call.argument(0).as<RegExpValue>())
        made->pattern = from->pattern;
    else
        made->pattern = call.evaluator.toText(call.argument(0));
    made->flags = call.argument(1).text();
    return Value(made, call.place);
}

Value newError(const Call &call)
{
    Object *made = call.isNew && call.self.isObject() ? call.self.object() : call.evaluator.object();
    made->properties.set(call.evaluator.atom("message"), call.argument(0));
    return Value(made, call.place);
}

Value newPromise(const Call &call)
{
    // What it promises is what it is resolved with at once.
    Object *box = call.evaluator.object();
    Function *resolve = call.evaluator.native(
        u"resolve"_s,
        [](const Call &inner) -> Value {
            inner.callee->data.object()->properties.set(inner.evaluator.atom("value"), inner.argument(0));
            return {};
        },
        Value(box));
    call.evaluator.call(call.argument(0), Value(),
                        Values{Value(resolve), Value(call.evaluator.native(u"reject"_s, doNothing))},
                        call.place);
    const Property *value = box->properties.find(call.evaluator.atom("value"));
    return value ? value->value : call.evaluator.unknown(u"a promise"_s, call.place);
}

Value mathCall(const Call &call)
{
    std::vector<double> numbers;
    for (const Value &argument : call.arguments) {
        const auto number = call.evaluator.toNumber(argument);
        if (!number)
            return argument.isUnknown() ? argument.at(call.place)
                                        : call.evaluator.unknown(u"a number that is not known"_s, call.place);
        numbers.push_back(*number);
    }
    const QString &name = call.callee->name;
    const double first = numbers.empty() ? 0 : numbers[0];
    if (name == u"floor")
        return Value(std::floor(first), call.place);
    if (name == u"ceil")
        return Value(std::ceil(first), call.place);
    if (name == u"round")
        return Value(std::floor(first + 0.5), call.place);
    if (name == u"trunc")
        return Value(std::trunc(first), call.place);
    if (name == u"abs")
        return Value(std::abs(first), call.place);
    if (name == u"pow")
        return Value(std::pow(first, numbers.size() > 1 ? numbers[1] : 0), call.place);
    if (name == u"min")
        return Value(numbers.empty() ? INFINITY : *std::min_element(numbers.begin(), numbers.end()),
                     call.place);
    return Value(numbers.empty() ? -INFINITY : *std::max_element(numbers.begin(), numbers.end()), call.place);
}

Value bytesFrom(const Call &call)
{
    BytesValue *made = call.evaluator.arena().make<BytesValue>();
    const QString encoding = call.argument(1).text();
    if (const List *list = call.argument(0).as<List>()) {
        for (const Value &item : list->items)
            made->bytes += char(int(item.number()));
    } else if (call.argument(0).isText()) {
        const QByteArray text = call.argument(0).text().toUtf8();
        made->bytes = encoding == u"hex" ? QByteArray::fromHex(text)
            : encoding == u"base64"      ? QByteArray::fromBase64(text)
                                         : text;
    } else {
        return call.evaluator.unknown(u"bytes that are not known"_s, call.place);
    }
    return Value(made, call.place);
}

void addProcess(Evaluator &evaluator)
{
    Object *process = evaluator.object();
    evaluator.addValue(*process, "env", Value(evaluator.arena().make<EmptyObject>()));
    evaluator.addNative(*process, "cwd", [](const Call &call) -> Value {
        return call.evaluator.text(call.evaluator.files().root(), call.place);
    });
    evaluator.addValue(*process, "argv", Value(evaluator.list()));
    for (const char *name : {"on", "once", "exit", "emitWarning"})
        evaluator.addNative(*process, name, doNothing);
    evaluator.addValue(*process, "platform", evaluator.text(u"linux"_s));
    evaluator.globals()->declare(evaluator.atom("process"), Value(process));
    evaluator.globals()->declare(evaluator.atom("console"), Value(evaluator.arena().make<SilentObject>()));
}

}

double numberOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return 0;
    bool isNumber = false;
    if (trimmed.startsWith(u"0x"_s, Qt::CaseInsensitive)) {
        const double number = double(trimmed.mid(2).toULongLong(&isNumber, 16));
        return isNumber ? number : std::numeric_limits<double>::quiet_NaN();
    }
    const double number = trimmed.toDouble(&isNumber);
    return isNumber ? number : std::numeric_limits<double>::quiet_NaN();
}

void addObjectMethods(Evaluator &evaluator, Object &methods)
{
    evaluator.addNative(methods, "hasOwnProperty", [](const Call &call) -> Value {
        const Object *object = call.self.object();
        if (!object || object->unknownPart)
            return call.evaluator.unknown(u"a property that is not known"_s, call.place);
        return Value(object->properties.find(call.evaluator.toKey(call.argument(0))) != nullptr, call.place);
    });
    evaluator.addNative(methods, "toString", [](const Call &call) -> Value {
        const QString text = call.evaluator.toText(call.self);
        return text.isNull() ? call.evaluator.unknown(u"a text that is not known"_s, call.place)
                             : call.evaluator.text(text, call.place);
    });
    evaluator.addNative(methods, "valueOf", [](const Call &call) -> Value { return call.self; });
}

void addFunctionMethods(Evaluator &evaluator, Object &methods)
{
    evaluator.addNative(methods, "call", [](const Call &call) -> Value {
        return call.evaluator.call(call.self, call.argument(0),
                                   call.arguments.subspan(std::min<size_t>(1, call.arguments.size())),
                                   call.place);
    });
    evaluator.addNative(methods, "apply", [](const Call &call) -> Value {
        const auto items = call.argument(1).isNothing() ? std::optional<Values>(Values())
                                                        : call.evaluator.items(call.argument(1));
        return call.evaluator.call(call.self, call.argument(0), items.value_or(Values()), call.place);
    });
    evaluator.addNative(methods, "bind", [](const Call &call) -> Value {
        Function *bound = call.evaluator.arena().make<Function>();
        bound->isBound = true;
        bound->data = call.self;
        bound->self = call.argument(0);
        if (call.arguments.size() > 1)
            bound->bound.assign(call.arguments.begin() + 1, call.arguments.end());
        return Value(bound, call.place);
    });
}

void addDateMethods(Evaluator &evaluator, Object &methods)
{
    evaluator.addNative(methods, "getTime", [](const Call &call) -> Value {
        return Value(call.evaluator.toNumber(call.self).value_or(0), call.place);
    });
    evaluator.addNative(methods, "toISOString", [](const Call &call) -> Value {
        const DateValue *date = call.self.as<DateValue>();
        return date ? call.evaluator.text(isoDate(date->time), call.place) : Value();
    });
}

void addGlobals(Evaluator &evaluator)
{
    Scope &globals = *evaluator.globals();
    addObjectFunctions(evaluator);
    addCollections(evaluator);
    addProcess(evaluator);
    const auto add = [&](const char *name, Native native) {
        Function *made = evaluator.native(QLatin1StringView(name), native);
        globals.declare(evaluator.atom(name), Value(made));
        return made;
    };
    Object *json = evaluator.object();
    evaluator.addNative(*json, "parse", parsedJson);
    evaluator.addNative(*json, "stringify", writtenJson);
    globals.declare(evaluator.atom("JSON"), Value(json));
    Object *math = evaluator.object();
    for (const char *name : {"floor", "ceil", "round", "trunc", "abs", "pow", "min", "max"})
        evaluator.addNative(*math, name, mathCall);
    evaluator.addValue(*math, "PI", Value(M_PI));
    globals.declare(evaluator.atom("Math"), Value(math));
    Function *number = add("Number", numberCall);
    evaluator.addValue(*number, "MAX_SAFE_INTEGER", Value(9007199254740991.0));
    evaluator.addValue(*number, "MIN_SAFE_INTEGER", Value(-9007199254740991.0));
    evaluator.addNative(*number, "parseInt", parsedNumber);
    evaluator.addNative(*number, "parseFloat", parsedNumber);
    evaluator.addNative(*number, "isInteger", [](const Call &call) -> Value {
        return Value(call.argument(0).isNumber()
                         && call.argument(0).number() == std::trunc(call.argument(0).number()),
                     call.place);
    });
    add("parseInt", parsedNumber);
    add("parseFloat", parsedNumber);
    add("isNaN", [](const Call &call) -> Value {
        return Value(std::isnan(call.evaluator.toNumber(call.argument(0)).value_or(0)), call.place);
    });
    add("String", textCall);
    add("Boolean", [](const Call &call) -> Value {
        const auto truth = call.evaluator.truth(call.argument(0));
        return truth ? Value(*truth, call.place) : call.argument(0).at(call.place);
    });
    Function *array = add("Array", listCall);
    evaluator.addNative(*array, "isArray", [](const Call &call) -> Value {
        return call.argument(0).isUnknown() ? call.argument(0).at(call.place)
                                            : Value(call.argument(0).as<List>() != nullptr, call.place);
    });
    evaluator.addNative(*array, "from", listFrom);
    evaluator.addNative(*array, "of", [](const Call &call) -> Value {
        return Value(call.evaluator.list(Values(call.arguments.begin(), call.arguments.end())), call.place);
    });
    Function *date = add("Date", newDate);
    evaluator.addNative(*date, "now", [](const Call &call) -> Value {
        return call.evaluator.unknown(u"the time at which the application starts"_s, call.place);
    });
    add("RegExp", newRegExp);
    for (const char *name : {"Error", "TypeError", "RangeError"})
        add(name, newError)->instances = evaluator.object();
    Function *promise = add("Promise", newPromise);
    for (const char *name : {"all", "resolve", "allSettled"})
        evaluator.addNative(*promise, name, firstArgument);
    Function *symbol = add("Symbol", [](const Call &call) -> Value {
        return call.evaluator.unknown(u"a symbol"_s, call.place);
    });
    evaluator.addNative(*symbol, "for", [](const Call &call) -> Value {
        return Value::symbol(call.evaluator.atoms().symbol(call.argument(0).text()), call.place);
    });
    Function *buffer = add("Buffer", bytesFrom);
    evaluator.addNative(*buffer, "from", bytesFrom);
    for (const char *name : {"setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval"})
        add(name, doNothing);
    globals.declare(evaluator.atom("NaN"), Value(std::numeric_limits<double>::quiet_NaN()));
    globals.declare(evaluator.atom("Infinity"), Value(double(INFINITY)));
    for (const char *name : {"global", "globalThis"})
        globals.declare(evaluator.atom(name), Value(evaluator.object()));
}

}
