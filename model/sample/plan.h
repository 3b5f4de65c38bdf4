#pragma once

#include "model/sample/sample.h"
#include "model/sample/recipe.h"

#include <optional>

/// What is known about the sample rows of a schema before the first is made.
namespace model::sample {

/// A column whose values a foreign key copies. Tables are positions in the schema, columns positions in
/// their TablePlan.
struct Source
{
    int table = -1;
    int column = -1;
    QList<std::pair<int, Json>> scope; ///< what else a row that refers there says: `commentableType`

    bool operator==(const Source &) const = default;
};

struct ColumnPlan
{
    int position = -1; ///< in Table::columns
    Recipe recipe;
    Type type; ///< what the values are written as: a copied one as its original
    std::optional<Json> fixed; ///< every row has this value
    QList<Source> sources; ///< of a foreign key; several where an association's scope tells them apart
    std::optional<Source> mirrored; ///< its values must be there, but are not copied: a circle of keys
    bool isEnforced = false; ///< the database checks that the source has the value
    int choices = 0; ///< the values of an ENUM or BOOLEAN
    int scopedBy = -1; ///< the foreign key whose source decides the value
    bool isNullable = false;
    bool isSometimesEmpty = false;
    bool isDeferred = false; ///< chosen when all tables have their rows
    int round = 0; ///< of SampleColumn
    bool isAlwaysEmpty = false;

    bool isReference() const { return !sources.isEmpty(); }
    bool isMade() const { return sources.isEmpty() && choices == 0 && !fixed; }
};

struct TablePlan
{
    const Table *table =
        nullptr; ///< none where another table of the schema has the same name in the database
    QString noun;
    Row row; ///< what all rows share
    QList<ColumnPlan> columns;
    QList<QList<int>> keys; ///< columns that are unique together, the primary key first
    std::pair<int, int> links{-1, -1}; ///< the columns that make it a join table
    int stageColumn = -1; ///< an ENUM that says how far a row has come

    bool isJoinTable() const { return links.first >= 0; }
    int columnNamed(const QString &name) const;
    int columnOfAttribute(const QString &attribute) const;
    /// The key by which a row is found again; empty where there is none.
    QList<int> updateKey() const;
};

struct Plan
{
    QList<TablePlan> tables; ///< by their positions in the schema
    QList<int> order; ///< in which rows can be inserted
};

Plan planRows(const Schema &schema, const SampleOptions &options);

/// Finds out which columns copy their values, and from where.
void findSources(const Schema &schema, Plan &plan);
/// Finds an order for the tables, and the columns that have to wait. Without circles, what could only be
/// inserted together stays empty.
void findOrder(const Schema &schema, bool circles, Plan &plan);

}
