#include "views/data/rowsmodel.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using model::Assignment;
using model::Change;
using model::Row;
using model::Value;

namespace {

bool isTold(const QList<Row> &rows, const model::Values &place)
{
    return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return row.place == place; });
}

bool comesBack(const Change &change)
{
    return change.kind == Change::Update && !change.link.isNull();
}

bool hasSameColumns(const model::RowSource &a, const model::RowSource &b)
{
    const auto isSame = [](const model::RowColumn &x, const model::RowColumn &y) {
        return x.attribute == y.attribute && x.column.name == y.column.name && x.column.type == y.column.type
            && x.referred.size() == y.referred.size();
    };
    return a.model == b.model
        && std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(), isSame);
}

/// Does a row hold all these values?
bool holds(const model::RowSource &source, const Row &row, const model::Assignments &values)
{
    const model::Assignments known = model::valuesOf(source, row);
    return std::all_of(values.begin(), values.end(), [&](const Assignment &each) {
        const Value *value = model::valueOf(known, each.column);
        return value && *value == each.value;
    });
}

}

QString textOf(const model::RowRef &row)
{
    QString text = row.model + QChar(0) + QString::number(row.number);
    for (const Assignment &each : row.key)
        text += QChar(0) + each.column + QChar(0) + each.value.toText();
    return text;
}

void RowsModel::setTable(const model::Table *table)
{
    m_table = table ? std::optional(*table) : std::nullopt;
}

void RowsModel::setStale(bool isStale)
{
    if (m_isStale == isStale)
        return;
    m_isStale = isStale;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RowsModel::replace(const model::RowSource &source, const model::Page &page, std::optional<qint64> before)
{
    // Rows that are merely read again leave views as they are, and what is being typed there.
    const bool isRefreshed = hasSameColumns(source, m_source) && !m_rows.isEmpty() && !page.rows.isEmpty()
        && (isTold(page.rows, m_rows[0].place) || isTold(m_rows, page.rows[0].place));
    if (!isRefreshed)
        beginResetModel();
    m_source = source;
    m_rows = page.rows;
    m_hasBefore = page.hasBefore;
    m_hasAfter = page.hasAfter;
    m_before = before;
    m_isStale = false;
    if (isRefreshed)
        return arrange();
    m_anchors.clear();
    m_lines = arranged();
    measureTimes();
    endResetModel();
}

void RowsModel::append(const model::Page &page)
{
    for (const Row &row : page.rows) {
        if (!isTold(m_rows, row.place))
            m_rows.append(row);
    }
    m_hasAfter = page.hasAfter;
    arrange();
    const qsizetype surplus = m_rows.size() - mostRows;
    if (surplus <= 0)
        return;
    m_rows.remove(0, surplus);
    m_hasBefore = true;
    if (m_before)
        *m_before += surplus;
    arrange();
}

void RowsModel::prepend(const model::Page &page)
{
    QList<Row> rows;
    for (const Row &row : page.rows) {
        if (!isTold(m_rows, row.place))
            rows.append(row);
    }
    if (m_before)
        *m_before = page.hasBefore ? *m_before - rows.size() : 0;
    m_rows = rows + m_rows;
    // Views are still told that these rows come above those that they show.
    arrange();
    m_hasBefore = page.hasBefore;
    if (m_rows.size() <= mostRows)
        return;
    m_rows.resize(mostRows);
    m_hasAfter = true;
    arrange();
}

void RowsModel::clear()
{
    replace({}, {}, std::nullopt);
}

void RowsModel::setChanges(const model::Changes &changes, const RowOverlay &overlay, const LabelBook &labels)
{
    m_changes = changes;
    m_overlay = overlay;
    m_labels = labels;
    m_changeOf.clear();
    m_comebacks.clear();
    for (int i = 0; i < changes.list.size(); ++i) {
        m_changeOf.insert(textOf(changes.list[i].row), i);
        if (comesBack(changes.list[i]))
            m_comebacks.append(i);
    }
    arrange();
}

int RowsModel::rowOf(const model::RowRef &ref) const
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].ref == ref)
            return i;
    }
    return -1;
}

const Change *RowsModel::changeOf(int row) const
{
    const Line &line = m_lines[row];
    const auto found = m_changeOf.constFind(textOf(line.ref));
    if (found != m_changeOf.cend() && (line.ref.isNew() || !line.ref.key.isEmpty()))
        return &m_changes.list[*found];
    for (const int position : m_comebacks) {
        const Change &change = m_changes.list[position];
        if (change.row.model == m_source.model && line.isStored && holds(m_source, line.row, change.row.key))
            return &change;
    }
    return nullptr;
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_source.columns.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const CellFace shown = face(index.row(), index.column());
        return shown.key.isEmpty() ? shown.text : shown.text + u' ' + shown.key;
    }
    case Qt::ToolTipRole: {
        const Value held = value(index.row(), index.column());
        return held.isNull()
            ? QVariant()
            : QVariant(model::displayText(held, m_source.columns[index.column()].column.type).left(2000));
    }
    case Qt::TextAlignmentRole:
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return spoken(face(index.row(), index.column()), index.row(), index.column());
    default: return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        // The orange point is drawn for a row that says so.
        if (section >= m_lines.size())
            return {}; // the header has not heard yet that there are fewer rows
        const Line &line = m_lines[section];
        const bool isMarked = line.isMarked || changeOf(section);
        return role == Qt::CheckStateRole ? QVariant(isMarked) : QVariant();
    }
    if (section >= m_source.columns.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const model::RowColumn &column = m_source.columns[section];
    QStringList ends;
    for (const model::Referred &referred : column.referred)
        ends.append(referred.model);
    return ends.isEmpty() ? column.attribute : ends.join(u'/') + u" · "_s + column.attribute;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (isEditable(index.row(), index.column()))
        flags |= Qt::ItemIsEditable;
    if (!m_dragType.isEmpty())
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList RowsModel::mimeTypes() const
{
    return {m_dragType};
}

QMimeData *RowsModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList words;
    for (const QModelIndex &index : indexes) {
        if (index.column() == 0)
            words.append(index.data().toString());
    }
    auto *data = new QMimeData;
    data->setData(m_dragType, QByteArray::number(words.size()));
    data->setText(words.join(u'\n'));
    return data;
}

}
