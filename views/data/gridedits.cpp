#include "views/data/gridpane.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"

#include <QMenu>

#include <algorithm>

/// What can be done to the rows of GridPane.
namespace views {

using model::Changes;
using model::Result;

void GridPane::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    m_rows->setReadOnly(isLocked);
    showRange();
}

void GridPane::endEditing()
{
    m_view->endEditing();
}

void GridPane::put(const Result<Changes> &next)
{
    // Another table's rows are on their way.
    if (m_browse.table < 0 || m_rows->source().model != m_context.schema.tables[m_browse.table].model)
        return;
    if (!next) {
        m_notice->say(next.error().message);
        return;
    }
    m_notice->clear();
    if (*next != m_changes)
        Q_EMIT edited(*next);
}

void GridPane::take(const QModelIndex &index, const model::Value &value, const QString &label)
{
    const model::Column *column = m_rows->column(index.column());
    if (!column || m_isLocked)
        return;
    if (!label.isEmpty())
        Q_EMIT named(m_rows->source().columns[index.column()], value, label);
    put(changeValue(m_changes, *m_rows->table(), m_rows->line(index.row()).ref, column->name,
                    m_rows->storedValue(index.row(), index.column()), value));
}

void GridPane::insertRow()
{
    if (m_isLocked || !m_rows->table())
        return;
    const auto next = model::insertRow(m_changes, *m_rows->table());
    put(next);
    if (!next)
        return;
    const int row = m_rows->rowOf(next->list.last().row);
    if (row < 0)
        return;
    // The first cell that needs a value, else the first one, is ready to be typed into.
    int column = -1;
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        const CellFace face = m_rows->face(row, i);
        if (face.kind == CellFace::Missing) {
            column = i;
            break;
        }
        const model::Column *empty = m_rows->column(i);
        if (column < 0 && face.kind == CellFace::Default && empty && !empty->autoIncrement)
            column = i;
    }
    const QModelIndex index = m_rows->index(row, qMax(column, 0));
    m_view->setFocus();
    m_view->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
    if (column >= 0)
        m_view->edit(index);
}

/// Where all of the rows are to be deleted already, that is taken back.
void GridPane::deleteRows()
{
    const QList<int> selected = m_view->selectedLines();
    if (m_isLocked || selected.isEmpty() || !m_rows->table())
        return;
    const bool isTakenBack =
        std::all_of(selected.begin(), selected.end(), [&](int row) { return m_rows->face(row, 0).isGone; });
    Result<Changes> next = m_changes;
    for (const int row : selected) {
        const Line &line = m_rows->line(row);
        if (!next)
            break;
        if (isTakenBack)
            next = withoutChange(*next, line.ref);
        else if (!m_rows->face(row, 0).isGone)
            next = deleteRow(*next, *m_rows->table(), line.ref, valuesOf(m_rows->source(), line.row));
    }
    put(next);
}

void GridPane::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    QMenu menu(this);
    if (index.isValid() && !m_isLocked) {
        const Line &line = m_rows->line(index.row());
        const model::Column *column = m_rows->column(index.column());
        QAction *edit = menu.addAction(tr("Edit"), this, [this, index] { m_view->edit(index); });
        edit->setShortcut(Qt::Key_F2);
        edit->setEnabled(index.flags() & Qt::ItemIsEditable);
        QAction *null = menu.addAction(tr("Set NULL"), this, [this, index] { take(index, {}, {}); });
        null->setShortcut(Qt::CTRL | Qt::Key_Delete);
        null->setEnabled(column && column->isNullable() && !column->primaryKey
                         && index.flags() & Qt::ItemIsEditable);
        if (m_rows->face(index.row(), index.column()).isChanged) {
            menu.addAction(tr("Take back this value"), this, [this, ref = line.ref, name = column->name] {
                put(withoutValue(m_changes, ref, name));
            });
        }
        if (m_rows->changeOf(index.row())) {
            menu.addAction(
                tr("Discard the change of this row"), this,
                [this, ref = m_rows->changeOf(index.row())->row] { put(withoutChange(m_changes, ref)); });
        }
        menu.addSeparator();
    }
    if (m_rows->table() && !m_isLocked) {
        menu.addAction(tr("Insert row"), this, &GridPane::insertRow)->setShortcut(Qt::Key_Insert);
        QAction *remove = menu.addAction(tr("Delete row"), this, &GridPane::deleteRows);
        remove->setShortcut(Qt::Key_Delete);
        remove->setEnabled(index.isValid());
    }
    menu.addAction(tr("Copy"), m_view, &RowsView::copy)->setShortcut(QKeySequence::Copy);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

}
