#include "model/database/deploy.h"
#include "model/query/runfind.h"
#include "model/file/projectfile.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// What the real Sequelize answered to random queries over random projects (tests/sequelize/queries.mjs
/// --record), asked again. Recorded are the projects, the rows and the answers.
class RecordedQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QString>("dialect");
        for (const Dialect *dialect : dialects())
            QTest::newRow(dialect->id.data()) << QString(dialect->id);
    }
    void answers()
    {
        QFETCH(QString, dialect);
        const QByteArray text = qUncompress(
            test::fileContents(test::sourcePath(u"tests/data/sequelize/queries-%1.qz"_s.arg(dialect))));
        const auto recorded = parseJson(text);
        QVERIFY(recorded);
        std::unique_ptr<test::Server> server;
        if (dialect != u"sqlite") {
            server = std::make_unique<test::Server>(dialect == u"postgres" ? u"postgres"_s : u"mariadb"_s);
            if (!server->absence().isEmpty())
                QSKIP(qPrintable(server->absence()));
        }
        int asked = 0;
        const Json projects = recorded->value("projects"_L1);
        for (const Json &project : projects.items())
            ask(project, dialectNamed(dialect), server.get(), asked);
        QVERIFY(asked > 0);
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, 10).join(u'\n')));
    }
    void cleanup() { m_faults.clear(); }

private:
    /// An empty database, whose foreign keys nobody watches.
    void ask(const Json &record, const Dialect *dialect, const test::Server *server, int &asked)
    {
        const auto file = readProject(compactJson(record.value("project"_L1)).toUtf8());
        QVERIFY(file);
        const Schema schema = resolve(file->project);
        const auto connection = test::emptyDatabase(*dialect, server);
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
        const auto deployed = deploy(**connection, schema);
        QVERIFY2(deployed, deployed ? "" : qPrintable(deployed.error().message));
        const Json inserts = record.value("inserts"_L1);
        for (const Json &insert : inserts.items()) {
            const auto done = (*connection)->execute(insert.string());
            QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        }
        const Json cases = record.value("cases"_L1);
        for (const Json &each : cases.items()) {
            ++asked;
            const auto found = runFind(**connection, schema, each.value("find"_L1));
            const QString theirs =
                each.find("fails"_L1) ? u"it fails"_s : normalized(each.value("rows"_L1).string().toUtf8());
            const QString ours = found ? normalized(found->json()) : u"it fails"_s;
            if (theirs != ours) {
                m_faults.append(u"%1: %2\n  recorded %3\n  now      %4"_s.arg(
                    file->project.name, compactJson(each.value("find"_L1)), theirs,
                    found ? ours : found.error().message));
            }
        }
    }

    static QString normalized(const QByteArray &json)
    {
        const auto parsed = parseJson(json, DuplicateKeys::LastWins);
        return parsed ? compactJson(*parsed) : QString::fromUtf8(json);
    }

    QStringList m_faults;
};

THROUGHLINE_TEST(RecordedQueriesTest)
#include "tst_recorded.moc"
