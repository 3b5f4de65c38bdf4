#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace views {

/// Where the values of a JSON text stand, so that one of many can be read without making objects of all. The
/// text is the program's own and is not checked. Values are known by number; the whole is 0.
class JsonIndex
{
public:
    JsonIndex() = default;
    explicit JsonIndex(QByteArray text);

    const QByteArray &text() const { return m_text; }
    bool isEmpty() const { return m_values.empty(); }
    bool isArray(quint32 value) const { return first(value) == '['; }
    bool isObject(quint32 value) const { return first(value) == '{'; }
    bool isString(quint32 value) const { return first(value) == '"'; }
    bool isNull(quint32 value) const { return first(value) == 'n'; }
    bool isNumber(quint32 value) const
    {
        return first(value) == '-' || (first(value) >= '0' && first(value) <= '9');
    }

    /// The number of what follows a value and everything in it: its next sibling, or what ends its parent.
    quint32 behind(quint32 value) const { return m_values[value].next; }
    /// The values directly inside an array or object, in order.
    std::vector<quint32> children(quint32 value) const;
    qsizetype childCount(quint32 value) const;
    /// The value of an object's key; 0 where it has none.
    quint32 child(quint32 value, const QString &key) const;
    /// The key that a value stands under; null in an array.
    QString key(quint32 value) const;
    /// The value as it is written.
    QByteArray slice(quint32 value) const;
    /// A string without its quotes, any other value as it is written.
    QString toText(quint32 value) const;

private:
    struct Value
    {
        quint32 begin; ///< in the text
        quint32 end;
        quint32 key; ///< where its key begins; 0 is none
        quint32 next; ///< the number behind it and everything in it
    };

    char first(quint32 value) const { return m_text[m_values[value].begin]; }
    QString unquoted(quint32 begin, quint32 end) const;

    QByteArray m_text;
    std::vector<Value> m_values;
};

}
