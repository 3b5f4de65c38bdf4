#pragma once

#include "model/project/project.h"

#include <QByteArray>

namespace model {

/// A project with the text it was read from, so that whatever is said about it later can name line and
/// column.
struct ProjectFile
{
    Project project;
    QByteArray text;
    Json tree;
};

/// Reads the text of a project file (`throughline/1`). A refusal names line, column and what was expected:
/// malformed JSON, a value of the wrong kind, an unknown model, a name or id given twice, a later format.
Result<ProjectFile> readProject(const QByteArray &text);

/// Writes a project: the same project gives the same bytes, and a change touches only its own lines.
QByteArray writeProject(const Project &project);

/// Reads a file from the disk; at most 256 MB.
Result<ProjectFile> loadProject(const QString &path);

/// Replaces a file as a whole or leaves it as it was.
Result<void> saveProject(const Project &project, const QString &path);

}
