#pragma once

#include "model/file/projectfile.h"
#include "model/schema/problem.h"

namespace model {

/// Line and column of what a problem is about, in the file that the project was read from: the option if it
/// is written there, else what holds it. A line of 0 where the file has no such place.
Error locate(const ProjectFile &file, const Place &place);

/// A refusal that names an offset in the file's text, with line and column.
Error located(Error error, const QByteArray &text);

}
