#include "model/edit/findwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array keywords{"and"_L1,   "or"_L1,  "not"_L1,     "like"_L1, "ilike"_L1,
                              "in"_L1,    "is"_L1,  "between"_L1, "null"_L1, "true"_L1,
                              "false"_L1, "asc"_L1, "desc"_L1,    "nulls"_L1};

bool beginsName(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}

bool continuesName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

/// Reads up to the closing quote, which stands twice for itself.
bool readQuoted(QStringView text, qsizetype &at, QString &out)
{
    const QChar quote = text[at++];
    for (; at < text.size(); ++at) {
        if (text[at] == quote && (at + 1 == text.size() || text[at + 1] != quote)) {
            ++at;
            return true;
        }
        at += text[at] == quote;
        out += text[at];
    }
    return false;
}

void readNumber(QStringView text, qsizetype &at)
{
    const auto digits = [&] {
        while (at < text.size() && text[at].isDigit())
            ++at;
    };
    at += text[at] == u'-';
    digits();
    if (at + 1 < text.size() && text[at] == u'.' && text[at + 1].isDigit()) {
        ++at;
        digits();
    }
    if (at < text.size() && text[at].toLower() == u'e') {
        qsizetype exponent = at + 1;
        exponent += exponent < text.size() && (text[exponent] == u'-' || text[exponent] == u'+');
        if (exponent < text.size() && text[exponent].isDigit()) {
            at = exponent;
            digits();
        }
    }
}

}

Result<QList<Word>> wordsOf(const QString &text)
{
    QList<Word> words;
    qsizetype at = 0;
    const auto startsAt = [&](qsizetype i, auto test) { return i < text.size() && test(text[i]); };
    while (at < text.size()) {
        const QChar c = text[at];
        const auto begin = int(at);
        if (c.isSpace()) {
            ++at;
        } else if (c == u'"' || c == u'\'') {
            QString inside = u""_s;
            if (!readQuoted(text, at, inside))
                return refusal(Text::tr("the quote is not closed"), 1, begin + 1);
            words.append({c == u'"' ? Word::QuotedName : Word::Text, inside, begin});
        } else if (c.isDigit() || (c == u'-' && startsAt(at + 1, [](QChar d) { return d.isDigit(); }))) {
            readNumber(text, at);
            words.append({Word::Number, text.mid(begin, at - begin), begin});
        } else if (beginsName(c)) {
            while (startsAt(at, continuesName))
                ++at;
            words.append({Word::Name, text.mid(begin, at - begin), begin});
        } else {
            static constexpr std::array signs{"!="_L1, "<>"_L1, ">="_L1, "<="_L1, "="_L1, ">"_L1, "<"_L1,
                                              "("_L1,  ")"_L1,  ","_L1,  "."_L1,  "{"_L1, "}"_L1};
            const auto rest = QStringView(text).mid(at);
            const auto sign =
                std::find_if(signs.begin(), signs.end(), [&](auto each) { return rest.startsWith(each); });
            if (sign == signs.end())
                return refusal(Text::tr("%1 means nothing here").arg(c), 1, begin + 1);
            at += sign->size();
            words.append({Word::Sign, QString(*sign), begin});
        }
    }
    words.append({Word::End, {}, int(text.size())});
    return words;
}

bool WordReader::takes(QLatin1StringView word)
{
    if (!next().is(word))
        return false;
    take();
    return true;
}

void WordReader::expect(const QString &what)
{
    if (m_fault)
        return;
    const QString found = isAtEnd() ? Text::tr("the end") : next().text;
    m_fault = Error{
        .message = Text::tr("expected %1, found %2").arg(what, found), .line = 1, .column = next().at + 1};
}

QString writtenName(const QString &name)
{
    const auto isKeyword = [&](QLatin1StringView word) {
        return name.compare(word, Qt::CaseInsensitive) == 0;
    };
    const bool isPlain = !name.isEmpty() && beginsName(name[0])
        && std::all_of(name.begin(), name.end(), continuesName)
        && std::none_of(keywords.begin(), keywords.end(), isKeyword);
    return isPlain ? name : u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

}
