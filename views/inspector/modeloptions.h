#pragma once

#include "views/inspector/form.h"

namespace views {

/// The options of a model, or of `define`, by their keys in the file, in rows of one or two fields: those
/// that are often set, and the others.
QList<QStringList> frequentModelOptions();
QList<QStringList> rareModelOptions();

/// Gives what an option is where a model does not set it: by `define`, whose value is in the merged options
/// of its table, or by Sequelize. `define` itself has no table.
std::function<GhostValue(const model::Table *)> modelOptionGhost(const QString &key);

/// Adds the fields of the options. `access` gives the options of the owner; `table` what they are made into;
/// nullptr for `define`.
template <typename Owner, typename Access>
void addModelOptions(OptionSet<Owner> &set, QVBoxLayout *layout, const QList<QStringList> &rows,
                     Access access, std::function<const model::Table *(const Owner &)> table)
{
    const auto add = [&](const QString &key) {
        return set.addIn(access, key, [table, ghost = modelOptionGhost(key)](const Owner &owner) {
            return ghost(table(owner));
        });
    };
    for (const QStringList &keys : rows) {
        Field *first = add(keys[0]);
        layout->addWidget(keys.size() == 1 ? first : pairOf(first, add(keys[1])));
    }
}

}
