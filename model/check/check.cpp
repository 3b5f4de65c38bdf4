#include "model/check/check.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array checks{checkManyToManyKeys, checkManyToManyPairs, checkThroughs, checkIndexes,
                            checkTypes};

/// Where in the file a problem is, roughly: models before associations, each in order.
std::tuple<int, quint32, quint32> position(const Problem &problem)
{
    const Place &place = problem.place;
    if (!place.model.isNull())
        return {0, place.model.value, place.attribute.value};
    return {1, place.association.value, 0};
}

}

const Table &Checked::tableOf(ModelId model) const
{
    return schema.tables[schema.tableOfDeclared.value(model)];
}

const Association &Checked::declared(const ResolvedAssociation &association) const
{
    return project.associations[&association - schema.associations.constData()];
}

QString Checked::nameOf(const ResolvedAssociation &association) const
{
    return schema.tables[association.source].model + u'.' + association.as.value;
}

QList<Problem> check(const Project &project, const Schema &schema, DialectSet dialects)
{
    QList<Problem> problems = schema.problems;
    const Checked checked{project, schema};
    for (const auto each : checks)
        each(checked, problems);
    problems.removeIf([dialects](const Problem &problem) { return (problem.dialects & dialects) == 0; });
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.severity, position(a)) < std::pair(b.severity, position(b));
    });
    return problems;
}

}
