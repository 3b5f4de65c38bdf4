#include "model/source/evaluator.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

/// The first part that is no word of the language: what is returned, thrown, …
Syntax operandOf(Syntax node)
{
    Syntax part = node.child();
    while (part.is(NodeKind::Word))
        part = part.next();
    return part;
}

}

Evaluator::Completion Evaluator::execute(Syntax node, Scope *scope)
{
    constexpr int deepest = 2000;
    if (m_depth > deepest || !spend(1))
        return Completion::Normal;
    ++m_depth;
    const Completion completion = executeInner(node, scope);
    --m_depth;
    if (m_isThrowing) {
        m_isThrowing = false;
        return Completion::Throw;
    }
    return completion;
}

Evaluator::Completion Evaluator::executeInner(Syntax node, Scope *scope)
{
    switch (node.kind()) {
    case NodeKind::ExpressionStatement: {
        const Syntax inner = node.child();
        if (inner.is(NodeKind::Namespace))
            executeNamespace(inner, scope);
        else if (inner)
            evaluate(inner, scope);
        return Completion::Normal;
    }
    case NodeKind::Lexical:
    case NodeKind::Variable: declareVariables(node, scope); return Completion::Normal;
    case NodeKind::ClassDeclaration: evaluateClass(node, scope); return Completion::Normal;
    case NodeKind::Block: {
        Scope *inner = m_arena.scope(scope);
        hoist(node.child(), inner);
        return executeList(node.child(), inner);
    }
    case NodeKind::If: return executeIf(node, scope);
    case NodeKind::For: return executeFor(node, scope);
    case NodeKind::ForIn: return executeForIn(node, scope);
    case NodeKind::While: return executeWhile(node, scope, false);
    case NodeKind::Do: return executeWhile(node, scope, true);
    case NodeKind::Switch: return executeSwitch(node, scope);
    case NodeKind::Try: return executeTry(node, scope);
    case NodeKind::Labeled: return execute(node.part(NodeField::Body), scope);
    case NodeKind::Return: {
        const Syntax operand = operandOf(node);
        m_result = operand ? evaluate(operand, scope) : Value();
        return Completion::Return;
    }
    case NodeKind::Throw: m_result = evaluate(operandOf(node), scope); return Completion::Throw;
    case NodeKind::Break: return Completion::Break;
    case NodeKind::Continue: return Completion::Continue;
    case NodeKind::Enum: executeEnum(node, scope); return Completion::Normal;
    case NodeKind::Namespace: executeNamespace(node, scope); return Completion::Normal;
    case NodeKind::Ambient: return Completion::Normal; // `declare …` says nothing about values
    case NodeKind::Import: importNames(node, *m_module); return Completion::Normal;
    case NodeKind::Export: exportNames(node, *m_module); return Completion::Normal;
    default: return Completion::Normal;
    }
}

Evaluator::Completion Evaluator::executeList(Syntax first, Scope *scope)
{
    for (Syntax each = first; each; each = each.next()) {
        const Completion completion = execute(each, scope);
        if (completion != Completion::Normal)
            return completion;
    }
    return Completion::Normal;
}

/// Functions can be called before they are declared.
void Evaluator::hoist(Syntax first, Scope *scope)
{
    for (Syntax each = first; each; each = each.next()) {
        Syntax declared = each.is(NodeKind::Export) ? each.part(NodeField::Declaration) : each;
        if (!declared.is(NodeKind::FunctionDeclaration))
            continue;
        const Syntax name = declared.part(NodeField::Name);
        scope->declare(name.atom(),
                       Value(makeFunction(declared, scope, m_atoms.text(name.atom())), placeOf(declared)));
    }
}

void Evaluator::declareVariables(Syntax node, Scope *scope)
{
    Scope *target = scope;
    if (node.is(NodeKind::Variable)) {
        while (target->parent && !target->isFunction)
            target = target->parent;
    }
    for (Syntax each = node.child(); each; each = each.next()) {
        if (!each.is(NodeKind::Declarator))
            continue;
        const Syntax name = each.part(NodeField::Name);
        const Syntax written = each.part(NodeField::Value);
        if (!written && node.is(NodeKind::Variable) && target->find(name.atom()))
            continue;
        if (written && bindRequired(name, written, target))
            continue;
        const Value value = written ? evaluate(written, scope) : Value();
        if (Function *function = value.as<Function>();
            function && function->name.isEmpty() && name.is(NodeKind::Identifier))
            function->name = m_atoms.text(name.atom());
        bind(name, value, target, true);
    }
}

Evaluator::Completion Evaluator::executeIf(Syntax node, Scope *scope)
{
    const Syntax yes = node.part(NodeField::Consequence);
    const Syntax elseClause = node.part(NodeField::Alternative);
    const Syntax no = elseClause ? operandOf(elseClause) : Syntax();
    const auto condition = truth(evaluate(node.part(NodeField::Condition), scope));
    if (condition)
        return *condition ? execute(yes, scope) : no ? execute(no, scope) : Completion::Normal;
    execute(yes, scope);
    if (no)
        execute(no, scope);
    return Completion::Normal;
}

Evaluator::Completion Evaluator::executeFor(Syntax node, Scope *scope)
{
    Scope *inner = m_arena.scope(scope);
    const Syntax initializer = node.part(NodeField::Initializer);
    const Syntax condition = node.part(NodeField::Condition);
    const Syntax increment = node.part(NodeField::Increment);
    if (initializer.is(NodeKind::Lexical) || initializer.is(NodeKind::Variable)
        || initializer.is(NodeKind::ExpressionStatement))
        execute(initializer, inner);
    else if (initializer)
        evaluate(initializer, inner);
    const Syntax body = node.part(NodeField::Body);
    while (spend(1)) {
        if (condition && !condition.is(NodeKind::Empty)) {
            const Syntax test = condition.is(NodeKind::ExpressionStatement) ? condition.child() : condition;
            const auto known = truth(evaluate(test, inner));
            if (!known.value_or(false))
                break;
        }
        const Completion completion = execute(body, inner);
        if (completion == Completion::Break)
            break;
        if (completion == Completion::Return || completion == Completion::Throw)
            return completion;
        if (increment)
            evaluate(increment, inner);
    }
    return Completion::Normal;
}

Evaluator::Completion Evaluator::executeForIn(Syntax node, Scope *scope)
{
    const Value over = evaluate(node.part(NodeField::Right), scope);
    const Syntax left = node.part(NodeField::Left);
    const Syntax body = node.part(NodeField::Body);
    const bool isDeclared = bool(node.part(NodeField::Kind));
    std::optional<Values> items;
    if (node.part(NodeField::Operator).text() == "in") {
        if (over.isObject() && !over.object()->unknownPart) {
            items.emplace();
            for (Atom name : names(over))
                items->push_back(text(m_atoms.text(name), placeOf(left)));
        } else if (over.isNothing()) {
            items.emplace();
        }
    } else {
        items = this->items(over);
    }
    if (!items) {
        // Once, for what is declared in it whatever the item is.
        if (!declares(body))
            return Completion::Normal;
        if (passedOver)
            passedOver(over, placeOf(node));
        Scope *inner = m_arena.scope(scope);
        bind(left, over.isUnknown() ? over : unknown(u"a loop over something unknown"_s, placeOf(node)),
             inner, isDeclared);
        execute(body, inner);
        return Completion::Normal;
    }
    for (const Value &item : *items) {
        if (!spend(1))
            break;
        Scope *inner = m_arena.scope(scope);
        bind(left, item, inner, isDeclared);
        const Completion completion = execute(body, inner);
        if (completion == Completion::Break)
            break;
        if (completion == Completion::Return || completion == Completion::Throw)
            return completion;
    }
    return Completion::Normal;
}

Evaluator::Completion Evaluator::executeWhile(Syntax node, Scope *scope, bool bodyFirst)
{
    const Syntax condition = node.part(NodeField::Condition);
    const Syntax body = node.part(NodeField::Body);
    bool isFirst = bodyFirst;
    while (spend(1)) {
        const auto known = isFirst ? std::optional<bool>(true) : truth(evaluate(condition, scope));
        isFirst = false;
        if (known && !*known)
            break;
        const Completion completion = execute(body, scope);
        if (!known || completion == Completion::Break)
            break;
        if (completion == Completion::Return || completion == Completion::Throw)
            return completion;
    }
    return Completion::Normal;
}

Evaluator::Completion Evaluator::executeSwitch(Syntax node, Scope *scope)
{
    const Value value = evaluate(node.part(NodeField::Value), scope);
    Scope *inner = m_arena.scope(scope);
    const auto statementsOf = [](Syntax part) {
        Syntax first = part.child();
        while (first && (first.is(NodeKind::Word) || first.field() == NodeField::Value))
            first = first.next();
        return first;
    };
    const Syntax body = node.part(NodeField::Body);
    Syntax start;
    Syntax fallback;
    bool isKnown = !value.isUnknown();
    for (Syntax each = body.child(); each && !start && isKnown; each = each.next()) {
        if (each.is(NodeKind::DefaultCase)) {
            fallback = each;
        } else if (each.is(NodeKind::Case)) {
            const auto same = areSame(value, evaluate(each.part(NodeField::Value), inner), true);
            isKnown = same.has_value();
            if (same.value_or(false))
                start = each;
        }
    }
    if (!isKnown) {
        for (Syntax each = body.child(); each; each = each.next())
            executeList(statementsOf(each), inner);
        return Completion::Normal;
    }
    for (Syntax each = start ? start : fallback; each; each = each.next()) {
        const Completion completion = executeList(statementsOf(each), inner);
        if (completion == Completion::Break)
            return Completion::Normal;
        if (completion != Completion::Normal)
            return completion;
    }
    return Completion::Normal;
}

Evaluator::Completion Evaluator::executeTry(Syntax node, Scope *scope)
{
    Completion completion = execute(node.part(NodeField::Body), scope);
    const Syntax handler = node.part(NodeField::Handler);
    if (completion == Completion::Throw && handler) {
        Scope *inner = m_arena.scope(scope);
        if (const Syntax parameter = handler.part(NodeField::Parameter))
            bind(parameter, m_result, inner, true);
        completion = execute(handler.part(NodeField::Body), inner);
    }
    if (const Syntax finalizer = node.part(NodeField::Finalizer)) {
        const Value result = m_result;
        const Completion last = execute(finalizer.part(NodeField::Body), scope);
        if (last != Completion::Normal)
            return last;
        m_result = result;
    }
    return completion;
}

void Evaluator::executeEnum(Syntax node, Scope *scope)
{
    const Syntax name = node.part(NodeField::Name);
    Object *made = object();
    Scope *inner = m_arena.scope(scope);
    scope->declare(name.atom(), Value(made, placeOf(node)));
    std::optional<double> next = 0;
    for (Syntax each = node.part(NodeField::Body).child(); each; each = each.next()) {
        const bool isAssigned = each.is(NodeKind::EnumAssignment);
        const Atom key = propertyKey(isAssigned ? each.part(NodeField::Name) : each, inner);
        if (key.isNull())
            continue;
        Value value;
        if (isAssigned)
            value = evaluate(each.part(NodeField::Value), inner);
        else
            value = next ? Value(*next, placeOf(each))
                         : unknown(u"an enum's number that is not known"_s, placeOf(each));
        next = value.isNumber() ? std::optional<double>(value.number() + 1) : std::nullopt;
        made->properties.set(key, value, placeOf(each));
        inner->declare(key, value);
        // The names of numbers can be asked for too.
        if (value.isNumber())
            made->properties.set(toKey(value), text(m_atoms.text(key), placeOf(each)));
    }
}

void Evaluator::executeNamespace(Syntax node, Scope *scope)
{
    const Syntax name = node.part(NodeField::Name);
    const Syntax body = node.part(NodeField::Body);
    Object *made = object();
    Scope *inner = m_arena.scope(scope);
    inner->isFunction = true;
    if (!name.is(NodeKind::Identifier) || !body)
        return;
    scope->declare(name.atom(), Value(made, placeOf(node)));
    hoist(body.child(), inner);
    for (Syntax each = body.child(); each; each = each.next()) {
        const Syntax declared = each.is(NodeKind::Export) ? each.part(NodeField::Declaration) : Syntax();
        execute(declared ? declared : each, inner);
        if (declared.is(NodeKind::Lexical) || declared.is(NodeKind::Variable)) {
            for (Syntax variable = declared.child(); variable; variable = variable.next()) {
                const Atom exported = variable.part(NodeField::Name).atom();
                if (Binding *binding = exported.isNull() ? nullptr : inner->find(exported))
                    made->properties.set(exported, binding->value);
            }
        } else if (const Atom exported = declared.part(NodeField::Name).atom(); !exported.isNull()) {
            if (Binding *binding = inner->find(exported))
                made->properties.set(exported, binding->value);
        }
    }
}

}
