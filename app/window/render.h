#pragma once

#include <QStringList>

namespace app {

/// Writes a project's diagram: FILE OUTPUT THEME SCALE, which the command line has checked. The process's
/// exit status.
int render(const QStringList &arguments);

}
