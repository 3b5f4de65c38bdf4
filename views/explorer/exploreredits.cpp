#include "views/explorer/explorer.h"

#include "model/edit/edit.h"
#include "views/explorer/explorerlist.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"

#include <QListView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace views {

void Explorer::apply(const model::Result<model::Project> &next, const QString &what)
{
    if (next)
        Q_EMIT edited(*next, what);
    else
        Q_EMIT refused(next.error().message);
}

void Explorer::rename(int at, const QString &name)
{
    const ExplorerRow row = m_list->rows()[at];
    const QString what = tr("Rename %1").arg(row.name);
    switch (row.kind) {
    case ExplorerRow::Kind::Title: return;
    case ExplorerRow::Kind::Model: return apply(model::renameModel(m_project, row.model, name), what);
    case ExplorerRow::Kind::Through:
        return apply(model::renameAutomaticThrough(m_project, row.name, name), what);
    case ExplorerRow::Kind::Query:
        for (model::Query query : m_project.queries) {
            if (query.id != row.query)
                continue;
            query.name = name;
            return apply(model::changeQuery(m_project, query), what);
        }
    }
}

/// What a row stands for; of several that are selected, all.
Selection Explorer::selectionOf(const ExplorerRow &row) const
{
    const bool isSelected = m_view->selectionModel()->isSelected(m_view->currentIndex());
    if (isSelected && m_view->selectionModel()->selectedRows().size() > 1)
        return {.models = m_selection.models, .associations = m_selection.associations};
    if (row.model.isNull())
        return {.associations = row.associations};
    return {.models = {row.model}};
}

void Explorer::remove(const ExplorerRow &row)
{
    if (row.kind == ExplorerRow::Kind::Title)
        return;
    if (row.kind == ExplorerRow::Kind::Query)
        return apply(model::removeQuery(m_project, row.query), tr("Delete %1").arg(row.name));
    const auto deletion = deletionOf(m_project, m_schema, selectionOf(row));
    if (deletion)
        Q_EMIT deletionAsked(*deletion);
    else
        Q_EMIT refused(deletion.error().message);
}

void Explorer::addQuery(const QString &modelName)
{
    QString name = tr("%1 query").arg(modelName);
    for (int i = 2; model::queryNamed(m_project, name); ++i)
        name = tr("%1 query %2").arg(modelName).arg(i);
    const model::Json find(model::Json::Object{{u"model"_s, modelName}});
    apply(model::addQuery(m_project, name, find), tr("Add query"));
}

void Explorer::openMenu(QPoint at)
{
    QMenu menu(this);
    fillMenu(menu, m_view->indexAt(at).row());
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void Explorer::fillMenu(QMenu &menu, int at)
{
    const ExplorerRow row = at < 0 ? ExplorerRow() : m_list->rows()[at];
    if (row.kind == ExplorerRow::Kind::Title) {
        menu.addAction(icon(u"model"_s), tr("Add model"), this, &Explorer::modelAsked);
        return;
    }
    menu.addAction(icon(u"edit"_s), tr("Rename"), this, [this, at] { m_view->edit(m_list->index(at)); });
    if (row.kind == ExplorerRow::Kind::Model || row.kind == ExplorerRow::Kind::Through)
        menu.addAction(icon(u"table"_s), tr("Browse rows"), this,
                       [this, row] { Q_EMIT rowsAsked(row.name); });
    if (row.kind == ExplorerRow::Kind::Model)
        menu.addAction(icon(u"query"_s), tr("Add query"), this, [this, row] { addQuery(row.name); });
    menu.addSeparator();
    menu.addAction(icon(u"delete"_s), tr("Delete"), this, [this, row] { remove(row); });
}

}
