#include "model/query/selectwriter.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

Joins SelectWriter::joins(Select &select, Step &include, const Step *parent, const Names &above)
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

QStringList SelectWriter::includeColumns(const Step &include, const Names &names)
{
    QStringList columns;
    const QString prefix = alias(names.internal) + u'.';
    for (const Selection &each : include.attributes) {
        const QString as = u" AS "_s + alias(names.external + u'.' + each.key());
        if (each.expression.isNull()) {
            columns.append(prefix + name(each.name) + as);
            continue;
        }
        const QString text = checked(sqlExpression(each.expression, {.model = include.table}, m_dialect));
        if (const bool isLiteral = each.expression.find("$literal"_L1); !each.isPair() && isLiteral)
            columns.append(text);
        else if (!each.isPair())
            refuse(Error{.message =
                             Text::tr("an expression in the attributes of %1 needs an alias").arg(include.as),
                         .offset = each.expression.offset()});
        else if (each.expression.find("$col"_L1))
            columns.append(prefix + name(text) + as);
        else
            columns.append(text + as);
    }
    return columns;
}

QString SelectWriter::joinType(const Step &include) const
{
    if (include.required)
        return u"INNER JOIN"_s;
    return include.find->right && m_dialect.rightJoins ? u"RIGHT OUTER JOIN"_s : u"LEFT OUTER JOIN"_s;
}

bool SelectWriter::isOnTop(const Select &select, const Step &include)
{
    return include.parent && !include.parent->association && include.parent->table == select.table;
}

QString SelectWriter::columnOf(const Table &table, const QString &attribute)
{
    const Column *column = table.column(attribute);
    return column ? column->name : attribute;
}

Join SelectWriter::plainJoin(const Select &select, const Step &include)
{
    const ResolvedAssociation &a = *include.association;
    const bool belongs = a.kind == AssociationKind::BelongsTo;
    const Step &parent = *include.parent;
    const QString attributeLeft = belongs ? a.foreignKey.value : a.sourceKey.value;
    const QString fieldLeft = belongs ? a.foreignKeyColumn : a.sourceKeyColumn;
    const QString fieldRight = belongs ? columnOf(*include.table, a.targetKey.value) : a.foreignKeyColumn;
    const Table &keyed = belongs ? *include.table : *parent.table;
    const QString &key = belongs ? a.targetKey.value : a.sourceKey.value;
    if (!keyed.column(key)) {
        refuse(Error{
            .message =
                Text::tr("%1 hangs on %2 of %3, which has lost that attribute since it became a through")
                    .arg(include.as, key, keyed.model),
            .offset = include.find ? include.find->place : -1});
    }

    QStringList path;
    for (const Step *above = &parent; above && above->association; above = above->parent)
        path.prepend(above->as);
    const QString asLeft =
        path.isEmpty() ? (parent.as.isEmpty() ? parent.table->model : parent.as) : path.join(u"->"_s);
    const QString asRight = path.isEmpty() ? include.as : asLeft + u"->"_s + include.as;

    Join join{.type = joinType(include),
              .body = quotedTable(*include.table, m_dialect) + u" AS "_s + alias(asRight)};
    QString left = alias(asLeft) + u'.' + name(fieldLeft);
    const bool isOutside =
        select.usesSubQuery && parent.subQuery.value_or(false) && !include.subQuery.value_or(false);
    if (isOutside || (select.isEach && isOnTop(select, include))) {
        if (isOnTop(select, include)) {
            const QString table = alias(asLeft);
            const QString column = table + u'.' + name(fieldLeft);
            left = table + u'.' + name(attributeLeft);
            if (select.usesSubQuery)
                join.subColumns.append(column == left ? column : column + u" AS "_s + name(attributeLeft));
        } else {
            left = alias(QString(asLeft).replace(u"->"_s, u"."_s) + u'.' + attributeLeft);
        }
    }
    join.condition = left + u" = "_s + alias(asRight) + u'.' + name(fieldRight);
    const WhereScope scope{include.table, alias(asRight)};
    if (!include.find->on.isNull())
        join.condition = checked(whereCondition(include.find->on, scope, m_dialect));
    if (!include.where.isNull()) {
        const QString where = checked(whereCondition(include.where, scope, m_dialect));
        if (!where.isEmpty())
            join.condition += (include.find->joinsWithOr ? u" OR "_s : u" AND "_s) + where;
    }
    return join;
}

Join SelectWriter::throughJoin(Select &select, const Step &include, const Step &through, const Names &names,
                               const QString &above)
{
    const ResolvedAssociation &a = *include.association;
    const QString throughAs = names.internal + u"->"_s + through.as;
    Join join{.type = joinType(include)};
    if (!select.isFilter) {
        for (const Selection &each : through.attributes) {
            if (!each.expression.isNull()) {
                refuse(Error{.message = Text::tr("the attributes of a through are names; %1 is an expression")
                                            .arg(compactJson(each.expression)),
                             .offset = each.expression.offset()});
            }
            join.mainColumns.append(alias(throughAs) + u'.' + name(each.name) + u" AS "_s
                                    + alias(names.external + u'.' + through.as + u'.' + each.key()));
        }
    }
    const bool inside = include.subQuery.value_or(false);
    const bool parentInside = include.parent->subQuery.value_or(false);
    QString source = a.sourceKey.value;
    if (!select.usesSubQuery || (!inside && !parentInside))
        source = a.sourceKeyColumn;
    QString left;
    if (select.usesSubQuery && !inside && parentInside && !isOnTop(select, include))
        left = alias(above + u'.' + source);
    else
        left = alias(above) + u'.' + name(source);

    QString body = u"( "_s + quotedTable(*through.table, m_dialect) + u" AS "_s + alias(throughAs)
        + u" INNER JOIN "_s + quotedTable(*include.table, m_dialect) + u" AS "_s + alias(names.internal)
        + u" ON "_s + alias(names.internal) + u'.' + name(a.targetKeyColumn) + u" = "_s + alias(throughAs)
        + u'.' + name(a.otherKeyColumn);
    const QString throughWhere =
        checked(whereCondition(through.where, {through.table, alias(throughAs)}, m_dialect));
    if (!throughWhere.isEmpty())
        body += u" AND "_s + throughWhere;
    join.body = body + u')';
    join.condition = left + u" = "_s + alias(throughAs) + u'.' + name(a.foreignKeyColumn);
    const QString where =
        checked(whereCondition(include.where, {include.table, alias(names.internal)}, m_dialect));
    if (!where.isEmpty())
        join.condition += u" AND "_s + where;
    addFilter(select, include);
    return join;
}

}
