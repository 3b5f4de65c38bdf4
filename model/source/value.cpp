#include "model/source/value.h"

#include "model/source/scope.h"

namespace model::source {

namespace {

constexpr size_t manyNames = 10;

/// Finds a name in a list that is searched while it is short and indexed when it is long.
template <typename Entries, typename NameOf>
int indexOfName(const Entries &entries, QHash<Atom, int> &index, Atom name, NameOf nameOf)
{
    if (entries.size() <= manyNames) {
        for (size_t i = 0; i < entries.size(); ++i) {
            if (nameOf(entries[i]) == name)
                return int(i);
        }
        return -1;
    }
    if (index.isEmpty()) {
        for (size_t i = 0; i < entries.size(); ++i)
            index.insert(nameOf(entries[i]), int(i));
    }
    return index.value(name, -1);
}

}

int Properties::indexOf(Atom key) const
{
    return indexOfName(m_all, m_index, key, [](const Property &property) { return property.key; });
}

const Property *Properties::find(Atom key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &m_all[size_t(index)];
}

Property *Properties::find(Atom key)
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &m_all[size_t(index)];
}

Property &Properties::set(Atom key, Value value, Place place)
{
    if (Property *found = find(key)) {
        *found = {key, value, place};
        return *found;
    }
    if (!m_index.isEmpty())
        m_index.insert(key, int(m_all.size()));
    return m_all.emplace_back(key, value, place);
}

bool Properties::remove(Atom key)
{
    const int index = indexOf(key);
    if (index < 0)
        return false;
    m_all.erase(m_all.begin() + index);
    m_index.clear();
    return true;
}

Binding *Scope::find(Atom name)
{
    const int index =
        indexOfName(m_bindings, m_index, name, [](const Binding &binding) { return binding.name; });
    return index < 0 ? nullptr : &m_bindings[size_t(index)];
}

Binding &Scope::declare(Atom name, Value value)
{
    if (Binding *found = find(name)) {
        *found = {name, value};
        return *found;
    }
    if (!m_index.isEmpty())
        m_index.insert(name, int(m_bindings.size()));
    return m_bindings.emplace_back(name, value);
}

Arena::Arena() = default;
Arena::~Arena() = default;

Scope *Arena::scope(Scope *parent)
{
    Scope &made = m_scopes.emplace_back();
    made.parent = parent;
    return &made;
}

}
