#include "model/rows/browse.h"
#include "model/changes/commit.h"
#include "model/database/deploy.h"
#include "model/rows/input.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

const QByteArray exactModels = R"json(
    { "name": "Thing", "attributes": [
        { "name": "text", "type": "STRING" }, { "name": "float", "type": "FLOAT" }, { "name": "real", "type": "REAL" },
        { "name": "double", "type": "DOUBLE" }, { "name": "decimal", "type": "DECIMAL(10,2)" },
        { "name": "truth", "type": "BOOLEAN" }, { "name": "level", "type": "ENUM('low','high')" },
        { "name": "at", "type": "DATE(6)" }, { "name": "day", "type": "DATEONLY" }, { "name": "json", "type": "JSON" },
        { "name": "bytes", "type": "BLOB" }, { "name": "big", "type": "BIGINT" }, { "name": "uuid", "type": "UUID" },
        { "name": "note", "type": "TEXT" } ], "options": { "timestamps": false } })json";

}

/// Rows that others change at the same time, and values that products compare in their own way.
class ExactCommitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("product");
        QTest::newRow("SQLite") << u"sqlite"_s;
        QTest::newRow("PostgreSQL") << u"postgres"_s;
        QTest::newRow("MariaDB") << u"mariadb"_s;
    }
    void initTestCase() { m_schema = resolve(test::projectOf(exactModels, "")); }
    void init();
    void cleanupTestCase()
    {
        m_connection.reset();
        m_server.reset();
    }

    void everyCellCanBeEdited_data();
    void everyCellCanBeEdited();
    void aWriteThatChangesNothingIsDone();
    void whatAnotherChangedIsNotWritten_data();
    void whatAnotherChangedIsNotWritten();

private:
    QString quoted(const QString &name) const
    {
        return m_connection->dialect().quote + name + m_connection->dialect().quote;
    }
    void run(const QString &sql)
    {
        const auto done = m_connection->execute(sql);
        QVERIFY2(done, qPrintable(done ? QString() : sql + u": "_s + done.error().message));
    }
    /// The one row as it is read for the grid.
    std::pair<RowSource, Row> read()
    {
        const auto source = browse(*m_connection, m_schema, {.table = 0});
        const auto page =
            source.and_then([&](const RowSource &each) { return firstPage(*m_connection, each, 9); });
        if (!page || page->rows.size() != 1)
            qFatal("%s", qPrintable(page ? u"not one row"_s : page.error().message));
        return {*source, page->rows[0]};
    }
    QString commitAll(const Result<Changes> &changes)
    {
        if (!changes)
            return changes.error().message;
        const auto statements =
            sqlOf(*changes, m_schema, m_connection->dialect(), QDateTime::currentDateTimeUtc());
        if (!statements)
            return statements.error().message;
        const auto done = commit(*m_connection, *statements);
        return done ? QString() : done.error().message;
    }
    Result<Changes> setTo(const std::pair<RowSource, Row> &known, const QString &column, const QString &typed)
    {
        const Table &table = m_schema.tables[0];
        const auto value = parseInput(typed, *table.columnNamed(column), m_connection->dialect());
        if (!value)
            return tl::unexpected(value.error());
        return changeValue({}, table, rowRef(known.first, known.second), column,
                           *valueOf(valuesOf(known.first, known.second), column), *value);
    }

    QString m_product;
    Schema m_schema;
    std::unique_ptr<test::Server> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

/// One database for all tests of a product.
void ExactCommitsTest::init()
{
    QFETCH_GLOBAL(QString, product);
    if (product != m_product) {
        m_product = product;
        m_connection.reset();
        m_server.reset();
        DatabaseUrl url{.dialect = &sqliteDialect,
                        .path =
                            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s)};
        if (product != u"sqlite") {
            m_server = std::make_unique<test::Server>(product);
            url = m_server->url();
        }
        if (!m_server || m_server->absence().isEmpty()) {
            auto opened = Connection::open(url, Access::Create);
            QVERIFY(opened);
            m_connection = std::move(*opened);
            QVERIFY(deploy(*m_connection, m_schema));
        }
    }
    if (!m_connection)
        QSKIP(qPrintable(m_server->absence()));
    run(u"DELETE FROM "_s + quoted(u"Things"_s));
}

void ExactCommitsTest::everyCellCanBeEdited_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    for (const char *column : {"float", "real", "double"}) {
        const QString name = QString::fromLatin1(column);
        QTest::addRow("%s 1.1", column) << name << u"1.1"_s << u"2.2"_s;
        QTest::addRow("%s 0.1 + 0.2", column) << name << u"0.30000000000000004"_s << u"3"_s;
        QTest::addRow("%s, many digits", column) << name << u"16777217"_s << u"0.333333333333"_s;
        QTest::addRow("%s, tiny", column) << name << u"1e-12"_s << u"-1.5e-7"_s;
        QTest::addRow("%s, large", column) << name << u"1e21"_s << u"123456789012"_s;
    }
    QTest::newRow("decimal") << u"decimal"_s << u"12.50"_s << u"12.51"_s;
    QTest::newRow("boolean") << u"truth"_s << u"true"_s << u"false"_s;
    QTest::newRow("enum") << u"level"_s << u"low"_s << u"high"_s;
    QTest::newRow("date") << u"at"_s << u"2024-03-14 15:09:26.535"_s << u"2024-03-14"_s;
    QTest::newRow("day") << u"day"_s << u"2024-03-14"_s << u"2024-03-15"_s;
    QTest::newRow("json") << u"json"_s << uR"({"b":[1, 2.50],"a":"ü"})"_s << u"[]"_s;
    QTest::newRow("bytes") << u"bytes"_s << u"X'00ff27'"_s << u"X''"_s;
    QTest::newRow("big") << u"big"_s << u"9007199254740993"_s << u"-1"_s;
    QTest::newRow("uuid") << u"uuid"_s << u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s
                          << u"3f2504e0-4f89-41d3-9a0c-0305e82c3302"_s;
    QTest::newRow("text") << u"text"_s << uR"(it's \\ "ü" %_ )"_s << u" "_s;
    QTest::newRow("long text") << u"note"_s << u"a\nb "_s << u"A\nb"_s;
}

/// From nothing to a value, to another one, and the row is deleted: each is seen as it was read.
void ExactCommitsTest::everyCellCanBeEdited()
{
    QFETCH(QString, column);
    QFETCH(QString, first);
    QFETCH(QString, second);
    run(u"INSERT INTO %1 (%2) VALUES ('x')"_s.arg(quoted(u"Things"_s), quoted(u"text"_s)));
    for (const QString &typed : {first, second}) {
        QCOMPARE(commitAll(setTo(read(), column, typed)), QString());
        QVERIFY(!valueOf(valuesOf(read().first, read().second), column)->isNull());
    }
    const auto [source, row] = read();
    QCOMPARE(commitAll(deleteRow({}, m_schema.tables[0], rowRef(source, row), valuesOf(source, row))),
             QString());
    QCOMPARE(selectText(*m_connection, u"SELECT COUNT(*) FROM "_s + quoted(u"Things"_s)), u"0"_s);
}

/// Another value for the user, the same one for the database.
void ExactCommitsTest::aWriteThatChangesNothingIsDone()
{
    run(u"INSERT INTO %1 (%2) VALUES (1.5)"_s.arg(quoted(u"Things"_s), quoted(u"float"_s)));
    QCOMPARE(commitAll(setTo(read(), u"float"_s, u"1.50000000001"_s)), QString());
    // A statement that says what is there already.
    const auto [source, row] = read();
    const Changes same{.list = {{.kind = Change::Update,
                                 .row = rowRef(source, row),
                                 .values = {{u"big"_s, Value()}},
                                 .before = {{u"big"_s, Value()}}}}};
    QCOMPARE(commitAll(same), QString());
}

void ExactCommitsTest::whatAnotherChangedIsNotWritten_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("meanwhile");
    QTest::newRow("another text") << u"text"_s << u"Ada"_s << u"Alan"_s;
    QTest::newRow("another case") << u"text"_s << u"Ada"_s << u"ADA"_s;
    QTest::newRow("spaces at the end") << u"text"_s << u"Ada"_s << u"Ada "_s;
    QTest::newRow("an accent") << u"text"_s << u"Ada"_s << u"Adä"_s;
    QTest::newRow("of a long text") << u"note"_s << u"Ada"_s << u"ADA"_s;
    QTest::newRow("a number") << u"float"_s << u"1.1"_s << u"1.2"_s;
    QTest::newRow("NULL") << u"text"_s << u"Ada"_s << u"NULL"_s;
    QTest::newRow("a value where there was none") << u"text"_s << u"NULL"_s << u"Ada"_s;
}

/// Neither by a change of that column, nor by deleting the row.
void ExactCommitsTest::whatAnotherChangedIsNotWritten()
{
    QFETCH(QString, column);
    QFETCH(QString, before);
    QFETCH(QString, meanwhile);
    const auto literal = [](const QString &text) { return text == u"NULL" ? text : u'\'' + text + u'\''; };
    run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(u"Things"_s), quoted(column), literal(before)));
    const auto known = read();
    run(u"UPDATE %1 SET %2 = %3"_s.arg(quoted(u"Things"_s), quoted(column), literal(meanwhile)));
    const QString lost = u"Thing id = %1 was changed or deleted meanwhile; nothing was written"_s.arg(
        known.second.key[0].toText());
    QCOMPARE(commitAll(setTo(known, column, column == u"float" ? u"9"_s : u"other"_s)), lost);
    QCOMPARE(commitAll(deleteRow({}, m_schema.tables[0], rowRef(known.first, known.second),
                                 valuesOf(known.first, known.second))),
             lost);
    QCOMPARE(selectText(*m_connection, u"SELECT COUNT(*) FROM "_s + quoted(u"Things"_s)), u"1"_s);
}

THROUGHLINE_TEST(ExactCommitsTest)
#include "tst_exactcommits.moc"
