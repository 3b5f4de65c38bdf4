#pragma once

#include <string>
#include <vector>

/// A library that stands between a program and the system: of the calls that change files of one folder, the
/// nth fails. Linked to tests, or given to a program in LD_PRELOAD with THROUGHLINE_FAULTS="FOLDER:N:ERRNO",
/// or "FOLDER:N:ERRNO:on" where all calls fail from then on.
namespace test {

struct DiskFault
{
    std::string folder;
    int call = 0; ///< from 1; 0 lets all calls succeed
    int error = 0;
    bool isLasting = false;
};

/// From now on. The calls so far are forgotten.
void setDiskFault(const DiskFault &fault);
/// What was called: "open", "write", … in their order, and what failed with a "!" before it.
std::vector<std::string> diskCalls();

}
