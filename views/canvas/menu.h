#pragma once

#include "views/canvas/canvas.h"

class QMenu;

namespace views {

/// Fills the menu of what is under the mouse.
void fillMenu(QMenu &menu, Canvas &canvas, const Hit &hit);

}
