#include "model/rows/browse.h"
#include "model/rows/filter.h"
#include "model/rows/label.h"
#include "tests/model/rows/rowsfixture.h"
#include "tests/support/testcase.h"

using namespace model;
using namespace Qt::StringLiterals;

namespace {

const QByteArray workers = R"json(
    { "name": "User", "attributes": [ { "name": "code", "type": "STRING", "allowNull": false, "unique": true },
                                      { "name": "name", "type": "STRING" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" },
                                         { "name": "budget", "type": "DECIMAL(10,2)" } ] },
    { "name": "UserProject", "attributes": [ { "name": "status", "type": "STRING" },
                                             { "name": "done", "type": "BOOLEAN" },
                                             { "name": "finishedAt", "type": "DATE" } ] })json";
const QByteArray work = R"(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "UserProject",
      "foreignKey": "userCode", "otherKey": "projectId", "sourceKey": "code" },
    { "kind": "belongsToMany", "source": "Project", "target": "User", "as": "Workers", "through": "UserProject",
      "foreignKey": "projectId", "otherKey": "userCode", "targetKey": "code" },
    { "kind": "belongsTo", "source": "Project", "target": "User", "as": "Owner" })";

void fillWorkers(Database &database)
{
    database.run("INSERT INTO Users VALUES (1, 'ada', 'Ada Lovelace'), (2, 'alan', 'Alan Turing'),"
                 " (3, 'grace', NULL)");
    database.run("INSERT INTO Projects (id, title, budget, OwnerId) VALUES (7, 'Engine', 10.5, 1),"
                 " (8, 'Bombe', NULL, NULL), (9, 'Apollo 7', 3, 2)");
    database.run("INSERT INTO UserProjects (userCode, projectId, status, done, finishedAt) VALUES"
                 " ('ada', 7, 'done', 1, '1843-09-05 00:00:00.000 +00:00'), ('ada', 9, 'open', 0, NULL),"
                 " ('alan', 8, 'done', 1, '1940-03-14 12:30:01.000 +00:00'), ('grace', 8, NULL, NULL, NULL)");
}

Table tableOf(const QByteArray &model)
{
    const auto file = readProject("{ \"format\": \"throughline/1\", \"define\": { \"timestamps\": false }, "
                                  "\"models\": [ "
                                  + model + " ] }");
    return file ? resolve(file->project).tables[0] : Table();
}

QString browsed(Database &database, const char *model, const QList<Filter> &filters = {},
                const QString &sortColumn = {}, bool isDescending = false)
{
    const auto source = browse(database, database.schema,
                               {.table = database.table(model),
                                .sortColumn = sortColumn,
                                .isDescending = isDescending,
                                .filters = filters});
    return source ? textOf(*source, firstPage(database, *source, 100)) : source.error().message;
}

}

class BrowseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data();
    void labels();
    void keys_data();
    void keys();
    void conditions_data();
    void conditions();
    void literals_data();
    void literals();
    void displays_data();
    void displays();
    void walks_data();
    void walks();
    void showsBothEndsOfAThrough();
    void showsTheLabelOfForeignKeys();
    void showsOnlyTheKeyOfRowsWithoutAName();
    void tellsPolymorphicKeysApart();
    void filters_data();
    void filters();
    void asksEachRowWhereManyAreCalledSo();
    void sortsBeforeTheKey();
    void goesToKeys();
    void keepsPagesFull();
    void readsKeysAsTyped();
    void walksAnIndexOfSeveralColumns();
    void doesNotRepeatRowsWhoseKeyIsAmbiguous();
    void countsRows();
    void survivesHostileNamesAndValues();
};

void BrowseTest::labels_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("expected");
    const auto text = [](const char *name) {
        return QByteArray("{ \"name\": \"") + name + "\", \"type\": \"STRING\" }";
    };
    QTest::newRow("a name before a title") << text("title") + "," + text("name") << u"name"_s;
    QTest::newRow("the model's own name") << text("kind") + "," + text("user_name") << u"user_name"_s;
    QTest::newRow("both names") << text("lastName") + "," + text("email") + "," + text("firstName")
                                << u"firstName lastName"_s;
    QTest::newRow("one of the names is not enough") << text("lastName") + "," + text("email") << u"email"_s;
    QTest::newRow("the first text")
        << R"({ "name": "n", "type": "INTEGER" }, { "name": "body", "type": "TEXT" },)" + text("motto")
        << u"motto"_s;
    QTest::newRow("never a secret") << text("passwordHash") + "," + text("apiToken") << u"id"_s;
    QTest::newRow("a name that is a number")
        << QByteArray(R"({ "name": "name", "type": "INTEGER" })") << u"id"_s;
    QTest::newRow("both parts of a key") << QByteArray(
        R"({ "name": "a", "type": "STRING", "primaryKey": true }, { "name": "b", "type": "UUID", "primaryKey": true })")
                                         << u"a b"_s;
}

void BrowseTest::labels()
{
    QFETCH(const QByteArray, attributes);
    const Table table = tableOf("{ \"name\": \"User\", \"attributes\": [" + attributes + "] }");
    QStringList names;
    for (const Column *column : labelColumns(table))
        names.append(column->attribute);
    QTEST(names.join(u' '), "expected");
}

void BrowseTest::keys_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("expected");
    const QByteArray code = R"({ "name": "code", "field": "c", "type": "STRING", "allowNull": false })";
    QTest::newRow("its own number") << QByteArray() << QByteArray() << u"id"_s;
    QTest::newRow("several columns") << QByteArray(
        R"({ "name": "b", "type": "INTEGER", "primaryKey": true }, { "name": "a", "type": "INTEGER", "primaryKey": true })")
                                     << QByteArray() << u"b a"_s;
    QTest::newRow("a key that may be NULL")
        << QByteArray(R"({ "name": "u", "type": "UUID", "primaryKey": true })") << QByteArray() << u"u?"_s;
    QTest::newRow("a unique index, without a primary key")
        << code << QByteArray(R"("indexes": [ { "unique": true, "fields": ["c"] } ])") << u"c"_s;
    QTest::newRow("not one of some rows")
        << code << QByteArray(R"("indexes": [ { "unique": true, "fields": ["c"], "where": { "c": "x" } } ])")
        << u"rowid"_s;
    QTest::newRow("not a unique column that may be NULL")
        << QByteArray(R"({ "name": "rowid", "type": "STRING", "unique": true })") << QByteArray()
        << u"_rowid_"_s;
}

void BrowseTest::keys()
{
    QFETCH(const QByteArray, attributes);
    QFETCH(const QByteArray, rest);
    Table table = tableOf("{ \"name\": \"T\", \"attributes\": [" + attributes + "]"
                          + (rest.isEmpty() ? "" : ", " + rest) + " }");
    // What Sequelize's removeAttribute('id') leaves.
    if (QByteArray(QTest::currentDataTag()) != "its own number")
        table.columns.removeIf([](const Column &column) { return column.origin == Origin::Id; });
    QStringList names;
    for (const OrderColumn &each : rowKey(table, sqliteDialect).columns)
        names.append(each.column.name + (each.isNullable ? u"?"_s : QString()));
    QTEST(names.join(u' '), "expected");
}

void BrowseTest::conditions_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *type, const char *typed, const char *expected) {
        QTest::addRow("%s: %s", type, typed)
            << QString::fromLatin1(type) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("STRING", "ada", "c LIKE '%ada%'");
    row("STRING", "!ada", "(NOT (c LIKE '%ada%') OR c IS NULL)");
    row("STRING", "100%_!", "c LIKE '%100!%!_!!%' ESCAPE '!'");
    row("STRING", "O'Neil", "c LIKE '%O''Neil%'");
    row("STRING", "\"=5\"", "c LIKE '%=5%'");
    row("STRING", "=", "c = ''");
    row("STRING", "= ada", "c = 'ada'");
    row("STRING", "=\"null\"", "c = 'null'");
    row("STRING", "<>ada", "(c <> 'ada' OR c IS NULL)");
    row("STRING", "null", "c IS NULL");
    row("STRING", "! NULL", "c IS NOT NULL");
    row("STRING", "a..m", "c >= 'a' AND c <= 'm'");
    row("STRING", "wait...", "c LIKE '%wait...%'");
    row("STRING", "!", "nothing is asked");
    row("INTEGER", "5", "c = 5");
    row("INTEGER", "!5", "(c <> 5 OR c IS NULL)");
    row("INTEGER", "!=5", "(c <> 5 OR c IS NULL)");
    row("INTEGER", ">3", "c > 3");
    row("INTEGER", "!>3", "(NOT (c > 3) OR c IS NULL)");
    row("INTEGER", "-5 .. 2.5", "c >= -5 AND c <= 2.5");
    row("INTEGER", "..9", "c <= 9");
    row("BIGINT", "=9007199254740993", "c = 9007199254740993");
    row("INTEGER", "ada", "expected a number such as 5, >3 or 1..9, null or !null");
    row("INTEGER", "5; DROP TABLE x", "expected a number such as 5, >3 or 1..9, null or !null");
    row("BOOLEAN", "yes", "c = 1");
    row("BOOLEAN", "maybe", "expected true, false, null or !null");
    row("DATE", "2020-02", "c >= '2020-02-01 00:00:00.000 +00:00' AND c < '2020-03-01 00:00:00.000 +00:00'");
    row("DATE", ">2020-01-01", "c >= '2020-01-02 00:00:00.000 +00:00'");
    row("DATE", "<=2020-01-01", "c < '2020-01-02 00:00:00.000 +00:00'");
    row("DATE", "2019..2020-01-01 10:30",
        "c >= '2019-01-01 00:00:00.000 +00:00' AND c < '2020-01-01 10:31:00.000 +00:00'");
    row("DATE", "2020-13", "expected a date such as 2024-03-14, >2024, 2024-01..2024-06, null or !null");
    row("DATEONLY", "2020-02-03", "c = '2020-02-03'");
    row("DATEONLY", "2020", "c >= '2020-01-01' AND c <= '2020-12-31'");
    row("BLOB", "=X'6869'", "c = X'6869'");
    row("BLOB", "hi", "expected bytes such as X'6869', null or !null");
    row("ENUM('a', 'b')", "a", "c LIKE '%a%'");
}

void BrowseTest::conditions()
{
    QFETCH(const QString, type);
    QFETCH(const QString, typed);
    const Column column{.attribute = u"c"_s, .name = u"c"_s, .type = parseType(type).value_or(Type())};
    const auto condition = parseCondition(typed, column, sqliteDialect);
    QTEST(condition ? conditionSql(*condition, u"c"_s, column, sqliteDialect) : condition.error().message,
          "expected");
}

void BrowseTest::literals_data()
{
    QTest::addColumn<Value>("value");
    QTest::newRow("NULL") << Value();
    QTest::newRow("largest") << Value::number(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest") << Value::number(std::numeric_limits<qint64>::min());
    QTest::newRow("past 2^53") << Value::number(qint64(9007199254740993));
    for (const double real : {0.1, 0.30000000000000004, -1.0 / 3, 5e-324, 1.7976931348623157e308,
                              123456.789e-300, std::numeric_limits<double>::infinity()})
        QTest::addRow("%.17g", real) << Value::number(real);
    QTest::newRow("quotes") << Value::text(u"a'b\"c`d\\e;--\n\tä😀");
    QTest::newRow("empty") << Value::text(u"");
    QTest::newRow("NUL in a text") << Value::text(QStringView(u"a\0b", 3));
    Value broken = Value::text(u"");
    broken.bytes = "caf\xe9";
    QTest::newRow("no UTF-8") << broken;
    QTest::newRow("bytes") << Value::data(QByteArray("\0\1'\xff", 4));
}

void BrowseTest::literals()
{
    QFETCH(const Value, value);
    Database database(workers, work);
    Value back = Value::text(u"nothing");
    const auto read = database.select(u"SELECT "_s + literalOf(value, {}, sqliteDialect), {},
                                      [&](std::span<const Cell> cells) {
                                          back = Value::of(cells[0]);
                                          return true;
                                      });
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(isSame(back, value, {}));
    QVERIFY(back == value || back.isNumber());
}

void BrowseTest::displays_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("true") << u"BOOLEAN"_s << Value::number(qint64(1)) << u"true"_s;
    QTest::newRow("no boolean") << u"BOOLEAN"_s << Value::number(qint64(2)) << u"2"_s;
    QTest::newRow("minute") << u"DATE"_s << Value::text(u"1843-09-05 00:00:00.000 +00:00")
                            << u"1843-09-05 00:00"_s;
    QTest::newRow("another zone") << u"DATE"_s << Value::text(u"2020-01-01 01:00:00.500 +01:00")
                                  << u"2020-01-01 00:00:00.500"_s;
    QTest::newRow("no date") << u"DATE"_s << Value::text(u"soon") << u"soon"_s;
    QTest::newRow("lines") << u"TEXT"_s << Value::text(u"a\r\nb\nc") << u"a↵b↵c"_s;
    QTest::newRow("bytes") << u"BLOB"_s << Value::data("hi") << u"X'6869'"_s;
    QTest::newRow("many bytes") << u"BLOB"_s << Value::data(QByteArray(20, 'a'))
                                << u"X'61616161616161616161616161616161… (20 bytes)"_s;
    QTest::newRow("JSON") << u"JSON"_s << Value::text(u"{\"a\":[1,\n2]}") << u"{ \"a\": [1, 2] }"_s;
    QTest::newRow("NULL") << u"STRING"_s << Value() << u"NULL"_s;
}

void BrowseTest::displays()
{
    QFETCH(const QString, type);
    QFETCH(const Value, value);
    QTEST(displayText(value, parseType(type).value_or(Type())), "expected");
}

void BrowseTest::walks_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("sortColumn");
    QTest::addColumn<bool>("isDescending");
    const QByteArray pair =
        R"({ "name": "T", "attributes": [ { "name": "a", "type": "INTEGER", "primaryKey": true },
            { "name": "b", "type": "STRING", "primaryKey": true }, { "name": "s", "type": "STRING" } ] })";
    const QByteArray uuid =
        R"({ "name": "T", "attributes": [ { "name": "a", "type": "UUID", "primaryKey": true },
            { "name": "b", "type": "STRING" }, { "name": "s", "type": "DOUBLE" } ] })";
    QStringList pairs;
    QStringList uuids;
    for (int i = 0; i < 17; ++i) {
        pairs.append(u"(%1, '%2', %3)"_s.arg(i / 5)
                         .arg(i * 7 % 17)
                         .arg(i % 3 == 0 ? u"NULL"_s : u"'%1'"_s.arg(i % 4)));
        uuids.append(
            u"('u%1', NULL, %2)"_s.arg(i * 5 % 17).arg(i % 4 == 0 ? u"NULL"_s : u"0.1 * %1"_s.arg(i % 7)));
    }
    uuids.append(u"(NULL, NULL, 3)"_s);
    for (const bool isDescending : {false, true}) {
        const char *way = isDescending ? "descending" : "ascending";
        for (const auto &sort : {QString(), u"b"_s, u"s"_s}) {
            QTest::addRow("two columns, by %s, %s", qPrintable(sort), way)
                << pair << pairs << sort << isDescending;
            QTest::addRow("UUID, by %s, %s", qPrintable(sort), way) << uuid << uuids << sort << isDescending;
        }
    }
    QTest::newRow("no rows") << pair << QStringList() << QString() << false;
}

/// Whatever the order, pages in both directions are the rows as one SELECT has them.
void BrowseTest::walks()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QStringList, rows);
    QFETCH(const QString, sortColumn);
    QFETCH(const bool, isDescending);
    Database database(model);
    if (!rows.isEmpty())
        database.run("INSERT INTO Ts (a, b, s) VALUES " + rows.join(u", "_s).toUtf8());
    const RowSource source = *browse(database, database.schema,
                                     {.table = 0, .sortColumn = sortColumn, .isDescending = isDescending});
    const QString whole = textOf(source, firstPage(database, source, 1000));
    QCOMPARE(textOf(source, lastPage(database, source, 1000)), whole);
    const int limit = 3;
    QStringList onwards;
    Page page = *firstPage(database, source, limit);
    while (true) {
        onwards.append(textOf(source, Page{.rows = page.rows}));
        if (!page.hasAfter)
            break;
        QCOMPARE(page.rows.size(), limit);
        page = *pageAfter(database, source, page.rows.last().place, limit);
        QVERIFY(page.hasBefore);
    }
    QCOMPARE(onwards.join(u'|'), whole);
    QStringList backwards;
    page = *lastPage(database, source, limit);
    while (page.hasBefore) {
        backwards.prepend(textOf(source, Page{.rows = page.rows}));
        const Values place = page.rows.first().place;
        const Page before = *pageBefore(database, source, place, limit);
        QVERIFY(before.hasAfter);
        // The first page is filled up with rows that the next one shows as well.
        const auto overlap = std::count_if(before.rows.begin(), before.rows.end(), [&](const Row &row) {
            return backwards.join(u'|').contains(textOf(source, Page{.rows = {row}}));
        });
        QVERIFY(overlap == 0 || !before.hasBefore);
        page = before;
        for (qsizetype i = 0; i < overlap; ++i)
            page.rows.removeLast();
    }
    if (!page.rows.isEmpty())
        backwards.prepend(textOf(source, Page{.rows = page.rows}));
    QCOMPARE(backwards.join(u'|'), whole);
}

void BrowseTest::showsBothEndsOfAThrough()
{
    Database database(workers, work);
    fillWorkers(database);
    QCOMPARE(
        browsed(database, "UserProject"),
        u"Ada Lovelace#ada Engine#7 done true 1843-09-05 00:00|Ada Lovelace#ada Apollo 7#9 open false NULL|"
        "Alan Turing#alan Bombe#8 done true 1940-03-14 12:30:01|grace Bombe#8 NULL NULL NULL"_s);

    Database self(R"({ "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] })",
                  R"({ "kind": "belongsToMany", "source": "User", "target": "User", "as": "Follows",
                       "through": "Follow", "foreignKey": "followerId", "otherKey": "followedId" })");
    self.run("INSERT INTO Users VALUES (1, 'Ada'), (2, 'Alan')");
    self.run("INSERT INTO Follow (followerId, followedId) VALUES (1, 2), (2, 2)");
    QCOMPARE(browsed(self, "Follow"), u"Ada#1 Alan#2|Alan#2 Alan#2"_s);
}

void BrowseTest::showsTheLabelOfForeignKeys()
{
    Database database(workers, work);
    fillWorkers(database);
    QCOMPARE(browsed(database, "Project"),
             u"7 Engine 10.5 Ada Lovelace#1|8 Bombe NULL NULL|9 Apollo 7 3 Alan Turing#2"_s);
}

void BrowseTest::showsOnlyTheKeyOfRowsWithoutAName()
{
    Database database(R"({ "name": "Node", "attributes": [ { "name": "weight", "type": "INTEGER" } ] })",
                      R"({ "kind": "belongsTo", "source": "Node", "target": "Node", "as": "Parent" })");
    database.run("INSERT INTO Nodes VALUES (1, 5, NULL), (11, 6, 1), (12, 7, 11)");
    QCOMPARE(browsed(database, "Node", {{u"ParentId"_s, u"1"_s}}), u"11 6 1"_s);
    QVERIFY(!database.statements.last().contains(u"JOIN"_s));
}

void BrowseTest::tellsPolymorphicKeysApart()
{
    const QByteArray named = R"(", "attributes": [ { "name": "name", "type": "STRING" } ] },)";
    const auto tagged = [](const QByteArray &model, const QByteArray &scope) {
        return QByteArray(R"({ "kind": "belongsToMany", "source": ")") + model
            + R"(", "target": "Tag", "through": { "model": "ItemTag", "unique": false, "scope": { "taggable": ")"
            + scope
            + R"(" } }, "foreignKey": { "name": "itemId" }, "otherKey": "tagId", "constraints": false })";
    };
    Database database("{ \"name\": \"Post" + named + "{ \"name\": \"Image" + named + "{ \"name\": \"Tag"
                          + named + R"({ "name": "ItemTag", "attributes": [
                                 { "name": "id", "type": "INTEGER", "primaryKey": true, "autoIncrement": true },
                                 { "name": "taggable", "type": "STRING" } ] })",
                      tagged("Post", "post") + "," + tagged("Image", "image"));
    database.run("INSERT INTO Posts VALUES (1, 'a post')");
    database.run("INSERT INTO Images VALUES (1, 'an image')");
    database.run("INSERT INTO Tags VALUES (5, 'red')");
    database.run("INSERT INTO ItemTags (taggable, itemId, tagId) VALUES ('post', 1, 5), ('image', 1, 5),"
                 " ('video', 1, 5)");
    QCOMPARE(browsed(database, "ItemTag"), u"a post#1 red#5 post|an image#1 red#5 image|1 red#5 video"_s);
    QCOMPARE(browsed(database, "ItemTag", {{u"itemId"_s, u"image"_s}}), u"an image#1 red#5 image"_s);
}

void BrowseTest::filters_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); ///< status and key of what is found
    const auto row = [](const char *column, const char *typed, const char *expected) {
        QTest::addRow("%s: %s", column, typed)
            << QString::fromLatin1(column) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("userCode", "LOVE ada", "ada/7 ada/9");
    row("userCode", "\"ada love\"", "ada/7 ada/9");
    row("userCode", "turing ada", "");
    row("userCode", "!ada", "alan/8 grace/8");
    row("userCode", "=ada", "ada/7 ada/9");
    row("userCode", "#alan", "alan/8");
    row("userCode", "b..z", "grace/8");
    row("userCode", "%", "");
    row("projectId", "7", "ada/7 ada/9"); // the key 7, and Apollo 7
    row("projectId", "#7", "ada/7");
    row("projectId", ">7", "ada/9 alan/8 grace/8");
    row("projectId", "bomb", "alan/8 grace/8");
    row("status", "null", "grace/8");
    row("status", "#done", "");
    row("status", "DON", "ada/7 alan/8");
    row("done", "false", "ada/9");
    row("finishedAt", "1940", "alan/8");
    row("finishedAt", "later",
        "finishedAt: expected a date such as 2024-03-14, >2024, 2024-01..2024-06, null or !null");
    row("nothing", "1", "UserProject has no column nothing");
}

void BrowseTest::filters()
{
    QFETCH(const QString, column);
    QFETCH(const QString, typed);
    Database database(workers, work);
    fillWorkers(database);
    const auto source = browse(database, database.schema,
                               {.table = database.table("UserProject"), .filters = {{column, typed}}});
    QStringList found;
    if (source) {
        const Page page = *firstPage(database, *source, 100);
        for (const Row &row : page.rows)
            found.append(row.key[0].toText() + u'/' + row.key[1].toText());
        QCOMPARE(*countRows(database, *source), found.size());
    } else {
        found.append(source.error().message);
    }
    QTEST(found.join(u' '), "expected");
}

void BrowseTest::asksEachRowWhereManyAreCalledSo()
{
    Database database(workers, work);
    database.run(
        "INSERT INTO Users WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)"
        " SELECT i, 'c' || i, 'Ada ' || i FROM n");
    database.run("INSERT INTO Projects (id) VALUES (1)");
    database.run("INSERT INTO UserProjects (userCode, projectId) SELECT code, 1 FROM Users");
    const auto few =
        browse(database, database.schema,
               {.table = database.table("UserProject"), .filters = {{u"userCode"_s, u"ada 70"_s}}});
    QCOMPARE(
        few->conditions,
        QStringList{u"`t`.`userCode` IN ('c70', 'c170', 'c270', 'c370', 'c470', 'c570', 'c670', 'c700')"_s});
    const auto many =
        browse(database, database.schema,
               {.table = database.table("UserProject"), .filters = {{u"userCode"_s, u"ada"_s}}});
    QVERIFY(many->conditions[0].startsWith(u"EXISTS ("_s));
    QCOMPARE(*countRows(database, *many), 700);
}

void BrowseTest::sortsBeforeTheKey()
{
    Database database(workers, work);
    fillWorkers(database);
    const auto statuses = [&](bool isDescending) {
        const auto source = browse(database, database.schema,
                                   {.table = database.table("UserProject"),
                                    .sortColumn = u"status"_s,
                                    .isDescending = isDescending});
        QStringList found;
        const Page page = *firstPage(database, *source, 100);
        for (const Row &row : page.rows)
            found.append(displayText(row.values[2], {}) + u'/' + row.key[0].toText() + u'/'
                         + row.key[1].toText());
        return found.join(u' ');
    };
    QCOMPARE(statuses(false), u"NULL/grace/8 done/ada/7 done/alan/8 open/ada/9"_s);
    QCOMPARE(statuses(true), u"open/ada/9 done/alan/8 done/ada/7 NULL/grace/8"_s);
    QCOMPARE(browsed(database, "User", {}, u"no"_s), u"User has no column no"_s);
}

void BrowseTest::goesToKeys()
{
    Database database(workers, work);
    fillWorkers(database);
    const int table = database.table("UserProject");
    const RowSource plain = *browse(database, database.schema, {.table = table});
    const auto at = [&](const RowSource &source, const Values &key) {
        const auto page = pageAt(database, source, key, 2);
        if (!page)
            return page.error().message;
        QStringList keys;
        for (const Row &row : page->rows)
            keys.append(row.key[0].toText() + u'/' + row.key[1].toText());
        return (page->hasBefore ? u"<"_s : QString()) + keys.join(u' ')
            + (page->hasAfter ? u">"_s : QString());
    };
    const auto key = [](const char *code, qint64 project) {
        return Values{Value::text(QString::fromLatin1(code)), Value::number(project)};
    };
    QCOMPARE(at(plain, key("ada", 9)), u"<ada/9 alan/8>"_s);
    QCOMPARE(at(plain, {Value::text(u"ada")}), u"ada/7 ada/9>"_s);
    QCOMPARE(at(plain, {Value::text(u"af")}), u"<alan/8 grace/8"_s);
    QCOMPARE(at(plain, {Value::text(u"zoe")}), u"<alan/8 grace/8"_s);
    QCOMPARE(at(plain, {}), u"UserProject has no such key"_s);
    const RowSource sorted =
        *browse(database, database.schema, {.table = table, .sortColumn = u"status"_s, .isDescending = true});
    QCOMPARE(at(sorted, key("ada", 7)), u"<ada/7 grace/8"_s);
    QCOMPARE(at(sorted, key("zoe", 7)), u"no row of UserProject has this key"_s);
}

void BrowseTest::keepsPagesFull()
{
    Database database(workers);
    database.run("INSERT INTO Users (id, code) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e')");
    const RowSource source = *browse(database, database.schema, {.table = 0});
    const auto place = [](qint64 id) { return Values{Value::number(id)}; };
    QCOMPARE(textOf(source, pageBefore(database, source, place(3), 3)), u"1 a NULL|2 b NULL|3 c NULL>"_s);
    database.run("DELETE FROM Users WHERE id > 3");
    QCOMPARE(textOf(source, pageAfter(database, source, place(3), 2)), u"<2 b NULL|3 c NULL"_s);
    database.run("DELETE FROM Users");
    QCOMPARE(textOf(source, pageAfter(database, source, place(3), 2)), u""_s);
    QCOMPARE(textOf(source, pageBefore(database, source, place(3), 2)), u""_s);
}

void BrowseTest::readsKeysAsTyped()
{
    Database database(workers, work);
    const RowSource source = *browse(database, database.schema, {.table = database.table("UserProject")});
    QCOMPARE(*parseKey(u"ada, 7"_s, source, sqliteDialect),
             (Values{Value::text(u"ada"), Value::number(qint64(7))}));
    QCOMPARE(*parseKey(u"ada"_s, source, sqliteDialect), Values{Value::text(u"ada")});
    QCOMPARE(parseKey(u"ada,x"_s, source, sqliteDialect).error().message,
             u"projectId: expected a whole number from -2147483648 to 2147483647"_s);
    QCOMPARE(parseKey(u"1,2,3"_s, source, sqliteDialect).error().message,
             u"expected a key: userCode, projectId"_s);
}

void BrowseTest::walksAnIndexOfSeveralColumns()
{
    Database database(workers, work);
    fillWorkers(database);
    const RowSource source = *browse(database, database.schema, {.table = database.table("UserProject")});
    const Values place{Value::text(u"alan"), Value::number(qint64(8))};
    database.statements.clear();
    QVERIFY(pageAfter(database, source, place, 2));
    QVERIFY2(database.plans().contains(u"SEARCH t USING INDEX sqlite_autoindex_UserProjects_1 "
                                       "((userCode,projectId)>(?,?))"_s),
             qPrintable(database.plans()));
    database.statements.clear();
    QVERIFY(lastPage(database, source, 2));
    QVERIFY2(
        database.plans().startsWith(u"CO-ROUTINE t\nSCAN t USING INDEX sqlite_autoindex_UserProjects_1\n"_s),
        qPrintable(database.plans()));
    for (const QString &sql : database.statements)
        QVERIFY(!sql.contains(u"OFFSET"_s));
}

/// A key column of the schema that is not unique: Sequelize allows it.
void BrowseTest::doesNotRepeatRowsWhoseKeyIsAmbiguous()
{
    Database database(
        R"({ "name": "User", "attributes": [ { "name": "code", "type": "STRING" }, { "name": "name", "type": "STRING" } ] },
           { "name": "Note", "attributes": [] })",
        R"({ "kind": "belongsTo", "source": "Note", "target": "User", "targetKey": "code",
             "foreignKey": "userCode", "constraints": false })");
    database.run("INSERT INTO Users VALUES (1, 'a', 'Ada'), (2, 'a', 'Alan')");
    database.run("INSERT INTO Notes VALUES (1, 'a'), (2, 'a'), (3, NULL)");
    const RowSource source = *browse(database, database.schema, {.table = database.table("Note")});
    const Page page = *firstPage(database, source, 2);
    QCOMPARE(page.rows.size(), 2);
    QVERIFY(page.hasAfter);
    QCOMPARE(*countRows(database, source), 3);
}

void BrowseTest::countsRows()
{
    Database database(workers, work);
    fillWorkers(database);
    const RowSource source = *browse(database, database.schema, {.table = database.table("UserProject")});
    database.statements.clear();
    QCOMPARE(*countRows(database, source), 4);
    QCOMPARE(database.statements, QStringList{u"SELECT COUNT(*) FROM `UserProjects` AS `t`"_s});
}

void BrowseTest::survivesHostileNamesAndValues()
{
    Database database(
        R"({ "name": "Us`er; DROP", "options": { "tableName": "we\"ird'; -- ta`ble" }, "attributes": [
               { "name": "id", "field": "i d\"", "type": "STRING", "primaryKey": true, "allowNull": false },
               { "name": "name", "field": "na'me\n;`", "type": "STRING" } ] })",
        R"({ "kind": "belongsToMany", "source": "Us`er; DROP", "target": "Us`er; DROP", "as": "Other's",
             "through": "li\"nk;s`", "foreignKey": "fr'om", "otherKey": "to;`", "timestamps": false })");
    const QStringList names{u"'; DROP TABLE x; --"_s, u"a\nb"_s, u"ä😀`\"\\"_s, u"%_!"_s};
    for (const QString &name : names) {
        const QString value = literalOf(Value::text(name), {}, sqliteDialect);
        database.run(u"INSERT INTO `we\"ird'; -- table` VALUES (%1, %1)"_s.arg(value).toUtf8());
        database.run(u"INSERT INTO `li\"nk;s` VALUES (%1, %1)"_s.arg(value).toUtf8());
    }
    const int through = database.schema.associations[0].through;
    for (const QString &name : names) {
        const auto source =
            browse(database, database.schema,
                   {.table = through, .filters = {{u"fr'om"_s, name}, {u"to;`"_s, u'=' + name}}});
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        const auto page = firstPage(database, *source, 10);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows[0].values[0].toText(), name);
        QVERIFY(!page->rows[0].labels[1].isNull());
        QCOMPARE(pageAt(database, *source, page->rows[0].key, 1)->rows.size(), 1);
    }
    const RowSource all = *browse(database, database.schema, {.table = through});
    Page page = *firstPage(database, all, 1);
    for (qsizetype i = 1; i < names.size(); ++i)
        page = *pageAfter(database, all, page.rows[0].place, 1);
    QVERIFY(!page.hasAfter);
}


THROUGHLINE_TEST(BrowseTest)
#include "tst_browse.moc"
