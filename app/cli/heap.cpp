#include "app/cli/heap.h"

#include <algorithm>
#include <thread>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace app {

#ifdef __GLIBC__

namespace {

constexpr quintptr largePage = 2 << 20;

/// The first address of the heap that a large page can begin at.
quintptr firstLargePage = 0;

}

void growHeap()
{
    constexpr int space = 256 << 20;
    mallopt(M_TOP_PAD, space);
    mallopt(M_TRIM_THRESHOLD, 2 * space);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    const auto top = quintptr(sbrk(0));
    firstLargePage = (top + largePage - 1) & ~(largePage - 1);
    // What stands before the first large page is never used; this also grows the heap.
    void *volatile gap = malloc(firstLargePage - top + 1);
    Q_UNUSED(gap);
    if (const auto end = quintptr(sbrk(0)); end > firstLargePage)
        madvise(reinterpret_cast<void *>(firstLargePage), end - firstLargePage, MADV_HUGEPAGE);
}

void warmHeap(qint64 bytes)
{
    constexpr qint64 most = 64 << 20;
    const auto length = quintptr(std::min(bytes, most)) & ~(largePage - 1);
    if (firstLargePage == 0 || length == 0 || std::thread::hardware_concurrency() < 2)
        return;
    std::thread([length] {
#ifdef MADV_POPULATE_WRITE
        madvise(reinterpret_cast<void *>(firstLargePage), length, MADV_POPULATE_WRITE);
#endif
    }).detach();
}

#else

void growHeap() { }
void warmHeap(qint64) { }

#endif

}
