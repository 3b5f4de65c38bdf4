#pragma once

#include "model/query/find.h"

namespace model {

/// A node of a query while its statement is made: what Sequelize settles about each include before it writes
/// SQL.
struct Step
{
    const FindNode *find = nullptr;
    const Table *table = nullptr;
    const ResolvedAssociation *association = nullptr; ///< nullptr at the root and for a through
    Step *parent = nullptr;
    bool isThrough = false;
    QString as;
    Selections attributes;
    std::optional<Selections> shown; ///< empty optional: all attributes
    Json where;
    bool required = false;
    bool duplicating = false;
    bool separate = false;
    std::optional<bool> subQuery;
    bool subQueryFilter = false;
    bool hasDuplicating = false;
    bool hasRequired = false;
    bool hasParentRequired = false;
    bool hasMultiAssociation = false;
    bool hasSingleAssociation = false;
    QList<std::shared_ptr<Step>> includes; ///< a through stands last

    /// The through of a belongsToMany, or nullptr.
    const Step *through() const;
};

/// Whether Sequelize still knows an attribute of the step's records once they are built: what it added to
/// those that were asked for is gone by then.
bool showsKey(const Step &step, const QString &attribute);

/// The step as the find options of a query of its own, as a separate include asks it: Sequelize settles what
/// it settled already a second time.
std::shared_ptr<FindNode> settledAgain(const Step &step);

/// Settles which includes are required, which multiply rows, and what goes into the paging subquery
/// (Sequelize's _validateIncludedElements), and adds the keys that the result needs.
std::shared_ptr<Step> prepare(const FindNode &find, const Schema &schema);

/// Settles the flags again for a copy of a part of the tree that starts a query of its own.
void settleFlags(Step &root, bool hasLimit);

/// A name as the column it stands for: attributes of a table become `field` in every condition.
Json withColumns(const Json &where, const Table &table);

}
