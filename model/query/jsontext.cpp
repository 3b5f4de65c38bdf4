#include "model/query/jsontext.h"

#include "model/javascript.h"
#include "model/json.h"
#include "model/query/geojson.h"

#include <charconv>
#include <cmath>

namespace model {

namespace {

constexpr qint64 largestSafeInteger = (qint64(1) << 53) - 1;

void appendInteger(QByteArray &out, qint64 value)
{
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    const bool isSafe = value >= -largestSafeInteger && value <= largestSafeInteger;
    if (!isSafe)
        out += '"';
    out.append(buffer, end - buffer);
    if (!isSafe)
        out += '"';
}

void appendNumber(QByteArray &out, qint64 value, bool isBoolean)
{
    if (isBoolean && (value == 0 || value == 1))
        out += value == 1 ? "true" : "false";
    else
        appendInteger(out, value);
}

void appendReal(QByteArray &out, double value)
{
    if (std::isfinite(value) && value == std::floor(value) && std::abs(value) < 1e15)
        appendInteger(out, qint64(value));
    else
        out += jsonNumber(value).toLatin1();
}

void appendBytes(QByteArray &out, QByteArrayView bytes)
{
    out += "{\"type\":\"Buffer\",\"data\":[";
    bool first = true;
    for (const char c : bytes) {
        if (!first)
            out += ',';
        first = false;
        appendInteger(out, quint8(c));
    }
    out += "]}";
}

/// "2020-01-02 03:04:05.678 +00:00", which is how Sequelize stores a date, and what the servers send in UTC
/// become an ISO date in place.
bool appendStoredDate(QByteArray &out, QByteArrayView text)
{
    static constexpr QByteArrayView mask = "dddd-dd-dd dd:dd:dd";
    if (text.size() < mask.size())
        return false;
    for (qsizetype i = 0; i < mask.size(); ++i) {
        if (mask[i] == 'd' ? (text[i] < '0' || text[i] > '9') : text[i] != mask[i])
            return false;
    }
    QByteArrayView rest = text.sliced(mask.size());
    char fraction[] = "000";
    if (rest.startsWith('.')) {
        rest = rest.sliced(1);
        for (int i = 0; !rest.isEmpty() && rest[0] >= '0' && rest[0] <= '9'; ++i, rest = rest.sliced(1)) {
            if (i < 3)
                fraction[i] = rest[0];
        }
    }
    if (!rest.isEmpty() && rest != " +00:00" && rest != "+00")
        return false;
    const auto two = [&](int at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    if (two(5) < 1 || two(5) > 12 || two(8) < 1 || two(8) > 28 || two(11) > 23 || two(14) > 59
        || two(17) > 59)
        return false;
    out += '"';
    out += text.first(10);
    out += 'T';
    out += text.sliced(11, 8);
    out += '.';
    out += fraction;
    out += "Z\"";
    return true;
}

void appendDate(QByteArray &out, QByteArrayView text)
{
    if (appendStoredDate(out, text))
        return;
    const auto date = javascriptDate(QString::fromUtf8(text));
    if (date)
        out += '"' + isoDate(*date).toLatin1() + '"';
    else
        out += "null";
}

/// What JavaScript makes of a parsed text: numbers in its own digits, whole-number keys first.
void appendNormalized(QByteArray &out, const Json &json)
{
    if (json.isNumber()) {
        out += jsonNumber(json.toDouble()).toLatin1();
    } else if (json.isArray()) {
        out += '[';
        for (const Json &item : json.items()) {
            if (&item != &json.items().first())
                out += ',';
            appendNormalized(out, item);
        }
        out += ']';
    } else if (json.isObject()) {
        out += '{';
        bool first = true;
        for (const Json::Member *member : javascriptOrder(json)) {
            if (!first)
                out += ',';
            first = false;
            appendJsonText(out, member->key.toUtf8());
            out += ':';
            appendNormalized(out, member->value);
        }
        out += '}';
    } else {
        out += compactJson(json).toUtf8();
    }
}

bool appendFormatted(QByteArray &out, QByteArrayView text, CellFormat format, CellFormat element);

/// One element of an array, or the text up to the end where it is the last.
void appendArray(QByteArray &out, QByteArrayView &text, CellFormat element)
{
    out += '[';
    text = text.sliced(1);
    bool first = true;
    while (!text.isEmpty() && text[0] != '}') {
        if (!first)
            out += ',';
        first = false;
        if (text[0] == '{') {
            appendArray(out, text, element);
        } else {
            QByteArray item;
            const bool isQuoted = text[0] == '"';
            if (isQuoted)
                text = text.sliced(1);
            while (!text.isEmpty() && (isQuoted ? text[0] != '"' : text[0] != ',' && text[0] != '}')) {
                if (text[0] == '\\' && text.size() > 1)
                    text = text.sliced(1);
                item += text[0];
                text = text.sliced(1);
            }
            if (isQuoted && !text.isEmpty())
                text = text.sliced(1);
            // A day can be infinite, which is no value in JSON.
            const bool isDay = element == CellFormat::Floating;
            if (!isQuoted && (item == "NULL" || (isDay && item.endsWith("infinity"))))
                out += "null";
            else
                appendFormatted(out, item, isDay ? CellFormat::AsIs : element, CellFormat::AsIs);
        }
        if (!text.isEmpty() && text[0] == ',')
            text = text.sliced(1);
    }
    if (!text.isEmpty())
        text = text.sliced(1);
    out += ']';
}

/// `[1,5)` → `[{"value":1,"inclusive":true},{"value":5,"inclusive":false}]`; an open end is null.
void appendRange(QByteArray &out, QByteArrayView text, CellFormat element)
{
    if (text == "empty" || text.size() < 3) {
        out += "[]";
        return;
    }
    const bool inclusive[]{text.front() == '[', text.back() == ']'};
    const QByteArrayView inner = text.sliced(1, text.size() - 2);
    const qsizetype comma = inner.indexOf(',');
    const QByteArrayView bounds[]{inner.first(std::max<qsizetype>(comma, 0)), inner.sliced(comma + 1)};
    out += '[';
    for (int i = 0; i < 2; ++i) {
        QByteArrayView bound = bounds[i];
        if (bound.size() >= 2 && bound.front() == '"')
            bound = bound.sliced(1, bound.size() - 2);
        out += i == 0 ? "{\"value\":" : ",{\"value\":";
        if (bound.isEmpty() || bound == "infinity" || bound == "-infinity")
            out += "null";
        else
            appendFormatted(out, bound, element, CellFormat::AsIs);
        out += inclusive[i] ? ",\"inclusive\":true}" : ",\"inclusive\":false}";
    }
    out += ']';
}

bool appendFormatted(QByteArray &out, QByteArrayView text, CellFormat format, CellFormat element)
{
    switch (format) {
    case CellFormat::Date: appendDate(out, text); return true;
    case CellFormat::Json:
        if (const auto json = parseJson(text.toByteArray(), DuplicateKeys::LastWins)) {
            appendNormalized(out, *json);
            return true;
        }
        break;
    case CellFormat::Floating:
        if (text != "NaN" && text != "Infinity" && text != "-Infinity")
            return false;
        out += "null";
        return true;
    case CellFormat::Boolean:
        if (text == "true" || text == "t" || text == "false" || text == "f") {
            out += text[0] == 't' ? "true" : "false";
            return true;
        }
        break;
    case CellFormat::Number: {
        bool isNumber = false;
        const double number = text.toByteArray().toDouble(&isNumber);
        out += isNumber ? jsonNumber(number).toLatin1() : QByteArray("null");
        return true;
    }
    case CellFormat::Array: appendArray(out, text, element); return true;
    case CellFormat::Range: appendRange(out, text, element); return true;
    case CellFormat::Geometry:
    case CellFormat::AsIs: break;
    }
    appendJsonText(out, text);
    return true;
}

bool isUtf8(QByteArrayView text)
{
    const auto *at = reinterpret_cast<const quint8 *>(text.data());
    const auto *end = at + text.size();
    while (at < end) {
        const quint8 lead = *at++;
        if (lead < 0x80)
            continue;
        const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || end - at < more)
            return false;
        const quint8 low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const quint8 high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (*at < low || *at > high)
            return false;
        for (int i = 1; i < more; ++i) {
            if ((at[i] & 0xc0) != 0x80)
                return false;
        }
        at += more;
    }
    return true;
}

}

void appendJsonText(QByteArray &out, QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    QByteArray mended;
    if (!isUtf8(text)) {
        mended = QString::fromUtf8(text).toUtf8();
        text = mended;
    }
    out += '"';
    const char *run = text.data();
    const char *const end = run + text.size();
    for (const char *at = run; at < end; ++at) {
        const quint8 c = quint8(*at);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(run, at - run);
        run = at + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        }
    }
    out.append(run, end - run);
    out += '"';
}

QByteArray indentedText(const QByteArray &json)
{
    QByteArray out;
    int depth = 0;
    bool isQuoted = false;
    const auto startLine = [&] { out.append('\n').append(2 * depth, ' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isQuoted) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            isQuoted = c != '"';
        } else if (c == ']' || c == '}') {
            --depth;
            if (json[i - 1] != '[' && json[i - 1] != '{')
                startLine();
            out += c;
        } else {
            // A list or an object with something in it goes on in the next line.
            const bool isOpening = c == '[' || c == '{';
            isQuoted = c == '"';
            out += c;
            depth += isOpening;
            if (c == ',' || (isOpening && i + 1 < json.size() && json[i + 1] != ']' && json[i + 1] != '}'))
                startLine();
            else if (c == ':')
                out += ' ';
        }
    }
    return out;
}

bool appendJson(QByteArray &out, const Cell &cell, const ResultColumn &column)
{
    const bool isBoolean = column.format == CellFormat::Boolean;
    switch (cell.kind) {
    case Cell::Null: out += "null"; return true;
    case Cell::Integer: appendNumber(out, cell.integer, isBoolean); return true;
    case Cell::Real:
        if (isBoolean && (cell.real == 0 || cell.real == 1))
            out += cell.real == 1 ? "true" : "false";
        else
            appendReal(out, cell.real);
        return true;
    case Cell::Bytes:
        if (isBoolean && cell.text.size() == 1) {
            appendNumber(out, quint8(cell.text[0]), true);
            return true;
        }
        // Before the shape stands the number of its reference system.
        if (column.format != CellFormat::Geometry || cell.text.size() < 4
            || !appendGeoJson(out, cell.text.sliced(4)))
            appendBytes(out, cell.text);
        return true;
    case Cell::Text: return appendFormatted(out, cell.text, column.format, column.element);
    }
    Q_UNREACHABLE();
}

}
