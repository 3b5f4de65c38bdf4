#include "model/sql/where.h"

#include "model/sql/literal.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// Conditions in Sequelize's shape, on SQLite.
class WhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_schema = resolve(test::projectOf("{\"name\":\"A\",\"attributes\":[{\"name\":\"i\",\"type\":"
                                           "\"INTEGER\"},{\"name\":\"str\",\"type\":\"STRING\"},"
                                           "{\"name\":\"b\",\"type\":\"BOOLEAN\"},{\"name\":\"f\",\"type\":"
                                           "\"FLOAT\"},{\"name\":\"d\",\"type\":\"DATE\"},"
                                           "{\"name\":\"day\",\"type\":\"DATEONLY\"},{\"name\":\"j\","
                                           "\"type\":\"JSON\"},{\"name\":\"bytes\",\"type\":\"BLOB\"}]}",
                                           {}));
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("sql");
        const auto row = [](const QByteArray &where, const QString &sql) {
            QTest::newRow(where) << where << sql;
        };
        row("{}", u""_s);
        row("{'i':1}", u"`A`.`i` = 1"_s);
        row("{'i':null}", u"`A`.`i` IS NULL"_s);
        row("{'i':[1,2]}", u"`A`.`i` IN (1, 2)"_s);
        row("{'i':[]}", u"`A`.`i` IN (NULL)"_s);
        row("{'i':{'$ne':1}}", u"`A`.`i` != 1"_s);
        row("{'i':{'$ne':null}}", u"`A`.`i` IS NOT NULL"_s);
        row("{'i':{'$not':null}}", u"`A`.`i` IS NOT NULL"_s);
        row("{'i':{'$not':5}}", u"`A`.`i` != 5"_s);
        row("{'i':{'$not':[1,2]}}", u"`A`.`i` NOT IN (1, 2)"_s);
        row("{'b':{'$not':true}}", u"`A`.`b` IS NOT 1"_s);
        row("{'b':{'$is':null}}", u"`A`.`b` IS NULL"_s);
        row("{'i':{'$gt':1,'$lt':9}}", u"(`A`.`i` > 1 AND `A`.`i` < 9)"_s);
        row("{'i':{'$between':[1,2]}}", u"`A`.`i` BETWEEN 1 AND 2"_s);
        row("{'i':{'$notBetween':[1,2]}}", u"`A`.`i` NOT BETWEEN 1 AND 2"_s);
        row("{'i':{'$notIn':[]}}", u""_s);
        row("{'str':{'$like':'%a'}}", u"`A`.`str` LIKE '%a'"_s);
        row("{'str':{'$startsWith':'a%b'}}", u"`A`.`str` LIKE 'a%b%'"_s);
        row("{'str':{'$endsWith':'a'}}", u"`A`.`str` LIKE '%a'"_s);
        row("{'str':{'$substring':'it'}}", u"`A`.`str` LIKE '%it%'"_s);
        row("{'str':{'$regexp':'^a'}}", u"`A`.`str` REGEXP '^a'"_s);
        row("{'i':{'$or':[1,{'$gt':5},null]}}", u"(`A`.`i` = 1 OR `A`.`i` > 5 OR `A`.`i` IS NULL)"_s);
        row("{'$or':[{'i':1},{'str':'x','b':true}]}",
            u"(`A`.`i` = 1 OR (`A`.`str` = 'x' AND `A`.`b` = 1))"_s);
        row("{'$or':{'i':1,'str':'x'}}", u"(`A`.`i` = 1 OR `A`.`str` = 'x')"_s);
        row("{'$or':[]}", u"0 = 1"_s);
        row("{'$and':[]}", u""_s);
        row("{'$not':{'i':1,'str':'x'}}", u"NOT (`A`.`i` = 1 AND `A`.`str` = 'x')"_s);
        row("{'str':'x','$and':[{'i':1}]}", u"(`A`.`i` = 1) AND `A`.`str` = 'x'"_s); // operators come first
        row("[{'i':1},{'$literal':'a = b'}]", u"(`A`.`i` = 1 AND a = b)"_s);
        row("{'i':{'$col':'A.id'}}", u"`A`.`i` = `A`.`id`"_s);
        row("{'i':{'$gt':{'$col':'id'}}}", u"`A`.`i` > `id`"_s);
        row("{'$Tasks.Comments.body$':'x'}", u"`Tasks->Comments`.`body` = 'x'"_s);
        row("{'j.a.b':'x'}", u"json_extract(`A`.`j`,'$.a.b') = 'x'"_s);
        row("{'j':{'a':{'b':{'$gt':3}},'t':true}}",
            u"(CAST(json_extract(`A`.`j`,'$.a.b') AS DOUBLE PRECISION) > 3 AND CAST(json_extract(`A`.`j`,'$.t') AS BOOLEAN) = 1)"_s);
        row("{'j.list[0]':'x'}", u"json_extract(`A`.`j`,'$.list[0]') = 'x'"_s);
        row("{'f':1.5}", u"`A`.`f` = '1.5'"_s);
        row("{'str':5}", u"`A`.`str` = 5"_s);
        row("{'d':'2020-01-02'}", u"`A`.`d` = '2020-01-02 00:00:00.000 +00:00'"_s);
        row("{'d':{'$date':'2020-01-02T03:04:05+02:00'}}", u"`A`.`d` = '2020-01-02 01:04:05.000 +00:00'"_s);
        row("{'day':'nonsense'}", u"`A`.`day` = 'Invalid date'"_s);
        row("{'bytes':{'$hex':'00ff'}}", u"`A`.`bytes` = X'00ff'"_s);
        row("{'str':{'$fn':['lower','X']}}", u"`A`.`str` = lower('X')"_s);
        row("{'$and':[{'$where':[{'$fn':['char_length',{'$col':'str'}]},'$gt',3]}]}",
            u"(char_length(`str`) > 3)"_s);
        row("{'$and':[{'$where':[{'$cast':[{'$col':'i'},'varchar']},'x']}]}",
            u"(CAST(`i` AS VARCHAR) = 'x')"_s);
        row("7", u"`A`.`id` = 7"_s);
    }
    void conditions()
    {
        QFETCH(QByteArray, where);
        const auto json = parseJson(QByteArray(where).replace('\'', '"'));
        QVERIFY(json);
        const auto sql = whereCondition(*json, {m_schema.table(u"A"), u"`A`"_s}, sqliteDialect);
        QVERIFY2(sql, sql ? "" : sql.error().message.toUtf8());
        QTEST(*sql, "sql");
    }

    void hostileValuesStayValues_data()
    {
        QTest::addColumn<QString>("value");
        for (const auto &value :
             {u"'; DROP TABLE x; --"_s, u"a''b"_s, u"\\"_s, u"\\'"_s, u"`\"`"_s, u"\n;"_s, u"é😀"_s})
            QTest::newRow(value.toUtf8()) << value;
    }
    void hostileValuesStayValues()
    {
        QFETCH(QString, value);
        const Json where(Json::Object{{u"str"_s, Json(value)}});
        QCOMPARE(*whereCondition(where, {m_schema.table(u"A"), {}}, sqliteDialect),
                 u"`str` = '"_s + QString(value).replace(u"'"_s, u"''"_s) + u'\'');
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("text") << QByteArray("'a = b'");
        QTest::newRow("an object for a text") << QByteArray("{'str':{'x':1}}");
        QTest::newRow("a list of texts") << QByteArray("[['a']]");
        QTest::newRow("in without a list") << QByteArray("{'i':{'$in':3}}");
        QTest::newRow("between one") << QByteArray("{'i':{'$between':[1]}}");
        QTest::newRow("or of a number") << QByteArray("{'i':{'$or':7}}");
    }
    void refuses()
    {
        QFETCH(QByteArray, where);
        const auto json = parseJson(QByteArray(where).replace('\'', '"'));
        QVERIFY(!whereCondition(*json, {m_schema.table(u"A"), {}}, sqliteDialect));
    }

    void namesLoseTheQuote()
    {
        QCOMPARE(quotedName(u"we\"ird`x", sqliteDialect), u"`we\"irdx`"_s);
        QCOMPARE(quotedTable(u"As", u"acme", sqliteDialect), u"`acme.As`"_s);
        QCOMPARE(quotedPath(u"a.b.c"_s, sqliteDialect), u"`a->b`.`c`"_s);
    }

private:
    Schema m_schema;
};

THROUGHLINE_TEST(WhereTest)
#include "tst_where.moc"
