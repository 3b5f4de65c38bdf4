#include "tests/support/diskfaults.h"

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace test {

namespace {

struct State
{
    std::mutex mutex;
    DiskFault fault;
    std::vector<std::string> calls;
};

State &state()
{
    static auto *instance = [] {
        auto *made = new State;
        const char *text = std::getenv("THROUGHLINE_FAULTS");
        char folder[PATH_MAX];
        char lasting[3] = "";
        if (text
            && std::sscanf(text, "%4095[^:]:%d:%d:%2s", folder, &made->fault.call, &made->fault.error,
                           lasting)
                >= 3)
        {
            made->fault.folder = folder;
            made->fault.isLasting = std::strcmp(lasting, "on") == 0;
        }
        return made;
    }();
    return *instance;
}

std::string pathOf(int file)
{
    char link[64];
    char path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path);
    return length > 0 ? std::string(path, size_t(length)) : std::string();
}

/// Is it this call's turn to fail?
bool fails(const char *call, const std::string &path)
{
    State &all = state();
    const std::lock_guard lock(all.mutex);
    if (all.fault.folder.empty() || path.rfind(all.fault.folder, 0) != 0)
        return false;
    const int number = int(all.calls.size()) + 1;
    const DiskFault &fault = all.fault;
    const bool itIs = fault.call > 0 && (number == fault.call || (fault.isLasting && number > fault.call));
    std::string &told = all.calls.emplace_back(itIs ? "!" : "");
    told += call;
    if (itIs)
        errno = fault.error;
    return itIs;
}

template <typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

int openFile(const char *name, const char *path, int flags, mode_t mode)
{
    // What is only read changes nothing; folders are opened to be flushed.
    const bool counts = (flags & (O_WRONLY | O_RDWR | O_DIRECTORY)) != 0;
    if (counts && fails("open", path))
        return -1;
    return next<int(const char *, int, mode_t)>(name)(path, flags, mode);
}

}

void setDiskFault(const DiskFault &fault)
{
    const std::lock_guard lock(state().mutex);
    state().fault = fault;
    state().calls.clear();
}

std::vector<std::string> diskCalls()
{
    const std::lock_guard lock(state().mutex);
    return state().calls;
}

}

#define THROUGHLINE_FD_CALL(name, result, parameters, arguments)                                             \
    extern "C" result name parameters                                                                        \
    {                                                                                                        \
        if (test::fails(#name, test::pathOf(file)))                                                          \
            return -1;                                                                                       \
        return test::next<result parameters>(#name) arguments;                                               \
    }

#define THROUGHLINE_OPEN(name)                                                                               \
    extern "C" int name(const char *path, int flags, ...)                                                    \
    {                                                                                                        \
        va_list more;                                                                                        \
        va_start(more, flags);                                                                               \
        const mode_t mode = (flags & O_CREAT) ? va_arg(more, mode_t) : 0;                                    \
        va_end(more);                                                                                        \
        return test::openFile(#name, path, flags, mode);                                                     \
    }

THROUGHLINE_OPEN(open)
THROUGHLINE_OPEN(open64)
THROUGHLINE_FD_CALL(fsync, int, (int file), (file))
THROUGHLINE_FD_CALL(fdatasync, int, (int file), (file))
THROUGHLINE_FD_CALL(ftruncate, int, (int file, off_t size) noexcept, (file, size))
THROUGHLINE_FD_CALL(ftruncate64, int, (int file, off64_t size) noexcept, (file, size))
THROUGHLINE_FD_CALL(fchmod, int, (int file, mode_t mode) noexcept, (file, mode))
THROUGHLINE_FD_CALL(fchown, int, (int file, uid_t user, gid_t group) noexcept, (file, user, group))
THROUGHLINE_FD_CALL(fallocate, int, (int file, int mode, off_t from, off_t size), (file, mode, from, size))
THROUGHLINE_FD_CALL(fsetxattr, int,
                    (int file, const char *key, const void *value, size_t size, int flags) noexcept,
                    (file, key, value, size, flags))

/// One byte less than asked where more than one is written: who does not look loses the last one.
extern "C" ssize_t write(int file, const void *bytes, size_t size)
{
    static auto *real = test::next<ssize_t(int, const void *, size_t)>("write");
    if (file <= STDERR_FILENO && !std::getenv("THROUGHLINE_FAULTS"))
        return real(file, bytes, size);
    const std::string path = test::pathOf(file);
    if (test::fails("write", path))
        return -1;
    const bool isOurs = !test::state().fault.folder.empty() && path.rfind(test::state().fault.folder, 0) == 0;
    return real(file, bytes, isOurs && size > 1 ? size - 1 : size);
}

/// The descriptor is gone, whatever is said.
extern "C" int close(int file)
{
    static auto *real = test::next<int(int)>("close");
    const std::string path = test::pathOf(file);
    const bool isWritten = (fcntl(file, F_GETFL) & (O_WRONLY | O_RDWR)) != 0;
    const bool failed = isWritten && test::fails("close", path);
    const int error = errno;
    const int closed = real(file);
    if (failed)
        errno = error;
    return failed ? -1 : closed;
}

extern "C" int rename(const char *from, const char *to) noexcept
{
    return test::fails("rename", to) ? -1 : test::next<int(const char *, const char *)>("rename")(from, to);
}

extern "C" int unlink(const char *path) noexcept
{
    return test::fails("unlink", path) ? -1 : test::next<int(const char *)>("unlink")(path);
}
