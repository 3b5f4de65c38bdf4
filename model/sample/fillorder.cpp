#include "model/sample/plan.h"
#include "model/ddl/order.h"

namespace model::sample {

namespace {

/// Puts the tables into an order in which what cannot be NULL is there before it is referred to.
class Order
{
public:
    Order(const Schema &schema, bool circles, Plan &plan)
        : m_schema(schema), m_circles(circles), m_plan(plan), m_seen(plan.tables.size(), false)
    {
    }

    void run()
    {
        // The order of creation breaks circles anywhere, this one where NULL is allowed.
        for (const int table : orderTables(m_schema).tables)
            visit(table);
        m_place.resize(m_plan.tables.size());
        for (int i = 0; i < m_plan.order.size(); ++i)
            m_place[m_plan.order[i]] = i;
        for (const int table : std::as_const(m_plan.order))
            findWaiting(table);
        findRounds();
    }

private:
    struct Frame
    {
        int table;
        int column = 0;
        int source = 0;
    };

    void visit(int start)
    {
        QList<Frame> stack;
        const auto enter = [&](int table) {
            if (!m_seen[table] && m_plan.tables[table].table) {
                m_seen[table] = true;
                stack.append(Frame{table});
            }
        };
        enter(start);
        while (!stack.isEmpty()) {
            Frame &frame = stack.last();
            const auto &columns = m_plan.tables[frame.table].columns;
            if (frame.column == columns.size()) {
                m_plan.order.append(frame.table);
                stack.removeLast();
                continue;
            }
            const ColumnPlan &column = columns[frame.column];
            if (column.isNullable || frame.source == column.sources.size()) {
                ++frame.column;
                frame.source = 0;
                continue;
            }
            enter(column.sources[frame.source++].table);
        }
    }

    void findWaiting(int position)
    {
        TablePlan &table = m_plan.tables[position];
        // Columns of one table may lead to each other.
        for (int round = 0; round < table.columns.size(); ++round) {
            bool changed = false;
            for (ColumnPlan &column : table.columns) {
                if (!column.isDeferred && waits(position, column)) {
                    column.isDeferred = true;
                    changed = true;
                }
            }
            if (!changed)
                break;
        }
    }

    /// What refers to a table that is filled later is updated when that is filled, and what refers to such a
    /// column after that.
    void findRounds()
    {
        bool changed = true;
        while (changed) {
            changed = false;
            for (const int table : std::as_const(m_plan.order)) {
                const bool canUpdate = !m_plan.tables[table].updateKey().isEmpty();
                for (ColumnPlan &column : m_plan.tables[table].columns) {
                    const int round = column.isAlwaysEmpty ? 0 : roundOf(table, column);
                    const bool isLeftOut = !column.isNullable || !canUpdate;
                    if (round <= column.round || (!column.isNullable && m_circles))
                        continue;
                    column.isAlwaysEmpty = isLeftOut;
                    column.round = isLeftOut ? 0 : round;
                    changed = true;
                }
            }
        }
    }

    int roundOf(int table, const ColumnPlan &column) const
    {
        // A circle of values has no order at all.
        if (column.mirrored)
            return m_circles ? 0 : 1;
        if (!column.isEnforced || !column.isReference())
            return 0;
        const Source &source = column.sources[0];
        const int before = m_plan.tables[source.table].columns[source.column].round;
        return before > 0 ? before + 1 : m_place[source.table] > m_place[table] ? 1 : 0;
    }

    bool waits(int position, const ColumnPlan &column) const
    {
        for (const Source &source : column.sources) {
            if (m_place[source.table] > m_place[position]
                || m_plan.tables[source.table].columns[source.column].isDeferred)
                return true;
        }
        return false;
    }

    const Schema &m_schema;
    const bool m_circles;
    Plan &m_plan;
    QList<bool> m_seen;
    QList<int> m_place;
};

}

void findOrder(const Schema &schema, bool circles, Plan &plan)
{
    Order(schema, circles, plan).run();
}

}
