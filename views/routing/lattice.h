#pragma once

#include <QList>
#include <QPoint>
#include <QRectF>

#include <array>
#include <memory>
#include <vector>

namespace views {

/// What is known about one crossing point of the lattice, as counts.
struct LatticeCell
{
    quint8 inside = 0; ///< boxes that cover it
    quint8 near = 0; ///< boxes nearer than a route may pass
    quint8 close = 0; ///< boxes nearer than a route likes to pass
    quint8 held = 0; ///< chips and labels
    quint8 across = 0; ///< routes that run through it horizontally
    quint8 along = 0; ///< and vertically
    quint8 besideAcross = 0; ///< horizontal routes one line above or below
    quint8 besideAlong = 0; ///< vertical routes one line to the left or right
};

/// The lines that routes run on, 10 units apart, and who is where on them. It is kept in tiles, so that a
/// wide, mostly empty diagram costs little.
class Lattice
{
public:
    static constexpr int pitch = 10;
    static constexpr qreal nearness = 10;
    static constexpr qreal closeness = 30;

    explicit Lattice(const QRectF &area);

    int width() const { return m_tilesAcross * tileSide; }
    int height() const { return m_tilesDown * tileSide; }
    int tilesAcross() const { return m_tilesAcross; }
    int tilesDown() const { return m_tilesDown; }
    /// Whether everything inside the rectangle, and some room around it, lies on the lattice.
    bool covers(const QRectF &rect) const;

    const LatticeCell &at(int x, int y) const
    {
        return m_tiles[m_pages[size_t((y >> tileBits) * m_tilesAcross + (x >> tileBits))]]->at(
            size_t((y & tileMask) << tileBits | (x & tileMask)));
    }

    QPointF pointAt(int x, int y) const { return {m_origin.x() + x * pitch, m_origin.y() + y * pitch}; }
    /// The first line at or after a coordinate, and the last one at or before it.
    int firstColumn(qreal x) const;
    int lastColumn(qreal x) const;
    int firstRow(qreal y) const;
    int lastRow(qreal y) const;

    void addBox(const QRectF &box) { markBox(box, 1); }
    void removeBox(const QRectF &box) { markBox(box, -1); }
    void hold(const QRectF &rect) { markHeld(rect, 1); }
    void release(const QRectF &rect) { markHeld(rect, -1); }
    void addRoute(const QList<QPointF> &points) { markRoute(points, 1); }
    void removeRoute(const QList<QPointF> &points) { markRoute(points, -1); }

    /// How many points inside the rectangle routes run through.
    int routesIn(const QRectF &rect) const;

    static constexpr int tileBits = 5;
    static constexpr int tileSide = 1 << tileBits;
    static constexpr int tileMask = tileSide - 1;

private:
    using Tile = std::array<LatticeCell, size_t(tileSide *tileSide)>;

    LatticeCell &touch(int x, int y);
    void count(const QRectF &rect, quint8 LatticeCell::*what, int by);
    void markBox(const QRectF &box, int by);
    void markHeld(const QRectF &rect, int by);
    void markRoute(const QList<QPointF> &points, int by);
    void markRun(int column, int row, int length, bool isAcross, int by);

    QPointF m_origin;
    int m_tilesAcross = 0;
    int m_tilesDown = 0;
    std::vector<quint32> m_pages; ///< which tile; 0 is the empty one
    std::vector<std::unique_ptr<Tile>> m_tiles;
};

}
