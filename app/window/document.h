#pragma once

#include "app/window/journal.h"
#include "model/schema/schema.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

class QFileSystemWatcher;

namespace app {

/// The open project: a value, the steps that led to it, and the file it belongs to. What follows from the
/// project (schema, problems) is computed when it is asked for, once for however many edits went before.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const model::Project &project() const { return m_project; }
    const model::Schema &schema() const;
    /// Also those that the project ignores, which are marked.
    const QList<model::Problem> &problems() const;
    QUndoStack *undoStack() { return &m_undo; }

    /// The file; empty while it has none.
    const QString &path() const { return m_path; }
    /// Digest of the file as it was read or saved last; empty while there is none.
    const QByteArray &digest() const { return m_onDisk; }
    /// What a window calls it.
    QString title() const;
    bool isModified() const { return !m_undo.isClean(); }

    /// Starts anew, without a file.
    void start(const model::Project &project);
    /// Takes a file for this window, or tells who has it.
    tl::expected<Claim, Holder> claim(const QString &path, bool evenFromOtherHost = false) const;
    model::Result<void> open(const QString &path, const Claim &claim);
    /// Claims it first: refused where another window has it.
    model::Result<void> open(const QString &path);
    /// What a crash left behind of the open file.
    QList<Journal::Remains> remains() const { return m_journal->remains(); }
    /// Were they edits of the file as it is now?
    bool isOfThisFile(const Journal::Remains &remains) const { return remains.base == m_onDisk; }
    /// Takes up what a crash left behind: the project of a journal, as an unsaved change of its file. The
    /// journal goes once another one has it.
    void recover(const Journal::Remains &remains, const QString &path, const Claim &claim);
    model::Result<void> save();
    model::Result<void> saveAs(const QString &path);

    /// Has another program written the file since it was read or saved here?
    bool isChangedOnDisk() const;
    /// From now on the file on the disk counts as the one that was read: the next save goes over it.
    void acceptDisk();

    /// One step: the project as it is from now on, and what the step is called.
    void edit(const model::Project &next, const QString &what);

    /// Forgets the journal: the window closes, and nothing is to be recovered.
    void forget();

Q_SIGNALS:
    /// The project is another value; the schema too, unless only the diagram or the queries changed.
    void changed(bool isSchemaChanged);
    /// Another project is open.
    void replaced();
    void pathChanged();
    void modifiedChanged(bool isModified);
    void changedOnDisk();
    /// The file is gone: what is open is all there is, and unsaved.
    void removedFromDisk();

private:
    friend class EditCommand;
    void setProject(const model::Project &project, bool isSchemaChanged);
    void show(const model::Project &project);
    void watch();
    void look();
    void reset(const model::Project &project, const QString &path, const Claim &claim,
               const QByteArray &onDisk);

    model::Project m_project;
    mutable std::optional<model::Schema> m_schema;
    mutable std::optional<QList<model::Problem>> m_problems;
    QUndoStack m_undo;
    QString m_path;
    QByteArray m_onDisk; ///< digest of the file as we know it
    std::unique_ptr<Journal> m_journal;
    QFileSystemWatcher *m_watcher = nullptr;
    QTimer m_look; ///< a program that replaces a file may remove it first
};

}
