#pragma once

#include "model/sample/plan.h"

#include <QHash>

#include <vector>

/// The rows themselves. A cell is kept as one number, a choice, and spelled out when it is asked for: a
/// million rows are a million small numbers for each column.
namespace model::sample {

/// The choice of a cell: an attempt at a value, the position of one of few values, or the row that a foreign
/// key refers to; or one of these.
using Choice = qint32;
inline constexpr Choice emptyCell = -1;
inline constexpr Choice scopedCell = -2; ///< the foreign key's source says what stands here

struct TableRows
{
    int count = 0;
    std::vector<std::vector<Choice>> choices; ///< by column, then by row
    std::vector<std::vector<quint8>> sources; ///< of the columns that have several
    std::vector<Stage> stages;
    std::vector<bool> dropped; ///< rows that a key turned out not to allow
};

class Rows
{
public:
    explicit Rows(Plan plan);

    const Plan &plan() const { return m_plan; }
    const TablePlan &table(int table) const { return m_plan.tables[table]; }
    int count(int table) const { return m_rows[size_t(table)].count; }
    bool isKept(int table, int row) const { return !m_rows[size_t(table)].dropped[size_t(row)]; }
    /// The value of a cell; null where it is empty.
    Json cell(int table, int column, int row) const;

private:
    friend class Chooser;
    friend class Latecomers;

    const Source &sourceOf(int table, int column, int row) const;
    Row rowOf(int table, int row) const;
    /// The rows of a table that a foreign key to the column can refer to: each value once.
    const std::vector<int> &referable(const Source &source);
    void forgetReferable() { m_referable.clear(); }

    Plan m_plan;
    std::vector<TableRows> m_rows;
    QHash<std::pair<int, int>, std::vector<int>> m_referable;
};

/// A value as it counts for uniqueness: the case of letters does not, as in some databases.
quint64 identityOf(const Json &value);

/// Fills one table; all tables that its columns copy from, but for the deferred ones, have their rows.
void chooseRows(Rows &rows, int table);
/// Chooses what had to wait for other tables, and drops rows that cannot be.
void chooseDeferred(Rows &rows);

}
