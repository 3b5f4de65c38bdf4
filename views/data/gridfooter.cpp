#include "views/data/busyline.h"
#include "views/data/emptyrows.h"
#include "views/data/filterheader.h"
#include "views/data/gridpane.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

using namespace Qt::StringLiterals;

/// The widgets of GridPane, and what they say.
namespace views {

namespace {

/// A field that can be left with Escape.
class KeyField : public QLineEdit
{
protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape)
            hide();
        else
            QLineEdit::keyPressEvent(event);
    }
};

}

void GridPane::build()
{
    m_view = new RowsView(m_rows, CellDelegate::Spelling::Values);
    m_view->setObjectName(u"rows"_s);
    m_view->setAccessibleName(tr("Rows"));
    m_header = m_view->addFilters();
    m_header->setSortIndicatorShown(true);
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
    m_busy = new BusyLine(m_view);
    m_notice = new Notice;
    m_notice->setObjectName(u"rowsNotice"_s);
    m_empty = new EmptyRows(m_view->viewport());
    m_empty->setObjectName(u"noRows"_s);
    connect(m_empty, &EmptyRows::firstLinked, this, [this] {
        if (m_isRefused)
            refresh();
        else if (m_browse.filters.isEmpty())
            insertRow();
        else
            clearFilters();
    });
    connect(m_empty, &EmptyRows::secondLinked, this, &GridPane::sampleWanted);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_notice);
    layout->addWidget(hairline());
    layout->addWidget(footer());
}

QWidget *GridPane::footer()
{
    const auto link = [&](const QString &text, const QString &name, const QString &tip) {
        auto *button = new LinkButton(text);
        button->setObjectName(name);
        button->setToolTip(tip);
        return button;
    };
    auto *bar = new QFrame;
    bar->setFixedHeight(metric::listRow);
    m_range = new MutedLabel;
    m_range->setObjectName(u"range"_s);
    m_first = link(tr("first"), u"first"_s, tr("The first rows (Ctrl+Home)"));
    m_last = link(tr("last"), u"last"_s, tr("The last rows (Ctrl+End)"));
    m_goTo = link(tr("go to key…"), u"goTo"_s, tr("The row of a key (Ctrl+G)"));
    m_cancel = link(tr("Cancel"), u"cancelRead"_s, tr("Stop reading"));
    m_insert = link(tr("Insert row"), u"insertRow"_s, tr("A new row (Ins)"));
    m_delete =
        link(tr("Delete row"), u"deleteRow"_s, tr("Delete the selected rows (Del), or take that back"));
    m_cancel->hide();
    m_key = new KeyField;
    m_key->setObjectName(u"key"_s);
    m_key->setAccessibleName(tr("Key to go to"));
    m_key->setFixedSize(160, 22);
    m_key->hide();
    m_keyReason = new MutedLabel;
    m_keyReason->hide();
    for (LinkButton *each : {m_first, m_last, m_goTo, m_cancel, m_insert, m_delete})
        each->setFont(smallFont(font()));
    // A click leaves the keyboard with the rows.
    for (LinkButton *each : {m_first, m_last, m_insert, m_delete})
        each->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metric::apart, 0, metric::apart, 0);
    layout->setSpacing(metric::near);
    for (QWidget *each :
         {static_cast<QWidget *>(m_range), static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_last),
          static_cast<QWidget *>(m_goTo), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_keyReason),
          static_cast<QWidget *>(m_cancel)})
        layout->addWidget(each);
    layout->addStretch(1);
    layout->addWidget(m_insert);
    layout->addWidget(m_delete);

    connect(m_first, &LinkButton::clicked, m_view, &RowsView::goFirst);
    connect(m_last, &LinkButton::clicked, m_view, &RowsView::goLast);
    connect(m_goTo, &LinkButton::clicked, this, &GridPane::askForKey);
    connect(m_cancel, &LinkButton::clicked, m_feed, &RowsFeed::cancel);
    connect(m_busy, &BusyLine::shown, m_cancel, &QWidget::setVisible);
    connect(m_insert, &LinkButton::clicked, this, &GridPane::insertRow);
    connect(m_delete, &LinkButton::clicked, this, &GridPane::deleteRows);
    connect(m_key, &QLineEdit::returnPressed, this, &GridPane::goToKey);
    connect(m_key, &QLineEdit::textEdited, this, [this] {
        m_key->setProperty("refused", false);
        m_keyReason->hide();
    });
    return bar;
}

void GridPane::askForKey()
{
    QStringList names;
    for (const model::NamedColumn &column : m_rows->source().key)
        names.append(column.name);
    m_key->setPlaceholderText(names.join(u", "_s));
    m_key->clear();
    m_key->show();
    m_key->setFocus();
}

void GridPane::goToKey()
{
    const auto key = model::parseKey(m_key->text(), m_rows->source(), m_context.dialect());
    m_key->setProperty("refused", !key);
    m_key->update();
    m_keyReason->setVisible(!key);
    if (!key) {
        m_keyReason->setText(key.error().message);
        return;
    }
    m_key->hide();
    m_view->setFocus();
    m_wanted = {};
    m_feed->goTo(*key);
}

void GridPane::showRange()
{
    const bool isThere = m_browse.table >= 0;
    const bool isMore = m_rows->hasBefore() || m_rows->hasAfter();
    for (LinkButton *each : {m_first, m_last})
        each->setVisible(isThere && isMore);
    m_goTo->setVisible(isThere && isMore && !m_rows->source().key.isEmpty());
    m_insert->setVisible(isThere && m_rows->table() && !m_isLocked);
    m_delete->setVisible(isThere && !m_isLocked && m_rows->rowCount() > 0);
    int stored = 0;
    int shown = 0;
    const int top = m_view->rowAt(0);
    int bottom = m_view->rowAt(m_view->viewport()->height() - 1);
    if (bottom < 0)
        bottom = m_rows->rowCount() - 1;
    for (int i = 0; i <= bottom && top >= 0; ++i) {
        if (m_rows->line(i).isStored)
            ++(i < top ? stored : shown);
    }
    if (shown == 0) {
        m_range->setText(isThere && m_total == 0 ? tr("no rows") : QString());
        return;
    }
    const QString total = m_total ? countText(*m_total) : u"…"_s;
    if (!m_rows->before()) {
        m_range->setText(tr("%1 of %2")
                             .arg(countText(shown),
                                  m_total ? counted(*m_total, tr("1 row"), tr("%1 rows")) : tr("… rows")));
        return;
    }
    const qint64 first = *m_rows->before() + stored + 1;
    m_range->setText(shown == 1
                         ? tr("row %1 of %2").arg(countText(first), total)
                         : tr("rows %1–%2 of %3").arg(countText(first), countText(first + shown - 1), total));
}

void GridPane::showEmptiness()
{
    if (m_browse.table < 0) {
        m_empty->say(tr("No tables yet. Add a model to the diagram (T), and its rows are here."));
        return;
    }
    if (m_isRefused)
        return m_empty->say(tr("The rows cannot be read."), tr("Try again"));
    const bool isRead = m_rows->source().model == m_context.schema.tables[m_browse.table].model;
    if (m_rows->rowCount() > 0 || !isRead)
        return m_empty->say({});
    if (!m_browse.filters.isEmpty())
        return m_empty->say(tr("No row matches the filters."), tr("Clear the filters"));
    m_empty->say(tr("No rows yet. Insert one, or fill the tables with sample rows."), tr("Insert row"),
                 m_context.origin.isSample ? QString() : tr("Fill with sample rows"));
}

void GridPane::fitColumns()
{
    QStringList columns{m_rows->source().model};
    for (const model::RowColumn &column : m_rows->source().columns)
        columns.append(column.column.name);
    if (m_fitted == columns)
        return;
    // Without rows the heads alone decide, until there are some.
    m_fitted = m_rows->rowCount() > 0 ? columns : QStringList();
    const QFontMetrics metrics(m_header->font());
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        const bool isEnd = !m_rows->source().columns[i].referred.isEmpty();
        const QString head = m_rows->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
        const int least = qMax(isEnd ? 190 : 95, metrics.horizontalAdvance(head) + 44);
        int wanted = least;
        for (int row = 0; row < qMin(m_rows->rowCount(), 20); ++row) {
            QStyleOptionViewItem option;
            option.initFrom(m_view);
            wanted = qMax(wanted, m_view->delegate()->sizeHint(option, m_rows->index(row, i)).width());
        }
        m_header->resizeSection(i, qMin(wanted, qMax(least, 260)));
    }
}

}
