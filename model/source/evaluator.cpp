#include "model/source/evaluator.h"

#include "model/javascript.h"
#include "model/source/builtins.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

constexpr qint64 mostUnitSteps = 2'000'000;
constexpr qint64 mostSteps = 40'000'000;
constexpr int deepestText = 20;

}

Evaluator::Evaluator(Files &files, Atoms &atoms) : m_files(files), m_atoms(atoms), m_resolver(files)
{
    m_globals = m_arena.scope(nullptr);
    m_globals->isFunction = true;
    m_objectMethods = object();
    m_textMethods = object();
    m_listMethods = object();
    m_functionMethods = object();
    m_numberMethods = object();
    m_regExpMethods = object();
    m_dateMethods = object();
    addObjectMethods(*this, *m_objectMethods);
    addTextMethods(*this, *m_textMethods);
    addListMethods(*this, *m_listMethods);
    addFunctionMethods(*this, *m_functionMethods);
    addNumberMethods(*this, *m_numberMethods);
    addRegExpMethods(*this, *m_regExpMethods);
    addDateMethods(*this, *m_dateMethods);
    addGlobals(*this);
    addNodePackages(*this);
}

Evaluator::~Evaluator() = default;

// Making values -------------------------------------------------------------------------------------------

Value Evaluator::text(const QString &text, Place place)
{
    const QString *&shared = m_shared[text];
    if (!shared)
        shared = m_arena.text(text.isNull() ? u""_s : text);
    return Value(shared, place);
}

Value Evaluator::unknown(const QString &reason, Place place, const QString &model)
{
    return Value(m_arena.unknown({reason, place, model}), place);
}

List *Evaluator::list(Values items)
{
    List *made = m_arena.make<List>();
    made->items = std::move(items);
    return made;
}

Function *Evaluator::native(const QString &name, Native function, Value data)
{
    Function *made = m_arena.make<Function>();
    made->name = name;
    made->native = function;
    made->data = data;
    return made;
}

void Evaluator::addNative(Object &to, const char *name, Native function)
{
    to.properties.set(atom(name), native(QLatin1StringView(name), function));
}

void Evaluator::addValue(Object &to, const char *name, Value value)
{
    to.properties.set(atom(name), value);
}

// Limits --------------------------------------------------------------------------------------------------

void Evaluator::beginUnit()
{
    m_unitSteps = 0;
    m_isStopped = m_allSteps > mostSteps;
}

bool Evaluator::spend(qint64 steps)
{
    m_unitSteps += steps;
    m_allSteps += steps;
    if (m_unitSteps <= mostUnitSteps && m_allSteps <= mostSteps)
        return true;
    if (!m_isStopped && stopped)
        stopped(m_allSteps > mostSteps ? u"the application takes too many steps to work out"_s
                                       : u"takes too many steps to work out"_s,
                {});
    m_isStopped = true;
    return false;
}

// Conversions ---------------------------------------------------------------------------------------------

std::optional<bool> Evaluator::truth(const Value &value) const
{
    switch (value.kind()) {
    case Value::Kind::Undefined:
    case Value::Kind::Null: return false;
    case Value::Kind::Boolean: return value.boolean();
    case Value::Kind::Number: return value.number() != 0 && value.number() == value.number();
    case Value::Kind::Text: return !value.text().isEmpty();
    case Value::Kind::Symbol:
    case Value::Kind::Object: return true;
    case Value::Kind::Unknown: return {};
    }
    return {};
}

QString Evaluator::toText(const Value &value, int depth)
{
    switch (value.kind()) {
    case Value::Kind::Undefined: return u"undefined"_s;
    case Value::Kind::Null: return u"null"_s;
    case Value::Kind::Boolean: return value.boolean() ? u"true"_s : u"false"_s;
    case Value::Kind::Number: return javascriptNumber(value.number());
    case Value::Kind::Text: return value.text();
    case Value::Kind::Symbol:
    case Value::Kind::Unknown: return {};
    case Value::Kind::Object: break;
    }
    if (const List *list = value.as<List>()) {
        QStringList texts;
        for (const Value &item : list->items) {
            const QString text = item.isNothing() ? u""_s
                : depth < deepestText             ? toText(item, depth + 1)
                                                  : QString();
            if (text.isNull() || !spend(1))
                return {};
            texts.append(text);
        }
        return list->unknownPart ? QString() : texts.join(u',') + u""_s;
    }
    if (const RegExpValue *regExp = value.as<RegExpValue>())
        return u'/' + regExp->pattern + u'/' + regExp->flags;
    if (const DateValue *date = value.as<DateValue>())
        return dateAsText(date->time);
    if (const BytesValue *bytes = value.as<BytesValue>())
        return QString::fromUtf8(bytes->bytes);
    if (value.object()->type == Object::Type::Plain)
        return u"[object Object]"_s;
    return {};
}

std::optional<double> Evaluator::toNumber(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Undefined: return std::numeric_limits<double>::quiet_NaN();
    case Value::Kind::Null: return 0;
    case Value::Kind::Boolean: return value.boolean() ? 1 : 0;
    case Value::Kind::Number: return value.number();
    case Value::Kind::Text: return numberOf(value.text());
    case Value::Kind::Symbol:
    case Value::Kind::Unknown: return {};
    case Value::Kind::Object: break;
    }
    if (const DateValue *date = value.as<DateValue>())
        return double(date->time.toMSecsSinceEpoch());
    return {};
}

Atom Evaluator::toKey(const Value &value)
{
    if (value.isSymbol())
        return value.atom();
    const QString text = toText(value);
    return text.isNull() ? Atom() : m_atoms.of(text);
}

std::optional<bool> Evaluator::areSame(const Value &a, const Value &b, bool strictly)
{
    if (a.isUnknown() || b.isUnknown())
        return {};
    if (a.kind() == b.kind()) {
        switch (a.kind()) {
        case Value::Kind::Undefined:
        case Value::Kind::Null: return true;
        case Value::Kind::Boolean: return a.boolean() == b.boolean();
        case Value::Kind::Number: return a.number() == b.number();
        case Value::Kind::Text: return a.text() == b.text();
        case Value::Kind::Symbol: return a.atom() == b.atom();
        case Value::Kind::Object: return a.object() == b.object();
        case Value::Kind::Unknown: return {};
        }
    }
    if (strictly)
        return false;
    if (a.isNothing() || b.isNothing())
        return a.isNothing() && b.isNothing();
    if (a.isObject() || b.isObject()) {
        const QString left = toText(a), right = toText(b);
        return left.isNull() || right.isNull() ? std::optional<bool>() : left == right;
    }
    const auto left = toNumber(a), right = toNumber(b);
    return left && right ? std::optional<bool>(*left == *right) : std::optional<bool>();
}

std::optional<Values> Evaluator::items(const Value &value)
{
    if (const List *list = value.as<List>()) {
        if (!spend(qint64(list->items.size())))
            return {};
        return list->items;
    }
    if (value.isText()) {
        const QString text = value.text();
        Values characters;
        if (!spend(text.size()))
            return {};
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
            characters.push_back(this->text(text.mid(i, isPair ? 2 : 1), value.place));
            i += isPair;
        }
        return characters;
    }
    return {};
}

std::vector<Atom> Evaluator::names(const Value &value)
{
    std::vector<Atom> names;
    const Object *object = value.object();
    if (!object)
        return names;
    if (const List *list = value.as<List>()) {
        for (size_t i = 0; i < list->items.size() && spend(1); ++i)
            names.push_back(m_atoms.of(QString::number(i)));
    }
    // Whole numbers come first, in their order.
    std::vector<std::pair<quint32, Atom>> numbered;
    std::vector<Atom> named;
    for (const Property &property : object->properties.all()) {
        if (m_atoms.isSymbol(property.key))
            continue;
        if (const auto number = arrayIndex(m_atoms.text(property.key)))
            numbered.emplace_back(*number, property.key);
        else
            named.push_back(property.key);
    }
    std::sort(numbered.begin(), numbered.end());
    for (const auto &[number, name] : numbered)
        names.push_back(name);
    names.insert(names.end(), named.begin(), named.end());
    for (Atom name : value.object()->memberNames(*this)) {
        if (!object->properties.find(name))
            names.push_back(name);
    }
    spend(qint64(names.size()));
    return names;
}

void Evaluator::spread(Object &to, const Value &value)
{
    if (value.isUnknown() && !to.unknownPart)
        to.unknownPart = value.unknown();
    Object *from = value.object();
    if (!from)
        return;
    if (from->unknownPart && !to.unknownPart)
        to.unknownPart = from->unknownPart;
    const bool isFunction = from->type == Object::Type::Function;
    for (const Property &property : from->properties.all()) {
        if (m_atoms.isSymbol(property.key) && spend(1))
            to.properties.set(property.key, property.value, property.place);
    }
    for (Atom name : names(value)) {
        const Property *property = from->properties.find(name);
        if (isFunction && property && property->isGetter)
            continue;
        to.properties.set(name, get(value, name, value.place), property ? property->place : Place());
    }
}

bool Evaluator::isInstanceOf(const Value &value, const Object *type) const
{
    int steps = 0;
    for (const Object *each = value.object(); each && steps < 1000; each = each->prototype, ++steps) {
        if (each == type)
            return true;
    }
    return false;
}

const Value *Evaluator::package(const QString &name) const
{
    const auto found = m_packages.constFind(name.startsWith(u"node:") ? name.mid(5) : name);
    return found == m_packages.cend() ? nullptr : &*found;
}

bool Evaluator::declares(Syntax code)
{
    const QByteArrayView text = code.text();
    for (const char *word :
         {".define(", ".init(", ".belongsTo", ".hasMany(", ".hasOne(", ".addModels(", "initModel"})
    {
        if (text.contains(QByteArrayView(word)))
            return true;
    }
    return false;
}

}
