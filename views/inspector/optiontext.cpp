#include "views/inspector/optiontext.h"

#include "model/project/describe.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace views {

namespace {

using model::Json;
using model::Result;

const QStringList madeValues{u"NOW"_s, u"UUIDV1"_s, u"UUIDV4"_s};

Result<Json> jsonOf(const QString &text)
{
    auto json = model::parseJson(text.toUtf8());
    if (!json)
        return model::refusal(model::Text::tr("expected JSON: %1").arg(json.error().message));
    return json->placeless();
}

std::optional<bool> flagOf(const QString &text)
{
    if (text == u"true")
        return true;
    return text == u"false" ? std::optional(false) : std::nullopt;
}

/// A text that would be read as something else needs its quotes.
bool needsQuotes(const QString &text)
{
    return text.isEmpty() || text != text.trimmed() || madeValues.contains(text) || text.startsWith(u'"')
        || text.startsWith(u'{') || text.startsWith(u'[') || model::parseJson(text.toUtf8());
}

void addMember(Json &json, const char *key, const QString &value)
{
    if (!value.isNull())
        json.set(QString::fromLatin1(key), value);
}

void addMember(Json &json, const char *key, const std::optional<model::Number> &value)
{
    if (value)
        json.set(QString::fromLatin1(key), Json::number(value->text));
}

void addMember(Json &json, const char *key, const QStringList &value)
{
    Json::Array items;
    for (const QString &item : value)
        items.append(Json(item));
    json.set(QString::fromLatin1(key), Json(items));
}

/// What is given of an option that is an object.
template <typename T>
Json objectOf(const T &value)
{
    Json json{Json::Object()};
    model::describe(model::Of<T>(),
                    [&](const char *key, auto member) { addMember(json, key, value.*member); });
    return json;
}

bool takeMember(const Json &json, QString &value)
{
    value = json.string();
    return json.isString();
}

bool takeMember(const Json &json, std::optional<model::Number> &value)
{
    value.emplace();
    value->value = json.toDouble();
    value->text = json.numberText();
    return json.isNumber();
}

bool takeMember(const Json &json, QStringList &value)
{
    for (const Json &item : json.items())
        value.append(item.string());
    return !value.isEmpty() && !value.contains(QString());
}

/// The first key of an object that an option does not take, or not with that value; null where all are taken.
template <typename T>
QString takeObject(const Json &json, T &value)
{
    QString wrong;
    for (const Json::Member &given : json.members()) {
        bool isTaken = false;
        model::describe(model::Of<T>(), [&](const char *key, auto member) {
            if (given.key == QLatin1StringView(key))
                isTaken = takeMember(given.value, value.*member);
        });
        if (!isTaken && wrong.isNull())
            wrong = given.key;
    }
    return wrong;
}

Json valueOf(const QString &text)
{
    if (madeValues.contains(text))
        return Json(Json::Object{{u"$default"_s, text}});
    const auto json = jsonOf(text);
    return json ? *json : Json(text);
}

}

QString textOf(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? u"true"_s : u"false"_s;
}

QString textOf(const model::NameOrFlag &value)
{
    return value.flag ? textOf(value.flag) : value.name;
}

QString textOf(const std::optional<model::Number> &value)
{
    return value ? value->text : QString();
}

QString textOf(const model::Boxed<Json> &value)
{
    if (!value)
        return {};
    if (value->isString() && !needsQuotes(value->string()))
        return value->string();
    const Json *made = value->members().size() == 1 ? value->find(u"$default") : nullptr;
    if (made && madeValues.contains(made->string()))
        return made->string();
    return model::inlineJson(*value);
}

QString textOf(const Json &value)
{
    return value.isNull() ? QString() : textOf(model::Boxed<Json>(value));
}

QString textOf(const model::Type &value)
{
    if (value.isMissing())
        return {};
    return value.declaredRaw ? model::inlineJson(Json(Json::Object{{u"$raw"_s, value.text}})) : value.text;
}

QString textOf(const model::Unique &value)
{
    if (!value.isObject)
        return value.flag ? textOf(value.flag) : value.name;
    return model::inlineJson(objectOf(value));
}

QString textOf(const QList<model::IndexField> &value)
{
    QStringList names;
    Json::Array parts;
    bool isPlain = true;
    for (const model::IndexField &field : value) {
        if (!field.literal.isNull()) {
            parts.append(Json(Json::Object{{u"$literal"_s, field.literal}}));
        } else if (field.function) {
            parts.append(*field.function);
        } else if (field.isObject) {
            parts.append(objectOf(field));
        } else {
            parts.append(Json(field.name));
        }
        isPlain = isPlain && parts.last().isString() && !field.name.contains(u',')
            && field.name == field.name.trimmed() && !field.name.startsWith(u'[');
        names.append(field.name);
    }
    return isPlain ? names.join(u", "_s) : model::inlineJson(Json(parts));
}

QString textOf(const QList<model::UniqueKeyOption> &value)
{
    if (value.isEmpty())
        return {};
    Json::Object keys;
    for (const model::UniqueKeyOption &key : value)
        keys.append({key.name, objectOf(key)});
    return model::inlineJson(Json(keys));
}

Result<void> takeText(const QString &text, QString &value)
{
    value = text;
    return {};
}

Result<void> takeText(const QString &text, std::optional<bool> &value)
{
    value = flagOf(text);
    if (!text.isEmpty() && !value)
        return model::refusal(model::Text::tr("expected true or false"));
    return {};
}

Result<void> takeText(const QString &text, model::NameOrFlag &value)
{
    value = {};
    value.flag = flagOf(text);
    if (!value.flag)
        value.name = text;
    return {};
}

Result<void> takeText(const QString &text, std::optional<model::Number> &value)
{
    value.reset();
    if (text.isEmpty())
        return {};
    const auto json = jsonOf(text);
    if (!json || !json->isNumber())
        return model::refusal(model::Text::tr("expected a number"));
    value.emplace();
    value->value = json->toDouble();
    value->text = json->numberText();
    return {};
}

Result<void> takeText(const QString &text, model::Boxed<Json> &value)
{
    value.reset();
    if (text.isEmpty())
        return {};
    if (text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'"')) {
        const auto json = jsonOf(text);
        if (!json)
            return tl::unexpected(json.error());
        value = *json;
        return {};
    }
    value = valueOf(text);
    return {};
}

Result<void> takeText(const QString &text, Json &value)
{
    model::Boxed<Json> taken;
    const auto result = takeText(text, taken);
    if (result)
        value = taken.value_or(Json());
    return result;
}

Result<void> takeText(const QString &text, model::Type &value)
{
    if (text.isEmpty()) {
        value = {};
        return {};
    }
    if (text.startsWith(u'{')) {
        const auto json = jsonOf(text);
        if (!json || !json->value(u"$raw").isString())
            return model::refusal(model::Text::tr("expected a type, or { \"$raw\": \"…\" }"));
        value = model::rawType(json->value(u"$raw").string());
        value.declaredRaw = true;
        return {};
    }
    const auto type = model::parseType(text);
    if (!type)
        return tl::unexpected(type.error());
    value = *type;
    return {};
}

Result<void> takeText(const QString &text, model::Unique &value)
{
    const model::UnknownKeys unknown = value.unknown;
    value = {};
    value.flag = flagOf(text);
    if (text.isEmpty() || value.flag)
        return {};
    if (!text.startsWith(u'{')) {
        value.name = text;
        return {};
    }
    const auto json = jsonOf(text);
    if (!json)
        return tl::unexpected(json.error());
    value.isObject = true;
    value.unknown = unknown;
    if (!takeObject(*json, value).isNull())
        return model::refusal(model::Text::tr("expected the texts name and msg"));
    return {};
}

Result<void> takeText(const QString &text, model::TableName &value)
{
    value.table = text;
    value.isObject = !value.schema.isNull();
    return {};
}

Result<void> takeText(const QString &text, model::Alias &value)
{
    value.name = text;
    // Without a plural there is nothing that the singular belongs to.
    if (text.isNull())
        value = {};
    return {};
}

Result<void> takeText(const QString &text, model::ForeignKey &value)
{
    value.attribute.edit().name = text;
    return {};
}

namespace {

Result<model::IndexField> indexFieldOf(const Json &part)
{
    model::IndexField field;
    if (part.isString()) {
        field.name = part.string();
        return field;
    }
    if (part.value(u"$literal").isString()) {
        field.literal = part.value(u"$literal").string();
        return field;
    }
    if (part.value(u"$fn").isArray()) {
        field.function = part.placeless();
        return field;
    }
    field.isObject = true;
    const QString wrong = takeObject(part, field);
    if (field.name.isEmpty())
        return model::refusal(model::Text::tr("expected a column, or { \"name\": … }"));
    if (!wrong.isNull()) {
        return model::refusal(model::Text::tr("no %1 here: expected %2")
                                  .arg(wrong, model::keysOf<model::IndexField>().join(u", "_s)));
    }
    return field;
}

}

Result<void> takeText(const QString &text, QList<model::IndexField> &value)
{
    value.clear();
    if (!text.startsWith(u'[')) {
        for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
            if (!name.trimmed().isEmpty())
                value.append({.name = name.trimmed()});
        }
        return {};
    }
    const auto json = jsonOf(text);
    if (!json)
        return tl::unexpected(json.error());
    for (const Json &part : json->items()) {
        const auto field = indexFieldOf(part);
        if (!field)
            return tl::unexpected(field.error());
        value.append(*field);
    }
    return {};
}

Result<void> takeText(const QString &text, QList<model::UniqueKeyOption> &value)
{
    const QList<model::UniqueKeyOption> before = value;
    value.clear();
    if (text.isEmpty())
        return {};
    const auto json = jsonOf(text);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isObject())
        return model::refusal(model::Text::tr("expected { NAME: { \"fields\": [COLUMN, …] } }"));
    for (const Json::Member &member : json->members()) {
        model::UniqueKeyOption key{.name = member.key};
        for (const model::UniqueKeyOption &old : before) {
            if (old.name == key.name)
                key.unknown = old.unknown;
        }
        takeObject(member.value, key);
        if (key.fields.isEmpty() || key.fields.contains(QString()))
            return model::refusal(
                model::Text::tr("%1: expected { \"fields\": [COLUMN, …] }").arg(member.key));
        value.append(key);
    }
    return {};
}

}
