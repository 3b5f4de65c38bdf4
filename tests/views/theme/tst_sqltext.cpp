#include "tests/support/testcase.h"
#include "views/theme/labels.h"
#include "views/theme/sqltext.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;
using views::SqlText;

/// Code is shown as the characters that it has.
class SqlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(views::paletteOf(views::lightTheme)); }
    void signsAreNotJoined_data();
    void signsAreNotJoined();
    void linesBelowKeepTheirColours();
    void quotedNamesAreNoKeywords();
    void fixedWordsAreNotJoined();
    void noCharacterIsInvisible();
};

namespace {

QImage pictureOf(SqlText &view, const QString &text)
{
    view.show(text);
    // What a first painting finds out is seen in the second.
    view.grab();
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Both on one paper.
QImage darker(QImage first, const QImage &second)
{
    QPainter painter(&first);
    painter.setCompositionMode(QPainter::CompositionMode_Darken);
    painter.drawImage(0, 0, second);
    return first;
}

/// Whether something is written in a colour, as thin as it may be.
bool hasInk(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            if (at.saturation() > 100 && std::abs(at.hue() - colour.hue()) < 8)
                return true;
        }
    }
    return false;
}

}

void SqlTextTest::signsAreNotJoined_data()
{
    QTest::addColumn<SqlText::Language>("language");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("name") << SqlText::Language::Sql << u"\"Tasks"_s << u"-"_s << u">"_s;
    QTest::newRow("operator") << SqlText::Language::Sql << u"a "_s << u"<"_s << u"="_s;
    QTest::newRow("function") << SqlText::Language::JavaScript << u"() "_s << u"="_s << u">"_s;
    QTest::newRow("string") << SqlText::Language::Json << u"[\""_s << u"!"_s << u"="_s;
}

void SqlTextTest::signsAreNotJoined()
{
    QFETCH(SqlText::Language, language);
    QFETCH(QString, before);
    QFETCH(QString, first);
    QFETCH(QString, second);
    SqlText view(language);
    view.resize(300, 80);
    view.QWidget::show();
    const QImage both = pictureOf(view, before + first + second);
    const QImage apart =
        darker(pictureOf(view, before + first), pictureOf(view, QString(before.size() + 1, u' ') + second));
    QCOMPARE(both.size(), apart.size());
    // The brightest ink is a matter of style; where there is ink is not.
    const auto ink = [](const QImage &image) {
        return image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    };
    QCOMPARE(ink(both), ink(apart));
}

/// Signs are told apart only where they are seen, and the colours behind them are still right.
void SqlTextTest::linesBelowKeepTheirColours()
{
    QStringList lines{u"/* a -> b"_s};
    for (int i = 0; i < 200; ++i)
        lines.append(u"  c -> d <= e"_s);
    lines.append(u"*/ SELECT 'x->y'"_s);
    SqlText scrolled(SqlText::Language::Sql);
    scrolled.resize(300, 80);
    scrolled.QWidget::show();
    pictureOf(scrolled, lines.join(u'\n'));
    scrolled.showPlace(u"SELECT"_s);
    scrolled.grab();
    const QImage after = scrolled.grab().toImage();
    SqlText fresh(SqlText::Language::Sql);
    fresh.resize(300, 80);
    fresh.QWidget::show();
    fresh.show(lines.join(u'\n'));
    fresh.showPlace(u"SELECT"_s);
    fresh.grab();
    QCOMPARE(after, fresh.grab().toImage());
    QVERIFY(hasInk(after, views::lightTheme.sqlString));
}

void SqlTextTest::quotedNamesAreNoKeywords()
{
    SqlText view(SqlText::Language::Sql);
    view.resize(300, 80);
    view.QWidget::show();
    QVERIFY(hasInk(pictureOf(view, u"order"_s), views::lightTheme.sqlKeyword));
    QVERIFY(!hasInk(pictureOf(view, u"`order`.`group`"_s), views::lightTheme.sqlKeyword));
    QVERIFY(!hasInk(pictureOf(view, u"\"order\".\"group\""_s), views::lightTheme.sqlKeyword));
}

void SqlTextTest::fixedWordsAreNotJoined()
{
    QVERIFY(views::fixedFont().styleStrategy() & QFont::PreferNoShaping);
}

void SqlTextTest::noCharacterIsInvisible()
{
    SqlText view(SqlText::Language::Sql);
    view.resize(400, 100);
    const QImage without = pictureOf(view, u"SELECT 'Ada'"_s);
    for (const QString &text : {u"SELECT '\uFEFFAda'"_s, u"SELECT 'A\u200Bda'"_s}) {
        QVERIFY(pictureOf(view, text) != without);
        QCOMPARE(view.text(), text);
    }
}

THROUGHLINE_TEST(SqlTextTest)
#include "tst_sqltext.moc"
