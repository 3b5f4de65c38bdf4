#include "model/rows/label.h"
#include "views/data/dataview.h"
#include "views/data/gridpane.h"

/// Which links DataView shows for the row that is chosen.
namespace views {

namespace {

int columnIn(const model::RowSource &source, const QString &name)
{
    for (int i = 0; i < source.columns.size(); ++i) {
        if (source.columns[i].column.name == name)
            return i;
    }
    return -1;
}

/// What a row of a table is called.
QString titleOf(const RowsModel &rows, int row, const model::Table &table)
{
    QStringList words;
    for (const model::Column *label : model::labelColumns(table)) {
        const int column = columnIn(rows.source(), label->name);
        if (column < 0)
            continue;
        if (const model::Value value = rows.value(row, column); !value.isNull())
            words.append(model::displayText(value, label->type));
    }
    return words.isEmpty() ? table.model : words.join(u' ');
}

}

/// Those of a join table first, each from its source.
QList<int> DataView::associationsOf(int table) const
{
    QList<int> own;
    QList<int> through;
    for (int i = 0; i < m_context.schema.associations.size(); ++i) {
        const model::ResolvedAssociation &a = m_context.schema.associations[i];
        if (a.kind != model::AssociationKind::BelongsToMany)
            continue;
        if (a.through == table)
            through.append(i);
        else if (a.source == table)
            own.append(i);
    }
    return through + own;
}

LinksSubject DataView::subject() const
{
    LinksSubject subject;
    const int position = m_grid->table();
    if (position < 0 || position >= m_context.schema.tables.size())
        return {.reason = tr("What a row is linked to is shown here.")};
    const model::Table &table = m_context.schema.tables[position];
    subject.choices = associationsOf(position);
    if (subject.choices.isEmpty()) {
        return {.reason =
                    tr("%1 has no n:m association. Connect it with another model (M) to link rows here.")
                        .arg(table.model)};
    }
    const int chosen = m_context.schema.positionOf.value(m_association, -1);
    subject.association = subject.choices.contains(chosen) ? chosen : subject.choices[0];
    const model::ResolvedAssociation &a = m_context.schema.associations[subject.association];
    if (const auto whole = model::checkLinks(m_context.schema, subject.association); !whole) {
        subject.reason = whole.error().message;
        return subject;
    }
    const RowsModel &rows = m_grid->rows();
    const int row = m_grid->chosenRow();
    if (row < 0 || rows.source().model != table.model) {
        subject.reason = rows.rowCount() > 0 ? tr("Choose a row to see what it is linked to.")
                                             : tr("What a row is linked to is shown here.");
        return subject;
    }
    const bool isJoinRow = a.through == position;
    const QString key = isJoinRow ? table.column(a.foreignKey.value)->name : a.sourceKeyColumn;
    const int column = columnIn(rows.source(), key);
    subject.sourceKey = column < 0 ? model::Value() : rows.value(row, column);
    if (subject.sourceKey.isNull()) {
        subject.reason = rows.line(row).ref.isNew() && !isJoinRow
            ? tr("The new row can be linked when it has a value for %1.").arg(key)
            : tr("%1 is NULL: nothing can be linked by it.").arg(key);
        return subject;
    }
    subject.title = isJoinRow ? rows.face(row, column).text : titleOf(rows, row, table);
    if (isJoinRow)
        subject.joinRow = rows.line(row).ref;
    return subject;
}

}
