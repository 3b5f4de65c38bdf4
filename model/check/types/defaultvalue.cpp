#include "model/check/types/defaultvalue.h"

#include "model/check/types/kinds.h"
#include "model/javascript.h"
#include "model/sql/literal.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

using Sort = DefaultValue::Sort;

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern)),
                              QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

namespace {

DefaultValue callOf(const QString &name, bool hasArguments)
{
    static const QSet<QString> moments{u"now"_s,
                                       u"current_timestamp"_s,
                                       u"localtimestamp"_s,
                                       u"localtime"_s,
                                       u"statement_timestamp"_s,
                                       u"clock_timestamp"_s,
                                       u"transaction_timestamp"_s,
                                       u"curdate"_s,
                                       u"curtime"_s,
                                       u"current_date"_s,
                                       u"current_time"_s,
                                       u"sysdate"_s,
                                       u"utc_timestamp"_s,
                                       u"datetime"_s,
                                       u"date"_s};
    static const QSet<QString> numbers{
        u"abs"_s, u"random"_s, u"rand"_s, u"round"_s, u"floor"_s, u"ceil"_s, u"length"_s, u"unix_timestamp"_s,
        u"pi"_s,  u"power"_s,  u"sqrt"_s, u"mod"_s,   u"sign"_s};
    static const QSet<QString> texts{u"lower"_s, u"upper"_s,        u"concat"_s,  u"md5"_s,
                                     u"user"_s,  u"current_user"_s, u"version"_s, u"hex"_s,
                                     u"trim"_s,  u"replace"_s,      u"substr"_s,  u"substring"_s};
    static const QSet<QString> uuids{u"uuid"_s, u"gen_random_uuid"_s, u"uuid_generate_v4"_s,
                                     u"uuid_generate_v1"_s};
    const QString word = name.toLower();
    DefaultValue value{.isSql = true, .isCall = true, .function = word, .hasArguments = hasArguments};
    if (moments.contains(word))
        value.sort = Sort::Moment;
    else if (numbers.contains(word))
        value.sort = Sort::Expression;
    else if (uuids.contains(word))
        value.sort = Sort::Uuid;
    else
        value.sort = texts.contains(word) ? Sort::Unknown : Sort::Broken;
    return value;
}

DefaultValue literalOf(const QString &sql)
{
    const QString text = sql.trimmed();
    DefaultValue value{.isSql = true};
    if (text.count(u'(') != text.count(u')') || text.isEmpty()) {
        value.sort = Sort::Broken;
    } else if (matches(text, "null")) {
        value.sort = Sort::Null;
    } else if (matches(text, "true|false")) {
        value.sort = Sort::Flag;
    } else if (matches(text, "current_timestamp|current_date|current_time|localtimestamp|localtime")) {
        value.sort = Sort::Moment;
    } else if (matches(text, "[+-]?\\d+(\\.\\d+)?(e[+-]?\\d+)?")) {
        value.sort = Sort::Number;
        value.number = text.toDouble();
    } else if (matches(text, "'([^']|'')*'")) {
        value.sort = Sort::Text;
        value.text = text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
    } else if (matches(text, "[a-z_]\\w*")) {
        value.sort = Sort::Broken; // a column's name
    } else if (matches(text, "[a-z_]\\w*\\s*\\(.*\\)")) {
        return callOf(text.section(u'(', 0, 0).trimmed(), !matches(text, ".*\\(\\s*\\)"));
    } else if (matches(text, "[\\d\\s.+*/()-]+")) {
        value.sort = Sort::Expression;
        value.isParenthesised = text.startsWith(u'(');
    } else if (!text.startsWith(u'(')) {
        value.isCompound = true;
        value.isOnUpdate = text.contains("ON UPDATE"_L1, Qt::CaseInsensitive);
    }
    return value;
}

}

DefaultValue defaultValueOf(const Json &json)
{
    DefaultValue value;
    if (const Json::Member *special = specialValue(json)) {
        const Json &inner = special->value;
        if (special->key == u"$literal")
            return literalOf(inner.string());
        if (special->key == u"$fn")
            return callOf(inner.items().value(0).string(), inner.items().size() > 1);
        if (special->key == u"$value")
            return inner.isObject() ? DefaultValue{.sort = Sort::Object} : defaultValueOf(inner);
        if (special->key == u"$hex")
            return {.sort = Sort::Bytes};
        if (special->key == u"$date")
            return {.sort = javascriptDate(inner.string()) ? Sort::Moment : Sort::Broken};
        if (special->key == u"$default")
            return {.sort = inner.string() == u"NOW" ? Sort::Moment : Sort::Uuid,
                    .text = QString(36, u'0'),
                    .isMade = true};
    }
    if (json.isString())
        return {.sort = Sort::Text, .text = json.string()};
    if (json.isNumber())
        return {.sort = Sort::Number, .text = javascriptNumber(json.toDouble()), .number = json.toDouble()};
    if (json.isBoolean())
        return {.sort = Sort::Flag, .number = json.boolean() ? 1.0 : 0.0};
    if (json.isArray())
        return {.sort = Sort::List, .items = json.items()};
    value.sort = json.isNull() ? Sort::Null : Sort::Object;
    return value;
}

bool isInRange(double number, const Type &type, bool isMysql)
{
    int bytes = 4;
    switch (type.name) {
    case TypeName::Boolean:
    case TypeName::TinyInt: bytes = 1; break;
    case TypeName::SmallInt: bytes = 2; break;
    case TypeName::MediumInt: bytes = 3; break;
    case TypeName::BigInt: bytes = 8; break;
    case TypeName::Raw: bytes = rawWord(type).startsWith("big"_L1) ? 8 : 4; break;
    default: break;
    }
    const bool isUnsigned = isMysql
        && (type.isUnsigned || type.zerofill || type.text.contains("unsigned"_L1, Qt::CaseInsensitive));
    const double span = std::pow(2.0, 8 * bytes);
    return isUnsigned ? number >= 0 && number < span : number >= -span / 2 && number < span / 2;
}

/// A BIGINT as text, where no double holds its digits.
bool isBig(const QString &text, const Type &type)
{
    bool isWhole = false;
    text.trimmed().toLongLong(&isWhole);
    return isWhole && type.name == TypeName::BigInt && !type.isUnsigned && !type.zerofill;
}

bool fitsDigits(double number, const Type &type)
{
    if (type.length <= 0)
        return true;
    return std::abs(number) < std::pow(10.0, type.length - std::max(type.decimals, 0));
}

}
