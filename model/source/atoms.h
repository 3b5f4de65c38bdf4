#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <deque>

namespace model::source {

/// A name, or a symbol such as `Op.gt`, as a number that is quick to compare.
struct Atom
{
    quint32 value = 0; ///< 0 names nothing

    bool isNull() const { return value == 0; }
    auto operator<=>(const Atom &) const = default;
};

inline size_t qHash(Atom atom, size_t seed = 0)
{
    return std::hash<quint32>()(atom.value) ^ seed;
}

/// The names of everything that is read, each once.
class Atoms
{
public:
    Atoms();

    Atom of(QByteArrayView utf8);
    Atom of(const QString &text);
    /// A symbol that equals no name: `$gt` for `Op.gt`.
    Atom symbol(const QString &text);

    const QString &text(Atom atom) const { return m_texts[atom.value].text; }
    bool isSymbol(Atom atom) const { return m_texts[atom.value].isSymbol; }

private:
    struct Entry
    {
        QByteArray utf8;
        QString text;
        bool isSymbol = false;
    };

    std::deque<Entry> m_texts;
    QHash<QByteArrayView, quint32> m_byText;
    QHash<QString, quint32> m_symbols;
};

}
