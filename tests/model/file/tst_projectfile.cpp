#include "model/file/projectfile.h"

#include "model/edit/edit.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace model;

class ProjectFileTest : public QObject
{
    Q_OBJECT

private:
    /// The lines of `after` that are not in `before`, and the other way round.
    static QStringList changedLines(const QByteArray &before, const QByteArray &after)
    {
        QStringList lines;
        const auto old = before.split('\n');
        const auto now = after.split('\n');
        for (const QByteArray &line : old) {
            if (!now.contains(line))
                lines.append(u"- "_s + QString::fromUtf8(line).trimmed());
        }
        for (const QByteArray &line : now) {
            if (!old.contains(line))
                lines.append(u"+ "_s + QString::fromUtf8(line).trimmed());
        }
        return lines;
    }

private Q_SLOTS:
    void samplesStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(test::sourcePath(u"resources/samples"_s));
        for (const QString &name : folder.entryList({u"*.throughline"_s}))
            QTest::newRow(name.toUtf8()) << folder.filePath(name);
    }
    void samplesStayAsTheyAre()
    {
        QFETCH(QString, path);
        const QByteArray text = test::fileContents(path);
        QCOMPARE(writeProject(test::projectOf(text)), text);
    }

    void everyKeyComesBack()
    {
        const QByteArray text =
            test::fileContents(test::sourcePath(u"tests/data/file/everything.throughline"_s));
        QCOMPARE(writeProject(test::projectOf(text)), text);
    }

    void handwrittenFilesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("the least") << QByteArray(R"({"format":"throughline/1","models":[]})");
        QTest::newRow("in any order") << QByteArray(
            R"({"associations":[{"target":"B","source":"A","kind":"hasMany"}],"models":[{"name":"A"},{"name":"B"}],"format":"throughline/1"})");
        QTest::newRow("with a mark") << QByteArray(
            "\xEF\xBB\xBF{\"format\":\"throughline/1\",\"models\":[]}");
        QTest::newRow("a box without a place") << QByteArray(
            R"({"format":"throughline/1","models":[{"name":"A"}],"diagram":{"models":{"A":{"later":1},"B":{"x":2}}}})");
    }
    void handwrittenFilesAreTaken()
    {
        QFETCH(QByteArray, text);
        const Project project = test::projectOf(text);
        const QByteArray written = writeProject(project);
        QCOMPARE(test::projectOf(written), project);
        QCOMPARE(writeProject(test::projectOf(written)), written);
    }

    void keepsWhatItDoesNotKnow()
    {
        const QByteArray text =
            R"x({"format":"throughline/1","x-top":[1,   2.50],"models":[{"name":"A","x-model":{"b":1},"attributes":[{"name":"n","x-a":  "é","type":"DECIMAL( 10 , 2 )"}]}]})x";
        const QByteArray written = writeProject(test::projectOf(text));
        QVERIFY2(written.contains("\n  \"x-top\": [1,   2.50]\n"), written);
        QVERIFY2(written.contains("\n      \"x-model\": {\"b\":1}\n"), written);
        QVERIFY2(written.contains(R"x({ "name": "n", "type": "DECIMAL( 10 , 2 )", "x-a": "é" })x"), written);
    }

    void numbersKeepTheirText()
    {
        const QByteArray text =
            R"({"format":"throughline/1","models":[{"name":"A","attributes":[{"name":"n","type":"FLOAT","defaultValue":1.500}],"options":{"initialAutoIncrement":1e3}}],"diagram":{"models":{"A":{"x":40.0,"y":-0}}}})";
        const QByteArray written = writeProject(test::projectOf(text));
        for (const char *number : {"1.500", "1e3", "40.0", "-0"})
            QVERIFY2(written.contains(number), written);
    }

    void aChangeTouchesOnlyItsOwnLines()
    {
        const Project project = test::sampleProject(u"workshop"_s);
        const QByteArray before = writeProject(project);

        const Model &group = *modelNamed(project, u"Group");
        Attribute changed = *attributeNamed(group, u"name");
        changed.allowNull = true;
        QCOMPARE(changedLines(before, writeProject(*changeAttribute(project, group.id, changed))).size(), 2);

        QCOMPARE(
            changedLines(before, writeProject(*moveBoxes(project, {{u"Group"_s, {300, 500}}}))).join(u'\n'),
            u"- \"Group\": { \"x\": 240, \"y\": 420 },\n+ \"Group\": { \"x\": 300, \"y\": 500 },"_s);

        const QStringList renamed =
            changedLines(before, writeProject(*renameModel(project, group.id, u"Team"_s)));
        for (const QString &line : renamed)
            QVERIFY2(line.contains(u"Group") || line.contains(u"Team"), line.toUtf8());
    }

    void savesAsAWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"p.throughline"_s);
        const Project project = test::sampleProject(u"family"_s);
        QVERIFY(saveProject(project, path));
        QCOMPARE(loadProject(path)->project, project);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);

        QVERIFY(!saveProject(project, folder.filePath(u"no/such/folder/p.throughline"_s)));
        QVERIFY(!loadProject(folder.filePath(u"nothing"_s)));
    }

    void refusesWithAPlace_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, const QByteArray &models, const QString &refusal) {
            QTest::newRow(name) << models << refusal;
        };
        row("no name", R"({})", u"models[0]: \"name\" is missing"_s);
        row("an empty name", R"({"name":""})", u"models[0]: the name is empty"_s);
        row("a list for a text", R"({"name":[]})", u"models[0].name: expected text, found a list"_s);
        row("a text for a flag", R"({"name":"A","options":{"paranoid":"yes"}})",
            u"models[0].options.paranoid: expected true or false, found text"_s);
        row("an unknown special value",
            R"({"name":"A","attributes":[{"name":"n","type":"TEXT","defaultValue":{"$now":1}}]})",
            u"unknown value $now: expected $default, $fn, $literal, $date, $hex or $value"_s);
        row("references without a model",
            R"({"name":"A","attributes":[{"name":"n","type":"TEXT","references":{"key":"id"}}]})",
            u"models[0].attributes[0].references: \"model\" is missing"_s);
        row("an id twice", R"({"id":"x","name":"A"},{"id":"x","name":"B"})", u"the id \"x\" stands twice"_s);
    }
    void refusesWithAPlace()
    {
        QFETCH(QByteArray, models);
        const auto read = readProject("{\"format\":\"throughline/1\",\n\"models\":[" + models + "]}");
        QVERIFY(!read);
        QTEST(read.error().message, "refusal");
        QCOMPARE(read.error().line, 2);
        QVERIFY(read.error().column > 10);
    }
};

THROUGHLINE_TEST(ProjectFileTest)
#include "tst_projectfile.moc"
