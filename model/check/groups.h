#pragma once

#include "model/schema/problem.h"

namespace model {

/// Problems of one code and severity.
struct ProblemGroup
{
    Severity severity = Severity::Error;
    Code code;
    QList<int> problems; ///< by their positions in the list
};

/// In the order in which each begins.
QList<ProblemGroup> groupsOf(const QList<Problem> &problems);

/// Cures all problems of a group that have a cure, as one edit: on each place the best fix, and again as long
/// as fewer are left. Refused where nothing can be cured.
Result<Project> fixAll(const Project &project, Code code, Severity severity, DialectSet dialects);

}
