#include "tests/app/window/desk.h"

#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;
using test::Desk;

/// The main job from an empty project, by hand: with real events on the whole window.
class MainJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byMouse();
    void byKeyboardAlone();
    void rowsFollowWhatIsCommitted();
    void aSampleIsLiveAtOnce();
    void aDroppedFileIsOpened();
};

namespace {

bool isAliased(const model::Schema &schema, const QString &alias)
{
    return std::any_of(
        schema.associations.begin(), schema.associations.end(),
        [&](const model::ResolvedAssociation &each) { return each.isAliased && each.as.value == alias; });
}

/// Everything undone, everything done again, saved and read: the same document.
void undoRedoSaveReopen(Desk &desk)
{
    const model::Project last = desk.project();
    const int steps = desk.document().undoStack()->count();
    desk.undo(steps);
    QVERIFY(desk.project().models.isEmpty());
    QVERIFY(!desk.document().isModified());
    for (int i = 0; i < steps; ++i)
        QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.project(), last);
    const QString path = desk.home.filePath(u"job.throughline"_s);
    QVERIFY(desk.document().saveAs(path));
    const auto read = model::loadProject(path);
    QVERIFY(read);
    QCOMPARE(model::writeProject(read->project), model::writeProject(last));
    desk.window->open(path);
    QCOMPARE(model::writeProject(desk.project()), model::writeProject(last));
}

}

void MainJobTest::byMouse()
{
    Desk desk;
    desk.window->open({});
    desk.press(desk.the<QAbstractButton>("newProject"));
    for (const QString &name : {u"User"_s, u"Project"_s}) {
        desk.pressTool(u"Model"_s);
        desk.type(name);
        desk.key(Qt::Key_Return);
    }
    QCOMPARE(desk.project().models.size(), 2);

    desk.clicks = desk.keys = 0;
    desk.pressTool(u"Connect"_s);
    desk.drag(desk.head(u"User"_s), desk.head(u"Project"_s));
    desk.key(Qt::Key_Return);
    qInfo("an n:m by mouse: %d clicks or drags, %d keys", desk.clicks, desk.keys);
    QCOMPARE(desk.project().associations.size(), 2);
    QCOMPARE(desk.clicks + desk.keys, 3);

    // An attribute of the through's own.
    const QString through = desk.document().schema().tables.last().model;
    desk.click(desk.chip(through));
    desk.pressLink(u"Make a model"_s);
    auto *grid = desk.the<views::AttributeGrid>();
    desk.doubleClickCell(grid, Desk::rowOf(grid->model(), u"new attribute"_s));
    desk.type(u"status"_s);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Escape);
    QCOMPARE(model::modelNamed(desk.project(), through)->attributes.size(), 1);

    // An alias of its own; query and schema follow.
    desk.click(desk.edgeThrough(through));
    desk.put(desk.field(u"as"_s), u"Tasks"_s);
    QVERIFY(isAliased(desk.document().schema(), u"Tasks"_s));
    auto *includes = desk.the<views::IncludeTree>();
    const auto tasks = [&] { return Desk::rowOf(includes->model(), u"Tasks"_s); };
    QTRY_VERIFY(tasks().isValid());
    desk.clickCell(includes, tasks(), QPoint(18, 0));
    QTRY_VERIFY(Desk::rowOf(desk.records()->model(), u"Tasks"_s).isValid());
    desk.pressTab(u"Schema"_s);
    QVERIFY(desk.the<views::SchemaPane>()->text().contains(u"`status` "_s));

    // Two rows are linked, with a value of the join row's own; the query shows it.
    desk.pressTab(u"Data"_s);
    auto *rows = desk.the<views::RowsView>("rows");
    auto *linked = desk.the<views::RowsView>("linked");
    auto *notLinked = desk.the<views::RowsView>("notLinked");
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    desk.clickCell(rows, rows->model()->index(0, 0));
    QTRY_VERIFY(notLinked->model()->rowCount() > 0);
    desk.clickCell(notLinked, notLinked->model()->index(0, 0));
    desk.press(desk.the<QAbstractButton>("link"));
    desk.doubleClickCell(linked, Desk::rowOf(linked->model(), u"default"_s));
    desk.type(u"by hand"_s);
    desk.key(Qt::Key_Return);
    desk.press(desk.the<QAbstractButton>("commit"));
    QTRY_VERIFY(desk.the<views::DataView>()->changes().isEmpty());
    desk.pressTab(u"Preview"_s);
    QTRY_VERIFY(Desk::rowOf(desk.records()->model(), u"by hand"_s).isValid());
    qInfo("the whole job by mouse: %d clicks or drags, %d keys", desk.clicks, desk.keys);

    undoRedoSaveReopen(desk);
}

void MainJobTest::byKeyboardAlone()
{
    Desk desk;
    desk.window->open({});
    QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
    Desk::settle();
    QCOMPARE(QApplication::focusWidget(), desk.canvas());
    for (const QString &name : {u"User"_s, u"Project"_s}) {
        desk.key(Qt::Key_T);
        desk.type(name);
        desk.key(Qt::Key_Return);
    }
    QCOMPARE(desk.project().models.size(), 2);
    desk.keys = 0;
    desk.key(Qt::Key_M);
    desk.type(u"us"_s);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return);
    qInfo("an n:m by keyboard: %d keys", desk.keys);
    QCOMPARE(desk.project().associations.size(), 2);
    QVERIFY(desk.keys <= 6);

    // An attribute of the through's own.
    const QString through = desk.document().schema().tables.last().model;
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.type(u"status"_s);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Escape);
    QCOMPARE(model::modelNamed(desk.project(), through)->attributes.size(), 1);

    // An alias of its own; the query follows.
    desk.key(Qt::Key_0, Qt::AltModifier);
    desk.key(Qt::Key_Escape);
    for (int i = 0; i < 9 && desk.canvas()->selection().associations.isEmpty(); ++i)
        desk.key(Qt::Key_Tab);
    desk.key(Qt::Key_Return);
    desk.tabTo(desk.field(u"as"_s));
    desk.type(u"Tasks"_s);
    desk.key(Qt::Key_Return);
    QVERIFY(isAliased(desk.document().schema(), u"Tasks"_s));
    desk.key(Qt::Key_3, Qt::AltModifier);
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Space);
    QTRY_VERIFY(Desk::rowOf(desk.records()->model(), u"Tasks"_s).isValid());
    desk.key(Qt::Key_4, Qt::AltModifier);
    QVERIFY(desk.the<views::SchemaPane>()->text().contains(u"`status` "_s));

    // Two rows are linked, with a value of the join row's own; the query shows it.
    desk.key(Qt::Key_5, Qt::AltModifier);
    auto *rows = desk.the<views::RowsView>("rows");
    auto *linked = desk.the<views::RowsView>("linked");
    auto *notLinked = desk.the<views::RowsView>("notLinked");
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    QTRY_VERIFY(notLinked->model()->rowCount() > 0);
    desk.tabTo(notLinked);
    desk.key(Qt::Key_Space);
    desk.tabTo(linked, Qt::Key_Backtab);
    for (int i = 0; i < 40 && linked->currentIndex() != Desk::rowOf(linked->model(), u"default"_s); ++i)
        desk.key(linked->currentIndex().column() == 1 ? Qt::Key_Down : Qt::Key_Right);
    desk.key(Qt::Key_F2);
    desk.type(u"by hand"_s);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.the<views::DataView>()->changes().isEmpty());
    desk.key(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(Desk::rowOf(desk.records()->model(), u"by hand"_s).isValid());
    qInfo("the whole job by keyboard: %d keys", desk.keys);

    undoRedoSaveReopen(desk);
}

void MainJobTest::aSampleIsLiveAtOnce()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    // Hints are shown until they are dismissed.
    QVERIFY(desk.the<views::HintBar>()->isVisible());
    desk.pressLink(u"Got it"_s);
    QVERIFY(!desk.the<views::HintBar>()->isVisible());
    desk.window->open(u":/samples/workshop.throughline"_s);
    QVERIFY(!desk.the<views::HintBar>()->isVisible());
    QTRY_VERIFY(desk.records()->model()->rowCount() > 0);
    QCOMPARE(desk.canvas()->diagram().view().path.size(), 1);
}

void MainJobTest::rowsFollowWhatIsCommitted()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    auto *data = desk.the<views::DataView>();
    desk.window->findChild<QDockWidget *>(u"data"_s)->raise();
    Desk::settle();
    data->showTable(u"User"_s);
    auto *rows = desk.the<views::RowsView>("rows");
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                      rows->visualRect(rows->model()->index(0, 0)).center());
    auto *linked = desk.the<views::RowsView>("linked");
    auto *notLinked = desk.the<views::RowsView>("notLinked");
    QTRY_VERIFY(notLinked->model()->rowCount() > 0);
    const int before = linked->model()->rowCount();
    QTest::mouseClick(notLinked->viewport(), Qt::LeftButton, {},
                      notLinked->visualRect(notLinked->model()->index(0, 0)).center());
    desk.press(desk.the<QAbstractButton>("link"));
    QTRY_COMPARE(linked->model()->rowCount(), before + 1);
    QCOMPARE(data->changes().list.size(), 1);
    const model::Project project = desk.project();
    desk.press(desk.the<QAbstractButton>("commit"));
    QTRY_VERIFY(data->changes().isEmpty());
    QTRY_COMPARE(linked->model()->rowCount(), before + 1);
    // Rows are no part of the project, and survive that the sample is made anew.
    QCOMPARE(desk.project(), project);
    desk.document().edit(*model::addModel(desk.project(), u"Other"_s), u"Add"_s);
    Desk::settle();
    QTRY_COMPARE(linked->model()->rowCount(), before + 1);
}

void MainJobTest::aDroppedFileIsOpened()
{
    Desk desk;
    desk.window->open({});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(test::sourcePath(u"resources/samples/family.throughline"_s))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(desk.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(desk.window.get(), &drop);
    QTRY_COMPARE(desk.project().name, u"family"_s);
}

THROUGHLINE_TEST(MainJobTest)
#include "tst_mainjob.moc"
