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
                lines.append(severityName(problem.severity) + u' ' + codeName(problem.code) + u' '
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

    void noFixMakesAnError_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"workshop", "user-project", "worker-tasks", "worker-tasks-one-side",
                                 "family", "user-groups", "assignments", "assignments-own-id"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void noFixMakesAnError()
    {
        QFETCH(QString, name);
        const Project project = test::sampleProject(name);
        for (const Problem &problem : check(project, resolve(project))) {
            for (const Fix &fix : problem.fixes) {
                const auto fixed = fix.apply(project);
                QVERIFY2(fixed.has_value(), qPrintable(fix.title));
                for (const Problem &next : check(*fixed, resolve(*fixed)))
                    QVERIFY2(next.severity != Severity::Error, qPrintable(fix.title + u": "_s + next.message));
            }
        }
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
            if (codeName(problem.code) == code)
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
            ++found[codeName(problem.code)];
            if (problem.code != Code::NameReserved)
                continue;
            QVERIFY(problem.place.model.value >= last);
            last = problem.place.model.value;
        }
        QCOMPARE(found.value(u"S30"_s), count);
        QCOMPARE(found.value(u"S31"_s), count);
    }

    /// Texts that name what is wrong, and not something near it.
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QString>("problem"); ///< its code and message
        QTest::addColumn<int>("dialects");
        QTest::newRow("a row that is too long")
            << QByteArray(R"json({"name":"A","attributes":[{"name":"a","type":"STRING(12000)"},
                          {"name":"b","type":"STRING(10000)"}]})json")
            << QByteArray()
            << u"D06 A.a is too long beside the other columns: together they exceed the 65535 bytes of a row of MySQL."_s
            << int(mysqls);
        QTest::newRow("collations that differ")
            << QByteArray(
                   R"json({"name":"Country","attributes":[{"name":"code","type":"STRING(2)","primaryKey":true}],
                          "options":{"charset":"latin1","collate":"latin1_swedish_ci"}},{"name":"City"})json")
            << QByteArray(R"json({"kind":"hasMany","source":"Country","target":"City"})json")
            << u"S22 City.CountryCode (the collation of the database) refers to Country.code "
               "(latin1_swedish_ci): MySQL refuses a foreign key between texts of different collations."_s
            << int(mysqls);
        QTest::newRow("a call as a default on SQLite")
            << QByteArray(
                   R"json({"name":"Log","attributes":[{"name":"at","type":"DATE","defaultValue":{"$fn":["now"]}}]})json")
            << QByteArray()
            << u"S28 The default of Log.at, {\"$fn\":[\"now\"]}, is an expression: SQLite wants parentheses "
               u"around "
               "it, which Sequelize does not write, and the table is not created."_s
            << int(sqliteBit);
        QTest::newRow("texts for numbers on MySQL, without a constraint")
            << QByteArray(R"json({"name":"Inn","attributes":[{"name":"chainNo","type":"STRING(10)"}]},
                          {"name":"Feature","attributes":[{"name":"chainNo","type":"INTEGER"}]})json")
            << QByteArray(R"json({"kind":"hasMany","source":"Inn","target":"Feature","sourceKey":"chainNo",
                          "foreignKey":"chainNo","constraints":false})json")
            << u"S22 Feature.chainNo (INTEGER) leads to Inn.chainNo (STRING(10)): MySQL links only values "
               u"that "
               "read as numbers, and refuses all others."_s
            << int(mysqls);
        QTest::newRow("one key to several models")
            << QByteArray(
                   R"json({"name":"A","attributes":[{"name":"id","type":"UUID","primaryKey":true}]},{"name":"B"},
                          {"name":"Token","attributes":[{"name":"ownerId","type":"STRING"}]})json")
            << QByteArray(
                   R"json({"kind":"hasMany","source":"A","target":"Token","foreignKey":"ownerId","constraints":false},
                          {"kind":"hasMany","source":"B","target":"Token","foreignKey":"ownerId","constraints":false})json")
            << u"S22 Token.ownerId (STRING) leads to A.id (UUID), B.id (INTEGER): PostgreSQL does not "
               u"compare such "
               "values, and an include fails."_s
            << int(postgresBit);
        QTest::newRow("keys that leave out allowNull")
            << QByteArray(R"json({"name":"A"},{"name":"B","attributes":[{"name":"aId","type":"INTEGER"},
                          {"name":"bId","type":"INTEGER"},{"name":"c","type":"INTEGER","primaryKey":true}]})json")
            << QByteArray(R"json({"kind":"belongsTo","source":"B","target":"A","foreignKey":"aId"},
                          {"kind":"belongsTo","source":"B","target":"A","as":"b","foreignKey":"bId"},
                          {"kind":"belongsTo","source":"B","target":"A","as":"d","foreignKey":"c"})json")
            << u"S34 Keys of B may be NULL but do not say so (aId, bId): Sequelize does not set them NULL "
               u"when what "
               "they refer to is deleted."_s
            << int(everyDialect);
        QTest::newRow("two models over one table") << QByteArray(
            R"json({"name":"A","attributes":[{"name":"a","type":"STRING"}],"options":{"tableName":"t"}},
                          {"name":"B","options":{"tableName":"t"}})json")
                                                   << QByteArray()
                                                   << u"S18 A and B share the table t, which sync() creates "
                                                      u"from B: reading and writing A fails, for "
                                                      "there is no column a."_s
                                                   << int(everyDialect);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, associations);
        QFETCH(QString, problem);
        QFETCH(int, dialects);
        const Project project = test::projectOf(models, associations);
        QStringList found;
        for (const Problem &each : check(project, resolve(project), DialectSet(dialects))) {
            if (problem.startsWith(codeName(each.code)))
                found.append(codeName(each.code) + u' ' + each.message);
        }
        QCOMPARE(found.join(u'\n'), problem);
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
                    found.append(codeName(each.code));
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
                               [](const Problem &each) { return each.code == Code::KeyOfPairNotUnique; });
        };
        QVERIFY(has(sqliteBit));
        QVERIFY(has(postgresBit));
        QVERIFY(!has(mysqlBit | mariadbBit));
    }
};

THROUGHLINE_TEST(CheckTest)
#include "tst_check.moc"
