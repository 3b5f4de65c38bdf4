#pragma once

#include "model/result.h"
#include "model/schema/schema.h"
#include "views/diagram/selection.h"

namespace views {

/// A deletion that has been asked for: whoever confirms it takes over the next project.
struct Deletion
{
    QString what; ///< "Delete User": what the step is called
    QString question; ///< "Delete the model User?"
    QStringList dependents; ///< what goes along, a line each; with none there is nothing to confirm
    model::Project next;
};

/// What deleting the selection would take along, and leave.
model::Result<Deletion> deletionOf(const model::Project &project, const model::Schema &schema,
                                   const Selection &selection);

}
