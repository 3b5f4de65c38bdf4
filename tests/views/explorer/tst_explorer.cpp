#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/explorer/explorer.h"
#include "views/explorer/explorerlist.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// An explorer that shows a project, with what is typed and clicked in it.
struct Shown
{
    explicit Shown(const model::Project &what) : project(what)
    {
        explorer.resize(260, 500);
        explorer.show(project, model::resolve(project));
        explorer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&explorer));
    }

    QListView *list() const { return explorer.findChild<QListView *>(); }
    QLineEdit *filter() const { return explorer.findChild<QLineEdit *>(); }
    QModelIndex row(const QString &name) const
    {
        return list()
            ->model()
            ->match(list()->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly)
            .value(0);
    }
    void click(const QString &name, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers,
                          list()->visualRect(row(name)).center());
    }
    /// "Models: User, Project | Through: …".
    QString text() const
    {
        QStringList groups;
        for (int i = 0; i < list()->model()->rowCount(); ++i) {
            const QModelIndex index = list()->model()->index(i, 0);
            const QString detail = index.data(views::ExplorerList::DetailRole).toString();
            if (index.data(views::ExplorerList::TitleRole).toBool())
                groups.append(index.data().toString() + u':');
            else
                groups.last() +=
                    u' ' + index.data().toString() + (detail.isEmpty() ? QString() : u'(' + detail + u')');
        }
        return groups.join(u" | "_s);
    }
    /// Picks an entry of the context menu of a row.
    void pick(const QString &name, const QString &entry)
    {
        QTimer::singleShot(0, [entry] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (QAction *action : menu->actions()) {
                if (action->text() == entry)
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
            menu->close();
        });
        Q_EMIT list()->customContextMenuRequested(list()->visualRect(row(name)).center());
    }

    model::Project project;
    views::Explorer explorer;
};

}

class ExplorerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new views::Style); }

    void showsWhatThereIs()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QCOMPARE(shown.text(),
                 u"Models: User(5) Project(6) Group(3) Comment(5) | Through: UserProjects(User⇄Project) "
                 "usergroups(User⇄Group) follows(User⇄User) | Queries: Workers and their finished tasks "
                 "Groups of a user Follower graph Projects with comments and workers"_s);
    }

    void aNameIsReadBeforeWhatIsBesideIt()
    {
        const auto nameIn = [](const model::Project &project) {
            Shown shown(project);
            shown.explorer.resize(193, 400);
            QTest::qWait(1);
            const QRect row = shown.list()->visualRect(shown.row(u"UserProjects"_s));
            const int width = shown.list()->fontMetrics().horizontalAdvance(u"UserProjects"_s);
            return shown.list()
                ->viewport()
                ->grab(QRect(row.left() + 36, row.top(), width, row.height()))
                .toImage();
        };
        QCOMPARE(
            nameIn(test::projectOf(
                R"({ "name": "User" }, { "name": "Project" })",
                R"({ "kind": "belongsToMany", "source": "User", "target": "Project", "through": "UserProjects" })")),
            nameIn(test::projectOf(R"({ "name": "UserProjects", "attributes": [] })", {})));
    }

    void filters()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QTest::keyClicks(shown.filter(), u"group"_s);
        QCOMPARE(shown.text(),
                 u"Models: Group(3) | Through: usergroups(User⇄Group) | Queries: Groups of a user"_s);
        QTest::keyClicks(shown.filter(), u"xyz"_s);
        QCOMPARE(shown.text(), QString());
        QVERIFY(!shown.list()->isVisible());
        QTest::keyClick(shown.filter(), Qt::Key_Escape);
        QVERIFY(shown.row(u"User"_s).isValid());
    }

    void selects()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy selected(&shown.explorer, &views::Explorer::selected);
        shown.click(u"Project"_s);
        shown.click(u"Group"_s, Qt::ControlModifier);
        QCOMPARE(selected.size(), 2);
        const auto both = selected.last().first().value<views::Selection>();
        QCOMPARE(both.models, (QList{shown.project.models[1].id, shown.project.models[2].id}));
        shown.click(u"usergroups"_s);
        const auto through = selected.last().first().value<views::Selection>();
        QVERIFY(through.models.isEmpty());
        QCOMPARE(through.associations, QList{shown.project.associations[2].id});
    }

    void isShownASelectionAndStaysSilent()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy selected(&shown.explorer, &views::Explorer::selected);
        QSignalSpy edited(&shown.explorer, &views::Explorer::edited);
        views::Selection selection;
        selection.models = {shown.project.models[3].id};
        shown.explorer.select(selection);
        QCOMPARE(shown.list()->selectionModel()->selectedRows().value(0).data().toString(), u"Comment"_s);
        shown.explorer.show(shown.project, model::resolve(shown.project));
        QCOMPARE(shown.list()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(selected.size() + edited.size(), 0);
    }

    void pickingAQueryKeepsTheSelection()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        shown.click(u"User"_s);
        QSignalSpy selected(&shown.explorer, &views::Explorer::selected);
        QSignalSpy picked(&shown.explorer, &views::Explorer::queryPicked);
        shown.click(u"Follower graph"_s);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().value<model::QueryId>(), shown.project.queries[2].id);
        QCOMPARE(selected.size(), 0);
        QCOMPARE(shown.list()->selectionModel()->selectedRows().value(0).data().toString(), u"User"_s);
        QVERIFY(shown.row(u"Follower graph"_s).data(views::ExplorerList::CurrentRole).toBool());
    }

    void renames_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("found");
        QTest::newRow("a model") << u"Comment"_s << u"\"target\": \"Remark\""_s;
        QTest::newRow("an automatic through") << u"usergroups"_s << u"\"through\": \"Remark\""_s;
        QTest::newRow("a query") << u"Follower graph"_s << u"{ \"name\": \"Remark\", \"find\""_s;
    }
    void renames()
    {
        QFETCH(QString, row);
        QFETCH(QString, found);
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy edited(&shown.explorer, &views::Explorer::edited);
        shown.click(row);
        QTest::keyClick(shown.list(), Qt::Key_F2);
        auto *editor = shown.list()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Remark"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(edited.size(), 1);
        const QByteArray text = model::writeProject(edited.first().first().value<model::Project>());
        QVERIFY2(text.contains(found.toUtf8()), text.constData());
        QCOMPARE(edited.first().last().toString(), u"Rename "_s + row);
    }

    void aRefusedNameIsSaid()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy refused(&shown.explorer, &views::Explorer::refused);
        shown.click(u"Comment"_s);
        QTest::keyClick(shown.list(), Qt::Key_F2);
        auto *editor = shown.list()->viewport()->findChild<QLineEdit *>();
        QTest::keyClicks(editor, u"User"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().toString(), u"there is a model User already"_s);
    }

    void asksForWhatIsToGo()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy edited(&shown.explorer, &views::Explorer::edited);
        QSignalSpy asked(&shown.explorer, &views::Explorer::deletionAsked);
        const auto last = [&] { return asked.last().first().value<views::Deletion>(); };
        shown.click(u"usergroups"_s);
        QTest::keyClick(shown.list(), Qt::Key_Delete);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(last().question, u"Delete the n:m User ⇄ Group?"_s);
        QCOMPARE(last().next.associations.size(), 6);
        shown.pick(u"Group"_s, u"Delete"_s);
        QCOMPARE(asked.size(), 2);
        QVERIFY(!model::modelNamed(last().next, u"Group"));
        QCOMPARE(last().dependents.size(), 1);
        shown.click(u"Project"_s);
        shown.click(u"Comment"_s, Qt::ControlModifier);
        QTest::keyClick(shown.list(), Qt::Key_Delete);
        QCOMPARE(last().question, u"Delete 2 models?"_s);
        QCOMPARE(edited.size(), 0);
    }

    void aNewModelIsNamedOnTheDiagram()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy edited(&shown.explorer, &views::Explorer::edited);
        QSignalSpy asked(&shown.explorer, &views::Explorer::modelAsked);
        shown.pick(u"Models"_s, u"Add model"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(edited.size(), 0);
    }

    void addsAQuery()
    {
        Shown shown(test::sampleProject(u"workshop"_s));
        QSignalSpy edited(&shown.explorer, &views::Explorer::edited);
        shown.pick(u"Group"_s, u"Add query"_s);
        QCOMPARE(edited.size(), 1);
        const auto project = edited.first().first().value<model::Project>();
        QCOMPARE(model::inlineJson(model::queryNamed(project, u"Group query")->find),
                 u"{ \"model\": \"Group\" }"_s);
    }

    void anEmptyProjectSaysWhatToDo()
    {
        Shown shown(test::projectOf("", ""));
        QVERIFY(shown.explorer.findChild<QLabel *>()->isVisible());
        QVERIFY(shown.explorer.findChild<QLabel *>()->text().contains(u"Press T"));
    }
};

THROUGHLINE_TEST(ExplorerTest)
#include "tst_explorer.moc"
