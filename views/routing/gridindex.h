#pragma once

#include <QHash>
#include <QRectF>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace views {

/// Which rectangles are near a place: numbers filed under the squares of a coarse grid that they touch.
class GridIndex
{
public:
    void insert(int number, const QRectF &rect)
    {
        eachSquare(rect, [&](quint64 square) { m_squares[square].append(number); });
    }

    void remove(int number, const QRectF &rect)
    {
        eachSquare(rect, [&](quint64 square) {
            const auto found = m_squares.find(square);
            if (found != m_squares.end())
                found->removeIf([number](int other) { return other == number; });
        });
    }

    /// Calls visit(number) for everything whose squares the rectangle touches, in no particular order and
    /// sometimes more than once, until it returns true; says whether it did.
    template <typename Visit>
    bool find(const QRectF &rect, Visit visit) const
    {
        // Where more squares are asked for than there are, it is shorter to look at those.
        const qreal asked = (rect.width() / side + 1) * (rect.height() / side + 1);
        if (asked > qreal(m_squares.size()) * 2) {
            return std::any_of(m_squares.cbegin(), m_squares.cend(), [&](const auto &square) {
                return std::any_of(square.cbegin(), square.cend(), visit);
            });
        }
        bool isFound = false;
        eachSquare(rect, [&](quint64 square) {
            if (isFound)
                return;
            const auto found = m_squares.constFind(square);
            isFound = found != m_squares.cend() && std::any_of(found->cbegin(), found->cend(), visit);
        });
        return isFound;
    }

private:
    static constexpr qreal side = 256;

    template <typename Visit>
    static void eachSquare(const QRectF &rect, Visit visit)
    {
        const auto squareOf = [](qreal at) { return qint32(std::floor(at / side)); };
        const qint32 right = squareOf(rect.right());
        const qint32 bottom = squareOf(rect.bottom());
        for (qint32 y = squareOf(rect.top()); y <= bottom; ++y) {
            for (qint32 x = squareOf(rect.left()); x <= right; ++x)
                visit(quint64(quint32(y)) << 32 | quint32(x));
        }
    }

    QHash<quint64, QVarLengthArray<int, 6>> m_squares;
};

}
