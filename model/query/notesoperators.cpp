#include "model/query/notetaker.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

void NoteTaker::lookAtOperators(const Json &where, const Step &step)
{
    visitKeys(where, [&](const QString &key, const Json &value) {
        if (key == u"$startsWith" || key == u"$endsWith" || key == u"$substring")
            lookAtPattern(key, value, step);
        else if (const QString instead = missingOperator(key); !instead.isNull())
            lookAtMissing(key, instead, step);
        else if (isNegatedOperator(key, value, step))
            lookAtNegated(key, value, step);
    });
}

/// `{ attribute: { $not: { $in: … } } }`
bool NoteTaker::isNegatedOperator(const QString &key, const Json &value, const Step &step)
{
    const Column *column = step.table->column(key);
    const Json inner = value.members().size() == 1 ? value.value("$not"_L1) : Json();
    return column && !column->type.isJson() && inner.members().size() == 1 && !isExpression(inner)
        && isOperator(inner.members()[0].key);
}

namespace {

/// Whether the database compares a column with what Sequelize makes of an object.
bool takesObjects(const Type &type, const Dialect &dialect)
{
    switch (type.name) {
    case TypeName::Date:
    case TypeName::DateOnly:
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double: return true;
    case TypeName::TinyInt:
    case TypeName::SmallInt:
    case TypeName::MediumInt:
    case TypeName::Integer:
    case TypeName::BigInt:
    case TypeName::Decimal: return dialect.bit != postgresBit;
    default: return false;
    }
}

}

void NoteTaker::lookAtNegated(const QString &attribute, const Json &value, const Step &step)
{
    const QString word = value.find("$not"_L1)->members()[0].key;
    add(u"Q36"_s,
        Text::tr(
            "$not at %1 takes a value: Sequelize compares with the text of the object around %2. Around the "
            "attribute, $not takes conditions.")
            .arg(attribute, word),
        withInclude(m_find, trailTo(step), m_schema,
                    [&](Json &options) {
                        options.set(u"where"_s, negated(options.value("where"_L1), attribute, value));
                    }),
        !takesObjects(step.table->column(attribute)->type, m_dialect));
}

Json NoteTaker::negated(const Json &where, const QString &attribute, const Json &value)
{
    if (where.isArray()) {
        Json::Array items;
        for (const Json &item : where.items())
            items.append(negated(item, attribute, value));
        return Json(items);
    }
    if (!where.isObject())
        return where;
    const Json outside(
        Json::Object{{u"$not"_s, Json(Json::Object{{attribute, value.value("$not"_L1).placeless()}})}});
    Json::Object kept;
    bool isFound = false;
    for (const Json::Member &member : where.members()) {
        const bool isIt = member.key == attribute && member.value.placeless() == value.placeless();
        isFound = isFound || isIt;
        if (!isIt)
            kept.append({member.key, negated(member.value, attribute, value)});
    }
    if (!isFound)
        return Json(kept);
    return kept.isEmpty() ? outside : Json(Json::Object{{u"$and"_s, Json(Json::Array{Json(kept), outside})}});
}

QString NoteTaker::missingOperator(const QString &word) const
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
    const bool isOfPostgres = std::find(postgresOnly.begin(), postgresOnly.end(), word) != postgresOnly.end();
    return (isRegexp && m_dialect.bit == sqliteBit) || isOfPostgres ? u""_s : QString();
}

void NoteTaker::lookAtMissing(const QString &word, const QString &instead, const Step &step)
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

Json NoteTaker::renamed(const Json &json, const QString &key, const QString &other)
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

void NoteTaker::lookAtPattern(const QString &word, const Json &value, const Step &step)
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

Json NoteTaker::escaped(const Json &where, const QString &word, const QString &text, const Step &step) const
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
        others.append(
            Json(Json::Object{{u"$literal"_s,
                               Json(quotedAlias(as, m_dialect) + u'.' + quotedName(column->name, m_dialect)
                                    + u" LIKE "_s + quotedText(pattern, m_dialect) + u" ESCAPE '!'"_s)}}));
    }
    if (!others.isEmpty())
        kept.append({u"$and"_s, Json(others)});
    return Json(kept);
}

}
