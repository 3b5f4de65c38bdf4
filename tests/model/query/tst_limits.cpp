#include "model/sample/embedded.h"
#include "model/query/runfind.h"
#include "model/query/jsontext.h"
#include "model/query/plan.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Queries that no database answers are refused before they are asked; others stop at their limits.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each model leads to each other: all of all of them are more than 10^12 includes.
    void allOfAllIsRefused_data() { products(); }
    void allOfAllIsRefused()
    {
        QFETCH(QString, dialect);
        QByteArray models;
        QByteArray associations;
        for (int i = 0; i < 16; ++i) {
            models += QByteArray(i == 0 ? "" : ", ") + "{ \"name\": \"M" + QByteArray::number(i)
                + "\", \"attributes\": [] }";
            for (int other = 0; other < 16; ++other) {
                if (other != i) {
                    associations += QByteArray(associations.isEmpty() ? "" : ", ")
                        + "{ \"kind\": \"hasMany\", \"source\": \"M" + QByteArray::number(i)
                        + "\", \"target\": \"M" + QByteArray::number(other) + "\" }";
                }
            }
        }
        const Schema schema = resolve(test::projectOf(models, associations));
        const auto find = parseJson(R"({ "model": "M0", "include": { "all": true, "nested": true } })");
        const auto read = readFind(*find, schema);
        const auto planned =
            read ? plan(**read, schema, *dialectNamed(dialect)) : tl::unexpected(read.error());
        QVERIFY(!planned);
        QVERIFY2(planned.error().message.contains("joins"_L1), qPrintable(planned.error().message));
        QVERIFY(planned.error().offset >= 0);
    }

    void asManyTablesAsCanBeJoined_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QByteArray>("include");
        QTest::addColumn<int>("most"); // 0: no limit
        QTest::newRow("SQLite") << u"sqlite"_s << QByteArray("Parts") << 63;
        QTest::newRow("SQLite, n:m") << u"sqlite"_s << QByteArray("Marks") << 63;
        QTest::newRow("PostgreSQL") << u"postgres"_s << QByteArray("Parts") << 0;
        QTest::newRow("MariaDB") << u"mariadb"_s << QByteArray("Parts") << 60;
        QTest::newRow("MySQL, n:m") << u"mysql"_s << QByteArray("Marks") << 30;
    }
    void asManyTablesAsCanBeJoined()
    {
        QFETCH(QString, dialect);
        QFETCH(QByteArray, include);
        QFETCH(int, most);
        const Dialect &product = *dialectNamed(dialect);
        for (const int more : {0, 1}) {
            const int count = (most > 0 ? most : 100) + more;
            const Schema schema = manyAssociations(include, count);
            const auto read =
                readFind(*parseJson(R"({ "model": "Whole", "include": { "all": true } })"), schema);
            QVERIFY(read);
            const auto planned = plan(**read, schema, product);
            const bool isPossible = most == 0 || more == 0;
            QVERIFY2(planned.has_value() == isPossible,
                     planned ? "too much" : qPrintable(planned.error().message));
            if (product.bit != sqliteBit || !isPossible)
                continue;
            const auto database = embeddedDatabase(schema);
            QVERIFY(database);
            const auto found = runFind(
                *database->connection, schema,
                *parseJson(R"({ "model": "Whole", "include": { "all": true }, "where": { "id": 0 } })"));
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        }
    }

    void aQueryStopsAtItsLimits_data()
    {
        QTest::addColumn<QueryLimits>("limits");
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QString>("message");
        const QByteArray all = R"({ "model": "User" })";
        const QByteArray large =
            R"json({ "model": "User", "attributes": [[{ "$literal": "hex(zeroblob(200000))" }, "name"]] })json";
        const QByteArray endless =
            R"json({ "model": "User", "where": { "$literal": "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT SUM(i) FROM n) > 0" } })json";
        QTest::newRow("rows") << QueryLimits{.rows = 19} << all
                              << u"Q03: the query takes more than 19 rows, which is its limit"_s;
        QTest::newRow("as many rows as there are") << QueryLimits{.rows = 20} << all << QString();
        QTest::newRow("memory") << QueryLimits{.megabytes = 1} << large
                                << u"Q03: the query takes more than 1 MB, which is its limit"_s;
        QTest::newRow("room enough") << QueryLimits::ofSamples() << large << QString();
        QTest::newRow("time") << QueryLimits{.seconds = 1} << endless
                              << u"Q03: the query takes more than 1 s, which is its limit"_s;
    }
    void aQueryStopsAtItsLimits()
    {
        QFETCH(QueryLimits, limits);
        QFETCH(QByteArray, find);
        QFETCH(QString, message);
        const Schema schema = resolve(test::projectOf(
            R"({ "name": "User", "attributes": [{ "name": "name", "type": "STRING" }] })", ""));
        const auto database = embeddedDatabase(schema);
        QVERIFY(database);
        const auto found = runFind(*database->connection, schema, *parseJson(find), {}, limits);
        QCOMPARE(found ? QString() : found.error().message, message);
        QCOMPARE(!found && isOverLimits(found.error()), !message.isEmpty());
        QVERIFY(runFind(*database->connection, schema, *parseJson(R"({ "model": "User" })"), {},
                        limits.timesTen()));
    }

    /// Deeper than JSON is read.
    void aDeepAnswerIsIndented()
    {
        const QByteArray deep =
            QByteArray(300, '[') + "{\"a\":[],\"b\\\"]\":{},\"c\":[1,\"x,y\"]}" + QByteArray(300, ']');
        QByteArray compact;
        for (const QByteArray &line : indentedText(deep).split('\n'))
            compact += line.trimmed();
        compact.replace("\": ", "\":");
        QCOMPARE(compact, deep);
        const QByteArray plain = R"([{"a":[],"b":{},"c":[1,"x,y"]},null,[[true]]])";
        QCOMPARE(QString::fromUtf8(indentedText(plain)), indentedJson(*parseJson(plain)));
    }

private:
    static void products()
    {
        QTest::addColumn<QString>("dialect");
        for (const Dialect *each : dialects())
            QTest::newRow(each->id.data()) << QString(each->id);
    }

    /// A model with so many associations to one other.
    static Schema manyAssociations(const QByteArray &name, int count)
    {
        QByteArray associations;
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            associations += QByteArray(i == 0 ? "" : ", ")
                + (name == "Marks" ? "{ \"kind\": \"belongsToMany\", \"through\": \"WholeMarks\", "
                                     "\"foreignKey\": \"WholeId\", \"otherKey\": \"PartId\""
                                   : "{ \"kind\": \"hasMany\", \"foreignKey\": \"WholeId\"")
                + ", \"source\": \"Whole\", \"target\": \"Part\", \"as\": \"" + name + number + "\" }";
        }
        return resolve(test::projectOf(
            R"({ "name": "Whole", "attributes": [] }, { "name": "Part", "attributes": [] })", associations));
    }
};

THROUGHLINE_TEST(LimitsTest)
#include "tst_limits.moc"
