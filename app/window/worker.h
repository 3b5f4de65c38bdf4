#pragma once

#include "model/changes/changes.h"
#include "model/schema/schema.h"
#include "views/job.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <optional>

namespace app {

/// What a worker works on: a database, or sample rows of a schema in memory.
struct Source
{
    std::optional<model::DatabaseUrl> url;
    model::Schema schema; ///< of the sample rows
    QList<model::Changes> committed; ///< what the user did to the sample rows, done again to new ones
};

/// A thread with a connection of its own, which is made when the first job needs it. Jobs run one after
/// another; a newer job of a lane takes the place of an older one, also of one that runs.
class Worker : public QThread
{
    Q_OBJECT

public:
    explicit Worker(QObject *parent = nullptr);
    /// Cancels everything and waits.
    ~Worker() override;

    /// From now on jobs run on this.
    void use(const Source &source);
    void ask(const views::Job &job);
    /// The lane's job is never done.
    void cancel(const QString &lane);
    /// Nobody will ask again: what only reads is never done; what writes is, and then the worker goes. False
    /// where nothing writes.
    bool retire();
    /// Cancels everything, and the worker goes when it has ended: nobody waits for it.
    void leave();

Q_SIGNALS:
    /// A connection was opened, or for this reason it was not.
    void tried(const QString &reason);
    /// The server had closed the connection since the last job; this one has a new one.
    void reconnected();

protected:
    void run() override;

private:
    struct Waiting
    {
        views::Job job;
        quint64 number = 0;
    };
    struct Newest
    {
        quint64 number = 0;
        bool writes = false;
    };

    void perform(const Waiting &next, const std::optional<Source> &source);
    void finish(const Waiting &finished);
    bool isNewest(const Waiting &waiting) const;
    void cancelRunning(const QString &lane);
    model::Result<model::Connection *> connectionFor(const views::Job &job);
    model::Result<std::unique_ptr<model::Connection>> open(model::Access access);

    QMutex m_mutex; ///< of everything down to m_connection
    QWaitCondition m_called;
    std::deque<Waiting> m_waiting;
    QHash<QString, Newest> m_newest; ///< job of each lane; others are not done any more
    std::optional<Source> m_next;
    QString m_runningLane;
    model::Connection *m_running = nullptr; ///< what cancel() is for; only while a job runs
    quint64 m_lastNumber = 0;
    bool m_isRetired = false;
    bool m_ends = false;

    // Of the thread alone.
    Source m_source;
    std::unique_ptr<model::Connection> m_connection;
    std::unique_ptr<model::Connection> m_writing;
};

}
