#include "model/query/proposals.h"

#include "model/query/order.h"
#include "model/query/select.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

Json literal(const QString &sql)
{
    return Json(Json::Object{{u"$literal"_s, Json(sql)}});
}

/// Where an attribute of the select list is an expression with an alias, what it stands for orders.
Json spelledOut(const Json &order, const Selections &attributes)
{
    if (!order.isArray())
        return order;
    Json::Array items;
    for (const Json &item : order.items()) {
        const Json name = item.isArray() ? item.items().value(0) : item;
        const auto aliased = std::find_if(attributes.begin(), attributes.end(), [&](const Selection &each) {
            return each.isPair() && !each.expression.isNull() && name.isString()
                && each.alias == name.string();
        });
        if (aliased == attributes.end()) {
            items.append(item);
            continue;
        }
        Json::Array spelled{aliased->expression};
        if (item.isArray())
            spelled += item.items().mid(1);
        items.append(Json(spelled));
    }
    return Json(items);
}

QString keyColumn(const Table &table, const Dialect &dialect)
{
    const Column *key = table.firstPrimaryKey();
    return key ? quotedName(key->name, dialect) : QString();
}

}

Trail trailTo(const Step &step)
{
    Trail trail;
    for (const Step *at = &step; at->parent; at = at->parent)
        trail.prepend(at);
    return trail;
}

void addCondition(Json &options, const Json &condition)
{
    const Json *own = options.find("where"_L1);
    options.set(u"where"_s, own ? Json(Json::Object{{u"$and"_s, Json::Array{*own, condition}}}) : condition);
}

Json amongKeys(const Table &table, const QString &as, const QString &select, const Dialect &dialect)
{
    const auto keys = table.primaryKey();
    if (keys.isEmpty())
        return {};
    if (keys.size() == 1)
        return Json(Json::Object{
            {keys[0]->attribute, Json(Json::Object{{u"$in"_s, literal(u'(' + select + u')')}})}});
    QStringList columns;
    for (const Column *key : keys)
        columns.append(quotedName(as, dialect) + u'.' + quotedName(key->name, dialect));
    return literal(u'(' + columns.join(u", "_s) + u") IN ("_s + select + u')');
}

Json pagedByKeys(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect)
{
    FindNode whole = node;
    whole.limit = whole.offset = Json();
    whole.subQuery = false;
    if (whole.attributes)
        whole.order = spelledOut(whole.order, *whole.attributes);
    const auto select = pageStatement(prepare(whole, schema), node, dialect);
    const Table &table = schema.tables[node.table];
    const Json condition = select ? amongKeys(table, table.model, *select, dialect) : Json();
    if (condition.isNull())
        return {};
    Json proposal = find.placeless();
    for (const auto key : {"limit"_L1, "offset"_L1, "subQuery"_L1})
        proposal.remove(key);
    addCondition(proposal, condition);
    return proposal;
}

Json withInclude(const Json &find, const Trail &trail, const Schema &schema,
                 const std::function<void(Json &include)> &change)
{
    Json changed = find.placeless();
    if (trail.isEmpty()) {
        change(changed);
        return changed;
    }
    const Json include = changed.value("include"_L1);
    Json::Array items = include.isArray() ? include.items() : Json::Array{include};
    for (Json &item : items) {
        if (item.isString())
            item = Json(Json::Object{{u"association"_s, item}});
        if (item.find("all"_L1))
            continue;
        const Step &step = *trail.first();
        const int table = int(step.parent->table - schema.tables.constData());
        const auto association = includedAssociation(item, table, schema);
        if (!association || &schema.associations[*association] != step.association)
            continue;
        item = withInclude(item, trail.mid(1), schema, change);
        if (item.isNull())
            return {};
        changed.set(u"include"_s, Json(items));
        return changed;
    }
    return {};
}

Json amongReferred(const Step &step, const Dialect &dialect)
{
    const Table &table = *step.table;
    const QString as = quotedName(table.model, dialect);
    const auto where = whereCondition(step.where, {&table, as}, dialect);
    const bool asksMore = std::any_of(step.includes.begin(), step.includes.end(),
                                      [](const auto &include) { return include->hasRequired; });
    if (!where || asksMore)
        return {};
    const QString sql = u"(SELECT "_s + quotedName(step.association->foreignKeyColumn, dialect) + u" FROM "_s
        + quotedTable(table, dialect) + u" AS "_s + as
        + (where->isEmpty() ? QString() : u" WHERE "_s + *where) + u')';
    return Json(
        Json::Object{{step.association->sourceKey.value, Json(Json::Object{{u"$in"_s, literal(sql)}})}});
}

Json firstOfEach(const Step &step, const Json &limit, const Dialect &dialect)
{
    const Table &table = *step.table;
    const QString key = keyColumn(table, dialect);
    const QString as = quotedName(table.model, dialect);
    Step alone = step;
    alone.as = table.model;
    const auto order = orderClauses(step.find->order, alone, false, dialect);
    const auto where = whereCondition(step.where, {&table, as}, dialect);
    if (key.isNull() || !order || !where)
        return {};
    const QString position = quotedName(u"position"_s, dialect);
    const QString ranked = u"SELECT "_s + as + u'.' + key + u", ROW_NUMBER() OVER (PARTITION BY "_s + as
        + u'.' + quotedName(step.association->foreignKeyColumn, dialect) + order->main + u") AS "_s + position
        + u" FROM "_s + quotedTable(table, dialect) + u" AS "_s + as
        + (where->isEmpty() ? QString() : u" WHERE "_s + *where);
    return amongKeys(table, table.model,
                     u"SELECT "_s + key + u" FROM ("_s + ranked + u") AS ranked WHERE "_s + position
                         + u" <= "_s + limit.numberText(),
                     dialect);
}

Json lowestOfEach(const Step &step, const Dialect &dialect)
{
    const QString key = keyColumn(*step.table, dialect);
    if (key.isNull() || step.table->primaryKey().size() > 1)
        return {};
    return amongKeys(*step.table, step.as,
                     u"SELECT MIN("_s + key + u") FROM "_s + quotedTable(*step.table, dialect)
                         + u" GROUP BY "_s + quotedName(step.association->foreignKeyColumn, dialect),
                     dialect);
}

}
