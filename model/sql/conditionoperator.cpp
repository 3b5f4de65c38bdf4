#include "model/sql/conditionwriter.h"

#include "model/javascript.h"
#include "model/sql/literal.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QString ConditionWriter::list(const Json &values, const Column *field)
{
    QStringList parts;
    for (const Json &value : values.items())
        parts.append(literal(value, field));
    return parts.join(u", "_s);
}

QString ConditionWriter::textOf(const Json &value)
{
    if (const Json *literal = value.find("$literal"_L1))
        return literal->string();
    if (value.isNumber())
        return javascriptNumber(value.toDouble());
    if (value.isBoolean())
        return value.boolean() ? u"true"_s : u"false"_s;
    return value.isNull() ? u"null"_s : value.string();
}

QString ConditionWriter::single(const ConditionKey &key, const Column *field, QString word, const Json &value,
                                const WhereScope &scope)
{
    if (word == u"$not") {
        if (value.isArray())
            word = u"$notIn"_s;
        else if (!value.isNull() && !value.isBoolean())
            word = u"$ne"_s;
    }
    const QString comparator = sqlOf(word);
    if (word == u"$in" || word == u"$notIn") {
        if (const Json *sql = value.find("$literal"_L1))
            return joined(key, sql->string(), comparator, scope);
        if (!value.isArray())
            return refuse(Text::tr("%1 takes a list, not %2").arg(word, value.kindName()));
        if (value.items().isEmpty())
            return word == u"$in" ? joined(key, u"(NULL)"_s, comparator, scope) : QString();
        return joined(key, u'(' + list(value, field) + u')', comparator, scope);
    }
    if (word == u"$any" || word == u"$all")
        return joined(key, u'(' + setOf(value, field) + u')', u"= "_s + comparator, scope);
    if (word == u"$between" || word == u"$notBetween") {
        if (value.items().size() < 2)
            return refuse(Text::tr("%1 takes a list of two values").arg(word));
        return joined(key, literal(value.items()[0], field) + u" AND "_s + literal(value.items()[1], field),
                      comparator, scope);
    }
    if (word == u"$col")
        return joined(key, columnPath(value.string()), u"="_s, scope);
    if (word == u"$startsWith" || word == u"$endsWith" || word == u"$substring") {
        const QString before = word == u"$startsWith" ? u""_s : u"%"_s;
        const QString after = word == u"$endsWith" ? u""_s : u"%"_s;
        return joined(key, quotedText(before + textOf(value) + after, m_dialect), comparator, scope);
    }
    if (isPlainObject(value)) {
        for (const auto &set : {u"$any"_s, u"$all"_s}) {
            if (const Json *inner = value.find(set)) {
                return joined(key, u'(' + setOf(*inner, field) + u')', comparator + u' ' + sqlOf(set), scope);
            }
        }
    }
    if (value.isNull() && word == u"$ne")
        return joined(key, u"NULL"_s, u"IS NOT"_s, scope);
    if (value.isNull() && word == u"$eq")
        return joined(key, u"NULL"_s, u"IS"_s, scope);
    return joined(key, literal(value, field), comparator, scope);
}

QString ConditionWriter::setOf(const Json &value, const Column *field)
{
    const Json *values = value.find("$values"_L1);
    if (!values)
        return literal(value, field);
    QStringList rows;
    for (const Json &each : values->items())
        rows.append(u'(' + literal(each, nullptr) + u')');
    return u"VALUES "_s + rows.join(u", "_s);
}

QString ConditionWriter::columnPath(const QString &path) const
{
    QStringList parts = path.split(u'.');
    if (parts.size() > 2)
        parts = {parts.mid(0, parts.size() - 1).join(u"->"_s), parts.last()};
    const QString column = quotedName(parts.takeLast(), m_dialect);
    return parts.isEmpty() ? column : quotedAlias(parts.first(), m_dialect) + u'.' + column;
}

QString ConditionWriter::prefixed(const QString &name, const WhereScope &scope)
{
    return scope.prefix.isEmpty() ? name : scope.prefix + u'.' + name;
}

QString ConditionWriter::joined(const ConditionKey &key, const QString &value, const QString &comparator,
                                const WhereScope &scope)
{
    switch (key.kind) {
    case ConditionKey::None: return value;
    case ConditionKey::Operator:
        return refuse(Text::tr("%1 stands where an attribute is expected").arg(key.text));
    case ConditionKey::Sql: return prefixed(key.text, scope) + u' ' + comparator + u' ' + value;
    case ConditionKey::Name: break;
    }
    const bool isPath = key.text.size() > 1 && key.text.startsWith(u'$') && key.text.endsWith(u'$');
    const QString name = isPath ? columnPath(key.text.mid(1, key.text.size() - 2))
                                : prefixed(quotedName(key.text, m_dialect), scope);
    return name + u' ' + comparator + u' ' + value;
}

}
