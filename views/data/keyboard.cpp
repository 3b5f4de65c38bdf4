#include "views/data/dataview.h"
#include "views/data/gridpane.h"
#include "views/data/rowsview.h"

#include <QApplication>
#include <QKeyEvent>

/// What the keyboard does in DataView, and where it is.
namespace views {

namespace {

bool isUndo(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo);
}

bool isRedo(const QKeyEvent &event)
{
    const QKeyCombination keys = event.keyCombination();
    return event.matches(QKeySequence::Redo) || keys == (Qt::CTRL | Qt::Key_Y)
        || keys == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
}

}

bool DataView::event(QEvent *event)
{
    // While the keyboard is here, the project has no part in what is undone.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (isUndo(key) || isRedo(key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void DataView::keyPressEvent(QKeyEvent *event)
{
    if (isUndo(*event))
        undo(focusedModel());
    else if (isRedo(*event))
        redo(focusedModel());
    else
        QWidget::keyPressEvent(event);
}

/// Rows are undone by themselves; from a button, whatever was done last is.
QString DataView::focusedModel() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (!qobject_cast<const RowsView *>(focus))
        return {};
    return m_links->isAncestorOf(focus) ? m_links->throughModel() : m_model;
}

void DataView::undo(const QString &model)
{
    if (isLocked())
        return;
    if (const auto next = m_pending.history.undo(m_pending.changes, model))
        setChanges(*next);
}

void DataView::redo(const QString &model)
{
    if (isLocked())
        return;
    if (const auto next = m_pending.history.redo(m_pending.changes, model))
        setChanges(*next);
}

/// A button that is switched off or hidden by what it did gives the keyboard back to the rows.
void DataView::keepFocus(QWidget *before, QWidget *now)
{
    if (qobject_cast<RowsView *>(now) && isAncestorOf(now))
        m_list = now;
    const bool isLost =
        before && isAncestorOf(before) && isVisible() && now && !(before->isVisible() && before->isEnabled());
    if (!isLost)
        return;
    QWidget *rows = m_list && m_list->isVisible() ? m_list.data() : m_grid;
    rows->setFocus();
}

}
