#include "views/data/rowsmodel.h"

#include <algorithm>

/// Which rows stand where in a RowsModel.
namespace views {

using model::Row;
using model::Value;

namespace {

/// What a row's place in the order is, as far as its values tell.
model::Values placeIn(const model::RowSource &source, const Line &line)
{
    model::Values place;
    for (const model::OrderColumn &order : source.order) {
        for (qsizetype i = 0; i < source.columns.size(); ++i) {
            if (source.columns[i].column.name == order.column.name && !line.row.values[i].isNull())
                place.append(line.row.values[i]);
        }
    }
    return place;
}

/// Less than 0, 0, or more, as databases order values of one kind; nothing where they are of two.
std::optional<int> compared(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return a.toDouble() < b.toDouble() ? -1 : a.toDouble() > b.toDouble() ? 1 : 0;
    if (a.kind != b.kind || a.isNull())
        return {};
    return a.bytes < b.bytes ? -1 : a.bytes > b.bytes ? 1 : 0;
}

std::optional<int> compared(const model::Values &place, const model::Values &other)
{
    for (qsizetype i = 0; i < qMin(place.size(), other.size()); ++i) {
        const auto sign = compared(place[i], other[i]);
        if (!sign || *sign != 0)
            return sign;
    }
    return 0;
}

QString nameOf(const QList<Line> &lines, qsizetype position)
{
    return position < 0 ? QString() : textOf(lines[position].ref);
}

}

/// Behind the rows that come before it in the order, where those are at hand; otherwise on top.
qsizetype RowsModel::placeOf(const Line &line, const QList<Line> &lines) const
{
    const model::Values place = placeIn(m_source, line);
    if (place.isEmpty())
        return 0;
    qsizetype behind = 0;
    bool isLast = true;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].isStored)
            continue;
        const auto sign = compared(place, lines[i].row.place);
        if (!sign)
            return 0;
        if (m_source.isDescending ? *sign > 0 : *sign < 0) {
            isLast = false;
            break;
        }
        behind = i + 1;
    }
    const bool isOutside = (behind == 0 && m_hasBefore) || (isLast && m_hasAfter);
    return isOutside ? 0 : behind;
}

QList<Line> RowsModel::arranged()
{
    QList<Line> lines;
    for (const Row &row : m_rows) {
        if (!m_overlay.isHidden || !m_overlay.isHidden(row))
            lines.append({.ref = model::rowRef(m_source, row), .row = row});
    }
    for (Line line : m_overlay.coming) {
        // The source may have come after the changes.
        line.row.values.resize(m_source.columns.size());
        line.row.labels.resize(m_source.columns.size());
        const QString name = textOf(line.ref);
        const auto anchor = m_anchors.constFind(name);
        qsizetype place = -1;
        if (anchor != m_anchors.cend()) {
            for (qsizetype i = -1; i < lines.size() && place < 0; ++i) {
                if (nameOf(lines, i) == *anchor)
                    place = i + 1;
            }
        }
        if (place < 0) {
            place = placeOf(line, lines);
            m_anchors.insert(name, nameOf(lines, place - 1));
        }
        lines.insert(place, line);
    }
    return lines;
}

void RowsModel::measureTimes()
{
    m_times.fill(model::TimeDetail::Minutes, m_source.columns.size());
    for (int column = 0; column < m_times.size(); ++column) {
        const model::Type &type = m_source.columns[column].column.type;
        if (type.name != model::TypeName::Date && type.name != model::TypeName::Time)
            continue;
        for (int row = 0; row < m_lines.size(); ++row)
            m_times[column] = qMax(m_times[column], model::timeDetailOf(value(row, column), type));
    }
}

/// Brings the lines up to date; views keep their selection, and their place in the list.
void RowsModel::arrange()
{
    QList<Line> next = arranged();
    const auto isSame = [](const Line &a, const Line &b) {
        return a.ref == b.ref && a.isStored == b.isStored;
    };
    qsizetype head = 0;
    while (head < m_lines.size() && head < next.size() && isSame(m_lines[head], next[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < m_lines.size() - head && tail < next.size() - head
           && isSame(m_lines[m_lines.size() - 1 - tail], next[next.size() - 1 - tail]))
        ++tail;
    if (const qsizetype gone = m_lines.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_lines.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = next.size() - head - tail; come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        m_lines = std::move(next);
        endInsertRows();
    } else {
        m_lines = std::move(next);
    }
    measureTimes();
    if (!m_lines.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    }
}

}
