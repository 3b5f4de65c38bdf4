#include "model/query/nest.h"

#include "model/query/jsontext.h"
#include "model/query/records.h"

#include <QHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using Key = std::pair<int, ResultColumn>;

const Key *keptFor(const Node &node, const QByteArray &column)
{
    for (qsizetype i = 0; i < node.shape->kept.size(); ++i) {
        if (node.shape->kept[i].column == column)
            return &node.kept[size_t(i)];
    }
    return nullptr;
}

/// What JavaScript makes of a key as the name of a property: 1 and "1" are the same.
QByteArray propertyName(const Record *record, const Key *key)
{
    QByteArray text;
    if (!key || key->first < 0 || !appendJson(text, record->cells[key->first].cell(), key->second))
        return "undefined";
    return text.startsWith('"') ? text.sliced(1, text.size() - 2) : text;
}

/// A key as a value of a query file.
Json keyValue(const Record *record, const Key *key)
{
    QByteArray text;
    if (!key || key->first < 0 || !appendJson(text, record->cells[key->first].cell(), key->second))
        return {};
    const Cell cell = record->cells[key->first].cell();
    if (cell.kind == Cell::Bytes)
        return Json(Json::Object{{u"$hex"_s, Json(QString::fromLatin1(cell.text.toByteArray().toHex()))}});
    const Json value = parseJson(text).value_or(Json());
    if (key->second.format == CellFormat::Date && value.isString())
        return Json(Json::Object{{u"$date"_s, value}});
    return value;
}

/// Calls `visit` for each record under a path of includes.
void visitRecords(const Node &node, const Record *record, std::span<const int> path,
                  const std::function<void(const Node &, const Record *)> &visit)
{
    if (path.empty()) {
        visit(node, record);
        return;
    }
    const Node &include = node.includes[size_t(path.front())];
    const Record *child = record->children ? record->children[path.front()].first : nullptr;
    if (Records::isAbsent(include, child))
        return;
    for (; child; child = include.shape->isList ? child->next : nullptr)
        visitRecords(include, child, path.subspan(1), visit);
}

}

/// The lists of a separate include, by the key of the record that each hangs on.
struct Nest::Attached
{
    Separate separate;
    const Node *node = nullptr; ///< of those records
    Nest children;
    QHash<QByteArray, QList<const Record *>> lists;

    void writeList(QByteArray &out, const Record *parent) const
    {
        out += '[';
        const auto list = lists.value(propertyName(parent, keptFor(*node, separate.parentColumn)));
        for (const Record *child : list) {
            if (child != list.first())
                out += ',';
            children.write(out, children.m_records->root(), child);
        }
        out += ']';
    }
};

Nest::Nest(const Plan &plan, const QList<ResultColumn> &columns)
    : m_records(std::make_unique<Records>(plan, columns))
{
}

Nest::~Nest() = default;
Nest::Nest(Nest &&) noexcept = default;
Nest &Nest::operator=(Nest &&) noexcept = default;

void Nest::add(std::span<const Cell> row)
{
    m_records->add(row);
}

QList<QStringList> Nest::several() const
{
    return m_records->several();
}

QStringList Nest::bigNumbers() const
{
    return m_records->bigNumbers();
}

qsizetype Nest::rowCount() const
{
    return m_records->rowCount();
}

qint64 Nest::byteCount() const
{
    return m_records->byteCount();
}

qsizetype Nest::recordCount() const
{
    return m_records->recordCount();
}

Json::Array Nest::keysFor(const Separate &separate) const
{
    Json::Array keys;
    for (const Record *record = m_records->first(); record; record = record->next) {
        visitRecords(m_records->root(), record, separate.path, [&](const Node &node, const Record *parent) {
            keys.append(keyValue(parent, keptFor(node, separate.parentColumn)));
        });
    }
    return keys;
}

Result<void> Nest::attach(const Separate &separate, Nest children)
{
    const Node *node = &m_records->root();
    for (const int position : separate.path)
        node = &node->includes[size_t(position)];
    Attached attached{separate, node, std::move(children), {}};
    for (const Record *record = m_records->first(); record; record = record->next) {
        visitRecords(m_records->root(), record, separate.path, [&](const Node &, const Record *parent) {
            attached.lists[propertyName(parent, keptFor(*node, separate.parentColumn))];
        });
    }
    const Records &found = *attached.children.m_records;
    const Key *key = keptFor(found.root(), separate.childColumn);
    for (const Record *child = found.first(); child; child = child->next) {
        const auto list = attached.lists.find(propertyName(child, key));
        if (list == attached.lists.end()) {
            return refusalAt(
                separate.find->place,
                Text::tr("%1: a row refers to %2, which is none of the keys asked for: Sequelize fails")
                    .arg(separate.name, QString::fromUtf8(propertyName(child, key))));
        }
        list->append(child);
    }
    m_attached.push_back(std::move(attached));
    return {};
}

void Nest::write(QByteArray &out, const Node &node, const Record *record) const
{
    bool first = true;
    const auto startKey = [&](const QByteArray &key) {
        if (!first)
            out += ',';
        out += key;
    };
    out += '{';
    for (size_t i = 0; i < node.fields.size(); ++i) {
        const auto &[cell, column] = node.fields[i];
        if (cell < 0)
            continue;
        const qsizetype before = out.size();
        startKey(node.fieldKeys[i]);
        if (appendJson(out, record->cells[cell].cell(), column))
            first = false;
        else
            out.truncate(before);
    }
    for (const int position : node.shape->shownIncludes) {
        if (position < 0) {
            const QString &name = node.shape->separates[-position - 1];
            QByteArray key;
            appendJsonText(key, name.toUtf8());
            startKey(key + ':');
            first = false;
            writeSeparate(out, node, record, name);
            continue;
        }
        const Node &include = node.includes[size_t(position)];
        if (!include.shape->isShown || include.columns.empty())
            continue;
        startKey(include.key);
        first = false;
        writeInclude(out, include, record->children[position]);
    }
    out += '}';
}

void Nest::writeSeparate(QByteArray &out, const Node &node, const Record *record, const QString &name) const
{
    for (const Attached &attached : m_attached) {
        if (attached.node == &node && attached.separate.name == name)
            return attached.writeList(out, record);
    }
    out += "[]";
}

void Nest::writeInclude(QByteArray &out, const Node &include, const Children &children) const
{
    const bool isAbsentFirst = Records::isAbsent(include, children.first);
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

QByteArray Nest::json() const
{
    // The first records tell how much room all need, so that a long text is not copied as it grows.
    constexpr qsizetype first = 256;
    QByteArray out = "[";
    qsizetype written = 0;
    for (const Record *record = m_records->first(); record; record = record->next) {
        if (record != m_records->first())
            out += ',';
        write(out, m_records->root(), record);
        if (++written == first)
            out.reserve(out.size() / first * recordCount() / 20 * 21);
    }
    out += ']';
    return out;
}

}
