#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "tests/views/data/dataviewfixture.h"

#include <QDropEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

const QByteArray linkedModels = R"json(
    { "name": "User", "attributes": [ { "name": "code", "type": "STRING", "allowNull": false, "unique": true },
                                      { "name": "name", "type": "STRING" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" } ] },
    { "name": "Note", "attributes": [ { "name": "text", "type": "STRING" } ] },
    { "name": "Work", "attributes": [ { "name": "status", "type": "STRING" } ] })json";
const QByteArray linkedAssociations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "Work",
      "foreignKey": "userCode", "otherKey": "projectId", "sourceKey": "code" },
    { "kind": "belongsToMany", "source": "Project", "target": "User", "as": "Workers", "through": "Work",
      "foreignKey": "projectId", "otherKey": "userCode", "targetKey": "code" },
    { "kind": "belongsToMany", "source": "User", "target": "User", "as": "Fans", "through": "follows",
      "foreignKey": "idol", "otherKey": "fan" })json";

void fillLinked(DataDock &dock)
{
    dock.database.run("INSERT INTO Users VALUES (1, 'ada', 'Ada Lovelace'), (2, 'alan', 'Alan Turing')");
    dock.database.run(
        "INSERT INTO Projects VALUES (7, 'Engine'), (8, 'Bombe'), (9, 'Weaving'), (10, 'COBOL')");
    dock.database.run("INSERT INTO Works (userCode, projectId, status) VALUES ('ada', 7, 'done'),"
                      " ('ada', 9, 'open'), ('alan', 8, NULL)");
}

}

class DataLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLists();
    void bySpace();
    void byMouseAndButton();
    void byDragging();
    void linkedAndUnlinkedAgain();
    void aLinkThatAnotherChangedStays();
    void throughColumns();
    void find();
    void findAndLinkAtOnce();
    void rowsOfTheLastOneAreLeftAlone();
    void ofAJoinRow();
    void anotherAssociation();
    void showLinks();
    void nothingToLink();
    void anAssociationThatIsGone();
    void newRows();
    void pairsThatRepeat();
    void rowsThatComeBack();
    void longLists();
    void hostileNamesAndValues();
};

void DataLinksTest::bothLists()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    QCOMPARE(dock.label("linksTitle"), u"Ada Lovelace"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Engine #7, done|Weaving #9, open"_s);
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"Bombe #8|COBOL #10"_s);
    QCOMPARE(dock.label("linkedCount"), u"2"_s);
    QCOMPARE(dock.label("notLinkedCount"), u"2"_s);
    DataDock::point(dock.rows(), 1, 1);
    QCOMPARE(dock.label("linksTitle"), u"Alan Turing"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Bombe #8, NULL"_s);
    QCOMPARE(dock.find<QLineEdit>("find")->placeholderText(), u"Find a Project"_s);
}

void DataLinksTest::bySpace()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    DataDock::point(dock.notLinked(), 1, 0);
    DataDock::press(Qt::Key_Space);
    QCOMPARE(dock.pending(), u"INSERT INTO `Works` (`userCode`, `projectId`) VALUES ('ada', 10)"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Engine #7, done|Weaving #9, open|*COBOL #10, default"_s);
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"Bombe #8"_s);
    QCOMPARE(dock.label("linkedCount"), u"3"_s);
    QCOMPARE(dock.label("notLinkedCount"), u"1"_s);
    DataDock::point(dock.linked(), 0, 0);
    DataDock::press(Qt::Key_Space);
    QCOMPARE(dock.pending(),
             u"INSERT INTO `Works` (`userCode`, `projectId`) VALUES ('ada', 10)|"
             "DELETE FROM `Works` WHERE `userCode` = 'ada' AND `projectId` = 7"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Weaving #9, open|*COBOL #10, default"_s);
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"*Engine #7|Bombe #8"_s);
    DataDock::press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dock.database.all("SELECT projectId, status FROM Works WHERE userCode = 'ada' ORDER BY 1"),
             u"9 open|10 NULL"_s);
    QCOMPARE(dock.committed.size(), 1);
    QCOMPARE(dock.committed[0].list.size(), 2);
    QCOMPARE(dock.committed[0].list[0].kind, model::Change::Insert);
    QCOMPARE(dock.committed[0].list[0].link, dock.database.schema.associations[0].id);
    QCOMPARE(dock.committed[0].list[1].kind, model::Change::Delete);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Weaving #9, open|COBOL #10, NULL"_s);
    QCOMPARE(dock.label("linkedCount"), u"2"_s);
}

void DataLinksTest::byMouseAndButton()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    QCOMPARE(dock.label("linkedCount"), u"3"_s);
    QVERIFY(dock.pending().endsWith(u"('ada', 8)"_s));
    DataDock::doubleClick(dock.linked(), 0, 0);
    QCOMPARE(dock.label("linkedCount"), u"2"_s);
    // Several at once.
    dock.notLinked()->selectAll();
    dock.click("link");
    QCOMPARE(dock.label("notLinkedCount"), u"0"_s);
    QCOMPARE(dock.view.changes().list.size(), 2);
    dock.linked()->selectAll();
    dock.click("unlink");
    QCOMPARE(dock.label("linkedCount"), u"0"_s);
    QCOMPARE(DataDock::textOf(dock.notLinked()).count(u'|'), 3);
    QCOMPARE(dock.view.changes().list.size(), 2);
}

void DataLinksTest::byDragging()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    const auto drag = [](views::RowsView *from, views::RowsView *to) {
        const QScopedPointer<QMimeData> data(from->model()->mimeData({from->currentIndex()}));
        QDragEnterEvent enter(QPoint(30, 30), Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(to->viewport(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(30, 30), Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(to->viewport(), &drop);
        return drop.isAccepted();
    };
    DataDock::point(dock.notLinked(), 0, 0);
    QVERIFY(!drag(dock.notLinked(), dock.notLinked()));
    QVERIFY(drag(dock.notLinked(), dock.linked()));
    QVERIFY(dock.pending().endsWith(u"('ada', 8)"_s));
    DataDock::point(dock.linked(), 0, 0);
    QVERIFY(drag(dock.linked(), dock.notLinked()));
    QVERIFY(dock.pending().endsWith(u"`projectId` = 7"_s));
}

void DataLinksTest::linkedAndUnlinkedAgain()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    const QString linked = DataDock::textOf(dock.linked());
    const QString notLinked = DataDock::textOf(dock.notLinked());
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    DataDock::doubleClick(dock.linked(), 1, 0);
    QVERIFY(dock.view.changes().isEmpty());
    DataDock::doubleClick(dock.linked(), 0, 0);
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    QVERIFY(dock.view.changes().isEmpty());
    QCOMPARE(DataDock::textOf(dock.linked()), linked);
    QCOMPARE(DataDock::textOf(dock.notLinked()), notLinked);
}

/// What is unlinked is the row that was read, not whatever has become of it.
void DataLinksTest::aLinkThatAnotherChangedStays()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    DataDock::point(dock.linked(), 0, 0);
    DataDock::press(Qt::Key_Space);
    QCOMPARE(dock.view.changes().list.size(), 1);
    dock.database.run("UPDATE Works SET status = 'paid' WHERE projectId = 7");
    dock.click("commit");
    QVERIFY(dock.notice("changesNotice").contains(u"was changed or deleted meanwhile"_s));
    QCOMPARE(dock.database.all("SELECT status FROM Works WHERE projectId = 7"), u"paid"_s);
}

void DataLinksTest::throughColumns()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    DataDock::doubleClick(dock.linked(), 0, 1);
    QVERIFY(DataDock::editor(dock.linked()));
    DataDock::type(u"paused"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(dock.pending(),
             u"UPDATE `Works` SET `status` = 'paused' WHERE `userCode` = 'ada'"
             " AND `projectId` = 7 AND `status` = 'done'"_s);
    // The column of a row that is still to be linked.
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    DataDock::doubleClick(dock.linked(), 1, 1);
    DataDock::type(u"new"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(DataDock::textOf(dock.linked()), u"*Engine #7, paused|*Bombe #8, new|Weaving #9, open"_s);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT projectId, status FROM Works WHERE userCode = 'ada' ORDER BY 1"),
             u"7 paused|8 new|9 open"_s);
}

void DataLinksTest::find()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    auto *field = dock.find<QLineEdit>("find");
    QTest::keyClicks(field, u"cob"_s);
    QTRY_COMPARE(DataDock::textOf(dock.notLinked()), u"COBOL #10"_s);
    QCOMPARE(dock.label("notLinkedCount"), u"1"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(dock.notLinked()->hasFocus());
    DataDock::press(Qt::Key_Space);
    QVERIFY2(dock.pending().endsWith(u"('ada', 10)"_s), qPrintable(dock.pending()));
}

/// Faster than the rows come: what is linked is what was looked for.
void DataLinksTest::findAndLinkAtOnce()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    dock.heldLanes = QStringList{u"data.notLinked"_s};
    auto *field = dock.find<QLineEdit>("find");
    QTest::keyClicks(field, u"cob"_s);
    QTest::keyClick(field, Qt::Key_Return);
    DataDock::press(Qt::Key_Space);
    QVERIFY(dock.view.changes().isEmpty());
    dock.runHeld();
    DataDock::press(Qt::Key_Space);
    QCOMPARE(dock.pending(), u"INSERT INTO `Works` (`userCode`, `projectId`) VALUES ('ada', 10)"_s);
}

/// Until the lists of another row are there, those of the last one can be seen, but not be changed.
void DataLinksTest::rowsOfTheLastOneAreLeftAlone()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    dock.heldLanes = QStringList{u"data.linked"_s, u"data.notLinked"_s};
    DataDock::point(dock.rows(), 1, 1);
    DataDock::doubleClick(dock.linked(), 0, 0);
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    QVERIFY(dock.view.changes().isEmpty());
    dock.runHeld();
    DataDock::doubleClick(dock.linked(), 0, 0);
    QCOMPARE(dock.pending(), u"DELETE FROM `Works` WHERE `userCode` = 'alan' AND `projectId` = 8"_s);
    // The same for tables.
    dock.heldLanes = QStringList{u"data.page"_s};
    dock.view.showTable(u"Project"_s);
    dock.click("insertRow");
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataLinksTest::ofAJoinRow()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("Work");
    DataDock::point(dock.rows(), 1, 2);
    QCOMPARE(dock.label("linksTitle"), u"Ada Lovelace"_s);
    // The join row is chosen in the list, too.
    QCOMPARE(dock.linked()->currentIndex().row(), 1);
    DataDock::doubleClick(dock.notLinked(), 1, 0);
    QCOMPARE(DataDock::textOf(dock.rows()),
             u"Ada Lovelace ada, Engine #7, done|Ada Lovelace ada, Weaving #9, open|"
             "*Ada Lovelace ada, COBOL #10, default|Alan Turing alan, Bombe #8, NULL"_s);
    DataDock::put(dock.rows(), 2, 2, u"begun"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Engine #7, done|Weaving #9, open|*COBOL #10, begun"_s);
    QCOMPARE(dock.pending(),
             u"INSERT INTO `Works` (`status`, `userCode`, `projectId`)"
             " VALUES ('begun', 'ada', 10)"_s);
}

void DataLinksTest::anotherAssociation()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    QTimer::singleShot(100, [] {
        auto *menu = QApplication::activePopupWidget();
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    dock.click("association");
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"Ada Lovelace #1|Alan Turing #2"_s);
    DataDock::doubleClick(dock.notLinked(), 1, 0);
    QVERIFY(dock.pending().startsWith(u"INSERT INTO `follows`"_s));
    // Another row keeps the association.
    DataDock::point(dock.rows(), 1, 1);
    QCOMPARE(DataDock::textOf(dock.linked()), QString());
    QVERIFY(dock.find<QWidget>("association")->property("text").toString().startsWith(u"Fans"_s));
}

void DataLinksTest::showLinks()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("Project");
    dock.view.showLinks(dock.database.schema.associations[0].id, model::Value::text(u"alan"));
    QCOMPARE(dock.label("linksTitle"), u"Alan Turing"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Bombe #8, NULL"_s);
    dock.view.showLinks(dock.database.schema.associations[1].id, model::Value::number(qint64(9)));
    QCOMPARE(dock.label("linksTitle"), u"Weaving"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"Ada Lovelace ada, open"_s);
}

void DataLinksTest::nothingToLink()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("Note");
    QCOMPARE(dock.notice("noLinks"),
             u"Note has no n:m association. Connect it with another model (M) to link rows here."_s);
    QVERIFY(!dock.linked()->isVisible());
}

/// Associations are known by their places in the schema, which change with it.
void DataLinksTest::anAssociationThatIsGone()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    const QByteArray keptOne = R"json(
        { "kind": "belongsToMany", "source": "User", "target": "User", "as": "Fans", "through": "follows",
          "foreignKey": "idol", "otherKey": "fan" })json";
    dock.view.show(model::resolve(test::projectOf(linkedModels, keptOne)));
    QVERIFY(dock.linked()->isVisible());
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"Ada Lovelace #1|Alan Turing #2"_s);
    dock.view.show(model::resolve(test::projectOf(linkedModels, {})));
    QVERIFY(!dock.linked()->isVisible());
    QVERIFY(dock.notice("noLinks").startsWith(u"User has no n:m association."_s));
}

void DataLinksTest::newRows()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.open("User");
    dock.click("insertRow");
    DataDock::press(Qt::Key_Escape);
    QCOMPARE(dock.notice("noLinks"), u"The new row can be linked when it has a value for code."_s);
    DataDock::put(dock.rows(), dock.rows()->currentIndex().row(), 1, u"edsger"_s);
    DataDock::point(dock.rows(), dock.rows()->currentIndex().row(), 1);
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"Engine #7|Bombe #8|Weaving #9|COBOL #10"_s);
    DataDock::doubleClick(dock.notLinked(), 2, 0);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT u.code, projectId FROM Works w JOIN Users u ON u.code = w.userCode"
                               " WHERE u.id = 3"),
             u"edsger 9"_s);
}

void DataLinksTest::pairsThatRepeat()
{
    DataDock dock(
        R"json({ "name": "A" }, { "name": "B", "attributes": [ { "name": "name", "type": "STRING" } ] },
                         { "name": "AB", "attributes": [ { "name": "key", "type": "INTEGER", "primaryKey": true,
                                                           "autoIncrement": true } ] })json",
        R"json({ "kind": "belongsToMany", "source": "A", "target": "B", "foreignKey": "a", "otherKey": "b",
                           "through": { "model": "AB", "unique": false } })json");
    dock.database.run("INSERT INTO 'As' VALUES (1)");
    dock.database.run("INSERT INTO Bs VALUES (5, 'b')");
    dock.database.run("INSERT INTO ABs (key, a, b) VALUES (1, 1, 5), (2, 1, 5)");
    dock.open("A");
    QCOMPARE(DataDock::textOf(dock.linked()), u"b #5|b #5"_s);
    DataDock::doubleClick(dock.linked(), 1, 0);
    QCOMPARE(dock.pending(), u"DELETE FROM `ABs` WHERE `key` = 2"_s);
    QCOMPARE(DataDock::textOf(dock.linked()), u"b #5"_s);
    QCOMPARE(DataDock::textOf(dock.notLinked()), QString());
}

void DataLinksTest::rowsThatComeBack()
{
    DataDock dock(
        R"json({ "name": "A" }, { "name": "B", "attributes": [ { "name": "name", "type": "STRING" } ] },
                         { "name": "AB", "options": { "timestamps": true, "paranoid": true } })json",
        R"json({ "kind": "belongsToMany", "source": "A", "target": "B", "foreignKey": "a", "otherKey": "b",
                           "through": "AB" })json");
    dock.database.run("INSERT INTO 'As' VALUES (1)");
    dock.database.run("INSERT INTO Bs VALUES (5, 'b')");
    dock.database.run("INSERT INTO ABs (a, b, createdAt, updatedAt, deletedAt) VALUES (1, 5, 0, 0, 1)");
    dock.open("A");
    QCOMPARE(DataDock::textOf(dock.notLinked()), u"b #5"_s);
    DataDock::doubleClick(dock.notLinked(), 0, 0);
    QVERIFY(dock.pending().startsWith(u"UPDATE `ABs` SET `deletedAt` = NULL"_s));
    QVERIFY(DataDock::textOf(dock.linked()).startsWith(u"*b #5"_s));
    QCOMPARE(DataDock::textOf(dock.notLinked()), QString());
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT COUNT(*) FROM ABs WHERE deletedAt IS NULL"), u"1"_s);
    QCOMPARE(dock.linked()->model()->rowCount(), 1);
}

/// Lists that are longer than a page, with counts that come later.
void DataLinksTest::longLists()
{
    DataDock dock(linkedModels, linkedAssociations);
    fillLinked(dock);
    dock.database.run("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1099)"
                      " INSERT INTO Projects SELECT i, 'project ' || i FROM n");
    dock.database.run(
        "INSERT INTO Works (userCode, projectId) SELECT 'ada', id FROM Projects WHERE id > 799");
    dock.heldLanes = QStringList{u"data.linkedCount"_s, u"data.notLinkedCount"_s};
    dock.open("User");
    QCOMPARE(dock.label("notLinkedCount"), u"…"_s);
    QCOMPARE(dock.label("linkedCount"), u"…"_s);
    dock.runHeld();
    QCOMPARE(dock.label("linkedCount"), u"302"_s);
    QCOMPARE(dock.label("notLinkedCount"), u"702"_s);
    QVERIFY(dock.notLinked()->model()->rowCount() < 702);
    dock.notLinked()->setFocus();
    DataDock::press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(dock.notLinked()->rows()->rows().last().values[0].integer, 799);
    DataDock::point(dock.notLinked(), dock.notLinked()->model()->rowCount() - 1, 0);
    DataDock::press(Qt::Key_Space);
    QCOMPARE(dock.pending(), u"INSERT INTO `Works` (`userCode`, `projectId`) VALUES ('ada', 799)"_s);
    dock.runHeld();
    QCOMPARE(dock.label("linkedCount"), u"303"_s);
    QCOMPARE(dock.label("notLinkedCount"), u"701"_s);
}

void DataLinksTest::hostileNamesAndValues()
{
    DataDock dock(
        R"json({ "name": "Us`er; DROP", "attributes": [ { "name": "na\"me", "type": "STRING" } ] },
                         { "name": "select", "attributes": [ { "name": "from", "type": "STRING" } ] },
                         { "name": "j'oin", "attributes": [ { "name": "a%b_c", "type": "STRING" } ] })json",
        R"json({ "kind": "belongsToMany", "source": "Us`er; DROP", "target": "select", "as": "<b>all</b>",
                           "through": "j'oin", "foreignKey": "left key", "otherKey": "right'key" })json");
    const model::Schema &schema = dock.database.schema;
    const auto table = [&](int i) { return model::quotedTable(schema.tables[i], model::sqliteDialect); };
    dock.database.run(qPrintable(u"INSERT INTO %1 VALUES (1, 'x''; -- <i>')"_s.arg(table(0))));
    dock.database.run(qPrintable(u"INSERT INTO %1 VALUES (1, '&amp; %%_'), (2, '日本\n語')"_s.arg(table(1))));
    dock.open("Us`er; DROP");
    QCOMPARE(dock.label("linksTitle"), u"x'; -- <i>"_s);
    dock.notLinked()->selectAll();
    dock.notLinked()->setFocus();
    DataDock::press(Qt::Key_Space);
    DataDock::doubleClick(dock.linked(), 0, 1);
    DataDock::type(u"'); DROP TABLE x; --"_s);
    DataDock::press(Qt::Key_Return);
    dock.click("commit");
    QCOMPARE(dock.notice("changesNotice"), QString());
    QCOMPARE(dock.database.all(u"SELECT COUNT(*) FROM "_s + table(2)), u"2"_s);
    QVERIFY(DataDock::textOf(dock.linked()).contains(u"'); DROP TABLE x; --"_s));
    auto *field = dock.find<QLineEdit>("find");
    QTest::keyClicks(field, u"%"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(dock.label("notLinkedCount"), u"0"_s);
    QCOMPARE(dock.notice("linksNotice"), QString());
}

THROUGHLINE_TEST(DataLinksTest)

#include "tst_datalinks.moc"
