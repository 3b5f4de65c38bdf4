#include "model/database/deploy.h"
#include "model/sample/fill.h"
#include "tests/model/sample/samplefixture.h"
#include "tests/support/testcase.h"

using namespace model;
using namespace Qt::StringLiterals;

class FillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryKey_data();
    void keepsEveryKey();
    void storesWhatSequelizeWould();
    void updatesWhatRefersToLaterTables();
    void refusesTablesWithRows();
    void refusesTablesThatAreNotThere();
    void writesAllOrNothing();
    void doesWithoutCirclesWhereKeysAreCheckedAtOnce();
    void continuesSequences();
};

namespace {

std::unique_ptr<Connection> deployed(const Schema &schema)
{
    auto connection = Connection::open(*parseDatabaseUrl(u"sqlite::memory:"_s), Access::Create);
    if (const auto done = deploy(**connection, schema); !done)
        qFatal("%s", qPrintable(done.error().message));
    return std::move(*connection);
}

/// Keeps the statements and runs none.
class Recorder : public Connection
{
public:
    explicit Recorder(const Dialect &dialect) : Connection(dialect) { }

    Result<qint64> execute(const QString &sql) override
    {
        statements.append(sql);
        return 0;
    }
    Result<void> select(const QString &, const Columns &, const Row &) override { return {}; }
    Result<QStringList> tables(const QString &) override { return QStringList(); }
    Result<QList<CatalogColumn>> columns(const QString &, const QString &) override
    {
        return QList<CatalogColumn>();
    }
    void interrupt() override { }

    QStringList statements;
};

/// A dialect that checks keys at once, as all do but SQLite.
Dialect strictDialect()
{
    Dialect dialect = sqliteDialect;
    dialect.id = QLatin1StringView("strict");
    return dialect;
}

}

void FillTest::keepsEveryKey_data()
{
    QTest::addColumn<QByteArray>("models");
    QTest::addColumn<QByteArray>("associations");
    QTest::addColumn<QString>("counts");

    QTest::newRow("n:m through keys that are not primary")
        << QByteArray(R"json({ "name": "User", "attributes": [
               { "name": "id", "type": "UUID", "primaryKey": true },
               { "name": "userSecondId", "type": "UUID", "field": "user_second_id", "allowNull": false } ],
               "indexes": [ { "unique": true, "fields": ["user_second_id"] } ] },
             { "name": "Group", "attributes": [ { "name": "groupSecondId", "type": "UUID", "unique": true } ] })json")
        << QByteArray(
               R"json({ "kind": "belongsToMany", "source": "User", "target": "Group", "through": "usergroups",
                           "sourceKey": "userSecondId" },
                         { "kind": "belongsToMany", "source": "Group", "target": "User", "through": "usergroups",
                           "sourceKey": "groupSecondId" })json")
        << u"User 20, Group 20, usergroups 40"_s;
    QTest::newRow("no more rows than an ENUM has values")
        << QByteArray(R"json({ "name": "Day", "attributes": [
               { "name": "day", "type": "ENUM('mon','tue','wed')", "primaryKey": true
} ]
},
             { "name": "Toggle", "attributes": [ { "name": "isOn", "type": "BOOLEAN", "unique": true } ] },
             { "name": "Shift", "attributes": [
               { "name": "day", "type": "STRING", "primaryKey": true, "references": { "model": "Days", "key": "day" } },
               { "name": "early", "type": "BOOLEAN", "primaryKey": true } ] })json")
        << QByteArray() << u"Day 3, Toggle 2, Shift 6"_s;
    QTest::newRow("one of a kind: no more rows than parents")
        << QByteArray(R"json({ "name": "Day", "attributes": [
               { "name": "day", "type": "ENUM('mon','tue','wed')", "primaryKey": true
    } ]
    },
             { "name": "Menu", "attributes": [ { "name": "title", "type": "STRING" } ] },
             { "name": "Note", "attributes": [ { "name": "dayDay", "type": "STRING", "primaryKey": true,
               "references": { "model": "Days", "key": "day" } } ] })json")
        << QByteArray(R"json({ "kind": "hasOne", "source": "Day", "target": "Menu" })json")
        << u"Day 3, Menu 3, Note 3"_s;
    QTest::newRow("places within a group") << QByteArray(
        R"json({ "name": "Order", "attributes": [ { "name": "number", "type": "STRING", "unique": true } ] },
             { "name": "OrderLine", "attributes": [
               { "name": "orderId", "type": "INTEGER", "primaryKey": true, "references": { "model": "Orders", "key": "id" } },
               { "name": "lineNo", "type": "TINYINT", "primaryKey": true } ] })json")
                                           << QByteArray() << u"Order 20, OrderLine 20"_s;
    QTest::newRow("unique together, over foreign keys and names")
        << QByteArray(
               R"json({ "name": "Country", "attributes": [ { "name": "iso", "type": "CHAR(2)", "primaryKey": true
    } ]
    },
             { "name": "City", "attributes": [ { "name": "name", "type": "STRING(4)" } ],
               "indexes": [ { "unique": true, "fields": ["CountryIso", "name"] } ] },
             { "name": "Visit", "indexes": [ { "unique": true, "fields": ["CityId", "GuideId"] },
               { "unique": true, "fields": ["CityId", "day"], "where": { "day": { "$ne": null } } } ],
               "attributes": [ { "name": "day", "type": "DATEONLY" } ] },
             { "name": "Guide", "attributes": [ { "name": "email", "type": "CITEXT" } ],
               "indexes": [ { "unique": true, "name": "mail", "fields": [ { "$literal": "lower(email)" } ] } ] })json")
        << QByteArray(R"json({ "kind": "belongsTo", "source": "City", "target": "Country" },
                         { "kind": "belongsTo", "source": "Visit", "target": "City" },
                         { "kind": "belongsTo", "source": "Visit", "target": "Guide" })json")
        << u"Country 20, City 20, Guide 20, Visit 20"_s;
    QTest::newRow("as many as letters") << QByteArray(
        R"json({ "name": "Seat", "attributes": [ { "name": "a", "type": "BOOLEAN", "unique": "place" },
               { "name": "b", "type": "ENUM('x','y','z')", "unique": "place"
    },
               { "name": "letter", "type": "STRING(1)", "unique": true } ]
    })json") << QByteArray() << u"Seat 6"_s;
    QTest::newRow("trees, required and not") << QByteArray(R"json({ "name": "Node", "attributes": [
               { "name": "parentId", "type": "INTEGER", "references": { "model": "Nodes", "key": "id" } },
               { "name": "rootId", "type": "INTEGER", "allowNull": false, "references": { "model": "Nodes", "key": "id" } },
               { "name": "nextId", "type": "INTEGER", "unique": true, "references": { "model": "Nodes", "key": "id" } } ] })json")
                                             << QByteArray() << u"Node 20"_s;
    QTest::newRow("circles: NULL first")
        << QByteArray(
               R"json({ "name": "Team", "attributes": [] }, { "name": "Player", "attributes": [] })json")
        << QByteArray(R"json({ "kind": "hasMany", "source": "Team", "target": "Player" },
                         { "kind": "belongsTo", "source": "Team", "target": "Player", "as": "captain" })json")
        << u"Player 20, Team 20"_s;
    QTest::newRow("circles: required and unique") << QByteArray(
        R"json({ "name": "A", "attributes": [ { "name": "bId", "type": "INTEGER", "allowNull": false,
               "unique": true, "references": { "model": "Bs", "key": "id" } } ] },
             { "name": "B", "attributes": [ { "name": "aKind", "type": "INTEGER", "allowNull": false,
               "unique": true, "references": { "model": "As", "key": "id" } } ] })json")
                                                  << QByteArray() << u"A 20, B 20"_s;
    QTest::newRow("circles: keys that are each other's") << QByteArray(
        R"json({ "name": "P", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": true,
               "references": { "model": "Qs", "key": "id" } } ] },
             { "name": "Q", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": true,
               "references": { "model": "Ps", "key": "id" } } ] })json")
                                                         << QByteArray() << u"P 20, Q 20"_s;
    QTest::newRow("circles: few values far away") << QByteArray(
        R"json({ "name": "Z", "attributes": [ { "name": "kind", "type": "ENUM('a','b','c')", "primaryKey": true
    },
               { "name": "wId", "type": "INTEGER", "allowNull": false, "unique": true, "references": { "model": "Ws", "key": "id" } } ]
    },
             { "name": "W", "attributes": [ { "name": "zKind", "type": "STRING", "allowNull": false, "unique": true,
               "references": { "model": "Zs", "key": "kind" } } ] })json")
                                                  << QByteArray() << u"Z 3, W 3"_s;
    QTest::newRow("nothing to refer to") << QByteArray(
        R"json({ "name": "Nowhere", "attributes": [ { "name": "ghostId", "type": "INTEGER", "allowNull": false,
               "references": { "model": "Ghosts", "key": "id" } } ] },
             { "name": "Child", "attributes": [ { "name": "nowhereId", "type": "INTEGER", "allowNull": false,
               "references": { "model": "Nowheres", "key": "id" } } ] },
             { "name": "Maybe", "attributes": [ { "name": "nowhereId", "type": "INTEGER",
               "references": { "model": "Nowheres", "key": "id" } } ] })json")
                                         << QByteArray() << u"Nowhere 0, Child 0, Maybe 20"_s;
    QTest::newRow("hostile names")
        << QByteArray(
               R"json({ "name": "Ta'sk \"x\"; --", "attributes": [ { "name": "na`me", "type": "STRING" },
               { "name": "line\nbreak", "type": "DATE" }, { "name": "a\"b", "type": "ENUM('o\\'k','b\\\\s')"
    },
               { "name": "%1 😀", "type": "BOOLEAN" } ]
    }, { "name": "$fn", "attributes": [] })json")
        << QByteArray(
               R"json({ "kind": "belongsToMany", "source": "$fn", "target": "Ta'sk \"x\"; --", "through": "t`'\"" })json")
        << u"Ta'sk \"x\"; -- 20, $fn 20, t`'\" 40"_s;
}

void FillTest::keepsEveryKey()
{
    QFETCH(QByteArray, models);
    QFETCH(QByteArray, associations);
    QFETCH(QString, counts);
    const Schema schema = sampleSchema(models, associations);
    QCOMPARE(Sample(schema).counts(), counts);
    for (const int rows : {1, 2, 20, 150}) {
        for (const quint64 seed : {1, 2, 3}) {
            const auto connection = deployed(schema);
            const auto filled = fillSample(*connection, schema, {.rows = rows, .seed = seed});
            QVERIFY2(filled, qPrintable(filled ? QString() : filled.error().message));
            QCOMPARE(rowsOf(*connection, "PRAGMA foreign_key_check"), QString());
            QCOMPARE(rowsOf(*connection, "PRAGMA integrity_check"), u"ok"_s);
        }
    }
}

void FillTest::storesWhatSequelizeWould()
{
    const Schema schema = sampleSchema(
        R"json({ "name": "Thing", "attributes": [ { "name": "isDone", "type": "BOOLEAN", "allowNull": false },
        { "name": "bytes", "type": "BLOB", "allowNull": false }, { "name": "settings", "type": "JSON", "allowNull": false },
        { "name": "price", "type": "DECIMAL(8,2)", "allowNull": false }, { "name": "day", "type": "DATEONLY", "allowNull": false } ]
})json",
        {}, true);
    const auto connection = deployed(schema);
    QVERIFY(fillSample(*connection, schema));
    QCOMPARE(rowsOf(*connection, R"json(SELECT count(*) FROM Things WHERE typeof(isDone) = 'integer'
        AND typeof(bytes) = 'blob' AND json_valid(settings) AND typeof(price) IN ('real', 'integer')
        AND day GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]' AND createdAt GLOB '* [0-2][0-9]:[0-5][0-9]:[0-5][0-9].000 +00:00'
        AND createdAt <= updatedAt)json"),
             u"20"_s);
}

void FillTest::updatesWhatRefersToLaterTables()
{
    const Schema schema = sampleSchema(
        R"json({ "name": "Team", "attributes": [] }, { "name": "Player", "attributes": [] })json",
        R"json({ "kind": "hasMany", "source": "Team", "target": "Player" },
                        { "kind": "belongsTo", "source": "Team", "target": "Player", "as": "captain" })json");
    const auto connection = deployed(schema);
    QVERIFY(fillSample(*connection, schema));
    QCOMPARE(rowsOf(*connection, "SELECT count(TeamId) FROM Players"), u"18"_s);
    QCOMPARE(rowsOf(*connection, "SELECT count(captainId) FROM Teams"), u"18"_s);
}

void FillTest::refusesTablesWithRows()
{
    const Schema schema =
        sampleSchema(R"json({ "name": "User", "attributes": [] }, { "name": "Group", "attributes": [] },
                                          { "name": "Role", "attributes": [] })json");
    const auto connection = deployed(schema);
    QVERIFY(connection->execute(u"INSERT INTO Users VALUES (1)"_s));
    QVERIFY(connection->execute(u"INSERT INTO Roles VALUES (1)"_s));
    const auto filled = fillSample(*connection, schema);
    QVERIFY(!filled);
    QCOMPARE(filled.error().message, u"these tables have rows already: Users, Roles"_s);
    QCOMPARE(rowsOf(*connection, "SELECT count(*) FROM `Groups`"), u"0"_s);
}

void FillTest::refusesTablesThatAreNotThere()
{
    const Schema schema = sampleSchema(
        R"json({ "name": "User", "attributes": [] }, { "name": "Group", "attributes": [] })json");
    const auto connection = deployed(schema);
    QVERIFY(connection->execute(u"DROP TABLE `Groups`"_s));
    const auto filled = fillSample(*connection, schema);
    QVERIFY(!filled);
    QVERIFY2(filled.error().message.contains(u"Groups"_s), qPrintable(filled.error().message));
    QCOMPARE(rowsOf(*connection, "SELECT count(*) FROM Users"), u"0"_s);
}

void FillTest::writesAllOrNothing()
{
    const Schema schema =
        sampleSchema(R"json({ "name": "User", "attributes": [] }, { "name": "Group", "attributes": [
        { "name": "name", "type": "STRING" } ] })json");
    const auto connection = deployed(schema);
    QVERIFY(connection->execute(u"CREATE UNIQUE INDEX hard ON `Groups` (length(name) > 0)"_s));
    QVERIFY(!fillSample(*connection, schema));
    QCOMPARE(rowsOf(*connection, "SELECT count(*) FROM Users"), u"0"_s);
}

void FillTest::doesWithoutCirclesWhereKeysAreCheckedAtOnce()
{
    const Schema schema =
        sampleSchema(R"json({ "name": "A", "attributes": [ { "name": "bId", "type": "INTEGER",
            "allowNull": false, "references": { "model": "Bs", "key": "id" } } ] },
        { "name": "B", "attributes": [ { "name": "aId", "type": "INTEGER", "allowNull": false,
            "references": { "model": "As", "key": "id" } } ] },
        { "name": "C", "attributes": [ { "name": "aId", "type": "INTEGER", "references": { "model": "As", "key": "id" } } ] })json");
    QCOMPARE(Sample(schema, {.circles = false}).counts(), u"A 0, B 0, C 20"_s);
    const Dialect strict = strictDialect();
    Recorder recorder(strict);
    QVERIFY(fillSample(recorder, schema, {.rows = 1}));
    QCOMPARE(recorder.statements.join(u'|'),
             u"BEGIN IMMEDIATE|INSERT INTO `Cs` (`id`, `aId`) VALUES\n(1, NULL)|COMMIT"_s);
}

/// PostgreSQL's would make the first row's number again.
void FillTest::continuesSequences()
{
    const Schema schema = sampleSchema(R"json({ "name": "User", "attributes": [] })json");
    Recorder recorder(postgresDialect);
    QVERIFY(fillSample(recorder, schema, {.rows = 1}));
    const QString last = recorder.statements.value(recorder.statements.size() - 2);
    QCOMPARE(last,
             u"SELECT setval(pg_get_serial_sequence('\"Users\"', 'id'), MAX(\"id\")) FROM \"Users\" HAVING "
             "MAX(\"id\") > 0"_s);
}

THROUGHLINE_TEST(FillTest)
#include "tst_fill.moc"
