#pragma once

#include "views/routing/gridindex.h"
#include "views/routing/pathsearch.h"
#include "views/routing/channels.h"

#include <QHash>
#include <QList>
#include <QRectF>

#include <memory>

namespace views {

/// A line that is to be drawn between two boxes, or from a box to itself.
struct Wire
{
    int from = 0; ///< positions in the list of boxes
    int to = 0;
    qreal fromAnchor = 0; ///< the height in its box where the line likes to begin
    qreal toAnchor = 0;
    QSizeF chip; ///< a tag that sits on the line; empty where there is none
    qreal fromLabel = 0; ///< the width of the words beside an end; 0 where there are none
    qreal toLabel = 0;
    QList<QPointF> bends; ///< corners that the user gave it

    bool isLoop() const { return from == to; }
    bool operator==(const Wire &) const = default;
};

/// Where a wire runs: its corners, from the side of one box to the side of the other, and the places of what
/// is written on it. A label that finds no room has no place.
struct Route
{
    QList<QPointF> points;
    QRectF chip;
    QRectF fromLabel;
    QRectF toLabel;

    bool isEmpty() const { return points.isEmpty(); }
    bool operator==(const Route &) const = default;
};

/// The rectangle that a route covers with its chip and labels.
QRectF boundsOf(const Route &route);
/// Whether a box is in the way of a route, or too near to it.
bool touches(const Route &route, const QRectF &box);

/// Routes wires around boxes: orthogonally, apart from each other, with few bends and crossings, and with
/// room for chips and labels. The same calls give the same routes. Boxes that move take along only the wires
/// that they touch.
class Router
{
public:
    Router(const QList<QRectF> &boxes, const QList<Wire> &wires);
    ~Router();

    const QList<QRectF> &boxes() const { return m_boxes; }
    const QList<Wire> &wires() const { return m_wires; }
    const QList<Route> &routes() const { return m_routes; }

    /// Takes over a route that is known from before, so that route() leaves it as it is.
    void keep(int wire, const Route &route);
    /// Finds a way for every wire that has none.
    void route();
    /// Moves boxes and routes anew what they touch; returns the wires whose routes are not what they were.
    QList<int> moveBoxes(const QHash<int, QRectF> &places);

private:
    void prepare();
    QList<int> pending() const;
    QList<int> touchedBy(const QRectF &place) const;
    void routeLines(const QList<int> &wires);
    void improve(const QList<int> &wires);
    void reroute(int wire);
    Route loopOf(const Wire &wire) const;
    QList<QPointF> search(int wire, QRectF &chip);
    std::optional<Path> find(const Gates &from, const Gates &to);
    QRectF chipWhereverOn(const QList<QPointF> &points, const QSizeF &size) const;
    void reseatChips(const QList<int> &wires);
    void placeLabels(const QList<int> &wires);
    void lay(int wire);
    void lift(int wire);

    QList<QRectF> m_boxes;
    QList<Wire> m_wires;
    QList<Route> m_routes;
    QList<qreal> m_asides; ///< how far from the middle of a side each wire likes to begin
    GridIndex m_boxIndex;
    std::unique_ptr<Lattice> m_lattice;
    std::unique_ptr<PathSearch> m_search;
    std::unique_ptr<Channels> m_channels; ///< made when the first long route is looked for
};

}
