#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace model;

/// The program on a real server: interrupted, and with a password in its address.
class ServerWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<test::Server>(u"mariadb"_s);
        if (!m_server->absence().isEmpty())
            QSKIP(qPrintable(m_server->absence()));
    }
    void cleanupTestCase() { m_server.reset(); }

    void anInterruptedDeployLeavesNothing();
    void passwordsAreNotTold();

private:
    QString address() const
    {
        const DatabaseUrl &url = m_server->url();
        return u"mariadb://%1:%2@%3:%4/%5"_s.arg(url.user, url.password, url.host)
            .arg(url.port)
            .arg(url.name);
    }
    QString file(const QString &name, const QByteArray &contents) const
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(contents) != contents.size())
            qFatal("cannot write %s", qPrintable(name));
        return out.fileName();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::Server> m_server;
};

/// Ctrl+C in the middle of many tables.
void ServerWorkTest::anInterruptedDeployLeavesNothing()
{
    QByteArrayList models;
    for (int i = 0; i < 60; ++i)
        models.append("{\"name\":\"Model" + QByteArray::number(i) + "\"}");
    const QString project =
        file(u"many.throughline"_s, "{\"format\":\"throughline/1\",\"models\":[" + models.join(',') + "]}");
    const auto connection = m_server->open(Access::Write);
    const auto run = [&](const QString &sql) { return connection->execute(sql).has_value(); };
    const auto isMaking = [&] {
        return selectText(
                   *connection,
                   u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting%' AND "
                   "INFO LIKE 'CREATE TABLE%'"_s)
                   .value_or(QString())
            == u"1";
    };
    // Nothing is made while this is held; who waits for it can be interrupted.
    QVERIFY(run(u"FLUSH TABLES WITH READ LOCK"_s));
    QProcess process;
    process.start(QStringLiteral(THROUGHLINE_PROGRAM), {u"deploy"_s, project, u"--database"_s, address()});
    QTRY_VERIFY_WITH_TIMEOUT(isMaking(), 20'000);
    QVERIFY(run(u"UNLOCK TABLES"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!connection->tables({}).value_or(QStringList()).isEmpty(), 20'000);
    QVERIFY(run(u"FLUSH TABLES WITH READ LOCK"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isMaking(), 20'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(!isMaking(), 20'000);
    QVERIFY(run(u"UNLOCK TABLES"_s));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("interrupted") && !said.contains("left in the database"), said.constData());
    QCOMPARE(connection->tables({}).value_or(QStringList{u"?"_s}), QStringList());
}

void ServerWorkTest::passwordsAreNotTold()
{
    const QString project = file(u"one.throughline"_s,
                                 R"({"format":"throughline/1","models":[{"name":"A"}],"queries":[
        {"name":"all","find":{"model":"A"}}]})");
    const QString password = u"Op3nSesame"_s;
    const QString place = u"%1@127.0.0.1:%2/test"_s.arg(password).arg(m_server->url().port);
    const QStringList addresses{u"mariadb://throughline:"_s + place,
                                u"mariadb://throughline:"_s + place + u"?ssl-mode=SOMETIMES"_s,
                                u"mariadb://throughline:"_s + place + u"?other=1"_s,
                                u"mariadb://throughline:%1@127.0.0.1:port/test"_s.arg(password),
                                u"mariadb://throughline:%1@[127.0.0.1/test"_s.arg(password),
                                u"postgres://throughline:%1@127.0.0.1:1/test"_s.arg(password),
                                u"pgsql://throughline:"_s + place};
    for (const QString &database : addresses) {
        for (const QStringList &command :
             {QStringList{u"deploy"_s, project}, QStringList{u"query"_s, project, u"--name"_s, u"all"_s}})
        {
            QProcess process;
            process.setWorkingDirectory(m_folder.path());
            process.start(QStringLiteral(THROUGHLINE_PROGRAM),
                          command + QStringList{u"--database"_s, database});
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
            QVERIFY(process.exitCode() != 0);
            QVERIFY(!said.isEmpty());
            QVERIFY2(!said.contains(password.toUtf8()), said.constData());
        }
    }
}

THROUGHLINE_TEST(ServerWorkTest)
#include "tst_serverwork.moc"
