#pragma once

#include "model/file/projectfile.h"
#include "model/schema/problem.h"

namespace model {

/// Finds what problems are about in the file that the project was read from, which outlives it.
class Locator
{
public:
    explicit Locator(const ProjectFile &file);

    /// Line and column: of the option if it is written there, else of what holds it. A line of 0 where the
    /// file has no such place.
    Error locate(const Place &place) const;

private:
    const ProjectFile &m_file;
    QList<Error> m_marks; ///< places at regular distances, from where the others are found
};

/// A refusal that names an offset in the file's text, with line and column.
Error located(Error error, const QByteArray &text);

}
