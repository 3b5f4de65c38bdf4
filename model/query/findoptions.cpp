#include "model/query/findreader.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array scopeKeys{"attributes"_L1, "where"_L1, "include"_L1, "order"_L1,    "limit"_L1,
                               "offset"_L1,     "group"_L1, "having"_L1,  "subQuery"_L1, "paranoid"_L1};

}

Json FindReader::withScope(const Json &options, const Table &table)
{
    if (!table.options.defaultScope || !table.options.defaultScope->isObject())
        return options;
    const Json scope = table.options.defaultScope->placeless();
    checkKeys(scope, scopeKeys, Text::tr("the default scope of %1").arg(table.model));
    Json merged = options;
    for (const Json::Member &member : scope.members()) {
        const Json *own = options.find(member.key);
        merged.set(member.key, own ? mergedOption(member.key, member.value, *own) : member.value);
    }
    return merged;
}

namespace {

/// What is said about it is said about what stood there.
Json inPlaceOf(const Json &before, Json now)
{
    now.setRange(before.offset(), before.end());
    return now;
}

}

Json FindReader::orderByAliases(const Json &order, int table)
{
    if (!order.isArray())
        return order;
    Json::Array items;
    for (const Json &item : order.items()) {
        const bool isPath = std::any_of(item.items().begin(), item.items().end(),
                                        [](const Json &part) { return part.find("model"_L1) != nullptr; });
        items.append(isPath ? pathByAliases(item, table) : item);
    }
    return inPlaceOf(order, Json(items));
}

Json FindReader::pathByAliases(const Json &item, int table)
{
    Json::Array path;
    int through = -1;
    for (const Json &part : item.items()) {
        int position = -1;
        if (part.isString() && table >= 0)
            position = m_schema.tables[table].association(part.string());
        else if (part.find("model"_L1) && table >= 0)
            position = isNamed(part, through) ? -1 : associationByModel(part, m_schema.tables[table]);
        path.append(position < 0 || part.isString()
                        ? part
                        : inPlaceOf(part, Json(m_schema.associations[position].as.value)));
        table = position < 0 ? -1 : m_schema.associations[position].target;
        through = position < 0 ? -1 : m_schema.associations[position].through;
    }
    return inPlaceOf(item, Json(path));
}

bool FindReader::isNamed(const Json &step, int through) const
{
    return through >= 0 && !step.find("as"_L1)
        && m_schema.tables[through].model == step.value("model"_L1).string();
}

int FindReader::associationByModel(const Json &step, const Table &table)
{
    const int target = tableNamed(step.value("model"_L1));
    return target < 0 ? -1 : associationTo(target, step, table);
}

void FindReader::keepScopedColumns(Json &options, const Table &table)
{
    const Json scoped = table.options.defaultScope ? table.options.defaultScope->value("where"_L1) : Json();
    Json where = options.value("where"_L1);
    if (!where.isObject() || isExpression(where))
        return;
    for (const Json::Member &member : scoped.members()) {
        const Column *column = table.column(member.key);
        if (column && column->name != column->attribute)
            where.set(member.key, member.value.placeless());
    }
    options.set(u"where"_s, where);
}

Json FindReader::mergedOption(const QString &key, const Json &scope, const Json &own)
{
    if (scope.isArray() && own.isArray()) {
        Json::Array both;
        for (const Json &item : scope.items() + own.items()) {
            if (!item.isString() || !both.contains(item))
                both.append(item);
        }
        return both;
    }
    const bool isCondition = key == u"where" || key == u"having";
    if (scope.isObject() && own.isObject() && (isCondition || key == u"attributes")) {
        const Json condition = isCondition && isExpression(own) ? Json(Json::Object{{u"$and"_s, own}}) : own;
        Json both = scope;
        for (const Json::Member &member : condition.members()) {
            const Json *before = both.find(member.key);
            const bool lists = !isCondition && before && before->isArray() && member.value.isArray();
            both.set(member.key, lists ? mergedOption({}, *before, member.value) : member.value);
        }
        return both;
    }
    return own;
}

void FindReader::readOptions(const Json &options, FindNode &node, const QString &where)
{
    const Table &table = tableOf(node);
    if (const Json *attributes = options.find("attributes"_L1); attributes && !node.attributes)
        node.attributes = readAttributes(*attributes, table, where);
    node.where = options.value("where"_L1);
    checkCondition(node.where, &table, Text::tr("%1.where").arg(where));
    node.having = options.value("having"_L1);
    node.order = orderByAliases(options.value("order"_L1), node.table);
    node.group = options.value("group"_L1);
    node.limit = count(options, "limit"_L1, where);
    node.offset = count(options, "offset"_L1, where);
    node.subQuery = flag(options, "subQuery"_L1, where);
    node.paranoid = flag(options, "paranoid"_L1, where).value_or(true);
    if (const Json *include = options.find("include"_L1))
        readIncludes(*include, node, where);
}

std::optional<bool> FindReader::flag(const Json &options, QLatin1StringView key, const QString &where)
{
    const Json *value = options.find(key);
    if (!value)
        return {};
    if (!value->isBoolean())
        expected(*value, where + u'.' + key, Text::tr("true or false"));
    return value->boolean();
}

Json FindReader::count(const Json &options, QLatin1StringView key, const QString &where)
{
    const Json value = options.value(key);
    if (!value.isNull() && (!value.isNumber() || value.toInteger().value_or(-1) < 0))
        expected(value, where + u'.' + key, Text::tr("a whole number, not negative"));
    return value;
}

Selections FindReader::allOf(const Table &table) const
{
    Selections all;
    for (const Column &column : table.columns)
        all.append({.name = column.attribute});
    return all;
}

Selections FindReader::readAttributes(const Json &attributes, const Table &table, const QString &where)
{
    const QString place = where + u".attributes"_s;
    if (attributes.isArray())
        return readSelections(attributes, table, place);
    if (!attributes.isObject()) {
        expected(attributes, place, Text::tr("a list, or {include, exclude}"));
        return {};
    }
    static constexpr std::array keys{"include"_L1, "exclude"_L1};
    checkKeys(attributes, keys, place);
    Selections all = allOf(table);
    const Json excluded = attributes.value("exclude"_L1);
    for (const Json &name : excluded.items()) {
        const qsizetype before = all.size();
        all.removeIf([&](const Selection &each) { return each.name == name.string(); });
        if (all.size() == before)
            unknownAttribute(name, table, place + u".exclude"_s);
    }
    return all + readSelections(attributes.value("include"_L1), table, place + u".include"_s);
}

Selections FindReader::readSelections(const Json &list, const Table &table, const QString &where)
{
    Selections selections;
    for (const Json &item : list.items()) {
        if (item.isString()) {
            checkName(item, table, where);
            selections.append({.name = item.string()});
        } else if (item.isArray()) {
            const Json first = item.items().value(0);
            const Json alias = item.items().value(1);
            if (item.items().size() != 2 || !alias.isString() || !(first.isString() || isExpression(first))) {
                fault(item.offset(), Text::tr("%1: expected [name or expression, alias]").arg(where));
                continue;
            }
            if (first.isString()) {
                checkName(first, table, where);
                selections.append({.name = first.string(), .alias = alias.string()});
            } else {
                checkExpression(first, where);
                selections.append({.expression = first, .alias = alias.string()});
            }
        } else if (isExpression(item)) {
            checkExpression(item, where);
            selections.append({.expression = item});
        } else {
            expected(item, where, Text::tr("a name, [name or expression, alias] or an expression"));
        }
    }
    return selections;
}

QStringList FindReader::attributeNames(const Table &table) const
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.attribute);
    return names;
}

void FindReader::unknownAttribute(const Json &name, const Table &table, const QString &where)
{
    fault(name.offset(),
          Text::tr("%1: %2 has no attribute %3; it has %4")
              .arg(where, table.model, name.isString() ? name.string() : compactJson(name),
                   listed(attributeNames(table))));
}

void FindReader::checkName(const Json &name, const Table &table, const QString &where)
{
    if (!table.column(name.string()) && !table.columnNamed(name.string()))
        unknownAttribute(name, table, where);
}

void FindReader::checkExpression(const Json &expression, const QString &where)
{
    const Json::Member *special = specialValue(expression);
    const Json &inner = special->value;
    const auto &arguments = inner.items();
    if (special->key == u"$literal" || special->key == u"$col") {
        if (!inner.isString())
            expected(inner, where, Text::tr("text behind %1").arg(special->key));
    } else if (special->key == u"$fn") {
        static const QRegularExpression word(u"^[A-Za-z_][A-Za-z0-9_.]*$"_s);
        if (arguments.isEmpty() || !word.match(arguments[0].string()).hasMatch())
            fault(inner.offset(), Text::tr("%1: $fn is [NAME, ARGUMENT…]").arg(where));
        for (const Json &argument : arguments.mid(1))
            checkArgument(argument, where);
    } else if (special->key == u"$cast") {
        static const QRegularExpression type(u"^[A-Za-z][A-Za-z0-9_ ]*(\\(\\d+(,\\d+)?\\))?(\\[\\])*$"_s);
        if (arguments.size() != 2 || !type.match(arguments[1].string().trimmed()).hasMatch())
            return fault(inner.offset(), Text::tr("%1: $cast is [EXPRESSION, TYPE]").arg(where));
        checkArgument(arguments[0], where);
    } else if (special->key == u"$where") {
        if (arguments.size() < 2 || arguments.size() > 3
            || (arguments.size() == 3 && !isOperator(arguments[1].string())))
            return fault(inner.offset(), Text::tr("%1: $where is [EXPRESSION, OPERATOR, VALUE]").arg(where));
        checkArgument(arguments[0], where);
    }
}

void FindReader::checkArgument(const Json &argument, const QString &where)
{
    if (isExpression(argument))
        checkExpression(argument, where);
    else if (argument.isObject() && specialValue(argument))
        checkValue(argument, where);
}

}
