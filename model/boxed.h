#pragma once

#include <QSharedData>
#include <QSharedDataPointer>

#include <optional>
#include <utility>

namespace model {

/// A value that seldom is another than T{}: until then it costs a pointer. Copies share it.
template <typename T>
class Seldom
{
public:
    Seldom() = default;
    Seldom(T value) : m_box(new Box(std::move(value))) { }

    const T &operator*() const
    {
        static const T none{};
        return isBoxed() ? m_box.constData()->value : none;
    }
    const T *operator->() const { return &**this; }

    /// The value, to be changed.
    T &edit()
    {
        if (!isBoxed())
            m_box = new Box(T{});
        return m_box->value;
    }
    void reset() { m_box.reset(); }

    bool operator==(const Seldom &other) const
    {
        return m_box.constData() == other.m_box.constData() || **this == *other;
    }

protected:
    bool isBoxed() const { return m_box.constData() != nullptr; }

private:
    struct Box : QSharedData
    {
        explicit Box(T given) : value(std::move(given)) { }
        T value;
    };

    QSharedDataPointer<Box> m_box;
};

/// An optional that costs a pointer while it is empty. What an empty one reads as is T{}.
template <typename T>
class Boxed : public Seldom<T>
{
public:
    Boxed() = default;
    Boxed(std::nullopt_t) { }
    Boxed(T value) : Seldom<T>(std::move(value)) { }

    bool has_value() const { return this->isBoxed(); }
    explicit operator bool() const { return this->isBoxed(); }
    T value_or(T other) const { return has_value() ? **this : std::move(other); }

    bool operator==(const Boxed &other) const
    {
        return has_value() == other.has_value() && Seldom<T>::operator==(other);
    }
};

}
