#include "model/source/library.h"

using namespace Qt::StringLiterals;

/// The methods of model classes.
namespace model::source {

namespace {

Value init(const Call &call)
{
    Evaluator &evaluator = call.evaluator;
    Function *type = call.self.as<Function>();
    const Value options = call.argument(1);
    if (!type || type->native) {
        evaluator.declarations().note(call.place,
                                      u"init is called on something that is no class of the application"_s);
        return call.self;
    }
    const Value given = options.isObject() ? evaluator.get(options, "modelName") : Value();
    if (given.isUnknown()) {
        evaluator.declarations().note(call.place,
                                      u"the model's name is not known: %1"_s.arg(given.unknown()->reason));
        return call.self;
    }
    const Value sequelize = options.isObject() ? evaluator.get(options, "sequelize") : Value();
    const QString name = given.isText() && !given.text().isEmpty() ? given.text() : type->name;
    return declareModel(evaluator, *type, name, call.argument(0), options, sequelize.object(), call.place);
}

/// An association, as its call returns it.
struct AssociationObject : Object
{
    AssociationObject() : Object(Type::Association) { }
};

Value associate(const Call &call)
{
    Evaluator &evaluator = call.evaluator;
    const auto kind = kindNamed(call.callee->name);
    evaluator.declarations().associations.push_back(
        {*kind, call.self, call.argument(0), call.argument(1), call.place});
    AssociationObject *made = evaluator.arena().make<AssociationObject>();
    const Value as = call.argument(1).isObject() ? evaluator.get(call.argument(1), "as") : Value();
    evaluator.addValue(*made, "source", call.self);
    evaluator.addValue(*made, "target", call.argument(0));
    evaluator.addValue(*made, "as", as);
    made->unknownPart = evaluator.unknown(u"what Sequelize makes of an association"_s, call.place).unknown();
    return Value(made, call.place);
}

Value addScope(const Call &call)
{
    if (DeclaredModel *model = call.evaluator.declarations().modelOf(call.self)) {
        if (call.argument(0).isText())
            model->scopes.push_back({call.argument(0).text(), call.argument(1), call.place});
        else
            call.evaluator.declarations().note(call.place, u"the name of a scope is not known"_s);
    }
    return {};
}

Value removeAttribute(const Call &call)
{
    DeclaredModel *model = call.evaluator.declarations().modelOf(call.self);
    const Atom name = call.evaluator.toKey(call.argument(0));
    if (model && !name.isNull()) {
        model->removed.push_back(name);
        model->attributes->properties.remove(name);
    }
    return {};
}

Value addHook(const Call &call)
{
    if (DeclaredModel *model = call.evaluator.declarations().modelOf(call.self))
        model->hooks.push_back(call.place);
    return call.self;
}

Value tableName(const Call &call)
{
    const DeclaredModel *model = call.evaluator.declarations().modelOf(call.self);
    const Value name = model ? call.evaluator.get(Value(model->options), "tableName") : Value();
    return name.isText() ? name
                         : call.evaluator.unknown(u"the table that Sequelize makes of a name"_s, call.place);
}

/// `User.schema('crm')`: the same model in another schema.
Value schema(const Call &call)
{
    DeclaredModel *model = call.evaluator.declarations().modelOf(call.self);
    if (model && call.argument(0).isText())
        model->options->properties.set(call.evaluator.atom("schema"), call.argument(0), call.place);
    return call.self;
}

Value sameModel(const Call &call)
{
    return call.self;
}

}

Function *makeModelClass(Evaluator &evaluator)
{
    Function *type = evaluator.native(
        u"Model"_s, [](const Call &call) -> Value { return call.evaluator.unknown(u"a row"_s, call.place); });
    type->instances = evaluator.object();
    evaluator.addNative(*type, "init", init);
    for (const char *kind : {"belongsTo", "hasOne", "hasMany", "belongsToMany"})
        evaluator.addNative(*type, kind, associate);
    evaluator.addNative(*type, "addScope", addScope);
    evaluator.addNative(*type, "removeAttribute", removeAttribute);
    for (const char *hook : {"hook",
                             "addHook",
                             "beforeValidate",
                             "afterValidate",
                             "validationFailed",
                             "beforeCreate",
                             "afterCreate",
                             "beforeDestroy",
                             "afterDestroy",
                             "beforeRestore",
                             "afterRestore",
                             "beforeUpdate",
                             "afterUpdate",
                             "beforeSave",
                             "afterSave",
                             "beforeBulkCreate",
                             "afterBulkCreate",
                             "beforeBulkDestroy",
                             "afterBulkDestroy",
                             "beforeBulkUpdate",
                             "afterBulkUpdate",
                             "beforeFind",
                             "afterFind",
                             "beforeSync",
                             "afterSync"})
        evaluator.addNative(*type, hook, addHook);
    evaluator.addNative(*type, "getTableName", tableName);
    evaluator.addNative(*type, "schema", schema);
    for (const char *name : {"scope", "unscoped"})
        evaluator.addNative(*type, name, sameModel);
    return type;
}

}
