#pragma once

#include "model/check/check.h"

/// The cures that several checks share. Each looks its object up again when it is applied.
namespace model {

Fix fixAttribute(const QString &title, ModelId model, AttributeId attribute,
                 std::function<void(Attribute &)> change);
Fix fixOptions(const QString &title, ModelId model, std::function<void(ModelOptions &)> change);
Fix fixIndex(const QString &title, ModelId model, IndexId index, std::function<void(Index &)> change);
Fix removeThisIndex(const QString &title, ModelId model, IndexId index);
/// The same change to each of several associations: the sides of an edge.
Fix fixAssociations(const QString &title, const QList<AssociationId> &associations,
                    std::function<void(Association &)> change);
Fix removeAssociation(const QString &title, AssociationId association);
/// Whatever goes through the one goes through the other.
Fix fixThrough(const QString &title, const QString &through, const QString &fresh);

/// What is wrong with an index; %1 of the message stands for it.
Problem problemOf(const Table &table, const TableIndex &index, const Finding &finding,
                  const QString &option, const QString &message, DialectSet dialects, const QString &title,
                  const std::function<void(Index &)> &change);

/// "Add a unique index on code"; nothing for a through that no model declares.
QList<Fix> addUniqueIndex(const Table &table, const Column &column);
/// "Set code to allowNull: false"; nothing where no attribute declares the column.
QList<Fix> setNotNull(const Table &table, const Column &column);
/// The join table's key of another name, said by every belongsToMany that has it.
Fix nameJoinKey(const Checked &checked, const Column &key, const QString &fresh);
/// What is declared for a column: its attribute, or the foreignKey objects of its associations.
QList<Fix> fixColumn(const QString &title, const Checked &checked, const Table &table, const Column &column,
                     const std::function<void(Attribute &)> &change);

}
