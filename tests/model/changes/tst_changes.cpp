#include "model/changes/commit.h"
#include "model/changes/links.h"
#include "model/rows/browse.h"
#include "model/rows/input.h"
#include "tests/model/rows/rowsfixture.h"
#include "tests/support/testcase.h"

#include <QUuid>

using namespace model;
using namespace Qt::StringLiterals;

namespace {

const QByteArray models = R"json(
    { "name": "User", "attributes": [ { "name": "name", "type": "STRING", "allowNull": false },
                                      { "name": "age", "type": "INTEGER" },
                                      { "name": "boss", "type": "INTEGER",
                                        "references": { "model": "Users", "key": "id" }, "onDelete": "RESTRICT" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING", "defaultValue": "untitled" } ],
      "options": { "timestamps": true, "version": true } },
    { "name": "UserProject", "attributes": [ { "name": "status", "type": "STRING" },
                                             { "name": "rate", "type": "DOUBLE" } ],
      "options": { "timestamps": true, "createdAt": "madeAt" } })json";
const QByteArray associations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "UserProject",
      "foreignKey": "userId", "otherKey": "projectId" })json";

const QDateTime now(QDate(2024, 3, 14), QTime(15, 9, 26, 535), Qt::UTC);

void fill(Database &database)
{
    database.run("INSERT INTO Users VALUES (1, 'Ada', 36, NULL), (2, 'Alan', NULL, 1)");
    database.run("INSERT INTO Projects (id, title, createdAt, updatedAt) VALUES (7, 'Engine', 0, 0), (8, "
                 "'Bombe', 0, 0)");
    database.run("INSERT INTO UserProjects (userId, projectId, status, rate, madeAt, updatedAt)"
                 " VALUES (1, 7, 'done', 0.30000000000000004, 0, 0)");
}

Value number(qint64 value)
{
    return Value::number(value);
}

RowRef row(const char *model, qint64 id)
{
    return {.model = QString::fromLatin1(model), .key = {{u"id"_s, number(id)}}};
}

RowRef joinRow(qint64 user, qint64 project)
{
    return {.model = u"UserProject"_s,
            .key = {{u"userId"_s, number(user)}, {u"projectId"_s, number(project)}}};
}

/// The statements, between bars.
QString sqlOf(const Changes &changes, const Database &database)
{
    const auto statements = sqlOf(changes, database.schema, sqliteDialect, now);
    if (!statements)
        return statements.error().message;
    QStringList text;
    for (const ChangeStatement &statement : *statements)
        text.append(statement.sql);
    return text.join(u'|');
}

QString committed(Database &database, const Changes &changes)
{
    const auto statements = sqlOf(changes, database.schema, sqliteDialect, now);
    if (!statements)
        return statements.error().message;
    const auto done = commit(database, *statements);
    return done ? u"done"_s : u"%1: %2"_s.arg(done.error().line).arg(done.error().message);
}

}

class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputs_data();
    void inputs();
    void editsReadBack_data();
    void editsReadBack();
    void updatesCheckWhatTheyReplace();
    void changesOfOneRowMerge();
    void insertsGiveWhatIsKnown();
    void linksWriteBothKeys();
    void linksWriteTheScope();
    void linksAndUnlinksMeet();
    void linksOfPairsThatRepeat();
    void unlinksAParanoidThrough();
    void deletesAsSequelizeDoes();
    void reportsWhatIsMissing();
    void commitsAll();
    void commitsNothingAfterAFailure();
    void noticesOtherPeoplesChanges_data();
    void noticesOtherPeoplesChanges();
    void ordersByForeignKeys();
    void deletesRowsThatCascade();
    void rowsWithoutAKey();
    void refusals();
    void hostileNamesAndValues();
};

void ChangesTest::inputs_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); ///< the literal, or the refusal
    const auto row = [](const char *type, const char *typed, const char *expected) {
        QTest::addRow("%s: %s", type, typed)
            << QString::fromLatin1(type) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("STRING", "", "''");
    row("STRING", " it's ", "' it''s '");
    row("STRING", "NULL", "NULL");
    row("STRING", "\\NULL", "'NULL'");
    row("STRING", "null", "'null'");
    row("STRING(3)", "äöü", "'äöü'");
    row("STRING(3)", "😀😀😀", "'😀😀😀'");
    row("STRING(3)", "abcd", "expected a text of at most 3 characters, found 4");
    row("STRING(1)", "ab", "expected a text of at most 1 character, found 2");
    row("TEXT", "a\nb", "'a\nb'");
    row("INTEGER", "", "NULL");
    row("INTEGER", " -2147483648 ", "-2147483648");
    row("INTEGER", "2147483648", "expected a whole number from -2147483648 to 2147483647");
    row("INTEGER", "1.5", "expected a whole number from -2147483648 to 2147483647");
    row("INTEGER", "1 OR 1", "expected a whole number from -2147483648 to 2147483647");
    row("INTEGER.UNSIGNED", "4294967295", "4294967295");
    row("INTEGER.UNSIGNED", "-1", "expected a whole number from 0 to 4294967295");
    row("TINYINT", "128", "expected a whole number from -128 to 127");
    row("MEDIUMINT.UNSIGNED", "16777216", "expected a whole number from 0 to 16777215");
    row("BIGINT", "9223372036854775807", "9223372036854775807");
    row("BIGINT", "9223372036854775808",
        "expected a whole number from -9223372036854775808 to 9223372036854775807");
    row("DOUBLE", "1e3", "1000");
    row("DOUBLE", "1,5", "expected a number, such as 1.5");
    row("DOUBLE", "nan", "expected a number, such as 1.5");
    row("FLOAT.UNSIGNED", "-0.5", "expected a number from 0 on");
    row("DECIMAL(5,2)", "123.45", "123.45");
    row("DECIMAL(5,2)", "0123.450", "123.45");
    row("DECIMAL(5,2)", "1234", "expected a number of at most 5 digits, 2 of them behind the point");
    row("DECIMAL(5,2)", "1.234", "expected a number of at most 5 digits, 2 of them behind the point");
    row("DECIMAL(5,2)", "x", "expected a number, such as 1.5");
    row("DECIMAL(30,10)", "12345678901234567.25", "'12345678901234567.25'");
    row("BOOLEAN", "Yes", "1");
    row("BOOLEAN", "f", "0");
    row("BOOLEAN", "2", "expected true or false");
    row("DATE", "2024-03-14", "'2024-03-14 00:00:00.000 +00:00'");
    row("DATE", "2024-03-14T15:09:26.5+01:00", "'2024-03-14 14:09:26.500 +00:00'");
    row("DATE", "2024-02-30", "expected a date in UTC, such as 2024-03-14 or 2024-03-14 15:09:26");
    row("DATE", "2024", "expected a date in UTC, such as 2024-03-14 or 2024-03-14 15:09:26");
    row("DATEONLY", "2024-03-14", "'2024-03-14'");
    row("DATEONLY", "14.3.2024", "expected a date, such as 2024-03-14");
    row("TIME", "9:05", "'09:05:00'");
    row("TIME", "25:00", "expected a time, such as 15:09 or 15:09:26");
    row("UUID", "{3F2504E0-4F89-41D3-9A0C-0305E82C3301}", "'3f2504e0-4f89-41d3-9a0c-0305e82c3301'");
    row("UUID", "a41f", "expected a UUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    row("JSON", "{ \"a\": [1] }", "'{\"a\":[1]}'");
    row("JSON", "hi", "expected JSON, with texts in quotes: ");
    row("BLOB", "X'00ff'", "X'00ff'");
    row("BLOB", "0x00FF", "X'00ff'");
    row("BLOB", "hi", "expected bytes in hexadecimal, such as X'6869'");
    row("ENUM('low', 'it\\'s')", "it's", "'it''s'");
    row("ENUM('low', 'high')", "mid", "expected one of low, high");
    row("VIRTUAL", "x", "a virtual attribute has no column");
    row("money", "5 EUR", "'5 EUR'");
}

void ChangesTest::inputs()
{
    QFETCH(const QString, type);
    QFETCH(const QString, typed);
    QFETCH(const QString, expected);
    Column column{.attribute = u"c"_s, .name = u"c"_s, .type = parseType(type).value_or(Type())};
    const auto value = parseInput(typed, column, sqliteDialect);
    const QString text = value ? literalOf(*value, column.type, sqliteDialect) : value.error().message;
    QVERIFY2(text == expected || (expected.endsWith(u": "_s) && text.startsWith(expected)), qPrintable(text));
    column.allowNull = false;
    if (value && value->isNull())
        QCOMPARE(parseInput(typed, column, sqliteDialect).error().message, u"c cannot be NULL"_s);
}

void ChangesTest::editsReadBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::newRow("text") << u"STRING"_s << Value::text(u" a'b\n");
    QTest::newRow("no text") << u"STRING"_s << Value();
    QTest::newRow("the word NULL") << u"STRING"_s << Value::text(u"NULL");
    QTest::newRow("a marked NULL") << u"STRING"_s << Value::text(u"\\NULL");
    QTest::newRow("empty") << u"STRING"_s << Value::text(u"");
    QTest::newRow("nothing") << u"DATE"_s << Value();
    QTest::newRow("number") << u"BIGINT"_s << number(std::numeric_limits<qint64>::min());
    QTest::newRow("real") << u"DOUBLE"_s << Value::number(0.30000000000000004);
    QTest::newRow("boolean") << u"BOOLEAN"_s << number(1);
    QTest::newRow("date") << u"DATE"_s << Value::text(u"1843-09-05 00:00:00.007 +00:00");
    QTest::newRow("day") << u"DATEONLY"_s << Value::text(u"1843-09-05");
    QTest::newRow("bytes") << u"BLOB"_s << Value::data(QByteArray("\0\xff", 2));
    QTest::newRow("JSON") << u"JSON"_s << Value::text(u"{\"a\":[1,null]}");
}

void ChangesTest::editsReadBack()
{
    QFETCH(const QString, type);
    QFETCH(const Value, value);
    const Column column{.type = parseType(type).value_or(Type())};
    QCOMPARE(*parseInput(editText(value, column.type), column, sqliteDialect), value);
}

void ChangesTest::updatesCheckWhatTheyReplace()
{
    Database database(models, associations);
    fill(database);
    const Table &user = *database.schema.table(u"User"_s);
    Changes changes = *changeValue({}, user, row("User", 2), u"age"_s, Value(), number(41));
    changes =
        *changeValue(changes, user, row("User", 2), u"name"_s, Value::text(u"Alan"), Value::text(u"A.M.T."));
    QCOMPARE(
        sqlOf(changes, database),
        u"UPDATE `Users` SET `age` = 41, `name` = 'A.M.T.' WHERE `id` = 2 AND `age` IS NULL AND `name` = 'Alan'"_s);
    const Table &project = *database.schema.table(u"Project"_s);
    changes = *changeValue({}, project, row("Project", 7), u"title"_s, Value::text(u"Engine"), Value());
    QCOMPARE(sqlOf(changes, database),
             u"UPDATE `Projects` SET `title` = NULL, `updatedAt` = '2024-03-14 15:09:26.535 +00:00', "
             "`version` = `version` + 1 WHERE `id` = 7 AND `title` = 'Engine'"_s);
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(database.all("SELECT title, version FROM Projects WHERE id = 7"), u"NULL 1"_s);
}

void ChangesTest::changesOfOneRowMerge()
{
    Database database(models, associations);
    fill(database);
    const Table &user = *database.schema.table(u"User"_s);
    const RowRef ada = row("User", 1);
    const auto text = [](const char *word) { return Value::text(QString::fromLatin1(word)); };
    Changes changes = *changeValue({}, user, ada, u"name"_s, text("Ada"), text("A"));
    // What stands in the cell is the first change by now.
    changes = *changeValue(changes, user, ada, u"name"_s, text("A"), text("B"));
    QCOMPARE(changes.list.size(), 1);
    QCOMPARE(sqlOf(changes, database),
             u"UPDATE `Users` SET `name` = 'B' WHERE `id` = 1 AND `name` = 'Ada'"_s);
    QCOMPARE(*changeValue(changes, user, ada, u"name"_s, text("B"), text("Ada")), Changes());
    QCOMPARE(*changeValue({}, user, ada, u"name"_s, text("Ada"), text("Ada")), Changes());
    QCOMPARE(withoutValue(changes, ada, u"name"_s), Changes());
    QCOMPARE(withoutChange(changes, ada), Changes());

    const Changes deleted = *deleteRow(changes, user, ada);
    QCOMPARE(deleted.list.size(), 1);
    QCOMPARE(sqlOf(deleted, database), u"DELETE FROM `Users` WHERE `id` = 1"_s);
    QCOMPARE(*deleteRow(deleted, user, ada), deleted);
    QCOMPARE(changeValue(deleted, user, ada, u"age"_s, Value(), number(1)).error().message,
             u"the row is to be deleted"_s);
    QVERIFY(changeOf(deleted, ada));
    QVERIFY(!changeOf(deleted, row("User", 2)));

    Changes inserted = *insertRow({}, user, {{u"name"_s, text("Grace")}});
    const RowRef grace = inserted.list.last().row;
    inserted = *changeValue(inserted, user, grace, u"age"_s, Value(), number(85));
    QCOMPARE(sqlOf(inserted, database), u"INSERT INTO `Users` (`name`, `age`) VALUES ('Grace', 85)"_s);
    inserted = *insertRow(*changeValue(inserted, user, grace, u"id"_s, Value(), Value()), user);
    QVERIFY(inserted.list[0].row != inserted.list[1].row);
    QCOMPARE((*deleteRow(inserted, user, grace)).list.size(), 1);
}

void ChangesTest::insertsGiveWhatIsKnown()
{
    Database database(R"json(
        { "name": "Thing", "attributes": [
            { "name": "id", "type": "UUID", "primaryKey": true, "defaultValue": { "$default": "UUIDV4" } },
            { "name": "day", "type": "DATEONLY", "allowNull": false, "defaultValue": { "$default": "NOW" } },
            { "name": "kind", "type": "STRING", "allowNull": false, "defaultValue": "plain" },
            { "name": "isOpen", "field": "open", "type": "BOOLEAN" } ],
          "options": { "timestamps": true, "updatedAt": false } },
        { "name": "Bare", "attributes": [] })json");
    const Table &thing = *database.schema.table(u"Thing"_s);
    Changes changes = *insertRow({}, thing, {{u"open"_s, number(0)}});
    const Value *id = valueOf(changes.list[0].values, u"id");
    QVERIFY(id && !QUuid(id->toText()).isNull());
    changes = *changeValue(changes, thing, changes.list[0].row, u"id"_s, {}, Value::text(u"one"));
    QCOMPARE(sqlOf(changes, database),
             u"INSERT INTO `Things` (`id`, `day`, `open`, `createdAt`) VALUES "
             "('one', '2024-03-14', 0, '2024-03-14 15:09:26.535 +00:00')"_s);
    changes = *insertRow(changes, *database.schema.table(u"Bare"_s));
    QVERIFY(sqlOf(changes, database).endsWith(u"|INSERT INTO `Bares` DEFAULT VALUES"_s));
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(database.all("SELECT kind, open FROM Things"), u"plain 0"_s);
    QCOMPARE(database.all("SELECT id FROM Bares"), u"1"_s);
}

void ChangesTest::linksWriteBothKeys()
{
    Database database(models, associations);
    fill(database);
    Changes changes = *link({}, database.schema, 0, number(1), number(8), sqliteDialect);
    const RowRef joined = changes.list[0].row;
    QVERIFY(joined.isNew());
    QCOMPARE(changes.list[0].link, database.schema.associations[0].id);
    changes = *changeValue(changes, *database.schema.table(u"UserProject"_s), joined, u"status"_s, Value(),
                           Value::text(u"started"));
    QCOMPARE(sqlOf(changes, database),
             u"INSERT INTO `UserProjects` (`status`, `madeAt`, `updatedAt`, `userId`, `projectId`) VALUES "
             "('started', '2024-03-14 15:09:26.535 +00:00', '2024-03-14 15:09:26.535 +00:00', 1, 8)"_s);
    QCOMPARE(link(changes, database.schema, 0, number(1), number(8), sqliteDialect).error().message,
             u"the two are to be linked already"_s);
    QCOMPARE(link(changes, database.schema, 0, number(1), Value(), sqliteDialect).error().message,
             u"id of this Project is NULL: nothing can be linked by it"_s);
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(database.all("SELECT status FROM UserProjects WHERE projectId = 8"), u"started"_s);
}

void ChangesTest::linksWriteTheScope()
{
    Database database(R"json(
        { "name": "Post", "attributes": [] }, { "name": "Tag", "attributes": [] },
        { "name": "ItemTag", "attributes": [
            { "name": "id", "type": "INTEGER", "primaryKey": true, "autoIncrement": true },
            { "name": "kind", "field": "the_kind", "type": "STRING" }, { "name": "isOpen", "type": "BOOLEAN" },
            { "name": "since", "type": "DATE" }, { "name": "rank", "type": "INTEGER" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "Post", "target": "Tag", "foreignKey": "itemId", "otherKey": "tagId",
          "through": { "model": "ItemTag", "unique": false,
                       "scope": { "kind": "po'st", "isOpen": true, "rank": { "$gt": 3 },
                                  "since": { "$date": "2020-01-01" } } } })json");
    const Changes changes = *link({}, database.schema, 0, number(1), number(2), sqliteDialect);
    QCOMPARE(sqlOf(changes, database),
             u"INSERT INTO `ItemTags` (`the_kind`, `isOpen`, `since`, `itemId`, `tagId`) VALUES "
             "('po''st', 1, '2020-01-01 00:00:00.000 +00:00', 1, 2)"_s);
}

void ChangesTest::linksAndUnlinksMeet()
{
    Database database(models, associations);
    fill(database);
    const Schema &schema = database.schema;
    const Changes linked = *link({}, schema, 0, number(1), number(8), sqliteDialect);
    QVERIFY(unlink(linked, schema, 0, number(1), number(8), linked.list[0].row, sqliteDialect)->isEmpty());

    const Changes unlinked = *unlink({}, schema, 0, number(1), number(7), joinRow(1, 7), sqliteDialect);
    QCOMPARE(sqlOf(unlinked, database),
             u"DELETE FROM `UserProjects` WHERE `userId` = 1 AND `projectId` = 7"_s);
    QVERIFY(link(unlinked, schema, 0, number(1), number(7), sqliteDialect)->isEmpty());
    QCOMPARE(link(unlinked, schema, 0, number(2), number(7), sqliteDialect)->list.size(), 2);
    QCOMPARE(committed(database, unlinked), u"done"_s);
    QCOMPARE(database.all("SELECT COUNT(*) FROM UserProjects"), u"0"_s);
}

void ChangesTest::linksOfPairsThatRepeat()
{
    Database database(R"json(
        { "name": "User", "attributes": [] }, { "name": "Product", "attributes": [] },
        { "name": "Purchase", "attributes": [ { "name": "number", "type": "INTEGER", "primaryKey": true },
                                              { "name": "price", "type": "INTEGER" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Product", "as": "Bought",
          "through": { "model": "Purchase", "unique": false } })json");
    database.run("INSERT INTO Users VALUES (1)");
    database.run("INSERT INTO Products VALUES (1)");
    database.run("INSERT INTO Purchases (number, UserId, ProductId) VALUES (31, 1, 1), (32, 1, 1)");
    const Schema &schema = database.schema;
    Changes twice = *link({}, schema, 0, number(1), number(1), sqliteDialect);
    twice = *link(twice, schema, 0, number(1), number(1), sqliteDialect);
    QCOMPARE(twice.list.size(), 2);
    QCOMPARE(committed(database, twice), u"1: the new row of Purchase needs a value for number"_s);
    for (int i = 0; i < 2; ++i) {
        twice = *changeValue(twice, *schema.table(u"Purchase"_s), twice.list[i].row, u"number"_s, Value(),
                             number(40 + i));
    }
    QCOMPARE(committed(database, twice), u"done"_s);

    const LinksOf links{0, number(1), {}};
    const RowSource linked = *linkedRows(schema, links, sqliteDialect);
    const Page page = *firstPage(database, linked, 10);
    const Changes one = *unlink({}, schema, 0, number(1), page.rows[1].values[0],
                                rowRef(linked, page.rows[1]), sqliteDialect);
    QCOMPARE(sqlOf(one, database), u"DELETE FROM `Purchases` WHERE `number` = 32"_s);
    QCOMPARE(committed(database, one), u"done"_s);
    QCOMPARE(database.all("SELECT number FROM Purchases"), u"31|40|41"_s);
}

void ChangesTest::unlinksAParanoidThrough()
{
    Database database(R"json({ "name": "User", "attributes": [] }, { "name": "Role", "attributes": [] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Role", "as": "Roles", "timestamps": true,
          "through": { "model": "UserRoles", "paranoid": true } })json");
    database.run("INSERT INTO Users VALUES (1)");
    database.run("INSERT INTO Roles VALUES (2)");
    database.run("INSERT INTO UserRoles (UserId, RoleId, createdAt, updatedAt) VALUES (1, 2, 0, 0)");
    const RowRef joined{.model = u"UserRoles"_s, .key = {{u"UserId"_s, number(1)}, {u"RoleId"_s, number(2)}}};
    const Changes changes = *unlink({}, database.schema, 0, number(1), number(2), joined, sqliteDialect);
    QCOMPARE(sqlOf(changes, database),
             u"UPDATE `UserRoles` SET `deletedAt` = '2024-03-14 15:09:26.535 +00:00' "
             "WHERE `UserId` = 1 AND `RoleId` = 2 AND `deletedAt` IS NULL"_s);
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(committed(database, changes),
             u"1: UserRoles UserId = 1, RoleId = 2 was changed or deleted meanwhile; nothing was written"_s);

    // Sequelize would insert the pair a second time, which its key forbids.
    const Changes again = *link({}, database.schema, 0, number(1), number(2), sqliteDialect, true);
    QCOMPARE(sqlOf(again, database),
             u"UPDATE `UserRoles` SET `deletedAt` = NULL, `updatedAt` = '2024-03-14 15:09:26.535 +00:00' "
             "WHERE `UserId` = 1 AND `RoleId` = 2"_s);
    QVERIFY(
        unlink(again, database.schema, 0, number(1), number(2), again.list[0].row, sqliteDialect)->isEmpty());
    QCOMPARE(link(again, database.schema, 0, number(1), number(2), sqliteDialect, true).error().message,
             u"the two are to be linked already"_s);
    QCOMPARE(committed(database, again), u"done"_s);
    QCOMPARE(database.all("SELECT deletedAt FROM UserRoles"), u"NULL"_s);
}

void ChangesTest::deletesAsSequelizeDoes()
{
    Database database(
        R"json({ "name": "Post", "attributes": [], "options": { "timestamps": true, "paranoid": true } })json");
    const Table &post = database.schema.tables[0];
    const QString stamp = u"'2024-03-14 15:09:26.535 +00:00'"_s;
    QCOMPARE(
        sqlOf(*deleteRow({}, post, row("Post", 1)), database),
        u"UPDATE `Posts` SET `deletedAt` = %1, `updatedAt` = %1 WHERE `id` = 1 AND `deletedAt` IS NULL"_s.arg(
            stamp));
    const QString forever = u"DELETE FROM `Posts` WHERE `id` = 1"_s;
    QCOMPARE(
        sqlOf(*deleteRow({}, post, row("Post", 1), {{u"deletedAt"_s, Value::text(u"2020-01-01")}}), database),
        forever);
    QCOMPARE(sqlOf(*deleteRow({}, post, row("Post", 1), {}, Deletion::Forever), database), forever);
}

void ChangesTest::reportsWhatIsMissing()
{
    Database database(models, associations);
    const Table &user = *database.schema.table(u"User"_s);
    Changes changes = *insertRow({}, user);
    QCOMPARE(missingColumns(changes.list[0], user), QStringList{u"name"_s});
    QCOMPARE(committed(database, changes), u"1: the new row of User needs a value for name"_s);
    QVERIFY(database.statements.isEmpty());
    QCOMPARE(changeValue(changes, user, changes.list[0].row, u"name"_s, {}, {}).error().message,
             u"name cannot be NULL"_s);
    changes = *changeValue(changes, user, changes.list[0].row, u"name"_s, {}, Value::text(u"x"));
    QVERIFY(missingColumns(changes.list[0], user).isEmpty());
    changes = withoutValue(changes, changes.list[0].row, u"name"_s);
    QCOMPARE(missingColumns(changes.list[0], user), QStringList{u"name"_s});
}

void ChangesTest::commitsAll()
{
    Database database(models, associations);
    fill(database);
    const Schema &schema = database.schema;
    const RowSource source = *browse(database, schema, {.table = database.table("UserProject")});
    const Page page = *firstPage(database, source, 1);
    const Table &through = *schema.table(u"UserProject"_s);
    const RowRef joined = rowRef(source, page.rows[0]);
    QCOMPARE(joined, joinRow(1, 7));
    Changes changes =
        *changeValue({}, through, joined, u"rate"_s, page.rows[0].values[3], Value::number(0.5));
    changes = *link(changes, schema, 0, number(2), number(8), sqliteDialect);
    changes = *insertRow(changes, *schema.table(u"User"_s), {{u"name"_s, Value::text(u"Grace")}});
    const auto statements = sqlOf(changes, schema, sqliteDialect, now);
    database.statements.clear();
    QVERIFY(commit(database, *statements));
    QStringList ran{QString(sqliteDialect.beginWriting)};
    for (const ChangeStatement &statement : *statements) {
        if (!statement.check.isEmpty())
            ran.append(statement.check);
        ran.append(statement.sql);
    }
    QCOMPARE(database.statements, ran + QStringList{u"COMMIT"_s});
    QCOMPARE(database.all("SELECT rate, userId, projectId FROM UserProjects ORDER BY userId"),
             u"0.5 1 7|NULL 2 8"_s);
    QCOMPARE(database.all("SELECT name FROM Users WHERE id = 3"), u"Grace"_s);
}

void ChangesTest::commitsNothingAfterAFailure()
{
    Database database(models, associations);
    fill(database);
    Changes changes =
        *changeValue({}, *database.schema.table(u"User"_s), row("User", 1), u"age"_s, number(36), number(37));
    changes = *link(changes, database.schema, 0, number(1), number(99), sqliteDialect);
    QCOMPARE(committed(database, changes), u"2: the new row of UserProject: FOREIGN KEY constraint failed"_s);
    QCOMPARE(database.all("SELECT age FROM Users WHERE id = 1"), u"36"_s);
    changes = *link({}, database.schema, 0, number(1), number(7), sqliteDialect);
    QCOMPARE(
        committed(database, changes),
        u"1: the new row of UserProject: UNIQUE constraint failed: UserProjects.userId, UserProjects.projectId"_s);
}

void ChangesTest::noticesOtherPeoplesChanges_data()
{
    QTest::addColumn<QByteArray>("meanwhile");
    QTest::addColumn<QString>("expected");
    const QString lost = u"2: User id = 1 was changed or deleted meanwhile; nothing was written"_s;
    QTest::newRow("nothing") << QByteArray("SELECT 1") << u"done"_s;
    QTest::newRow("another column") << QByteArray("UPDATE Users SET name = 'X' WHERE id = 1") << u"done"_s;
    QTest::newRow("the same column") << QByteArray("UPDATE Users SET age = 40 WHERE id = 1") << lost;
    QTest::newRow("deleted") << QByteArray("DELETE FROM Users WHERE id = 1") << lost;
}

void ChangesTest::noticesOtherPeoplesChanges()
{
    QFETCH(const QByteArray, meanwhile);
    QFETCH(const QString, expected);
    Database database(models, associations);
    fill(database);
    database.run("UPDATE Users SET boss = NULL");
    const Table &user = *database.schema.table(u"User"_s);
    Changes changes = *changeValue({}, user, row("User", 2), u"age"_s, Value(), number(1));
    changes = *changeValue(changes, user, row("User", 1), u"age"_s, number(36), number(37));
    database.run(meanwhile.constData());
    QCOMPARE(committed(database, changes), expected);
    QCOMPARE(database.all("SELECT age FROM Users WHERE id = 2"), expected == u"done" ? u"1"_s : u"NULL"_s);
}

void ChangesTest::ordersByForeignKeys()
{
    Database database(models, associations);
    fill(database);
    const Schema &schema = database.schema;
    const Table &user = *schema.table(u"User"_s);
    const auto person = [](qint64 id, const Value &boss) {
        return Assignments{{u"id"_s, number(id)}, {u"name"_s, Value::text(u"n")}, {u"boss"_s, boss}};
    };
    // Each is begun before what it refers to.
    Changes changes = *changeValue({}, user, row("User", 2), u"boss"_s, number(1), number(11));
    changes = *link(changes, schema, 0, number(10), number(8), sqliteDialect);
    changes = *insertRow(changes, user, person(10, number(11)));
    changes = *insertRow(changes, user, person(11, {}));
    // The old boss goes before the last who names her, and the join row that would cascade.
    changes = *deleteRow(changes, user, row("User", 1), {{u"id"_s, number(1)}, {u"boss"_s, Value()}});
    changes = *unlink(changes, schema, 0, number(1), number(7), joinRow(1, 7), sqliteDialect);
    QStringList kinds;
    for (const QString &sql : sqlOf(changes, database).split(u'|'))
        kinds.append(sql.section(u' ', 0, 2));
    QCOMPARE(kinds,
             (QStringList{u"INSERT INTO `Users`"_s, u"UPDATE `Users` SET"_s, u"INSERT INTO `Users`"_s,
                          u"INSERT INTO `UserProjects`"_s, u"DELETE FROM `UserProjects`"_s,
                          u"DELETE FROM `Users`"_s}));
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(database.all("SELECT id, boss FROM Users ORDER BY id"), u"2 11|10 11|11 NULL"_s);

    Changes circle = *changeValue({}, user, row("User", 10), u"boss"_s, number(11), number(2));
    circle = *changeValue(circle, user, row("User", 2), u"boss"_s, number(11), number(10));
    QCOMPARE(committed(database, circle), u"done"_s);
}

void ChangesTest::deletesRowsThatCascade()
{
    Database database(models, associations);
    fill(database);
    database.run("INSERT INTO UserProjects (userId, projectId, madeAt, updatedAt) VALUES (2, 7, 0, 0)");
    QCOMPARE(committed(database, *deleteRow({}, *database.schema.table(u"Project"_s), row("Project", 7))),
             u"done"_s);
    QCOMPARE(database.all("SELECT COUNT(*) FROM UserProjects"), u"0"_s);
    QCOMPARE(committed(database, *deleteRow({}, *database.schema.table(u"User"_s), row("User", 1))),
             u"1: User id = 1: FOREIGN KEY constraint failed"_s);
}

void ChangesTest::rowsWithoutAKey()
{
    Database database(
        R"json({ "name": "Note", "attributes": [ { "name": "text", "type": "STRING" } ] })json");
    // What Sequelize's removeAttribute('id') leaves.
    database.schema.tables[0].columns.removeIf(
        [](const Column &column) { return column.origin == Origin::Id; });
    database.run("DROP TABLE Notes");
    database.run("CREATE TABLE Notes (text VARCHAR(255))");
    database.run("INSERT INTO Notes VALUES ('a'), ('a'), ('b')");
    const RowSource source = *browse(database, database.schema, {.table = 0});
    const Page page = *firstPage(database, source, 10);
    const Changes changes = *changeValue({}, database.schema.tables[0], rowRef(source, page.rows[1]),
                                         u"text"_s, page.rows[1].values[0], Value::text(u"c"));
    QCOMPARE(sqlOf(changes, database),
             u"UPDATE `Notes` SET `text` = 'c' WHERE `rowid` = 2 AND `text` = 'a'"_s);
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(database.all("SELECT text FROM Notes"), u"a|c|b"_s);
    QCOMPARE(deleteRow({}, database.schema.tables[0], {.model = u"Note"_s}).error().message,
             u"the rows of Note have no key, so that none can be changed alone"_s);
}

void ChangesTest::refusals()
{
    Database database(models, associations);
    const Table &user = *database.schema.table(u"User"_s);
    QCOMPARE(insertRow({}, user, {{u"no"_s, Value()}}).error().message, u"User has no column no"_s);
    QCOMPARE(changeValue({}, user, row("User", 1), u"no"_s, {}, number(1)).error().message,
             u"User has no column no"_s);
    const Changes changes = *changeValue({}, user, row("User", 1), u"age"_s, {}, number(1));
    QCOMPARE(
        changeValue({}, user, {.model = u"User"_s, .number = 3}, u"age"_s, {}, number(1)).error().message,
        u"the row is no longer to be inserted"_s);
    // The project has changed since.
    Database renamed(QByteArray(models).replace("age", "years"), associations);
    QCOMPARE(sqlOf(changes, renamed), u"User no longer has a column age"_s);
    Database without(R"json({ "name": "Other", "attributes": [] })json");
    QCOMPARE(sqlOf(changes, without), u"there is no model User any more"_s);
}

void ChangesTest::hostileNamesAndValues()
{
    Database database(
        R"json(
        { "name": "A", "options": { "tableName": "a\"b'c;`" }, "attributes": [
            { "name": "k", "field": "k;'y", "type": "STRING", "primaryKey": true, "allowNull": false },
            { "name": "v", "field": "v\"\n--", "type": "TEXT" }, { "name": "data", "type": "BLOB" } ] })json",
        R"json({ "kind": "belongsToMany", "source": "A", "target": "A", "as": "As", "through": "t';`",
                               "foreignKey": "fr om", "otherKey": "to;--" })json");
    const Table &table = database.schema.tables[0];
    const QString key = u"'; DROP TABLE \"x\"; --\\\n😀`"_s;
    const QByteArray bytes("\x01\xff';--", 6);
    const auto all = [&] { return database.all("SELECT `v\"\n--`, data FROM `a\"b'c;`"); };
    Changes changes = *insertRow({}, table, {{u"k;'y"_s, Value::text(key)}, {u"data"_s, Value::data(bytes)}});
    changes = *link(changes, database.schema, 0, Value::text(key), Value::text(key), sqliteDialect);
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(all(), u"NULL X'01ff273b2d2d'"_s);
    const RowRef one{.model = u"A"_s, .key = {{u"k;'y"_s, Value::text(key)}}};
    changes = *changeValue({}, table, one, u"v\"\n--"_s, Value(), Value::text(key));
    changes = *changeValue(changes, table, one, u"data"_s, Value::data(bytes), Value::data("\x02"));
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(all(), u"'; DROP TABLE \"x\"; --\\↵😀` X'02'"_s);
    changes = *changeValue({}, table, one, u"v\"\n--"_s, Value::text(key), Value::text(u""));
    QCOMPARE(committed(database, changes), u"done"_s);
    QCOMPARE(committed(database, *deleteRow({}, table, one)), u"done"_s);
    QCOMPARE(database.all("SELECT COUNT(*) FROM `t';`"), u"0"_s);
}

THROUGHLINE_TEST(ChangesTest)
#include "tst_changes.moc"
