#include "app/cli/cli.h"

#include <QCoreApplication>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

/// A command builds its values in milliseconds and ends: page by page, the kernel would take as long as the
/// work. The heap grows once, by address space alone, and in large pages.
void growHeap()
{
    constexpr int space = 256 << 20;
    mallopt(M_TOP_PAD, space);
    mallopt(M_TRIM_THRESHOLD, 2 * space);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    const auto largePage = quintptr(2) << 20;
    const auto begin = (quintptr(sbrk(0)) + largePage - 1) & ~(largePage - 1);
    void *volatile block = malloc(largePage);
    free(block);
    if (const auto end = quintptr(sbrk(0)); end > begin)
        madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

}
#else
static void growHeap() { }
#endif

int main(int argc, char *argv[])
{
    growHeap();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("throughline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(THROUGHLINE_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto exit = app::runCommandLine(arguments);
    return int(exit ? *exit : app::runWindow(arguments, true));
}
