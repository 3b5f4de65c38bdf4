#include "model/source/decorators.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Classes with decorators become models, as `addModels` of sequelize-typescript makes them.
namespace model::source {

namespace {

/// A class that is given by a function, so that files can refer to each other.
Value classOf(Evaluator &evaluator, const Value &getter)
{
    const Function *function = getter.as<Function>();
    if (!function || function->isClass)
        return getter;
    return evaluator.call(getter, Value(), {}, getter.place);
}

bool isOrExtends(const Function *type, const Function *base)
{
    constexpr int deepest = 100;
    for (int depth = 0; type && depth < deepest; ++depth, type = baseOf(*type)) {
        if (type == base)
            return true;
    }
    return false;
}

/// A key's name as `@ForeignKey` gives it, where none is written.
Value keyOf(Evaluator &evaluator, const Value &written, Function *related, Function *owner, Place place)
{
    Object *key = evaluator.object();
    if (written.isText()) {
        key->properties.set(evaluator.atom("name"), written, written.place);
        return written;
    }
    evaluator.spread(*key, written);
    const Property *name = key->properties.find(evaluator.atom("name"));
    if ((name && !name->value.isUndefined()) || key->unknownPart)
        return Value(key, written.place);
    const DecoratedClass *with = owner
        ? nearestWith(evaluator.declarations(), owner,
                      [](const DecoratedClass &each) { return each.foreignKeys.has_value(); })
        : nullptr;
    for (const auto &[getter, attribute] :
         with ? *with->foreignKeys : std::vector<std::pair<Value, QString>>()) {
        const Function *target = classOf(evaluator, getter).as<Function>();
        if (target && related && isOrExtends(related, target)) {
            const Value found = evaluator.text(attribute, place);
            if (!written.isObject())
                return found;
            key->properties.set(evaluator.atom("name"), found, place);
            return Value(key, written.place);
        }
    }
    evaluator.declarations().note(
        place,
        u"no foreign key for %1 is declared in %2"_s.arg(related ? related->name : u"the class"_s,
                                                         owner ? owner->name : u"the through"_s));
    return written;
}

void callAssociation(Evaluator &evaluator, Function &source, const DecoratedAssociation &each)
{
    const Value target = classOf(evaluator, each.target);
    Function *related = target.as<Function>();
    Object *options = evaluator.object();
    evaluator.spread(*options, Value(each.options));
    const auto value = [&](const char *name) { return evaluator.get(Value(options), name); };
    const auto setKey = [&](const char *name, Function *to, Function *owner) {
        const Value key = keyOf(evaluator, value(name), to, owner, each.place);
        if (!key.isUndefined())
            options->properties.set(evaluator.atom(name), key, key.place);
    };
    switch (each.kind) {
    case AssociationKind::BelongsToMany: {
        Value through = value("through");
        Function *throughClass = nullptr;
        if (through.isObject() && !through.as<Function>()) {
            Object *copy = evaluator.object();
            evaluator.spread(*copy, through);
            const Value model = classOf(evaluator, evaluator.get(through, "model"));
            copy->properties.set(evaluator.atom("model"), model, model.place);
            throughClass = model.as<Function>();
            // A name among options is taken alone.
            through = model.isText() ? model : Value(copy, through.place);
        } else {
            through = classOf(evaluator, through);
            throughClass = through.as<Function>();
        }
        options->properties.set(evaluator.atom("through"), through, through.place);
        if (throughClass || value("foreignKey").isUndefined())
            setKey("foreignKey", &source, throughClass);
        if (throughClass || value("otherKey").isUndefined())
            setKey("otherKey", related, throughClass);
        break;
    }
    case AssociationKind::HasMany:
    case AssociationKind::HasOne: setKey("foreignKey", &source, related); break;
    case AssociationKind::BelongsTo: setKey("foreignKey", related, &source); break;
    }
    evaluator.declarations().associations.push_back(
        {each.kind, Value(&source), target, Value(options, each.place), each.place});
}

void addScopes(Evaluator &evaluator, Function &type, DeclaredModel &model)
{
    Declarations &declarations = evaluator.declarations();
    const auto add = [&](const Value &scopes) {
        if (scopes.isUnknown())
            declarations.note(scopes.place, u"the scopes are not known: %1"_s.arg(scopes.unknown()->reason));
        for (Atom name : evaluator.names(scopes))
            model.scopes.push_back(
                {evaluator.atoms().text(name), evaluator.get(scopes, name, scopes.place), scopes.place});
    };
    if (const DecoratedClass *with = nearestWith(
            declarations, &type, [](const DecoratedClass &each) { return !each.defaultScope.isUndefined(); }))
    {
        const Value scope = classOf(evaluator, with->defaultScope);
        model.scopes.push_back({u"defaultScope"_s, scope, scope.place});
    }
    if (const DecoratedClass *with = nearestWith(
            declarations, &type, [](const DecoratedClass &each) { return !each.scopes.isUndefined(); }))
        add(classOf(evaluator, with->scopes));
}

}

void addModels(Evaluator &evaluator, const std::vector<Function *> &types, Object *sequelize)
{
    Declarations &declarations = evaluator.declarations();
    std::vector<Function *> defined;
    for (Function *type : types) {
        DecoratedClass &decorated = declarations.decorationsOf(*type);
        if (decorated.isDefined)
            continue;
        const DecoratedClass *table =
            nearestWith(declarations, type, [](const DecoratedClass &each) { return each.isTable; });
        if (!table) {
            declarations.note(Evaluator::placeOf(type->code),
                              u"%1 is given as a model and has no @Table"_s.arg(type->name));
            continue;
        }
        decorated.isDefined = true;
        Object &options = decoratedOptions(evaluator, *type);
        const DecoratedClass *indexed = nearestWith(
            declarations, type, [](const DecoratedClass &each) { return each.indexes.has_value(); });
        if (indexed && !options.properties.find(evaluator.atom("indexes"))) {
            List *indexes = evaluator.list();
            for (const bool isNamed : {true, false}) {
                for (const auto &[name, index] : *indexed->indexes) {
                    if (name.isEmpty() != isNamed)
                        indexes->items.push_back(Value(index, evaluator.get(Value(index), "fields").place));
                }
            }
            options.properties.set(evaluator.atom("indexes"), Value(indexes), decorated.place);
        }
        const Place place = Evaluator::placeOf(type->code);
        declareModel(evaluator, *type, table->modelName, Value(&decoratedAttributes(evaluator, *type)),
                     Value(&options), sequelize, place);
        if (DeclaredModel *model = declarations.modelOf(Value(type)))
            model->hooks = decorated.hooks;
        defined.push_back(type);
    }
    for (Function *type : defined) {
        const DecoratedClass *with = nearestWith(
            declarations, type, [](const DecoratedClass &each) { return each.associations.has_value(); });
        for (const DecoratedAssociation &each :
             with ? *with->associations : std::vector<DecoratedAssociation>())
            callAssociation(evaluator, *type, each);
    }
    for (Function *type : defined) {
        if (DeclaredModel *model = declarations.modelOf(Value(type)))
            addScopes(evaluator, *type, *model);
    }
}

namespace {

/// A pattern of paths (`**`, `*`, `{a,b}`) as an expression.
QRegularExpression pathPattern(const QString &pattern)
{
    QString expression;
    int depth = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'*' && i + 1 < pattern.size() && pattern[i + 1] == u'*') {
            expression += u"(?:.*/)?"_s;
            i += i + 2 < pattern.size() && pattern[i + 2] == u'/' ? 2 : 1;
        } else if (c == u'*') {
            expression += u"[^/]*"_s;
        } else if (c == u'?') {
            expression += u"[^/]"_s;
        } else if (c == u'{') {
            expression += u"(?:"_s;
            ++depth;
        } else if (c == u'}' && depth > 0) {
            expression += u')';
            --depth;
        } else if (c == u',' && depth > 0) {
            expression += u'|';
        } else {
            expression += QRegularExpression::escape(QString(c));
        }
    }
    return QRegularExpression(u"\\A"_s + expression + u"\\z"_s);
}

void filesIn(Evaluator &evaluator, const QString &folder, const QRegularExpression &pattern,
             QStringList &found, int depth)
{
    constexpr int deepest = 12;
    for (const FolderEntry &entry : evaluator.files().list(folder)) {
        if (!evaluator.spend(5))
            return;
        const QString path = folder + u'/' + entry.name;
        if (entry.isFolder && depth < deepest && entry.name != u"node_modules"
            && !entry.name.startsWith(u'.'))
            filesIn(evaluator, path, pattern, found, depth + 1);
        else if (!entry.isFolder && pattern.match(path).hasMatch() && languageOf(path)
                 && !path.endsWith(u".d.ts"))
            found.append(path);
    }
}

/// The class that a file exports as its model.
void addClassOf(Evaluator &evaluator, const QString &path, const Value &match, std::vector<Function *> &types)
{
    Module *module = evaluator.load(path);
    if (!module)
        return;
    QString name = path.section(u'/', -1);
    name.truncate(name.lastIndexOf(u'.'));
    const Value exports = module->isEcmaScript ? Value(module->exports) : evaluator.exportsOf(*module);
    Function *found = nullptr;
    for (Atom member : evaluator.names(exports)) {
        const Value matches = match.as<Function>()
            ? evaluator.call(match, Value(),
                             Values{evaluator.text(name), evaluator.text(evaluator.atoms().text(member))}, {})
            : Value(evaluator.atoms().text(member) == name);
        if (!found && evaluator.truth(matches).value_or(false))
            found = evaluator.get(exports, member, {}).as<Function>();
    }
    if (!found && exports.isObject())
        found = evaluator.get(exports, "default").as<Function>();
    if (found)
        types.push_back(found);
}

}

std::vector<Function *> classesOf(Evaluator &evaluator, const Value &models, const Value &match)
{
    std::vector<Function *> types;
    const auto items = evaluator.items(models);
    // What an unknown list leaves out is added in the end, with all classes that are tables.
    if (!items || models.isText())
        return types;
    for (const Value &item : *items) {
        if (Function *type = item.as<Function>()) {
            types.push_back(type);
        } else if (item.isText()) {
            QString path = item.text();
            if (!path.startsWith(u'/'))
                path.prepend(evaluator.files().root() + u'/');
            const bool isPattern = path.contains(u'*') || path.contains(u'{');
            if (!isPattern && !languageOf(path))
                path += u"/*"_s;
            // From the last folder that is no pattern.
            QString folder = path.left(path.indexOf(QRegularExpression(u"[*{?]"_s)));
            folder.truncate(folder.lastIndexOf(u'/'));
            QStringList files;
            filesIn(evaluator, folder, pathPattern(path), files, 0);
            for (const QString &file : files)
                addClassOf(evaluator, file, match, types);
        }
    }
    return types;
}

void addSequelizeTypescript(Evaluator &evaluator, Declarations &declarations)
{
    Object *package = evaluator.object();
    const Property *types = declarations.sequelizeClass->properties.find(evaluator.atom("DataTypes"));
    evaluator.addValue(*package, "DataType", types->value);
    evaluator.addValue(*package, "Sequelize", Value(declarations.sequelizeClass));
    evaluator.addValue(*package, "Model", Value(declarations.modelClass));
    addTableDecorators(evaluator, *package);
    addColumnDecorators(evaluator, *package);
    addIndexDecorators(evaluator, *package);
    addAssociationDecorators(evaluator, *package);
    evaluator.addPackage(u"sequelize-typescript"_s, Value(package));
}

}
