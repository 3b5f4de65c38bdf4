#include "views/data/sqlline.h"

#include "views/data/statementsmodel.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// SQL in one line, and behind it what is wrong.
void paintStatement(QPainter *painter, const QRect &room, const QString &sql, const QString &fault,
                    const Theme &theme, const QColor &ground)
{
    painter->setFont(fixedFont());
    const QFontMetrics metrics = painter->fontMetrics();
    const bool isOnlyFault = fault.isEmpty() || sql == fault;
    const QString reason = isOnlyFault ? QString() : fault;
    const int most = reason.isEmpty() ? room.width() : qMax(room.width() * 3 / 5, 0);
    // No more is looked at than can be seen.
    const QString text = metrics.elidedText(sql.left(room.width()).simplified(), Qt::ElideRight, most);
    painter->setPen(legible(sql == fault && !fault.isEmpty() ? theme.warning : theme.muted, ground));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (reason.isEmpty())
        return;
    QRect rest = room;
    rest.setLeft(room.left() + metrics.horizontalAdvance(text) + metric::apart);
    painter->setPen(legible(theme.warning, ground));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(reason, Qt::ElideRight, rest.width()));
}

class StatementDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        const QColor ground = option.state & QStyle::State_Selected ? theme.accentWash : theme.panel;
        const QRect room = option.rect.adjusted(metric::apart, 0, -metric::near, 0);
        painter->save();
        painter->setClipRect(option.rect);
        if (index.column() == StatementsModel::Discard) {
            painter->setFont(smallFont(option.font));
            painter->setPen(legible(theme.accent, ground));
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        } else {
            paintStatement(painter, room, index.data().toString(), index.data(Qt::StatusTipRole).toString(),
                           theme, ground);
        }
        painter->restore();
    }
};

}

SqlLine::SqlLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void SqlLine::say(const QString &sql, const QString &fault)
{
    m_sql = sql;
    m_fault = fault;
    setToolTip(fault.isEmpty() ? sql.left(4000) : sql.left(4000) + u"\n\n"_s + fault);
    setAccessibleName(fault.isEmpty() ? sql.left(4000) : sql.left(4000) + u": "_s + fault);
    update();
}

QSize SqlLine::sizeHint() const
{
    return {200, fontMetrics().height() + 4};
}

QSize SqlLine::minimumSizeHint() const
{
    return {40, fontMetrics().height() + 4};
}

void SqlLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    paintStatement(&painter, rect(), m_sql, m_fault, theme, theme.panel);
}

StatementList::StatementList(StatementsModel *statements, QWidget *parent) : QTableView(parent)
{
    setModel(statements);
    setItemDelegate(new StatementDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(StatementsModel::Sql, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(StatementsModel::Discard, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(StatementsModel::Discard, 80);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(std::max(metric::listRow, fontMetrics().height() + 8));
}

void StatementList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid())
        Q_EMIT discarded(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

void StatementList::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.column() == StatementsModel::Discard)
        Q_EMIT discarded(index.row());
}

void StatementList::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const bool isLink = indexAt(event->pos()).column() == StatementsModel::Discard;
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}
