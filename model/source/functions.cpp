#include "model/source/declarations.h"

using namespace Qt::StringLiterals;

/// Functions and classes.
namespace model::source {

Function *Evaluator::makeFunction(Syntax code, Scope *scope, const QString &name)
{
    Function *made = m_arena.make<Function>();
    made->code = code;
    made->file = code.file();
    made->scope = scope;
    made->name = name;
    made->isArrow = code.is(NodeKind::Arrow);
    if (made->isArrow) {
        Scope *around = scope;
        while (around->parent && !around->isFunction)
            around = around->parent;
        made->self = around->self;
    }
    m_functions.push_back(made);
    return made;
}

Value Evaluator::call(const Value &callee, const Value &self, std::span<const Value> arguments, Place place)
{
    if (const DataTypeValue *type = callee.as<DataTypeValue>())
        return callDataType(*this, *type, arguments, place);
    Function *function = callee.as<Function>();
    if (!function)
        return callUnknown(callee, arguments, place);
    if (!spend(2))
        return unknown(u"too many steps"_s, place);
    if (function->isBound) {
        Values all = function->bound;
        all.insert(all.end(), arguments.begin(), arguments.end());
        return call(function->data, function->self, all, place);
    }
    if (function->native) {
        ++function->calls;
        return function->native({*this, self, arguments, place, function});
    }
    if (function->isClass)
        return unknown(u"a class is called without new"_s, place);
    return callFunction(*function, self, arguments, place);
}

Value Evaluator::callUnknown(const Value &callee, std::span<const Value> arguments, Place place)
{
    Value result =
        callee.isUnknown() ? callee.at(place) : unknown(u"what is called here is no function"_s, place);
    // A callback is called sooner or later; with what, nobody knows.
    for (const Value &argument : arguments) {
        Function *callback = argument.as<Function>();
        if (!callback || callback->native || callback->isClass || callback->calls > 0
            || !declares(callback->code))
            continue;
        if (passedOver)
            passedOver(result, place);
        const Values unknowns(4, result);
        call(argument, Value(), unknowns, place);
    }
    return result;
}

Value Evaluator::callFunction(Function &function, const Value &self, std::span<const Value> arguments,
                              Place place)
{
    constexpr int deepest = 150;
    if (m_calls >= deepest)
        return unknown(u"functions call each other too deeply"_s, place);
    ++m_calls;
    ++function.calls;
    Scope *scope = m_arena.scope(function.scope);
    scope->isFunction = true;
    scope->self = function.isArrow ? function.self : self;
    scope->function = &function;
    scope->arguments.assign(arguments.begin(), arguments.end());
    if (function.code.is(NodeKind::Function)) {
        if (const Syntax name = function.code.part(NodeField::Name))
            scope->declare(name.atom(), Value(&function, placeOf(function.code)));
    }
    bindParameters(function.code, scope, arguments);
    const Syntax body = function.code.part(NodeField::Body);
    Value result;
    if (!body.is(NodeKind::Block)) {
        result = evaluate(body, scope);
    } else {
        hoist(body.child(), scope);
        const Value outer = m_result;
        const Completion completion = executeList(body.child(), scope);
        if (completion == Completion::Return) {
            result = m_result;
        } else if (completion == Completion::Throw) {
            m_isThrowing = true;
            result = unknown(u"an error is thrown there"_s, place);
        }
        m_result = completion == Completion::Throw ? m_result : outer;
    }
    --m_calls;
    return result;
}

Value Evaluator::construct(const Value &callee, std::span<const Value> arguments, Place place)
{
    if (const DataTypeValue *type = callee.as<DataTypeValue>())
        return callDataType(*this, *type, arguments, place);
    Function *function = callee.as<Function>();
    if (!function)
        return callUnknown(callee, arguments, place);
    if (function->isBound)
        return construct(function->data, arguments, place);
    if (function->native)
        return function->native({*this, Value(), arguments, place, function, true}).at(place);
    if (function->isClass)
        return makeInstance(*function, arguments, place);
    Object *made = m_arena.make<Object>();
    made->type = Object::Type::Instance;
    if (!function->instances)
        function->instances = object();
    made->prototype = function->instances;
    const Value result = callFunction(*function, Value(made, place), arguments, place);
    return result.isObject() ? result : Value(made, place);
}

Value Evaluator::makeInstance(Function &type, std::span<const Value> arguments, Place place)
{
    Object *made = m_arena.make<Object>();
    made->type = Object::Type::Instance;
    made->prototype = type.instances;
    Scope *scope = m_arena.scope(nullptr);
    scope->isFunction = true;
    scope->self = Value(made, place);
    initialize(type, scope->self, arguments, place, scope);
    return scope->self;
}

/// What a constructor does to a new object. The native one at the root of all may give another object.
void Evaluator::initialize(Function &type, const Value &self, std::span<const Value> arguments, Place place,
                           Scope *caller)
{
    if (!spend(1) || m_calls > 100)
        return;
    ++type.calls;
    Function *super = type.prototype && type.prototype->type == Object::Type::Function
        ? static_cast<Function *>(type.prototype)
        : nullptr;
    if (type.native) {
        const Value made = type.native({*this, self, arguments, place, &type, true});
        if (Object *object = made.object(); object && self.object()) {
            object->prototype = self.object()->prototype;
            caller->self = made;
        }
        return;
    }
    const Property *own = type.instances ? type.instances->properties.find(atom("constructor")) : nullptr;
    Function *constructor = own ? own->value.as<Function>() : nullptr;
    if (!constructor || constructor->isClass) {
        if (super)
            initialize(*super, self, arguments, place, caller);
        addFields(type, caller->self);
        return;
    }
    if (!super)
        addFields(type, self);
    Scope *scope = m_arena.scope(constructor->scope);
    scope->isFunction = true;
    scope->self = self;
    scope->function = constructor;
    scope->arguments.assign(arguments.begin(), arguments.end());
    bindParameters(constructor->code, scope, arguments);
    // `constructor(private readonly name: string)`
    for (Syntax each = constructor->code.part(NodeField::Parameters).child(); each; each = each.next()) {
        if (each.part(NodeKind::Accessibility) || each.hasWord("readonly")) {
            const Syntax name = each.part(NodeField::Pattern);
            set(self, name.atom(), lookUp(name.atom(), scope, placeOf(name)));
        }
    }
    ++constructor->calls;
    ++m_calls;
    const Syntax body = constructor->code.part(NodeField::Body);
    hoist(body.child(), scope);
    const Value outer = m_result;
    executeList(body.child(), scope);
    m_result = outer;
    --m_calls;
    caller->self = scope->self;
}

Value Evaluator::superCall(Scope *scope, std::span<const Value> arguments, Place place)
{
    Scope *around = scope;
    while (around->parent && !(around->isFunction && around->function && !around->function->isArrow))
        around = around->parent;
    Object *home = around->function ? around->function->home : nullptr;
    const Property *made = home ? home->properties.find(atom("constructor")) : nullptr;
    Function *constructor = made ? made->value.as<Function>() : nullptr;
    Function *type = constructor ? constructor->data.as<Function>() : nullptr;
    if (!type)
        return unknown(u"super outside of a class"_s, place);
    if (type->prototype && type->prototype->type == Object::Type::Function)
        initialize(static_cast<Function &>(*type->prototype), around->self, arguments, place, around);
    addFields(*type, around->self);
    return around->self;
}

Value Evaluator::superMember(Syntax node, Scope *scope)
{
    Scope *around = scope;
    while (around->parent && !(around->isFunction && around->function && !around->function->isArrow))
        around = around->parent;
    Object *home = around->function ? around->function->home : nullptr;
    const Place place = placeOf(node);
    if (!home || !home->prototype)
        return unknown(u"super of a class that is not known"_s, place);
    const Atom name = node.is(NodeKind::Member) ? node.part(NodeField::Property).atom()
                                                : toKey(evaluate(node.part(NodeField::Index), scope));
    return get(Value(home->prototype), name, place);
}

void Evaluator::addFields(Function &type, const Value &self)
{
    if (!type.code)
        return;
    for (Syntax member = type.code.part(NodeField::Body).child(); member; member = member.next()) {
        const Syntax value = member.is(NodeKind::Field) && !member.hasWord("static")
            ? member.part(NodeField::Value)
            : Syntax();
        if (!value)
            continue;
        Scope *scope = m_arena.scope(type.scope);
        scope->isFunction = true;
        scope->self = self;
        if (const Atom key = propertyKey(member.part(NodeField::Name), scope); !key.isNull())
            set(self, key, evaluate(value, scope), placeOf(member));
    }
}

Function *Evaluator::evaluateClass(Syntax node, Scope *outer, std::vector<Syntax> decorators)
{
    Function *type = makeFunction(node, outer);
    type->isClass = true;
    type->instances = object();
    const Syntax name = node.part(NodeField::Name);
    Scope *scope = m_arena.scope(outer);
    type->scope = scope;
    if (name) {
        type->name = m_atoms.text(name.atom());
        scope->declare(name.atom(), Value(type, placeOf(node)));
        if (node.is(NodeKind::ClassDeclaration))
            outer->declare(name.atom(), Value(type, placeOf(node)));
    }
    for (Syntax part = node.part(NodeKind::ClassHeritage).child(); part; part = part.next()) {
        const Syntax base = part.is(NodeKind::Extends) ? part.part(NodeField::Value) : part;
        if (part.is(NodeKind::Word) || part.is(NodeKind::Other) || !base)
            continue;
        const Value parent = evaluate(base, scope);
        if (Function *function = parent.as<Function>()) {
            type->prototype = function;
            if (!function->instances)
                function->instances = object();
            type->instances->prototype = function->instances;
        } else if (parent.isUnknown()) {
            type->unknownPart = parent.unknown();
            type->instances->unknownPart = parent.unknown();
        }
        break;
    }
    // Decorators of a method stand before it, those of a field inside.
    std::vector<Syntax> waiting;
    struct Decorated
    {
        Syntax member;
        std::vector<Syntax> decorators;
    };
    std::vector<Decorated> decorated;
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Decorator))
            decorators.push_back(part);
    }
    for (Syntax member = node.part(NodeField::Body).child(); member; member = member.next()) {
        if (member.is(NodeKind::Decorator)) {
            waiting.push_back(member);
            continue;
        }
        const bool isStatic = member.hasWord("static");
        if (member.is(NodeKind::Method)) {
            const Atom key = propertyKey(member.part(NodeField::Name), scope);
            if (key.isNull() || !member.part(NodeField::Body))
                continue;
            Function *method = makeFunction(member, scope, m_atoms.text(key));
            Object *to = isStatic ? static_cast<Object *>(type) : type->instances;
            method->home = to;
            if (!isStatic && method->name == u"constructor")
                method->data = Value(type);
            if (!member.hasWord("set")) {
                Property &property = to->properties.set(key, Value(method, placeOf(member)), placeOf(member));
                property.isGetter = member.hasWord("get");
            }
        } else if (member.is(NodeKind::Field) && isStatic) {
            const Syntax value = member.part(NodeField::Value);
            Scope *inner = m_arena.scope(scope);
            inner->isFunction = true;
            inner->self = Value(type);
            const Atom key = propertyKey(member.part(NodeField::Name), scope);
            if (value && !key.isNull()) {
                const Value evaluated = evaluate(value, inner);
                if (Function *function = evaluated.as<Function>(); function && function->name.isEmpty())
                    function->name = m_atoms.text(key);
                type->properties.set(key, evaluated, placeOf(member));
            }
        } else if (member.is(NodeKind::StaticBlock)) {
            Scope *inner = m_arena.scope(scope);
            inner->isFunction = true;
            inner->self = Value(type);
            const Syntax body = member.part(NodeField::Body);
            hoist(body.child(), inner);
            executeList(body.child(), inner);
        }
        std::vector<Syntax> own = std::move(waiting);
        waiting.clear();
        for (Syntax part = member.child(); part; part = part.next()) {
            if (part.is(NodeKind::Decorator))
                own.push_back(part);
        }
        if (!own.empty())
            decorated.push_back({member, std::move(own)});
    }
    if (!type->instances->properties.find(atom("constructor"))) {
        // `super` needs to find its class.
        Property &property = type->instances->properties.set(atom("constructor"), Value(type));
        property.value = Value(type);
    }
    for (const Decorated &each : decorated)
        decorate(*type, each.decorators, each.member, scope);
    if (!decorators.empty())
        decorate(*type, decorators, {}, scope);
    return type;
}

/// Decorators are evaluated in their order and applied in the reverse one.
void Evaluator::decorate(Function &type, const std::vector<Syntax> &decorators, Syntax member, Scope *scope)
{
    std::vector<std::pair<Value, Place>> values;
    for (Syntax each : decorators) {
        Syntax expression = each.child();
        values.emplace_back(evaluate(expression, scope), placeOf(each));
    }
    DecoratorTarget *target = m_arena.make<DecoratorTarget>();
    target->owner = &type;
    target->member = member;
    target->scope = scope;
    const Atom key = member ? propertyKey(member.part(NodeField::Name), scope) : Atom();
    for (auto each = values.rbegin(); each != values.rend(); ++each) {
        const auto &[decorator, place] = *each;
        if (!decorator.as<Function>())
            continue; // of a package that says nothing about tables
        if (member)
            call(decorator, Value(),
                 Values{Value(target, placeOf(member)),
                        text(m_atoms.text(key), placeOf(member.part(NodeField::Name)))},
                 place);
        else
            call(decorator, Value(), Values{Value(&type, placeOf(type.code))}, place);
    }
}

}
