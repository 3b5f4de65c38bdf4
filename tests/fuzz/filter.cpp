#include "tests/fuzz/cellline.h"
#include "tests/fuzz/expect.h"
#include "tests/fuzz/marks.h"
#include "tests/fuzz/sqltext.h"

#include "model/rows/filter.h"
#include "model/sql/literal.h"
#include "model/utf8.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace model;

// What is typed under a column's header, as a condition in SQL. On SQLite it runs, and a row fulfils either
// the condition or its opposite.

namespace {

const QStringList conditionWords{u"LIKE"_s, u"ILIKE"_s, u"ESCAPE"_s, u"AND"_s, u"OR"_s,    u"NOT"_s,
                                 u"IS"_s,   u"NULL"_s,  u"CAST"_s,   u"AS"_s,  u"TEXT"_s,  u"CHAR"_s,
                                 u"true"_s, u"false"_s, u"X"_s,      u"E"_s,   u"BINARY"_s};

sqlite3 *rowsInMemory()
{
    static sqlite3 *const database = [] {
        sqlite3 *opened = nullptr;
        sqlite3_open(":memory:", &opened);
        sqlite3_exec(
            opened,
            "CREATE TABLE t (c);"
            "INSERT INTO t VALUES (NULL), (0), (1), (-1), (1.5), (''), ('a'), ('A'), ('%'), ('_'), ('!'), "
            "('\\'), ('null'), ('2024-03-14'), ('2024-03-14 15:09:26.535 +00:00'), (x''), (x'6869'), "
            "('1..9')",
            nullptr, nullptr, nullptr);
        return opened;
    }();
    return database;
}

int countWhere(const QString &condition)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = "SELECT count(*) FROM t WHERE " + condition.toUtf8();
    const char *tail = nullptr;
    const int prepared =
        sqlite3_prepare_v2(rowsInMemory(), sql.constData(), int(sql.size()), &statement, &tail);
    fuzz::expect(prepared == SQLITE_OK && *tail == '\0', "a condition is one that SQLite takes",
                 condition + u": "_s + QString::fromUtf8(sqlite3_errmsg(rowsInMemory())));
    const bool isAnswered = sqlite3_step(statement) == SQLITE_ROW;
    const int count = isAnswered ? sqlite3_column_int(statement, 0) : -1;
    sqlite3_finalize(statement);
    return count;
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::CellLine line = fuzz::cellLineOf({reinterpret_cast<const char *>(data), qsizetype(size)});
    const Dialect &dialect = *line.dialect;
    const QString column = quotedName(line.column.name, dialect);
    for (const QString &text : {fromUtf8(line.rest), fuzz::marked(fromUtf8(line.rest))}) {
        hasOperator(text);
        auto condition = parseCondition(text, line.column, dialect);
        if (!condition) {
            fuzz::expect(!condition.error().message.isEmpty(), "a refusal says why");
            continue;
        }
        const QString sql = conditionSql(*condition, column, line.column, dialect);
        fuzz::expectOneStatement(sql, dialect);
        fuzz::expectWords(sql, conditionWords, dialect);
        if (dialect.bit != sqliteBit || text.contains(QChar(0)))
            continue;
        const int count = countWhere(sql);
        condition->isNegated = !condition->isNegated;
        const int rest = countWhere(conditionSql(*condition, column, line.column, dialect));
        // A pattern can be longer than SQLite takes.
        fuzz::expect(count < 0 || rest < 0 || !line.column.isNullable() || count + rest == countWhere(u"1"_s),
                     "a row fulfils a condition or its opposite", sql);
    }
    return 0;
}
