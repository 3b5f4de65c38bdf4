#include "model/query/prepare.h"

#include "model/sql/where.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What a virtual attribute is made of is asked for and shown with it.
std::optional<Selections> withDependencies(std::optional<Selections> attributes, const Table &table)
{
    if (!attributes)
        return attributes;
    QStringList dependencies;
    for (const Selection &each : *attributes) {
        const Column *column = each.expression.isNull() && !each.isPair() ? table.column(each.name) : nullptr;
        if (column)
            dependencies += column->type.dependencies;
    }
    for (const QString &name : dependencies) {
        if (!attributes->contains(Selection{.name = name}))
            attributes->append({.name = name});
    }
    return attributes;
}

/// Attributes as pairs of column and name where the two differ; virtual ones go.
Selections withColumns(const Selections &attributes, const Table &table)
{
    Selections mapped;
    for (const Selection &each : attributes) {
        const Column *column = each.expression.isNull() && !each.isPair() ? table.column(each.name) : nullptr;
        if (column && column->type.isVirtual())
            continue;
        if (column && column->name != each.name)
            mapped.append({.name = column->name, .alias = each.name});
        else
            mapped.append(each);
    }
    return mapped;
}

Selections allColumns(const Table &table)
{
    Selections all;
    for (const Column &column : table.columns) {
        if (!column.type.isVirtual())
            all.append({.name = column.attribute});
    }
    return all;
}

/// An include's primary key is always selected; each missing part goes to the front.
void addPrimaryKey(Selections &attributes, const Table &table)
{
    if (attributes.isEmpty())
        return;
    for (const Column *key : table.primaryKey()) {
        const bool isThere = std::any_of(attributes.begin(), attributes.end(), [&](const Selection &each) {
            if (!each.expression.isNull())
                return false;
            return key->name == key->attribute ? !each.isPair() && each.name == key->attribute
                                               : each.name == key->name && each.alias == key->attribute;
        });
        if (!isThere)
            attributes.prepend({.name = key->attribute});
    }
}

Json both(const Json &first, const Json &second)
{
    if (first.isNull())
        return second;
    return Json(Json::Object{{u"$and"_s, Json::Array{first, second}}});
}

/// `deletedAt IS NULL`, unless the include asks for the deleted too.
void hideDeleted(Step &step)
{
    for (const auto &include : step.includes)
        hideDeleted(*include);
    if (!step.table->paranoid || !step.find->paranoid)
        return;
    const Column *deletedAt = step.table->column(step.table->deletedAt);
    if (!deletedAt)
        return;
    const Json value = deletedAt->defaultValue && !deletedAt->defaultValue->isNull()
        ? *deletedAt->defaultValue
        : Json(Json::Object{{u"$eq"_s, Json()}});
    const Json alive(Json::Object{{deletedAt->name, value}});
    if (step.where.isObject() && step.where.members().isEmpty())
        step.where = alive;
    else
        step.where = Json(Json::Object{{u"$and"_s, Json::Array{alive, step.where}}});
}

bool names(const Selections &attributes, const QString &text)
{
    return std::any_of(attributes.begin(), attributes.end(), [&](const Selection &each) {
        return (each.expression.isNull() && each.name == text) || each.alias == text;
    });
}

/// A separate include is asked for by keys: those of the records above, and those that its own refer to them
/// by.
void addSeparateKeys(Step &parent)
{
    for (const auto &include : parent.includes) {
        if (!include->separate || include->association->kind != AssociationKind::HasMany)
            continue;
        const QString sourceKey = include->association->sourceKey.value;
        if (!parent.attributes.isEmpty() && !names(parent.attributes, sourceKey)) {
            parent.attributes.append({.name = sourceKey});
            // At the top, what is added is shown, unless virtual attributes make Sequelize work on a copy.
            const auto &columns = parent.table->columns;
            const bool isCopied = std::any_of(columns.begin(), columns.end(),
                                              [](const Column &column) { return column.type.isVirtual(); });
            if (parent.find->isRoot() && parent.shown && !isCopied)
                parent.shown->append({.name = sourceKey});
        }
        const QString foreignKey = include->association->foreignKey.value;
        if (!include->attributes.isEmpty() && !names(include->attributes, foreignKey))
            include->attributes.append({.name = foreignKey});
    }
}

std::shared_ptr<Step> prepareInclude(const FindNode &find, const Schema &schema)
{
    auto step = std::make_shared<Step>();
    step->find = &find;
    step->table = &schema.tables[find.table];
    step->isThrough = find.isThrough;
    step->as = find.as;
    step->where = find.where;
    step->subQuery = find.subQuery;
    step->shown = withDependencies(find.shown, *step->table);
    if (find.attributes) {
        step->attributes = withColumns(*withDependencies(find.attributes, *step->table), *step->table);
        if (find.shown)
            addPrimaryKey(step->attributes, *step->table);
    } else {
        step->attributes = allColumns(*step->table);
    }
    step->attributes = withColumns(step->attributes, *step->table);
    if (!find.isThrough) {
        step->association = &schema.associations[find.association];
        step->required = find.required.value_or(!step->where.isNull());
        if (step->association->scope)
            step->where = both(step->where, step->association->scope->placeless());
        step->separate = find.separate.value_or(isLimited(find.limit));
    }
    step->where = withColumns(step->where, *step->table);
    for (const auto &child : find.includes)
        step->includes.append(prepareInclude(*child, schema));
    addSeparateKeys(*step);
    return step;
}

/// The tree of flags, children before parents, in the order in which Sequelize computes them.
void settle(Step &step, bool isTop, bool topLimit)
{
    step.hasSingleAssociation = false;
    step.hasMultiAssociation = false;
    for (const auto &include : step.includes) {
        include->parent = &step;
        settle(*include, false, topLimit);
        const bool toMany = include->association && include->association->isToMany();
        include->duplicating = !include->separate && include->find->duplicating.value_or(toMany);
        include->hasDuplicating = include->hasDuplicating || include->duplicating;
        include->hasRequired = include->hasRequired || include->required;
        step.hasDuplicating = step.hasDuplicating || include->hasDuplicating;
        step.hasRequired = step.hasRequired || include->required;
    }
    for (const auto &include : step.includes) {
        include->hasParentRequired = step.hasParentRequired || step.required;
        const bool outside = include->subQuery == false;
        if (!outside && step.hasDuplicating && topLimit) {
            if (include->duplicating) {
                include->subQuery = include->subQuery.value_or(false);
                include->subQueryFilter = include->hasRequired;
            } else {
                include->subQuery = include->hasRequired;
                include->subQueryFilter = false;
            }
        } else {
            include->subQuery = include->subQuery.value_or(false);
            include->subQueryFilter = include->duplicating && *include->subQuery;
            if (!include->duplicating) {
                include->subQuery = *include->subQuery
                    || (include->hasParentRequired && include->hasRequired && !include->separate);
            }
        }
        if (isTop && !step.subQuery && topLimit) {
            if (*include->subQuery)
                step.subQuery = true;
            else if (include->hasDuplicating)
                step.subQuery = true;
        }
        const bool toMany = include->association && include->association->isToMany();
        step.hasMultiAssociation = step.hasMultiAssociation || toMany || include->hasMultiAssociation;
        step.hasSingleAssociation = step.hasSingleAssociation || !toMany || include->hasSingleAssociation;
    }
    if (isTop && !step.subQuery)
        step.subQuery = false;
}

}

const Step *Step::through() const
{
    const bool has = !includes.isEmpty() && includes.last()->isThrough;
    return has ? includes.last().get() : nullptr;
}

bool showsKey(const Step &step, const QString &attribute)
{
    if (step.find->isBuiltAgain || !step.shown)
        return true;
    const auto &shown = *step.shown;
    return std::any_of(shown.begin(), shown.end(),
                       [&](const Selection &each) { return each.key() == attribute; });
}

std::shared_ptr<FindNode> settledAgain(const Step &step)
{
    auto node = std::make_shared<FindNode>(*step.find);
    node->as = step.as;
    node->attributes = step.attributes;
    node->shown = step.shown;
    node->isBuiltAgain = true;
    node->where = step.where;
    node->required = step.required;
    node->duplicating = step.duplicating;
    node->separate = step.separate;
    node->subQuery = step.subQuery;
    node->includes.clear();
    for (const auto &include : step.includes)
        node->includes.append(settledAgain(*include));
    return node;
}

void settleFlags(Step &root, bool hasLimit)
{
    settle(root, true, hasLimit);
}

Json withColumns(const Json &where, const Table &table)
{
    if (!where.isObject() || isExpression(where, false))
        return where;
    Json::Object kept;
    Json::Object moved;
    for (const Json::Member *member : orderedKeys(where)) {
        const Column *column = isOperator(member->key) ? nullptr : table.column(member->key);
        if (column && column->name != column->attribute) {
            moved.append({column->name, member->value, member->keyOffset});
            continue;
        }
        Json value = member->value;
        const bool isJson = column && (column->type.isJson() || column->type.name == TypeName::Hstore);
        if (value.isObject() && !isJson) {
            value = withColumns(value, table);
        } else if (value.isArray()) {
            Json::Array items;
            for (const Json &item : value.items())
                items.append(item.isObject() ? withColumns(item, table) : item);
            value = Json(items);
        }
        kept.append({member->key, value, member->keyOffset});
    }
    return Json(kept + moved);
}

std::shared_ptr<Step> prepare(const FindNode &find, const Schema &schema)
{
    auto root = std::make_shared<Step>();
    root->find = &find;
    root->table = &schema.tables[find.table];
    root->as = root->table->model;
    root->where = find.where;
    root->subQuery = find.subQuery;
    for (const auto &child : find.includes)
        root->includes.append(prepareInclude(*child, schema));
    root->shown = withDependencies(find.shown, *root->table);
    root->attributes = withDependencies(find.attributes, *root->table).value_or(Selections());
    addSeparateKeys(*root);
    settle(*root, true, isLimited(find.limit) && !find.limitEach);

    const Column *key = root->table->firstPrimaryKey();
    if (!find.attributes)
        root->attributes = allColumns(*root->table);
    const bool needsKey = find.attributes && !find.includes.isEmpty() && key
        && (find.group.isNull() || !root->hasSingleAssociation || root->hasMultiAssociation);
    if (needsKey && !root->attributes.contains(Selection{.name = key->attribute}))
        root->attributes.prepend({.name = key->attribute});
    root->attributes = withColumns(root->attributes, *root->table);
    root->where = withColumns(root->where, *root->table);
    hideDeleted(*root);
    return root;
}

}
