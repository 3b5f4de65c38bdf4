#pragma once

#include "model/id.h"

#include <QList>

namespace views {

/// What is selected, for the diagram, the explorer and the inspector alike.
struct Selection
{
    QList<model::ModelId> models;
    /// Edges, each by any of the calls that it shows; a through that no model declares counts as its edge.
    QList<model::AssociationId> associations;
    model::AttributeId attribute; ///< of the one model that is selected
    model::IndexId index; ///< likewise

    bool isEmpty() const { return models.isEmpty() && associations.isEmpty(); }
    bool operator==(const Selection &) const = default;
};

}
