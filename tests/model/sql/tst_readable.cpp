#include "model/sql/readable.h"

#include "model/query/find.h"
#include "model/query/plan.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// The text without white space that stands outside of quotes.
QString squeezed(const QString &sql)
{
    QString out;
    QChar quote;
    for (const QChar c : sql) {
        if (quote.isNull() && c.isSpace())
            continue;
        if (quote.isNull() && (c == u'\'' || c == u'"' || c == u'`'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        out += c;
    }
    return out;
}

}

class ReadableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOut_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("lines");
        QTest::newRow("clauses")
            << uR"(SELECT "a", count(*) AS "n" FROM "t" AS "T" WHERE "a" = 1 AND ("b" = 2 AND "c" = 3) GROUP BY "a" ORDER BY "a" ASC LIMIT 3;)"_s
            << u"SELECT \"a\", count(*) AS \"n\"\nFROM \"t\" AS \"T\"\nWHERE \"a\" = 1\n  AND (\"b\" = 2 AND "
               u"\"c\" = 3)\n"
               "GROUP BY \"a\"\nORDER BY \"a\" ASC\nLIMIT 3;"_s;
        QTest::newRow("a join of a join")
            << uR"(SELECT a FROM t LEFT OUTER JOIN ( x INNER JOIN y ON y.id = x.y AND x.ok = 1) ON t.id = x.t;)"_s
            << u"SELECT a\nFROM t\nLEFT OUTER JOIN (\n    x\n    INNER JOIN y\n      ON y.id = x.y\n      AND x.ok = 1\n) ON t.id = x.t;"_s;
        QTest::newRow("a subquery")
            << uR"(SELECT a.* FROM (SELECT b FROM c WHERE d = 1 LIMIT 2) AS a;)"_s
            << u"SELECT a.*\nFROM (\n    SELECT b\n    FROM c\n    WHERE d = 1\n    LIMIT 2\n) AS a;"_s;
        QTest::newRow("between") << u"SELECT a FROM b WHERE c BETWEEN 1 AND 2 AND d = 3"_s
                                 << u"SELECT a\nFROM b\nWHERE c BETWEEN 1 AND 2\n  AND d = 3"_s;
        QTest::newRow("words in quotes") << u"SELECT 'it''s FROM here', \"WHERE (\" FROM `AND (`"_s
                                         << u"SELECT 'it''s FROM here', \"WHERE (\"\nFROM `AND (`"_s;
        QTest::newRow("a comment") << u"SELECT 1 -- FROM\n FROM a WHERE b = 1"_s
                                   << u"SELECT 1 -- FROM\n FROM a WHERE b = 1"_s;
        QTest::newRow("an open quote") << u"SELECT 'a FROM b"_s << u"SELECT 'a FROM b"_s;
        QTest::newRow("other quotes") << u"SELECT $$ FROM $$ FROM b"_s << u"SELECT $$ FROM $$ FROM b"_s;
    }
    void laysOut()
    {
        QFETCH(QString, sql);
        QTEST(readableSql(sql, sqliteDialect), "lines");
    }

    void escapesAreTheDialects()
    {
        const QString sql = uR"(SELECT 'a\' FROM b', c FROM d)"_s;
        QCOMPARE(readableSql(sql, mysqlDialect), u"SELECT 'a\\' FROM b', c\nFROM d"_s);
        QCOMPARE(readableSql(sql, sqliteDialect), sql); // the last quote is open
        QCOMPARE(readableSql(uR"(SELECT E'a\' FROM b', c FROM d)"_s, postgresDialect),
                 u"SELECT E'a\\' FROM b', c\nFROM d"_s);
    }

    void samplesKeepTheirWords()
    {
        for (const QString &name : {u"workshop"_s, u"family"_s, u"user-groups"_s, u"worker-tasks"_s}) {
            const Project project = test::sampleProject(name);
            const Schema schema = resolve(project);
            for (const Query &query : project.queries) {
                for (const Dialect *dialect : dialects()) {
                    const QString sql = plan(**readFind(query.find, schema), schema, *dialect)->sql;
                    const QString readable = readableSql(sql, *dialect);
                    QCOMPARE(squeezed(readable), squeezed(sql));
                    for (const QString &line : readable.split(u'\n'))
                        QVERIFY2(line.size() < 140, qPrintable(line));
                    QVERIFY(readable.count(u'\n') > 3);
                }
            }
        }
    }
};

THROUGHLINE_TEST(ReadableTest)
#include "tst_readable.moc"
