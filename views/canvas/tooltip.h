#pragma once

#include "views/diagram/diagram.h"

namespace views {

/// What is said of a part of the diagram under the mouse: what cannot be read from here, and
/// its problems. Empty where all of it can be seen.
QString toolTipOf(const Diagram &diagram, const Hit &hit, qreal zoom);

}
