#include "model/source/factories.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

bool contains(Syntax code, std::initializer_list<const char *> words)
{
    for (const char *word : words) {
        if (code.text().contains(QByteArrayView(word)))
            return true;
    }
    return false;
}

bool definesModels(Syntax code)
{
    return contains(code, {".define(", ".init(", ".import(", "initModel", "['import']("});
}

bool associates(Syntax code)
{
    return contains(code, {".belongsTo", ".hasMany(", ".hasOne("});
}

/// Gives functions what their parameters ask for by name.
class Arguments
{
public:
    Arguments(Evaluator &evaluator, Declarations &declarations)
        : m_evaluator(evaluator), m_declarations(declarations)
    {
    }

    Values forFunction(const Function &function)
    {
        Values values;
        const Syntax code = function.code;
        if (const Syntax single = code.part(NodeField::Parameter)) {
            values.push_back(named(single, 0, code));
            return values;
        }
        for (Syntax each = code.part(NodeField::Parameters).child(); each; each = each.next()) {
            if (each.is(NodeKind::Parameter) && !each.part(NodeField::Pattern).is(NodeKind::This))
                values.push_back(named(each.part(NodeField::Pattern), values.size(), code));
        }
        return values;
    }

private:
    Value named(Syntax pattern, size_t position, Syntax code)
    {
        if (pattern.is(NodeKind::AssignmentPattern))
            pattern = pattern.part(NodeField::Left);
        if (pattern.is(NodeKind::ObjectPattern))
            return Value(everything());
        const QString name = QString::fromUtf8(pattern.text());
        const QString lower = name.toLower();
        if (name == u"Sequelize")
            return position == 0 && code.text().contains("Sequelize.define(")
                ? instance()
                : Value(m_declarations.sequelizeClass);
        if (lower == u"app" || lower == u"fastify" || lower == u"server" || lower == u"ctx")
            return Value(makeApplicationObject(m_evaluator, instance().object()));
        if (lower.contains(u"type"))
            return dataTypes();
        if (lower.contains(u"models") || lower == u"model"
            || (lower == u"db" && associates(code) && !definesModels(code)))
            return Value(m_declarations.allModels);
        if (lower.contains(u"sequelize") || lower == u"db" || lower.contains(u"conn") || lower == u"database"
            || lower == u"orm" || lower == u"client" || lower == u"instance")
            return instance();
        if (position == 0)
            return definesModels(code) ? instance() : Value(m_declarations.allModels);
        if (position == 1 && definesModels(code))
            return dataTypes();
        return m_evaluator.unknown(u"what is passed as %1 is not known"_s.arg(name),
                                   Evaluator::placeOf(pattern));
    }

    Value instance() { return Value(applicationInstance(m_evaluator, m_declarations)); }
    Value dataTypes()
    {
        return m_declarations.sequelizeClass->properties.find(m_evaluator.atom("DataTypes"))->value;
    }

    /// For `({ sequelize, DataTypes }) => …`.
    Object *everything()
    {
        if (!m_everything) {
            m_everything = m_evaluator.object();
            m_everything->prototype = m_declarations.allModels;
            for (const char *name : {"sequelize", "db", "connection", "database", "instance", "client"})
                m_evaluator.addValue(*m_everything, name, instance());
            m_evaluator.addValue(*m_everything, "Sequelize", Value(m_declarations.sequelizeClass));
            m_evaluator.addValue(*m_everything, "DataTypes", dataTypes());
            m_evaluator.addValue(*m_everything, "DataType", dataTypes());
            m_evaluator.addValue(*m_everything, "models", Value(m_declarations.allModels));
        }
        return m_everything;
    }

    Evaluator &m_evaluator;
    Declarations &m_declarations;
    Object *m_everything = nullptr;
};

class Factories
{
public:
    Factories(Evaluator &evaluator, Declarations &declarations)
        : m_evaluator(evaluator), m_declarations(declarations), m_arguments(evaluator, declarations)
    {
    }

    void call()
    {
        const auto modules = m_evaluator.modules();
        for (const auto test : {definesModels, associates}) {
            for (Module *module : modules)
                callExported(*module, test);
            if (test == definesModels)
                initializeClasses();
        }
        addDecoratedClasses();
        callAssociates();
    }

private:
    void callOnce(Function &function, const Value &self)
    {
        m_evaluator.beginUnit();
        m_evaluator.call(Value(&function, Evaluator::placeOf(function.code)), self,
                         m_arguments.forFunction(function), Evaluator::placeOf(function.code));
    }

    bool isWaiting(const Value &value, bool (*test)(Syntax)) const
    {
        const Function *function = value.as<Function>();
        return function && !function->native && !function->isClass && !function->isBound
            && function->calls == 0 && function->code && test(function->code);
    }

    void callExported(Module &module, bool (*test)(Syntax))
    {
        if (!test(Syntax(module.file->tree)))
            return;
        m_evaluator.beginUnit();
        const Value exports = m_evaluator.exportsOf(module);
        makeInstance(exports);
        if (isWaiting(exports, test))
            return callOnce(*exports.as<Function>(), Value());
        if (!exports.isObject() || exports.as<Function>())
            return;
        for (Atom name : m_evaluator.names(exports)) {
            const Value exported = m_evaluator.get(exports, name, {});
            if (isWaiting(exported, test)) {
                callOnce(*exported.as<Function>(), exports);
            } else if (exported.isObject() && exported.object()->type == Object::Type::Plain) {
                for (Atom inner : m_evaluator.names(exported)) {
                    const Value method = m_evaluator.get(exported, inner, {});
                    if (isWaiting(method, test))
                        callOnce(*method.as<Function>(), exported);
                }
            }
        }
    }

    /// What `throughline code` writes says beside its function what all models share: `define`.
    void makeInstance(const Value &exports)
    {
        if (!m_declarations.instances.empty() || !exports.isObject())
            return;
        const Value define = m_evaluator.get(exports, "define");
        if (!define.isObject() || define.object()->type != Object::Type::Plain)
            return;
        Object *options = m_evaluator.object();
        m_evaluator.addValue(*options, "define", define);
        makeSequelize(m_evaluator, Values{Value(options)}, define.place);
    }

    bool isModelClass(const Function &type) const
    {
        constexpr int deepest = 50;
        const Object *each = &type;
        for (int depth = 0; each && depth < deepest; ++depth, each = each->prototype) {
            if (each == m_declarations.modelClass)
                return true;
        }
        return false;
    }

    /// `static initModel(sequelize) { … this.init(…) }` that nobody called.
    void initializeClasses()
    {
        const std::vector<Function *> functions = m_evaluator.functions();
        for (Function *type : functions) {
            if (!type->isClass || !isModelClass(*type) || m_declarations.modelOf(Value(type)))
                continue;
            const auto properties = type->properties.all();
            for (const Property &property : properties) {
                if (isWaiting(property.value, definesModels)
                    || (property.value.as<Function>()
                        && contains(property.value.as<Function>()->code, {"super.init("})
                        && isWaiting(property.value, [](Syntax) { return true; })))
                    callOnce(*property.value.as<Function>(), Value(type));
            }
        }
    }

    /// Classes with `@Table` that no list of models names.
    void addDecoratedClasses()
    {
        std::vector<Function *> types;
        for (const DecoratedClass &each : m_declarations.decorated) {
            if (each.isTable && !each.isDefined && !isAbstract(each))
                types.push_back(each.type);
        }
        m_evaluator.beginUnit();
        if (!types.empty())
            addModels(m_evaluator, types, applicationInstance(m_evaluator, m_declarations));
    }

    /// A class that others extend, and that no association means, only lends its columns.
    bool isAbstract(const DecoratedClass &decorated) const
    {
        return decorated.type->code && decorated.type->code.hasWord("abstract");
    }

    void callAssociates()
    {
        // New models may come while they are called.
        for (size_t i = 0; i < m_declarations.models.size(); ++i) {
            Function *type = m_declarations.models[i].type;
            const auto properties = type->properties.all();
            for (const Property &property : properties) {
                if (!property.isGetter && isWaiting(property.value, associates))
                    callOnce(*property.value.as<Function>(), Value(type));
            }
            // Inherited: `static associate` of a class before it.
            Function *base = type->prototype && type->prototype->type == Object::Type::Function
                ? static_cast<Function *>(type->prototype)
                : nullptr;
            const Property *inherited =
                base && base->code ? base->properties.find(m_evaluator.atom("associate")) : nullptr;
            if (inherited && isWaiting(inherited->value, associates))
                callOnce(*inherited->value.as<Function>(), Value(type));
        }
    }

    Evaluator &m_evaluator;
    Declarations &m_declarations;
    Arguments m_arguments;
};

}

void callFactories(Evaluator &evaluator, Declarations &declarations)
{
    Factories(evaluator, declarations).call();
}

}
