#pragma once

#include "model/file/projectfile.h"
#include "model/schema/schema.h"

#include <QByteArray>
#include <QString>

namespace test {

/// A folder of the source tree: "tests/data/…", "resources/samples".
QString sourcePath(const QString &path);
QByteArray fileContents(const QString &path);

/// The project of a text; fails the test where it cannot be read.
model::Project projectOf(const QByteArray &json);
/// A project of models and associations, each given as the JSON inside the brackets.
model::Project projectOf(const QByteArray &models, const QByteArray &associations);
model::Project sampleProject(const QString &name);

/// The statements of a table on SQLite, without comments, each on one line.
QString tableSql(const model::Project &project, const QString &table);

/// Compares a text with a file under tests/data; with THROUGHLINE_UPDATE_GOLDENS set, writes it.
bool matchesGolden(const QByteArray &text, const QString &name);

}
