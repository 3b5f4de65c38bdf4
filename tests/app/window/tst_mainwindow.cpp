#include "tests/app/window/desk.h"

using namespace Qt::StringLiterals;
using test::Desk;

/// What the user does before the views have followed an edit: nothing is lost, and nothing that was undone
/// comes back. Between an edit and what is done next no event is processed here.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeySeesTheEditBeforeIt_data();
    void aKeySeesTheEditBeforeIt();
    void aKeyThatIsLetGoSeesTheEditBeforeIt();
    void theMouseSeesTheEditBeforeIt();
    void aFieldThatIsLeftIsNotLost();
    void whatIsUndoneStaysUndone();
    void aShortcutSeesTheEditBeforeIt();
    void aStormIsShownOnce();
};

namespace {

model::ModelId idOf(Desk &desk, const QString &name)
{
    return model::modelNamed(desk.project(), name)->id;
}

/// The sample with a model that nothing depends on, which is selected.
void openWithLonely(Desk &desk)
{
    desk.window->open(u":/samples/workshop.throughline"_s);
    desk.document().edit(*model::addModel(desk.project(), u"Lonely"_s, QPointF(2000, 0)), u"Add Lonely"_s);
    Desk::settle();
    desk.canvas()->fit();
    desk.click(desk.head(u"Lonely"_s));
    QCOMPARE(desk.canvas()->selection().models, QList{idOf(desk, u"Lonely"_s)});
}

/// An edit that the canvas has no part in.
void editElsewhere(Desk &desk)
{
    desk.document().edit(*model::addModel(desk.project(), u"Elsewhere"_s), u"Add Elsewhere"_s);
}

QPointF placeOf(const Desk &desk, const QString &name)
{
    return desk.box(name).rect.topLeft();
}

}

void MainWindowTest::aKeySeesTheEditBeforeIt_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("delete") << int(Qt::Key_Delete);
    QTest::newRow("nudge") << int(Qt::Key_Right);
    QTest::newRow("new model") << int(Qt::Key_T);
}

void MainWindowTest::aKeySeesTheEditBeforeIt()
{
    QFETCH(int, key);
    Desk desk;
    openWithLonely(desk);
    const model::Project before = desk.project();
    editElsewhere(desk);
    QTest::keyClick(desk.canvas(), Qt::Key(key));
    if (key == Qt::Key_T) // its name is offered
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    Desk::settle();
    QVERIFY(model::modelNamed(desk.project(), u"Elsewhere"_s));
    switch (key) {
    case Qt::Key_Delete: QVERIFY(!model::modelNamed(desk.project(), u"Lonely"_s)); break;
    case Qt::Key_Right: QCOMPARE(placeOf(desk, u"Lonely"_s), QPointF(2020, 0)); break;
    default: QCOMPARE(desk.project().models.size(), before.models.size() + 2);
    }
    desk.undo(2);
    QCOMPARE(desk.project(), before);
}

void MainWindowTest::aKeyThatIsLetGoSeesTheEditBeforeIt()
{
    Desk desk;
    openWithLonely(desk);
    QTest::keyPress(desk.canvas(), Qt::Key_Right);
    editElsewhere(desk);
    QTest::keyRelease(desk.canvas(), Qt::Key_Right);
    Desk::settle();
    QVERIFY(model::modelNamed(desk.project(), u"Elsewhere"_s));
}

void MainWindowTest::theMouseSeesTheEditBeforeIt()
{
    Desk desk;
    openWithLonely(desk);
    const QPoint from = desk.head(u"Lonely"_s);
    const QPoint to = from + QPoint(0, 200);
    QTest::mouseMove(desk.canvas(), from);
    QTest::mousePress(desk.canvas(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, desk.canvas()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(desk.canvas(), &move);
    editElsewhere(desk);
    QTest::mouseRelease(desk.canvas(), Qt::LeftButton, {}, to);
    Desk::settle();
    QVERIFY(model::modelNamed(desk.project(), u"Elsewhere"_s));
}

void MainWindowTest::aFieldThatIsLeftIsNotLost()
{
    Desk desk;
    openWithLonely(desk);
    QLineEdit *name = desk.field(u"name"_s);
    QTest::mouseClick(name, Qt::LeftButton);
    name->selectAll();
    QTest::keyClicks(name, u"Alone"_s);
    // Without Enter: another model is clicked, and pushed to the right.
    const QPoint head = desk.head(u"User"_s);
    const QPointF place = placeOf(desk, u"User"_s);
    QTest::mouseMove(desk.canvas(), head);
    QTest::mouseClick(desk.canvas(), Qt::LeftButton, {}, head);
    QTest::keyClick(desk.canvas(), Qt::Key_Right);
    Desk::settle();
    QVERIFY(model::modelNamed(desk.project(), u"Alone"_s));
    QCOMPARE(placeOf(desk, u"User"_s), place + QPointF(20, 0));
    QCOMPARE(placeOf(desk, u"Alone"_s), QPointF(2000, 0));
}

void MainWindowTest::whatIsUndoneStaysUndone()
{
    Desk desk;
    openWithLonely(desk);
    editElsewhere(desk);
    Desk::settle();
    QTest::keyClick(desk.canvas(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(desk.canvas(), Qt::Key_Delete);
    Desk::settle();
    QVERIFY(!model::modelNamed(desk.project(), u"Elsewhere"_s));
    QVERIFY(!model::modelNamed(desk.project(), u"Lonely"_s));
}

void MainWindowTest::aShortcutSeesTheEditBeforeIt()
{
    Desk desk;
    desk.window->open({});
    desk.press(desk.the<QAbstractButton>("newProject"));
    desk.document().edit(*model::addModel(desk.project(), u"Wrong"_s), u"Add"_s);
    const auto next = model::addAttribute(desk.project(), idOf(desk, u"Wrong"_s), {.name = u"dataValues"_s});
    QVERIFY(next);
    desk.document().edit(*next, u"Add"_s);
    QVERIFY(!desk.document().problems().isEmpty());
    // F8 goes to the next problem: to one of which nothing has been shown yet.
    QTest::keyClick(desk.canvas(), Qt::Key_F8);
    QCOMPARE(desk.canvas()->selection().models, QList{idOf(desk, u"Wrong"_s)});
}

/// However many edits there are in a turn, the views follow once: they are not asked to keep up.
void MainWindowTest::aStormIsShownOnce()
{
    Desk desk;
    openWithLonely(desk);
    const auto boxes = desk.canvas()->diagram().scene().boxes.size();
    for (int i = 0; i < 20; ++i)
        desk.document().edit(*model::addModel(desk.project(), u"Model%1"_s.arg(i)), u"Add"_s);
    QCOMPARE(desk.canvas()->diagram().scene().boxes.size(), boxes);
    Desk::settle();
    QCOMPARE(desk.canvas()->diagram().scene().boxes.size(), boxes + 20);
}

THROUGHLINE_TEST(MainWindowTest)
#include "tst_mainwindow.moc"
