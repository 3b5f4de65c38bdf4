#include "views/data/gridpane.h"

#include "model/rows/lacking.h"
#include "views/data/busyline.h"
#include "views/data/emptyrows.h"
#include "views/data/filterheader.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"
#include "views/theme/labels.h"

#include <QLineEdit>
#include <QPointer>
#include <QScrollBar>

using namespace Qt::StringLiterals;

/// What GridPane reads; its order and filters are in gridfilters.cpp, its widgets in gridfooter.cpp, its
/// edits in gridedits.cpp.
namespace views {

using model::Connection;
using model::Result;

namespace {

struct Counted
{
    std::optional<qint64> total;
    std::optional<qint64> before;
};

/// Is it the same list of rows, whatever is in it now?
bool isSameList(const model::RowSource &a, const model::RowSource &b)
{
    return a.table == b.table && a.conditions == b.conditions;
}

}

GridPane::GridPane(QWidget *parent) : QWidget(parent)
{
    m_rows = new RowsModel(this);
    m_feed = new RowsFeed(u"data.page"_s, m_rows, this);
    build();
    connectRows();
    showRange();
    showEmptiness();
}

void GridPane::connectRows()
{
    connect(m_feed, &RowsFeed::asked, this, &GridPane::asked);
    connect(m_feed, &RowsFeed::started, m_busy, &BusyLine::start);
    connect(m_feed, &RowsFeed::ended, m_busy, &BusyLine::stop);
    connect(m_feed, &RowsFeed::arrived, this, &GridPane::arrived);
    connect(m_feed, &RowsFeed::refused, this, &GridPane::refused);
    connect(m_view, &RowsView::nearEnd, m_feed, &RowsFeed::after);
    connect(m_view, &RowsView::nearBeginning, m_feed, &RowsFeed::before);
    connect(m_view, &RowsView::firstWanted, m_feed, &RowsFeed::first);
    connect(m_view, &RowsView::lastWanted, m_feed, &RowsFeed::last);
    connect(m_view, &RowsView::currentLineChanged, this, [this] {
        if (chosenRow() >= 0)
            m_wanted = m_rows->line(chosenRow()).ref;
        Q_EMIT rowChosen();
    });
    connect(m_view, &RowsView::insertionWanted, this, &GridPane::insertRow);
    connect(m_view, &RowsView::deletionWanted, this, &GridPane::deleteRows);
    connect(m_view, &RowsView::nullWanted, this, [this](const QModelIndex &index) { take(index, {}, {}); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &GridPane::showMenu);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &GridPane::showRange);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &GridPane::showRange);
    setFocusProxy(m_view);
    connect(m_view->delegate(), &CellDelegate::asked, this, &GridPane::asked);
    connect(m_view->delegate(), &CellDelegate::taken, this, &GridPane::take);
    connect(m_view->delegate(), &CellDelegate::refused, this,
            [this](const QString &reason) { m_notice->say(reason); });
    connect(m_header, &QHeaderView::sectionClicked, this, &GridPane::sortBy);
    // Columns that come anew have no width of their own.
    connect(m_header, &QHeaderView::sectionCountChanged, this, [this] { m_fitted.clear(); });
    connect(m_header, &FilterHeader::filtered, this, &GridPane::filter);
    connect(m_header, &FilterHeader::left, m_view, qOverload<>(&QWidget::setFocus));
}

void GridPane::setContext(const Context &context)
{
    m_context = context;
    m_view->delegate()->setContext(context.schema, &context.dialect());
}

int GridPane::chosenRow() const
{
    return m_view->currentIndex().row();
}

void GridPane::say(const QString &text)
{
    m_notice->say(text);
}

void GridPane::showRows(int table, const model::Filter &filter)
{
    showTable(-1);
    m_browse = {.table = table, .filters = {filter}};
    read();
}

void GridPane::showTable(int table, const model::Values &key)
{
    const bool isOther = table < 0 || m_context.schema.tables[table].model != m_rows->source().model;
    m_browse.table = table;
    if (isOther || table < 0) {
        m_browse = {.table = table};
        m_wanted = {};
        m_total.reset();
        m_notice->clear();
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
    }
    if (table < 0)
        return leave();
    if (!key.isEmpty()) {
        // The filters might leave the row out.
        m_browse.filters.clear();
        m_wanted = {};
        m_header->setFilters({});
    }
    read(key);
}

void GridPane::leave()
{
    m_feed->clear();
    m_rows->setTable(nullptr);
    m_wanted = {};
    m_total.reset();
    m_isRefused = false;
    m_notice->clear();
    showRange();
    showEmptiness();
    Q_EMIT rowChosen();
}

/// Without what the table has no columns for any more.
model::Browse GridPane::asBrowse() const
{
    model::Browse browse = m_browse;
    const model::Table &table = m_context.schema.tables[browse.table];
    browse.filters.removeIf([&](const model::Filter &filter) { return !table.columnNamed(filter.column); });
    if (!table.columnNamed(browse.sortColumn))
        browse.sortColumn.clear();
    return browse;
}

void GridPane::read(const model::Values &key)
{
    if (m_browse.table < 0)
        return;
    m_browse = asBrowse();
    m_isRefused = false;
    m_feed->start([schema = m_context.schema, browse = m_browse](
                      Connection &connection) { return model::browse(connection, schema, browse); },
                  [schema = m_context.schema, table = m_browse.table](const model::Error &fault,
                                                                      Connection &connection) {
                      return explained(fault, connection, schema, tablesAround(schema, table));
                  },
                  key);
}

void GridPane::refresh()
{
    m_total.reset();
    model::Values key;
    const int top = m_view->rowAt(0);
    const bool isAtTop = !m_rows->hasBefore()
        && (m_view->verticalScrollBar()->value() == 0 || m_rows->rows().size() <= RowsModel::pageSize);
    if (!isAtTop && top >= 0 && m_rows->line(top).isStored)
        key = m_rows->line(top).row.key;
    read(key);
}

void GridPane::setChanges(const model::Changes &changes, const LabelBook &labels)
{
    m_changes = changes;
    m_labels = labels;
    RowOverlay overlay;
    for (const model::Change &change : changes.list) {
        if (change.kind != model::Change::Insert || change.row.model != m_rows->source().model)
            continue;
        Line line{.ref = change.row, .isStored = false};
        for (const model::RowColumn &column : m_rows->source().columns) {
            const model::Value *value = model::valueOf(change.values, column.column.name);
            line.row.values.append(value ? *value : model::Value());
        }
        overlay.coming.append(line);
    }
    m_rows->setChanges(changes, overlay, labels);
    showRange();
    showEmptiness();
}

void GridPane::arrived(bool isOther)
{
    if (isOther) {
        m_notice->say(std::exchange(m_remark, {}));
        m_rows->setTable(m_context.schema.table(m_rows->source().model));
        setChanges(m_changes, m_labels);
        fitColumns();
        QStringList texts;
        for (const model::RowColumn &column : m_rows->source().columns) {
            QString text;
            for (const model::Filter &filter : m_browse.filters) {
                if (filter.column == column.column.name)
                    text = filter.text;
            }
            texts.append(text);
        }
        m_header->setFilters(texts);
        showHints();
        showOrder();
        checkFilters();
        const int wanted = m_rows->rowOf(m_wanted);
        const bool isWhole = !m_rows->hasBefore() && !m_rows->hasAfter();
        if (m_view->land())
            m_wanted = m_rows->line(chosenRow()).ref;
        else if (wanted >= 0 && wanted != chosenRow())
            m_view->choose(wanted);
        else if (wanted < 0 && m_rows->rowCount() > 0 && (isWhole || m_wanted.model.isEmpty()))
            m_view->choose(0);
        else
            Q_EMIT rowChosen();
        askForCount();
    }
    showRange();
    showEmptiness();
}

void GridPane::refused(const model::Error &error)
{
    const model::Table &table = m_context.schema.tables[m_browse.table];
    if (m_rows->source().model != table.model) {
        m_rows->clear();
        m_rows->setTable(nullptr);
        m_isRefused = true;
        Q_EMIT rowChosen();
    }
    m_rows->setStale(true);
    m_notice->say(error.message);
    showRange();
    showEmptiness();
}

/// How many rows there are, and how many before those at hand, where the pages do not tell.
void GridPane::askForCount()
{
    const int ticket = ++m_countTicket;
    if (!m_rows->hasBefore() && !m_rows->hasAfter()) {
        m_total = m_rows->rows().size();
        return;
    }
    if (m_total && m_rows->before())
        return;
    if (m_total && !m_rows->hasAfter()) {
        m_rows->setBefore(*m_total - m_rows->rows().size());
        return;
    }
    const auto work = [source = m_rows->source(), total = m_total, isPlaced = m_rows->before().has_value(),
                       place = m_rows->rows()[0].place](Connection &connection) -> Result<Counted> {
        Counted counted{total, {}};
        if (!total) {
            const auto all = countRows(connection, source);
            if (!all)
                return tl::unexpected(all.error());
            counted.total = *all;
        }
        if (!isPlaced) {
            const auto before = countBefore(connection, source, place);
            if (!before)
                return tl::unexpected(before.error());
            counted.before = *before;
        }
        return counted;
    };
    const auto done = [self = QPointer(this), ticket, first = m_rows->rows()[0].place,
                       source = m_rows->source()](const Result<Counted> &counted) {
        if (!self || self->m_countTicket != ticket || !counted || !isSameList(source, self->m_rows->source()))
            return;
        self->m_total = counted->total;
        if (counted->before && !self->m_rows->before() && !self->m_rows->rows().isEmpty()
            && self->m_rows->rows()[0].place == first)
            self->m_rows->setBefore(*counted->before);
        self->showRange();
    };
    Q_EMIT asked(job(u"data.count"_s, work, done));
}

}
