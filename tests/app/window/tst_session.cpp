#include "app/window/session.h"
#include "model/database/connection.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using model::Connection;
using model::Result;

/// Jobs that run while the window begins to look at another database.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsAnswered_data();
    void whatIsWrittenIsAnswered();
    void whatIsReadIsNotAnswered();
    void aLostConnectionIsMadeAgain_data();
    void aLostConnectionIsMadeAgain();
};

namespace {

model::DatabaseUrl fileIn(const QTemporaryDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    (void)file.open(QIODevice::WriteOnly);
    return {.dialect = &model::sqliteDialect, .path = file.fileName()};
}

}

void SessionTest::whatIsWrittenIsAnswered_data()
{
    QTest::addColumn<bool>("begins");
    QTest::newRow("runs") << true;
    QTest::newRow("waits for its turn") << false;
}

void SessionTest::whatIsWrittenIsAnswered()
{
    QFETCH(bool, begins);
    const QTemporaryDir folder;
    app::Session session;
    session.use(fileIn(folder, u"first.db"_s));
    QSemaphore begun;
    QSemaphore goOn;
    QList<bool> done;
    const auto work = [&](Connection &connection) -> Result<qint64> {
        begun.release();
        goOn.acquire();
        return connection.execute(u"CREATE TABLE made(id)"_s);
    };
    session.ask(views::writingJob(u"write"_s, work,
                                  [&](const Result<qint64> &made) { done.append(made.has_value()); }));
    if (begins)
        begun.acquire();
    session.use(fileIn(folder, u"second.db"_s));
    goOn.release();
    QTRY_COMPARE(done, QList{true});
    const auto first = Connection::open(
        {.dialect = &model::sqliteDialect, .path = folder.filePath(u"first.db"_s)}, model::Access::Read);
    QCOMPARE(*(*first)->tables({}), QStringList{u"made"_s});
}

void SessionTest::whatIsReadIsNotAnswered()
{
    const QTemporaryDir folder;
    app::Session session;
    session.use(fileIn(folder, u"first.db"_s));
    QSemaphore begun;
    bool isDone = false;
    const auto endless = [&](Connection &connection) -> Result<void> {
        begun.release();
        QThread::msleep(50); // a cancel that comes before the statement must not be lost
        return connection.select(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"_s, {},
            {});
    };
    session.ask(views::job(u"read"_s, endless, [&](const Result<void> &) { isDone = true; }));
    begun.acquire();
    session.use(fileIn(folder, u"second.db"_s));
    bool isNextDone = false;
    session.ask(views::job(
        u"read"_s, [](Connection &connection) { return connection.tables({}); },
        [&](const Result<QStringList> &tables) { isNextDone = tables.has_value(); }));
    QTRY_VERIFY(isNextDone);
    QVERIFY(!isDone);
}

void SessionTest::aLostConnectionIsMadeAgain_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("end");
    QTest::newRow("PostgreSQL") << u"postgres"_s << u"SELECT pg_backend_pid()::text"_s
                                << u"SELECT pg_terminate_backend(%1)::text"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s << u"SELECT CONNECTION_ID()"_s << u"KILL CONNECTION %1"_s;
}

void SessionTest::aLostConnectionIsMadeAgain()
{
    QFETCH(QString, product);
    QFETCH(QString, number);
    QFETCH(QString, end);
    const test::Server server(product);
    if (!server.absence().isEmpty())
        QSKIP(qPrintable(server.absence()));
    app::Session session;
    const QSignalSpy reconnected(&session, &app::Session::reconnected);
    session.use(server.url());
    QStringList numbers;
    const auto ask = [&] {
        session.ask(views::job(
            u"read"_s, [&](Connection &connection) { return model::selectText(connection, number); },
            [&](const Result<QString> &answer) { numbers.append(answer.value_or(u"no answer"_s)); }));
    };
    ask();
    QTRY_COMPARE(numbers.size(), 1);
    QVERIFY(model::selectText(*server.open(model::Access::Write), end.arg(numbers.first())));
    QTest::qWait(200); // until the server has closed it
    ask();
    QTRY_COMPARE(numbers.size(), 2);
    QVERIFY(numbers.last().toInt() > 0 && numbers.last() != numbers.first());
    QTRY_COMPARE(reconnected.count(), 1);
}

THROUGHLINE_TEST(SessionTest)
#include "tst_session.moc"
