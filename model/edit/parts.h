#pragma once

#include "model/edit/edit.h"

#include <algorithm>

/// What the edits share: finding what is to be changed, and free ids.
namespace model {

template <typename List, typename Identifier>
auto *partOf(List &list, Identifier id)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const auto &part) { return part.id == id; });
    return found == list.end() ? nullptr : &*found;
}

/// An id that no element of the list has.
template <typename Identifier, typename List>
Identifier freeId(const List &list)
{
    quint32 highest = 0;
    for (const auto &part : list)
        highest = std::max(highest, part.id.value);
    return Identifier{highest + 1};
}

AttributeId freeAttributeId(const Project &project);
IndexId freeIndexId(const Project &project);

inline tl::unexpected<Error> gone()
{
    return refusal(Text::tr("it is no longer there"));
}

/// Refuses a name that a model cannot have.
Result<void> checkModelName(const Project &project, const QString &name, ModelId except);

/// Lets everything that names a model, an attribute, a column or an alias follow its rename.
Project withRenames(const Project &before, Project after);
/// Lets what is ignored follow what it names, and drops it where that is gone.
void updateIgnored(const Project &before, Project &after);

}
