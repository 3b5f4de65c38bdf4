#include "model/edit/parts.h"

#include "model/schema/naming.h"
#include "model/schema/schema.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The other calls that are drawn as one line with this one.
QList<AssociationId> mirrorsOf(const Schema &schema, AssociationId id)
{
    const int position = schema.positionOf.value(id, -1);
    QList<AssociationId> mirrors;
    for (const Edge &edge : schema.edges) {
        if (!edge.associations.contains(position))
            continue;
        for (const int other : edge.associations) {
            if (other != position)
                mirrors.append(schema.associations[other].id);
        }
    }
    return mirrors;
}

/// A word that both sides spell follows; one that a side leaves to Sequelize stays so.
void follow(QString &word, const QString &before, const QString &after)
{
    if (before != after && !word.isNull() && word == before)
        word = after;
}

/// The same for a word that must be spelled alike on both sides.
void agree(QString &word, const QString &before, const QString &after)
{
    if (before != after)
        word = after;
}

void followName(ForeignKey &key, const QString &before, const QString &after)
{
    QString name = key.name();
    follow(name, before, after);
    if (name != key.name())
        key.attribute.edit().name = name;
}

/// Both calls of a foreign key in one of the two tables name it, and what it refers to.
void followKey(Association &mirror, const Association &before, const Association &after)
{
    if (before.foreignKey.name() != after.foreignKey.name())
        mirror.foreignKey.attribute.edit().name = after.foreignKey.name();
    const bool refers = before.kind == AssociationKind::BelongsTo;
    const QString &oldKey = refers ? before.targetKey : before.sourceKey;
    const QString &newKey = refers ? after.targetKey : after.sourceKey;
    agree(mirror.kind == AssociationKind::BelongsTo ? mirror.targetKey : mirror.sourceKey, oldKey, newKey);
}

void followThrough(Association &mirror, const Association &before, const Association &after)
{
    follow(mirror.through.model, before.through.model, after.through.model);
    followName(mirror.otherKey, before.foreignKey.name(), after.foreignKey.name());
    followName(mirror.foreignKey, before.otherKey.name(), after.otherKey.name());
    follow(mirror.targetKey, before.sourceKey, after.sourceKey);
    follow(mirror.sourceKey, before.targetKey, after.targetKey);
}

AssociationKind mirrored(AssociationKind kind)
{
    switch (kind) {
    case AssociationKind::BelongsToMany: return AssociationKind::BelongsToMany;
    case AssociationKind::HasMany:
    case AssociationKind::HasOne: return AssociationKind::BelongsTo;
    case AssociationKind::BelongsTo: return AssociationKind::HasMany;
    }
    Q_UNREACHABLE();
}

/// Drops what a kind does not know.
void keepKnown(Association &association)
{
    const AssociationKind kind = association.kind;
    if (kind != AssociationKind::BelongsToMany) {
        association.through = {};
        association.otherKey = {};
        association.uniqueKey = QString();
        association.timestamps.reset();
    }
    if (!isToMany(kind) && association.as.isObject)
        association.as = {.name = association.as.singular};
    if (kind == AssociationKind::BelongsTo) {
        association.sourceKey = QString();
        association.scope.reset();
    } else {
        association.keyType = {};
        if (kind != AssociationKind::BelongsToMany)
            association.targetKey = QString();
    }
}

/// A call of another kind; `refersToSource` is the key that leads to the call's source, the other one leads
/// to its target.
void changeCall(Association &call, AssociationKind kind, const QString &refersToSource,
                const QString &refersToTarget, const QString &through)
{
    call.kind = kind;
    call.foreignKey.attribute.edit().name =
        kind == AssociationKind::BelongsTo ? refersToTarget : refersToSource;
    keepKnown(call);
    if (kind == AssociationKind::BelongsToMany)
        call.through.model = through;
}

}

Result<Project> changeEnd(Project project, const Association &association)
{
    const Association *before = associationOf(project, association.id);
    if (!before)
        return gone();
    QList<Association> changed{association};
    for (const AssociationId id : mirrorsOf(resolve(project), association.id)) {
        Association mirror = *associationOf(project, id);
        if (before->kind == AssociationKind::BelongsToMany)
            followThrough(mirror, *before, association);
        else
            followKey(mirror, *before, association);
        changed.append(mirror);
    }
    return changeAssociations(std::move(project), changed);
}

Association inverseOf(const Project &project, const Schema &schema, AssociationId association)
{
    const Association &declared = *associationOf(project, association);
    const ResolvedAssociation &call = schema.associations[schema.positionOf.value(association)];
    const Table &source = schema.tables[call.source];
    const Table &target = schema.tables[call.target];
    Association inverse{
        .kind = mirrored(declared.kind), .source = declared.target, .target = declared.source};
    const auto given = [](const Derived &key) { return key.why == Why::Declared ? key.value : QString(); };
    const bool isManyToMany = declared.kind == AssociationKind::BelongsToMany;
    inverse.foreignKey.attribute.edit().name = isManyToMany ? call.otherKey.value : call.foreignKey.value;
    if (isManyToMany) {
        inverse.through = declared.through;
        inverse.otherKey.attribute.edit().name = call.foreignKey.value;
    }
    // Each kind refers to what the mirrored one calls by the other word.
    if (inverse.kind != AssociationKind::BelongsTo)
        inverse.sourceKey = given(call.targetKey);
    if (isManyToMany || inverse.kind == AssociationKind::BelongsTo)
        inverse.targetKey = given(call.sourceKey);
    const QString usual = isToMany(inverse.kind) ? source.plural.value : source.singular.value;
    QString alias = usual;
    if (call.source == call.target || target.association(alias) >= 0 || target.column(alias))
        alias =
            source.singular.value + (isToMany(inverse.kind) ? u"sOf"_s : u"Of"_s) + upperFirst(call.as.value);
    if (alias != usual)
        inverse.as = {.name = alias};
    return inverse;
}

Result<Project> changeKind(Project project, AssociationId id, AssociationKind kind)
{
    const Association *before = associationOf(project, id);
    if (!before)
        return gone();
    if (before->kind == kind)
        return project;
    const bool wasToOne = before->kind == AssociationKind::BelongsTo;
    const QString toSource = wasToOne ? QString() : before->foreignKey.name();
    const QString toTarget = wasToOne ? before->foreignKey.name() : before->otherKey.name();
    const QString through = freeThroughName(project, before->source, before->target);

    QList<Association> changed{*before};
    changeCall(changed.first(), kind, toSource, toTarget, through);
    for (const AssociationId mirror : mirrorsOf(resolve(project), id)) {
        changed.append(*associationOf(project, mirror));
        changeCall(changed.last(), mirrored(kind), toTarget, toSource, through);
    }
    return changeAssociations(std::move(project), changed);
}

Result<Project> renameAutomaticThrough(Project project, const QString &through, const QString &name)
{
    if (name.trimmed().isEmpty())
        return refusal(Text::tr("a through needs a name"));
    if (name == through)
        return project;
    QList<Association> calls;
    for (const Association &each : project.associations) {
        if (each.through.model == name || modelNamed(project, name))
            return refusal(Text::tr("there is a table %1 already").arg(name));
        if (each.through.model == through) {
            calls.append(each);
            calls.last().through.model = name;
        }
    }
    return changeAssociations(std::move(project), calls);
}

}
