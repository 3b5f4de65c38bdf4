#include "model/edit/findtext.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

class FindTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *json, const char *text) {
            QTest::newRow(json) << QString::fromUtf8(json) << QString::fromUtf8(text);
        };
        row(R"({"completed":true})", "completed = true");
        row("{\"name\":\"O'Neil\"}", "name = 'O''Neil'");
        row(R"({"a":1.50,"b":-2,"c":1e9})", "a = 1.50 and b = -2 and c = 1e9");
        row(R"({"a":{"$ne":1}})", "a != 1");
        row(R"({"a":{"$gte":"2026-01-01"}})", "a >= '2026-01-01'");
        row(R"({"a":{"$like":"A%"},"b":{"$notILike":"%b"}})", "a like 'A%' and b not ilike '%b'");
        row(R"({"a":{"$in":[1,"x",null]}})", "a in (1, 'x', null)");
        row(R"({"a":{"$notIn":[1]}})", "a not in (1)");
        row(R"({"a":{"$between":[1,2]},"b":1})", "a between 1 and 2 and b = 1");
        row(R"({"a":null})", "a is null");
        row(R"({"a":{"$ne":null}})", "a is not null");
        row(R"({"$Tasks.title$":"x"})", "$Tasks.title$ = 'x'");
        row(R"({"meta.colour":"red"})", "meta.colour = 'red'");
        row("{\"my \\\"name\\\"\":1,\"and\":2}", "\"my \"\"name\"\"\" = 1 and \"and\" = 2");
        row(R"({"$or":[{"a":1,"b":2},{"c":3}]})", "a = 1 and b = 2 or c = 3");
        row(R"({"$and":[{"a":{"$gt":1}},{"a":{"$lt":5}}]})", "a > 1 and a < 5");
        // What the short form cannot say:
        row(R"({"a":[1,2]})", R"({ "a": [1, 2] })");
        row(R"({"a":{"$gt":1,"$lt":5}})", R"({ "a": { "$gt": 1, "$lt": 5 } })");
        row(R"({"a":{"$not":null}})", R"({ "a": { "$not": null } })");
        row(R"({"$not":{"a":1}})", R"({ "$not": { "a": 1 } })");
        row(R"({"$literal":"1 = 1"})", R"({ "$literal": "1 = 1" })");
        row(R"({"a":{"$col":"b"}})", R"({ "a": { "$col": "b" } })");
        row(R"([{"a":1}])", R"([ { "a": 1 } ])");
        row(R"({})", "{}");
        row(R"({"a.":1})", R"({ "a.": 1 })");
    }
    void conditions()
    {
        QFETCH(QString, json);
        const Json where = *parseJson(json.toUtf8());
        const QString text = whereText(where);
        QTEST(text, "text");
        QCOMPARE(compactJson(*parseWhere(text)), json);
    }

    void freeSpelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing") << u"  "_s << u"null"_s;
        QTest::newRow("close together") << u"a=1 AND b<>'x'"_s << uR"({"a":1,"b":{"$ne":"x"}})"_s;
        QTest::newRow("other case") << u"a IS NOT NULL or b Like 'x'"_s
                                    << uR"({"$or":[{"a":{"$ne":null}},{"b":{"$like":"x"}}]})"_s;
        QTest::newRow("a text with words") << u"a = 'x and y or z'"_s << uR"({"a":"x and y or z"})"_s;
    }
    void freeSpelling()
    {
        QFETCH(QString, text);
        QTEST(compactJson(*parseWhere(text)), "json");
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no comparison") << u"completed"_s << 10 << u"a comparison"_s;
        QTest::newRow("no value") << u"a = "_s << 5 << u"a value"_s;
        QTest::newRow("a bare word as value") << u"a = Ada"_s << 5 << u"a value"_s;
        QTest::newRow("not joined") << u"a = 1 b = 2"_s << 7 << u"and, or"_s;
        QTest::newRow("an open quote") << u"a = 'x"_s << 5 << u"not closed"_s;
        QTest::newRow("a stray sign") << u"a = 1 ; b = 2"_s << 7 << u"; means nothing"_s;
        QTest::newRow("an open list") << u"a in (1, 2"_s << 11 << u")"_s;
        QTest::newRow("broken JSON") << uR"({ "a": })"_s << 8 << u""_s;
    }
    void refusals()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto read = parseWhere(text);
        QVERIFY(!read);
        QTEST(read.error().column, "column");
        QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
    }

    void orders_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *json, const char *text) {
            QTest::newRow(json) << QString::fromUtf8(json) << QString::fromUtf8(text);
        };
        row(R"([["name","ASC"],["id","DESC NULLS LAST"]])", "name ASC, id DESC NULLS LAST");
        row(R"(["name",["Tasks","title"]])", "name, Tasks.title");
        row(R"([["Tasks","Comments","id","ASC"]])", "Tasks.Comments.id ASC");
        row(R"([[{"model":"Group"},"id","ASC"]])", "{Group}.id ASC");
        row(R"([[{"model":"User","as":"Workers"},{"model":"my through"},"id"]])",
            R"({User as Workers}.{"my through"}.id)");
        row(R"([["my, name","DESC"]])", R"("my, name" DESC)");
        // What the short form cannot say:
        row(R"([["name"]])", R"([["name"]])");
        row(R"([["name","desc"]])", R"([["name", "desc"]])");
        row(R"([[{"$fn":["lower","name"]},"ASC"]])", R"([[{ "$fn": ["lower", "name"] }, "ASC"]])");
        row(R"json({"$literal":"random()"})json", R"json({ "$literal": "random()" })json");
    }
    void orders()
    {
        QFETCH(QString, json);
        const Json order = *parseJson(json.toUtf8());
        const QString text = orderText(order);
        QTEST(text, "text");
        QCOMPARE(compactJson(*parseOrder(text)), json);
    }

    void refusedOrders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("two names") << u"name title"_s << 6;
        QTest::newRow("a model alone") << u"{Group} ASC"_s << 9;
        QTest::newRow("nothing behind the comma") << u"name,"_s << 6;
        QTest::newRow("nulls where") << u"name ASC NULLS"_s << 15;
    }
    void refusedOrders()
    {
        QFETCH(QString, text);
        const auto read = parseOrder(text);
        QVERIFY(!read);
        QTEST(read.error().column, "column");
    }
};

THROUGHLINE_TEST(FindTextTest)
#include "tst_findtext.moc"
