#include "tests/app/window/datadesk.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using test::DataDesk;
using test::Desk;

/// What finds room in the Data panel, and what is said there.
class DataRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditorCoversNoOtherCell_data();
    void anEditorCoversNoOtherCell();
    void filtersStandUnderTheirHeads();
    void rowsAreCounted();
    void columnsFitTheFirstRows();
    void whatCanBeDoneIsSeenInALowPanel();
    void whoHasNotSeenRowsIsNotToldOfThem();
};

void DataRoomTest::anEditorCoversNoOtherCell_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("half in sight") << 2;
    QTest::newRow("the last one") << 4;
}

void DataRoomTest::anEditorCoversNoOtherCell()
{
    QFETCH(int, column);
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    // The columns before leave the viewport half of this one.
    const int room = desk.rows->viewport()->width();
    for (int each = 0; each < column; ++each)
        desk.rows->setColumnWidth(each, (room - 50) / column);
    desk.rows->setColumnWidth(column, 95);
    const QModelIndex index = desk.rows->model()->index(0, column);
    QTRY_VERIFY(desk.rows->visualRect(index).left() < room && desk.rows->visualRect(index).right() > room);
    const QPoint at(room - 10, desk.rows->visualRect(index).center().y());
    QTest::mouseClick(desk.rows->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(desk.rows->viewport(), Qt::LeftButton, {}, at);
    Desk::settle();
    const auto *editor = desk.rows->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor && editor->isVisible());
    QVERIFY(editor->width() >= 130);
    QVERIFY2(desk.rows->visualRect(index).contains(editor->geometry()),
             qPrintable(QDebug::toString(editor->geometry())));
    QVERIFY2(desk.rows->viewport()->rect().contains(editor->geometry()),
             qPrintable(QDebug::toString(editor->geometry()) + QDebug::toString(desk.rows->viewport()->rect())));
}

void DataRoomTest::filtersStandUnderTheirHeads()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    desk.rows->setColumnWidth(1, 900);
    auto *bar = desk.rows->horizontalScrollBar();
    QTRY_VERIFY(bar->maximum() > 300);
    for (const int value : {300, bar->maximum(), 0}) {
        bar->setValue(value);
        Desk::settle();
        for (int column = 0; column < desk.rows->model()->columnCount(); ++column) {
            QCOMPARE(desk.the<QLineEdit>(qPrintable(u"filter%1"_s.arg(column)))->x(),
                     desk.rows->columnViewportPosition(column));
        }
    }
}

void DataRoomTest::rowsAreCounted()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    const auto isSaid = [&](const QString &words) {
        const QList<QLabel *> labels = desk.data->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *each) { return each->text() == words; });
    };
    QTRY_VERIFY(isSaid(u"rows 1–3 of 3"_s));
    QTest::mouseClick(desk.the<QLineEdit>("filter1"), Qt::LeftButton);
    desk.type(u"Ada"_s);
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(isSaid(u"row 1 of 1"_s));
}

void DataRoomTest::columnsFitTheFirstRows()
{
    DataDesk desk;
    const model::DatabaseUrl url = desk.filledFile(u"rows.db"_s);
    for (const QString &table : {u"Works"_s, u"Projects"_s, u"Users"_s})
        DataDesk::run(*DataDesk::connectionTo(url), u"DELETE FROM "_s + table);
    desk.look(url, u"User"_s);
    QTRY_VERIFY(desk.the<QWidget>("noRows")->isVisible());
    const int empty = desk.rows->columnWidth(1);
    desk.pressLink(u"Fill with sample rows"_s);
    QTRY_VERIFY(desk.rows->model()->rowCount() > 0);
    QTRY_VERIFY(desk.rows->columnWidth(1) > empty);
    // From then on it is the user who decides.
    desk.rows->setColumnWidth(1, 77);
    QTest::mouseClick(desk.the<QLineEdit>("filter1"), Qt::LeftButton);
    desk.type(u"a"_s);
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(desk.rows->model()->rowCount() < 20);
    QCOMPARE(desk.rows->columnWidth(1), 77);
}

void DataRoomTest::whatCanBeDoneIsSeenInALowPanel()
{
    DataDesk desk;
    desk.window->resize(1280, 760);
    // Another program's file: there are no tables in it.
    DataDesk::run(*DataDesk::connectionTo(desk.file(u"empty.db"_s)), u"CREATE TABLE t (a)"_s);
    desk.use(desk.file(u"empty.db"_s));
    auto *empty = desk.the<QWidget>("noRows");
    QTRY_VERIFY(empty->isVisible());
    for (const auto *link : empty->findChildren<views::LinkButton *>()) {
        if (link->isVisible())
            QVERIFY(empty->rect().contains(link->geometry()));
    }
    const auto *words = empty->findChild<QLabel *>();
    QVERIFY(!words->isVisible() || words->height() >= words->heightForWidth(words->width()));
}

void DataRoomTest::whoHasNotSeenRowsIsNotToldOfThem()
{
    DataDesk desk;
    desk.data->showTable(u"Project"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Project"_s);
    desk.pressTab(u"Preview"_s);
    const auto remove = [&](const QString &model) {
        desk.document().edit(*removeModel(desk.project(), modelNamed(desk.project(), model)->id),
                             u"Delete"_s);
        Desk::settle();
    };
    remove(u"Project"_s);
    desk.pressTab(u"Data"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"User"_s);
    QCOMPARE(desk.notice("rowsNotice"), QString());
    remove(u"User"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Work"_s);
    QTRY_COMPARE(desk.notice("rowsNotice"), u"There is no User any more; these are the rows of Work."_s);
}

THROUGHLINE_TEST(DataRoomTest)
#include "tst_dataroom.moc"
