#include "model/sql/conditionwriter.h"

#include "model/javascript.h"
#include "model/sql/literal.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QString ConditionWriter::conditions(const Json &where, const WhereScope &scope)
{
    if (isExpression(where))
        return expression(where, scope);
    if (where.isArray()) {
        const Json::Array &items = where.items();
        if (items.isEmpty() || (items[0].isArray() && items[0].items().isEmpty()))
            return u"1=1"_s;
        return group(u"$and"_s, where, scope);
    }
    if (where.isNumber()) {
        const Column *key = scope.model ? scope.model->firstPrimaryKey() : nullptr;
        return item({ConditionKey::Name, key ? key->attribute : u"id"_s}, where, scope);
    }
    return items(where, scope, u" AND "_s);
}

QString ConditionWriter::expression(const Json &value, const WhereScope &scope)
{
    const Json::Member *special = specialValue(value);
    if (!special)
        return refuse(Text::tr("expected an expression, found %1").arg(value.kindName()));
    const Json &inner = special->value;
    if (special->key == u"$literal")
        return inner.string();
    if (special->key == u"$col")
        return inner.string().startsWith(u'*') ? u"*"_s : quotedPath(inner.string(), m_dialect);
    if (special->key == u"$fn")
        return call(inner, scope);
    if (special->key == u"$cast")
        return cast(argument(inner.items().value(0), scope), inner.items().value(1).string());
    if (special->key == u"$where")
        return comparison(inner, scope);
    return refuse(Text::tr("%1 is no expression").arg(special->key));
}

QString ConditionWriter::refuse(const QString &message)
{
    if (!m_fault)
        m_fault = Error{message};
    return {};
}

QString ConditionWriter::literal(const Json &value, const Column *field)
{
    if (isExpression(value))
        return expression(value, {});
    const auto text = sqlLiteral(value, field, m_dialect);
    return text ? *text : refuse(text.error().message);
}

QString ConditionWriter::argument(const Json &value, const WhereScope &scope)
{
    if (isExpression(value))
        return expression(value, scope);
    return isPlainObject(value) ? items(value, {}, u" AND "_s) : literal(value, nullptr);
}

QString ConditionWriter::call(const Json &inner, const WhereScope &scope)
{
    QStringList arguments;
    for (const Json &each : inner.items().mid(1)) {
        // Sequelize doubles the dollars of text arguments.
        arguments.append(each.isString() ? quotedText(each.string().replace(u"$"_s, u"$$"_s), m_dialect)
                                         : argument(each, scope));
    }
    return inner.items().value(0).string() + u'(' + arguments.join(u", "_s) + u')';
}

QString ConditionWriter::cast(const QString &value, const QString &type) const
{
    return u"CAST("_s + value + u" AS "_s + m_dialect.castType(type.trimmed()).toUpper() + u')';
}

QString ConditionWriter::comparison(const Json &inner, const WhereScope &scope)
{
    const Json::Array &parts = inner.items();
    const bool hasOperator = parts.size() > 2;
    const Json value = parts.value(hasOperator ? 2 : 1);
    const QString word = hasOperator ? parts.value(1).string() : u"$eq"_s;
    QString comparator = sqlOf(word);
    if (comparator.isEmpty())
        return refuse(Text::tr("unknown operator %1").arg(word));
    const ConditionKey key{ConditionKey::Sql, argument(parts.value(0), scope)};
    if (isPlainObject(value))
        return item(key, value, {.model = scope.model});
    QString right;
    if (word == u"$between" || word == u"$notBetween")
        right =
            literal(value.items().value(0), nullptr) + u" AND "_s + literal(value.items().value(1), nullptr);
    else
        right = isExpression(value) ? expression(value, scope) : literal(value, nullptr);
    if (right == u"NULL") {
        if (comparator == u"=")
            comparator = u"IS"_s;
        else if (comparator == u"!=")
            comparator = u"IS NOT"_s;
    }
    return key.text + u' ' + comparator + u' ' + right;
}

QString ConditionWriter::sqlOf(const QString &word) const
{
    if (word.endsWith("egexp"_L1) && !m_dialect.regexpOperators)
        return word == u"$regexp" ? u"REGEXP"_s : word == u"$notRegexp" ? u"NOT REGEXP"_s : operatorSql(word);
    return operatorSql(word);
}

qsizetype ConditionWriter::sizeOf(const Json &value)
{
    return value.isArray() ? value.items().size() : isExpression(value) ? 1 : value.members().size();
}

QString ConditionWriter::items(const Json &where, const WhereScope &scope, const QString &binding)
{
    if (where.isString())
        return refuse(Text::tr("a condition cannot be text; use { \"$literal\": … } for SQL"));
    if (where.isNull() || sizeOf(where) == 0)
        return {};
    if (!isPlainObject(where))
        return item({}, where, scope);
    QStringList parts;
    for (const Json::Member *member : orderedKeys(where)) {
        const QString part = item(keyOf(member->key), member->value, scope);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(binding);
}

const Column *ConditionWriter::fieldOf(const ConditionKey &key, const WhereScope &scope, const Column *known)
{
    if (known || !scope.model || key.kind != ConditionKey::Name)
        return known;
    if (const Column *column = scope.model->column(key.text))
        return column;
    const Column *last = nullptr;
    for (const Column &column : scope.model->columns) {
        if (column.name == key.text)
            last = &column;
    }
    return last;
}

QString ConditionWriter::item(const ConditionKey &key, const Json &value, const WhereScope &scope,
                              const Column *known, bool asJson)
{
    if (key.kind == ConditionKey::Name && scope.model && key.text.contains(u'.')) {
        const QStringList parts = key.text.split(u'.');
        const Column *column = scope.model->column(parts[0]);
        if (column && column->type.isJson())
            return item({ConditionKey::Name, column->name}, nested(parts.mid(1), value), scope, column);
    }
    const Column *field = fieldOf(key, scope, known);
    const bool isPlain = isPlainObject(value);
    if (key.kind == ConditionKey::None && isPlain && value.members().size() == 1)
        return item(keyOf(value.members()[0].key), value.members()[0].value, scope);
    if (value.isNull())
        return joined(key, u"NULL"_s, u"IS"_s, scope);
    if (isExpression(value, false) && (key.kind == ConditionKey::None || !value.find("$fn"_L1)))
        return expression(value, {});
    if (key.kind == ConditionKey::None && value.isArray()) {
        const bool isConjunction =
            std::any_of(value.items().begin(), value.items().end(),
                        [](const Json &each) { return isPlainObject(each) || each.find("$where"_L1); });
        if (!isConjunction)
            return refuse(Text::tr("a list of conditions holds objects"));
        return group(u"$and"_s, value, scope);
    }
    if (key.is(u"$or") || key.is(u"$and") || key.is(u"$not"))
        return group(key.text, value, scope);
    if (isPlain) {
        for (const auto &word : {u"$or"_s, u"$and"_s}) {
            if (const Json *inner = value.find(word); inner && isTruthy(*inner))
                return bind(sqlOf(word), key, *inner, scope, known);
        }
        if (field && field->type.isJson() && asJson)
            return json(key, value, scope, known);
        if (value.members().size() > 1)
            return bind(u" AND "_s, key, value, scope, known);
        const Json::Member *only = value.members().isEmpty() ? nullptr : &value.members()[0];
        if (only && isOperator(only->key))
            return single(key, field, only->key, only->value, scope);
        return joined(key, literal(value, field), u"="_s, scope);
    }
    if (value.isArray() && !(field && field->type.name == TypeName::Array))
        return single(key, field, u"$in"_s, value, scope);
    return joined(key, literal(value, field), u"="_s, scope);
}

bool ConditionWriter::isTruthy(const Json &value)
{
    return !value.isNull() && !(value.isBoolean() && !value.boolean());
}

Json ConditionWriter::nested(const QStringList &path, const Json &value)
{
    if (path.isEmpty())
        return value;
    Json inner = nested(path.mid(1), value);
    if (path.size() > 1) {
        bool isIndex = false;
        const int index = path[1].toInt(&isIndex);
        if (isIndex && index >= 0 && index < 1000 && inner.isObject()) {
            Json::Array list(index);
            list.append(inner.value(path[1]));
            inner = Json(list);
        }
    }
    return Json(Json::Object{{path[0], inner}});
}

QString ConditionWriter::group(const QString &word, const Json &value, const WhereScope &scope)
{
    const QString binding = word == u"$or" ? u" OR "_s : u" AND "_s;
    QString text;
    if (value.isArray()) {
        QStringList parts;
        for (const Json &each : value.items()) {
            QString part = items(each, scope, u" AND "_s);
            if (part.isEmpty())
                continue;
            if ((each.isArray() || isPlainObject(each)) && sizeOf(each) > 1)
                part = u'(' + part + u')';
            parts.append(part);
        }
        text = parts.join(binding);
    } else {
        text = items(value, scope, binding);
    }
    if (text.isEmpty())
        return word == u"$and" ? QString() : u"0 = 1"_s;
    return (word == u"$not" ? u"NOT ("_s : u"("_s) + text + u')';
}

QString ConditionWriter::bind(const QString &binding, const ConditionKey &key, const Json &value,
                              const WhereScope &scope, const Column *known)
{
    QStringList parts;
    const auto add = [&](const Json &each) {
        const QString part = item(key, each, scope, known);
        if (!part.isEmpty())
            parts.append(part);
    };
    if (isPlainObject(value)) {
        for (const Json::Member *member : orderedKeys(value))
            add(Json(Json::Object{*member}));
    } else if (value.isArray()) {
        for (const Json &each : value.items())
            add(each);
    } else {
        return refuse(Text::tr("$and and $or take a list or an object, not %1").arg(value.kindName()));
    }
    return parts.isEmpty() ? QString() : u'(' + parts.join(binding) + u')';
}

}
