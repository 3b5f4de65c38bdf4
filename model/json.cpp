#include "model/json.h"

#include "model/utf8.h"

#include <QLocale>
#include <QSet>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stream.h>

#include <string_view>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace model {

Json Json::number(QString text)
{
    Json json;
    json.m_value = Number{std::move(text)};
    return json;
}

Json Json::number(double value)
{
    return number(QString::number(value, 'g', QLocale::FloatingPointShortest));
}

Json Json::number(qint64 value)
{
    return number(QString::number(value));
}

double Json::toDouble() const
{
    return numberText().toDouble();
}

std::optional<qint64> Json::toInteger() const
{
    bool ok = false;
    const qint64 whole = numberText().toLongLong(&ok);
    if (ok)
        return whole;
    const double value = numberText().toDouble(&ok);
    if (ok && value == std::floor(value) && std::abs(value) < 9007199254740992.0)
        return static_cast<qint64>(value);
    return {};
}

const Json::Array &Json::items() const &
{
    static const Array none;
    return isArray() ? std::get<Array>(m_value) : none;
}

const Json::Object &Json::members() const &
{
    static const Object none;
    return isObject() ? std::get<Object>(m_value) : none;
}

const Json *Json::find(QAnyStringView key) const &
{
    for (const Member &member : members()) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

Json Json::value(QAnyStringView key) const
{
    const Json *found = find(key);
    return found ? *found : Json();
}

void Json::set(const QString &key, Json value)
{
    if (!isObject())
        m_value = Object();
    Object &members = std::get<Object>(m_value);
    for (Member &member : members) {
        if (member.key == key) {
            member.value = std::move(value);
            return;
        }
    }
    members.append({key, std::move(value)});
}

bool Json::remove(QAnyStringView key)
{
    if (!isObject())
        return false;
    return std::get<Object>(m_value).removeIf([key](const Member &member) { return member.key == key; }) > 0;
}

Json Json::placeless() const
{
    Json copy = *this;
    copy.setRange(-1, -1);
    if (isArray()) {
        for (Json &item : std::get<Array>(copy.m_value))
            item = item.placeless();
    } else if (isObject()) {
        for (Member &member : std::get<Object>(copy.m_value)) {
            member.keyOffset = -1;
            member.value = member.value.placeless();
        }
    }
    return copy;
}

QString Json::kindName() const
{
    if (isNull())
        return Text::tr("null");
    if (isBoolean())
        return boolean() ? Text::tr("true") : Text::tr("false");
    if (isNumber())
        return Text::tr("a number");
    if (isString())
        return Text::tr("text");
    return isArray() ? Text::tr("a list") : Text::tr("an object");
}

namespace {

constexpr unsigned parseFlags =
    rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

/// A type of its own, so that the parser does not read from a copy while the builder asks where it is.
struct TextStream : rapidjson::InsituStringStream
{
    using rapidjson::InsituStringStream::GenericInsituStringStream;
};

/// Builds the tree from RapidJSON's events; its own stack, because the parser is iterative too.
class TreeBuilder
{
public:
    TreeBuilder(const QByteArray &text, const TextStream &stream, DuplicateKeys duplicates)
        : m_text(text), m_stream(stream), m_duplicates(duplicates)
    {
    }

    bool Null() { return add(Json(), here() - 4); }
    bool Bool(bool value) { return add(Json(value), here() - (value ? 4 : 5)); }
    bool RawNumber(const char *, rapidjson::SizeType length, bool)
    {
        const int begin = here() - int(length);
        return add(Json::number(QString::fromLatin1(m_text.constData() + begin, length)), begin);
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView bytes(text, length);
        return add(Json(length <= shortText ? interned(bytes) : fromUtf8(bytes)), openingQuote(text));
    }
    bool StartObject() { return open(true); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        m_values.append({interned({text, qsizetype(length)}), Json(), openingQuote(text)});
        return true;
    }
    bool EndObject(rapidjson::SizeType count)
    {
        const auto first = m_values.end() - count;
        Json::Object members(std::make_move_iterator(first), std::make_move_iterator(m_values.end()));
        m_values.erase(first, m_values.end());
        if (m_duplicates == DuplicateKeys::LastWins) {
            members = withLastOfEach(members);
        } else if (const int twice = duplicate(members); twice >= 0) {
            m_fault = errorAt(
                m_text, members[twice].keyOffset,
                Text::tr("the key %1 stands twice in this object").arg(quotedJson(members[twice].key)));
            return false;
        }
        return add(Json(std::move(members)), m_levels.takeLast().offset);
    }
    bool StartArray() { return open(false); }
    bool EndArray(rapidjson::SizeType count)
    {
        const auto first = m_values.end() - count;
        Json::Array items;
        items.reserve(count);
        for (auto each = first; each != m_values.end(); ++each)
            items.append(std::move(each->value));
        m_values.erase(first, m_values.end());
        return add(Json(std::move(items)), m_levels.takeLast().offset);
    }
    // Numbers come as RawNumber.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    Json takeRoot() { return std::move(m_root); }
    const std::optional<Error> &fault() const { return m_fault; }

private:
    struct Level
    {
        bool isObject = false;
        int offset = 0;
    };

    int here() const { return int(m_stream.src_ - m_stream.head_); }

    /// Where a string begins that the parser has left in its place.
    int openingQuote(const char *text) const { return int(text - m_stream.head_) - 1; }

    bool open(bool isObject)
    {
        if (m_levels.size() >= deepestJson) {
            m_fault = errorAt(m_text, here(), Text::tr("nested deeper than %1 levels").arg(deepestJson));
            return false;
        }
        m_levels.append(Level{isObject, here()});
        return true;
    }

    bool add(Json value, int offset)
    {
        value.setRange(offset, here() + (value.isArray() || value.isObject() ? 1 : 0));
        if (m_levels.isEmpty())
            m_root = std::move(value);
        else if (m_levels.last().isObject)
            m_values.last().value = std::move(value);
        else
            m_values.append({QString(), std::move(value)});
        return true;
    }

    /// The few keys of a project stand in it thousands of times, and so do names and types.
    QString interned(QByteArrayView text)
    {
        const auto [known, isNew] = m_texts.try_emplace({text.data(), size_t(text.size())});
        if (isNew)
            known->second = fromUtf8(text);
        return known->second;
    }

    /// Two keys that are equal are one text.
    static int duplicate(const Json::Object &members)
    {
        const auto text = [&](qsizetype i) { return members[i].key.constData(); };
        if (members.size() <= 16) {
            for (int i = 1; i < members.size(); ++i) {
                for (int j = 0; j < i; ++j) {
                    if (text(i) == text(j))
                        return i;
                }
            }
            return -1;
        }
        QSet<const QChar *> seen;
        for (int i = 0; i < members.size(); ++i) {
            if (seen.contains(text(i)))
                return i;
            seen.insert(text(i));
        }
        return -1;
    }

    static Json::Object withLastOfEach(const Json::Object &members)
    {
        if (duplicate(members) < 0)
            return members;
        Json object;
        for (const Json::Member &member : members)
            object.set(member.key, member.value);
        return object.members();
    }

    const QByteArray &m_text;
    const TextStream &m_stream;
    const DuplicateKeys m_duplicates;
    static constexpr rapidjson::SizeType shortText = 32;

    QList<Level> m_levels;
    Json::Object m_values; ///< of the open levels; an item of a list has no key
    std::unordered_map<std::string_view, QString> m_texts;
    Json m_root;
    std::optional<Error> m_fault;
};

QString parseMessage(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return Text::tr("the text is empty");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return Text::tr("text after the end of the JSON value");
    case rapidjson::kParseErrorValueInvalid: return Text::tr("expected a JSON value");
    case rapidjson::kParseErrorObjectMissName: return Text::tr("expected a key in quotes");
    case rapidjson::kParseErrorObjectMissColon: return Text::tr("expected a colon after the key");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return Text::tr("expected a comma or }");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return Text::tr("expected a comma or ]");
    case rapidjson::kParseErrorStringMissQuotationMark: return Text::tr("the text in quotes does not end");
    case rapidjson::kParseErrorStringInvalidEncoding: return Text::tr("the text is not valid UTF-8");
    case rapidjson::kParseErrorStringEscapeInvalid: return Text::tr("unknown escape after \\");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return Text::tr("\\u needs four hexadecimal digits");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return Text::tr("\\u names half a character: a surrogate without its pair");
    case rapidjson::kParseErrorNumberTooBig: return Text::tr("the number is too big");
    case rapidjson::kParseErrorNumberMissFraction: return Text::tr("the number lacks digits after the point");
    case rapidjson::kParseErrorNumberMissExponent: return Text::tr("the number lacks digits in its exponent");
    default: return QString::fromLatin1(rapidjson::GetParseError_En(code));
    }
}

}

Error errorAt(const QByteArray &text, int offset, QString message)
{
    Error error = errorAfter(text, {.line = 1, .column = 1, .offset = 0}, offset);
    error.message = std::move(message);
    return error;
}

Error errorAfter(const QByteArray &text, const Error &known, int offset)
{
    Error error = known;
    error.offset = std::clamp<int>(offset, known.offset, int(text.size()));
    for (int i = known.offset; i < error.offset; ++i) {
        if (text[i] == '\n') {
            ++error.line;
            error.column = 1;
        } else if ((text[i] & 0xC0) != 0x80) {
            ++error.column;
        }
    }
    return error;
}

Result<Json> parseJson(const QByteArray &text, DuplicateKeys duplicates)
{
    const int mark = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    // The parser writes its strings over a copy of the text, where they stay until the tree is built.
    QByteArray copy(text.constData(), text.size());
    TextStream stream(copy.data());
    for (int i = 0; i < mark; ++i)
        stream.Take();
    rapidjson::Reader reader;
    TreeBuilder builder(text, stream, duplicates);
    // Looking at all bytes at once is faster; only the reader can say where the fault is.
    const rapidjson::ParseResult parsed = QByteArrayView(text).isValidUtf8()
        ? reader.Parse<parseFlags>(stream, builder)
        : reader.Parse<parseFlags | rapidjson::kParseValidateEncodingFlag>(stream, builder);
    if (builder.fault())
        return tl::unexpected(*builder.fault());
    if (parsed.IsError())
        return tl::unexpected(errorAt(text, int(parsed.Offset()), parseMessage(parsed.Code())));
    // For the parser, a NUL ends the text.
    if (const auto end = qsizetype(stream.Tell()); end < text.size())
        return tl::unexpected(errorAt(text, int(end), Text::tr("a NUL character after the JSON value")));
    return builder.takeRoot();
}

QList<const Json::Member *> javascriptOrder(const Json &object)
{
    QList<const Json::Member *> order;
    for (const Json::Member &member : object.members())
        order.append(&member);
    const auto rank = [](const Json::Member *member) -> std::pair<bool, quint32> {
        if (member->key.isEmpty() || !member->key[0].isDigit())
            return {true, 0};
        bool isNumber = false;
        const quint32 number = member->key.toUInt(&isNumber);
        return isNumber && QString::number(number) == member->key ? std::pair{false, number}
                                                                  : std::pair{true, quint32(0)};
    };
    std::stable_sort(order.begin(), order.end(), [&](auto *a, auto *b) { return rank(a) < rank(b); });
    return order;
}

QString quotedJson(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    QString out;
    out.reserve(text.size() + 2);
    out += u'"';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': out += "\\\""_L1; break;
        case u'\\': out += "\\\\"_L1; break;
        case u'\b': out += "\\b"_L1; break;
        case u'\f': out += "\\f"_L1; break;
        case u'\n': out += "\\n"_L1; break;
        case u'\r': out += "\\r"_L1; break;
        case u'\t': out += "\\t"_L1; break;
        default:
            if (c.unicode() < 0x20) {
                out += "\\u00"_L1;
                out += QLatin1Char(hex[c.unicode() >> 4]);
                out += QLatin1Char(hex[c.unicode() & 15]);
            } else {
                out += c;
            }
        }
    }
    out += u'"';
    return out;
}

namespace {

enum class Style { Compact, Inline, Indented };

void write(QString &out, const Json &json, Style style, int depth);

template <typename List, typename WriteItem>
void writeList(QString &out, const List &list, QChar opening, QChar closing, bool padded, Style style,
               int depth, WriteItem writeItem)
{
    out += opening;
    bool first = true;
    for (const auto &item : list) {
        if (!first)
            out += style == Style::Inline ? ", "_L1 : ","_L1;
        if (style == Style::Indented && (out += u'\n', true))
            out += QString(2 * (depth + 1), u' ');
        else if (first && padded)
            out += u' ';
        first = false;
        writeItem(item);
    }
    if (style == Style::Indented && !list.isEmpty()) {
        out += u'\n';
        out += QString(2 * depth, u' ');
    } else if (padded && !list.isEmpty()) {
        out += u' ';
    }
    out += closing;
}

void write(QString &out, const Json &json, Style style, int depth)
{
    if (json.isNull()) {
        out += "null"_L1;
    } else if (json.isBoolean()) {
        out += json.boolean() ? "true"_L1 : "false"_L1;
    } else if (json.isNumber()) {
        out += json.numberText();
    } else if (json.isString()) {
        out += quotedJson(json.string());
    } else if (json.isArray()) {
        const auto &items = json.items();
        const bool padded = style == Style::Inline
            && std::all_of(items.begin(), items.end(), [](const Json &item) { return item.isObject(); });
        writeList(out, items, u'[', u']', padded, style, depth,
                  [&](const Json &item) { write(out, item, style, depth + 1); });
    } else {
        writeList(out, json.members(), u'{', u'}', style == Style::Inline, style, depth,
                  [&](const Json::Member &member) {
                      out += quotedJson(member.key);
                      out += style == Style::Compact ? ":"_L1 : ": "_L1;
                      write(out, member.value, style, depth + 1);
                  });
    }
}

QString written(const Json &json, Style style)
{
    QString out;
    write(out, json, style, 0);
    return out;
}

}

QString inlineJson(const Json &value)
{
    return written(value, Style::Inline);
}

QString compactJson(const Json &value)
{
    return written(value, Style::Compact);
}

QString indentedJson(const Json &value)
{
    return written(value, Style::Indented);
}

}
