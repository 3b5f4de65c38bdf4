#pragma once

#include "model/result.h"
#include "model/schema/schema.h"

#include <optional>

/// What a user can do to a query (the options of findAll), as functions from one query to the next. Whatever
/// an edit is not about stays as it was written, in its order.
namespace model {

/// A part of a query: its main model, an include, or the through of one.
struct FindPlace
{
    QStringList path; ///< aliases, from the main model down
    bool isThrough = false; ///< the through of the last alias

    bool operator==(const FindPlace &) const = default;
};

/// The entries of an `include`, which may be a single one.
Json::Array includesOf(const Json &options);
/// What an entry of `include` is called by: its alias, else its model; "all" where it means all associations.
QString includeName(const Json &entry);
/// The table that a place is about; -1 where the schema has no such path.
int tableAt(const Json &find, const Schema &schema, const FindPlace &place);
/// What the query says at a place, as an object; nothing where it does not include it.
std::optional<Json> optionsAt(const Json &find, const Schema &schema, const FindPlace &place);

/// Includes what a path leads to; what is on the way must be included.
Result<Json> withInclude(const Json &find, const Schema &schema, const QStringList &path);
/// Takes an include out with everything below it, and the entries of `order` that lead through it. One that no
/// association is behind goes by its name.
Result<Json> withoutInclude(const Json &find, const Schema &schema, const QStringList &path);
/// Gives an option a value; null takes it out.
Result<Json> withOption(const Json &find, const Schema &schema, const FindPlace &place, const QString &key,
                        const Json &value);
/// Selects an attribute, or no longer. All attributes in their order are the same as no `attributes`.
Result<Json> withAttribute(const Json &find, const Schema &schema, const FindPlace &place,
                           const QString &attribute, bool isSelected);

/// The entries that `attributes` comes to: names, pairs and expressions; all names where it is not given.
Json::Array selectedAttributes(const Json &options, const Table &table);

}
