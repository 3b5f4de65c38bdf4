#include "model/database/deploy.h"
#include "model/sample/fill.h"
#include "model/rows/input.h"
#include "model/query/runfind.h"
#include "model/sql/literal.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QProcess>

#include <future>
#include <map>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// What a condition is that takes half a minute for each row.
QString slowCondition(const Dialect &dialect)
{
    return dialect.bit == postgresBit ? u"pg_sleep(30) IS NULL"_s : u"SLEEP(30) = 1"_s;
}

Json workersWith(const QString &condition)
{
    const Json literal(Json::Object{{u"$literal"_s, Json(condition)}});
    return Json(Json::Object{{u"model"_s, Json(u"User"_s)}, {u"where"_s, literal}});
}

}

/// Real servers: what happens when a query is stopped, when it would write, and when the server goes away.
class ServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_schema =
            resolve(test::projectOf(R"({ "name": "User", "attributes": [{ "name": "name", "type": "STRING" }],
            "options": { "timestamps": false } })",
                                    ""));
    }

    void init()
    {
        QFETCH_GLOBAL(QString, product);
        std::unique_ptr<test::Server> &server = m_servers[product];
        m_server = server.get();
        if (m_server)
            return;
        server = std::make_unique<test::Server>(product);
        m_server = server.get();
        if (!m_server->absence().isEmpty())
            QSKIP(qPrintable(m_server->absence()));
        const auto connection = m_server->open(Access::Write);
        QVERIFY(deploy(*connection, m_schema));
        const QChar quote = connection->dialect().quote;
        QVERIFY(connection->execute(u"INSERT INTO %1Users%1 (name) VALUES ('Ada')"_s.arg(quote)));
    }

    void initTestCase_data()
    {
        QTest::addColumn<QString>("product");
        QTest::newRow("PostgreSQL") << u"postgres"_s;
        QTest::newRow("MariaDB") << u"mariadb"_s;
    }

    void aLongQueryIsStopped()
    {
        const auto connection = m_server->open(Access::Read);
        auto running = ask(*connection, workersWith(slowCondition(connection->dialect())));
        QVERIFY(running.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout);
        connection->cancel();
        QVERIFY(running.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        const auto stopped = running.get();
        QVERIFY(!stopped);
        QVERIFY2(!stopped.error().message.startsWith("Q01"_L1), qPrintable(stopped.error().message));
        QCOMPARE(answer(*connection), u"[{\"id\":1,\"name\":\"Ada\"}]"_s);
    }

    void nothingIsWritten_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("INSERT") << u"INSERT INTO %1Users%1 (name) VALUES ('Bob')"_s;
        QTest::newRow("UPDATE") << u"UPDATE %1Users%1 SET name = 'Bob'"_s;
        QTest::newRow("DELETE") << u"DELETE FROM %1Users%1"_s;
        QTest::newRow("CREATE TABLE") << u"CREATE TABLE other (id INTEGER)"_s;
    }
    void nothingIsWritten()
    {
        QFETCH(QString, sql);
        const auto connection = m_server->open(Access::Read);
        if (sql.contains("%1"_L1))
            sql = sql.arg(connection->dialect().quote);
        QVERIFY(!connection->execute(sql));
        QVERIFY(!connection->select(sql, {}, {}));
        QCOMPARE(answer(*connection), u"[{\"id\":1,\"name\":\"Ada\"}]"_s);
    }

    void aQueryIsOneStatement()
    {
        const auto connection = m_server->open(Access::Read);
        const QChar quote = connection->dialect().quote;
        const Json two =
            workersWith(u"1 = 1; SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; COMMIT; DELETE FROM "
                     "%1Users%1; --"_s.arg(quote));
        QVERIFY(!runFind(*connection, m_schema, two));
        const Json twoForMariadb =
            workersWith(u"1 = 1; SET SESSION TRANSACTION READ WRITE; DELETE FROM %1Users%1; -- "_s.arg(quote));
        QVERIFY(!runFind(*connection, m_schema, twoForMariadb));
        QCOMPARE(answer(*connection), u"[{\"id\":1,\"name\":\"Ada\"}]"_s);
    }

    void aConnectionThatIsCutIsOpenedAgain()
    {
        auto connection = m_server->open(Access::Read);
        const bool isPostgres = connection->dialect().bit == postgresBit;
        const auto number = selectText(
            *connection, isPostgres ? u"SELECT pg_backend_pid()::text"_s : u"SELECT CONNECTION_ID()"_s);
        QVERIFY(number);
        auto running = ask(*connection, workersWith(slowCondition(connection->dialect())));
        QVERIFY(running.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout);
        const auto other = m_server->open(Access::Write);
        QVERIFY(other->select(
            (isPostgres ? u"SELECT pg_terminate_backend(%1)"_s : u"KILL CONNECTION %1"_s).arg(*number), {},
            {}));
        QVERIFY(running.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        QVERIFY(!running.get());
        connection = m_server->open(Access::Read);
        QCOMPARE(answer(*connection), u"[{\"id\":1,\"name\":\"Ada\"}]"_s);
    }

    void encryptionIsAsTheUrlSays()
    {
        QFETCH_GLOBAL(QString, product);
        const QTemporaryDir folder;
        const QString other = folder.filePath(u"other.pem"_s);
        const QStringList makeOther{u"req"_s,       u"-x509"_s,   u"-newkey"_s,
                                    u"rsa:2048"_s,  u"-nodes"_s,  u"-subj"_s,
                                    u"/CN=other"_s, u"-keyout"_s, folder.filePath(u"key"_s),
                                    u"-out"_s,      other};
        QProcess openssl;
        openssl.start(u"openssl"_s, makeOther);
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
        const QString authority = m_server->authority();
        // What the connection says of itself, or a part of the refusal.
        using Row = std::pair<QMap<QString, QString>, QString>;
        const QList<Row> postgres{
            {{{u"sslmode"_s, u"disable"_s}}, u"off"_s},
            {{{u"sslmode"_s, u"require"_s}}, u"on"_s},
            {{{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, authority}}, u"on"_s},
            {{{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, other}}, u"certificate verify failed"_s},
            {{{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, u"/nowhere"_s}}, u"/nowhere"_s},
        };
        const QList<Row> mariadb{
            {{{u"ssl-mode"_s, u"DISABLED"_s}}, u"off"_s},
            {{}, u"on"_s},
            {{{u"ssl-mode"_s, u"REQUIRED"_s}}, u"on"_s},
            {{{u"ssl-mode"_s, u"VERIFY_IDENTITY"_s}, {u"ssl-ca"_s, authority}}, u"on"_s},
            {{{u"ssl-mode"_s, u"VERIFY_IDENTITY"_s}, {u"ssl-ca"_s, other}}, u"certificate"_s},
        };
        const bool isPostgres = product == u"postgres";
        const QString question = isPostgres
            ? u"SELECT CASE WHEN ssl THEN 'on' ELSE 'off' END FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s
            : u"SELECT IF(VARIABLE_VALUE = '', 'off', 'on') FROM information_schema.SESSION_STATUS WHERE "
              "VARIABLE_NAME = 'Ssl_cipher'"_s;
        for (const auto &[options, expected] : isPostgres ? postgres : mariadb) {
            DatabaseUrl url = m_server->url();
            url.options = options;
            const auto connection = Connection::open(url, Access::Read);
            const auto told =
                connection ? selectText(**connection, question) : tl::unexpected(connection.error());
            const QString text = told ? *told : told.error().message;
            QVERIFY2(told ? text == expected : text.contains(expected),
                     qPrintable(expected + u": "_s + text));
        }
    }

    /// A type or a default that smuggles a second statement in.
    void aStatementOfTheSchemaIsOne()
    {
        const auto connection = m_server->open(Access::Write);
        QVERIFY(!connection->execute(u"CREATE TABLE a (id int); CREATE TABLE b (id int)"_s));
        QVERIFY(connection->tables({})->filter(QRegularExpression(u"^[ab]$"_s)).isEmpty());
    }

    /// Modes of the server by which a backslash, or a name between backticks, would be read otherwise.
    void valuesAreReadAsTheyAreWritten()
    {
        QFETCH_GLOBAL(QString, product);
        if (product != u"mariadb")
            QSKIP("PostgreSQL's texts know no such mode");
        QVERIFY(
            m_server->open(Access::Write)
                ->execute(u"SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES,STRICT_TRANS_TABLES'"_s));
        const auto connection = m_server->open(Access::Read);
        const Json where(Json::Object{{u"name"_s, Json(u"\\' OR 1 = 1 -- "_s)}});
        const auto found = runFind(*connection, m_schema,
                                   Json(Json::Object{{u"model"_s, Json(u"User"_s)}, {u"where"_s, where}}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->json(), "[]");
        QCOMPARE(*selectText(*connection, u"SELECT @@sql_mode"_s), u"STRICT_TRANS_TABLES"_s);
        QVERIFY(m_server->open(Access::Write)->execute(u"SET GLOBAL sql_mode = DEFAULT"_s));
    }

    void aClosedConnectionIsNoticed()
    {
        const auto connection = m_server->open(Access::Read);
        QVERIFY(connection->isAlive());
        const bool isPostgres = connection->dialect().bit == postgresBit;
        const auto number = selectText(
            *connection, isPostgres ? u"SELECT pg_backend_pid()::text"_s : u"SELECT CONNECTION_ID()"_s);
        const auto other = m_server->open(Access::Write);
        QVERIFY(other->select(
            (isPostgres ? u"SELECT pg_terminate_backend(%1)"_s : u"KILL CONNECTION %1"_s).arg(*number), {},
            {}));
        QTRY_VERIFY(!connection->isAlive());
    }

    void theNextRowFollowsTheSamples()
    {
        const Schema schema = resolve(test::projectOf(
            R"({ "name": "Climber", "attributes": [{ "name": "nick", "type": "STRING" }] },
            { "name": "Badge", "attributes": [{ "name": "No.", "type": "BIGINT", "primaryKey": true, "autoIncrement": true, "autoIncrementIdentity": true },
                { "name": "nick", "type": "STRING" }], "options": { "tableName": "Badge No" } },
            { "name": "Award", "attributes": [{ "name": "id", "type": "SMALLINT", "primaryKey": true, "autoIncrement": true }, { "name": "nick", "type": "STRING" }] })",
            R"({ "kind": "belongsToMany", "source": "Climber", "target": "Badge", "through": "Award" },
            { "kind": "belongsToMany", "source": "Badge", "target": "Climber", "through": "Award" })"));
        const auto connection = m_server->open(Access::Write);
        const auto deployed = deploy(*connection, schema);
        QVERIFY2(deployed, deployed ? "" : qPrintable(deployed.error().message));
        const auto filled = fillSample(*connection, schema);
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().message));
        const Dialect &dialect = connection->dialect();
        for (const Table &table : schema.tables) {
            const bool hasTimes = table.column(u"createdAt"_s);
            const QString names = quotedName(u"nick"_s, dialect)
                + (hasTimes ? u", "_s + quotedName(u"createdAt"_s, dialect) + u", "_s
                           + quotedName(u"updatedAt"_s, dialect)
                            : QString());
            const QString insert = u"INSERT INTO "_s + quotedTable(table, dialect) + u" ("_s + names
                + u") VALUES ('new'"_s + (hasTimes ? u", '2024-01-01', '2024-01-01')"_s : u")"_s);
            const auto inserted = connection->execute(insert);
            QVERIFY2(inserted, inserted ? "" : qPrintable(inserted.error().message));
            const QString key = quotedName(table.firstPrimaryKey()->name, dialect);
            const QString latest = u"SELECT COUNT(*) FROM "_s + quotedTable(table, dialect)
                + u" AS a WHERE nick = 'new' AND "_s + key + u" = (SELECT MAX("_s + key + u") FROM "_s
                + quotedTable(table, dialect) + u')';
            QCOMPARE(selectText(*connection, latest).value_or(QString()), u"1"_s);
        }
    }

    void numbersThatAreNoneAreShown()
    {
        const auto connection = m_server->open(Access::Write);
        if (connection->dialect().bit != postgresBit)
            QSKIP("only PostgreSQL has them");
        const Type type{.name = TypeName::Double};
        const Column column{.attribute = u"d"_s, .name = u"d"_s, .type = type};
        for (const QString &word : {u"NaN"_s, u"Infinity"_s, u"-Infinity"_s}) {
            const auto typed = parseInput(word, column, connection->dialect());
            QVERIFY2(typed, typed ? "" : qPrintable(typed.error().message));
            Value read;
            const QString literal = literalOf(*typed, type, connection->dialect());
            const auto selected = connection->select(
                u"SELECT d FROM (VALUES (%1::float8)) AS v (d) WHERE d = %1::float8"_s.arg(literal), {},
                [&](std::span<const Cell> row) {
                    read = Value::of(row[0]);
                    return true;
                });
            QVERIFY2(selected, selected ? "" : qPrintable(selected.error().message));
            QCOMPARE(displayText(read, type), word);
            QVERIFY(read == *typed);
        }
    }

    void aServerThatGoesAwayIsAnError()
    {
        const auto connection = m_server->open(Access::Read);
        auto running = ask(*connection, workersWith(slowCondition(connection->dialect())));
        QVERIFY(running.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout);
        m_server->kill();
        QVERIFY(running.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        const auto gone = running.get();
        QVERIFY(!gone);
        QVERIFY(!gone.error().message.isEmpty());
        connection->cancel();
        QVERIFY(!runFind(*connection, m_schema, workersWith(u"1 = 1"_s)));
        QVERIFY(!Connection::open(m_server->url(), Access::Read));
        QFETCH_GLOBAL(QString, product);
        m_servers.erase(product);
    }

private:
    std::future<Result<Nest>> ask(Connection &connection, const Json &find) const
    {
        return std::async(std::launch::async,
                          [this, &connection, find] { return runFind(connection, m_schema, find); });
    }
    QString answer(Connection &connection) const
    {
        const auto found = runFind(connection, m_schema, workersWith(u"1 = 1"_s));
        return found ? QString::fromUtf8(found->json()) : found.error().message;
    }

    Schema m_schema;
    std::map<QString, std::unique_ptr<test::Server>> m_servers; ///< by product, until one is killed
    test::Server *m_server = nullptr;
};

THROUGHLINE_TEST(ServersTest)
#include "tst_servers.moc"
