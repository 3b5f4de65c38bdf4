#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// The program as scripts see it: arguments in, two streams and a status out.
class CommandLineTest : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };

    Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(THROUGHLINE_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QString file(const QString &name, const QByteArray &contents)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(contents) != contents.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static QString sample(const QString &name)
    {
        return test::sourcePath(u"resources/samples/%1.throughline"_s.arg(name));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void saysWhatItIs()
    {
        const Outcome help = run({u"--help"_s});
        QCOMPARE(help.status, 0);
        for (const char *command : {"ddl", "check", "query", "methods", "code", "deploy", "render"})
            QVERIFY2(help.out.contains("throughline " + QByteArray(command)), command);
        const Outcome version = run({u"--version"_s});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("throughline 0."));
        QCOMPARE(run({u"ddl"_s, u"--help"_s}).status, 0);
    }

    void refusesWrongCalls_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString user = sample(u"user-project"_s);
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s, user};
        QTest::newRow("no file") << QStringList{u"ddl"_s};
        QTest::newRow("two files") << QStringList{u"ddl"_s, user, user};
        QTest::newRow("a file that is not there") << QStringList{u"ddl"_s, u"nowhere.throughline"_s};
        QTest::newRow("an option that is not there") << QStringList{u"ddl"_s, user, u"--frob"_s};
        QTest::newRow("an unknown dialect") << QStringList{u"ddl"_s, user, u"--dialect"_s, u"oracle"_s};
        QTest::newRow("an unknown kind of module") << QStringList{u"code"_s, user, u"--module"_s, u"amd"_s};
        QTest::newRow("no query") << QStringList{u"query"_s, user};
        QTest::newRow("an unknown query") << QStringList{u"query"_s, user, u"--name"_s, u"Nothing"_s};
        QTest::newRow("no database") << QStringList{u"deploy"_s, user};
        QTest::newRow("an unknown database")
            << QStringList{u"deploy"_s, user, u"--database"_s, u"oracle:x"_s};
        QTest::newRow("a picture of an unknown kind")
            << QStringList{u"render"_s, user, u"--output"_s, u"x.gif"_s};
        QTest::newRow("a scale that is no number")
            << QStringList{u"render"_s, user, u"--output"_s, u"x.png"_s, u"--scale"_s, u"nan"_s};
        QTest::newRow("a query without an end") << QStringList{u"query"_s, user, u"--query"_s, u"/dev/zero"_s};
        QTest::newRow("a file without a name") << QStringList{u"ddl"_s, QString()};
    }
    void refusesWrongCalls()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(outcome.err.startsWith("throughline: "));
        QCOMPARE(outcome.err.count('\n'), 1);
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QByteArray>("refusal");
        const QByteArray start = R"({"format":"throughline/1",)";
        QTest::newRow("truncated") << start + "\n\"models\":[" << QByteArray(":2:11: expected a JSON value");
        QTest::newRow("a wrong type") << start + "\n\"models\":[{\"name\":7}]}"
                                      << QByteArray(":2:19: models[0].name: expected text, found a number");
        QTest::newRow("an unknown model") << start
                + "\"models\":[{\"name\":\"A\"}],\n\"associations\":[{\"kind\":\"hasMany\",\"source\":\"A\","
                  "\"target\":\"Groop\"}]}"
                                          << QByteArray(":2:57: no model Groop");
        QTest::newRow("a name twice") << start + "\n\"models\":[{\"name\":\"A\"},{\"name\":\"A\"}]}"
                                      << QByteArray(":2:32: a model named A stands above already");
        QTest::newRow("an attribute twice") << start
                + "\n\"models\":[{\"name\":\"A\",\"attributes\":[{\"name\":\"x\",\"type\":\"TEXT\"},{"
                  "\"name\":\"x\",\"type\":\"TEXT\"}]}]}"
                                            << QByteArray(":2:72: A has an attribute x already");
        QTest::newRow("brackets") << QByteArray(10'000'000, '[')
                                  << QByteArray(":1:201: nested deeper than 200 levels");
        QTest::newRow("a later format") << QByteArray("{\n\"format\":\"throughline/2\",\"models\":[]}")
                                        << QByteArray(":2:10: the file was written by a later Throughline");
        QTest::newRow("something else")
            << QByteArray("{\"name\":1}") << QByteArray(":1:1: not a Throughline project");
        QTest::newRow("a list") << QByteArray("[]")
                                << QByteArray(":1:1: expected a project: an object, found a list");
        QTest::newRow("a type with nonsense")
            << start
                + "\n\"models\":[{\"name\":\"A\",\"attributes\":[{\"name\":\"x\",\"type\":\"STRING('a')\"}]}]"
                  "}"
            << QByteArray(
                   ":2:56: models[0].attributes[0].type: in the type STRING('a'): STRING takes a length");
    }
    void refusesBrokenFiles()
    {
        QFETCH(QByteArray, contents);
        QFETCH(QByteArray, refusal);
        const QString path = file(u"broken.throughline"_s, contents);
        for (const QString &command : {u"ddl"_s, u"check"_s, u"methods"_s, u"code"_s}) {
            const Outcome outcome = run({command, path});
            QCOMPARE(outcome.status, 2);
            QCOMPARE(outcome.out, QByteArray());
            QVERIFY2(outcome.err.contains(refusal), outcome.err);
            QCOMPARE(outcome.err.count('\n'), 1);
        }
    }

    void printsOrWritesTheScript()
    {
        const Outcome printed = run({u"ddl"_s, sample(u"worker-tasks"_s)});
        QCOMPARE(printed.status, 0);
        QVERIFY(printed.out.contains("CREATE TABLE `worker_tasks`"));
        const Outcome written = run({u"ddl"_s, sample(u"worker-tasks"_s), u"--output"_s, u"out.sql"_s});
        QCOMPARE(written.status, 0);
        QCOMPARE(written.out, QByteArray());
        QCOMPARE(test::fileContents(m_folder.filePath(u"out.sql"_s)), printed.out);
    }

    void printsTheScriptOfWhatIsWrongAndSaysSo()
    {
        const QString path =
            file(u"wrong.throughline"_s, R"({"format":"throughline/1","models":[{"name":"U","attributes":[
            {"name":"code","type":"STRING"}]},{"name":"R"}],
            "associations":[{"kind":"belongsToMany","source":"U","target":"R","through":"ur","sourceKey":"code"}]})");
        const Outcome outcome = run({u"ddl"_s, path});
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.out.contains("CREATE TABLE `ur`"));
        QVERIFY(outcome.err.contains("error NM01 2:13"));
        QVERIFY(outcome.err.contains("Add a unique index on code"));
        const Outcome json = run({u"check"_s, path, u"--json"_s});
        QCOMPARE(json.status, 1);
        QVERIFY(json.out.contains("\"code\": \"NM01\""));
    }

    /// What repeats is one line; --all takes it apart, and shows what the project ignores.
    void checksInFewLines()
    {
        const QByteArray models = R"({"format":"throughline/1","models":[{"name":"A","attributes":[
            {"name":"a","type":"NOTHING"},
            {"name":"b","type":"NOTHING"}],"indexes":[{"fields":["nowhere"]}]}])";
        const QString path = file(u"repeats.throughline"_s, models + "}");
        const Outcome few = run({u"check"_s, path, u"--dialect"_s, u"sqlite"_s});
        QCOMPARE(few.status, 1);
        const QByteArrayList lines = few.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith("error S15 "), lines[0]);
        QCOMPARE(
            lines[1],
            QByteArray(
                "warning S13 \u00d72 2:32, 3:32: Types that Sequelize does not know (--all shows each)"));
        QCOMPARE(run({u"check"_s, path, u"--dialect"_s, u"sqlite"_s, u"--all"_s}).out.count('\n'), 3);

        const QString ignoring = file(u"ignores.throughline"_s, models + R"(,"ignore":[{"code":"S15"}]})");
        const Outcome shown = run({u"check"_s, ignoring, u"--dialect"_s, u"sqlite"_s});
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.out.count('\n'), 1);
        QCOMPARE(run({u"ddl"_s, ignoring}).status, 0);
        const Outcome all = run({u"check"_s, ignoring, u"--dialect"_s, u"sqlite"_s, u"--all"_s});
        QCOMPARE(all.status, 1);
        QCOMPARE(all.out.count('\n'), 3);
        QCOMPARE(all.out.count("(ignored)"), 1);
        const Outcome json = run({u"check"_s, ignoring, u"--json"_s});
        QVERIFY(!json.out.contains("S15"));
        QCOMPARE(json.out.count("\"S13\""), 2);
    }

    void listsCodes()
    {
        const Outcome outcome = run({u"check"_s, u"--codes"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains("\nS37   hint     associations  Foreign keys without an index\n"));
        QCOMPARE(run({u"check"_s}).status, 2);
    }

    void listsMethods()
    {
        const Outcome outcome = run({u"methods"_s, sample(u"worker-tasks-one-side"_s), u"--json"_s});
        QCOMPARE(outcome.status, 0);
        const auto json = model::parseJson(outcome.out);
        QVERIFY(json);
        QCOMPARE(json->items().size(), 1);
        QCOMPARE(
            model::compactJson(json->items()[0]),
            QString::fromUtf8(
                R"({"model":"User","association":"Tasks","kind":"belongsToMany","methods":{"get":"getTasks",)"
                R"("set":"setTasks","add":"addTask","addMultiple":"addTasks","create":"createTask",)"
                R"("remove":"removeTask","removeMultiple":"removeTasks","hasSingle":"hasTask","hasAll":"hasTasks",)"
                R"("count":"countTasks"}})"));
    }

    void deploysOnceAndLeavesNothingHalfDone()
    {
        const QStringList deploy{u"deploy"_s, sample(u"user-groups"_s), u"--database"_s,
                                 u"sqlite:deployed.db"_s};
        QCOMPARE(run(deploy).status, 0);
        const QByteArray before = test::fileContents(m_folder.filePath(u"deployed.db"_s));
        const Outcome again = run(deploy);
        QCOMPARE(again.status, 1);
        QVERIFY(again.err.contains("tbl_user"));
        QCOMPARE(test::fileContents(m_folder.filePath(u"deployed.db"_s)), before);

        const QString bad =
            file(u"bad.throughline"_s, R"({"format":"throughline/1","models":[{"name":"A"},{"name":"B",
            "indexes":[{"fields":["nothing"]}]}]})");
        QCOMPARE(run({u"deploy"_s, bad, u"--database"_s, u"sqlite:bad.db"_s}).status, 1);
        QVERIFY(!QFile::exists(m_folder.filePath(u"bad.db"_s)));
    }

    void namesThePlaceInAQuery_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("refusal");
        QTest::newRow("no such association")
            << QByteArray("{\"model\": \"User\",\n \"include\": [\"Task\"]}")
            << QByteArray("standard input:2:14: User has no association Task; it has Projects");
        QTest::newRow("no such option") << QByteArray("{\"model\": \"User\", \"limits\": 1}")
                                        << QByteArray("standard input:1:19: the query has no option limits");
        QTest::newRow("no such model") << QByteArray("{\"model\": \"Users\"}")
                                       << QByteArray(":1:11: no model Users; there is User, Project");
        QTest::newRow("no such attribute")
            << QByteArray("{\"model\": \"User\", \"where\": {\"age\": 1}}")
            << QByteArray(":1:29: User.where: User has no attribute age; it has id, name, email");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("standard input:1:2:");
    }
    void namesThePlaceInAQuery()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, refusal);
        const Outcome outcome =
            run({u"query"_s, sample(u"user-project"_s), u"--sql"_s, u"--query"_s, u"-"_s}, query);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(refusal), outcome.err);
    }

    void tellsWhereAQueryIsWrong_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("refusal");
        QTest::newRow("an order by what is not included")
            << QByteArray(R"({"model": "User", "order": [[{"model": "Group"}, "id", "ASC"]]})")
            << QByteArray("standard input:1:30: ");
        QTest::newRow("a having without an attribute")
            << QByteArray(R"({"model": "User", "having": {"$is": 1}})")
            << QByteArray("standard input:1:29: ");
    }
    /// In the same place and with the same status, whether it is run or only written.
    void tellsWhereAQueryIsWrong()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, refusal);
        for (const QStringList &more : {QStringList(), QStringList{u"--sql"_s}}) {
            const Outcome outcome =
                run(QStringList{u"query"_s, sample(u"user-groups"_s), u"--query"_s, u"-"_s} + more, query);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains(refusal), outcome.err);
        }
    }

    void takesStrangeCharactersAsTheyAre()
    {
        const QByteArray start =
            "{\"format\":\"throughline/1\",\"models\":[{\"name\":\"A\",\"attributes\":[{\"name\":\"x";
        const QByteArray mark = QString(QChar(0xFEFF)).toUtf8();
        const QString marked = file(u"mark.throughline"_s,
                                    start + "\",\"type\":\"STRING\",\"defaultValue\":\"" + mark + "b\"}]}]}");
        QVERIFY(run({u"ddl"_s, marked}).out.contains("'" + mark + "b'"));
        const QString nul = file(u"nul.throughline"_s, start + "\\u0000y\",\"type\":\"STRING\"}]}]}");
        for (const QString &dialect : {u"sqlite"_s, u"postgres"_s, u"mysql"_s, u"mariadb"_s}) {
            const Outcome checked = run({u"check"_s, nul, u"--dialect"_s, dialect});
            QCOMPARE(checked.status, 1);
            QVERIFY2(checked.out.contains("The column x\\u0000y of A has a NUL character"), checked.out);
            QVERIFY(!checked.out.contains('\0'));
        }
        const QByteArray whole = "{\"format\":\"throughline/1\",\"models\":[]}";
        const QString tail = file(u"tail.throughline"_s, whole + QByteArray(1, '\0') + "more");
        const Outcome refused = run({u"check"_s, tail});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains(":1:39: a NUL character after the JSON value"), refused.err);
    }

    void failsWhereItsResultsCannotBeWritten_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString user = sample(u"user-project"_s);
        QTest::newRow("a script") << QStringList{u"ddl"_s, user};
        QTest::newRow("problems") << QStringList{u"check"_s, user, u"--json"_s};
        QTest::newRow("rows") << QStringList{u"query"_s, user, u"--query"_s, u"-"_s};
        QTest::newRow("methods") << QStringList{u"methods"_s, user};
        QTest::newRow("a module") << QStringList{u"code"_s, user};
        QTest::newRow("help") << QStringList{u"--help"_s};
        QTest::newRow("a file") << QStringList{u"ddl"_s, user, u"--output"_s, u"/dev/full"_s};
    }
    void failsWhereItsResultsCannotBeWritten()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(THROUGHLINE_PROGRAM), arguments);
        process.write(R"({"model": "User"})");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("No space left on device"));
    }

    /// Whichever call of the system fails.
    void leavesTheOldOutputOrTheNewOne()
    {
        const QStringList ddl{u"ddl"_s, sample(u"user-project"_s)};
        const QByteArray script = run(ddl).out;
        for (const char *error : {"28", "5"}) {
            for (int call = 1;; ++call) {
                const QString path = file(u"out.sql"_s, "precious");
                QProcess process;
                QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
                environment.insert(u"LD_PRELOAD"_s, QStringLiteral(THROUGHLINE_DISK_FAULTS));
                environment.insert(
                    u"THROUGHLINE_FAULTS"_s,
                    u"%1:%2:%3"_s.arg(m_folder.path()).arg(call).arg(QLatin1StringView(error)));
                process.setProcessEnvironment(environment);
                process.start(QStringLiteral(THROUGHLINE_PROGRAM), ddl + QStringList{u"--output"_s, path});
                QVERIFY(process.waitForFinished(60'000));
                const QByteArray now = test::fileContents(path);
                QVERIFY2(now == script || now == "precious", qPrintable(u"call %1"_s.arg(call)));
                if (process.exitCode() == 0) {
                    QCOMPARE(now, script);
                    if (call > 6)
                        break;
                }
            }
        }
    }

    void drawsWhateverNamesThereAre()
    {
        const QString path = file(u"strange.throughline"_s,
                                  R"({"format":"throughline/1","name":"\u0001","models":[{"name":"A\u0008B"},
                                               {"name":")"
                                      + QByteArray(3'000'000, 'n') + R"("}]})");
        const QString picture = m_folder.filePath(u"strange.svg"_s);
        const Outcome drawn = run({u"render"_s, path, u"--output"_s, picture});
        QCOMPARE(drawn.status, 0);
        QXmlStreamReader reader(test::fileContents(picture));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(QFileInfo(picture).size() < 1'000'000);
        QByteArray many;
        for (int i = 0; i <= 20'000; ++i)
            many += (i ? ",{\"name\":\"A" : "{\"name\":\"A") + QByteArray::number(i) + "\"}";
        const QString large =
            file(u"large.throughline"_s, R"({"format":"throughline/1","models":[)" + many + "]}");
        const Outcome refused = run({u"render"_s, large, u"--output"_s, picture});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("20001 models"), refused.err);
    }

    void keepsQuietStreamsApart()
    {
        for (const QString &name : {u"user-project"_s, u"family"_s, u"workshop"_s}) {
            const Outcome outcome = run({u"ddl"_s, sample(name)});
            QCOMPARE(outcome.status, 0);
            QCOMPARE(outcome.err, QByteArray());
        }
    }
};

THROUGHLINE_TEST(CommandLineTest)
#include "tst_commandline.moc"
