#include "model/code/optioncode.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

bool isOption(const char *key)
{
    return QLatin1StringView(key) != "id"_L1;
}

bool namesModels(const Json &scope)
{
    return scope.find("include"_L1) || scope.find("order"_L1);
}

template <typename T>
QString OptionCode::objectText(const T &value)
{
    ObjectText object;
    describe(Of<T>(), [&](const char *key, auto member) {
        if (isOption(key))
            object.add(key, text(value.*member));
    });
    return object.text();
}

QString OptionCode::text(const QString &value)
{
    return value.isNull() ? QString() : javascriptText(value);
}

QString OptionCode::text(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? u"true"_s : u"false"_s;
}

QString OptionCode::text(const std::optional<Number> &value)
{
    return value ? value->text : QString();
}

QString OptionCode::text(const NameOrFlag &value)
{
    return value.flag ? text(value.flag) : text(value.name);
}

QString OptionCode::text(const Boxed<Json> &value)
{
    return value ? this->value(*value) : QString();
}

QString OptionCode::text(const Type &type)
{
    if (type.isMissing())
        return {};
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
            arguments.append(text(element));
        if (!type.dependencies.isEmpty())
            arguments.append(text(type.dependencies));
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
    QString code = u"DataTypes."_s + name;
    if (!arguments.isEmpty())
        code += u'(' + arguments.join(u", "_s) + u')';
    if (type.binary)
        code += u".BINARY"_s;
    if (type.isUnsigned)
        code += u".UNSIGNED"_s;
    if (type.zerofill)
        code += u".ZEROFILL"_s;
    return code;
}

QString OptionCode::text(const QStringList &texts)
{
    QStringList items;
    for (const QString &each : texts)
        items.append(javascriptText(each));
    return u'[' + items.join(u", "_s) + u']';
}

QString OptionCode::text(const Inflections &name)
{
    return name.isGiven() ? objectText(name) : QString();
}

QString OptionCode::text(const Unique &unique)
{
    if (unique.isObject)
        return objectText(unique);
    return unique.flag ? text(unique.flag) : text(unique.name);
}

QString OptionCode::text(const TableName &table)
{
    return table.isObject ? objectText(table) : text(table.table);
}

QString OptionCode::text(const References &references)
{
    if (references.isGiven())
        return objectText(references);
    return references.isNone ? u"null"_s : QString();
}

QString OptionCode::text(const Json &json)
{
    if (json.isNull())
        return {};
    static const QRegularExpression word(u"^[A-Z_]+$"_s);
    if (!word.match(json.string()).hasMatch())
        return value(json);
    m_usesSequelize = true;
    return u"Sequelize.Deferrable."_s + json.string();
}

QString OptionCode::text(const IndexField &field)
{
    if (!field.literal.isNull())
        return sequelizeCall(u"literal"_s, {javascriptText(field.literal)});
    if (field.function)
        return value(*field.function);
    return field.isObject ? objectText(field) : javascriptText(field.name);
}

QString OptionCode::text(const QList<IndexField> &fields)
{
    QStringList texts;
    for (const IndexField &field : fields)
        texts.append(text(field));
    return texts.isEmpty() ? QString() : u'[' + texts.join(u", "_s) + u']';
}

QString OptionCode::text(const Index &index)
{
    return objectText(index);
}

QString OptionCode::text(const QList<UniqueKeyOption> &keys)
{
    ObjectText object;
    for (const UniqueKeyOption &key : keys)
        object.add(key.name, objectText(key));
    return object.isEmpty() ? QString() : object.text();
}

QString OptionCode::text(const Alias &as)
{
    return as.isObject ? objectText(as) : text(as.name);
}

QString OptionCode::text(const ForeignKey &key)
{
    if (!key.isObject)
        return text(key.name());
    ObjectText object;
    object.add(key.isByFieldName ? "fieldName" : "name", text(key.name()));
    addAttribute(object, *key.attribute);
    return object.text();
}

ObjectText OptionCode::attribute(const Attribute &attribute)
{
    ObjectText object;
    addAttribute(object, attribute);
    return object;
}

void OptionCode::addAttribute(ObjectText &object, const Attribute &attribute)
{
    describe(Of<Attribute>(), [&](const char *key, auto member) {
        if constexpr (!std::same_as<decltype(member), EnumValues>) {
            if (isOption(key) && QLatin1StringView(key) != "name"_L1)
                object.add(key, text(attribute.*member));
        }
    });
}

ObjectText OptionCode::modelOptions(const ModelOptions &options)
{
    ObjectText object;
    describe(Of<ModelOptions>(), [&](const char *key, auto member) {
        if constexpr (std::same_as<decltype(member), Boxed<Json> ModelOptions::*>) {
            const Boxed<Json> &given = options.*member;
            if (given && member == &ModelOptions::scopes)
                object.add(key, scopes(*given));
            else if (given && !namesModels(*given))
                object.add(key, value(*given));
        } else {
            object.add(key, text(options.*member));
        }
    });
    return object;
}

QString OptionCode::scopes(const Json &scopes)
{
    ObjectText object;
    for (const Json::Member &scope : scopes.members()) {
        if (!namesModels(scope.value))
            object.add(scope.key, value(scope.value));
    }
    return object.isEmpty() ? QString() : object.text();
}

QString OptionCode::value(const Json &json)
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

QString OptionCode::plain(const Json &value) const
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

QStringList OptionCode::values(const Json::Array &items)
{
    QStringList list;
    for (const Json &item : items) {
        const Json *column = item.find("$col"_L1);
        list.append(column ? sequelizeCall(u"col"_s, {javascriptText(column->string())}) : value(item));
    }
    return list;
}

QStringList OptionCode::whereArguments(const Json &inner)
{
    QStringList arguments = values(inner.items());
    if (arguments.size() == 3) {
        m_usesOp = true;
        arguments[1] = u"Op."_s + inner.items()[1].string().mid(1);
    }
    return arguments;
}

QString OptionCode::sequelizeCall(const QString &name, const QStringList &arguments)
{
    m_usesSequelize = true;
    return u"Sequelize."_s + name + u'(' + arguments.join(u", "_s) + u')';
}

}
