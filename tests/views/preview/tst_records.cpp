#include "model/sample/embedded.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/preview/answer.h"
#include "views/preview/flatrows.h"
#include "views/preview/recordtree.h"

using namespace Qt::StringLiterals;
using namespace views;

namespace {

/// The value again, read through the index alone.
model::Json reread(const JsonIndex &index, quint32 value)
{
    if (index.isArray(value)) {
        model::Json::Array items;
        for (const quint32 child : index.children(value))
            items.append(reread(index, child));
        return model::Json(items);
    }
    if (index.isObject(value)) {
        model::Json::Object members;
        for (const quint32 child : index.children(value))
            members.append({index.key(child), reread(index, child)});
        return model::Json(members);
    }
    return *model::parseJson(index.slice(value));
}

QString indented(const RecordTree &tree, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, 0, parent);
        text += QString(depth * 2, u' ') + index.data().toString() + u'\n';
        if (tree.hasChildren(index) != (tree.rowCount(index) > 0))
            text += u"and says of its children what is not so\n"_s;
        text += indented(tree, index, depth + 1);
    }
    return text;
}

}

class RecordsTest : public QObject
{
    Q_OBJECT

private:
    /// Users, their jobs through Work, the boss of each job, with rows by hand.
    struct Office
    {
        Office()
        {
            database = std::move(model::embeddedDatabase(*schema, {.rows = 1, .seed = 1})->connection);
            for (const char *sql :
                 {"DELETE FROM Works", "DELETE FROM Jobs", "DELETE FROM Users",
                  "INSERT INTO Users (id, name, note) VALUES (1, 'Ada', 'a \"quote\"'), (2, 'Bob', NULL), "
                  "(3, 'Cyd', NULL)",
                  "INSERT INTO Jobs (id, title, bossId) VALUES (10, 'Engine', 2), (11, 'Loom', NULL)",
                  "INSERT INTO Works (UserId, JobId, since, a, b, c) VALUES (1, 10, '1843-09-05 00:00:00.000 "
                  "+00:00', 1, 2, 3), "
                  "(1, 11, NULL, NULL, NULL, NULL), (3, 10, '1843-09-05 10:30:00.000 +00:00', 1, 2, 3)"})
            {
                const auto done = database->execute(QLatin1StringView(sql));
                if (!done)
                    qFatal("%s", qPrintable(done.error().message));
            }
        }

        Answer ask(const QByteArray &find) const
        {
            const auto answer = answerOf(*database, schema, *model::parseJson(find));
            if (!answer)
                qFatal("%s", qPrintable(answer.error().message));
            return *answer;
        }

        std::shared_ptr<const model::Schema> schema =
            std::make_shared<const model::Schema>(model::resolve(test::projectOf(R"json({
          "format": "throughline/1", "define": { "timestamps": false },
          "models": [
            { "name": "User", "attributes": [ { "name": "name", "type": "STRING" }, { "name": "note", "type": "STRING" } ] },
            { "name": "Job", "attributes": [ { "name": "title", "type": "STRING" } ] },
            { "name": "Work", "attributes": [ { "name": "since", "type": "DATE" }, { "name": "a", "type": "INTEGER" },
              { "name": "b", "type": "INTEGER" }, { "name": "c", "type": "INTEGER" } ] } ],
          "associations": [
            { "kind": "belongsToMany", "source": "User", "target": "Job", "through": "Work", "as": "Jobs" },
            { "kind": "belongsToMany", "source": "Job", "target": "User", "through": "Work", "as": "Workers" },
            { "kind": "belongsTo", "source": "Job", "target": "User", "as": "boss" },
            { "kind": "hasMany", "source": "User", "target": "Job", "as": "led", "foreignKey": "bossId" } ] })json")));
        std::unique_ptr<model::Connection> database;
    };

private Q_SLOTS:
    void theIndexFindsEveryValue_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"[]", "{}", "[[],{},[[]]]", "[1,-2.5e+3,true,false,null,\"\"]",
              R"([{"a":1,"b":[2,3],"c":{"d":"x"}}])",
              "{\"a \\\"b\\\" \\\\\":\"c \\\\\\\" d\",\"é\":\"ü, [ { : }\"}",
              "[\"\\\\\",\"\\\"\",\"a\\\\\\\\\",\"\\u0000\"]", R"([{"a":"b:","c":":"},{"a":""}])"})
            QTest::newRow(json) << QByteArray(json);
    }
    void theIndexFindsEveryValue()
    {
        QFETCH(QByteArray, json);
        const JsonIndex index(json);
        QCOMPARE(model::compactJson(reread(index, 0)), model::compactJson(*model::parseJson(json)));
    }

    void noCharacterIsInvisible()
    {
        const Office office;
        QVERIFY(office.database->execute(
            u"UPDATE Users SET name = '\uFEFFAda', note = 'a\u200Bb' WHERE id = 1"_s));
        const Answer answer = office.ask(R"({"model":"User","where":{"id":1}})");
        RecordTree tree;
        tree.show(answer.records);
        QCOMPARE(indented(tree), u"User <U+FEFF>Ada 1\n  note a<U+200B>b\n"_s);
        QCOMPARE(tree.index(0, 0, tree.index(0, 0)).data(Qt::ToolTipRole).toString(), u"a<U+200B>b"_s);
        FlatRows rows;
        rows.show(answer.columns, answer.rows);
        QCOMPARE(rows.index(0, 1).data().toString(), u"<U+FEFF>Ada"_s);
        // What is copied is what is there.
        QVERIFY(answer.json.contains(u"\uFEFFAda"_s));
    }

    void treesAreTold_data()
    {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *name, const char *find, const char *tree) {
            QTest::newRow(name) << QByteArray(find) << QString::fromUtf8(tree);
        };
        row("a model alone", R"({"model":"User","order":["id"]})",
            "User Ada 1\n"
            "  note a \"quote\"\n"
            "User Bob 2\n"
            "  note null\n"
            "User Cyd 3\n"
            "  note null\n");
        row("a join row in the line",
            R"({"model":"User","attributes":["id","name"],"where":{"id":[1,2]},"include":[{"association":"Jobs","attributes":["title"],"through":{"attributes":["since","a"]}}],"order":["id",["Jobs","id"]]})",
            "User Ada 1\n"
            "  Jobs 2\n"
            "    Engine since: 1843-09-05 · a: 1\n"
            "    Loom since: null · a: null\n"
            "User Bob 2\n"
            "  Jobs 0\n");
        row("a join row with more than finds room",
            R"({"model":"Job","attributes":["id","title"],"where":{"id":10},"include":[{"association":"Workers","attributes":["name"],"through":{"as":"work","attributes":["since","a","b","c"]}}],"order":[["Workers","id"]]})",
            "Job Engine 10\n"
            "  Workers 2\n"
            "    Ada since: 1843-09-05 · a: 1 · b: 2\n"
            "      work\n"
            "        a 1\n"
            "        b 2\n"
            "        c 3\n"
            "    Cyd since: 1843-09-05T10:30:00.000Z · a: 1 · b: 2\n"
            "      work\n"
            "        a 1\n"
            "        b 2\n"
            "        c 3\n");
        row("a single one, and none",
            R"({"model":"Job","attributes":["id","title"],"include":[{"association":"boss","attributes":["id","name","note"]}],"order":["id"]})",
            "Job Engine 10\n"
            "  boss Bob 2\n"
            "    note null\n"
            "Job Loom 11\n"
            "  boss null\n");
        row("no join row",
            R"({"model":"User","attributes":["name"],"where":{"id":3},"include":[{"association":"Jobs","attributes":["title"],"through":{"attributes":[]}}]})",
            "User Cyd\n"
            "  Jobs 1\n"
            "    Engine\n");
        row("asked for separately",
            R"({"model":"User","attributes":["id","name"],"where":{"id":[2,3]},"include":[{"association":"led","separate":true,"attributes":["id","title"],"include":["boss"]}],"order":["id"]})",
            "User Bob 2\n"
            "  led 1\n"
            "    Engine 10\n"
            "      boss Bob 2\n"
            "        note null\n"
            "User Cyd 3\n"
            "  led 0\n");
        row("neither name nor key", R"({"model":"Job","attributes":["bossId"],"order":["id"]})",
            "Job 2\n"
            "Job null\n");
    }
    void treesAreTold()
    {
        QFETCH(QByteArray, find);
        RecordTree tree;
        tree.show(Office().ask(find).records);
        QTEST(indented(tree), "tree");
    }

    void rowsAreFoundAgain()
    {
        const Office office;
        const QByteArray find = R"({"model":"User","include":["Jobs"],"order":["id",["Jobs","id"]]})";
        RecordTree tree;
        tree.show(office.ask(find).records);
        const QModelIndex jobs = tree.index(1, 0, tree.index(0, 0));
        const QString path = tree.pathOf(tree.index(1, 0, jobs));
        QCOMPARE(path, u"1\nJobs\n11"_s);
        QVERIFY(office.database->execute(u"INSERT INTO Users (id, name) VALUES (0, 'Zed')"_s));
        tree.show(office.ask(find).records);
        const QModelIndex again = tree.indexOf(path);
        QCOMPARE(again.data().toString().left(7), u"Loom 11"_s);
        QCOMPARE(again.parent().parent().row(), 1);
        QVERIFY(!tree.indexOf(u"1\nJobs\n99"_s).isValid());
    }

    void recordsArePickedByTheirKey()
    {
        RecordTree tree;
        tree.show(
            Office().ask(R"({"model":"User","include":["Jobs"],"order":["id",["Jobs","id"]]})").records);
        const QModelIndex user = tree.index(0, 0);
        const QModelIndex jobs = tree.index(1, 0, user);
        QCOMPARE(tree.recordAt(user, model::sqliteDialect)->model, u"User"_s);
        QCOMPARE(tree.recordAt(tree.index(1, 0, jobs), model::sqliteDialect)->model, u"Job"_s);
        QCOMPARE(tree.recordAt(tree.index(1, 0, jobs), model::sqliteDialect)->key,
                 model::Values{model::Value::number(qint64(11))});
        QVERIFY(!tree.recordAt(jobs, model::sqliteDialect));
        QVERIFY(!tree.recordAt(tree.index(0, 0, user), model::sqliteDialect)); // a field
        QVERIFY(!tree.recordAt({}, model::sqliteDialect));
        tree.show(Office().ask(R"({"model":"User","attributes":["name"]})").records);
        QVERIFY(!tree.recordAt(tree.index(0, 0), model::sqliteDialect)); // its key is not selected
    }

    void answersHaveTheStatementsRows()
    {
        const Answer answer = Office().ask(
            R"({"model":"User","attributes":["id"],"include":[{"association":"Jobs","attributes":["title"],"through":{"attributes":["since"]}}],"order":["id",["Jobs","id"]]})");
        QCOMPARE(answer.recordCount, 3);
        QCOMPARE(answer.rowCount, 4);
        FlatRows rows;
        rows.show(answer.columns, answer.rows);
        QStringList lines(rows.rowCount() + 1);
        for (int column = 0; column < rows.columnCount(); ++column) {
            lines[0] += rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u'|';
            for (int row = 0; row < rows.rowCount(); ++row)
                lines[row + 1] += rows.data(rows.index(row, column), Qt::DisplayRole).toString() + u'|';
        }
        QVERIFY2(lines[0].startsWith(u"id|Jobs.id|Jobs.title|"), qPrintable(lines[0]));
        QVERIFY2(lines[3].startsWith(u"2|NULL|NULL|"), qPrintable(lines[3]));
    }

    void muchIsCut()
    {
        const auto schema = std::make_shared<const model::Schema>(model::resolve(test::projectOf(
            R"json({"format":"throughline/1","models":[{"name":"Thing","attributes":[{"name":"name","type":"STRING"}]}]})json")));
        const auto database = model::embeddedDatabase(*schema, {.rows = 3000, .seed = 1});
        const auto answer =
            answerOf(*database->connection, schema, *model::parseJson(R"({"model":"Thing"})"));
        QVERIFY(answer);
        QCOMPARE(answer->recordCount, 3000);
        QCOMPARE(answer->rows.size(), Answer::mostRows);
        QVERIFY(answer->recordsInJson > 100 && answer->recordsInJson < 3000);
        QCOMPARE(model::parseJson(answer->json.toUtf8())->items().size(), answer->recordsInJson);
        RecordTree tree;
        tree.show(answer->records);
        QCOMPARE(tree.rowCount(), 3000);
        QVERIFY(!tree.canFetchMore({}));
    }

    void longListsComeInParts()
    {
        const Office office;
        QVERIFY(office.database->execute(
            u"WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) "
            "INSERT INTO Users (id, name) SELECT i, 'n' || i FROM n"_s));
        RecordTree tree;
        tree.show(office.ask(R"({"model":"User","order":["id"]})").records);
        const int before = tree.rowCount();
        QVERIFY(before < 12000);
        QPersistentModelIndex first = tree.index(3, 0);
        QCOMPARE(first.data().toString(), u"User n10 10"_s);
        int parts = 1;
        for (; tree.canFetchMore({}); ++parts)
            tree.fetchMore({});
        QCOMPARE(parts, 3);
        QCOMPARE(tree.rowCount(), 11994);
        QCOMPARE(first.data().toString(), u"User n10 10"_s);
        QCOMPARE(tree.index(11993, 0).data().toString(), u"User n12000 12000"_s);
    }
};

THROUGHLINE_TEST(RecordsTest)
#include "tst_records.moc"
