#include "model/source/conversion.h"

#include "model/javascript.h"

using namespace Qt::StringLiterals;

/// Values as a project writes them.
namespace model::source {

namespace {

constexpr int deepest = 40;

Json special(const char *key, Json inner)
{
    return Json(Json::Object{{QLatin1StringView(key), std::move(inner)}});
}

/// The operator of `where(a, '>', b)`.
QString operatorNamed(const QString &sign)
{
    static const QHash<QString, QString> words{
        {u"="_s, u"$eq"_s},   {u"!="_s, u"$ne"_s},     {u"<>"_s, u"$ne"_s},
        {u">"_s, u"$gt"_s},   {u">="_s, u"$gte"_s},    {u"<"_s, u"$lt"_s},
        {u"<="_s, u"$lte"_s}, {u"LIKE"_s, u"$like"_s}, {u"NOT LIKE"_s, u"$notLike"_s},
        {u"IS"_s, u"$is"_s},  {u"IN"_s, u"$in"_s},     {u"NOT IN"_s, u"$notIn"_s}};
    return words.value(sign.toUpper());
}

}

std::optional<Json> Conversion::jsonOf(const Value &value, QString *why)
{
    return jsonPart(value, false, why, 0);
}

std::optional<Json> Conversion::dataOf(const Value &value, QString *why)
{
    return jsonPart(value, true, why, 0);
}

std::optional<Json> Conversion::jsonPart(const Value &value, bool isData, QString *why, int depth)
{
    if (depth > deepest || !m_evaluator.spend(1)) {
        *why = u"it is too deep"_s;
        return {};
    }
    switch (value.kind()) {
    case Value::Kind::Undefined:
    case Value::Kind::Null: return Json();
    case Value::Kind::Boolean: return Json(value.boolean());
    case Value::Kind::Number:
        if (!std::isfinite(value.number()))
            break;
        return Json::number(value.number());
    case Value::Kind::Text: return Json(value.text());
    case Value::Kind::Symbol: return Json(m_evaluator.atoms().text(value.atom()));
    case Value::Kind::Unknown: *why = value.unknown()->reason; return {};
    case Value::Kind::Object: break;
    }
    if (const List *list = value.as<List>()) {
        if (list->unknownPart) {
            *why = list->unknownPart->reason;
            return {};
        }
        Json::Array items;
        for (const Value &item : list->items) {
            auto json = jsonPart(item, isData, why, depth + 1);
            if (!json)
                return {};
            items.append(std::move(*json));
        }
        return Json(std::move(items));
    }
    if (const ExpressionValue *expression = value.as<ExpressionValue>())
        return expressionOf(*expression, why, depth);
    if (const DateValue *date = value.as<DateValue>())
        return special("$date", Json(isoDate(date->time)));
    if (const BytesValue *bytes = value.as<BytesValue>())
        return special("$hex", Json(QString::fromLatin1(bytes->bytes.toHex())));
    if (const DataTypeValue *type = value.as<DataTypeValue>()) {
        if (type->word == u"NOW" || type->word == u"UUIDV1" || type->word == u"UUIDV4")
            return special("$default", Json(type->word));
        *why = u"it is a type"_s;
        return {};
    }
    if (value.isObject() && value.object()->type == Object::Type::Plain) {
        if (value.object()->unknownPart) {
            *why = value.object()->unknownPart->reason;
            return {};
        }
        Json::Object members;
        bool hasSymbol = false;
        for (const Property &property : value.object()->properties.all()) {
            if (property.value.isUndefined())
                continue;
            const bool isSymbol = m_evaluator.atoms().isSymbol(property.key);
            hasSymbol = hasSymbol || isSymbol;
            auto json = property.isGetter ? std::optional<Json>()
                                          : jsonPart(property.value, isData && !isSymbol, why, depth + 1);
            if (!json) {
                if (why->isEmpty())
                    *why = u"it is a getter"_s;
                return {};
            }
            members.append({nameOf(property.key), std::move(*json)});
        }
        const bool looksSpecial = members.size() == 1 && members[0].key.startsWith(u'$');
        Json object(std::move(members));
        return isData && looksSpecial && !hasSymbol ? special("$value", std::move(object)) : object;
    }
    *why = value.as<Function>() ? u"it is a function"_s : u"it is no data"_s;
    return {};
}

std::optional<Json> Conversion::expressionOf(const ExpressionValue &value, QString *why, int depth)
{
    Json::Array arguments;
    for (const Value &argument : value.arguments) {
        if (value.name == u"cast" && argument.as<DataTypeValue>()) {
            const QString type = typeText(argument, why, 0);
            if (type.isNull())
                return {};
            arguments.append(Json(type));
            continue;
        }
        auto json = jsonPart(argument, false, why, depth + 1);
        if (!json)
            return {};
        arguments.append(std::move(*json));
    }
    if (arguments.isEmpty()) {
        *why = u"it has no arguments"_s;
        return {};
    }
    if (value.name == u"literal" || value.name == u"col") {
        if (arguments[0].isString())
            return special(value.name == u"literal" ? "$literal" : "$col", arguments[0]);
        if (arguments[0].isNumber() || arguments[0].isBoolean())
            return special("$literal", Json(compactJson(arguments[0])));
    } else if (value.name == u"fn") {
        if (arguments[0].isString())
            return special("$fn", Json(arguments));
    } else if (value.name == u"cast" && arguments.size() == 2) {
        return special("$cast", Json(arguments));
    } else if (value.name == u"where" && arguments.size() >= 2) {
        if (arguments.size() == 2)
            arguments.insert(1, Json(u"$eq"_s));
        if (const QString known = operatorNamed(arguments[1].string()); !known.isNull())
            arguments[1] = Json(known);
        return special("$where", Json(arguments));
    } else if (value.name == u"and" || value.name == u"or") {
        return special(value.name == u"and" ? "$and" : "$or", Json(arguments));
    }
    *why = u"%1(…) has no place in a project"_s.arg(value.name);
    return {};
}

// Find options --------------------------------------------------------------------------------------------

std::optional<Json> Conversion::findOf(const Value &options, const DeclaredModel &model, QString *why)
{
    return findPart(options, &model, why, 0);
}

std::optional<Json> Conversion::findPart(const Value &value, const DeclaredModel *model, QString *why,
                                         int depth)
{
    if (!value.isObject() || value.object()->type != Object::Type::Plain || value.object()->unknownPart
        || depth > deepest)
    {
        *why = value.isUnknown()   ? value.unknown()->reason
            : value.as<Function>() ? u"it is a function"_s
                                   : u"it is no data"_s;
        return {};
    }
    Json::Object members;
    for (const Property &property : value.object()->properties.all()) {
        const QString &key = nameOf(property.key);
        if (property.value.isUndefined())
            continue;
        std::optional<Json> json;
        if (key == u"include")
            json = includeOf(property.value, model, why, depth + 1);
        else if (key == u"order" || key == u"group")
            json = orderOf(property.value, why, depth + 1);
        else if (DeclaredModel *named = key == u"model" ? modelFor(property.value) : nullptr)
            json = Json(named->name);
        else if (key == u"association" && property.value.isObject())
            json = jsonPart(m_evaluator.get(property.value, "as"), false, why, depth + 1);
        else
            json = jsonPart(property.value, false, why, depth + 1);
        if (!json)
            return {};
        members.append({key, std::move(*json)});
    }
    return Json(std::move(members));
}

std::optional<Json> Conversion::includeOf(const Value &value, const DeclaredModel *model, QString *why,
                                          int depth)
{
    if (const List *list = value.as<List>()) {
        if (list->unknownPart) {
            *why = list->unknownPart->reason;
            return {};
        }
        Json::Array items;
        for (const Value &item : list->items) {
            auto json = includeOf(item, model, why, depth + 1);
            if (!json)
                return {};
            // One include, or the list that it was.
            if (json->isArray())
                items += json->items();
            else
                items.append(std::move(*json));
        }
        return Json(std::move(items));
    }
    if (value.isText())
        return Json(Json::Array{Json(value.text())});
    if (value.isObject() && value.object()->type == Object::Type::Association) {
        auto as = jsonPart(m_evaluator.get(value, "as"), false, why, depth + 1);
        return as ? std::optional<Json>(Json(Json::Array{Json(Json::Object{{u"association"_s, *as}})}))
                  : std::nullopt;
    }
    std::optional<Json> include;
    const DeclaredModel *target = modelFor(value);
    if (target) {
        include = Json(Json::Object{{u"model"_s, Json(target->name)}});
    } else {
        const Value named = value.isObject() ? m_evaluator.get(value, "model") : Value();
        target = modelFor(named);
        include = findPart(value, target, why, depth + 1);
    }
    if (!include)
        return {};
    // sequelize-typescript finds the alias of the one association with a model.
    if (target && model && model->type->code && !include->find("as"_L1)
        && m_evaluator.declarations().decoratedByType.contains(model->type))
    {
        Value alias;
        int count = 0;
        for (const DeclaredAssociation &each : m_evaluator.declarations().associations) {
            if (modelFor(each.source) == model && modelFor(each.target) == target) {
                ++count;
                alias = each.options.isObject() ? m_evaluator.get(each.options, "as") : Value();
            }
        }
        if (count == 1 && alias.isText())
            include->set(u"as"_s, Json(alias.text()));
    }
    return Json(Json::Array{std::move(*include)});
}

std::optional<Json> Conversion::orderOf(const Value &value, QString *why, int depth)
{
    if (const List *list = value.as<List>()) {
        Json::Array items;
        for (const Value &item : list->items) {
            auto json = depth < deepest ? orderOf(item, why, depth + 1) : std::nullopt;
            if (!json)
                return {};
            items.append(std::move(*json));
        }
        return Json(std::move(items));
    }
    if (const DeclaredModel *model = modelFor(value))
        return Json(Json::Object{{u"model"_s, Json(model->name)}});
    if (value.isObject() && value.object()->type == Object::Type::Association)
        return jsonPart(m_evaluator.get(value, "as"), false, why, depth + 1);
    if (value.isObject() && value.object()->type == Object::Type::Plain
        && modelFor(m_evaluator.get(value, "model")))
        return findPart(value, nullptr, why, depth + 1);
    return jsonPart(value, false, why, depth + 1);
}

}
