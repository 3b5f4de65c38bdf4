#pragma once

#include "model/sql/dialect.h"

namespace model {

/// A column with its type, free of the schema.
struct NamedColumn
{
    QString name;
    Type type;
};

/// What the value of a key column leads to.
struct Referred
{
    QString model;
    QString table; ///< quoted
    NamedColumn column; ///< that the key holds a value of
    QList<NamedColumn> labels; ///< empty where the key itself is what the row is called
    QString condition; ///< in SQL, on the row that holds the key: where it leads elsewhere otherwise
};

/// A row of a table by one of its columns.
Referred referredTo(const Table &table, const Column &column, const Dialect &dialect);

/// The tables that a column's values lead to: one for a foreign key, several where a scope tells which
/// (polymorphic keys), none for other columns. `alias` is the quoted name of the column's table in SQL.
QList<Referred> referredBy(const Schema &schema, int table, const Column &column, const QString &alias,
                           const Dialect &dialect);

/// A scope as an SQL condition on a table under a quoted alias; null where there is none.
QString scopeSql(const Boxed<Json> &scope, const Table &table, const QString &alias,
                 const Dialect &dialect);
/// The condition for a row of a paranoid table not being deleted; null for other tables.
QString aliveSql(const Table &table, const QString &alias, const Dialect &dialect);

}
