#include "tests/fuzz/sqltext.h"

#include "tests/fuzz/expect.h"
#include "tests/fuzz/marks.h"

#include <QRegularExpression>
#include <QStringList>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

/// Where the quotation that begins at `at` ends; -1 where it does not.
qsizetype endOfQuotes(const QString &sql, qsizetype at, QChar quote, bool hasEscapes)
{
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

/// PostgreSQL's comments hold comments.
qsizetype endOfComment(const QString &sql, qsizetype at, bool nests)
{
    int depth = 1;
    for (qsizetype i = at + 2; i + 1 < sql.size(); ++i) {
        const QStringView two = QStringView(sql).mid(i, 2);
        if (nests && two == u"/*") {
            ++depth;
            ++i;
        } else if (two == u"*/") {
            ++i;
            if (--depth == 0)
                return i + 1;
        }
    }
    return -1;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.unicode() >= 0x80;
}

}

std::optional<QString> outsideOfQuotes(const QString &sql, const model::Dialect &dialect)
{
    static const QRegularExpression dollars(
        u"\\G\\$([A-Za-z_\\x{80}-\\x{ffff}][\\w\\x{80}-\\x{ffff}]*)?\\$"_s);
    const bool isPostgres = dialect.bit == model::postgresBit;
    const bool isMysql = (dialect.bit & model::mysqls) != 0;
    QString out;
    qsizetype at = 0;
    while (at < sql.size()) {
        const QChar c = sql[at];
        const QChar next = at + 1 < sql.size() ? sql[at + 1] : QChar();
        qsizetype end = at;
        if (c == u'\'' || c == u'"' || (c == u'`' && !isPostgres)) {
            const bool isEscapeText = isPostgres && c == u'\'' && out.endsWith(u'E', Qt::CaseInsensitive)
                && (out.size() < 2 || !isWordCharacter(out[out.size() - 2]));
            end = endOfQuotes(sql, at, c, isEscapeText || (isMysql && c != u'`'));
            out += u"''"_s;
        } else if (c == u'[' && dialect.bit == model::sqliteBit) {
            end = sql.indexOf(u']', at) + 1;
            end = end == 0 ? -1 : end;
            out += u"''"_s;
        } else if (c == u'-' && next == u'-' && (!isMysql || at + 2 == sql.size() || sql[at + 2] <= u' ')) {
            end = sql.indexOf(u'\n', at);
            end = end < 0 ? sql.size() : end;
            out += u' ';
        } else if (c == u'#' && isMysql) {
            end = sql.indexOf(u'\n', at);
            end = end < 0 ? sql.size() : end;
            out += u' ';
        } else if (c == u'/' && next == u'*') {
            // What stands in MySQL's comments of this kind is run.
            expect(!isMysql || at + 2 >= sql.size() || (sql[at + 2] != u'!' && sql[at + 2] != u'M'),
                   "no comment that is run", sql);
            end = endOfComment(sql, at, isPostgres);
            out += u' ';
        } else if (c == u'$' && isPostgres && (out.isEmpty() || !isWordCharacter(out.back()))) {
            const auto match = dollars.match(sql, at);
            if (match.hasMatch()) {
                const qsizetype closing = sql.indexOf(match.captured(), match.capturedEnd());
                end = closing < 0 ? -1 : closing + match.capturedLength();
                out += u"''"_s;
            }
        }
        if (end < 0)
            return std::nullopt;
        if (end == at) {
            out += c;
            ++at;
        } else {
            at = end;
        }
    }
    return out;
}

void expectOneStatement(const QString &sql, const model::Dialect &dialect)
{
    const auto outside = outsideOfQuotes(sql, dialect);
    expect(outside.has_value(), "quotes and comments are closed", dialect.id + u": "_s + sql);
    expect(!outside->contains(u';'), "no statement ends inside of one", dialect.id + u": "_s + sql);
    expect(!holdsMark(*outside), "names and texts stand in quotes",
           dialect.id + u": "_s + sql + u"\noutside: "_s + *outside);
    int depth = 0;
    for (const QChar c : *outside) {
        depth += (c == u'(') - (c == u')');
        expect(depth >= 0, "parentheses are opened", dialect.id + u": "_s + sql);
    }
    expect(depth == 0, "parentheses are closed", dialect.id + u": "_s + sql);
}

void expectWords(const QString &sql, const QStringList &words, const model::Dialect &dialect)
{
    const auto outside = outsideOfQuotes(sql, dialect);
    expect(outside.has_value(), "quotes and comments are closed", dialect.id + u": "_s + sql);
    static const QRegularExpression word(u"[^\\s()'<>=!+*/.,:-]+"_s);
    static const QRegularExpression number(u"^\\d+(e\\d*)?$"_s, QRegularExpression::CaseInsensitiveOption);
    auto matches = word.globalMatch(*outside);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        expect(number.match(found).hasMatch() || words.contains(found, Qt::CaseInsensitive),
               "only words of the model's stand outside of quotes",
               dialect.id + u": "_s + sql + u"\nword: "_s + found);
    }
}

void expectNoTail(const QString &sql, sqlite3 *database)
{
    const QByteArray text = sql.toUtf8();
    if (text.contains('\0'))
        return;
    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    if (sqlite3_prepare_v2(database, text.constData(), int(text.size()), &statement, &tail) == SQLITE_OK)
        expect(QByteArrayView(tail).trimmed().isEmpty(), "SQLite reads one statement", sql);
    sqlite3_finalize(statement);
}

}
