#pragma once

#include "model/sample/samplerows.h"

#include <unordered_set>

namespace model::sample {

/// A row of a table while it is being chosen.
struct Draft
{
    Draft(const Rows &others, int position);

    Choice &cell(int column) { return cells[size_t(column)]; }
    Choice cell(int column) const { return cells[size_t(column)]; }
    /// Where a foreign key takes its value from in this row.
    const Source &source(int column) const;
    bool refersToOwnTable(int column) const;
    /// What the source of a foreign key says about another column.
    std::optional<Json> scopeOf(int column) const;
    /// A cell as it counts for uniqueness within its table.
    quint64 identityOf(int column) const;

    const Rows &rows;
    const int table;
    const TablePlan &plan;
    Row row;
    std::vector<Choice> cells;
    std::vector<quint8> sources;
};

/// The keys of a table, and what rows have taken of them.
class Keys
{
public:
    enum Kind {
        Closed, ///< of foreign keys and of columns with few values: one of few combinations fits, or none
        Open, ///< with a column whose values are made up until they fit
    };

    explicit Keys(const TablePlan &plan);

    bool bind(int column, Kind kind) const;
    /// Each key is judged when its last column is chosen: by the order of these, made ones last.
    void judgeInOrder(const QList<int> &columns, Kind kind);
    /// Do the keys hold that are judged when the column is chosen?
    bool hold(const Draft &draft, int column, Kind kind) const;
    void take(const Draft &draft);

private:
    struct Key
    {
        QList<int> columns; ///< without the deferred ones
        Kind kind = Closed;
        int judgedAt = -1;
        std::unordered_set<quint64> taken;
    };

    /// Empty where a column is: NULL is equal to nothing.
    static std::optional<quint64> identityOf(const Draft &draft, const Key &key);

    std::vector<Key> m_keys;
};

}
