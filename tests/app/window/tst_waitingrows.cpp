#include "model/file/savefile.h"
#include "tests/app/window/answers.h"
#include "tests/app/window/desk.h"

using namespace Qt::StringLiterals;
using test::Answers;
using test::Desk;

/// Changes of rows that wait in the Data panel, when their project is about to go.
class WaitingRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAskedAbout_data();
    void areAskedAbout();
    void areAskedAboutWhereverTheyWait();
    void areCommittedWhileOtherRowsAreLookedAt();
    void areAskedAboutBeforeTheFileIsReadAgain();
    void nothingIsAskedWithoutThem();
    void databasesOfOneNameAreTwo();

private:
    void leave(Desk &desk, const QString &way);
};

namespace {

views::DataView *dataOf(const Desk &desk)
{
    return desk.the<views::DataView>();
}

/// A row of the sample is deleted, and not committed.
void leaveAChange(Desk &desk)
{
    desk.pressTab(u"Data"_s);
    dataOf(desk)->showTable(u"User"_s);
    auto *rows = desk.the<views::RowsView>("rows");
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    desk.clickCell(rows, rows->model()->index(0, 1));
    QTest::keyClick(rows, Qt::Key_Delete);
    Desk::settle();
    QCOMPARE(dataOf(desk)->changes().list.size(), 1);
}

}

void WaitingRowsTest::leave(Desk &desk, const QString &way)
{
    if (way == u"open"_s)
        desk.window->open(test::sourcePath(u"resources/samples/family.throughline"_s));
    else if (way == u"sample"_s)
        desk.window->open(u":/samples/family.throughline"_s);
    else if (way == u"quit"_s)
        desk.window->close();
    else
        desk.command(way);
    Desk::settle();
}

void WaitingRowsTest::areAskedAbout_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"New project", "Close project", "Quit", "open", "sample", "quit"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void WaitingRowsTest::areAskedAbout()
{
    QFETCH(QString, way);
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    leaveAChange(desk);
    const model::Project project = desk.project();
    const QString question = u"1 change of rows is not committed."_s;
    {
        const Answers answers({u"Cancel"_s});
        leave(desk, way);
        QCOMPARE(answers.asked, QStringList{question});
    }
    QCOMPARE(desk.project(), project);
    QVERIFY(desk.window->isVisible());
    QVERIFY(dataOf(desk)->isVisible());
    QCOMPARE(dataOf(desk)->changes().list.size(), 1);
    {
        const Answers answers({u"Discard"_s});
        leave(desk, way);
        QCOMPARE(answers.asked, QStringList{question});
    }
    if (way.toLower() == u"quit"_s) {
        QVERIFY(!desk.window->isVisible());
        return;
    }
    QVERIFY(desk.project() != project);
    QVERIFY(dataOf(desk)->changes().isEmpty());
    // Nor do they come back with a project of the same tables.
    const Answers none({});
    desk.window->open(u":/samples/workshop.throughline"_s);
    QCOMPARE(none.asked, QStringList());
    QCOMPARE(desk.project(), project);
    QVERIFY(dataOf(desk)->changes().isEmpty());
}

/// They wait where they were made, while rows of another database are looked at.
void WaitingRowsTest::areAskedAboutWhereverTheyWait()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    leaveAChange(desk);
    QFile file(desk.home.filePath(u"empty.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    desk.window->session().use(model::DatabaseUrl{.dialect = &model::sqliteDialect, .path = file.fileName()});
    Desk::settle();
    QVERIFY(dataOf(desk)->changes().isEmpty());
    {
        const Answers answers({u"Cancel"_s});
        desk.command(u"New project"_s);
        QCOMPARE(answers.asked, QStringList{u"1 change of rows is not committed."_s});
    }
    desk.window->session().use({});
    Desk::settle();
    QCOMPARE(dataOf(desk)->changes().list.size(), 1);
}

/// Sample rows are gone while a database is looked at; what was committed to them is done again.
void WaitingRowsTest::areCommittedWhileOtherRowsAreLookedAt()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    auto *rows = desk.the<views::RowsView>("rows");
    leaveAChange(desk);
    const int before = rows->model()->rowCount();
    QFile file(desk.home.filePath(u"empty.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTest::mouseClick(desk.the<QAbstractButton>("commit"), Qt::LeftButton);
    desk.window->session().use(model::DatabaseUrl{.dialect = &model::sqliteDialect, .path = file.fileName()});
    QTRY_COMPARE(dataOf(desk)->waiting(), 0);
    desk.window->session().use({});
    QTRY_COMPARE(rows->model()->rowCount(), before - 1);
    QVERIFY(dataOf(desk)->changes().isEmpty());
    leaveAChange(desk);
}

void WaitingRowsTest::areAskedAboutBeforeTheFileIsReadAgain()
{
    Desk desk;
    const QString path = desk.home.filePath(u"work.throughline"_s);
    QVERIFY(model::saveBytes(model::writeProject(test::sampleProject(u"workshop"_s)), path));
    desk.window->open(path);
    leaveAChange(desk);
    const model::Project project = desk.project();
    const model::Project other = *model::renameProject(project, u"by another program"_s);
    {
        const Answers answers({u"Read again"_s, u"Cancel"_s});
        QVERIFY(model::saveBytes(model::writeProject(other), path));
        QTRY_COMPARE(answers.asked.size(), 2);
        Desk::settle();
        QCOMPARE(answers.asked.last(), u"1 change of rows is not committed."_s);
    }
    QCOMPARE(desk.project(), project);
    QCOMPARE(dataOf(desk)->changes().list.size(), 1);
    {
        const Answers answers({u"Read again"_s, u"Discard"_s});
        QVERIFY(model::saveBytes(
            model::writeProject(*model::renameProject(project, u"by another program again"_s)), path));
        QTRY_COMPARE(answers.asked.size(), 2);
        Desk::settle();
    }
    QCOMPARE(desk.project().name, u"by another program again"_s);
    QVERIFY(dataOf(desk)->changes().isEmpty());
}

void WaitingRowsTest::nothingIsAskedWithoutThem()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    leaveAChange(desk);
    desk.press(desk.the<QAbstractButton>("discard"));
    QVERIFY(dataOf(desk)->changes().isEmpty());
    const Answers answers({});
    desk.command(u"New project"_s);
    QCOMPARE(answers.asked, QStringList());
    QVERIFY(desk.project().models.isEmpty());
}

void WaitingRowsTest::databasesOfOneNameAreTwo()
{
    app::Session session;
    const auto originOf = [&](const model::DatabaseUrl &url) {
        session.use(url);
        return session.origin();
    };
    const model::DatabaseUrl here{.dialect = &model::sqliteDialect, .path = u"here/rows.db"_s};
    const model::DatabaseUrl there{.dialect = &model::sqliteDialect, .path = u"there/rows.db"_s};
    QVERIFY(originOf(here) == originOf(here));
    QCOMPARE(originOf(here).title, originOf(there).title);
    QVERIFY(originOf(here) != originOf(there));
    const model::DatabaseUrl first{
        .dialect = &model::postgresDialect, .host = u"localhost"_s, .port = 5432, .name = u"rows"_s};
    model::DatabaseUrl second = first;
    second.port = 5433;
    QCOMPARE(originOf(first).title, originOf(second).title);
    QVERIFY(originOf(first) != originOf(second));
}

THROUGHLINE_TEST(WaitingRowsTest)
#include "tst_waitingrows.moc"
