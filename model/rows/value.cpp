#include "model/rows/value.h"

#include "model/javascript.h"
#include "model/sql/literal.h"
#include "model/utf8.h"
#include "model/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

Value Value::of(const Cell &cell)
{
    Value value;
    value.kind = cell.kind;
    if (cell.kind == Cell::Real)
        value.real = cell.real;
    else
        value.integer = cell.kind == Cell::Integer ? cell.integer : 0;
    if (cell.kind == Cell::Text || cell.kind == Cell::Bytes)
        value.bytes = cell.text.toByteArray();
    return value;
}

Value Value::number(qint64 value)
{
    Value result;
    result.kind = Cell::Integer;
    result.integer = value;
    return result;
}

Value Value::number(double value)
{
    Value result;
    result.kind = Cell::Real;
    result.real = value;
    return result;
}

Value Value::text(QStringView text)
{
    Value result;
    result.kind = Cell::Text;
    result.bytes = text.toUtf8();
    return result;
}

Value Value::data(const QByteArray &bytes)
{
    Value result;
    result.kind = Cell::Bytes;
    result.bytes = bytes;
    return result;
}

QString Value::toText() const
{
    switch (kind) {
    case Cell::Null: return {};
    case Cell::Integer: return QString::number(integer);
    case Cell::Real: return javascriptNumber(real);
    case Cell::Text:
    case Cell::Bytes: return bytes.isEmpty() ? u""_s : fromUtf8(bytes);
    }
    Q_UNREACHABLE();
}

bool Value::operator==(const Value &other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Cell::Null: return true;
    case Cell::Integer: return integer == other.integer;
    case Cell::Real: return real == other.real || (std::isnan(real) && std::isnan(other.real));
    case Cell::Text:
    case Cell::Bytes: return bytes == other.bytes;
    }
    Q_UNREACHABLE();
}

const Value *valueOf(const Assignments &assignments, QStringView column)
{
    for (const Assignment &each : assignments) {
        if (each.column == column)
            return &each.value;
    }
    return nullptr;
}

std::optional<Value> plainValue(const Json &json, const Type &type, const Dialect &dialect)
{
    if (json.isNull())
        return Value();
    if (json.isBoolean())
        return Value::number(qint64(json.boolean()));
    if (const auto whole = json.toInteger())
        return Value::number(*whole);
    if (json.isNumber())
        return Value::number(json.toDouble());
    const Json::Member *special = specialValue(json);
    if (type.isJson() && (!special || special->key == u"$value"))
        return Value::text(compactJson(special ? special->value : json));
    if (json.isString() || (special && special->key == u"$date")) {
        const QString text = special ? special->value.string() : json.string();
        const bool isDate = type.name == TypeName::Date || special;
        const auto date = isDate ? javascriptDate(text) : std::nullopt;
        if (date && type.name == TypeName::DateOnly)
            return Value::text(date->date().toString(Qt::ISODate));
        return Value::text(date ? dialect.dateText(*date, type) : text);
    }
    if (special && special->key == u"$hex")
        return Value::data(QByteArray::fromHex(special->value.string().toLatin1()));
    if (special && special->key == u"$value")
        return plainValue(special->value, type, dialect);
    return {};
}

bool isSame(const Value &a, const Value &b, const Type &type)
{
    if (a == b)
        return true;
    if (a.isNull() || b.isNull())
        return false;
    if (a.isNumber() && b.isNumber())
        return a.toDouble() == b.toDouble() && (a.kind != b.kind || a.kind == Cell::Real);
    if (type.isNumber() && a.kind != Cell::Bytes && b.kind != Cell::Bytes)
        return a.toText() == b.toText();
    if (a.kind != Cell::Text || b.kind != Cell::Text)
        return false;
    if (type.name >= TypeName::Uuid && type.name <= TypeName::UuidV4)
        return a.bytes.compare(b.bytes, Qt::CaseInsensitive) == 0;
    if (type.name == TypeName::Date) {
        const auto first = javascriptDate(a.toText());
        return first && first == javascriptDate(b.toText());
    }
    if (type.isJson()) {
        const auto first = parseJson(a.bytes, DuplicateKeys::LastWins);
        const auto second = parseJson(b.bytes, DuplicateKeys::LastWins);
        return first && second && compactJson(*first) == compactJson(*second);
    }
    return false;
}

namespace {

QString oneLine(QString text)
{
    text = visible(text);
    text.replace(u"\r\n"_s, u"↵"_s);
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u'↵';
        else if (c < u' ' || c == QChar(0x7f))
            c = u' ';
    }
    return text;
}

QString bytesText(const QByteArray &bytes)
{
    static constexpr qsizetype shown = 16;
    const QString start = u"X'"_s + QString::fromLatin1(bytes.first(qMin(shown, bytes.size())).toHex());
    if (bytes.size() <= shown)
        return start + u'\'';
    return Text::tr("%1… (%2 bytes)").arg(start, countText(bytes.size()));
}

/// As much of the time as says something.
QString dateText(const QString &text)
{
    const auto date = javascriptDate(text);
    if (!date)
        return oneLine(text);
    const QTime time = date->time();
    if (time.msec() != 0)
        return date->toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    return date->toString(time.second() != 0 ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

/// SQLite misreads some numbers of more than 15 digits by one unit in the last place; a whole number times a
/// power of two is exact.
QString exactReal(double value)
{
    int exponent = 0;
    qint64 whole = qint64(std::ldexp(std::frexp(value, &exponent), 53));
    exponent -= 53;
    for (; whole % 2 == 0; whole /= 2)
        ++exponent;
    QString text = QString::number(whole) + u".0"_s;
    while (exponent != 0) {
        const int step = qMin(62, std::abs(exponent));
        text += (exponent < 0 ? u" / "_s : u" * "_s) + QString::number(qint64(1) << step) + u".0"_s;
        exponent += exponent < 0 ? step : -step;
    }
    return text;
}

bool isReadBack(const QString &digits)
{
    const qsizetype e = digits.indexOf(u'e');
    const QStringView mantissa = QStringView(digits).left(e < 0 ? digits.size() : e);
    const auto count = std::count_if(mantissa.begin(), mantissa.end(), [](QChar c) { return c.isDigit(); });
    return count <= 15 && (e < 0 || std::abs(digits.mid(e + 1).toInt()) <= 22);
}

QString realText(double value, const Dialect &dialect)
{
    if (dialect.bit == postgresBit && !std::isfinite(value))
        return quotedText(javascriptNumber(value), dialect);
    if (std::isinf(value))
        return value < 0 ? u"-9e999"_s : u"9e999"_s;
    const QString digits = javascriptNumber(value);
    return dialect.exactReals || isReadBack(digits) ? digits : exactReal(value);
}

Json verbatim(const QString &sql)
{
    return Json(Json::Object{{u"$literal"_s, Json(sql)}});
}

Json jsonOf(const Value &value, const Type &type, const Dialect &dialect)
{
    switch (value.kind) {
    case Cell::Null: return {};
    case Cell::Integer:
        if (type.name == TypeName::Boolean && (value.integer == 0 || value.integer == 1))
            return Json(value.integer == 1);
        return verbatim(QString::number(value.integer));
    case Cell::Real: return verbatim(realText(value.real, dialect));
    case Cell::Text: {
        const QString text = value.toText();
        // What is no UTF-8, or would end the statement, goes as bytes.
        if (text.toUtf8() != value.bytes || (text.contains(QChar(0)) && !dialect.backslashEscapes))
            return verbatim(u"CAST(X'"_s + QString::fromLatin1(value.bytes.toHex()) + u"' AS TEXT)"_s);
        return Json(text);
    }
    case Cell::Bytes: return Json(Json::Object{{u"$hex"_s, Json(QString::fromLatin1(value.bytes.toHex()))}});
    }
    Q_UNREACHABLE();
}

}

QString displayText(const Value &value, const Type &type)
{
    switch (value.kind) {
    case Cell::Null: return u"NULL"_s;
    case Cell::Bytes: return bytesText(value.bytes);
    case Cell::Integer:
        if (type.name == TypeName::Boolean && (value.integer == 0 || value.integer == 1))
            return value.integer == 1 ? u"true"_s : u"false"_s;
        return value.toText();
    case Cell::Real: return value.toText();
    case Cell::Text: break;
    }
    if (type.name == TypeName::Date)
        return dateText(value.toText());
    if (type.isJson()) {
        if (const auto json = parseJson(value.bytes, DuplicateKeys::LastWins))
            return visibleJson(inlineJson(*json));
    }
    return oneLine(value.toText());
}

QString literalOf(const Value &value, const Type &type, const Dialect &dialect)
{
    // The text of a date or of JSON is written as it is stored, not translated a second time.
    return sqlLiteral(jsonOf(value, type, dialect), nullptr, dialect).value_or(u"NULL"_s);
}

}
