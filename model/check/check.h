#pragma once

#include "model/check/catalogue.h"
#include "model/ddl/order.h"
#include "model/schema/schema.h"

namespace model {

/// Everything that is wrong with a project, or will hurt: what Sequelize refuses, what a database refuses,
/// and the catalogue of codes (NM many-to-many, S other schema, D one dialect, Q query). Errors first, then
/// in the order of the file. Codes never change their meaning. Without what is milder than `mildest`.
/// Without those that the project ignores, either.
QList<Problem> check(const Project &project, const Schema &schema, DialectSet dialects = everyDialect,
                     Severity mildest = Severity::Hint);
/// With those that the project ignores, which are marked.
QList<Problem> checkAll(const Project &project, const Schema &schema, DialectSet dialects = everyDialect,
                        Severity mildest = Severity::Hint);

/// What the checks look at, with the lookups they share.
struct Checked
{
    const Project &project;
    const Schema &schema;
    /// The table of each schema and name; of two models, the later makes it.
    QHash<std::pair<QString, QString>, const Table *> tableNamed;
    TableOrder order; ///< in which Sequelize creates the tables
    bool isCircular = false; ///< tables refer to each other in a circle
    Severity mildest = Severity::Hint; ///< of the problems that are asked for

    /// Those in whose place Sequelize creates the table of a later model: nothing of theirs is made.
    QSet<const Table *> replaced;
    QSet<const Table *> linked; ///< that an association leads from or to
    QSet<const Table *> linkedToItself;
    /// The first call of each name of a source that Sequelize does not refuse.
    QHash<std::pair<int, QString>, const ResolvedAssociation *> firstCalls;

    Checked(const Project &ofProject, const Schema &itsSchema);

    const Table &tableOf(ModelId model) const;
    const Association &declared(const ResolvedAssociation &association) const;
    /// "User.belongsToMany(Project)", with the alias where there is one: "User.Tasks".
    QString nameOf(const ResolvedAssociation &association) const;
    /// The table that holds the key of an association of the three other kinds, and the one that it leads to.
    const Table &holderOf(const ResolvedAssociation &association) const;
    const Table &referredOf(const ResolvedAssociation &association) const;
    /// Whether the methods of an association's name lead over it: those of the first call of a name stay.
    bool keepsMethods(const ResolvedAssociation &association) const;
    /// Whether anything leads over an association: an include, or a method that links.
    bool isUsed(const ResolvedAssociation &association) const;
    /// Whether an association leads from a table or to it.
    bool isLinked(const Table &table) const { return linked.contains(&table); }
    /// Whether an association leads from a table to itself: then two of its rows belong together.
    bool isLinkedToItself(const Table &table) const { return linkedToItself.contains(&table); }
    /// The table that a column refers to; nullptr where no model makes it.
    const Table *referredBy(const Column &column) const;
    /// Whether a belongsToMany keeps one of its keys in a column.
    bool isJoinKey(const Column &column) const;
    /// The databases on which a column's reference becomes a constraint: where references go in a circle,
    /// Sequelize's second pass leaves out those of primary keys.
    DialectSet constrainedOn(const Column &column) const;
    /// Where a column is declared: its attribute, or the association that put it there.
    Place placeOf(const Table &table, const Column &column, const QString &option = {}) const;
    Place placeOf(const Table &table, const QString &option = {}) const;
};

/// What a check finds: a code, as severe as the catalogue has it where nothing else is said.
struct Finding
{
    Finding(Code ofCode) : Finding(ofCode, entryOf(ofCode).severity) { }
    Finding(Code ofCode, Severity thatSevere) : code(ofCode), severity(thatSevere) { }

    Code code;
    Severity severity;
};

/// A family of checks: what it looks at, and where it puts what it finds.
class Check
{
public:
    Check(const Checked &checked, QList<Problem> &problems) : m_checked(checked), m_problems(problems) { }

protected:
    void add(const Finding &finding, const Place &place, const QString &message,
             const QList<Fix> &fixes = {}, DialectSet dialects = everyDialect);
    /// At an option of an association.
    void add(const Finding &finding, const ResolvedAssociation &association,
             const QString &option, const QString &message, const QList<Fix> &fixes = {},
             DialectSet dialects = everyDialect);

    const Checked &m_checked;
    QList<Problem> &m_problems;
};

/// How a database can find a row by one column alone. Only some know indexes of a part of the rows.
enum class Uniqueness : quint8 { None, Indexed, Unique };
Uniqueness uniquenessOf(const Table &table, const Column &column, bool hasPartialIndexes = true);
/// Where a foreign key in one table to a column of another is refused because that is not unique. A table's
/// own indexes are made after it, too late for what refers to itself.
DialectSet refusedForRepetition(const Checked &checked, const Table &holder, const Table &referred,
                                const Column &key);

/// Whether a row must be given a value for an attribute.
bool mustBeGiven(const Column &column);

/// Whether a name is a short one of ASCII letters, digits and underscores: databases neither cut nor change
/// such a name, and most are.
bool isPlainName(QStringView name);

/// What stands in the database for an attribute: of two with one column, the later.
const Column &columnMade(const Table &table, const Column &column);

/// The column of a name, in upper or lower case where the database does not tell them apart.
const Column *columnNamed(const Table &table, const QString &name, Qt::CaseSensitivity sensitivity);

/// Cures for what Sequelize itself refuses, which resolve() reports without any.
QList<Fix> fixesOfRefusal(const Checked &checked, const Problem &problem);

// One function for each family of checks; check() calls them all.
void checkManyToManyKeys(const Checked &checked, QList<Problem> &problems);
void checkManyToManyPairs(const Checked &checked, QList<Problem> &problems);
void checkManyToManyRows(const Checked &checked, QList<Problem> &problems);
void checkThroughs(const Checked &checked, QList<Problem> &problems);
void checkLinks(const Checked &checked, QList<Problem> &problems);
void checkAssociations(const Checked &checked, QList<Problem> &problems);
void checkReferences(const Checked &checked, QList<Problem> &problems);
void checkReferenceTypes(const Checked &checked, QList<Problem> &problems);
void checkCircles(const Checked &checked, QList<Problem> &problems);
void checkColumns(const Checked &checked, QList<Problem> &problems);
void checkDefaults(const Checked &checked, QList<Problem> &problems);
void checkTypes(const Checked &checked, QList<Problem> &problems);
void checkTables(const Checked &checked, QList<Problem> &problems);
void checkNames(const Checked &checked, QList<Problem> &problems);
void checkReserved(const Checked &checked, QList<Problem> &problems);
void checkAliases(const Checked &checked, QList<Problem> &problems);
void checkTimestamps(const Checked &checked, QList<Problem> &problems);
void checkNaming(const Checked &checked, QList<Problem> &problems);
void checkIndexes(const Checked &checked, QList<Problem> &problems);
void checkIndexOptions(const Checked &checked, QList<Problem> &problems);
void checkExpressions(const Checked &checked, QList<Problem> &problems);
void checkConditions(const Checked &checked, QList<Problem> &problems);
void checkMethods(const Checked &checked, QList<Problem> &problems);
void checkScopes(const Checked &checked, QList<Problem> &problems);
void checkWords(const Checked &checked, QList<Problem> &problems);
void checkLimits(const Checked &checked, QList<Problem> &problems);
void checkUnheeded(const Checked &checked, QList<Problem> &problems);

}
