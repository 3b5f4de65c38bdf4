#include "views/preview/includetree.h"

#include "views/theme/style.h"

#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace views {

void IncludeList::show(const QList<IncludeRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_parents.clear();
    m_children = QList<QList<int>>(rows.size() + 1);
    QList<int> above;
    for (int i = 0; i < rows.size(); ++i) {
        above.resize(std::min<qsizetype>(above.size(), rows[i].depth));
        m_parents.append(above.isEmpty() ? -1 : above.last());
        m_children[above.isEmpty() ? rows.size() : above.last()].append(i);
        above.append(i);
    }
    endResetModel();
}

const IncludeRow *IncludeList::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[int(index.internalId())] : nullptr;
}

QModelIndex IncludeList::indexAt(int number) const
{
    if (number < 0)
        return {};
    const int parent = m_parents[number];
    const auto row = m_children[parent < 0 ? m_rows.size() : parent].indexOf(number);
    return createIndex(int(row), 0, quintptr(number));
}

QModelIndex IncludeList::indexOf(IncludeRow::Part part, const model::FindPlace &place) const
{
    int found = -1;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].place.path != place.path)
            continue;
        if (m_rows[i].place == place && m_rows[i].part == part)
            return indexAt(i);
        if (found < 0)
            found = i;
    }
    return indexAt(found);
}

QModelIndex IncludeList::index(int row, int column, const QModelIndex &parent) const
{
    if (m_children.isEmpty() || column != 0 || row < 0)
        return {};
    const QList<int> &children =
        m_children[parent.isValid() ? qsizetype(parent.internalId()) : m_rows.size()];
    return row < children.size() ? createIndex(row, 0, quintptr(children[row])) : QModelIndex();
}

QModelIndex IncludeList::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexAt(m_parents[int(index.internalId())]) : QModelIndex();
}

int IncludeList::rowCount(const QModelIndex &parent) const
{
    if (m_children.isEmpty())
        return 0;
    return int(m_children[parent.isValid() ? qsizetype(parent.internalId()) : m_rows.size()].size());
}

int IncludeList::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags IncludeList::flags(const QModelIndex &index) const
{
    const IncludeRow *row = rowAt(index);
    if (!row)
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (row->isCheckable() && row->part != IncludeRow::Model)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant IncludeList::data(const QModelIndex &index, int role) const
{
    const IncludeRow *row = rowAt(index);
    if (!row)
        return {};
    if (role == PhraseDelegate::PhrasesRole)
        return QVariant::fromValue(phrasesOf(*row));
    if (role == Qt::CheckStateRole && row->isCheckable())
        return row->isIncluded ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::EditRole)
        return row->isIncluded && row->part != IncludeRow::Lost;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return textOf(phrasesOf(*row));
    if (role == Qt::ToolTipRole && row->part == IncludeRow::Lost)
        return tr("No association is behind this name; without the check mark it leaves the query.");
    if (role == Qt::ToolTipRole)
        return row->detail.isEmpty() && row->isIncluded && row->isCheckable() ? tr("all attributes")
                                                                              : textOf(phrasesOf(*row));
    return {};
}

bool IncludeList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const IncludeRow *row = rowAt(index);
    if (!row || role != Qt::CheckStateRole)
        return false;
    const QStringList path = row->place.path;
    Q_EMIT toggled(path, value.toInt() == Qt::Checked);
    return true;
}

IncludeTree::IncludeTree(QWidget *parent)
    : QTreeView(parent), m_list(new IncludeList(this)), m_delegate(new PhraseDelegate(this))
{
    setModel(m_list);
    setItemDelegate(m_delegate);
    m_delegate->setAction(u"edit"_s);
    m_delegate->setMargin(metric::near);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(tr("Includes"));
    connect(m_list, &IncludeList::toggled, this, &IncludeTree::toggled);
}

void IncludeTree::show(const QList<IncludeRow> &rows)
{
    const IncludeRow current = currentRow() ? *currentRow() : IncludeRow();
    m_list->show(rows);
    expandAll();
    setCurrent(current.part, current.place);
}

const IncludeRow *IncludeTree::currentRow() const
{
    return m_list->rowAt(currentIndex());
}

void IncludeTree::setCurrent(IncludeRow::Part part, const model::FindPlace &place)
{
    setCurrentIndex(m_list->indexOf(part, place));
}

bool IncludeTree::isOnAction(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    return index.data(Qt::EditRole).toBool()
        && m_delegate->actionRect(visualRect(index)).adjusted(-6, -6, 6, 6).contains(at);
}

void IncludeTree::askEdit(const QModelIndex &index)
{
    const IncludeRow *row = m_list->rowAt(index);
    if (row && index.data(Qt::EditRole).toBool())
        Q_EMIT editAsked(*row, visualRect(index));
}

void IncludeTree::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isOnAction(event->position().toPoint()))
        return QTreeView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    setCurrentIndex(index);
    askEdit(index);
}

/// Opens what is included, and includes what is not.
void IncludeTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const IncludeRow *row = m_list->rowAt(index);
    if (!row || event->button() != Qt::LeftButton)
        return;
    if (row->isIncluded)
        askEdit(index);
    else
        m_list->setData(index, Qt::Checked, Qt::CheckStateRole);
}

void IncludeTree::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const IncludeRow *row = m_list->rowAt(indexAt(at));
    hover(row ? row->association : model::AssociationId());
    viewport()->setCursor(isOnAction(at) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

void IncludeTree::leaveEvent(QEvent *event)
{
    hover({});
    QTreeView::leaveEvent(event);
}

void IncludeTree::hover(model::AssociationId association)
{
    if (m_hovered == association)
        return;
    m_hovered = association;
    Q_EMIT hovered(association);
}

void IncludeTree::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: return askEdit(currentIndex());
    default: QTreeView::keyPressEvent(event);
    }
}

}
