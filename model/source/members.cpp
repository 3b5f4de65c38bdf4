#include "model/source/declarations.h"

#include "model/javascript.h"
#include "model/source/builtins.h"

using namespace Qt::StringLiterals;

/// Properties of values, read and written.
namespace model::source {

namespace {

constexpr int longestChain = 100; // of prototypes

/// What declares a model or an association even where nobody knows on what it is called.
const Property *declaringMethod(Evaluator &evaluator, Atom name)
{
    Declarations &declarations = evaluator.declarations();
    const QString &text = evaluator.atoms().text(name);
    if (text == u"define")
        return declarations.sequelizeClass->instances->properties.find(name);
    return text == u"init" || kindNamed(text) ? declarations.modelClass->properties.find(name) : nullptr;
}

}

Value Evaluator::get(const Value &of, Atom name, Place place)
{
    if (!spend(1))
        return unknown(u"too many steps"_s, place);
    if (of.isUnknown()) {
        const Property *method = declaringMethod(*this, name);
        return method && m_atoms.text(name) != u"init" ? method->value : of.at(place);
    }
    if (of.isNothing())
        return unknown(u"%1 of something undefined"_s.arg(m_atoms.text(name)), place);
    Object *methods = nullptr;
    if (of.isText()) {
        const QString text = of.text();
        if (m_atoms.text(name) == u"length")
            return Value(double(text.size()), place);
        if (const auto index = arrayIndex(m_atoms.text(name)))
            return *index < text.size() ? this->text(text.mid(*index, 1), place) : Value();
        methods = m_textMethods;
    } else if (of.isNumber()) {
        methods = m_numberMethods;
    }
    Object *object = of.object();
    const List *list = of.as<List>();
    if (list) {
        if (m_atoms.text(name) == u"length")
            return list->unknownPart ? Value(list->unknownPart, place)
                                     : Value(double(list->items.size()), place);
        if (const auto index = arrayIndex(m_atoms.text(name)))
            return getIndexed(of, Value(double(*index)), place);
    }
    int depth = 0;
    for (Object *each = object ? object : methods; each && depth < longestChain;
         each = each->prototype, ++depth) {
        if (const Property *found = each->properties.find(name)) {
            if (!found->isGetter)
                return found->value;
            return call(found->value, of, {}, place);
        }
        if (auto member = each->member(*this, name, place))
            return *member;
        if (each->unknownPart) {
            const Property *method = declaringMethod(*this, name);
            return method ? method->value : Value(each->unknownPart, place);
        }
    }
    if (!object)
        return {};
    switch (object->type) {
    case Object::Type::List: methods = m_listMethods; break;
    case Object::Type::RegExp: methods = m_regExpMethods; break;
    case Object::Type::Date: methods = m_dateMethods; break;
    case Object::Type::Function: {
        auto &function = static_cast<Function &>(*object);
        const QString &text = m_atoms.text(name);
        if (text == u"name")
            return this->text(function.name, place);
        if (text == u"prototype") {
            if (!function.instances)
                function.instances = this->object();
            return Value(function.instances, place);
        }
        methods = m_functionMethods;
        break;
    }
    default: break;
    }
    for (Object *each : {methods, m_objectMethods}) {
        if (const Property *found = each ? each->properties.find(name) : nullptr)
            return found->value;
    }
    return Value::undefined(place);
}

Value Evaluator::getIndexed(const Value &of, const Value &index, Place place)
{
    if (index.isUnknown())
        return of.isUnknown() ? of.at(place) : index.at(place);
    if (const List *list = of.as<List>(); list && index.isNumber()) {
        const double number = index.number();
        if (number >= 0 && number < double(list->items.size()) && number == double(size_t(number)))
            return list->items[size_t(number)];
        return list->unknownPart ? Value(list->unknownPart, place) : Value::undefined(place);
    }
    const Atom key = toKey(index);
    return key.isNull() ? unknown(u"a property whose name is not known"_s, place) : get(of, key, place);
}

void Evaluator::set(const Value &of, Atom name, Value value, Place place)
{
    Object *object = of.object();
    if (!object || !spend(1))
        return;
    if (List *list = of.as<List>()) {
        const auto index = arrayIndex(m_atoms.text(name));
        if (index && *index < longestList) {
            if (*index >= list->items.size() && spend(*index - list->items.size()))
                list->items.resize(*index + 1);
            if (*index < list->items.size())
                list->items[*index] = value;
            return;
        }
        if (m_atoms.text(name) == u"length") {
            if (const double size = value.number(); value.isNumber() && size < double(list->items.size()))
                list->items.resize(size_t(std::max(size, 0.0)));
            return;
        }
    }
    if (object->type == Object::Type::Function && m_atoms.text(name) == u"prototype" && value.isObject()) {
        static_cast<Function *>(object)->instances = value.object();
        return;
    }
    object->properties.set(name, value, place.isKnown() ? place : value.place);
}

}
