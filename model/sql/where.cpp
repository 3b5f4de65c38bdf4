#include "model/sql/where.h"

#include "model/sql/conditionwriter.h"
#include "model/sql/literal.h"

#include <QCryptographicHash>

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

}

QString operatorSql(QStringView word)
{
    const Operator *found = operatorOf(word);
    return found ? QString(found->sql) : QString();
}

bool isPlainObject(const Json &value)
{
    return value.isObject() && !isObjectValue(value) && !isExpression(value, false);
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
    const bool isPath = path.contains(u'.') || path.contains(u"->");
    if (!dialect.limitInBytes || whole.size() <= dialect.identifierLimit || !isPath)
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
