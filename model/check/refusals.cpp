#include "model/check/fixes.h"
#include "model/edit/edit.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

Fix setType(const QString &text, const Place &place)
{
    const Type type = parseType(text).value_or(Type());
    return fixAttribute(Text::tr("Make it %1").arg(text), place.model, place.attribute,
                        [type](Attribute &attribute) { attribute.type = type; });
}

Fix withoutOption(const QString &title, const Place &place, std::function<void(Association &)> change)
{
    return fixAssociations(title, {place.association}, std::move(change));
}

/// An alias that nothing of the source has.
QString freeAlias(const Checked &checked, const ResolvedAssociation &a)
{
    const Table &source = checked.schema.tables[a.source];
    const QString base = a.as.value;
    for (int i = 2;; ++i) {
        const QString alias = base + QString::number(i);
        if (source.association(alias) < 0 && !source.column(alias))
            return alias;
    }
}

QList<Fix> fixesOfModel(const Problem &problem)
{
    const Place &place = problem.place;
    const QString option = place.option;
    if (problem.code == Code::IdNotPrimaryKey)
        return {fixAttribute(Text::tr("Make id the primary key"), place.model, place.attribute,
                             [](Attribute &attribute) { attribute.primaryKey = true; })};
    if (problem.code == Code::SeveralAutoIncrements && !place.attribute.isNull())
        return {fixAttribute(Text::tr("Take away autoIncrement"), place.model, place.attribute,
                             [](Attribute &attribute) {
                                 attribute.autoIncrement.reset();
                                 attribute.autoIncrementIdentity.reset();
                             })};
    if (problem.code == Code::TypeMissing && !place.attribute.isNull())
        return {setType(u"STRING"_s, place)};
    if (problem.code == Code::EnumWithoutValues && !place.attribute.isNull())
        return {setType(u"STRING"_s, place)};
    if (problem.code == Code::TimestampWithoutName && !place.model.isNull())
        return {
            fixOptions(Text::tr("Use the name %1").arg(option), place.model, [option](ModelOptions &options) {
                NameOrFlag &stamp = option == u"createdAt" ? options.createdAt
                    : option == u"updatedAt"               ? options.updatedAt
                                                           : options.deletedAt;
                stamp = {.name = option};
            })};
    if (problem.code == Code::IndexWithoutFields && !place.index.isNull())
        return {removeThisIndex(Text::tr("Remove the index"), place.model, place.index)};
    return {};
}

QList<Fix> fixesOfAssociation(const Checked &checked, const Problem &problem)
{
    const Place &place = problem.place;
    const ResolvedAssociation &a =
        checked.schema.associations[checked.schema.positionOf.value(place.association)];
    const Association &declared = checked.declared(a);
    const Code code = problem.code;
    const bool isAlias = place.option == u"as";
    if ((code == Code::AliasTaken || code == Code::AliasIsThroughName) && isAlias) {
        const QString alias = freeAlias(checked, a);
        return {withoutOption(Text::tr("Call it %1").arg(alias), place,
                              [alias](Association &association) { association.as = {.name = alias}; })};
    }
    if (code == Code::SameKeyForBothEnds && isAlias)
        return {withoutOption(Text::tr("Call it Others"), place,
                              [](Association &association) { association.as = {.name = u"Others"_s}; })};
    if (code == Code::ForeignKeyNameUnusable)
        return {withoutOption(Text::tr("Name the key %1Key").arg(a.as.value), place,
                              [name = a.as.value + u"Key"_s](Association &association) {
                                  association.foreignKey.attribute.edit().name = name;
                              })};
    if (code == Code::AliasOfWrongForm) {
        const QString given = declared.as.singular.isEmpty() ? declared.as.name : declared.as.singular;
        const QString name = given.isEmpty() ? freeAlias(checked, a) : given;
        return {withoutOption(Text::tr("Call it %1").arg(name), place,
                              [name](Association &association) { association.as = {.name = name}; })};
    }
    if (code == Code::KeyUnknown || code == Code::KeyOfPairUnknown)
        return {withoutOption(
            Text::tr("Use the primary key"), place, [option = place.option](Association &association) {
                (option == u"sourceKey" ? association.sourceKey : association.targetKey).clear();
            })};
    if (code == Code::OptionNotTaken)
        return {withoutOption(Text::tr("Make it a belongsToMany"), place, [](Association &association) {
            association.kind = AssociationKind::BelongsToMany;
        })};
    if (code == Code::ThroughMissing || code == Code::ThroughIsItsOwnEnd) {
        const QString through = freeThroughName(checked.project, declared.source, declared.target);
        return {withoutOption(Text::tr("Link through %1").arg(through), place,
                              [through](Association &association) { association.through.model = through; })};
    }
    if (code == Code::AliasIsThroughName || code == Code::SidesWithDifferentKeys || code == Code::TargetWithoutPrimaryKey)
        return {removeAssociation(Text::tr("Remove this association"), place.association)};
    return {};
}

}

QList<Fix> fixesOfRefusal(const Checked &checked, const Problem &problem)
{
    return problem.place.association.isNull() ? fixesOfModel(problem) : fixesOfAssociation(checked, problem);
}

}
