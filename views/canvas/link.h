#pragma once

#include "model/edit/edit.h"
#include "model/schema/schema.h"

#include <QStringList>

namespace views {

/// An end of a relation that is being drawn: a model, and the attribute that is its key.
struct LinkEnd
{
    model::ModelId model;
    QString key; ///< null for the primary key

    bool operator==(const LinkEnd &) const = default;
};

/// A relation that is being drawn.
struct Link
{
    model::AssociationKind kind = model::AssociationKind::BelongsToMany;
    LinkEnd from;
    LinkEnd to;
    QString through; ///< of an n:m; null for a new one

    bool operator==(const Link &) const = default;
};

/// What an edit is asked for. A many-to-many is the same from whichever end it was drawn.
model::Relation relationOf(const model::Project &project, const Link &link);

/// What a relation would make of a project.
struct Prospect
{
    model::Result<model::Project> next;
    model::Schema schema; ///< of it
    QList<model::AssociationId> added;
    QString through;
    QStringList keys; ///< "userId → User.id"
    bool needsAliases = false; ///< without them the ends could not be told from each other, or from others
};

Prospect prospectOf(const model::Project &project, const model::Schema &schema,
                    const model::Relation &relation);

}
