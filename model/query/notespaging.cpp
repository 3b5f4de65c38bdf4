#include "model/query/notetaker.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

void NoteTaker::lookAtPaging()
{
    const bool multiplies = std::any_of(m_root->includes.begin(), m_root->includes.end(), multipliesRows);
    if (!m_pages && multiplies && isLimited(m_node.limit)) {
        add(u"Q22"_s,
            Text::tr("The limit counts joined rows, not records of %1: subQuery: false or duplicating: "
                     "false takes "
                     "the paging subquery away. Fewer records than asked for come back.")
                .arg(m_root->as),
            paged());
    } else if (!m_pages && multiplies && m_node.offset.toInteger().value_or(0) > 0) {
        add(u"Q23"_s,
            Text::tr("Without a limit there is no paging subquery: the offset skips joined rows, not "
                     "records of %1.")
                .arg(m_root->as),
            paged());
    }
    if (m_pages)
        lookAtPaths();
}

bool NoteTaker::multipliesRows(const std::shared_ptr<Step> &step)
{
    if (step->separate || step->isThrough)
        return false;
    return step->association->isToMany()
        || std::any_of(step->includes.begin(), step->includes.end(), multipliesRows);
}

const Step *NoteTaker::stepAt(const QStringList &aliases) const
{
    const Step *at = m_root.get();
    for (const QString &alias : aliases) {
        const auto next = std::find_if(at->includes.begin(), at->includes.end(),
                                       [&](const auto &include) { return include->as == alias; });
        if (next == at->includes.end())
            return nullptr;
        at = next->get();
    }
    return at;
}

void NoteTaker::lookAtPaths()
{
    visitKeys(m_node.where, [&](const QString &key, const Json &) {
        if (key.size() < 3 || !key.startsWith(u'$') || !key.endsWith(u'$'))
            return;
        const QStringList path = key.mid(1, key.size() - 2).split(u'.');
        const Step *step = stepAt(path.mid(0, path.size() - 1));
        if (!step || isInside(*step))
            return;
        add(u"Q21"_s,
            Text::tr("%1 names a table that is joined outside the paging subquery, where the condition "
                     "stands: the "
                     "database does not know it there.")
                .arg(key),
            paged(), true);
    });
}

void NoteTaker::lookAtOrder()
{
    if (m_node.order.isNull()) {
        add(u"Q38"_s, Text::tr("A limit without an order: which records come back is up to the database."),
            orderedByKey());
    }
    if (!m_pages)
        return;
    for (const Json &item : m_node.order.items()) {
        const Json::Array parts = item.isArray() ? item.items() : Json::Array{item};
        lookAtOrderItem(parts);
    }
}

Json NoteTaker::orderedByKey() const
{
    Json::Array order;
    for (const Column *key : m_root->table->primaryKey())
        order.append(Json(Json::Array{Json(key->attribute), Json(u"ASC"_s)}));
    if (order.isEmpty())
        return {};
    Json proposal = m_find.placeless();
    proposal.set(u"order"_s, Json(order));
    return proposal;
}

void NoteTaker::lookAtOrderItem(const Json::Array &parts)
{
    const Step *step = m_root.get();
    for (const Json &part : parts.mid(0, std::max<qsizetype>(parts.size() - 1, 0))) {
        const QString model = part.value("model"_L1).string();
        const auto next =
            std::find_if(step->includes.begin(), step->includes.end(), [&](const auto &include) {
                return part.isString() ? include->as == part.string() : include->table->model == model;
            });
        if (next == step->includes.end())
            break;
        step = next->get();
    }
    const QString first = parts.value(0).string();
    if (step->parent && isInside(*step)) {
        add(u"Q27"_s,
            Text::tr("The order names %1, which is joined inside the paging subquery and not known "
                     "outside of it.")
                .arg(step->as),
            paged(), true);
    } else if (step->parent) {
        add(u"Q26"_s,
            Text::tr("The page is chosen before it is ordered by %1: these are not the first records in "
                     "that order.")
                .arg(step->as),
            paged());
    } else if (!first.isNull() && !m_root->table->column(first) && !m_root->table->columnNamed(first)
               && !first.contains(u'.'))
    {
        add(u"Q28"_s,
            Text::tr("The order names the alias %1, which the paging subquery takes for a column of %2.")
                .arg(first, m_root->as),
            paged(), true);
    }
}

}
