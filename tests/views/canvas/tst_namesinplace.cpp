#include "tests/views/canvas/canvasfixture.h"
#include "views/canvas/minimap.h"

/// Adding, renaming and deleting in place.
class NamesInPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModelIsAddedAndNamedInOneStep()
    {
        Stage stage(workshop());
        stage.key(Qt::Key_T);
        QVERIFY(stage.edits.isEmpty());
        QCOMPARE(stage.field()->selectedText(), u"Model"_s);
        stage.type(u"Invoice"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.names, QStringList{u"Add Invoice"_s});
        QCOMPARE(stage.canvas.selection().models, QList<model::ModelId>{stage.id(u"Invoice"_s)});
        const QRectF rect = stage.box(u"Invoice"_s).rect;
        for (const Box &box : stage.scene().boxes)
            QVERIFY(box.name == u"Invoice" || !box.rect.intersects(rect));
    }

    void onAnEmptyCanvasToo()
    {
        Stage stage(test::projectOf("", ""));
        stage.key(Qt::Key_T);
        stage.type(u"First"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.names, (QStringList{u"Add First"_s}));
    }

    void anAbandonedModelLeavesTheViewAsItWas()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(1.5);
        const Viewport before = stage.canvas.viewport();
        stage.move(QPoint(20, 780));
        stage.key(Qt::Key_T);
        QVERIFY(stage.canvas.viewport() != before);
        stage.press(Qt::Key_Escape);
        QCOMPARE(stage.canvas.viewport(), before);
        // What was moved meanwhile stays.
        stage.key(Qt::Key_T);
        stage.canvas.zoomTo(1);
        stage.press(Qt::Key_Escape);
        QCOMPARE(stage.canvas.viewport().zoom, 1.0);
    }

    void theMinimapLiesOnNoNewModel()
    {
        Stage stage(workshop());
        stage.canvas.zoomTo(1.5);
        const auto *map = stage.canvas.minimap();
        QVERIFY(map->isVisible());
        const QRect where = map->geometry();
        stage.move(where.center());
        stage.key(Qt::Key_T);
        QVERIFY(!map->isVisible());
        stage.press(Qt::Key_Return);
        QVERIFY(map->isVisible());
        const Box &box = stage.box(u"Model"_s);
        const QRectF shown = stage.canvas.viewport().toCanvas(box.rect);
        QVERIFY(stage.canvas.rect().contains(shown.toAlignedRect()));
        QVERIFY(!shown.intersects(map->geometry()));
    }

    void anAbandonedModelLeavesNothing()
    {
        Stage stage(workshop());
        const Scene before = stage.scene();
        stage.key(Qt::Key_T);
        stage.type(u"Invoice"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.edits.isEmpty());
        QCOMPARE(stage.scene(), before);
        QVERIFY(stage.canvas.hasFocus());
    }

    void aRefusedNameStaysWithItsReason()
    {
        Stage stage(workshop());
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_F2);
        stage.type(u"Project"_s);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(stage.field());
        const auto labels = stage.field()->parentWidget()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"there is a model Project already";
        }));
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(stage.canvas.hasFocus());
    }

    void renames_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("added");
        QTest::newRow("a chip of a model")
            << u"UserProjects"_s << u"Assignment"_s << QStringList{u"\"name\": \"Assignment\","_s};
        QTest::newRow("a row") << u"User.email"_s << u"mail"_s
                               << QStringList{u"{ \"name\": \"mail\", \"type\": \"STRING\", \"allowNull\": "
                                              "false, \"unique\": true }"_s};
        QTest::newRow("a head") << u"Group"_s << u"Team"_s << QStringList{u"\"name\": \"Team\","_s};
    }
    void renames()
    {
        QFETCH(QString, part);
        QFETCH(QString, typed);
        QFETCH(QStringList, added);
        Stage stage(workshop());
        const model::Project before = stage.project();
        QPoint at;
        if (part.contains(u'.'))
            at = stage.row(part.section(u'.', 0, 0), part.section(u'.', 1));
        else if (part == u"UserProjects")
            at = stage.pixel(stage.edgeThrough(part).chip->rect.center());
        else
            at = stage.head(part);
        stage.move(at);
        QTest::mouseDClick(&stage.canvas, Qt::LeftButton, {}, at);
        QVERIFY(stage.field());
        stage.type(typed);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        for (const QString &line : std::as_const(added))
            QVERIFY2(stage.addedLines(before, stage.project()).contains(line),
                     stage.addedLines(before, stage.project()).join(u'\n').toUtf8());
    }

    void anAutomaticThroughIsRenamedInAllItsCalls()
    {
        Stage stage(workshop());
        stage.click(stage.pixel(stage.edgeThrough(u"usergroups"_s).chip->rect.center()));
        stage.key(Qt::Key_F2);
        QCOMPARE(stage.field()->text(), u"usergroups"_s);
        stage.field()->selectAll();
        stage.type(u"Project"_s);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.edits.isEmpty());
        stage.field()->selectAll();
        stage.type(u"memberships"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.project().associations[2].through.model, u"memberships"_s);
        QCOMPARE(stage.project().associations[3].through.model, u"memberships"_s);
    }

    void anAliasIsRenamedAtItsLabel()
    {
        Stage stage(workshop());
        const QPoint label = stage.pixel(stage.edgeThrough(u"UserProjects"_s).to.labelRect.center());
        stage.move(label);
        QTest::mouseDClick(&stage.canvas, Qt::LeftButton, {}, label);
        QCOMPARE(stage.field()->text(), u"Tasks"_s);
        stage.type(u"Jobs"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.project().associations[0].as.name, u"Jobs"_s);
        QCOMPARE(stage.edgeThrough(u"UserProjects"_s).to.label, u"Jobs"_s);
    }

    void nothingTypedIsNoEdit()
    {
        Stage stage(workshop());
        stage.click(stage.head(u"User"_s));
        stage.key(Qt::Key_F2);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.edits.isEmpty());
    }

    void deletionsSayWhatGoesAlong()
    {
        Stage stage(workshop());
        QSignalSpy asked(&stage.canvas, &Canvas::deletionAsked);
        stage.click(stage.head(u"Group"_s));
        stage.key(Qt::Key_Delete);
        QVERIFY(stage.edits.isEmpty());
        const auto deletion = asked.takeFirst().first().value<Deletion>();
        QCOMPARE(deletion.what, u"Delete Group"_s);
        QCOMPARE(deletion.question, u"Delete the model Group?"_s);
        QCOMPARE(deletion.dependents, QStringList{u"the n:m User ⇄ Group, with its table usergroups"_s});
        QVERIFY(!modelNamed(deletion.next, u"Group"_s));
        QCOMPARE(deletion.next.associations.size(), 6);
    }

    void whatGoesAlongIsSaidInWords_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("dependents");
        QTest::newRow("an n:m through a model, which stays, and a key")
            << QStringList{u"Project"_s} << u"Delete the model Project?"_s
            << QStringList{u"the n:m User ⇄ Project through UserProjects"_s,
                           u"the 1:n Project → Comment, with Comment.projectId"_s};
        QTest::newRow("both ends of one relation")
            << QStringList{u"Project"_s, u"Comment"_s} << u"Delete 2 models?"_s
            << QStringList{u"the n:m User ⇄ Project through UserProjects"_s, u"the 1:n Project → Comment"_s};
        QTest::newRow("a through") << QStringList{u"UserProjects"_s} << u"Delete the model UserProjects?"_s
                                   << QStringList{u"the n:m User ⇄ Project"_s};
    }
    void whatGoesAlongIsSaidInWords()
    {
        QFETCH(QStringList, models);
        QFETCH(QString, question);
        QFETCH(QStringList, dependents);
        const model::Project project = workshop();
        Selection selection;
        for (const QString &name : models)
            selection.models.append(modelNamed(project, name)->id);
        const auto deletion = deletionOf(project, model::resolve(project), selection);
        QVERIFY(deletion);
        QCOMPARE(deletion->question, question);
        QStringList said = deletion->dependents;
        said.sort();
        dependents.sort();
        QCOMPARE(said, dependents);
    }

    void aDeletedEdgeIsBothItsCalls()
    {
        Stage stage(workshop());
        QSignalSpy asked(&stage.canvas, &Canvas::deletionAsked);
        stage.click(stage.pixel(stage.edgeThrough(u"UserProjects"_s).chip->rect.center()));
        stage.key(Qt::Key_Delete);
        const auto deletion = asked.takeFirst().first().value<Deletion>();
        QCOMPARE(deletion.what, u"Delete the n:m User ⇄ Project"_s);
        QVERIFY(deletion.dependents.isEmpty());
        QCOMPARE(deletion.next.associations.size(), 6);
        QVERIFY(modelNamed(deletion.next, u"UserProjects"_s));
    }
};

THROUGHLINE_TEST(NamesInPlaceTest)
#include "tst_namesinplace.moc"
