#include "tests/app/window/desk.h"
#include "views/data/tablechooser.h"
#include "views/problems/problems.h"
#include "views/theme/sqltext.h"

#include <QDockWidget>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using test::Desk;

/// The docks around the diagram: who works, and where the chooser of tables is.
class PanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePanelInFrontIsVisible();
    void panelsBehindTabsRest();
    void theChooserIsBesideTheTabsWhileTheDataIsInFront();
    void theChooserFollowsTheTabs();
    void theChooserGoesWithItsDock();
    void withoutTablesThereIsNoChooser();
    void theChooserCoversNoTab();
};

namespace {

constexpr const char *workshop = ":/samples/workshop.throughline";

views::TableChooser *chooserOf(const Desk &desk)
{
    return desk.the<views::TableChooser>("chooser");
}

QDockWidget *dataDock(const Desk &desk)
{
    return desk.the<QDockWidget>("data");
}

QTabBar *dataTabs(const Desk &desk)
{
    for (auto *bar : desk.window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->isVisible() && bar->tabText(bar->currentIndex()) == u"Data"_s)
            return bar;
    }
    return nullptr;
}

/// A table whose chooser is as wide as one can be.
void showLongName(Desk &desk)
{
    const QString name(30, u'M');
    desk.document().edit(*model::addModel(desk.project(), name), u"Add"_s);
    Desk::settle();
    desk.the<views::DataView>()->showTable(name);
}

bool isInItsView(const Desk &desk)
{
    return desk.the<views::DataView>()->isAncestorOf(chooserOf(desk));
}

/// On the window, at the end of the bar of tabs, in its height, and on none of them.
bool isBesideTheTabs(const Desk &desk)
{
    const QTabBar *tabs = dataTabs(desk);
    const views::TableChooser *chooser = chooserOf(desk);
    if (!tabs || chooser->parentWidget() != desk.window.get() || !chooser->isVisible())
        return false;
    const QRect bar = tabs->geometry();
    const QRect last = tabs->tabRect(tabs->count() - 1).translated(bar.topLeft());
    const QRect at = chooser->geometry();
    return at.left() > last.right() && at.right() <= bar.right() && bar.right() - at.right() < 20
        && std::abs(at.center().y() - bar.center().y()) <= 1;
}

}

void PanelsTest::onlyThePanelInFrontIsVisible()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    const QList<std::pair<QString, QWidget *>> panels{
        {u"Preview"_s, desk.the<views::Preview>()},   {u"Schema"_s, desk.the<views::SchemaPane>()},
        {u"Data"_s, desk.the<views::DataView>()},     {u"Code"_s, desk.the<views::CodePane>()},
        {u"Problems"_s, desk.the<views::Problems>()}, {u"Preview"_s, desk.the<views::Preview>()}};
    for (const auto &[title, raised] : panels) {
        desk.pressTab(title);
        for (const auto &[other, panel] : panels)
            QVERIFY2(panel->isVisible() == (panel == raised), qPrintable(title + u": "_s + other));
    }
    desk.the<QDockWidget>("preview")->toggleViewAction()->trigger();
    QTRY_VERIFY(!desk.the<views::Preview>()->isVisible());
}

void PanelsTest::panelsBehindTabsRest()
{
    Desk desk;
    auto *data = desk.the<views::DataView>();
    QSignalSpy asked(data, &views::DataView::asked);
    desk.window->open(QString::fromLatin1(workshop));
    QTRY_VERIFY(desk.records()->model()->rowCount() > 0);
    const auto *sql = desk.the<views::SchemaPane>()->findChild<views::SqlText *>();
    desk.document().edit(*model::addModel(desk.project(), u"Other"_s), u"Add"_s);
    QTest::qWait(100);
    QVERIFY(!sql->text().contains(u"`Others`"_s));
    QCOMPARE(asked.size(), 0);

    desk.pressTab(u"Schema"_s);
    QVERIFY(sql->text().contains(u"`Others`"_s));
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(desk.the<views::RowsView>("rows")->model()->rowCount() > 0);

    // Behind another one again, with rows that somebody else may have changed.
    desk.pressTab(u"Preview"_s);
    asked.clear();
    data->refresh();
    desk.document().undoStack()->undo();
    QTest::qWait(100);
    QCOMPARE(asked.size(), 0);
    QVERIFY(sql->text().contains(u"`Others`"_s));
    desk.pressTab(u"Data"_s);
    QVERIFY(asked.size() > 0);
}

void PanelsTest::theChooserIsBesideTheTabsWhileTheDataIsInFront()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    Desk::settle();
    QVERIFY(isInItsView(desk));
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    desk.pressTab(u"Preview"_s);
    QTRY_VERIFY(isInItsView(desk));
    QVERIFY(!chooserOf(desk)->isVisible());
    // It is the same one, and still works there.
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    desk.press(chooserOf(desk));
    QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), u"User"_s);
    QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Return);
    QCOMPARE(chooserOf(desk)->text(), u"User"_s);
    // On the start page there is nothing to choose from.
    desk.command(u"Close project"_s);
    QVERIFY(!chooserOf(desk)->isVisible());
}

void PanelsTest::theChooserFollowsTheTabs()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    const QRect before = chooserOf(desk)->geometry();
    desk.window->resize(1500, 900);
    QTRY_VERIFY(chooserOf(desk)->geometry() != before && isBesideTheTabs(desk));
    const int lower = chooserOf(desk)->y();
    desk.window->resizeDocks({dataDock(desk)}, {400}, Qt::Vertical);
    QTRY_VERIFY(chooserOf(desk)->y() < lower && isBesideTheTabs(desk));
    const int top = chooserOf(desk)->y();
    desk.window->resizeDocks({dataDock(desk)}, {260}, Qt::Vertical);
    QTRY_VERIFY(chooserOf(desk)->y() > top && isBesideTheTabs(desk));
    // The mouse has hold of what separates the docks from the diagram.
    const QPoint handle(700, dataTabs(desk)->y() - 1);
    const QPoint higher = handle - QPoint(0, 150);
    QTest::mousePress(desk.window.get(), Qt::LeftButton, {}, handle);
    QMouseEvent move(QEvent::MouseMove, higher, desk.window->mapToGlobal(higher), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(desk.window.get(), &move);
    QTRY_VERIFY(dataTabs(desk)->y() < handle.y() - 100 && isBesideTheTabs(desk));
    QTest::mouseRelease(desk.window.get(), Qt::LeftButton, {}, higher);
    // Other tables have longer names.
    desk.the<views::DataView>()->showTable(u"User"_s);
    Desk::settle();
    const int width = chooserOf(desk)->width();
    showLongName(desk);
    QTRY_VERIFY(chooserOf(desk)->width() > width && isBesideTheTabs(desk));
    QCOMPARE(chooserOf(desk)->width(), chooserOf(desk)->sizeHint().width());
}

void PanelsTest::theChooserGoesWithItsDock()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    // In a window of its own, and in an area of its own, there are no tabs.
    dataDock(desk)->setFloating(true);
    QTRY_VERIFY(isInItsView(desk) && chooserOf(desk)->isVisible());
    dataDock(desk)->setFloating(false);
    dataDock(desk)->raise();
    QTRY_VERIFY(isBesideTheTabs(desk));
    desk.window->addDockWidget(Qt::TopDockWidgetArea, dataDock(desk));
    QTRY_VERIFY(isInItsView(desk) && chooserOf(desk)->isVisible());
    // Tabs elsewhere are as good.
    desk.window->tabifyDockWidget(desk.the<QDockWidget>("inspector"), dataDock(desk));
    dataDock(desk)->raise();
    desk.window->resizeDocks({dataDock(desk)}, {600}, Qt::Horizontal);
    QTRY_VERIFY(isBesideTheTabs(desk));
    dataDock(desk)->close();
    QTRY_VERIFY(!chooserOf(desk)->isVisible());
}

void PanelsTest::withoutTablesThereIsNoChooser()
{
    Desk desk;
    desk.window->open({});
    desk.press(desk.the<QAbstractButton>("newProject"));
    desk.pressTab(u"Data"_s);
    QTest::qWait(50);
    QVERIFY(!chooserOf(desk)->isVisible());
    desk.pressTab(u"Preview"_s);
    dataDock(desk)->setFloating(true);
    QTest::qWait(50);
    QVERIFY(!chooserOf(desk)->isVisible());
    dataDock(desk)->setFloating(false);
    dataDock(desk)->raise();
    desk.document().edit(*model::addModel(desk.project(), u"First"_s), u"Add"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    desk.document().undoStack()->undo();
    QTRY_VERIFY(!chooserOf(desk)->isVisible());
}

void PanelsTest::theChooserCoversNoTab()
{
    Desk desk;
    desk.window->open(QString::fromLatin1(workshop));
    desk.pressTab(u"Data"_s);
    QTRY_VERIFY(isBesideTheTabs(desk));
    showLongName(desk);
    for (const char *name : {"schema", "code", "problems", "data"})
        desk.window->tabifyDockWidget(desk.the<QDockWidget>("explorer"), desk.the<QDockWidget>(name));
    dataDock(desk)->raise();
    desk.window->resizeDocks({dataDock(desk)}, {200}, Qt::Horizontal);
    // No room beside them: it is where the rows are.
    QTRY_VERIFY(isInItsView(desk) && chooserOf(desk)->isVisible());
    desk.window->resizeDocks({dataDock(desk)}, {900}, Qt::Horizontal);
    QTRY_VERIFY(isBesideTheTabs(desk));
}

THROUGHLINE_TEST(PanelsTest)
#include "tst_panels.moc"
