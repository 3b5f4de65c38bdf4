#include "model/check/fixes.h"

#include "model/edit/edit.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

Result<Project> gone()
{
    return refusal(Text::tr("what this was about is no longer there"));
}

}

Fix fixAttribute(const QString &title, ModelId model, AttributeId attribute,
                 std::function<void(Attribute &)> change)
{
    return {title, [=](const Project &project) {
                const Model *owner = modelOf(project, model);
                const Attribute *found = owner ? attributeOf(*owner, attribute) : nullptr;
                if (!found)
                    return gone();
                Attribute changed = *found;
                change(changed);
                return changeAttribute(project, model, changed);
            }};
}

Fix fixOptions(const QString &title, ModelId model, std::function<void(ModelOptions &)> change)
{
    return {title, [=](const Project &project) {
                const Model *found = modelOf(project, model);
                if (!found)
                    return gone();
                ModelOptions changed = found->options;
                change(changed);
                return changeOptions(project, model, changed);
            }};
}

Fix fixIndex(const QString &title, ModelId model, IndexId index, std::function<void(Index &)> change)
{
    return {title, [=](const Project &project) {
                const Model *owner = modelOf(project, model);
                const Index *found = owner ? indexOf(*owner, index) : nullptr;
                if (!found)
                    return gone();
                Index changed = *found;
                change(changed);
                return changeIndex(project, model, changed);
            }};
}

Fix removeThisIndex(const QString &title, ModelId model, IndexId index)
{
    return {title, [=](const Project &project) { return removeIndex(project, model, index); }};
}

Fix fixAssociations(const QString &title, const QList<AssociationId> &associations,
                    std::function<void(Association &)> change)
{
    return {title, [=](const Project &project) {
                QList<Association> changed;
                for (const AssociationId id : associations) {
                    const Association *found = associationOf(project, id);
                    if (!found)
                        return gone();
                    changed.append(*found);
                    change(changed.last());
                }
                return changeAssociations(project, changed);
            }};
}

Fix fixThrough(const QString &title, const QString &through, const QString &fresh)
{
    return {title, [=](const Project &project) {
                QList<Association> changed;
                for (const Association &association : project.associations) {
                    if (association.through.model != through)
                        continue;
                    changed.append(association);
                    changed.last().through.model = fresh;
                }
                return changed.isEmpty() ? gone() : changeAssociations(project, changed);
            }};
}

Fix removeAssociation(const QString &title, AssociationId association)
{
    return {title, [=](const Project &project) { return removeAssociations(project, {association}); }};
}

Problem problemOf(const Table &table, const TableIndex &index, const Finding &finding,
                  const QString &option, const QString &message, DialectSet dialects, const QString &title,
                  const std::function<void(Index &)> &change)
{
    const bool isOfAttribute = !index.madeBy.isNull();
    QList<Fix> fixes;
    if (change && !isOfAttribute)
        fixes.append(fixIndex(title, table.declaredBy, index.declared.id, change));
    return {.severity = finding.severity,
             .code = finding.code,
            .message = message.arg(Text::tr("The index %1 of %2").arg(index.name, table.model)),
            .place = {.model = table.declaredBy,
                      .attribute = index.madeBy,
                      .index = index.declared.id,
                      .option = isOfAttribute ? u"index"_s : option},
            .dialects = dialects,
            .fixes = fixes};
}

QList<Fix> addUniqueIndex(const Table &table, const Column &column)
{
    if (table.isAutomatic())
        return {};
    const ModelId model = table.declaredBy;
    const QString name = column.name;
    return {{Text::tr("Add a unique index on %1").arg(name), [model, name](const Project &project) {
                 return addIndex(project, model, {.unique = true, .fields = {{.name = name}}});
             }}};
}

QList<Fix> setNotNull(const Table &table, const Column &column)
{
    if (column.declaredBy.isNull())
        return {};
    return {fixAttribute(Text::tr("Set %1 to allowNull: false").arg(column.attribute), table.declaredBy,
                         column.declaredBy, [](Attribute &attribute) { attribute.allowNull = false; })};
}

Fix nameJoinKey(const Checked &checked, const Column &key, const QString &fresh)
{
    QList<Association> changed;
    for (const AssociationId id : key.associations) {
        const ResolvedAssociation &a = checked.schema.associations[checked.schema.positionOf.value(id)];
        changed.append(checked.declared(a));
        if (a.foreignKey.value == key.attribute)
            changed.last().foreignKey.attribute.edit().name = fresh;
        if (a.kind == AssociationKind::BelongsToMany && a.otherKey.value == key.attribute)
            changed.last().otherKey.attribute.edit().name = fresh;
    }
    return {Text::tr("Name the key %1").arg(fresh),
            [changed](const Project &project) { return changeAssociations(project, changed); }};
}

QList<Fix> fixColumn(const QString &title, const Checked &checked, const Table &table, const Column &column,
                     const std::function<void(Attribute &)> &change)
{
    if (!column.declaredBy.isNull())
        return {fixAttribute(title, table.declaredBy, column.declaredBy, change)};
    if (column.associations.isEmpty())
        return {};
    const QString name = column.attribute;
    const Schema &schema = checked.schema;
    QList<AssociationId> otherKeys; // of these, it is the otherKey
    for (const AssociationId id : column.associations) {
        const ResolvedAssociation &a = schema.associations[schema.positionOf.value(id)];
        if (a.kind == AssociationKind::BelongsToMany && a.otherKey.value == name
            && a.foreignKey.value != name)
            otherKeys.append(id);
    }
    return {fixAssociations(title, column.associations, [name, otherKeys, change](Association &association) {
        ForeignKey &key = otherKeys.contains(association.id) ? association.otherKey : association.foreignKey;
        key.attribute.edit().name = name;
        change(key.attribute.edit());
        key.isObject = true;
    })};
}

}
