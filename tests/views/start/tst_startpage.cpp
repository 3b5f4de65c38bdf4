#include "tests/support/testcase.h"
#include "views/start/recentfile.h"
#include "views/start/samplecard.h"
#include "views/start/startpage.h"

#include <QApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// What one can begin with, picked with the mouse.
class StartPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recentFilesArePicked()
    {
        views::StartPage page;
        page.resize(1200, 800);
        page.show();
        QVERIFY(page.findChildren<views::RecentFile *>().isEmpty());
        const QStringList files{u"/projects/shop.throughline"_s, u"/projects/old/wiki.throughline"_s};
        page.showRecent(files);
        const auto recent = page.findChildren<views::RecentFile *>();
        QCOMPARE(recent.size(), 2);
        QCOMPARE(recent[1]->text(), u"wiki.throughline"_s);
        QCOMPARE(recent[1]->accessibleDescription(), u"/projects/old"_s);
        QSignalSpy picked(&page, &views::StartPage::filePicked);
        QTest::mouseClick(recent[1], Qt::LeftButton);
        QTest::keyClick(recent[0], Qt::Key_Space);
        QCOMPARE(picked.size(), 2);
        QCOMPARE(picked[0].first().toString(), files[1]);
        QCOMPARE(picked[1].first().toString(), files[0]);
    }

    void samplesArePicked()
    {
        views::StartPage page;
        page.resize(1200, 800);
        page.show();
        const auto cards = page.findChildren<views::SampleCard *>();
        QCOMPARE(cards.size(), views::samples().size());
        QSignalSpy picked(&page, &views::StartPage::samplePicked);
        QTest::mouseClick(cards.first(), Qt::LeftButton);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0].first().toString(), views::samples().first().path);
    }
};

THROUGHLINE_TEST(StartPageTest)
#include "tst_startpage.moc"
