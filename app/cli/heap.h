#pragma once

#include <QtGlobal>

namespace app {

/// Lets the heap grow once, by address space alone, and in large pages. A command builds its values within
/// milliseconds and ends: page by page, the kernel would take a quarter of its time. For glibc; elsewhere
/// the heap stays as it is.
void growHeap();

/// Lets another core make the first pages ready that a command will need, while it begins.
void warmHeap(qint64 bytes);

}
