#include "views/explorer/explorer.h"

#include "model/edit/edit.h"
#include "views/explorer/explorerdelegate.h"
#include "views/explorer/explorerlist.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

Explorer::Explorer(QWidget *parent)
    : QWidget(parent), m_filter(new QLineEdit), m_view(new QListView), m_hint(new EmptyLabel({})),
      m_list(new ExplorerList(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of models, throughs and queries"));
    m_filter->setClearButtonEnabled(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(metric::apart, metric::near, metric::apart, metric::tight);
    top->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint, 1);
    setFocusProxy(m_view);

    m_view->setModel(m_list);
    m_view->setItemDelegate(new ExplorerDelegate(m_view));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Models, throughs and queries"));
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    m_filter->installEventFilter(this);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &filter) {
        m_list->setFilter(filter);
        showSelection();
        showHint();
    });
    connect(m_list, &ExplorerList::renamed, this, &Explorer::rename);
    connect(m_view, &QWidget::customContextMenuRequested, this, &Explorer::openMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Explorer::readSelection);
    showHint();
}

void Explorer::show(const model::Project &project, const model::Schema &schema)
{
    m_project = project;
    m_schema = schema;
    const bool wasShowing = std::exchange(m_isShowing, true);
    const QPersistentModelIndex top = m_view->indexAt({1, 1});
    const int row = top.isValid() ? top.row() : 0;
    m_list->show(project, schema);
    if (!top.isValid() && m_list->rowCount() > row)
        m_view->scrollTo(m_list->index(row), QAbstractItemView::PositionAtTop);
    m_isShowing = wasShowing;
    showSelection();
    showHint();
}

void Explorer::showQuery(model::QueryId query)
{
    m_list->setQuery(query);
}

void Explorer::select(const Selection &selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    showSelection();
}

void Explorer::showHint()
{
    const bool isEmpty = m_list->rowCount() == 0;
    m_hint->setText(m_list->isFiltered() ? tr("No name holds “%1”.").arg(m_filter->text())
                                         : tr("No models yet.\nPress T on the diagram to add one."));
    m_hint->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
}

/// From the value to the list.
void Explorer::showSelection()
{
    const bool wasShowing = std::exchange(m_isShowing, true);
    QItemSelection items;
    QModelIndex first;
    const QList<ExplorerRow> &rows = m_list->rows();
    for (int i = 0; i < rows.size(); ++i) {
        const ExplorerRow &row = rows[i];
        const bool isSelected = (!row.model.isNull() && m_selection.models.contains(row.model))
            || std::any_of(row.associations.begin(), row.associations.end(),
                           [&](model::AssociationId id) { return m_selection.associations.contains(id); });
        if (!isSelected)
            continue;
        items.select(m_list->index(i), m_list->index(i));
        if (!first.isValid())
            first = m_list->index(i);
    }
    QItemSelectionModel *selection = m_view->selectionModel();
    selection->select(items, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !m_view->hasFocus()) {
        selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(first);
    }
    m_isShowing = wasShowing;
}

/// From the list to the value. Picking a query leaves everything else selected as it was.
void Explorer::readSelection()
{
    if (m_isShowing)
        return;
    Selection selection;
    const QList<ExplorerRow> &rows = m_list->rows();
    QModelIndexList indexes = m_view->selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    model::QueryId query;
    for (const QModelIndex &index : indexes) {
        const ExplorerRow &row = rows[index.row()];
        if (row.kind == ExplorerRow::Kind::Query)
            query = row.query;
        else if (row.kind == ExplorerRow::Kind::Through)
            selection.associations.append(row.associations);
        else
            selection.models.append(row.model);
    }
    if (!query.isNull() && selection.isEmpty()) {
        showSelection();
        m_list->setQuery(query);
        Q_EMIT queryPicked(query);
        return;
    }
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selected(selection);
}

const ExplorerRow *Explorer::currentRow() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_list->rows().size() ? nullptr : &m_list->rows()[row];
}

bool Explorer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return)) {
            m_view->setFocus(Qt::OtherFocusReason);
            // The first line is a title.
            if (m_list->rowCount() > 1)
                m_view->setCurrentIndex(m_list->index(1));
            return true;
        }
        if (watched == m_view && (key == Qt::Key_Delete || key == Qt::Key_Backspace) && currentRow()) {
            remove(*currentRow());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
