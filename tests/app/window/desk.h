#pragma once

#include "app/window/commands.h"
#include "app/window/mainwindow.h"
#include "model/edit/edit.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/canvas/canvas.h"
#include "views/data/dataview.h"
#include "views/data/rowsview.h"
#include "views/inspector/attributegrid.h"
#include "views/inspector/attributerows.h"
#include "views/inspector/field.h"
#include "views/preview/includetree.h"
#include "views/preview/preview.h"
#include "views/preview/resultpane.h"
#include "views/schema/schemapane.h"
#include "views/start/hintbar.h"
#include "views/theme/labels.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QTreeView>

namespace test {

/// The whole window, with somebody's hands in front of it. It counts what they do.
class Desk
{
public:
    Desk()
    {
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        window = std::make_unique<app::MainWindow>();
        window->resize(1600, 1000);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    /// Nothing is to be asked when the test is over.
    ~Desk() { window->document().forget(); }

    app::Document &document() { return window->document(); }
    const model::Project &project() { return window->document().project(); }
    template <typename Widget>
    Widget *the(const char *name = "") const
    {
        auto *widget = window->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("there is no %s %s", Widget::staticMetaObject.className(), name);
        return widget;
    }
    views::Canvas *canvas() const { return the<views::Canvas>(); }

    void press(QWidget *button)
    {
        ++clicks;
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    /// A button of the toolbar, by its words.
    void pressTool(const QString &text)
    {
        for (QAction *action : the<QToolBar>("tools")->actions()) {
            if (app::wordsOf(*action) == text)
                return press(the<QToolBar>("tools")->widgetForAction(action));
        }
        qFatal("no tool %s", qPrintable(text));
    }
    void type(const QString &text)
    {
        keys += int(text.size());
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), code, modifiers);
        settle();
    }
    /// What a menu does, by its words.
    void command(const QString &text)
    {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (app::wordsOf(*action) == text) {
                action->trigger();
                return settle();
            }
        }
        qFatal("no command %s", qPrintable(text));
    }
    void undo(int times)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        settle();
    }

    const views::Box &box(const QString &name) const
    {
        for (const views::Box &each : canvas()->diagram().scene().boxes) {
            if (each.name == name)
                return each;
        }
        qFatal("no box %s", qPrintable(name));
    }
    QPoint pixel(QPointF at) const { return canvas()->viewport().toCanvas(at).toPoint(); }
    QPoint head(const QString &name) const { return pixel(box(name).head().center()); }
    QPoint chip(const QString &name) const
    {
        for (const views::Edge &edge : canvas()->diagram().scene().edges) {
            if (edge.chip && edge.chip->name == name)
                return pixel(edge.chip->rect.center());
        }
        qFatal("no chip %s", qPrintable(name));
    }
    /// A place on the line of an n:m, beside its chip.
    QPoint edgeThrough(const QString &name) const
    {
        for (const views::Edge &edge : canvas()->diagram().scene().edges) {
            if (edge.chip && edge.chip->name == name)
                return pixel((edge.points[0] * 3 + edge.points[1]) / 4);
        }
        qFatal("no edge through %s", qPrintable(name));
    }
    void click(QPoint at)
    {
        ++clicks;
        QTest::mouseMove(canvas(), at);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
        settle();
    }
    void drag(QPoint from, QPoint to)
    {
        ++clicks;
        QTest::mouseMove(canvas(), from);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent event(QEvent::MouseMove, at, canvas()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                              {});
            QApplication::sendEvent(canvas(), &event);
        }
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
        settle();
    }

    /// A tab of the docks, by the beginning of its words.
    void pressTab(const QString &title)
    {
        for (auto *bar : window->findChildren<QTabBar *>()) {
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->tabText(i).startsWith(title)) {
                    ++clicks;
                    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                    return settle();
                }
            }
        }
        qFatal("no tab %s", qPrintable(title));
    }
    void pressLink(const QString &text)
    {
        for (auto *each : window->findChildren<views::LinkButton *>()) {
            if (each->isVisible() && each->text() == text)
                return press(each);
        }
        qFatal("no link %s", qPrintable(text));
    }
    void clickCell(QAbstractItemView *view, const QModelIndex &index, QPoint by = {})
    {
        ++clicks;
        view->scrollTo(index);
        const QRect rect = view->visualRect(index);
        const QPoint at = by.isNull() ? rect.center() : QPoint(rect.left(), rect.center().y()) + by;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        settle();
    }
    void doubleClickCell(QAbstractItemView *view, const QModelIndex &index)
    {
        clickCell(view, index);
        ++clicks;
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        settle();
    }
    /// Presses Tab, or Shift+Tab, until this is where the keyboard is.
    void tabTo(const QWidget *widget, Qt::Key tab = Qt::Key_Tab)
    {
        for (int i = 0; i < 40 && QApplication::focusWidget() != widget; ++i)
            key(tab);
        QCOMPARE(QApplication::focusWidget(), widget);
    }

    /// The row of a model whose first words are these, wherever it is.
    static QModelIndex rowOf(QAbstractItemModel *rows, const QString &words, const QModelIndex &parent = {})
    {
        if (rows->canFetchMore(parent))
            rows->fetchMore(parent);
        for (int i = 0; i < rows->rowCount(parent); ++i) {
            for (int column = 0; column < rows->columnCount(parent); ++column) {
                if (rows->index(i, column, parent).data().toString().contains(words))
                    return rows->index(i, column, parent);
            }
            if (const QModelIndex below = rowOf(rows, words, rows->index(i, 0, parent)); below.isValid())
                return below;
        }
        return {};
    }
    QTreeView *records() const { return the<views::ResultPane>()->findChild<QTreeView *>(); }

    /// The inspector's field of a label; of several the one at this position.
    QLineEdit *field(const QString &label, int position = 0) const
    {
        for (const auto *each : window->findChildren<views::Field *>()) {
            if (each->label() == label && each->isVisible() && position-- == 0)
                return each->findChild<QLineEdit *>();
        }
        qFatal("no field %s", qPrintable(label));
    }
    void put(QLineEdit *edit, const QString &text)
    {
        ++clicks;
        QTest::mouseClick(edit, Qt::LeftButton);
        edit->selectAll();
        type(text);
        key(Qt::Key_Return);
    }

    /// Edits are shown when the events are through; rows come a little later.
    static void settle() { QTest::qWait(5); }

    QTemporaryDir home;
    std::unique_ptr<app::MainWindow> window;
    int clicks = 0;
    int keys = 0;
};

}
