#include "model/check/check.h"
#include "model/check/groups.h"
#include "model/check/ignore.h"
#include "model/edit/edit.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Problems that repeat, and those that the user does not want to see again.
class IgnoreTest : public QObject
{
    Q_OBJECT

private:
    /// Three associations without an index for their keys, two of them of one model, and an attribute without
    /// a type that Sequelize knows.
    static Project faulty(const QByteArray &ignore = {})
    {
        return test::projectOf(
            R"({"format":"throughline/1","models":[
            {"name":"User","attributes":[{"name":"note","type":"NOTHING"}]},{"name":"Task"},{"name":"Team"}],
            "associations":[{"kind":"hasMany","source":"User","target":"Task"},
            {"kind":"hasMany","source":"User","target":"Team"},
            {"kind":"hasMany","source":"Team","target":"Task"}])"
            + (ignore.isEmpty() ? QByteArray() : ",\"ignore\":[" + ignore + ']') + '}');
    }

    static int count(const Project &project, const QString &code)
    {
        const auto problems = check(project, resolve(project));
        return int(std::count_if(problems.begin(), problems.end(),
                                 [&](const Problem &each) { return codeName(each.code) == code; }));
    }

    static QString entries(const Project &project)
    {
        QStringList texts;
        for (const Ignored &each : project.ignored)
            texts.append(QStringList{each.code, each.model, each.attribute, each.association}.join(u'|'));
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void ignoresInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("ignore");
        QTest::addColumn<int>("keys"); ///< S37 that are left, of three
        QTest::addColumn<int>("types"); ///< S13 that are left, of one
        QTest::newRow("nothing") << QByteArray() << 3 << 1;
        QTest::newRow("everywhere") << QByteArray(R"({"code":"S37"})") << 0 << 1;
        QTest::newRow("in a model") << QByteArray(R"({"code":"S37","model":"User"})") << 1 << 1;
        QTest::newRow("one association")
            << QByteArray(R"({"code":"S37","association":"hasMany Team Task"})") << 2 << 1;
        QTest::newRow("one attribute")
            << QByteArray(R"({"code":"S13","model":"User","attribute":"note"})") << 3 << 0;
        QTest::newRow("another attribute")
            << QByteArray(R"({"code":"S13","model":"User","attribute":"id"})") << 3 << 1;
        QTest::newRow("what is not there") << QByteArray(R"({"code":"S13","model":"Nobody"})") << 3 << 1;
    }
    void ignoresInItsPlace()
    {
        QFETCH(QByteArray, ignore);
        const Project project = faulty(ignore);
        QTEST(count(project, u"S37"_s), "keys");
        QTEST(count(project, u"S13"_s), "types");
        QCOMPARE(checkAll(project, resolve(project)).size(), checkAll(faulty(), resolve(faulty())).size());
    }

    /// What the commands of a problem write, and that it then is ignored.
    void writesWhatIsIgnored()
    {
        const Project project = faulty();
        const auto written = [&](const QString &code, IgnoredPlace place) {
            for (const Problem &problem : check(project, resolve(project))) {
                if (codeName(problem.code) != code)
                    continue;
                const auto ignored = ignoredAt(project, problem, place);
                return ignored ? entries(*addIgnored(project, *ignored)) : u"nothing"_s;
            }
            return QString();
        };
        QCOMPARE(written(u"S37"_s, IgnoredPlace::Here), u"S37|||hasMany User Task"_s);
        QCOMPARE(written(u"S37"_s, IgnoredPlace::Model), u"S37|User||"_s);
        QCOMPARE(written(u"S37"_s, IgnoredPlace::Project), u"S37|||"_s);
        QCOMPARE(written(u"S13"_s, IgnoredPlace::Here), u"S13|User|note|"_s);
        Project ignoring = *addIgnored(project, {.code = u"S37"_s});
        ignoring = *addIgnored(ignoring, {.code = u"S37"_s});
        QCOMPARE(ignoring.ignored.size(), 1);
        QCOMPARE(count(ignoring, u"S37"_s), 0);
        QCOMPARE(*removeIgnored(ignoring, {.code = u"S37"_s}), project);
    }

    void followsRenamesAndGoesWithWhatItNames()
    {
        Project project = faulty(R"({"code":"S13","model":"User","attribute":"note"},
            {"code":"S37","association":"hasMany User Task"},{"code":"S37","model":"Team"},{"code":"S13","model":"Nobody"})");
        const ModelId user = modelNamed(project, u"User")->id;
        Attribute note = modelNamed(project, u"User")->attributes[0];
        note.name = u"remark"_s;
        project = *renameModel(*changeAttribute(project, user, note), user, u"Person"_s);
        QCOMPARE(entries(project),
                 u"S13|Person|remark|\nS37|||hasMany Person Task\nS37|Team||\nS13|Nobody||"_s);
        QCOMPARE(count(project, u"S13"_s), 0);
        const Project without = *removeAttribute(project, user, note.id);
        QCOMPARE(entries(without), u"S37|||hasMany Person Task\nS37|Team||\nS13|Nobody||"_s);
        QCOMPARE(entries(*removeModel(without, user)), u"S37|Team||\nS13|Nobody||"_s);
        QCOMPARE(entries(*removeAssociations(without, {project.associations[0].id})),
                 u"S37|Team||\nS13|Nobody||"_s);
    }

    void isKeptInTheFile()
    {
        const QByteArray text = R"({
  "format": "throughline/1",
  "models": [
    {
      "name": "User"
    }
  ],
  "queries": [
    { "name": "All", "find": { "model": "User" } }
  ],
  "ignore": [
    { "code": "S13", "model": "User", "attribute": "note", "why": "on purpose" },
    { "code": "S37" }
  ],
  "source": { "code": "src" }
}
)";
        QCOMPARE(writeProject(test::projectOf(text)), text);
        const auto refused =
            readProject(R"({"format":"throughline/1","models":[],"ignore":[{"model":"User"}]})");
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, u"ignore[0]: \"code\" is missing"_s);
    }

    void whatRepeatsIsOneGroup()
    {
        const auto problem = [](Code code, Severity severity) {
            return Problem{.severity = severity, .code = code};
        };
        QStringList lines;
        for (const ProblemGroup &group :
             groupsOf({problem(Code::ForeignKeyOfOtherType, Severity::Error), problem(Code::AssociationReplaced, Severity::Error),
                       problem(Code::ForeignKeyOfOtherType, Severity::Error), problem(Code::ForeignKeyOfOtherType, Severity::Warning)}))
        {
            QStringList positions;
            for (const int each : group.problems)
                positions.append(QString::number(each));
            lines.append(severityName(group.severity) + u' ' + codeName(group.code) + u' ' + positions.join(u','));
        }
        QCOMPARE(lines.join(u'\n'), u"error S22 0,2\nerror S32 1\nwarning S22 3"_s);
    }

    void fixesAllOfACode()
    {
        const Project project = faulty(R"({"code":"S37","association":"hasMany Team Task"})");
        const auto fixed = fixAll(project, Code::ForeignKeyWithoutIndex, Severity::Hint, everyDialect);
        QVERIFY(fixed);
        QCOMPARE(count(*fixed, u"S37"_s), 0);
        // What is ignored stays as it is.
        QCOMPARE(modelNamed(*fixed, u"Task")->indexes.size(), 1);
        QCOMPARE(modelNamed(*fixed, u"Team")->indexes.size(), 1);
        QVERIFY(!fixAll(*fixed, Code::ForeignKeyWithoutIndex, Severity::Hint, everyDialect));
    }

    void everyCodeHasATitle()
    {
        for (const CodeEntry &entry : catalogue())
            QVERIFY2(!titleOfCode(entry.code).isEmpty(), entry.name.data());
        QCOMPARE(titleOfCode(u"S37"_s), u"Foreign keys without an index"_s);
        QCOMPARE(titleOfCode(u"X99"_s), QString());
    }
};

THROUGHLINE_TEST(IgnoreTest)
#include "tst_ignore.moc"
