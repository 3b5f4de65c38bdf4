#pragma once

#include "model/result.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace model {

/// A JSON value that keeps what a text says beyond its meaning: the order of keys, how a number was
/// written, and where each value stood. Two values are equal when their texts mean and look the same;
/// where they stood does not count.
class Json
{
public:
    struct Member;
    using Array = QList<Json>;
    using Object = QList<Member>;

    Json() = default;
    Json(bool value) : m_value(value) { }
    Json(QString value) : m_value(std::move(value)) { }
    Json(Array value) : m_value(std::move(value)) { }
    Json(Object value);
    Json(const char *) = delete;

    static Json number(QString text);
    static Json number(double value);
    static Json number(qint64 value);
    /// A text that is written as it is.
    static Json verbatim(QString text) { return number(std::move(text)); }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isBoolean() const { return std::holds_alternative<bool>(m_value); }
    bool isNumber() const { return std::holds_alternative<Number>(m_value); }
    bool isString() const { return std::holds_alternative<QString>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isObject() const { return std::holds_alternative<Object>(m_value); }

    bool boolean() const { return isBoolean() && std::get<bool>(m_value); }
    /// The text of a string, or null.
    QString string() const { return isString() ? std::get<QString>(m_value) : QString(); }
    /// The text of a number as it was read, or null.
    QString numberText() const { return isNumber() ? std::get<Number>(m_value).text : QString(); }
    double toDouble() const;
    /// Empty unless the number is a whole one that 64 bits hold.
    std::optional<qint64> toInteger() const;
    /// These three refer into the value, which must have a name: value() is a copy, gone at the end of its line.
    const Array &items() const &;
    const Object &members() const &;
    /// The value of a key, or nullptr.
    const Json *find(QAnyStringView key) const &;
    const Json *find(QLatin1StringView key) const &;
    const Array &items() const && = delete;
    const Object &members() const && = delete;
    const Json *find(QAnyStringView key) const && = delete;
    const Json *find(QLatin1StringView key) const && = delete;
    /// The value of a key, or null.
    Json value(QAnyStringView key) const;
    void set(const QString &key, Json value);
    bool remove(QAnyStringView key);

    /// "an object", "text", "a number", …: for "expected …, found …".
    QString kindName() const;

    /// Where the value began in the text it was parsed from, in bytes; -1 when it was not parsed.
    int offset() const { return m_offset; }
    /// Where it ended.
    int end() const { return m_end; }
    void setRange(int offset, int end)
    {
        m_offset = offset;
        m_end = end;
    }

    /// The same value without its places.
    Json placeless() const;

    bool operator==(const Json &other) const;

private:
    struct Number
    {
        QString text;
        bool operator==(const Number &) const = default;
    };

    std::variant<std::monostate, bool, Number, QString, Array, Object> m_value;
    int m_offset = -1;
    int m_end = -1;
};

struct Json::Member
{
    QString key;
    Json value;
    int keyOffset = -1;

    bool operator==(const Member &other) const { return key == other.key && value == other.value; }
};

}

Q_DECLARE_TYPEINFO(model::Json, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(model::Json::Member, Q_RELOCATABLE_TYPE);

namespace model {

inline Json::Json(Object value) : m_value(std::move(value)) { }

// Not in the class, where Member is not known yet.
inline bool Json::operator==(const Json &other) const
{
    return m_value == other.m_value;
}

inline const Json *Json::find(QLatin1StringView key) const &
{
    for (const Member &member : members()) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

/// The deepest nesting that is read.
inline constexpr int deepestJson = 200;

enum class DuplicateKeys {
    Refused,
    LastWins, ///< as JavaScript's `JSON.parse`
};

/// Parses a whole text (RFC 8259). Nesting deeper than deepestJson and trailing text are refused; every
/// refusal has line and column.
Result<Json> parseJson(const QByteArray &text, DuplicateKeys duplicates = DuplicateKeys::Refused);

/// The members of an object in JavaScript's order: keys that are whole numbers first, ascending.
QList<const Json::Member *> javascriptOrder(const Json &object);

/// Line and column, in characters and from 1, of a byte of a UTF-8 text.
Error errorAt(const QByteArray &text, int offset, QString message);
/// The same by a place before it, which saves the way there.
Error errorAfter(const QByteArray &text, const Error &known, int offset);

/// One line: `{ "a": [1, 2], "b": [ { "c": null } ] }`.
QString inlineJson(const Json &value);
/// As `JSON.stringify(value)` writes it.
QString compactJson(const Json &value);
/// As `JSON.stringify(value, null, 2)` writes it.
QString indentedJson(const Json &value);
/// A string in quotes, escaped as `JSON.stringify` does.
QString quotedJson(QStringView text);

}
