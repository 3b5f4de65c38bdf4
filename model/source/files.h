#pragma once

#include "model/source/syntax.h"
#include "model/source/value.h"

#include <QStringList>

#include <deque>

namespace model::source {

/// A file of the application.
struct SourceFile
{
    int number = -1;
    QString path; ///< absolute, without links
    QString name; ///< from the application's root
    QByteArray text;
    Tree tree;
    QString problem; ///< why there is no tree
    bool isParsed = false;
    bool mayDeclare = false; ///< the text has words with which models are declared

    /// Line and column of a byte, from 1, in characters.
    std::pair<int, int> lineAndColumn(quint32 offset) const;

private:
    mutable std::vector<quint32> m_lines; ///< where each begins
};

struct FolderEntry
{
    QString name;
    bool isFolder = false;
};

/// The files below the root of an application. Nothing outside of it is ever read: symbolic links that lead
/// out are no files.
class Files
{
public:
    /// A root is a folder, absolute and without links.
    Files(QString root, Atoms &atoms) : m_root(std::move(root)), m_atoms(atoms) { }

    const QString &root() const { return m_root; }
    /// The path without links; null where there is no such file below the root.
    QString fileAt(const QString &path);
    QString folderAt(const QString &path);
    /// A file's text; nullptr where it cannot be read. A text that is no text has a problem.
    SourceFile *read(const QString &path);
    /// The same with its tree.
    SourceFile *parse(const QString &path);
    /// The names in a folder, sorted as Node sorts them.
    std::vector<FolderEntry> list(const QString &folder);
    QString nameOf(const QString &path) const;

    const SourceFile *file(int number) const { return &m_files[size_t(number)]; }
    int count() const { return int(m_files.size()); }
    const std::deque<SourceFile> &all() const { return m_files; }

private:
    bool isBelowRoot(const QString &path) const;
    const QString &realPath(const QString &path);

    QString m_root;
    Atoms &m_atoms;
    std::deque<SourceFile> m_files;
    QHash<QString, int> m_byPath;
    QHash<QString, QString> m_realPaths;
    qint64 m_bytes = 0;
};

/// The languages by the endings of their files; nothing for other files.
std::optional<Language> languageOf(const QString &path);

}
