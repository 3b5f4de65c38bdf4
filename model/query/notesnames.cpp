#include "model/query/notetaker.h"

#include "model/sql/where.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The argument of COUNT, SUM or AVG, unless only distinct values count.
const Json *counted(const Json &expression)
{
    const Json *call = expression.find("$fn"_L1);
    if (!call || call->items().size() != 2)
        return nullptr;
    const QString name = call->items()[0].string().toUpper();
    const Json &argument = call->items()[1];
    const bool isAll = argument.value("$literal"_L1).string() == u"*";
    const bool isKnown = argument.find("$col"_L1) || isAll;
    return isKnown && (name == u"COUNT" || name == u"SUM" || name == u"AVG") ? &argument : nullptr;
}

/// Lists that are joined, but for those on the way to what is counted.
void collectOthers(const Step &step, const QStringList &path, QStringList &found)
{
    for (const auto &include : step.includes) {
        if (include->isThrough || include->separate)
            continue;
        const bool isOnTheWay = !path.isEmpty() && include->as == path.first();
        if (!isOnTheWay && include->association->isToMany())
            found.append(include->as);
        collectOthers(*include, isOnTheWay ? path.mid(1) : QStringList(), found);
    }
}

Json replaced(const Json &json, const Json &before, const Json &after)
{
    if (json.placeless() == before)
        return after;
    if (json.isArray()) {
        Json::Array items;
        for (const Json &item : json.items())
            items.append(replaced(item, before, after));
        return Json(items);
    }
    Json::Object members;
    for (const Json::Member &member : json.members())
        members.append({member.key, replaced(member.value, before, after)});
    return json.isObject() ? Json(members) : json;
}

}

void NoteTaker::lookAtCounts()
{
    for (const Selection &each : m_root->attributes) {
        const Json *argument = counted(each.expression);
        if (!argument)
            continue;
        const QString column = argument->value("$col"_L1).string();
        const QString table = column.section(u'.', 0, -2);
        const QStringList path =
            table.isEmpty() || table == m_root->as ? QStringList() : table.split(u"->"_s);
        QStringList others;
        collectOthers(*m_root, path, others);
        if (others.isEmpty())
            continue;
        const QString name = each.expression.find("$fn"_L1)->items()[0].string();
        add(u"Q29"_s,
            Text::tr("%1 counts joined rows: each row comes once for each of its %2.")
                .arg(name, others.join(u", "_s)),
            countedOnce(each.expression, *argument));
    }
}

Json NoteTaker::countedOnce(const Json &expression, const Json &argument) const
{
    const Column *key = m_root->table->firstPrimaryKey();
    const bool isAll = !argument.find("$col"_L1);
    if (expression.find("$fn"_L1)->items()[0].string().toUpper() != u"COUNT" || (isAll && !key))
        return {};
    const Json column =
        isAll ? Json(Json::Object{{u"$col"_s, Json(m_root->as + u'.' + key->name)}}) : argument.placeless();
    const Json distinct(Json::Object{{u"$fn"_s, Json(Json::Array{Json(u"DISTINCT"_s), column})}});
    const Json once(Json::Object{{u"$fn"_s, Json(Json::Array{Json(u"COUNT"_s), distinct})}});
    Json proposal = m_find.placeless();
    proposal.set(u"attributes"_s, replaced(proposal.value("attributes"_L1), expression.placeless(), once));
    return proposal;
}

void NoteTaker::lookAtNames(const Step &step, const QString &path)
{
    for (const auto &include : step.includes) {
        if (include->separate)
            continue;
        const QString own = path.isEmpty() ? include->as : path + u'.' + include->as;
        for (const Selection &each : include->attributes) {
            const QString name = own + u'.' + each.key();
            if (aliasText(name, m_dialect) == name)
                continue;
            add(u"Q34"_s,
                Text::tr("%1 is longer than a name of %2 can be: Sequelize loses what stands under it. Here "
                         "it gets a "
                         "short name.")
                    .arg(name, m_dialect.title));
            return;
        }
        lookAtNames(*include, own);
    }
}

}
