#include "app/window/worker.h"

#include "model/changes/commit.h"
#include "model/sample/embedded.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Sample rows with the user's changes. Changes that no longer fit the schema are left out.
model::Result<std::unique_ptr<model::Connection>> sampleDatabase(const Source &source)
{
    auto database = model::embeddedDatabase(source.schema);
    if (!database)
        return tl::unexpected(database.error());
    for (const model::Changes &changes : source.committed) {
        auto statements = model::sqlOf(changes, source.schema, database->connection->dialect(),
                                       QDateTime::currentDateTimeUtc());
        if (!statements)
            continue;
        // New rows need not hold all that the old ones held.
        for (model::ChangeStatement &statement : *statements)
            statement.check.clear();
        (void)model::commit(*database->connection, *statements);
    }
    return std::move(database->connection);
}

}

Worker::Worker(QObject *parent) : QThread(parent)
{
    start();
}

Worker::~Worker()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ends = true;
        m_waiting.clear();
        m_called.wakeAll();
    }
    // A database forgets a cancel that comes just before a statement begins: it is told until it hears.
    constexpr int pause = 20; // ms
    do {
        const QMutexLocker lock(&m_mutex);
        if (m_running)
            m_running->cancel();
    } while (!wait(pause));
}

void Worker::use(const Source &source)
{
    const QMutexLocker lock(&m_mutex);
    m_next = source;
}

void Worker::ask(const views::Job &job)
{
    const QMutexLocker lock(&m_mutex);
    cancelRunning(job.lane);
    m_newest.insert(job.lane, {++m_lastNumber, job.writes});
    m_waiting.push_back({job, m_lastNumber});
    m_called.wakeAll();
}

void Worker::cancel(const QString &lane)
{
    const QMutexLocker lock(&m_mutex);
    cancelRunning(lane);
}

bool Worker::retire()
{
    const QMutexLocker lock(&m_mutex);
    m_isRetired = true;
    for (const QString &lane : m_newest.keys()) {
        if (!m_newest.value(lane).writes)
            cancelRunning(lane);
    }
    return !m_newest.isEmpty();
}

void Worker::leave()
{
    connect(this, &QThread::finished, this, &QObject::deleteLater);
    const QMutexLocker lock(&m_mutex);
    m_ends = true;
    m_newest.clear();
    m_waiting.clear();
    if (m_running)
        m_running->cancel();
    m_called.wakeAll();
}

bool Worker::isNewest(const Waiting &waiting) const
{
    return m_newest.value(waiting.job.lane).number == waiting.number;
}

void Worker::cancelRunning(const QString &lane)
{
    m_newest.remove(lane);
    std::erase_if(m_waiting, [&](const Waiting &waiting) { return waiting.job.lane == lane; });
    if (m_running && m_runningLane == lane)
        m_running->cancel();
}

void Worker::run()
{
    while (true) {
        Waiting next;
        std::optional<Source> source;
        {
            QMutexLocker lock(&m_mutex);
            while (m_waiting.empty() && !m_ends)
                m_called.wait(&m_mutex);
            if (m_ends)
                break;
            next = m_waiting.front();
            m_waiting.pop_front();
            source.swap(m_next);
        }
        perform(next, source);
        QMetaObject::invokeMethod(
            this, [this, next] { finish(next); }, Qt::QueuedConnection);
    }
    m_writing.reset();
    m_connection.reset();
}

void Worker::perform(const Waiting &next, const std::optional<Source> &source)
{
    if (source) {
        m_source = *source;
        m_connection.reset();
    }
    const auto connection = connectionFor(next.job);
    {
        const QMutexLocker lock(&m_mutex);
        if (!isNewest(next))
            return;
        m_runningLane = next.job.lane;
        m_running = connection.value_or(nullptr);
    }
    next.job.work(connection);
    {
        const QMutexLocker lock(&m_mutex);
        m_running = nullptr;
    }
    m_writing.reset();
}

void Worker::finish(const Waiting &finished)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!isNewest(finished))
            return;
        m_newest.remove(finished.job.lane);
        if (m_isRetired && m_newest.isEmpty())
            deleteLater();
    }
    finished.job.done();
}

model::Result<std::unique_ptr<model::Connection>> Worker::open(model::Access access)
{
    auto opened = m_source.url ? model::Connection::open(*m_source.url, access) : sampleDatabase(m_source);
    Q_EMIT tried(opened ? QString() : opened.error().message);
    return opened;
}

model::Result<model::Connection *> Worker::connectionFor(const views::Job &job)
{
    if (m_source.url && job.writes) {
        auto opened = open(model::Access::Write);
        if (!opened)
            return tl::unexpected(opened.error());
        m_writing = std::move(*opened);
        return m_writing.get();
    }
    const bool isLost = m_connection && !m_connection->isAlive();
    if (isLost)
        m_connection.reset();
    if (!m_connection) {
        auto opened = open(model::Access::Read);
        if (!opened)
            return tl::unexpected(opened.error());
        m_connection = std::move(*opened);
        if (isLost)
            Q_EMIT reconnected();
    }
    if (!m_source.url) {
        const auto set =
            m_connection->execute(job.writes ? u"PRAGMA query_only = OFF"_s : u"PRAGMA query_only = ON"_s);
        if (!set)
            return tl::unexpected(set.error());
    }
    return m_connection.get();
}

}
