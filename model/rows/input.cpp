#include "model/rows/input.h"

#include "model/javascript.h"
#include "model/words.h"

#include <QRegularExpression>
#include <QUuid>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace model {

namespace {

const QRegularExpression &nullWord()
{
    static const QRegularExpression word(u"\\A\\\\*NULL\\z"_s);
    return word;
}

int bitsOf(TypeName name)
{
    switch (name) {
    case TypeName::TinyInt: return 8;
    case TypeName::SmallInt: return 16;
    case TypeName::MediumInt: return 24;
    case TypeName::Integer: return 32;
    default: return 64;
    }
}

/// The smallest and the largest value; an unsigned BIGINT ends where 64 bits with a sign end.
std::pair<qint64, qint64> rangeOf(const Type &type)
{
    const int bits = bitsOf(type.name);
    const qint64 half = bits == 64 ? std::numeric_limits<qint64>::max() : (qint64(1) << (bits - 1)) - 1;
    if (!type.isUnsigned)
        return {-half - 1, half};
    return {0, bits == 64 ? half : half * 2 + 1};
}

Result<Value> parseInteger(const QString &text, const Type &type)
{
    const auto [least, most] = rangeOf(type);
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return refusal(Text::tr("expected a whole number from %1 to %2").arg(least).arg(most));
    return Value::number(number);
}

/// NaN and the infinities, where the product has them.
std::optional<double> namedReal(const QString &text, const Type &type, const Dialect &dialect)
{
    static const QRegularExpression pattern(u"^(?:(nan)|([+-])?inf(?:inity)?)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (dialect.bit != postgresBit || !type.isFloating() || !match.hasMatch())
        return {};
    if (match.capturedLength(1) > 0)
        return std::numeric_limits<double>::quiet_NaN();
    return (match.captured(2) == u"-" ? -1 : 1) * std::numeric_limits<double>::infinity();
}

Result<Value> parseReal(const QString &text, const Type &type)
{
    static const QRegularExpression pattern(u"^[+-]?(\\d+)?(?:\\.(\\d*))?(?:[eE][+-]?\\d+)?$"_s);
    const auto match = pattern.match(text);
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || !match.hasMatch() || !std::isfinite(number))
        return refusal(Text::tr("expected a number, such as 1.5"));
    if (type.isUnsigned && number < 0)
        return refusal(Text::tr("expected a number from 0 on"));
    const bool isWhole = match.capturedStart(2) < 0 && !text.contains(u'e', Qt::CaseInsensitive);
    if (isWhole && !type.isFloating()) {
        bool fits = false;
        const qint64 whole = text.toLongLong(&fits);
        if (fits)
            return Value::number(whole);
    }
    return Value::number(number);
}

Result<Value> parseDecimal(const QString &text, const Type &type)
{
    static const QRegularExpression pattern(u"^[+-]?0*(\\d*)(?:\\.(\\d*?)0*)?$"_s);
    const auto match = pattern.match(text);
    const auto number = parseReal(text, type);
    if (!number || !match.hasMatch())
        return number ? refusal(Text::tr("expected a number, such as 12.50")) : number;
    const int decimals = qMax(type.decimals, 0);
    const qsizetype before = match.capturedLength(1);
    const qsizetype behind = match.capturedLength(2);
    if (type.length > 0 && (before > type.length - decimals || behind > decimals)) {
        return refusal(
            counted(type.length, Text::tr("expected a number of 1 digit, %2 behind the point"),
                    Text::tr("expected a number of at most %1 digits, %2 of them behind the point"))
                .arg(decimals));
    }
    // A double keeps 15 digits; more of them stay digits.
    return before + behind > 15 ? Value::text(text) : number;
}

Result<Value> parseBoolean(const QString &text)
{
    static const QStringList yes{u"true"_s, u"t"_s, u"yes"_s, u"y"_s, u"on"_s, u"1"_s};
    static const QStringList no{u"false"_s, u"f"_s, u"no"_s, u"n"_s, u"off"_s, u"0"_s};
    if (yes.contains(text, Qt::CaseInsensitive))
        return Value::number(qint64(1));
    if (no.contains(text, Qt::CaseInsensitive))
        return Value::number(qint64(0));
    return refusal(Text::tr("expected true or false"));
}

Result<Value> parseDate(const QString &text, const Type &type, const Dialect &dialect)
{
    static const QRegularExpression day(u"^\\d{4}-\\d\\d-\\d\\d"_s);
    const auto date = javascriptDate(text);
    if (!date || !day.match(text).hasMatch())
        return refusal(Text::tr("expected a date in UTC, such as 2024-03-14 or 2024-03-14 15:09:26"));
    return Value::text(dialect.dateText(*date, type));
}

Result<Value> parseDay(const QString &text)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return refusal(Text::tr("expected a date, such as 2024-03-14"));
    return Value::text(date.toString(Qt::ISODate));
}

Result<Value> parseTime(const QString &text)
{
    for (const auto &format : {u"H:mm"_s, u"H:mm:ss"_s, u"H:mm:ss.zzz"_s}) {
        const QTime time = QTime::fromString(text, format);
        if (time.isValid())
            return Value::text(time.toString(time.msec() != 0 ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s));
    }
    return refusal(Text::tr("expected a time, such as 15:09 or 15:09:26"));
}

Result<Value> parseUuid(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull() && text != QUuid().toString(QUuid::WithoutBraces))
        return refusal(Text::tr("expected a UUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
    return Value::text(uuid.toString(QUuid::WithoutBraces));
}

Result<Value> parseJsonText(const QString &text)
{
    const auto json = parseJson(text.toUtf8());
    if (!json)
        return refusal(Text::tr("expected JSON, with texts in quotes: %1").arg(json.error().message));
    return Value::text(compactJson(*json));
}

Result<Value> parseBytes(const QString &text)
{
    if (const auto bytes = parseHex(text))
        return Value::data(*bytes);
    return refusal(Text::tr("expected bytes in hexadecimal, such as X'6869'"));
}

Result<Value> parseEnum(const QString &text, const Type &type)
{
    if (type.values.contains(text))
        return Value::text(text);
    return refusal(Text::tr("expected one of %1").arg(type.values.join(u", "_s)));
}

Result<Value> parseText(const QString &text, int most)
{
    if (text.contains(QChar(0)))
        return refusal(Text::tr("a text cannot hold the character NUL"));
    if (most > 0 && text.size() > most) {
        const qsizetype size = text.toUcs4().size();
        if (size > most) {
            return refusal(counted(most, Text::tr("expected a text of at most 1 character, found %2"),
                                   Text::tr("expected a text of at most %1 characters, found %2"))
                               .arg(countText(size)));
        }
    }
    return Value::text(text);
}

Result<Value> parseTyped(const QString &text, const Type &type, const Dialect &dialect)
{
    const QString trimmed = text.trimmed();
    switch (type.name) {
    case TypeName::TinyInt:
    case TypeName::SmallInt:
    case TypeName::MediumInt:
    case TypeName::Integer:
    case TypeName::BigInt: return parseInteger(trimmed, type);
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double:
        if (const auto named = namedReal(trimmed, type, dialect))
            return Value::number(*named);
        return parseReal(trimmed, type);
    case TypeName::Decimal: return parseDecimal(trimmed, type);
    case TypeName::Boolean: return parseBoolean(trimmed);
    case TypeName::Date: return parseDate(trimmed, type, dialect);
    case TypeName::DateOnly: return parseDay(trimmed);
    case TypeName::Time: return parseTime(trimmed);
    case TypeName::Uuid:
    case TypeName::UuidV1:
    case TypeName::UuidV4: return parseUuid(trimmed);
    case TypeName::Json:
    case TypeName::Jsonb: return parseJsonText(trimmed);
    case TypeName::Blob: return parseBytes(trimmed);
    case TypeName::Enum: return parseEnum(text, type);
    case TypeName::Virtual: return refusal(Text::tr("a virtual attribute has no column"));
    case TypeName::String:
    case TypeName::Char: return parseText(text, type.length > 0 ? type.length : 255);
    case TypeName::Text:
    case TypeName::CiText:
    case TypeName::Missing:
    case TypeName::Now:
    case TypeName::Hstore:
    case TypeName::Array:
    case TypeName::Range:
    case TypeName::Geometry:
    case TypeName::Geography:
    case TypeName::Cidr:
    case TypeName::Inet:
    case TypeName::MacAddr:
    case TypeName::TsVector:
    case TypeName::Raw: return parseText(text, 0);
    }
    Q_UNREACHABLE();
}

}

Result<Value> parseInput(const QString &text, const Column &column, const Dialect &dialect)
{
    const bool isNothing = text.trimmed().isEmpty() && !column.type.isText();
    if (isNothing || text == u"NULL") {
        // A key that counts itself is given by the database.
        if (column.autoIncrement || (column.isNullable() && !column.primaryKey))
            return Value();
        return refusal(Text::tr("%1 cannot be NULL").arg(column.attribute));
    }
    if (nullWord().match(text).hasMatch())
        return parseTyped(text.mid(1), column.type, dialect);
    return parseTyped(text, column.type, dialect);
}

QString editText(const Value &value, const Type &type)
{
    switch (value.kind) {
    case Cell::Null: return type.isText() ? u"NULL"_s : QString();
    case Cell::Bytes: return u"X'"_s + QString::fromLatin1(value.bytes.toHex()) + u'\'';
    case Cell::Integer:
        if (type.name == TypeName::Boolean && (value.integer == 0 || value.integer == 1))
            return value.integer == 1 ? u"true"_s : u"false"_s;
        return value.toText();
    case Cell::Real: return value.toText();
    case Cell::Text: break;
    }
    const QString text = value.toText();
    if (type.name == TypeName::Date) {
        if (const auto date = javascriptDate(text))
            return date->toString(date->time().msec() != 0 ? u"yyyy-MM-dd HH:mm:ss.zzz"_s
                                                           : u"yyyy-MM-dd HH:mm:ss"_s);
    }
    return nullWord().match(text).hasMatch() ? u'\\' + text : text;
}

std::optional<QByteArray> parseHex(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:[xX]'((?:[0-9A-Fa-f]{2})*)'|0[xX]((?:[0-9A-Fa-f]{2})+))$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return QByteArray::fromHex((match.captured(1) + match.captured(2)).toLatin1());
}

}
