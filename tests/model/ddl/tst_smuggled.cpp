#include "model/check/check.h"
#include "model/database/deploy.h"
#include "model/ddl/create.h"

#include "tests/support/projects.h"
#include "tests/support/server.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// A place of a model's text in a script: `%1` is where a JSON string goes.
struct Spot
{
    const char *name;
    const char *attribute; ///< behind the name of x
    const char *index; ///< of the only index; empty where there is none
    const char *options;
    const char *leftOutOn; ///< where a text that closes a parenthesis is left out
};

constexpr auto everywhere = "sqlite postgres mysql mariadb";
constexpr auto servers = "postgres mysql mariadb";
constexpr auto mysqlOnly = "mysql mariadb";

const Spot spots[] = {
    {"type", R"("type":%1)", "", "", everywhere},
    {"raw type", R"("type":{"$raw":%1})", "", "", everywhere},
    {"literal", R"("type":"INTEGER","defaultValue":{"$literal":%1})", "", "", everywhere},
    {"literal of a key",
     R"("type":"INTEGER","autoIncrement":true,"unique":true,"defaultValue":{"$literal":%1})", "", "",
     everywhere},
    {"function", R"("type":"INTEGER","defaultValue":{"$fn":[%1,1]})", "", "", everywhere},
    {"argument", R"("type":"INTEGER","defaultValue":{"$fn":["f",{"$literal":%1}]})", "", "", everywhere},
    {"text", R"("type":"STRING","defaultValue":%1)", "", "", ""},
    {"label", R"("type":"ENUM","values":["a",%1])", "", "", ""},
    {"default of an ENUM", R"("type":"ENUM","values":["a"],"defaultValue":%1)", "", "", "postgres"},
    {"comment", R"("type":"STRING","comment":%1)", "", "", ""},
    {"action", R"("type":"INTEGER","references":{"model":"canary","key":"id"},"onDelete":%1)", "", "",
     everywhere},
    {"method", R"("type":"STRING")", R"("fields":["x"],"using":%1)", "", servers},
    {"operator", R"("type":"STRING")", R"("fields":["x"],"operator":%1)", "", "postgres"},
    {"kind", R"("type":"STRING")", R"("fields":["x"],"type":%1)", "", mysqlOnly},
    {"order", R"("type":"STRING")", R"("fields":[{"name":"x","order":%1}])", "", everywhere},
    {"collation", R"("type":"STRING")", R"("fields":[{"name":"x","collate":%1}])", "", ""},
    {"expression", R"("type":"STRING")", R"("fields":[{"$literal":%1}])", "", everywhere},
    {"function of an index", R"("type":"STRING")", R"("fields":[{"$fn":[%1,{"$col":"x"}]}])", "", everywhere},
    {"condition", R"("type":"STRING")", R"("fields":["x"],"where":{"x":{"$literal":%1}})", "",
     "sqlite postgres"},
    {"engine", R"("type":"STRING")", "", R"("engine":%1)", mysqlOnly},
    {"charset", R"("type":"STRING")", "", R"("charset":%1)", mysqlOnly},
    {"collation of a table", R"("type":"STRING")", "", R"("collate":%1)", mysqlOnly},
    {"row format", R"("type":"STRING")", "", R"("rowFormat":%1)", mysqlOnly},
};

/// Each would drop the canary, make something that is called hacked, or run a shell, by one reader or
/// another.
const QStringList payloads{
    u"INTEGER); DROP TABLE canary; CREATE TABLE hacked(id INTEGER"_s,
    u"INTEGER); COMMIT; DROP TABLE canary; CREATE TABLE hacked(id INTEGER"_s,
    u"INTEGER); DROP TABLE canary; --"_s,
    u"x\n\\! touch FILE\n"_s,
    u"INTEGER \\! touch FILE"_s,
    u"btree (x);\n\\! touch FILE\n"_s,
    u"x'); DROP TABLE canary; --"_s,
    u"x\"); DROP TABLE canary; --"_s,
    u"x`); DROP TABLE canary; --"_s,
    u"'\\'); DROP TABLE canary; -- '"_s,
    u"E'a'\n'\\' || '); DROP TABLE canary; --'"_s,
    u"INTEGERE'\\'||'); DROP TABLE canary; --'"_s,
    u"PRIMARY KEYE'\\'||'); DROP TABLE canary; --'"_s,
    u"1E'\\'||'); DROP TABLE canary; --'"_s,
    u"`'`); DROP TABLE canary; --'"_s,
    u"['] ); DROP TABLE canary; --'"_s,
    u"$$ $x$); DROP TABLE canary; --"_s,
    u"INTEGER, hacked INTEGER"_s,
    u"x) /*! ; DROP TABLE canary */ -- "_s,
    u"x\n/\nDROP TABLE canary\n/\n"_s,
    u"x\ndelimiter /\nDROP TABLE canary/\n"_s,
    u"x\n;\n.shell touch FILE\n"_s,
};

QByteArray quoted(const QString &text)
{
    return quotedJson(text).toUtf8();
}

Project projectWith(const Spot &spot, const QString &text, int number)
{
    const auto filled = [&](const char *form) { return QByteArray(form).replace("%1", quoted(text)); };
    const QByteArray name = "A" + QByteArray::number(number);
    const QByteArray index =
        *spot.index ? "{\"name\":\"i" + name + "\"," + filled(spot.index) + "}" : QByteArray();
    return test::projectOf("{\"name\":\"" + name + "\",\"attributes\":[{\"name\":\"x\","
                               + filled(spot.attribute) + "}],\"options\":{" + filled(spot.options)
                               + "},\"indexes\":[" + index + "]}",
                           "");
}

/// Every payload in every place, each in tables of its own.
QList<Schema> attacks(const QString &file)
{
    QList<Schema> schemas;
    for (const Spot &spot : spots) {
        for (QString payload : payloads)
            schemas.append(resolve(projectWith(spot, payload.replace(u"FILE"_s, file), int(schemas.size()))));
    }
    return schemas;
}

/// What came of the canary; empty where it is as it was.
QString harm(Connection &connection, const QString &file)
{
    const auto row = selectText(connection, u"SELECT id FROM canary"_s);
    if (row.value_or(QString()) != u"7")
        return u"the canary is gone"_s;
    if (connection.tables({}).value_or(QStringList()).contains(u"hacked"_s))
        return u"a table is made"_s;
    const QString columns = connection.dialect().bit == sqliteBit
        ? u"SELECT count(*) FROM sqlite_master m, pragma_table_info(m.name) c WHERE c.name = 'hacked'"_s
        : u"SELECT count(*) FROM information_schema.columns WHERE column_name = 'hacked'"_s;
    if (selectText(connection, columns).value_or(QString()) != u"0")
        return u"a column is made"_s;
    return QFile::exists(file) ? u"a shell ran"_s : QString();
}

bool makeCanary(Connection &connection)
{
    return connection.execute(u"CREATE TABLE canary (id INTEGER PRIMARY KEY)"_s)
        && connection.execute(u"INSERT INTO canary VALUES (7)"_s);
}

/// The program that reads scripts of a product, with what it must be told.
QStringList clientOf(const DatabaseUrl &url)
{
    if (url.dialect->bit == sqliteBit)
        return {u"sqlite3"_s, url.path};
    const QString port = QString::number(url.port);
    if (url.dialect->bit == postgresBit)
        return {u"psql"_s, u"-q"_s, u"-h"_s, url.host, u"-p"_s, port, u"-U"_s, url.user, u"-d"_s, url.name};
    return {u"mariadb"_s,           u"--force"_s, u"-h"_s + url.host, u"-P"_s + port, u"-u"_s + url.user,
            u"-p"_s + url.password, url.name};
}

}

/// Texts of a project that stand in a script without quotes: none of them says more than its place does.
class SmuggledTest : public QObject
{
    Q_OBJECT

private:
    /// Deploys all attacks, then feeds their scripts to the product's own client.
    void attack(const DatabaseUrl &url, const std::function<std::unique_ptr<Connection>()> &open)
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"shell"_s);
        auto connection = open();
        const Dialect &dialect = connection->dialect();
        QVERIFY(makeCanary(*connection));
        const auto schemas = attacks(file);
        constexpr int many = 10;
        int count = 0;
        for (const Schema &schema : schemas) {
            const auto statements = createStatements(schema, dialect);
            const QString script = createScript(schema, dialect);
            // What does not write the text can do nothing by it.
            if (!script.contains("canary"_L1) && !script.contains("hacked"_L1) && !script.contains(file)
                && !script.contains("left out"_L1))
                continue;
            const auto done = deploy(*connection, schema);
            if (std::any_of(statements.begin(), statements.end(), [](auto &each) { return each.isLeftOut; }))
            {
                QVERIFY(!done);
                continue;
            }
            if (++count % many == 0)
                QVERIFY2(harm(*connection, file).isEmpty(), qPrintable(script));
        }
        QCOMPARE(harm(*connection, file), QString());

        const QStringList client = clientOf(url);
        if (QStandardPaths::findExecutable(client[0]).isEmpty())
            return;
        for (int payload = 0; payload < payloads.size(); ++payload) {
            QProcess process;
            process.start(client[0], client.mid(1));
            for (qsizetype i = payload; i < schemas.size(); i += payloads.size()) {
                // Its tables are others than those that stand already.
                const QString model = schemas[i].tables[0].model;
                process.write(createScript(schemas[i], dialect).replace(model, u"B"_s + model).toUtf8());
            }
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            QVERIFY2(harm(*connection, file).isEmpty(), qPrintable(payloads[payload]));
        }
    }

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < int(std::size(spots)); ++i)
            QTest::newRow(spots[i].name) << i;
    }
    /// What does not stay in its place is told of and in no script.
    void places()
    {
        QFETCH(int, place);
        const Spot &spot = spots[place];
        const auto isLeftOut = [](const QList<Statement> &statements) {
            return std::any_of(statements.begin(), statements.end(),
                               [](auto &each) { return each.isLeftOut; });
        };
        for (const Dialect *dialect : dialects()) {
            const bool expected =
                QByteArray(spot.leftOutOn).split(' ').contains(QByteArray(dialect->id.data()));
            for (const QString &payload : payloads) {
                const Project project = projectWith(spot, payload, 0);
                const Schema schema = resolve(project);
                const auto statements = createStatements(schema, *dialect);
                if (payload.startsWith("INTEGER); "_L1) && !payload.endsWith("--"_L1))
                    QVERIFY2(isLeftOut(statements) == expected, dialect->id.data());
                if (!isLeftOut(statements))
                    continue;
                QVERIFY(!createScript(schema, *dialect).contains(payload));
                const auto problems = check(project, schema, dialect->bit, Severity::Error);
                QVERIFY2(!problems.isEmpty(), qPrintable(payload));
            }
        }
    }

    void soundOnesAreKept()
    {
        const Schema schema = resolve(test::projectOf(R"_({"name":"A","attributes":[
            {"name":"x","type":"STRING"},
            {"name":"n","type":{"$raw":"DECIMAL(10, 2)"},"defaultValue":{"$literal":"(1 +\n 2)"}}],
            "indexes":[{"name":"i","using":"gin","operator":"gin_trgm_ops(siglen = 32)","fields":["x"],
                        "where":{"x":{"$literal":"';'"}}},
                       {"name":"j","fields":[{"$literal":"lower(x || ';')"}]}]})_",
                                                      ""));
        const QString script = createScript(schema, postgresDialect);
        QVERIFY(script.contains("DECIMAL(10, 2) DEFAULT (1 +  2)"_L1));
        QVERIFY(script.contains("USING gin (\"x\" gin_trgm_ops(siglen = 32)) WHERE ';'"_L1));
        QVERIFY(script.contains("(lower(x || ';'))"_L1));
        QVERIFY(!script.contains("left out"_L1));
    }

    void canaryOnSqlite()
    {
        QTemporaryDir folder;
        const DatabaseUrl url{.dialect = &sqliteDialect, .path = folder.filePath(u"x.sqlite"_s)};
        attack(url, [&] { return std::move(*Connection::open(url, Access::Create)); });
    }

    void canaryOnServers_data()
    {
        QTest::addColumn<QString>("product");
        QTest::newRow("PostgreSQL") << u"postgres"_s;
        QTest::newRow("MariaDB") << u"mariadb"_s;
    }
    void canaryOnServers()
    {
        QFETCH(QString, product);
        const test::Server server(product);
        if (!server.absence().isEmpty())
            QSKIP(qPrintable(server.absence()));
        attack(server.url(), [&] { return server.open(Access::Write); });
    }
};

THROUGHLINE_TEST(SmuggledTest)
#include "tst_smuggled.moc"
