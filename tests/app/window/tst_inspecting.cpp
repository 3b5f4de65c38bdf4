#include "model/check/check.h"
#include "tests/app/window/desk.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;
using test::Desk;

/// What the inspector shows and sets of several models, and of an edge with one side, in the whole window.
class InspectingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatModelsHaveAlikeIsShown_data();
    void whatModelsHaveAlikeIsShown();
    void onlyWhatIsChosenIsWritten();
    void oneSideSaysWhatItSaysOfTheOther();
    void theInverseIsAdded_data();
    void theInverseIsAdded();
    void undoIsTheProjectsWhereNothingIsTyped();
    void noProposedNameNeedsAHint();
};

namespace {

void openText(Desk &desk, const QByteArray &models, const QByteArray &rest = {})
{
    const QString path = desk.home.filePath(u"p.throughline"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(R"({ "format": "throughline/1", "name": "p", "models": [)" + models + ']' + rest + '}');
    file.close();
    desk.window->open(path);
    Desk::settle();
}

void selectBoth(Desk &desk, const QString &first, const QString &second)
{
    desk.canvas()->fit();
    desk.click(desk.head(first));
    QTest::mouseMove(desk.canvas(), desk.head(second));
    QTest::mouseClick(desk.canvas(), Qt::LeftButton, Qt::ShiftModifier, desk.head(second));
    Desk::settle();
}

void selectEdge(Desk &desk)
{
    desk.canvas()->fit();
    const views::Edge &edge = desk.canvas()->diagram().scene().edges.first();
    desk.click(desk.pixel((edge.points[0] * 3 + edge.points[1]) / 4));
}

QCheckBox *flag(const Desk &desk, const QString &label)
{
    for (auto *each : desk.window->findChildren<views::FlagField *>()) {
        if (each->label() == label && each->isVisible())
            return each->box();
    }
    qFatal("no flag %s", qPrintable(label));
}

/// The options of each model as they are written.
QStringList optionsOf(Desk &desk)
{
    QStringList options;
    for (const QString &line : QString::fromUtf8(model::writeProject(desk.project())).split(u'\n')) {
        if (line.contains(u"\"options\""))
            options.append(line.trimmed().section(u": "_s, 1).remove(u' '));
    }
    return options;
}

}

void InspectingTest::whatModelsHaveAlikeIsShown_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("timestamps");
    QTest::addColumn<QStringList>("afterAClick");
    const auto row = [](const char *name, const char *first, const char *second, const char *rest,
                        Qt::CheckState state, const QStringList &after) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << QByteArray(rest) << int(state)
                            << after;
    };
    const QString on = u"{\"timestamps\":true}"_s;
    const QString off = u"{\"timestamps\":false}"_s;
    row("by default", "", "", "", Qt::Checked, {off, off});
    row("by define", "", "", R"(, "define": { "timestamps": false })", Qt::Unchecked, {on, on});
    row("given", R"("timestamps": false)", R"("timestamps": false)", "", Qt::Unchecked, {on, on});
    row("given and by default", R"("timestamps": true)", "", "", Qt::Checked, {off, off});
    row("different", R"("timestamps": false)", "", "", Qt::PartiallyChecked, {on, on});
    row("different from define", R"("timestamps": true)", "", R"(, "define": { "timestamps": false })",
        Qt::PartiallyChecked, {on, on});
}

void InspectingTest::whatModelsHaveAlikeIsShown()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, rest);
    QFETCH(int, timestamps);
    QFETCH(QStringList, afterAClick);
    Desk desk;
    const auto options = [](const QByteArray &text) { return R"(, "options": { )" + text + " }"; };
    openText(desk,
             R"({ "name": "A")" + options(first) + R"( }, { "name": "B")" + options(second)
                 + R"( }, { "name": "C" })",
             rest);
    selectBoth(desk, u"A"_s, u"B"_s);
    const model::Project before = desk.project();
    QCOMPARE(int(flag(desk, u"timestamps"_s)->checkState()), timestamps);
    QCOMPARE(flag(desk, u"paranoid"_s)->checkState(), Qt::Unchecked);
    QCOMPARE(desk.project(), before);
    desk.press(flag(desk, u"timestamps"_s));
    QCOMPARE(optionsOf(desk), afterAClick);
    QVERIFY(flag(desk, u"timestamps"_s)->checkState() != Qt::PartiallyChecked);
    desk.undo(1);
    QCOMPARE(desk.project(), before);
}

void InspectingTest::onlyWhatIsChosenIsWritten()
{
    Desk desk;
    openText(desk, R"({ "name": "A", "options": { "timestamps": false, "comment": "x" } }, { "name": "B" })");
    selectBoth(desk, u"A"_s, u"B"_s);
    desk.press(flag(desk, u"paranoid"_s));
    QCOMPARE(optionsOf(desk),
             (QStringList{u"{\"timestamps\":false,\"paranoid\":true,\"comment\":\"x\"}"_s,
                          u"{\"paranoid\":true}"_s}));
}

void InspectingTest::oneSideSaysWhatItSaysOfTheOther()
{
    Desk desk;
    openText(desk, R"({ "name": "User" }, { "name": "Project" })",
             R"(, "associations": [ { "kind": "belongsToMany", "source": "User", "target": "Project", )"
             R"("through": "UserProjects" } ])");
    selectEdge(desk);
    const auto topOf = [&](const QString &label) {
        return desk.field(label)->mapTo(desk.window.get(), QPoint());
    };
    QCOMPARE(topOf(u"otherKey"_s).y(), topOf(u"foreignKey"_s).y());
    QCOMPARE(topOf(u"targetKey"_s).y(), topOf(u"sourceKey"_s).y());
    QVERIFY(topOf(u"otherKey"_s).x() > topOf(u"foreignKey"_s).x());
    QCOMPARE(desk.field(u"otherKey"_s)->placeholderText(), u"ProjectId"_s);
    desk.put(desk.field(u"otherKey"_s), u"jobId"_s);
    QCOMPARE(desk.project().associations.first().otherKey.name(), u"jobId"_s);
    desk.pressLink(u"Add the inverse"_s);
    QCOMPARE(desk.project().associations.size(), 2);
    QCOMPARE(desk.document().schema().edges.size(), 1);
    // It has a side of its own now.
    QCOMPARE(desk.field(u"foreignKey"_s, 1)->text(), u"jobId"_s);
}

void InspectingTest::theInverseIsAdded_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("inverse");
    QTest::newRow("n:m") << QByteArray(
        R"("kind": "belongsToMany", "source": "A", "target": "B", "through": "T")")
                         << QByteArray(
                                R"("kind": "belongsToMany", "source": "B", "target": "A", "through": "T", )"
                                R"("foreignKey": "BId", "otherKey": "AId")");
    QTest::newRow("n:m with keys")
        << QByteArray(R"("kind": "belongsToMany", "source": "A", "target": "B", "through": "T", )"
                      R"("sourceKey": "code")")
        << QByteArray(R"("kind": "belongsToMany", "source": "B", "target": "A", "through": "T", )"
                      R"("foreignKey": "BId", "otherKey": "ACode", "targetKey": "code")");
    QTest::newRow("1:n") << QByteArray(
        R"("kind": "hasMany", "source": "A", "target": "B", "sourceKey": "code")")
                         << QByteArray(R"("kind": "belongsTo", "source": "B", "target": "A", )"
                                       R"("foreignKey": "AId", "targetKey": "code")");
    QTest::newRow("n:1") << QByteArray(R"("kind": "belongsTo", "source": "A", "target": "B", "as": "Boss")")
                         << QByteArray(R"("kind": "hasMany", "source": "B", "target": "A", )"
                                       R"("foreignKey": "BossId")");
    QTest::newRow("itself") << QByteArray(
        R"("kind": "belongsTo", "source": "A", "target": "A", "as": "boss")")
                            << QByteArray(R"("kind": "hasMany", "source": "A", "target": "A", )"
                                          R"("as": "AsOfBoss", "foreignKey": "bossId")");
}

void InspectingTest::theInverseIsAdded()
{
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, inverse);
    Desk desk;
    openText(desk,
             R"({ "name": "A", "attributes": [ { "name": "code", "type": "STRING", "unique": true } ] },)"
             R"( { "name": "B" })",
             R"(, "associations": [ { )" + call + " } ]");
    selectEdge(desk);
    desk.pressLink(u"Add the inverse"_s);
    const QByteArray written = model::writeProject(desk.project());
    QVERIFY2(written.contains("{ " + inverse + " }"), written);
    QCOMPARE(desk.document().schema().edges.size(), 1);
}

void InspectingTest::undoIsTheProjectsWhereNothingIsTyped()
{
    Desk desk;
    openText(desk, R"({ "name": "User" }, { "name": "Project" })",
             R"(, "associations": [ { "kind": "belongsToMany", "source": "User", "target": "Project", )"
             R"("through": "UserProjects" } ])");
    selectEdge(desk);
    desk.pressLink(u"Add the inverse"_s);
    QCOMPARE(desk.project().associations.size(), 2);
    // The side that is new has the keyboard.
    QCOMPARE(QApplication::focusWidget(), desk.field(u"as"_s, 1));
    desk.put(desk.field(u"as"_s, 1), u"Workers"_s);
    QCOMPARE(desk.project().associations.last().as.name, u"Workers"_s);
    desk.type(u"xy"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.project().associations.last().as.name, u"Workers"_s);
    QCOMPARE(desk.field(u"as"_s, 1)->text(), u"Workers"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.project().associations.last().as.name.isEmpty());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.project().associations.size(), 1);
}

void InspectingTest::noProposedNameNeedsAHint()
{
    Desk desk;
    openText(desk, R"({ "name": "User" }, { "name": "Project" })");
    selectBoth(desk, u"User"_s, u"Project"_s);
    desk.key(Qt::Key_M);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.project().associations.size(), 2);
    desk.pressLink(u"Make a model"_s);
    QCOMPARE(desk.project().models.size(), 3);
    for (const model::Problem &problem : model::check(desk.project(), desk.document().schema()))
        QVERIFY2(problem.code != model::Code::NameTakenForPlural, qPrintable(problem.message));
}

THROUGHLINE_TEST(InspectingTest)
#include "tst_inspecting.moc"
