#pragma once

#include "model/result.h"
#include "views/diagram/painter.h"

namespace views {

/// Writes the whole diagram to a file, as its name ends: `.svg` (text stays text), `.png` or `.pdf` (one page
/// of the picture's size). Boxes that the project has no place for are placed. Needs no display, but a
/// QGuiApplication.
model::Result<void> writePicture(const model::Project &project, const QString &path,
                                 const Theme &theme = lightTheme, qreal scale = 1);

}
