#include "views/routing/lattice.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

/// What lies outside of everything that is routed, so that routes find a way around.
constexpr qreal surroundings = 800;
constexpr qreal roomToTurn = 100;

void change(quint8 &count, int by)
{
    // A count that ran full is no longer exact; it stays, which only keeps routes away.
    if (count != 255 && (by > 0 || count > 0))
        count = quint8(count + by);
}

}

Lattice::Lattice(const QRectF &area)
{
    const QRectF wide = area.adjusted(-surroundings, -surroundings, surroundings, surroundings);
    m_origin = {std::floor(wide.left() / pitch) * pitch, std::floor(wide.top() / pitch) * pitch};
    m_tilesAcross = int((wide.right() - m_origin.x()) / pitch / tileSide) + 1;
    m_tilesDown = int((wide.bottom() - m_origin.y()) / pitch / tileSide) + 1;
    m_pages.assign(size_t(m_tilesAcross) * size_t(m_tilesDown), 0);
    m_tiles.push_back(std::make_unique<Tile>());
}

bool Lattice::covers(const QRectF &rect) const
{
    const QRectF area(m_origin, QSizeF((width() - 1) * pitch, (height() - 1) * pitch));
    return area.contains(rect.adjusted(-roomToTurn, -roomToTurn, roomToTurn, roomToTurn));
}

int Lattice::firstColumn(qreal x) const
{
    return std::clamp(int(std::ceil((x - m_origin.x()) / pitch)), 0, width() - 1);
}

int Lattice::lastColumn(qreal x) const
{
    return std::clamp(int(std::floor((x - m_origin.x()) / pitch)), 0, width() - 1);
}

int Lattice::firstRow(qreal y) const
{
    return std::clamp(int(std::ceil((y - m_origin.y()) / pitch)), 0, height() - 1);
}

int Lattice::lastRow(qreal y) const
{
    return std::clamp(int(std::floor((y - m_origin.y()) / pitch)), 0, height() - 1);
}

LatticeCell &Lattice::touch(int x, int y)
{
    quint32 &page = m_pages[size_t((y >> tileBits) * m_tilesAcross + (x >> tileBits))];
    if (page == 0) {
        page = quint32(m_tiles.size());
        m_tiles.push_back(std::make_unique<Tile>());
    }
    return m_tiles[page]->at(size_t((y & tileMask) << tileBits | (x & tileMask)));
}

void Lattice::count(const QRectF &rect, quint8 LatticeCell::*what, int by)
{
    const int right = lastColumn(rect.right());
    const int bottom = lastRow(rect.bottom());
    for (int y = firstRow(rect.top()); y <= bottom; ++y) {
        for (int x = firstColumn(rect.left()); x <= right; ++x)
            change(touch(x, y).*what, by);
    }
}

void Lattice::markBox(const QRectF &box, int by)
{
    const auto around = [&](qreal distance) {
        // A line at exactly this distance is far enough.
        const qreal d = distance - 0.01;
        return box.adjusted(-d, -d, d, d);
    };
    count(box, &LatticeCell::inside, by);
    count(around(nearness), &LatticeCell::near, by);
    count(around(closeness), &LatticeCell::close, by);
}

void Lattice::markHeld(const QRectF &rect, int by)
{
    constexpr qreal room = 4;
    count(rect.adjusted(-room, -room, room, room), &LatticeCell::held, by);
}

void Lattice::markRun(int column, int row, int length, bool isAcross, int by)
{
    const auto parallel = isAcross ? &LatticeCell::across : &LatticeCell::along;
    const auto beside = isAcross ? &LatticeCell::besideAcross : &LatticeCell::besideAlong;
    for (int i = 0; i <= length; ++i) {
        const int x = isAcross ? column + i : column;
        const int y = isAcross ? row : row + i;
        change(touch(x, y).*parallel, by);
        for (const int side : {-1, 1}) {
            const int besideX = std::clamp(isAcross ? x : x + side, 0, width() - 1);
            const int besideY = std::clamp(isAcross ? y + side : y, 0, height() - 1);
            change(touch(besideX, besideY).*beside, by);
        }
    }
}

void Lattice::markRoute(const QList<QPointF> &points, int by)
{
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QRectF run = QRectF(points[i], points[i + 1]).normalized();
        const bool isAcross = run.width() >= run.height();
        // Where the user's bends leave the lattice, the nearest line stands for them.
        const int column = isAcross ? firstColumn(run.left()) : lastColumn(run.left() + pitch / 2.0);
        const int row = isAcross ? lastRow(run.top() + pitch / 2.0) : firstRow(run.top());
        const int length = isAcross ? lastColumn(run.right()) - column : lastRow(run.bottom()) - row;
        markRun(column, row, length, isAcross, by);
    }
}

int Lattice::routesIn(const QRectF &rect) const
{
    int found = 0;
    const int right = lastColumn(rect.right());
    const int bottom = lastRow(rect.bottom());
    for (int y = firstRow(rect.top()); y <= bottom; ++y) {
        for (int x = firstColumn(rect.left()); x <= right; ++x) {
            const LatticeCell &cell = at(x, y);
            found += (cell.across > 0 ? 1 : 0) + (cell.along > 0 ? 1 : 0);
        }
    }
    return found;
}

}
