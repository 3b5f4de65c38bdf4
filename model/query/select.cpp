#include "model/query/select.h"

#include "model/query/order.h"
#include "model/query/selectwriter.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// As Sequelize: what stands twice goes only where something is added.
void addOnce(QStringList &columns, const QStringList &more)
{
    if (more.isEmpty())
        return;
    columns += more;
    columns.removeDuplicates();
}

}

Result<QString> SelectWriter::write(const Step &root)
{
    Select select{.table = root.table,
                  .root = &root,
                  .as = root.table->model,
                  .attributes = root.attributes,
                  .includes = root.includes,
                  .where = root.where,
                  .usesSubQuery = root.subQuery.value_or(false)};
    const QString sql = statement(select, *root.find);
    if (m_fault)
        return tl::unexpected(*m_fault);
    return sql;
}

QString SelectWriter::name(QStringView text) const
{
    return quotedName(text, m_dialect);
}

QString SelectWriter::refuse(Error error)
{
    if (!m_fault)
        m_fault = std::move(error);
    return {};
}

QString SelectWriter::statement(Select &select, const FindNode &options)
{
    const QString mainAs = name(select.as);
    if (select.usesSubQuery)
        addMissingKeys(select);
    QStringList mainColumns = mainAttributes(select, mainAs);
    QStringList subColumns;
    const bool isEach = select.isEach = options.limitEach && !select.isFilter;
    const bool isUnion = isEach && !select.usesSubQuery;
    if (select.usesSubQuery || isUnion) {
        subColumns = mainColumns;
        mainColumns = {mainAs + u".*"_s};
    }
    QString mainJoins;
    QString subJoins;
    for (const auto &include : select.includes) {
        if (include->separate || include->isThrough)
            continue;
        const Joins joins = this->joins(select, *include, nullptr, {select.as, select.as});
        mainJoins += joins.main;
        subJoins += joins.sub;
        addOnce(mainColumns, joins.mainColumns);
        addOnce(subColumns, joins.subColumns);
    }

    const QString from = u" FROM "_s
        + (isUnion ? limitedEach(select, options) : quotedTable(*select.table, m_dialect)) + u" AS "_s
        + mainAs;
    // Beside a paging subquery, Sequelize forgets both the limit and the condition of a separate include.
    QString tail = isEach ? QString() : condition(select, mainAs);
    QString orders;
    QString subOrders;
    if (!select.isFilter) {
        tail += grouping(options, select);
        const auto order =
            orderClauses(isUnion ? Json() : options.order, *select.root, select.usesSubQuery, m_dialect);
        if (!order)
            return refuse(order.error());
        orders = order->main;
        subOrders = order->sub;
    }
    const QString limit = select.isFilter ? u" LIMIT 1"_s : isEach ? QString() : limitClause(options);
    if (mainColumns.isEmpty() || (select.usesSubQuery && subColumns.isEmpty())) {
        return refuse(Error{.message = Text::tr("the query selects no column of %1").arg(select.table->model),
                            .offset = options.place});
    }
    const QString columns = u"SELECT "_s + mainColumns.join(u", "_s);
    if (!select.usesSubQuery)
        return columns + from + mainJoins + tail + orders + limit;
    return columns + u" FROM (SELECT "_s + subColumns.join(u", "_s) + from + subJoins + tail + subOrders
        + limit + u") AS "_s + mainAs + mainJoins + orders;
}

QString SelectWriter::limitedEach(const Select &select, const FindNode &options)
{
    Select alone = select;
    alone.includes.clear();
    const QString mainAs = name(select.as);
    const QString columns = mainAttributes(alone, mainAs).join(u", "_s);
    const auto order = orderClauses(options.order, *select.root, false, m_dialect);
    if (!order)
        return refuse(order.error());
    QStringList parts;
    for (const Json &value : options.limitEach->values) {
        alone.filters = {checked(whereCondition(Json(Json::Object{{options.limitEach->column, value}}),
                                                {nullptr, mainAs}, m_dialect))};
        parts.append(u"SELECT * FROM (SELECT "_s + columns + u" FROM "_s
                     + quotedTable(*select.table, m_dialect) + u" AS "_s + mainAs + condition(alone, mainAs)
                     + order->main + limitClause(options) + u") AS sub"_s);
    }
    return u'(' + parts.join(m_dialect.unionAll ? u" UNION ALL "_s : u" UNION "_s) + u')';
}

void SelectWriter::addMissingKeys(Select &select)
{
    for (const Column *key : select.table->primaryKey()) {
        // Of a name that is no pair, Sequelize compares the first two letters as if they were one.
        const auto names = [&](const Selection &each) {
            const QString first = each.isPair() ? each.name : each.name.left(1);
            const QString second = each.isPair() ? each.alias : each.name.mid(1, 1);
            return each.name == key->attribute || first == key->attribute || second == key->attribute;
        };
        const bool isThere = std::any_of(select.attributes.begin(), select.attributes.end(), names);
        if (!isThere)
            select.attributes.append({.name = key->attribute, .alias = key->name});
    }
}

QStringList SelectWriter::mainAttributes(const Select &select, const QString &mainAs)
{
    QStringList columns;
    for (const Selection &each : select.attributes) {
        QString text;
        bool isColumn = true;
        if (!each.expression.isNull()) {
            text = checked(sqlExpression(each.expression, {.model = select.table}, m_dialect),
                           each.expression.offset());
            isColumn = false;
        } else if (each.isPair()) {
            text = name(each.name);
        } else if (each.name.contains(u'`') || each.name.contains(u'"')) {
            // Sequelize takes such a name for a text.
            text = quotedText(each.name, m_dialect);
        } else {
            text = select.table->column(each.name) ? name(each.name) : quotedPath(each.name, m_dialect);
        }
        if (each.isPair())
            text += u" AS "_s + name(each.alias);
        if (isColumn && !select.includes.isEmpty() && !text.contains(u'.'))
            text = mainAs + u'.' + text;
        columns.append(text);
    }
    return columns;
}

QString SelectWriter::condition(const Select &select, const QString &mainAs)
{
    QStringList parts;
    const QString own =
        checked(whereCondition(select.where, {select.table, mainAs}, m_dialect), select.where.offset());
    if (!own.isEmpty())
        parts.append(own);
    // An expression or a list as the whole condition swallows the filters.
    if (!isExpression(select.where) && !select.where.isArray())
        parts += select.filters;
    return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s);
}

QString SelectWriter::grouping(const FindNode &options, const Select &select)
{
    QString text;
    QStringList groups;
    for (const Json &item : options.group.isArray() ? options.group.items() : Json::Array{options.group}) {
        const Json &field = item.isArray() && !item.items().isEmpty() ? item.items()[0] : item;
        if (field.isString())
            groups.append(quotedPath(field.string(), m_dialect));
        else if (isExpression(field))
            groups.append(checked(sqlExpression(field, {.model = select.table}, m_dialect), field.offset()));
    }
    if (!groups.isEmpty())
        text += u" GROUP BY "_s + groups.join(u", "_s);
    if (const QString having =
            checked(whereCondition(options.having, {select.table}, m_dialect), options.having.offset());
        !having.isEmpty())
        text += u" HAVING "_s + having;
    return text;
}

QString SelectWriter::limitClause(const FindNode &options) const
{
    const QString limit = options.limit.numberText();
    const QString offset = options.offset.numberText();
    if (m_dialect.offsetKeyword) {
        return (limit.isNull() ? QString() : u" LIMIT "_s + limit)
            + (offset.isNull() ? QString() : u" OFFSET "_s + offset);
    }
    if (limit.isNull())
        return offset.isNull() ? QString() : u" LIMIT "_s + offset + u", 10000000000000"_s;
    return u" LIMIT "_s + (offset.isNull() ? QString() : offset + u", "_s) + limit;
}

Result<QString> selectStatement(const std::shared_ptr<Step> &root, const Dialect &dialect)
{
    return SelectWriter(dialect).write(*root).map([](const QString &sql) { return sql + u';'; });
}

Result<QString> SelectWriter::writePage(const Step &root, const FindNode &page)
{
    Select select{.table = root.table,
                  .root = &root,
                  .as = root.table->model,
                  .includes = root.includes,
                  .where = root.where,
                  .isFilter = true};
    QStringList keys;
    for (const Column *key : root.table->primaryKey())
        keys.append(name(key->name));
    QString joined;
    for (const auto &include : root.includes) {
        if (!include->separate)
            joined += joins(select, *include, nullptr, {select.as, select.as}).main;
    }
    const QString mainAs = name(select.as);
    const QString position = name(u"position"_s);
    const auto order = orderClauses(root.find->order, root, false, m_dialect);
    const QString where = condition(select, mainAs);
    if (!order)
        return tl::unexpected(order.error());
    if (m_fault)
        return tl::unexpected(*m_fault);
    const QString list = keys.join(u", "_s);
    return u"SELECT "_s + list + u" FROM (SELECT "_s + list + u" FROM (SELECT "_s + mainAs + u'.'
        + keys.join(u", "_s + mainAs + u'.') + u", ROW_NUMBER() OVER ("_s + order->main + u") AS "_s
        + position + u" FROM "_s + quotedTable(*root.table, m_dialect) + u" AS "_s + mainAs + joined + where
        + u") AS joined GROUP BY "_s + list + u" ORDER BY MIN("_s + position + u')' + limitClause(page)
        + u") AS page"_s;
}

Result<QString> pageStatement(const std::shared_ptr<Step> &root, const FindNode &page, const Dialect &dialect)
{
    return SelectWriter(dialect).writePage(*root, page);
}

}
