#include "views/data/rowsview.h"

#include "views/data/filterheader.h"
#include "views/data/rowsheaders.h"

#include <QTimer>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int reserve = 30; ///< rows that are still to come when more are asked for

}

RowsView::RowsView(RowsModel *rows, CellDelegate::Spelling spelling, QWidget *parent)
    : QTableView(parent), m_rows(rows), m_delegate(new CellDelegate(spelling, this)), m_spelling(spelling)
{
    setModel(rows);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setVerticalHeader(new MarkHeader(this));
    setEditTriggers(isList() ? EditKeyPressed : DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setDropIndicatorShown(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    if (isList())
        horizontalHeader()->hide();
    m_reach.setSingleShot(true);
    m_reach.setInterval(0);
    connect(&m_reach, &QTimer::timeout, this, &RowsView::reach);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_reach, qOverload<>(&QTimer::start));
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, &m_reach, qOverload<>(&QTimer::start));
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, last - first + 1); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, first - last - 1); });
    connect(rows, &QAbstractItemModel::headerDataChanged, verticalHeader()->viewport(),
            qOverload<>(&QWidget::update));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, verticalHeader()->viewport(),
            qOverload<>(&QWidget::update));
}

FilterHeader *RowsView::addFilters()
{
    auto *header = new FilterHeader(this);
    setHorizontalHeader(header);
    header->show();
    m_corner = new FilterMark(this);
    return header;
}

void RowsView::setDropType(const QString &type)
{
    m_dropType = type;
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
}

QList<int> RowsView::selectedLines() const
{
    QList<int> lines;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        lines.append(index.row());
    std::sort(lines.begin(), lines.end());
    return lines;
}

void RowsView::choose(int row)
{
    const QModelIndex index = m_rows->index(row, std::max(currentIndex().column(), 0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void RowsView::goFirst()
{
    m_jump = 1;
    Q_EMIT firstWanted();
}

void RowsView::goLast()
{
    m_jump = -1;
    Q_EMIT lastWanted();
}

bool RowsView::land()
{
    const int jump = std::exchange(m_jump, 0);
    if (jump == 0 || m_rows->rowCount() == 0)
        return false;
    choose(jump > 0 ? 0 : m_rows->rowCount() - 1);
    return true;
}

void RowsView::paintGround(QPainter *painter, const QRect &rect, int row) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rect;
    option.state.setFlag(QStyle::State_MouseOver, false);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isRowSelected(row));
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, painter, this);
}

void RowsView::copy()
{
    QStringList lines;
    for (const int row : selectedLines()) {
        QStringList cells;
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            const model::Value value = m_rows->value(row, column);
            cells.append(model::displayText(value, m_rows->source().columns[column].column.type));
        }
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RowsView::endEditing()
{
    if (state() == EditingState)
        setFocus();
}

void RowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentLineChanged();
}

/// An editor covers no other cell of a grid: its own is brought into sight, and made wide enough.
bool RowsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isTaken = QTableView::edit(index, trigger, event);
    if (isTaken && state() == EditingState && !isList()) {
        setColumnWidth(index.column(), qMax(columnWidth(index.column()), CellDelegate::leastWidth));
        updateGeometries();
        // The wider column can bring a scroll bar, which takes of the room.
        QTimer::singleShot(0, this, [this, column = QPersistentModelIndex(index)] {
            scrollTo(column);
            updateEditorGeometries();
        });
        scrollTo(index);
        updateEditorGeometries();
    }
    return isTaken;
}

void RowsView::reach()
{
    const int top = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    if (m_rows->hasAfter() && (bottom < 0 || bottom >= m_rows->rowCount() - reserve))
        Q_EMIT nearEnd();
    else if (m_rows->hasBefore() && top < reserve)
        Q_EMIT nearBeginning();
}

/// Rows that come or go above do not move those that are seen.
void RowsView::keepPlace(int first, int count)
{
    executeDelayedItemsLayout();
    QTableView::updateGeometries();
    QScrollBar *bar = verticalScrollBar();
    const int top = bar->value();
    const bool isAbove = count > 0 ? first <= top && m_rows->hasBefore() : first < top;
    if (isAbove)
        bar->setValue(std::max(0, top + count));
    m_reach.start();
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy))
        return copy();
    switch (event->key()) {
    case Qt::Key_Home:
        if (isControl && m_rows->hasBefore())
            return goFirst();
        break;
    case Qt::Key_End:
        if (isControl && m_rows->hasAfter())
            return goLast();
        break;
    case Qt::Key_Delete:
        if (isControl && currentIndex().isValid())
            return Q_EMIT nullWanted(currentIndex());
        if (!isControl)
            return isList() ? toggled() : deletionWanted();
        break;
    case Qt::Key_Insert:
        if (!isControl)
            return isList() ? toggled() : insertionWanted();
        break;
    case Qt::Key_Space:
        if (isList())
            return Q_EMIT toggled();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isControl && !isList() && state() != EditingState && currentIndex().isValid()) {
            edit(currentIndex());
            return;
        }
        break;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

void RowsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (isList() && index.isValid() && event->button() == Qt::LeftButton) {
        if (index.column() > 0 && index.flags() & Qt::ItemIsEditable)
            edit(index);
        else
            Q_EMIT toggled();
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

void RowsView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_corner)
        m_corner->setGeometry(0, 0, verticalHeader()->width(), horizontalHeader()->height());
}

void RowsView::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void RowsView::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_dropType.isEmpty() || !event->mimeData()->hasFormat(m_dropType))
        return event->ignore();
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void RowsView::dropEvent(QDropEvent *event)
{
    if (m_dropType.isEmpty() || !event->mimeData()->hasFormat(m_dropType))
        return event->ignore();
    // The row has changed sides by itself: the drag's beginning is to take nothing away.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped();
}

}
