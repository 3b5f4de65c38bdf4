#include "tests/app/window/desk.h"
#include "views/explorer/explorer.h"
#include "views/inspector/inspector.h"
#include "views/problems/problems.h"

#include <QDockWidget>
#include <QSettings>

using namespace Qt::StringLiterals;
using test::Desk;

/// Where the panels are, how large, and what a hand can do to them.
class DocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInspectorHasTheFullHeight();
    void smallerWindowsHaveSmallerPanels_data();
    void smallerWindowsHaveSmallerPanels();
    void theLayoutOfAnOlderVersionIsNotTaken();
    void aTabStaysWhereItIs();
    void panelsMoveByTheirTitles();
    void noPanelIsSqueezed_data();
    void noPanelIsSqueezed();
    void theBottomPanelIsMaximised_data();
    void theBottomPanelIsMaximised();
    void theKeyboardFollowsTheTab();
    void whatIsAskedForComesBack_data();
    void whatIsAskedForComesBack();
    void aMaximisedPanelThatIsClosedLeavesTheDiagram();
};

namespace {

constexpr const char *workshop = ":/samples/workshop.throughline";

QDockWidget *dock(const Desk &desk, const char *name)
{
    return desk.the<QDockWidget>(name);
}

QTabBar *bottomTabs(const Desk &desk)
{
    for (auto *bar : desk.window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->isVisible() && bar->tabText(0) == u"Preview"_s)
            return bar;
    }
    qFatal("there are no tabs at the bottom");
}

QStringList titlesOf(const QTabBar &tabs)
{
    QStringList titles;
    for (int i = 0; i < tabs.count(); ++i)
        titles.append(tabs.tabText(i).section(u' ', 0, 0));
    return titles;
}

/// The left button goes down, along, and up again; the widget may move with the hand.
void dragOn(QWidget *widget, QPoint from, QPoint by)
{
    const QPoint start = widget->mapToGlobal(from);
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step) {
        const QPoint at = start + by * step / 10;
        QMouseEvent move(QEvent::MouseMove, widget->mapFromGlobal(at), at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &move);
        QTest::qWait(1);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, widget->mapFromGlobal(start + by));
    Desk::settle();
}

bool isAlone(const Desk &desk)
{
    return !desk.canvas()->isVisible() && !desk.the<views::Explorer>()->isVisible()
        && !desk.the<views::Inspector>()->isVisible();
}

bool allAreThere(const Desk &desk)
{
    return desk.canvas()->isVisible() && desk.the<views::Explorer>()->isVisible()
        && desk.the<views::Inspector>()->isVisible();
}

QList<QSize> sizesOf(const Desk &desk)
{
    return {dock(desk, "explorer")->size(), dock(desk, "inspector")->size(), dock(desk, "preview")->size(),
            desk.canvas()->size()};
}

}

void DocksTest::theInspectorHasTheFullHeight()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.command(u"Reset layout"_s);
    const QRect inspector = dock(desk, "inspector")->geometry();
    const QRect explorer = dock(desk, "explorer")->geometry();
    QCOMPARE(inspector.top(), explorer.top());
    QCOMPARE(inspector.bottom(), explorer.bottom());
    QCOMPARE(inspector.width(), 380);
    QCOMPARE(explorer.width(), 240);
}

void DocksTest::smallerWindowsHaveSmallerPanels_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1280, 800);
    QTest::newRow("1024x700") << QSize(1024, 700);
}

void DocksTest::smallerWindowsHaveSmallerPanels()
{
    QFETCH(QSize, size);
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.window->resize(size);
    desk.command(u"Reset layout"_s);
    QCOMPARE(desk.window->size(), size);
    QVERIFY(desk.canvas()->width() >= size.width() / 2);
    QVERIFY(desk.canvas()->height() >= size.height() * 2 / 5);
    QVERIFY(dock(desk, "inspector")->width() >= 300);
    QVERIFY(dock(desk, "preview")->width() >= 720);
}

void DocksTest::theLayoutOfAnOlderVersionIsNotTaken()
{
    Desk desk;
    desk.window->addDockWidget(Qt::LeftDockWidgetArea, dock(desk, "inspector"));
    const QByteArray old = desk.window->saveState();
    QSettings().setValue(u"window/layout1"_s, old);
    app::MainWindow next;
    auto *inspector = next.findChild<QDockWidget *>(u"inspector"_s);
    QCOMPARE(next.dockWidgetArea(inspector), Qt::RightDockWidgetArea);
    // It could have been taken.
    QVERIFY(next.restoreState(old));
    QCOMPARE(next.dockWidgetArea(inspector), Qt::LeftDockWidgetArea);
}

void DocksTest::aTabStaysWhereItIs()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    QTabBar *tabs = bottomTabs(desk);
    const QStringList titles = titlesOf(*tabs);
    const QList<QSize> sizes = sizesOf(desk);
    for (const QPoint by : {QPoint(0, -30), QPoint(30, -200), QPoint(-300, -400), QPoint(250, 0)}) {
        dragOn(tabs, tabs->tabRect(2).center(), by);
        for (const auto *each : desk.window->findChildren<QDockWidget *>()) {
            QVERIFY(!each->isFloating());
            QVERIFY(!each->isWindow());
        }
        QCOMPARE(titlesOf(*tabs), titles);
    }
    desk.pressTab(u"Preview"_s);
    QCOMPARE(sizesOf(desk), sizes);
}

void DocksTest::panelsMoveByTheirTitles()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.command(u"Reset layout"_s);
    QDockWidget *inspector = dock(desk, "inspector");
    const auto dragAcross = [&] { dragOn(inspector, QPoint(60, 10), QPoint(-1200, 300)); };
    dragAcross();
    QCOMPARE(desk.window->dockWidgetArea(inspector), Qt::RightDockWidgetArea);
    desk.command(u"Arrange panels"_s);
    dragAcross();
    QTRY_COMPARE(desk.window->dockWidgetArea(inspector), Qt::LeftDockWidgetArea);
    QVERIFY(!inspector->isFloating());
    // Dropped where no dock is, it goes back.
    desk.command(u"Reset layout"_s);
    dragOn(inspector, QPoint(60, 10), QPoint(-700, 200));
    QTRY_VERIFY(!inspector->isFloating());
    QVERIFY(inspector->isVisible());
    desk.command(u"Arrange panels"_s);
    desk.command(u"Reset layout"_s);
    dragAcross();
    QCOMPARE(desk.window->dockWidgetArea(inspector), Qt::RightDockWidgetArea);
}

void DocksTest::noPanelIsSqueezed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<int>("key");
    QTest::addColumn<QSize>("least");
    QTest::newRow("the bottom") << QByteArray("problems") << QPoint(0, 600) << int(Qt::Key_7)
                                << QSize(300, 200);
    QTest::newRow("the left") << QByteArray("explorer") << QPoint(-600, 0) << int(Qt::Key_1)
                              << QSize(180, 300);
    QTest::newRow("the right") << QByteArray("inspector") << QPoint(600, 0) << int(Qt::Key_2)
                               << QSize(280, 300);
}

void DocksTest::noPanelIsSqueezed()
{
    QFETCH(QByteArray, name);
    QFETCH(QPoint, by);
    QFETCH(int, key);
    QFETCH(QSize, least);
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.command(u"Reset layout"_s);
    desk.pressTab(u"Problems"_s);
    QDockWidget *panel = dock(desk, name.constData());
    const QRect rect = panel->geometry();
    const QPoint handle = by.y() > 0 ? QPoint(rect.center().x(), bottomTabs(desk)->y() - 1)
        : by.x() < 0                 ? QPoint(rect.right() + 1, rect.center().y())
                                     : QPoint(rect.left() - 1, rect.center().y());
    dragOn(desk.window.get(), handle, by);
    QVERIFY(panel->size() != rect.size()); // the hand had hold of it
    QVERIFY2(panel->width() >= least.width() && panel->height() >= least.height(),
             qPrintable(u"%1 x %2"_s.arg(panel->width()).arg(panel->height())));
    // Closed, it comes back as large.
    panel->close();
    Desk::settle();
    QTest::keyClick(desk.window.get(), Qt::Key(key), Qt::AltModifier);
    Desk::settle();
    QVERIFY(panel->widget()->isVisible());
    QVERIFY(panel->width() >= least.width() && panel->height() >= least.height());
}

void DocksTest::theBottomPanelIsMaximised_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("double click on its tab") << false;
    QTest::newRow("key") << true;
}

void DocksTest::theBottomPanelIsMaximised()
{
    QFETCH(bool, byKey);
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.pressTab(u"Data"_s);
    const QList<QSize> sizes = sizesOf(desk);
    const auto toggle = [&] {
        QTabBar *tabs = bottomTabs(desk);
        if (byKey)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier);
        else
            QTest::mouseDClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        Desk::settle();
    };
    toggle();
    QVERIFY(isAlone(desk));
    QVERIFY(desk.the<views::DataView>()->isVisible());
    QCOMPARE(dock(desk, "data")->width(), desk.window->width());
    QVERIFY(dock(desk, "data")->height() > desk.window->height() - 200);
    // Its tabs are as they were.
    desk.pressTab(u"Schema"_s);
    QVERIFY(isAlone(desk) && desk.the<views::SchemaPane>()->isVisible());
    desk.pressTab(u"Data"_s);
    toggle();
    QVERIFY(allAreThere(desk));
    QVERIFY(desk.the<views::DataView>()->isVisible());
    desk.pressTab(u"Preview"_s);
    QCOMPARE(sizesOf(desk).first(2), sizes.first(2));
    QCOMPARE(sizesOf(desk).last(), sizes.last());
}

void DocksTest::theKeyboardFollowsTheTab()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    QTest::keyClick(desk.window.get(), Qt::Key_4, Qt::AltModifier);
    QVERIFY(desk.the<views::SchemaPane>()->isAncestorOf(QApplication::focusWidget()));
    desk.pressTab(u"Problems"_s);
    QVERIFY(desk.the<views::Problems>()->isAncestorOf(QApplication::focusWidget()));
    // What is not below the tabs keeps it.
    desk.canvas()->setFocus();
    desk.pressTab(u"Code"_s);
    QCOMPARE(QApplication::focusWidget(), desk.canvas());
}

void DocksTest::whatIsAskedForComesBack_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("stays");
    QTest::newRow("the diagram") << u"alt+0"_s << false;
    QTest::newRow("the explorer") << u"alt+1"_s << false;
    QTest::newRow("the inspector") << u"alt+2"_s << false;
    QTest::newRow("another tab") << u"alt+7"_s << true;
    QTest::newRow("a command of the diagram") << u"Fit all"_s << false;
    QTest::newRow("another layout") << u"Reset layout"_s << false;
    QTest::newRow("another project") << u"Close project"_s << false;
}

void DocksTest::whatIsAskedForComesBack()
{
    QFETCH(QString, way);
    QFETCH(bool, stays);
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    QTest::keyClick(desk.window.get(), Qt::Key_M, Qt::ControlModifier);
    Desk::settle();
    QVERIFY(isAlone(desk));
    if (way.startsWith(u"alt"_s))
        QTest::keyClick(desk.window.get(), Qt::Key(Qt::Key_0 + way.last(1).toInt()), Qt::AltModifier);
    else
        desk.command(way);
    if (way == u"Close project"_s)
        desk.window->open(QString::fromLatin1(workshop));
    Desk::settle();
    QCOMPARE(isAlone(desk), stays);
    QCOMPARE(allAreThere(desk), !stays);
    if (stays)
        QVERIFY(desk.the<views::Problems>()->isVisible());
}

void DocksTest::aMaximisedPanelThatIsClosedLeavesTheDiagram()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    for (const char *name : {"schema", "data", "code", "problems"})
        dock(desk, name)->toggleViewAction()->trigger();
    QTest::keyClick(desk.window.get(), Qt::Key_M, Qt::ControlModifier);
    Desk::settle();
    QVERIFY(isAlone(desk));
    dock(desk, "preview")->toggleViewAction()->trigger();
    Desk::settle();
    QVERIFY(allAreThere(desk));
    QVERIFY(!desk.the<views::Preview>()->isVisible());
}

THROUGHLINE_TEST(DocksTest)
#include "tst_docks.moc"
