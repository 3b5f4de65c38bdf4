#include "model/ddl/order.h"

namespace model {

namespace {

class Walk
{
public:
    explicit Walk(const Schema &schema) : m_schema(schema), m_state(schema.tables.size(), State::Unseen)
    {
        for (int i = 0; i < schema.tables.size(); ++i) {
            const Table &table = schema.tables[i];
            m_position.insert({table.schema, table.name.value}, i); // of two models, the later makes the table
        }
    }

    TableOrder run()
    {
        for (int i = 0; i < m_schema.tables.size(); ++i)
            visit(i);
        return m_order;
    }

private:
    enum class State : quint8 { Unseen, Open, Done };

    struct Frame
    {
        int table;
        int column = 0;
    };

    /// Depth first, with a stack of its own: chains of references may be thousands long.
    void visit(int start)
    {
        if (m_state[start] != State::Unseen)
            return;
        QList<Frame> stack{{start}};
        m_state[start] = State::Open;
        while (!stack.isEmpty()) {
            Frame &frame = stack.last();
            const Table &table = m_schema.tables[frame.table];
            if (frame.column == table.columns.size()) {
                m_state[frame.table] = State::Done;
                m_order.tables.append(frame.table);
                stack.removeLast();
                continue;
            }
            const int column = frame.column++;
            const auto &references = table.columns[column].references;
            if (!references)
                continue;
            const int referred = m_position.value({references->schema, references->table}, -1);
            if (referred < 0 || referred == frame.table)
                continue;
            if (m_state[referred] == State::Open) {
                m_order.deferred.append({frame.table, column});
            } else if (m_state[referred] == State::Unseen) {
                m_state[referred] = State::Open;
                stack.append(Frame{referred});
            }
        }
    }

    const Schema &m_schema;
    QHash<std::pair<QString, QString>, int> m_position;
    QList<State> m_state;
    TableOrder m_order;
};

}

TableOrder orderTables(const Schema &schema)
{
    return Walk(schema).run();
}

}
