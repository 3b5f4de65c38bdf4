#include "model/edit/edit.h"
#include "tests/views/canvas/canvasfixture.h"
#include "views/canvas/minimap.h"

#include <QProxyStyle>

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

    void fittingTakesTheWholeCanvas()
    {
        for (const QSize &size : {QSize(1200, 800), QSize(700, 500), QSize(500, 700)}) {
            Stage stage(workshop());
            stage.canvas.resize(size);
            stage.canvas.fit();
            QVERIFY(stage.canvas.minimap()->isHidden());
            const QSizeF all = stage.scene().bounds.size() * stage.canvas.viewport().zoom;
            const qreal left = std::min(size.width() - all.width(), size.height() - all.height());
            QVERIFY(left > 0);
            QVERIFY(left < 50 || stage.canvas.viewport().zoom == 1);
        }
    }

    void theMinimapIsThereWhileSomethingIsNotSeen()
    {
        Stage stage(workshop());
        stage.canvas.fit();
        QVERIFY(!stage.canvas.minimap()->isVisible());
        stage.canvas.zoomTo(2);
        QVERIFY(stage.canvas.minimap()->isVisible());
        stage.canvas.setMinimapShown(false);
        QVERIFY(!stage.canvas.minimap()->isVisible());
        stage.canvas.setMinimapShown(true);
        QVERIFY(stage.canvas.minimap()->isVisible());
        stage.canvas.fit();
        QVERIFY(!stage.canvas.minimap()->isVisible());
    }

    void whatIsLookedForComesIntoSight_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::addColumn<QRectF>("rect");
        QTest::addColumn<qreal>("zoomThen");
        QTest::newRow("in sight, and readable") << 0.7 << QRectF(10, 10, 200, 100) << 0.7;
        QTest::newRow("far away") << 1.0 << QRectF(5000, 9000, 200, 100) << 1.0;
        QTest::newRow("half in sight") << 0.7 << QRectF(-100, 10, 200, 100) << 0.7;
        QTest::newRow("too small to be read") << 0.2 << QRectF(10, 10, 200, 100) << 0.85;
        QTest::newRow("a little too large for that") << 0.2 << QRectF(0, 0, 1000, 100) << 0.752;
        QTest::newRow("much too large") << 0.2 << QRectF(0, 0, 200, 4000) << 0.6;
    }
    void whatIsLookedForComesIntoSight()
    {
        QFETCH(qreal, zoom);
        QFETCH(QRectF, rect);
        QFETCH(qreal, zoomThen);
        const Viewport before{.zoom = zoom, .size = {800, 600}};
        const Viewport after = before.showing(rect);
        QCOMPARE(after.zoom, zoomThen);
        QCOMPARE(after.showing(rect), after);
        QVERIFY(after.visible().contains(rect.topLeft()));
        if (rect.height() < 1000)
            QVERIFY(after.visible().contains(rect));
        if (before.visible().contains(rect) && zoom >= Viewport::readable)
            QCOMPARE(after, before);
    }

    void aModelIsGoneToFromAfar()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(0.1);
        const Selection comment{.models = {stage.id(u"Comment"_s)}};
        stage.canvas.goTo(comment);
        QCOMPARE(stage.canvas.selection(), comment);
        QTRY_COMPARE(stage.canvas.viewport().zoom, Viewport::comfortable);
        const auto isInMiddle = [&] {
            const QPointF off = stage.head(u"Comment"_s) - stage.canvas.rect().center();
            return std::abs(off.x()) < 20 && std::abs(off.y()) < 200;
        };
        QTRY_VERIFY(isInMiddle());
        // What is well in sight stays where it is.
        const Viewport there = stage.canvas.viewport();
        stage.canvas.goTo({});
        stage.canvas.goTo(comment);
        QTest::qWait(50);
        QCOMPARE(stage.canvas.viewport(), there);
    }

    void withoutMotionItIsThereAtOnce()
    {
        class Still : public QProxyStyle
        {
        public:
            int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const override
            {
                return hint == SH_Widget_Animation_Duration
                    ? 0
                    : QProxyStyle::styleHint(hint, option, widget, data);
            }
        };
        Still still;
        Stage stage(workshop());
        stage.canvas.setStyle(&still);
        stage.canvas.zoomTo(0.1);
        stage.canvas.goTo({.models = {stage.id(u"Comment"_s)}});
        QCOMPARE(stage.canvas.viewport().zoom, Viewport::comfortable);
    }

    void aPathComesIntoSightAsAWhole()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(0.1);
        stage.canvas.goToPath(stage.id(u"User"_s));
        stage.canvas.follow({stage.project().associations[0].id});
        const auto isSeen = [&](const QString &name) {
            return stage.canvas.viewport().visible().contains(stage.box(name).rect);
        };
        QTRY_VERIFY(stage.canvas.viewport().zoom >= Viewport::readable && isSeen(u"User"_s)
                    && isSeen(u"Project"_s));
        // A path that changes by itself moves nothing.
        constexpr int onTheWay = 250;
        QTest::qWait(onTheWay);
        const Viewport there = stage.canvas.viewport();
        stage.canvas.follow({stage.project().associations[6].id});
        QTest::qWait(50);
        QCOMPARE(stage.canvas.viewport(), there);
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
        QCOMPARE(dimmed(), 0); // who only passes by is not meant
        QTRY_COMPARE(dimmed(), stage.scene().edges.size() - 1);
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
