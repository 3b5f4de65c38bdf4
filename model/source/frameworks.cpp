#include "model/source/factories.h"

using namespace Qt::StringLiterals;

/// What frameworks and sequelize-cli bring along without a word in the application's own code.
namespace model::source {

namespace {

struct ApplicationObject : Object
{
    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        const QString &text = evaluator.atoms().text(name);
        if (text == u"Sequelize")
            return Value(evaluator.declarations().sequelizeClass, place);
        for (const char *instance : {"model", "sequelize", "db", "database", "orm", "models", "connection"}) {
            if (text == QLatin1StringView(instance) || text == delegate)
                return Value(sequelize, place);
        }
        if (text == u"get")
            return Value(evaluator.native(u"get"_s, service, Value(this)), place);
        return evaluator.unknown(u"%1 of the framework's application"_s.arg(text), place);
    }

    /// `app.get('sequelizeClient')`
    static Value service(const Call &call)
    {
        const QString name = call.argument(0).text();
        auto &self = static_cast<ApplicationObject &>(*call.callee->data.object());
        if (name.contains(u"sequelize"_s, Qt::CaseInsensitive))
            return Value(self.sequelize, call.place);
        return call.evaluator.unknown(u"%1 of the framework's application"_s.arg(name), call.place);
    }

    Object *sequelize = nullptr;
    QString delegate;
};

/// What a configuration file exports, called if it is a function.
Value configuration(Evaluator &evaluator, const QString &name)
{
    const QString path = evaluator.resolver().fileFor(evaluator.files().root() + u'/' + name);
    if (path.isNull())
        return {};
    evaluator.beginUnit();
    Value config;
    if (languageOf(path)) {
        Module *module = evaluator.load(path);
        if (!module)
            return {};
        config = evaluator.exportsOf(*module);
    } else {
        config = evaluator.require(path, 0, {});
    }
    if (config.isObject() && !config.as<Function>()) {
        if (const Value inner = evaluator.get(config, "default"); inner.isObject())
            config = inner;
    }
    if (config.as<Function>()) {
        const Values arguments{evaluator.unknown(u"what the framework knows of itself"_s, config.place)};
        config = evaluator.call(config, Value(), arguments, config.place);
    }
    return config;
}

/// Egg shares these options among all models unless the application says otherwise.
Value eggOptions(Evaluator &evaluator)
{
    Object *made = evaluator.object();
    Object *define = evaluator.object();
    evaluator.addValue(*define, "freezeTableName", Value(false));
    evaluator.addValue(*define, "underscored", Value(true));
    evaluator.addValue(*made, "define", Value(define));
    for (const auto &name : {u"config/config.default"_s, u"config/config.local"_s}) {
        const Value config = configuration(evaluator, name);
        Value options = config.isObject() ? evaluator.get(config, "sequelize") : Value();
        const Value sources = options.isObject() ? evaluator.get(options, "datasources") : Value();
        if (const List *list = sources.as<List>(); list && !list->items.empty())
            options = list->items[0];
        if (options.isObject())
            evaluator.spread(*made, options);
    }
    return Value(made);
}

bool usesEgg(Evaluator &evaluator)
{
    for (const auto &name : {u"package.json"_s, u"config/plugin.js"_s, u"config/plugin.ts"_s}) {
        const SourceFile *file = evaluator.files().read(evaluator.files().root() + u'/' + name);
        if (file && file->text.contains("egg-sequelize"))
            return true;
    }
    return false;
}

}

Object *makeApplicationObject(Evaluator &evaluator, Object *sequelize)
{
    ApplicationObject *made = evaluator.arena().make<ApplicationObject>();
    made->sequelize = sequelize;
    const Value options = optionsOf(evaluator, sequelize);
    if (options.isObject())
        made->delegate = evaluator.get(options, "delegate").text();
    return made;
}

Object *applicationInstance(Evaluator &evaluator, Declarations &declarations)
{
    if (!declarations.instances.empty())
        return declarations.instances.back().object();
    Value options;
    if (usesEgg(evaluator)) {
        options = eggOptions(evaluator);
    } else {
        for (const auto &name :
             {u"config/config"_s, u"config/database"_s, u"src/config/config"_s, u"src/config/database"_s})
        {
            Value config = configuration(evaluator, name);
            if (const Value inner = config.isObject() ? evaluator.get(config, "development") : Value();
                inner.isObject())
                config = inner;
            if (config.isObject() && evaluator.get(config, "define").isObject()) {
                options = config;
                break;
            }
        }
    }
    if (!declarations.instances.empty()) // made by a configuration file
        return declarations.instances.back().object();
    return makeSequelize(evaluator, options.isObject() ? Values{options} : Values(), {});
}

}
