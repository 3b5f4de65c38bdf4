#pragma once

#include "model/schema/schema.h"

#include <functional>

/// Sequelize's `define()`: one model's options, attributes and indexes become a table.
namespace model {

/// What `define(name, attributes, options)` is given.
struct Definition
{
    QString name;
    ModelOptions options; ///< over the project's `define`
    QList<Attribute> attributes;
    QList<Index> indexes;
    ModelId declaredBy;
    AssociationId automaticFor;
};

/// Options over other options, as Sequelize merges them.
ModelOptions mergedOptions(const ModelOptions &defaults, const ModelOptions &own);

/// Adds the table; what Sequelize would throw goes to the schema's problems. Returns its position.
int defineModel(Schema &schema, const Definition &definition);

/// The attribute as a column of a table; its name follows `field` and `underscored`.
Column columnOf(const Attribute &attribute, bool underscored);
/// Names the column of an attribute: its `field`, else the attribute, in small letters with underscores where
/// that is asked for.
void nameColumn(Column &column, const QString &field, bool underscored);

/// Appends a column where JavaScript would keep its key: names that are whole numbers come first, ascending.
Column &insertColumn(Table &table, Column column);
Column *findColumn(Table &table, const QString &attribute);
void removeColumns(Table &table, const std::function<bool(const Column &)> &isRemoved);

/// Notes where things stand in a wide table, when all of them are there.
void notePositions(Table &table);

/// Collects what is unique together once all attributes are known.
void collectUniqueKeys(Table &table);

}
