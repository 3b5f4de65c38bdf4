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

    const QString through = desk.document().schema().tables.last().model;
    desk.click(desk.chip(through));
    desk.put(desk.field(u"as"_s), u"Tasks"_s);
    QVERIFY(isAliased(desk.document().schema(), u"Tasks"_s));
    auto *schema = desk.the<views::SchemaPane>();
    desk.window->findChild<QDockWidget *>(u"schema"_s)->raise();
    Desk::settle();
    QTRY_VERIFY(schema->text().contains(
        u"CREATE TABLE `%1`"_s.arg(desk.document().schema().tables.last().name.value)));

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
    undoRedoSaveReopen(desk);
}

void MainJobTest::aSampleIsLiveAtOnce()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    auto *records = desk.window->findChild<views::Preview *>()->findChildren<QTreeView *>().last();
    QTRY_VERIFY(records->model()->rowCount() > 0);
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
