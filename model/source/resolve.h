#pragma once

#include "model/json.h"
#include "model/source/files.h"

namespace model::source {

/// Finds the files that modules name, as Node and TypeScript do, below the application's root.
class Resolver
{
public:
    explicit Resolver(Files &files) : m_files(files) { }

    /// The file that a module means by a name; null where that is none of the application.
    QString resolve(const QString &specifier, const QString &fromFile);
    /// A path without its ending, or a folder with an index.
    QString fileFor(const QString &path);

private:
    /// `compilerOptions` of a tsconfig.json or jsconfig.json.
    struct PathOptions
    {
        QString base; ///< the folder of `baseUrl`
        QString folder; ///< where `paths` begin
        QList<std::pair<QString, QStringList>> paths;
    };

    const PathOptions &pathOptionsFor(const QString &folder);
    PathOptions readPathOptions(const QString &path, int depth);
    QString byPaths(const QString &specifier, const QString &folder);
    QString byImports(const QString &specifier, const QString &folder);
    QString byWorkspace(const QString &specifier);
    QString byCustom(const QString &specifier, const QString &folder);
    /// The nearest file of a name in a folder or above it.
    QString nearest(const QString &folder, const QStringList &names);
    const Json &json(const QString &path);

    Files &m_files;
    QHash<QString, PathOptions> m_options;
    QHash<QString, Json> m_json;
    QHash<QString, QString> m_packages; ///< the folders of the application's packages by name
    bool m_hasPackages = false;
};

/// A text without comments and without commas before closing brackets: JSON as tsconfig.json writes it.
QByteArray plainJson(const QByteArray &text);

}
