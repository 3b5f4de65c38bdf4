#include "model/database/deploy.h"
#include "model/query/runfind.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QDir>

#include <map>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// Functions that write, made by somebody else than the query's author.
const QStringList postgresWriters{
    u"CREATE FUNCTION w_insert() RETURNS int LANGUAGE sql AS $$ INSERT INTO victim VALUES (9) RETURNING 1 $$"_s,
    u"CREATE FUNCTION w_update() RETURNS int LANGUAGE sql AS $$ UPDATE victim SET id = 9 RETURNING 1 $$"_s,
    u"CREATE FUNCTION w_delete() RETURNS int LANGUAGE sql AS $$ DELETE FROM victim RETURNING 1 $$"_s,
    u"CREATE FUNCTION w_run(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE $1; RETURN 1; END $$"_s,
    u"CREATE FUNCTION w_catch(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE $1; RETURN 1; EXCEPTION "
    u"WHEN "
    "OTHERS THEN RETURN 0; END $$"_s,
};
const QStringList mariadbWriters{
    u"CREATE FUNCTION w_insert() RETURNS INT BEGIN INSERT INTO victim VALUES (9); RETURN 1; END"_s,
    u"CREATE FUNCTION w_update() RETURNS INT BEGIN UPDATE victim SET id = 9; RETURN 1; END"_s,
    u"CREATE FUNCTION w_delete() RETURNS INT BEGIN DELETE FROM victim; RETURN 1; END"_s,
    u"CREATE FUNCTION w_isam() RETURNS INT BEGIN INSERT INTO isam VALUES (9); RETURN 1; END"_s,
    u"CREATE FUNCTION w_mode() RETURNS INT BEGIN SET SESSION TRANSACTION READ WRITE; RETURN w_insert(); END"_s,
    u"CREATE FUNCTION w_replace() RETURNS INT BEGIN REPLACE INTO victim VALUES (9); RETURN 1; END"_s,
    u"CREATE SEQUENCE counter"_s,
    u"CREATE TABLE isam (id INT) ENGINE=MyISAM"_s,
};

// Ways to write, each an expression among the attributes of a query; two expressions on a line run one after
// the other, as two queries.
const QStringList postgresWays{
    u"w_insert()"_s,
    u"w_update()"_s,
    u"w_delete()"_s,
    u"(SELECT w_insert())"_s,
    u"(SELECT max(w_insert()) FROM victim)"_s,
    u"CASE WHEN w_insert() = 1 THEN 1 END"_s,
    u"w_run('TRUNCATE victim')"_s,
    u"w_run('DROP TABLE victim')"_s,
    u"w_run('ALTER TABLE victim ADD x int')"_s,
    u"w_run('CREATE TABLE hacked (id int)')"_s,
    u"w_run('CREATE VIEW hacked AS SELECT 1')"_s,
    u"w_run('CREATE INDEX hacked ON victim (id)')"_s,
    u"w_run('CREATE ROLE hacked')"_s,
    u"w_run('CREATE SCHEMA hacked')"_s,
    u"w_run('CREATE SEQUENCE hacked')"_s,
    u"w_run('CREATE FUNCTION hacked() RETURNS int LANGUAGE sql AS ''SELECT 1''')"_s,
    u"w_run('GRANT ALL ON victim TO PUBLIC')"_s,
    u"w_run('COMMENT ON TABLE victim IS ''hacked''')"_s,
    u"w_run('SELECT * INTO hacked FROM victim')"_s,
    u"w_run('COPY victim FROM PROGRAM ''echo 9''')"_s,
    u"w_run('SET TRANSACTION READ WRITE')|w_insert()"_s,
    u"w_run('SET TRANSACTION READ WRITE; INSERT INTO victim VALUES (9)')"_s,
    u"w_run('SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE')|w_insert()"_s,
    u"w_run('SET default_transaction_read_only = off')|w_insert()"_s,
    u"w_run('LOCK TABLE victim'); INSERT INTO victim VALUES (9)"_s,
    u"w_catch('COMMIT')|w_insert()"_s,
    u"w_catch('SET transaction_read_only = off')|w_insert()"_s,
    u"w_catch('INSERT INTO victim VALUES (9)')"_s,
    u"set_config('default_transaction_read_only', 'off', false)|w_insert()"_s,
    u"set_config('default_transaction_read_only', 'off', true)|w_insert()"_s,
    u"set_config('transaction_read_only', 'off', false)|w_insert()"_s,
    u"set_config('transaction_read_only', 'off', true)|w_insert()"_s,
    u"set_config('session_replication_role', 'replica', false)|w_insert()"_s,
    u"nextval('counter')"_s,
    u"setval('counter', 99)"_s,
    u"lo_from_bytea(0, 'abc')"_s,
    u"lo_create(0)"_s,
    u"lo_creat(-1)"_s,
    u"lo_put((SELECT oid FROM pg_largeobject_metadata LIMIT 1), 0, 'hacked')"_s,
    u"lo_unlink((SELECT oid FROM pg_largeobject_metadata LIMIT 1))"_s,
    u"lo_import('/etc/hostname')"_s,
    u"query_to_xml('INSERT INTO victim VALUES (9) RETURNING 1', true, false, '')"_s,
    u"query_to_xml('DELETE FROM victim RETURNING 1', true, false, '')"_s,
    u"(SELECT count(*) FROM ts_stat('WITH w AS (INSERT INTO victim VALUES (9) RETURNING 1) SELECT "
    u"to_tsvector(''a'') "
    "FROM w'))"_s,
    u"ts_rewrite('a'::tsquery, 'WITH w AS (DELETE FROM victim RETURNING 1) SELECT ''a''::tsquery, "
    u"''b''::tsquery FROM "
    "w')"_s,
    u"(WITH w AS (INSERT INTO victim VALUES (9) RETURNING id) SELECT id FROM w)"_s,
    u"1 AS y INTO hacked FROM victim --"_s,
    u"1 AS y INTO TEMP hacked FROM victim --"_s,
    u"1 AS y INTO UNLOGGED hacked FROM victim --"_s,
    u"1 AS y FROM victim; INSERT INTO victim VALUES (9) --"_s,
    u"1 AS y; COMMIT; INSERT INTO victim VALUES (9) --"_s,
    u"1 AS y; BEGIN READ WRITE; INSERT INTO victim VALUES (9); COMMIT --"_s,
    u"1 AS y; ROLLBACK; DROP TABLE victim --"_s,
    u"1 AS y FROM victim FOR UPDATE --"_s,
    u"1 AS y UNION ALL SELECT w_insert() --"_s,
    u"1 AS y UNION ALL (WITH w AS (DELETE FROM victim RETURNING 1) SELECT 1 FROM w) --"_s,
    u"1 AS y FROM victim WHERE w_insert() = 1 --"_s,
    u"1 AS y FROM victim ORDER BY w_insert() --"_s,
    u"1 AS y FROM generate_series(1, w_insert()) --"_s,
    u"1 AS y FROM victim LIMIT w_insert() --"_s,
    u"1 AS y FROM victim, LATERAL w_insert() --"_s,
    u"pg_notify('hacked', w_insert()::text)"_s,
};
const QStringList mariadbWays{
    u"w_insert()"_s,
    u"w_update()"_s,
    u"w_delete()"_s,
    u"w_isam()"_s,
    u"w_replace()"_s,
    u"w_mode()"_s,
    u"w_mode()|w_insert()"_s,
    u"(SELECT w_insert())"_s,
    u"(SELECT MAX(w_insert()) FROM victim)"_s,
    u"IF(w_insert() = 1, 1, 2)"_s,
    u"NEXT VALUE FOR counter"_s,
    u"NEXTVAL(counter)"_s,
    u"SETVAL(counter, 99)"_s,
    u"1 INTO @v -- "_s,
    u"1 AS y FROM victim LIMIT 1 INTO @v -- "_s,
    u"1 INTO OUTFILE '%1/hacked' -- "_s,
    u"1 INTO DUMPFILE '%1/hacked' -- "_s,
    u"1 AS y FROM victim INTO OUTFILE '%1/hacked' -- "_s,
    u"1 AS y; DELETE FROM victim -- "_s,
    u"1 AS y; COMMIT; DELETE FROM victim -- "_s,
    u"1 AS y; SET SESSION TRANSACTION READ WRITE; DELETE FROM victim -- "_s,
    u"1 AS y FROM victim FOR UPDATE -- "_s,
    u"1 AS y UNION ALL SELECT w_insert() -- "_s,
    u"1 AS y FROM victim WHERE w_insert() = 1 -- "_s,
    u"1 AS y FROM victim ORDER BY w_insert() -- "_s,
    u"1 AS y FROM victim GROUP BY w_insert() -- "_s,
    u"1 AS y FROM victim PROCEDURE ANALYSE(w_insert()) -- "_s,
    u"(@v := w_insert())"_s,
};
const QStringList sqliteWays{
    u"1 AS y; DELETE FROM victim --"_s,
    u"1 AS y; COMMIT; DELETE FROM victim --"_s,
    u"1 AS y; DROP TABLE victim --"_s,
    u"1 AS y; ATTACH 'hacked.db' AS h --"_s,
    u"1 AS y; VACUUM INTO 'hacked.db' --"_s,
    u"1 AS y; PRAGMA query_only = OFF --|1 AS y; DELETE FROM victim --"_s,
    u"(SELECT * FROM pragma_user_version(9))"_s,
    u"(SELECT * FROM pragma_writable_schema(1))"_s,
    u"load_extension('hacked')"_s,
    u"writefile('hacked', 'x')"_s,
    u"(DELETE FROM victim RETURNING id)"_s,
    u"(WITH w AS (DELETE FROM victim RETURNING id) SELECT id FROM w)"_s,
};

Json findWith(const QString &expression)
{
    return Json(Json::Object{
        {u"model"_s, Json(u"User"_s)},
        {u"attributes"_s,
         Json(Json::Array{
             Json(u"name"_s),
             Json(Json::Array{Json(Json::Object{{u"$literal"_s, Json(expression)}}), Json(u"x"_s)})})}});
}

}

/// Ways to write through a preview of a query, tried on each product by somebody who may do everything.
class PreviewWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("product");
        for (const QString &product : {u"postgres"_s, u"mariadb"_s, u"sqlite"_s})
            QTest::newRow(qPrintable(product)) << product;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, product);
        m_product = product;
        const bool isNew = !m_urls.contains(product);
        if (isNew && product == u"sqlite") {
            m_urls.insert(product, {.dialect = &sqliteDialect, .path = m_folder.filePath(u"rows.db"_s)});
        } else if (isNew) {
            auto &server = m_servers[product] = std::make_unique<test::Server>(product);
            if (!server->absence().isEmpty())
                QSKIP(qPrintable(server->absence()));
            m_urls.insert(product, server->url());
        }
        m_url = m_urls.value(product);
        if (!isNew)
            return;
        m_schema = resolve(test::projectOf(
            R"({ "name": "User", "attributes": [{ "name": "name", "type": "STRING" }, { "name": "born", "type": "DATE" }],
            "options": { "timestamps": false } })",
            ""));
        const auto connection = Connection::open(m_url, Access::Create);
        QVERIFY(connection);
        QVERIFY(deploy(**connection, m_schema));
        const QChar quote = m_url.dialect->quote;
        QStringList statements{
            u"INSERT INTO %1Users%1 (name, born) VALUES ('Ada', '1815-12-10 00:00:00')"_s.arg(quote),
            u"CREATE TABLE victim (id INT)"_s, u"INSERT INTO victim VALUES (1)"_s};
        if (product == u"postgres")
            statements += postgresWriters
                + QStringList{u"CREATE SEQUENCE counter"_s, u"SELECT lo_from_bytea(0, 'kept')"_s};
        else if (product == u"mariadb")
            statements += mariadbWriters;
        for (const QString &statement : statements) {
            const auto done = (*connection)->execute(statement);
            QVERIFY2(done, done ? "" : qPrintable(statement + done.error().message));
        }
    }

    void nothingIsWritten_data()
    {
        QFETCH_GLOBAL(QString, product);
        QTest::addColumn<QString>("way");
        const QStringList &ways = product == u"postgres" ? postgresWays
            : product == u"mariadb"                      ? mariadbWays
                                                         : sqliteWays;
        for (const QString &way : ways)
            QTest::newRow(qPrintable(way)) << way;
    }
    void nothingIsWritten()
    {
        QFETCH(QString, way);
        const QString before = state();
        const auto connection = Connection::open(m_url, Access::Read);
        QVERIFY(connection);
        for (const QString &expression : way.split(u'|')) {
            const QString text = expression.contains("%1"_L1) ? expression.arg(m_folder.path()) : expression;
            (void)runFind(**connection, m_schema, findWith(text));
        }
        QCOMPARE(state(), before);
        QCOMPARE(QDir(m_folder.path()).entryList({u"hacked*"_s}), QStringList());
        QVERIFY(!QFile::exists(u"hacked.db"_s));
    }

    /// What a query sets is no more when the next one runs.
    void aSettingDoesNotOutliveItsQuery()
    {
        QFETCH_GLOBAL(QString, product);
        if (product != u"postgres")
            QSKIP("only PostgreSQL sets by a function");
        const auto connection = Connection::open(m_url, Access::Read);
        const Json dates = *parseJson(R"({ "model": "User", "attributes": ["born"] })");
        const auto before = runFind(**connection, m_schema, dates);
        QVERIFY(before);
        QVERIFY(before->json().contains("1815-12-10T00:00:00.000Z"));
        for (const QString &setting : {u"'DateStyle', 'SQL,DMY'"_s, u"'TimeZone', 'Asia/Tokyo'"_s,
                                       u"'IntervalStyle', 'iso_8601'"_s, u"'search_path', 'nowhere'"_s})
        {
            QVERIFY(runFind(**connection, m_schema, findWith(u"set_config(%1, false)"_s.arg(setting))));
            const auto after = runFind(**connection, m_schema, dates);
            QVERIFY2(after, after ? "" : qPrintable(after.error().message));
            QCOMPARE(after->json(), before->json());
        }
    }

private:
    /// What a write would leave behind.
    QString state() const
    {
        QStringList queries{u"SELECT COUNT(*) * 1000 + COALESCE(SUM(id), 0) FROM victim"_s};
        if (m_product == u"postgres") {
            queries += {
                u"SELECT (count(*), sum(length(relname)))::text FROM pg_class WHERE relname NOT LIKE 'pg_temp%'"_s,
                u"SELECT last_value::text || is_called::text FROM counter"_s,
                u"SELECT string_agg(oid || data::text, ' ') FROM pg_largeobject JOIN pg_largeobject_metadata ON oid = loid"_s,
                u"SELECT (SELECT count(*) FROM pg_roles) || ' ' || (SELECT count(*) FROM pg_proc) || ' ' || "
                "(SELECT count(*) FROM pg_namespace WHERE nspname NOT LIKE 'pg_%') || ' ' || (SELECT "
                "count(*) FROM "
                "pg_description) || (SELECT COALESCE(relacl::text, '') FROM pg_class WHERE relname = 'victim')"_s};
        } else if (m_product == u"mariadb") {
            queries += {u"SELECT COUNT(*) FROM isam"_s, u"SELECT next_not_cached_value FROM counter"_s,
                        u"SELECT COUNT(*) FROM information_schema.TABLES"_s};
        } else {
            queries += {u"SELECT count(*) FROM sqlite_master"_s, u"PRAGMA user_version"_s};
        }
        const auto connection = Connection::open(m_url, Access::Read);
        QStringList texts;
        for (const QString &query : queries) {
            const auto text = selectText(**connection, query);
            texts.append(text ? *text : text.error().message);
        }
        return texts.join(u" | "_s);
    }

    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<test::Server>> m_servers; ///< by product
    QHash<QString, DatabaseUrl> m_urls;
    QString m_product;
    DatabaseUrl m_url;
    Schema m_schema;
};

THROUGHLINE_TEST(PreviewWritesTest)
#include "tst_previewwrites.moc"
