#include "views/routing/routing.h"

#include "views/routing/fixedroutes.h"
#include "views/routing/labelling.h"
#include "views/routing/measures.h"
#include "views/routing/tracks.h"

#include <algorithm>
#include <numeric>

namespace views {

namespace {

qreal distanceOf(const QRectF &a, const QRectF &b)
{
    return (a.center() - b.center()).manhattanLength();
}

/// Moves the middle part of every double bend to the middle of the room it has.
QList<QPointF> centred(const PathSearch &search, QList<QPointF> points)
{
    constexpr int furthest = 60;
    for (qsizetype i = 1; i + 2 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        const bool across = way.y() == 0;
        const QPointF before = points[i] - points[i - 1];
        const QPointF after = points[i + 2] - points[i + 1];
        const auto component = [across](QPointF p) { return across ? p.y() : p.x(); };
        // In a U the middle part is where it is for a reason.
        if (component(before) * component(after) <= 0)
            continue;
        const QPointF step = (across ? QPointF(0, 1) : QPointF(1, 0)) * Lattice::pitch;
        const auto costAt = [&](int shift) {
            return search.costOf(
                {points[i - 1], points[i] + step * shift, points[i + 1] + step * shift, points[i + 2]});
        };
        const auto isBetween = [&](int shift) {
            const qreal at = component(points[i]) + Lattice::pitch * shift;
            const qreal start = component(points[i - 1]);
            const qreal end = component(points[i + 2]);
            return std::abs(at - start) >= 2 * Lattice::pitch && std::abs(end - at) >= 2 * Lattice::pitch
                && (at > start) == (end > at);
        };
        const int here = costAt(0);
        int low = 0;
        int high = 0;
        while (low > -furthest && isBetween(low - 1) && costAt(low - 1) <= here)
            --low;
        while (high < furthest && isBetween(high + 1) && costAt(high + 1) <= here)
            ++high;
        const int shift = (low + high) / 2;
        points[i] += step * shift;
        points[i + 1] += step * shift;
    }
    return points;
}

/// Lines between the same two boxes begin apart from each other, so that there is room for words between
/// them.
QList<qreal> asidesOf(const QList<Wire> &wires)
{
    constexpr qreal apart = 60;
    constexpr qreal most = 80;
    QHash<std::pair<int, int>, QList<int>> parallel;
    for (int i = 0; i < wires.size(); ++i) {
        const Wire &wire = wires[i];
        parallel[{std::min(wire.from, wire.to), std::max(wire.from, wire.to)}].append(i);
    }
    QList<qreal> asides(wires.size(), 0);
    for (const QList<int> &group : std::as_const(parallel)) {
        const qreal step = std::min(apart, 2 * most / qreal(group.size()));
        for (qsizetype i = 0; i < group.size(); ++i)
            asides[group[i]] = (qreal(i) - qreal(group.size() - 1) / 2) * step;
    }
    return asides;
}

}

QRectF boundsOf(const Route &route)
{
    QRectF bounds = route.chip | route.fromLabel | route.toLabel;
    for (const QPointF &point : route.points)
        bounds |= QRectF(point - QPointF(1, 1), QSizeF(2, 2));
    return bounds;
}

bool touches(const Route &route, const QRectF &box)
{
    constexpr qreal d = Lattice::nearness;
    const QRectF around = box.adjusted(-d, -d, d, d);
    if (route.chip.intersects(around) || route.fromLabel.intersects(around)
        || route.toLabel.intersects(around))
        return true;
    for (qsizetype i = 0; i + 1 < route.points.size(); ++i) {
        const QRectF run = QRectF(route.points[i], route.points[i + 1]).normalized();
        if (run.right() > around.left() && run.left() < around.right() && run.bottom() > around.top()
            && run.top() < around.bottom())
            return true;
    }
    return false;
}

Router::Router(const QList<QRectF> &boxes, const QList<Wire> &wires)
    : m_boxes(boxes), m_wires(wires), m_routes(wires.size()), m_asides(asidesOf(wires))
{
    for (int i = 0; i < m_boxes.size(); ++i)
        m_boxIndex.insert(i, m_boxes[i]);
    prepare();
}

Router::~Router() = default;

void Router::prepare()
{
    QRectF area(0, 0, 1, 1);
    for (const QRectF &box : m_boxes)
        area |= box;
    for (const Wire &wire : m_wires) {
        for (const QPointF &bend : wire.bends)
            area |= QRectF(bend, QSizeF(1, 1));
    }
    m_lattice = std::make_unique<Lattice>(area);
    m_channels.reset();
    m_search = std::make_unique<PathSearch>(*m_lattice);
    for (const QRectF &box : m_boxes)
        m_lattice->addBox(box);
    for (int wire = 0; wire < m_routes.size(); ++wire)
        lay(wire);
}

void Router::lay(int wire)
{
    const Route &route = m_routes[wire];
    m_lattice->addRoute(route.points);
    for (const QRectF &rect : {route.chip, route.fromLabel, route.toLabel}) {
        if (!rect.isEmpty())
            m_lattice->hold(rect);
    }
}

void Router::lift(int wire)
{
    const Route &route = m_routes[wire];
    m_lattice->removeRoute(route.points);
    for (const QRectF &rect : {route.chip, route.fromLabel, route.toLabel}) {
        if (!rect.isEmpty())
            m_lattice->release(rect);
    }
    m_routes[wire] = {};
}

void Router::keep(int wire, const Route &route)
{
    lift(wire);
    m_routes[wire] = route;
    lay(wire);
}

QList<int> Router::pending() const
{
    QList<int> wires;
    for (int i = 0; i < m_wires.size(); ++i) {
        if (m_routes[i].isEmpty())
            wires.append(i);
    }
    // What has the least freedom comes first; short ones get the straight ways.
    const auto rank = [this](int i) {
        const Wire &wire = m_wires[i];
        const int freedom = wire.isLoop() ? 0 : !wire.bends.isEmpty() ? 1 : wire.chip.isEmpty() ? 3 : 2;
        return std::pair(freedom, distanceOf(m_boxes[wire.from], m_boxes[wire.to]));
    };
    std::stable_sort(wires.begin(), wires.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return wires;
}

void Router::route()
{
    routeLines(pending());
}

void Router::routeLines(const QList<int> &wires)
{
    constexpr int mostToImprove = 600;
    constexpr int mostToImproveTwice = 200;
    for (const int wire : wires)
        reroute(wire);
    if (wires.size() <= mostToImprove)
        improve(wires);
    if (wires.size() <= mostToImproveTwice)
        improve(wires);
    reseatChips(wires);
    placeLabels(wires);
}

/// Looks for each way again, now that all the others are known.
void Router::improve(const QList<int> &wires)
{
    for (const int wire : wires) {
        if (m_wires[wire].isLoop() || !m_wires[wire].bends.isEmpty())
            continue;
        reroute(wire);
    }
}

/// A loop around the corner that fewest other lines are likely to pass.
Route Router::loopOf(const Wire &wire) const
{
    const QRectF &box = m_boxes[wire.from];
    std::array<int, 4> lines{}; // by Side
    for (const Wire &other : m_wires) {
        if (other.isLoop() || (other.from != wire.from && other.to != wire.from))
            continue;
        const QRectF &there = m_boxes[other.from == wire.from ? other.to : other.from];
        if (there.left() > box.right() || there.right() < box.left())
            ++lines[size_t(there.left() > box.right() ? Side::Right : Side::Left)];
        else
            ++lines[size_t(there.top() > box.bottom() ? Side::Bottom : Side::Top)];
    }
    const auto passing = [&](Corner corner) {
        return lines[size_t(corner.isRight ? Side::Right : Side::Left)]
            + lines[size_t(corner.isLower ? Side::Bottom : Side::Top)];
    };
    std::array<Corner, 4> order = corners;
    std::stable_sort(order.begin(), order.end(), [&](Corner a, Corner b) { return passing(a) < passing(b); });
    return loopAround(*m_lattice, box, wire, order);
}

void Router::reroute(int wire)
{
    const Wire &w = m_wires[wire];
    lift(wire);
    Route &route = m_routes[wire];
    if (w.isLoop()) {
        route = loopOf(w);
    } else if (!w.bends.isEmpty()) {
        route.points = throughBends(m_boxes[w.from], m_boxes[w.to], w);
        if (!w.chip.isEmpty())
            route.chip = chipOn(*m_lattice, route.points, w.chip).value_or(QRectF());
    } else {
        route.points = search(wire, route.chip);
    }
    if (!w.chip.isEmpty() && route.chip.isEmpty())
        route.chip = chipWhereverOn(route.points, w.chip);
    lay(wire);
}

/// The cheapest path; between boxes that are far apart, one along the channels.
std::optional<Path> Router::find(const Gates &from, const Gates &to)
{
    constexpr qreal far = 900;
    constexpr int shortSearch = 6'000;
    constexpr int longSearch = 40'000;
    const bool isFar = std::max(std::abs(from.box.center().x() - to.box.center().x()),
                                std::abs(from.box.center().y() - to.box.center().y()))
        > far;
    if (!isFar) {
        if (auto path = m_search->find(from, to, shortSearch))
            return path;
    }
    if (!m_channels)
        m_channels = std::make_unique<Channels>(m_boxes);
    if (const std::optional<CoarsePath> coarse = m_channels->find(from, to)) {
        Path path{.points = onTracks(*m_lattice, *coarse, from, to), .from = coarse->from, .to = coarse->to};
        path.cost = m_search->costOf(path.points);
        m_channels->addRoute(path.points);
        return path;
    }
    return m_search->find(from, to, longSearch);
}

/// The best way that has room for the chip: where the best way of all has none, one through other sides.
QList<QPointF> Router::search(int number, QRectF &chip)
{
    const Wire &wire = m_wires[number];
    const Gates from = gatesOf(*m_lattice, m_boxes[wire.from], wire.fromAnchor, m_asides[number]);
    const Gates to = gatesOf(*m_lattice, m_boxes[wire.to], wire.toAnchor, m_asides[number]);
    const std::optional<Path> best = find(from, to);
    if (!best)
        return plainRoute(from.box, to.box);
    const QList<QPointF> points = centred(*m_search, simplified(best->points));
    if (wire.chip.isEmpty())
        return points;
    for (const int attempt : {0, 1, 2, 3}) {
        Gates otherFrom = from;
        Gates otherTo = to;
        if (attempt & 1)
            otherFrom.close(best->from);
        if (attempt & 2)
            otherTo.close(best->to);
        const std::optional<Path> path = attempt == 0 ? best : find(otherFrom, otherTo);
        if (!path)
            continue;
        const QList<QPointF> way = attempt == 0 ? points : centred(*m_search, simplified(path->points));
        if (const auto place = chipOn(*m_lattice, way, wire.chip)) {
            chip = *place;
            return way;
        }
    }
    return points;
}

QList<int> Router::touchedBy(const QRectF &place) const
{
    QList<int> touched;
    for (int i = 0; i < m_routes.size(); ++i) {
        if (touches(m_routes[i], place))
            touched.append(i);
    }
    return touched;
}

QList<int> Router::moveBoxes(const QHash<int, QRectF> &places)
{
    QList<Route> before = m_routes;
    std::vector<bool> isTouched(size_t(m_wires.size()), false);
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        for (const int wire : touchedBy(*place))
            isTouched[size_t(wire)] = true;
    }
    for (int i = 0; i < m_wires.size(); ++i) {
        if (places.contains(m_wires[i].from) || places.contains(m_wires[i].to))
            isTouched[size_t(i)] = true;
        if (isTouched[size_t(i)])
            lift(i);
    }
    bool isCovered = true;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        QRectF &box = m_boxes[place.key()];
        m_boxIndex.remove(place.key(), box);
        m_lattice->removeBox(box);
        box = *place;
        m_boxIndex.insert(place.key(), box);
        m_lattice->addBox(box);
        isCovered = isCovered && m_lattice->covers(box);
    }
    m_channels.reset();
    if (!isCovered)
        prepare();
    route();
    QList<int> changed;
    for (int i = 0; i < m_routes.size(); ++i) {
        if (m_routes[i] != before[i])
            changed.append(i);
    }
    return changed;
}

}
