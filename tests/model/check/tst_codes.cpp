#include "model/check/check.h"
#include "model/check/groups.h"

#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// An example of the catalogue: a project that provokes a code, and one that does not.
struct Example
{
    QString code;
    QString about;
    QList<const Dialect *> dialects; ///< those that it is about
    bool unfixable = false;
    QString severity; ///< of the worst that it provokes; empty where that is not the point
    bool someFix = false; ///< a fix cures one place, and the fault shows at another
    Project project;
    Project sound;
};

Project projectOf(const Json &example, const Json &fallback)
{
    const auto list = [&](QLatin1StringView key) {
        const Json *own = example.find(key);
        const Json value = own ? *own : fallback.value(key);
        return value.isArray() ? value : Json(Json::Array());
    };
    const Json project(Json::Object{{u"format"_s, u"throughline/1"_s},
                                    {u"models"_s, list("models"_L1)},
                                    {u"associations"_s, list("associations"_L1)}});
    return test::projectOf(compactJson(project).toUtf8());
}

QList<Example> readExamples()
{
    const auto parsed = parseJson(test::fileContents(test::sourcePath(u"tests/data/check/codes.json"_s)));
    if (!parsed)
        qFatal("codes.json:%d: %s", parsed.error().line, qPrintable(parsed.error().message));
    QList<Example> list;
    for (const Json &item : parsed->items()) {
        Example example{.code = item.value("code"_L1).string(),
                        .about = item.value("about"_L1).string(),
                        .unfixable = item.value("unfixable"_L1).boolean(),
                        .severity = item.value("severity"_L1).string(),
                        .someFix = item.value("someFix"_L1).boolean(),
                        .project = projectOf(item, item),
                        .sound = projectOf(item.value("sound"_L1), item)};
        const Json dialects = item.value("dialects"_L1);
        for (const Dialect *dialect : model::dialects()) {
            const bool isNamed = std::any_of(dialects.items().begin(), dialects.items().end(),
                                             [&](const Json &name) { return name.string() == dialect->id; });
            if (isNamed || dialects.items().isEmpty())
                example.dialects.append(dialect);
        }
        list.append(example);
    }
    return list;
}

const QList<Example> &examples()
{
    static const QList<Example> list = readExamples();
    return list;
}

QList<Problem> problemsOf(const Project &project, const QString &code, const Dialect &dialect)
{
    QList<Problem> problems = check(project, resolve(project), dialect.bit);
    problems.removeIf([&](const Problem &problem) { return codeName(problem.code) != code; });
    return problems;
}

}

/// The catalogue of problems: each code with projects that provoke it, sound ones, and its fixes.
class CodesTest : public QObject
{
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<int>("position");
        const auto &list = examples();
        for (int i = 0; i < list.size(); ++i)
            QTest::newRow(qPrintable(list[i].code + u": "_s + list[i].about)) << i;
    }

private Q_SLOTS:
    void everyCodeHasAnExample()
    {
        QStringList codes;
        for (const CodeEntry &entry : catalogue())
            codes.append(codeName(entry.code));
        QStringList shown;
        for (const Example &example : examples())
            shown.append(example.code);
        shown.removeDuplicates();
        shown.sort();
        codes.sort();
        QCOMPARE(shown.join(u' '), codes.join(u' '));
    }

    void provoked_data() { addRows(); }
    void provoked()
    {
        QFETCH(int, position);
        const Example &example = examples()[position];
        for (const Dialect *dialect : example.dialects) {
            const auto problems = problemsOf(example.project, example.code, *dialect);
            QVERIFY2(!problems.isEmpty(), dialect->id.data());
            if (!example.severity.isEmpty())
                QCOMPARE(severityName(problems[0].severity), example.severity); // errors come first
            for (const Problem &problem : problems) {
                QVERIFY(problem.message.endsWith(u'.') && !problem.message.contains(u'%'));
                QVERIFY(problem.place != Place{});
            }
        }
    }

    void absent_data() { addRows(); }
    void absent()
    {
        QFETCH(int, position);
        const Example &example = examples()[position];
        for (const Dialect *dialect : example.dialects) {
            const auto problems = problemsOf(example.sound, example.code, *dialect);
            QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems[0].message));
        }
    }

    void fixed_data() { addRows(); }
    void fixed()
    {
        QFETCH(int, position);
        const Example &example = examples()[position];
        const Dialect &dialect = *example.dialects.first();
        const auto problems = problemsOf(example.project, example.code, dialect);
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems[0].fixes.isEmpty(), example.unfixable);
        for (const Fix &fix : problems[0].fixes) {
            const auto next = fix.apply(example.project);
            QVERIFY2(next, qPrintable(fix.title + u": "_s + (next ? QString() : next.error().message)));
            QVERIFY(*next != example.project);
            const auto left = problemsOf(*next, example.code, dialect);
            if (!example.someFix)
                QVERIFY2(left.isEmpty(),
                         qPrintable(fix.title + u": "_s + (left.isEmpty() ? QString() : left[0].message)));
        }
    }
};

THROUGHLINE_TEST(CodesTest)
#include "tst_codes.moc"
