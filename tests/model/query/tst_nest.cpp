#include "model/query/nest.h"

#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// A shape written as "User: id name [Tasks: id title (Join: at)]": square brackets are lists, round ones
/// single records; the first column of each is its key.
class ShapeText
{
public:
    explicit ShapeText(const QString &text)
        : m_words(QString(text)
                      .replace(u"["_s, u" [ "_s)
                      .replace(u"]"_s, u" ] "_s)
                      .replace(u"("_s, u" ( "_s)
                      .replace(u")"_s, u" ) "_s)
                      .split(u' ', Qt::SkipEmptyParts))
    {
    }

    Shape read(const QString &path = {})
    {
        Shape shape{.name = m_words[m_at++].chopped(1)};
        const QString prefix = path.isEmpty() ? QString() : path + u'.';
        while (m_at < m_words.size() && m_words[m_at] != u"]" && m_words[m_at] != u")") {
            const QString word = m_words[m_at];
            if (word == u"[" || word == u"(") {
                ++m_at;
                const QString name = m_words[m_at].chopped(1);
                Shape include = read(prefix + name);
                include.isList = word == u"[";
                shape.shownIncludes.append(int(shape.includes.size()));
                shape.includes.append(include);
                ++m_at;
                continue;
            }
            const QByteArray column = (prefix + word).toUtf8();
            shape.fields.append({word, column});
            if (shape.keyColumns.isEmpty())
                shape.keyColumns.append(column);
            shape.presenceColumn = shape.keyColumns.first();
            columns.append({column});
            ++m_at;
        }
        return shape;
    }

    QList<ResultColumn> columns;

private:
    QStringList m_words;
    int m_at = 0;
};

Cell cellOf(const QByteArray &word)
{
    Cell cell;
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    if (word == "-")
        return cell;
    if (isNumber) {
        cell.kind = Cell::Integer;
        cell.integer = number;
    } else {
        cell.kind = Cell::Text;
        cell.text = word;
    }
    return cell;
}

}

class NestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("rows"); ///< "1 Ann 7|1 Ann 8"; - is NULL
        QTest::addColumn<QString>("json");
        const QString tasks = u"User: id name [Tasks: id]"_s;
        QTest::newRow("one record for each key")
            << tasks << u"1 Ann 7|1 Ann 8|2 Bob 7"_s
            << u"[{'id':1,'name':'Ann','Tasks':[{'id':7},{'id':8}]},{'id':2,'name':'Bob','Tasks':[{'id':7}]}]"_s;
        QTest::newRow("none is an empty list")
            << tasks << u"1 Ann -"_s << u"[{'id':1,'name':'Ann','Tasks':[]}]"_s;
        QTest::newRow("no rows") << tasks << u""_s << u"[]"_s;
        QTest::newRow("order of first appearance")
            << tasks << u"2 Bob 9|1 Ann 7|2 Bob 8"_s
            << u"[{'id':2,'name':'Bob','Tasks':[{'id':9},{'id':8}]},{'id':1,'name':'Ann','Tasks':[{'id':7}]}]"_s;
        const QString branches = u"User: id [A: id] [B: id]"_s;
        QTest::newRow("two branches do not multiply")
            << branches << u"1 7 3|1 7 4|1 8 3|1 8 4"_s
            << u"[{'id':1,'A':[{'id':7},{'id':8}],'B':[{'id':3},{'id':4}]}]"_s;
        QTest::newRow("one child under two parents")
            << u"User: id [A: id [B: id]]"_s << u"1 7 3|2 7 3|2 7 4"_s
            << u"[{'id':1,'A':[{'id':7,'B':[{'id':3}]}]},{'id':2,'A':[{'id':7,'B':[{'id':3},{'id':4}]}]}]"_s;
        QTest::newRow("a single record")
            << u"Task: id (User: id) [X: id]"_s << u"1 5 -|2 - -"_s
            << u"[{'id':1,'User':{'id':5},'X':[]},{'id':2,'User':null,'X':[]}]"_s;
        QTest::newRow("of several single ones the last counts")
            << u"Task: id (One: id) [X: id]"_s << u"1 5 8|1 6 8"_s
            << u"[{'id':1,'One':{'id':6},'X':[{'id':8}]}]"_s;
        QTest::newRow("the join row stands in the child")
            << u"User: id [Tasks: id (Join: at)]"_s << u"1 7 a|1 8 b"_s
            << u"[{'id':1,'Tasks':[{'id':7,'Join':{'at':'a'}},{'id':8,'Join':{'at':'b'}}]}]"_s;
        QTest::newRow("keys are typed")
            << tasks << u"1 Ann x|1 Ann 1|1 Ann 11"_s
            << u"[{'id':1,'name':'Ann','Tasks':[{'id':'x'},{'id':1},{'id':11}]}]"_s;
    }
    void folds()
    {
        QFETCH(QString, shape);
        QFETCH(QString, rows);
        ShapeText text(shape);
        Plan plan{.shape = text.read(), .grouped = true};
        Nest nest(plan, text.columns);
        for (const QByteArray &row : rows.toUtf8().split('|')) {
            QList<Cell> cells;
            const QByteArrayList words = row.split(' ');
            if (words.size() != text.columns.size())
                continue;
            for (const QByteArray &word : words)
                cells.append(cellOf(word));
            nest.add(std::span<const Cell>(cells.constData(), size_t(cells.size())));
        }
        QTEST(QString::fromUtf8(nest.json()).replace(u'"', u'\''), "json");
    }

    void compositeKeysNeverMerge()
    {
        Plan plan{
            .shape = {.name = u"A"_s, .fields = {{u"a"_s, "a"}, {u"b"_s, "b"}}, .keyColumns = {"a", "b"}},
            .grouped = true};
        Nest nest(plan, {{"a"}, {"b"}});
        const Cell first[]{cellOf("x"), cellOf("xx")};
        const Cell second[]{cellOf("xx"), cellOf("x")};
        nest.add(first);
        nest.add(second);
        QCOMPARE(nest.recordCount(), 2);
    }

    void withoutListsEachRowIsARecord()
    {
        ShapeText text(u"Task: id (User: id)"_s);
        Plan plan{.shape = text.read(), .grouped = false};
        Nest nest(plan, text.columns);
        const Cell row[]{cellOf("1"), cellOf("2")};
        nest.add(row);
        nest.add(row);
        QCOMPARE(QString::fromUtf8(nest.json()),
                 u"[{\"id\":1,\"User\":{\"id\":2}},{\"id\":1,\"User\":{\"id\":2}}]"_s);
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *name, const QByteArray &text, CellFormat format,
                            const QString &json) { QTest::newRow(name) << text << int(format) << json; };
        row("a stored date", "2020-01-02 03:04:05.678 +00:00", CellFormat::Date,
            u"\"2020-01-02T03:04:05.678Z\""_s);
        row("another offset", "2020-01-02 03:04:05 +02:00", CellFormat::Date,
            u"\"2020-01-02T01:04:05.000Z\""_s);
        row("CURRENT_TIMESTAMP", "2020-01-02 03:04:05", CellFormat::Date, u"\"2020-01-02T03:04:05.000Z\""_s);
        row("no date", "soon", CellFormat::Date, u"null"_s);
        row("JSON", "{ \"b\": 1.0, \"2\": [true] }", CellFormat::Json, u"{\"2\":[true],\"b\":1}"_s);
        row("true", "1", CellFormat::Boolean, u"true"_s);
        row("neither true nor false", "2", CellFormat::Boolean, u"2"_s);
        row("a big number keeps its digits", "9007199254740993", CellFormat::AsIs, u"\"9007199254740993\""_s);
        row("a safe number", "9007199254740991", CellFormat::AsIs, u"9007199254740991"_s);
        row("text with everything", "a\"\\\n\x01 é", CellFormat::AsIs, u"\"a\\\"\\\\\\n\\u0001 é\""_s);
        row("text that is no UTF-8", "a\xff", CellFormat::AsIs, u"\"a\ufffd\""_s);
        row("text in a number column", "abc", CellFormat::Floating, u""_s);
    }
    void cells()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, format);
        QFETCH(QString, json);
        Plan plan{.shape = {.name = u"A"_s, .fields = {{u"v"_s, "v", CellFormat(format)}}}, .grouped = false};
        Nest nest(plan, {{"v"}});
        const Cell row[]{cellOf(text)};
        nest.add(row);
        QCOMPARE(QString::fromUtf8(nest.json()), json.isEmpty() ? u"[{}]"_s : u"[{\"v\":"_s + json + u"}]"_s);
    }

    void bytes()
    {
        Plan plan{.shape = {.name = u"A"_s, .fields = {{u"v"_s, "v"}}}, .grouped = false};
        Nest nest(plan, {{"v"}});
        Cell cell;
        cell.kind = Cell::Bytes;
        cell.text = QByteArrayView("\x00\xff", 2);
        nest.add(std::span(&cell, 1));
        QCOMPARE(nest.json(), QByteArray("[{\"v\":{\"type\":\"Buffer\",\"data\":[0,255]}}]"));
    }
};

THROUGHLINE_TEST(NestTest)
#include "tst_nest.moc"
