#include "model/file/optionreader.h"

#include "model/javascript.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

QString OptionReader::path() const
{
    QString text;
    for (const Step &step : m_path) {
        if (step.index >= 0)
            text += u'[' + QString::number(step.index) + u']';
        else
            text += (text.isEmpty() ? QString() : u"."_s) + step.key;
    }
    return text;
}

void OptionReader::refuseAt(int offset, const QString &message)
{
    if (!m_fault)
        m_fault = errorAt(m_text, offset, message);
}
void OptionReader::expected(const Json &found, const QString &what)
{
    refuse(found,
           m_path.isEmpty() ? Text::tr("expected %1, found %2").arg(what, found.kindName())
                            : Text::tr("%1: expected %2, found %3").arg(path(), what, found.kindName()));
}

QString OptionReader::textOf(const Json &value) const
{
    return QString::fromUtf8(m_text.mid(value.offset(), value.end() - value.offset()));
}

void OptionReader::readValue(const Json &json, QString &value)
{
    if (!json.isString())
        return expected(json, Text::tr("text"));
    value = json.string();
}

void OptionReader::readValue(const Json &json, std::optional<bool> &value)
{
    if (!json.isBoolean())
        return expected(json, Text::tr("true or false"));
    value = json.boolean();
}

void OptionReader::readValue(const Json &json, Number &value)
{
    if (!json.isNumber() || !std::isfinite(json.toDouble()))
        return expected(json, Text::tr("a number"));
    value.value = json.toDouble();
    value.text = json.numberText();
}

void OptionReader::readValue(const Json &json, NameOrFlag &value)
{
    if (json.isBoolean())
        value.flag = json.boolean();
    else if (json.isString())
        value.name = json.string();
    else
        expected(json, Text::tr("a name, true or false"));
}

void OptionReader::readValue(const Json &json, Type &type)
{
    if (json.isObject() && json.members().size() == 1 && json.find("$raw"_L1)
        && json.find("$raw"_L1)->isString()) {
        type = rawType(json.value(u"$raw").string());
        return;
    }
    if (!json.isString())
        return expected(json, Text::tr("a type"));
    const QString text = json.string();
    if (const auto known = m_types.constFind(text); known != m_types.cend()) {
        type = *known;
        return;
    }
    auto parsed = parseType(text);
    if (!parsed)
        return refuse(json, path() + u": "_s + parsed.error().message);
    type = *m_types.insert(text, std::move(*parsed));
}

void OptionReader::readEnumValues(const Json &json, Type &type)
{
    if (!json.isArray())
        return expected(json, Text::tr("a list of values"));
    QStringList texts;
    for (const Json &item : json.items()) {
        if (!item.isString() && !item.isNumber())
            return expected(item, Text::tr("a text"));
        texts.append(item.isString() ? javascriptText(item.string()) : item.numberText());
    }
    auto parsed = parseType(u"ENUM("_s + texts.join(u", "_s) + u')');
    if (!parsed)
        return refuse(json, path() + u": "_s + parsed.error().message);
    type = std::move(*parsed);
    type.hasValuesApart = true;
}

void OptionReader::readValue(const Json &json, Unique &unique)
{
    if (json.isBoolean()) {
        unique.flag = json.boolean();
    } else if (json.isString()) {
        unique.name = json.string();
    } else if (json.isObject()) {
        unique.isObject = true;
        readObject(*this, json, unique);
    } else {
        expected(json, Text::tr("true, false, a name or an object"));
    }
}

void OptionReader::readValue(const Json &json, TableName &table)
{
    if (json.isString()) {
        table.table = json.string();
    } else if (json.isObject()) {
        table.isObject = true;
        readObject(*this, json, table);
        if (table.table.isNull())
            refuse(json, Text::tr("%1: \"tableName\" is missing").arg(path()));
    } else {
        expected(json, Text::tr("a table's name"));
    }
}

void OptionReader::readValue(const Json &json, References &references)
{
    references.isNone = json.isNull();
    if (references.isNone)
        return;
    readObject(*this, json, references);
    if (references.model.table.isNull())
        refuse(json, Text::tr("%1: \"model\" is missing").arg(path()));
}

void OptionReader::readValue(const Json &json, Inflections &name)
{
    readObject(*this, json, name);
}

void OptionReader::readValue(const Json &json, IndexField &field)
{
    if (json.isString()) {
        field.name = json.string();
        return;
    }
    if (!json.isObject())
        return expected(json, Text::tr("a column, or an object"));
    if (const Json *literal = json.find("$literal"_L1)) {
        readValue(*literal, field.literal);
        return;
    }
    if (json.find("$fn"_L1)) {
        checkSpecialValue(json);
        field.function = json;
        return;
    }
    field.isObject = true;
    readObject(*this, json, field);
}

void OptionReader::readValue(const Json &json, QList<UniqueKeyOption> &keys)
{
    if (!json.isObject())
        return expected(json, Text::tr("an object of unique keys"));
    for (const Json::Member &member : json.members()) {
        UniqueKeyOption key{.name = member.key};
        readObject(*this, member.value, key);
        keys.append(std::move(key));
    }
}

void OptionReader::readValue(const Json &json, ModelOptions &options)
{
    readObject(*this, json, options);
}

void OptionReader::readValue(const Json &json, Alias &as)
{
    if (json.isString()) {
        as.name = json.string();
    } else if (json.isObject()) {
        as.isObject = true;
        readObject(*this, json, as);
    } else {
        expected(json, Text::tr("a name, or {singular, plural}"));
    }
}

void OptionReader::readValue(const Json &json, Through &through)
{
    if (json.isString()) {
        through.model = json.string();
    } else if (json.isObject()) {
        through.isObject = true;
        readObject(*this, json, through);
    } else {
        expected(json, Text::tr("a name, or an object"));
    }
}

void OptionReader::readValue(const Json &json, ForeignKey &key)
{
    if (json.isString()) {
        key.attribute.edit().name = json.string();
    } else if (json.isObject()) {
        key.isObject = true;
        key.isByFieldName = !json.find("name"_L1) && json.find("fieldName"_L1);
        MemberReader members(*this, json);
        if (key.isByFieldName)
            members("fieldName", key.attribute.edit().name);
        visitMembers(members, key.attribute.edit());
    } else {
        expected(json, Text::tr("a name, or an attribute"));
    }
}

void OptionReader::checkSpecialValue(const Json &value)
{
    if (!value.isObject() || value.members().size() != 1 || !value.members()[0].key.startsWith(u'$'))
        return;
    const auto &[key, inner, offset] = value.members()[0];
    if (key == u"$default") {
        if (inner.string() != u"NOW" && inner.string() != u"UUIDV1" && inner.string() != u"UUIDV4")
            refuse(inner, Text::tr("$default: expected \"NOW\", \"UUIDV1\" or \"UUIDV4\""));
    } else if (key == u"$fn") {
        if (!inner.isArray() || inner.items().isEmpty() || !inner.items()[0].isString())
            refuse(inner, Text::tr("$fn: expected [NAME, ARGUMENT…]"));
    } else if (key == u"$literal" || key == u"$date" || key == u"$hex") {
        if (!inner.isString())
            refuse(inner, Text::tr("%1: expected text, found %2").arg(key, inner.kindName()));
    } else if (key != u"$value") {
        refuseAt(
            offset,
            Text::tr("unknown value %1: expected $default, $fn, $literal, $date, $hex or $value").arg(key));
    }
}

}
