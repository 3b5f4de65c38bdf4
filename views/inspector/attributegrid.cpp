#include "views/inspector/attributegrid.h"

#include "model/edit/attributeline.h"
#include "model/edit/edit.h"
#include "views/inspector/attributerows.h"
#include "views/inspector/griddelegate.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace views {

AttributeGrid::AttributeGrid(QWidget *parent) : QTableView(parent), m_rows(new AttributeRows(this))
{
    setModel(m_rows);
    auto *delegate = new GridDelegate(this);
    setItemDelegate(delegate);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    setAccessibleName(tr("Attributes"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(metric::listRow - 2);
    verticalHeader()->setDefaultSectionSize(std::max(metric::listRow - 2, fontMetrics().height() + 6));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFont(smallFont(smallFont(font())));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_rows, &AttributeRows::edited, this, &AttributeGrid::edited);
    connect(m_rows, &AttributeRows::refused, this, &AttributeGrid::refused);
    connect(m_rows, &AttributeRows::shown, this, [this] {
        // What is typed next has the whole row.
        clearSpans();
        setSpan(m_rows->nextRow(), 0, 1, AttributeRows::columns);
        updateGeometry();
    });
    connect(delegate, &GridDelegate::entered, this, &AttributeGrid::goOn);
    connect(delegate, &GridDelegate::tabbed, this, [this](int by) {
        if (!step(by))
            QWidget::focusNextPrevChild(by > 0);
        else if (currentIndex().flags() & Qt::ItemIsEditable)
            edit(currentIndex());
    });
}

void AttributeGrid::show(const model::Project &project, const model::Schema &schema, model::ModelId model)
{
    m_rows->show(project, schema, model);
}

model::AttributeId AttributeGrid::current() const
{
    return m_rows->attributeAt(currentIndex().row());
}

QString AttributeGrid::currentName() const
{
    return m_rows->index(currentIndex().row(), AttributeRows::Name).data().toString();
}

void AttributeGrid::currentChanged(const QModelIndex &index, const QModelIndex &previous)
{
    QTableView::currentChanged(index, previous);
    Q_EMIT currentAttributeChanged(m_rows->attributeAt(index.row()));
}

void AttributeGrid::typeNext()
{
    setFocus();
    const QModelIndex next = m_rows->index(m_rows->nextRow(), AttributeRows::Name);
    setCurrentIndex(next);
    edit(next);
}

void AttributeGrid::goOn()
{
    const int row = currentIndex().row() + 1;
    if (row < m_rows->nextRow())
        setCurrentIndex(m_rows->index(row, AttributeRows::Name));
    else
        typeNext();
}

/// Along the cells of the declared rows to the empty row, which is one cell.
bool AttributeGrid::step(int by)
{
    const QModelIndex at = currentIndex();
    const int end = m_rows->nextRow() * AttributeRows::columns;
    const int from = at.row() < m_rows->nextRow() ? at.row() * AttributeRows::columns + at.column()
        : at.row() == m_rows->nextRow()           ? end
                                                  : end + 1;
    const int to = from + by;
    if (to < 0 || to > end)
        return false;
    setCurrentIndex(m_rows->index(to / AttributeRows::columns, to % AttributeRows::columns));
    return true;
}

/// The grid is as high as its rows, so it is what lies around it that scrolls.
void AttributeGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(around);
        if (!area)
            continue;
        const QRect cell = visualRect(index);
        const QPoint at = viewport()->mapTo(area->widget(), cell.center());
        area->ensureVisible(at.x(), at.y(), 0, cell.height() * 2);
        return;
    }
}

QSize AttributeGrid::sizeHint() const
{
    const int rows = verticalHeader()->length() + horizontalHeader()->sizeHint().height();
    return {260, rows + 2};
}

QSize AttributeGrid::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void AttributeGrid::resizeEvent(QResizeEvent *event)
{
    // The flags are as wide as their titles; name, type and default share the rest.
    QFont title = horizontalHeader()->font();
    title.setWeight(QFont::DemiBold);
    const int flag = QFontMetrics(title).horizontalAdvance(u"NN"_s) + metric::near;
    const int rest = std::max(viewport()->width() - 4 * flag, 60);
    for (int column = 0; column < AttributeRows::columns; ++column)
        setColumnWidth(column, flag);
    const int name = rest * 42 / 100;
    const int type = rest * 34 / 100;
    setColumnWidth(AttributeRows::Name, name);
    setColumnWidth(AttributeRows::TypeColumn, type);
    setColumnWidth(AttributeRows::Default, rest - name - type);
    QTableView::resizeEvent(event);
    if (state() == EditingState)
        scrollTo(currentIndex());
}

void AttributeGrid::move(int by)
{
    const model::AttributeId moved = current();
    const int to = currentIndex().row() + by;
    if (moved.isNull() || to < 0 || to >= m_rows->nextRow())
        return;
    const int column = currentIndex().column();
    m_rows->apply(model::moveAttribute(m_rows->project(), m_rows->model(), moved, to),
                  tr("Move attribute %1").arg(currentName()));
    if (const int row = m_rows->rowOf(moved); row >= 0)
        setCurrentIndex(m_rows->index(row, column));
}

void AttributeGrid::remove()
{
    if (const model::AttributeId removed = current(); !removed.isNull())
        m_rows->apply(model::removeAttribute(m_rows->project(), m_rows->model(), removed),
                      tr("Delete attribute %1").arg(currentName()));
}

void AttributeGrid::paste()
{
    const auto attributes = model::readAttributes(QApplication::clipboard()->text());
    if (!attributes) {
        Q_EMIT refused(attributes.error().message);
        return;
    }
    model::Result<model::Project> next = m_rows->project();
    for (const model::Attribute &attribute : *attributes) {
        if (next)
            next = model::addAttribute(std::move(*next), m_rows->model(), attribute);
    }
    m_rows->apply(next, counted(attributes->size(), tr("Paste attribute"), tr("Paste %1 attributes")));
}

void AttributeGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isAlt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!isAlt)
            break;
        return move(event->key() == Qt::Key_Up ? -1 : 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier && !current().isNull()) {
            Q_EMIT opened(current());
            return;
        }
        return typeNext();
    case Qt::Key_Delete: return remove();
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // Behind the last cell and before the first one the keyboard goes on to what is beside the grid.
        event->setAccepted(step(event->key() == Qt::Key_Tab ? 1 : -1));
        return;
    default:
        if (event->matches(QKeySequence::Paste))
            return paste();
        break;
    }
    QTableView::keyPressEvent(event);
}

void AttributeGrid::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    if (const model::AttributeId id = current(); !id.isNull()) {
        menu.addAction(tr("Options of %1").arg(currentName()), this, [this, id] { Q_EMIT opened(id); });
        menu.addAction(icon(u"move-up"_s), tr("Move up"), this, [this] { move(-1); });
        menu.addAction(icon(u"move-down"_s), tr("Move down"), this, [this] { move(1); });
        menu.addAction(icon(u"delete"_s), tr("Delete"), this, &AttributeGrid::remove);
        menu.addSeparator();
    }
    menu.addAction(icon(u"paste"_s), tr("Paste attributes"), this, &AttributeGrid::paste);
    menu.exec(event->globalPos());
}

}
