#include "model/file/savefile.h"

#include "model/file/projectfile.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What a call of the system gives, or its error.
template <typename T>
using Called = tl::expected<T, int>;

tl::unexpected<int> fault(int error = errno)
{
    return tl::unexpected(error);
}

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) { }
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    int number() const { return m_number; }
    /// Some file systems tell only now that a write failed.
    Called<void> close()
    {
        if (::close(std::exchange(m_number, -1)) != 0)
            return fault();
        return {};
    }

private:
    int m_number;
};

Called<Descriptor> opened(const QByteArray &path, int flags, mode_t mode = 0)
{
    const int number = ::open(path.constData(), flags | O_CLOEXEC | O_NOCTTY, mode);
    if (number < 0)
        return fault();
    return Descriptor(number);
}

Called<void> writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written > 0) {
            bytes = bytes.sliced(written);
        } else if (written < 0 && errno == EAGAIN) {
            pollfd ready{file, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (written == 0 || errno != EINTR) {
            return fault(written == 0 ? EIO : errno);
        }
    }
    return {};
}

/// Waits until the disk has it. Some file systems know no such thing.
Called<void> flush(int file)
{
    while (::fsync(file) != 0) {
        if (errno == EINVAL || errno == ENOTSUP)
            break;
        if (errno != EINTR)
            return fault();
    }
    return {};
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray(".") : path.first(std::max<qsizetype>(slash, 1));
}

/// A name is safe when its folder is.
Called<void> flushFolder(const QByteArray &folder)
{
    const auto file = opened(folder, O_RDONLY | O_DIRECTORY);
    if (!file && file.error() == EACCES) // a folder that is written to, but not read
        return {};
    return file ? flush(file->number()) : fault(file.error());
}

/// Where symbolic links lead, also to what is not there yet.
Called<QByteArray> followed(QByteArray path)
{
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks; ++i) {
        QByteArray next(4096, Qt::Uninitialized);
        const ssize_t length = ::readlink(path.constData(), next.data(), size_t(next.size()));
        if (length < 0)
            return path;
        next.truncate(length);
        path = next.startsWith('/') ? next : folderOf(path) + '/' + next;
    }
    return fault(ELOOP);
}

QByteArray beside(const QByteArray &folder)
{
    return folder + "/.throughline-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

/// The extended attributes of a file, access lists among them. Those of the system's security follow the
/// name.
Called<QList<std::pair<QByteArray, QByteArray>>> attributesOf(int file)
{
    QList<std::pair<QByteArray, QByteArray>> list;
    const ssize_t size = ::flistxattr(file, nullptr, 0);
    if (size < 0)
        return errno == ENOTSUP ? Called<QList<std::pair<QByteArray, QByteArray>>>(list) : fault();
    QByteArray names(size, Qt::Uninitialized);
    if (::flistxattr(file, names.data(), size_t(size)) != size)
        return fault();
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty() || name.startsWith("security."))
            continue;
        const ssize_t length = ::fgetxattr(file, name.constData(), nullptr, 0);
        QByteArray value(std::max<ssize_t>(length, 0), Qt::Uninitialized);
        if (length < 0 || ::fgetxattr(file, name.constData(), value.data(), size_t(length)) != length)
            return fault();
        list.append({name, value});
    }
    return list;
}

/// Makes a new file look like an old one; false where the user may not.
bool takeOver(int file, const QByteArray &old, const struct stat &like)
{
    struct stat now = {};
    if (::fstat(file, &now) != 0)
        return false;
    if ((now.st_uid != like.st_uid || now.st_gid != like.st_gid)
        && ::fchown(file, like.st_uid, like.st_gid) != 0)
        return false;
    if (::fchmod(file, like.st_mode & 07777) != 0)
        return false;
    const auto source = opened(old, O_RDONLY);
    const auto wanted = source ? attributesOf(source->number()) : fault(source.error());
    const auto found = attributesOf(file);
    if (!wanted || !found)
        return false;
    for (const auto &each : *found) {
        if (!wanted->contains(each) && ::fremovexattr(file, each.first.constData()) != 0)
            return false;
    }
    for (const auto &[name, value] : *wanted) {
        if (!found->contains(std::pair(name, value))
            && ::fsetxattr(file, name.constData(), value.constData(), size_t(value.size()), 0) != 0)
            return false;
    }
    return true;
}

/// Writes a file that was not there and has it reach the disk.
Called<void> finish(const Descriptor &file, const QByteArray &bytes)
{
    return writeAll(file.number(), bytes).and_then([&] { return flush(file.number()); });
}

Called<void> moveOver(const QByteArray &from, const QByteArray &path)
{
    if (::rename(from.constData(), path.constData()) != 0)
        return fault();
    return flushFolder(folderOf(path));
}

/// Gives a file other contents without another file in its place.
Called<void> overwrite(int file, const QByteArray &bytes)
{
    // A disk that is full says so before anything is lost.
    if (!bytes.isEmpty() && ::fallocate(file, FALLOC_FL_KEEP_SIZE, 0, bytes.size()) != 0
        && errno != EOPNOTSUPP && errno != ENOSYS)
        return fault();
    if (::lseek(file, 0, SEEK_SET) != 0)
        return fault();
    return writeAll(file, bytes).and_then([&]() -> Called<void> {
        if (::ftruncate(file, bytes.size()) != 0)
            return fault();
        return flush(file);
    });
}

Called<QByteArray> contentsOf(int file, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 length = 0;
    while (length < size) {
        const ssize_t read = ::pread(file, bytes.data() + length, size_t(size - length), length);
        if (read < 0 && errno != EINTR)
            return fault();
        if (read == 0)
            break;
        length += std::max<ssize_t>(read, 0);
    }
    bytes.truncate(length);
    return bytes;
}

/// Why a file was not saved.
struct Failure
{
    int error = 0;
    QByteArray copy; ///< has the new contents, where the file's own may be torn
};

tl::unexpected<Failure> failure(int error, const QByteArray &copy = {})
{
    return tl::unexpected(Failure{error, copy});
}

/// Writes into the file itself: other names of it, or an owner that nobody else can give it, stay. Meanwhile
/// the new contents are safe in `copy`.
tl::expected<void, Failure> saveInPlace(const QByteArray &bytes, const QByteArray &path,
                                        const struct stat &old, const QByteArray &copy)
{
    auto file = opened(path, O_RDWR);
    if (!file)
        return failure(file.error());
    const auto before = contentsOf(file->number(), old.st_size);
    if (!before)
        return failure(before.error());
    if (const auto done = overwrite(file->number(), bytes); !done) {
        const auto restored = overwrite(file->number(), *before);
        return failure(done.error(), restored ? QByteArray() : copy);
    }
    if (const auto closed = file->close(); !closed)
        return failure(closed.error());
    return {};
}

tl::expected<void, Failure> saveRegular(const QByteArray &bytes, const QByteArray &path,
                                        const struct stat *old, Readers readers)
{
    if (old && ::faccessat(AT_FDCWD, path.constData(), W_OK, AT_EACCESS) != 0)
        return failure(errno);
    const QByteArray copy = beside(folderOf(path));
    const mode_t mode = old || readers == Readers::OwnerOnly ? 0600 : 0666;
    auto file = opened(copy, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (!file)
        return failure(file.error());
    const bool replaces = !old || (old->st_nlink == 1 && takeOver(file->number(), path, *old));
    auto saved = finish(*file, bytes)
                     .and_then([&] { return file->close(); })
                     .and_then([&] { return replaces ? moveOver(copy, path) : flushFolder(folderOf(path)); })
                     .map_error([](int error) {
                         return Failure{error, {}};
                     });
    if (saved && !replaces)
        saved = saveInPlace(bytes, path, *old, copy);
    if (saved || saved.error().copy.isEmpty())
        ::unlink(copy.constData());
    return saved;
}

Called<void> writeThrough(const QByteArray &bytes, const QByteArray &path)
{
    auto file = opened(path, O_WRONLY);
    if (!file)
        return fault(file.error());
    return writeAll(file->number(), bytes).and_then([&] { return file->close(); });
}

}

Result<void> saveBytes(const QByteArray &bytes, const QString &path, Readers readers)
{
    const QByteArray given = QFile::encodeName(path);
    struct stat old = {};
    const bool exists = ::stat(given.constData(), &old) == 0;
    const auto withoutCopy = [](int error) { return Failure{error, {}}; };
    const auto saved = exists && !S_ISREG(old.st_mode)
        ? writeThrough(bytes, given).map_error(withoutCopy)
        : followed(given).map_error(withoutCopy).and_then([&](const QByteArray &target) {
              return saveRegular(bytes, target, exists ? &old : nullptr, readers);
          });
    if (saved)
        return {};
    const QString reason = qt_error_string(saved.error().error);
    if (!saved.error().copy.isEmpty()) {
        return refusal(Text::tr("cannot write %1: %2; what was to be written is in %3")
                           .arg(path, reason, QFile::decodeName(saved.error().copy)));
    }
    return refusal(Text::tr("cannot write %1: %2").arg(path, reason));
}

Result<void> saveProject(const Project &project, const QString &path)
{
    return saveBytes(writeProject(project), path);
}

Result<void> replaceFile(const QString &path, const QString &finished)
{
    const QByteArray from = QFile::encodeName(finished);
    const auto moved = followed(QFile::encodeName(path)).and_then([&](const QByteArray &target) {
        return opened(from, O_RDWR).and_then([&](const Descriptor &file) -> Called<void> {
            struct stat old = {};
            if (::stat(target.constData(), &old) == 0)
                (void)takeOver(file.number(), target, old);
            return flush(file.number()).and_then([&] { return moveOver(from, target); });
        });
    });
    if (!moved)
        return refusal(Text::tr("cannot write %1: %2").arg(path, qt_error_string(moved.error())));
    return {};
}

QString unusedName(const QString &folder)
{
    return QFile::decodeName(beside(QFile::encodeName(folder)));
}

Result<void> writeBytes(const QByteArray &bytes, int descriptor)
{
    if (const auto written = writeAll(descriptor, bytes); !written)
        return refusal(qt_error_string(written.error()));
    return {};
}

}
