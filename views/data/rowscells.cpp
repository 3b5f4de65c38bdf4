#include "views/data/rowsmodel.h"

using namespace Qt::StringLiterals;

/// What the cells of a RowsModel say.
namespace views {

using model::Change;
using model::Value;

QString shortKey(const Value &key)
{
    constexpr int most = 10;
    if (key.isNumber())
        return u'#' + key.toText();
    const QString text = model::displayText(key, {}).simplified();
    return text.size() > most ? text.left(4) + u'…' : text;
}

const model::Column *RowsModel::column(int column) const
{
    return m_table ? m_table->columnNamed(m_source.columns[column].column.name) : nullptr;
}

bool RowsModel::isNumeric(int column) const
{
    const model::RowColumn &shown = m_source.columns[column];
    return shown.column.type.isNumber() && shown.referred.isEmpty() && shown.labels.isEmpty();
}

Value RowsModel::value(int row, int column) const
{
    if (const Change *change = changeOf(row)) {
        if (const Value *given = model::valueOf(change->values, m_source.columns[column].column.name))
            return *given;
    }
    return storedValue(row, column);
}

QString RowsModel::labelOf(int row, int column, const Value &value, bool isStored) const
{
    if (isStored && !m_lines[row].row.labels.value(column).isNull())
        return m_lines[row].row.labels[column];
    return m_labels.labelOf(m_source.columns[column], value);
}

CellFace RowsModel::face(int row, int column) const
{
    const Line &line = m_lines[row];
    const model::RowColumn &shown = m_source.columns[column];
    const Change *change = changeOf(row);
    const Value *given = change ? model::valueOf(change->values, shown.column.name) : nullptr;
    // That a new row leads somewhere is no change by itself.
    const bool isEnd = change && change->kind == Change::Insert && !shown.referred.isEmpty();
    CellFace face{.isChanged = given && !isEnd, .isGone = change && change->kind == Change::Delete};
    const bool isUnsaid = change && change->kind == Change::Insert && !given;
    if (isUnsaid) {
        const bool isMissing = m_table && missingColumns(*change, *m_table).contains(shown.column.name);
        face.kind = isMissing ? CellFace::Missing : CellFace::Default;
        face.text = isMissing ? tr("required") : tr("default");
        return face;
    }
    const Value value = given ? *given : storedValue(row, column);
    if (value.isNull()) {
        face.kind = CellFace::Null;
        face.text = u"NULL"_s;
        return face;
    }
    const QString label = labelOf(row, column, value, !given || !line.isStored);
    face.text = label.isEmpty() ? model::displayText(value, shown.column.type, m_times[column]) : label;
    if (!label.isEmpty())
        face.key = shortKey(value);
    return face;
}

bool RowsModel::isEditable(int row, int column) const
{
    if (m_isReadOnly || !this->column(column))
        return false;
    const Line &line = m_lines[row];
    const Change *change = changeOf(row);
    const bool isNamed = line.ref.isNew() || !line.ref.key.isEmpty();
    return isNamed && !(change && change->kind == Change::Delete);
}

QString RowsModel::spoken(const CellFace &face, int row, int column) const
{
    QStringList words{m_source.columns[column].attribute + u": "_s + face.text};
    if (!face.key.isEmpty())
        words.append(face.key);
    if (face.isGone)
        words.append(tr("to be deleted"));
    else if (face.isChanged)
        words.append(m_lines[row].ref.isNew() ? tr("new") : tr("changed"));
    return words.join(u", "_s);
}

}
