#include "model/ddl/secondpass.h"

#include "model/schema/define.h"

#include <algorithm>

namespace model {

namespace {

qsizetype placeOf(const Column &column, const Table &table)
{
    const Column *there = table.columnNamed(column.name);
    return there ? there - table.columns.constData() : table.columns.size();
}

bool hasAll(const Table &table, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(),
                       [&](const QString &each) { return table.columnNamed(each) != nullptr; });
}

}

Table afterSecondPass(const Table &before, const Table &after)
{
    Table table = after;
    table.options = before.options;
    std::stable_sort(table.columns.begin(), table.columns.end(), [&](const Column &a, const Column &b) {
        return placeOf(a, before) < placeOf(b, before);
    });
    table.uniqueKeys.clear();
    for (const UniqueKey &key : before.uniqueKeys) {
        if (hasAll(after, key.columns))
            table.uniqueKeys.append(key);
    }
    for (const UniqueKey &key : after.uniqueKeys) {
        const bool isThere = std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(),
                                         [&](const UniqueKey &each) { return each.columns == key.columns; });
        if (key.isInline && !isThere)
            table.uniqueKeys.append(key);
    }
    for (const TableIndex &index : before.indexes) {
        const auto &fields = index.declared.fields;
        const bool isKept = std::all_of(fields.begin(), fields.end(), [&](const IndexField &field) {
            return field.isExpression() || after.columnNamed(field.name);
        });
        const bool isThere = std::any_of(after.indexes.begin(), after.indexes.end(),
                                         [&](const TableIndex &each) { return each.name == index.name; });
        if (isKept && !isThere)
            table.indexes.append(index);
    }
    notePositions(table);
    return table;
}

}
