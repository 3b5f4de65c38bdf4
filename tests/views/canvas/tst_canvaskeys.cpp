#include "model/edit/edit.h"
#include "tests/views/canvas/canvasfixture.h"
#include "views/canvas/minimap.h"

#include <QMenu>

/// Looking around, and working without a mouse.
class CanvasKeysTest : public QObject
{
    Q_OBJECT

private:
    static void wheel(Stage &stage, QPoint at, int delta, Qt::KeyboardModifiers keys)
    {
        QWheelEvent event(at, stage.canvas.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&stage.canvas, &event);
    }

    static QString selectedName(const Stage &stage)
    {
        const QList<model::ModelId> models = stage.canvas.selection().models;
        return models.isEmpty() ? QString() : modelOf(stage.project(), models.last())->name;
    }

private Q_SLOTS:
    void arrowsNudgeByTheGrid()
    {
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_Right);
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(20, 0));
        QCOMPARE(stage.names, QStringList{u"Move User"_s});
        // However long it is held.
        for (int i = 0; i < 5; ++i) {
            QKeyEvent held(QEvent::KeyPress, Qt::Key_Down, {}, {}, i > 0);
            QApplication::sendEvent(&stage.canvas, &held);
        }
        QCOMPARE(stage.edits.size(), 1);
        QTest::keyRelease(&stage.canvas, Qt::Key_Down);
        QCOMPARE(stage.edits.size(), 2);
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(20, 100));
    }

    void nudgesSurviveOtherEdits()
    {
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        stage.click(stage.head(u"User"_s));
        QTest::keyPress(&stage.canvas, Qt::Key_Right);
        // Another box before it takes another position in the scene.
        model::Project other = *model::renameProject(stage.project(), u"other"_s);
        other.models.append(other.models.takeFirst());
        other.models.removeIf([](const model::Model &each) { return each.name == u"Comment"; });
        stage.show(other);
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(20, 0));
        QTest::keyPress(&stage.canvas, Qt::Key_Down);
        QTest::keyRelease(&stage.canvas, Qt::Key_Down);
        QCOMPARE(stage.names, QStringList{u"Move User"_s});
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(20, 20));
        QCOMPARE(stage.project().name, u"other"_s);
    }

    void nudgesOfWhatIsGoneAreDropped()
    {
        Stage stage(workshop());
        stage.click(stage.head(u"User"_s));
        QTest::keyPress(&stage.canvas, Qt::Key_Right);
        model::Project other = stage.project();
        other.models.removeFirst();
        other.associations.clear();
        stage.show(other);
        QTest::keyRelease(&stage.canvas, Qt::Key_Right);
        QVERIFY(stage.edits.isEmpty());
    }

    void nudgesAreDoneBeforeTheNextKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("edits");
        QTest::newRow("undo") << int(Qt::Key_Z) << Qt::KeyboardModifiers(Qt::ControlModifier) << 1;
        QTest::newRow("delete") << int(Qt::Key_Delete) << Qt::KeyboardModifiers() << 1;
        QTest::newRow("new model") << int(Qt::Key_T) << Qt::KeyboardModifiers() << 1;
        QTest::newRow("abort") << int(Qt::Key_Escape) << Qt::KeyboardModifiers() << 0;
    }

    void nudgesAreDoneBeforeTheNextKey()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, edits);
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        stage.click(stage.head(u"User"_s));
        QTest::keyPress(&stage.canvas, Qt::Key_Right);
        stage.key(key, modifiers);
        QTest::keyRelease(&stage.canvas, Qt::Key_Right);
        QCOMPARE(stage.edits.size(), edits);
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(20 * edits, 0));
    }

    void tabGoesThroughAllObjects()
    {
        Stage stage(workshop());
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            stage.key(Qt::Key_Tab);
            seen.append(selectedName(stage));
        }
        QCOMPARE(seen, (QStringList{u"User"_s, u"Project"_s, u"Group"_s, u"Comment"_s}));
        for (int i = 0; i < 4; ++i) {
            stage.key(Qt::Key_Tab);
            QCOMPARE(stage.canvas.selection().associations.size(), 1);
        }
        stage.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(stage.canvas.selection().associations.size(), 1);
    }

    void altArrowsFollowRelations()
    {
        Stage stage(workshop());
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(selectedName(stage), u"Project"_s);
        stage.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(selectedName(stage), u"Comment"_s);
        stage.key(Qt::Key_Left, Qt::AltModifier); // Group is there, but not connected
        QCOMPARE(selectedName(stage), u"Comment"_s);
        stage.key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(stage.canvas.selection().models.size(), 2);
        QVERIFY(stage.edits.isEmpty());
    }

    void theFocusedObjectIsSaid()
    {
        Stage stage(workshop());
        QCOMPARE(stage.canvas.accessibleName(), u"Diagram"_s);
        stage.click(stage.head(u"Group"_s));
        model::Problem problem;
        problem.message = u"no key"_s;
        problem.place.model = stage.id(u"Group"_s);
        stage.canvas.showProblems({problem});
        QCOMPARE(stage.canvas.accessibleDescription(),
                 u"Model Group, table tbl_group. 3 attributes. connected with User. no key"_s);
    }

    void enterAsksForTheInspector()
    {
        Stage stage(workshop());
        QSignalSpy asked(&stage.canvas, &Canvas::inspectAsked);
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void controlWheelZoomsAtThePointer()
    {
        Stage stage(workshop());
        const QPoint at(300, 200);
        const QPointF before = stage.canvas.viewport().toScene(at);
        const qreal zoom = stage.canvas.viewport().zoom;
        QSignalSpy zoomed(&stage.canvas, &Canvas::zoomed);
        wheel(stage, at, 360, Qt::ControlModifier);
        QVERIFY(stage.canvas.viewport().zoom > zoom * 1.5);
        QCOMPARE(zoomed.count(), 1);
        const QPointF off = stage.canvas.viewport().toScene(at) - before;
        QVERIFY(off.manhattanLength() < 2);
    }

    void theWheelScrolls()
    {
        Stage stage(workshop());
        const QPointF origin = stage.canvas.viewport().origin;
        wheel(stage, {300, 200}, -120, {});
        QVERIFY(stage.canvas.viewport().origin.y() > origin.y());
        QCOMPARE(stage.canvas.viewport().origin.x(), origin.x());
        wheel(stage, {300, 200}, -120, Qt::ShiftModifier);
        QVERIFY(stage.canvas.viewport().origin.x() > origin.x());
    }

    void zoomKeys()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(3);
        stage.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(stage.canvas.viewport().zoom, 1.0);
        stage.canvas.zoomTo(3);
        stage.key(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(stage.canvas.viewport().visible().contains(stage.scene().bounds));
    }

    void panning_data()
    {
        QTest::addColumn<int>("key"); ///< 0 for the middle button
        QTest::newRow("middle button") << 0;
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("H") << int(Qt::Key_H);
    }
    void panning()
    {
        QFETCH(int, key);
        Stage stage(workshop());
        const QPointF origin = stage.canvas.viewport().origin;
        const qreal zoom = stage.canvas.viewport().zoom;
        if (key)
            QTest::keyPress(&stage.canvas, Qt::Key(key));
        const QPoint at = stage.head(u"User"_s);
        stage.drag(at, at + QPoint(40, -24), {}, key ? Qt::LeftButton : Qt::MiddleButton);
        if (key)
            QTest::keyRelease(&stage.canvas, Qt::Key(key));
        QCOMPARE((stage.canvas.viewport().origin - origin) * zoom, QPointF(-40, 24));
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(stage.canvas.selection().isEmpty());
    }

    void theMinimapMovesTheView()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(2);
        const QPointF origin = stage.canvas.viewport().origin;
        QTest::mouseClick(stage.canvas.minimap(), Qt::LeftButton, {}, QPoint(20, 20));
        QVERIFY(stage.canvas.viewport().origin.x() < origin.x());
        QVERIFY(stage.canvas.viewport().origin.y() < origin.y());
    }

    void hoveringDimsWhatIsUnrelated()
    {
        Stage stage(workshop());
        stage.click(stage.head(u"Project"_s));
        stage.move(stage.head(u"Group"_s));
        QVERIFY(stage.edgeThrough(u"usergroups"_s).emphasis.isHovered);
        QVERIFY(!stage.box(u"Comment"_s).emphasis.isDimmed);
        QTRY_VERIFY(stage.box(u"Comment"_s).emphasis.isDimmed);
        QVERIFY(!stage.box(u"User"_s).emphasis.isDimmed);
        QVERIFY(!stage.box(u"Project"_s).emphasis.isDimmed); // it is selected
        stage.move({3, 3});
        QVERIFY(!stage.box(u"Comment"_s).emphasis.isDimmed);
    }

    void aPathIsNumberedHopByHop()
    {
        Stage stage(workshop());
        const auto &associations = stage.project().associations;
        stage.canvas.follow({associations[0].id, associations[6].id});
        QCOMPARE(stage.edgeThrough(u"UserProjects"_s).hop, u"1"_s);
        QVERIFY(stage.edgeThrough(u"UserProjects"_s).emphasis.isOnPath);
        QVERIFY(stage.box(u"Comment"_s).emphasis.isOnPath);
        QVERIFY(!stage.box(u"Group"_s).emphasis.isOnPath);
        stage.canvas.follow({});
        QCOMPARE(stage.edgeThrough(u"UserProjects"_s).hop, QString());
    }

    void problemsAreMarkedWhereTheyAre()
    {
        Stage stage(workshop());
        QList<model::Problem> problems(3);
        problems[0].severity = model::Severity::Warning;
        problems[0].place.association = stage.project().associations[1].id;
        problems[1].place.model = stage.id(u"UserProjects"_s);
        problems[2].severity = model::Severity::Hint;
        problems[2].place.model = stage.id(u"User"_s);
        stage.canvas.showProblems(problems);
        const Edge &edge = stage.edgeThrough(u"UserProjects"_s);
        QCOMPARE(edge.badge.severity, model::Severity::Error);
        QCOMPARE(edge.badge.messages.size(), 2);
        QVERIFY(edge.badge.rect.intersects(edge.chip->rect));
        QVERIFY(stage.box(u"User"_s).badge.rect.isEmpty());
        stage.canvas.showProblems({});
        QVERIFY(stage.edgeThrough(u"UserProjects"_s).badge.rect.isEmpty());
    }

    void theMenuIsAboutWhatIsUnderTheMouse_data()
    {
        QTest::addColumn<QString>("on");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("nothing") << QString()
                                 << QStringList{u"&Add model"_s, u"Select &all"_s, u"A&rrange"_s, u"&Fit"_s};
        QTest::newRow("a model") << u"User"_s
                                 << QStringList{u"&Inspect"_s, u"Add &attribute"_s, u"&Browse rows"_s,
                                                u"&Rename"_s,  u"&Connect"_s,       u"Hide a&ttributes"_s,
                                                u"&Delete"_s};
        QTest::newRow("a chip") << u"usergroups"_s
                                << QStringList{u"&Inspect"_s, u"Add &attribute"_s, u"&Browse rows"_s,
                                               u"&Rename"_s,  u"Show as a &box"_s, u"&Delete"_s};
    }
    void theMenuIsAboutWhatIsUnderTheMouse()
    {
        QFETCH(QString, on);
        QFETCH(QStringList, entries);
        Stage stage(workshop());
        QPoint at(5, 5);
        if (on == u"User")
            at = stage.head(on);
        else if (!on.isEmpty())
            at = stage.pixel(stage.edgeThrough(on).chip->rect.center());
        QTest::mouseClick(&stage.canvas, Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, stage.canvas.mapToGlobal(at));
        QApplication::sendEvent(&stage.canvas, &event);
        auto *menu = stage.canvas.findChild<QMenu *>();
        QVERIFY(menu);
        QStringList found;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                found.append(action->text());
        }
        QCOMPARE(found, entries);
        QCOMPARE(stage.canvas.selection().isEmpty(), on.isEmpty());
        QSignalSpy asked(&stage.canvas, &Canvas::deletionAsked);
        menu->actions().last()->trigger();
        QCOMPARE(asked.count(), on.isEmpty() ? 0 : 1);
        menu->close();
    }

    void showEmitsNothing()
    {
        Stage stage(workshop());
        QSignalSpy selected(&stage.canvas, &Canvas::selected);
        stage.show(test::sampleProject(u"family"_s));
        stage.canvas.select({.models = {stage.id(u"Person"_s)}});
        QVERIFY(stage.edits.isEmpty());
        QCOMPARE(selected.count(), 0);
        // What is gone is no longer selected, and that is said.
        stage.show(test::projectOf("", ""));
        QCOMPARE(selected.count(), 1);
        QVERIFY(stage.canvas.selection().isEmpty());
    }

    void aThroughIsOpenedAsABoxAndClosed()
    {
        Stage stage(workshop());
        const BoxId through = stage.edgeThrough(u"UserProjects"_s).chip->through;
        stage.canvas.openThrough(through, true);
        QCOMPARE(stage.names, QStringList{u"Open UserProjects"_s});
        QCOMPARE(stage.scene().boxes.size(), 5);
        QCOMPARE(stage.scene().edges.size(), 5);
        stage.canvas.openThrough(through, false);
        QCOMPARE(stage.scene().boxes.size(), 4);
        QCOMPARE(model::writeProject(stage.project()), model::writeProject(workshop()));
    }
};

THROUGHLINE_TEST(CanvasKeysTest)
#include "tst_canvaskeys.moc"
