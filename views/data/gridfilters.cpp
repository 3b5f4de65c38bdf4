#include "model/rows/filter.h"
#include "views/data/filterheader.h"
#include "views/data/gridpane.h"
#include "views/data/notice.h"

/// The order of GridPane's rows, and which of them it shows.
namespace views {

namespace {

/// What the filter of a column takes.
FilterHeader::Hint hintOf(const model::RowColumn &column)
{
    if (!column.referred.isEmpty()) {
        return {GridPane::tr("name or #key"),
                GridPane::tr("A part of the name, or the key as #7; also !name, null, !null")};
    }
    const model::Type &type = column.column.type;
    if (type.isNumber())
        return {GridPane::tr("5, >3, 1..9"), GridPane::tr("A number, >3, <=3, 1..9, !=5, null or !null")};
    switch (type.name) {
    case model::TypeName::Boolean:
        return {GridPane::tr("true, false"), GridPane::tr("true, false, null or !null")};
    case model::TypeName::Date:
    case model::TypeName::DateOnly:
        return {
            GridPane::tr("2024-03, >2024"),
            GridPane::tr("A day, a month or a year: 2024-03-14, >2024, 2024-01..2024-06; also null, !null")};
    case model::TypeName::Blob:
        return {GridPane::tr("X'6869'"), GridPane::tr("Bytes as X'6869', null or !null")};
    default:
        return {
            GridPane::tr("contains"),
            GridPane::tr("A part of the text; also =ada, !ada, a..m, null, !null, or \"taken as it is\"")};
    }
}

}

void GridPane::showHints()
{
    QList<FilterHeader::Hint> hints;
    for (const model::RowColumn &column : m_rows->source().columns)
        hints.append(hintOf(column));
    m_header->setHints(hints);
}

void GridPane::showOrder()
{
    int sorted = -1;
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        if (m_rows->source().columns[i].column.name == m_browse.sortColumn)
            sorted = i;
    }
    m_header->setSortIndicator(sorted, m_browse.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void GridPane::sortBy(int column)
{
    const QString name = m_rows->source().columns[column].column.name;
    const bool wasSorted = m_browse.sortColumn == name;
    if (wasSorted && m_browse.isDescending) {
        m_browse.sortColumn.clear();
        m_browse.isDescending = false;
    } else {
        m_browse.isDescending = wasSorted;
        m_browse.sortColumn = name;
    }
    showOrder();
    read();
}

void GridPane::filter()
{
    QList<model::Filter> filters;
    const QStringList texts = m_header->filters();
    for (qsizetype i = 0; i < texts.size() && i < m_rows->source().columns.size(); ++i) {
        if (!texts[i].trimmed().isEmpty())
            filters.append({m_rows->source().columns[i].column.name, texts[i]});
    }
    if (filters == m_browse.filters && !m_rows->isStale())
        return;
    m_browse.filters = filters;
    m_total.reset();
    if (checkFilters())
        read();
}

/// A text that its column cannot be asked is refused at its field.
bool GridPane::checkFilters()
{
    const QStringList texts = m_header->filters();
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        const model::RowColumn &shown = m_rows->source().columns[i];
        const model::Column *column = m_rows->column(i);
        QString text = texts.value(i).trimmed();
        const bool asksForKey = !shown.referred.isEmpty() && text.startsWith(u'#');
        if (text.isEmpty() || !column
            || (!shown.referred.isEmpty() && !asksForKey && !model::hasOperator(text)))
            continue;
        if (asksForKey)
            text.replace(0, 1, u'=');
        if (const auto condition = model::parseCondition(text, *column, m_context.dialect()); !condition) {
            m_header->refuse(i, condition.error().message);
            m_notice->say(tr("%1: %2").arg(shown.attribute, condition.error().message));
            m_rows->setStale(true);
            return false;
        }
    }
    m_header->refuse(-1, {});
    return true;
}

void GridPane::clearFilters()
{
    m_browse.filters.clear();
    m_header->setFilters({});
    m_header->refuse(-1, {});
    m_notice->clear();
    m_total.reset();
    read();
}

}
