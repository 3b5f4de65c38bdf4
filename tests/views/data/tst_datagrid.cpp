#include "tests/support/testcase.h"
#include "tests/views/data/dataviewfixture.h"

using namespace Qt::StringLiterals;
using views::RowsModel;

namespace {

const QByteArray gridModels = R"json(
    { "name": "User", "attributes": [ { "name": "name", "type": "STRING", "allowNull": false },
                                      { "name": "age", "type": "INTEGER" },
                                      { "name": "isActive", "type": "BOOLEAN" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" } ] },
    { "name": "Work", "attributes": [ { "name": "status", "type": "ENUM('open','started','done')",
                                        "allowNull": false, "defaultValue": "open" },
                                      { "name": "finishedAt", "type": "DATE" } ] })json";
const QByteArray gridAssociations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "Work",
      "foreignKey": "userId", "otherKey": "projectId" })json";

void fillGrid(DataDock &dock)
{
    dock.database.run("INSERT INTO Users VALUES (1, 'Ada Lovelace', 36, 1), (2, 'Alan Turing', NULL, 0),"
                      " (3, 'Grace Hopper', 85, NULL)");
    dock.database.run("INSERT INTO Projects VALUES (7, 'Engine'), (8, 'Bombe'), (9, 'COBOL')");
    dock.database.run("INSERT INTO Works (userId, projectId, status, finishedAt) VALUES"
                      " (1, 7, 'done', '1843-09-05 00:00:00.000 +00:00'), (2, 8, 'open', NULL)");
}

void fillMany(DataDock &dock, int count)
{
    dock.database.run(
        qPrintable(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                   " INSERT INTO Users SELECT i, 'user ' || i, i % 100, NULL FROM n"_s.arg(count)));
}

}

class DataGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsByLabel();
    void anyTable();
    void cellsAreTyped_data();
    void cellsAreTyped();
    void whatACellRefuses();
    void leftWithoutBeingTaken();
    void nulls();
    void choices();
    void endsArePicked();
    void endsByKey();
    void noRowIsTakenByMistake();
    void insert();
    void insertNeedsWhatIsRequired();
    void deletionAndBack();
    void filters();
    void filterThatIsRefused();
    void sorting();
    void pages();
    void goToKey();
    void rowsAboveDoNotMoveThoseInSight();
    void countComesLater();
    void busyAndCancel();
    void refreshKeepsThePlace();
    void refreshWhileTyping();
    void emptiness();
    void tableThatIsNotThere();
    void copies();
};

void DataGridTest::rowsByLabel()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    QCOMPARE(DataDock::textOf(dock.rows()),
             u"Ada Lovelace #1, Engine #7, done, 1843-09-05 00:00|"
             "Alan Turing #2, Bombe #8, open, NULL"_s);
    const auto *rows = dock.rows()->rows();
    QCOMPARE(rows->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"User · userId"_s);
    QCOMPARE(rows->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"status"_s);
    QCOMPARE(rows->face(1, 3).kind, views::CellFace::Null);
    QCOMPARE(dock.label("range"), u"rows 1–2 of 2"_s);
    QCOMPARE(rows->index(0, 2).data(Qt::AccessibleTextRole).toString(), u"status: done"_s);
}

void DataGridTest::anyTable()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    dock.click("chooser");
    auto *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    DataDock::type(u"roj"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(DataDock::textOf(dock.rows()), u"7, Engine|8, Bombe|9, COBOL"_s);
    QCOMPARE(dock.find<QPushButton>("chooser")->text(), u"Project"_s);
}

void DataGridTest::cellsAreTyped_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sql");

    QTest::newRow("text") << 1 << u"O'Hara; DROP"_s
                          << u"UPDATE `Users` SET `name` = 'O''Hara; DROP' WHERE `id` = 1"
                             " AND `name` = 'Ada Lovelace'"_s;
    QTest::newRow("integer") << 2 << u"37"_s
                             << u"UPDATE `Users` SET `age` = 37 WHERE `id` = 1 AND `age` = 36"_s;
    QTest::newRow("nothing is NULL") << 2 << u" "_s
                                     << u"UPDATE `Users` SET `age` = NULL WHERE `id` = 1 AND `age` = 36"_s;
    QTest::newRow("boolean") << 3 << u"f"_s
                             << u"UPDATE `Users` SET `isActive` = 0 WHERE `id` = 1 AND `isActive` = 1"_s;
    QTest::newRow("the same") << 2 << u"36"_s << QString();
}

void DataGridTest::cellsAreTyped()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    QFETCH(QString, sql);
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, column, typed);
    QCOMPARE(dock.pending(), sql);
    QCOMPARE(dock.find<views::SqlLine>("changeSql")->text(), sql);
    QCOMPARE(dock.rows()->rows()->face(0, column).isChanged, !sql.isEmpty());
}

void DataGridTest::whatACellRefuses()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    DataDock::doubleClick(dock.rows(), 0, 2);
    QLineEdit *editor = DataDock::editor(dock.rows());
    QVERIFY(editor);
    editor->selectAll();
    DataDock::type(u"old"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(DataDock::editor(dock.rows()), editor);
    QVERIFY(editor->property("refused").toBool());
    QCOMPARE(editor->accessibleDescription(), u"expected a whole number from -2147483648 to 2147483647"_s);
    QVERIFY(dock.view.changes().isEmpty());
    // What is typed anew is taken.
    editor->selectAll();
    DataDock::type(u"40"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(dock.pending(), u"UPDATE `Users` SET `age` = 40 WHERE `id` = 1 AND `age` = 36"_s);
}

void DataGridTest::leftWithoutBeingTaken()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    DataDock::point(dock.rows(), 0, 2);
    DataDock::press(Qt::Key_F2);
    DataDock::type(u"old"_s);
    DataDock::point(dock.rows(), 1, 1);
    QCOMPARE(dock.notice("rowsNotice"),
             u"“old” was not taken: expected a whole number from -2147483648 to 2147483647"_s);
    QVERIFY(dock.view.changes().isEmpty());
    DataDock::point(dock.rows(), 0, 2);
    DataDock::press(Qt::Key_F2);
    DataDock::type(u"99"_s);
    DataDock::press(Qt::Key_Escape);
    QVERIFY(dock.view.changes().isEmpty());
}

void DataGridTest::nulls()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    DataDock::point(dock.rows(), 0, 2);
    DataDock::press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(dock.pending(), u"UPDATE `Users` SET `age` = NULL WHERE `id` = 1 AND `age` = 36"_s);
    DataDock::point(dock.rows(), 0, 1);
    DataDock::press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(dock.notice("rowsNotice"), u"name cannot be NULL"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataGridTest::choices()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    DataDock::doubleClick(dock.rows(), 1, 2);
    QTRY_VERIFY(QApplication::activePopupWidget());
    DataDock::press(Qt::Key_Down);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(dock.pending(),
             u"UPDATE `Works` SET `status` = 'started' WHERE `userId` = 2"
             " AND `projectId` = 8 AND `status` = 'open'"_s);
    QTRY_VERIFY(!DataDock::editor(dock.rows()));
    // Typing narrows the list.
    DataDock::put(dock.rows(), 1, 2, u"do"_s);
    QVERIFY(dock.pending().contains(u"SET `status` = 'done'"_s));
}

void DataGridTest::endsArePicked()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    DataDock::put(dock.rows(), 0, 0, u"hopper"_s);
    QCOMPARE(dock.pending(),
             u"UPDATE `Works` SET `userId` = 3 WHERE `userId` = 1 AND `projectId` = 7 AND `userId` = 1"_s);
    QCOMPARE(dock.rows()->rows()->face(0, 0).text, u"Grace Hopper"_s);
    QVERIFY(dock.lanes.contains(u"data.pick"_s));
    DataDock::press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dock.database.all("SELECT userId, projectId FROM Works ORDER BY projectId"), u"3 7|2 8"_s);
}

void DataGridTest::endsByKey()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    DataDock::point(dock.rows(), 0, 0);
    DataDock::press(Qt::Key_F2);
    DataDock::type(u"#3"_s);
    DataDock::press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    DataDock::press(Qt::Key_Return);
    QVERIFY(dock.pending().contains(u"SET `userId` = 3 "_s));
}

/// Rows that were found for another text are not taken for the one that has just been typed.
void DataGridTest::noRowIsTakenByMistake()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    DataDock::point(dock.rows(), 0, 0);
    DataDock::press(Qt::Key_F2);
    QTRY_VERIFY(QApplication::activePopupWidget());
    dock.heldLanes = QStringList{u"data.pick"_s};
    DataDock::type(u"tur"_s);
    QTest::qWait(120);
    DataDock::press(Qt::Key_Return);
    QVERIFY(dock.view.changes().isEmpty());
    QVERIFY(DataDock::editor(dock.rows()));
    dock.runHeld();
    DataDock::press(Qt::Key_Return);
    QVERIFY(dock.pending().contains(u"SET `userId` = 2 "_s));
}

void DataGridTest::insert()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_Insert);
    QVERIFY(DataDock::editor(dock.rows()));
    DataDock::type(u"Edsger"_s);
    DataDock::press(Qt::Key_Return);
    QCOMPARE(DataDock::textOf(dock.rows()).section(u'|', 0, 0), u"*default, Edsger, default, default"_s);
    QCOMPARE(dock.pending(), u"INSERT INTO `Users` (`name`) VALUES ('Edsger')"_s);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT name FROM Users ORDER BY id DESC LIMIT 1"), u"Edsger"_s);
    QCOMPARE(dock.committed.size(), 1);
    QCOMPARE(dock.committed[0].list[0].values,
             (model::Assignments{{u"name"_s, model::Value::text(u"Edsger")}}));
    QVERIFY(dock.view.changes().isEmpty());
    QVERIFY(DataDock::textOf(dock.rows()).endsWith(u"|4, Edsger, NULL, NULL"_s));
}

void DataGridTest::insertNeedsWhatIsRequired()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    dock.click("insertRow");
    DataDock::press(Qt::Key_Escape);
    QCOMPARE(dock.rows()->rows()->face(0, 1).kind, views::CellFace::Missing);
    QVERIFY(!dock.find<QPushButton>("commit")->isEnabled());
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dock.notice("changesNotice"),
             u"This cannot be committed yet: the new row of User needs a value for name"_s);
    QVERIFY(dock.committed.isEmpty());
    QCOMPARE(dock.database.all("SELECT COUNT(*) FROM Users"), u"3"_s);
}

void DataGridTest::deletionAndBack()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    DataDock::point(dock.rows(), 0, 2);
    DataDock::press(Qt::Key_Delete);
    QCOMPARE(dock.pending(), u"DELETE FROM `Works` WHERE `userId` = 1 AND `projectId` = 7"_s);
    QVERIFY(dock.rows()->rows()->face(0, 2).isGone);
    QVERIFY(!(dock.rows()->model()->index(0, 2).flags() & Qt::ItemIsEditable));
    dock.click("deleteRow");
    QVERIFY(dock.view.changes().isEmpty());
    DataDock::press(Qt::Key_Delete);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT userId FROM Works"), u"2"_s);
    QCOMPARE(DataDock::textOf(dock.rows()), u"Alan Turing #2, Bombe #8, open, NULL"_s);
}

void DataGridTest::filters()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    auto *field = dock.find<QLineEdit>("filter0");
    field->setFocus();
    QTest::keyClicks(field, u"turing"_s);
    QTRY_COMPARE(DataDock::textOf(dock.rows()), u"Alan Turing #2, Bombe #8, open, NULL"_s);
    QCOMPARE(field->text(), u"turing"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(dock.rows()->model()->rowCount(), 2);
    auto *status = dock.find<QLineEdit>("filter2");
    QTest::keyClicks(status, u"nothing"_s);
    QTest::keyClick(status, Qt::Key_Return);
    QCOMPARE(dock.rows()->model()->rowCount(), 0);
    QCOMPARE(dock.notice("noRows"), u"No row matches the filters."_s);
    QTest::mouseClick(dock.find<QWidget>("noRows")->findChild<views::LinkButton *>(), Qt::LeftButton);
    QCOMPARE(dock.rows()->model()->rowCount(), 2);
    QCOMPARE(status->text(), QString());
}

void DataGridTest::filterThatIsRefused()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    const QString rows = DataDock::textOf(dock.rows());
    auto *field = dock.find<QLineEdit>("filter2");
    QTest::keyClicks(field, u"old"_s);
    QTRY_VERIFY(field->property("refused").toBool());
    QCOMPARE(dock.notice("rowsNotice"), u"age: expected a number such as 5, >3 or 1..9, null or !null"_s);
    QCOMPARE(DataDock::textOf(dock.rows()), rows);
    QVERIFY(dock.rows()->rows()->isStale());
    field->clear();
    QTest::keyClicks(field, u">40"_s);
    QTRY_COMPARE(dock.rows()->model()->rowCount(), 1);
    QVERIFY(!field->property("refused").toBool());
    QVERIFY(!dock.rows()->rows()->isStale());
    QCOMPARE(dock.notice("rowsNotice"), QString());
}

void DataGridTest::sorting()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    auto *header = dock.rows()->horizontalHeader();
    const auto click = [&](int column) {
        const QPoint at(header->sectionViewportPosition(column) + 20, 8);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    };
    const auto names = [&] {
        QString first;
        for (int i = 0; i < 3; ++i)
            first += dock.rows()->model()->index(i, 1).data().toString().left(2);
        return first;
    };
    click(2);
    QCOMPARE(names(), u"AlAdGr"_s);
    click(2);
    QCOMPARE(names(), u"GrAdAl"_s);
    click(2);
    QCOMPARE(names(), u"AdAlGr"_s);
}

void DataGridTest::pages()
{
    DataDock dock(gridModels, gridAssociations);
    fillMany(dock, 2500);
    dock.open("User");
    QVERIFY2(dock.label("range").endsWith(u" of 2,500"_s), qPrintable(dock.label("range")));
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_Home);
    int most = 0;
    QString last;
    // Down to the end, page by page, then up again.
    for (int step = 0; step < 600 && last != u"2500"_s; ++step) {
        DataDock::press(Qt::Key_PageDown);
        most = qMax(most, dock.rows()->model()->rowCount());
        last = dock.rows()->model()->index(dock.rows()->currentIndex().row(), 0).data().toString();
    }
    QCOMPARE(last, u"2500"_s);
    QVERIFY2(most <= RowsModel::mostRows + RowsModel::pageSize, qPrintable(QString::number(most)));
    QVERIFY(dock.label("range").contains(u"–2,500 of 2,500"_s));
    for (int step = 0; step < 600 && last != u"1"_s; ++step) {
        DataDock::press(Qt::Key_PageUp);
        last = dock.rows()->model()->index(dock.rows()->currentIndex().row(), 0).data().toString();
    }
    QCOMPARE(last, u"1"_s);
    QVERIFY(dock.label("range").startsWith(u"rows 1–"_s));
    dock.click("last");
    QTRY_VERIFY(dock.label("range").contains(u" of 2,500"_s));
    QCOMPARE(dock.rows()->rows()->rows().last().values[0].integer, 2500);
    dock.click("first");
    QCOMPARE(dock.rows()->rows()->rows().first().values[0].integer, 1);
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(dock.rows()->rows()->rows().last().values[0].integer, 2500);
}

void DataGridTest::goToKey()
{
    DataDock dock(gridModels, gridAssociations);
    fillMany(dock, 2500);
    dock.open("User");
    dock.click("goTo");
    auto *key = dock.find<QLineEdit>("key");
    QVERIFY(key->hasFocus());
    QCOMPARE(key->placeholderText(), u"id"_s);
    QTest::keyClicks(key, u"many"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QVERIFY(key->property("refused").toBool());
    QVERIFY(key->isVisible());
    key->clear();
    QTest::keyClicks(key, u"1234"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QVERIFY(!key->isVisible());
    const auto *rows = dock.rows();
    QCOMPARE(rows->model()->index(rows->currentIndex().row(), 0).data().toString(), u"1234"_s);
    QTRY_COMPARE(rows->rowAt(0), rows->currentIndex().row());
    QVERIFY2(dock.label("range").startsWith(u"rows 1,234–"_s), qPrintable(dock.label("range")));
}

void DataGridTest::rowsAboveDoNotMoveThoseInSight()
{
    DataDock dock(gridModels, gridAssociations);
    fillMany(dock, 300);
    dock.open("User");
    dock.view.showTable(u"User"_s, {model::Value::number(qint64(60))});
    const auto *rows = dock.rows();
    // The rows before it, up to the first one, come by themselves.
    QTRY_VERIFY(!rows->rows()->hasBefore());
    QTest::qWait(50);
    QCOMPARE(rows->model()->index(0, 0).data().toString(), u"1"_s);
    QCOMPARE(rows->model()->index(rows->rowAt(0), 0).data().toString(), u"60"_s);
}

void DataGridTest::countComesLater()
{
    DataDock dock(gridModels, gridAssociations);
    fillMany(dock, 500);
    dock.heldLanes = QStringList{u"data.count"_s};
    dock.open("User");
    QVERIFY(dock.label("range").startsWith(u"rows 1–"_s));
    QVERIFY(dock.label("range").endsWith(u" of …"_s));
    dock.runHeld();
    QVERIFY(dock.label("range").endsWith(u" of 500"_s));
}

void DataGridTest::busyAndCancel()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    dock.heldLanes = QStringList{u"data.page"_s};
    dock.view.refresh();
    auto *cancel = dock.find<QWidget>("cancelRead");
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY(cancel->isVisible());
    const auto waiting = dock.held;
    dock.click("cancelRead");
    QVERIFY(!cancel->isVisible());
    // A newer job took the place of the one that was waiting.
    QCOMPARE(dock.held.size(), 1);
    dock.database.run("DELETE FROM Works");
    for (const views::Job &job : waiting) {
        job.work(&dock.database);
        job.done();
    }
    QCOMPARE(dock.rows()->model()->rowCount(), 2);
}

void DataGridTest::refreshKeepsThePlace()
{
    DataDock dock(gridModels, gridAssociations);
    fillMany(dock, 1000);
    dock.open("User");
    dock.view.showTable(u"User"_s, {model::Value::number(qint64(500))});
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_Down);
    DataDock::press(Qt::Key_Down);
    const auto chosen = [&] {
        return dock.rows()->model()->index(dock.rows()->currentIndex().row(), 1).data().toString();
    };
    QCOMPARE(chosen(), u"user 502"_s);
    dock.database.run("UPDATE Users SET name = 'changed' WHERE id = 502");
    dock.view.refresh();
    QCOMPARE(chosen(), u"changed"_s);
    const int first = dock.rows()->model()->index(dock.rows()->rowAt(0), 0).data().toInt();
    QCOMPARE(first, 500);
}

void DataGridTest::refreshWhileTyping()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    DataDock::point(dock.rows(), 2, 1);
    DataDock::press(Qt::Key_F2);
    DataDock::type(u"Rear Admiral"_s);
    dock.database.run("INSERT INTO Users VALUES (0, 'Aiken', NULL, NULL)");
    dock.database.run("UPDATE Users SET age = 37 WHERE id = 1");
    dock.view.show(dock.database.schema);
    dock.view.refresh();
    DataDock::press(Qt::Key_Return);
    QVERIFY2(dock.pending().startsWith(u"UPDATE `Users` SET `name` = 'Rear Admiral' WHERE `id` = 3"_s),
             qPrintable(dock.pending()));
    QVERIFY(DataDock::textOf(dock.rows()).contains(u"1, Ada Lovelace, 37, true"_s));
}

void DataGridTest::emptiness()
{
    DataDock dock(gridModels, gridAssociations);
    dock.open("Project");
    QCOMPARE(dock.notice("noRows"), u"No rows yet. Insert one, or fill the tables with sample rows."_s);
    const auto links = dock.find<QWidget>("noRows")->findChildren<views::LinkButton *>();
    QTest::mouseClick(links[1], Qt::LeftButton);
    QVERIFY(dock.rows()->model()->rowCount() > 0);
    QVERIFY(dock.database.all("SELECT COUNT(*) FROM Works") != u"0"_s);
    dock.view.show(model::Schema());
    QVERIFY(dock.notice("noRows").startsWith(u"No tables yet."_s));
}

void DataGridTest::tableThatIsNotThere()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("Work");
    const QString missing = u"Work is newer than the database, which has no table Works."_s;
    dock.database.run("DROP TABLE Works");
    dock.view.refresh();
    QCOMPARE(dock.notice("rowsNotice"), missing);
    QVERIFY(dock.rows()->rows()->isStale());
    dock.view.showTable(u"User"_s);
    QCOMPARE(dock.notice("rowsNotice"), QString());
    dock.view.showTable(u"Work"_s);
    QCOMPARE(dock.rows()->model()->rowCount(), 0);
    QCOMPARE(dock.notice("rowsNotice"), missing);
}

void DataGridTest::copies()
{
    DataDock dock(gridModels, gridAssociations);
    fillGrid(dock);
    dock.open("User");
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_A, Qt::ControlModifier);
    DataDock::press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"1\tAda Lovelace\t36\ttrue\n2\tAlan"_s));
}

THROUGHLINE_TEST(DataGridTest)

#include "tst_datagrid.moc"
