#include "model/database/deploy.h"
#include "model/changes/outcome.h"
#include "model/ddl/create.h"

#include "tests/support/projects.h"
#include "tests/support/proxy.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>
#include <map>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

const QByteArray answeredModels = R"json(
    { "name": "User", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": true },
        { "name": "name", "type": "STRING" }, { "name": "score", "type": "FLOAT" } ],
      "options": { "timestamps": false } },
    { "name": "Note", "attributes": [ { "name": "text", "type": "STRING" } ] },
    { "name": "Tag", "attributes": [ { "name": "text", "type": "STRING" } ], "options": { "timestamps": false } },
    { "name": "Paper", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": true },
        { "name": "deletedAt", "type": "DATE" } ], "options": { "timestamps": true, "paranoid": true } })json";

RowRef ref(const char *model, qint64 id)
{
    return {.model = QString::fromLatin1(model), .key = {{u"id"_s, Value::number(id)}}};
}

/// A connection on which the statement of a number is cancelled while it runs.
class CancelledAt final : public Connection
{
public:
    CancelledAt(const test::Server &server, int number)
        : Connection(*server.url().dialect), m_inner(server.open(Access::Write)),
          m_other(server.open(Access::Write)), m_number(number)
    {
        m_id = selectText(*m_inner, u"SELECT CONNECTION_ID()"_s).value();
    }

    Result<qint64> execute(const QString &sql) override
    {
        if (++m_count != m_number)
            return m_inner->execute(sql);
        // Nothing is made while this is held; who waits for it can be cancelled.
        (void)m_other->execute(u"FLUSH TABLES WITH READ LOCK"_s);
        auto running = std::async(std::launch::async, [&] { return m_inner->execute(sql); });
        const QString waiting =
            u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting%' AND ID = "_s
            + m_id;
        while (selectText(*m_other, waiting).value_or(QString()) != u"1"
               && running.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        {
        }
        cancel();
        auto done = running.get();
        (void)m_other->execute(u"UNLOCK TABLES"_s);
        return done;
    }
    Result<void> select(const QString &sql, const Columns &columns, const Row &row) override
    {
        return m_inner->select(sql, columns, row);
    }
    Result<QStringList> tables(const QString &schema) override { return m_inner->tables(schema); }
    Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) override
    {
        return m_inner->columns(table, schema);
    }

private:
    void interrupt() override { m_inner->cancel(); }

    std::unique_ptr<Connection> m_inner;
    std::unique_ptr<Connection> m_other;
    QString m_id;
    int m_number;
    int m_count = 0;
};

/// Another program that has begun to write to an SQLite file.
class Writer
{
public:
    explicit Writer(const QString &path)
    {
        int toChild[2];
        int toParent[2];
        if (::pipe(toChild) != 0 || ::pipe(toParent) != 0)
            qFatal("no pipe");
        const QByteArray name = path.toUtf8();
        m_pid = ::fork();
        char byte = 'x';
        if (m_pid == 0) {
            sqlite3 *handle = nullptr;
            sqlite3_open(name.constData(), &handle);
            sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
            (void)!::write(toParent[1], &byte, 1);
            (void)!::read(toChild[0], &byte, 1);
            sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
            sqlite3_close(handle);
            ::_exit(0);
        }
        (void)!::read(toParent[0], &byte, 1);
        m_toChild = toChild[1];
    }
    ~Writer() { end(); }

    void end()
    {
        if (m_toChild < 0)
            return;
        (void)!::write(m_toChild, "x", 1);
        ::waitpid(m_pid, nullptr, 0);
        m_toChild = -1;
    }
    qint64 pid() const { return m_pid; }

private:
    pid_t m_pid;
    int m_toChild = -1;
};

}

/// Writes whose connection dies, that are cancelled, or that somebody else is in the way of.
class LostAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("product");
        QTest::newRow("PostgreSQL") << u"postgres"_s;
        QTest::newRow("MariaDB") << u"mariadb"_s;
    }
    void initTestCase() { m_schema = resolve(test::projectOf(answeredModels, "")); }
    void init();
    void cleanupTestCase() { m_servers.clear(); }

    void whatBecameOfACommitIsFound_data();
    void whatBecameOfACommitIsFound();
    void aTransactionThatGoesOnIsWaitedFor();
    void aCommitIsOneConnection();
    void tablesWithoutTransactionsAreKnown();
    void aCancelledDeployLeavesNothing();
    void anSqliteFileInUseIsWaitedFor();
    void whoHoldsAnSqliteFileIsSaid();

private:
    Changes changesNamed(const QString &name) const;
    QList<ChangeStatement> statementsOf(const Changes &changes) const
    {
        const auto statements =
            sqlOf(changes, m_schema, *m_server->url().dialect, QDateTime::currentDateTimeUtc());
        if (!statements)
            qFatal("%s", qPrintable(statements.error().message));
        return *statements;
    }
    const Table &table(const char *model) const { return *m_schema.table(QString::fromLatin1(model)); }
    void run(const QString &sql) const
    {
        const auto connection = m_server->open(Access::Write);
        const auto done = connection->execute(QString(sql).replace(u'"', connection->dialect().quote));
        QVERIFY2(done, qPrintable(done ? QString() : sql + u": "_s + done.error().message));
    }
    DatabaseUrl through(const test::Proxy &proxy) const
    {
        DatabaseUrl url = m_server->url();
        url.port = proxy.port();
        // What is encrypted a proxy cannot read.
        if (url.dialect == &postgresDialect)
            url.options.insert(u"sslmode"_s, u"disable"_s);
        else
            url.options.insert(u"ssl-mode"_s, u"DISABLED"_s);
        return url;
    }

    Schema m_schema;
    std::map<QString, std::unique_ptr<test::Server>> m_servers;
    const test::Server *m_server = nullptr;
};

void LostAnswersTest::init()
{
    QFETCH_GLOBAL(QString, product);
    std::unique_ptr<test::Server> &server = m_servers[product];
    const bool isFirst = !server;
    if (isFirst)
        server = std::make_unique<test::Server>(product);
    m_server = server.get();
    if (!m_server->absence().isEmpty())
        QSKIP(qPrintable(m_server->absence()));
    if (isFirst)
        QVERIFY(deploy(*m_server->open(Access::Write), m_schema));
    for (const char *name : {"Users", "Notes", "Tags", "Papers"})
        run(u"DELETE FROM \"%1\""_s.arg(QString::fromLatin1(name)));
    run(u"INSERT INTO \"Users\" VALUES (1, 'Ada', 0.1), (2, 'Alan', NULL)"_s);
    run(u"INSERT INTO \"Papers\" VALUES (1, NULL, '2024-01-01', '2024-01-01')"_s);
}

Changes LostAnswersTest::changesNamed(const QString &name) const
{
    Changes changes;
    const auto take = [&](const Result<Changes> &next) {
        if (!next)
            qFatal("%s", qPrintable(next.error().message));
        changes = *next;
    };
    const Value text = Value::text(u"it's new"_s);
    if (name == u"inserted with a key" || name == u"all at once")
        take(insertRow(changes, table("User"), {{u"id"_s, Value::number(qint64(7))}, {u"name"_s, text}}));
    if (name == u"inserted with a time" || name == u"all at once")
        take(insertRow(changes, table("Note"), {{u"text"_s, text}}));
    if (name == u"inserted" || name == u"all at once")
        take(insertRow(changes, table("Tag"), {{u"text"_s, text}}));
    if (name == u"updated" || name == u"all at once")
        take(changeValue(changes, table("User"), ref("User", 1), u"name"_s, Value::text(u"Ada"_s), text));
    if (name == u"a number")
        take(changeValue(changes, table("User"), ref("User", 1), u"score"_s, Value::number(0.1),
                         Value::number(2.5)));
    if (name == u"another key")
        take(changeValue(changes, table("User"), ref("User", 1), u"id"_s, Value::number(qint64(1)),
                         Value::number(qint64(9))));
    if (name == u"deleted" || name == u"all at once")
        take(deleteRow(changes, table("User"), ref("User", 2), {{u"name"_s, Value::text(u"Alan"_s)}}));
    if (name == u"marked" || name == u"all at once")
        take(deleteRow(changes, table("Paper"), ref("Paper", 1)));
    return changes;
}

void LostAnswersTest::whatBecameOfACommitIsFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDone");
    for (const char *name : {"inserted with a key", "inserted with a time", "inserted", "updated", "a number",
                             "another key", "deleted", "marked", "all at once"})
    {
        QTest::addRow("%s, the answer is lost", name) << QString::fromLatin1(name) << true;
        QTest::addRow("%s, COMMIT is lost", name) << QString::fromLatin1(name) << false;
    }
}

void LostAnswersTest::whatBecameOfACommitIsFound()
{
    QFETCH(QString, name);
    QFETCH(bool, isDone);
    test::Proxy proxy(m_server->url().port);
    const auto connection = Connection::open(through(proxy), Access::Write);
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
    const QList<ChangeStatement> statements = statementsOf(changesNamed(name));
    proxy.lose(isDone ? test::Proxy::Loss::Answer : test::Proxy::Loss::Request, "COMMIT");
    const auto committed = commit(**connection, statements);
    QVERIFY(!committed);
    QVERIFY2(committed.error().message.startsWith(u"the connection was lost while committing, and it is not "
                                                  "known whether that was done: "_s),
             qPrintable(committed.error().message));
    QVERIFY(!(*connection)->isAlive());
    const auto found = outcomeOf(*m_server->open(Access::Write), statements, m_schema);
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    // Of a row without a key and a time nobody knows whether it was there before.
    const int untold = isDone && (name == u"inserted" || name == u"all at once") ? 1 : 0;
    QCOMPARE(found->untold, untold);
    QCOMPARE(found->done, isDone ? statements.size() - untold : 0);
    QCOMPARE(found->undone, isDone ? 0 : statements.size());
    QCOMPARE(found->isNotCommitted(), !isDone);
    QCOMPARE(found->isCommitted(), isDone && name != u"inserted");
}

/// What the server has not ended yet may still be committed.
void LostAnswersTest::aTransactionThatGoesOnIsWaitedFor()
{
    const QList<ChangeStatement> statements = statementsOf(changesNamed(u"inserted with a key"_s));
    const auto connection = m_server->open(Access::Write);
    QVERIFY(connection->execute(u"BEGIN"_s));
    QVERIFY(connection->execute(statements[0].sql));
    QVERIFY(!outcomeOf(*m_server->open(Access::Write), statements, m_schema));
    const auto looking = m_server->open(Access::Write);
    auto found = std::async(std::launch::async, [&] { return outcomeOf(*looking, statements, m_schema); });
    QVERIFY(found.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
    QVERIFY(connection->execute(u"COMMIT"_s));
    QVERIFY(found.get().value_or(Outcome()).isCommitted());
}

/// Nothing has to be cancelled to know how many rows a statement hits.
void LostAnswersTest::aCommitIsOneConnection()
{
    Changes changes;
    for (int id = 100; id < 120; ++id) {
        run(u"INSERT INTO \"Users\" VALUES (%1, 'Ada', NULL)"_s.arg(id));
        changes = changeValue(changes, table("User"), ref("User", id), u"name"_s, Value::text(u"Ada"_s),
                              Value::text(u"Lovelace"_s))
                      .value();
    }
    test::Proxy proxy(m_server->url().port);
    const auto connection = Connection::open(through(proxy), Access::Write);
    QVERIFY(connection);
    QVERIFY(commit(**connection, statementsOf(changes)));
    QCOMPARE(proxy.connections(), 1);
}

void LostAnswersTest::tablesWithoutTransactionsAreKnown()
{
    QFETCH_GLOBAL(QString, product);
    const auto connection = m_server->open(Access::Read);
    QCOMPARE(withoutTransactions(*connection, m_schema).value(), QStringList());
    if (product != u"mariadb")
        return;
    run(u"ALTER TABLE Tags ENGINE = MyISAM"_s);
    QCOMPARE(withoutTransactions(*connection, m_schema).value(), QStringList{u"Tag"_s});
    // Half of a commit is neither done nor not done.
    const QList<ChangeStatement> statements = statementsOf(changesNamed(u"all at once"_s));
    test::Proxy proxy(m_server->url().port);
    const auto lost = Connection::open(through(proxy), Access::Write);
    run(u"INSERT INTO Tags (id, text) VALUES (5, 'old')"_s);
    Changes changes =
        changeValue({}, table("Tag"), ref("Tag", 5), u"text"_s, Value::text(u"old"_s), Value::text(u"new"_s))
            .value();
    changes = changeValue(changes, table("User"), ref("User", 1), u"name"_s, Value::text(u"Ada"_s),
                          Value::text(u"new"_s))
                  .value();
    proxy.lose(test::Proxy::Loss::Request, "COMMIT");
    QVERIFY(!commit(**lost, statementsOf(changes)));
    const auto found = outcomeOf(*m_server->open(Access::Write), statementsOf(changes), m_schema);
    QVERIFY(found);
    QCOMPARE(found->done, 1);
    QCOMPARE(found->undone, 1);
    QVERIFY(!found->isCommitted() && !found->isNotCommitted());
    run(u"ALTER TABLE Tags ENGINE = InnoDB"_s);
}

void LostAnswersTest::aCancelledDeployLeavesNothing()
{
    QFETCH_GLOBAL(QString, product);
    if (product != u"mariadb")
        QSKIP("PostgreSQL rolls back what it made");
    const Schema schema = resolve(test::projectOf(
        R"({ "name": "A" }, { "name": "B", "options": { "indexes": [{ "fields": ["aId"] }] } }, { "name": "C" })",
        R"({ "kind": "hasMany", "source": "A", "target": "B", "foreignKey": "aId" },
           { "kind": "belongsToMany", "source": "B", "target": "C", "through": "D" },
           { "kind": "belongsTo", "source": "A", "target": "C", "foreignKey": "cId" })"));
    const QStringList before = m_server->open(Access::Read)->tables({}).value();
    const int count = int(createStatements(schema, *m_server->url().dialect).size());
    QVERIFY(count >= 4);
    for (int number = 1; number <= count; ++number) {
        CancelledAt connection(*m_server, number);
        const auto deployed = deploy(connection, schema);
        QVERIFY(!deployed);
        QVERIFY2(deployed.error().message.contains(u"interrupted"_s), qPrintable(deployed.error().message));
        QVERIFY2(!deployed.error().message.contains(u"left in the database"_s),
                 qPrintable(deployed.error().message));
        QCOMPARE(m_server->open(Access::Read)->tables({}).value(), before);
    }
    CancelledAt connection(*m_server, 0);
    QVERIFY(deploy(connection, schema));
}

void LostAnswersTest::anSqliteFileInUseIsWaitedFor()
{
    QTemporaryDir folder;
    const DatabaseUrl url{.dialect = &sqliteDialect, .path = folder.filePath(u"busy.db"_s)};
    {
        const auto made = Connection::open(url, Access::Create);
        QVERIFY(made && deploy(**made, m_schema));
    }
    Writer writer(url.path);
    auto connection = Connection::open(url, Access::Write);
    QVERIFY(connection);
    const auto insert = [&] {
        return inTransaction(**connection, [&] {
            return (*connection)->execute(u"INSERT INTO Users (id) VALUES (1)"_s).map([](qint64) {});
        });
    };
    auto running = std::async(std::launch::async, insert);
    QVERIFY(running.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
    writer.end();
    const auto done = running.get();
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

void LostAnswersTest::whoHoldsAnSqliteFileIsSaid()
{
    QTemporaryDir folder;
    const DatabaseUrl url{.dialect = &sqliteDialect, .path = folder.filePath(u"busy.db"_s)};
    {
        const auto made = Connection::open(url, Access::Create);
        QVERIFY(made && deploy(**made, m_schema));
    }
    const Writer writer(url.path);
    auto connection = Connection::open(url, Access::Write);
    QVERIFY(connection);
    const auto refused = inTransaction(**connection, [] { return Result<void>(); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().message,
             u"model-tests (process %1) is writing to the database"_s.arg(writer.pid()));
    // A user who has enough of waiting need not go on.
    auto running = std::async(std::launch::async,
                              [&] { return inTransaction(**connection, [] { return Result<void>(); }); });
    QVERIFY(running.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
    (*connection)->cancel();
    const auto cancelled = running.get();
    QVERIFY(!cancelled);
    QVERIFY2(!cancelled.error().message.contains(u"writing"_s), qPrintable(cancelled.error().message));
}

THROUGHLINE_TEST(LostAnswersTest)
#include "tst_lostanswers.moc"
