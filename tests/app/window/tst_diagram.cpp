#include "tests/app/window/desk.h"

#include "views/explorer/explorer.h"
#include "views/palette/palette.h"

#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QTimer>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using test::Desk;

/// The diagram among all that is around it: what Escape takes back, and how one gets to what one looks for.
class DiagramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeLeavesNothing_data();
    void escapeLeavesNothing();
    void escapeTakesTheToolAway();
    void aNewModelIsInSight();
    void whatIsSearchedComesIntoSight_data();
    void whatIsSearchedComesIntoSight();
    void whatIsPickedInTheExplorerComesIntoSight();
    void aQueryComesIntoSight();
    void whatGoesAlongIsAskedFirst_data();
    void whatGoesAlongIsAskedFirst();
};

namespace {

QListView *explorerList(const Desk &desk)
{
    return desk.the<views::Explorer>()->findChild<QListView *>();
}

QModelIndex explorerRow(const Desk &desk, const QString &name)
{
    QAbstractItemModel *rows = explorerList(desk)->model();
    return rows->match(rows->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
}

/// Chooses an entry of the menu that comes up for a row.
void chooseInExplorer(Desk &desk, const QString &row, const QString &entry)
{
    QTimer::singleShot(0, [entry] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (QAction *action : menu->actions()) {
            if (action->text() == entry)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        menu->close();
    });
    QListView *list = explorerList(desk);
    Q_EMIT list->customContextMenuRequested(list->visualRect(explorerRow(desk, row)).center());
    // Without a window manager nobody makes the window active again when the menu is closed.
    QApplication::setActiveWindow(desk.window.get());
    desk.settle();
}

void search(Desk &desk, const QString &words)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    desk.settle();
    QVERIFY(desk.the<views::Palette>("palette")->isVisible());
    desk.type(words);
    desk.key(Qt::Key_Return);
}

bool isSeen(const Desk &desk, const QString &name)
{
    return desk.canvas()->viewport().visible().contains(desk.box(name).rect);
}

}

void DiagramTest::escapeLeavesNothing_data()
{
    using Begin = std::function<void(Desk &)>;
    QTest::addColumn<Begin>("begin");
    QTest::newRow("T") << Begin([](Desk &desk) { desk.key(Qt::Key_T); });
    QTest::newRow("T, a name") << Begin([](Desk &desk) {
        desk.key(Qt::Key_T);
        desk.type(u"Invoice"_s);
    });
    QTest::newRow("toolbar") << Begin([](Desk &desk) { desk.pressTool(u"Model"_s); });
    QTest::newRow("palette") << Begin([](Desk &desk) { search(desk, u"Model"_s); });
    QTest::newRow("explorer") << Begin(
        [](Desk &desk) { chooseInExplorer(desk, u"Models"_s, u"Add model"_s); });
    QTest::newRow("M, whom?") << Begin([](Desk &desk) {
        desk.click(desk.head(u"Group"_s));
        desk.key(Qt::Key_M);
        desk.type(u"Com"_s);
    });
    QTest::newRow("M, whom, its name") << Begin([](Desk &desk) {
        desk.click(desk.head(u"Group"_s));
        desk.key(Qt::Key_M);
        desk.type(u"Com"_s);
        desk.key(Qt::Key_Return);
        desk.type(u"remarks"_s);
    });
    QTest::newRow("M, itself, its aliases") << Begin([](Desk &desk) {
        desk.click(desk.head(u"Group"_s));
        desk.key(Qt::Key_M);
        desk.type(u"Group"_s);
        desk.key(Qt::Key_Return);
        desk.type(u"children"_s);
        desk.key(Qt::Key_Return);
        desk.type(u"parents"_s);
    });
    QTest::newRow("two models, M") << Begin([](Desk &desk) {
        desk.click(desk.head(u"Group"_s));
        QTest::mouseClick(desk.canvas(), Qt::LeftButton, Qt::ControlModifier, desk.head(u"Comment"_s));
        desk.key(Qt::Key_M);
    });
    QTest::newRow("Connect, a drag, its name") << Begin([](Desk &desk) {
        desk.pressTool(u"Connect"_s);
        desk.drag(desk.head(u"Group"_s), desk.head(u"Comment"_s));
    });
}

void DiagramTest::escapeLeavesNothing()
{
    using Begin = std::function<void(Desk &)>;
    QFETCH(Begin, begin);
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    Desk::settle();
    const model::Project before = desk.project();
    const qsizetype boxes = desk.canvas()->diagram().scene().boxes.size();
    const qsizetype edges = desk.canvas()->diagram().scene().edges.size();
    begin(desk);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    desk.key(Qt::Key_Escape);
    QCOMPARE(desk.document().undoStack()->count(), 0);
    QCOMPARE(desk.project(), before);
    QCOMPARE(desk.canvas()->diagram().scene().boxes.size(), boxes);
    QCOMPARE(desk.canvas()->diagram().scene().edges.size(), edges);
    QCOMPARE(desk.canvas()->tool(), views::Tool::Select);
    QVERIFY(desk.canvas()->hasFocus());
}

/// Wherever the keyboard was when it was taken.
void DiagramTest::escapeTakesTheToolAway()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    Desk::settle();
    desk.click(desk.head(u"Group"_s));
    QTest::mouseClick(desk.field(u"name"_s), Qt::LeftButton);
    desk.pressTool(u"Connect"_s);
    QCOMPARE(desk.canvas()->tool(), views::Tool::BelongsToMany);
    desk.key(Qt::Key_Escape);
    QCOMPARE(desk.canvas()->tool(), views::Tool::Select);
    QCOMPARE(desk.document().undoStack()->count(), 0);
}

void DiagramTest::aNewModelIsInSight()
{
    Desk desk;
    desk.window->resize(1280, 800);
    desk.press(desk.the<QAbstractButton>("newProject"));
    for (int number = 1; number <= 3; ++number) {
        const QString name = u"New%1"_s.arg(number);
        desk.canvas()->setFocus();
        desk.key(Qt::Key_T);
        desk.type(name);
        desk.key(Qt::Key_Return);
        QVERIFY(isSeen(desk, name));
    }
}

void DiagramTest::whatIsSearchedComesIntoSight_data()
{
    QTest::addColumn<qreal>("zoom");
    QTest::addColumn<bool>("isSelected");
    QTest::newRow("out of sight") << 1.5 << false;
    QTest::newRow("too small") << 0.1 << false;
    QTest::newRow("selected already, and out of sight") << 1.5 << true;
}

void DiagramTest::whatIsSearchedComesIntoSight()
{
    QFETCH(qreal, zoom);
    QFETCH(bool, isSelected);
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    Desk::settle();
    if (isSelected)
        desk.click(desk.head(u"Comment"_s));
    desk.canvas()->zoomTo(zoom);
    QVERIFY(!isSeen(desk, u"Comment"_s) || zoom < 1);
    search(desk, u"Comment"_s);
    QTRY_VERIFY(desk.canvas()->viewport().zoom >= views::Viewport::readable && isSeen(desk, u"Comment"_s));
    QVERIFY(desk.canvas()->hasFocus());
    QCOMPARE(desk.canvas()->selection().models, QList{model::modelNamed(desk.project(), u"Comment"_s)->id});
}

void DiagramTest::whatIsPickedInTheExplorerComesIntoSight()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    Desk::settle();
    desk.canvas()->zoomTo(0.1);
    desk.clickCell(explorerList(desk), explorerRow(desk, u"Project"_s));
    QTRY_VERIFY(desk.canvas()->viewport().zoom >= views::Viewport::readable && isSeen(desk, u"Project"_s));
    desk.canvas()->zoomTo(0.1);
    desk.clickCell(explorerList(desk), explorerRow(desk, u"usergroups"_s));
    QTRY_VERIFY(desk.canvas()->viewport().zoom >= views::Viewport::readable
                && desk.canvas()->rect().contains(desk.chip(u"usergroups"_s)));
}

void DiagramTest::aQueryComesIntoSight()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    QTest::qWait(50);
    desk.canvas()->zoomTo(0.1);
    desk.clickCell(explorerList(desk), explorerRow(desk, u"Groups of a user"_s));
    QTRY_VERIFY(desk.canvas()->viewport().zoom >= views::Viewport::readable && isSeen(desk, u"User"_s)
                && isSeen(desk, u"Group"_s));
}

void DiagramTest::whatGoesAlongIsAskedFirst_data()
{
    using Remove = std::function<void(Desk &)>;
    QTest::addColumn<Remove>("remove");
    QTest::newRow("diagram") << Remove([](Desk &desk) {
        desk.click(desk.head(u"Project"_s));
        desk.key(Qt::Key_Delete);
    });
    QTest::newRow("explorer") << Remove([](Desk &desk) {
        desk.clickCell(explorerList(desk), explorerRow(desk, u"Project"_s));
        desk.key(Qt::Key_Delete);
    });
}

void DiagramTest::whatGoesAlongIsAskedFirst()
{
    using Remove = std::function<void(Desk &)>;
    QFETCH(Remove, remove);
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    Desk::settle();
    for (const bool isConfirmed : {false, true}) {
        QApplication::setActiveWindow(desk.window.get());
        QString text;
        QTimer whenAsked;
        connect(&whenAsked, &QTimer::timeout, this, [&] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            whenAsked.stop();
            text = box->text() + u'\n' + box->informativeText();
            QTest::keyClick(box, isConfirmed ? Qt::Key_Return : Qt::Key_Escape);
        });
        whenAsked.start(10);
        remove(desk);
        QCOMPARE(text,
                 u"Delete the model Project?\nWith it go:\n"
                 "• the n:m User ⇄ Project through UserProjects\n"
                 "• the 1:n Project → Comment, with Comment.projectId"_s);
        QCOMPARE(model::modelNamed(desk.project(), u"Project"_s) == nullptr, isConfirmed);
    }
    QCOMPARE(desk.document().undoStack()->count(), 1);
}

THROUGHLINE_TEST(DiagramTest)
#include "tst_diagram.moc"
