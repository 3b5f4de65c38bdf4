#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// app → views → model, and the folders of model in their order: who may include whom.
class LayersTest : public QObject
{
    Q_OBJECT

private:
    static QStringList includesOf(const QString &folder)
    {
        static const QRegularExpression include(u"^#include [\"<]([^\">]+)[\">]"_s,
                                                QRegularExpression::MultilineOption);
        QStringList found;
        QDirIterator files(test::sourcePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto matches = include.globalMatch(QString::fromUtf8(test::fileContents(path)));
            while (matches.hasNext())
                found.append(path.mid(test::sourcePath({}).size()) + u" → "_s + matches.next().captured(1));
        }
        return found;
    }

private Q_SLOTS:
    void foldersKeepTheirPlace_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("forbidden"); ///< beginnings of what it may not include
        QTest::newRow("model")
            << u"model"_s
            << u"views/|app/|QWidget|QPainter|QPixmap|QImage|QColor|QFont|QIcon|QGui|QApplication"_s;
        QTest::newRow("views") << u"views"_s << u"app/"_s;
        QTest::newRow("the command line paints nothing")
            << u"app/cli"_s << u"views/|QWidget|QPainter|QApplication"_s;
        QTest::newRow("project") << u"model/project"_s
                                 << u"model/(file|schema|sql|ddl|query|data|edit|check|code)/"_s;
        QTest::newRow("schema") << u"model/schema"_s << u"model/(file|sql|ddl|query|data|edit|check|code)/"_s;
        QTest::newRow("sql") << u"model/sql"_s << u"model/(file|ddl|query|data|edit|check|code)/"_s;
        QTest::newRow("ddl") << u"model/ddl"_s << u"model/(file|query|data|edit|check|code)/"_s;
        QTest::newRow("query") << u"model/query"_s << u"model/(file|ddl|data|edit|check|code)/"_s;
        QTest::newRow("data") << u"model/data"_s << u"model/(file|edit|check|code)/"_s;
        QTest::newRow("no whole modules") << u"."_s << u"Qt(Core|Widgets|Gui|Sql|Test)$"_s;
    }
    void foldersKeepTheirPlace()
    {
        QFETCH(QString, folder);
        QFETCH(QString, forbidden);
        const QRegularExpression pattern(u"→ (%1)"_s.arg(forbidden));
        for (const QString &line : includesOf(folder)) {
            if (!line.startsWith(u"build"_s))
                QVERIFY2(!pattern.match(line).hasMatch(), line.toUtf8());
        }
    }
};

THROUGHLINE_TEST(LayersTest)
#include "tst_layers.moc"
