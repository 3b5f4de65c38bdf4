#pragma once

#include <QStringView>

#include <numeric>

/// Numbers that look like chance and are the same on every platform, for ever: the sample rows of a schema
/// hang on them.
namespace model::sample {

/// Every bit of the result depends on every bit of the number (splitmix64).
constexpr quint64 scrambled(quint64 x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

/// The key of a stream of numbers within another stream: by a number, or by a name.
constexpr quint64 mixed(quint64 key, quint64 number)
{
    return scrambled(key ^ scrambled(number));
}
inline quint64 mixed(quint64 key, QStringView name)
{
    quint64 hash = key ^ 0xcbf29ce484222325;
    for (const QChar c : name)
        hash = (hash ^ c.unicode()) * 0x100000001b3;
    return scrambled(hash);
}

/// A stream of numbers that a key stands for.
class Stream
{
public:
    explicit Stream(quint64 key) : m_state(key) { }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15;
        return scrambled(m_state);
    }
    /// 0 … limit - 1.
    qint64 below(qint64 limit) { return limit > 1 ? qint64(next() % quint64(limit)) : 0; }
    /// Both ends included.
    qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }
    bool oneIn(int count) { return below(count) == 0; }

private:
    quint64 m_state;
};

/// The numbers 0 … count - 1 in another order, without a list of them.
class Shuffle
{
public:
    Shuffle(quint64 key, qint64 count) : m_count(count < 1 ? 1 : count)
    {
        Stream stream(key);
        m_start = stream.below(m_count);
        m_step = m_count < 4 ? 1 : stream.between(m_count / 4, m_count - m_count / 4);
        while (std::gcd(m_step, m_count) != 1)
            ++m_step;
    }

    qint64 at(qint64 position) const { return (m_start + (position % m_count) * m_step) % m_count; }

private:
    qint64 m_count;
    qint64 m_start;
    qint64 m_step;
};

}
