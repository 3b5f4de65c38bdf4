#include "app/window/lock.h"

#include "model/file/savefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray currentBoot()
{
    return contentsOf(u"/proc/sys/kernel/random/boot_id"_s).trimmed();
}

/// In ticks since the host started; 0 where there is no such process.
qint64 startOf(qint64 process)
{
    // The name before it, in parentheses, may hold anything.
    const QByteArray status = contentsOf(u"/proc/%1/stat"_s.arg(process));
    return status.mid(status.lastIndexOf(')') + 2).split(' ').value(19).toLongLong();
}

Holder thisProgram()
{
    const qint64 process = QCoreApplication::applicationPid();
    return {QSysInfo::machineHostName(), currentBoot(), process, startOf(process)};
}

QByteArray written(const Holder &holder)
{
    return QJsonDocument(QJsonObject{{u"host"_s, holder.host},
                                     {u"boot"_s, QString::fromLatin1(holder.boot)},
                                     {u"process"_s, holder.process},
                                     {u"started"_s, holder.started}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

Holder holderIn(const QString &path)
{
    const QJsonObject read = QJsonDocument::fromJson(contentsOf(path)).object();
    return {read.value("host"_L1).toString(), read.value("boot"_L1).toString().toLatin1(),
            read.value("process"_L1).toInteger(), read.value("started"_L1).toInteger()};
}

bool isRunning(const Holder &holder)
{
    return holder.boot == currentBoot() && holder.started > 0 && startOf(holder.process) == holder.started;
}

/// Does the path still lead to the file that was opened?
bool isStillThere(int file, const QByteArray &path)
{
    struct stat opened = {};
    struct stat now = {};
    return ::fstat(file, &opened) == 0 && ::stat(path.constData(), &now) == 0 && opened.st_ino == now.st_ino
        && opened.st_dev == now.st_dev;
}

}

bool Holder::isOnThisHost() const
{
    return host.isEmpty() || host == QSysInfo::machineHostName();
}

tl::expected<std::shared_ptr<Lock>, Holder> Lock::take(const QString &path, bool evenFromOtherHost)
{
    const QByteArray name = QFile::encodeName(path);
    constexpr int tries = 10; // others make and remove it, too
    for (int i = 0; i < tries; ++i) {
        int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        // Another user's: it can be asked for, and taken away where the folder allows it.
        const bool isForeign = file < 0 && errno == EACCES;
        if (isForeign)
            file = ::open(name.constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            return nullptr;
        std::shared_ptr<Lock> lock(new Lock(path, file));
        const bool isLocked = ::flock(file, LOCK_EX | LOCK_NB) == 0;
        const bool isHeld = !isLocked && errno == EWOULDBLOCK;
        const Holder holder = holderIn(path);
        if (isHeld || (!holder.isOnThisHost() && !evenFromOtherHost) || (!isLocked && isRunning(holder))) {
            lock->m_path.clear();
            return tl::unexpected(holder);
        }
        if (!isStillThere(file, name)) {
            lock->m_path.clear();
            continue;
        }
        if (isForeign) {
            if (::unlink(name.constData()) != 0)
                return nullptr;
            lock->m_path.clear();
            continue;
        }
        // Where this cannot be written, the lock holds all the same.
        if (::ftruncate(file, 0) == 0)
            (void)model::writeBytes(written(thisProgram()), file);
        return lock;
    }
    return nullptr;
}

Lock::Lock(const QString &path, int file) : m_path(path), m_file(file) { }

Lock::~Lock()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    ::close(m_file);
}

}
