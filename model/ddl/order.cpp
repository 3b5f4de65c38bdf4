#include "model/ddl/order.h"

#include <QVarLengthArray>

#include <numeric>

namespace model {

namespace {

class Walk
{
public:
    Walk(const Schema &schema, bool seesAll)
        : m_schema(schema), m_seesAll(seesAll), m_state(schema.tables.size(), State::Unseen),
          m_earlier(schema.tables.size(), -1), m_latest(schema.tables.size())
    {
        QHash<std::pair<QStringView, QStringView>, int> last; // from 1
        last.reserve(schema.tables.size());
        for (int i = 0; i < schema.tables.size(); ++i) {
            int &position = last[{schema.tables[i].schema, schema.tables[i].name.value}];
            m_earlier[i] = position - 1;
            position = i + 1;
        }
        std::iota(m_latest.begin(), m_latest.end(), 0);
        for (qsizetype i = schema.tables.size() - 1; i >= 0; --i) {
            if (m_earlier[i] >= 0)
                m_latest[m_earlier[i]] = m_latest[i];
        }
    }

    TableOrder run()
    {
        m_order.tables.reserve(m_schema.tables.size());
        for (const int table : std::as_const(m_latest))
            visit(table);
        return m_order;
    }

private:
    enum class State : quint8 { Unseen, Open, Done };

    struct Frame
    {
        int table;
        int model; ///< of those that have this table
        int column = 0;
    };

    void finish(int table)
    {
        m_state[table] = State::Done;
        if (m_earlier[table] >= 0)
            finish(m_earlier[table]);
        m_order.tables.append(table);
    }

    /// Depth first, with a stack of its own: chains of references may be thousands long.
    void visit(int start)
    {
        if (m_state[start] != State::Unseen)
            return;
        QVarLengthArray<Frame, 32> stack{{start, start}};
        m_state[start] = State::Open;
        while (!stack.isEmpty()) {
            Frame &frame = stack.last();
            const Table &table = m_schema.tables[frame.model];
            if (frame.column == table.columns.size()) {
                if (m_earlier[frame.model] >= 0) {
                    frame.model = m_earlier[frame.model];
                    frame.column = 0;
                    continue;
                }
                finish(frame.table);
                stack.removeLast();
                continue;
            }
            const int column = frame.column++;
            const auto &references = table.columns[column].references;
            if (!references || (references->isUnordered && !m_seesAll))
                continue;
            const int referred = references->position;
            if (referred < 0 || referred == frame.table)
                continue;
            if (m_state[referred] == State::Open) {
                m_order.deferred.append({frame.model, column});
            } else if (m_state[referred] == State::Unseen) {
                m_state[referred] = State::Open;
                stack.append(Frame{referred, referred});
            }
        }
    }

    const Schema &m_schema;
    const bool m_seesAll; ///< references that Sequelize does not order by, too
    QList<State> m_state;
    QList<int> m_earlier; ///< the model that had a table's name before
    QList<int> m_latest; ///< the model that has it in the end, and makes the table
    TableOrder m_order;
};

}

TableOrder orderTables(const Schema &schema)
{
    return Walk(schema, true).run();
}

TableOrder syncOrder(const Schema &schema)
{
    return Walk(schema, false).run();
}

}
