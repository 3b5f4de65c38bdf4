#include "model/schema/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"error"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Hint: return u"hint"_s;
    }
    Q_UNREACHABLE();
}

namespace {

const Column *at(const QList<Column> &columns, const QHash<QString, int> &positions, QStringView name)
{
    const auto position = positions.constFind(name.toString());
    return position == positions.cend() ? nullptr : &columns[*position];
}

template <typename Key>
QList<const Key *> keysOn(const QString &column, const QList<Key> &keys,
                          const QHash<QString, QList<int>> &positions, bool isNoted)
{
    QList<const Key *> found;
    if (isNoted) {
        for (const int position : positions.value(column))
            found.append(&keys[position]);
        return found;
    }
    for (const Key &key : keys) {
        if (key.firstColumn() == column)
            found.append(&key);
    }
    return found;
}

}

const Column *Table::column(QStringView attribute) const
{
    if (!positions.attributes.isEmpty())
        return at(columns, positions.attributes, attribute);
    for (const Column &each : columns) {
        if (each.attribute == attribute)
            return &each;
    }
    return nullptr;
}

const Column *Table::columnNamed(QStringView columnName) const
{
    if (!positions.names.isEmpty())
        return at(columns, positions.names, columnName);
    for (const Column &each : columns) {
        if (each.name == columnName && !each.isVirtual())
            return &each;
    }
    return nullptr;
}

const Column *Table::lastNamed(QStringView columnName) const
{
    if (!positions.names.isEmpty())
        return at(columns, positions.lastNames, columnName);
    const auto last = std::find_if(columns.rbegin(), columns.rend(), [&](const Column &each) {
        return each.name == columnName && !each.isVirtual();
    });
    return last == columns.rend() ? nullptr : &*last;
}

QList<const UniqueKey *> Table::uniqueKeysOn(const QString &column) const
{
    return keysOn(column, uniqueKeys, positions.uniqueKeys, !positions.names.isEmpty());
}

QList<const TableIndex *> Table::indexesOn(const QString &column) const
{
    return keysOn(column, indexes, positions.indexes, !positions.names.isEmpty());
}

QList<const Column *> Table::primaryKey() const
{
    QList<const Column *> key;
    if (!positions.names.isEmpty()) {
        for (const int position : positions.primaryKey)
            key.append(&columns[position]);
        return key;
    }
    for (const Column &each : columns) {
        if (each.primaryKey)
            key.append(&each);
    }
    return key;
}

const Column *Table::firstPrimaryKey() const
{
    if (!positions.names.isEmpty())
        return positions.primaryKey.isEmpty() ? nullptr : &columns[positions.primaryKey[0]];
    for (const Column &each : columns) {
        if (each.primaryKey)
            return &each;
    }
    return nullptr;
}

int Table::association(QStringView alias) const
{
    const int position = aliasPosition(alias);
    return position < 0 ? -1 : associations[position].second;
}

int Table::aliasPosition(QStringView alias) const
{
    if (!positions.aliases.isEmpty())
        return positions.aliases.value(alias.toString(), -1);
    for (int i = 0; i < associations.size(); ++i) {
        if (associations[i].first == alias)
            return i;
    }
    return -1;
}

QList<QStringList> uniqueColumns(const Table &table)
{
    QList<QStringList> sets;
    QStringList primary;
    for (const Column *column : table.primaryKey()) {
        if (!column->isVirtual())
            primary.append(column->name);
    }
    primary.removeDuplicates();
    if (!primary.isEmpty())
        sets.append(primary);
    for (const UniqueKey &key : table.uniqueKeys)
        sets.append(key.columns);
    for (const TableIndex &index : table.indexes) {
        const auto &fields = index.declared.fields;
        const bool isOfColumns = std::all_of(fields.begin(), fields.end(),
                                             [](const IndexField &field) { return !field.isExpression(); });
        if (!index.unique || index.declared.where || !isOfColumns)
            continue;
        QStringList names;
        for (const IndexField &field : fields)
            names.append(field.name);
        sets.append(names);
    }
    return sets;
}

bool isUnique(const Table &table, const QString &column)
{
    QStringList primary;
    for (const Column *each : table.primaryKey()) {
        if (!each->isVirtual() && !primary.contains(each->name))
            primary.append(each->name);
        if (primary.size() > 1)
            break;
    }
    if (primary == QStringList{column})
        return true;
    const auto keys = table.uniqueKeysOn(column);
    const auto indexes = table.indexesOn(column);
    return std::any_of(keys.begin(), keys.end(), [](const auto *key) { return key->columns.size() == 1; })
        || std::any_of(indexes.begin(), indexes.end(), [](const TableIndex *index) {
               const auto &fields = index->declared.fields;
               return index->unique && !index->declared.where && fields.size() == 1
                   && !fields[0].isExpression();
           });
}

const Table *Schema::table(QStringView model) const
{
    const int position = indexOfModel(model.toString());
    return position < 0 ? nullptr : &tables[position];
}

int Schema::tableNamed(QStringView tableName, QStringView schema) const
{
    for (int i = 0; i < tables.size(); ++i) {
        if (tables[i].name.value == tableName && tables[i].schema == schema)
            return i;
    }
    return -1;
}

}
