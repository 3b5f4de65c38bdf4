#include "model/project/type.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What may stand in the parentheses and behind the points of a type.
enum class Arguments : quint8 {
    None,
    LengthBinary, ///< (64), (64, true), .BINARY
    Size, ///< ('medium')
    Length, ///< (11), .UNSIGNED, .ZEROFILL
    LengthDecimals, ///< (11, 2), .UNSIGNED, .ZEROFILL
    Precision, ///< (3)
    Values, ///< ('a', 'b')
    Element, ///< (STRING(10))
    Shape, ///< ('POINT', 4326)
    Dependencies, ///< (STRING, ['a', 'b'])
};

struct Word
{
    QLatin1StringView text;
    TypeName name;
    Arguments arguments;
};

constexpr std::array words{
    Word{"STRING"_L1, TypeName::String, Arguments::LengthBinary},
    Word{"TEXT"_L1, TypeName::Text, Arguments::Size},
    Word{"INTEGER"_L1, TypeName::Integer, Arguments::Length},
    Word{"BIGINT"_L1, TypeName::BigInt, Arguments::Length},
    Word{"BOOLEAN"_L1, TypeName::Boolean, Arguments::None},
    Word{"DATE"_L1, TypeName::Date, Arguments::Precision},
    Word{"DATEONLY"_L1, TypeName::DateOnly, Arguments::None},
    Word{"TIME"_L1, TypeName::Time, Arguments::None},
    Word{"UUID"_L1, TypeName::Uuid, Arguments::None},
    Word{"DECIMAL"_L1, TypeName::Decimal, Arguments::LengthDecimals},
    Word{"FLOAT"_L1, TypeName::Float, Arguments::LengthDecimals},
    Word{"DOUBLE"_L1, TypeName::Double, Arguments::LengthDecimals},
    Word{"REAL"_L1, TypeName::Real, Arguments::LengthDecimals},
    Word{"ENUM"_L1, TypeName::Enum, Arguments::Values},
    Word{"JSON"_L1, TypeName::Json, Arguments::None},
    Word{"JSONB"_L1, TypeName::Jsonb, Arguments::None},
    Word{"BLOB"_L1, TypeName::Blob, Arguments::Size},
    Word{"CHAR"_L1, TypeName::Char, Arguments::LengthBinary},
    Word{"CITEXT"_L1, TypeName::CiText, Arguments::None},
    Word{"TINYINT"_L1, TypeName::TinyInt, Arguments::Length},
    Word{"SMALLINT"_L1, TypeName::SmallInt, Arguments::Length},
    Word{"MEDIUMINT"_L1, TypeName::MediumInt, Arguments::Length},
    Word{"NUMERIC"_L1, TypeName::Decimal, Arguments::LengthDecimals},
    Word{"ARRAY"_L1, TypeName::Array, Arguments::Element},
    Word{"RANGE"_L1, TypeName::Range, Arguments::Element},
    Word{"HSTORE"_L1, TypeName::Hstore, Arguments::None},
    Word{"GEOMETRY"_L1, TypeName::Geometry, Arguments::Shape},
    Word{"GEOGRAPHY"_L1, TypeName::Geography, Arguments::Shape},
    Word{"CIDR"_L1, TypeName::Cidr, Arguments::None},
    Word{"INET"_L1, TypeName::Inet, Arguments::None},
    Word{"MACADDR"_L1, TypeName::MacAddr, Arguments::None},
    Word{"TSVECTOR"_L1, TypeName::TsVector, Arguments::None},
    Word{"UUIDV1"_L1, TypeName::UuidV1, Arguments::None},
    Word{"UUIDV4"_L1, TypeName::UuidV4, Arguments::None},
    Word{"NOW"_L1, TypeName::Now, Arguments::None},
    Word{"VIRTUAL"_L1, TypeName::Virtual, Arguments::Dependencies},
};

const Word *wordNamed(QStringView text)
{
    static const QHash<QString, const Word *> byText = [] {
        QHash<QString, const Word *> hash;
        for (const Word &word : words)
            hash.insert(word.text, &word);
        return hash;
    }();
    return byText.value(text.toString(), nullptr);
}

struct Argument
{
    enum Kind { Number, Boolean, String, DataType, List } kind;
    int number = 0;
    bool boolean = false;
    QString string; ///< also the digits of a number
    QStringList list;
    Type type;
};

class TypeParser
{
public:
    explicit TypeParser(const QString &text) : m_text(text) { }

    Result<Type> parseAll()
    {
        Result<Type> type = parse();
        skipSpace();
        if (type && m_at < m_text.size())
            return fault(Text::tr("unexpected \"%1\"").arg(m_text.mid(m_at)));
        if (type)
            type->text = m_text;
        return type;
    }

private:
    Result<Type> parse()
    {
        skipSpace();
        const int start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
            ++m_at;
        const QString name = m_text.mid(start, m_at - start);
        const Word *word = wordNamed(name);
        if (!word)
            return fault(Text::tr("unknown type \"%1\"").arg(name));

        Type type{.name = word->name};
        skipSpace();
        if (m_at < m_text.size() && m_text[m_at] == u'(') {
            const auto arguments = parseArguments();
            if (!arguments)
                return tl::unexpected(arguments.error());
            if (const auto applied = apply(*word, *arguments, type); !applied)
                return tl::unexpected(applied.error());
        }
        for (skipSpace(); m_at < m_text.size() && m_text[m_at] == u'.'; skipSpace()) {
            ++m_at;
            if (const auto applied = applyFlag(*word, type); !applied)
                return tl::unexpected(applied.error());
        }
        type.text = m_text.mid(start, m_at - start);
        return type;
    }

    Result<QList<Argument>> parseArguments()
    {
        QList<Argument> arguments;
        ++m_at;
        skipSpace();
        if (m_at < m_text.size() && m_text[m_at] == u')') {
            ++m_at;
            return arguments;
        }
        while (true) {
            skipSpace();
            auto argument = parseArgument();
            if (!argument)
                return tl::unexpected(argument.error());
            arguments.append(std::move(*argument));
            skipSpace();
            if (m_at >= m_text.size())
                return fault(Text::tr("the parenthesis does not close"));
            if (m_text[m_at] == u')') {
                ++m_at;
                return arguments;
            }
            if (m_text[m_at] != u',')
                return fault(Text::tr("expected a comma or a parenthesis"));
            ++m_at;
        }
    }

    Result<Argument> parseArgument()
    {
        if (m_at >= m_text.size())
            return fault(Text::tr("the parenthesis does not close"));
        const QChar c = m_text[m_at];
        if (c == u'\'' || c == u'"') {
            auto string = parseString();
            if (!string)
                return tl::unexpected(string.error());
            return Argument{.kind = Argument::String, .string = *string};
        }
        if (c.isDigit()) {
            const int start = m_at;
            while (m_at < m_text.size() && m_text[m_at].isDigit())
                ++m_at;
            bool ok = false;
            const int number = m_text.mid(start, m_at - start).toInt(&ok);
            if (!ok)
                return fault(Text::tr("the number is too big"));
            return Argument{
                .kind = Argument::Number, .number = number, .string = m_text.mid(start, m_at - start)};
        }
        if (c == u'[')
            return parseList();
        for (const bool value : {true, false}) {
            const QLatin1StringView word = value ? "true"_L1 : "false"_L1;
            if (QStringView(m_text).mid(m_at).startsWith(word)) {
                m_at += word.size();
                return Argument{.kind = Argument::Boolean, .boolean = value};
            }
        }
        if (m_depth >= 20)
            return fault(Text::tr("nested too deep"));
        ++m_depth;
        auto type = parse();
        --m_depth;
        if (!type)
            return tl::unexpected(type.error());
        return Argument{.kind = Argument::DataType, .type = std::move(*type)};
    }

    /// `['a', 'b']`.
    Result<Argument> parseList()
    {
        Argument list{.kind = Argument::List};
        ++m_at;
        for (skipSpace(); m_at < m_text.size() && m_text[m_at] != u']'; skipSpace()) {
            if (m_text[m_at] == u',' && !list.list.isEmpty()) {
                ++m_at;
                skipSpace();
            }
            if (m_at >= m_text.size() || (m_text[m_at] != u'\'' && m_text[m_at] != u'"'))
                return fault(Text::tr("expected a name in quotes"));
            const auto name = parseString();
            if (!name)
                return tl::unexpected(name.error());
            list.list.append(*name);
        }
        if (m_at >= m_text.size())
            return fault(Text::tr("the bracket does not close"));
        ++m_at;
        return list;
    }

    /// A JavaScript string literal in either quote.
    Result<QString> parseString()
    {
        const QChar quote = m_text[m_at++];
        QString out;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            QChar c = m_text[m_at++];
            if (c == u'\\') {
                if (m_at >= m_text.size())
                    break;
                c = m_text[m_at++];
                switch (c.unicode()) {
                case u'n': out += u'\n'; break;
                case u't': out += u'\t'; break;
                case u'r': out += u'\r'; break;
                case u'b': out += u'\b'; break;
                case u'f': out += u'\f'; break;
                case u'v': out += u'\v'; break;
                case u'0': out += QChar(0); break;
                case u'x':
                case u'u': {
                    const auto code = parseCode(c == u'x' ? 2 : 4);
                    if (!code)
                        return tl::unexpected(code.error());
                    out += QString::fromUcs4(&*code, 1);
                    break;
                }
                default: out += c;
                }
            } else {
                out += c;
            }
        }
        if (m_at >= m_text.size())
            return fault(Text::tr("the text in quotes does not end"));
        ++m_at;
        return out;
    }

    Result<char32_t> parseCode(int digits)
    {
        QString hex = m_text.mid(m_at, digits);
        if (digits == 4 && hex.startsWith(u'{')) {
            const int close = m_text.indexOf(u'}', m_at);
            hex = close < 0 ? QString() : m_text.mid(m_at + 1, close - m_at - 1);
            m_at += hex.size() + 2;
        } else {
            m_at += digits;
        }
        bool ok = false;
        const uint code = hex.toUInt(&ok, 16);
        if (!ok || code > 0x10FFFF)
            return fault(Text::tr("not a character code"));
        return char32_t(code);
    }

    Result<void> apply(const Word &word, const QList<Argument> &arguments, Type &type)
    {
        const auto is = [&](int i, Argument::Kind kind) {
            return i < arguments.size() && arguments[i].kind == kind;
        };
        const auto tooMany = [&](int most) { return arguments.size() > most; };
        switch (word.arguments) {
        case Arguments::None:
            if (arguments.isEmpty())
                return {};
            return fault(Text::tr("%1 takes no arguments").arg(word.text));
        case Arguments::LengthBinary:
            if (tooMany(2) || (arguments.size() > 0 && !is(0, Argument::Number))
                || (arguments.size() > 1 && !is(1, Argument::Boolean)))
                return fault(Text::tr("%1 takes a length, and true for binary").arg(word.text));
            type.length = arguments.value(0).number;
            type.binary = arguments.value(1).boolean;
            return {};
        case Arguments::Size:
            if (tooMany(1) || (arguments.size() == 1 && !is(0, Argument::String)))
                return fault(Text::tr("%1 takes 'tiny', 'medium' or 'long'").arg(word.text));
            type.size = arguments.value(0).string;
            return {};
        case Arguments::Length:
        case Arguments::Precision:
            if (tooMany(1) || (arguments.size() == 1 && !is(0, Argument::Number)))
                return fault(Text::tr("%1 takes one number").arg(word.text));
            type.length = arguments.value(0).number;
            return {};
        case Arguments::LengthDecimals:
            if (tooMany(2) || (arguments.size() > 0 && !is(0, Argument::Number))
                || (arguments.size() > 1 && !is(1, Argument::Number)))
                return fault(Text::tr("%1 takes one or two numbers").arg(word.text));
            type.length = arguments.value(0).number;
            type.decimals = arguments.size() > 1 ? arguments[1].number : -1;
            return {};
        case Arguments::Values:
            for (const Argument &argument : arguments) {
                const bool isNumber = argument.kind == Argument::Number;
                if ((!isNumber && argument.kind != Argument::String) || arguments[0].kind != argument.kind)
                    return fault(Text::tr("%1 takes its values in quotes").arg(word.text));
                type.isOfNumbers = isNumber;
                type.values.append(argument.string);
            }
            return {};
        case Arguments::Element:
            if (tooMany(1) || (arguments.size() == 1 && !is(0, Argument::DataType)))
                return fault(Text::tr("%1 takes one type").arg(word.text));
            if (arguments.size() == 1)
                type.element.append(arguments[0].type);
            return {};
        case Arguments::Shape:
            if (tooMany(2) || (arguments.size() > 0 && !is(0, Argument::String))
                || (arguments.size() > 1 && !is(1, Argument::Number)))
                return fault(Text::tr("%1 takes a shape in quotes and a number").arg(word.text));
            type.size = arguments.value(0).string;
            type.srid = arguments.value(1).number;
            return {};
        case Arguments::Dependencies:
            // Anything else that VIRTUAL takes makes no difference.
            if (is(0, Argument::DataType))
                type.element.append(arguments[0].type);
            if (is(1, Argument::List))
                type.dependencies = arguments[1].list;
            return {};
        }
        Q_UNREACHABLE();
    }

    Result<void> applyFlag(const Word &word, Type &type)
    {
        const int start = m_at;
        while (m_at < m_text.size() && m_text[m_at].isLetter())
            ++m_at;
        const QStringView flag = QStringView(m_text).mid(start, m_at - start);
        const bool numeric =
            word.arguments == Arguments::Length || word.arguments == Arguments::LengthDecimals;
        if (flag == "BINARY"_L1 && word.arguments == Arguments::LengthBinary)
            type.binary = true;
        else if (flag == "UNSIGNED"_L1 && numeric)
            type.isUnsigned = true;
        else if (flag == "ZEROFILL"_L1 && numeric)
            type.zerofill = true;
        else
            return fault(Text::tr("%1 has no .%2").arg(word.text, flag.toString()));
        return {};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    tl::unexpected<Error> fault(const QString &what) const
    {
        return refusal(Text::tr("in the type %1: %2").arg(m_text, what));
    }

    const QString m_text;
    int m_at = 0;
    int m_depth = 0;
};

}

Result<Type> parseType(const QString &text)
{
    // Most types are a bare word.
    if (const Word *word = wordNamed(text))
        return Type{.name = word->name, .text = text};
    const qsizetype head =
        std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isLetterOrNumber() && c != u'_'; })
        - text.begin();
    const QStringView tail = QStringView(text).mid(head).trimmed();
    const bool looksLikeOurs = tail.isEmpty() || tail.startsWith(u'(') || tail.startsWith(u'.');
    if (looksLikeOurs && wordNamed(QStringView(text).left(head)))
        return TypeParser(text).parseAll();
    Type raw = rawType(text);
    raw.declaredRaw = false;
    return raw;
}

Type rawType(const QString &text)
{
    return Type{.name = TypeName::Raw, .text = text, .declaredRaw = true};
}

QStringList typeWords()
{
    QStringList list;
    for (const Word &word : words)
        list.append(word.text);
    return list;
}

}
