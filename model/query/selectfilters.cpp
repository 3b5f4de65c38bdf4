#include "model/query/selectwriter.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

void SelectWriter::addFilter(Select &select, const Step &include)
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
    addScopesAgain(*top);
    select.filters.append(u"( "_s + (top->through() ? throughFilter(*top) : plainFilter(*top))
                          + u" ) IS NOT NULL"_s);
}

Steps SelectWriter::requiredBelow(const Step &step)
{
    Steps required;
    for (const auto &child : step.includes) {
        if (!child->required || child->isThrough)
            continue;
        required.append(copied(*child, requiredBelow(*child), true));
    }
    return required;
}

std::shared_ptr<Step> SelectWriter::copied(const Step &step, Steps below, bool isLookedAtAgain)
{
    auto copy = std::make_shared<Step>(step);
    if (!step.includes.isEmpty() && step.includes.last()->isThrough) {
        if (isLookedAtAgain)
            step.includes.last()->shown.reset();
        below.append(std::make_shared<Step>(*step.includes.last()));
    }
    copy->includes = below;
    return copy;
}

void SelectWriter::addScopesAgain(const Step &top)
{
    for (const auto &include : top.includes) {
        if (include->isThrough)
            continue;
        if (include->association->scope) {
            const Json scope = include->association->scope->placeless();
            include->where = include->where.isNull()
                ? scope
                : Json(Json::Object{{u"$and"_s, Json::Array{include->where, scope}}});
        }
        addScopesAgain(*include);
    }
}

QString SelectWriter::throughFilter(const Step &top)
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
    FindNode &find = m_finds.emplace_back(*top.find);
    find.on = {};
    find.joinsWithOr = false;
    target->find = &find;
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

QString SelectWriter::plainFilter(const Step &top)
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

QString SelectWriter::filterStatement(const std::shared_ptr<Step> &root, const QString &as,
                                      const QString &column, const Json::Array &conditions)
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

}
