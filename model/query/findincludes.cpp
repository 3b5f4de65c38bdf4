#include "model/query/findreader.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array includeKeys{
    "association"_L1, "model"_L1,    "as"_L1,       "attributes"_L1,  "where"_L1,    "on"_L1,
    "or"_L1,          "required"_L1, "right"_L1,    "duplicating"_L1, "separate"_L1, "limit"_L1,
    "order"_L1,       "paranoid"_L1, "subQuery"_L1, "through"_L1,     "include"_L1};
constexpr int mostIncludes = 2000;
constexpr std::array throughKeys{"attributes"_L1, "where"_L1, "as"_L1, "paranoid"_L1};

/// An alias, or an object of singular and plural, as text.
QString aliasKey(const Json &as)
{
    return as.isObject() ? compactJson(as) : as.string();
}

}

void FindReader::readIncludes(const Json &include, FindNode &parent, const QString &where)
{
    const Json::Array items = include.isArray() ? include.items() : Json::Array{include};
    const Json::Array expanded = withoutAll(merged(items, tableOf(parent)), parent, where);
    for (const Json &item : expanded) {
        if (m_fault || !mayInclude(item))
            return;
        parent.includes.append(readInclude(item, parent, where));
    }
}

Json::Array FindReader::merged(const Json::Array &items, const Table &parent) const
{
    Json::Array out;
    QHash<std::pair<QString, QString>, qsizetype> seen;
    for (const Json &item : items) {
        const auto means = meaning(item, parent);
        const auto known = seen.constFind(means);
        if (known == seen.cend()) {
            seen.insert(means, out.size());
            out.append(item);
            continue;
        }
        Json &first = out[*known];
        if (first.isString()) {
            first = item;
            continue;
        }
        for (const Json::Member &member : item.members()) {
            const Json *before = first.find(member.key);
            first.set(member.key, before ? mergedOption(member.key, *before, member.value) : member.value);
        }
    }
    return out;
}

std::pair<QString, QString> FindReader::meaning(const Json &item, const Table &parent) const
{
    const QString alias = item.isString() ? item.string() : item.value("association"_L1).string();
    if (alias.isEmpty())
        return {item.value("model"_L1).string(), aliasKey(item.value("as"_L1))};
    const int position = parent.association(alias);
    if (position < 0)
        return {{}, alias};
    return {m_schema.tables[m_schema.associations[position].target].model, alias};
}

std::shared_ptr<FindNode> FindReader::readInclude(const Json &item, const FindNode &parent,
                                                  const QString &where)
{
    auto node = std::make_shared<FindNode>();
    node->place = item.offset();
    const Json options = asOptions(item);
    if (!options.isObject()) {
        expected(item, where + u".include"_s, Text::tr("an alias or an object"));
        return node;
    }
    checkKeys(options, includeKeys, where + u".include"_s);
    node->association = findAssociation(options, parent, where);
    if (m_fault)
        return node;
    const ResolvedAssociation &association = m_schema.associations[node->association];
    node->table = association.target;
    node->as = association.as.value;
    const QString place = where + u'.' + node->as;
    const Table &table = tableOf(*node);
    if (const Json *attributes = options.find("attributes"_L1)) {
        node->attributes = readAttributes(*attributes, table, place);
        node->shown = node->attributes;
    }
    Json merged = withScope(options, table);
    keepScopedColumns(merged, table);
    if (node->attributes && table.options.defaultScope) {
        const Json scoped = table.options.defaultScope->value("attributes"_L1);
        if (scoped.isArray()) {
            Selections both = readSelections(scoped.placeless(), table, place);
            for (const Selection &each : *node->attributes) {
                if (!both.contains(each))
                    both.append(each);
            }
            node->attributes = both;
        }
    }
    readOptions(merged, *node, place);
    node->on = options.value("on"_L1);
    checkCondition(node->on, nullptr, place + u".on"_s);
    node->joinsWithOr = flag(options, "or"_L1, place).value_or(false);
    node->required = flag(options, "required"_L1, place);
    node->right = flag(options, "right"_L1, place).value_or(false);
    node->duplicating = flag(options, "duplicating"_L1, place);
    node->separate = flag(options, "separate"_L1, place);
    readThrough(options, *node, association, place);
    return node;
}

void FindReader::readThrough(const Json &options, FindNode &node, const ResolvedAssociation &association,
                             const QString &where)
{
    const Json *given = options.find("through"_L1);
    if (association.kind != AssociationKind::BelongsToMany) {
        if (given) {
            fault(given->offset(),
                  Text::tr("%1 is a %2 and has no through").arg(where, kindName(association.kind)));
        }
        return;
    }
    auto through = std::make_shared<FindNode>();
    through->isThrough = true;
    through->table = association.through;
    const Table &table = tableOf(*through);
    through->as = table.model;
    if (given) {
        const QString place = where + u".through"_s;
        if (!given->isObject())
            return expected(*given, place, Text::tr("an object"));
        checkKeys(*given, throughKeys, place);
        if (const Json *attributes = given->find("attributes"_L1)) {
            through->attributes = readAttributes(*attributes, table, place);
            through->shown = through->attributes;
        }
        through->where = given->value("where"_L1);
        checkCondition(through->where, &table, place + u".where"_s);
        through->paranoid = flag(*given, "paranoid"_L1, place).value_or(true);
        if (const Json *as = given->find("as"_L1)) {
            if (!as->isString() || as->string().isEmpty())
                return expected(*as, place + u".as"_s, Text::tr("a name"));
            through->as = as->string();
        }
    }
    if (association.throughScope) {
        const Json scope = association.throughScope->placeless();
        through->where = through->where.isNull()
            ? scope
            : Json(Json::Object{{u"$and"_s, Json::Array{through->where, scope}}});
    }
    node.includes.append(through);
}

QStringList FindReader::aliasesOf(const Table &table) const
{
    QStringList aliases;
    for (const auto &[alias, position] : table.associations)
        aliases.append(alias);
    return aliases;
}

int FindReader::findAssociation(const Json &options, const FindNode &parent, const QString &where)
{
    const Table &table = tableOf(parent);
    if (const Json *alias = options.find("association"_L1)) {
        const int position = table.association(alias->string());
        if (position < 0) {
            fault(alias->offset(),
                  Text::tr("%1 has no association %2; it has %3")
                      .arg(table.model, alias->isString() ? alias->string() : compactJson(*alias),
                           listed(aliasesOf(table))));
        }
        return position;
    }
    const Json *model = options.find("model"_L1);
    if (!model) {
        fault(options.offset(), Text::tr("%1.include: names neither an association nor a model").arg(where));
        return -1;
    }
    const int target = tableNamed(*model);
    return m_fault ? -1 : associationTo(target, options, table);
}

bool FindReader::isMeant(const ResolvedAssociation &association, const Json &as)
{
    if (as.isString())
        return association.as.value == as.string();
    const QString name =
        association.isToMany() ? as.value("plural"_L1).string() : as.value("singular"_L1).string();
    return name.isEmpty() ? !association.isAliased : association.as.value == name;
}

int FindReader::associationTo(int target, const Json &options, const Table &table)
{
    const Json as = options.value("as"_L1);
    QList<int> candidates;
    QStringList aliases;
    for (const auto &[alias, position] : table.associations) {
        if (m_schema.associations[position].target == target) {
            candidates.append(position);
            aliases.append(alias);
        }
    }
    const QString name = m_schema.tables[target].model;
    const int offset = options.offset();
    if (candidates.isEmpty()) {
        fault(offset,
              Text::tr("%1 has no association to %2; it has %3")
                  .arg(table.model, name, listed(aliasesOf(table))));
        return -1;
    }
    for (const int position : candidates) {
        if (isMeant(m_schema.associations[position], as))
            return position;
    }
    fault(offset,
          as.isNull() ? Text::tr("%1 has an association to %2 under an alias: give as: %3")
                            .arg(table.model, name, aliases.join(u", "_s))
                      : Text::tr("%1 has no association %2 to %3; it has %4")
                            .arg(table.model, aliasKey(as), name, listed(aliases)));
    return -1;
}

Json::Array FindReader::withoutAll(const Json::Array &items, const FindNode &parent, const QString &where)
{
    Json::Array out;
    Json::Array expansions;
    for (const Json &item : items) {
        if (item.find("all"_L1))
            expansions.append(item);
        else
            out.append(item);
    }
    for (const Json &expansion : expansions) {
        const auto kinds = kindsOf(expansion.value("all"_L1), where);
        const bool nested = expansion.value("nested"_L1).boolean();
        Json options = expansion;
        options.remove("all"_L1);
        options.remove("nested"_L1);
        QList<int> used;
        addAll(out, parent.table, kinds, nested, options, used);
    }
    return out;
}

std::optional<QList<AssociationKind>> FindReader::kindsOf(const Json &all, const QString &where)
{
    using enum AssociationKind;
    QList<AssociationKind> kinds;
    const Json::Array words = all.isArray() ? all.items() : Json::Array{all};
    for (const Json &word : words) {
        const QString name = word.string();
        if ((word.isBoolean() && word.boolean()) || name == u"All")
            return std::nullopt;
        if (name == u"BelongsTo")
            kinds += BelongsTo;
        else if (name == u"HasOne")
            kinds += HasOne;
        else if (name == u"HasMany" || name == u"Many")
            kinds += HasMany;
        else if (name == u"One")
            kinds += {BelongsTo, HasOne};
        else if (name == u"Has")
            kinds += {HasOne, HasMany};
        else
            fault(word.offset(),
                  Text::tr("%1.include: all is true, BelongsTo, HasOne, HasMany, One, Has, Many "
                           "or All")
                      .arg(where));
    }
    return kinds;
}

void FindReader::addAll(Json::Array &includes, int table, const std::optional<QList<AssociationKind>> &kinds,
                        bool nested, const Json &options, QList<int> &used)
{
    for (const auto &[alias, position] : m_schema.tables[table].associations) {
        const ResolvedAssociation &association = m_schema.associations[position];
        if (kinds && !kinds->contains(association.kind))
            continue;
        const QString &as = alias;
        if (std::any_of(includes.begin(), includes.end(),
                        [&](const Json &item) { return isIncluded(item, table, association, as); }))
        {
            continue;
        }
        if (nested && used.contains(association.target))
            continue;
        if (!mayInclude(options))
            return;
        used.append(table);
        Json include = options;
        // Without an alias Sequelize goes by the model: of several, the first one.
        const int first = association.isAliased
            ? position
            : associationTo(association.target, Json(Json::Object{}), m_schema.tables[table]);
        include.set(u"association"_s, m_schema.associations[first].as.value);
        if (nested) {
            const Json *given = include.find("include"_L1);
            Json::Array children = given ? given->items() : Json::Array();
            addAll(children, association.target, kinds, nested, options, used);
            if (children.isEmpty())
                include.remove("include"_L1);
            else
                include.set(u"include"_s, children);
        }
        includes.append(include);
    }
    if (!used.isEmpty())
        used.removeLast();
}

bool FindReader::mayInclude(const Json &item)
{
    if (m_includes++ < 2 * mostIncludes)
        return !m_fault;
    fault(item.offset(),
          Text::tr("the query has more than %1 includes: no database joins as much").arg(mostIncludes));
    return false;
}

bool FindReader::isIncluded(const Json &item, int table, const ResolvedAssociation &association,
                            const QString &alias) const
{
    const QString named = item.isString() ? item.string() : item.value("association"_L1).string();
    const int other = named.isEmpty() ? -1 : m_schema.tables[table].association(named);
    const int target = other < 0 ? m_schema.indexOfModel(item.value("model"_L1).string())
                                 : m_schema.associations[other].target;
    if (target != association.target || association.isAliasedByPair)
        return false;
    return !association.isAliased || (named.isEmpty() ? item.value("as"_L1).string() : named) == alias;
}

}
