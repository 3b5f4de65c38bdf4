#include "model/check/check.h"

#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// What check() says of whole projects; tst_codes.cpp has each code by itself.
class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workshopHasOneWarning()
    {
        const Project project = test::sampleProject(u"workshop"_s);
        QStringList lines;
        for (const Problem &problem : check(project, resolve(project))) {
            if (problem.severity != Severity::Hint)
                lines.append(severityName(problem.severity) + u' ' + problem.code + u' '
                             + problem.fixes.value(0).title);
        }
        QCOMPARE(lines.join(u'\n'), u"warning NM02 Set code to allowNull: false"_s);
    }

    void otherSamplesAreSound_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"user-project", "worker-tasks", "worker-tasks-one-side", "family",
                                 "user-groups", "assignments", "assignments-own-id"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void otherSamplesAreSound()
    {
        QFETCH(QString, name);
        const Project project = test::sampleProject(name);
        for (const Problem &problem : check(project, resolve(project)))
            QCOMPARE(problem.severity, Severity::Hint);
    }

    /// Faults of what nothing leads over any more: Sequelize works, and only warnings say so.
    void shadowedFaultsAreWarnings_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("associations");
        QTest::newRow("an n:m without methods of its own")
            << u"S25"_s
            << QByteArray(R"({"name":"Q"},{"name":"C","attributes":[{"name":"email","type":"INTEGER"}]})")
            << QByteArray(
                   R"({"kind":"belongsToMany","source":"Q","target":"C","through":"One"},)"
                   R"({"kind":"belongsToMany","source":"Q","target":"C","through":"Two","targetKey":"email"},)"
                   R"({"kind":"belongsToMany","source":"C","target":"Q","through":"Two"})");
        QTest::newRow("an n:m whose name a hasMany has taken")
            << u"NM10"_s << QByteArray(R"({"name":"P"},{"name":"R"})")
            << QByteArray(
                   R"({"kind":"belongsToMany","source":"R","target":"P","through":"J"},)"
                   R"({"kind":"hasMany","source":"R","target":"P"},)"
                   R"({"kind":"belongsToMany","source":"P","target":"R","through":"J","foreignKey":"ok"})");
    }
    void shadowedFaultsAreWarnings()
    {
        QFETCH(QString, code);
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, associations);
        const Project project = test::projectOf(models, associations);
        QStringList severities;
        for (const Problem &problem : check(project, resolve(project))) {
            if (problem.code == code)
                severities.append(severityName(problem.severity));
        }
        QCOMPARE(severities, QStringList{u"warning"_s});
    }

    /// So many tables that two halves of the checks work side by side, each with a fault that one half finds.
    void findsAllInManyTables()
    {
        constexpr int count = 250;
        QByteArrayList models;
        for (int i = 0; i < count; ++i)
            models.append(
                "{\"name\":\"M" + QByteArray::number(i)
                + "\",\"attributes\":[{\"name\":\"level\",\"type\":\"VIRTUAL\",\"primaryKey\":true},"
                  "{\"name\":\"dataValues\",\"type\":\"INTEGER\"}]}");
        const Project project = test::projectOf(models.join(','), {});
        QHash<QString, int> found;
        quint32 last = 0;
        for (const Problem &problem : check(project, resolve(project))) {
            ++found[problem.code];
            if (problem.code != u"S31")
                continue;
            QVERIFY(problem.place.model.value >= last);
            last = problem.place.model.value;
        }
        QCOMPARE(found.value(u"S30"_s), count);
        QCOMPARE(found.value(u"S31"_s), count);
    }

    void leavesOutWhatIsMilder()
    {
        const Project project = test::projectOf(
            "{\"name\":\"U\",\"attributes\":[{\"name\":\"dataValues\",\"type\":\"INTEGER\"}]},"
            "{\"name\":\"R\"}",
            "{\"kind\":\"belongsToMany\",\"source\":\"U\",\"target\":\"R\",\"through\":\"ur\"}");
        const auto codes = [&](Severity mildest, Severity severity) {
            QStringList found;
            for (const Problem &each : check(project, resolve(project), everyDialect, mildest)) {
                if (each.severity == severity)
                    found.append(each.code);
            }
            return found;
        };
        const QStringList errors = codes(Severity::Hint, Severity::Error);
        QVERIFY(!errors.isEmpty());
        QVERIFY(!codes(Severity::Hint, Severity::Hint).isEmpty());
        QCOMPARE(codes(Severity::Error, Severity::Error), errors);
        QCOMPARE(codes(Severity::Error, Severity::Hint), QStringList());
        QCOMPARE(codes(Severity::Warning, Severity::Warning), codes(Severity::Hint, Severity::Warning));
    }

    void keepsToTheDialectsAskedFor()
    {
        // MySQL takes a foreign key to a plain index.
        const Project project =
            test::projectOf("{\"name\":\"U\",\"attributes\":[{\"name\":\"code\",\"type\":\"STRING\","
                            "\"allowNull\":false}],\"indexes\":[{\"fields\":[\"code\"]}]},{\"name\":\"R\"}",
                            "{\"kind\":\"belongsToMany\",\"source\":\"U\",\"target\":\"R\",\"through\":"
                            "\"ur\",\"sourceKey\":\"code\"}");
        const auto has = [&](DialectSet dialects) {
            const auto problems = check(project, resolve(project), dialects);
            return std::any_of(problems.begin(), problems.end(),
                               [](const Problem &each) { return each.code == u"NM01"; });
        };
        QVERIFY(has(sqliteBit));
        QVERIFY(has(postgresBit));
        QVERIFY(!has(mysqlBit | mariadbBit));
    }
};

THROUGHLINE_TEST(CheckTest)
#include "tst_check.moc"
