#include "model/query/select.h"

#include "model/query/order.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <deque>

using namespace Qt::StringLiterals;

namespace model {

namespace {

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

QStringList unique(const QStringList &list)
{
    QStringList out = list;
    out.removeDuplicates();
    return out;
}

class SelectWriter
{
public:
    explicit SelectWriter(const Dialect &dialect) : m_dialect(dialect) { }

    Result<QString> write(const Step &root)
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

private:
    QString name(QStringView text) const { return quotedName(text, m_dialect); }

    QString refuse(Error error)
    {
        if (!m_fault)
            m_fault = std::move(error);
        return {};
    }
    QString checked(Result<QString> text) { return text ? std::move(*text) : refuse(text.error()); }

    QString statement(Select &select, const FindNode &options)
    {
        const QString mainAs = name(select.as);
        if (select.usesSubQuery)
            addMissingKeys(select);
        QStringList mainColumns = mainAttributes(select, mainAs);
        QStringList subColumns;
        if (select.usesSubQuery) {
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
            mainColumns = unique(mainColumns + joins.mainColumns);
            subColumns = unique(subColumns + joins.subColumns);
        }

        const QString from = u" FROM "_s + quotedTable(*select.table, m_dialect) + u" AS "_s + mainAs;
        QString tail = condition(select, mainAs);
        QString orders;
        QString subOrders;
        if (!select.isFilter) {
            tail += grouping(options, select);
            const auto order = orderClauses(options.order, *select.root, select.usesSubQuery, m_dialect);
            if (!order)
                return refuse(order.error());
            orders = order->main;
            subOrders = order->sub;
        }
        const QString limit = select.isFilter ? u" LIMIT 1"_s : limitClause(options);
        if (mainColumns.isEmpty() || (select.usesSubQuery && subColumns.isEmpty())) {
            return refuse(
                Error{.message = Text::tr("the query selects no column of %1").arg(select.table->model),
                      .offset = options.place});
        }
        const QString columns = u"SELECT "_s + mainColumns.join(u", "_s);
        if (!select.usesSubQuery)
            return columns + from + mainJoins + tail + orders + limit;
        return columns + u" FROM (SELECT "_s + subColumns.join(u", "_s) + from + subJoins + tail + subOrders
            + limit + u") AS "_s + mainAs + mainJoins + orders;
    }

    // The main model --------------------------------------------------------------------------------------

    /// The paging subquery must hand out the primary key.
    void addMissingKeys(Select &select)
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

    QStringList mainAttributes(const Select &select, const QString &mainAs)
    {
        QStringList columns;
        for (const Selection &each : select.attributes) {
            QString text;
            bool isColumn = true;
            if (!each.expression.isNull()) {
                text = checked(sqlExpression(each.expression, {.model = select.table}, m_dialect));
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

    QString condition(const Select &select, const QString &mainAs)
    {
        QStringList parts;
        const QString own = checked(whereCondition(select.where, {select.table, mainAs}, m_dialect));
        if (!own.isEmpty())
            parts.append(own);
        // An expression as the whole condition swallows the filters.
        if (!isExpression(select.where))
            parts += select.filters;
        return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s);
    }

    QString grouping(const FindNode &options, const Select &select)
    {
        QString text;
        QStringList groups;
        for (const Json &item : options.group.isArray() ? options.group.items() : Json::Array{options.group})
        {
            const Json &field = item.isArray() && !item.items().isEmpty() ? item.items()[0] : item;
            if (field.isString())
                groups.append(quotedPath(field.string(), m_dialect));
            else if (isExpression(field))
                groups.append(checked(sqlExpression(field, {.model = select.table}, m_dialect)));
        }
        if (!groups.isEmpty())
            text += u" GROUP BY "_s + groups.join(u", "_s);
        if (const QString having = checked(whereCondition(options.having, {select.table}, m_dialect));
            !having.isEmpty())
            text += u" HAVING "_s + having;
        return text;
    }

    QString limitClause(const FindNode &options) const
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

    // Includes --------------------------------------------------------------------------------------------

    Joins joins(Select &select, Step &include, const Step *parent, const Names &above)
    {
        Names names{include.as, include.as};
        // Sequelize compares with the table's name too, and then forgets the path.
        const bool isFirst = !parent
            || (select.table->schema.isEmpty() && above.external == select.table->name.value)
            || above.external == name(select.as);
        if (!isFirst)
            names = {above.internal + u"->"_s + include.as, above.external + u'.' + include.as};

        const bool isInside = select.usesSubQuery && include.subQuery.value_or(false);
        Joins out;
        if (!select.isFilter)
            (isInside ? out.subColumns : out.mainColumns) = includeColumns(include, names);
        const Step *through = include.through();
        Join join;
        if (through) {
            join = throughJoin(select, include, *through, names, above.internal);
        } else {
            addFilter(select, include);
            join = plainJoin(select, include);
        }
        out.mainColumns += join.mainColumns;
        out.subColumns += join.subColumns;

        QString mainChildren;
        QString subChildren;
        bool hasSubChildren = false;
        bool hasMainChildren = false;
        bool mismatch = false;
        for (const auto &child : include.includes) {
            if (child->separate || child->isThrough)
                continue;
            const Joins below = joins(select, *child, &include, names);
            mismatch = mismatch || (!include.required && child->required);
            if (select.usesSubQuery && child->subQuery.value_or(false)) {
                subChildren += below.sub;
                hasSubChildren = true;
            }
            mainChildren += below.main;
            hasMainChildren = hasMainChildren || !below.main.isEmpty();
            out.mainColumns += below.mainColumns;
            out.subColumns += below.subColumns;
        }
        const auto joined = [&](const QString &children, bool has) -> QString {
            if (mismatch && has)
                return u' ' + join.type + u" ( "_s + join.body + children + u" ) ON "_s + join.condition;
            return u' ' + join.type + u' ' + join.body + u" ON "_s + join.condition + children;
        };
        if (isInside) {
            out.sub = joined(subChildren, hasSubChildren);
            out.main = mainChildren;
        } else {
            out.main = joined(mainChildren, hasMainChildren);
            out.sub = subChildren;
        }
        return out;
    }

    QStringList includeColumns(const Step &include, const Names &names)
    {
        QStringList columns;
        const QString prefix = name(names.internal) + u'.';
        for (const Selection &each : include.attributes) {
            const QString alias = u" AS "_s + name(names.external + u'.' + each.key());
            if (each.expression.isNull()) {
                columns.append(prefix + name(each.name) + alias);
                continue;
            }
            const QString text = checked(sqlExpression(each.expression, {.model = include.table}, m_dialect));
            if (const bool isLiteral = each.expression.find("$literal"_L1); !each.isPair() && isLiteral)
                columns.append(text);
            else if (!each.isPair())
                refuse(Error{
                    .message =
                        Text::tr("an expression in the attributes of %1 needs an alias").arg(include.as),
                    .offset = each.expression.offset()});
            else if (each.expression.find("$col"_L1))
                columns.append(prefix + name(text) + alias);
            else
                columns.append(text + alias);
        }
        return columns;
    }

    QString joinType(const Step &include) const
    {
        if (include.required)
            return u"INNER JOIN"_s;
        return include.find->right && m_dialect.rightJoins ? u"RIGHT OUTER JOIN"_s : u"LEFT OUTER JOIN"_s;
    }

    /// The include sits directly on the model that is asked for.
    static bool isOnTop(const Select &select, const Step &include)
    {
        return include.parent && !include.parent->association && include.parent->table == select.table;
    }

    static QString columnOf(const Table &table, const QString &attribute)
    {
        const Column *column = table.column(attribute);
        return column ? column->name : attribute;
    }

    Join plainJoin(const Select &select, const Step &include)
    {
        const ResolvedAssociation &a = *include.association;
        const bool belongs = a.kind == AssociationKind::BelongsTo;
        const Step &parent = *include.parent;
        const QString attributeLeft = belongs ? a.foreignKey.value : a.sourceKey.value;
        const QString fieldLeft = belongs ? a.foreignKeyColumn : a.sourceKeyColumn;
        const QString fieldRight = belongs ? columnOf(*include.table, a.targetKey.value) : a.foreignKeyColumn;

        QStringList path;
        for (const Step *above = &parent; above && above->association; above = above->parent)
            path.prepend(above->as);
        const QString asLeft =
            path.isEmpty() ? (parent.as.isEmpty() ? parent.table->model : parent.as) : path.join(u"->"_s);
        const QString asRight = path.isEmpty() ? include.as : asLeft + u"->"_s + include.as;

        Join join{.type = joinType(include),
                  .body = quotedTable(*include.table, m_dialect) + u" AS "_s + name(asRight)};
        QString left = name(asLeft) + u'.' + name(fieldLeft);
        if (select.usesSubQuery && parent.subQuery.value_or(false) && !include.subQuery.value_or(false)) {
            if (isOnTop(select, include)) {
                const QString table = name(asLeft);
                const QString column = table + u'.' + name(fieldLeft);
                left = table + u'.' + name(attributeLeft);
                join.subColumns.append(column == left ? column : column + u" AS "_s + name(attributeLeft));
            } else {
                left = name(QString(asLeft).replace(u"->"_s, u"."_s) + u'.' + attributeLeft);
            }
        }
        join.condition = left + u" = "_s + name(asRight) + u'.' + name(fieldRight);
        const WhereScope scope{include.table, name(asRight)};
        if (!include.find->on.isNull())
            join.condition = checked(whereCondition(include.find->on, scope, m_dialect));
        if (!include.where.isNull()) {
            const QString where = checked(whereCondition(include.where, scope, m_dialect));
            if (!where.isEmpty())
                join.condition += (include.find->joinsWithOr ? u" OR "_s : u" AND "_s) + where;
        }
        return join;
    }

    Join throughJoin(Select &select, const Step &include, const Step &through, const Names &names,
                     const QString &above)
    {
        const ResolvedAssociation &a = *include.association;
        const QString throughAs = names.internal + u"->"_s + through.as;
        Join join{.type = joinType(include)};
        if (!select.isFilter) {
            for (const Selection &each : through.attributes) {
                if (!each.expression.isNull()) {
                    refuse(Error{.message =
                                     Text::tr("the attributes of a through are names; %1 is an expression")
                                         .arg(compactJson(each.expression)),
                                 .offset = each.expression.offset()});
                }
                join.mainColumns.append(name(throughAs) + u'.' + name(each.name) + u" AS "_s
                                        + name(names.external + u'.' + through.as + u'.' + each.key()));
            }
        }
        const bool inside = include.subQuery.value_or(false);
        const bool parentInside = include.parent->subQuery.value_or(false);
        QString source = a.sourceKey.value;
        if (!select.usesSubQuery || (!inside && !parentInside))
            source = a.sourceKeyColumn;
        QString left;
        if (select.usesSubQuery && !inside && parentInside && !isOnTop(select, include))
            left = name(above + u'.' + source);
        else
            left = name(above) + u'.' + name(source);

        QString body = u"( "_s + quotedTable(*through.table, m_dialect) + u" AS "_s + name(throughAs)
            + u" INNER JOIN "_s + quotedTable(*include.table, m_dialect) + u" AS "_s + name(names.internal)
            + u" ON "_s + name(names.internal) + u'.' + name(a.targetKeyColumn) + u" = "_s + name(throughAs)
            + u'.' + name(a.otherKeyColumn);
        const QString throughWhere =
            checked(whereCondition(through.where, {through.table, name(throughAs)}, m_dialect));
        if (!throughWhere.isEmpty())
            body += u" AND "_s + throughWhere;
        join.body = body + u')';
        join.condition = left + u" = "_s + name(throughAs) + u'.' + name(a.foreignKeyColumn);
        const QString where =
            checked(whereCondition(include.where, {include.table, name(names.internal)}, m_dialect));
        if (!where.isEmpty())
            join.condition += u" AND "_s + where;
        addFilter(select, include);
        return join;
    }

    // Which records are on the page ----------------------------------------------------------------------

    /// A required include that multiplies rows stays outside the paging subquery; inside, a condition asks
    /// whether it has a row.
    void addFilter(Select &select, const Step &include)
    {
        if (!select.usesSubQuery || !include.subQueryFilter)
            return;
        Steps nested = requiredBelow(include);
        const Step *child = &include;
        for (const Step *parent = include.parent; parent; parent = parent->parent) {
            if (parent->parent && !parent->required)
                return;
            if (parent->subQueryFilter)
                return;
            const bool isBelowTop = parent->parent;
            nested = {copied(*child, nested, isBelowTop)};
            child = parent;
        }
        const std::shared_ptr<Step> top = nested.first();
        select.filters.append(u"( "_s + (top->through() ? throughFilter(*top) : plainFilter(*top))
                              + u" ) IS NOT NULL"_s);
    }

    static Steps requiredBelow(const Step &step)
    {
        Steps required;
        for (const auto &child : step.includes) {
            if (!child->required || child->isThrough)
                continue;
            required.append(copied(*child, requiredBelow(*child), true));
        }
        return required;
    }

    /// A step with other steps below. Where Sequelize looks at a through a second time, it takes the keys
    /// that it added the first time for asked for.
    static std::shared_ptr<Step> copied(const Step &step, Steps below, bool isLookedAtAgain)
    {
        auto copy = std::make_shared<Step>(step);
        if (!step.includes.isEmpty() && step.includes.last()->isThrough) {
            step.includes.last()->showsAll |= isLookedAtAgain;
            below.append(std::make_shared<Step>(*step.includes.last()));
        }
        copy->includes = below;
        return copy;
    }

    QString throughFilter(const Step &top)
    {
        const ResolvedAssociation &a = *top.association;
        const Step &through = *top.through();
        const Table &main = *top.parent->table;
        const Column *mainKey = main.firstPrimaryKey();
        const Column *throughKey = through.table->firstPrimaryKey();
        const Column *targetKey = top.table->firstPrimaryKey();

        // Sequelize goes from the through to the target by the target's primary key, whatever the targetKey.
        ResolvedAssociation &toTarget = m_associations.emplace_back();
        toTarget.kind = AssociationKind::BelongsTo;
        toTarget.foreignKey = a.otherKey;
        toTarget.foreignKeyColumn = a.otherKeyColumn;
        toTarget.targetKey = {targetKey ? targetKey->attribute : QString()};
        auto root = std::make_shared<Step>();
        root->find = top.find;
        root->table = through.table;
        root->as = through.table->model;
        auto target = std::make_shared<Step>(top);
        target->association = &toTarget;
        target->as = top.table->singular.value;
        target->required = true;
        target->includes.removeLast();
        root->includes = {target};
        settleFlags(*root, false);

        const QString link = name(main.model) + u'.' + name(mainKey ? mainKey->name : QString()) + u" = "_s
            + name(through.table->model) + u'.' + name(a.foreignKeyColumn);
        Json::Array conditions{Json(Json::Object{{u"$literal"_s, link}})};
        if (!through.where.isNull())
            conditions.append(through.where);
        return filterStatement(root, through.table->model, throughKey ? throughKey->name : a.foreignKeyColumn,
                               conditions);
    }

    QString plainFilter(const Step &top)
    {
        const ResolvedAssociation &a = *top.association;
        const bool belongs = a.kind == AssociationKind::BelongsTo;
        const Table &main = *top.parent->table;
        const Column *primary = top.table->firstPrimaryKey();
        const QString sourceField = belongs ? a.foreignKeyColumn : a.sourceKeyColumn;
        const QString targetField = belongs ? (primary ? primary->name : QString()) : a.foreignKeyColumn;
        auto root = std::make_shared<Step>(top);
        root->association = nullptr;
        root->parent = nullptr;
        root->subQuery.reset();
        settleFlags(*root, false);
        const QString link = name(top.as) + u'.' + name(targetField) + u" = "_s
            + name(top.parent->as.isEmpty() ? main.model : top.parent->as) + u'.' + name(sourceField);
        Json::Array conditions;
        if (!top.where.isNull())
            conditions.append(top.where);
        conditions.append(Json(Json::Object{{u"$literal"_s, link}}));
        return filterStatement(root, top.as, targetField, conditions);
    }

    QString filterStatement(const std::shared_ptr<Step> &root, const QString &as, const QString &column,
                            const Json::Array &conditions)
    {
        Select select{.table = root->table,
                      .root = root.get(),
                      .as = as,
                      .attributes = {{.name = column}},
                      .includes = root->includes,
                      .where = Json(Json::Object{{u"$and"_s, conditions}}),
                      .isFilter = true};
        m_kept.append(root);
        return statement(select, *root->find);
    }

    const Dialect &m_dialect;
    std::optional<Error> m_fault;
    std::deque<ResolvedAssociation> m_associations;
    Steps m_kept;
};

}

Result<QString> selectStatement(const std::shared_ptr<Step> &root, const Dialect &dialect)
{
    return SelectWriter(dialect).write(*root).map([](const QString &sql) { return sql + u';'; });
}

}
