#pragma once

#include "views/palette/palette.h"

class QAction;
class QMenuBar;

namespace app {

/// The text of an action as it is read.
QString wordsOf(const QAction &action);

/// The keys that do what it does, as they are written on them; those of the diagram too.
QStringList keysOf(const QAction &action);

/// All that the menus can do now, for the palette: each action by its words, and those of a submenu after its
/// title ("Theme: Dark").
QList<views::PaletteEntry> commandsOf(const QMenuBar &bar);

}
