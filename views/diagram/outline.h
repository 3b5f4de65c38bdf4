#pragma once

#include "views/diagram/scene.h"

/// The two halves of outline().
namespace views {

/// The boxes of a diagram, and which of the schema's tables are boxes at all.
struct Boxes
{
    QList<Box> boxes;
    QList<int> tables; ///< of each box
    QHash<int, int> boxOfTable;
};

/// A box for every model, except for those that are nothing but a through and are not opened; and one for
/// every automatic through that is opened.
Boxes boxesOf(const model::Project &project, const model::Schema &schema, const View &view,
              const TextMeasure &measure);

/// A line for every association, or for the two that are one line; two for a many-to-many whose through is a
/// box.
QList<Edge> edgesOf(const model::Project &project, const model::Schema &schema, const Boxes &boxes,
                    const TextMeasure &measure);

/// Whether a column by itself tells one row from another.
bool isUnique(const model::Table &table, const model::Column &column);

/// What a diagram calls a table.
QString diagramKeyOf(const model::Table &table, const QHash<model::ModelId, const model::Model *> &models);
QHash<model::ModelId, const model::Model *> modelsById(const model::Project &project);

/// A name without line breaks and the like.
QString oneLine(const QString &name);

}
