#pragma once

#include "model/query/plan.h"

#include <cstring>
#include <memory_resource>
#include <span>
#include <unordered_set>
#include <vector>

/// The records that the rows of a plan are folded into.
namespace model {

/// A cell that is kept: 16 bytes, its text in the arena.
struct Kept
{
    Cell::Kind kind = Cell::Null;
    quint32 size = 0;
    union {
        qint64 integer = 0;
        double real;
        const char *text;
    };

    Cell cell() const
    {
        Cell out;
        out.kind = kind;
        if (kind == Cell::Real)
            out.real = real;
        else if (kind == Cell::Integer)
            out.integer = integer;
        else if (kind != Cell::Null)
            out.text = {text, qsizetype(size)};
        return out;
    }

    bool equals(const Cell &other) const
    {
        if (kind != other.kind)
            return false;
        switch (kind) {
        case Cell::Null: return true;
        case Cell::Integer: return integer == other.integer;
        case Cell::Real: return real == other.real;
        case Cell::Text:
        case Cell::Bytes: return size == other.text.size() && std::memcmp(text, other.text.data(), size) == 0;
        }
        Q_UNREACHABLE();
    }
};

struct Record;

/// The children of a record under one include: a chain, in the order of their first rows.
struct Children
{
    Record *first = nullptr;
    Record *last = nullptr;
};

struct Record
{
    Record *parent = nullptr;
    Record *next = nullptr;
    Record *sameHash = nullptr;
    size_t hash = 0;
    Kept *cells = nullptr;
    Children *children = nullptr;
};

/// A shape with its columns found.
struct Node
{
    const Shape *shape = nullptr;
    std::vector<int> columns; ///< of the row, for each kept cell
    /// Which kept cell a field shows (-1 where the rows have no such column), and how.
    std::vector<std::pair<int, ResultColumn>> fields;
    QList<Field> shown; ///< what the fields are
    std::vector<QByteArray> fieldKeys; ///< of each field, as JSON with its colon
    QByteArray key; ///< in the record above, likewise
    std::vector<int> keyCells;
    std::vector<std::pair<int, ResultColumn>> kept; ///< Shape::kept, as fields
    int presenceCell = -1;
    std::vector<Node> includes;
    // Records by key: buckets of chains, for the whole query; a parent is part of the key.
    std::vector<Record *> buckets;
    size_t count = 0;
    Record *latest = nullptr;
    bool isSeveral = false; ///< a hasOne of which a record has more than one row
};

/// Folds rows: one record for each key under each parent, in the order of their first rows.
class Records
{
public:
    Records(const Plan &plan, const QList<ResultColumn> &columns);

    void add(std::span<const Cell> row);

    const Plan &plan() const { return m_plan; }
    const Node &root() const { return m_root; }
    const Record *first() const { return m_records.first; }
    qsizetype rowCount() const { return m_rowCount; }
    qint64 byteCount() const { return m_byteCount; }
    qsizetype recordCount() const { return m_recordCount; }
    /// The includes of hasOne that have several rows for one record, each by the names that lead to it.
    QList<QStringList> several() const;
    /// Shown attributes of the main model that hold whole numbers beyond 2^53.
    QStringList bigNumbers() const;

    /// NULL stands where its key would.
    static bool isAbsent(const Node &node, const Record *record);

private:
    template <typename T>
    T *allocate(size_t count);
    Kept kept(const Cell &cell);
    void watch(std::span<const Cell> row);
    Record *create(Node &node, Record *parent, std::span<const Cell> row);
    Record *findOrCreate(Node &node, Record *parent, std::span<const Cell> row, bool &isNew);
    void addRow(Node &node, Record *parent, Children &siblings, bool isList, std::span<const Cell> row);

    const Plan m_plan;
    std::pmr::monotonic_buffer_resource m_arena{size_t(64) * 1024};
    Node m_root;
    Children m_records;
    bool m_isWatched = false; ///< rows are not grouped, and a hasOne could have several
    std::unordered_set<size_t> m_seen; ///< hashes of keys, where watched
    bool m_hasBigNumber = false;
    qint64 m_byteCount = 0; ///< of the arena
    qsizetype m_rowCount = 0;
    qsizetype m_recordCount = 0;
};

}
