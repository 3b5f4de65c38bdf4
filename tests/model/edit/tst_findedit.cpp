#include "model/edit/findedit.h"

#include "model/query/find.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

/// An edit is written as a line: `include Tasks.Comments`, `leave Tasks`, `set Tasks/through where {…}`,
/// `select Tasks title`, `drop Tasks title`. A dot alone is the main model.
class FindEditTest : public QObject
{
    Q_OBJECT

private:
    const Schema m_schema = resolve(test::sampleProject(u"workshop"_s));

    static FindPlace placeOf(const QString &text)
    {
        const QString path = text.section(u'/', 0, 0);
        return {path == u"." ? QStringList() : path.split(u'.'), text.endsWith(u"/through")};
    }

    Result<Json> edited(const Json &find, const QString &line) const
    {
        const QString word = line.section(u' ', 0, 0);
        const FindPlace place = placeOf(line.section(u' ', 1, 1));
        const QString name = line.section(u' ', 2, 2);
        if (word == u"include")
            return withInclude(find, m_schema, place.path);
        if (word == u"leave")
            return withoutInclude(find, m_schema, place.path);
        if (word == u"set")
            return withOption(find, m_schema, place, name, *parseJson(line.section(u' ', 3).toUtf8()));
        return withAttribute(find, m_schema, place, name, word == u"select");
    }

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("after");

        const auto row = [](const char *name, const char *before, const char *edit, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(edit)
                                << QString::fromUtf8(after);
        };
        row("first include", R"({"model":"User"})", "include Tasks",
            R"({"model":"User","include":[{"association":"Tasks"}]})");
        row("an include stands before the order", R"({"model":"User","order":["id"],"limit":2})",
            "include Tasks",
            R"({"model":"User","include":[{"association":"Tasks"}],"order":["id"],"limit":2})");
        row("second include", R"({"model":"User","include":["Tasks"]})", "include Groups",
            R"({"model":"User","include":["Tasks",{"association":"Groups"}]})");
        row("beside a single one", R"({"model":"User","include":"Tasks"})", "include Groups",
            R"({"model":"User","include":["Tasks",{"association":"Groups"}]})");
        row("a single one stays single", R"({"model":"User","include":{"model":"Project","as":"Tasks"}})",
            "set Tasks required true",
            R"({"model":"User","include":{"model":"Project","as":"Tasks","required":true}})");
        row("below an alias", R"({"model":"User","include":["Tasks"]})", "include Tasks.Comments",
            R"({"model":"User","include":[{"association":"Tasks","include":[{"association":"Comments"}]}]})");
        row("already there", R"({"model":"User","include":[{"model":"Project","as":"Tasks"}]})",
            "include Tasks", R"({"model":"User","include":[{"model":"Project","as":"Tasks"}]})");
        row("the last one leaves", R"({"model":"User","include":["Tasks"]})", "leave Tasks",
            R"({"model":"User"})");
        row("its order leaves too",
            R"({"model":"User","include":["Tasks","Followers"],"order":["name",["Tasks","title","ASC"],["Followers","id"],[{"model":"Project","as":"Tasks"},"id"]]})",
            "leave Tasks", R"({"model":"User","include":["Followers"],"order":["name",["Followers","id"]]})");
        row("a deep one leaves",
            R"({"model":"User","include":[{"association":"Tasks","include":["Comments","Workers"]}],"order":[["Tasks","Comments","id"],["Tasks","id"]]})",
            "leave Tasks.Comments",
            R"({"model":"User","include":[{"association":"Tasks","include":["Workers"]}],"order":[["Tasks","id"]]})");
        row("an alias given twice leaves twice",
            R"({"model":"User","include":["Tasks",{"association":"Tasks"}]})", "leave Tasks",
            R"({"model":"User"})");
        row("one that no association is behind",
            R"({"model":"User","include":["Gone",{"model":"Group"}],"order":[["Gone","id"],[{"model":"Group"},"id"]]})",
            "leave Gone",
            R"({"model":"User","include":[{"model":"Group"}],"order":[[{"model":"Group"},"id"]]})");
        row("where before what follows it", R"({"model":"User","include":["Tasks"],"limit":1})",
            R"(set . where {"name":{"$like":"A%"}})",
            R"({"model":"User","where":{"name":{"$like":"A%"}},"include":["Tasks"],"limit":1})");
        row("in its place, and other keys as they were",
            R"({"limit":1,"model":"User","where":{"id":1},"paranoid":false,"attributes":["id"]})",
            R"(set . where {"id":2})",
            R"({"limit":1,"model":"User","where":{"id":2},"paranoid":false,"attributes":["id"]})");
        row("null takes out", R"({"model":"User","limit":3,"offset":1})", "set . limit null",
            R"({"model":"User","offset":1})");
        row("through of an alias", R"({"model":"User","include":["Tasks"]})",
            R"(set Tasks/through where {"completed":true})",
            R"({"model":"User","include":[{"association":"Tasks","through":{"where":{"completed":true}}}]})");
        row("an empty through leaves",
            R"({"model":"User","include":[{"association":"Tasks","through":{"where":{"completed":true}}}]})",
            "set Tasks/through where null", R"({"model":"User","include":[{"association":"Tasks"}]})");
        row("what else the through says stays",
            R"({"model":"User","include":[{"association":"Tasks","through":{"as":"w","where":{}}}]})",
            R"(set Tasks/through attributes ["status"])",
            R"({"model":"User","include":[{"association":"Tasks","through":{"as":"w","attributes":["status"],"where":{}}}]})");
        row("one of all attributes leaves", R"({"model":"Comment"})", "drop . body",
            R"({"model":"Comment","attributes":["id","createdAt","updatedAt","projectId"]})");
        row("and comes back",
            R"({"model":"Comment","attributes":["id","createdAt","updatedAt","projectId"]})", "select . body",
            R"({"model":"Comment"})");
        row("an own order of attributes is kept", R"({"model":"Comment","attributes":["body","id"]})",
            "select . createdAt", R"({"model":"Comment","attributes":["body","id","createdAt"]})");
        row("pairs and expressions stay",
            R"({"model":"Comment","attributes":["id",["body","text"],[{"$fn":["COUNT","id"]},"n"]]})",
            "select . body",
            R"({"model":"Comment","attributes":["id",["body","text"],[{"$fn":["COUNT","id"]},"n"],"body"]})");
        row("exclude becomes a list", R"({"model":"Comment","attributes":{"exclude":["body","createdAt"]}})",
            "select . body", R"({"model":"Comment","attributes":["id","body","updatedAt","projectId"]})");
        row("the last attribute",
            R"({"model":"User","include":[{"association":"Tasks","attributes":["title"]}]})",
            "drop Tasks title", R"({"model":"User","include":[{"association":"Tasks","attributes":[]}]})");
        row("attributes of the through",
            R"({"model":"User","include":[{"association":"Tasks","through":{"attributes":[]}}]})",
            "select Tasks/through status",
            R"({"model":"User","include":[{"association":"Tasks","through":{"attributes":["status"]}}]})");
    }
    void edits()
    {
        QFETCH(QString, before);
        QFETCH(QString, edit);
        const auto after = edited(*parseJson(before.toUtf8()), edit);
        QVERIFY2(after, after ? "" : qPrintable(after.error().message));
        QTEST(compactJson(*after), "after");
        QVERIFY2(readFind(*after, m_schema), "the query no longer fits");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("why");
        QTest::newRow("below what is not included")
            << u"include Tasks.Comments"_s << u"does not include Tasks"_s;
        QTest::newRow("an unknown alias") << u"include Nothing"_s << u"no longer there"_s;
        QTest::newRow("leaves what is not there") << u"leave Tasks"_s << u"does not include Tasks"_s;
        QTest::newRow("an option of what is not there")
            << u"set Tasks required true"_s << u"does not include Tasks"_s;
        QTest::newRow("an attribute of what is not there") << u"select Tasks title"_s << u"no longer there"_s;
    }
    void refuses()
    {
        QFETCH(QString, edit);
        QFETCH(QString, why);
        const auto after = edited(*parseJson(R"({"model":"User"})"), edit);
        QVERIFY(!after);
        QVERIFY2(after.error().message.contains(why), qPrintable(after.error().message));
    }

    void aQueryOfAMissingModelIsRefused()
    {
        const Json find = *parseJson(R"({"model":"Nobody","include":["Tasks"]})");
        QVERIFY(!edited(find, u"include Groups"_s));
        QVERIFY(!edited(find, u"leave Tasks"_s));
        QVERIFY(!edited(find, u"set Tasks required true"_s));
        QCOMPARE(tableAt(find, m_schema, {{u"Tasks"_s}, false}), -1);
        // What does not ask for the schema can still be mended.
        QCOMPARE(compactJson(*edited(find, u"set . model \"User\""_s)),
                 uR"({"model":"User","include":["Tasks"]})"_s);
    }

    void findsWhatIsSaidAtAPlace()
    {
        const Json find = *parseJson(
            R"({"model":"User","include":["Groups",{"association":"Tasks","required":true,"through":{"attributes":["status"]}}]})");
        QCOMPARE(compactJson(*optionsAt(find, m_schema, {{u"Groups"_s}, false})),
                 u"{\"association\":\"Groups\"}"_s);
        QCOMPARE(optionsAt(find, m_schema, {{u"Tasks"_s}, false})->value("required"_L1), Json(true));
        QCOMPARE(compactJson(*optionsAt(find, m_schema, {{u"Tasks"_s}, true})),
                 u"{\"attributes\":[\"status\"]}"_s);
        QCOMPARE(compactJson(*optionsAt(find, m_schema, {{u"Groups"_s}, true})), u"{}"_s);
        QVERIFY(!optionsAt(find, m_schema, {{u"Followers"_s}, false}));
        QCOMPARE(m_schema.tables[tableAt(find, m_schema, {{u"Tasks"_s}, true})].model, u"UserProjects"_s);
    }
};

THROUGHLINE_TEST(FindEditTest)
#include "tst_findedit.moc"
