#include "model/sql/fragment.h"

#include "model/sql/where.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c >= QChar(0x80);
}

/// Reads a text as the product does, from token to token.
class Scanner
{
public:
    Scanner(QString &text, const Dialect &dialect) : m_text(text), m_dialect(dialect) { }

    bool run()
    {
        while (m_at < m_text.size()) {
            if (!skipToken())
                return false;
        }
        return m_open.isEmpty();
    }

private:
    bool isPostgres() const { return m_dialect.bit == postgresBit; }
    QChar at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }

    bool skipToken()
    {
        const QChar c = at(m_at);
        if (isLetter(c) || (c == u'$' && !isPostgres()))
            return skipName();
        if (isDigit(c))
            return skipNumber();
        if (c == u'\'' || c == u'"' || (c == u'`' && !isPostgres()))
            return skipQuoted(c, m_dialect.backslashEscapes && c != u'`');
        if (c == u'[' && m_dialect.bit == sqliteBit)
            return skipTo(u"]"_s);
        if (c == u'$')
            return skipDollars();
        return skipMark(c);
    }

    QString takeWord()
    {
        const qsizetype start = m_at;
        while (isLetter(at(m_at)) || isDigit(at(m_at)) || at(m_at) == u'$')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    bool skipName()
    {
        const QString word = takeWord();
        const bool escapes = isPostgres() && word.compare("E"_L1, Qt::CaseInsensitive) == 0;
        return !escapes || at(m_at) != u'\'' || skipQuoted(u'\'', true);
    }

    /// Where a number ends and what follows it begins, versions of PostgreSQL read differently.
    bool skipNumber()
    {
        const QString word = takeWord();
        return !word.contains(u'$') && at(m_at) != u'\'';
    }

    bool skipQuoted(QChar quote, bool escapes)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (escapes && at(m_at) == u'\\') {
                ++m_at;
            } else if (at(m_at) == quote) {
                if (at(m_at + 1) != quote) {
                    ++m_at;
                    return true;
                }
                ++m_at;
            }
        }
        return false;
    }

    bool skipTo(const QString &end)
    {
        const qsizetype found = m_text.indexOf(end, m_at + 1);
        m_at = found + end.size();
        return found >= 0;
    }

    /// `$$ … $$` and `$tag$ … $tag$`.
    bool skipDollars()
    {
        const qsizetype start = m_at++;
        while (isLetter(at(m_at)) || (isDigit(at(m_at)) && m_at > start + 1))
            ++m_at;
        return at(m_at) == u'$' && skipTo(m_text.mid(start, m_at - start + 1));
    }

    bool skipMark(QChar c)
    {
        const QChar next = at(m_at + 1);
        switch (c.unicode()) {
        case u';':
        case u'\\': return false;
        case u'-':
            if (next == u'-')
                return false;
            break;
        case u'/':
            if (next == u'*')
                return false;
            break;
        case u'#':
            if ((m_dialect.bit & mysqls) != 0)
                return false;
            break;
        case u'(': m_open.append(u')'); break;
        case u'[': m_open.append(u']'); break;
        case u')':
        case u']':
            if (!m_open.endsWith(c))
                return false;
            m_open.chop(1);
            break;
        case u',':
            if (m_open.isEmpty())
                return false;
            break;
        case u'\n':
        case u'\r':
        case u'\f':
        case u'\v': m_text[m_at] = u' '; break;
        case u'\t': break;
        default:
            if (c < u' ')
                return false;
        }
        ++m_at;
        return true;
    }

    QString &m_text;
    const Dialect &m_dialect;
    qsizetype m_at = 0;
    QString m_open; ///< what closes the parentheses and brackets that are open
};

/// The name of a method, an engine, a collation; nothing is none.
bool isWord(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c < QChar(0x80) && (isLetter(c) || isDigit(c)); });
}

/// An order, an action: words with blanks.
bool isPhrase(const QString &text)
{
    return isWord(QString(text).remove(u' '));
}

bool isSoundExpression(const IndexField &field, const Dialect &dialect)
{
    if (!field.isExpression())
        return true;
    const QString sql =
        field.function ? sqlExpression(*field.function, {}, dialect).value_or(QString()) : field.literal;
    return fragment(sql, dialect).has_value();
}

bool isOperatorClass(const QString &text)
{
    static const QRegularExpression name(u"^[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)? *(\\([\\w =,.]*\\))?\\z"_s);
    return text.isEmpty() || name.match(text).hasMatch();
}

}

std::optional<QString> fragment(QString sql, const Dialect &dialect)
{
    if (!Scanner(sql, dialect).run())
        return std::nullopt;
    return sql;
}

bool hasSoundOptions(const Table &table, const Dialect &dialect)
{
    const ModelOptions &options = table.options;
    return (dialect.bit & mysqls) == 0
        || (isWord(options.engine) && isWord(options.charset) && isWord(options.collate)
            && isWord(options.rowFormat));
}

bool hasSoundActions(const Column &column)
{
    return isPhrase(column.onDelete) && isPhrase(column.onUpdate);
}

bool isSound(const Index &index, const Dialect &dialect)
{
    const bool isMysql = (dialect.bit & mysqls) != 0;
    if (dialect.bit != sqliteBit && !isWord(index.usingMethod))
        return false;
    if ((isMysql && !isWord(index.type))
        || (dialect.bit == postgresBit && !isOperatorClass(index.operatorClass)))
        return false;
    if (!std::all_of(index.fields.begin(), index.fields.end(), [&](const IndexField &field) {
            return isPhrase(field.order) && isSoundExpression(field, dialect);
        }))
        return false;
    return isMysql || !index.where
        || fragment(whereCondition(*index.where, {}, dialect).value_or(QString()), dialect);
}

}
