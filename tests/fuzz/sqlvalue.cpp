#include "tests/fuzz/cellline.h"
#include "tests/fuzz/expect.h"
#include "tests/fuzz/jsontarget.h"
#include "tests/fuzz/marks.h"
#include "tests/fuzz/sqltext.h"

#include "model/sql/fragment.h"
#include "model/sql/literal.h"
#include "model/sql/readable.h"
#include "model/sql/where.h"
#include "model/utf8.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace model;

// Names, texts and values as SQL, conditions, and what a user wrote as SQL himself. The first line says of
// which type and for which product.

namespace {

sqlite3 *memory()
{
    static sqlite3 *const database = [] {
        sqlite3 *opened = nullptr;
        sqlite3_open(":memory:", &opened);
        return opened;
    }();
    return database;
}

/// The one value of a statement, or the name of its column; null where SQLite does not take it.
QString firstOf(const QString &sql, bool isName)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    QString found;
    if (sqlite3_prepare_v2(memory(), text.constData(), int(text.size()), &statement, nullptr) == SQLITE_OK) {
        if (isName)
            found = fromUtf8(sqlite3_column_name(statement, 0));
        else if (sqlite3_step(statement) == SQLITE_ROW)
            found = fromUtf8({reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)),
                              sqlite3_column_bytes(statement, 0)});
    }
    sqlite3_finalize(statement);
    return found;
}

void tryText(const QString &text, const Dialect &dialect)
{
    for (const QString &each : {text, fuzz::marked(text)}) {
        fuzz::expectOneStatement(quotedName(each, dialect), dialect);
        fuzz::expectOneStatement(quotedText(each, dialect), dialect);
        fuzz::expectOneStatement(quotedTable(each, u"s", dialect), dialect);
        fuzz::expectOneStatement(quotedTable(u"t", each, dialect), dialect);
        fuzz::expectOneStatement(quotedPath(each, dialect), dialect);
    }
    keptName(text, dialect);
    // A half of a character has no UTF-8.
    if (dialect.bit != sqliteBit || text.contains(QChar(0)) || !text.isValidUtf16())
        return;
    fuzz::expect(firstOf(u"SELECT "_s + quotedText(text, dialect), false) == text, "a text is read back",
                 text);
    fuzz::expect(firstOf(u"SELECT 1 AS "_s + quotedName(text, dialect), true)
                     == QString(text).remove(dialect.quote),
                 "a name is read back", text);
}

/// What is taken as one fragment is one wherever it stands.
void tryFragment(const QString &text, const Dialect &dialect)
{
    const QString readable = readableSql(text, dialect);
    const auto without = [](QString sql) {
        sql.removeIf([](QChar c) { return c.isSpace(); });
        return sql;
    };
    fuzz::expect(without(readable) == without(text), "a layout changes white space alone", text);
    const auto sound = fragment(text, dialect);
    if (!sound)
        return;
    fuzz::expect(fragment(*sound, dialect) == sound, "a fragment stays one", *sound);
    const auto outside = fuzz::outsideOfQuotes(u"zq, "_s + *sound + u" ,zq)zq"_s, dialect);
    fuzz::expect(outside && outside->endsWith(" ,zq)zq"_L1), "a fragment does not take in what follows it",
                 *sound);
    fuzz::expectOneStatement(*sound, dialect);
    const QStringView inner = QStringView(*outside).sliced(4).chopped(7);
    int depth = 0;
    for (const QChar c : inner) {
        depth += (c == u'(' || c == u'[') - (c == u')' || c == u']');
        fuzz::expect(depth > 0 || c != u',', "a fragment is one item", *sound);
    }
    if (dialect.bit != sqliteBit)
        return;
    // What SQLite takes ends where the fragment does.
    const QByteArray sql = "SELECT (" + sound->toUtf8() + "\n);SELECT 'tail'";
    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    if (sqlite3_prepare_v2(memory(), sql.constData(), int(sql.size()), &statement, &tail) == SQLITE_OK)
        fuzz::expect(QByteArrayView(tail) == "SELECT 'tail'", "a fragment stays in its place", *sound);
    sqlite3_finalize(statement);
}

void tryValue(const Json &value, const fuzz::CellLine &line)
{
    const Dialect &dialect = *line.dialect;
    const Json marked = fuzz::markedValue(value);
    const bool isSql = fuzz::holdsSql(value);
    for (const Column *column : {&line.column, static_cast<const Column *>(nullptr)}) {
        (void)sqlLiteral(value, column, dialect);
        const auto literal = sqlLiteral(marked, column, dialect);
        if (literal && !isSql)
            fuzz::expectOneStatement(*literal, dialect);
        const auto expression = sqlExpression(marked, {}, dialect);
        if (expression && !isSql)
            fuzz::expectOneStatement(*expression, dialect);
    }
    Table table;
    table.columns = {line.column, line.column};
    table.columns[0].attribute = table.columns[0].name = u"zqc"_s;
    for (const WhereScope &scope :
         {WhereScope{}, WhereScope{.model = &table, .prefix = quotedName(u"t", dialect)}})
    {
        const auto condition = whereCondition(fuzz::markedWhere(value), scope, dialect);
        if (condition && !isSql)
            fuzz::expectOneStatement(*condition, dialect);
    }
}

}

const QStringList &fuzz::vocabulary()
{
    static const QStringList words = u"c $literal $fn $date $hex $value $col $cast $where $gt $gte $lt $lte "
                                     u"$ne $eq $not $is $in $notIn $like "
                                     "$notLike $iLike $startsWith $endsWith $substring $regexp $iRegexp "
                                     "$between $notBetween $or $and $any $all "
                                     "$contains $contained $overlap $adjacent $strictLeft $noExtendRight "
                                     "$values $match 2024-03-14 6869 COUNT "
                                     "lower INTEGER c.a.b $c.d$ a->b"_s.split(u' ');
    return words;
}

const bool fuzz::hasFirstLine = true;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::CellLine line = fuzz::cellLineOf({reinterpret_cast<const char *>(data), qsizetype(size)});
    const QString text = fromUtf8(line.rest);
    tryText(text, *line.dialect);
    tryFragment(text, *line.dialect);
    if (const auto json = parseJson(line.rest))
        tryValue(*json, line);
    return 0;
}
