#include "model/edit/parts.h"

namespace model {

namespace {

Result<void> checkAttribute(const Model &model, const Attribute &attribute)
{
    if (attribute.name.trimmed().isEmpty())
        return refusal(Text::tr("an attribute needs a name"));
    const Attribute *same = attributeNamed(model, attribute.name);
    if (same && same->id != attribute.id)
        return refusal(Text::tr("%1 has an attribute %2 already").arg(model.name, attribute.name));
    return {};
}

}

Result<Project> addAttribute(Project project, ModelId model, const Attribute &attribute, int position)
{
    Attribute added = attribute;
    added.id = freeAttributeId(project);
    Model *owner = partOf(project.models, model);
    if (!owner)
        return gone();
    if (const auto checked = checkAttribute(*owner, added); !checked)
        return tl::unexpected(checked.error());
    const bool isInside = position >= 0 && position < owner->attributes.size();
    owner->attributes.insert(isInside ? position : owner->attributes.size(), added);
    return project;
}

Result<Project> changeAttribute(Project project, ModelId model, const Attribute &attribute)
{
    Project after = project;
    Model *owner = partOf(after.models, model);
    Attribute *changed = owner ? partOf(owner->attributes, attribute.id) : nullptr;
    if (!changed)
        return gone();
    if (const auto checked = checkAttribute(*owner, attribute); !checked)
        return tl::unexpected(checked.error());
    const bool isRename = changed->name != attribute.name || changed->field != attribute.field
        || changed->primaryKey != attribute.primaryKey;
    *changed = attribute;
    return isRename ? withRenames(project, std::move(after)) : after;
}

Result<Project> moveAttribute(Project project, ModelId model, AttributeId attribute, int position)
{
    Model *owner = partOf(project.models, model);
    const Attribute *moved = owner ? attributeOf(*owner, attribute) : nullptr;
    if (!moved)
        return gone();
    const qsizetype from = moved - owner->attributes.constData();
    owner->attributes.move(from, std::clamp<qsizetype>(position, 0, owner->attributes.size() - 1));
    return project;
}

Result<Project> removeAttribute(Project project, ModelId model, AttributeId attribute)
{
    const Project before = project;
    Model *owner = partOf(project.models, model);
    if (!owner)
        return gone();
    if (owner->attributes.removeIf([attribute](const Attribute &each) { return each.id == attribute; }) == 0)
        return gone();
    updateIgnored(before, project);
    return project;
}

Result<Project> addIndex(Project project, ModelId model, const Index &index)
{
    Index added = index;
    added.id = freeIndexId(project);
    Model *owner = partOf(project.models, model);
    if (!owner)
        return gone();
    owner->indexes.append(added);
    return project;
}

Result<Project> changeIndex(Project project, ModelId model, const Index &index)
{
    Model *owner = partOf(project.models, model);
    Index *changed = owner ? partOf(owner->indexes, index.id) : nullptr;
    if (!changed)
        return gone();
    *changed = index;
    return project;
}

Result<Project> removeIndex(Project project, ModelId model, IndexId index)
{
    Model *owner = partOf(project.models, model);
    if (!owner || owner->indexes.removeIf([index](const Index &each) { return each.id == index; }) == 0)
        return gone();
    return project;
}

}
