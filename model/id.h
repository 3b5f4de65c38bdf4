#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <functional>

namespace model {

/// Names one element of a project for as long as the project is open, through renames and undo.
/// Zero names nothing.
template <typename Tag>
struct Id
{
    quint32 value = 0;

    bool isNull() const { return value == 0; }
    auto operator<=>(const Id &) const = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return std::hash<quint32>()(id.value) ^ seed;
}

using ModelId = Id<struct ModelTag>;
using AttributeId = Id<struct AttributeTag>;
using IndexId = Id<struct IndexTag>;
using AssociationId = Id<struct AssociationTag>;
using QueryId = Id<struct QueryTag>;

}
