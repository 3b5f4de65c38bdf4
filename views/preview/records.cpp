#include "views/preview/records.h"

#include "model/rows/label.h"
#include "model/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int longKey = 13;
constexpr int shownKey = 8;

RecordKind kindOfShape(const model::Shape &shape, const model::Schema &schema)
{
    const model::Table &table = schema.tables[shape.table];
    RecordKind kind{.shape = &shape, .as = shape.name, .name = shape.model, .isList = shape.isList};
    QStringList fields;
    for (const model::Field &field : shape.fields)
        fields.append(field.key);
    for (const model::Column *column : model::labelColumns(table)) {
        if (fields.contains(column->attribute) && !column->primaryKey)
            kind.label.append(column->attribute);
    }
    for (const model::Column *column : table.primaryKey())
        kind.key.append(column->attribute);
    const bool hasKey = std::all_of(kind.key.begin(), kind.key.end(),
                                    [&](const QString &key) { return fields.contains(key); });
    if (!hasKey)
        kind.key.clear();
    for (const QString &field : fields) {
        if (!kind.label.contains(field) && !kind.key.contains(field))
            kind.more.append(field);
    }
    // Without a name and a key, the first of the fields stand for them.
    if (kind.label.isEmpty() && kind.key.isEmpty() && !kind.more.isEmpty())
        kind.label.append(kind.more.takeFirst());
    for (const model::Shape &include : shape.includes)
        kind.includes.push_back(kindOfShape(include, schema));
    return kind;
}

/// A join row stands before all includes; it is the one that the association to the shape goes through.
void findThroughs(RecordKind &kind, const model::Schema &schema)
{
    const model::Table &table = schema.tables[kind.shape->table];
    for (RecordKind &include : kind.includes) {
        const int association = table.association(include.as);
        const int through = association < 0 ? -1 : schema.associations[association].through;
        if (through >= 0 && !include.includes.empty() && include.includes.front().shape->table == through)
            include.through = 0;
        findThroughs(include, schema);
    }
}

}

bool RecordKind::isOpenable() const
{
    if (!more.isEmpty())
        return true;
    for (size_t i = 0; i < includes.size(); ++i) {
        const bool isInLine = int(i) == through && includes[i].shape->fields.size() <= fieldsInLine;
        if (includes[i].shape->isShown && !isInLine)
            return true;
    }
    return false;
}

const RecordKind *RecordKind::include(const QString &wanted) const
{
    const auto found = std::find_if(includes.begin(), includes.end(),
                                    [&](const RecordKind &each) { return each.as == wanted; });
    return found == includes.end() ? nullptr : &*found;
}

Records::Records(QByteArray json, model::Plan plan, std::shared_ptr<const model::Schema> schema,
                 const model::Dialect &dialect)
    : m_schema(std::move(schema)), m_json(std::move(json)), m_kind(kindOf(std::move(plan), dialect))
{
}

RecordKind Records::kindOf(model::Plan plan, const model::Dialect &dialect)
{
    const model::Plan &kept = m_plans.emplace_back(std::move(plan));
    RecordKind kind = kindOfShape(kept.shape, *m_schema);
    findThroughs(kind, *m_schema);
    for (const model::Separate &separate : kept.separates) {
        auto below = model::plan(*separate.find, *m_schema, dialect);
        if (!below)
            continue;
        RecordKind include = kindOf(std::move(*below), dialect);
        include.as = separate.name;
        include.isList = true;
        RecordKind *above = &kind;
        for (const int position : separate.path)
            above = &above->includes[size_t(position)];
        above->includes.push_back(std::move(include));
    }
    return kind;
}

QString Records::valueText(quint32 value) const
{
    QString text = m_json.toText(value);
    if (m_json.isString(value) && text.size() == 24 && text.endsWith("T00:00:00.000Z"_L1))
        text.truncate(10);
    return model::visible(text.replace(u'\n', u' '));
}

QString Records::label(const RecordKind &kind, quint32 record) const
{
    QStringList words;
    for (const QString &field : kind.label) {
        const quint32 value = m_json.child(record, field);
        if (value != 0 && !m_json.isNull(value))
            words.append(valueText(value));
    }
    return words.join(u' ');
}

QString Records::key(const RecordKind &kind, quint32 record) const
{
    QStringList words;
    for (const QString &field : kind.key) {
        const quint32 value = m_json.child(record, field);
        const QString text = value == 0 ? QString() : valueText(value);
        words.append(text.size() > longKey ? text.left(shownKey) + u'…' : text);
    }
    return words.join(u", "_s);
}

QString Records::fieldsText(const QStringList &fields, quint32 record) const
{
    QStringList words;
    for (const QString &field : fields) {
        if (const quint32 value = m_json.child(record, field))
            words.append(field + u": "_s + valueText(value));
    }
    return words.join(u" · "_s);
}

}
