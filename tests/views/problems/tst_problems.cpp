#include "model/check/check.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/problems/problemlist.h"
#include "views/problems/problems.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

/// A key that is not unique: an error with a fix; and what else the checks say about the project.
model::Project faulty()
{
    return test::projectOf(
        R"({ "name": "User", "attributes": [ { "name": "code", "type": "STRING" } ] },
                              { "name": "Group" })",
        R"({ "kind": "belongsToMany", "source": "User", "target": "Group", "through": "ug", "sourceKey": "code" },
                              { "kind": "belongsToMany", "source": "Group", "target": "User", "through": "ug" })");
}

/// Three keys without an index, two of them by associations of one model.
model::Project repeating()
{
    return test::projectOf(R"({"name":"User"},{"name":"Task"},{"name":"Team"})",
                           R"({"kind":"hasMany","source":"User","target":"Task"},
                           {"kind":"hasMany","source":"User","target":"Team"},
                           {"kind":"hasMany","source":"Team","target":"Task"})");
}

struct Shown
{
    explicit Shown(const model::Project &what)
        : project(what), schema(model::resolve(what)), problems(model::check(project, schema))
    {
        pane.resize(900, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.show(project, schema, problems);
    }

    QTreeView *list() const { return pane.findChild<QTreeView *>(); }
    int rowOf(const QString &code) const
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            if (list()->model()->index(row, views::ProblemList::Code).data().toString() == code)
                return row;
        }
        return -1;
    }
    QModelIndex index(int row, int column = 0) const { return list()->model()->index(row, column); }
    QString cell(int row, int column) const { return index(row, column).data().toString(); }
    void click(const QModelIndex &index)
    {
        list()->scrollTo(index);
        const QRect cell = list()->visualRect(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, cell.center());
    }
    void click(int row, int column) { click(index(row, column)); }
    /// Opens the menu of a row, and takes what it offers of that name.
    void choose(const QModelIndex &index, const QString &text)
    {
        QTimer::singleShot(0, &pane, [text] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
                if (action->text() == text)
                    action->trigger();
            }
            if (menu)
                menu->close();
        });
        Q_EMIT list()->customContextMenuRequested(list()->visualRect(index).center());
    }

    model::Project project;
    model::Schema schema;
    QList<model::Problem> problems;
    views::Problems pane;
};

}

class ProblemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new views::Style); }

    void groupsThemBySeverity()
    {
        Shown shown(faulty());
        QVERIFY(shown.cell(0, views::ProblemList::Message).startsWith(u"Errors "));
        const int row = shown.rowOf(u"NM01"_s);
        QVERIFY(row > 0);
        QVERIFY(shown.cell(row, views::ProblemList::Place).startsWith(u"User."));
        QVERIFY(!shown.cell(row, views::ProblemList::Fix).isEmpty());
    }

    void whatMendsIsReadAsAWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasPlaces");
        QTest::newRow("1280, between two docks") << 700 << false;
        QTest::newRow("1600") << 1020 << true;
    }
    void whatMendsIsReadAsAWhole()
    {
        QFETCH(int, width);
        QFETCH(bool, hasPlaces);
        Shown shown(test::projectOf(R"({ "name": "CampaignFocus" }, { "name": "User", "attributes":
                                         [ { "name": "code", "type": "STRING" } ] }, { "name": "Group" })",
                                    R"({ "kind": "belongsToMany", "source": "User", "target": "Group",
                                         "through": "ug", "sourceKey": "code" })"));
        shown.pane.resize(width, 300);
        QTRY_COMPARE(shown.list()->width(), width);
        const int row = shown.rowOf(u"S38"_s);
        QVERIFY(row >= 0);
        QCOMPARE(shown.cell(row, views::ProblemList::Fix), u"Name its plural CampaignFocuses"_s);
        for (int each = 0; each < shown.list()->model()->rowCount(); ++each) {
            const QModelIndex fix = shown.index(each, views::ProblemList::Fix);
            const int wanted = shown.list()->fontMetrics().horizontalAdvance(fix.data().toString());
            QTRY_VERIFY(shown.list()->visualRect(fix).width() >= wanted);
        }
        QCOMPARE(!shown.list()->isColumnHidden(views::ProblemList::Place), hasPlaces);
        QVERIFY(shown.list()->columnWidth(views::ProblemList::Message) * 2 > shown.list()->width() - 300);
        QCOMPARE(shown.list()->header()->length(), shown.list()->viewport()->width());
    }

    void whatRepeatsUnfolds()
    {
        Shown shown(repeating());
        const int row = shown.rowOf(u"S37"_s);
        const QModelIndex group = shown.index(row);
        QCOMPARE(shown.cell(row, views::ProblemList::Message), u"Foreign keys without an index, 3 times"_s);
        QCOMPARE(shown.list()->model()->rowCount(group), 3);
        QVERIFY(!shown.list()->isExpanded(group));
        QSignalSpy picked(&shown.pane, &views::Problems::placePicked);
        shown.click(group);
        QVERIFY(shown.list()->isExpanded(group));
        QCOMPARE(picked.size(), 0);
        shown.click(shown.list()->model()->index(1, 0, group));
        QCOMPARE(picked.size(), 1);
        // It stays unfolded when the problems are shown anew, and the current one stays current.
        const QString current = shown.list()->currentIndex().data().toString();
        shown.pane.show(shown.project, shown.schema, shown.problems);
        QVERIFY(shown.list()->isExpanded(shown.index(row)));
        QCOMPARE(shown.list()->currentIndex().data().toString(), current);
        shown.click(shown.index(row));
        QVERIFY(!shown.list()->isExpanded(shown.index(row)));
        // F8 goes into it.
        shown.list()->setCurrentIndex(shown.index(row));
        shown.pane.next();
        QCOMPARE(shown.list()->currentIndex().parent(), shown.index(row));
    }

    void fixesAllInOneStep()
    {
        Shown shown(repeating());
        QSignalSpy edited(&shown.pane, &views::Problems::edited);
        const int row = shown.rowOf(u"S37"_s);
        QCOMPARE(shown.cell(row, views::ProblemList::Fix), u"Fix all 3"_s);
        shown.click(row, views::ProblemList::Fix);
        QCOMPARE(edited.size(), 1);
        const auto next = edited[0][0].value<model::Project>();
        for (const model::Problem &problem : model::check(next, model::resolve(next)))
            QVERIFY(problem.code != model::Code::ForeignKeyWithoutIndex);
    }

    void ignoresAndShowsAgain_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("hidden"); ///< of three
        QTest::addColumn<QString>("place");
        QTest::newRow("here") << u"Ignore here"_s << 1 << u"hasMany User Task"_s;
        QTest::newRow("in the model") << u"Ignore in User"_s << 2 << u"User"_s;
        QTest::newRow("in the project") << u"Ignore in this project"_s << 3 << u"the whole project"_s;
    }
    void ignoresAndShowsAgain()
    {
        QFETCH(QString, command);
        QFETCH(int, hidden);
        QFETCH(QString, place);
        Shown shown(repeating());
        const QModelIndex group = shown.index(shown.rowOf(u"S37"_s));
        shown.list()->expand(group);
        QSignalSpy edited(&shown.pane, &views::Problems::edited);
        shown.choose(shown.list()->model()->index(0, 0, group), command);
        QCOMPARE(edited.size(), 1);
        const auto next = edited[0][0].value<model::Project>();
        const model::Schema schema = model::resolve(next);
        QCOMPARE(shown.problems.size() - model::check(next, schema).size(), hidden);
        shown.pane.show(next, schema, model::checkAll(next, schema));
        const int last = shown.list()->model()->rowCount() - 1;
        QCOMPARE(shown.cell(last - 1, views::ProblemList::Message), u"Ignored 1"_s);
        QCOMPARE(shown.cell(last, views::ProblemList::Code), u"S37"_s);
        QCOMPARE(shown.cell(last, views::ProblemList::Place), place);
        shown.click(last, views::ProblemList::Fix);
        QCOMPARE(edited.size(), 2);
        QCOMPARE(edited[1][0].value<model::Project>(), shown.project);
    }

    void messagesHaveMostOfTheWidth()
    {
        Shown shown(test::projectOf(R"({"name":"VoteUserContainer","attributes":[
            {"name":"voteId","type":"UUID","primaryKey":true},{"name":"userId","type":"UUID","primaryKey":true}]},
            {"name":"UserConnectionOfAVeryLongNameIndeed"})",
                                    R"({"kind":"hasMany","source":"VoteUserContainer",
            "target":"UserConnectionOfAVeryLongNameIndeed"})"));
        const int row = shown.rowOf(u"S36"_s);
        QVERIFY(row >= 0);
        QVERIFY(shown.list()->visualRect(shown.index(row)).width() * 2 > shown.list()->width());
    }

    void countsWhatIsNoHint()
    {
        views::Problems pane;
        QSignalSpy counted(&pane, &views::Problems::countChanged);
        const model::Project project = faulty();
        const model::Schema schema = model::resolve(project);
        QList<model::Problem> problems = model::check(project, schema);
        pane.show(project, schema, problems);
        int expected = 0;
        for (const model::Problem &problem : problems)
            expected += problem.severity != model::Severity::Hint;
        QVERIFY(expected > 0 && expected < problems.size());
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted.first().first().toInt(), expected);
        pane.show(project, schema, problems);
        QCOMPARE(counted.size(), 1);
    }

    void aClickGoesToThePlace()
    {
        Shown shown(faulty());
        QSignalSpy picked(&shown.pane, &views::Problems::placePicked);
        const int row = shown.rowOf(u"NM01"_s);
        shown.click(row, views::ProblemList::Message);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().value<views::Selection>(),
                 views::selectionOf(shown.problems[0].place));
        QVERIFY(!picked.first().first().value<views::Selection>().isEmpty());
    }

    void theLinkMends()
    {
        Shown shown(faulty());
        QSignalSpy edited(&shown.pane, &views::Problems::edited);
        const int row = shown.rowOf(u"NM01"_s);
        const QString title = shown.cell(row, views::ProblemList::Fix);
        shown.click(row, views::ProblemList::Fix);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().last().toString(), title);
        const auto next = edited.first().first().value<model::Project>();
        for (const model::Problem &problem : model::check(next, model::resolve(next)))
            QVERIFY(problem.code != model::Code::KeyOfPairNotUnique);
    }

    void goesRoundWithTheKeyboard()
    {
        Shown shown(faulty());
        QSignalSpy picked(&shown.pane, &views::Problems::placePicked);
        for (int i = 0; i <= shown.problems.size(); ++i)
            shown.pane.next();
        QCOMPARE(picked.size(), shown.problems.size() + 1);
        QCOMPARE(picked.first().first().value<views::Selection>(),
                 picked.last().first().value<views::Selection>());
        QTest::keyClick(shown.list(), Qt::Key_Return);
        QCOMPARE(picked.size(), shown.problems.size() + 2);
        QSignalSpy edited(&shown.pane, &views::Problems::edited);
        shown.list()->setCurrentIndex(shown.list()->model()->index(shown.rowOf(u"NM01"_s), 0));
        QTest::keyClick(shown.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(edited.size(), 1);
    }

    void theCurrentOneStaysCurrent()
    {
        Shown shown(faulty());
        shown.pane.next();
        const QString before = shown.list()->currentIndex().data().toString();
        QList<model::Problem> more = shown.problems;
        more.prepend({.code = model::Code::IdNotPrimaryKey, .message = u"something else"_s});
        shown.pane.show(shown.project, shown.schema, more);
        QCOMPARE(shown.list()->currentIndex().data().toString(), before);
    }

    void saysWhenThereAreNone()
    {
        Shown shown(test::projectOf("", ""));
        QVERIFY(!shown.list()->isVisible());
        QCOMPARE(shown.pane.findChild<QLabel *>()->text(), u"No problems"_s);
        QVERIFY(shown.pane.findChild<QLabel *>()->isVisible());
    }

    void namesPlaces()
    {
        const model::Project project = test::sampleProject(u"workshop"_s);
        const model::Schema schema = model::resolve(project);
        model::Place place{.model = project.models[0].id, .attribute = project.models[0].attributes[2].id};
        QCOMPARE(views::placeText(project, schema, place), u"User.email"_s);
        place = {.association = project.associations[0].id, .option = u"sourceKey"_s};
        QCOMPARE(views::placeText(project, schema, place), u"User.Tasks · sourceKey"_s);
        place = {.query = project.queries[1].id};
        QCOMPARE(views::placeText(project, schema, place), u"Groups of a user"_s);
    }
};

THROUGHLINE_TEST(ProblemsTest)
#include "tst_problems.moc"
