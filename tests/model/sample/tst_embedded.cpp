#include "model/sample/embedded.h"
#include "tests/model/sample/samplefixture.h"
#include "tests/support/testcase.h"

using namespace model;
using namespace Qt::StringLiterals;

class EmbeddedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheSampleRows();
    void skipsWhatIsBroken_data();
    void skipsWhatIsBroken();
    void checksKeysAgain();
    void refusesTooManyRows();
};

void EmbeddedTest::holdsTheSampleRows()
{
    const Schema schema = sampleSchema(
        R"json({ "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] },
                        { "name": "Project", "attributes": [] })json",
        R"json({ "kind": "belongsToMany", "source": "User", "target": "Project", "through": "UserProject" })json");
    const auto database = embeddedDatabase(schema, {.rows = 5, .seed = 3});
    QVERIFY(database);
    QCOMPARE(database->skipped, QList<Error>());
    QCOMPARE(rowsOf(*database->connection, "SELECT id, name FROM Users"),
             Sample(schema, {.rows = 5, .seed = 3}).rows(u"User"_s));
    QCOMPARE(rowsOf(*database->connection, "PRAGMA foreign_key_check"), QString());
    QVERIFY(rowsOf(*database->connection, "SELECT count(*) FROM UserProject").toInt() > 3);
}

void EmbeddedTest::skipsWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("models");
    QTest::addColumn<QString>("skipped");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows");

    QTest::newRow("two columns of one name")
        << QByteArray(R"json({ "name": "Dup", "attributes": [ { "name": "a", "type": "STRING", "field": "x" },
              { "name": "b", "type": "STRING", "field": "x" } ], "indexes": [ { "fields": ["x"] } ] },
            { "name": "Child", "attributes": [ { "name": "dupId", "type": "INTEGER", "allowNull": false,
              "references": { "model": "Dups", "key": "id" } } ] })json")
        << QString() << u"SELECT count(dupId) FROM Children"_s << u"20"_s;
    QTest::newRow("an index of no column") << QByteArray(
        R"json({ "name": "User", "attributes": [], "indexes": [ { "unique": true, "fields": ["nope"] } ] })json")
                                           << u"no such column: nope"_s << u"SELECT count(*) FROM Users"_s
                                           << u"20"_s;
    QTest::newRow("two models of one table") << QByteArray(
        R"json({ "name": "One", "attributes": [ { "name": "a", "type": "STRING" } ], "options": { "tableName": "t" } },
            { "name": "Two", "attributes": [ { "name": "b", "type": "STRING" } ], "options": { "tableName": "t" } },
            { "name": "Three", "attributes": [] })json")
                                             << QString() << u"SELECT count(*) FROM Threes"_s << u"20"_s;
    QTest::newRow("the table of two models") << QByteArray(
        R"json({ "name": "One", "attributes": [ { "name": "a", "type": "STRING" } ], "options": { "tableName": "t" } },
            { "name": "Two", "attributes": [ { "name": "b", "type": "STRING" } ], "options": { "tableName": "t" } },
            { "name": "Three", "attributes": [ { "name": "oneId", "type": "INTEGER", "allowNull": false,
              "references": { "model": "t", "key": "id" } } ] })json")
                                             << QString()
                                             << u"SELECT count(*) FROM t, pragma_table_info('t') WHERE name = 'b'"_s
                                             << u"20"_s;
    QTest::newRow("a key that leads to nothing unique")
        << QByteArray(R"json({ "name": "Group", "attributes": [ { "name": "label", "type": "STRING" } ] },
            { "name": "User", "attributes": [ { "name": "label", "type": "STRING", "allowNull": false,
              "references": { "model": "Groups", "key": "label" } } ] })json")
        << QString() << u"SELECT count(*) FROM Users JOIN `Groups` ON `Groups`.label = Users.label"_s
        << u"20"_s;
    QTest::newRow("a type that SQLite cannot read")
        << QByteArray(R"json({ "name": "User", "attributes": [ { "name": "tags", "type": "ARRAY(STRING)"
} ]
},
            { "name": "Group", "attributes": [] })json")
        << u"near \"[]\": syntax error"_s << u"SELECT count(*) FROM `Groups`"_s << u"20"_s;
}

void EmbeddedTest::skipsWhatIsBroken()
{
    QFETCH(QByteArray, models);
    QFETCH(QString, skipped);
    QFETCH(QString, query);
    QFETCH(QString, rows);
    const auto database = embeddedDatabase(sampleSchema(models));
    QVERIFY(database);
    QStringList messages;
    for (const Error &error : database->skipped)
        messages.append(error.message.section(u" (in: "_s, 0, 0));
    QCOMPARE(messages.join(u'|'), skipped);
    QCOMPARE(rowsOf(*database->connection, query.toUtf8().constData()), rows);
}

void EmbeddedTest::checksKeysAgain()
{
    const auto database = embeddedDatabase(
        sampleSchema(R"json({ "name": "User", "attributes": [] }, { "name": "Task", "attributes": [] })json",
                     R"json({ "kind": "hasMany", "source": "User", "target": "Task" })json"));
    QVERIFY(database);
    QVERIFY(!database->connection->execute(u"INSERT INTO Tasks (UserId) VALUES (4711)"_s));
}

void EmbeddedTest::refusesTooManyRows()
{
    QVERIFY(!embeddedDatabase({}, {.rows = 1'000'001}));
    QVERIFY(!embeddedDatabase({}, {.rows = -1}));
    QVERIFY(embeddedDatabase({}, {.rows = 0}));
}

THROUGHLINE_TEST(EmbeddedTest)
#include "tst_embedded.moc"
