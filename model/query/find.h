#pragma once

#include "model/schema/schema.h"

#include <memory>
#include <optional>

namespace model {

/// One entry of `attributes`: a name, `[name or expression, alias]`, or an expression alone.
struct Selection
{
    QString name; ///< an attribute or column; null where there is an expression
    Json expression; ///< null where there is a name
    QString alias; ///< null unless it is a pair

    bool isPair() const { return !alias.isNull(); }
    /// The key in the result; null where Sequelize shows none.
    QString key() const { return isPair() ? alias : name; }
    bool operator==(const Selection &) const = default;
};
using Selections = QList<Selection>;

struct FindNode;
using FindNodes = QList<std::shared_ptr<FindNode>>;

/// A limit that counts for each value of a column by itself, as the limit of a separate include does.
struct LimitEach
{
    QString column;
    Json::Array values;
};

/// The options of findAll, of one include, or of the through of one: checked against the schema, scopes
/// merged in.
struct FindNode
{
    int table = -1;
    int association = -1; ///< what leads here; -1 at the root and for a through
    bool isThrough = false;
    QString as;
    std::optional<Selections> attributes;
    /// What the query asks for, before Sequelize adds keys; only these are shown. Empty optional: all.
    std::optional<Selections> shown;
    Json where;
    Json on;
    bool joinsWithOr = false;
    std::optional<bool> required;
    bool right = false;
    std::optional<bool> duplicating;
    std::optional<bool> separate;
    std::optional<bool> subQuery;
    bool paranoid = true;
    Json limit;
    Json offset;
    std::optional<LimitEach> limitEach;
    bool isSeparate = false; ///< the root of what a separate include asks for
    bool isBuiltAgain = false; ///< that root, or below it: Sequelize builds these records twice
    QString separateKey; ///< the attribute there that refers to the records above
    Json order;
    Json group;
    Json having;
    FindNodes includes;
    int place = -1; ///< in the query's text
    int nulPlace = -1; ///< of a NUL there, which not every product's statements can hold

    bool isRoot() const { return association < 0 && !isThrough; }
};

/// Whether a `limit` limits anything.
bool isLimited(const Json &limit);

/// Reads the options of findAll (contract of query files) against a schema. An unknown key or name is refused
/// with its place and what is possible there.
Result<std::shared_ptr<FindNode>> readFind(const Json &find, const Schema &schema);

/// The association of a table that an entry of `include` means, by its position in the schema.
Result<int> includedAssociation(const Json &include, int table, const Schema &schema);

}
