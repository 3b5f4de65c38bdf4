#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include "model/file/projectfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace model;

/// `throughline import`: code in, a project and a report out.
class ImportTest : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };

    Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(THROUGHLINE_PROGRAM), QStringList{u"import"_s} + arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QString file(const QString &name, const QByteArray &contents)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(path.left(path.lastIndexOf(u'/')));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(contents) != contents.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        file(u"shop/package.json"_s, "{\"name\": \"@acme/shop\"}");
        file(u"shop/models/user.js"_s,
             "const { DataTypes } = require('sequelize');\n"
             "module.exports = (sequelize) => sequelize.define('User', {\n"
             "  name: { type: DataTypes.STRING, validate: { len: [1, 9] }, set(v) { this.v = v } },\n"
             "  email: { type: DataTypes.STRING, validate: { isEmail: true } },\n"
             "  secret: { type: require('./secret-types').HASH },\n"
             "}, { hooks: { beforeSave() {} } });\n");
    }

    void writesAProject()
    {
        const Outcome outcome = run({u"shop"_s, u"--output"_s, u"plans/shop.throughline"_s});
        QCOMPARE(outcome.status, 1); // there is no folder plans
        QVERIFY(QDir(m_folder.path()).mkdir(u"plans"_s));
        const Outcome again = run({u"shop"_s, u"--output"_s, u"plans/shop.throughline"_s});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, QByteArray());
        const QByteArray text = test::fileContents(m_folder.filePath(u"plans/shop.throughline"_s));
        const Project project = test::projectOf(text);
        QCOMPARE(project.name, u"shop"_s);
        QCOMPARE(project.models.size(), 1);
        QCOMPARE(project.models[0].attributes.size(), 3);
        QVERIFY2(text.contains("\"source\": { \"code\": \"../shop\" }"), text);
        QCOMPARE(writeProject(project), text);
    }

    void printsWithoutAFile()
    {
        const Outcome outcome = run({u"shop/models/user.js"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(test::projectOf(outcome.out).models.size(), 1);
    }

    void namesWhatIsLeftOut()
    {
        const QByteArrayList lines = run({u"shop"_s}).err.trimmed().split('\n');
        QCOMPARE(lines,
                 (QByteArrayList{
                     "models/user.js:5: type of User.secret is not known: there is no file ./secret-types",
                     "models/user.js:3: left out, a project has no place for them: 2 validators, the first "
                     "of them here",
                     "models/user.js:3: left out, a project has no place for it: setters",
                     "models/user.js:6: left out, a project has no place for it: hooks"}));
    }

    void reportsAsJson()
    {
        const Outcome outcome = run({u"shop"_s, u"--json"_s, u"--output"_s, u"out.throughline"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        const auto report = parseJson(outcome.out);
        QVERIFY(report);
        QCOMPARE(report->value(u"models").toInteger(), 1);
        QCOMPARE(report->value(u"associations").toInteger(), 0);
        QCOMPARE(report->value(u"files").toInteger(), 1);
        QCOMPARE(
            compactJson(report->value(u"notUnderstood")),
            u"[{\"file\":\"models/user.js\",\"line\":5,\"column\":19,\"message\":\"type of User.secret is not known: there is no file ./secret-types\"}]"_s);
        const Json leftOut = report->value(u"leftOut");
        const Json validators = leftOut.items().value(0);
        QCOMPARE(validators.value(u"what").string(), u"validators"_s);
        QCOMPARE(validators.value(u"count").toInteger(), 2);
        const Json places = validators.value(u"places");
        QCOMPARE(compactJson(places.items().value(1)),
                 u"{\"file\":\"models/user.js\",\"line\":4,\"column\":36}"_s);
        QVERIFY(QFile::exists(m_folder.filePath(u"out.throughline"_s)));
    }

    void failsAndWritesNothing_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing there") << u"nowhere"_s << 2;
        QTest::newRow("no code") << u"notes.txt"_s << 2;
        QTest::newRow("no model") << u"empty"_s << 1;
    }
    void failsAndWritesNothing()
    {
        QFETCH(QString, source);
        QFETCH(int, status);
        file(u"notes.txt"_s, "DataTypes");
        file(u"empty/a.js"_s, "const { DataTypes } = require('sequelize');");
        const QString before = file(u"before.throughline"_s, "as it was");
        const Outcome outcome = run({source, u"--output"_s, before});
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.err.startsWith("throughline: "));
        QCOMPARE(test::fileContents(before), QByteArray("as it was"));
    }
};

THROUGHLINE_TEST(ImportTest)
#include "tst_import.moc"
