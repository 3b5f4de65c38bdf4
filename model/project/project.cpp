#include "model/project/project.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

template <typename List, typename Matches>
auto first(const List &list, Matches matches) -> const typename List::value_type *
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

/// As a file is read, elements stand in the order of their ids; only edits put later ones between them.
template <typename List, typename Identifier>
auto withId(const List &list, Identifier id) -> const typename List::value_type *
{
    if (id.isNull())
        return nullptr;
    const auto found = std::lower_bound(list.begin(), list.end(), id,
                                        [](const auto &each, Identifier wanted) { return each.id < wanted; });
    if (found != list.end() && found->id == id)
        return &*found;
    return first(list, [id](const auto &each) { return each.id == id; });
}

}

QString kindName(AssociationKind kind)
{
    switch (kind) {
    case AssociationKind::BelongsToMany: return u"belongsToMany"_s;
    case AssociationKind::HasMany: return u"hasMany"_s;
    case AssociationKind::HasOne: return u"hasOne"_s;
    case AssociationKind::BelongsTo: return u"belongsTo"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AssociationKind> kindNamed(QStringView word)
{
    for (const auto kind : {AssociationKind::BelongsToMany, AssociationKind::HasMany, AssociationKind::HasOne,
                            AssociationKind::BelongsTo})
    {
        if (kindName(kind) == word)
            return kind;
    }
    return {};
}

const Model *modelOf(const Project &project, ModelId id)
{
    return withId(project.models, id);
}

const Model *modelNamed(const Project &project, QStringView name)
{
    return first(project.models, [name](const Model &model) { return model.name == name; });
}

const Attribute *attributeOf(const Model &model, AttributeId id)
{
    return withId(model.attributes, id);
}

const Attribute *attributeNamed(const Model &model, QStringView name)
{
    return first(model.attributes, [name](const Attribute &attribute) { return attribute.name == name; });
}

const Index *indexOf(const Model &model, IndexId id)
{
    return withId(model.indexes, id);
}

const Association *associationOf(const Project &project, AssociationId id)
{
    return withId(project.associations, id);
}

const Query *queryOf(const Project &project, QueryId id)
{
    return withId(project.queries, id);
}

const Query *queryNamed(const Project &project, QStringView name)
{
    return first(project.queries, [name](const Query &query) { return query.name == name; });
}

QString diagramKey(const Model &model)
{
    return model.fileId.isEmpty() ? model.name : model.fileId;
}

QString diagramKey(const Project &project, const Association &association)
{
    if (!association.fileId.isEmpty())
        return association.fileId;
    const Model *source = modelOf(project, association.source);
    const Model *target = modelOf(project, association.target);
    QStringList words{kindName(association.kind), source ? source->name : QString(),
                      target ? target->name : QString()};
    if (association.as.isGiven())
        words.append(association.as.name);
    return words.join(u' ');
}

}
