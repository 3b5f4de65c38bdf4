#include "model/edit/edit.h"
#include "tests/views/canvas/canvasfixture.h"
#include "views/canvas/minimap.h"

/// Selecting, moving and looking, with real events.
class CanvasTest : public QObject
{
    Q_OBJECT

private:
    static QStringList selectedNames(const Stage &stage)
    {
        QStringList names;
        for (const model::ModelId id : stage.canvas.selection().models)
            names.append(modelOf(stage.project(), id)->name);
        for (const model::AssociationId id : stage.canvas.selection().associations)
            names.append(diagramKey(stage.project(), *associationOf(stage.project(), id)));
        return names;
    }

private Q_SLOTS:
    void aClickSelects()
    {
        Stage stage(workshop());
        QSignalSpy selected(&stage.canvas, &Canvas::selected);
        stage.click(stage.head(u"User"_s));
        QCOMPARE(selectedNames(stage), QStringList{u"User"_s});
        stage.click(stage.head(u"Project"_s), Qt::ControlModifier);
        QCOMPARE(selectedNames(stage), (QStringList{u"User"_s, u"Project"_s}));
        stage.click(stage.head(u"User"_s), Qt::ShiftModifier);
        QCOMPARE(selectedNames(stage), QStringList{u"Project"_s});
        stage.click(stage.pixel(stage.edgeThrough(u"usergroups"_s).chip->rect.center()));
        QCOMPARE(selectedNames(stage), QStringList{u"belongsToMany User Group"_s});
        stage.click({5, 5});
        QVERIFY(stage.canvas.selection().isEmpty());
        QCOMPARE(selected.count(), 5);
        QVERIFY(stage.edits.isEmpty());
    }

    void aClickOnARowSelectsItsAttribute()
    {
        Stage stage(workshop());
        stage.click(stage.row(u"User"_s, u"email"_s));
        const model::Model *user = modelNamed(stage.project(), u"User"_s);
        QCOMPARE(stage.canvas.selection().attribute, attributeNamed(*user, u"email"_s)->id);
    }

    void allStaysInSightUntilTheViewIsMoved()
    {
        Stage stage(workshop());
        stage.canvas.fit();
        const auto isAllSeen = [&] {
            return stage.canvas.viewport().visible().contains(stage.scene().bounds);
        };
        stage.canvas.resize(700, 500);
        QTest::qWait(0);
        QVERIFY(isAllSeen());
        stage.canvas.zoomTo(1.5);
        const qreal zoom = stage.canvas.viewport().zoom;
        stage.canvas.resize(600, 400);
        QTest::qWait(0);
        QCOMPARE(stage.canvas.viewport().zoom, zoom);
    }

    void fittingLeavesNoBoxBehindTheMinimap()
    {
        for (const QSize &size : {QSize(1200, 800), QSize(700, 500), QSize(500, 700)}) {
            Stage stage(workshop());
            stage.canvas.resize(size);
            stage.canvas.fit();
            const QRect map = stage.canvas.minimap()->geometry();
            for (const Box &box : stage.scene().boxes) {
                const QRect rect(stage.pixel(box.rect.topLeft()), stage.pixel(box.rect.bottomRight()));
                QVERIFY2(!rect.intersects(map), qPrintable(box.name));
                QVERIFY(stage.canvas.rect().contains(rect));
            }
        }
    }

    /// As long as the pointer is over an include of the query.
    void anAssociationIsPointedAt()
    {
        Stage stage(workshop());
        const auto dimmed = [&] {
            return std::count_if(stage.scene().edges.begin(), stage.scene().edges.end(),
                                 [](const Edge &edge) { return edge.emphasis.isDimmed; });
        };
        const Edge &groups = stage.edgeThrough(u"usergroups"_s);
        stage.canvas.pointAt(groups.calls.last());
        QVERIFY(stage.edgeThrough(u"usergroups"_s).emphasis.isHovered);
        QCOMPARE(dimmed(), stage.scene().edges.size() - 1);
        stage.canvas.pointAt({});
        QCOMPARE(dimmed(), 0);
    }

    void aBandSelectsWhatItTouches()
    {
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        const QRectF group = stage.box(u"Group"_s).rect;
        // It begins where nothing is.
        stage.drag(stage.pixel(group.bottomRight() + QPointF(30, 30)), stage.pixel(user.center()));
        QCOMPARE(selectedNames(stage), (QStringList{u"User"_s, u"Group"_s}));
    }

    void aDragIsOneEditOnTheGrid()
    {
        Stage stage(workshop());
        const model::Project before = stage.project();
        const QPointF place = stage.box(u"User"_s).rect.topLeft();
        const QPoint head = stage.head(u"User"_s);
        stage.drag(head, head + QPoint(-47, 71));
        QCOMPARE(stage.names, QStringList{u"Move User"_s});
        const qreal zoom = stage.canvas.viewport().zoom;
        const auto snapped = [](qreal at) { return std::round(at / 20) * 20; };
        const QPointF wanted(snapped(place.x() - 47 / zoom), snapped(place.y() + 71 / zoom));
        QCOMPARE(stage.box(u"User"_s).rect.topLeft(), wanted);
        QCOMPARE(stage.addedLines(before, stage.project()),
                 QStringList{u"\"User\": { \"x\": %1, \"y\": %2 },"_s.arg(wanted.x()).arg(wanted.y())});
    }

    void aMoveKeepsAllPlacesThatNobodyHasKept()
    {
        model::Project project = workshop();
        project.diagram = {};
        Stage stage(project);
        QHash<QString, QPointF> places;
        for (const Box &box : stage.scene().boxes)
            places.insert(box.name, box.rect.topLeft());
        const QPoint head = stage.head(u"Comment"_s);
        stage.drag(head, head + QPoint(60, 60));
        QCOMPARE(stage.edits.size(), 1);
        Stage reopened(stage.edits.first());
        for (const Box &box : reopened.scene().boxes) {
            if (box.name != u"Comment")
                QCOMPARE(box.rect.topLeft(), places.value(box.name));
            else
                QVERIFY(box.rect.topLeft() != places.value(box.name));
        }
    }

    void undoOfAMovePutsTheBoxBack()
    {
        model::Project project = workshop();
        project.diagram = {};
        Stage stage(project);
        const Scene before = stage.scene();
        const QPoint head = stage.head(u"Comment"_s);
        stage.drag(head, head + QPoint(60, 60));
        stage.show(project);
        for (qsizetype i = 0; i < before.boxes.size(); ++i)
            QCOMPARE(stage.scene().boxes[i].rect, before.boxes[i].rect);
    }

    void editsBeforeTheAnswerAreBasedOnEachOther()
    {
        Stage stage(workshop(), Stage::Answer::Later);
        const QPointF place = stage.box(u"User"_s).rect.topLeft();
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_Right);
        stage.key(Qt::Key_Down);
        stage.key(Qt::Key_T);
        stage.type(u"Tag"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.canvas.selection().models.size(), 1);
        QCOMPARE(stage.edits.size(), 3);
        QTest::qWait(1);
        QCOMPARE(stage.box(u"User"_s).rect.topLeft(), place + QPointF(20, 20));
        QVERIFY(stage.box(u"Tag"_s).emphasis.isSelected);
    }

    /// The box stays under the mouse, whatever happens to the project in between.
    void aDragSurvivesOtherEdits()
    {
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        const QPoint from = stage.head(u"User"_s);
        const auto by = [&](qreal x, qreal y) {
            return from + (QPointF(x, y) * stage.canvas.viewport().zoom).toPoint();
        };
        stage.move(from);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, from);
        stage.moveHeld(by(60, 40));
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(60, 40));
        model::Project other = *model::renameProject(stage.project(), u"other"_s);
        other.models.append(other.models.takeFirst());
        stage.show(other);
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(60, 40));
        stage.show(*moveBoxes(other, {{u"User"_s, user.topLeft() + QPointF(200, 0)}}));
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(60, 40));
        stage.moveHeld(by(80, 40));
        QVERIFY(stage.edits.isEmpty());
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, by(80, 40));
        QCOMPARE(stage.names, QStringList{u"Move User"_s});
        QCOMPARE(stage.box(u"User"_s).rect, user.translated(80, 40));
        QCOMPARE(stage.project().name, u"other"_s);
    }

    void aReleaseThatWasNotHeardEndsADrag()
    {
        Stage stage(workshop());
        const QRectF user = stage.box(u"User"_s).rect;
        const QPoint from = stage.head(u"User"_s);
        const QPoint step(0, int(60 * stage.canvas.viewport().zoom));
        stage.move(from);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, from);
        stage.moveHeld(from + step);
        const QRectF moved = stage.box(u"User"_s).rect;
        QVERIFY(moved != user);
        stage.moveHeld(from + 2 * step, Qt::NoButton);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.box(u"User"_s).rect, moved);
    }

    void aDragOverTheEdgeScrolls()
    {
        Stage stage(workshop());
        const QPointF origin = stage.canvas.viewport().origin;
        const QPoint head = stage.head(u"User"_s);
        stage.move(head);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, head);
        const QPoint beyond(stage.canvas.width() + 40, head.y());
        stage.moveHeld(beyond);
        const QRectF place = stage.box(u"User"_s).rect;
        QTRY_VERIFY(stage.canvas.viewport().origin.x() > origin.x() + 100);
        QVERIFY(stage.box(u"User"_s).rect.left() > place.left());
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, beyond);
        QCOMPARE(stage.edits.size(), 1);
    }

    void escapeAndARefusalPutTheBoxBack()
    {
        Stage stage(workshop(), Stage::Answer::Never);
        const QRectF place = stage.box(u"User"_s).rect;
        const QPoint head = stage.head(u"User"_s);
        stage.move(head);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, head);
        stage.moveHeld(head + QPoint(100, 0));
        QVERIFY(stage.box(u"User"_s).rect != place);
        stage.key(Qt::Key_Escape);
        QCOMPARE(stage.box(u"User"_s).rect, place);
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, head + QPoint(100, 0));
        QVERIFY(stage.edits.isEmpty());
        // The answer to the edit is the project as it was.
        stage.drag(head, head + QPoint(100, 0));
        QCOMPARE(stage.edits.size(), 1);
        stage.show(workshop());
        QCOMPARE(stage.box(u"User"_s).rect, place);
    }
};

THROUGHLINE_TEST(CanvasTest)
#include "tst_canvas.moc"
