#include "model/query/notes.h"

#include "model/query/proposals.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isLimited(const Json &limit)
{
    return limit.toInteger().value_or(0) > 0;
}

/// Calls `visit` for each key with its value, at any depth, but not inside expressions.
void visitKeys(const Json &json, const std::function<void(const QString &key, const Json &value)> &visit)
{
    for (const Json &item : json.items())
        visitKeys(item, visit);
    if (isExpression(json))
        return;
    for (const Json::Member &member : json.members()) {
        visit(member.key, member.value);
        visitKeys(member.value, visit);
    }
}

class NoteTaker
{
public:
    NoteTaker(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect)
        : m_find(find), m_node(node), m_schema(schema), m_dialect(dialect), m_root(prepare(node, schema))
    {
    }

    Notes take()
    {
        m_pages = m_root->subQuery.value_or(false);
        if (isLimited(m_node.limit) || !m_node.offset.isNull()) {
            lookAtPaging();
            lookAtOrder();
        }
        lookAtSteps(*m_root);
        lookAtOperators(m_node.where, *m_root);
        return m_notes;
    }

private:
    void add(const QString &code, const QString &message, const Json &proposal = {}, bool fails = false)
    {
        for (const Note &note : m_notes) {
            if (note.code == code)
                return;
        }
        m_notes.append({code, message, proposal, fails});
    }

    Json paged() const { return pagedByKeys(m_find, m_node, m_schema, m_dialect); }

    /// Is the step's table joined inside the paging subquery?
    bool isInside(const Step &step) const
    {
        return m_pages && (!step.parent || (step.subQuery.value_or(false) && isInside(*step.parent)));
    }

    // Paging ----------------------------------------------------------------------------------------------

    void lookAtPaging()
    {
        const bool multiplies = std::any_of(m_root->includes.begin(), m_root->includes.end(), multipliesRows);
        if (!m_pages && multiplies && isLimited(m_node.limit)) {
            add(u"Q22"_s,
                Text::tr("The limit counts joined rows, not records of %1: subQuery: false or duplicating: "
                         "false takes "
                         "the paging subquery away. Fewer records than asked for come back.")
                    .arg(m_root->as),
                paged());
        } else if (!m_pages && multiplies && m_node.offset.toInteger().value_or(0) > 0) {
            add(u"Q23"_s,
                Text::tr("Without a limit there is no paging subquery: the offset skips joined rows, not "
                         "records of %1.")
                    .arg(m_root->as),
                paged());
        }
        if (m_pages)
            lookAtPaths();
    }

    static bool multipliesRows(const std::shared_ptr<Step> &step)
    {
        if (step->separate || step->isThrough)
            return false;
        return step->association->isToMany()
            || std::any_of(step->includes.begin(), step->includes.end(), multipliesRows);
    }

    const Step *stepAt(const QStringList &aliases) const
    {
        const Step *at = m_root.get();
        for (const QString &alias : aliases) {
            const auto next = std::find_if(at->includes.begin(), at->includes.end(),
                                           [&](const auto &include) { return include->as == alias; });
            if (next == at->includes.end())
                return nullptr;
            at = next->get();
        }
        return at;
    }

    void lookAtPaths()
    {
        visitKeys(m_node.where, [&](const QString &key, const Json &) {
            if (key.size() < 3 || !key.startsWith(u'$') || !key.endsWith(u'$'))
                return;
            const QStringList path = key.mid(1, key.size() - 2).split(u'.');
            const Step *step = stepAt(path.mid(0, path.size() - 1));
            if (!step || isInside(*step))
                return;
            add(u"Q21"_s,
                Text::tr("%1 names a table that is joined outside the paging subquery, where the condition "
                         "stands: the "
                         "database does not know it there.")
                    .arg(key),
                paged(), true);
        });
    }

    void lookAtOrder()
    {
        if (m_node.order.isNull()) {
            add(u"Q38"_s,
                Text::tr("A limit without an order: which records come back is up to the database."),
                orderedByKey());
        }
        if (!m_pages)
            return;
        for (const Json &item : m_node.order.items()) {
            const Json::Array parts = item.isArray() ? item.items() : Json::Array{item};
            lookAtOrderItem(parts);
        }
    }

    Json orderedByKey() const
    {
        Json::Array order;
        for (const Column *key : m_root->table->primaryKey())
            order.append(Json(Json::Array{Json(key->attribute), Json(u"ASC"_s)}));
        if (order.isEmpty())
            return {};
        Json proposal = m_find.placeless();
        proposal.set(u"order"_s, Json(order));
        return proposal;
    }

    void lookAtOrderItem(const Json::Array &parts)
    {
        const Step *step = m_root.get();
        for (const Json &part : parts.mid(0, std::max<qsizetype>(parts.size() - 1, 0))) {
            const QString model = part.value("model"_L1).string();
            const auto next =
                std::find_if(step->includes.begin(), step->includes.end(), [&](const auto &include) {
                    return part.isString() ? include->as == part.string() : include->table->model == model;
                });
            if (next == step->includes.end())
                break;
            step = next->get();
        }
        const QString first = parts.value(0).string();
        if (step->parent && isInside(*step)) {
            add(u"Q27"_s,
                Text::tr("The order names %1, which is joined inside the paging subquery and not known "
                         "outside of it.")
                    .arg(step->as),
                paged(), true);
        } else if (step->parent) {
            add(u"Q26"_s,
                Text::tr("The page is chosen before it is ordered by %1: these are not the first records in "
                         "that order.")
                    .arg(step->as),
                paged());
        } else if (!first.isNull() && !m_root->table->column(first) && !m_root->table->columnNamed(first)
                   && !first.contains(u'.'))
        {
            add(u"Q28"_s,
                Text::tr("The order names the alias %1, which the paging subquery takes for a column of %2.")
                    .arg(first, m_root->as),
                paged(), true);
        }
    }

    // Includes --------------------------------------------------------------------------------------------

    void lookAtSteps(const Step &parent)
    {
        QStringList lists;
        for (const auto &include : parent.includes) {
            if (include->isThrough)
                continue;
            lookAtStep(*include);
            if (!include->separate && include->association->isToMany())
                lists.append(include->as);
            lookAtSteps(*include);
        }
        if (lists.size() > 1) {
            add(u"Q31"_s,
                Text::tr(
                    "%1 stand side by side: the database joins each row of one with each row of the others.")
                    .arg(lists.join(u", "_s)),
                separated(parent));
        }
    }

    /// All lists but one as queries of their own, where they can be.
    Json separated(const Step &parent) const
    {
        bool isFirst = true;
        Json proposal = m_find;
        bool isChanged = false;
        for (const auto &include : parent.includes) {
            if (include->isThrough || include->separate || !include->association->isToMany())
                continue;
            const bool canBe = include->association->kind == AssociationKind::HasMany && !include->required
                && !ordersBy(*include);
            if (canBe && !isFirst) {
                Json changed = withInclude(proposal, trailTo(*include), m_schema,
                                           [](Json &options) { options.set(u"separate"_s, Json(true)); });
                if (!changed.isNull()) {
                    proposal = changed;
                    isChanged = true;
                }
            }
            isFirst = false;
        }
        return isChanged ? proposal : Json();
    }

    bool ordersBy(const Step &step) const
    {
        const Trail trail = trailTo(step);
        for (const Json &item : m_node.order.items()) {
            if (item.items().value(trail.size() - 1).string() == step.as)
                return true;
        }
        return false;
    }

    void lookAtStep(const Step &step)
    {
        const bool isManyToMany = step.association->kind == AssociationKind::BelongsToMany;
        if (m_pages)
            lookAtStepOnPage(step, isManyToMany);
        if (!step.find->order.isNull() && !step.separate) {
            add(u"Q38"_s,
                Text::tr("The order of the include %1 is ignored, as it is not separate; the query's own "
                         "order can "
                         "name it.")
                    .arg(step.as),
                orderedAbove(step));
        }
        if (isManyToMany && !step.find->on.isNull())
            add(u"Q20"_s, Text::tr("on is ignored: %1 is a belongsToMany.").arg(step.as));
        if (!step.separate && isLimited(step.find->limit)) {
            add(u"Q19"_s,
                Text::tr("The limit of the include %1 is ignored, as it is not separate.").arg(step.as),
                withInclude(m_find, trailTo(step), m_schema,
                            [](Json &options) { options.remove("separate"_L1); }));
        }
        const Table &table = *step.table;
        if (!step.separate && table.primaryKey().isEmpty() && table.uniqueKeys.isEmpty()) {
            add(u"Q33"_s,
                Text::tr("%1 has no primary key: all rows of %2 fold into one, and a missing one shows as an "
                         "object of "
                         "nulls. Give it a primary key, or ask for its rows by themselves.")
                    .arg(table.model, step.as),
                Json(Json::Object{{u"model"_s, Json(table.model)}}));
        }
        if (!m_node.group.isNull() && step.through() && !step.through()->attributes.isEmpty()) {
            add(u"Q35"_s,
                Text::tr("The query is grouped, and yet selects the join rows of %1; give through: { "
                         "attributes: [] }.")
                    .arg(step.as),
                withInclude(m_find, trailTo(step), m_schema,
                            [](Json &options) {
                                Json through = options.value("through"_L1);
                                if (!through.isObject())
                                    through = Json(Json::Object{});
                                through.set(u"attributes"_s, Json(Json::Array{}));
                                options.set(u"through"_s, through);
                            }),
                m_dialect.bit == postgresBit);
        }
        if (step.separate && isLimited(step.find->limit) && !m_dialect.unionAll && !step.find->order.isNull())
        {
            const Json first = firstOfEach(step, step.find->limit, m_dialect);
            add(u"Q30"_s,
                Text::tr(
                    "%1 is one UNION over all records, which keeps the limit for each, but not the order.")
                    .arg(step.as),
                first.isNull() ? Json() : withInclude(m_find, trailTo(step), m_schema, [&](Json &options) {
                    options.remove("limit"_L1);
                    options.set(u"separate"_s, Json(true));
                    addCondition(options, first);
                }));
        }
        lookAtOperators(step.find->where, step);
    }

    void lookAtStepOnPage(const Step &step, bool isManyToMany)
    {
        const bool parentIsInside = isInside(*step.parent);
        if (step.subQuery.value_or(false) && !parentIsInside) {
            add(u"Q24"_s,
                Text::tr("%1 is required and joined inside the paging subquery, but %2, on which it hangs, "
                         "is not.")
                    .arg(step.as, step.parent->as),
                paged(), true);
        }
        if (step.subQueryFilter && !step.required && !step.parent->parent) {
            add(u"Q25"_s,
                Text::tr(
                    "%1 is not required, but what it includes is: with the limit, records of %2 without such "
                    "rows are left out; without it they are kept.")
                    .arg(step.as, m_root->as),
                paged());
        }
        const Column *key = step.parent->table->firstPrimaryKey();
        if (isManyToMany && !step.parent->parent && key
            && step.association->sourceKey.value != key->attribute) {
            add(u"Q04"_s,
                Text::tr("%1 starts from %2, but the paging subquery compares and hands out %3.")
                    .arg(step.as, step.association->sourceKey.value, key->attribute),
                paged(), true);
        }
    }

    /// The include's order, as a part of the query's.
    Json orderedAbove(const Step &step) const
    {
        if (!step.find->order.isArray())
            return {};
        Json::Array path;
        for (const Step *each : trailTo(step))
            path.append(Json(each->as));
        Json::Array order = m_node.order.items();
        for (const Json &item : step.find->order.items())
            order.append(Json(path + (item.isArray() ? item.items() : Json::Array{item})));
        Json proposal =
            withInclude(m_find, trailTo(step), m_schema, [](Json &options) { options.remove("order"_L1); });
        if (!proposal.isNull())
            proposal.set(u"order"_s, Json(order));
        return proposal;
    }

    // Operators -------------------------------------------------------------------------------------------

    void lookAtOperators(const Json &where, const Step &step)
    {
        visitKeys(where, [&](const QString &key, const Json &value) {
            if (key == u"$startsWith" || key == u"$endsWith" || key == u"$substring")
                lookAtPattern(key, value, step);
            else if (const QString instead = missingOperator(key); !instead.isNull())
                lookAtMissing(key, instead, step);
        });
    }

    /// What to write instead of an operator that the database lacks; empty where nothing does the same.
    QString missingOperator(const QString &word) const
    {
        static constexpr std::array postgresOnly{"$overlap"_L1,       "$contains"_L1,     "$contained"_L1,
                                                 "$adjacent"_L1,      "$strictLeft"_L1,   "$strictRight"_L1,
                                                 "$noExtendRight"_L1, "$noExtendLeft"_L1, "$match"_L1};
        if (m_dialect.bit == postgresBit)
            return {};
        if (word == u"$iLike" || word == u"$notILike")
            return word == u"$iLike" ? u"$like"_s : u"$notLike"_s;
        if (word == u"$iRegexp" || word == u"$notIRegexp")
            return m_dialect.bit == sqliteBit ? u""_s : word == u"$iRegexp" ? u"$regexp"_s : u"$notRegexp"_s;
        const bool isRegexp = word == u"$regexp" || word == u"$notRegexp";
        const bool isOfPostgres =
            std::find(postgresOnly.begin(), postgresOnly.end(), word) != postgresOnly.end();
        return (isRegexp && m_dialect.bit == sqliteBit) || isOfPostgres ? u""_s : QString();
    }

    void lookAtMissing(const QString &word, const QString &instead, const Step &step)
    {
        if (instead.isEmpty())
            return add(u"Q36"_s, Text::tr("%1 has no operator for %2.").arg(m_dialect.title, word), {}, true);
        add(u"Q36"_s,
            Text::tr("%1 has no operator for %2; %3 ignores case there.").arg(m_dialect.title, word, instead),
            withInclude(m_find, trailTo(step), m_schema,
                        [&](Json &options) {
                            options.set(u"where"_s, renamed(options.value("where"_L1), word, instead));
                        }),
            true);
    }

    static Json renamed(const Json &json, const QString &key, const QString &other)
    {
        if (json.isArray()) {
            Json::Array items;
            for (const Json &item : json.items())
                items.append(renamed(item, key, other));
            return Json(items);
        }
        if (!json.isObject())
            return json;
        Json::Object members;
        for (const Json::Member &member : json.members())
            members.append({member.key == key ? other : member.key, renamed(member.value, key, other)});
        return Json(members);
    }

    /// `%` and `_` in what is looked for are wildcards.
    void lookAtPattern(const QString &word, const Json &value, const Step &step)
    {
        const QString text = value.string();
        if (!text.contains(u'%') && !text.contains(u'_'))
            return;
        add(u"Q36"_s,
            Text::tr("%1 takes the %2 in \"%3\" for a wildcard.")
                .arg(word, text.contains(u'%') ? u"%"_s : u"_"_s, text),
            withInclude(m_find, trailTo(step), m_schema, [&](Json &options) {
                options.set(u"where"_s, escaped(options.value("where"_L1), word, text, step));
            }));
    }

    /// The condition with `{ attribute: { word: text } }` as LIKE with an escape character.
    Json escaped(const Json &where, const QString &word, const QString &text, const Step &step) const
    {
        Json::Object kept;
        Json::Array others;
        for (const Json::Member &member : where.members()) {
            const Column *column = step.table->column(member.key);
            if (!column || member.value.value(word).string() != text || member.value.members().size() != 1) {
                kept.append(member);
                continue;
            }
            QString pattern = text;
            for (const QString &special : {u"!"_s, u"%"_s, u"_"_s})
                pattern.replace(special, u'!' + special);
            pattern =
                (word == u"$startsWith" ? u""_s : u"%"_s) + pattern + (word == u"$endsWith" ? u""_s : u"%"_s);
            QStringList path;
            for (const Step *each : trailTo(step))
                path.append(each->as);
            const QString as = path.isEmpty() ? step.table->model : path.join(u"->"_s);
            others.append(Json(
                Json::Object{{u"$literal"_s,
                              Json(quotedAlias(as, m_dialect) + u'.' + quotedName(column->name, m_dialect)
                                   + u" LIKE "_s + quotedText(pattern, m_dialect) + u" ESCAPE '!'"_s)}}));
        }
        if (!others.isEmpty())
            kept.append({u"$and"_s, Json(others)});
        return Json(kept);
    }

    const Json &m_find;
    const FindNode &m_node;
    const Schema &m_schema;
    const Dialect &m_dialect;
    const std::shared_ptr<Step> m_root;
    bool m_pages = false;
    Notes m_notes;
};

const Step *stepAt(const Step &root, const QStringList &path)
{
    const Step *at = &root;
    for (const QString &alias : path) {
        for (const auto &include : at->includes) {
            if (include->as == alias) {
                at = include.get();
                break;
            }
        }
    }
    return at;
}

}

Notes notesOn(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect)
{
    return NoteTaker(find, node, schema, dialect).take();
}

Note noteOnSeveral(const Json &find, const FindNode &node, const QStringList &path, const Schema &schema,
                   const Dialect &dialect)
{
    const auto root = prepare(node, schema);
    const Step &step = *stepAt(*root, path);
    Note note{
        .code = u"Q32"_s,
        .message =
            Text::tr("%1 has several rows for one record: without a list in the query the record "
                     "comes several times, with one the last row counts. A unique index on %2 prevents it.")
                .arg(path.join(u'.'), step.association->foreignKeyColumn)};
    const Json lowest = lowestOfEach(step, dialect);
    if (!lowest.isNull()) {
        note.proposal = withInclude(find, trailTo(step), schema, [&](Json &options) {
            addCondition(options, lowest);
            options.set(u"required"_s, Json(step.required));
        });
    }
    return note;
}

Note noteOnBigNumber(const Json &find, const FindNode &node, const QString &attribute, const Schema &schema)
{
    const Table &table = schema.tables[node.table];
    const Column *column = table.column(attribute);
    Note note{
        .code = u"Q37"_s,
        .message =
            Text::tr("%1 holds whole numbers beyond 2^53: Sequelize on SQLite rounds them, here they keep "
                     "their digits, as text.")
                .arg(attribute)};
    if (!column)
        return note;
    Json::Array attributes;
    for (const Column &each : table.columns) {
        const Json whole(Json::Object{
            {u"$cast"_s,
             Json(Json::Array{Json(Json::Object{{u"$col"_s, Json(table.model + u'.' + each.name)}}),
                              Json(u"TEXT"_s)})}});
        if (!each.isVirtual())
            attributes.append(&each == column ? Json(Json::Array{whole, Json(attribute)})
                                              : Json(each.attribute));
    }
    note.proposal = find.placeless();
    if (!find.find("attributes"_L1))
        note.proposal.set(u"attributes"_s, Json(attributes));
    else
        note.proposal = Json();
    return note;
}

QString textOf(const Note &note)
{
    const QString text = note.code + u": "_s + note.message;
    return note.proposal.isNull() ? text : text + u' ' + Text::tr("Try: %1").arg(compactJson(note.proposal));
}

}
