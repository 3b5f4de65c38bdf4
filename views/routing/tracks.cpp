#include "views/routing/tracks.h"

#include "views/routing/fixedroutes.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int furthest = 14; ///< lines that a part is moved by, at most

/// A route as the lines of the lattice that its parts run on, in turns horizontal and vertical.
class Tracks
{
public:
    Tracks(const Lattice &lattice, const CoarsePath &coarse, const Gates &from, const Gates &to)
        : m_lattice(lattice), m_coarse(coarse), m_from(from.at(coarse.from)), m_to(to.at(coarse.to)), m_fromBox(from.box),
          m_toBox(to.box)
    {
        const QList<QPointF> corners = simplified(coarse.corners);
        m_lines.append(lineOf(corners.first(), isAcross(coarse.from)));
        for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
            const bool across = corners[i].y() == corners[i + 1].y();
            if (across != isPartAcross(m_lines.size() - 1))
                m_lines.append(lineOf(corners[i], across));
        }
        if (isAcross(coarse.to) != isPartAcross(m_lines.size() - 1))
            m_lines.append(lineOf(corners.last(), isAcross(coarse.to)));
        m_lines.first() = std::clamp(m_lines.first(), m_from.first, m_from.last());
        m_lines.last() = std::clamp(m_lines.last(), m_to.first, m_to.last());
    }

    void settle()
    {
        for (qsizetype part = 0; part < m_lines.size(); ++part)
            settle(part);
    }

    QList<QPointF> points() const
    {
        QList<QPointF> points{portOf(m_fromBox, m_coarse.from, cornerAt(0, m_from.line))};
        for (qsizetype part = 0; part + 1 < m_lines.size(); ++part)
            points.append(cornerAt(part, m_lines[part + 1]));
        points.append(portOf(m_toBox, m_coarse.to, cornerAt(m_lines.size() - 1, m_to.line)));
        return simplified(points);
    }

private:
    bool isPartAcross(qsizetype part) const { return isAcross(m_coarse.from) == (part % 2 == 0); }

    int lineOf(QPointF point, bool across) const
    {
        constexpr qreal half = Lattice::pitch / 2.0;
        return across ? m_lattice.lastRow(point.y() + half) : m_lattice.lastColumn(point.x() + half);
    }

    QPointF cornerAt(qsizetype part, int along) const
    {
        return isPartAcross(part) ? m_lattice.pointAt(along, m_lines[part])
                                  : m_lattice.pointAt(m_lines[part], along);
    }

    int before(qsizetype part) const { return part == 0 ? m_from.line : m_lines[part - 1]; }
    int after(qsizetype part) const { return part + 1 == m_lines.size() ? m_to.line : m_lines[part + 1]; }

    const LatticeCell &cell(bool across, int line, int along) const
    {
        return across ? m_lattice.at(along, line) : m_lattice.at(line, along);
    }

    /// What a stretch of a line costs, or anything above the most. Nothing if it comes too near to a box.
    std::optional<int> costOf(bool across, int line, int start, int end, int most) const
    {
        const auto [first, last] = std::minmax(start, end);
        int sum = 0;
        for (int along = first; along <= last && sum < most; ++along) {
            const LatticeCell &at = cell(across, line, along);
            if (at.near > 0)
                return {};
            sum += Lattice::pitch + burden(at, across);
            if ((across ? at.along : at.across) > 0)
                sum += along == start || along == end ? cost::shared : cost::crossing;
        }
        return sum;
    }

    std::optional<int> costAt(qsizetype part, int line, int atMost) const
    {
        // Neighbours that become shorter may still make good for what is too much.
        const int most = atMost + 2 * std::abs(line - m_lines[part]) * Lattice::pitch;
        const bool across = isPartAcross(part);
        std::optional<int> sum = costOf(across, line, before(part), after(part), most);
        if (!sum)
            return {};
        if (part == 0)
            *sum += m_from.costs[line - m_from.first];
        if (part + 1 == m_lines.size())
            *sum += m_to.costs[line - m_to.first];
        // What the parts before and after gain or lose.
        const auto neighbour = [&](int its, int otherEnd) {
            const int now = m_lines[part];
            const bool isLonger = std::abs(line - otherEnd) > std::abs(now - otherEnd);
            if (!isLonger)
                return std::optional(-std::abs(line - now) * Lattice::pitch);
            return costOf(!across, its, now, line, most);
        };
        if (part > 0) {
            const auto more = neighbour(m_lines[part - 1], before(part - 1));
            if (!more)
                return {};
            *sum += *more;
        }
        if (part + 1 < m_lines.size()) {
            const auto more = neighbour(m_lines[part + 1], after(part + 1));
            if (!more)
                return {};
            *sum += *more;
        }
        return sum;
    }

    /// Whether the neighbours of a part would still run in their directions.
    bool keepsShape(qsizetype part, int line) const
    {
        if (part == 0 && (line < m_from.first || line > m_from.last()))
            return false;
        if (part + 1 == m_lines.size() && (line < m_to.first || line > m_to.last()))
            return false;
        const auto isKept = [&](int other, bool isGate) {
            const int now = m_lines[part] - other;
            const int then = line - other;
            return then == 0 ? isGate : now == 0 || (now > 0) == (then > 0);
        };
        return (part == 0 || isKept(before(part - 1), part == 1))
            && (part + 1 == m_lines.size() || isKept(after(part + 1), part + 2 == m_lines.size()));
    }

    void settle(qsizetype part)
    {
        constexpr int worst = std::numeric_limits<int>::max() / 2;
        int best = m_lines[part];
        int bestCost = costAt(part, best, worst).value_or(worst);
        for (const int direction : {-1, 1}) {
            for (int step = 1; step <= furthest; ++step) {
                const int line = m_lines[part] + direction * step;
                if (line < 1 || !keepsShape(part, line))
                    break;
                const std::optional<int> sum = costAt(part, line, bestCost);
                // Behind a box there is another channel; only what stands in one looks further.
                if (!sum && bestCost < worst)
                    break;
                if (sum && *sum < bestCost) {
                    best = line;
                    bestCost = *sum;
                }
            }
        }
        m_lines[part] = best;
    }

    const Lattice &m_lattice;
    const CoarsePath &m_coarse;
    const Gate &m_from;
    const Gate &m_to;
    const QRectF m_fromBox;
    const QRectF m_toBox;
    QList<int> m_lines;
};

}

QList<QPointF> onTracks(const Lattice &lattice, const CoarsePath &coarse, const Gates &from, const Gates &to)
{
    Tracks tracks(lattice, coarse, from, to);
    constexpr int rounds = 2;
    for (int i = 0; i < rounds; ++i)
        tracks.settle();
    return tracks.points();
}

}
