#include "model/check/check.h"
#include "model/database/connection.h"
#include "model/ddl/create.h"
#include "model/file/locate.h"
#include "model/query/plan.h"
#include "model/query/runfind.h"
#include "model/rows/filter.h"
#include "model/rows/input.h"
#include "model/sample/embedded.h"
#include "model/sql/literal.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// The character NUL, at which texts end for the libraries of databases and systems: it is carried, or refused
/// with place and reason; what follows it is never dropped.
class NulTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAProject_data();
    void ofAProject();
    void ofAQuery_data();
    void ofAQuery();
    void ofAStatement_data();
    void ofAStatement();
    void ofARow();
    void ofACell_data();
    void ofACell();
    void ofAUrl_data();
    void ofAUrl();

private:
    static Schema schema()
    {
        return resolve(test::projectOf(
            R"({ "name": "User", "attributes": [{ "name": "name", "type": "STRING" }] })", ""));
    }
};

void NulTest::ofAProject_data()
{
    QTest::addColumn<QByteArray>("models");
    QTest::addColumn<QByteArray>("associations");
    const auto row = [](const char *name, const QByteArray &models, const QByteArray &associations = {}) {
        QTest::newRow(name) << models << associations;
    };
    const auto attribute = [&](const char *name, const QByteArray &keys) {
        row(name, R"({"name":"A","attributes":[{"name":"x",)" + keys + "}]}");
    };
    const auto option = [&](const char *name, const QByteArray &options) {
        row(name, R"({"name":"A","attributes":[],"options":{)" + options + "}}");
    };
    const auto index = [&](const char *name, const QByteArray &keys) {
        row(name, R"({"name":"A","attributes":[{"name":"x","type":"STRING"}],"indexes":[{)" + keys + "}]}");
    };
    const auto association = [&](const char *name, const QByteArray &keys) {
        row(name, R"({"name":"A","attributes":[]},{"name":"B","attributes":[]})",
            R"({"source":"A","target":"B",)" + keys + "}");
    };
    row("model", R"({"name":"A\u0000b","attributes":[]})");
    row("attribute", R"({"name":"A","attributes":[{"name":"x\u0000y","type":"STRING"}]})");
    attribute("field", R"("type":"STRING","field":"x\u0000y")");
    attribute("raw type", R"("type":{"$raw":"INT\u0000, y INT"})");
    attribute("unknown type", R"("type":"INT\u0000, y INT")");
    attribute("label", R"json("type":"ENUM('a','b\u0000c')")json");
    attribute("label apart", R"("type":"ENUM","values":["a","b\u0000c"])");
    attribute("default", R"("type":"STRING","defaultValue":"a\u0000b")");
    attribute("default of a list", R"json("type":"ARRAY(STRING)","defaultValue":["a\u0000b"])json");
    attribute("default of JSON", R"("type":"JSON","defaultValue":{"a\u0000b":"c\u0000d"})");
    attribute("default in SQL", R"("type":"INTEGER","defaultValue":{"$literal":"1\u0000 + 1"})");
    attribute("default by a function", R"("type":"INTEGER","defaultValue":{"$fn":["abs\u0000","a\u0000b"]})");
    attribute("comment", R"("type":"STRING","comment":"a\u0000b")");
    attribute("table referred to", R"("type":"INTEGER","references":{"model":"B\u0000c","key":"id"})");
    attribute("column referred to", R"("type":"INTEGER","references":{"model":"As","key":"i\u0000d"})");
    attribute("action", R"("type":"INTEGER","references":{"model":"As","key":"id"},"onDelete":"CASCADE\u0000x")");
    option("table", R"("tableName":"a\u0000b")");
    option("comment of a table", R"("comment":"a\u0000b")");
    option("character set", R"("charset":"utf8\u0000b")");
    option("collation", R"("collate":"utf8_bin\u0000b")");
    option("engine", R"("engine":"InnoDB\u0000b")");
    option("row format", R"("rowFormat":"DYNAMIC\u0000b")");
    option("timestamp", R"("createdAt":"a\u0000b")");
    option("version", R"("version":"a\u0000b")");
    option("column of a unique key", R"("uniqueKeys":{"a":{"fields":["created\u0000At"]}})");
    index("index", R"("name":"a\u0000b","fields":["x"])");
    index("column of an index", R"("fields":["x\u0000y"])");
    index("collation of an index", R"("fields":[{"name":"x","collate":"C\u0000D"}])");
    index("expression", R"json("name":"i","fields":[{"$literal":"lower(x\u0000)"}])json");
    index("method", R"("using":"btree\u0000x","fields":["x"])");
    index("operator class", R"("operator":"text_ops\u0000x","fields":["x"])");
    index("kind of an index", R"("type":"UNIQUE\u0000x","fields":["x"])");
    index("condition in SQL", R"("fields":["x"],"where":{"x":{"$literal":"1\u0000"}})");
    association("alias", R"("kind":"hasMany","as":"a\u0000b")");
    association("key", R"("kind":"belongsTo","foreignKey":"a\u0000b")");
    association("through", R"("kind":"belongsToMany","through":"a\u0000b")");
    association("key of a through", R"("kind":"belongsToMany","through":"t","foreignKey":"a\u0000b")");
    association("name of a through's key",
                R"("kind":"belongsToMany","through":"t","uniqueKey":"a\u0000b")");
    association("action of an association", R"("kind":"hasMany","onDelete":"CASCADE\u0000x")");
}

/// A script that would hold one is an error of the project, where it stands in the file.
void NulTest::ofAProject()
{
    QFETCH(QByteArray, models);
    QFETCH(QByteArray, associations);
    const auto file = readProject(R"({"format":"throughline/1","models":[)" + models + R"(],"associations":[)"
                                  + associations + "]}");
    if (!file) {
        QVERIFY2(file.error().line > 0, qPrintable(file.error().message));
        return;
    }
    const Schema schema = resolve(file->project);
    const Locator locator(*file);
    for (const Dialect *dialect : dialects()) {
        if (!createScript(schema, *dialect).contains(QChar::Null))
            continue;
        const auto errors = check(file->project, schema, dialect->bit, Severity::Error);
        QVERIFY2(!errors.isEmpty(), dialect->id.data());
        for (const Problem &error : errors)
            QVERIFY2(locator.locate(error.place).line > 0, qPrintable(error.message));
    }
}

void NulTest::ofAQuery_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QString>("carriedBy"); // the products
    const auto row = [](const char *name, const QByteArray &find, const QString &carriedBy) {
        QTest::newRow(name) << find << carriedBy;
    };
    const QString servers = u"postgres mysql mariadb"_s;
    row("value", R"({"model":"User","where":{"name":"a\u0000b"}})", servers);
    row("values", R"({"model":"User","where":{"name":{"$in":["a","a\u0000b"]}}})", servers);
    row("pattern", R"({"model":"User","where":{"name":{"$like":"a\u0000%"}}})", servers);
    row("value of a having",
        R"({"model":"User","attributes":["name"],"group":["name"],"having":{"name":"a\u0000b"}})", servers);
    row("SQL", R"({"model":"User","where":{"$literal":"1 = 1\u0000"},"limit":1})", QString());
    row("SQL in an order", R"({"model":"User","order":[{"$literal":"1\u0000"}],"limit":1})", QString());
    row("alias", R"({"model":"User","attributes":[["name","a\u0000b"]]})", QString());
}

void NulTest::ofAQuery()
{
    QFETCH(QByteArray, find);
    QFETCH(QString, carriedBy);
    const Schema schema = NulTest::schema();
    const auto json = parseJson(find);
    QVERIFY(json);
    const auto read = readFind(*json, schema);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    for (const Dialect *dialect : dialects()) {
        const auto planned = plan(**read, schema, *dialect);
        const bool isCarried = carriedBy.contains(dialect->id);
        QVERIFY2(planned.has_value() == isCarried,
                 qPrintable(dialect->id + u": "_s + (planned ? planned->sql : planned.error().message)));
        if (isCarried) {
            QVERIFY2(planned->sql.contains("\\0"_L1) && !planned->sql.contains(QChar::Null),
                     qPrintable(planned->sql));
            continue;
        }
        const auto at = errorAt(find, planned.error().offset, {});
        QCOMPARE(at.column, find.lastIndexOf('"', find.indexOf("\\u0000")) + 1);
        QVERIFY2(planned.error().message.contains("NUL"_L1), qPrintable(planned.error().message));
    }
}

void NulTest::ofAStatement_data()
{
    QTest::addColumn<QString>("product");
    for (const auto &product : {u"sqlite"_s, u"postgres"_s, u"mariadb"_s})
        QTest::newRow(qPrintable(product)) << product;
}

/// The libraries would run what stands before it.
void NulTest::ofAStatement()
{
    QFETCH(QString, product);
    std::unique_ptr<test::Server> server;
    if (product != u"sqlite")
        server = std::make_unique<test::Server>(product);
    if (server && !server->absence().isEmpty())
        QSKIP(qPrintable(server->absence()));
    const auto connection = test::emptyDatabase(*dialectNamed(product), server.get());
    QVERIFY(connection);
    Connection &database = **connection;
    QVERIFY(database.execute(u"CREATE TABLE t (a INTEGER)"_s));
    const QString nul(QChar::Null);
    const auto inserted = database.execute(u"INSERT INTO t VALUES (1)"_s + nul + u" everything else"_s);
    QVERIFY(!inserted);
    QCOMPARE(inserted.error().message, nulInStatement());
    const auto row = [](std::span<const Cell>) { return true; };
    QVERIFY(!database.select(u"SELECT 1"_s + nul, {}, row));
    QVERIFY(!database.selectGuarded(u"SELECT 1"_s + nul, {}, row));
    const auto count = selectText(database, u"SELECT COUNT(*) FROM t"_s);
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    QCOMPARE(*count, u"0"_s);
}

/// SQLite keeps a NUL in a text: it comes out as it went in.
void NulTest::ofARow()
{
    const Schema schema = NulTest::schema();
    const auto database = embeddedDatabase(schema);
    QVERIFY(database);
    QVERIFY(database->connection->execute(u"UPDATE Users SET name = CAST(X'610062' AS TEXT) WHERE id = 1"_s));
    const auto found =
        runFind(*database->connection, schema,
                *parseJson(R"({"model":"User","attributes":["name"],"where":{"id":1}})"));
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->json(), QByteArray(R"([{"name":"a\u0000b"}])"));
}

void NulTest::ofACell_data()
{
    QTest::addColumn<QString>("type");
    for (const auto &type : {u"STRING"_s, u"TEXT"_s, u"CHAR(5)"_s, u"ENUM('a')"_s, u"INTEGER"_s, u"DATE"_s,
                             u"UUID"_s, u"JSON"_s, u"BLOB"_s, u"ARRAY(STRING)"_s})
        QTest::newRow(qPrintable(type)) << type;
}

void NulTest::ofACell()
{
    QFETCH(QString, type);
    const Column column{.attribute = u"x"_s, .name = u"x"_s, .type = *parseType(type)};
    const QString typed = u"a"_s + QChar::Null + u'b';
    for (const Dialect *dialect : dialects()) {
        const auto value = parseInput(typed, column, *dialect);
        QVERIFY2(!value, dialect->id.data());
        QVERIFY(!value.error().message.isEmpty());
        for (const QString &text : {typed, u"="_s + typed, u"!"_s + typed, u'"' + typed + u'"', u"1.."_s + typed}) {
            const auto asked = parseCondition(text, column, *dialect);
            QVERIFY2(!asked, qPrintable(dialect->id + u": "_s + text.toHtmlEscaped()));
        }
    }
}

void NulTest::ofAUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"sqlite:/tmp/a"_s + QChar::Null + u"b"_s;
    QTest::newRow("user") << u"postgres://a%00b@localhost/c"_s;
    QTest::newRow("password") << u"postgres://a:b%00c@localhost/d"_s;
    QTest::newRow("host") << u"mariadb://a@local%00host/b"_s;
    QTest::newRow("database") << u"mysql://a@localhost/b%00c"_s;
    QTest::newRow("option") << u"postgres://a@localhost/b?sslrootcert=/a%00b"_s;
    QTest::newRow("as it is") << u"postgres://a@localhost/b"_s + QChar::Null;
}

void NulTest::ofAUrl()
{
    QFETCH(QString, url);
    const auto read = parseDatabaseUrl(url);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains("NUL"_L1), qPrintable(read.error().message));
}

THROUGHLINE_TEST(NulTest)
#include "tst_nul.moc"
