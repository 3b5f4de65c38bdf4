#pragma once

#include "model/schema/schema.h"

namespace model {

/// Everything that is wrong with a project, or will hurt: what Sequelize refuses, what a database refuses,
/// and the catalogue of codes (NM many-to-many, S other schema, D one dialect, Q query). Errors first, then
/// in the order of the file. Codes never change their meaning.
QList<Problem> check(const Project &project, const Schema &schema, DialectSet dialects = everyDialect);

/// What the checks look at, with the lookups they share.
struct Checked
{
    const Project &project;
    const Schema &schema;

    const Table &tableOf(ModelId model) const;
    const Association &declared(const ResolvedAssociation &association) const;
    /// "User.belongsToMany(Project)", with the alias where there is one: "User.Tasks".
    QString nameOf(const ResolvedAssociation &association) const;
};

// One function for each group of checks; check() calls them all.
void checkManyToManyKeys(const Checked &checked, QList<Problem> &problems);
void checkManyToManyPairs(const Checked &checked, QList<Problem> &problems);
void checkThroughs(const Checked &checked, QList<Problem> &problems);
void checkIndexes(const Checked &checked, QList<Problem> &problems);
void checkTypes(const Checked &checked, QList<Problem> &problems);

}
