#include "app/window/journal.h"

#include "app/window/journaltext.h"
#include "model/file/savefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStandardPaths>
#include <QUuid>
#include <QWaitCondition>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto ending = ".journal"_L1;
constexpr auto lockEnding = ".lock"_L1;

/// For projects without a file, and for those in folders that cannot be written to.
QString folderElsewhere()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/unsaved"_s;
}

/// One file may have many paths.
QString wholePath(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
}

QStringList stemsOf(const QString &path)
{
    const QFileInfo file(wholePath(path));
    const QByteArray digest =
        QCryptographicHash::hash(file.filePath().toUtf8(), QCryptographicHash::Sha1).toHex();
    return {file.dir().filePath(u'.' + file.fileName()),
            folderElsewhere() + u'/' + QString::fromLatin1(digest)};
}

QString newName()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

void makeFolderOf(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    if (!QFileInfo::exists(folder))
        QDir().mkpath(folder);
}

std::optional<Journal::Remains> read(const QString &journal)
{
    QFile file(journal);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto text = readJournal(file.readAll());
    if (!text)
        return {};
    return Journal::Remains{.journal = journal,
                            .path = text->path,
                            .base = text->base,
                            .project = std::move(text->project)};
}

QFileInfoList journalsIn(const QString &folder)
{
    return QDir(folder).entryInfoList({u'*' + QString(ending)}, QDir::Files | QDir::Hidden, QDir::Time);
}

/// A journal's file is called STEM.SESSION.journal.
QString stemOf(const QFileInfo &journal)
{
    const QString name = journal.filePath().chopped(ending.size());
    return name.first(std::max<qsizetype>(name.lastIndexOf(u'.'), 0));
}

}

/// Lives on the journal's thread. At most one state waits or is being written: the next one has to wait for
/// it, so that no crash loses more than the last.
class Journal::Writer : public QObject
{
public:
    struct State
    {
        QStringList files; ///< the first that can be written
        QString path;
        QByteArray base;
        model::Project project;
    };

    void put(const State &state)
    {
        const QMutexLocker lock(&m_mutex);
        while (m_isCalled)
            m_written.wait(&m_mutex);
        m_waiting = state;
        m_isCalled = true;
        QMetaObject::invokeMethod(
            this, [this] { writeWaiting(); }, Qt::QueuedConnection);
    }

    void drop()
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.reset();
    }

    bool isSafe()
    {
        const QMutexLocker lock(&m_mutex);
        return m_isSafe;
    }

private:
    void writeWaiting()
    {
        std::optional<State> state;
        {
            const QMutexLocker lock(&m_mutex);
            state.swap(m_waiting);
        }
        const bool isSafe = state && write(*state);
        const QMutexLocker lock(&m_mutex);
        if (state)
            m_isSafe = isSafe;
        m_isCalled = false;
        m_written.wakeAll();
    }

    static bool write(const State &state)
    {
        const QByteArray text = journalText({state.path, state.base, state.project});
        for (const QString &file : state.files) {
            makeFolderOf(file);
            if (!model::saveBytes(text, file, model::Readers::OwnerOnly))
                continue;
            for (const QString &other : state.files) {
                if (other != file)
                    QFile::remove(other);
            }
            return true;
        }
        // Where nothing can be written there is no journal; saving will say so.
        return false;
    }

    QMutex m_mutex;
    QWaitCondition m_written;
    std::optional<State> m_waiting;
    bool m_isSafe = true;
    bool m_isCalled = false;
};

Journal::Journal(QObject *parent) : QObject(parent), m_writer(new Writer), m_session(newName())
{
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread.start();
}

Journal::~Journal()
{
    m_thread.quit();
    m_thread.wait();
}

tl::expected<Claim, Holder> Journal::claim(const QString &path, bool evenFromOtherHost) const
{
    const QString whole = path.isEmpty() ? QString() : wholePath(path);
    if (!whole.isEmpty() && whole == m_claim.path)
        return m_claim;
    Claim made{whole, path.isEmpty() ? QStringList{folderElsewhere() + u'/' + newName()} : stemsOf(path), {}};
    for (const QString &stem : made.stems) {
        if (path.isEmpty() || stem != made.stems.first())
            makeFolderOf(stem);
        const auto lock = Lock::take(stem + lockEnding, evenFromOtherHost);
        if (!lock)
            return tl::unexpected(lock.error());
        made.lock = *lock;
        if (made.lock)
            break;
    }
    return made;
}

void Journal::follow(const Claim &claim)
{
    clear();
    m_claim = claim;
    m_session = newName();
}

void Journal::write(const model::Project &project, const QByteArray &base)
{
    // A project without a file is claimed when there is something to lose.
    if (m_claim.stems.isEmpty())
        m_claim = claim({}).value_or(Claim());
    Writer::State state{{}, m_claim.path, base, project};
    for (const QString &stem : m_claim.stems)
        state.files.append(stem + u'.' + m_session + ending);
    m_writer->put(state);
}

bool Journal::flush()
{
    QMetaObject::invokeMethod(
        m_writer, [] {}, Qt::BlockingQueuedConnection);
    return m_writer->isSafe();
}

void Journal::clear()
{
    m_writer->drop();
    flush();
    for (const QString &stem : m_claim.stems)
        QFile::remove(stem + u'.' + m_session + ending);
}

QList<Journal::Remains> Journal::journalsOf(const QString &path)
{
    QFileInfoList files;
    for (const QString &stem : stemsOf(path)) {
        QFileInfoList list = journalsIn(QFileInfo(stem).path());
        list.removeIf([&](const QFileInfo &each) { return stemOf(each) != stem; });
        files += list;
    }
    std::stable_sort(files.begin(), files.end(), [](const QFileInfo &one, const QFileInfo &other) {
        return one.lastModified() > other.lastModified();
    });
    QList<Remains> list;
    for (const QFileInfo &file : files) {
        if (auto remains = read(file.filePath()))
            list.append(std::move(*remains));
    }
    return list;
}

QList<Journal::Remains> Journal::remains() const
{
    QList<Remains> list = m_claim.path.isEmpty() ? QList<Remains>() : journalsOf(m_claim.path);
    list.removeIf([this](const Remains &each) { return each.journal.contains(m_session); });
    return list;
}

QList<Journal::Remains> Journal::remainsWithoutFile()
{
    QList<Remains> list;
    for (const QFileInfo &file : journalsIn(folderElsewhere())) {
        auto remains = read(file.filePath());
        if (!remains || !remains->path.isEmpty())
            continue;
        const auto lock = Lock::take(stemOf(file) + lockEnding);
        if (!lock)
            continue;
        remains->lock = *lock;
        list.append(std::move(*remains));
    }
    return list;
}

void Journal::discard(const Remains &remains)
{
    QFile::remove(remains.journal);
}

}
