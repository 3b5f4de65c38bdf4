#pragma once

#include "model/file/projectfile.h"

#include <QObject>
#include <QThread>

#include <optional>

namespace app {

/// The unsaved state of a project, kept beside its file at every step, so that a crash loses one step at most.
/// Written by a thread of its own; a newer state takes the place of one that still waits.
class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(QObject *parent = nullptr);
    ~Journal() override;

    /// Writes on beside another file; empty: among the journals of projects without a file. What was written so far
    /// goes.
    void follow(const QString &path);
    void write(const model::Project &project);
    /// Takes the journal away: everything is saved.
    void clear();
    /// Waits until everything is on the disk.
    void flush();

    /// What a crash left behind.
    struct Remains
    {
        QString journal; ///< the file to take away once it is dealt with
        QString path;    ///< of the project; empty where it had none
        model::Project project;
    };
    /// Beside a project's file; nothing where there is no journal, or where a running program owns it.
    static std::optional<Remains> remainsOf(const QString &path);
    /// Of projects without a file.
    static QList<Remains> remainsWithoutFile();
    static void discard(const Remains &remains);

private:
    class Writer;

    QThread m_thread;
    Writer *m_writer = nullptr;
    QString m_journal;
    QString m_path;
};

}
