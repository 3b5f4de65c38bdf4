#include "model/check/ignore.h"

#include "model/check/catalogue.h"

namespace model {

const Model *modelOf(const Project &project, const Place &place)
{
    const Association *association = associationOf(project, place.association);
    return modelOf(project, association ? association->source : place.model);
}

bool covers(const Project &project, const Ignored &ignored, const Problem &problem)
{
    if (ignored.code != codeName(problem.code))
        return false;
    const Association *association = associationOf(project, problem.place.association);
    if (!ignored.association.isEmpty()
        && !(association && diagramKey(project, *association) == ignored.association))
        return false;
    const Model *model = modelOf(project, problem.place);
    if (!ignored.model.isEmpty() && !(model && diagramKey(*model) == ignored.model))
        return false;
    const Attribute *attribute = model ? attributeOf(*model, problem.place.attribute) : nullptr;
    return ignored.attribute.isEmpty()
        || (attribute && (attribute->name == ignored.attribute || attribute->fileId == ignored.attribute));
}

IgnoredPlaces::IgnoredPlaces(const Project &project) : m_project(project)
{
    for (const Ignored &each : project.ignored)
        m_entries.insert({each.code, each.model, each.association, each.attribute});
}

bool IgnoredPlaces::contain(const Problem &problem) const
{
    if (m_entries.isEmpty())
        return false;
    QStringList models{QString()};
    QStringList associations{QString()};
    QStringList attributes{QString()};
    const Model *model = modelOf(m_project, problem.place);
    if (model)
        models.append(diagramKey(*model));
    if (const Association *association = associationOf(m_project, problem.place.association))
        associations.append(diagramKey(m_project, *association));
    if (const Attribute *attribute = model ? attributeOf(*model, problem.place.attribute) : nullptr)
        attributes << attribute->name << attribute->fileId;
    for (const QString &ofModel : models) {
        for (const QString &ofAssociation : associations) {
            for (const QString &ofAttribute : attributes) {
                if (m_entries.contains({codeName(problem.code), ofModel, ofAssociation, ofAttribute}))
                    return true;
            }
        }
    }
    return false;
}

std::optional<Ignored> ignoredAt(const Project &project, const Problem &problem, IgnoredPlace place)
{
    Ignored ignored{.code = codeName(problem.code)};
    if (place == IgnoredPlace::Project)
        return ignored;
    const Model *model = modelOf(project, problem.place);
    if (!model)
        return {};
    if (place == IgnoredPlace::Model) {
        ignored.model = diagramKey(*model);
        return ignored;
    }
    if (const Association *association = associationOf(project, problem.place.association)) {
        ignored.association = diagramKey(project, *association);
        return ignored;
    }
    const Attribute *attribute = attributeOf(*model, problem.place.attribute);
    if (!attribute)
        return {};
    ignored.model = diagramKey(*model);
    ignored.attribute = attribute->fileId.isEmpty() ? attribute->name : attribute->fileId;
    return ignored;
}

}
