#include "model/query/records.h"

#include "model/query/jsontext.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

namespace model {

namespace {

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

QByteArray jsonKey(const QString &name)
{
    QByteArray key;
    appendJsonText(key, name.toUtf8());
    return key + ':';
}

/// The fields of a record that shows whatever the rows hold for it, in the order of the rows' columns.
QList<Field> fieldsOf(const Shape &shape, const Plan &plan, const QList<ResultColumn> &columns)
{
    const QByteArray &prefix = *shape.prefix;
    QList<Field> fields;
    QSet<QByteArray> seen;
    for (const ResultColumn &column : columns) {
        if (seen.contains(column.name))
            continue;
        seen.insert(column.name);
        const auto known = std::find_if(shape.fields.begin(), shape.fields.end(),
                                        [&](const Field &field) { return field.column == column.name; });
        if (known != shape.fields.end())
            fields.append(*known);
        else if (column.name.startsWith(prefix) && !column.name.sliced(prefix.size()).contains('.')
                 && !plan.shortened.contains(column.name))
            fields.append({QString::fromUtf8(column.name.sliced(prefix.size())), column.name});
    }
    return fields;
}

Node compiled(const Shape &shape, const Plan &plan, const QList<ResultColumn> &columns,
              const QHash<QByteArray, int> &positions)
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
    const auto add = [&](std::vector<std::pair<int, ResultColumn>> &list, const Field &field) {
        const int cell = cellOf(field.column);
        ResultColumn column = cell < 0 ? ResultColumn() : columns[node.columns[size_t(cell)]];
        if (field.format != CellFormat::AsIs)
            column.format = field.format;
        list.push_back({cell, std::move(column)});
    };
    node.shown = shape.prefix ? fieldsOf(shape, plan, columns) : shape.fields;
    for (const Field &field : node.shown) {
        add(node.fields, field);
        node.fieldKeys.push_back(jsonKey(field.key));
    }
    node.key = jsonKey(shape.name);
    for (const Field &field : shape.kept)
        add(node.kept, field);
    for (const QByteArray &key : shape.keyColumns) {
        if (const int cell = cellOf(key); cell >= 0)
            node.keyCells.push_back(cell);
    }
    node.presenceCell = cellOf(shape.presenceColumn);
    for (const Shape &include : shape.includes)
        node.includes.push_back(compiled(include, plan, columns, positions));
    return node;
}

bool isSame(const Node &node, const Record *record, const Record *parent, std::span<const Cell> row)
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

}

Records::Records(const Plan &plan, const QList<ResultColumn> &columns) : m_plan(plan)
{
    QHash<QByteArray, int> positions;
    for (int i = 0; i < columns.size(); ++i)
        positions.insert(columns[i].name, i);
    m_root = compiled(m_plan.shape, m_plan, columns, positions);
    const auto &includes = m_plan.shape.includes;
    m_isWatched =
        !m_plan.grouped && std::any_of(includes.begin(), includes.end(), std::mem_fn(&Shape::isHasOne));
}

/// Without grouping each row is a record: a key that comes again has several rows in a hasOne.
void Records::watch(std::span<const Cell> row)
{
    size_t hash = 0;
    for (const int cell : m_root.keyCells)
        hash = hashOf(row[m_root.columns[cell]], hash);
    if (m_root.keyCells.empty() || m_seen.insert(hash).second)
        return;
    for (Node &include : m_root.includes)
        include.isSeveral = include.isSeveral || include.shape->isHasOne;
}

namespace {

void collectSeveral(const Node &node, const QStringList &path, QList<QStringList> &found)
{
    for (const Node &include : node.includes) {
        const QStringList own = path + QStringList{include.shape->name};
        if (include.isSeveral)
            found.append(own);
        collectSeveral(include, own, found);
    }
}

}

QList<QStringList> Records::several() const
{
    QList<QStringList> found;
    collectSeveral(m_root, {}, found);
    return found;
}

QStringList Records::bigNumbers() const
{
    QStringList attributes;
    for (size_t i = 0; m_hasBigNumber && i < m_root.fields.size(); ++i) {
        const int cell = m_root.fields[i].first;
        const auto isBig = [&](const Record *record) {
            const Cell value = record->cells[cell].cell();
            return value.kind == Cell::Integer && std::abs(double(value.integer)) > 9007199254740991.0;
        };
        for (const Record *record = cell < 0 ? nullptr : first(); record; record = record->next) {
            if (!isBig(record))
                continue;
            attributes.append(m_root.shown[qsizetype(i)].key);
            break;
        }
    }
    return attributes;
}

void Records::add(std::span<const Cell> row)
{
    ++m_rowCount;
    if (m_isWatched)
        watch(row);
    addRow(m_root, nullptr, m_records, true, row);
}

bool Records::isAbsent(const Node &node, const Record *record)
{
    return !record || (node.presenceCell >= 0 && record->cells[node.presenceCell].kind == Cell::Null);
}

template <typename T>
T *Records::allocate(size_t count)
{
    m_byteCount += qint64(count * sizeof(T));
    auto *place = static_cast<T *>(m_arena.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(place, count);
    return place;
}

Kept Records::kept(const Cell &cell)
{
    Kept out;
    out.kind = cell.kind;
    if (cell.kind == Cell::Real) {
        out.real = cell.real;
    } else if (cell.kind == Cell::Integer) {
        out.integer = cell.integer;
        m_hasBigNumber =
            m_hasBigNumber || cell.integer > (qint64(1) << 53) || cell.integer < -(qint64(1) << 53);
    } else if (cell.kind != Cell::Null) {
        out.size = quint32(cell.text.size());
        char *copy = allocate<char>(out.size);
        std::memcpy(copy, cell.text.data(), out.size);
        out.text = copy;
    }
    return out;
}

Record *Records::create(Node &node, Record *parent, std::span<const Cell> row)
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

/// The record of the row's key under a parent; new ones are marked.
Record *Records::findOrCreate(Node &node, Record *parent, std::span<const Cell> row, bool &isNew)
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

void Records::addRow(Node &node, Record *parent, Children &siblings, bool isList, std::span<const Cell> row)
{
    bool isNew = true;
    Record *record = m_plan.grouped ? findOrCreate(node, parent, row, isNew) : create(node, parent, row);
    if (isNew && isList) {
        (siblings.last ? siblings.last->next : siblings.first) = record;
        siblings.last = record;
    } else if (isNew) {
        // Of several rows for one record, the last one counts.
        node.isSeveral = node.isSeveral || (siblings.first && node.shape->isHasOne);
        siblings.first = siblings.last = record;
    }
    m_recordCount += isNew && !parent;
    for (size_t i = 0; i < node.includes.size(); ++i) {
        Node &include = node.includes[i];
        // An include of which nothing is selected has no rows, nor has anything below it.
        if (!include.columns.empty())
            addRow(include, record, record->children[i], include.shape->isList, row);
    }
}

}
