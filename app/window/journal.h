#pragma once

#include "app/window/lock.h"
#include "model/file/projectfile.h"

#include <QObject>
#include <QThread>

#include <optional>

namespace app {

/// A project that is this window's alone, and where its unsaved work is kept.
struct Claim
{
    QString path; ///< of the project; empty where it has none
    QStringList stems; ///< of the journal's file: beside the project's, and where that cannot be written
    std::shared_ptr<Lock> lock;
};

/// The unsaved state of a project, kept beside its file at every step, so that a crash loses one step at
/// most. Written by a thread of its own; a newer state takes the place of one that still waits. Each window
/// has a file of its own, so none is overwritten before it was offered.
class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(QObject *parent = nullptr);
    ~Journal() override;

    /// Takes a project for this window, or tells who has it. A claim lasts as long as somebody keeps it.
    tl::expected<Claim, Holder> claim(const QString &path, bool evenFromOtherHost = false) const;
    /// Writes on for another project. What was written so far goes.
    void follow(const Claim &claim);
    /// `base` is the digest of the file that the edits were made to.
    void write(const model::Project &project, const QByteArray &base);
    /// Takes the journal away: everything is saved.
    void clear();
    /// Waits until everything is written; false where the last state could not be.
    bool flush();

    /// What a crash left behind.
    struct Remains
    {
        QString journal; ///< the file to take away once it is dealt with
        QString path; ///< of the project; empty where it had none
        QByteArray base; ///< digest of the file that the edits were made to
        model::Project project;
        std::shared_ptr<Lock> lock; ///< nobody else is offered it meanwhile
    };
    /// Of the project that it follows, newest first.
    QList<Remains> remains() const;
    /// Every journal of a project, newest first, whoever writes it.
    static QList<Remains> journalsOf(const QString &path);
    /// Of projects without a file, whose windows are gone.
    static QList<Remains> remainsWithoutFile();
    static void discard(const Remains &remains);

private:
    class Writer;

    QThread m_thread;
    Writer *m_writer = nullptr;
    Claim m_claim;
    QString m_session; ///< in the file's name
};

}
