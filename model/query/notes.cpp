#include "model/query/notetaker.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

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

NoteTaker::NoteTaker(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect)
    : m_find(find), m_node(node), m_schema(schema), m_dialect(dialect), m_root(prepare(node, schema))
{
}

Notes NoteTaker::take()
{
    m_pages = m_root->subQuery.value_or(false);
    if (isLimited(m_node.limit) || !m_node.offset.isNull()) {
        lookAtPaging();
        lookAtOrder();
    }
    lookAtSteps(*m_root);
    lookAtOperators(m_node.where, *m_root);
    lookAtCounts();
    lookAtNames(*m_root, {});
    return m_notes;
}

void NoteTaker::add(const QString &code, const QString &message, const Json &proposal, bool fails)
{
    for (const Note &note : m_notes) {
        if (note.code == code)
            return;
    }
    m_notes.append({code, message, proposal, fails});
}

bool NoteTaker::isInside(const Step &step) const
{
    return m_pages && (!step.parent || (step.subQuery.value_or(false) && isInside(*step.parent)));
}

namespace {

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
