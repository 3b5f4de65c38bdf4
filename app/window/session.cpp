#include "app/window/session.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

Session::Session(QObject *parent) : QObject(parent) { }

void Session::show(const model::Schema &schema)
{
    m_source.schema = schema;
    m_isNewer = true;
    if (!m_source.url)
        pass();
}

void Session::use(const std::optional<model::DatabaseUrl> &url)
{
    m_source.url = url;
    // Each lane of a server has a connection of its own; memory has but one.
    for (Worker *worker : std::exchange(m_workers, {})) {
        if (!worker->retire())
            delete worker;
    }
    m_isNewer = true;
    Q_EMIT originChanged(origin());
}

views::RowOrigin Session::origin() const
{
    if (!m_source.url)
        return {tr("Sample rows"), &model::sqliteDialect, true};
    const model::DatabaseUrl &url = *m_source.url;
    const QString title =
        url.path.isEmpty() ? u"%1 · %2"_s.arg(url.name, url.host) : QFileInfo(url.path).fileName();
    const QString place = url.path.isEmpty() ? u"%1@%2:%3"_s.arg(url.user, url.host).arg(url.port)
                                             : QFileInfo(url.path).absoluteFilePath();
    return {title, url.dialect, false, place};
}

void Session::ask(const views::Job &job)
{
    if (job.writes)
        m_isNewer = false;
    workerOf(job.lane)->ask(job);
}

void Session::cancel(const QString &lane)
{
    workerOf(lane)->cancel(lane);
}

void Session::keep(const model::Changes &committed, const views::RowOrigin &origin)
{
    if (!origin.isSample)
        return;
    m_source.committed.append(committed);
    if (m_isNewer && !m_source.url)
        pass();
}

void Session::forget()
{
    m_source.committed.clear();
}

Worker *Session::workerOf(const QString &lane)
{
    Worker *&worker = m_workers[m_source.url ? lane : QString()];
    if (!worker) {
        worker = new Worker(this);
        connect(worker, &Worker::reconnected, this, [this] { Q_EMIT reconnected(origin()); });
        worker->use(m_source);
        connect(worker, &Worker::tried, this, [this, worker](const QString &reason) {
            // A worker that has retired reports about another database.
            if (m_workers.values().contains(worker))
                Q_EMIT tried(reason);
        });
    }
    return worker;
}

void Session::pass()
{
    for (Worker *worker : std::as_const(m_workers))
        worker->use(m_source);
}

}
