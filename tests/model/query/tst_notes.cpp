#include "model/database/deploy.h"
#include "model/query/runfind.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QRegularExpression>

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
        const Json inserts = m_recorded.value("inserts"_L1);
        for (const Json &insert : inserts.items())
            QVERIFY(m_connection->execute(insert.string()));
    }

    void recorded_data()
    {
        QTest::addColumn<Json>("entry");
        const Json cases = m_recorded.value("cases"_L1);
        for (const Json &entry : cases.items()) {
            const QString name = entry.value("code"_L1).string() + u' ' + compactJson(entry.value("find"_L1));
            QTest::newRow(qPrintable(name)) << entry;
        }
    }
    void recorded()
    {
        QFETCH(Json, entry);
        const QString code = entry.value("code"_L1).string();
        const Json find = entry.value("find"_L1);
        const Json proposal = entry.value("proposal"_L1);
        const bool isOfPostgres = entry.value("dialect"_L1).string() == u"postgres";
        if (isOfPostgres)
            compareNote(entry, postgresDialect);
        const auto found = runFind(*m_connection, m_schema, find);
        if (entry.find("fails"_L1) && !isOfPostgres) {
            QVERIFY(!found);
            QVERIFY2(found.error().message.startsWith(code + u':'), qPrintable(found.error().message));
            if (!proposal.isNull())
                QVERIFY2(found.error().message.contains(compactJson(proposal)),
                         qPrintable(found.error().message));
        } else if (!entry.find("fails"_L1)) {
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
            // On purpose, a few answers are not Sequelize's.
            const Json *ours = entry.find("ours"_L1);
            QCOMPARE(QString::fromUtf8(found->json()), (ours ? *ours : entry.value("theirs"_L1)).string());
            if (ours)
                QVERIFY(*ours != entry.value("theirs"_L1));
        }
        if (found && !isOfPostgres) {
            const auto note = noteOf(found->notes(), code);
            QVERIFY(note);
            QCOMPARE(note->proposal, proposal);
        }
        // PostgreSQL counts in text.
        if (proposal.isNull() || isOfPostgres)
            return;
        const auto meant = runFind(*m_connection, m_schema, proposal);
        QVERIFY2(meant, meant ? "" : qPrintable(meant.error().message));
        QCOMPARE(QString::fromUtf8(meant->json()), entry.value("meant"_L1).string());
    }

    /// Q33 is not among them: Sequelize defines no model without a primary key.
    void everyCodeIsRecorded()
    {
        QSet<QString> recorded{u"Q33"_s};
        const Json cases = m_recorded.value("cases"_L1);
        for (const Json &entry : cases.items())
            recorded.insert(entry.value("code"_L1).string());
        const QRegularExpression word(u"u.(Q[0-9]{2})._s"_s);
        QSet<QString> written;
        const QDir folder(test::sourcePath(u"model/query"_s));
        for (const QString &file : folder.entryList({u"*.cpp"_s})) {
            const QString text = QString::fromUtf8(test::fileContents(folder.filePath(file)));
            for (auto found = word.globalMatch(text); found.hasNext();)
                written.insert(found.next().captured(1));
        }
        QCOMPARE(recorded, written);
        for (int code = 19; code <= 42; ++code)
            QVERIFY2(written.contains(u"Q%1"_s.arg(code)), qPrintable(QString::number(code)));
    }

    void modelsWithoutKey()
    {
        const Schema schema = resolve(test::projectOf(
            R"({ "format": "throughline/1", "models": [ { "name": "User", "attributes": [] },
                 { "name": "Log", "attributes": [ { "name": "id", "type": "INTEGER", "primaryKey": false } ] } ],
                 "associations": [ { "kind": "hasMany", "source": "User", "target": "Log" } ] })"));
        const auto find = parseJson(R"({ "model": "User", "include": ["Logs"], "order": ["id"] })");
        const auto read = readFind(*find, schema);
        QVERIFY(read);
        QVERIFY(noteOf(notesOn(*find, **read, schema, sqliteDialect), u"Q33"_s));
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
    static const Note *noteOf(const Notes &notes, const QString &code)
    {
        const auto found =
            std::find_if(notes.begin(), notes.end(), [&](const Note &each) { return each.code == code; });
        return found == notes.end() ? nullptr : &*found;
    }

    /// What is said of the query on a database that the test does not have.
    void compareNote(const Json &entry, const Dialect &dialect)
    {
        const Json find = entry.value("find"_L1);
        const auto read = readFind(find, m_schema);
        QVERIFY(read);
        const Notes notes = notesOn(find, **read, m_schema, dialect);
        const Note *note = noteOf(notes, entry.value("code"_L1).string());
        QVERIFY(note);
        QCOMPARE(note->proposal, entry.value("proposal"_L1));
        QCOMPARE(note->fails, entry.find("fails"_L1) != nullptr);
    }

    Json m_recorded;
    Schema m_schema;
    std::unique_ptr<Connection> m_connection;
};

THROUGHLINE_TEST(NotesTest)
#include "tst_notes.moc"
