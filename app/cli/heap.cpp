#include "app/cli/heap.h"

#include <QtGlobal>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace app {

void growHeap()
{
#ifdef __GLIBC__
    constexpr int space = 256 << 20;
    mallopt(M_TOP_PAD, space);
    mallopt(M_TRIM_THRESHOLD, 2 * space);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    constexpr quintptr largePage = 2 << 20;
    const quintptr begin = (quintptr(sbrk(0)) + largePage - 1) & ~(largePage - 1);
    void *volatile block = malloc(largePage); // grows it
    free(block);
    if (const auto end = quintptr(sbrk(0)); end > begin)
        madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

}
