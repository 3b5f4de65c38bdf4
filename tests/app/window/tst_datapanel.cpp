#include "tests/app/window/datadesk.h"
#include "views/data/filterheader.h"

using namespace Qt::StringLiterals;
using test::DataDesk;
using test::Desk;

/// The Data panel in the whole window, under real hands: keys, focus, and whose changes are whose.
class DataPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discardedChangesBelongToTheirDatabase();
    void discardedChangesBelongToTheirProject();
    void wordsThatAreNoValueAreRefused_data();
    void wordsThatAreNoValueAreRefused();
    void wordsThatAreAValueAreTaken_data();
    void wordsThatAreAValueAreTaken();
    void enterInAFilterFilters();
    void keysOfAFilterAreNoCommands();
    void undoIsOfTheGrid();
    void undoIsOfTheTable();
    void undoIsOfTheLists();
    void undoElsewhereIsOfTheProject();
    void nothingOfTheLastDatabaseIsAlive();
    void theOldErrorGoes();
    void aLinkedRowStaysChosen();
    void commitKeepsTheKeyboard_data();
    void commitKeepsTheKeyboard();
    void discardKeepsTheKeyboard();
};

namespace {

const QString users = u"1, Ada, 36, true, high|2, Alan, 41, true, low|3, Grace, 85, NULL, NULL"_s;

}

void DataPanelTest::discardedChangesBelongToTheirDatabase()
{
    DataDesk desk;
    const auto first = desk.filledFile(u"first.db"_s);
    const auto second = desk.filledFile(u"second.db"_s);
    desk.look(first, u"User"_s);
    desk.put(desk.rows, 0, 2, u"99"_s);
    QCOMPARE(desk.pending(), 1);
    desk.press(desk.the<QPushButton>("discard"));
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(desk.notice("changesNotice"), u"1 change discarded."_s);
    desk.look(second, u"User"_s);
    QCOMPARE(desk.notice("changesNotice"), QString());
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.pending(), 0);
    QVERIFY(!desk.the<QPushButton>("commit")->isEnabled());
    // Where they were made, they are still to be had.
    desk.look(first, u"User"_s);
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 1);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(DataDesk::all(first, u"SELECT age FROM Users ORDER BY id"_s), u"99|41|85"_s);
    QCOMPARE(DataDesk::all(second, u"SELECT age FROM Users ORDER BY id"_s), u"36|41|85"_s);
}

void DataPanelTest::discardedChangesBelongToTheirProject()
{
    DataDesk desk;
    const auto url = desk.filledFile(u"rows.db"_s);
    desk.look(url, u"User"_s);
    desk.put(desk.rows, 0, 2, u"99"_s);
    desk.press(desk.the<QPushButton>("discard"));
    QCOMPARE(desk.notice("changesNotice"), u"1 change discarded."_s);
    desk.window->open(desk.saved(test::dataModels));
    desk.look(url, u"User"_s);
    QCOMPARE(desk.notice("changesNotice"), QString());
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 0);
}

void DataPanelTest::wordsThatAreNoValueAreRefused_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const QString truth = u"expected true or false"_s;
    const QString levels = u"expected one of low, high"_s;
    QTest::newRow("a boolean: maybe") << 3 << u"maybe"_s << truth;
    QTest::newRow("a boolean: 2") << 3 << u"2"_s << truth;
    QTest::newRow("a boolean: truely") << 3 << u"truely"_s << truth;
    QTest::newRow("an enum: zzz") << 4 << u"zzz"_s << levels;
    QTest::newRow("an enum: lowest") << 4 << u"lowest"_s << levels;
    QTest::newRow("a number: many") << 2 << u"many"_s
                                    << u"expected a whole number from -2147483648 to 2147483647"_s;
}

void DataPanelTest::wordsThatAreNoValueAreRefused()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    for (const auto end : {Qt::Key_Return, Qt::Key_Tab}) {
        desk.clickCell(desk.rows, desk.rows->model()->index(1, column));
        DataDesk::press(Qt::Key_F2);
        DataDesk::write(text);
        DataDesk::press(end);
        QVERIFY(DataDesk::editor(desk.rows));
        QCOMPARE(DataDesk::editor(desk.rows)->accessibleDescription(), reason);
        QCOMPARE(desk.pending(), 0);
        DataDesk::press(Qt::Key_Escape);
    }
    // Left for another cell, it is told below.
    desk.clickCell(desk.rows, desk.rows->model()->index(1, column));
    DataDesk::press(Qt::Key_F2);
    DataDesk::write(text);
    desk.clickCell(desk.rows, desk.rows->model()->index(0, 1));
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(desk.notice("rowsNotice"), u"“%1” was not taken: %2"_s.arg(text, reason));
    QCOMPARE(DataDesk::textOf(desk.rows), users);
}

void DataPanelTest::wordsThatAreAValueAreTaken_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("taken");
    QTest::newRow("false") << 3 << u"false"_s << u"false"_s;
    QTest::newRow("the beginning of false") << 3 << u"fal"_s << u"false"_s;
    QTest::newRow("0") << 3 << u"0"_s << u"false"_s;
    QTest::newRow("n is no, not NULL") << 3 << u"n"_s << u"false"_s;
    QTest::newRow("NULL") << 3 << u"NULL"_s << u"NULL"_s;
    QTest::newRow("a value of the enum") << 4 << u"high"_s << u"high"_s;
    QTest::newRow("the beginning of one") << 4 << u"hi"_s << u"high"_s;
}

void DataPanelTest::wordsThatAreAValueAreTaken()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, taken);
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    desk.put(desk.rows, 1, column, text);
    QVERIFY(!DataDesk::editor(desk.rows) || !DataDesk::editor(desk.rows)->isVisible());
    QCOMPARE(desk.pending(), 1);
    QCOMPARE(desk.rows->model()->index(1, column).data().toString(), taken);
}

void DataPanelTest::enterInAFilterFilters()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    auto *field = desk.the<QLineEdit>("filter1");
    desk.clickCell(desk.rows, desk.rows->model()->index(0, 0));
    QTest::mouseClick(field, Qt::LeftButton);
    desk.type(u"gra"_s);
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(DataDesk::textOf(desk.rows), u"3, Grace, 85, NULL, NULL"_s);
    QCOMPARE(QApplication::focusWidget(), field);
    QVERIFY(!DataDesk::editor(desk.rows));
    // Down goes to the rows, where Enter edits.
    desk.key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), desk.rows);
    desk.key(Qt::Key_Return);
    QVERIFY(DataDesk::editor(desk.rows));
}

void DataPanelTest::keysOfAFilterAreNoCommands()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    auto *field = desk.the<QLineEdit>("filter1");
    QTest::mouseClick(field, Qt::LeftButton);
    for (const auto key : {Qt::Key_Insert, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_F2, Qt::Key_Delete})
        desk.key(key);
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(desk.rows->currentIndex().row(), 1);
    QVERIFY(!DataDesk::editor(desk.rows));
    QCOMPARE(QApplication::focusWidget(), field);
}

void DataPanelTest::undoIsOfTheGrid()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    desk.document().edit(*model::renameProject(desk.project(), u"renamed"_s), u"Rename"_s);
    Desk::settle();
    desk.put(desk.rows, 0, 2, u"37"_s);
    desk.put(desk.rows, 1, 2, u"42"_s);
    desk.put(desk.rows, 0, 2, u"38"_s);
    const auto ages = [&] {
        QStringList list;
        for (int row = 0; row < 3; ++row)
            list.append(desk.rows->model()->index(row, 2).data().toString());
        return list.join(u' ');
    };
    QCOMPARE(ages(), u"38 42 85"_s);
    QCOMPARE(QApplication::focusWidget(), desk.rows);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ages(), u"37 42 85"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ages(), u"37 41 85"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ages(), u"37 42 85"_s);
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(ages(), u"38 42 85"_s);
    // There is nothing more to do again, and nothing more to undo after all of it.
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(ages(), u"38 42 85"_s);
    for (int i = 0; i < 5; ++i)
        desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ages(), u"36 41 85"_s);
    QCOMPARE(desk.pending(), 0);
    QCOMPARE(desk.project().name, u"renamed"_s);
    // A new change forgets what was undone; a row that is deleted or new is undone as well.
    desk.clickCell(desk.rows, desk.rows->model()->index(2, 1));
    desk.key(Qt::Key_Delete);
    QCOMPARE(desk.pending(), 1);
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 1);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 0);
    desk.key(Qt::Key_Insert);
    DataDesk::press(Qt::Key_Escape);
    QCOMPARE(desk.rows->model()->rowCount(), 4);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(DataDesk::textOf(desk.rows), users);
    QCOMPARE(desk.project().name, u"renamed"_s);
}

void DataPanelTest::undoIsOfTheTable()
{
    DataDesk desk;
    const auto url = desk.filledFile(u"rows.db"_s);
    desk.look(url, u"User"_s);
    desk.put(desk.rows, 0, 2, u"37"_s);
    desk.look(url, u"Project"_s);
    desk.clickCell(desk.rows, desk.rows->model()->index(0, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 1);
    desk.put(desk.rows, 0, 1, u"Motor"_s);
    QCOMPARE(desk.pending(), 2);
    desk.look(url, u"User"_s);
    desk.clickCell(desk.rows, desk.rows->model()->index(0, 1));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 1);
    QCOMPARE(desk.data->changes().list[0].row.model, u"Project"_s);
    QCOMPARE(DataDesk::textOf(desk.rows), users);
}

void DataPanelTest::undoIsOfTheLists()
{
    DataDesk desk;
    const auto url = desk.filledFile(u"rows.db"_s);
    desk.look(url, u"User"_s);
    desk.document().edit(*model::renameProject(desk.project(), u"renamed"_s), u"Rename"_s);
    Desk::settle();
    desk.put(desk.rows, 0, 2, u"37"_s);
    QTRY_COMPARE(DataDesk::textOf(desk.linked), u"Engine #7, done|Bombe #8, open"_s);
    QTRY_COMPARE(DataDesk::textOf(desk.notLinked), u"COBOL #9"_s);
    desk.clickCell(desk.notLinked, desk.notLinked->model()->index(0, 0));
    desk.key(Qt::Key_Space);
    QCOMPARE(desk.pending(), 2);
    desk.clickCell(desk.linked, desk.linked->model()->index(0, 0));
    desk.key(Qt::Key_Space);
    QCOMPARE(desk.pending(), 3);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.pending(), 2);
    desk.clickCell(desk.notLinked->model()->rowCount() > 0 ? desk.notLinked : desk.linked,
                   desk.linked->model()->index(0, 0));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    // The change of the other grid stays.
    QCOMPARE(desk.pending(), 1);
    QCOMPARE(desk.data->changes().list[0].row.model, u"User"_s);
    QCOMPARE(DataDesk::textOf(desk.linked), u"Engine #7, done|Bombe #8, open"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.pending(), 2);
    QCOMPARE(desk.project().name, u"renamed"_s);
}

void DataPanelTest::undoElsewhereIsOfTheProject()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    const QString before = desk.project().name;
    desk.document().edit(*model::renameProject(desk.project(), u"renamed"_s), u"Rename"_s);
    desk.put(desk.rows, 0, 2, u"37"_s);
    desk.canvas()->setFocus();
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.project().name, before);
    QCOMPARE(desk.pending(), 1);
}

void DataPanelTest::nothingOfTheLastDatabaseIsAlive()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    QTRY_COMPARE(desk.linked->model()->rowCount(), 2);
    desk.clickCell(desk.rows, desk.rows->model()->index(1, 1));
    const model::DatabaseUrl nowhere{.dialect = &model::postgresDialect,
                                     .host = u"127.0.0.1"_s,
                                     .port = 1,
                                     .user = u"nobody"_s,
                                     .name = u"nothing"_s};
    desk.use(nowhere);
    // Neither while the connection is tried, nor after it has failed.
    QCOMPARE(desk.rows->model()->rowCount(), 0);
    QTRY_VERIFY(!desk.notice("rowsNotice").isEmpty());
    QCOMPARE(desk.rows->model()->rowCount(), 0);
    QCOMPARE(desk.linked->model()->rowCount() + desk.notLinked->model()->rowCount(), 0);
    QVERIFY(!desk.linked->isVisible());
    QVERIFY(!desk.the<QWidget>("insertRow")->isVisible());
    QVERIFY(!desk.the<QWidget>("deleteRow")->isVisible());
    QCOMPARE(desk.the<QLabel>("range")->text(), QString());
    desk.rows->setFocus();
    for (const auto key : {Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Return})
        desk.key(key);
    QCOMPARE(desk.pending(), 0);
    QVERIFY(!DataDesk::editor(desk.rows));
}

void DataPanelTest::theOldErrorGoes()
{
    DataDesk desk;
    const auto good = desk.filledFile(u"rows.db"_s);
    desk.use(desk.file(u"missing.db"_s));
    desk.data->showTable(u"User"_s);
    QTRY_VERIFY(desk.notice("rowsNotice").contains(u"missing.db"_s));
    desk.look(good, u"User"_s);
    QTRY_COMPARE(DataDesk::textOf(desk.rows), users);
    for (const char *notice : {"rowsNotice", "linksNotice", "changesNotice"})
        QCOMPARE(desk.notice(notice), QString());
    // Nor one of a commit that was refused.
    QTRY_COMPARE(desk.linked->model()->rowCount(), 2);
    desk.put(desk.rows, 0, 0, u"2"_s);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.notice("changesNotice").startsWith(u"Not committed"_s));
    desk.look(desk.filledFile(u"other.db"_s), u"User"_s);
    QCOMPARE(desk.notice("changesNotice"), QString());
    QCOMPARE(DataDesk::textOf(desk.rows), users);
}

void DataPanelTest::aLinkedRowStaysChosen()
{
    DataDesk desk;
    const auto url = desk.filledFile(u"rows.db"_s);
    // From either table: the grid of the through chooses its own row in the list, once.
    for (const auto &table : {u"User"_s, u"Work"_s}) {
        desk.look(url, table);
        desk.clickCell(desk.rows, desk.rows->model()->index(0, 1));
        QTRY_COMPARE(DataDesk::textOf(desk.linked).section(u'|', 1), u"Bombe #8, open"_s);
        desk.put(desk.linked, 1, 1, u"begun"_s);
        QCOMPARE(desk.pending(), 1);
        QCOMPARE(desk.linked->currentIndex().row(), 1);
        QCOMPARE(desk.linked->selectedLines(), QList<int>{1});
        QCOMPARE(QApplication::focusWidget(), desk.linked);
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.pending(), 0);
        QCOMPARE(desk.linked->currentIndex().row(), 1);
    }
}

void DataPanelTest::commitKeepsTheKeyboard_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::addColumn<bool>("inList");
    QTest::newRow("Ctrl+Enter in the grid") << false << false;
    QTest::newRow("the button, from the grid") << true << false;
    QTest::newRow("Ctrl+Enter in the list") << false << true;
    QTest::newRow("the button, from the list") << true << true;
}

void DataPanelTest::commitKeepsTheKeyboard()
{
    QFETCH(bool, byMouse);
    QFETCH(bool, inList);
    DataDesk desk;
    const auto url = desk.filledFile(u"rows.db"_s);
    desk.look(url, u"User"_s);
    QTRY_COMPARE(desk.linked->model()->rowCount(), 2);
    views::RowsView *view = inList ? desk.linked : desk.rows;
    desk.put(view, 1, inList ? 1 : 2, u"7"_s);
    QCOMPARE(desk.pending(), 1);
    if (byMouse)
        desk.press(desk.the<QPushButton>("commit"));
    else
        desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.pending(), 0);
    QTRY_COMPARE(DataDesk::all(url,
                               inList ? u"SELECT status FROM Works WHERE projectId = 8"_s
                                      : u"SELECT age FROM Users WHERE id = 2"_s),
                 u"7"_s);
    QTest::qWait(50);
    QCOMPARE(QApplication::focusWidget(), view);
    QCOMPARE(view->currentIndex().row(), 1);
}

void DataPanelTest::discardKeepsTheKeyboard()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    desk.put(desk.rows, 1, 2, u"7"_s);
    desk.press(desk.the<QPushButton>("discard"));
    QCOMPARE(QApplication::focusWidget(), desk.rows);
    desk.press(desk.the<QWidget>("changesNotice")->findChild<views::LinkButton *>());
    QCOMPARE(desk.pending(), 1);
    QCOMPARE(QApplication::focusWidget(), desk.rows);
}

THROUGHLINE_TEST(DataPanelTest)
#include "tst_datapanel.moc"
