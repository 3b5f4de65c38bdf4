#include "model/code/sequelizecode.h"
#include "model/ddl/create.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/schema/schemapane.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

void press(QWidget &pane, const QString &link)
{
    for (auto *button : pane.findChildren<views::LinkButton *>()) {
        if (button->text() == link)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL("no such link");
}

/// Thin letters seldom fill a pixel.
bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 80;
}

int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += isNear(image.pixelColor(x, y), colour);
    }
    return count;
}

}

class SchemaPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new views::Style);
        QApplication::setPalette(views::paletteOf(views::lightTheme));
    }

    void showsTheScriptOfTheChosenDialect()
    {
        const model::Project project = test::sampleProject(u"workshop"_s);
        const model::Schema schema = model::resolve(project);
        views::SchemaPane pane;
        pane.show(project, schema);
        pane.show();
        QCOMPARE(pane.text(), model::createScript(schema, model::sqliteDialect));
        QSignalSpy chosen(&pane, &views::SchemaPane::dialectChosen);
        auto *box = pane.findChild<QComboBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(pane.text(), model::createScript(schema, pane.dialect()));
        QVERIFY(pane.dialect().id != model::sqliteDialect.id);
        pane.setDialect(model::mysqlDialect);
        QCOMPARE(pane.text(), model::createScript(schema, model::mysqlDialect));
        QCOMPARE(chosen.size(), 1);
    }

    void copiesAndSaves()
    {
        const model::Project project = test::sampleProject(u"workshop"_s);
        views::SchemaPane pane;
        pane.show(project, model::resolve(project));
        pane.show();
        press(pane, u"Copy"_s);
        QCOMPARE(QApplication::clipboard()->text(), pane.text());
        QSignalSpy asked(&pane, &views::TextPane::saveAsked);
        press(pane, u"Save…"_s);
        QCOMPARE(asked.first().first().toString(), pane.text());
        QCOMPARE(asked.first().last().toString(), u"workshop.sqlite.sql"_s);
    }

    void showsTheModule()
    {
        const model::Project project = test::sampleProject(u"family"_s);
        views::CodePane pane;
        pane.show(project);
        pane.show();
        QCOMPARE(pane.text(), model::sequelizeCode(project, model::ModuleKind::CommonJs));
        auto *box = pane.findChild<QComboBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(pane.text(), model::sequelizeCode(project, model::ModuleKind::EcmaScript));
        QSignalSpy asked(&pane, &views::TextPane::saveAsked);
        press(pane, u"Save…"_s);
        QCOMPARE(asked.first().last().toString(), u"family.mjs"_s);
    }

    void textFollowsWhatIsShownWhileHidden()
    {
        const model::Project first = test::sampleProject(u"workshop"_s);
        const model::Project second = test::sampleProject(u"family"_s);
        views::SchemaPane pane;
        pane.show(first, model::resolve(first));
        pane.show();
        pane.hide();
        pane.show(second, model::resolve(second));
        pane.show();
        QCOMPARE(pane.text(), model::createScript(model::resolve(second), model::sqliteDialect));
    }

    void saysWhatToDoWhereThereIsNothing()
    {
        views::SchemaPane pane;
        pane.show(test::projectOf("", ""), {});
        pane.show();
        QVERIFY(pane.findChild<views::EmptyLabel *>()->isVisible());
        QVERIFY(!pane.findChild<views::SqlText *>()->isVisible());
    }

    void isHighlightedInTheThemesColours()
    {
        views::SqlText text(views::SqlText::Language::Sql);
        text.resize(500, 200);
        // Blocks fill their pixels, which thin letters seldom do.
        text.show(u"SELECT '\u2588\u2588', 4444444444 FROM `\u2588\u2588`, \"usergroups\" -- all\n"
                  "WHERE TRUE AND `a` = '\\' -- \u2588"_s);
        text.show();
        for (const views::Theme &theme : {views::lightTheme, views::darkTheme}) {
            QApplication::setPalette(views::paletteOf(theme));
            QTRY_COMPARE(text.palette().color(QPalette::Base), theme.panel);
            const QImage image = text.grab().toImage();
            for (const QColor &colour :
                 {theme.panel, theme.text, theme.sqlKeyword, theme.sqlString, theme.sqlNumber})
                QVERIFY2(pixelsOf(image, colour) > 3, qPrintable(colour.name()));
        }
        QApplication::setPalette(views::paletteOf(views::lightTheme));
        QTRY_COMPARE(text.palette().color(QPalette::Base), views::lightTheme.panel);
        text.setStale(true);
        QCOMPARE(pixelsOf(text.grab().toImage(), views::lightTheme.sqlKeyword), 0);
    }
};

THROUGHLINE_TEST(SchemaPaneTest)
#include "tst_schemapane.moc"
