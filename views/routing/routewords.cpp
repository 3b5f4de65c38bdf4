#include "views/routing/labelling.h"
#include "views/routing/routing.h"
#include "views/routing/measures.h"

#include <algorithm>

/// The part of the router that finds room for chips and labels.
namespace views {

/// A place for a chip where the best one is taken: over another line, or, the smallest that there is, without
/// its name.
QRectF Router::chipWhereverOn(const QList<QPointF> &points, const QSizeF &size) const
{
    const QSizeF least(measure::chipIcon + 2 * measure::chipPadding, measure::chipHeight);
    if (const auto place = chipOn(*m_lattice, points, size, true))
        return *place;
    if (const auto place = chipOn(*m_lattice, points, least))
        return *place;
    return chipOn(*m_lattice, points, least, true).value_or(QRectF());
}

/// Looks for a better place for chips that other lines have come to run under.
void Router::reseatChips(const QList<int> &wires)
{
    for (const int wire : wires) {
        Route &route = m_routes[wire];
        if (m_wires[wire].chip.isEmpty())
            continue;
        m_lattice->removeRoute(route.points);
        const bool isCrossed = route.chip.isEmpty() || route.chip.size() != m_wires[wire].chip
            || m_lattice->routesIn(route.chip) > 0;
        if (isCrossed) {
            if (!route.chip.isEmpty())
                m_lattice->release(route.chip);
            const auto better = chipOn(*m_lattice, route.points, m_wires[wire].chip);
            route.chip = better.value_or(route.chip);
            if (!route.chip.isEmpty())
                m_lattice->hold(route.chip);
        }
        m_lattice->addRoute(route.points);
    }
}

void Router::placeLabels(const QList<int> &wires)
{
    for (const int wire : wires) {
        const Wire &w = m_wires[wire];
        Route &route = m_routes[wire];
        QList<QPointF> backwards = route.points;
        std::reverse(backwards.begin(), backwards.end());
        const auto place = [&](const QList<QPointF> &points, qreal width, QRectF &label) {
            if (width <= 0)
                return;
            label = labelOn(*m_lattice, m_boxes, m_boxIndex, points, width);
            if (!label.isEmpty())
                m_lattice->hold(label);
        };
        place(route.points, w.fromLabel, route.fromLabel);
        place(backwards, w.toLabel, route.toLabel);
    }
}

}
