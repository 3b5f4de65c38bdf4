#include "model/edit/parts.h"

#include "model/schema/naming.h"
#include "model/schema/schema.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isThroughName(const Project &project, const QString &name)
{
    return std::any_of(project.associations.begin(), project.associations.end(),
                       [&](const Association &each) { return each.through.model == name; });
}

}

QString freeThroughName(const Project &project, ModelId from, ModelId to)
{
    const Model *source = modelOf(project, from);
    const Model *target = modelOf(project, to);
    if (!source || !target)
        return {};
    const QString base = upperFirst(source->name) + upperFirst(pluralize(target->name));
    QString name = base;
    for (int i = 2; modelNamed(project, name) || isThroughName(project, name); ++i)
        name = base + QString::number(i);
    return name;
}

Result<Project> relate(Project project, const Relation &relation)
{
    const Model *from = modelOf(project, relation.from);
    const Model *to = modelOf(project, relation.to);
    if (!from || !to)
        return gone();
    const bool isSelf = relation.from == relation.to;
    const auto alias = [](const QString &name) { return Alias{.name = name.isEmpty() ? QString() : name}; };
    const auto given = [](const QString &name) { return name.isEmpty() ? QString() : name; };

    Association forth{.kind = relation.kind,
                      .source = relation.from,
                      .target = relation.to,
                      .as = alias(relation.alias),
                      .sourceKey = given(relation.sourceKey)};
    Association back{.kind = AssociationKind::BelongsTo,
                     .source = relation.to,
                     .target = relation.from,
                     .as = alias(relation.otherAlias)};
    switch (relation.kind) {
    case AssociationKind::BelongsToMany: {
        const QString through = relation.through.isEmpty()
            ? freeThroughName(project, relation.from, relation.to)
            : relation.through;
        forth.through.model = through;
        back.kind = AssociationKind::BelongsToMany;
        back.through.model = through;
        back.sourceKey = given(relation.targetKey);
        if (isSelf) {
            if (relation.alias.isEmpty() || relation.otherAlias.isEmpty())
                return refusal(
                    Text::tr("a relation of %1 to itself needs an alias for each end").arg(from->name));
            // Without keys of their own both ends would claim one column.
            const Attribute *key = nullptr;
            for (const Attribute &attribute : from->attributes) {
                if (!key && attribute.primaryKey.value_or(false))
                    key = &attribute;
            }
            const QString suffix = u'_' + (key ? key->name : u"id"_s);
            forth.foreignKey.attribute.edit().name = camelize(singularize(relation.otherAlias) + suffix);
            forth.otherKey.attribute.edit().name = camelize(singularize(relation.alias) + suffix);
            back.foreignKey = forth.otherKey;
            back.otherKey = forth.foreignKey;
        }
        break;
    }
    case AssociationKind::HasMany:
    case AssociationKind::HasOne:
        if (isSelf && (relation.alias.isEmpty() || relation.otherAlias.isEmpty()))
            return refusal(
                Text::tr("a relation of %1 to itself needs an alias for each end").arg(from->name));
        if (!relation.alias.isEmpty() || !relation.otherAlias.isEmpty()) {
            // The two calls name the key after different things; said once, they agree.
            const QString owner =
                relation.otherAlias.isEmpty() ? singularize(from->name) : relation.otherAlias;
            forth.foreignKey.attribute.edit().name = camelize(owner + u"_id"_s);
            back.foreignKey = forth.foreignKey;
        }
        break;
    case AssociationKind::BelongsTo: {
        forth.targetKey = given(relation.targetKey);
        forth.sourceKey.clear();
        return addAssociation(std::move(project), forth);
    }
    }
    auto added = addAssociation(std::move(project), forth);
    return added ? addAssociation(std::move(*added), back) : added;
}

Result<Project> addAssociation(Project project, const Association &association)
{
    if (!modelOf(project, association.source) || !modelOf(project, association.target))
        return gone();
    Association added = association;
    added.id = freeId<AssociationId>(project.associations);
    project.associations.append(added);
    return project;
}

Result<Project> changeAssociation(Project project, const Association &association)
{
    return changeAssociations(std::move(project), {association});
}

Result<Project> changeAssociations(Project project, const QList<Association> &associations)
{
    Project after = project;
    for (const Association &association : associations) {
        Association *changed = partOf(after.associations, association.id);
        if (!changed)
            return gone();
        *changed = association;
    }
    return withRenames(project, std::move(after));
}

Result<Project> removeAssociations(Project project, const QList<AssociationId> &associations)
{
    const Project before = project;
    for (const AssociationId id : associations) {
        const Association *association = associationOf(project, id);
        if (!association)
            return gone();
        const QString key = diagramKey(project, *association);
        const QString through = association->through.model;
        project.diagram.edges.removeIf([&](const DiagramEdge &edge) { return edge.key == key; });
        project.associations.removeIf([id](const Association &each) { return each.id == id; });
        if (!through.isEmpty() && !isThroughName(project, through) && !modelNamed(project, through))
            project.diagram.models.removeIf([&](const DiagramModel &box) { return box.key == through; });
    }
    updateIgnored(before, project);
    return project;
}

Result<Project> declareThrough(Project project, const QString &through)
{
    if (modelNamed(project, through))
        return project;
    if (!isThroughName(project, through))
        return refusal(Text::tr("no association goes through %1").arg(through));
    const Schema schema = resolve(project);
    const Table &table = *schema.table(through);
    // What Sequelize took from the source stays as it is.
    Model model{.id = freeId<ModelId>(project.models), .name = through, .options = table.options};
    model.options.name = {};
    model.options.freezeTableName.reset();
    model.options.defaultScope.reset();
    model.options.scopes.reset();
    model.options.uniqueKeys.clear();
    if (pluralize(through) == through && !table.underscored)
        model.options.tableName = QString();
    const auto dropWhatIsDefined = [](auto &own, const auto &defined, const auto &fallback) {
        if (own == defined || (own == fallback && defined == decltype(defined){}))
            own = {};
    };
    const ModelOptions &define = project.define;
    dropWhatIsDefined(model.options.underscored, define.underscored, std::optional(false));
    dropWhatIsDefined(model.options.timestamps, define.timestamps, std::optional(true));
    dropWhatIsDefined(model.options.paranoid, define.paranoid, std::optional(false));
    dropWhatIsDefined(model.options.createdAt, define.createdAt, NameOrFlag{});
    dropWhatIsDefined(model.options.updatedAt, define.updatedAt, NameOrFlag{});
    dropWhatIsDefined(model.options.deletedAt, define.deletedAt, NameOrFlag{});
    dropWhatIsDefined(model.options.version, define.version, NameOrFlag{});
    project.models.append(model);
    return project;
}

Result<Project> addQuery(Project project, const QString &name, const Json &find)
{
    if (name.trimmed().isEmpty())
        return refusal(Text::tr("a query needs a name"));
    if (queryNamed(project, name))
        return refusal(Text::tr("there is a query %1 already").arg(name));
    project.queries.append({.id = freeId<QueryId>(project.queries), .name = name, .find = find.placeless()});
    return project;
}

Result<Project> changeQuery(Project project, const Query &query)
{
    Query *changed = partOf(project.queries, query.id);
    if (!changed)
        return gone();
    const Query *same = queryNamed(project, query.name);
    if (same && same->id != query.id)
        return refusal(Text::tr("there is a query %1 already").arg(query.name));
    *changed = query;
    return project;
}

Result<Project> removeQuery(Project project, QueryId query)
{
    if (project.queries.removeIf([query](const Query &each) { return each.id == query; }) == 0)
        return gone();
    return project;
}

}
