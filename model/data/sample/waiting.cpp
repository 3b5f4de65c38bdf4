#include "model/data/sample/plan.h"
#include "model/ddl/order.h"

namespace model::sample {

namespace {

/// Puts the tables into an order in which what cannot be NULL is there before it is referred to.
class Order
{
public:
    Order(const Schema &schema, Plan &plan)
        : m_schema(schema), m_plan(plan), m_seen(plan.tables.size(), false)
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
                if (!column.isLate && waits(position, column)) {
                    column.isLate = true;
                    changed = true;
                }
            }
            if (!changed)
                break;
        }
        for (ColumnPlan &column : table.columns) {
            const bool isAhead = column.isReference() && m_place[column.sources[0].table] > m_place[position];
            if (!column.isEnforced || !isAhead || !column.isNullable)
                continue;
            if (table.updateKey().isEmpty())
                column.isAlwaysEmpty = true;
            else
                column.isDeferred = true;
        }
    }

    bool waits(int position, const ColumnPlan &column) const
    {
        for (const Source &source : column.sources) {
            if (m_place[source.table] > m_place[position]
                || m_plan.tables[source.table].columns[source.column].isLate)
                return true;
        }
        return false;
    }

    const Schema &m_schema;
    Plan &m_plan;
    QList<bool> m_seen;
    QList<int> m_place;
};

}

void findOrder(const Schema &schema, Plan &plan)
{
    Order(schema, plan).run();
}

}
