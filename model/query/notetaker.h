#pragma once

#include "model/query/notes.h"
#include "model/query/proposals.h"

#include <functional>

namespace model {

/// Looks at a query from all sides.
class NoteTaker
{
public:
    NoteTaker(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect);

    Notes take();

private:
    void add(const QString &code, const QString &message, const Json &proposal = {}, bool fails = false);
    Json paged() const { return pagedByKeys(m_find, m_node, m_schema, m_dialect); }
    /// Is the step's table joined inside the paging subquery?
    bool isInside(const Step &step) const;

    // The page and its order (notespaging.cpp)
    void lookAtPaging();
    static bool multipliesRows(const std::shared_ptr<Step> &step);
    const Step *stepAt(const QStringList &aliases) const;
    void lookAtPaths();
    void lookAtOrder();
    Json orderedByKey() const;
    void lookAtOrderItem(const Json::Array &parts);

    // Counts, and names too long (notesnames.cpp)
    void lookAtCounts();
    /// The query with COUNT(DISTINCT …) in place of an expression.
    Json countedOnce(const Json &expression, const Json &argument) const;
    void lookAtNames(const Step &step, const QString &path);

    // Includes (notesincludes.cpp)
    void lookAtSteps(const Step &parent);
    /// All lists but one as queries of their own, where they can be.
    Json separated(const Step &parent) const;
    /// The query with an include as a query of its own, which takes its part of the order along.
    Json takenApart(const Json &find, const Step &step) const;
    void lookAtStep(const Step &step);
    void lookAtSeparate(const Step &step);
    void lookAtStepOnPage(const Step &step, bool isManyToMany);
    /// What chooses the page by a required n:m.
    void lookAtFilter(const Step &step);
    /// The query with a condition on the records above that the step has rows.
    Json withRows(const Step &step) const;
    /// The query with an attribute of the step selected too.
    Json withSelected(const Step &step, const QString &attribute) const;
    /// The include's order, as a part of the query's.
    Json orderedAbove(const Step &step) const;

    // Operators (notesoperators.cpp)
    void lookAtOperators(const Json &where, const Step &step);
    /// What to write instead of an operator that the database lacks; empty where nothing does the same.
    QString missingOperator(const QString &word) const;
    void lookAtMissing(const QString &word, const QString &instead, const Step &step);
    static bool isNegatedOperator(const QString &key, const Json &value, const Step &step);
    void lookAtNegated(const QString &attribute, const Json &value, const Step &step);
    /// The condition with `$not` around an attribute instead of inside.
    static Json negated(const Json &where, const QString &attribute, const Json &value);
    static Json renamed(const Json &json, const QString &key, const QString &other);
    /// `%` and `_` in what is looked for are wildcards.
    void lookAtPattern(const QString &word, const Json &value, const Step &step);
    /// The condition with `{ attribute: { word: text } }` as LIKE with an escape character.
    Json escaped(const Json &where, const QString &word, const QString &text, const Step &step) const;

    const Json &m_find;
    const FindNode &m_node;
    const Schema &m_schema;
    const Dialect &m_dialect;
    const std::shared_ptr<Step> m_root;
    bool m_pages = false;
    Notes m_notes;
};

/// Calls `visit` for each key with its value, at any depth, but not inside expressions.
void visitKeys(const Json &json, const std::function<void(const QString &key, const Json &value)> &visit);

}
