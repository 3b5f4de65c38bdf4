#include "tests/app/window/answers.h"
#include "tests/app/window/desk.h"
#include "views/start/samplecard.h"
#include "views/start/startpage.h"

#include <QDockWidget>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using test::Answers;
using test::Desk;

/// What a new user meets: the start page, keys, and what the window says about the file.
class BeginningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokenFileLeavesTheStartPage();
    void manyRecentFilesLeaveTheWindowSmall();
    void enterPressesAButton_data();
    void enterPressesAButton();
    void enterPressesTheButtonOfAQuestion();
    void questionsHaveNoPicturesAndWholeTitles();
    void menusTellTheKeysOfTheDiagram();
    void lettersInAFieldAreLetters();
    void keysAreListedByPlace();
    void theStatusTellsWhatIsSaved();
};

namespace {

QLabel *labelWith(const Desk &desk, const QString &text)
{
    for (auto *label : desk.window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return label;
    }
    return nullptr;
}

}

void BeginningTest::aBrokenFileLeavesTheStartPage()
{
    Desk desk;
    const QString path = desk.home.filePath(u"broken.throughline"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ \"models\": [ }");
    file.close();
    const Answers answers({u"OK"_s});
    desk.window->open(path);
    Desk::settle();
    QCOMPARE(answers.asked, QStringList{u"broken.throughline cannot be opened."_s});
    auto *page = desk.the<views::StartPage>();
    QVERIFY(page->isVisible());
    QCOMPARE(page->width(), desk.window->width());
    for (const auto *dock : desk.window->findChildren<QDockWidget *>())
        QVERIFY(!dock->isVisible());
    // Panels of no project are not to be had.
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::AltModifier);
    QVERIFY(!desk.the<views::Preview>()->isVisible());
    // One can begin from here.
    desk.press(desk.the<QAbstractButton>("newProject"));
    QVERIFY(desk.canvas()->isVisible());
    QVERIFY(desk.the<views::Preview>()->isVisible());
}

void BeginningTest::manyRecentFilesLeaveTheWindowSmall()
{
    Desk desk;
    const int height = desk.window->minimumSizeHint().height();
    desk.the<views::StartPage>()->showRecent(QStringList(12, u"/home/somebody/project.throughline"_s));
    Desk::settle();
    QCOMPARE(desk.window->minimumSizeHint().height(), height);
    QVERIFY(height <= 600);
}

void BeginningTest::enterPressesAButton_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("start page: button") << u"new"_s;
    QTest::newRow("start page: sample") << u"sample"_s;
    QTest::newRow("hint bar: link") << u"hint"_s;
    QTest::newRow("status bar: link") << u"problems"_s;
}

void BeginningTest::enterPressesAButton()
{
    QFETCH(QString, button);
    Desk desk;
    QWidget *pressed = nullptr;
    if (button == u"new"_s) {
        pressed = desk.the<QAbstractButton>("newProject");
    } else if (button == u"sample"_s) {
        pressed = desk.the<views::SampleCard>();
    } else {
        desk.window->open(u":/samples/workshop.throughline"_s);
        desk.document().edit(*model::addModel(desk.project(), u"Empty"_s), u"Add"_s);
        QTest::qWait(50);
        for (auto *link : desk.window->findChildren<views::LinkButton *>()) {
            if (link->isVisible() && link->text().contains(button == u"hint"_s ? u"Got it"_s : u"problem"_s))
                pressed = link;
        }
    }
    QVERIFY(pressed);
    pressed->setFocus();
    QCOMPARE(QApplication::focusWidget(), pressed);
    QTest::keyClick(pressed, Qt::Key_Return);
    Desk::settle();
    if (button == u"problems"_s)
        QVERIFY(desk.window->findChild<QDockWidget *>(u"problems"_s)->widget()->isVisible());
    else if (button == u"hint"_s)
        QVERIFY(!desk.the<views::HintBar>()->isVisible());
    else
        QVERIFY(desk.canvas()->isVisible());
    QCOMPARE(desk.project().models.isEmpty(), button == u"new"_s);
}

void BeginningTest::enterPressesTheButtonOfAQuestion()
{
    Desk desk;
    desk.press(desk.the<QAbstractButton>("newProject"));
    desk.document().edit(*model::addModel(desk.project(), u"First"_s), u"Add"_s);
    QStringList pressed;
    QTimer::singleShot(0, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        for (QAbstractButton *each : box->buttons())
            connect(each, &QAbstractButton::clicked, this,
                    [&pressed, each] { pressed.append(each->text()); });
        // Not the one that Enter means elsewhere in the dialog.
        QAbstractButton *discard = box->button(QMessageBox::Discard);
        discard->setFocus();
        QTest::keyClick(discard, Qt::Key_Enter);
    });
    desk.command(u"Close project"_s);
    QCOMPARE(pressed.size(), 1);
    QVERIFY(pressed.first().contains(u"Discard"_s));
    QVERIFY(desk.the<views::StartPage>()->isVisible());
}

void BeginningTest::questionsHaveNoPicturesAndWholeTitles()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const model::ModelId first = desk.project().models.first().id;
    const QString name = u"UserOfThisWorkshopWhoseNameIsLongerThanAnyQuestionIsWide"_s;
    desk.document().edit(*model::renameModel(desk.project(), first, name), u"Rename"_s);
    desk.canvas()->select({.models = {first}});
    int seen = 0;
    QTimer::singleShot(0, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        ++seen;
        QVERIFY(box->iconPixmap().isNull());
        // Nor the place of one.
        const auto *words = box->findChild<QLabel *>(u"qt_msgbox_label"_s);
        QCOMPARE(words->x(), box->layout()->contentsMargins().left());
        // The words are there to the last.
        QVERIFY(words->wordWrap() && words->height() >= words->heightForWidth(words->width()));
        const QString title = box->windowTitle() + u" — "_s + QGuiApplication::applicationDisplayName();
        QVERIFY(box->width() >= box->fontMetrics().horizontalAdvance(title) + 140);
        box->reject();
    });
    desk.command(u"Delete"_s);
    QCOMPARE(seen, 1);
}

void BeginningTest::menusTellTheKeysOfTheDiagram()
{
    Desk desk;
    QHash<QString, QString> keys;
    for (const QAction *top : desk.window->menuBar()->actions()) {
        for (const QAction *action : top->menu()->actions())
            keys.insert(app::wordsOf(*action), app::keysOf(*action).value(0));
    }
    QCOMPARE(keys.value(u"Model"_s), u"T"_s);
    QCOMPARE(keys.value(u"Connect"_s), u"M"_s);
    QCOMPARE(keys.value(u"Rename"_s), u"F2"_s);
    QCOMPARE(keys.value(u"Delete"_s), u"Del"_s);
    QCOMPARE(keys.value(u"Select all"_s), u"Ctrl+A"_s);
    QCOMPARE(keys.value(u"Maximise the bottom panel"_s), u"Ctrl+M"_s);
    // The tools have words alone.
    for (QAction *action : desk.the<QToolBar>("tools")->actions()) {
        if (const auto *button =
                qobject_cast<QToolButton *>(desk.the<QToolBar>("tools")->widgetForAction(action)))
            QVERIFY(!button->text().contains(u'\t'));
    }
}

/// T and M are the diagram's, and nobody else's.
void BeginningTest::lettersInAFieldAreLetters()
{
    Desk desk;
    desk.window->open(u":/samples/workshop.throughline"_s);
    const model::Project before = desk.project();
    desk.canvas()->select({.models = {before.models.first().id}});
    desk.canvas()->setFocus();
    QTest::keyClick(desk.canvas(), Qt::Key_Return);
    Desk::settle();
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, u"tmtm"_s);
    QCOMPARE(field->text(), u"tmtm"_s);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClick(field, Qt::Key_F2);
    QTest::keyClick(field, Qt::Key_Escape);
    Desk::settle();
    QCOMPARE(desk.project(), before);
    QCOMPARE(desk.canvas()->tool(), views::Tool::Select);
    // On the diagram they act.
    desk.canvas()->setFocus();
    QTest::keyClick(desk.canvas(), Qt::Key_T);
    Desk::settle();
    desk.type(u"Team"_s);
    desk.key(Qt::Key_Return);
    QVERIFY(model::modelNamed(desk.project(), u"Team"_s));
}

void BeginningTest::keysAreListedByPlace()
{
    Desk desk;
    QStringList places;
    QStringList keysOfData;
    QTimer::singleShot(0, this, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        const auto *list = dialog->findChild<QTreeWidget *>();
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *place = list->topLevelItem(i);
            places.append(place->text(0));
            for (int k = 0; place->text(0) == u"Data"_s && k < place->childCount(); ++k)
                keysOfData.append(place->child(k)->text(0));
        }
        dialog->close();
    });
    QTest::keyClick(desk.window.get(), Qt::Key_F1);
    QCOMPARE(places.value(0), u"Everywhere"_s);
    QVERIFY(places.contains(u"On the diagram"_s));
    QVERIFY(places.contains(u"Data"_s));
    QVERIFY(keysOfData.contains(u"Ctrl+Enter"_s));
    QVERIFY(keysOfData.contains(u"Ctrl+Del"_s));
    QVERIFY(keysOfData.contains(u"Ctrl+Z, Ctrl+Shift+Z"_s));
}

void BeginningTest::theStatusTellsWhatIsSaved()
{
    Desk desk;
    desk.press(desk.the<QAbstractButton>("newProject"));
    QVERIFY(labelWith(desk, u" · not saved yet"_s));
    desk.document().edit(*model::addModel(desk.project(), u"First"_s), u"Add"_s);
    Desk::settle();
    QVERIFY(labelWith(desk, u" · not saved yet"_s));
    QVERIFY(desk.document().saveAs(desk.home.filePath(u"mine.throughline"_s)));
    QVERIFY(labelWith(desk, u"mine.throughline · saved"_s));
    desk.document().edit(*model::addModel(desk.project(), u"Second"_s), u"Add"_s);
    QVERIFY(labelWith(desk, u"mine.throughline · unsaved"_s));
}

THROUGHLINE_TEST(BeginningTest)
#include "tst_beginning.moc"
