#include "views/explorer/explorerlist.h"

#include "model/words.h"
#include "views/theme/icons.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// The throughs in the order of their first edge.
QList<ExplorerRow> throughRows(const model::Schema &schema)
{
    QList<ExplorerRow> rows;
    QHash<int, int> rowOfThrough;
    for (const model::Edge &edge : schema.edges) {
        if (!edge.isManyToMany || edge.through < 0)
            continue;
        const model::Table &table = schema.tables[edge.through];
        const model::AssociationId first = schema.associations[edge.associations.first()].id;
        const auto known = rowOfThrough.constFind(edge.through);
        if (known != rowOfThrough.cend()) {
            rows[*known].associations.append(first);
            continue;
        }
        rowOfThrough.insert(edge.through, int(rows.size()));
        rows.append({.kind = ExplorerRow::Kind::Through,
                     .name = table.model,
                     .detail = schema.tables[edge.from].model + u'⇄' + schema.tables[edge.to].model,
                     .model = table.declaredBy,
                     .associations = {first}});
    }
    for (ExplorerRow &row : rows) {
        if (row.associations.size() > 1)
            row.detail += u" +%1"_s.arg(row.associations.size() - 1);
    }
    return rows;
}

bool matches(const ExplorerRow &row, const QString &filter)
{
    return row.name.contains(filter, Qt::CaseInsensitive);
}

}

QList<ExplorerRow> explorerRows(const model::Project &project, const model::Schema &schema)
{
    const QList<ExplorerRow> throughs = throughRows(schema);
    QSet<model::ModelId> throughModels;
    for (const ExplorerRow &row : throughs)
        throughModels.insert(row.model);

    QList<ExplorerRow> rows;
    const auto addTitle = [&](const QString &title) { rows.append({.name = title}); };
    addTitle(ExplorerList::tr("Models"));
    for (const model::Model &model : project.models) {
        if (throughModels.contains(model.id))
            continue;
        const int table = schema.tableOfDeclared.value(model.id, -1);
        const qsizetype attributes = table < 0 ? 0 : schema.tables[table].columns.size();
        rows.append({.kind = ExplorerRow::Kind::Model,
                     .name = model.name,
                     .detail = model::countText(attributes),
                     .model = model.id});
    }
    addTitle(ExplorerList::tr("Through"));
    rows.append(throughs);
    addTitle(ExplorerList::tr("Queries"));
    for (const model::Query &query : project.queries)
        rows.append({.kind = ExplorerRow::Kind::Query, .name = query.name, .query = query.id});
    return rows;
}

void ExplorerList::show(const model::Project &project, const model::Schema &schema)
{
    QList<ExplorerRow> rows = explorerRows(project, schema);
    if (rows == m_all)
        return;
    m_all = std::move(rows);
    refresh();
}

void ExplorerList::setFilter(const QString &filter)
{
    m_filter = filter.trimmed();
    refresh();
}

void ExplorerList::setQuery(model::QueryId query)
{
    m_query = query;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CurrentRole});
}

void ExplorerList::refresh()
{
    beginResetModel();
    m_rows.clear();
    for (const ExplorerRow &row : m_all) {
        const bool isTitle = row.kind == ExplorerRow::Kind::Title;
        // A title without anything below it says nothing.
        if (!m_rows.isEmpty() && isTitle && m_rows.last().kind == ExplorerRow::Kind::Title)
            m_rows.removeLast();
        if (isTitle || matches(row, m_filter))
            m_rows.append(row);
    }
    if (!m_rows.isEmpty() && m_rows.last().kind == ExplorerRow::Kind::Title)
        m_rows.removeLast();
    endResetModel();
}

int ExplorerList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags ExplorerList::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].kind == ExplorerRow::Kind::Title)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

QVariant ExplorerList::data(const QModelIndex &index, int role) const
{
    const ExplorerRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole: return row.name;
    case DetailRole: return row.detail;
    case TitleRole: return row.kind == ExplorerRow::Kind::Title;
    case CurrentRole: return !row.query.isNull() && row.query == m_query;
    case Qt::AccessibleTextRole: return QString(row.name + u' ' + row.detail).trimmed();
    case Qt::DecorationRole:
        switch (row.kind) {
        case ExplorerRow::Kind::Title: return {};
        case ExplorerRow::Kind::Model: return icon(u"model"_s, Tone::Muted);
        case ExplorerRow::Kind::Through: return icon(u"through"_s, Tone::Through);
        case ExplorerRow::Kind::Query: return icon(u"query"_s, Tone::Accent);
        }
        return {};
    default: return {};
    }
}

bool ExplorerList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || value.toString() == m_rows[index.row()].name)
        return false;
    Q_EMIT renamed(index.row(), value.toString());
    return false;
}

}
