#include "model/edit/findedit.h"

#include "model/edit/parts.h"
#include "model/query/find.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The order in which an edit puts options that were not there.
constexpr std::array optionOrder{
    "model"_L1,   "association"_L1, "as"_L1,          "attributes"_L1, "where"_L1,
    "on"_L1,      "or"_L1,          "required"_L1,    "right"_L1,      "through"_L1,
    "include"_L1, "order"_L1,       "limit"_L1,       "offset"_L1,     "group"_L1,
    "having"_L1,  "separate"_L1,    "duplicating"_L1, "subQuery"_L1,   "paranoid"_L1,
};

qsizetype rankOf(const QString &key)
{
    return std::find(optionOrder.begin(), optionOrder.end(), key) - optionOrder.begin();
}

/// The object with a key set: in its place, or before the keys that follow it by rank.
Json withKey(const Json &object, const QString &key, const Json &value)
{
    Json out = object;
    if (out.find(key)) {
        out.set(key, value);
        return out;
    }
    Json::Object members = object.members();
    const auto after = std::find_if(members.begin(), members.end(), [&](const Json::Member &member) {
        return rankOf(member.key) > rankOf(key);
    });
    members.insert(after, {key, value});
    return Json(members);
}

Json without(const Json &object, QAnyStringView key)
{
    Json out = object;
    out.remove(key);
    return out;
}

Json asObject(const Json &include)
{
    return include.isString() ? Json(Json::Object{{u"association"_s, include}}) : include;
}

int rootTable(const Json &find, const Schema &schema)
{
    return schema.indexOfModel(find.value("model"_L1).string());
}

/// The entry of an alias: of several the last one, which counts; -1 where there is none.
qsizetype entryOf(const Json::Array &includes, int table, const QString &alias, const Schema &schema)
{
    const int wanted = schema.tables[table].association(alias);
    for (qsizetype i = includes.size() - 1; i >= 0; --i) {
        const auto association = includedAssociation(includes[i], table, schema);
        if (association ? association == wanted : includeName(includes[i]) == alias)
            return i;
    }
    return -1;
}

Json withIncludes(const Json &options, const Json::Array &includes)
{
    if (includes.isEmpty())
        return without(options, "include"_L1);
    const Json *before = options.find("include"_L1);
    const bool isSingle = before && !before->isArray() && includes.size() == 1;
    return withKey(options, u"include"_s, isSingle ? includes.first() : Json(includes));
}

tl::unexpected<Error> notIncluded(const QString &alias)
{
    return refusal(Text::tr("the query does not include %1").arg(alias));
}

/// Changes the options that a path leads to, and rebuilds everything above them.
template <typename Change>
Result<Json> changed(const Json &options, int table, const Schema &schema, const QStringList &path,
                     const Change &change)
{
    if (path.isEmpty())
        return change(options, table);
    Json::Array includes = includesOf(options);
    const qsizetype at = table < 0 ? -1 : entryOf(includes, table, path.first(), schema);
    if (at < 0)
        return notIncluded(path.first());
    const int association = schema.tables[table].association(path.first());
    const auto below =
        changed(asObject(includes[at]), schema.associations[association].target, schema, path.mid(1), change);
    if (!below)
        return below;
    includes[at] = *below;
    return withIncludes(options, includes);
}

/// Does an entry of `order` lead through the includes of a path?
bool leadsThrough(const Json &entry, const QStringList &path, int table, const Schema &schema)
{
    const Json::Array &parts = entry.items();
    if (parts.size() <= path.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const int wanted = table < 0 ? -1 : schema.tables[table].association(path[i]);
        // What no association is behind goes by its name.
        if (wanted < 0 ? includeName(parts[i]) != path[i]
                       : includedAssociation(parts[i], table, schema) != wanted)
            return false;
        table = wanted < 0 ? -1 : schema.associations[wanted].target;
    }
    return true;
}

Json withoutOrderThrough(const Json &find, const QStringList &path, const Schema &schema)
{
    const Json order = find.value("order"_L1);
    Json::Array kept;
    for (const Json &entry : order.items()) {
        if (!leadsThrough(entry, path, rootTable(find, schema), schema))
            kept.append(entry);
    }
    if (kept.size() == order.items().size())
        return find;
    return kept.isEmpty() ? without(find, "order"_L1) : withKey(find, u"order"_s, Json(kept));
}

Json::Array allNames(const Table &table)
{
    Json::Array names;
    for (const Column &column : table.columns)
        names.append(Json(column.attribute));
    return names;
}

}

Json::Array includesOf(const Json &options)
{
    const Json include = options.value("include"_L1);
    if (include.isArray() || include.isNull())
        return include.items();
    return {include};
}

QString includeName(const Json &entry)
{
    if (entry.isString())
        return entry.string();
    for (const auto key : {"association"_L1, "as"_L1, "model"_L1}) {
        if (const Json *name = entry.find(key))
            return name->string();
    }
    return entry.find("all"_L1) ? u"all"_s : compactJson(entry);
}

int tableAt(const Json &find, const Schema &schema, const FindPlace &place)
{
    int table = rootTable(find, schema);
    for (qsizetype i = 0; i < place.path.size() && table >= 0; ++i) {
        const int position = schema.tables[table].association(place.path[i]);
        if (position < 0)
            return -1;
        const ResolvedAssociation &association = schema.associations[position];
        const bool isLast = i + 1 == place.path.size();
        table = isLast && place.isThrough ? association.through : association.target;
    }
    return table;
}

std::optional<Json> optionsAt(const Json &find, const Schema &schema, const FindPlace &place)
{
    std::optional<Json> found;
    const auto look = [&](const Json &options, int) -> Result<Json> {
        found = options;
        return options;
    };
    if (!changed(find, rootTable(find, schema), schema, place.path, look))
        return {};
    if (place.isThrough)
        found = found->find("through"_L1) ? found->value("through"_L1) : Json(Json::Object());
    return found;
}

Result<Json> withInclude(const Json &find, const Schema &schema, const QStringList &path)
{
    return changed(find, rootTable(find, schema), schema, path.first(path.size() - 1),
                   [&](const Json &options, int table) -> Result<Json> {
                       if (table < 0 || schema.tables[table].association(path.last()) < 0)
                           return gone();
                       Json::Array includes = includesOf(options);
                       if (entryOf(includes, table, path.last(), schema) >= 0)
                           return options;
                       includes.append(Json(Json::Object{{u"association"_s, Json(path.last())}}));
                       return withIncludes(options, includes);
                   });
}

Result<Json> withoutInclude(const Json &find, const Schema &schema, const QStringList &path)
{
    const auto out = changed(find, rootTable(find, schema), schema, path.first(path.size() - 1),
                             [&](const Json &options, int table) -> Result<Json> {
                                 Json::Array includes = includesOf(options);
                                 const qsizetype before = includes.size();
                                 while (table >= 0) {
                                     const qsizetype at = entryOf(includes, table, path.last(), schema);
                                     if (at < 0)
                                         break;
                                     includes.removeAt(at);
                                 }
                                 if (includes.size() == before)
                                     return notIncluded(path.last());
                                 return withIncludes(options, includes);
                             });
    return out.map([&](const Json &rest) { return withoutOrderThrough(rest, path, schema); });
}

Result<Json> withOption(const Json &find, const Schema &schema, const FindPlace &place, const QString &key,
                        const Json &value)
{
    const auto set = [&](const Json &object) {
        return value.isNull() ? without(object, key) : withKey(object, key, value);
    };
    return changed(
        find, rootTable(find, schema), schema, place.path, [&](const Json &options, int) -> Result<Json> {
            if (!place.isThrough)
                return set(options);
            const Json through =
                set(options.find("through"_L1) ? options.value("through"_L1) : Json(Json::Object()));
            return through.members().isEmpty() ? without(options, "through"_L1)
                                               : withKey(options, u"through"_s, through);
        });
}

Json::Array selectedAttributes(const Json &options, const Table &table)
{
    const Json *given = options.find("attributes"_L1);
    if (given && given->isArray())
        return given->items();
    Json::Array entries = allNames(table);
    if (given && given->isObject()) {
        const Json excluded = given->value("exclude"_L1);
        for (const Json &name : excluded.items())
            entries.removeAll(name);
        const Json included = given->value("include"_L1);
        entries += included.items();
    }
    return entries;
}

Result<Json> withAttribute(const Json &find, const Schema &schema, const FindPlace &place,
                           const QString &attribute, bool isSelected)
{
    const int position = tableAt(find, schema, place);
    const auto options = optionsAt(find, schema, place);
    if (position < 0 || !options)
        return gone();
    const Json::Array names = allNames(schema.tables[position]);
    Json::Array entries = selectedAttributes(*options, schema.tables[position]);
    const Json name(attribute);
    if (!isSelected) {
        entries.removeAll(name);
    } else if (!entries.contains(name)) {
        const auto after = std::find_if(entries.begin(), entries.end(), [&](const Json &entry) {
            return names.indexOf(entry) > names.indexOf(name);
        });
        entries.insert(after, name);
    }
    return withOption(find, schema, place, u"attributes"_s, entries == names ? Json() : Json(entries));
}

}
