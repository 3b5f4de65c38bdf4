#include "tests/support/testcase.h"
#include "views/palette/match.h"
#include "views/palette/palette.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using views::matchScore;

/// Search by name, with real keys.
class PaletteTest : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        Desk()
        {
            window.resize(800, 600);
            window.show();
            QApplication::setActiveWindow(&window);
            QList<views::PaletteEntry> entries;
            for (const QString &title : {u"Open sample: Users and groups"_s, u"usergroups"_s, u"Zoom in"_s})
                entries.append({title, {}, {}, [this, title] { ran.append(title); }});
            palette.open(entries);
        }
        void type(const QString &text) { QTest::keyClicks(window.findChild<QLineEdit *>(), text); }
        void key(Qt::Key code) { QTest::keyClick(window.findChild<QLineEdit *>(), code); }

        QWidget window;
        views::Palette palette{&window};
        QStringList ran;
    };

private Q_SLOTS:
    void theWholeWordIsBest()
    {
        const QString sample = u"Open sample: Users and groups"_s;
        QVERIFY(matchScore(u"usergroups", u"usergroups") > matchScore(sample, u"usergroups"));
        QVERIFY(matchScore(u"User", u"us") > matchScore(sample, u"us"));
        QVERIFY(matchScore(u"User", u"user") > matchScore(u"UserGroup", u"user"));
        QVERIFY(matchScore(sample, u"oug") > 0);
        QCOMPARE(matchScore(sample, u"xyz"), -1);
    }

    void runsWhatIsTyped()
    {
        Desk desk;
        desk.type(u"usergroups"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.ran, QStringList{u"usergroups"_s});
        QVERIFY(!desk.palette.isVisible());
    }

    void theArrowsChoose()
    {
        Desk desk;
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.ran, QStringList{u"Zoom in"_s});
    }

    void saysThatNothingIsFound()
    {
        Desk desk;
        const int tall = desk.palette.height();
        desk.type(u"qqq"_s);
        QVERIFY(desk.palette.findChild<QLabel *>()->isVisible());
        QVERIFY(!desk.palette.findChild<QListView *>()->isVisible());
        QVERIFY(desk.palette.height() < tall);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.ran.isEmpty());
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.palette.isVisible());
    }
};

THROUGHLINE_TEST(PaletteTest)
#include "tst_palette.moc"
