#pragma once

#include "model/project/describe.h"
#include "model/source/conversion.h"

using namespace Qt::StringLiterals;

namespace model::source {

/// Reads the options of an object as visitMembers() asks for them, by the one list of a project's keys. What
/// that list does not know is kept as it is, if it is data.
class OptionReader
{
public:
    /// `skipped` are keys that mean nothing here, or that are read apart.
    OptionReader(Conversion &conversion, const Object &object, QString what, SourceEntry *entry,
                 QStringList skipped = {})
        : m_conversion(conversion), m_object(object), m_what(std::move(what)), m_skipped(std::move(skipped))
    {
        for (const Property &property : object.properties.all()) {
            if (entry && property.place.isKnown())
                entry->options.insert(conversion.nameOf(property.key), conversion.rangeOf(property.place));
        }
        if (const Unknown *unknown = object.unknownPart)
            conversion.note(unknown->place, u"a part of %1 is not known: %2"_s.arg(m_what, unknown->reason));
    }

    template <typename T>
    void operator()(const char *key, T &member)
    {
        // What an association is called on is no option.
        if constexpr (requires(Value value, QString what) { m_conversion.read(value, what, member); }) {
            if (const Property *found = given(key))
                m_conversion.read(found->value, u"%1 of %2"_s.arg(QLatin1StringView(key), m_what), member);
        }
    }
    /// `type: ENUM, values: […]`
    void values(const char *key, Type &type)
    {
        const Property *found = given(key);
        if (found && type.name == TypeName::Enum && type.values.isEmpty())
            type = m_conversion.enumOf(found->value, m_what);
    }
    void operator()(UnknownKeys &unknown)
    {
        for (const Property &property : m_object.properties.all()) {
            const QString &key = m_conversion.nameOf(property.key);
            if (!m_known.contains(key) && !m_skipped.contains(key) && !m_conversion.leaveOut(key, property))
                m_conversion.keep(unknown, key, property.value, m_what);
        }
    }

private:
    const Property *given(const char *key)
    {
        const QLatin1StringView name(key);
        if (m_skipped.contains(name))
            return nullptr;
        m_known.append(name);
        const Property *found = m_object.properties.find(m_conversion.evaluator().atom(key));
        return found && !found->value.isUndefined() ? found : nullptr;
    }

    Conversion &m_conversion;
    const Object &m_object;
    QString m_what;
    QStringList m_skipped;
    QStringList m_known;
};

}
