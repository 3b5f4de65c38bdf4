#pragma once

#include "views/inspector/form.h"

namespace views {

/// What a flag is where a model does not set it: by `define`, whose value is in the merged options, or by
/// Sequelize.
GhostValue flagGhost(bool value, const std::optional<bool> &merged);
/// An attribute that Sequelize adds, or none.
GhostValue addedGhost(const QString &attribute, const QString &option);
/// A value that `define` gives.
GhostValue definedGhost(const QString &merged);

/// Adds the fields of the options of a model, or of `define`: those that are often set, and the others to the
/// rare ones. `table` is what they are made into; nullptr for `define`.
template <typename Owner, typename Access>
void addModelOptions(OptionSet<Owner> &set, QVBoxLayout *often, QVBoxLayout *rarely, Access access,
                     std::function<const model::Table *(const Owner &)> table)
{
    const auto of = [table](auto ghost) {
        return [table, ghost](const Owner &owner) {
            const model::Table *made = table(owner);
            return made ? ghost(*made) : GhostValue();
        };
    };
    const auto flag = [&](const QString &label, auto member, auto ghost) {
        return set.add(
            new FlagField(label), [ access, member ](auto &owner) -> auto & { return access(owner).*member; },
            ghost);
    };
    const auto text = [&](const QString &label, auto member, auto ghost) {
        return set.add(
            new TextField(label), [ access, member ](auto &owner) -> auto & { return access(owner).*member; },
            ghost);
    };
    using O = model::ModelOptions;
    const auto flagOf = [table](auto effective, auto merged, bool fallback) {
        return [=](const Owner &owner) {
            const model::Table *made = table(owner);
            return made ? flagGhost(effective(*made), made->options.*merged) : flagGhost(fallback, {});
        };
    };
    const auto mergedFlag = [table](auto merged) {
        return [=](const Owner &owner) {
            const model::Table *made = table(owner);
            return made ? flagGhost((made->options.*merged).value_or(false), made->options.*merged)
                        : flagGhost(false, {});
        };
    };
    const auto merged = [&](auto member) {
        return of([member](const model::Table &made) { return definedGhost(textOf(made.options.*member)); });
    };
    const QString stamps = QStringLiteral("timestamps");
    const QString paranoid = QStringLiteral("paranoid");

    often->addWidget(
        pairOf(flag(stamps, &O::timestamps,
                    flagOf([](const model::Table &t) { return t.timestamps; }, &O::timestamps, true)),
               flag(paranoid, &O::paranoid,
                    flagOf([](const model::Table &t) { return t.paranoid; }, &O::paranoid, false))));
    often->addWidget(pairOf(
        flag(QStringLiteral("underscored"), &O::underscored,
             flagOf([](const model::Table &t) { return t.underscored; }, &O::underscored, false)),
        flag(QStringLiteral("freezeTableName"), &O::freezeTableName, mergedFlag(&O::freezeTableName))));

    rarely->addWidget(pairOf(text(QStringLiteral("createdAt"), &O::createdAt,
                                  of([=](const model::Table &t) { return addedGhost(t.createdAt, stamps); })),
                             text(QStringLiteral("updatedAt"), &O::updatedAt, of([=](const model::Table &t) {
                                      return addedGhost(t.updatedAt, stamps);
                                  }))));
    rarely->addWidget(pairOf(text(QStringLiteral("deletedAt"), &O::deletedAt, of([=](const model::Table &t) {
                                      return addedGhost(t.deletedAt, paranoid);
                                  })),
                             text(QStringLiteral("version"), &O::version, of([](const model::Table &t) {
                                      return addedGhost(t.version, QStringLiteral("version"));
                                  }))));
    const auto inflected = [&](const QString &label, auto member, auto derived) {
        return set.add(
            new TextField(label),
            [ access, member ](auto &owner) -> auto & { return access(owner).name.*member; },
            of([derived](const model::Table &t) {
                const model::Derived &value = t.*derived;
                return GhostValue{value.value, Form::tr("inflected from %1").arg(t.model)};
            }));
    };
    rarely->addWidget(pairOf(
        inflected(QStringLiteral("name.singular"), &model::Inflections::singular, &model::Table::singular),
        inflected(QStringLiteral("name.plural"), &model::Inflections::plural, &model::Table::plural)));
    rarely->addWidget(pairOf(text(QStringLiteral("schema"), &O::schema, merged(&O::schema)),
                             text(QStringLiteral("engine"), &O::engine, merged(&O::engine))));
    rarely->addWidget(pairOf(text(QStringLiteral("charset"), &O::charset, merged(&O::charset)),
                             text(QStringLiteral("collate"), &O::collate, merged(&O::collate))));
    rarely->addWidget(pairOf(text(QStringLiteral("rowFormat"), &O::rowFormat, merged(&O::rowFormat)),
                             text(QStringLiteral("initialAutoIncrement"), &O::initialAutoIncrement,
                                  merged(&O::initialAutoIncrement))));
    rarely->addWidget(text(QStringLiteral("comment"), &O::comment, merged(&O::comment)));
    rarely->addWidget(text(QStringLiteral("uniqueKeys"), &O::uniqueKeys, merged(&O::uniqueKeys)));
    rarely->addWidget(text(QStringLiteral("defaultScope"), &O::defaultScope, merged(&O::defaultScope)));
    rarely->addWidget(text(QStringLiteral("scopes"), &O::scopes, merged(&O::scopes)));
}

}
