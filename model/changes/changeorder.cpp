#include "model/changes/changeorder.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A value of a column of a table: what a foreign key can refer to.
struct Target
{
    QString model;
    QString column;
    QByteArray value;

    bool operator==(const Target &) const = default;
};

size_t qHash(const Target &target, size_t seed)
{
    return qHashMulti(seed, target.model, target.column, target.value);
}

QByteArray hashed(const Value &value)
{
    return value.toText().toUtf8();
}

class ChangeSorter
{
public:
    ChangeSorter(const Changes &changes, const Schema &schema)
        : m_changes(changes.list), m_schema(schema), m_state(m_changes.size(), State::Unseen)
    {
        for (int i = 0; i < m_changes.size(); ++i) {
            const Change &change = m_changes[i];
            if (change.kind != Change::Delete)
                note(m_coming, i, change.values);
            if (change.kind != Change::Insert)
                note(m_going, i, change.kind == Change::Delete ? goingValues(change) : change.before);
        }
        for (int i = 0; i < m_changes.size(); ++i) {
            const Change &change = m_changes[i];
            if (change.kind != Change::Delete)
                m_before[i] += referredTo(i, change.values, m_coming);
            if (change.kind == Change::Insert)
                continue;
            // A row goes when all that refers to it has gone or refers elsewhere.
            for (const int going : referredTo(i, goingValues(change), m_going))
                m_before[going].append(i);
        }
    }

    QList<int> sorted()
    {
        for (int i = 0; i < m_changes.size(); ++i)
            visit(i);
        return m_order;
    }

private:
    enum class State : quint8 { Unseen, Open, Done };
    using Index = QHash<Target, int>;

    static Assignments goingValues(const Change &change) { return change.row.key + change.before; }

    void note(Index &index, int position, const Assignments &values)
    {
        for (const Assignment &each : values) {
            if (!each.value.isNull())
                index.insert({m_changes[position].row.model, each.column, hashed(each.value)}, position);
        }
    }

    /// The changes of an index that the foreign keys among some values refer to.
    QList<int> referredTo(int position, const Assignments &values, const Index &index) const
    {
        QList<int> found;
        const Table *table = m_schema.table(m_changes[position].row.model);
        for (const Assignment &each : values) {
            const Column *column = table ? table->columnNamed(each.column) : nullptr;
            if (!column || !column->references || each.value.isNull())
                continue;
            const Reference &reference = *column->references;
            const int referred = m_schema.tableNamed(reference.table, reference.schema);
            if (referred < 0)
                continue;
            const QString key = reference.column.isEmpty() ? u"id"_s : reference.column;
            const int other = index.value({m_schema.tables[referred].model, key, hashed(each.value)}, -1);
            if (other >= 0 && other != position)
                found.append(other);
        }
        return found;
    }

    /// Rows that refer to each other in a circle keep their order. The stack is its own: a chain may be long.
    void visit(int start)
    {
        QList<std::pair<int, qsizetype>> stack;
        const auto open = [&](int position) {
            if (m_state[position] != State::Unseen)
                return;
            m_state[position] = State::Open;
            stack.append({position, 0});
        };
        open(start);
        while (!stack.isEmpty()) {
            auto &[position, next] = stack.last();
            const QList<int> before = m_before.value(position);
            if (next < before.size()) {
                open(before[next++]);
                continue;
            }
            m_state[position] = State::Done;
            m_order.append(position);
            stack.removeLast();
        }
    }

    const QList<Change> &m_changes;
    const Schema &m_schema;
    QList<State> m_state;
    Index m_coming; ///< values that rows will have
    Index m_going; ///< values that rows will no longer have
    QHash<int, QList<int>> m_before; ///< what must come before a change
    QList<int> m_order;
};

}

QList<int> executableOrder(const Changes &changes, const Schema &schema)
{
    return ChangeSorter(changes, schema).sorted();
}

}
