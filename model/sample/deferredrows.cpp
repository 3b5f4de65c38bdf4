#include "model/sample/samplerows.h"

#include <algorithm>
#include <unordered_set>

namespace model::sample {

/// Chooses what had to wait for other tables.
class Latecomers
{
public:
    explicit Latecomers(Rows &rows) : m_all(rows) { }

    void run()
    {
        QList<std::pair<int, int>> waiting;
        bool isCircular = false;
        for (const int table : m_all.m_plan.order) {
            for (int column = 0; column < m_all.m_plan.tables[table].columns.size(); ++column) {
                const ColumnPlan &plan = m_all.m_plan.tables[table].columns[column];
                isCircular |= plan.mirrored.has_value();
                if (plan.isDeferred && !plan.isAlwaysEmpty)
                    waiting.append({table, column});
            }
        }
        if (waiting.isEmpty() && !isCircular)
            return;
        m_all.forgetReferable();
        while (!waiting.isEmpty()) {
            // First those whose source waits no longer; in a circle, any.
            auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const auto &spot) {
                const auto &sources = m_all.m_plan.tables[spot.first].columns[spot.second].sources;
                return std::none_of(sources.begin(), sources.end(), [&](const Source &source) {
                    return waiting.contains(std::pair{source.table, source.column});
                });
            });
            if (ready == waiting.end())
                ready = waiting.begin();
            const auto [table, column] = *ready;
            waiting.erase(ready);
            choose(table, column, waiting);
        }
        while (dropDangling()) {
        }
    }

private:
    TableRows &rows(int table) { return m_all.m_rows[size_t(table)]; }
    Choice &choice(int table, int column, int row)
    {
        return rows(table).choices[size_t(column)][size_t(row)];
    }

    /// Keys that can be judged once the column is chosen.
    QList<QList<int>> keysOf(int table, int column, const QList<std::pair<int, int>> &waiting) const
    {
        QList<QList<int>> keys;
        const TablePlan &plan = m_all.m_plan.tables[table];
        for (const QList<int> &key : plan.keys) {
            const bool waits = std::any_of(key.begin(), key.end(), [&](int each) {
                return waiting.contains(std::pair{table, each});
            });
            const bool isOpen =
                std::any_of(key.begin(), key.end(), [&](int each) { return plan.columns[each].isMade(); });
            if (key.contains(column) && !waits && !isOpen)
                keys.append(key);
        }
        return keys;
    }

    void choose(int table, int column, const QList<std::pair<int, int>> &waiting)
    {
        const ColumnPlan &plan = m_all.m_plan.tables[table].columns[column];
        const auto keys = keysOf(table, column, waiting);
        std::vector<std::unordered_set<quint64>> taken(size_t(keys.size()));
        for (int row = 0; row < rows(table).count; ++row) {
            if (!m_all.isKept(table, row))
                continue;
            const Source &source = m_all.sourceOf(table, column, row);
            const std::vector<int> &list = m_all.referable(source);
            const bool isSelf = source.table == table;
            const auto count = isSelf ? qint64(row) : qint64(list.size());
            Stream stream = plan.recipe.stream(row);
            const Shuffle shuffle(plan.recipe.key, count);
            const qint64 start = keys.isEmpty() ? stream.below(count) : row;
            const bool isLeftEmpty = plan.isSometimesEmpty && keys.isEmpty() && plan.recipe.leavesEmpty(row);
            bool isChosen = false;
            for (qint64 k = 0; k < count && !isChosen && !isLeftEmpty; ++k) {
                const qint64 at = shuffle.at((start + k) % count);
                choice(table, column, row) = isSelf ? int(at) : list[size_t(at)];
                isChosen = claim(table, row, keys, taken);
            }
            if (isChosen)
                continue;
            choice(table, column, row) = emptyCell;
            if (!plan.isNullable)
                rows(table).dropped[size_t(row)] = true;
        }
        m_all.forgetReferable();
    }

    bool claim(int table, int row, const QList<QList<int>> &keys,
               std::vector<std::unordered_set<quint64>> &taken)
    {
        QList<std::pair<size_t, quint64>> fresh;
        for (int i = 0; i < keys.size(); ++i) {
            quint64 identity = 0;
            bool isEmpty = false;
            for (const int each : keys[i]) {
                const Json value = m_all.cell(table, each, row);
                isEmpty |= value.isNull();
                identity = mixed(identity, identityOf(value));
            }
            if (isEmpty)
                continue;
            if (taken[size_t(i)].contains(identity))
                return false;
            fresh.append({size_t(i), identity});
        }
        for (const auto &[key, identity] : std::as_const(fresh))
            taken[key].insert(identity);
        return true;
    }

    /// A row that refers to a dropped one refers to nothing, or goes as well. False when all is well.
    bool dropDangling()
    {
        bool changed = false;
        for (const int table : m_all.m_plan.order) {
            const TablePlan &plan = m_all.m_plan.tables[table];
            for (int column = 0; column < plan.columns.size(); ++column) {
                if (plan.columns[column].isReference() || plan.columns[column].mirrored)
                    changed |= dropDangling(table, column);
            }
        }
        m_all.forgetReferable();
        return changed;
    }

    bool dropDangling(int table, int column)
    {
        bool changed = false;
        const ColumnPlan &plan = m_all.m_plan.tables[table].columns[column];
        std::unordered_set<quint64> mirror;
        if (plan.mirrored) {
            for (const int row : m_all.referable(*plan.mirrored))
                mirror.insert(identityOf(m_all.cell(plan.mirrored->table, plan.mirrored->column, row)));
        }
        for (int row = 0; row < rows(table).count; ++row) {
            if (!m_all.isKept(table, row) || choice(table, column, row) == emptyCell)
                continue;
            const bool isThere = plan.mirrored ? mirror.contains(identityOf(m_all.cell(table, column, row)))
                                               : refersToSomething(table, column, row);
            if (isThere)
                continue;
            changed = true;
            if (plan.isNullable)
                choice(table, column, row) = emptyCell;
            else
                rows(table).dropped[size_t(row)] = true;
        }
        return changed;
    }

    bool refersToSomething(int table, int column, int row)
    {
        const Source &source = m_all.sourceOf(table, column, row);
        const int target = choice(table, column, row);
        return m_all.isKept(source.table, target) && choice(source.table, source.column, target) != emptyCell;
    }

    Rows &m_all;
};

void chooseDeferred(Rows &rows)
{
    Latecomers(rows).run();
}

}
