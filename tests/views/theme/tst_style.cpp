#include "tests/support/testcase.h"
#include "views/theme/dropshadow.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTabBar>
#include <QToolTip>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

/// How many pixels of an image are of exactly a colour.
int pixelsOfColor(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

}

class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new views::Style);
        QApplication::setPalette(views::paletteOf(views::lightTheme));
    }

    void cleanup() { QApplication::setPalette(views::paletteOf(views::lightTheme)); }

    void cornersOfViewsAreNotSeen()
    {
        QTreeWidget view;
        view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        view.setFrameShape(QFrame::NoFrame);
        view.resize(200, 100);
        const QImage image = view.grab().toImage();
        QCOMPARE(image.pixelColor(image.width() - 3, image.height() - 3), view.palette().base().color());
    }

    void listsAndCellEditorsHaveFrameAndShadow_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void listsAndCellEditorsHaveFrameAndShadow()
    {
        QFETCH(bool, isDark);
        const views::Theme &theme = isDark ? views::darkTheme : views::lightTheme;
        QApplication::setPalette(views::paletteOf(theme));
        QWidget window;
        window.resize(400, 400);
        auto *field = new QLineEdit(&window);
        field->setGeometry(50, 50, 150, 28);
        auto *completer = new QCompleter(QStringList{u"one"_s, u"two"_s}, field);
        completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        field->setCompleter(completer);
        auto *tree = new QTreeWidget(&window);
        tree->setGeometry(50, 200, 300, 150);
        tree->setHeaderHidden(true);
        auto *item = new QTreeWidgetItem(tree, {u"words"_s});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto shadowAround = [](QWidget *widget, QWidget *ground) {
            const QRect around(ground->mapFromGlobal(widget->mapToGlobal(QPoint())), widget->size());
            for (const auto *each : ground->findChildren<views::DropShadow *>(Qt::FindDirectChildrenOnly)) {
                if (each->isVisible() && each->geometry().adjusted(4, 4, -4, -4).contains(around))
                    return true;
            }
            return false;
        };

        QAbstractItemView *list = completer->popup();
        completer->complete();
        QTRY_VERIFY(list->isVisible());
        QVERIFY(shadowAround(list, &window));
        const QImage frame = list->grab().toImage();
        const QColor edge = frame.pixelColor(list->width() / 2, 0);
        QVERIFY(edge != theme.panel && views::contrast(edge, theme.panel) > 1.3);
        QCOMPARE(frame.pixelColor(0, list->height() / 2), edge);
        list->hide();
        QVERIFY(!shadowAround(list, &window));

        tree->editItem(item);
        auto *editor = tree->viewport()->findChild<QLineEdit *>();
        QTRY_VERIFY(editor && editor->isVisible());
        QVERIFY(shadowAround(editor, tree->viewport()));
        QVERIFY(pixelsOfColor(editor->grab().toImage(), theme.accent) > editor->width());
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(tree->viewport()->findChildren<views::DropShadow *>().isEmpty());
    }

    void toolTipsArePlain()
    {
        QWidget window;
        window.resize(400, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto tip = []() -> QLabel * {
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (each->inherits("QTipLabel") && each->isVisible())
                    return static_cast<QLabel *>(each);
            }
            return nullptr;
        };
        // The second one comes into the label of the first.
        for (const QString &text : {u"<b>Order</b><br>&amp;"_s, u"<table><tr><td>A"_s}) {
            window.setToolTip(text);
            QHelpEvent event(QEvent::ToolTip, QPoint(20, 20), window.mapToGlobal(QPoint(20, 20)));
            QApplication::sendEvent(&window, &event);
            QTRY_VERIFY(tip() && tip()->text() == text);
            QCOMPARE(tip()->textFormat(), Qt::PlainText);
            QVERIFY2(
                tip()->width() + 2 >= tip()->fontMetrics().boundingRect(text).width(),
                qPrintable(
                    u"%1 of %2"_s.arg(tip()->width()).arg(tip()->fontMetrics().boundingRect(text).width())));
        }
        // Long words take lines, at a place where all of them can be seen.
        const QString words = u"<i>many words</i> "_s.repeated(40).trimmed();
        const QRect screen = window.screen()->geometry();
        for (const QPoint at : {screen.center(), screen.bottomRight() - QPoint(3, 3)}) {
            QToolTip::hideText();
            QTRY_VERIFY(!tip());
            QToolTip::showText(at, words, &window);
            QTRY_VERIFY(tip());
            QVERIFY(tip()->width() <= 600);
            QVERIFY(tip()->height() >= tip()->heightForWidth(tip()->width()));
            QVERIFY2(screen.contains(tip()->geometry()), qPrintable(QDebug::toString(tip()->geometry())));
        }
        QToolTip::hideText();
    }

    void labelsArePlain()
    {
        const QString text = u"<b>Order</b>&amp;"_s;
        const views::SectionTitle title(text);
        const views::MutedLabel muted(text);
        const views::EmptyLabel empty(text);
        for (const QLabel *label : std::initializer_list<const QLabel *>{&title, &muted, &empty}) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void everyIconIsOneDrawingInOneColour()
    {
        views::applicationIcon(); // the resources are there once an icon is asked for
        views::icon(u"model"_s).pixmap(16);
        const QDir folder(u":/icons"_s);
        QVERIFY(folder.entryList().size() > 50);
        for (const QString &name : folder.entryList()) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(QSvgRenderer(text).isValid(), qPrintable(name));
            if (name == u"throughline.svg")
                continue;
            QVERIFY2(text.contains("viewBox=\"0 0 16 16\"") && text.contains("stroke-width=\"1.5\""),
                     qPrintable(name));
            QVERIFY2(!text.contains('#'), qPrintable(name));
        }
    }

    void anIconIsSharpAtEveryScale()
    {
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            const QPixmap pixmap = views::icon(u"model"_s).pixmap(QSize(16, 16), scale);
            QCOMPARE(pixmap.size(), QSize(int(16 * scale), int(16 * scale)));
            QCOMPARE(pixmap.devicePixelRatio(), scale);
        }
    }

    void anIconFollowsThePalette()
    {
        const QIcon icon = views::icon(u"dot"_s, views::Tone::Through);
        const auto colour = [&] { return icon.pixmap(QSize(16, 16), 1.0).toImage().pixelColor(8, 8); };
        QCOMPARE(colour(), views::lightTheme.through);
        QApplication::setPalette(views::paletteOf(views::darkTheme));
        QCOMPARE(colour(), views::darkTheme.through);
    }

    void anIconShowsItsState()
    {
        const auto colour = [](QIcon::Mode mode, QIcon::State state) {
            return views::icon(u"dot"_s).pixmap(QSize(16, 16), 1.0, mode, state).toImage().pixelColor(8, 8);
        };
        QCOMPARE(colour(QIcon::Normal, QIcon::Off), views::lightTheme.text);
        QCOMPARE(colour(QIcon::Normal, QIcon::On), views::lightTheme.accent);
        QCOMPARE(colour(QIcon::Disabled, QIcon::Off), views::lightTheme.faint);
    }

    void controlsAreAsHighAsTheLookSays()
    {
        QLineEdit edit;
        QComboBox box;
        QPushButton button(u"Commit"_s);
        QCOMPARE(edit.sizeHint().height(), 28);
        QCOMPARE(box.sizeHint().height(), 28);
        QCOMPARE(button.sizeHint().height(), 28);
        QTreeWidget tree;
        new QTreeWidgetItem(&tree, {u"User"_s});
        QCOMPARE(tree.visualItemRect(tree.topLevelItem(0)).height(), 26);
    }

    void aLargerFontGetsItsRoom()
    {
        QLineEdit edit;
        QFont font = edit.font();
        font.setPointSize(24);
        edit.setFont(font);
        QVERIFY(edit.sizeHint().height() >= QFontMetrics(font).height() + 8);
    }

    void focusIsSeen()
    {
        QWidget window;
        QLineEdit other(&window);
        QLineEdit edit(&window);
        edit.setGeometry(0, 40, 120, 28);
        other.setFocus();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(pixelsOfColor(edit.grab().toImage(), views::lightTheme.accent), 0);
        edit.setFocus();
        QTRY_VERIFY(edit.hasFocus());
        QVERIFY(pixelsOfColor(edit.grab().toImage(), views::lightTheme.accent) > 50);
        edit.setProperty("refused", true);
        QVERIFY(pixelsOfColor(edit.grab().toImage(), views::lightTheme.warning) > 50);
    }

    void theScrollBarIsThinAndShowsWhereItIs()
    {
        QScrollBar bar(Qt::Vertical);
        bar.resize(bar.sizeHint().width(), 200);
        QCOMPARE(bar.sizeHint().width(), 10);
        bar.setRange(0, 100);
        bar.setPageStep(100);
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.minimum = 0;
        option.maximum = 100;
        option.pageStep = 100;
        option.sliderPosition = 100;
        option.orientation = Qt::Vertical;
        const QRect slider =
            bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
        QCOMPARE(slider, QRect(0, 100, 10, 100));
    }

    void wordsAreLegible_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void wordsAreLegible()
    {
        QFETCH(bool, dark);
        const views::Theme &theme = dark ? views::darkTheme : views::lightTheme;
        const QPalette palette = views::paletteOf(theme);
        for (const QColor &ground : {theme.panel, theme.window}) {
            for (const auto role :
                 {QPalette::Text, QPalette::PlaceholderText, QPalette::Link, QPalette::BrightText})
                QVERIFY2(views::contrast(palette.color(role), ground) >= 4.5,
                         qPrintable(palette.color(role).name() + u" on "_s + ground.name()));
        }
    }

    void aLinkIsPressedByMouseAndKey()
    {
        views::LinkButton link(u"Add unique index"_s);
        link.resize(link.sizeHint());
        link.show();
        QSignalSpy clicked(&link, &QAbstractButton::clicked);
        QTest::mouseClick(&link, Qt::LeftButton);
        QTest::keyClick(&link, Qt::Key_Space);
        QCOMPARE(clicked.size(), 2);
    }

    void aCountOnATabIsAPill()
    {
        QTabBar tabs;
        tabs.addTab(u"Problems"_s);
        tabs.resize(300, 40);
        tabs.show();
        const auto pixels = [&] {
            const QImage image = tabs.grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == views::lightTheme.warning;
            }
            return count;
        };
        QCOMPARE(pixels(), 0);
        tabs.setTabText(0, u"Problems (3)"_s);
        QVERIFY(pixels() > 50);
    }
};

THROUGHLINE_TEST(StyleTest)
#include "tst_style.moc"
