#include "model/edit/parts.h"

#include <algorithm>

namespace model {

namespace {

QString keyOf(const Attribute &attribute)
{
    return attribute.fileId.isEmpty() ? attribute.name : attribute.fileId;
}

/// The part of a list that has a key; nullptr where there is none.
template <typename List, typename KeyOf>
auto *keyed(List &list, const QString &key, const KeyOf &keyOfPart)
{
    const auto found = std::find_if(
        list.begin(), list.end(), [&](const auto &part) { return !key.isEmpty() && keyOfPart(part) == key; });
    return found == list.end() ? nullptr : &*found;
}

/// Gives an entry the names that its parts have now; false where one of them is gone.
bool follow(Ignored &ignored, const Project &before, const Project &after)
{
    const auto *association = keyed(before.associations, ignored.association,
                                    [&](const Association &each) { return diagramKey(before, each); });
    const auto *model =
        keyed(before.models, ignored.model, [](const Model &each) { return diagramKey(each); });
    if (association) {
        const Association *now = associationOf(after, association->id);
        if (!now)
            return false;
        ignored.association = diagramKey(after, *now);
    }
    if (model) {
        const Model *now = modelOf(after, model->id);
        if (!now)
            return false;
        ignored.model = diagramKey(*now);
        if (const Attribute *attribute = keyed(model->attributes, ignored.attribute, keyOf)) {
            const Attribute *attributeNow = attributeOf(*now, attribute->id);
            if (!attributeNow)
                return false;
            ignored.attribute = keyOf(*attributeNow);
        }
    }
    return true;
}

}

Result<Project> addIgnored(Project project, const Ignored &ignored)
{
    if (!project.ignored.contains(ignored))
        project.ignored.append(ignored);
    return project;
}

Result<Project> removeIgnored(Project project, const Ignored &ignored)
{
    project.ignored.removeAll(ignored);
    return project;
}

void updateIgnored(const Project &before, Project &after)
{
    QList<Ignored> left;
    for (Ignored each : after.ignored) {
        if (follow(each, before, after))
            left.append(each);
    }
    after.ignored = left;
}

}
