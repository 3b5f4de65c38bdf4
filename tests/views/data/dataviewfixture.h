#pragma once

#include "model/sql/literal.h"
#include "tests/model/rows/rowsfixture.h"
#include "views/data/dataview.h"
#include "views/data/filterheader.h"
#include "views/data/rowsview.h"
#include "views/data/sqlline.h"
#include "views/theme/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

/// A data dock over a database of its own, whose jobs run at once.
class DataDock
{
public:
    explicit DataDock(const QByteArray &models, const QByteArray &associations = {})
        : database(models, associations)
    {
        QObject::connect(&view, &views::DataView::asked, [this](const views::Job &job) {
            lanes.append(job.lane);
            held.removeIf([&](const views::Job &other) { return other.lane == job.lane; });
            if (heldLanes.contains(job.lane)) {
                held.append(job);
            } else {
                job.work(&database);
                job.done();
            }
        });
        QObject::connect(&view, &views::DataView::committed,
                         [this](const model::Changes &changes) { committed.append(changes); });
    }

    /// Shows the dock, and a table in it.
    void open(const char *model)
    {
        view.showOrigin({QStringLiteral("test.db"), &model::sqliteDialect, false});
        view.resize(1360, 400);
        view.QWidget::show();
        view.show(database.schema);
        view.showTable(QString::fromUtf8(model));
        QVERIFY(QTest::qWaitForWindowActive(&view));
    }

    void runHeld()
    {
        for (const views::Job &job : std::exchange(held, {})) {
            job.work(&database);
            job.done();
        }
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = view.findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }

    views::RowsView *rows() const { return find<views::RowsView>("rows"); }
    views::RowsView *linked() const { return find<views::RowsView>("linked"); }
    views::RowsView *notLinked() const { return find<views::RowsView>("notLinked"); }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    QString notice(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget->isVisibleTo(&view) ? widget->findChild<QLabel *>()->text() : QString();
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }

    /// Cells between commas, rows between bars; a star before a row that is marked.
    static QString textOf(const views::RowsView *view)
    {
        const QAbstractItemModel *rows = view->model();
        QStringList lines;
        for (int row = 0; row < rows->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < rows->columnCount(); ++column)
                cells.append(rows->index(row, column).data().toString());
            const bool isMarked = rows->headerData(row, Qt::Vertical, Qt::CheckStateRole).toBool();
            lines.append((isMarked ? QStringLiteral("*") : QString()) + cells.join(QStringLiteral(", ")));
        }
        return lines.join(u'|');
    }

    /// All pending statements, between bars.
    QString pending() const
    {
        const auto *list = find<QTableView>("statements");
        QStringList lines;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            lines.append(list->model()->index(row, 0).data().toString());
        return lines.join(u'|');
    }

    /// Goes to a cell with the mouse, as a user would.
    static void point(views::RowsView *view, int row, int column)
    {
        const QModelIndex index = view->model()->index(row, column);
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    static void doubleClick(views::RowsView *view, int row, int column)
    {
        point(view, row, column);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {},
                           view->visualRect(view->model()->index(row, column)).center());
    }

    /// What a real key would go to: a popup takes the keyboard without having the focus.
    static QWidget *keyboard()
    {
        QWidget *popup = QApplication::activePopupWidget();
        if (!popup)
            return QApplication::focusWidget();
        return popup->focusWidget() ? popup->focusWidget() : popup;
    }

    /// Types into what has the keyboard: a cell's editor, or the list that is open under it.
    static void type(const QString &text) { QTest::keyClicks(keyboard(), text); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(keyboard(), key, modifiers);
        // Editors are closed, and more rows fetched, when the event is over.
        QApplication::processEvents();
    }
    static QLineEdit *editor(const views::RowsView *view)
    {
        return view->viewport()->findChild<QLineEdit *>();
    }

    /// Replaces what a cell holds: opens its editor, types, Enter.
    static void put(views::RowsView *view, int row, int column, const QString &text)
    {
        point(view, row, column);
        press(Qt::Key_F2);
        type(text);
        QTest::qWait(120);
        press(Qt::Key_Return);
    }

    Database database;
    QStringList lanes;
    QStringList heldLanes; ///< whose jobs wait for runHeld()
    QList<views::Job> held;
    QList<model::Changes> committed;
    views::DataView view;
};
