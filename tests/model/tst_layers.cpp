#include "tests/support/projects.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// An include as "file → what it includes".
QStringList includesOf(const QString &folder)
{
    static const QRegularExpression include(u"^#include [\"<]([^\">]+)[\">]"_s, QRegularExpression::MultilineOption);
    QStringList found;
    QDirIterator files(test::sourcePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        auto matches = include.globalMatch(QString::fromUtf8(test::fileContents(path)));
        while (matches.hasNext())
            found.append(path.mid(test::sourcePath({}).size()) + u" → "_s + matches.next().captured(1));
    }
    return found;
}

/// The rooms of a layer by floor, the lowest first: a room includes rooms of lower floors, and itself.
using Tower = QList<QStringList>;

const Tower modelTower{{u"project"_s},
                       {u"schema"_s},
                       {u"sql"_s, u"file"_s, u"layout"_s},
                       {u"ddl"_s, u"code"_s, u"source"_s},
                       {u"database"_s},
                       {u"query"_s, u"sample"_s},
                       {u"rows"_s},
                       {u"changes"_s},
                       {u"edit"_s},
                       {u"check"_s}};
const Tower viewsTower{{u"theme"_s}, {u"routing"_s}, {u"diagram"_s}, {u"canvas"_s}};

/// What an include within a layer breaks, or nothing. A room that the tower does not name stands on its roof.
QString brokenRule(const QString &layer, const Tower &tower, const QString &line)
{
    static const QRegularExpression rooms(u"^(\\w+)/(\\w+)/.* → (\\w+)/(\\w+)/"_s);
    const auto match = rooms.match(line);
    if (!match.hasMatch() || match.captured(1) != layer || match.captured(3) != layer
        || match.captured(2) == match.captured(4))
        return {};
    const auto floorOf = [&](const QString &room) {
        for (int i = 0; i < tower.size(); ++i) {
            if (tower[i].contains(room))
                return i;
        }
        return int(tower.size());
    };
    const int from = floorOf(match.captured(2));
    if (from == tower.size() || floorOf(match.captured(4)) < from)
        return {};
    return u"%1: %2 stands no higher than %3"_s.arg(line, match.captured(2), match.captured(4));
}

}

/// app → views → model, and the rooms of model and views in their order: who may include whom.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersKeepTheirPlace_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("forbidden"); ///< beginnings of what it may not include
        QTest::newRow("model")
            << u"model"_s
            << u"views/|app/|QWidget|QPainter|QPixmap|QImage|QColor|QFont|QIcon|QGui|QApplication"_s;
        QTest::newRow("views") << u"views"_s << u"app/"_s;
        QTest::newRow("the command line paints nothing")
            << u"app/cli"_s << u"views/|QWidget|QPainter|QApplication"_s;
        QTest::newRow("routing is geometry") << u"views/routing"_s << u"model/|QWidget|QPainter$"_s;
        for (const char *folder : {"app", "model", "views", "tests"}) {
            QTest::addRow("no whole modules in %s", folder)
                << QString::fromLatin1(folder) << u"Qt(Core|Widgets|Gui|Sql|Test)$"_s;
        }
    }
    void layersKeepTheirPlace()
    {
        QFETCH(QString, folder);
        QFETCH(QString, forbidden);
        const QRegularExpression pattern(u"→ (%1)"_s.arg(forbidden));
        const QStringList lines = includesOf(folder);
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines)
            QVERIFY2(!pattern.match(line).hasMatch(), line.toUtf8());
    }

    void roomsUseLowerRooms()
    {
        for (const QString &line : includesOf(u"model"_s))
            QCOMPARE(brokenRule(u"model"_s, modelTower, line), QString());
        for (const QString &line : includesOf(u"views"_s))
            QCOMPARE(brokenRule(u"views"_s, viewsTower, line), QString());
    }

    void aPlantedArrowIsFound_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("broken");
        QTest::newRow("up") << u"model/schema/a.h → model/ddl/create.h"_s << true;
        QTest::newRow("across") << u"model/ddl/a.h → model/code/sequelizecode.h"_s << true;
        QTest::newRow("to a room that is not named") << u"model/sql/a.h → model/anything/b.h"_s << true;
        QTest::newRow("down") << u"model/check/a.cpp → model/edit/edit.h"_s << false;
        QTest::newRow("within") << u"model/rows/a.cpp → model/rows/rows.h"_s << false;
        QTest::newRow("the tools of all") << u"model/sql/a.cpp → model/json.h"_s << false;
    }
    void aPlantedArrowIsFound()
    {
        QFETCH(QString, line);
        QFETCH(bool, broken);
        QCOMPARE(!brokenRule(u"model"_s, modelTower, line).isEmpty(), broken);
    }

    void everyRoomIsNamed()
    {
        QStringList named;
        for (const QStringList &floor : modelTower)
            named += floor;
        for (const QString &room : QDir(test::sourcePath(u"model"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(named.contains(room), qUtf8Printable(room));
    }
};

THROUGHLINE_TEST(LayersTest)
#include "tst_layers.moc"
