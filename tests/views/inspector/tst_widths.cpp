#include "tests/support/testcase.h"
#include "tests/views/inspector/bench.h"
#include "views/theme/style.h"

#include <QLabel>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;
using test::Bench;

/// Whether every word of the inspector can be read where the window is narrow.
class WidthsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setFont(views::systemFonts().words); }
    void noWordIsCut_data();
    void noWordIsCut();
    void givenFlagsAreNotCut();
    void pairsStandSideBySideWhereTheyFit();
    void boxesStandInColumns();
    void reasonsAreReadFromTheirBeginning();
};

namespace {

void unfold(Bench &bench)
{
    for (auto *each : bench.inspector.findChildren<views::LinkButton *>()) {
        if (each->isCheckable() && each->isVisible() && !each->isChecked())
            each->click();
    }
    QApplication::processEvents();
}

QStringList cutWords(const Bench &bench)
{
    QStringList cut;
    const auto look = [&](const auto &widgets, const auto &wanted) {
        for (const auto *each : widgets) {
            if (each->isVisible() && !each->text().isEmpty() && each->width() < wanted(each))
                cut.append(u"%1: %2 of %3"_s.arg(each->text()).arg(each->width()).arg(wanted(each)));
        }
    };
    const auto hint = [](const QWidget *widget) { return widget->sizeHint().width(); };
    look(bench.inspector.findChildren<QCheckBox *>(), hint);
    look(bench.inspector.findChildren<views::LinkButton *>(), [](const views::LinkButton *link) {
        return link->hasHeightForWidth() ? 0 : link->sizeHint().width();
    });
    for (const auto *each : bench.inspector.findChildren<views::LinkButton *>()) {
        if (each->isVisible() && each->height() < each->heightForWidth(each->width()))
            cut.append(each->text());
    }
    look(bench.inspector.findChildren<QLabel *>(),
         [](const QLabel *label) { return label->wordWrap() ? 0 : label->sizeHint().width(); });
    return cut;
}

}

void WidthsTest::noWordIsCut_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"project", "model", "through", "attribute", "index", "association 0",
                             "association 2", "association 4", "association 6"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void WidthsTest::noWordIsCut()
{
    QFETCH(QString, what);
    Bench bench(test::sampleProject(u"workshop"_s));
    bench.inspector.resize(320, 400);
    if (what == u"model")
        bench.selectModel(u"User"_s);
    else if (what == u"through")
        bench.selectModel(u"UserProjects"_s);
    else if (what == u"attribute")
        bench.selectAttribute(u"Project"_s, u"budget"_s);
    else if (what.startsWith(u"association"))
        bench.selectAssociation(what.last(1).toInt());
    else if (what == u"index")
        bench.selectModel(u"Project"_s);
    if (what == u"index")
        bench.press(u"Add index"_s);
    unfold(bench);
    QCOMPARE(cutWords(bench).join(u'|'), QString());
}

void WidthsTest::givenFlagsAreNotCut()
{
    Bench bench(test::sampleProject(u"workshop"_s));
    bench.inspector.resize(320, 400);
    bench.selectAttribute(u"Project"_s, u"budget"_s);
    unfold(bench);
    for (const char *name : {"autoIncrementIdentity", "autoIncrement", "allowNull"})
        bench.box(QString::fromLatin1(name))->click();
    QTRY_COMPARE(cutWords(bench).join(u'|'), QString());
}

void WidthsTest::pairsStandSideBySideWhereTheyFit()
{
    Bench bench(test::sampleProject(u"workshop"_s));
    const auto top = [&](const char *name) {
        return bench.field(QString::fromLatin1(name))->mapTo(&bench.inspector, QPoint()).y();
    };
    QCOMPARE(top("underscored"), top("freezeTableName"));
    bench.selectAttribute(u"Project"_s, u"budget"_s);
    for (const int width : {200, 520}) {
        bench.inspector.resize(width, 400);
        QApplication::processEvents();
        QCOMPARE(top("references.model") == top("references.key"), width == 520);
    }
}

/// Long words take two lines before they take their box out of its column.
void WidthsTest::boxesStandInColumns()
{
    Bench bench(test::sampleProject(u"workshop"_s));
    bench.selectAttribute(u"Project"_s, u"budget"_s);
    const auto at = [&](const char *name) {
        const QCheckBox *box = bench.box(QString::fromLatin1(name));
        QStyleOptionButton option;
        option.initFrom(box);
        const QRect mark = box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, box);
        return box->mapTo(&bench.inspector, mark.center());
    };
    for (const int width : {300, 340, 380, 420}) {
        bench.inspector.resize(width, 900);
        QApplication::processEvents();
        QCOMPARE(at("autoIncrement").x(), at("allowNull").x());
        QCOMPARE(at("autoIncrementIdentity").x(), at("primaryKey").x());
        QCOMPARE(at("autoIncrement").y(), at("autoIncrementIdentity").y());
        QCOMPARE(at("allowNull").y(), at("primaryKey").y());
    }
}

void WidthsTest::reasonsAreReadFromTheirBeginning()
{
    Bench bench(test::sampleProject(u"workshop"_s));
    bench.inspector.resize(320, 900);
    bench.selectAssociation(0);
    QLineEdit *key = bench.edit(u"sourceKey"_s);
    key->setFocus();
    QTRY_VERIFY(key->hasFocus());
    const auto shown = [&]() -> QLabel * {
        for (auto *each : bench.field(u"sourceKey"_s)->findChildren<QLabel *>()) {
            if (each->text() == u"primary key of User"_s)
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(shown());
    QLabel *reason = shown();
    QVERIFY(reason->width() < reason->fontMetrics().horizontalAdvance(reason->text()));
    QCOMPARE(reason->toolTip(), reason->text());
    // The beginning stays where it is when there is more room for the end.
    const int letters = reason->fontMetrics().horizontalAdvance(u"pri"_s);
    const QImage cut = reason->grab({0, 0, letters, reason->height()}).toImage();
    reason->resize(reason->fontMetrics().horizontalAdvance(reason->text()) - 4, reason->height());
    QCOMPARE(reason->grab({0, 0, letters, reason->height()}).toImage(), cut);
}

THROUGHLINE_TEST(WidthsTest)
#include "tst_widths.moc"
