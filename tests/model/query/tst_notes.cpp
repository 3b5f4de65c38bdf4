#include "model/data/deploy.h"
#include "model/data/runfind.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model;

/// Questionable queries: Sequelize's recorded answer is ours too, the note says so, and the query that it
/// proposes gives what was meant (tests/sequelize/notes.mjs --record).
class NotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto recorded =
            parseJson(test::fileContents(test::sourcePath(u"tests/data/sequelize/notes.json"_s)));
        QVERIFY(recorded);
        m_recorded = *recorded;
        m_schema = resolve(test::projectOf(compactJson(m_recorded.value("project"_L1)).toUtf8()));
        const auto url = parseDatabaseUrl(u"sqlite::memory:"_s);
        m_connection = std::move(*Connection::open(*url, Access::Create));
        QVERIFY(deploy(*m_connection, m_schema));
        for (const Json &insert : m_recorded.value("inserts"_L1).items())
            QVERIFY(m_connection->execute(insert.string()));
    }

    void recorded_data()
    {
        QTest::addColumn<Json>("entry");
        for (const Json &entry : m_recorded.value("cases"_L1).items()) {
            const QString name = entry.value("code"_L1).string() + u' ' + compactJson(entry.value("find"_L1));
            QTest::newRow(qPrintable(name)) << entry;
        }
    }
    void recorded()
    {
        QFETCH(Json, entry);
        const QString code = entry.value("code"_L1).string();
        const auto found = runFind(*m_connection, m_schema, entry.value("find"_L1));
        Json proposal = entry.value("proposal"_L1);
        if (entry.find("fails"_L1)) {
            QVERIFY(!found);
            QVERIFY2(found.error().message.startsWith(code + u':'), qPrintable(found.error().message));
            if (!proposal.isNull())
                QVERIFY2(found.error().message.contains(compactJson(proposal)),
                         qPrintable(found.error().message));
        } else {
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
            QCOMPARE(QString::fromUtf8(found->json()), entry.value("rows"_L1).string());
            const auto note = std::find_if(found->notes().begin(), found->notes().end(),
                                           [&](const Note &each) { return each.code == code; });
            QVERIFY(note != found->notes().end());
            QCOMPARE(note->proposal, proposal);
        }
        if (proposal.isNull())
            return;
        const auto meant = runFind(*m_connection, m_schema, proposal);
        QVERIFY2(meant, meant ? "" : qPrintable(meant.error().message));
        QCOMPARE(QString::fromUtf8(meant->json()), entry.value("meant"_L1).string());
    }

    void everydayQueriesHaveNone_data()
    {
        QTest::addColumn<QByteArray>("find");
        QTest::newRow("all") << QByteArray(R"({ "model": "User", "order": [["id", "ASC"]] })");
        QTest::newRow("one list") << QByteArray(
            R"({ "model": "User", "include": ["Tasks"], "order": [["id", "ASC"]], "limit": 2 })");
        QTest::newRow("nested") << QByteArray(
            R"({ "model": "User", "include": [{ "association": "Tasks", "include": ["Comments", "Project"] }] })");
        QTest::newRow("required with a page") << QByteArray(
            R"({ "model": "User", "include": [{ "association": "Roles", "required": true }], "order": ["id"], "limit": 2 })");
    }
    void everydayQueriesHaveNone()
    {
        QFETCH(QByteArray, find);
        const auto found = runFind(*m_connection, m_schema, *parseJson(find));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QStringList codes;
        for (const Note &note : found->notes())
            codes.append(textOf(note));
        QCOMPARE(codes, QStringList());
    }

    void joinRowsOfAGroupedQuery()
    {
        const auto find = parseJson(
            R"({ "model": "User", "attributes": ["id"], "include": [{ "association": "Roles", "attributes": [] }], "group": ["User.id"] })");
        const auto read = readFind(*find, m_schema);
        QVERIFY(read);
        const Notes notes = notesOn(*find, **read, m_schema, postgresDialect);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes[0].code, u"Q35"_s);
        QVERIFY(notes[0].fails);
        QCOMPARE(compactJson(notes[0].proposal.value("include"_L1)),
                 uR"([{"association":"Roles","attributes":[],"through":{"attributes":[]}}])"_s);
    }

    void longNamesStayApart()
    {
        const auto find = parseJson(
            R"({ "model": "User", "include": [{ "association": "Tasks", "include": [{ "association": "User", "include": [
                 { "association": "Tasks", "include": [{ "association": "User", "include": [{ "association": "Tasks",
                 "include": [{ "association": "User", "include": [{ "association": "Tasks", "include": [
                 { "association": "User", "include": ["Roles", "Badges"] }] }] }] }] }] }] }] }] })");
        const auto read = readFind(*find, m_schema);
        QVERIFY(read);
        const auto planned = plan(**read, m_schema, postgresDialect);
        QVERIFY(planned);
        QSet<QByteArray> names;
        int count = 0;
        const std::function<void(const Shape &)> look = [&](const Shape &shape) {
            for (const Field &field : shape.fields) {
                ++count;
                names.insert(field.column);
                QVERIFY2(field.column.size() <= 63, field.column.constData());
                QVERIFY(planned->sql.contains(u'"' + QString::fromUtf8(field.column) + u'"')
                        || shape.includes.size() > 0);
            }
            for (const Shape &include : shape.includes)
                look(include);
        };
        look(planned->shape);
        QCOMPARE(names.size(), count);
    }

private:
    Json m_recorded;
    Schema m_schema;
    std::unique_ptr<Connection> m_connection;
};

THROUGHLINE_TEST(NotesTest)
#include "tst_notes.moc"
