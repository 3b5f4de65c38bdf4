#include "model/sample/samplerows.h"

#include "model/sample/values.h"

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace model::sample {

Rows::Rows(Plan plan) : m_plan(std::move(plan)), m_rows(size_t(m_plan.tables.size()))
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].choices.resize(size_t(m_plan.tables[int(i)].columns.size()));
        m_rows[i].sources.resize(m_rows[i].choices.size());
    }
    for (const int table : std::as_const(m_plan.order))
        chooseRows(*this, table);
    chooseDeferred(*this);
}

Json Rows::cell(int table, int column, int row) const
{
    const TablePlan &owner = m_plan.tables[table];
    const ColumnPlan &plan = owner.columns[column];
    const Choice choice = m_rows[size_t(table)].choices[size_t(column)][size_t(row)];
    if (choice == emptyCell)
        return {};
    if (choice == scopedCell) {
        for (const auto &[scoped, value] : sourceOf(table, plan.scopedBy, row).scope) {
            if (scoped == column)
                return value;
        }
    }
    if (plan.fixed)
        return *plan.fixed;
    if (plan.isReference()) {
        const Source &source = sourceOf(table, column, row);
        return cell(source.table, source.column, choice);
    }
    return valueOf(plan.recipe, rowOf(table, row), choice);
}

const Source &Rows::sourceOf(int table, int column, int row) const
{
    const auto &sources = m_plan.tables[table].columns[column].sources;
    const auto &chosen = m_rows[size_t(table)].sources[size_t(column)];
    return sources[sources.size() > 1 ? chosen[size_t(row)] : 0];
}

Row Rows::rowOf(int table, int row) const
{
    Row facts = m_plan.tables[table].row;
    facts.position = row;
    const auto &stages = m_rows[size_t(table)].stages;
    if (size_t(row) < stages.size())
        facts.stage = stages[size_t(row)];
    return facts;
}

const std::vector<int> &Rows::referable(const Source &source)
{
    const std::pair key{source.table, source.column};
    const auto known = m_referable.constFind(key);
    if (known != m_referable.cend())
        return *known;
    std::vector<int> list;
    std::unordered_set<quint64> values;
    const TablePlan &plan = m_plan.tables[source.table];
    const bool isKey = plan.keys.contains(QList<int>{source.column});
    for (int row = 0; row < count(source.table); ++row) {
        const Choice choice = m_rows[size_t(source.table)].choices[size_t(source.column)][size_t(row)];
        if (choice == emptyCell || !isKept(source.table, row))
            continue;
        if (isKey || values.insert(identityOf(cell(source.table, source.column, row))).second)
            list.push_back(row);
    }
    return *m_referable.insert(key, list);
}

quint64 identityOf(const Json &value)
{
    if (value.isString())
        return mixed(1, value.string().toCaseFolded());
    return mixed(2, value.isNumber() ? value.numberText() : compactJson(value));
}

}
