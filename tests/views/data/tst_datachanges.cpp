#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "tests/views/data/dataviewfixture.h"

#include "model/changes/commit.h"
#include "model/sample/embedded.h"

using namespace Qt::StringLiterals;

namespace {

const QByteArray models = R"json(
    { "name": "User", "attributes": [ { "name": "name", "type": "STRING", "allowNull": false, "unique": true },
                                      { "name": "age", "type": "INTEGER" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" } ] })json";
const QByteArray associations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "Work",
      "foreignKey": "userId", "otherKey": "projectId" })json";

void fill(DataDock &dock)
{
    dock.database.run("INSERT INTO Users VALUES (1, 'Ada', 36), (2, 'Alan', 41), (3, 'Grace', 85)");
    dock.database.run("INSERT INTO Projects VALUES (7, 'Engine'), (8, 'Bombe')");
}

/// The project of a dock, read again: its models have the same ids.
model::Project projectOf(const QByteArray &text)
{
    return test::projectOf("{\"format\":\"throughline/1\",\"define\":{\"timestamps\":false},"
                           "\"models\":["
                           + text + "],\"associations\":[" + associations + "]}");
}

}

class DataChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineAndAll();
    void oneIsDiscarded();
    void allAreDiscardedAndBroughtBack();
    void refusedCommit();
    void changedMeanwhile();
    void lockedWhileCommitting();
    void noConnection();
    void otherSchema();
    void tableIsGone();
    void tableIsRenamed();
    void otherOrigin();
    void otherProject();
    void otherOriginWhileCommitting();
    void refusedAtAnotherOrigin();
    void databasesOfOneName();
    void hidden();
    void sampleDatabase();
    void accessibleNames();
};

void DataChangesTest::oneLineAndAll()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    QSignalSpy counts(&dock.view, &views::DataView::changesChanged);
    QCOMPARE(dock.label("changeCount"), u"No pending changes"_s);
    QVERIFY(!dock.find<QWidget>("showStatements")->isVisible());
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    QCOMPARE(dock.label("changeCount"), u"1 change"_s);
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    QCOMPARE(dock.label("changeCount"), u"2 changes"_s);
    // The line is what has just been done.
    QCOMPARE(dock.find<views::SqlLine>("changeSql")->text(), dock.pending().section(u'|', 1));
    QCOMPARE(counts.last()[0].toInt(), 2);
    auto *list = dock.find<QWidget>("statements");
    QVERIFY(!list->isVisible());
    dock.click("showStatements");
    QVERIFY(list->isVisible());
    dock.click("showStatements");
    QVERIFY(!list->isVisible());
}

void DataChangesTest::oneIsDiscarded()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    DataDock::put(dock.rows(), 2, 2, u"86"_s);
    dock.click("showStatements");
    auto *list = dock.find<QTableView>("statements");
    const QRect link = list->visualRect(list->model()->index(1, 1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, link.center());
    QCOMPARE(dock.view.changes().list.size(), 2);
    QVERIFY(!dock.pending().contains(u"42"_s));
    QCOMPARE(dock.rows()->model()->index(1, 2).data().toString(), u"41"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(dock.view.changes().list.size(), 1);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT age FROM Users ORDER BY id"), u"36|41|86"_s);
}

void DataChangesTest::allAreDiscardedAndBroughtBack()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    const model::Changes before = dock.view.changes();
    dock.click("discard");
    QVERIFY(dock.view.changes().isEmpty());
    QCOMPARE(DataDock::textOf(dock.rows()), u"1, Ada, 36|2, Alan, 41|3, Grace, 85"_s);
    QTest::mouseClick(dock.find<QWidget>("changesNotice")->findChild<views::LinkButton *>(), Qt::LeftButton);
    QCOMPARE(dock.view.changes(), before);
    QCOMPARE(dock.database.all("SELECT age FROM Users WHERE id = 1"), u"36"_s);
}

void DataChangesTest::refusedCommit()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    DataDock::put(dock.rows(), 1, 1, u"Grace"_s);
    const model::Changes before = dock.view.changes();
    dock.rows()->setFocus();
    DataDock::press(Qt::Key_Return, Qt::ControlModifier);
    const QString said = dock.notice("changesNotice");
    QVERIFY2(said.startsWith(u"Not committed. Statement 2: User id = 2: "_s), qPrintable(said));
    QVERIFY2(said.contains(u"UNIQUE"_s), qPrintable(said));
    QCOMPARE(dock.view.changes(), before);
    QVERIFY(dock.committed.isEmpty());
    QCOMPARE(dock.database.all("SELECT name, age FROM Users ORDER BY id"), u"Ada 36|Alan 41|Grace 85"_s);
    // The statement is pointed at, and can be mended.
    QVERIFY(dock.find<QWidget>("statements")->isVisible());
    QCOMPARE(dock.find<QTableView>("statements")->currentIndex().row(), 1);
    DataDock::put(dock.rows(), 1, 1, u"Alan T."_s);
    QCOMPARE(dock.notice("changesNotice"), QString());
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT name, age FROM Users ORDER BY id"), u"Ada 37|Alan T. 41|Grace 85"_s);
}

void DataChangesTest::changedMeanwhile()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    dock.database.run("UPDATE Users SET age = 99 WHERE id = 1");
    dock.click("commit");
    QVERIFY(dock.notice("changesNotice").contains(u"changed or deleted meanwhile"_s));
    QCOMPARE(dock.database.all("SELECT age FROM Users WHERE id = 1"), u"99"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataChangesTest::lockedWhileCommitting()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    dock.heldLanes = QStringList{u"data.commit"_s};
    dock.click("commit");
    QVERIFY(dock.held[0].writes);
    QCOMPARE(dock.label("changeCount"), u"Committing…"_s);
    DataDock::point(dock.rows(), 1, 2);
    DataDock::press(Qt::Key_F2);
    QVERIFY(!DataDock::editor(dock.rows()));
    DataDock::press(Qt::Key_Delete);
    DataDock::press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dock.held.size(), 1);
    dock.runHeld();
    QVERIFY(dock.view.changes().isEmpty());
    QCOMPARE(dock.committed.size(), 1);
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataChangesTest::noConnection()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    dock.heldLanes = QStringList{u"data.commit"_s, u"data.page"_s};
    dock.click("commit");
    const auto fail = [&] {
        for (const views::Job &job : std::exchange(dock.held, {})) {
            job.work(model::refusal(u"the server does not answer"_s));
            job.done();
        }
    };
    fail();
    QCOMPARE(dock.notice("changesNotice"), u"Not committed: the server does not answer"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
    dock.view.refresh();
    fail();
    QCOMPARE(dock.notice("rowsNotice"), u"the server does not answer"_s);
    QCOMPARE(dock.rows()->model()->rowCount(), 3);
}

void DataChangesTest::otherSchema()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    DataDock::put(dock.rows(), 1, 1, u"Alan T."_s);
    const model::Changes before = dock.view.changes();
    // A column more: all of it still fits.
    dock.database.run("ALTER TABLE Users ADD COLUMN email VARCHAR(255)");
    QByteArray wider = models;
    wider.replace("\"INTEGER\" }", "\"INTEGER\" }, { \"name\": \"email\", \"type\": \"STRING\" }");
    dock.view.show(model::resolve(projectOf(wider)));
    QCOMPARE(dock.view.changes(), before);
    QCOMPARE(DataDock::textOf(dock.rows()), u"1, Ada, 36, NULL|*2, Alan T., 42, NULL|3, Grace, 85, NULL"_s);
    QCOMPARE(dock.rows()->currentIndex().row(), 1);
    QVERIFY(dock.find<QPushButton>("commit")->isEnabled());
    // A column less: what does not fit is said and kept.
    QByteArray narrower = models;
    narrower.replace("{ \"name\": \"age\", \"type\": \"INTEGER\" }",
                     "{ \"name\": \"years\", \"field\": \"age2\", \"type\": \"INTEGER\" }");
    QVERIFY(narrower != models);
    dock.database.run("ALTER TABLE Users RENAME COLUMN age TO age2");
    dock.view.show(model::resolve(projectOf(narrower)));
    QCOMPARE(dock.view.changes(), before);
    QCOMPARE(dock.pending(), u"User no longer has a column age"_s);
    QVERIFY(!dock.find<QPushButton>("commit")->isEnabled());
    dock.database.run("ALTER TABLE Users RENAME COLUMN age2 TO age");
    dock.view.show(dock.database.schema);
    dock.click("commit");
    QCOMPARE(dock.database.all("SELECT name, age FROM Users WHERE id = 2"), u"Alan T. 42"_s);
}

void DataChangesTest::tableIsGone()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    model::Project project = projectOf(models);
    project.models.removeFirst();
    project.associations.clear();
    dock.view.show(model::resolve(project));
    QCOMPARE(DataDock::textOf(dock.rows()), u"7, Engine|8, Bombe"_s);
    QCOMPARE(dock.notice("rowsNotice"), u"There is no User any more; these are the rows of Project."_s);
    QCOMPARE(dock.pending(), u"there is no model User any more"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataChangesTest::tableIsRenamed()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("Project");
    model::Project project = projectOf(models);
    project.models[1].name = u"Plan"_s;
    dock.database.run("ALTER TABLE Projects RENAME TO Plans");
    dock.view.show(model::resolve(project));
    QCOMPARE(dock.find<QPushButton>("chooser")->text(), u"Plan"_s);
    QCOMPARE(DataDock::textOf(dock.rows()), u"7, Engine|8, Bombe"_s);
    QCOMPARE(dock.notice("rowsNotice"), QString());
}

void DataChangesTest::otherProject()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    dock.view.forget();
    dock.view.show(dock.database.schema);
    QVERIFY(dock.view.changes().isEmpty());
    QCOMPARE(dock.rows()->rows()->source().model, u"Work"_s);
    dock.view.showTable(u"User"_s);
    QCOMPARE(DataDock::textOf(dock.rows()), u"1, Ada, 36|2, Alan, 41|3, Grace, 85"_s);
}

void DataChangesTest::otherOrigin()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    dock.view.showOrigin({u"Sample rows"_s, &model::sqliteDialect, true});
    QVERIFY(dock.view.changes().isEmpty());
    dock.view.showOrigin({u"test.db"_s, &model::postgresDialect, false});
    QCOMPARE(dock.pending(), u"UPDATE \"Users\" SET \"age\" = 42 WHERE \"id\" = 2 AND \"age\" = 41"_s);
}

/// What is committed goes on being committed; the panel is not locked for other rows.
void DataChangesTest::otherOriginWhileCommitting()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    dock.heldLanes = QStringList{u"data.commit"_s};
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    const model::Changes first = dock.view.changes();
    dock.click("commit");
    const views::RowOrigin before{u"test.db"_s, &model::sqliteDialect, false};
    dock.view.showOrigin({u"other.db"_s, &model::sqliteDialect, false});
    QCOMPARE(dock.label("changeCount"), u"No pending changes"_s);
    DataDock::put(dock.rows(), 0, 2, u"37"_s);
    QCOMPARE(dock.label("changeCount"), u"1 change"_s);
    QVERIFY(dock.find<QPushButton>("commit")->isEnabled());
    const model::Changes second = dock.view.changes();
    QCOMPARE(dock.view.waiting(), 2);
    // Where it runs, nothing can be changed.
    dock.view.showOrigin(before);
    QCOMPARE(dock.label("changeCount"), u"Committing…"_s);
    DataDock::put(dock.rows(), 0, 2, u"38"_s);
    QCOMPARE(dock.view.changes(), first);
    dock.view.showOrigin({u"other.db"_s, &model::sqliteDialect, false});
    dock.runHeld();
    QCOMPARE(dock.committed, QList{first});
    QCOMPARE(dock.view.changes(), second);
    QCOMPARE(dock.view.waiting(), 1);
    dock.view.showOrigin(before);
    QVERIFY(dock.view.changes().isEmpty());
    DataDock::put(dock.rows(), 0, 2, u"38"_s);
    QCOMPARE(dock.view.changes().list.size(), 1);
}

/// Nothing is lost, and the user hears of it: now, and again where the changes are.
void DataChangesTest::refusedAtAnotherOrigin()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    dock.heldLanes = QStringList{u"data.commit"_s};
    DataDock::put(dock.rows(), 1, 1, u"Grace"_s);
    const model::Changes changes = dock.view.changes();
    dock.click("commit");
    dock.view.showOrigin({u"other.db"_s, &model::sqliteDialect, false});
    dock.runHeld();
    QVERIFY(dock.committed.isEmpty());
    QVERIFY(dock.notice("rowsNotice")
                .startsWith(u"Not committed to test.db, where the changes wait: User id = 2: "_s));
    dock.view.showOrigin({u"test.db"_s, &model::sqliteDialect, false});
    QCOMPARE(dock.view.changes(), changes);
    QVERIFY(dock.notice("changesNotice").startsWith(u"Not committed. Statement 1: User id = 2: "_s));
    QVERIFY(dock.find<QPushButton>("commit")->isEnabled());
}

/// Databases in several places may have one name.
void DataChangesTest::databasesOfOneName()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    const views::RowOrigin here{u"test.db"_s, &model::sqliteDialect, false, u"/here/test.db"_s};
    const views::RowOrigin there{u"test.db"_s, &model::sqliteDialect, false, u"/there/test.db"_s};
    dock.view.showOrigin(here);
    DataDock::put(dock.rows(), 1, 2, u"42"_s);
    dock.lanes.clear();
    dock.view.showOrigin(there);
    QVERIFY(dock.view.changes().isEmpty());
    QVERIFY(dock.lanes.contains(u"data.page"_s));
    QCOMPARE(dock.view.waiting(), 1);
    dock.view.showOrigin(here);
    QCOMPARE(dock.view.changes().list.size(), 1);
    // The same again: the rows may be others by now.
    dock.database.run("UPDATE Users SET age = 5 WHERE id = 1");
    dock.view.showOrigin(here);
    QVERIFY(DataDock::textOf(dock.rows()).contains(u", 5"_s));
    QCOMPARE(dock.view.changes().list.size(), 1);
}

void DataChangesTest::hidden()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("User");
    dock.view.hide();
    dock.lanes.clear();
    dock.database.run("DELETE FROM Users WHERE id = 1");
    dock.view.show(dock.database.schema);
    dock.view.refresh();
    QVERIFY(dock.lanes.isEmpty());
    dock.view.QWidget::show();
    QVERIFY(DataDock::textOf(dock.rows()).startsWith(u"2, Alan"_s));
}

/// The sample rows of a project, as the window shows them.
void DataChangesTest::sampleDatabase()
{
    const model::Schema schema = model::resolve(test::sampleProject(u"workshop"_s));
    auto sample = model::embeddedDatabase(schema);
    QVERIFY(sample);
    views::DataView view;
    QList<model::Changes> committed;
    connect(&view, &views::DataView::asked, [&](const views::Job &job) {
        job.work(sample->connection.get());
        job.done();
    });
    connect(&view, &views::DataView::committed, [&](const model::Changes &each) { committed.append(each); });
    view.resize(1360, 400);
    view.showOrigin({u"Sample rows"_s, &model::sqliteDialect, true});
    view.QWidget::show();
    view.show(schema);
    QVERIFY(QTest::qWaitForWindowActive(&view));
    // The first join table is there by itself.
    auto *rows = view.findChild<views::RowsView *>(u"rows"_s);
    QCOMPARE(rows->rows()->source().model, u"UserProjects"_s);
    const auto count = [&] {
        return *model::selectText(*sample->connection, u"SELECT COUNT(*) FROM UserProjects"_s);
    };
    const int before = count().toInt();
    auto *notLinked = view.findChild<views::RowsView *>(u"notLinked"_s);
    DataDock::point(notLinked, 0, 0);
    QTest::keyClick(notLinked, Qt::Key_Space);
    QTest::keyClick(notLinked, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(count().toInt(), before + 1);
    QCOMPARE(committed.size(), 1);
    // The same again on rows that were made anew.
    auto anew = model::embeddedDatabase(schema);
    const auto statements =
        model::sqlOf(committed[0], schema, model::sqliteDialect, QDateTime::currentDateTimeUtc());
    QVERIFY(statements && model::commit(*anew->connection, *statements));
}

void DataChangesTest::accessibleNames()
{
    DataDock dock(models, associations);
    fill(dock);
    dock.open("Work");
    for (const QWidget *widget : dock.view.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy()
            || qobject_cast<const QLabel *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isPart = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
        QVERIFY2(isPart || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                           widget->objectName())));
    }
    QCOMPARE(dock.find<QLineEdit>("filter0")->accessibleName(), u"Filter of User · userId"_s);
}

THROUGHLINE_TEST(DataChangesTest)

#include "tst_datachanges.moc"
