#include "views/data/busyline.h"
#include "views/data/emptyrows.h"
#include "views/data/linkspane.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>

using namespace Qt::StringLiterals;

/// The widgets of LinksPane, and what they say.
namespace views {

namespace {

/// Of rows that are dragged from one list to the other; neither takes its own.
QString dragType(const QString &name)
{
    return u"application/x-throughline-"_s + name;
}

}

LinksPane::Side LinksPane::makeSide(const QString &lane, const QString &name)
{
    Side side;
    side.rows = new RowsModel(this);
    side.feed = new RowsFeed(lane, side.rows, this);
    side.view = new RowsView(side.rows, CellDelegate::Spelling::Named);
    side.view->setObjectName(name);
    side.rows->setDragType(dragType(name));
    side.view->setDropType(dragType(name == u"linked" ? u"notLinked"_s : u"linked"_s));
    side.busy = new BusyLine(side.view);
    side.empty = new EmptyRows(side.view->viewport());
    return side;
}

void LinksPane::build()
{
    m_linked.view->setAccessibleName(tr("Linked rows"));
    m_notLinked.view->setAccessibleName(tr("Rows that are not linked"));
    m_notLinked.view->horizontalHeader()->setStretchLastSection(true);
    for (RowsView *each : {m_linked.view, m_notLinked.view})
        each->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_linked.view->horizontalHeader()->setMinimumSectionSize(20);
    m_linked.view->viewport()->installEventFilter(this);
    m_notLinked.rows->setReadOnly(true);
    m_find = new QLineEdit;
    m_find->setObjectName(u"find"_s);
    m_find->setClearButtonEnabled(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(m_find, &QLineEdit::textChanged, this, [this] {
        m_notLinked.isCurrent = false;
        m_typing.start();
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        m_notLinked.view->setFocus();
        if (!m_notLinked.isCurrent)
            readNotLinked();
        else if (m_notLinked.rows->rowCount() > 0)
            m_notLinked.view->choose(0);
    });

    m_linkedCount = new MutedLabel;
    m_linkedCount->setObjectName(u"linkedCount"_s);
    m_notLinkedCount = new MutedLabel;
    m_notLinkedCount->setObjectName(u"notLinkedCount"_s);
    m_link = new LinkButton(tr("Link"));
    m_link->setObjectName(u"link"_s);
    m_link->setToolTip(tr("Link the selected rows (Space)"));
    m_unlink = new LinkButton(tr("Unlink"));
    m_unlink->setObjectName(u"unlink"_s);
    m_unlink->setToolTip(tr("Unlink the selected rows (Space)"));
    for (LinkButton *each : {m_link, m_unlink})
        each->setFont(smallFont(font()));
    // A click leaves the keyboard with the rows.
    for (LinkButton *each : {m_link, m_unlink})
        each->setFocusPolicy(Qt::TabFocus);

    auto *lists = new QSplitter;
    lists->setChildrenCollapsible(false);
    lists->addWidget(column(m_linked, new SectionTitle(tr("Linked")), m_linkedCount, m_unlink, nullptr));
    lists->addWidget(
        column(m_notLinked, new SectionTitle(tr("Not linked")), m_notLinkedCount, m_link, m_find));
    lists->setSizes({280, 160});
    lists->setStretchFactor(0, 7);
    lists->setStretchFactor(1, 4);
    m_lists = lists;
    m_notice = new Notice;
    m_notice->setObjectName(u"linksNotice"_s);
    auto *nothing = new QWidget;
    m_nothing = new EmptyRows(nothing);
    m_nothing->setObjectName(u"noLinks"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(head());
    layout->addWidget(m_lists, 1);
    layout->addWidget(nothing, 1);
    layout->addWidget(m_notice);
    connect(m_link, &LinkButton::clicked, this, &LinksPane::link);
    connect(m_unlink, &LinkButton::clicked, this, &LinksPane::unlink);
}

QWidget *LinksPane::head()
{
    auto *head = new QWidget;
    head->setFixedHeight(36);
    m_title = new QLabel;
    m_title->setObjectName(u"linksTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_alias = new LinkButton({});
    m_alias->setObjectName(u"association"_s);
    m_alias->setFont(bold);
    m_by = new MutedLabel;
    m_by->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(metric::apart, 0, metric::apart, 0);
    layout->setSpacing(metric::tight);
    layout->addWidget(m_title);
    layout->addWidget(m_alias);
    layout->addStretch(1);
    layout->addWidget(m_by);
    connect(m_alias, &LinkButton::clicked, this, [this] {
        QMenu menu(this);
        for (const int choice : m_subject.choices) {
            const model::ResolvedAssociation &a = m_context.schema.associations[choice];
            const auto &tables = m_context.schema.tables;
            QAction *action = menu.addAction(u"%1.%2"_s.arg(tables[a.source].model, a.as.value)
                                                 + (tables[a.source].model.isEmpty() ? QString() : u" → "_s)
                                                 + tables[a.target].model,
                                             this, [this, choice] { Q_EMIT associationPicked(choice); });
            action->setCheckable(true);
            action->setChecked(choice == m_subject.association);
        }
        menu.exec(m_alias->mapToGlobal(QPoint(0, m_alias->height())));
    });
    return head;
}

QWidget *LinksPane::column(const Side &side, SectionTitle *title, QLabel *count, LinkButton *action,
                           QWidget *field)
{
    auto *column = new QWidget;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
    line->setSpacing(metric::tight);
    line->addWidget(title);
    line->addWidget(count);
    line->addStretch(1);
    line->addWidget(action);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    if (field) {
        auto *room = new QHBoxLayout;
        room->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
        room->addWidget(field);
        layout->addLayout(room);
    }
    layout->addLayout(line);
    layout->addWidget(side.view, 1);
    column->setMinimumWidth(140);
    return column;
}

void LinksPane::connectSide(Side &side)
{
    connect(side.feed, &RowsFeed::asked, this, &LinksPane::asked);
    connect(side.feed, &RowsFeed::started, side.busy, &BusyLine::start);
    connect(side.feed, &RowsFeed::ended, side.busy, &BusyLine::stop);
    connect(side.feed, &RowsFeed::refused, this, [this, &side](const model::Error &error) {
        side.rows->setStale(true);
        m_notice->say(error.message);
    });
    connect(side.view, &RowsView::nearEnd, side.feed, &RowsFeed::after);
    connect(side.view, &RowsView::nearBeginning, side.feed, &RowsFeed::before);
    connect(side.view, &RowsView::firstWanted, side.feed, &RowsFeed::first);
    connect(side.view, &RowsView::lastWanted, side.feed, &RowsFeed::last);
    connect(side.view, &RowsView::nullWanted, this,
            [this](const QModelIndex &index) { take(index, {}, {}); });
    const bool isLinked = &side == &m_linked;
    connect(side.view, &RowsView::toggled, this, isLinked ? &LinksPane::unlink : &LinksPane::link);
    // What is dropped on a list comes from the other one.
    connect(side.view, &RowsView::dropped, this, isLinked ? &LinksPane::link : &LinksPane::unlink);
    connect(side.view->delegate(), &CellDelegate::asked, this, &LinksPane::asked);
    connect(side.view->delegate(), &CellDelegate::taken, this, &LinksPane::take);
    connect(side.view->delegate(), &CellDelegate::refused, this,
            [this](const QString &reason) { m_notice->say(reason); });
}

void LinksPane::showHead()
{
    const bool isThere = isShown();
    m_lists->setVisible(isThere);
    m_nothing->parentWidget()->setVisible(!isThere);
    m_nothing->say(isThere ? QString() : m_subject.reason);
    m_title->setVisible(isThere);
    m_by->setVisible(isThere);
    const bool canChoose = m_subject.association >= 0 && m_subject.choices.size() > 1;
    m_alias->setVisible(isThere || canChoose);
    if (m_subject.association < 0)
        return;
    const bool hasThrough = association().through >= 0;
    const QString room = m_title->fontMetrics().elidedText(m_subject.title, Qt::ElideRight, 240);
    m_title->setText(room);
    m_title->setToolTip(m_subject.title);
    m_alias->setText(canChoose ? association().as.value + u" ▾"_s : association().as.value);
    m_alias->setAccessibleName(tr("Association %1").arg(association().as.value));
    m_alias->setEnabled(canChoose || !isThere);
    m_by->setText(hasThrough ? tr("linked by %1").arg(through().model) : QString());
    const QString target = m_context.schema.tables[association().target].model;
    m_find->setPlaceholderText(tr("Find a %1").arg(target));
    m_find->setAccessibleName(tr("Find a %1").arg(target));
}

/// Widths are kept while the columns are the same, so that other rows do not move them.
void LinksPane::fitColumns()
{
    constexpr int most = 240;
    QStringList columns{through().model};
    for (const model::RowColumn &column : m_linked.rows->source().columns)
        columns.append(column.column.name);
    if (m_columns != columns) {
        m_columns = columns;
        m_widths.fill(60, m_linked.rows->columnCount());
    }
    QStyleOptionViewItem option;
    option.initFrom(m_linked.view);
    for (int i = 0; i < m_widths.size(); ++i) {
        for (int row = 0; row < qMin(m_linked.rows->rowCount(), 20); ++row) {
            const QSize size = m_linked.view->delegate()->sizeHint(option, m_linked.rows->index(row, i));
            m_widths[i] = qMax(m_widths[i], qMin(size.width(), most));
        }
    }
    shareRoom();
}

/// Nothing is scrolled sideways: the name gives way as far as two fifths of the room, and then a value of
/// the through is left to the tool tip.
void LinksPane::shareRoom()
{
    QHeaderView *header = m_linked.view->horizontalHeader();
    if (m_widths.isEmpty() || header->count() != m_widths.size())
        return;
    const int room = m_linked.view->viewport()->width();
    int left = room - qMin(m_widths[0], room * 2 / 5);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int i = 1; i < m_widths.size(); ++i) {
        const bool fits = m_widths[i] <= left;
        header->setSectionHidden(i, !fits);
        header->setSectionResizeMode(i, QHeaderView::Fixed);
        if (!fits)
            continue;
        header->resizeSection(i, m_widths[i]);
        left -= m_widths[i];
    }
}

bool LinksPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        shareRoom();
    return QWidget::eventFilter(watched, event);
}

}
