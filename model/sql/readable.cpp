#include "model/sql/readable.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int lineWidth = 76;
constexpr int step = 4;

struct Token
{
    QString text;
    bool isWord = false; ///< neither quoted nor a sign
    QString before; ///< the white space that stood there

    bool is(QLatin1StringView word) const { return isWord && text.compare(word, Qt::CaseInsensitive) == 0; }
    bool isSign(QChar sign) const { return text.size() == 1 && text[0] == sign; }
};

/// Where the quoted text that begins at `at` ends; -1 where it does not.
qsizetype quotedEnd(const QString &sql, qsizetype at, bool hasEscapes)
{
    const QChar quote = sql[at];
    for (qsizetype i = at + 1; i < sql.size(); ++i) {
        if (hasEscapes && sql[i] == u'\\')
            ++i;
        else if (sql[i] == quote && i + 1 < sql.size() && sql[i + 1] == quote)
            ++i;
        else if (sql[i] == quote)
            return i + 1;
    }
    return -1;
}

/// Where the comment that begins at `at` ends; `at` where there is none.
qsizetype commentEnd(const QString &sql, qsizetype at, bool hasHash)
{
    const auto rest = QStringView(sql).mid(at);
    const bool isLine = rest.startsWith(u"--") || (hasHash && rest.startsWith(u'#'));
    if (!isLine && !rest.startsWith(u"/*"))
        return at;
    const qsizetype end = isLine ? sql.indexOf(u'\n', at) : sql.indexOf(u"*/"_s, at + 2);
    return end < 0 ? sql.size() : end + (isLine ? 1 : 2);
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

/// Empty where the text holds what the rules of quoting do not cover.
QList<Token> tokensOf(const QString &sql, const Dialect &dialect)
{
    QList<Token> tokens;
    qsizetype at = 0;
    while (at < sql.size()) {
        const qsizetype space = at;
        while (at < sql.size() && sql[at].isSpace())
            ++at;
        const QString before = sql.mid(space, at - space);
        if (at == sql.size())
            break;
        const qsizetype begin = at;
        const QChar c = sql[at];
        bool isWord = false;
        if (c == u'\'' || c == u'"' || c == u'`') {
            const bool isEscaped = !tokens.isEmpty() && before.isEmpty() && tokens.last().is("E"_L1);
            at = quotedEnd(sql, at, c == u'\'' && (dialect.backslashEscapes || isEscaped));
        } else if (c == u'$') {
            at = -1; // PostgreSQL's other quotes
        } else if (isWordCharacter(c)) {
            isWord = true;
            while (at < sql.size() && isWordCharacter(sql[at]))
                ++at;
        } else {
            const qsizetype end = commentEnd(sql, at, dialect.backslashEscapes);
            if (end > at)
                at = -1;
            else
                ++at;
        }
        if (at < 0)
            return {};
        tokens.append({sql.mid(begin, at - begin), isWord, before});
    }
    return tokens;
}

class Layout
{
public:
    explicit Layout(const QList<Token> &tokens) : m_tokens(tokens) { m_blocks.append(Block{}); }

    QString write()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at)
            place(m_tokens[m_at]);
        return m_out;
    }

private:
    /// What parentheses enclose that is laid out over lines of its own, or the statement.
    struct Block
    {
        int indent = 0;
        int inner = 0; ///< parentheses inside that stay in the line
        bool isList = false; ///< between SELECT and FROM
        int andIndent = -1; ///< of AND in the condition that is being written
        int betweens = 0; ///< whose AND is still to come
    };

    Block &block() { return m_blocks.last(); }
    bool nextIs(qsizetype ahead, QLatin1StringView word) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].is(word);
    }

    void newLine(int indent)
    {
        if (m_out.isEmpty())
            return;
        while (m_out.endsWith(u' '))
            m_out.chop(1);
        m_out += u'\n' + QString(indent, u' ');
        m_column = indent;
        m_isFresh = true;
    }

    void append(const Token &token)
    {
        if (!m_isFresh && !token.before.isEmpty()) {
            m_out += token.before.contains(u'\n') ? u"\n"_s : u" "_s;
            ++m_column;
        }
        m_out += token.text;
        m_column += int(token.text.size());
        m_isFresh = false;
    }

    static bool isJoinWord(const Token &token)
    {
        return token.is("LEFT"_L1) || token.is("RIGHT"_L1) || token.is("INNER"_L1) || token.is("CROSS"_L1)
            || token.is("JOIN"_L1);
    }

    void place(const Token &token)
    {
        if (token.isSign(u'('))
            return open(token);
        if (token.isSign(u')'))
            return close(token);
        if (block().inner == 0 && token.isWord)
            breakBefore(token);
        append(token);
        if (token.isSign(u',') && block().isList && block().inner == 0 && nextItemIsTooLong())
            newLine(block().indent + 7);
    }

    void breakBefore(const Token &token)
    {
        Block &at = block();
        const bool isAfterJoinWord =
            m_at > 0 && (isJoinWord(m_tokens[m_at - 1]) || m_tokens[m_at - 1].is("OUTER"_L1));
        if (token.is("SELECT"_L1)) {
            at.isList = true;
            if (m_at > 0 && !m_isFresh)
                newLine(at.indent);
        } else if (token.is("FROM"_L1) || token.is("WHERE"_L1) || token.is("HAVING"_L1)
                   || token.is("LIMIT"_L1) || token.is("UNION"_L1)
                   || ((token.is("ORDER"_L1) || token.is("GROUP"_L1)) && nextIs(1, "BY"_L1)))
        {
            at.isList = false;
            at.andIndent = token.is("WHERE"_L1) || token.is("HAVING"_L1) ? at.indent + 2 : -1;
            newLine(at.indent);
        } else if (isJoinWord(token) && !isAfterJoinWord) {
            at.andIndent = -1;
            newLine(at.indent);
        } else if (token.is("ON"_L1)) {
            at.andIndent = at.indent + 2;
            if (m_at == 0 || !m_tokens[m_at - 1].isSign(u')'))
                newLine(at.indent + 2);
        } else if (token.is("BETWEEN"_L1)) {
            ++at.betweens;
        } else if (token.is("AND"_L1) && at.betweens > 0) {
            --at.betweens;
        } else if (token.is("AND"_L1) && at.andIndent >= 0) {
            newLine(at.andIndent);
        }
    }

    void open(const Token &token)
    {
        const bool isJoined = m_at > 0 && m_tokens[m_at - 1].is("JOIN"_L1);
        append(token);
        if (block().inner == 0 && (isJoined || nextIs(1, "SELECT"_L1))) {
            m_blocks.append(Block{.indent = block().indent + step});
            newLine(block().indent);
        } else {
            ++block().inner;
        }
    }

    void close(const Token &token)
    {
        if (block().inner > 0) {
            --block().inner;
        } else if (m_blocks.size() > 1) {
            m_blocks.removeLast();
            newLine(block().indent);
        }
        append(token);
    }

    /// Would what follows, up to the next comma of the list, leave the line?
    bool nextItemIsTooLong() const
    {
        int width = m_column;
        int depth = 0;
        for (qsizetype i = m_at + 1; i < m_tokens.size() && width <= lineWidth; ++i) {
            const Token &token = m_tokens[i];
            depth += token.isSign(u'(') - token.isSign(u')');
            if (depth == 0 && (token.isSign(u',') || token.is("FROM"_L1)))
                break;
            width += int(token.text.size()) + (token.before.isEmpty() ? 0 : 1);
        }
        return width > lineWidth;
    }

    const QList<Token> &m_tokens;
    qsizetype m_at = 0;
    QList<Block> m_blocks;
    QString m_out;
    int m_column = 0;
    bool m_isFresh = true;
};

}

QString readableSql(const QString &sql, const Dialect &dialect)
{
    const QList<Token> tokens = tokensOf(sql, dialect);
    return tokens.isEmpty() ? sql : Layout(tokens).write();
}

}
