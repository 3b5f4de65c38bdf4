#include "model/json.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// value() is a copy: what refers into it would be gone at the end of the line.
template <typename Value>
concept IsReferredInto = requires(Value &&value) { std::forward<Value>(value).items(); }
    || requires(Value &&value) { std::forward<Value>(value).members(); }
    || requires(Value &&value) { std::forward<Value>(value).find(u"key"); }
    || requires(Value &&value) { std::forward<Value>(value).find(QLatin1StringView("key")); };
static_assert(IsReferredInto<Json &> && IsReferredInto<const Json &>);
static_assert(!IsReferredInto<Json> && !IsReferredInto<const Json>);

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("inlined");
        QTest::addColumn<QString>("compact");

        QTest::newRow("numbers keep their text")
            << QByteArray("[1.50, 1e3, -0]") << u"[1.50, 1e3, -0]"_s << u"[1.50,1e3,-0]"_s;
        QTest::newRow("keys keep their order")
            << QByteArray(R"({"b":1,"a":null})") << QString::fromUtf8(R"({ "b": 1, "a": null })")
            << QString::fromUtf8(R"({"b":1,"a":null})");
        QTest::newRow("lists of objects are padded")
            << QByteArray(R"([{"a":[]},{}])") << QString::fromUtf8(R"([ { "a": [] }, {} ])")
            << QString::fromUtf8(R"([{"a":[]},{}])");
        QTest::newRow("mixed lists are not")
            << QByteArray(R"([[1],{"a":true}])") << QString::fromUtf8(R"([[1], { "a": true }])")
            << QString::fromUtf8(R"([[1],{"a":true}])");
        QTest::newRow("escapes") << QByteArray("[\"\\u0001\\\"\\\\\\/\\n\\u00e9\\ud83d\\ude00\"]")
                                 << u"[\"\\u0001\\\"\\\\/\\né😀\"]"_s << u"[\"\\u0001\\\"\\\\/\\né😀\"]"_s;
        QTest::newRow("a byte order mark is passed over")
            << QByteArray("\xEF\xBB\xBF[]") << u"[]"_s << u"[]"_s;
    }
    void writes()
    {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text);
        QVERIFY(json);
        QTEST(inlineJson(*json), "inlined");
        QTEST(compactJson(*json), "compact");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("refusal");

        QTest::newRow("empty") << QByteArray() << u"1:1 the text is empty"_s;
        QTest::newRow("truncated") << QByteArray("{\n \"a\": [1,") << u"2:10 expected a JSON value"_s;
        QTest::newRow("trailing text")
            << QByteArray("{}\n x") << u"2:2 text after the end of the JSON value"_s;
        QTest::newRow("twice") << QByteArray("{\"é\": 1,\n \"é\": 2}")
                               << u"2:2 the key \"é\" stands twice in this object"_s;
        QTest::newRow("twice, once escaped") << QByteArray("{\"a\": 1, \"\\u0061\": 2}")
                                             << u"1:10 the key \"a\" stands twice in this object"_s;
        QTest::newRow("columns are characters")
            << QByteArray("[\"éé\", x]") << u"1:8 expected a JSON value"_s;
        QTest::newRow("no UTF-8") << QByteArray("[\"\xff\"]") << u"1:3 the text is not valid UTF-8"_s;
        QTest::newRow("half a character")
            << QByteArray("[\"\\ud800\"]")
            << u"1:3 \\u names half a character: a surrogate without its pair"_s;
        QTest::newRow("deep") << QByteArray(201, '[') << u"1:201 nested deeper than 200 levels"_s;
        QTest::newRow("10 MB of brackets")
            << QByteArray(10'000'000, '[') << u"1:201 nested deeper than 200 levels"_s;
        QTest::newRow("10 MB of objects")
            << QByteArray("{\"a\":").repeated(2'000'000) << u"1:1001 nested deeper than 200 levels"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text);
        QVERIFY(!json);
        const Error &error = json.error();
        QTEST(u"%1:%2 %3"_s.arg(error.line).arg(error.column).arg(error.message), "refusal");
    }

    void nestsUpTo200() { QVERIFY(parseJson(QByteArray(200, '[') + QByteArray(200, ']'))); }

    void knowsWhereValuesStand()
    {
        const QByteArray text = "{\"a\": [1, \"x\\\"y\", {\"b\": true}], \"c\": -1.5e3}";
        const auto json = parseJson(text);
        QVERIFY(json);
        const auto at = [&](const Json &value) {
            return text.mid(value.offset(), value.end() - value.offset());
        };
        QCOMPARE(at(*json), text);
        const Json &list = *json->find(u"a");
        QCOMPARE(at(list), QByteArray("[1, \"x\\\"y\", {\"b\": true}]"));
        QCOMPARE(at(list.items()[0]), QByteArray("1"));
        QCOMPARE(at(list.items()[1]), QByteArray("\"x\\\"y\""));
        QCOMPARE(at(list.items()[2]), QByteArray(R"({"b": true})"));
        QCOMPARE(at(*list.items()[2].find(u"b")), QByteArray("true"));
        QCOMPARE(at(*json->find(u"c")), QByteArray("-1.5e3"));
        QCOMPARE(text.mid(json->members()[1].keyOffset, 3), QByteArray("\"c\""));
    }

    /// The parser writes texts over its copy of the file, each no longer than it was.
    void keepsTextsApart()
    {
        const QByteArray text = R"({"\u0061\n": "\u00e9\t", "b": ["\u0061\n", "", "\ud83d\ude00"], "": "é"})";
        const auto json = parseJson(text);
        QVERIFY(json);
        QCOMPARE(compactJson(*json), QString::fromUtf8(R"({"a\n":"é\t","b":["a\n","","😀"],"":"é"})"));
        QCOMPARE(json->members()[1].keyOffset, text.indexOf("\"b\""));
        QCOMPARE(json->members()[2].value.end(), text.size() - 1);
    }

    void takesTheLastOfDuplicatesLikeJavaScript()
    {
        const auto json = parseJson(R"({"a":1,"b":2,"a":3})", DuplicateKeys::LastWins);
        QVERIFY(json);
        QCOMPARE(compactJson(*json), QString::fromUtf8(R"({"a":3,"b":2})"));
    }

    void ordersKeysLikeJavaScript()
    {
        const auto json = parseJson(R"({"b":0,"10":0,"a":0,"9":0,"01":0})");
        QStringList keys;
        for (const Json::Member *member : javascriptOrder(*json))
            keys.append(member->key);
        QCOMPARE(keys.join(u' '), u"9 10 b a 01"_s);
    }
};

THROUGHLINE_TEST(JsonTest)
#include "tst_json.moc"
