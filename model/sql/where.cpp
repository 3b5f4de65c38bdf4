#include "model/sql/where.h"

#include "model/javascript.h"
#include "model/sql/literal.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct Operator
{
    QLatin1StringView word;
    QLatin1StringView sql;
};

constexpr std::array operators{
    Operator{"$eq"_L1, "="_L1},
    Operator{"$ne"_L1, "!="_L1},
    Operator{"$gte"_L1, ">="_L1},
    Operator{"$gt"_L1, ">"_L1},
    Operator{"$lte"_L1, "<="_L1},
    Operator{"$lt"_L1, "<"_L1},
    Operator{"$not"_L1, "IS NOT"_L1},
    Operator{"$is"_L1, "IS"_L1},
    Operator{"$in"_L1, "IN"_L1},
    Operator{"$notIn"_L1, "NOT IN"_L1},
    Operator{"$like"_L1, "LIKE"_L1},
    Operator{"$notLike"_L1, "NOT LIKE"_L1},
    Operator{"$iLike"_L1, "ILIKE"_L1},
    Operator{"$notILike"_L1, "NOT ILIKE"_L1},
    Operator{"$startsWith"_L1, "LIKE"_L1},
    Operator{"$endsWith"_L1, "LIKE"_L1},
    Operator{"$substring"_L1, "LIKE"_L1},
    Operator{"$regexp"_L1, "~"_L1},
    Operator{"$notRegexp"_L1, "!~"_L1},
    Operator{"$iRegexp"_L1, "~*"_L1},
    Operator{"$notIRegexp"_L1, "!~*"_L1},
    Operator{"$between"_L1, "BETWEEN"_L1},
    Operator{"$notBetween"_L1, "NOT BETWEEN"_L1},
    Operator{"$overlap"_L1, "&&"_L1},
    Operator{"$contains"_L1, "@>"_L1},
    Operator{"$contained"_L1, "<@"_L1},
    Operator{"$adjacent"_L1, "-|-"_L1},
    Operator{"$strictLeft"_L1, "<<"_L1},
    Operator{"$strictRight"_L1, ">>"_L1},
    Operator{"$noExtendRight"_L1, "&<"_L1},
    Operator{"$noExtendLeft"_L1, "&>"_L1},
    Operator{"$any"_L1, "ANY"_L1},
    Operator{"$all"_L1, "ALL"_L1},
    Operator{"$values"_L1, ""_L1},
    Operator{"$and"_L1, " AND "_L1},
    Operator{"$or"_L1, " OR "_L1},
    Operator{"$col"_L1, "COL"_L1},
    Operator{"$match"_L1, "@@"_L1},
};

const Operator *operatorOf(QStringView word)
{
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [word](const Operator &each) { return each.word == word; });
    return found == operators.end() ? nullptr : &*found;
}

/// Not a plain object in JavaScript: a date or bytes.
bool isObjectValue(const Json &value)
{
    const Json::Member *special = specialValue(value);
    return special && (special->key == u"$date" || special->key == u"$hex" || special->key == u"$value");
}

bool isPlainObject(const Json &value)
{
    return value.isObject() && !isObjectValue(value) && !isExpression(value, false);
}

/// A key of a condition: a column, an operator, or SQL that stands for a column.
struct Key
{
    enum Kind { None, Name, Operator, Sql } kind = None;
    QString text;

    bool is(QStringView word) const { return kind == Operator && text == word; }
};

class ConditionWriter
{
public:
    explicit ConditionWriter(const Dialect &dialect) : m_dialect(dialect) { }

    Result<QString> finished(QString text) const
    {
        return m_fault ? Result<QString>(tl::unexpected(*m_fault)) : std::move(text);
    }

    QString conditions(const Json &where, const WhereScope &scope)
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
            return item({Key::Name, key ? key->attribute : u"id"_s}, where, scope);
        }
        return items(where, scope, u" AND "_s);
    }

    QString expression(const Json &value, const WhereScope &scope)
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

private:
    QString refuse(const QString &message)
    {
        if (!m_fault)
            m_fault = Error{message};
        return {};
    }

    QString literal(const Json &value, const Column *field)
    {
        if (isExpression(value))
            return expression(value, {});
        const auto text = sqlLiteral(value, field, m_dialect);
        return text ? *text : refuse(text.error().message);
    }

    QString argument(const Json &value, const WhereScope &scope)
    {
        if (isExpression(value))
            return expression(value, scope);
        return isPlainObject(value) ? items(value, {}, u" AND "_s) : literal(value, nullptr);
    }

    QString call(const Json &inner, const WhereScope &scope)
    {
        QStringList arguments;
        for (const Json &each : inner.items().mid(1)) {
            // Sequelize doubles the dollars of text arguments.
            arguments.append(each.isString() ? quotedText(each.string().replace(u"$"_s, u"$$"_s), m_dialect)
                                             : argument(each, scope));
        }
        return inner.items().value(0).string() + u'(' + arguments.join(u", "_s) + u')';
    }

    QString cast(const QString &value, const QString &type) const
    {
        return u"CAST("_s + value + u" AS "_s + m_dialect.castType(type.trimmed()).toUpper() + u')';
    }

    /// `where(EXPRESSION, OPERATOR, VALUE)`.
    QString comparison(const Json &inner, const WhereScope &scope)
    {
        const Json::Array &parts = inner.items();
        const bool hasOperator = parts.size() > 2;
        const Json value = parts.value(hasOperator ? 2 : 1);
        const QString word = hasOperator ? parts.value(1).string() : u"$eq"_s;
        QString comparator = sqlOf(word);
        if (comparator.isEmpty())
            return refuse(Text::tr("unknown operator %1").arg(word));
        const Key key{Key::Sql, argument(parts.value(0), scope)};
        if (isPlainObject(value))
            return item(key, value, {.model = scope.model});
        QString right;
        if (word == u"$between" || word == u"$notBetween")
            right = literal(value.items().value(0), nullptr) + u" AND "_s
                + literal(value.items().value(1), nullptr);
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

    QString sqlOf(const QString &word) const
    {
        if (word.endsWith("egexp"_L1) && !m_dialect.regexpOperators)
            return word == u"$regexp"   ? u"REGEXP"_s
                : word == u"$notRegexp" ? u"NOT REGEXP"_s
                                        : plainSqlOf(word);
        return plainSqlOf(word);
    }
    static QString plainSqlOf(const QString &word)
    {
        const Operator *found = operatorOf(word);
        return found ? QString(found->sql) : QString();
    }

    static qsizetype sizeOf(const Json &value)
    {
        return value.isArray() ? value.items().size() : isExpression(value) ? 1 : value.members().size();
    }

    QString items(const Json &where, const WhereScope &scope, const QString &binding)
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

    static Key keyOf(const QString &name) { return {isOperator(name) ? Key::Operator : Key::Name, name}; }

    static const Column *fieldOf(const Key &key, const WhereScope &scope, const Column *known)
    {
        if (known || !scope.model || key.kind != Key::Name)
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

    QString item(const Key &key, const Json &value, const WhereScope &scope, const Column *known = nullptr,
                 bool asJson = true)
    {
        if (key.kind == Key::Name && scope.model && key.text.contains(u'.')) {
            const QStringList parts = key.text.split(u'.');
            const Column *column = scope.model->column(parts[0]);
            if (column && column->type.isJson())
                return item({Key::Name, column->name}, nested(parts.mid(1), value), scope, column);
        }
        const Column *field = fieldOf(key, scope, known);
        const bool isPlain = isPlainObject(value);
        if (key.kind == Key::None && isPlain && value.members().size() == 1)
            return item(keyOf(value.members()[0].key), value.members()[0].value, scope);
        if (value.isNull())
            return joined(key, u"NULL"_s, u"IS"_s, scope);
        if (isExpression(value, false) && (key.kind == Key::None || !value.find("$fn"_L1)))
            return expression(value, {});
        if (key.kind == Key::None && value.isArray()) {
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

    static bool isTruthy(const Json &value)
    {
        return !value.isNull() && !(value.isBoolean() && !value.boolean());
    }

    /// `a.b.c: value` of a JSON column as nested objects; a whole number makes a list.
    static Json nested(const QStringList &path, const Json &value)
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

    QString group(const QString &word, const Json &value, const WhereScope &scope)
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

    QString bind(const QString &binding, const Key &key, const Json &value, const WhereScope &scope,
                 const Column *known)
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

    // JSON columns ----------------------------------------------------------------------------------------

    QString json(const Key &key, const Json &value, const WhereScope &scope, const Column *known)
    {
        QStringList parts;
        for (const Json::Member &member : value.members()) {
            if (isOperator(member.key))
                parts.append(item(key, Json(Json::Object{member}), scope, known, false));
        }
        const QString base = prefixed(quotedName(key.text, m_dialect), scope);
        for (const Json::Member *member : orderedKeys(value)) {
            if (!isOperator(member->key))
                traverse(parts, base, member->value, {member->key});
        }
        const QString text = parts.join(u" AND "_s);
        return parts.size() > 1 ? u'(' + text + u')' : text;
    }

    void traverse(QStringList &parts, const QString &base, const Json &value, QStringList path)
    {
        QString castTo;
        if (const qsizetype at = path.last().indexOf("::"_L1); at >= 0) {
            castTo = path.last().mid(at + 2);
            path.last().truncate(at);
            static const QRegularExpression word(u"^[A-Za-z ]+$"_s);
            if (!word.match(castTo).hasMatch()) {
                refuse(Text::tr("%1 is no type to cast to").arg(castTo));
                return;
            }
        }
        if (!isPlainObject(value)) {
            parts.append(compared(base, path, u"$eq"_s, value, castTo));
            return;
        }
        for (const Json::Member *member : orderedKeys(value)) {
            if (isOperator(member->key))
                parts.append(compared(base, path, member->key, member->value, castTo));
            else
                traverse(parts, base, member->value, path + QStringList{member->key});
        }
    }

    QString compared(const QString &base, const QStringList &path, const QString &word, const Json &given,
                     const QString &castTo)
    {
        const Json value = m_dialect.jsonValue ? m_dialect.jsonValue(given) : given;
        QString text = m_dialect.jsonPath(base, path, value.isString() && word == u"$contains");
        const Json &sample = value.isArray() && !value.items().isEmpty() ? value.items()[0] : value;
        QString type = castTo;
        if (type.isEmpty() && sample.isNumber())
            type = u"double precision"_s;
        else if (type.isEmpty() && sample.isBoolean())
            type = u"boolean"_s;
        else if (type.isEmpty() && sample.find("$date"_L1))
            type = u"timestamptz"_s;
        if (!type.isEmpty())
            text = cast(text, type);
        return item({Key::Sql, text}, Json(Json::Object{{word, value}}), {});
    }

    // One operator ----------------------------------------------------------------------------------------

    QString list(const Json &values, const Column *field)
    {
        QStringList parts;
        for (const Json &value : values.items())
            parts.append(literal(value, field));
        return parts.join(u", "_s);
    }

    static QString textOf(const Json &value)
    {
        if (const Json *literal = value.find("$literal"_L1))
            return literal->string();
        if (value.isNumber())
            return javascriptNumber(value.toDouble());
        if (value.isBoolean())
            return value.boolean() ? u"true"_s : u"false"_s;
        return value.isNull() ? u"null"_s : value.string();
    }

    QString single(const Key &key, const Column *field, QString word, const Json &value,
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
            return joined(key,
                          literal(value.items()[0], field) + u" AND "_s + literal(value.items()[1], field),
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
                    return joined(key, u'(' + setOf(*inner, field) + u')', comparator + u' ' + sqlOf(set),
                                  scope);
                }
            }
        }
        if (value.isNull() && word == u"$ne")
            return joined(key, u"NULL"_s, u"IS NOT"_s, scope);
        if (value.isNull() && word == u"$eq")
            return joined(key, u"NULL"_s, u"IS"_s, scope);
        return joined(key, literal(value, field), comparator, scope);
    }

    QString setOf(const Json &value, const Column *field)
    {
        const Json *values = value.find("$values"_L1);
        if (!values)
            return literal(value, field);
        QStringList rows;
        for (const Json &each : values->items())
            rows.append(u'(' + literal(each, nullptr) + u')');
        return u"VALUES "_s + rows.join(u", "_s);
    }

    QString columnPath(const QString &path) const
    {
        QStringList parts = path.split(u'.');
        if (parts.size() > 2)
            parts = {parts.mid(0, parts.size() - 1).join(u"->"_s), parts.last()};
        const QString column = quotedName(parts.takeLast(), m_dialect);
        return parts.isEmpty() ? column : quotedAlias(parts.first(), m_dialect) + u'.' + column;
    }

    static QString prefixed(const QString &name, const WhereScope &scope)
    {
        return scope.prefix.isEmpty() ? name : scope.prefix + u'.' + name;
    }

    QString joined(const Key &key, const QString &value, const QString &comparator, const WhereScope &scope)
    {
        switch (key.kind) {
        case Key::None: return value;
        case Key::Operator: return refuse(Text::tr("%1 stands where an attribute is expected").arg(key.text));
        case Key::Sql: return prefixed(key.text, scope) + u' ' + comparator + u' ' + value;
        case Key::Name: break;
        }
        const bool isPath = key.text.size() > 1 && key.text.startsWith(u'$') && key.text.endsWith(u'$');
        const QString name = isPath ? columnPath(key.text.mid(1, key.text.size() - 2))
                                    : prefixed(quotedName(key.text, m_dialect), scope);
        return name + u' ' + comparator + u' ' + value;
    }

    const Dialect &m_dialect;
    std::optional<Error> m_fault;
};

}

Result<QString> whereCondition(const Json &where, const WhereScope &scope, const Dialect &dialect)
{
    ConditionWriter writer(dialect);
    return writer.finished(writer.conditions(where, scope));
}

Result<QString> sqlExpression(const Json &expression, const WhereScope &scope, const Dialect &dialect)
{
    ConditionWriter writer(dialect);
    return writer.finished(writer.expression(expression, scope));
}

QList<const Json::Member *> orderedKeys(const Json &object)
{
    QList<const Json::Member *> keys = javascriptOrder(object);
    std::stable_partition(keys.begin(), keys.end(), [](auto *member) { return isOperator(member->key); });
    return keys;
}

bool isOperator(QStringView key)
{
    return key.startsWith(u'$') && operatorOf(key);
}

QStringList operatorWords()
{
    QStringList words;
    for (const Operator &each : operators)
        words.append(each.word);
    return words;
}

bool isExpression(const Json &value, bool asExpression)
{
    const Json::Member *special = specialValue(value);
    if (!special)
        return false;
    const QString &key = special->key;
    return key == u"$literal" || key == u"$fn" || key == u"$cast" || key == u"$where"
        || (asExpression && key == u"$col");
}

QString aliasText(QStringView path, const Dialect &dialect)
{
    const QByteArray whole = path.toUtf8();
    if (!dialect.limitInBytes || whole.size() <= dialect.identifierLimit)
        return path.toString();
    const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha1).toHex().left(12);
    QString readable = path.toString();
    while (readable.toUtf8().size() + 1 + hash.size() > dialect.identifierLimit)
        readable.chop(readable.size() > 1 && readable.back().isLowSurrogate() ? 2 : 1);
    return readable + u'~' + QString::fromLatin1(hash);
}

QString quotedAlias(QStringView path, const Dialect &dialect)
{
    return quotedName(aliasText(path, dialect), dialect);
}

QString quotedPath(const QString &path, const Dialect &dialect)
{
    const qsizetype last = path.lastIndexOf(u'.');
    if (last < 0)
        return quotedName(path, dialect);
    return quotedAlias(path.left(last).replace(u"."_s, u"->"_s), dialect) + u'.'
        + quotedName(path.mid(last + 1), dialect);
}

}
