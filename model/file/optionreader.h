#pragma once

#include "model/project/describe.h"

#include <QHash>
#include <QVarLengthArray>

namespace model {

/// Turns JSON into the values of options, and knows where in the file it is. The first fault stays; whatever
/// is read after it is thrown away.
class OptionReader
{
public:
    /// A key, or the position in a list.
    struct Step
    {
        QLatin1StringView key;
        qsizetype index = -1;
    };

    explicit OptionReader(const QByteArray &text) : m_text(text) { }

    const std::optional<Error> &fault() const { return m_fault; }
    void enter(Step step) { m_path.append(step); }
    void leave() { m_path.removeLast(); }
    QString textOf(const Json &value) const;

    void readValue(const Json &json, QString &value);
    void readValue(const Json &json, std::optional<bool> &value);
    void readValue(const Json &json, Number &value);
    void readValue(const Json &json, std::optional<Number> &value) { readValue(json, value.emplace()); }
    void readValue(const Json &json, Json &value) { value = json; }
    void readValue(const Json &json, Boxed<Json> &value) { value = json; }
    void readValue(const Json &json, NameOrFlag &value);
    void readValue(const Json &json, Type &type);
    /// The list beside an ENUM that has no values itself.
    void readEnumValues(const Json &json, Type &type);
    void readValue(const Json &json, Unique &unique);
    void readValue(const Json &json, TableName &table);
    void readValue(const Json &json, References &references);
    void readValue(const Json &json, Inflections &name);
    void readValue(const Json &json, IndexField &field);
    void readValue(const Json &json, QList<UniqueKeyOption> &keys);
    void readValue(const Json &json, ModelOptions &options);
    void readValue(const Json &json, Alias &as);
    void readValue(const Json &json, Through &through);
    void readValue(const Json &json, ForeignKey &key);
    template <typename T>
    void readValue(const Json &json, Seldom<T> &value)
    {
        readValue(json, value.edit());
    }
    template <typename T>
    void readValue(const Json &json, QList<T> &list)
    {
        readList(*this, json, list);
    }

protected:
    /// Where in the project the reader is: `models[3].name`.
    QString path() const;
    void refuse(const Json &at, const QString &message) { refuseAt(at.offset(), message); }
    void refuseAt(int offset, const QString &message);
    void expected(const Json &found, const QString &what);

    /// `{ "$default": … }` and its kin, in a default value.
    void checkSpecialValue(const Json &value);

    /// `reader` knows how the members are read.
    template <typename Reader, typename Struct>
    static void readObject(Reader &reader, const Json &json, Struct &value);
    template <typename Reader, typename T>
    static void readList(Reader &reader, const Json &json, QList<T> &list);

private:
    const QByteArray &m_text;
    QVarLengthArray<Step, 16> m_path;
    std::optional<Error> m_fault;
    QHash<QString, Type> m_types; ///< by their texts, of which there are few
};

/// One object's keys, as visitMembers() asks for them.
template <typename Reader>
class MemberReader
{
public:
    MemberReader(Reader &reader, const Json &object)
        : m_reader(reader), m_object(object), m_left(object.members().size())
    {
    }

    template <typename T>
    void operator()(const char *key, T &member)
    {
        read(key, [&](const Json &value) { m_reader.readValue(value, member); });
    }
    void values(const char *key, Type &type)
    {
        if (type.name == TypeName::Enum && type.values.isEmpty())
            read(key, [&](const Json &value) { m_reader.readEnumValues(value, type); });
    }
    void operator()(UnknownKeys &unknown)
    {
        if (m_left == 0)
            return;
        for (const Json::Member &member : m_object.members()) {
            if (!m_known.contains(member.key))
                unknown.append({member.key, m_reader.textOf(member.value)});
        }
    }
    void skip(QLatin1StringView key) { m_known.append(key); }

private:
    template <typename Read>
    void read(const char *key, Read readValue)
    {
        if (m_left == 0 || m_reader.fault())
            return;
        const QLatin1StringView name(key);
        m_known.append(name);
        const Json *value = m_object.find(name);
        if (!value)
            return;
        --m_left;
        m_reader.enter({name});
        readValue(*value);
        m_reader.leave();
    }

    Reader &m_reader;
    const Json &m_object;
    qsizetype m_left; ///< members that nothing has asked for
    QVarLengthArray<QLatin1StringView, 40> m_known;
};

template <typename Reader, typename Struct>
void OptionReader::readObject(Reader &reader, const Json &json, Struct &value)
{
    if (!json.isObject())
        return reader.expected(json, Text::tr("an object"));
    MemberReader members(reader, json);
    visitMembers(members, value);
}

template <typename Reader, typename T>
void OptionReader::readList(Reader &reader, const Json &json, QList<T> &list)
{
    if (!json.isArray())
        return reader.expected(json, Text::tr("a list"));
    list.reserve(json.items().size());
    for (const Json &item : json.items()) {
        reader.enter({{}, list.size()});
        reader.readValue(item, list.emplaceBack());
        reader.leave();
        if (reader.fault())
            return;
    }
}

}
