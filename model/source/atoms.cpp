#include "model/source/atoms.h"

namespace model::source {

Atoms::Atoms()
{
    m_texts.emplace_back();
}

Atom Atoms::of(QByteArrayView utf8)
{
    if (const auto found = m_byText.constFind(utf8); found != m_byText.cend())
        return {*found};
    const Entry &entry = m_texts.emplace_back(utf8.toByteArray(), QString::fromUtf8(utf8));
    const auto number = quint32(m_texts.size() - 1);
    m_byText.insert(entry.utf8, number);
    return {number};
}

Atom Atoms::of(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return of(QByteArrayView(utf8));
}

Atom Atoms::symbol(const QString &text)
{
    if (const auto found = m_symbols.constFind(text); found != m_symbols.cend())
        return {*found};
    m_texts.push_back({text.toUtf8(), text, true});
    const auto number = quint32(m_texts.size() - 1);
    m_symbols.insert(text, number);
    return {number};
}

}
