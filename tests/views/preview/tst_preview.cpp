#include "tests/views/preview/previewfixture.h"

#include <QPushButton>

namespace {

const QString saved = u"Workers and their finished tasks"_s;

}

class PreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheFirstModel()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        QCOMPARE(stage.shown(stage.tree()),
                 u"[x] User\n  [ ] Tasks\n  [ ] Groups\n  [ ] Followers\n  [ ] Following"_s);
        QVERIFY(stage.sql()->text().startsWith(u"SELECT `"));
        QVERIFY(stage.records()->model()->rowCount() == 20);
        QCOMPARE(stage.aliases(), QString());
        QVERIFY(stage.edits.isEmpty());
    }

    void showsASavedQuery()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QCOMPARE(stage.shown(stage.tree()),
                 u"[x] User id, name\n"
                 "  order name ASC, id ASC, Tasks.title ASC, Tasks.id ASC\n"
                 "  [x] Tasks title\n"
                 "    through status, finishedAt\n"
                 "    completed = true\n"
                 "    [ ] Workers\n"
                 "    [ ] Comments\n"
                 "  [ ] Groups\n"
                 "  [ ] Followers\n"
                 "  [ ] Following"_s);
        QCOMPARE(stage.aliases(), u"Tasks"_s);
        const QString records = stage.shown(stage.records());
        QVERIFY2(records.startsWith(u"User "), qPrintable(records));
        QVERIFY2(records.contains(u"\n  Tasks "), qPrintable(records));
        QVERIFY2(records.contains(u"status: "), qPrintable(records));
        QVERIFY2(stage.words().join(u'|').contains(u"Sample rows · 20 users · "),
                 qPrintable(stage.words().join(u'|')));
    }

    void aCheckMarkIncludes()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.toggle(u"Groups"_s);
        QCOMPARE(stage.edits, QStringList{u"Include Groups"_s});
        QVERIFY(stage.find(saved).contains(u"},{\"association\":\"Groups\"}],\"order\""));
        QCOMPARE(stage.aliases(), u"Tasks Groups"_s);
        QVERIFY(stage.sql()->text().contains(u"`Groups`"));
        stage.toggle(u"Comments"_s);
        QCOMPARE(stage.aliases(), u"Tasks Comments Groups"_s);
        stage.toggle(u"Tasks title"_s);
        QCOMPARE(stage.edits.last(), u"No longer include Tasks"_s);
        QCOMPARE(stage.aliases(), u"Groups"_s);
        // The order by its title has gone along.
        QVERIFY(stage.find(saved).endsWith(u"\"order\":[[\"name\",\"ASC\"],[\"id\",\"ASC\"]]}"));
    }

    void theKeyboardIncludes()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.tree()->setFocus();
        stage.tree()->setCurrentIndex(stage.row(stage.tree(), u"Groups"_s));
        QTest::keyClick(stage.tree(), Qt::Key_Space);
        stage.settle();
        QCOMPARE(stage.edits, QStringList{u"Include Groups"_s});
        QCOMPARE(stage.tree()->currentIndex().data().toString(), u"Groups"_s);
    }

    void fieldsEdit_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("what");
        QTest::newRow("where of the model")
            << u"User id, name"_s << u"Where"_s << u"name like 'A%'"_s
            << uR"("where":{"name":{"$like":"A%"}},"include")"_s << u"Change where of User"_s;
        QTest::newRow("where of an include")
            << u"Tasks title"_s << u"Where"_s << u"budget > 10"_s
            << uR"("where":{"budget":{"$gt":10}},"through")"_s << u"Change where of Tasks"_s;
        QTest::newRow("where of the through")
            << u"completed = true"_s << u"Where"_s << u"completed = false"_s
            << uR"("where":{"completed":false}}}])"_s << u"Change where of the through of Tasks"_s;
        QTest::newRow("no where of the through") << u"completed = true"_s << u"Where"_s << u""_s
                                                 << uR"("through":{"attributes":["status","finishedAt"]}}])"_s
                                                 << u"Change where of the through of Tasks"_s;
        QTest::newRow("order") << u"User id, name"_s << u"Order"_s << u"id DESC, Tasks.id"_s
                               << uR"("order":[["id","DESC"],["Tasks","id"]]})"_s
                               << u"Change order of User"_s;
        QTest::newRow("limit") << u"User id, name"_s << u"Limit"_s << u"5"_s << uR"(,"limit":5})"_s
                               << u"Change limit of User"_s;
        QTest::newRow("where as JSON") << u"User id, name"_s << u"Where"_s << uR"({"id":{"$in":[1,2]}})"_s
                                       << uR"("where":{"id":{"$in":[1,2]}},)"_s << u"Change where of User"_s;
    }
    void fieldsEdit()
    {
        QFETCH(QString, row);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, part);
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.open(row);
        stage.type(field, text);
        QVERIFY2(stage.find(saved).contains(part), qPrintable(stage.find(saved)));
        QCOMPARE(stage.edits.size(), 1);
        QTEST(stage.edits.first(), "what");
    }

    void typingIsSeenBeforeItIsAnEdit()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.open(u"User id, name"_s);
        stage.type(u"Limit"_s, u"3"_s, Qt::Key_unknown);
        QVERIFY2(stage.sql()->text().contains(u"LIMIT"), qPrintable(stage.sql()->text()));
        QCOMPARE(stage.records()->model()->rowCount(), 3);
        QVERIFY(stage.edits.isEmpty());
        // Esc takes it back and leaves the fields open.
        auto *limit = stage.child<QLineEdit>(u"Limit"_s);
        QTest::keyClick(limit, Qt::Key_Escape);
        stage.settle();
        QVERIFY(limit->isVisible());
        QCOMPARE(limit->text(), QString());
        QVERIFY(!stage.sql()->text().contains(u"LIMIT"));
        QTest::keyClick(limit, Qt::Key_Escape);
        QVERIFY(!limit->isVisible());
        QVERIFY(stage.edits.isEmpty());
    }

    void whatCannotBeReadIsNoEdit()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        const QString before = stage.find(saved);
        stage.open(u"User id, name"_s);
        stage.type(u"Where"_s, u"name ="_s);
        QVERIFY2(stage.words().contains(
                     u"expected a value: a number, 'text', true, false or null, found the end"_s),
                 qPrintable(stage.words().join(u'|')));
        QVERIFY(stage.edits.isEmpty());
        QCOMPARE(stage.find(saved), before);
    }

    void rowsStayWhileTheQueryDoesNotFit()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        const QString records = stage.shown(stage.records());
        const QString sql = stage.sql()->text();
        model::Project next = stage.project;
        next.associations.removeIf([](const model::Association &each) { return each.as.name == u"Tasks"; });
        stage.show(next);
        stage.settle();
        QCOMPARE(stage.shown(stage.records()), records);
        QCOMPARE(stage.sql()->text(), sql);
        QVERIFY2(stage.words().join(u'|').contains(u"User has no association Tasks"),
                 qPrintable(stage.words().join(u'|')));
        QVERIFY(stage.shown(stage.tree()).contains(u"[x] Tasks"));
        // It can be taken out, and all is well again.
        stage.toggle(u"Tasks"_s);
        QVERIFY(!stage.words().join(u'|').contains(u"no association"));
        QVERIFY(!stage.sql()->text().contains(u"Tasks"));
    }

    void faultsOfTheDatabaseAreNamed()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QVERIFY(stage.database->execute(u"DROP TABLE comments"_s)
                || stage.database->execute(u"DROP TABLE Comments"_s));
        model::Project project = stage.project;
        stage.preview.showModel(u"Comment"_s);
        stage.settle();
        QVERIFY2(stage.words().join(u'|').contains(u"Sample rows: "), qPrintable(stage.words().join(u'|')));
        QVERIFY2(stage.words().join(u'|').contains(u"no such table"), qPrintable(stage.words().join(u'|')));
    }

    void aQueryIsAllowedMore()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.preview.setLimits({.rows = 5});
        stage.preview.showModel(u"Project"_s);
        stage.settle();
        QVERIFY2(stage.words().join(u'|').contains(u"Q03: the query takes more than 5 rows"),
                 qPrintable(stage.words().join(u'|')));
        QPushButton *more = nullptr;
        for (QPushButton *each : stage.preview.findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == u"Allow ten times as much")
                more = each;
        }
        QVERIFY(more);
        QTest::mouseClick(more, Qt::LeftButton);
        stage.settle();
        QCOMPARE(stage.records()->model()->rowCount(), 20);
        QVERIFY(!more->isVisible());
    }

    void aProposalIsTaken()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        model::Project next = stage.project;
        next.queries.append(
            {.id = model::QueryId{99},
             .name = u"Limited"_s,
             .find = *model::parseJson(
                 R"({"model":"User","include":["Tasks"],"where":{"$Tasks.title$":"ELIZA"},"limit":2})")});
        stage.show(next);
        stage.showQuery(u"Limited"_s);
        LinkButton *link = nullptr;
        for (LinkButton *each : stage.preview.findChildren<LinkButton *>()) {
            if (!link && each->isVisible() && each->text().startsWith(u"Take"))
                link = each;
        }
        QVERIFY2(link, qPrintable(stage.words().join(u'|')));
        const QString reason = stage.words().filter(u"Sample rows: Q"_s).value(0);
        QVERIFY2(reason.contains(u"no such column"), qPrintable(stage.words().join(u'|')));
        QVERIFY2(!reason.contains(u"\"model\""), qPrintable(reason));
        const QString before = stage.find(u"Limited"_s);
        QTest::mouseClick(link, Qt::LeftButton);
        stage.settle();
        QCOMPARE(stage.edits.size(), 1);
        QVERIFY(stage.find(u"Limited"_s) != before);
        QVERIFY(stage.words().filter(u"Sample rows: Q"_s).isEmpty());
    }

    void theDialectIsChosen()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QSignalSpy chosen(&stage.preview, &Preview::dialectChosen);
        auto *box = stage.child<QComboBox>(u"Dialect"_s);
        QCOMPARE(box->count(), 4);
        box->setFocus();
        while (box->currentText() != u"PostgreSQL")
            QTest::keyClick(box, Qt::Key_Down);
        stage.settle();
        QVERIFY(chosen.size() > 0);
        QVERIFY2(stage.sql()->text().startsWith(u"SELECT \"User\".\"id\""), qPrintable(stage.sql()->text()));
        QVERIFY(stage.records()->model()->rowCount() > 0);
    }

    void anUnsavedQueryIsSaved()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.preview.showModel(u"Project"_s);
        stage.settle();
        stage.toggle(u"Workers"_s);
        QVERIFY(stage.edits.isEmpty());
        QCOMPARE(stage.aliases(), u"Workers"_s);
        QSignalSpy shown(&stage.preview, &Preview::queryShown);
        QMetaObject::invokeMethod(stage.preview.findChild<QObject *>(u"queryPane"_s), "saveAsked",
                                  Q_ARG(QString, u"Mine"_s));
        stage.settle();
        QCOMPARE(stage.edits, QStringList{u"Save query Mine"_s});
        QCOMPARE(stage.find(u"Mine"_s), uR"({"model":"Project","include":[{"association":"Workers"}]})"_s);
        QCOMPARE(stage.preview.query(), model::queryNamed(stage.project, u"Mine")->id);
        QCOMPARE(shown.size(), 1);
    }

    void anUnsavedQueryFollowsItsModel()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.preview.showModel(u"Project"_s);
        stage.settle();
        stage.toggle(u"Workers"_s);
        model::Project next = stage.project;
        for (model::Model &model : next.models) {
            if (model.name == u"Project")
                model.name = u"Undertaking"_s;
        }
        stage.show(next);
        stage.settle();
        QVERIFY2(stage.shown(stage.tree()).startsWith(u"[x] Undertaking\n  [x] Workers"),
                 qPrintable(stage.shown(stage.tree())));
        QVERIFY(stage.shown(stage.records()).startsWith(u"Undertaking "));
    }

    void aQueryThatIsGoneLeavesTheFirstModel()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QSignalSpy shown(&stage.preview, &Preview::queryShown);
        model::Project next = stage.project;
        next.queries.clear();
        stage.show(next);
        stage.settle();
        QCOMPARE(shown.size(), 1);
        QVERIFY(stage.preview.query().isNull());
        QVERIFY(stage.shown(stage.tree()).startsWith(u"[x] User\n  [ ] Tasks"));
    }

    void onlyTheLatestAnswerCounts()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.preview.rerun();
        QTest::qWait(1);
        QCOMPARE(stage.jobs.size(), 1);
        const Job old = stage.jobs.takeFirst();
        old.work(stage.database.get());
        stage.preview.showModel(u"Project"_s);
        QTest::qWait(1);
        old.done();
        QCOMPARE(stage.records()->model()->rowCount(), 0);
        stage.run();
        QVERIFY(stage.shown(stage.records()).startsWith(u"Project "));
    }

    void longWorkIsCancelled()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.preview.rerun();
        QTest::qWait(1);
        const Job running = stage.jobs.takeLast();
        QVERIFY(!stage.words().contains(u"Running…"_s));
        QTRY_VERIFY(stage.words().contains(u"Running…"_s));
        stage.records()->setFocus();
        QTest::keyClick(stage.records(), Qt::Key_Escape);
        QCOMPARE(stage.jobs.size(), 1); // the one that does nothing
        QCOMPARE(stage.jobs.first().lane, running.lane);
        QVERIFY(!stage.words().contains(u"Running…"_s));
        QVERIFY(stage.words().contains(u"The query was cancelled."_s));
        running.work(stage.database.get());
        running.done();
        QVERIFY(stage.words().contains(u"The query was cancelled."_s));
    }

    void aRecordIsPicked()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QSignalSpy picked(&stage.preview, &Preview::recordPicked);
        const QModelIndex first = stage.records()->model()->index(0, 0);
        const QPoint at = stage.records()->visualRect(first).center();
        QTest::mouseClick(stage.records()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(stage.records()->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toString(), u"User"_s);
        const auto key = picked[0][1].value<model::Values>();
        QCOMPARE(key.size(), 1);
        QVERIFY(key[0].kind == model::Cell::Integer || key[0].toText().size() > 8);
    }

    void thePointerNamesAHop()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        QSignalSpy hovered(&stage.preview, &Preview::hopHovered);
        const QRect rect = stage.tree()->visualRect(stage.row(stage.tree(), u"Tasks title"_s));
        QMouseEvent move(QEvent::MouseMove, rect.center(),
                         stage.tree()->viewport()->mapToGlobal(rect.center()), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(stage.tree()->viewport(), &move);
        QCOMPARE(hovered.size(), 1);
        const auto id = hovered[0][0].value<model::AssociationId>();
        QCOMPARE(stage.schema.associations[stage.schema.positionOf[id]].as.value, u"Tasks"_s);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(stage.tree(), &leave);
        QCOMPARE(hovered.size(), 2);
        QVERIFY(hovered[1][0].value<model::AssociationId>().isNull());
    }

    void nothingRunsUnseen()
    {
        PreviewStage stage(test::sampleProject(u"workshop"_s));
        stage.showQuery(saved);
        stage.preview.hide();
        QCOMPARE(stage.aliases(), QString());
        stage.show(stage.project);
        stage.preview.rerun();
        QTest::qWait(5);
        QVERIFY(stage.jobs.isEmpty());
        stage.preview.setVisible(true);
        QTest::qWait(1);
        QCOMPARE(stage.jobs.size(), 1);
        QCOMPARE(stage.aliases(), u"Tasks"_s);
    }

    void withoutModelsItSaysWhatToDo()
    {
        PreviewStage stage(test::projectOf(R"({"format":"throughline/1","models":[]})"));
        QVERIFY(stage.jobs.isEmpty());
        QVERIFY2(stage.words().join(u'|').contains(u"No model yet"), qPrintable(stage.words().join(u'|')));
    }
};

THROUGHLINE_TEST(PreviewTest)
#include "tst_preview.moc"
