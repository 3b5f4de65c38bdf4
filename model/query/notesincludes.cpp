#include "model/query/notetaker.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

void NoteTaker::lookAtSteps(const Step &parent)
{
    QStringList lists;
    for (const auto &include : parent.includes) {
        if (include->isThrough)
            continue;
        lookAtStep(*include);
        if (!include->separate && include->association->isToMany())
            lists.append(include->as);
        lookAtSteps(*include);
    }
    if (lists.size() > 1) {
        add(u"Q31"_s,
            Text::tr("%1 stand side by side: the database joins each row of one with each row of the others.")
                .arg(lists.join(u", "_s)),
            separated(parent));
    }
}

Json NoteTaker::separated(const Step &parent) const
{
    bool isFirst = true;
    Json proposal = m_find;
    bool isChanged = false;
    for (const auto &include : parent.includes) {
        if (include->isThrough || include->separate || !include->association->isToMany())
            continue;
        const bool canBe = include->association->kind == AssociationKind::HasMany && !include->required;
        if (canBe && !isFirst) {
            const Json changed = takenApart(proposal, *include);
            if (!changed.isNull()) {
                proposal = changed;
                isChanged = true;
            }
        }
        isFirst = false;
    }
    return isChanged ? proposal : Json();
}

Json NoteTaker::takenApart(const Json &find, const Step &step) const
{
    const Trail trail = trailTo(step);
    const auto leadsThere = [&](const Json::Array &parts) {
        for (qsizetype i = 0; i < trail.size(); ++i) {
            if (parts.value(i).string() != trail[i]->as)
                return false;
        }
        return true;
    };
    Json::Array above;
    Json::Array own;
    const Json order = find.value("order"_L1);
    for (const Json &item : order.items()) {
        if (leadsThere(item.items()))
            own.append(Json(item.items().mid(trail.size())));
        else
            above.append(item);
    }
    Json changed = withInclude(find, trail, m_schema, [&](Json &options) {
        options.set(u"separate"_s, Json(true));
        if (!own.isEmpty())
            options.set(u"order"_s, Json(own));
    });
    if (!changed.isNull() && !own.isEmpty())
        changed.set(u"order"_s, Json(above));
    return changed;
}

void NoteTaker::lookAtStep(const Step &step)
{
    const bool isManyToMany = step.association->kind == AssociationKind::BelongsToMany;
    if (m_pages)
        lookAtStepOnPage(step, isManyToMany);
    if (!step.find->order.isNull() && !step.separate) {
        add(u"Q38"_s,
            Text::tr("The order of the include %1 is ignored, as it is not separate; the query's own "
                     "order can "
                     "name it.")
                .arg(step.as),
            orderedAbove(step));
    }
    if (isManyToMany && !step.find->on.isNull())
        add(u"Q20"_s, Text::tr("on is ignored: %1 is a belongsToMany.").arg(step.as),
            withInclude(m_find, trailTo(step), m_schema, [&](Json &options) {
                addCondition(options, options.value("on"_L1).placeless());
                options.remove("on"_L1);
                options.set(u"required"_s, Json(step.required));
            }));
    if (!step.separate && isLimited(step.find->limit)) {
        add(u"Q19"_s, Text::tr("The limit of the include %1 is ignored, as it is not separate.").arg(step.as),
            withInclude(m_find, trailTo(step), m_schema,
                        [](Json &options) { options.remove("separate"_L1); }));
    }
    const Table &table = *step.table;
    if (!step.separate && table.primaryKey().isEmpty() && table.uniqueKeys.isEmpty()) {
        add(u"Q33"_s,
            Text::tr("%1 has no primary key: all rows of %2 fold into one, and a missing one shows as an "
                     "object of "
                     "nulls. Give it a primary key, or ask for its rows by themselves.")
                .arg(table.model, step.as),
            Json(Json::Object{{u"model"_s, Json(table.model)}}));
    }
    if (!m_node.group.isNull() && step.through() && !step.through()->attributes.isEmpty()) {
        add(u"Q35"_s,
            Text::tr("The query is grouped, and yet selects the join rows of %1; give through: { "
                     "attributes: [] }.")
                .arg(step.as),
            withInclude(m_find, trailTo(step), m_schema,
                        [](Json &options) {
                            Json through = options.value("through"_L1);
                            if (!through.isObject())
                                through = Json(Json::Object{});
                            through.set(u"attributes"_s, Json(Json::Array{}));
                            options.set(u"through"_s, through);
                        }),
            m_dialect.bit == postgresBit);
    }
    if (step.separate)
        lookAtSeparate(step);
    lookAtOperators(step.find->where, step);
}

void NoteTaker::lookAtSeparate(const Step &step)
{
    if (isLimited(step.find->limit) && !m_dialect.unionAll && !step.find->order.isNull()) {
        const Json first = firstOfEach(step, step.find->limit, m_dialect);
        add(u"Q30"_s,
            Text::tr("%1 is one UNION over all records, which keeps the limit for each, but not the order.")
                .arg(step.as),
            first.isNull() ? Json() : withInclude(m_find, trailTo(step), m_schema, [&](Json &options) {
                options.remove("limit"_L1);
                options.set(u"separate"_s, Json(true));
                addCondition(options, first);
            }));
    }
    if (step.find->required == true) {
        add(u"Q42"_s,
            Text::tr("%1 is a query of its own: required is ignored, and records of %2 without such rows are "
                     "kept.")
                .arg(step.as, step.parent->as),
            withRows(step));
    }
    const QString sourceKey = step.association->sourceKey.value;
    if (!showsKey(*step.parent, sourceKey)) {
        add(u"Q39"_s,
            Text::tr("%1 stays empty: it is asked for by the %2 of its %3, which the attributes leave out.")
                .arg(step.as, sourceKey, step.parent->as),
            withSelected(*step.parent, sourceKey));
    }
}

Json NoteTaker::withRows(const Step &step) const
{
    const Json condition = amongReferred(step, m_dialect);
    Json proposal =
        withInclude(m_find, trailTo(step), m_schema, [](Json &options) { options.remove("required"_L1); });
    if (condition.isNull() || proposal.isNull())
        return {};
    return withInclude(proposal, trailTo(*step.parent), m_schema, [&](Json &options) {
        addCondition(options, condition);
        if (step.parent->parent)
            options.set(u"required"_s, Json(step.parent->required));
    });
}

Json NoteTaker::withSelected(const Step &step, const QString &attribute) const
{
    const auto select = [&](Json &options) {
        const Json given = options.value("attributes"_L1);
        if (given.isArray())
            options.set(u"attributes"_s, Json(Json::Array{Json(attribute)} + given.items()));
        else
            options.remove("attributes"_L1);
    };
    if (step.parent)
        return withInclude(m_find, trailTo(step), m_schema, select);
    Json proposal = m_find.placeless();
    select(proposal);
    return proposal;
}

void NoteTaker::lookAtStepOnPage(const Step &step, bool isManyToMany)
{
    const bool parentIsInside = isInside(*step.parent);
    if (step.subQuery.value_or(false) && !parentIsInside) {
        add(u"Q24"_s,
            Text::tr("%1 is required and joined inside the paging subquery, but %2, on which it hangs, "
                     "is not.")
                .arg(step.as, step.parent->as),
            paged(), true);
    }
    if (step.subQueryFilter && !step.required && !step.parent->parent) {
        add(u"Q25"_s,
            Text::tr(
                "%1 is not required, but what it includes is: with the limit, records of %2 without such "
                "rows are left out; without it they are kept.")
                .arg(step.as, m_root->as),
            paged());
    }
    const Column *key = step.parent->table->firstPrimaryKey();
    if (isManyToMany && !step.parent->parent && key && step.association->sourceKey.value != key->attribute) {
        add(u"Q04"_s,
            Text::tr("%1 starts from %2, but the paging subquery compares and hands out %3.")
                .arg(step.as, step.association->sourceKey.value, key->attribute),
            paged(), true);
    }
    if (isManyToMany && !step.parent->parent && step.subQueryFilter)
        lookAtFilter(step);
}

void NoteTaker::lookAtFilter(const Step &step)
{
    const Table &target = *step.table;
    if (target.singular.value == m_root->as) {
        add(u"Q40"_s,
            Text::tr("In the subquery that chooses the page, %2 is also the name of what %3 leads to: only a "
                     "%2 that %1 links with itself is found.")
                .arg(step.through()->table->model, m_root->as, step.as),
            paged());
    }
    const QString targetKey = step.association->targetKey.value;
    const Column *used = target.column(targetKey);
    const Column *key = target.firstPrimaryKey();
    if (used && key && key != used) {
        const bool isRefused = m_dialect.bit == postgresBit && used->type.name != key->type.name
            && !(used->type.isNumber() && key->type.isNumber())
            && !(used->type.isText() && key->type.isText());
        add(u"Q41"_s,
            Text::tr(
                "%1 leads to the %2 of %3, but with the limit, Sequelize compares what is linked with its "
                "%4.")
                .arg(step.as, targetKey, target.model, key->attribute),
            paged(), isRefused);
    }
}

Json NoteTaker::orderedAbove(const Step &step) const
{
    if (!step.find->order.isArray())
        return {};
    Json::Array path;
    for (const Step *each : trailTo(step))
        path.append(Json(each->as));
    Json::Array order = m_node.order.items();
    for (const Json &item : step.find->order.items())
        order.append(Json(path + (item.isArray() ? item.items() : Json::Array{item})));
    Json proposal =
        withInclude(m_find, trailTo(step), m_schema, [](Json &options) { options.remove("order"_L1); });
    if (!proposal.isNull())
        proposal.set(u"order"_s, Json(order));
    return proposal;
}

}
