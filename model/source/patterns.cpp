#include "model/source/evaluator.h"

using namespace Qt::StringLiterals;

/// What is taken apart into names: declarations, parameters, assignments.
namespace model::source {

void Evaluator::bind(Syntax pattern, const Value &value, Scope *scope, bool declares)
{
    if (!spend(1))
        return;
    switch (pattern.kind()) {
    case NodeKind::Identifier:
    case NodeKind::ShorthandPattern:
        if (declares)
            scope->declare(pattern.atom(), value);
        else
            assign(pattern, value, scope);
        return;
    case NodeKind::ObjectPattern: return bindObject(pattern, value, scope, declares);
    case NodeKind::ArrayPattern: return bindList(pattern, value, scope, declares);
    case NodeKind::AssignmentPattern:
    case NodeKind::ObjectAssignmentPattern: {
        const bool isMissing = value.isUndefined();
        bind(pattern.part(NodeField::Left),
             isMissing ? evaluate(pattern.part(NodeField::Right), scope) : value, scope, declares);
        return;
    }
    case NodeKind::RestPattern: return bind(pattern.child(), value, scope, declares);
    default:
        if (!declares)
            assign(pattern, value, scope);
    }
}

void Evaluator::bindObject(Syntax pattern, const Value &value, Scope *scope, bool declares)
{
    std::vector<Atom> taken;
    for (Syntax part = pattern.child(); part; part = part.next()) {
        const Place place = placeOf(part);
        switch (part.kind()) {
        case NodeKind::ShorthandPattern:
            taken.push_back(part.atom());
            bind(part, get(value, part.atom(), place), scope, declares);
            break;
        case NodeKind::ObjectAssignmentPattern: {
            const Atom name = part.part(NodeField::Left).atom();
            taken.push_back(name);
            bind(part, get(value, name, place), scope, declares);
            break;
        }
        case NodeKind::PairPattern: {
            const Atom name = propertyKey(part.part(NodeField::Key), scope);
            taken.push_back(name);
            bind(part.part(NodeField::Value),
                 name.isNull() ? unknown(u"a property whose name is not known"_s, place)
                               : get(value, name, place),
                 scope, declares);
            break;
        }
        case NodeKind::RestPattern: {
            Object *rest = object();
            spread(*rest, value);
            for (Atom name : taken)
                rest->properties.remove(name);
            bind(part.child(), Value(rest, place), scope, declares);
            break;
        }
        default: break;
        }
    }
}

void Evaluator::bindList(Syntax pattern, const Value &value, Scope *scope, bool declares)
{
    const auto items = this->items(value);
    const List *list = value.as<List>();
    size_t index = 0;
    for (Syntax part = pattern.child(); part; part = part.next()) {
        if (part.is(NodeKind::Comma)) {
            ++index;
            continue;
        }
        Value item;
        if (!items)
            item = value.isUnknown() ? value : unknown(u"a list that is not known"_s, placeOf(part));
        else if (part.is(NodeKind::RestPattern))
            item = Value(this->list(index < items->size()
                                        ? Values(items->begin() + qsizetype(index), items->end())
                                        : Values()),
                         value.place);
        else if (index < items->size())
            item = (*items)[index];
        else if (list && list->unknownPart)
            item = Value(list->unknownPart, placeOf(part));
        bind(part, item, scope, declares);
    }
}

void Evaluator::bindParameters(Syntax code, Scope *scope, std::span<const Value> arguments)
{
    if (const Syntax single = code.part(NodeField::Parameter)) // `x => …`
        return bind(single, arguments.empty() ? Value() : arguments[0], scope, true);
    size_t index = 0;
    for (Syntax each = code.part(NodeField::Parameters).child(); each; each = each.next()) {
        if (!each.is(NodeKind::Parameter))
            continue;
        const Syntax pattern = each.part(NodeField::Pattern);
        if (pattern.is(NodeKind::This))
            continue;
        if (pattern.is(NodeKind::RestPattern)) {
            Values rest;
            if (index < arguments.size())
                rest.assign(arguments.begin() + qsizetype(index), arguments.end());
            return bind(pattern, Value(list(std::move(rest)), placeOf(each)), scope, true);
        }
        Value value = index < arguments.size() ? arguments[index] : Value();
        if (const Syntax fallback = each.part(NodeField::Value); fallback && value.isUndefined())
            value = evaluate(fallback, scope);
        bind(pattern, value, scope, true);
        ++index;
    }
}

void Evaluator::assign(Syntax target, const Value &value, Scope *scope)
{
    switch (target.kind()) {
    case NodeKind::Identifier:
    case NodeKind::ShorthandPattern:
        for (Scope *each = scope; each; each = each->parent) {
            if (Binding *found = each->find(target.atom())) {
                if (!found->module)
                    found->value = value;
                return;
            }
        }
        m_globals->declare(target.atom(), value);
        return;
    case NodeKind::Member:
        set(evaluate(target.part(NodeField::Object), scope), target.part(NodeField::Property).atom(), value,
            placeOf(target));
        return;
    case NodeKind::Subscript: {
        const Value object = evaluate(target.part(NodeField::Object), scope);
        const Atom key = toKey(evaluate(target.part(NodeField::Index), scope));
        if (!key.isNull())
            set(object, key, value, placeOf(target));
        else if (object.isObject() && !object.object()->unknownPart)
            object.object()->unknownPart =
                unknown(u"a property whose name is not known"_s, placeOf(target)).unknown();
        return;
    }
    case NodeKind::ObjectPattern: return bindObject(target, value, scope, false);
    case NodeKind::ArrayPattern: return bindList(target, value, scope, false);
    case NodeKind::Parenthesized:
    case NodeKind::Typed: return assign(target.child(), value, scope);
    default: return;
    }
}

}
