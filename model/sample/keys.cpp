#include "model/sample/keys.h"

#include "model/sample/values.h"

#include <algorithm>

namespace model::sample {

Draft::Draft(const Rows &others, int position)
    : rows(others), table(position), plan(others.table(position)), row(plan.row),
      cells(size_t(plan.columns.size()), emptyCell), sources(cells.size(), 0)
{
    for (int i = 0; i < plan.columns.size(); ++i) {
        if (plan.columns[i].fixed)
            cell(i) = 0;
    }
}

const Source &Draft::source(int column) const
{
    return plan.columns[column].sources[sources[size_t(column)]];
}

bool Draft::refersToOwnTable(int column) const
{
    return plan.columns[column].isReference() && source(column).table == table;
}

std::optional<Json> Draft::scopeOf(int column) const
{
    if (plan.columns[column].scopedBy < 0)
        return {};
    for (const auto &[scoped, value] : source(plan.columns[column].scopedBy).scope) {
        if (scoped == column)
            return value;
    }
    return {};
}

quint64 Draft::identityOf(int column) const
{
    const ColumnPlan &its = plan.columns[column];
    if (cell(column) == scopedCell)
        return sample::identityOf(*scopeOf(column));
    if (its.isMade())
        return sample::identityOf(valueOf(its.recipe, row, cell(column)));
    // Each row of one source has a value of its own; those of two sources may have the same.
    if (its.sources.size() > 1 && !refersToOwnTable(column))
        return sample::identityOf(rows.cell(source(column).table, source(column).column, cell(column)));
    return quint64(cell(column));
}

Keys::Keys(const TablePlan &plan)
{
    for (const QList<int> &columns : plan.keys) {
        Key key;
        for (const int column : columns) {
            const ColumnPlan &its = plan.columns[column];
            if (!its.isDeferred && !its.isAlwaysEmpty)
                key.columns.append(column);
            if (its.isMade())
                key.kind = Open;
        }
        // A closed key with a deferred column is judged when that is chosen.
        const bool waits = key.columns.size() < columns.size();
        if (!key.columns.isEmpty() && (key.kind == Open || !waits))
            m_keys.push_back(std::move(key));
    }
}

bool Keys::bind(int column, Kind kind) const
{
    return std::any_of(m_keys.begin(), m_keys.end(),
                       [&](const Key &key) { return key.kind == kind && key.columns.contains(column); });
}

void Keys::judgeInOrder(const QList<int> &columns, Kind kind)
{
    for (Key &key : m_keys) {
        for (const int column : columns) {
            if (key.kind == kind && key.columns.contains(column))
                key.judgedAt = column;
        }
    }
}

bool Keys::hold(const Draft &draft, int column, Kind kind) const
{
    return std::none_of(m_keys.begin(), m_keys.end(), [&](const Key &key) {
        if (key.judgedAt != column || key.kind != kind)
            return false;
        const auto identity = identityOf(draft, key);
        return identity && key.taken.contains(*identity);
    });
}

void Keys::take(const Draft &draft)
{
    for (Key &key : m_keys) {
        if (const auto identity = identityOf(draft, key))
            key.taken.insert(*identity);
    }
}

std::optional<quint64> Keys::identityOf(const Draft &draft, const Key &key)
{
    quint64 identity = 0;
    for (const int column : key.columns) {
        if (draft.cell(column) == emptyCell)
            return {};
        identity = mixed(identity, draft.identityOf(column));
    }
    return identity;
}

}
