#include "model/query/find.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array rootKeys{"model"_L1,  "attributes"_L1, "where"_L1,   "include"_L1,
                              "order"_L1,  "limit"_L1,      "offset"_L1,  "group"_L1,
                              "having"_L1, "subQuery"_L1,   "paranoid"_L1};
constexpr std::array includeKeys{
    "association"_L1, "model"_L1,    "as"_L1,       "attributes"_L1,  "where"_L1,    "on"_L1,
    "or"_L1,          "required"_L1, "right"_L1,    "duplicating"_L1, "separate"_L1, "limit"_L1,
    "order"_L1,       "paranoid"_L1, "subQuery"_L1, "through"_L1,     "include"_L1};
constexpr std::array throughKeys{"attributes"_L1, "where"_L1, "as"_L1, "paranoid"_L1};
constexpr std::array scopeKeys{"attributes"_L1, "where"_L1, "include"_L1, "order"_L1,    "limit"_L1,
                               "offset"_L1,     "group"_L1, "having"_L1,  "subQuery"_L1, "paranoid"_L1};

QString listed(const QStringList &names)
{
    return names.isEmpty() ? Text::tr("nothing") : names.join(u", "_s);
}

class FindReader
{
public:
    explicit FindReader(const Schema &schema) : m_schema(schema) { }

    Result<std::shared_ptr<FindNode>> read(const Json &find)
    {
        auto root = std::make_shared<FindNode>();
        readRoot(find, *root);
        if (!m_fault)
            checkPaths(*root);
        if (m_fault)
            return tl::unexpected(*m_fault);
        return root;
    }

    Result<int> associationOf(const Json &include, int table)
    {
        FindNode parent;
        parent.table = table;
        const int position = findAssociation(asOptions(include), parent, tableOf(parent).model);
        if (m_fault)
            return tl::unexpected(*m_fault);
        return position;
    }

private:
    /// A bare alias stands for an include without options.
    static Json asOptions(const Json &include)
    {
        return include.isString() ? Json(Json::Object{{u"association"_s, include}}) : include;
    }

    void fault(int offset, const QString &message)
    {
        if (!m_fault)
            m_fault = Error{.message = message, .offset = offset};
    }
    void expected(const Json &found, const QString &where, const QString &what)
    {
        fault(found.offset(), Text::tr("%1: expected %2, found %3").arg(where, what, found.kindName()));
    }

    template <size_t N>
    void checkKeys(const Json &object, const std::array<QLatin1StringView, N> &known, const QString &where)
    {
        for (const Json::Member &member : object.members()) {
            if (std::find(known.begin(), known.end(), member.key) != known.end())
                continue;
            QStringList names;
            for (const QLatin1StringView each : known)
                names.append(each);
            fault(member.keyOffset,
                  Text::tr("%1 has no option %2; possible: %3").arg(where, member.key, listed(names)));
        }
    }

    const Table &tableOf(const FindNode &node) const { return m_schema.tables[node.table]; }

    void readRoot(const Json &find, FindNode &root)
    {
        if (!find.isObject())
            return expected(find, Text::tr("the query"), Text::tr("an object"));
        checkKeys(find, rootKeys, Text::tr("the query"));
        const Json *model = find.find("model"_L1);
        if (!model)
            return fault(find.offset(), Text::tr("the query names no model"));
        root.table = tableNamed(*model);
        root.place = find.offset();
        if (m_fault)
            return;
        root.as = tableOf(root).model;
        Json options = withScope(find, tableOf(root));
        readOptions(options, root, root.as);
        root.shown = root.attributes;
    }

    int tableNamed(const Json &name)
    {
        const int table = m_schema.indexOfModel(name.string());
        if (table < 0) {
            QStringList models;
            for (const Table &each : m_schema.tables)
                models.append(each.model);
            fault(name.offset(),
                  Text::tr("no model %1; there is %2")
                      .arg(name.isString() ? name.string() : compactJson(name), listed(models)));
        }
        return table;
    }

    // Scopes ----------------------------------------------------------------------------------------------

    /// The model's default scope under the options, as `_defaultsOptions` merges them.
    Json withScope(const Json &options, const Table &table)
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

    static Json mergedOption(const QString &key, const Json &scope, const Json &own)
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
            const Json condition =
                isCondition && isExpression(own) ? Json(Json::Object{{u"$and"_s, own}}) : own;
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

    // Options ---------------------------------------------------------------------------------------------

    void readOptions(const Json &options, FindNode &node, const QString &where)
    {
        const Table &table = tableOf(node);
        if (const Json *attributes = options.find("attributes"_L1); attributes && !node.attributes)
            node.attributes = readAttributes(*attributes, table, where);
        node.where = options.value("where"_L1);
        checkCondition(node.where, &table, Text::tr("%1.where").arg(where));
        node.having = options.value("having"_L1);
        node.order = options.value("order"_L1);
        node.group = options.value("group"_L1);
        node.limit = count(options, "limit"_L1, where);
        node.offset = count(options, "offset"_L1, where);
        node.subQuery = flag(options, "subQuery"_L1, where);
        node.paranoid = flag(options, "paranoid"_L1, where).value_or(true);
        if (const Json *include = options.find("include"_L1))
            readIncludes(*include, node, where);
    }

    std::optional<bool> flag(const Json &options, QLatin1StringView key, const QString &where)
    {
        const Json *value = options.find(key);
        if (!value)
            return {};
        if (!value->isBoolean())
            expected(*value, where + u'.' + key, Text::tr("true or false"));
        return value->boolean();
    }

    Json count(const Json &options, QLatin1StringView key, const QString &where)
    {
        const Json value = options.value(key);
        if (!value.isNull() && (!value.isNumber() || value.toInteger().value_or(-1) < 0))
            expected(value, where + u'.' + key, Text::tr("a whole number, not negative"));
        return value;
    }

    Selections allOf(const Table &table) const
    {
        Selections all;
        for (const Column &column : table.columns)
            all.append({.name = column.attribute});
        return all;
    }

    Selections readAttributes(const Json &attributes, const Table &table, const QString &where)
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
        for (const Json &name : attributes.value("exclude"_L1).items()) {
            const qsizetype before = all.size();
            all.removeIf([&](const Selection &each) { return each.name == name.string(); });
            if (all.size() == before)
                unknownAttribute(name, table, place + u".exclude"_s);
        }
        return all + readSelections(attributes.value("include"_L1), table, place + u".include"_s);
    }

    Selections readSelections(const Json &list, const Table &table, const QString &where)
    {
        Selections selections;
        for (const Json &item : list.items()) {
            if (item.isString()) {
                checkName(item, table, where);
                selections.append({.name = item.string()});
            } else if (item.isArray()) {
                const Json first = item.items().value(0);
                const Json alias = item.items().value(1);
                if (item.items().size() != 2 || !alias.isString()
                    || !(first.isString() || isExpression(first))) {
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

    QStringList attributeNames(const Table &table) const
    {
        QStringList names;
        for (const Column &column : table.columns)
            names.append(column.attribute);
        return names;
    }

    void unknownAttribute(const Json &name, const Table &table, const QString &where)
    {
        fault(name.offset(),
              Text::tr("%1: %2 has no attribute %3; it has %4")
                  .arg(where, table.model, name.isString() ? name.string() : compactJson(name),
                       listed(attributeNames(table))));
    }

    void checkName(const Json &name, const Table &table, const QString &where)
    {
        if (!table.column(name.string()) && !table.columnNamed(name.string()))
            unknownAttribute(name, table, where);
    }

    void checkExpression(const Json &expression, const QString &where)
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
                return fault(inner.offset(),
                             Text::tr("%1: $where is [EXPRESSION, OPERATOR, VALUE]").arg(where));
            checkArgument(arguments[0], where);
        }
    }

    void checkArgument(const Json &argument, const QString &where)
    {
        if (isExpression(argument))
            checkExpression(argument, where);
        else if (argument.isObject() && specialValue(argument))
            checkValue(argument, where);
    }

    // Conditions ------------------------------------------------------------------------------------------

    /// Keys name attributes or columns of `table`, paths or operators; nullptr takes any name.
    void checkCondition(const Json &where, const Table *table, const QString &place)
    {
        if (where.isNull() || where.isNumber())
            return;
        if (isExpression(where))
            return checkExpression(where, place);
        if (where.isArray()) {
            for (const Json &item : where.items())
                checkCondition(item, table, place);
            return;
        }
        if (!where.isObject())
            return expected(where, place, Text::tr("a condition: an object, a list or an expression"));
        for (const Json::Member &member : where.members()) {
            if (member.key == u"$and" || member.key == u"$or" || member.key == u"$not") {
                checkCondition(member.value, table, place);
            } else if (isPath(member.key)) {
                m_paths.append({member.key.mid(1, member.key.size() - 2), member.keyOffset, place});
                checkValue(member.value, place);
            } else if (member.key.startsWith(u'$')) {
                fault(member.keyOffset,
                      isOperator(member.key)
                          ? Text::tr("%1: %2 stands where an attribute is expected").arg(place, member.key)
                          : unknownOperator(place, member.key));
            } else {
                checkKey(member, table, place);
                checkValue(member.value, place + u'.' + member.key);
            }
        }
    }

    static bool isPath(const QString &key)
    {
        return key.size() > 2 && key.startsWith(u'$') && key.endsWith(u'$');
    }

    static QString unknownOperator(const QString &place, const QString &word)
    {
        return Text::tr("%1: unknown operator %2; there is %3")
            .arg(place, word, operatorWords().join(u", "_s));
    }

    void checkKey(const Json::Member &member, const Table *table, const QString &place)
    {
        if (!table || table->column(member.key) || table->columnNamed(member.key))
            return;
        const Column *json = table->column(member.key.section(u'.', 0, 0));
        if (json && json->type.isJson())
            return;
        fault(member.keyOffset,
              Text::tr("%1: %2 has no attribute %3; it has %4")
                  .arg(place, table->model, member.key, listed(attributeNames(*table))));
    }

    void checkValue(const Json &value, const QString &place)
    {
        if (value.isArray()) {
            for (const Json &item : value.items())
                checkValue(item, place);
            return;
        }
        if (!value.isObject())
            return;
        if (const Json *path = value.find("$col"_L1); path && value.members().size() == 1) {
            if (!path->isString())
                expected(*path, place, Text::tr("a column behind $col"));
            return;
        }
        if (isExpression(value))
            return checkExpression(value, place);
        for (const Json::Member &member : value.members()) {
            if (member.key == u"$date" || member.key == u"$hex") {
                if (!member.value.isString())
                    expected(member.value, place, Text::tr("text behind %1").arg(member.key));
            } else if (member.key.startsWith(u'$') && !isOperator(member.key) && member.key != u"$value") {
                fault(member.keyOffset, unknownOperator(place, member.key));
            } else {
                checkValue(member.value, place);
            }
        }
    }

    struct Path
    {
        QString text;
        int offset;
        QString place;
    };

    /// Every `$alias.column$` leads through included aliases to a column.
    void checkPaths(const FindNode &root)
    {
        for (const Path &path : m_paths) {
            const FindNode *node = &root;
            const QStringList steps = path.text.split(u'.');
            for (const QString &step : steps.mid(0, steps.size() - 1)) {
                const FindNode *next = nullptr;
                QStringList possible;
                for (const auto &include : node->includes) {
                    possible.append(include->as);
                    if (include->as == step)
                        next = include.get();
                }
                // The main model may be named too.
                if (!next && node == &root && step == root.as && steps.size() == 2)
                    next = node;
                if (!next) {
                    fault(path.offset,
                          Text::tr("%1: $%2$ leads to %3, which the query does not include; it has %4")
                              .arg(path.place, path.text, step, listed(possible)));
                    return;
                }
                node = next;
            }
            const Table &table = tableOf(*node);
            if (table.columnNamed(steps.last()))
                continue;
            QStringList columns;
            for (const Column &column : table.columns)
                columns.append(column.name);
            fault(path.offset,
                  Text::tr("%1: $%2$ names no column of %3; it has %4")
                      .arg(path.place, path.text, table.model, listed(columns)));
        }
    }

    // Includes --------------------------------------------------------------------------------------------

    void readIncludes(const Json &include, FindNode &parent, const QString &where)
    {
        const Json::Array items = include.isArray() ? include.items() : Json::Array{include};
        const Json::Array expanded = withoutAll(items, parent, where);
        for (const Json &item : merged(expanded)) {
            if (m_fault)
                return;
            parent.includes.append(readInclude(item, parent, where));
        }
    }

    /// Two entries for one alias are one, the later over the earlier.
    static Json::Array merged(const Json::Array &items)
    {
        Json::Array out;
        QHash<QString, qsizetype> seen;
        for (const Json &item : items) {
            const QString alias = item.isString() ? item.string() : item.value("association"_L1).string();
            const auto known = alias.isEmpty() ? seen.cend() : seen.constFind(alias);
            if (known == seen.cend()) {
                if (!alias.isEmpty())
                    seen.insert(alias, out.size());
                out.append(item);
                continue;
            }
            Json &first = out[*known];
            if (first.isString()) {
                first = item.isString() ? first : item;
                continue;
            }
            for (const Json::Member &member : item.members()) {
                const Json *before = first.find(member.key);
                first.set(member.key,
                          before ? mergedOption(member.key, *before, member.value) : member.value);
            }
        }
        return out;
    }

    std::shared_ptr<FindNode> readInclude(const Json &item, const FindNode &parent, const QString &where)
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
        const Json merged = withScope(options, table);
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

    void readThrough(const Json &options, FindNode &node, const ResolvedAssociation &association,
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

    QStringList aliasesOf(const Table &table) const
    {
        QStringList aliases;
        for (const auto &[alias, position] : table.associations)
            aliases.append(alias);
        return aliases;
    }

    int findAssociation(const Json &options, const FindNode &parent, const QString &where)
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
            fault(options.offset(),
                  Text::tr("%1.include: names neither an association nor a model").arg(where));
            return -1;
        }
        const int target = tableNamed(*model);
        return m_fault ? -1 : associationTo(target, options, table);
    }

    /// `{ model, as }`: the association to that model, as Sequelize picks it.
    int associationTo(int target, const Json &options, const Table &table)
    {
        const QString as = options.value("as"_L1).string();
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
            const ResolvedAssociation &association = m_schema.associations[position];
            if (as.isEmpty() ? !association.isAliased : association.as.value == as)
                return position;
        }
        fault(offset,
              as.isEmpty() ? Text::tr("%1 has an association to %2 under an alias: give as: %3")
                                 .arg(table.model, name, aliases.join(u", "_s))
                           : Text::tr("%1 has no association %2 to %3; it has %4")
                                 .arg(table.model, as, name, listed(aliases)));
        return -1;
    }

    // `{ all: true, nested: true }` ------------------------------------------------------------------------

    Json::Array withoutAll(const Json::Array &items, const FindNode &parent, const QString &where)
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

    /// Empty: all kinds.
    QList<AssociationKind> kindsOf(const Json &all, const QString &where)
    {
        using enum AssociationKind;
        QList<AssociationKind> kinds;
        const Json::Array words = all.isArray() ? all.items() : Json::Array{all};
        for (const Json &word : words) {
            const QString name = word.string();
            if ((word.isBoolean() && word.boolean()) || name == u"All")
                return {};
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

    void addAll(Json::Array &includes, int table, const QList<AssociationKind> &kinds, bool nested,
                const Json &options, QList<int> &used)
    {
        for (const auto &[alias, position] : m_schema.tables[table].associations) {
            const ResolvedAssociation &association = m_schema.associations[position];
            if (!kinds.isEmpty() && !kinds.contains(association.kind))
                continue;
            if (std::any_of(includes.begin(), includes.end(),
                            [&](const Json &item) { return isIncluded(item, table, association, alias); }))
            {
                continue;
            }
            if (nested && used.contains(association.target))
                continue;
            used.append(table);
            Json include = options;
            include.set(u"association"_s, alias);
            if (nested) {
                Json::Array children = include.value("include"_L1).items();
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

    /// Is the model of an association included already, under its alias where it has one of its own?
    bool isIncluded(const Json &item, int table, const ResolvedAssociation &association,
                    const QString &alias) const
    {
        const QString named = item.isString() ? item.string() : item.value("association"_L1).string();
        const int other = named.isEmpty() ? -1 : m_schema.tables[table].association(named);
        const int target = other < 0 ? m_schema.indexOfModel(item.value("model"_L1).string())
                                     : m_schema.associations[other].target;
        if (target != association.target)
            return false;
        return !association.isAliased || (named.isEmpty() ? item.value("as"_L1).string() : named) == alias;
    }

    const Schema &m_schema;
    QList<Path> m_paths;
    std::optional<Error> m_fault;
};

}

Result<std::shared_ptr<FindNode>> readFind(const Json &find, const Schema &schema)
{
    return FindReader(schema).read(find);
}

Result<int> includedAssociation(const Json &include, int table, const Schema &schema)
{
    return FindReader(schema).associationOf(include, table);
}

}
