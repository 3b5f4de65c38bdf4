#include "app/window/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStandardPaths>
#include <QUuid>
#include <QWaitCondition>

#include <csignal>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto ending = ".journal"_L1;

QString folderOfNameless()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/unsaved"_s;
}

QString journalOf(const QString &path)
{
    const QFileInfo file(path);
    return file.dir().filePath(u'.' + file.fileName() + ending);
}

/// First line of a journal: whose it is.
QByteArray head(const QString &path)
{
    return QByteArray::number(QCoreApplication::applicationPid()) + ' ' + path.toUtf8() + '\n';
}

bool isRunning(qint64 process)
{
    return process > 0 && (kill(pid_t(process), 0) == 0 || errno == EPERM);
}

std::optional<Journal::Remains> read(const QString &journal)
{
    QFile file(journal);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray first = file.readLine().chopped(1);
    const qsizetype space = first.indexOf(' ');
    if (space < 0)
        return {};
    const qint64 owner = first.first(space).toLongLong();
    if (owner != QCoreApplication::applicationPid() && isRunning(owner))
        return {};
    auto project = model::readProject(file.readAll());
    if (!project)
        return {};
    return Journal::Remains{journal, QString::fromUtf8(first.sliced(space + 1)), std::move(project->project)};
}

}

/// Lives on the journal's thread. At most one state waits or is being written: the next one has to wait for
/// it, so that no crash loses more than the last.
class Journal::Writer : public QObject
{
public:
    void put(const QString &journal, const QString &path, const model::Project &project)
    {
        const QMutexLocker lock(&m_mutex);
        while (m_isCalled)
            m_written.wait(&m_mutex);
        m_journal = journal;
        m_path = path;
        m_waiting = project;
        m_isCalled = true;
        QMetaObject::invokeMethod(
            this, [this] { writeWaiting(); }, Qt::QueuedConnection);
    }

    void drop()
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.reset();
    }

private:
    void writeWaiting()
    {
        std::optional<model::Project> project;
        QString journal;
        QString path;
        {
            const QMutexLocker lock(&m_mutex);
            project.swap(m_waiting);
            journal = m_journal;
            path = m_path;
        }
        if (project) {
            QDir().mkpath(QFileInfo(journal).path());
            // Where nothing can be written there is no journal; saving will say so.
            (void)model::saveBytes(head(path) + model::writeProject(*project), journal);
        }
        const QMutexLocker lock(&m_mutex);
        m_isCalled = false;
        m_written.wakeAll();
    }

    QMutex m_mutex;
    QWaitCondition m_written;
    std::optional<model::Project> m_waiting;
    QString m_journal;
    QString m_path;
    bool m_isCalled = false;
};

Journal::Journal(QObject *parent) : QObject(parent), m_writer(new Writer)
{
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread.start();
    follow({});
}

Journal::~Journal()
{
    m_thread.quit();
    m_thread.wait();
}

void Journal::follow(const QString &path)
{
    clear();
    m_path = path;
    m_journal = path.isEmpty()
        ? folderOfNameless() + u'/' + QUuid::createUuid().toString(QUuid::Id128) + ending
        : journalOf(path);
}

void Journal::write(const model::Project &project)
{
    m_writer->put(m_journal, m_path, project);
}

void Journal::flush()
{
    QMetaObject::invokeMethod(
        m_writer, [] {}, Qt::BlockingQueuedConnection);
}

void Journal::clear()
{
    m_writer->drop();
    flush();
    if (!m_journal.isEmpty())
        QFile::remove(m_journal);
}

std::optional<Journal::Remains> Journal::remainsOf(const QString &path)
{
    return read(journalOf(path));
}

QList<Journal::Remains> Journal::remainsWithoutFile()
{
    QList<Remains> list;
    const QDir folder(folderOfNameless());
    for (const QString &name :
         folder.entryList({u'*' + QString(ending)}, QDir::Files | QDir::Hidden, QDir::Time)) {
        if (auto remains = read(folder.filePath(name)))
            list.append(std::move(*remains));
    }
    return list;
}

void Journal::discard(const Remains &remains)
{
    QFile::remove(remains.journal);
}

}
