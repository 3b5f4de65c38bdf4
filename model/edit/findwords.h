#pragma once

#include "model/result.h"

#include <QList>

namespace model {

/// One word of a condition or an order in its short form.
struct Word
{
    enum Kind : quint8 { Name, QuotedName, Text, Number, Sign, End };

    Kind kind = End;
    QString text; ///< without its quotes
    int at = 0; ///< its place in the text, in characters

    bool is(QLatin1StringView word) const
    {
        return (kind == Name || kind == Sign) && text.compare(word, Qt::CaseInsensitive) == 0;
    }
    bool isName() const { return kind == Name || kind == QuotedName; }
};

/// The words of a text, with an End behind them; names may begin with `$`. A quote that nothing closes and a
/// sign that means nothing are refused.
Result<QList<Word>> wordsOf(const QString &text);

/// The words one after another.
class WordReader
{
public:
    explicit WordReader(QList<Word> words) : m_words(std::move(words)) { }

    const Word &next() const { return m_words[m_at]; }
    Word take() { return m_at + 1 < m_words.size() ? m_words[m_at++] : m_words[m_at]; }
    /// Takes the next word if it is this one.
    bool takes(QLatin1StringView word);
    bool isAtEnd() const { return next().kind == Word::End; }
    /// Notes what was expected where the reader stands; the first one counts.
    void expect(const QString &what);
    const std::optional<Error> &fault() const { return m_fault; }

private:
    QList<Word> m_words;
    qsizetype m_at = 0;
    std::optional<Error> m_fault;
};

/// A name as it is written: in double quotes where it is no plain word, or one that means something.
QString writtenName(const QString &name);

}
