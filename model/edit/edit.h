#pragma once

#include "model/project/project.h"

#include <QPointF>

/// Everything that a user can do to a project, as functions from one project to the next. A refusal says why;
/// the project passed in is never touched. Renames carry everything along that names the renamed thing:
/// associations, indexes, references, saved queries, the diagram.
namespace model {

struct Schema;

// The project ---------------------------------------------------------------------------------------------

Result<Project> renameProject(Project project, const QString &name);
Result<Project> changeDefine(Project project, const ModelOptions &define);

// Models --------------------------------------------------------------------------------------------------

Result<Project> addModel(Project project, const QString &name, std::optional<QPointF> at = {});
Result<Project> renameModel(Project project, ModelId model, const QString &name);
Result<Project> changeOptions(Project project, ModelId model, const ModelOptions &options);
/// Takes the model with its associations, and its place in the diagram.
Result<Project> removeModel(Project project, ModelId model);

// Attributes ----------------------------------------------------------------------------------------------

/// Adds at a position, or at the end; the id of the attribute that is passed does not count.
Result<Project> addAttribute(Project project, ModelId model, const Attribute &attribute, int position = -1);
/// Replaces the attribute of the same id; a new name is a rename.
Result<Project> changeAttribute(Project project, ModelId model, const Attribute &attribute);
Result<Project> moveAttribute(Project project, ModelId model, AttributeId attribute, int position);
Result<Project> removeAttribute(Project project, ModelId model, AttributeId attribute);

// Indexes -------------------------------------------------------------------------------------------------

Result<Project> addIndex(Project project, ModelId model, const Index &index);
Result<Project> changeIndex(Project project, ModelId model, const Index &index);
Result<Project> removeIndex(Project project, ModelId model, IndexId index);

// Associations --------------------------------------------------------------------------------------------

/// What a gesture from one model to another says.
struct Relation
{
    AssociationKind kind = AssociationKind::BelongsToMany;
    ModelId from;
    ModelId to;
    QString through; ///< belongsToMany; empty takes a name that is free
    QString alias; ///< of what `from` sees; needed where from and to are one
    QString otherAlias; ///< of what `to` sees; likewise
    QString sourceKey; ///< attributes that are the keys instead of the primary keys
    QString targetKey;
};

/// The name that relate() gives a through: both models' names, in the singular and the plural, not taken
/// yet.
QString freeThroughName(const Project &project, ModelId from, ModelId to);
/// Declares both sides of a relation at once: two belongsToMany, or hasMany / hasOne with its belongsTo.
Result<Project> relate(Project project, const Relation &relation);
Result<Project> addAssociation(Project project, const Association &association);
/// Replaces the association of the same id; a new alias is carried into the saved queries.
Result<Project> changeAssociation(Project project, const Association &association);
/// Replaces several at once: the two sides of an edge.
Result<Project> changeAssociations(Project project, const QList<Association> &associations);
/// Replaces one side of an edge and lets the other sides follow where they spell the same thing: the through,
/// a key that is the one side's foreignKey and the other side's otherKey, the key that it refers to.
Result<Project> changeEnd(Project project, const Association &association);
/// The association back of an edge that has one side only, with an alias that is free.
Association inverseOf(const Project &project, const Schema &schema, AssociationId association);
/// Makes an association of another kind, and what mirrors it of the kind that mirrors that; what the new kind
/// does not know is dropped.
Result<Project> changeKind(Project project, AssociationId association, AssociationKind kind);
Result<Project> removeAssociations(Project project, const QList<AssociationId> &associations);
/// A through that no model declares has its name from every association that goes through it.
Result<Project> renameAutomaticThrough(Project project, const QString &through, const QString &name);
/// Makes a model of a through that no model declares, so that it can hold attributes of its own.
Result<Project> declareThrough(Project project, const QString &through);

// Queries -------------------------------------------------------------------------------------------------

Result<Project> addQuery(Project project, const QString &name, const Json &find);
Result<Project> changeQuery(Project project, const Query &query);
Result<Project> removeQuery(Project project, QueryId query);

// Problems that are not to be seen again ------------------------------------------------------------------

Result<Project> addIgnored(Project project, const Ignored &ignored);
Result<Project> removeIgnored(Project project, const Ignored &ignored);

// The diagram ---------------------------------------------------------------------------------------------

/// Puts boxes somewhere, by their diagram keys; at whole units.
Result<Project> moveBoxes(Project project, const QHash<QString, QPointF> &positions);
/// Opens a through as a box, or closes it again.
Result<Project> openThrough(Project project, const QString &through, std::optional<QPointF> at);
Result<Project> bendEdge(Project project, AssociationId association, const QList<QPointF> &bends);

}
