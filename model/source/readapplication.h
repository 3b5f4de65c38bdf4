#pragma once

#include "model/result.h"
#include "model/source/report.h"

namespace model {

/// A Sequelize application, read from its code.
struct Application
{
    QString root; ///< the folder below which files were read
    Project project;
    SourceMap map;
    SourceReport report;
};

/// Reads the code of an application without running it: a folder, or a file and what it asks for. JavaScript
/// and TypeScript, every way of declaring that Sequelize 6 and sequelize-typescript know. Only files below
/// the nearest package.json (or the repository) are read. Refused only where there is no such file or
/// folder; what is not understood stands in the report.
Result<Application> readApplication(const QString &path);

/// The folder of code that a project was read from, relative to the project's file (`source: { code }`); null
/// where it was not.
QString sourceCode(const Project &project);
void setSourceCode(Project &project, const QString &path);

}
