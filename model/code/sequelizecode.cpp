#include "model/code/sequelizecode.h"

#include "model/javascript.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array reservedWords{
    "arguments", "await",      "break",     "case",      "catch",     "class",  "const",      "continue",
    "debugger",  "default",    "delete",    "do",        "else",      "enum",   "eval",       "export",
    "extends",   "false",      "finally",   "for",       "function",  "if",     "implements", "import",
    "in",        "instanceof", "interface", "let",       "new",       "null",   "package",    "private",
    "protected", "public",     "return",    "static",    "super",     "switch", "this",       "throw",
    "true",      "try",        "typeof",    "undefined", "var",       "void",   "while",      "with",
    "yield",     "DataTypes",  "Op",        "Sequelize", "sequelize", "module", "require",    "exports",
    "define",    "Buffer",     "Date"};

bool isIdentifier(const QString &name)
{
    static const QRegularExpression word(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    static const QSet<QString> reserved = [] {
        QSet<QString> set;
        for (const char *each : reservedWords)
            set.insert(QString::fromLatin1(each));
        return set;
    }();
    return word.match(name).hasMatch() && !reserved.contains(name);
}

/// The key of an object literal; `__proto__` would set the prototype.
QString propertyKey(const QString &name)
{
    static const QRegularExpression word(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    if (name == u"__proto__")
        return u"['__proto__']"_s;
    return word.match(name).hasMatch() ? name : javascriptText(name);
}

/// `{ a: 1, b: 2 }`.
class ObjectText
{
public:
    void add(const QString &key, const QString &value)
    {
        m_members.append(propertyKey(key) + u": "_s + value);
    }
    void add(const char *key, const QString &value)
    {
        m_members.append(QString::fromLatin1(key) + u": "_s + value);
    }
    void addText(const char *key, const QString &value)
    {
        if (!value.isNull())
            add(key, javascriptText(value));
    }
    void addFlag(const char *key, const std::optional<bool> &value)
    {
        if (value)
            add(key, *value ? u"true"_s : u"false"_s);
    }
    void addComputed(const QString &key, const QString &value)
    {
        m_members.append(u'[' + key + u"]: "_s + value);
    }
    bool isEmpty() const { return m_members.isEmpty(); }
    QString text() const
    {
        return m_members.isEmpty() ? u"{}"_s : u"{ "_s + m_members.join(u", "_s) + u" }"_s;
    }
    const QStringList &members() const { return m_members; }

private:
    QStringList m_members;
};

class CodeWriter
{
public:
    CodeWriter(const Project &project, ModuleKind kind) : m_project(project), m_kind(kind) { nameModels(); }

    QString write()
    {
        QString body;
        for (const Model &model : m_project.models)
            body += defineCall(model) + u'\n';
        for (const Model &model : m_project.models)
            body += scopeCalls(model);
        for (const Association &association : m_project.associations)
            body += associationCall(association);
        if (!m_project.associations.isEmpty())
            body += u'\n';
        const QString define = options(m_project.define).text();
        const QString models = returned();
        if (m_kind == ModuleKind::CommonJs) {
            return u"'use strict';\n\nconst { "_s + imports()
                + u" } = require('sequelize');\n\n"
                  "module.exports = (sequelize) => {\n"_s
                + body + u"  return "_s + models + u";\n};\n\nmodule.exports.define = "_s + define + u";\n"_s;
        }
        return u"import { "_s + imports() + u" } from 'sequelize';\n\nexport const define = "_s + define
            + u";\n\nexport default (sequelize) => {\n"_s + body + u"  return "_s + models + u";\n};\n"_s;
    }

private:
    /// A constant for each model: its own name where JavaScript allows it.
    void nameModels()
    {
        QSet<QString> taken;
        for (const Model &model : m_project.models) {
            if (isIdentifier(model.name))
                taken.insert(model.name);
        }
        int next = 1;
        for (const Model &model : m_project.models) {
            QString name = model.name;
            if (!isIdentifier(name)) {
                do {
                    name = u"model"_s + QString::number(next++);
                } while (taken.contains(name));
            }
            m_names.insert(model.id, name);
        }
    }

    QString imports() const
    {
        QStringList names{u"DataTypes"_s};
        if (m_usesOp)
            names.append(u"Op"_s);
        if (m_usesSequelize)
            names.append(u"Sequelize"_s);
        return names.join(u", "_s);
    }

    QString returned() const
    {
        QStringList members;
        for (const Model &model : m_project.models) {
            const QString name = m_names.value(model.id);
            members.append(name == model.name ? name : propertyKey(model.name) + u": "_s + name);
        }
        return members.isEmpty() ? u"{}"_s : u"{ "_s + members.join(u", "_s) + u" }"_s;
    }

    // Values ----------------------------------------------------------------------------------------------

    QString sequelizeCall(const QString &name, const QStringList &arguments)
    {
        m_usesSequelize = true;
        return u"Sequelize."_s + name + u'(' + arguments.join(u", "_s) + u')';
    }

    QString plain(const Json &value)
    {
        if (value.isString())
            return javascriptText(value.string());
        if (value.isNumber())
            return value.numberText();
        if (value.isBoolean())
            return value.boolean() ? u"true"_s : u"false"_s;
        if (value.isArray()) {
            QStringList items;
            for (const Json &item : value.items())
                items.append(plain(item));
            return u'[' + items.join(u", "_s) + u']';
        }
        if (!value.isObject())
            return u"null"_s;
        ObjectText object;
        for (const Json::Member &member : value.members())
            object.add(member.key, plain(member.value));
        return object.text();
    }

    /// A value of the project file; a condition, too: its operators become symbols.
    QString value(const Json &json)
    {
        if (const Json::Member *special = specialValue(json)) {
            const Json &inner = special->value;
            if (special->key == u"$default")
                return u"DataTypes."_s + inner.string();
            if (special->key == u"$literal")
                return sequelizeCall(u"literal"_s, {javascriptText(inner.string())});
            if (special->key == u"$date")
                return u"new Date("_s + javascriptText(inner.string()) + u')';
            if (special->key == u"$hex")
                return u"Buffer.from("_s + javascriptText(inner.string()) + u", 'hex')"_s;
            if (special->key == u"$value")
                return plain(inner);
            if (special->key == u"$fn")
                return sequelizeCall(u"fn"_s, values(inner.items()));
            if (special->key == u"$cast")
                return sequelizeCall(u"cast"_s, values(inner.items()));
            if (special->key == u"$where")
                return sequelizeCall(u"where"_s, whereArguments(inner));
        }
        if (json.isArray())
            return u'[' + values(json.items()).join(u", "_s) + u']';
        if (!json.isObject())
            return plain(json);
        ObjectText object;
        for (const Json::Member &member : json.members()) {
            if (isOperator(member.key)) {
                m_usesOp = true;
                object.addComputed(u"Op."_s + member.key.mid(1), value(member.value));
            } else {
                object.add(member.key, value(member.value));
            }
        }
        return object.text();
    }

    QStringList values(const Json::Array &items)
    {
        QStringList list;
        for (const Json &item : items) {
            const Json *column = item.find("$col"_L1);
            list.append(column ? sequelizeCall(u"col"_s, {javascriptText(column->string())}) : value(item));
        }
        return list;
    }

    QStringList whereArguments(const Json &inner)
    {
        QStringList arguments = values(inner.items());
        if (arguments.size() == 3) {
            m_usesOp = true;
            arguments[1] = u"Op."_s + inner.items()[1].string().mid(1);
        }
        return arguments;
    }

    // Models ----------------------------------------------------------------------------------------------

    static QString typeText(const Type &type)
    {
        if (type.name == TypeName::Raw)
            return javascriptText(type.text);
        static const QRegularExpression word(u"^[A-Z0-9]+"_s);
        const QString name = word.match(type.text).captured();
        QStringList arguments;
        switch (type.name) {
        case TypeName::Enum:
            for (const QString &each : type.values)
                arguments.append(type.isOfNumbers ? each : javascriptText(each));
            break;
        case TypeName::Array:
        case TypeName::Range:
        case TypeName::Virtual:
            for (const Type &element : type.element)
                arguments.append(typeText(element));
            if (!type.dependencies.isEmpty())
                arguments.append(textList(type.dependencies));
            break;
        default:
            if (!type.size.isNull())
                arguments.append(javascriptText(type.size));
            if (type.length > 0 || type.decimals >= 0)
                arguments.append(QString::number(type.length));
            if (type.decimals >= 0)
                arguments.append(QString::number(type.decimals));
            if (type.srid > 0)
                arguments.append(QString::number(type.srid));
        }
        QString text = u"DataTypes."_s + name;
        if (!arguments.isEmpty())
            text += u'(' + arguments.join(u", "_s) + u')';
        if (type.binary)
            text += u".BINARY"_s;
        if (type.isUnsigned)
            text += u".UNSIGNED"_s;
        if (type.zerofill)
            text += u".ZEROFILL"_s;
        return text;
    }

    ObjectText attribute(const Attribute &attribute, const char *nameKey = nullptr)
    {
        ObjectText object;
        if (nameKey)
            object.addText(nameKey, attribute.name);
        if (!attribute.type.isMissing())
            object.add("type", typeText(attribute.type));
        object.addText("field", attribute.field);
        object.addFlag("allowNull", attribute.allowNull);
        object.addFlag("primaryKey", attribute.primaryKey);
        object.addFlag("autoIncrement", attribute.autoIncrement);
        object.addFlag("autoIncrementIdentity", attribute.autoIncrementIdentity);
        if (attribute.unique->isObject) {
            ObjectText unique;
            unique.addText("name", attribute.unique->name);
            unique.addText("msg", attribute.unique->msg);
            object.add("unique", unique.text());
        } else if (attribute.unique->flag) {
            object.addFlag("unique", attribute.unique->flag);
        } else {
            object.addText("unique", attribute.unique->name);
        }
        object.addFlag("index", attribute.index);
        if (attribute.defaultValue)
            object.add("defaultValue", value(*attribute.defaultValue));
        if (attribute.references->isGiven())
            object.add("references", references(*attribute.references));
        else if (attribute.references->isNone)
            object.add("references", u"null"_s);
        object.addText("onDelete", attribute.onDelete);
        object.addText("onUpdate", attribute.onUpdate);
        object.addText("comment", attribute.comment);
        return object;
    }

    QString references(const References &references)
    {
        ObjectText object;
        if (references.model.isObject) {
            ObjectText table;
            table.addText("tableName", references.model.table);
            table.addText("schema", references.model.schema);
            object.add("model", table.text());
        } else {
            object.addText("model", references.model.table);
        }
        object.addText("key", references.key);
        if (!references.deferrable.isNull())
            object.add("deferrable", deferrable(references.deferrable));
        return object.text();
    }

    /// `Deferrable.INITIALLY_DEFERRED` and its kin, by name; anything else as it is.
    QString deferrable(const Json &json)
    {
        static const QRegularExpression word(u"^[A-Z_]+$"_s);
        if (!word.match(json.string()).hasMatch())
            return value(json);
        m_usesSequelize = true;
        return u"Sequelize.Deferrable."_s + json.string();
    }

    static void addNameOrFlag(ObjectText &object, const char *key, const NameOrFlag &option)
    {
        if (option.flag)
            object.addFlag(key, option.flag);
        else
            object.addText(key, option.name);
    }

    ObjectText options(const ModelOptions &options)
    {
        ObjectText object;
        object.addText("tableName", options.tableName);
        object.addText("schema", options.schema);
        if (options.name.isGiven()) {
            ObjectText name;
            name.addText("singular", options.name.singular);
            name.addText("plural", options.name.plural);
            object.add("name", name.text());
        }
        object.addFlag("timestamps", options.timestamps);
        addNameOrFlag(object, "createdAt", options.createdAt);
        addNameOrFlag(object, "updatedAt", options.updatedAt);
        addNameOrFlag(object, "deletedAt", options.deletedAt);
        object.addFlag("paranoid", options.paranoid);
        object.addFlag("underscored", options.underscored);
        object.addFlag("freezeTableName", options.freezeTableName);
        addNameOrFlag(object, "version", options.version);
        object.addText("comment", options.comment);
        object.addText("charset", options.charset);
        object.addText("collate", options.collate);
        object.addText("engine", options.engine);
        object.addText("rowFormat", options.rowFormat);
        if (options.initialAutoIncrement)
            object.add("initialAutoIncrement", options.initialAutoIncrement->text);
        if (!options.uniqueKeys.isEmpty()) {
            ObjectText keys;
            for (const UniqueKeyOption &key : options.uniqueKeys)
                keys.add(key.name, u"{ fields: "_s + textList(key.fields) + u" }"_s);
            object.add("uniqueKeys", keys.text());
        }
        if (options.defaultScope && !namesModels(*options.defaultScope))
            object.add("defaultScope", value(*options.defaultScope));
        if (options.scopes) {
            ObjectText scopes;
            for (const Json::Member &scope : options.scopes->members()) {
                if (!namesModels(scope.value))
                    scopes.add(scope.key, value(scope.value));
            }
            if (!scopes.isEmpty())
                object.add("scopes", scopes.text());
        }
        return object;
    }

    static QString textList(const QStringList &texts)
    {
        QStringList items;
        for (const QString &text : texts)
            items.append(javascriptText(text));
        return u'[' + items.join(u", "_s) + u']';
    }

    static bool namesModels(const Json &scope) { return scope.find("include"_L1) || scope.find("order"_L1); }

    QString index(const Index &index)
    {
        ObjectText object;
        object.addText("name", index.name);
        object.addFlag("unique", index.unique);
        object.addText("type", index.type);
        object.addText("using", index.usingMethod);
        object.addFlag("concurrently", index.concurrently);
        object.addText("operator", index.operatorClass);
        QStringList fields;
        for (const IndexField &field : index.fields) {
            if (!field.literal.isNull()) {
                fields.append(sequelizeCall(u"literal"_s, {javascriptText(field.literal)}));
            } else if (field.function) {
                fields.append(value(*field.function));
            } else if (!field.isObject) {
                fields.append(javascriptText(field.name));
            } else {
                ObjectText part;
                part.addText("name", field.name);
                if (field.length)
                    part.add("length", field.length->text);
                part.addText("order", field.order);
                part.addText("collate", field.collate);
                fields.append(part.text());
            }
        }
        if (!index.fields.isEmpty())
            object.add("fields", u'[' + fields.join(u", "_s) + u']');
        if (index.where)
            object.add("where", value(*index.where));
        return object.text();
    }

    QString defineCall(const Model &model)
    {
        QString text = u"  const "_s + m_names.value(model.id) + u" = sequelize.define("_s
            + javascriptText(model.name) + u", {"_s;
        for (const Attribute &each : model.attributes)
            text += u"\n    "_s + propertyKey(each.name) + u": "_s + attribute(each).text() + u',';
        text += model.attributes.isEmpty() ? u"}"_s : u"\n  }"_s;
        QStringList members = options(model.options).members();
        if (!model.indexes.isEmpty()) {
            QString indexes = u"indexes: ["_s;
            for (const Index &each : model.indexes)
                indexes += u"\n      "_s + index(each) + u',';
            members.append(indexes + u"\n    ]"_s);
        }
        if (!members.isEmpty())
            text += u", {\n    "_s + members.join(u",\n    "_s) + u",\n  }"_s;
        return text + u");\n"_s;
    }

    /// Scopes that name models can be set only when they are defined.
    QString scopeCalls(const Model &model)
    {
        QString calls;
        const auto add = [&](const QString &name, const Json &scope, const QString &options) {
            if (namesModels(scope))
                calls += u"  "_s + m_names.value(model.id) + u".addScope("_s + javascriptText(name) + u", "_s
                    + scopeValue(scope) + options + u");\n"_s;
        };
        if (model.options.defaultScope)
            add(u"defaultScope"_s, *model.options.defaultScope, u", { override: true }"_s);
        if (model.options.scopes) {
            for (const Json::Member &scope : model.options.scopes->members())
                add(scope.key, scope.value, {});
        }
        return calls;
    }

    QString scopeValue(const Json &scope)
    {
        ObjectText object;
        for (const Json::Member &member : scope.members()) {
            const bool leads = member.key == u"include" || member.key == u"order";
            object.add(member.key, leads ? withModels(member.value) : value(member.value));
        }
        return object.text();
    }

    /// A part of a query in which `{ "model": NAME }` stands for the model itself.
    QString withModels(const Json &json)
    {
        if (json.isArray()) {
            QStringList items;
            for (const Json &item : json.items())
                items.append(withModels(item));
            return u'[' + items.join(u", "_s) + u']';
        }
        if (!json.isObject() || isExpression(json))
            return value(json);
        ObjectText object;
        for (const Json::Member &member : json.members()) {
            const Model *model =
                member.key == u"model" ? modelNamed(m_project, member.value.string()) : nullptr;
            if (model)
                object.add(member.key, m_names.value(model->id));
            else if (member.key == u"include" || member.key == u"order")
                object.add(member.key, withModels(member.value));
            else
                object.add(member.key, value(member.value));
        }
        return object.text();
    }

    // Associations ----------------------------------------------------------------------------------------

    QString throughModel(const QString &name) const
    {
        const Model *model = modelNamed(m_project, name);
        return model ? m_names.value(model->id) : javascriptText(name);
    }

    QString through(const Through &through)
    {
        if (!through.isObject)
            return throughModel(through.model);
        ObjectText object;
        if (!through.model.isNull())
            object.add("model", throughModel(through.model));
        object.addFlag("unique", through.unique);
        if (through.scope)
            object.add("scope", value(*through.scope));
        object.addFlag("paranoid", through.paranoid);
        return object.text();
    }

    void addKey(ObjectText &object, const char *option, const ForeignKey &key)
    {
        if (key.isObject)
            object.add(option, attribute(*key.attribute, key.isByFieldName ? "fieldName" : "name").text());
        else
            object.addText(option, key.name());
    }

    QString associationCall(const Association &association)
    {
        ObjectText object;
        if (association.as.isObject) {
            ObjectText as;
            as.addText("singular", association.as.singular);
            as.addText("plural", association.as.name);
            object.add("as", as.text());
        } else {
            object.addText("as", association.as.name);
        }
        if (association.through.isGiven())
            object.add("through", through(association.through));
        addKey(object, "foreignKey", association.foreignKey);
        addKey(object, "otherKey", association.otherKey);
        if (!association.keyType.isMissing())
            object.add("keyType", typeText(association.keyType));
        object.addText("sourceKey", association.sourceKey);
        object.addText("targetKey", association.targetKey);
        object.addText("onDelete", association.onDelete);
        object.addText("onUpdate", association.onUpdate);
        object.addFlag("constraints", association.constraints);
        object.addText("uniqueKey", association.uniqueKey);
        object.addFlag("timestamps", association.timestamps);
        if (association.scope)
            object.add("scope", value(*association.scope));
        return u"  "_s + m_names.value(association.source) + u'.' + kindName(association.kind) + u'('
            + m_names.value(association.target) + (object.isEmpty() ? QString() : u", "_s + object.text())
            + u");\n"_s;
    }

    const Project &m_project;
    const ModuleKind m_kind;
    QHash<ModelId, QString> m_names;
    bool m_usesOp = false;
    bool m_usesSequelize = false;
};

}

QString javascriptText(QStringView text)
{
    QString out = u"'"_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\'': out += u"\\'"_s; break;
        case u'\\': out += u"\\\\"_s; break;
        case u'\n': out += u"\\n"_s; break;
        case u'\r': out += u"\\r"_s; break;
        case u'\t': out += u"\\t"_s; break;
        default:
            if (c.unicode() < 0x20 || c.unicode() == 0x2028 || c.unicode() == 0x2029 || c.isSurrogate())
                out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
            else
                out += c;
        }
    }
    return out + u'\'';
}

QString sequelizeCode(const Project &project, ModuleKind kind)
{
    return CodeWriter(project, kind).write();
}

}
