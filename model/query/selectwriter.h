#pragma once

#include "model/query/prepare.h"
#include "model/sql/dialect.h"
#include "model/sql/where.h"

#include <deque>

namespace model {

using Steps = QList<std::shared_ptr<Step>>;

/// One SELECT: the whole query, or one that asks whether a required include has a row.
struct Select
{
    const Table *table = nullptr;
    const Step *root = nullptr; ///< the step that the includes hang on
    QString as;
    Selections attributes;
    Steps includes;
    Json where;
    QStringList filters;
    bool usesSubQuery = false;
    bool isEach = false; ///< a limit counts for each value of a column by itself
    bool isFilter = false; ///< nothing of the includes is selected
};

/// What an include is called inside the statement (`a->b`) and in the names of its columns (`a.b`).
struct Names
{
    QString internal;
    QString external;
};

/// The parts of a statement that one include adds, to the inner and to the outer query.
struct Joins
{
    QString main;
    QString sub;
    QStringList mainColumns;
    QStringList subColumns;
};

struct Join
{
    QString type;
    QString body;
    QString condition;
    QStringList mainColumns;
    QStringList subColumns;
};

/// Writes the SELECT statement of a prepared query, in the shape in which Sequelize writes it.
class SelectWriter
{
public:
    explicit SelectWriter(const Dialect &dialect) : m_dialect(dialect) { }

    Result<QString> write(const Step &root);
    Result<QString> writePage(const Step &root, const FindNode &page);

private:
    QString name(QStringView text) const;
    QString alias(QStringView text) const { return quotedAlias(text, m_dialect); }
    QString refuse(Error error);
    /// Whose refusal does not say where, is about what stands at that place of the query's text.
    QString checked(Result<QString> text, int place = -1)
    {
        if (!text && text.error().offset < 0)
            text.error().offset = place;
        return text ? std::move(*text) : refuse(text.error());
    }

    // The main model (select.cpp)
    QString statement(Select &select, const FindNode &options);
    /// The paging subquery must hand out the primary key.
    void addMissingKeys(Select &select);
    QStringList mainAttributes(const Select &select, const QString &mainAs);
    QString condition(const Select &select, const QString &mainAs);
    QString grouping(const FindNode &options, const Select &select);
    QString limitClause(const FindNode &options) const;
    /// `SELECT … LIMIT n` for each value, one after the other: what stands behind FROM.
    QString limitedEach(const Select &select, const FindNode &options);

    // Includes (selectjoins.cpp)
    Joins joins(Select &select, Step &include, const Step *parent, const Names &above);
    QStringList includeColumns(const Step &include, const Names &names);
    QString joinType(const Step &include) const;
    /// The include sits directly on the model that is asked for.
    static bool isOnTop(const Select &select, const Step &include);
    static QString columnOf(const Table &table, const QString &attribute);
    Join plainJoin(const Select &select, const Step &include);
    Join throughJoin(Select &select, const Step &include, const Step &through, const Names &names,
                     const QString &above);

    // Which records are on the page (selectfilters.cpp)
    /// A required include that multiplies rows stays outside the paging subquery; inside, a condition asks
    /// whether it has a row.
    void addFilter(Select &select, const Step &include);
    static Steps requiredBelow(const Step &step);
    /// A step with other steps below. Where Sequelize looks at a through a second time, it takes the keys
    /// that it added the first time for asked for.
    static std::shared_ptr<Step> copied(const Step &step, Steps below, bool isLookedAtAgain);
    /// Below the top of a filter Sequelize adds the scopes of associations once more, by their attributes.
    static void addScopesAgain(const Step &top);
    QString throughFilter(const Step &top);
    QString plainFilter(const Step &top);
    QString filterStatement(const std::shared_ptr<Step> &root, const QString &as, const QString &column,
                            const Json::Array &conditions);

    const Dialect &m_dialect;
    std::optional<Error> m_fault;
    std::deque<ResolvedAssociation> m_associations;
    std::deque<FindNode> m_finds;
    Steps m_kept;
};

}
