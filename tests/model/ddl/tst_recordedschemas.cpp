#include "model/check/check.h"
#include "model/ddl/create.h"
#include "model/sql/dialect.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

QList<Json> linesOf(const QString &name)
{
    QList<Json> lines;
    for (const QByteArray &line :
         test::fileContents(test::sourcePath(u"tests/data/sequelize/"_s + name)).split('\n'))
    {
        if (line.isEmpty())
            continue;
        const auto parsed = parseJson(line);
        if (!parsed)
            qFatal("%s: %s", qPrintable(name), qPrintable(parsed.error().message));
        lines.append(*parsed);
    }
    return lines;
}

/// A script without its comments and its layout, as twelve digits.
QString fingerprint(const QString &script)
{
    static const QRegularExpression notes(u" {2}-- [^\\n]*|^-- [^\\n]*"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression blanks(u"[ \\n]+"_s);
    const QString bare = QString(script).remove(notes).replace(blanks, u" "_s).trimmed();
    return QString::fromLatin1(
        QCryptographicHash::hash(bare.toUtf8(), QCryptographicHash::Sha1).toHex().first(12));
}

struct Expectation
{
    QString about;
    Project project;
    const Dialect *dialect = nullptr;
    QString outcome;
};

QList<Expectation> readExpectations()
{
    QHash<QString, Json> documented;
    for (const Json &line : linesOf(u"documented.jsonl"_s))
        documented.insert(line.value("about"_L1).string(), line.value("project"_L1));
    const QDir projects(test::sourcePath(u"tests/data/projects"_s));
    for (const QString &name : projects.entryList(QDir::Files)) {
        const auto parsed = parseJson(test::fileContents(projects.filePath(name)));
        if (!parsed)
            qFatal("%s: %s", qPrintable(name), qPrintable(parsed.error().message));
        documented.insert(name, *parsed);
    }
    QList<Expectation> list;
    for (const Json &line : linesOf(u"recorded.jsonl"_s)) {
        const QString about = line.value("about"_L1).string();
        const Json *own = line.find("project"_L1);
        const Project project = test::projectOf(compactJson(own ? *own : documented.value(about)).toUtf8());
        for (const Dialect *dialect : dialects()) {
            if (const Json *outcome = line.find(dialect->id))
                list.append({about, project, dialect, outcome->string()});
        }
    }
    return list;
}

const QList<Expectation> &expectations()
{
    static const QList<Expectation> list = readExpectations();
    return list;
}

}

/// What tests/sequelize/run --record found out with the real Sequelize on real databases: the script made the
/// catalog that Sequelize makes, and the problems told what is refused, what fails and what works.
class RecordedSchemasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schema_data()
    {
        QTest::addColumn<int>("position");
        const auto &list = expectations();
        for (int i = 0; i < list.size(); ++i)
            QTest::newRow(qPrintable(list[i].about + u", "_s + list[i].dialect->id)) << i;
    }
    void schema()
    {
        QFETCH(int, position);
        const Expectation &expected = expectations()[position];
        const Schema schema = resolve(expected.project);
        QStringList errors;
        for (const Problem &problem : check(expected.project, schema, expected.dialect->bit)) {
            if (problem.severity == Severity::Error)
                errors.append(codeName(problem.code));
        }
        const bool works = expected.outcome.startsWith("works"_L1);
        QVERIFY2(errors.isEmpty() == works,
                 qPrintable(expected.outcome + u" ["_s + errors.join(u' ') + u']'));
        if (expected.outcome == u"refused")
            return;
        const QString script = createScript(schema, *expected.dialect);
        QVERIFY2(fingerprint(script) == expected.outcome.section(u' ', 1), qPrintable(script));
    }
};

THROUGHLINE_TEST(RecordedSchemasTest)
#include "tst_recordedschemas.moc"
