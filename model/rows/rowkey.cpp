#include "model/rows/rowkey.h"

#include <algorithm>

namespace model {

namespace {

bool isTold(const QList<OrderColumn> &columns, const QString &name)
{
    return std::any_of(columns.begin(), columns.end(),
                       [&](const OrderColumn &each) { return each.column.name == name; });
}

QList<OrderColumn> primaryColumns(const Table &table)
{
    QList<OrderColumn> columns;
    for (const Column *column : table.primaryKey()) {
        if (!column->isVirtual() && !isTold(columns, column->name))
            columns.append(OrderColumn{{column->name, column->type}});
    }
    // SQLite lets a single one be NULL that nobody forbids.
    if (columns.size() == 1)
        columns[0].isNullable = table.primaryKey()[0]->isNullable();
    return columns;
}

/// The columns of a key, or none where one of them can be NULL.
QList<OrderColumn> neverNull(const Table &table, const QStringList &names)
{
    QList<OrderColumn> columns;
    for (const QString &name : names) {
        const Column *column = table.columnNamed(name);
        if (!column || column->isNullable())
            return {};
        columns.append(OrderColumn{{column->name, column->type}});
    }
    return columns;
}

/// The first name of the row's number that no column hides.
QString rowId(const Table &table, const Dialect &dialect)
{
    for (const QLatin1StringView name : dialect.rowIds) {
        const bool isHidden =
            std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &each) {
                return each.name.compare(name, Qt::CaseInsensitive) == 0;
            });
        if (!isHidden)
            return name;
    }
    return {};
}

}

RowKey rowKey(const Table &table, const Dialect &dialect)
{
    if (const auto primary = primaryColumns(table); !primary.isEmpty())
        return {primary};
    for (const QStringList &names : uniqueColumns(table)) {
        if (const auto columns = neverNull(table, names); !columns.isEmpty())
            return {columns};
    }
    if (const QString number = rowId(table, dialect); !number.isEmpty())
        return {{{{number, Type{.name = TypeName::BigInt}}}}};
    RowKey all{.isUnique = false};
    for (const Column &column : table.columns) {
        // Nobody orders JSON.
        if (!column.isVirtual() && !column.type.isJson() && !isTold(all.columns, column.name))
            all.columns.append(OrderColumn{{column.name, column.type}, column.isNullable()});
    }
    return all;
}

}
