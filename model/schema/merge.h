#pragma once

#include "model/project/project.h"

/// Options laid over others.
namespace model {

/// Which of two values of one option holds.
enum class Precedence {
    Given, ///< the new one, where it is given
    Existing, ///< the one that is there, where it is given
};

inline bool isGiven(bool value)
{
    return value;
}
inline bool isGiven(const QString &value)
{
    return !value.isNull();
}
inline bool isGiven(const Type &value)
{
    return !value.isMissing();
}
template <typename T>
bool isGiven(const std::optional<T> &value)
{
    return value.has_value();
}
template <typename T>
bool isGiven(const Boxed<T> &value)
{
    return value.has_value();
}
template <typename T>
bool isGiven(const Seldom<T> &value)
{
    return value->isGiven();
}
template <typename T>
requires requires(const T &value)
{
    value.isGiven();
}
bool isGiven(const T &value)
{
    return value.isGiven();
}

template <typename T>
void merge(T &existing, const T &given, Precedence precedence)
{
    if (isGiven(given) && (precedence == Precedence::Given || !isGiven(existing)))
        existing = given;
}
/// A flag of a column, which is false where its attribute says nothing.
inline void merge(bool &existing, const std::optional<bool> &given, Precedence precedence)
{
    if (given && (precedence == Precedence::Given || !existing))
        existing = *given;
}

}
