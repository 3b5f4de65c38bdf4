#include "tests/app/window/desk.h"
#include "views/problems/problemlist.h"
#include "views/problems/problems.h"

#include <QDockWidget>
#include <QMenu>
#include <QTimer>

using namespace Qt::StringLiterals;
using test::Desk;
using views::ProblemList;

/// A problem that is ignored in the shown window: gone everywhere, back by undo or by its link.
class IgnoringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneStepOfUndo();
};

namespace {

QTreeView *listOf(const Desk &desk)
{
    return desk.the<views::Problems>()->findChild<QTreeView *>();
}

QModelIndex rowOf(const Desk &desk, const QString &code)
{
    const QAbstractItemModel *model = listOf(desk)->model();
    for (int row = model->rowCount() - 1; row >= 0; --row) {
        if (model->index(row, ProblemList::Code).data().toString() == code)
            return model->index(row, ProblemList::Message);
    }
    return {};
}

void chooseInMenu(const Desk &desk, const QModelIndex &index, const QString &text)
{
    QTimer::singleShot(0, desk.window.get(), [text] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
            if (action->text() == text)
                action->trigger();
        }
        if (menu)
            menu->close();
    });
    Q_EMIT listOf(desk)->customContextMenuRequested(listOf(desk)->visualRect(index).center());
    QApplication::setActiveWindow(desk.window.get()); // as a window manager does when the menu is gone
    listOf(desk)->setFocus();
}

}

void IgnoringTest::isOneStepOfUndo()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.pressTab(u"Problems"_s);
    QTRY_VERIFY(rowOf(desk, u"NM02"_s).isValid());
    const model::Project before = desk.project();
    QCOMPARE(desk.the<QDockWidget>("problems")->windowTitle(), u"Problems (1)"_s);

    chooseInMenu(desk, rowOf(desk, u"NM02"_s), u"Ignore in this project"_s);
    QTRY_COMPARE(desk.the<QDockWidget>("problems")->windowTitle(), u"Problems"_s);
    QCOMPARE(desk.project().ignored.size(), 1);
    QCOMPARE(rowOf(desk, u"NM02"_s).siblingAtColumn(ProblemList::Fix).data().toString(), u"Show again"_s);

    desk.undo(1);
    QCOMPARE(desk.project(), before);
    QTRY_COMPARE(desk.the<QDockWidget>("problems")->windowTitle(), u"Problems (1)"_s);

    chooseInMenu(desk, rowOf(desk, u"NM02"_s), u"Ignore here"_s);
    QTRY_COMPARE(desk.the<QDockWidget>("problems")->windowTitle(), u"Problems"_s);
    const QModelIndex link = rowOf(desk, u"NM02"_s).siblingAtColumn(ProblemList::Fix);
    listOf(desk)->scrollTo(link);
    QTest::mouseClick(listOf(desk)->viewport(), Qt::LeftButton, {}, listOf(desk)->visualRect(link).center());
    QTRY_COMPARE(desk.the<QDockWidget>("problems")->windowTitle(), u"Problems (1)"_s);
    QCOMPARE(desk.project(), before);
}

THROUGHLINE_TEST(IgnoringTest)
#include "tst_ignoring.moc"
