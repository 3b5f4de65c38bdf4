#include "model/sample/sample.h"
#include "tests/model/sample/samplefixture.h"
#include "tests/support/testcase.h"

#include <QRegularExpression>
#include <QSet>

using namespace model;
using namespace Qt::StringLiterals;

class SampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForEver();
    void followsTheSeed();
    void leavesOtherTablesAlone();
    void speaksByNameAndType_data();
    void speaksByNameAndType();
    void agreesWithinARow();
    void tellsHowFarARowHasCome();
    void leavesOrdinaryColumnsEmptyNowAndThen();
    void givesEachValueOfAnEnum();
    void spreadsLinks();
    void joinsNobodyToThemselves();
    void growsTrees();
    void followsScopes();
    void keepsToPeopleWhenNamesRunOut();
    void refusesNumbersOutOfRange();
};

namespace {

const QByteArray workersProject = R"json(
    { "name": "Worker", "attributes": [ { "name": "firstName", "type": "STRING" }, { "name": "lastName", "type": "STRING" },
        { "name": "name", "type": "STRING" }, { "name": "email", "type": "STRING", "unique": true },
        { "name": "username", "type": "STRING(20)" }, { "name": "birthday", "type": "DATEONLY" },
        { "name": "bio", "type": "TEXT" } ] },
    { "name": "Task", "attributes": [ { "name": "title", "type": "STRING" }, { "name": "slug", "type": "STRING" },
        { "name": "status", "type": "ENUM('todo','in progress','done')" }, { "name": "isDone", "type": "BOOLEAN" },
        { "name": "finishedAt", "type": "DATE" } ] },
    { "name": "WorkerTask", "attributes": [ { "name": "completed", "type": "BOOLEAN" },
        { "name": "startedAt", "type": "DATE" }, { "name": "finishedAt", "type": "DATE" } ] })json";
const QByteArray workerTasks = R"json(
    { "kind": "belongsToMany", "source": "Worker", "target": "Task", "through": "WorkerTask" },
    { "kind": "belongsToMany", "source": "Task", "target": "Worker", "through": "WorkerTask" })json";

}

void SampleTest::isTheSameForEver()
{
    const Sample sample(
        sampleSchema(
            R"json({ "name": "User", "attributes": [ { "name": "name", "type": "STRING" },
            { "name": "rating", "type": "DECIMAL(3,1)", "allowNull": false }, { "name": "born", "type": "DATEONLY", "allowNull": false } ] },
        { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" }, { "name": "isPublic", "type": "BOOLEAN" } ] })json",
            R"json({ "kind": "belongsToMany", "source": "User", "target": "Project", "through": "UserProject" },
                                        { "kind": "belongsTo", "source": "Project", "target": "User", "as": "owner" })json"),
        {.rows = 3});
    QCOMPARE(sample.counts(), u"User 3, Project 3, UserProject 3"_s);
    QCOMPARE(sample.rows(u"User"_s),
             u"1 Alan Turing 2 1996-04-29|2 Evelyn Boyd 4 1984-05-27|3 Donald Knuth 1.5 1951-07-07"_s);
    QCOMPARE(sample.rows(u"Project"_s),
             u"1 ALGOL 60 true 3|2 ARPANET true 1|3 Lisp Machine true 3"_s);
    QCOMPARE(sample.rows(u"UserProject"_s),
             u"2 1|2 2|3 1"_s);
}

void SampleTest::followsTheSeed()
{
    const Schema schema = sampleSchema(workersProject, workerTasks);
    const QString names = Sample(schema).rows(u"Worker"_s);
    QCOMPARE(Sample(schema).rows(u"Worker"_s), names);
    QVERIFY(Sample(schema, {.seed = 2}).rows(u"Worker"_s) != names);
}

/// While the user edits one model, the rows of the others stand still.
void SampleTest::leavesOtherTablesAlone()
{
    const Sample before(sampleSchema(workersProject, workerTasks));
    QByteArray edited = workersProject;
    edited.replace(
        R"json({ "name": "slug", "type": "STRING" })json",
        R"json({ "name": "code", "type": "STRING", "unique": true }, { "name": "level", "type": "INTEGER" })json");
    const Sample after(sampleSchema(edited, workerTasks));
    QCOMPARE(after.rows(u"Worker"_s), before.rows(u"Worker"_s));
    QCOMPARE(after.rows(u"WorkerTask"_s), before.rows(u"WorkerTask"_s));
    QCOMPARE(after.values(u"Task"_s, u"title"_s), before.values(u"Task"_s, u"title"_s));
    QCOMPARE(after.values(u"Task"_s, u"status"_s), before.values(u"Task"_s, u"status"_s));
}

void SampleTest::speaksByNameAndType_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("pattern"); ///< of every value

    const auto row = [](const char *model, const char *attribute, const char *type, const char16_t *pattern) {
        QTest::addRow("%s.%s %s", model, attribute, type)
            << QString::fromUtf8(model) << QString::fromUtf8(attribute) << QString::fromUtf8(type)
            << QString::fromUtf16(pattern);
    };
    const char16_t *person = u"\\p{Lu}[\\p{L}-]+ \\p{Lu}[\\p{L}-]+";
    row("Customer", "name", "STRING", person);
    row("BlogAuthor", "full_name", "STRING", person);
    row("Book", "authorName", "STRING", person);
    row("Order", "createdBy", "STRING", person);
    row("Customer", "e_mail", "STRING", u"[a-z0-9.-]+@example\\.(com|org|net)");
    row("Customer", "email", "STRING(15)", u"[a-z-]{1,8}@x\\.test");
    row("Customer", "phoneNumber", "STRING", u"\\+1 \\d{3} 555 01\\d\\d");
    row("Customer", "company", "STRING", u"[\\p{L}& ]+");
    row("Customer", "countryCode", "CHAR(2)", u"[A-Z]{2}");
    row("Country", "iso", "CHAR(2)", u"[A-Z]{2}");
    row("Role", "code", "STRING", u"[A-Z]+");
    row("Invoice", "number", "STRING", u"INV-1\\d{3}");
    row("Invoice", "number", "INTEGER", u"1\\d{3}");
    row("Article", "URLSlug", "STRING", u"[a-z0-9]+(-[a-z0-9]+)*");
    row("Article", "status", "STRING", u"draft|in review|published");
    row("Article", "body", "TEXT", u"(\\p{L}[^.]+\\. ?){3}");
    row("Article", "publishedOn", "STRING", u"20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.000Z");
    row("Product", "sku", "STRING", u"[A-Z]{3}-\\d{4}");
    row("Product", "price", "DECIMAL(10,2)", u"\\d{1,3}(\\.\\d\\d?)?");
    row("Product", "color", "STRING", u"#[0-9a-f]{6}");
    row("Product", "color", "STRING(6)", u"[a-z]{3,6}");
    row("Product", "isbn", "STRING", u"978\\d{10}");
    row("Product", "websiteUrl", "STRING", u"https://[a-z0-9-]+\\.example\\.com");
    row("Product", "rating", "TINYINT", u"[1-5]");
    row("Product", "tiny", "TINYINT", u"\\d{1,2}|100");
    row("Product", "salary", "TINYINT.UNSIGNED", u"\\d{1,3}");
    row("Product", "discount", "DECIMAL(2,1)", u"\\d(\\.\\d)?");
    row("Product", "uuid", "STRING", u"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    row("Product", "any", "UUID", u"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    row("Product", "any", "CHAR(1)", u"[A-Z]");
    row("Product", "any", "TIME", u"[01]\\d:[0-5]\\d:00");
    row("Product", "any", "BLOB", u"\\{\"\\$hex\":\"[0-9a-f]{32}\"\\}");
    row("Product", "tags", "JSON", u"\\[(\"[a-z -]+\",?){1,3}\\]");
    row("Product", "settings", "JSONB", u"\\{\"theme\":\"(dark|light)\".*\\}");
    row("Product", "tags", "ARRAY(STRING)", u"\\{(\"[a-z -]+\",?){1,3}\\}");
    row("Product", "scores", "ARRAY(ARRAY(INTEGER))", u"\\{\\{\\d+(,\\d+)*\\}\\}");
    row("Product", "sizes", "RANGE(INTEGER)", u"\\[\\d+,\\d+\\)");
    row("Product", "net", "CIDR", u"(\\d+\\.){3}0/24");
    row("Product", "mac", "MACADDR", u"02:00:5e(:[0-9a-f]{2}){3}");
    row("Product", "place", "GEOMETRY('POINT',4326)",
        u"SRID=4326;POINT\\(-?\\d+\\.\\d{4} -?\\d+\\.\\d{4}\\)");
    row("Product", "size", "HSTORE", u"\"color\"=>\"[a-z]+\".*");
    row("City", "name", "STRING", u"[\\p{L} ]+");
    row("City", "latitude", "DOUBLE", u"-?\\d{1,2}(\\.\\d+)?");
    row("Session", "ipAddress", "STRING", u"(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+");
    row("Widget", "name", "STRING", u"[A-Z][a-z]+ widget");
}

void SampleTest::speaksByNameAndType()
{
    QFETCH(QString, model);
    QFETCH(QString, attribute);
    QFETCH(QString, type);
    QFETCH(QString, pattern);
    const QByteArray models =
        u"{ \"name\": \"%1\", \"attributes\": [ { \"name\": \"%2\", \"type\": \"%3\", \"allowNull\": false } ] }"_s
            .arg(model, attribute, type)
            .toUtf8();
    const QStringList values = Sample(sampleSchema(models)).values(model, attribute);
    QCOMPARE(values.size(), 20);
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern),
                                   QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &value : values)
        QVERIFY2(whole.match(value).hasMatch(), qPrintable(value));
}

void SampleTest::agreesWithinARow()
{
    const Sample sample(sampleSchema(workersProject, {}, true));
    const QStringList first = sample.values(u"Worker"_s, u"firstName"_s);
    const QStringList last = sample.values(u"Worker"_s, u"lastName"_s);
    const QStringList names = sample.values(u"Worker"_s, u"name"_s);
    const QStringList mails = sample.values(u"Worker"_s, u"email"_s);
    const QStringList created = sample.values(u"Worker"_s, u"createdAt"_s);
    const QStringList updated = sample.values(u"Worker"_s, u"updatedAt"_s);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 20);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(names[i], first[i] + u' ' + last[i]);
        QVERIFY(mails[i].startsWith(first[i].left(1).toLower()));
        QVERIFY(created[i] <= updated[i]);
        QVERIFY(i == 0 || created[i - 1] < created[i]);
    }
    const QStringList titles = sample.values(u"Task"_s, u"title"_s);
    const QStringList slugs = sample.values(u"Task"_s, u"slug"_s);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(slugs[i], titles[i].toLower().replace(u' ', u'-'));
}

void SampleTest::tellsHowFarARowHasCome()
{
    const Sample sample(sampleSchema(workersProject, workerTasks));
    const QStringList states = sample.values(u"Task"_s, u"status"_s);
    const QStringList flags = sample.values(u"Task"_s, u"isDone"_s);
    const QStringList ends = sample.values(u"Task"_s, u"finishedAt"_s);
    for (int i = 0; i < states.size(); ++i) {
        QCOMPARE(flags[i] == u"true", states[i] == u"done");
        QCOMPARE(ends[i] != u"null", states[i] == u"done");
    }
    const QStringList completed = sample.values(u"WorkerTask"_s, u"completed"_s);
    const QStringList started = sample.values(u"WorkerTask"_s, u"startedAt"_s);
    const QStringList finished = sample.values(u"WorkerTask"_s, u"finishedAt"_s);
    QVERIFY(completed.contains(u"true"_s) && completed.contains(u"false"_s));
    for (int i = 0; i < completed.size(); ++i) {
        QCOMPARE(completed[i] == u"true", finished[i] != u"null");
        QVERIFY(finished[i] == u"null" || started[i] < finished[i]);
    }
}

void SampleTest::leavesOrdinaryColumnsEmptyNowAndThen()
{
    const Sample sample(sampleSchema(workersProject), {.rows = 100});
    QCOMPARE(sample.values(u"Worker"_s, u"bio"_s).count(u"null"_s), 10);
    QCOMPARE(sample.values(u"Worker"_s, u"birthday"_s).count(u"null"_s), 10);
    QCOMPARE(sample.values(u"Worker"_s, u"name"_s).count(u"null"_s), 0);
    QCOMPARE(sample.values(u"Worker"_s, u"email"_s).count(u"null"_s), 0);
    QCOMPARE(sample.values(u"Task"_s, u"status"_s).count(u"null"_s), 0);
}

void SampleTest::givesEachValueOfAnEnum()
{
    const QStringList states = Sample(sampleSchema(workersProject), {.rows = 3}).values(u"Task"_s, u"status"_s);
    QCOMPARE(QSet<QString>(states.begin(), states.end()).size(), 3);
}

void SampleTest::spreadsLinks()
{
    const Sample sample(sampleSchema(workersProject, workerTasks));
    const QStringList left = sample.values(u"WorkerTask"_s, u"WorkerId"_s);
    const QStringList right = sample.values(u"WorkerTask"_s, u"TaskId"_s);
    QVERIFY(left.size() > 20 && left.size() <= 40);
    QSet<QString> pairs;
    for (int i = 0; i < left.size(); ++i)
        pairs.insert(left[i] + u' ' + right[i]);
    QCOMPARE(pairs.size(), left.size());
    int without = 0;
    qsizetype most = 0;
    for (const QString &id : sample.values(u"Worker"_s, u"id"_s)) {
        without += left.contains(id) ? 0 : 1;
        most = std::max(most, left.count(id));
    }
    QVERIFY(without > 0);
    QVERIFY(most > 2);
}

void SampleTest::joinsNobodyToThemselves()
{
    const Sample sample(
        sampleSchema(workersProject, R"json({ "kind": "belongsToMany", "source": "Worker", "target": "Worker",
        "as": "friends", "through": "Friendship", "foreignKey": "workerId", "otherKey": "friendId" })json"));
    const QStringList left = sample.values(u"Friendship"_s, u"workerId"_s);
    const QStringList right = sample.values(u"Friendship"_s, u"friendId"_s);
    QVERIFY(left.size() > 20);
    for (int i = 0; i < left.size(); ++i)
        QVERIFY(left[i] != right[i]);
}

void SampleTest::growsTrees()
{
    const Sample sample(sampleSchema(
        R"json({ "name": "Worker", "attributes": [] })json",
        R"json({ "kind": "belongsTo", "source": "Worker", "target": "Worker", "as": "boss" })json"));
    const QStringList bosses = sample.values(u"Worker"_s, u"bossId"_s);
    QCOMPARE(bosses.mid(0, 2).join(u' '), u"null null"_s);
    for (int i = 2; i < bosses.size(); ++i)
        QVERIFY(bosses[i].toInt() >= 1 && bosses[i].toInt() <= i);
}

/// The key of a polymorphic association leads where its type says.
void SampleTest::followsScopes()
{
    const Sample sample(sampleSchema(
        R"json({ "name": "Post", "attributes": [] },
            { "name": "Image", "attributes": [ { "name": "id", "type": "UUID", "primaryKey": true } ] },
            { "name": "Comment", "attributes": [ { "name": "commentableId", "type": "STRING" },
              { "name": "commentableType", "type": "STRING" } ] })json",
        R"json({ "kind": "hasMany", "source": "Post", "target": "Comment", "foreignKey": "commentableId",
              "constraints": false, "scope": { "commentableType": "post" } },
            { "kind": "belongsTo", "source": "Comment", "target": "Post", "foreignKey": "commentableId", "constraints": false },
            { "kind": "hasMany", "source": "Image", "target": "Comment", "foreignKey": "commentableId",
              "constraints": false, "scope": { "commentableType": "image" } })json"));
    const QStringList types = sample.values(u"Comment"_s, u"commentableType"_s);
    const QStringList keys = sample.values(u"Comment"_s, u"commentableId"_s);
    const QStringList posts = sample.values(u"Post"_s, u"id"_s);
    const QStringList images = sample.values(u"Image"_s, u"id"_s);
    QCOMPARE(types.count(u"post"_s), 10);
    QCOMPARE(types.count(u"image"_s), 10);
    for (int i = 0; i < keys.size(); ++i)
        QVERIFY((types[i] == u"post" ? posts : images).contains(keys[i]));
}

void SampleTest::keepsToPeopleWhenNamesRunOut()
{
    const Sample sample(
        sampleSchema(
            R"json({ "name": "User", "attributes": [ { "name": "name", "type": "STRING", "unique": true } ] },
        { "name": "Project", "attributes": [ { "name": "name", "type": "STRING" }, { "name": "code", "type": "STRING(8)", "unique": true } ] },
        { "name": "Tag", "attributes": [ { "name": "name", "type": "STRING", "unique": true } ] })json"),
        {.rows = 500});
    QCOMPARE(sample.counts(), u"User 500, Project 500, Tag 500"_s);
    const QStringList names = sample.values(u"User"_s, u"name"_s);
    QVERIFY(names.filter(QRegularExpression(u"\\d"_s)).size() < 10);
    const QStringList projects = sample.values(u"Project"_s, u"name"_s);
    QVERIFY(QSet<QString>(projects.begin(), projects.end()).size() < 50);
    QCOMPARE(sample.values(u"Tag"_s, u"name"_s).filter(QRegularExpression(u" 2$"_s)).size(), 32);
}

void SampleTest::refusesNumbersOutOfRange()
{
    QVERIFY(!sampleRows({}, {.rows = -1}));
    QVERIFY(!sampleRows({}, {.rows = 1'000'001}));
    QCOMPARE(Sample(sampleSchema(workersProject, workerTasks), {.rows = 0}).counts(),
             u"Worker 0, Task 0, WorkerTask 0"_s);
}

THROUGHLINE_TEST(SampleTest)
#include "tst_sample.moc"
