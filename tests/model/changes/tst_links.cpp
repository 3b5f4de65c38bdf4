#include "model/changes/links.h"
#include "tests/model/rows/rowsfixture.h"
#include "tests/support/testcase.h"

using namespace model;
using namespace Qt::StringLiterals;

namespace {

/// Users and projects by a through with columns of its own, keyed by `code` on one side.
const QByteArray linkedModels = R"json(
    { "name": "User", "attributes": [ { "name": "code", "type": "STRING", "allowNull": false, "unique": true },
                                      { "name": "name", "type": "STRING" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" }, { "name": "kind", "type": "STRING" } ] },
    { "name": "UserProject", "attributes": [ { "name": "status", "type": "STRING" } ] })json";
const QByteArray linkedAssociations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "UserProject",
      "foreignKey": "userCode", "otherKey": "projectId", "sourceKey": "code" },
    { "kind": "belongsToMany", "source": "Project", "target": "User", "as": "Workers", "through": "UserProject",
      "foreignKey": "projectId", "otherKey": "userCode", "targetKey": "code" },
    { "kind": "hasMany", "source": "User", "target": "Project", "as": "Owned" })json";

void fillLinked(Database &database)
{
    database.run("INSERT INTO Users VALUES (1, 'ada', 'Ada Lovelace'), (2, 'alan', 'Alan Turing'),"
                 " (3, 'grace', 'Grace Hopper')");
    database.run("INSERT INTO Projects (id, title, kind) VALUES (7, 'Engine', 'm'), (8, 'Bombe', 'm'),"
                 " (9, 'Weaving', 'p'), (10, 'COBOL', 's')");
    database.run("INSERT INTO UserProjects (userCode, projectId, status) VALUES ('ada', 7, 'done'),"
                 " ('ada', 9, 'open'), ('alan', 8, 'done'), ('grace', 10, NULL)");
}

int associationOf(const Database &database, const char *alias)
{
    for (int i = 0; i < database.schema.associations.size(); ++i) {
        if (database.schema.associations[i].as.value == QString::fromUtf8(alias))
            return i;
    }
    return -1;
}

/// "linked / not linked", with what counting says where it differs.
QString linksOf(Database &database, const char *alias, const Value &key, const QString &filter = {})
{
    const LinksOf links{associationOf(database, alias), key, filter};
    const auto linked = linkedRows(database.schema, links, sqliteDialect);
    const auto rest = notLinkedRows(database.schema, links, sqliteDialect);
    if (!linked || !rest)
        return linked ? rest.error().message : linked.error().message;
    const auto first = firstPage(database, *linked, 100);
    const auto second = firstPage(database, *rest, 100);
    QString text = textOf(*linked, first) + u" / "_s + textOf(*rest, second);
    if (!first || !second)
        return text;
    if (const auto count = countRows(database, *linked); count != first->rows.size())
        text += u" but counted %1 linked"_s.arg(count.value_or(-1));
    if (const auto count = countNotLinked(database, database.schema, links); count != second->rows.size())
        text += u" but counted %1 not linked"_s.arg(count.value_or(-1));
    return text;
}

}

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothDirections_data();
    void bothDirections();
    void pages();
    void aModelWithItself();
    void scopes();
    void deletedRows();
    void pairsThatRepeat();
    void rowsWithoutAKey();
    void keysThatAreNotUnique();
    void refusals();
    void indexesServeBothLists();
    void hostileNamesAndValues();
};

void LinksTest::bothDirections_data()
{
    QTest::addColumn<QByteArray>("alias");
    QTest::addColumn<Value>("key");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto code = [](const char *text) { return Value::text(QString::fromLatin1(text)); };
    const auto row = [](const char *name, const char *alias, const Value &key, const char *filter,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(alias) << key << QString::fromUtf8(filter)
                            << QString::fromUtf8(expected);
    };
    row("of a user", "Tasks", code("ada"), "", "Engine#7 done|Weaving#9 open / Bombe#8|COBOL#10");
    row("of a project", "Workers", Value::number(qint64(8)), "",
        "Alan Turing#alan done / Ada Lovelace#ada|Grace Hopper#grace");
    row("nothing linked", "Tasks", code("nobody"), "", " / Engine#7|Bombe#8|Weaving#9|COBOL#10");
    row("by words", "Tasks", code("ada"), "E", "Engine#7 done|Weaving#9 open / Bombe#8");
    row("by all words", "Workers", Value::number(qint64(8)), "hop grace", " / Grace Hopper#grace");
    row("by a number", "Tasks", code("ada"), "10", " / COBOL#10");
    row("by a key", "Tasks", code("ada"), "#7", "Engine#7 done / ");
    row("by keys", "Tasks", code("ada"), ">7", "Weaving#9 open / Bombe#8|COBOL#10");
    row("by a key of text", "Workers", Value::number(qint64(8)), "=ada", " / Ada Lovelace#ada");
    row("not by a wildcard", "Tasks", code("ada"), "%", " / ");
    row("by nonsense", "Tasks", code("ada"), ">x", "expected a number such as 5, >3 or 1..9, null or !null");
    row("NULL links nothing", "Tasks", Value(), "", " / Engine#7|Bombe#8|Weaving#9|COBOL#10");
}

void LinksTest::bothDirections()
{
    QFETCH(const QByteArray, alias);
    QFETCH(const Value, key);
    QFETCH(const QString, filter);
    Database database(linkedModels, linkedAssociations);
    fillLinked(database);
    QTEST(linksOf(database, alias.constData(), key, filter), "expected");
}

void LinksTest::pages()
{
    Database database(linkedModels, linkedAssociations);
    database.run("INSERT INTO Users VALUES (1, 'ada', 'Ada')");
    database.run(
        "INSERT INTO Projects (id, title) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 40) SELECT i, 'P' FROM n");
    database.run(
        "INSERT INTO UserProjects (userCode, projectId) SELECT 'ada', id FROM Projects WHERE id % 3 = 0");
    const LinksOf links{associationOf(database, "Tasks"), Value::text(u"ada"), {}};
    const RowSource linked = *linkedRows(database.schema, links, sqliteDialect);
    const RowSource rest = *notLinkedRows(database.schema, links, sqliteDialect);
    for (const RowSource *source : {&linked, &rest}) {
        QStringList found;
        Page page = *firstPage(database, *source, 5);
        // A link that is made meanwhile skips no row of the pages behind it.
        database.run("INSERT INTO UserProjects (userCode, projectId) VALUES ('ada', 1)");
        while (true) {
            for (const Row &row : page.rows)
                found.append(row.values[0].toText());
            if (!page.hasAfter)
                break;
            page = *pageAfter(database, *source, page.rows.last().place, 5);
        }
        database.run("DELETE FROM UserProjects WHERE projectId = 1");
        QCOMPARE(found.size(), source == &linked ? 13 : 27);
        QCOMPARE(lastPage(database, *source, 5)->rows.last().values[0].toText(), found.last());
        QCOMPARE(pageAt(database, rest, {Value::number(qint64(20))}, 1)->rows[0].values[0].toText(), u"20"_s);
    }
}

void LinksTest::aModelWithItself()
{
    Database database(R"json({ "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "User", "as": "Follows", "through": "Follow",
          "foreignKey": "followerId", "otherKey": "followedId" },
        { "kind": "belongsToMany", "source": "User", "target": "User", "as": "Followers", "through": "Follow",
          "foreignKey": "followedId", "otherKey": "followerId" })json");
    database.run("INSERT INTO Users VALUES (1, 'Ada'), (2, 'Alan'), (3, 'Grace')");
    database.run("INSERT INTO Follow (followerId, followedId) VALUES (1, 2), (3, 1), (1, 1)");
    const Value ada = Value::number(qint64(1));
    QCOMPARE(linksOf(database, "Follows", ada), u"Ada#1|Alan#2 / Grace#3"_s);
    QCOMPARE(linksOf(database, "Followers", ada), u"Ada#1|Grace#3 / Alan#2"_s);
}

void LinksTest::scopes()
{
    Database database(R"json(
        { "name": "Post", "attributes": [ { "name": "title", "type": "STRING" } ] },
        { "name": "Tag", "attributes": [ { "name": "name", "type": "STRING" },
                                         { "name": "isOpen", "field": "is_open", "type": "BOOLEAN" } ] },
        { "name": "ItemTag", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": true, "autoIncrement": true },
                                             { "name": "kind", "field": "the_kind", "type": "STRING" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "Post", "target": "Tag", "as": "OpenTags", "scope": { "isOpen": true },
          "through": { "model": "ItemTag", "unique": false, "scope": { "kind": "post" } },
          "foreignKey": "itemId", "otherKey": "tagId", "constraints": false })json");
    database.run("INSERT INTO Posts VALUES (1, 'a post')");
    database.run("INSERT INTO Tags VALUES (1, 'red', 1), (2, 'green', 1), (3, 'blue', 0), (4, 'grey', 0)");
    database.run("INSERT INTO ItemTags (the_kind, itemId, tagId) VALUES ('post', 1, 1), ('image', 1, 2), "
                 "('post', 1, 3)");
    QCOMPARE(linksOf(database, "OpenTags", Value::number(qint64(1))), u"red#1 post / green#2"_s);
}

void LinksTest::deletedRows()
{
    Database database(R"json(
        { "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] },
        { "name": "Role", "attributes": [ { "name": "name", "type": "STRING" } ],
          "options": { "timestamps": true, "createdAt": false, "updatedAt": false, "paranoid": true } })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Role", "as": "Roles", "timestamps": true,
          "through": { "model": "UserRoles", "paranoid": true } })json");
    database.run("INSERT INTO Users VALUES (1, 'Ada')");
    database.run(
        "INSERT INTO Roles VALUES (1, 'here', NULL), (2, 'gone', '2020-01-01'), (3, 'was linked', NULL),"
        " (4, 'never', NULL)");
    database.run("INSERT INTO UserRoles (UserId, RoleId, createdAt, updatedAt, deletedAt) VALUES"
                 " (1, 1, 0, 0, NULL), (1, 2, 0, 0, NULL), (1, 3, 0, 0, '2020-01-01')");
    QCOMPARE(linksOf(database, "Roles", Value::number(qint64(1))),
             u"here#1 0 0 NULL / was linked#3|never#4"_s);
    const RowSource rest = *notLinkedRows(database.schema, {0, Value::number(qint64(1)), {}}, sqliteDialect);
    const Page page = *firstPage(database, rest, 10);
    QVERIFY(page.rows[0].isMarked);
    QVERIFY(!page.rows[1].isMarked);
}

void LinksTest::pairsThatRepeat()
{
    Database database(R"json(
        { "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] },
        { "name": "Product", "attributes": [ { "name": "name", "type": "STRING" } ] },
        { "name": "Purchase", "attributes": [ { "name": "number", "type": "INTEGER", "primaryKey": true },
                                              { "name": "price", "type": "INTEGER" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Product", "as": "Bought",
          "through": { "model": "Purchase", "unique": false } })json");
    database.run("INSERT INTO Users VALUES (1, 'Ada')");
    database.run("INSERT INTO Products VALUES (1, 'tea'), (2, 'milk')");
    database.run("INSERT INTO Purchases (number, price, UserId, ProductId) VALUES (31, 5, 1, 1), (30, 6, 1, "
                 "1), (32, 7, 1, 1)");
    const LinksOf links{0, Value::number(qint64(1)), {}};
    QCOMPARE(linksOf(database, "Bought", links.sourceKey), u"tea#1 30 6|tea#1 31 5|tea#1 32 7 / milk#2"_s);
    const RowSource linked = *linkedRows(database.schema, links, sqliteDialect);
    const Page page = *firstPage(database, linked, 2);
    QCOMPARE(page.rows[1].key, Values{Value::number(qint64(31))});
    QCOMPARE(textOf(linked, pageAfter(database, linked, page.rows[1].place, 2)), u"<tea#1 32 7"_s);
}

void LinksTest::rowsWithoutAKey()
{
    Database database(R"json(
        { "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] },
        { "name": "Role", "attributes": [ { "name": "code", "type": "STRING", "unique": true },
                                          { "name": "name", "type": "STRING" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Role", "as": "Roles", "through": "UserRoles",
          "targetKey": "code" })json");
    database.run("INSERT INTO Roles VALUES (1, 'a', 'Admin'), (2, NULL, 'Nobody')");
    QCOMPARE(linksOf(database, "Roles", Value::number(qint64(1))), u" / Admin#a"_s);
}

/// Sequelize allows it; each of the targets counts.
void LinksTest::keysThatAreNotUnique()
{
    Database database(R"json(
        { "name": "User", "attributes": [ { "name": "name", "type": "STRING" } ] },
        { "name": "Role", "attributes": [ { "name": "code", "type": "STRING" }, { "name": "name", "type": "STRING" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "User", "target": "Role", "as": "Roles", "through": "UserRoles",
          "targetKey": "code", "constraints": false })json");
    database.run("INSERT INTO Roles VALUES (1, 'a', 'Admin'), (2, 'a', 'Again'), (3, 'b', 'Boss')");
    database.run("INSERT INTO UserRoles (UserId, RoleCode) VALUES (1, 'a')");
    const QString links = linksOf(database, "Roles", Value::number(qint64(1)));
    QVERIFY2(links == u"Admin#a / Boss#b"_s || links == u"Again#a / Boss#b"_s, qPrintable(links));
}

void LinksTest::refusals()
{
    Database database(linkedModels, linkedAssociations);
    QCOMPARE(linksOf(database, "Owned", Value()), u"Owned is no belongsToMany"_s);
    const auto file = readProject(R"json({ "format": "throughline/1",
        "models": [ { "name": "User" }, { "name": "Role" } ],
        "associations": [ { "kind": "belongsToMany", "source": "User", "target": "Role" } ] })json");
    QCOMPARE(checkLinks(resolve(file->project), 0).error().message,
             u"Roles has problems that must be solved first"_s);
}

void LinksTest::indexesServeBothLists()
{
    Database database(linkedModels, linkedAssociations);
    fillLinked(database);
    const LinksOf links{associationOf(database, "Tasks"), Value::text(u"ada"), {}};
    const RowSource linked = *linkedRows(database.schema, links, sqliteDialect);
    const RowSource rest = *notLinkedRows(database.schema, links, sqliteDialect);
    database.statements.clear();
    QVERIFY(pageAfter(database, linked, {Value::number(qint64(7))}, 5));
    const QString walked = database.plans();
    QVERIFY2(walked.startsWith(u"CO-ROUTINE t\nSEARCH t USING INDEX sqlite_autoindex_UserProjects_1 "
                               "(userCode=? AND projectId>?)"_s),
             qPrintable(walked));
    database.statements.clear();
    QVERIFY(pageAfter(database, rest, {Value::number(qint64(7))}, 5));
    const QString searched = database.plans();
    QVERIFY2(searched.startsWith(u"SEARCH t USING INTEGER PRIMARY KEY (rowid>?)"_s), qPrintable(searched));
    QVERIFY2(searched.contains(u"SEARCH e USING COVERING INDEX sqlite_autoindex_UserProjects_1 "
                               "(userCode=? AND projectId=?)"_s),
             qPrintable(searched));
    QVERIFY(!searched.contains(u"TEMP B-TREE"_s));
}

void LinksTest::hostileNamesAndValues()
{
    Database database(R"json(
        { "name": "A';--", "options": { "tableName": "a\"b'c;" }, "attributes": [
            { "name": "k`y", "field": "k;y'", "type": "STRING", "primaryKey": true, "allowNull": false },
            { "name": "name", "field": "n\"m\n", "type": "STRING" } ] })json",
                      R"json(
        { "kind": "belongsToMany", "source": "A';--", "target": "A';--", "as": "x'y", "through": "t`;'",
          "foreignKey": "fr om", "otherKey": "t`o;" })json");
    const QString name = u"'; DROP TABLE `t;'`; --\n😀"_s;
    const QString value = literalOf(Value::text(name), {}, sqliteDialect);
    database.run(u"INSERT INTO `a\"b'c;` VALUES (%1, %1), ('b', '%_')"_s.arg(value).toUtf8());
    database.run(u"INSERT INTO `t;'` VALUES (%1, 'b')"_s.arg(value).toUtf8());
    const LinksOf links{0, Value::text(name), {}};
    QCOMPARE(linksOf(database, "x'y", links.sourceKey),
             u"%_#b / '; DROP TABLE `t;'`; --↵😀#'; DROP TABLE `t;'`; --↵😀"_s);
    QCOMPARE(linksOf(database, "x'y", links.sourceKey, name),
             u" / '; DROP TABLE `t;'`; --↵😀#'; DROP TABLE `t;'`; --↵😀"_s);
    QCOMPARE(linksOf(database, "x'y", links.sourceKey, u"%_"_s), u"%_#b / "_s);
}


THROUGHLINE_TEST(LinksTest)
#include "tst_links.moc"
