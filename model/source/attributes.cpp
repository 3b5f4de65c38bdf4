#include "model/source/optionreader.h"

namespace model::source {

Attribute Conversion::attributeOf(const QString &name, const Value &value, Place place, const QString &model)
{
    Attribute attribute;
    attribute.id = AttributeId{m_nextAttribute++};
    attribute.name = name;
    SourceEntry entry{.whole = rangeOf(place.isKnown() ? place : value.place)};
    const QString what = u"%1.%2"_s.arg(model, name);
    m_attribute = attribute.id;
    if (value.isObject() && value.object()->type == Object::Type::Plain) {
        readAttribute(value, what, attribute, entry);
        if (!value.object()->properties.find(m_evaluator.atom("type")) && !value.object()->unknownPart)
            note(value.place, u"%1 has no type"_s.arg(what));
    } else {
        read(value, u"type of "_s + what, attribute.type);
    }
    m_attribute = {};
    m_application.map.attributes.insert(attribute.id, entry);
    return attribute;
}

/// The options of an attribute, or of a foreign key that is given as one. Both have their names already.
void Conversion::readAttribute(const Value &value, const QString &what, Attribute &attribute,
                               SourceEntry &entry)
{
    OptionReader reader(*this, *value.object(), what, &entry,
                        {u"id"_s, u"name"_s, u"fieldName"_s, u"defaultValue"_s});
    visitMembers(reader, attribute);
    const Property *fallback = value.object()->properties.find(m_evaluator.atom("defaultValue"));
    if (!fallback || fallback->value.isUndefined())
        return;
    if (fallback->value.as<Function>())
        return count(u"defaults that are functions"_s, fallback->place);
    QString why;
    if (auto json = dataOf(fallback->value, &why))
        attribute.defaultValue = std::move(*json);
    else
        note(fallback->value.place, u"defaultValue of %1 is not known: %2"_s.arg(what, why));
}

void Conversion::read(const Value &value, const QString &what, Unique &unique)
{
    if (value.isText()) {
        unique.name = value.text();
    } else if (value.isObject() && value.object()->type == Object::Type::Plain) {
        unique.isObject = true;
        OptionReader reader(*this, *value.object(), what, nullptr);
        visitMembers(reader, unique);
    } else {
        read(value, what, unique.flag);
    }
}

void Conversion::read(const Value &value, const QString &what, TableName &table)
{
    if (const DeclaredModel *declared = modelFor(value)) {
        m_classReferences.insert(m_attribute, declared);
        table.table = declared->name;
    } else if (value.isObject() && value.object()->type == Object::Type::Plain) {
        table.isObject = true;
        OptionReader reader(*this, *value.object(), what, nullptr);
        visitMembers(reader, table);
    } else {
        read(value, what, table.table);
    }
}

void Conversion::read(const Value &value, const QString &what, References &references)
{
    references.isNone = value.isNull();
    if (value.isNull())
        return;
    if (modelFor(value))
        return read(value, what, references.model);
    if (!value.isObject())
        return noteValue(what, value);
    OptionReader reader(*this, *value.object(), what, nullptr);
    visitMembers(reader, references);
}

}
