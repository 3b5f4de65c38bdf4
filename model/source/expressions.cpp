#include "model/source/evaluator.h"

#include "model/source/builtins.h"
#include "model/source/escapes.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

constexpr int deepestNesting = 2000;

}

/// Counts how deep expressions and statements stand in each other.
class Evaluator::Deeper
{
public:
    explicit Deeper(Evaluator &evaluator) : m_evaluator(evaluator) { ++m_evaluator.m_depth; }
    ~Deeper() { --m_evaluator.m_depth; }
    bool isTooDeep() const { return m_evaluator.m_depth > deepestNesting; }

private:
    Evaluator &m_evaluator;
};

Value Evaluator::evaluate(Syntax node, Scope *scope)
{
    const Deeper deeper(*this);
    if (deeper.isTooDeep())
        return unknown(u"nested too deeply"_s, placeOf(node));
    if (!spend(1))
        return unknown(u"too many steps"_s, placeOf(node));
    return evaluateInner(node, scope);
}

Value Evaluator::evaluateInner(Syntax node, Scope *scope)
{
    const Place place = placeOf(node);
    switch (node.kind()) {
    case NodeKind::String: return text(stringText(node), place);
    case NodeKind::Number: return numberLiteral(node, place);
    case NodeKind::True: return Value(true, place);
    case NodeKind::False: return Value(false, place);
    case NodeKind::Null: return Value::null(place);
    case NodeKind::Undefined: return Value::undefined(place);
    case NodeKind::Identifier:
    case NodeKind::Shorthand: return lookUp(node.atom(), scope, place);
    case NodeKind::Template: return evaluateTemplate(node, scope);
    case NodeKind::Object: return evaluateObject(node, scope);
    case NodeKind::Array: return evaluateList(node, scope);
    case NodeKind::Member:
    case NodeKind::Subscript: return evaluateMember(node, scope);
    case NodeKind::Call: return evaluateCall(node, scope);
    case NodeKind::New: return evaluateNew(node, scope);
    case NodeKind::Unary: return evaluateUnary(node, scope);
    case NodeKind::Binary: return evaluateBinary(node, scope);
    case NodeKind::Assignment:
    case NodeKind::AugmentedAssignment: return evaluateAssignment(node, scope);
    case NodeKind::Update: return evaluateUpdate(node, scope);
    case NodeKind::Function:
    case NodeKind::Arrow: return Value(makeFunction(node, scope), place);
    case NodeKind::Class: return Value(evaluateClass(node, scope), place);
    case NodeKind::This: {
        Scope *around = scope;
        while (around->parent && !around->isFunction)
            around = around->parent;
        return around->self;
    }
    case NodeKind::Ternary: {
        const Value condition = evaluate(node.part(NodeField::Condition), scope);
        const auto known = truth(condition);
        if (known)
            return evaluate(node.part(*known ? NodeField::Consequence : NodeField::Alternative), scope);
        const Value yes = evaluate(node.part(NodeField::Consequence), scope);
        const Value no = evaluate(node.part(NodeField::Alternative), scope);
        return areSame(yes, no, true).value_or(false) ? yes : condition.at(place);
    }
    case NodeKind::Regex: {
        RegExpValue *made = m_arena.make<RegExpValue>();
        made->pattern = QString::fromUtf8(node.part(NodeField::Pattern).text());
        made->flags = QString::fromUtf8(node.part(NodeField::Flags).text());
        return Value(made, place);
    }
    case NodeKind::Parenthesized:
    case NodeKind::Typed:
    case NodeKind::Await: {
        // Types are behind the expression; `await` stands before it.
        Syntax inner = node.child();
        while (inner.is(NodeKind::Word))
            inner = inner.next();
        return inner ? evaluate(inner, scope) : Value();
    }
    case NodeKind::TypeAssertion: {
        Syntax last = node.child();
        while (last.next())
            last = last.next();
        return evaluate(last, scope);
    }
    case NodeKind::Sequence: {
        Value last;
        for (Syntax each = node.child(); each; each = each.next())
            last = evaluate(each, scope);
        return last;
    }
    case NodeKind::MetaProperty: {
        Object *meta = object(); // import.meta
        const SourceFile *file = m_files.file(node.file());
        addValue(*meta, "url", text(u"file://"_s + file->path, place));
        addValue(*meta, "filename", text(file->path, place));
        addValue(*meta, "dirname", text(file->path.left(file->path.lastIndexOf(u'/')), place));
        return Value(meta, place);
    }
    case NodeKind::Error: return unknown(u"a syntax error"_s, place);
    case NodeKind::Yield: return unknown(u"a generator"_s, place);
    default: return unknown(u"an expression that is not understood"_s, place);
    }
}

QString Evaluator::stringText(Syntax node) const
{
    QString text = u""_s;
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Escape))
            text += unescaped(part.text());
        else
            text += QString::fromUtf8(part.text());
    }
    return text;
}

Value Evaluator::lookUp(Atom name, Scope *scope, Place place)
{
    for (Scope *each = scope; each; each = each->parent) {
        if (Binding *found = each->find(name))
            return bindingValue(*found, place);
    }
    if (m_atoms.text(name) == u"arguments") {
        for (Scope *each = scope; each; each = each->parent) {
            if (each->function && !each->function->isArrow)
                return Value(list(each->arguments), place);
        }
    }
    return unknown(u"%1 is defined nowhere that was read"_s.arg(m_atoms.text(name)), place);
}

Value Evaluator::bindingValue(Binding &binding, Place place)
{
    Module *module = binding.module;
    if (!module)
        return binding.value;
    if (binding.isRequired) {
        const Value whole = exportsOf(*module);
        const Value value =
            binding.imported.isNull() || whole.isNothing() ? whole : get(whole, binding.imported, place);
        if (module->state == Module::State::Done)
            binding = {binding.name, value};
        return value;
    }
    if (!binding.imported.isNull())
        return exported(*module, binding.imported, place);
    demand(*module);
    // What exports one thing alone is that thing.
    return module->isEcmaScript ? Value(module->exports, place) : exportsOf(*module);
}

Value Evaluator::evaluateTemplate(Syntax node, Scope *scope)
{
    QString text = u""_s;
    const Value *unknownPart = nullptr;
    Values parts;
    parts.reserve(8);
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Escape)) {
            text += unescaped(part.text());
        } else if (part.is(NodeKind::Substitution)) {
            parts.push_back(evaluate(part.child(), scope));
            const QString each = toText(parts.back());
            if (each.isNull() || text.size() + each.size() > longestText || !spend(each.size() / 16)) {
                if (!unknownPart)
                    unknownPart = &parts.back();
                break;
            }
            text += each;
        } else {
            text += QString::fromUtf8(part.text());
        }
    }
    const Place place = placeOf(node);
    if (unknownPart)
        return unknownPart->isUnknown() ? unknownPart->at(place)
                                        : unknown(u"a text that is not known"_s, place);
    return this->text(text, place);
}

Atom Evaluator::propertyKey(Syntax name, Scope *scope)
{
    switch (name.kind()) {
    case NodeKind::PropertyName:
    case NodeKind::Identifier:
    case NodeKind::Shorthand: return name.atom();
    case NodeKind::String: return m_atoms.of(stringText(name));
    case NodeKind::Number: return toKey(numberLiteral(name, {}));
    case NodeKind::Computed: return toKey(evaluate(name.child(), scope));
    default: return {};
    }
}

Value Evaluator::evaluateObject(Syntax node, Scope *scope)
{
    const Place place = placeOf(node);
    Object *made = object();
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Pair)) {
            const Atom key = propertyKey(part.part(NodeField::Key), scope);
            const Value value = evaluate(part.part(NodeField::Value), scope);
            if (key.isNull()) {
                if (!made->unknownPart)
                    made->unknownPart =
                        unknown(u"a property whose name is not known"_s, placeOf(part)).unknown();
                continue;
            }
            if (Function *function = value.as<Function>();
                function && function->name.isEmpty() && !function->native)
                function->name = m_atoms.text(key);
            made->properties.set(key, value, placeOf(part));
        } else if (part.is(NodeKind::Shorthand)) {
            made->properties.set(part.atom(), evaluate(part, scope), placeOf(part));
        } else if (part.is(NodeKind::Spread)) {
            const Value value = evaluate(part.child(), scope);
            spread(*made, value);
        } else if (part.is(NodeKind::Method)) {
            const Atom key = propertyKey(part.part(NodeField::Name), scope);
            if (key.isNull() || part.hasWord("set"))
                continue;
            Function *method = makeFunction(part, scope, m_atoms.text(key));
            method->home = made;
            made->properties.set(key, Value(method, placeOf(part)), placeOf(part)).isGetter =
                part.hasWord("get");
        }
    }
    return Value(made, place);
}

Value Evaluator::evaluateList(Syntax node, Scope *scope)
{
    List *made = list();
    bool isHole = true;
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Comma)) {
            if (isHole)
                made->items.emplace_back();
            isHole = true;
            continue;
        }
        isHole = false;
        if (!part.is(NodeKind::Spread)) {
            made->items.push_back(evaluate(part, scope));
            continue;
        }
        const Value value = evaluate(part.child(), scope);
        const auto added = items(value);
        if (added && made->items.size() + added->size() < longestList)
            made->items.insert(made->items.end(), added->begin(), added->end());
        else if (!made->unknownPart)
            made->unknownPart = value.isUnknown()
                ? value.unknown()
                : unknown(u"a list that is not known"_s, placeOf(part)).unknown();
        if (const List *from = value.as<List>(); from && from->unknownPart)
            made->unknownPart = from->unknownPart;
    }
    return Value(made, placeOf(node));
}

/// A property; with `self`, what a call of it has as `this`.
Value Evaluator::evaluateMember(Syntax node, Scope *scope, Value *self)
{
    const Place place = placeOf(node);
    const Syntax objectNode = node.part(NodeField::Object);
    m_isCut = false;
    if (objectNode.is(NodeKind::Super)) {
        if (self) {
            Scope *around = scope;
            while (around->parent && !around->isFunction)
                around = around->parent;
            *self = around->self;
        }
        return superMember(node, scope);
    }
    const Value object = evaluate(objectNode, scope);
    const bool isChain = objectNode.is(NodeKind::Member) || objectNode.is(NodeKind::Subscript)
        || objectNode.is(NodeKind::Call);
    if (m_isCut && isChain)
        return Value::undefined(place);
    if (object.isNothing() && node.part(NodeKind::OptionalChain)) {
        m_isCut = true;
        return Value::undefined(place);
    }
    if (self)
        *self = object;
    Value value;
    if (node.is(NodeKind::Member))
        value = get(object, node.part(NodeField::Property).atom(), place);
    else
        value = getIndexed(object, evaluate(node.part(NodeField::Index), scope), place);
    m_isCut = false;
    return value;
}

Values Evaluator::evaluateArguments(Syntax arguments, Scope *scope, bool *areKnown)
{
    Values values;
    for (Syntax each = arguments.child(); each; each = each.next()) {
        if (!each.is(NodeKind::Spread)) {
            values.push_back(evaluate(each, scope));
            continue;
        }
        const Value spreadValue = evaluate(each.child(), scope);
        const auto added = items(spreadValue);
        if (added && values.size() + added->size() < longestList)
            values.insert(values.end(), added->begin(), added->end());
        else
            *areKnown = false;
        if (const List *list = spreadValue.as<List>(); list && list->unknownPart)
            values.push_back(Value(list->unknownPart, placeOf(each)));
    }
    return values;
}

Value Evaluator::evaluateCall(Syntax node, Scope *scope)
{
    const Place place = placeOf(node);
    const Syntax calleeNode = node.part(NodeField::Function);
    const Syntax argumentsNode = node.part(NodeField::Arguments);
    bool areKnown = true;
    if (calleeNode.is(NodeKind::Super))
        return superCall(scope, evaluateArguments(argumentsNode, scope, &areKnown), place);
    if (calleeNode.is(NodeKind::ImportCall)) {
        const Values arguments = evaluateArguments(argumentsNode, scope, &areKnown);
        const Value specifier = arguments.empty() ? Value() : arguments[0];
        return specifier.isText()   ? importAll(specifier.text(), node.file(), place)
            : specifier.isUnknown() ? specifier.at(place)
                                    : unknown(u"an import that is not known"_s, place);
    }
    Value self;
    Value callee;
    m_isCut = false;
    Syntax bare = calleeNode;
    while (bare.is(NodeKind::Typed) || bare.is(NodeKind::Parenthesized))
        bare = bare.child();
    if (bare.is(NodeKind::Member) || bare.is(NodeKind::Subscript))
        callee = evaluateMember(bare, scope, &self);
    else
        callee = evaluate(bare, scope);
    if (m_isCut && (bare.is(NodeKind::Member) || bare.is(NodeKind::Subscript) || bare.is(NodeKind::Call)))
        return Value::undefined(place);
    if (callee.isNothing() && node.hasWord("?.")) {
        m_isCut = true;
        return Value::undefined(place);
    }
    if (argumentsNode.is(NodeKind::Template))
        return callee.isUnknown() ? callee.at(place) : unknown(u"a template with a tag"_s, place);
    const Values arguments = evaluateArguments(argumentsNode, scope, &areKnown);
    m_isCut = false;
    if (!areKnown && !callee.as<Function>())
        return callUnknown(callee, arguments, place);
    if (callee.isUndefined() && bare.is(NodeKind::Member)) {
        // What is awaited is known at once, so that a promise is what it promises.
        const QByteArrayView name = bare.part(NodeField::Property).text();
        if (name == "then" && !self.isUnknown() && !arguments.empty())
            return call(arguments[0], Value(), std::span(&self, 1), place);
        if (name == "finally" && !arguments.empty())
            call(arguments[0], Value(), {}, place);
        if (name == "catch" || name == "finally")
            return self;
    }
    return call(callee, self, arguments, place).at(place);
}

Value Evaluator::evaluateNew(Syntax node, Scope *scope)
{
    const Value callee = evaluate(node.part(NodeField::Constructor), scope);
    bool areKnown = true;
    const Values arguments = evaluateArguments(node.part(NodeField::Arguments), scope, &areKnown);
    return construct(callee, arguments, placeOf(node));
}

Value Evaluator::evaluateAssignment(Syntax node, Scope *scope)
{
    const Syntax left = node.part(NodeField::Left);
    const Syntax right = node.part(NodeField::Right);
    Value value;
    if (node.is(NodeKind::Assignment)) {
        value = evaluate(right, scope);
        if (Function *function = value.as<Function>();
            function && function->name.isEmpty() && left.is(NodeKind::Identifier))
            function->name = m_atoms.text(left.atom());
    } else {
        const QByteArrayView operation = node.part(NodeField::Operator).text();
        const Value before = evaluate(left, scope);
        const QByteArrayView plain = operation.chopped(1);
        if (plain == "||" || plain == "&&" || plain == "??") {
            const auto known = plain == "??"
                ? (before.isUnknown() ? std::optional<bool>() : !before.isNothing())
                : truth(before);
            if (known && *known == (plain != "&&"))
                return before;
            value = evaluate(right, scope);
        } else {
            value = combine(plain, before, evaluate(right, scope), placeOf(node));
        }
    }
    assign(left, value, scope);
    return value;
}

Value Evaluator::evaluateUpdate(Syntax node, Scope *scope)
{
    const Syntax target = node.part(NodeField::Argument);
    const Value before = evaluate(target, scope);
    const auto number = toNumber(before);
    const bool isUp = node.part(NodeField::Operator).text() == "++";
    const Value after = number ? Value(*number + (isUp ? 1 : -1), placeOf(node)) : before;
    assign(target, after, scope);
    return node.child() == target ? before : after;
}

}
