#include "model/source/library.h"

#include "model/schema/naming.h"

using namespace Qt::StringLiterals;

/// Instances of Sequelize.
namespace model::source {

namespace {

struct SequelizeObject : Object
{
    SequelizeObject() : Object(Type::Sequelize) { }

    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        const QString &text = evaluator.atoms().text(name);
        if (text == u"models")
            return Value(evaluator.declarations().allModels, place);
        if (text == u"options" || text == u"config")
            return options;
        if (text == u"Sequelize" || text == u"constructor")
            return Value(evaluator.declarations().sequelizeClass, place);
        // Frameworks attach models to their instance: `app.model.User`.
        if (!evaluator.declarations().sequelizeClass->instances->properties.find(name)) {
            if (const DeclaredModel *model = evaluator.declarations().modelNamed(text))
                return Value(model->type, place);
        }
        return {};
    }

    Value options;
};

struct ModelsObject : Object
{
    ModelsObject() : Object(Type::Models) { }

    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        const QString &text = evaluator.atoms().text(name);
        if (const DeclaredModel *model = evaluator.declarations().modelNamed(text))
            return Value(model->type, place);
        if (text == u"sequelize" || text == u"connection") {
            const auto &instances = evaluator.declarations().instances;
            return instances.empty() ? Value() : instances.back();
        }
        if (text == u"Sequelize")
            return Value(evaluator.declarations().sequelizeClass);
        return evaluator.unknown(u"there is no model %1"_s.arg(text), place, text);
    }
    std::vector<Atom> memberNames(Evaluator &evaluator) override
    {
        std::vector<Atom> names;
        for (const DeclaredModel &model : evaluator.declarations().models) {
            if (!model.isGone)
                names.push_back(evaluator.atoms().of(model.name));
        }
        return names;
    }
};

Value define(const Call &call)
{
    Evaluator &evaluator = call.evaluator;
    const Value name = call.argument(0);
    if (!name.isText()) {
        // On something that may be anything, `define` may mean anything.
        if (!call.self.isUnknown() || name.isUnknown())
            evaluator.declarations().note(
                call.place,
                u"the model's name is not known: %1"_s.arg(name.isUnknown() ? name.unknown()->reason
                                                                            : u"it is no text"_s));
        return evaluator.unknown(u"a model whose name is not known"_s, call.place);
    }
    if (call.self.isUnknown() && !call.argument(1).isObject())
        return call.self.at(call.place);
    Function *type = evaluator.arena().make<Function>();
    type->isClass = true;
    type->name = name.text();
    type->prototype = evaluator.declarations().modelClass;
    type->instances = evaluator.object();
    type->instances->prototype = evaluator.declarations().modelClass->instances;
    return declareModel(evaluator, *type, name.text(), call.argument(1), call.argument(2), call.self.object(),
                        call.place);
}

Value modelByName(const Call &call)
{
    if (!call.argument(0).isText())
        return call.argument(0);
    const QString name = call.argument(0).text();
    const DeclaredModel *model = call.evaluator.declarations().modelNamed(name);
    return model ? Value(model->type, call.place)
                 : call.evaluator.unknown(u"there is no model %1"_s.arg(name), call.place, name);
}

Value isDefined(const Call &call)
{
    return Value(call.evaluator.declarations().modelNamed(call.argument(0).text()) != nullptr, call.place);
}

/// `sequelize.import('./user')`, as it was before version 6.
Value importModel(const Call &call)
{
    Evaluator &evaluator = call.evaluator;
    const Value given = call.argument(0);
    Value factory = call.argument(1);
    if (!factory.as<Function>()) {
        if (!given.isText() || call.place.file < 0)
            return given.isUnknown() ? given.at(call.place)
                                     : evaluator.unknown(u"an import that is not known"_s, call.place);
        const QString path = given.text();
        const bool isPlain = !path.startsWith(u'/') && !path.startsWith(u'.');
        factory = evaluator.require(isPlain ? u"./"_s + path : path, call.place.file, call.place);
        if (factory.isObject() && !factory.as<Function>())
            factory = evaluator.get(factory, "default");
    }
    const Property *types =
        evaluator.declarations().sequelizeClass->properties.find(evaluator.atom("DataTypes"));
    return evaluator.call(factory, Value(), Values{call.self, types->value}, call.place);
}

Value unknownResult(const Call &call)
{
    return call.evaluator.unknown(u"what a database answers"_s, call.place);
}

Value itself(const Call &call)
{
    return call.self;
}

Value newSequelize(const Call &call)
{
    Object *made = makeSequelize(call.evaluator, call.arguments, call.place);
    const Value options = optionsOf(call.evaluator, made);
    if (!options.isObject())
        return Value(made, call.place);
    for (const char *name : {"models", "modelPaths"}) {
        const Property *models = options.object()->properties.find(call.evaluator.atom(name));
        if (models)
            addModels(call.evaluator,
                      classesOf(call.evaluator, models->value, call.evaluator.get(options, "modelMatch")),
                      made);
    }
    return Value(made, call.place);
}

Value addMore(const Call &call)
{
    addModels(call.evaluator, classesOf(call.evaluator, call.argument(0), call.argument(1)),
              call.self.object());
    return {};
}

}

Object *makeSequelize(Evaluator &evaluator, std::span<const Value> arguments, Place place)
{
    SequelizeObject *made = evaluator.arena().make<SequelizeObject>();
    made->prototype = evaluator.declarations().sequelizeClass->instances;
    for (const Value &argument : arguments) {
        if (argument.isObject() || argument.isUnknown())
            made->options = argument;
    }
    if (made->options.isUndefined())
        made->options = Value(evaluator.object());
    evaluator.declarations().instances.push_back(Value(made, place));
    return made;
}

Value optionsOf(Evaluator &, Object *sequelize)
{
    return sequelize && sequelize->type == Object::Type::Sequelize
        ? static_cast<SequelizeObject *>(sequelize)->options
        : Value();
}

Function *makeSequelizeClass(Evaluator &evaluator)
{
    Function *type = evaluator.native(u"Sequelize"_s, newSequelize);
    type->instances = evaluator.object();
    Object &methods = *type->instances;
    evaluator.addNative(methods, "define", define);
    evaluator.addNative(methods, "model", modelByName);
    evaluator.addNative(methods, "isDefined", isDefined);
    evaluator.addNative(methods, "import", importModel);
    evaluator.addNative(methods, "addModels", addMore);
    evaluator.addNative(methods, "getRepository", modelByName);
    for (const char *name : {"authenticate", "sync", "query", "close", "drop", "transaction",
                             "getQueryInterface", "createSchema", "truncate"})
        evaluator.addNative(methods, name, unknownResult);
    for (const char *name : {"addHook", "beforeDefine", "afterDefine", "beforeInit", "afterInit"})
        evaluator.addNative(methods, name, itself);
    addExpressions(evaluator, methods);
    return type;
}

// Declarations --------------------------------------------------------------------------------------------

namespace {

QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

}

DeclaredModel *Declarations::modelOf(const Value &type)
{
    return m_byType.value(type.as<Function>());
}

DeclaredModel *Declarations::modelNamed(const QString &name)
{
    DeclaredModel *exact = m_byName.value(name);
    return exact ? exact : m_byLetters.value(lettersOf(name));
}

DeclaredModel &Declarations::add(DeclaredModel model)
{
    DeclaredModel &added = models.emplace_back(std::move(model));
    for (const QString &name : {added.type->name, added.name})
        m_byLetters.insert(lettersOf(name), &added);
    m_byType.insert(added.type, &added);
    m_byName.insert(added.name, &added);
    return added;
}

DecoratedClass &Declarations::decorationsOf(Function &type)
{
    DecoratedClass *&known = decoratedByType[&type];
    if (!known) {
        known = &decorated.emplace_back();
        known->type = &type;
    }
    return *known;
}

namespace {

/// A copy of what is written, which the application may change later.
Object *copyOf(Evaluator &evaluator, const Value &value)
{
    Object *copy = evaluator.object();
    evaluator.spread(*copy, value);
    return copy;
}

/// Sequelize adds `field` to the very objects that it is given, so that an object that is used once more, or
/// spread into another one, brings the column of its first use along.
Object *attributesOf(Evaluator &evaluator, const Value &given, bool underscored)
{
    Object *attributes = copyOf(evaluator, given);
    const Atom field = evaluator.atom("field");
    for (Atom name : evaluator.names(Value(attributes))) {
        Property *property = attributes->properties.find(name);
        Object *written = property ? property->value.object() : nullptr;
        if (!written || written->type != Object::Type::Plain)
            continue;
        property->value = Value(copyOf(evaluator, property->value), property->value.place);
        const Property *known = written->properties.find(field);
        if ((!known || known->value.isUndefined()) && written->properties.find(evaluator.atom("type"))) {
            const QString &text = evaluator.atoms().text(name);
            written->properties.set(field, evaluator.text(underscored ? underscore(text) : text));
        }
    }
    return attributes;
}

bool isUnderscored(Evaluator &evaluator, const Value &options, Object *sequelize)
{
    const Value shared = optionsOf(evaluator, sequelize);
    const Value define = shared.isObject() ? evaluator.get(shared, "define") : Value();
    for (const Value &each : {options, define}) {
        const Value option = each.isObject() ? evaluator.get(each, "underscored") : Value();
        if (!option.isUndefined())
            return evaluator.truth(option).value_or(false);
    }
    return false;
}

}

Value declareModel(Evaluator &evaluator, Function &type, const QString &name, const Value &attributes,
                   const Value &options, Object *sequelize, Place place)
{
    Declarations &declarations = evaluator.declarations();
    evaluator.spend(20);
    DeclaredModel model{.type = &type, .name = name, .sequelize = sequelize, .place = place};
    model.attributes = attributesOf(evaluator, attributes, isUnderscored(evaluator, options, sequelize));
    model.options = copyOf(evaluator, options);
    if (attributes.isUnknown())
        model.unknownAttributes = attributes.unknown();
    if (DeclaredModel *earlier = declarations.modelCalled(name)) {
        earlier->isGone = true;
        if (earlier->place != place) {
            declarations.note(
                place,
                earlier->sequelize == sequelize
                    ? u"%1 is defined a second time; the last one counts"_s.arg(name)
                    : u"%1 is defined for another instance of Sequelize too; the last one counts"_s.arg(
                        name));
        }
    }
    const QString className = type.name;
    type.name = name;
    evaluator.addValue(type, "rawAttributes", Value(model.attributes));
    evaluator.addValue(type, "options", Value(model.options));
    evaluator.addValue(type, "modelName", evaluator.text(name));
    evaluator.addValue(type, "associations", Value(evaluator.object()));
    if (sequelize)
        evaluator.addValue(type, "sequelize", Value(sequelize));
    if (const Value table = evaluator.get(Value(model.options), "tableName"); table.isText())
        evaluator.addValue(type, "tableName", table);
    // As it was before version 4.
    if (const Value methods = evaluator.get(Value(model.options), "classMethods"); methods.isObject())
        evaluator.spread(type, methods);
    type.name = className;
    declarations.add(std::move(model));
    type.name = name;
    return Value(&type, place);
}

void addSequelize(Evaluator &evaluator, Declarations &declarations)
{
    evaluator.setDeclarations(declarations);
    declarations.modelClass = makeModelClass(evaluator);
    declarations.sequelizeClass = makeSequelizeClass(evaluator);
    declarations.allModels = evaluator.arena().make<ModelsObject>();
    Function &library = *declarations.sequelizeClass;
    Object *types = makeDataTypes(evaluator);
    evaluator.spread(library, Value(types));
    addExpressions(evaluator, library);
    Object *deferrable = evaluator.object();
    for (const char *word :
         {"INITIALLY_DEFERRED", "INITIALLY_IMMEDIATE", "NOT", "SET_DEFERRED", "SET_IMMEDIATE"})
        evaluator.addValue(*deferrable, word, evaluator.text(QLatin1StringView(word)));
    evaluator.addValue(library, "DataTypes", Value(types));
    evaluator.addValue(library, "Op", Value(makeOperators(evaluator)));
    evaluator.addValue(library, "Model", Value(declarations.modelClass));
    evaluator.addValue(library, "Sequelize", Value(&library));
    evaluator.addValue(library, "default", Value(&library));
    evaluator.addValue(library, "Deferrable", Value(deferrable));
    evaluator.addPackage(u"sequelize"_s, Value(&library));
    evaluator.addPackage(u"@sequelize/core"_s, Value(&library));
    evaluator.addPackage(u"sequelize/types"_s, Value(&library));
}

}
