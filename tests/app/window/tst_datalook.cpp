#include "tests/app/window/datadesk.h"
#include "tests/support/server.h"
#include "views/canvas/canvas.h"
#include "views/data/filterheader.h"
#include "views/data/tablechooser.h"
#include "views/explorer/explorer.h"
#include "views/theme/style.h"

#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionHeader>
#include <QToolButton>

using namespace Qt::StringLiterals;
using test::DataDesk;
using test::Desk;

/// What the Data panel shows: which rows, how they are written, and what is said where there are none.
class DataLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewerModelIsSaidInWords_data();
    void aNewerModelIsSaidInWords();
    void thePanelFollowsTheModelThatIsSelected();
    void thePinKeepsTheTable();
    void everyMenuOfAModelBrowsesItsRows();
    void columnsKeepTheirWidthInAnotherDatabase();
    void numbersStandAtTheRight();
    void theArrowOfAnAscendingOrderPointsUp();
    void filtersSayWhatTheyTake();
    void linkedRowsAreNotScrolledSideways_data();
    void linkedRowsAreNotScrolledSideways();

private:
    static QString shown(const DataDesk &desk) { return desk.the<views::TableChooser>("chooser")->text(); }
};

namespace {

/// Takes an entry of the next menu that opens, by its words.
class MenuChoice : public QObject
{
public:
    explicit MenuChoice(const QString &words)
    {
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this, words] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            m_timer.stop();
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == words) {
                    isTaken = true;
                    action->trigger();
                }
            }
            menu->close();
        });
        m_timer.start();
    }

    bool isTaken = false;

private:
    QTimer m_timer;
};

}

void DataLookTest::aNewerModelIsSaidInWords_data()
{
    QTest::addColumn<QString>("product");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgres"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s;
}

void DataLookTest::aNewerModelIsSaidInWords()
{
    QFETCH(QString, product);
    DataDesk desk;
    std::unique_ptr<test::Server> server;
    model::DatabaseUrl url = desk.file(u"rows.db"_s);
    if (product != u"sqlite") {
        server = std::make_unique<test::Server>(product);
        if (!server->absence().isEmpty())
            QSKIP(qPrintable(server->absence()));
        url = server->url();
    }
    DataDesk::fill(url);
    desk.look(url, u"User"_s);
    const auto change = [&](const QByteArray &from, const QByteArray &to) {
        QByteArray models = test::dataModels;
        QVERIFY(models.contains(from));
        models.replace(from, to);
        const QByteArray text = "{\"format\":\"throughline/1\",\"define\":{\"timestamps\":false},\"models\":["
            + models + "],\"associations\":[" + test::dataAssociations + "]}";
        desk.document().edit(test::projectOf(text), u"Change"_s);
        Desk::settle();
    };
    change(R"({ "name": "age", "type": "INTEGER" })",
           R"({ "name": "age", "type": "INTEGER" }, { "name": "nick", "type": "STRING" })");
    desk.data->showTable(u"User"_s);
    QTRY_COMPARE(desk.notice("rowsNotice"),
                 u"User is newer than the database, whose table Users has no column nick."_s);
    QVERIFY(desk.rows->rows()->isStale());
    // Also where rows lead to such a model, and of several columns.
    change(R"({ "name": "title", "type": "STRING" })",
           R"({ "name": "name", "type": "STRING" }, { "name": "due", "type": "DATE" })");
    desk.data->showTable(u"Work"_s);
    QTRY_COMPARE(desk.notice("rowsNotice"),
                 u"Project is newer than the database, whose table Projects has no columns name, due."_s);
    desk.data->showTable(u"User"_s);
    QTRY_COMPARE(desk.notice("linksNotice"),
                 u"Project is newer than the database, whose table Projects has no columns name, due."_s);
    QCOMPARE(desk.rows->model()->rowCount(), 3);
    // A whole table, and a commit.
    change(R"({ "name": "Project",)", R"({ "name": "Place" }, { "name": "Project",)");
    desk.data->showTable(u"Place"_s);
    QTRY_COMPARE(desk.notice("rowsNotice"),
                 u"Place is newer than the database, which has no table Places."_s);
    change(R"({ "name": "title", "type": "STRING" })", R"({ "name": "title", "type": "STRING" })");
    desk.data->showTable(u"Project"_s);
    QTRY_COMPARE(desk.rows->model()->rowCount(), 3);
    desk.put(desk.rows, 0, 1, u"Motor"_s);
    {
        const auto connection = DataDesk::connectionTo(url);
        const QChar q = connection->dialect().quote;
        DataDesk::run(*connection, u"ALTER TABLE %1Projects%1 RENAME COLUMN title TO heading"_s.arg(q));
    }
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(
        desk.notice("changesNotice"),
        u"Not committed. Statement 1: Project is newer than the database, whose table Projects has no "
        "column title."_s);
}

void DataLookTest::thePanelFollowsTheModelThatIsSelected()
{
    DataDesk desk;
    desk.canvas()->fit();
    Desk::settle();
    desk.click(desk.head(u"Project"_s));
    QCOMPARE(shown(desk), u"Project"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Project"_s);
    desk.click(desk.head(u"User"_s));
    QTRY_COMPARE(desk.rows->rows()->source().model, u"User"_s);
    // Behind another tab too; an n:m stands for its through.
    desk.pressTab(u"Schema"_s);
    desk.click(desk.edgeThrough(u"Work"_s));
    desk.pressTab(u"Data"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Work"_s);
    // Nothing, and several, leave it.
    QApplication::setActiveWindow(desk.window.get());
    desk.canvas()->setFocus();
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown(desk), u"Work"_s);
    // A model that has just been made.
    desk.document().edit(*model::addModel(desk.project(), u"Place"_s), u"Add"_s);
    Desk::settle();
    desk.click(desk.head(u"Place"_s));
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Place"_s);
}

void DataLookTest::thePinKeepsTheTable()
{
    DataDesk desk;
    desk.canvas()->fit();
    Desk::settle();
    desk.click(desk.head(u"Project"_s));
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Project"_s);
    auto *pin = desk.the<QToolButton>("pin");
    QVERIFY(pin->isVisible());
    QVERIFY(!pin->toolTip().isEmpty());
    desk.press(pin);
    QVERIFY(!QApplication::activePopupWidget());
    desk.click(desk.head(u"User"_s));
    QTest::qWait(20);
    QCOMPARE(shown(desk), u"Project"_s);
    desk.press(pin);
    desk.click(desk.head(u"Project"_s));
    desk.click(desk.head(u"User"_s));
    QTRY_COMPARE(desk.rows->rows()->source().model, u"User"_s);
}

void DataLookTest::everyMenuOfAModelBrowsesItsRows()
{
    DataDesk desk;
    desk.canvas()->fit();
    Desk::settle();
    const auto isBrowsed = [&](const QString &model) {
        // Without a window manager nobody makes the window active again after a menu.
        QApplication::setActiveWindow(desk.window.get());
        return QTest::qWaitFor([&] {
            return desk.rows->rows()->source().model == model && desk.data->isVisible()
                && QApplication::focusWidget() == desk.rows;
        });
    };
    const QString browse = u"Browse rows"_s;
    // The diagram.
    desk.pressTab(u"Schema"_s);
    {
        const QPoint at = desk.head(u"Project"_s);
        desk.click(at);
        const MenuChoice choice(browse);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, desk.canvas()->mapToGlobal(at));
        QApplication::sendEvent(desk.canvas(), &event);
        QTRY_VERIFY(choice.isTaken);
    }
    QVERIFY(isBrowsed(u"Project"_s));
    // The explorer, of a model and of a through.
    auto *list = desk.the<views::Explorer>()->findChild<QListView *>();
    for (const auto &name : {u"User"_s, u"Work"_s}) {
        desk.pressTab(u"Schema"_s);
        const MenuChoice choice(browse);
        const QPoint at = list->visualRect(Desk::rowOf(list->model(), name)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list->viewport(), &event);
        QTRY_VERIFY(choice.isTaken);
        QVERIFY(isBrowsed(name));
    }
    // The menu bar, which the palette's commands come from.
    desk.click(desk.head(u"Project"_s));
    desk.pressTab(u"Schema"_s);
    desk.command(browse);
    QVERIFY(isBrowsed(u"Project"_s));
    desk.click(desk.head(u"User"_s));
    desk.pressTab(u"Schema"_s);
    desk.canvas()->setFocus();
    desk.key(Qt::Key_K, Qt::ControlModifier);
    DataDesk::write(browse);
    DataDesk::press(Qt::Key_Return);
    QVERIFY(isBrowsed(u"User"_s));
}

void DataLookTest::columnsKeepTheirWidthInAnotherDatabase()
{
    DataDesk desk;
    QList<int> widths;
    for (const QString &name : {u"one.db"_s, u"two.db"_s}) {
        const model::DatabaseUrl url = desk.file(name);
        DataDesk::fill(url);
        desk.look(url, u"Work"_s);
        QTRY_VERIFY(desk.rows->model()->rowCount() > 0);
        widths.append(desk.rows->columnWidth(0));
    }
    // Names of rows take more room than a column has that nothing is known of.
    QVERIFY(widths.first() >= 190);
    QCOMPARE(widths.last(), widths.first());
}

void DataLookTest::numbersStandAtTheRight()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    const auto ink = [&](int column) {
        const QRect cell = desk.rows->visualRect(desk.rows->model()->index(1, column));
        const QImage image = desk.rows->viewport()->grab(cell.adjusted(2, 3, -2, -3)).toImage();
        int left = image.width();
        int right = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) != image.pixelColor(0, 0)) {
                    left = qMin(left, x);
                    right = qMax(right, x);
                }
            }
        }
        return std::pair(left, image.width() - 1 - right);
    };
    desk.clickCell(desk.rows, desk.rows->model()->index(0, 1));
    // The space beside the words: on the left, and on the right.
    QVERIFY(ink(1).first < ink(1).second);
    QVERIFY(ink(2).first > ink(2).second);
    QVERIFY(ink(0).first > ink(0).second);
    QVERIFY(ink(4).first < ink(4).second);
    const auto heads = [&](int column) {
        return Qt::Alignment(
            desk.rows->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    };
    QVERIFY(heads(2) & Qt::AlignRight);
    QVERIFY(heads(1) & Qt::AlignLeft);
    // Keys say what they lead to, as words do.
    desk.data->showTable(u"Work"_s);
    QTRY_COMPARE(desk.rows->rows()->source().model, u"Work"_s);
    QVERIFY(!desk.rows->rows()->isNumeric(0));
}

void DataLookTest::theArrowOfAnAscendingOrderPointsUp()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    auto *header = desk.rows->horizontalHeader();
    const auto arrow = [&] {
        const int right = header->sectionViewportPosition(1) + header->sectionSize(1);
        return header->viewport()->grab(QRect(right - 24, 0, 24, 30)).toImage();
    };
    const QImage none = arrow();
    QStyleOptionHeader option;
    option.rect = QRect(0, 0, 14, 14);
    const auto drawn = [&](QStyle::PrimitiveElement element, QStyleOptionHeader::SortIndicator way) {
        QImage image(14, 14, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        option.sortIndicator = way;
        option.state = QStyle::State_Enabled;
        QApplication::style()->drawPrimitive(element, &option, &painter, header);
        return image;
    };
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(1) + 20, 10));
    QTRY_COMPARE(header->sortIndicatorSection(), 1);
    QTRY_COMPARE(DataDesk::textOf(desk.rows).left(3), u"1, "_s);
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    QVERIFY(arrow() != none);
    // QHeaderView asks for SortDown where the order is ascending.
    QCOMPARE(drawn(QStyle::PE_IndicatorHeaderArrow, QStyleOptionHeader::SortDown),
             drawn(QStyle::PE_IndicatorArrowUp, QStyleOptionHeader::None));
    QCOMPARE(drawn(QStyle::PE_IndicatorHeaderArrow, QStyleOptionHeader::SortUp),
             drawn(QStyle::PE_IndicatorArrowDown, QStyleOptionHeader::None));
}

void DataLookTest::filtersSayWhatTheyTake()
{
    DataDesk desk;
    desk.look(desk.filledFile(u"rows.db"_s), u"User"_s);
    const auto words = [&] {
        QStringList list;
        for (int i = 0; i < desk.rows->model()->columnCount(); ++i) {
            const auto *field = desk.the<QLineEdit>(qPrintable(u"filter%1"_s.arg(i)));
            list.append(field->placeholderText());
            if (field->toolTip().isEmpty())
                list.append(u"no tool tip"_s);
        }
        return list.join(u"|"_s);
    };
    QCOMPARE(words(), u"5, >3, 1..9|contains|5, >3, 1..9|true, false|contains"_s);
    // A refusal is said instead, and goes with it.
    auto *age = desk.the<QLineEdit>("filter2");
    const QString tip = age->toolTip();
    QTest::mouseClick(age, Qt::LeftButton);
    desk.type(u"old"_s);
    desk.key(Qt::Key_Return);
    QVERIFY(age->toolTip().startsWith(u"expected a number"_s));
    QCOMPARE(QApplication::focusWidget(), age);
    desk.key(Qt::Key_Escape);
    QCOMPARE(age->toolTip(), tip);
    desk.data->showTable(u"Work"_s);
    QTRY_COMPARE(words(), u"name or #key|name or #key|contains"_s);
}

void DataLookTest::linkedRowsAreNotScrolledSideways_data()
{
    QTest::addColumn<QString>("table");
    for (const char *name : {"User", "Project", "UserProjects"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void DataLookTest::linkedRowsAreNotScrolledSideways()
{
    QFETCH(QString, table);
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.pressTab(u"Data"_s);
    auto *data = desk.the<views::DataView>();
    data->showTable(table);
    const auto *linked = desk.the<views::RowsView>("linked");
    QTRY_VERIFY(linked->model()->rowCount() > 0);
    for (const int width : {1600, 1280, 1600}) {
        desk.window->resize(width, width == 1280 ? 800 : 1000);
        QTRY_COMPARE(desk.window->width(), width);
        Desk::settle();
        QVERIFY(!linked->horizontalScrollBar()->isVisible());
        QCOMPARE(linked->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(linked->horizontalHeader()->length(), linked->viewport()->width());
        // The name keeps its part, and the first value of the through is there.
        QVERIFY(linked->columnWidth(0) * 5 >= linked->viewport()->width() * 2 - 5);
        QVERIFY(!linked->isColumnHidden(1));
    }
}

THROUGHLINE_TEST(DataLookTest)
#include "tst_datalook.moc"
