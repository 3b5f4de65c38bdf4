#pragma once

#include "model/project/project.h"

/// Attributes as people write them in a line: `name TYPE`.
namespace model {

/// Reads lines of `name TYPE`, as they are pasted: an attribute for each, a STRING where there is no type.
Result<QList<Attribute>> readAttributes(const QString &lines);

/// Takes what was typed as an attribute's name. `name STRING(64)` gives the type, too; words that are no type
/// of Sequelize's belong to the name.
Result<void> takeName(const QString &text, Attribute &attribute);

}
