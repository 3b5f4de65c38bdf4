#include "model/source/readapplication.h"

#include "model/file/projectfile.h"

#include "tests/support/declared.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace model;

/// What applications declare, beside what they declare to the real Sequelize
/// (tests/sequelize/applications.mjs).
class SourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declaresTheSame_data()
    {
        QTest::addColumn<QString>("name");
        const QDir applications(test::sourcePath(u"tests/data/source/apps"_s));
        const QStringList names = applications.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(names.size() >= 25);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void declaresTheSame()
    {
        QFETCH(QString, name);
        const auto application = readApplication(test::sourcePath(u"tests/data/source/apps/"_s + name));
        QVERIFY2(application, application ? "" : qPrintable(application.error().message));
        for (const SourceRemark &remark : application->report.notUnderstood)
            QFAIL(qPrintable(u"%1:%2: %3"_s.arg(remark.at.file).arg(remark.at.line).arg(remark.message)));
        QVERIFY(test::matchesGolden(test::declaredText(application->project).toUtf8(),
                                    u"source/declared/%1.txt"_s.arg(name)));
        // What was read is a project that can be saved and read again.
        const auto again = readProject(writeProject(application->project));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(writeProject(again->project), writeProject(application->project));
    }
};

THROUGHLINE_TEST(SourceTest)
#include "tst_source.moc"
