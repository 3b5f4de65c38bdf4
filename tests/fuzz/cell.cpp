#include "tests/fuzz/cellline.h"
#include "tests/fuzz/expect.h"
#include "tests/fuzz/sqltext.h"

#include "model/rows/exact.h"
#include "model/rows/input.h"
#include "model/rows/ranges.h"
#include "model/rows/times.h"
#include "model/sql/literal.h"
#include "model/utf8.h"

#include <QRegularExpression>

#include <sqlite3.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace model;

// What is typed into a cell: the value of a text, the text of a value, and the literal that writes it. The
// same for values as a database may hold them.

namespace {

const QStringList literalWords{u"NULL"_s, u"true"_s, u"false"_s, u"CAST"_s,
                               u"AS"_s,   u"TEXT"_s, u"X"_s,     u"E"_s};

Value valueRead(sqlite3_stmt *statement)
{
    switch (sqlite3_column_type(statement, 0)) {
    case SQLITE_INTEGER: return Value::number(qint64(sqlite3_column_int64(statement, 0)));
    case SQLITE_FLOAT: return Value::number(sqlite3_column_double(statement, 0));
    case SQLITE_NULL: return {};
    default: break;
    }
    const bool isText = sqlite3_column_type(statement, 0) == SQLITE_TEXT;
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, 0));
    Value value = Value::data(QByteArray(bytes, sqlite3_column_bytes(statement, 0)));
    if (isText)
        value.kind = Cell::Text;
    return value;
}

void expectReadBySqlite(const Value &value, const QString &literal)
{
    static sqlite3 *const database = [] {
        sqlite3 *opened = nullptr;
        sqlite3_open(":memory:", &opened);
        return opened;
    }();
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = "SELECT " + literal.toUtf8();
    const char *tail = nullptr;
    const int prepared = sqlite3_prepare_v2(database, sql.constData(), int(sql.size()), &statement, &tail);
    fuzz::expect(prepared == SQLITE_OK && *tail == '\0', "a literal is one expression", literal);
    fuzz::expect(sqlite3_step(statement) == SQLITE_ROW, "a literal has a value", literal);
    const Value read = valueRead(statement);
    // A column of numbers makes 5.0 of 5.
    const bool isSameNumber = read.isNumber() && value.isNumber() && read.toDouble() == value.toDouble();
    fuzz::expect(isSameNumber || read == value, "a literal is read back as the value",
                 literal + u" → "_s + read.toText());
    sqlite3_finalize(statement);
}

void tryValue(const Value &value, const fuzz::CellLine &line)
{
    const Type &type = line.column.type;
    const Dialect &dialect = *line.dialect;
    const QString shown = displayText(value, type);
    fuzz::expect(!shown.contains(u'\n') && !shown.contains(u'\r'), "a cell is one line", shown);
    displayText(value, type, timeDetailOf(value, type));
    fuzz::expect(isSame(value, value, type), "a value is the same as itself");

    const QString literal = literalOf(value, type, dialect);
    fuzz::expectOneStatement(literal, dialect);
    fuzz::expectWords(literal, literalWords, dialect);
    if (dialect.bit == sqliteBit)
        expectReadBySqlite(value, literal);
    const QString column = quotedName(line.column.name, dialect);
    fuzz::expectOneStatement(exactSql(column, value, type, dialect), dialect);
    fuzz::expectOneStatement(equalSql(column, value, type, dialect), dialect);

    // Any database may hold any text in a column of texts; in others, SQLite alone.
    if (!type.isText() || value.kind != Cell::Text || !value.bytes.isValidUtf8())
        return;
    const QString typed = editText(value, type);
    if (const auto back = parseInput(typed, line.column, dialect)) {
        fuzz::expect(isSame(*back, value, type), "the text of a value means the value",
                     typed + u" → "_s + back->toText() + u" ≠ "_s + value.toText());
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::CellLine line = fuzz::cellLineOf({reinterpret_cast<const char *>(data), qsizetype(size)});
    const QString text = fromUtf8(line.rest);
    if (const auto value = parseInput(text, line.column, *line.dialect)) {
        const QString typed = editText(*value, line.column.type);
        const auto back = parseInput(typed, line.column, *line.dialect);
        fuzz::expect(back && *back == *value, "the text of a value is read back as the value",
                     text + u" → "_s + typed + u" → "_s + (back ? back->toText() : back.error().message));
        tryValue(*value, line);
    }
    Value held;
    held.kind = Cell::Text;
    held.bytes = line.rest;
    tryValue(held, line);
    tryValue(Value::data(line.rest), line);
    if (line.rest.size() == sizeof(double)) {
        double real = 0;
        memcpy(&real, line.rest.constData(), sizeof real);
        // Only PostgreSQL has NaN.
        if (!std::isnan(real) || line.dialect->bit == postgresBit)
            tryValue(Value::number(real), line);
        qint64 whole = 0;
        memcpy(&whole, line.rest.constData(), sizeof whole);
        tryValue(Value::number(whole), line);
    }
    return 0;
}
