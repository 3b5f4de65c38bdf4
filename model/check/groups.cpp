#include "model/check/groups.h"

#include "model/check/check.h"

#include <QHash>

namespace model {

QList<ProblemGroup> groupsOf(const QList<Problem> &problems)
{
    QList<ProblemGroup> groups;
    QHash<std::pair<int, int>, qsizetype> positions;
    for (int i = 0; i < problems.size(); ++i) {
        const Problem &problem = problems[i];
        const std::pair key(int(problem.severity), int(problem.code));
        auto at = positions.constFind(key);
        if (at == positions.cend()) {
            at = positions.insert(key, groups.size());
            groups.append({.severity = problem.severity, .code = problem.code});
        }
        groups[*at].problems.append(i);
    }
    return groups;
}

namespace {

QList<Problem> problemsOf(const Project &project, Code code, Severity severity, DialectSet dialects)
{
    QList<Problem> problems = check(project, resolve(project), dialects, severity);
    problems.removeIf([&](const Problem &each) {
        return each.code != code || each.severity != severity || each.fixes.isEmpty();
    });
    return problems;
}

/// Where two problems have one place, the fix of the first may cure or change the second.
Project fixEach(Project project, const QList<Problem> &problems)
{
    QList<Place> places;
    for (const Problem &problem : problems) {
        if (places.contains(problem.place))
            continue;
        places.append(problem.place);
        if (auto next = problem.fixes.first().apply(project))
            project = std::move(*next);
    }
    return project;
}

}

Result<Project> fixAll(const Project &project, Code code, Severity severity, DialectSet dialects)
{
    Project fixed = project;
    QList<Problem> left = problemsOf(fixed, code, severity, dialects);
    while (!left.isEmpty()) {
        Project next = fixEach(fixed, left);
        QList<Problem> still = problemsOf(next, code, severity, dialects);
        if (still.size() >= left.size())
            break;
        fixed = std::move(next);
        left = std::move(still);
    }
    if (fixed == project)
        return refusal(Text::tr("none of these problems can be fixed by itself"));
    return fixed;
}

}
