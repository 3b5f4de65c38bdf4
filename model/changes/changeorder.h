#pragma once

#include "model/changes/changes.h"

namespace model {

/// The positions of the changes in an order that foreign keys accept: as they were begun, but a key comes
/// before what refers to it, and goes after.
QList<int> executableOrder(const Changes &changes, const Schema &schema);

}
