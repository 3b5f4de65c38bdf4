#include "views/preview/flatrows.h"

#include <QFont>

namespace views {

using namespace Qt::StringLiterals;

void FlatRows::show(const QList<AnswerColumn> &columns, const QList<model::Values> &rows)
{
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    endResetModel();
}

int FlatRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FlatRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant FlatRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const model::Value &value = m_rows[index.row()][index.column()];
    if (role == Qt::DisplayRole)
        return value.isNull() ? u"NULL"_s : model::displayText(value, m_columns[index.column()].type);
    if (role == Qt::FontRole && value.isNull()) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (value.isNumber() ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

QVariant FlatRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_columns[section].name) : QVariant(section + 1);
}

}
