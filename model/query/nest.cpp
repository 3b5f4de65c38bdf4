#include "model/query/nest.h"

#include "model/query/jsontext.h"

#include <QHash>

#include <cstring>
#include <memory_resource>
#include <vector>

namespace model {

namespace {

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

size_t hashOf(const Cell &cell, size_t seed)
{
    switch (cell.kind) {
    case Cell::Null: return ::qHash(0, seed);
    case Cell::Integer: return ::qHash(cell.integer, seed);
    case Cell::Real: return ::qHash(cell.real, seed);
    case Cell::Text:
    case Cell::Bytes: return qHashBits(cell.text.data(), cell.text.size(), seed);
    }
    Q_UNREACHABLE();
}

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
    std::vector<int> keyCells;
    int presenceCell = -1;
    std::vector<Node> includes;
    // Records by key: buckets of chains, for the whole query; a parent is part of the key.
    std::vector<Record *> buckets;
    size_t count = 0;
    Record *latest = nullptr;
};

Node compiled(const Shape &shape, const QList<ResultColumn> &columns, const QHash<QByteArray, int> &positions)
{
    Node node;
    node.shape = &shape;
    const auto cellOf = [&](const QByteArray &name) -> int {
        const auto found = positions.constFind(name);
        if (name.isEmpty() || found == positions.cend())
            return -1;
        for (size_t i = 0; i < node.columns.size(); ++i) {
            if (node.columns[i] == *found)
                return int(i);
        }
        node.columns.push_back(*found);
        return int(node.columns.size()) - 1;
    };
    for (const Field &field : shape.fields) {
        const int cell = cellOf(field.column);
        ResultColumn column = cell < 0 ? ResultColumn() : columns[node.columns[size_t(cell)]];
        if (field.format != CellFormat::AsIs)
            column.format = field.format;
        node.fields.push_back({cell, std::move(column)});
    }
    for (const QByteArray &key : shape.keyColumns) {
        if (const int cell = cellOf(key); cell >= 0)
            node.keyCells.push_back(cell);
    }
    node.presenceCell = cellOf(shape.presenceColumn);
    for (const Shape &include : shape.includes)
        node.includes.push_back(compiled(include, columns, positions));
    return node;
}

}

struct Nest::Private
{
    Plan plan;
    std::pmr::monotonic_buffer_resource arena{64 * 1024};
    Node root;
    Children records;
    qsizetype rowCount = 0;
    qsizetype recordCount = 0;

    template <typename T>
    T *allocate(size_t count)
    {
        auto *place = static_cast<T *>(arena.allocate(count * sizeof(T), alignof(T)));
        std::uninitialized_default_construct_n(place, count);
        return place;
    }

    Kept kept(const Cell &cell)
    {
        Kept out;
        out.kind = cell.kind;
        if (cell.kind == Cell::Real) {
            out.real = cell.real;
        } else if (cell.kind == Cell::Integer) {
            out.integer = cell.integer;
        } else if (cell.kind != Cell::Null) {
            out.size = quint32(cell.text.size());
            char *copy = allocate<char>(out.size);
            std::memcpy(copy, cell.text.data(), out.size);
            out.text = copy;
        }
        return out;
    }

    Record *create(Node &node, Record *parent, std::span<const Cell> row)
    {
        auto *record = allocate<Record>(1);
        record->parent = parent;
        record->cells = allocate<Kept>(node.columns.size());
        for (size_t i = 0; i < node.columns.size(); ++i)
            record->cells[i] = kept(row[node.columns[i]]);
        if (!node.includes.empty())
            record->children = allocate<Children>(node.includes.size());
        return record;
    }

    static bool isSame(const Node &node, const Record *record, const Record *parent,
                       std::span<const Cell> row)
    {
        if (record->parent != parent)
            return false;
        for (const int cell : node.keyCells) {
            if (!record->cells[cell].equals(row[node.columns[cell]]))
                return false;
        }
        return true;
    }

    void grow(Node &node)
    {
        std::vector<Record *> buckets(std::max<size_t>(64, node.buckets.size() * 2), nullptr);
        for (Record *chain : node.buckets) {
            while (chain) {
                Record *next = chain->sameHash;
                Record *&bucket = buckets[chain->hash & (buckets.size() - 1)];
                chain->sameHash = bucket;
                bucket = chain;
                chain = next;
            }
        }
        node.buckets = std::move(buckets);
    }

    /// The record of the row's key under a parent; new ones are marked.
    Record *findOrCreate(Node &node, Record *parent, std::span<const Cell> row, bool &isNew)
    {
        isNew = false;
        if (node.latest && isSame(node, node.latest, parent, row))
            return node.latest;
        size_t hash = ::qHash(quintptr(parent));
        for (const int cell : node.keyCells)
            hash = hashOf(row[node.columns[cell]], hash);
        if (node.count >= node.buckets.size())
            grow(node);
        Record *&bucket = node.buckets[hash & (node.buckets.size() - 1)];
        for (Record *record = bucket; record; record = record->sameHash) {
            if (record->hash == hash && isSame(node, record, parent, row))
                return node.latest = record;
        }
        isNew = true;
        Record *record = create(node, parent, row);
        record->hash = hash;
        record->sameHash = bucket;
        bucket = record;
        ++node.count;
        return node.latest = record;
    }

    void addRow(Node &node, Record *parent, Children &siblings, bool isList, std::span<const Cell> row)
    {
        bool isNew = true;
        Record *record = plan.grouped ? findOrCreate(node, parent, row, isNew) : create(node, parent, row);
        if (isNew && isList) {
            (siblings.last ? siblings.last->next : siblings.first) = record;
            siblings.last = record;
        } else if (isNew) {
            // Of several rows for one record, the last one counts.
            siblings.first = siblings.last = record;
        }
        recordCount += isNew && !parent;
        for (size_t i = 0; i < node.includes.size(); ++i) {
            Node &include = node.includes[i];
            // An include of which nothing is selected has no rows, nor has anything below it.
            if (!include.columns.empty())
                addRow(include, record, record->children[i], include.shape->isList, row);
        }
    }

    static bool isAbsent(const Node &node, const Record *record)
    {
        return !record || (node.presenceCell >= 0 && record->cells[node.presenceCell].kind == Cell::Null);
    }

    void write(QByteArray &out, const Node &node, const Record *record) const
    {
        bool first = true;
        const auto startKey = [&](const QString &key) {
            if (!first)
                out += ',';
            appendJsonText(out, key.toUtf8());
            out += ':';
        };
        out += '{';
        for (size_t i = 0; i < node.fields.size(); ++i) {
            const auto &[cell, column] = node.fields[i];
            if (cell < 0)
                continue;
            const qsizetype before = out.size();
            startKey(node.shape->fields[qsizetype(i)].key);
            if (appendJson(out, record->cells[cell].cell(), column))
                first = false;
            else
                out.truncate(before);
        }
        for (const int position : node.shape->shownIncludes) {
            const Node &include = node.includes[size_t(position)];
            if (!include.shape->isShown || include.columns.empty())
                continue;
            startKey(include.shape->name);
            first = false;
            writeInclude(out, include, record->children[position]);
        }
        out += '}';
    }

    void writeInclude(QByteArray &out, const Node &include, const Children &children) const
    {
        const bool isAbsentFirst = isAbsent(include, children.first);
        if (!include.shape->isList) {
            if (isAbsentFirst)
                out += "null";
            else
                write(out, include, children.first);
            return;
        }
        out += '[';
        for (const Record *child = isAbsentFirst ? nullptr : children.first; child; child = child->next) {
            if (child != children.first)
                out += ',';
            write(out, include, child);
        }
        out += ']';
    }
};

Nest::Nest(const Plan &plan, const QList<ResultColumn> &columns) : d(std::make_unique<Private>())
{
    d->plan = plan;
    QHash<QByteArray, int> positions;
    for (int i = 0; i < columns.size(); ++i)
        positions.insert(columns[i].name, i);
    d->root = compiled(d->plan.shape, columns, positions);
}

Nest::~Nest() = default;
Nest::Nest(Nest &&) noexcept = default;
Nest &Nest::operator=(Nest &&) noexcept = default;

void Nest::add(std::span<const Cell> row)
{
    ++d->rowCount;
    d->addRow(d->root, nullptr, d->records, true, row);
}

qsizetype Nest::rowCount() const
{
    return d->rowCount;
}

qsizetype Nest::recordCount() const
{
    return d->recordCount;
}

QByteArray Nest::json() const
{
    QByteArray out = "[";
    for (const Record *record = d->records.first; record; record = record->next) {
        if (record != d->records.first)
            out += ',';
        d->write(out, d->root, record);
    }
    out += ']';
    return out;
}

}
