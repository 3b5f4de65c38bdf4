#pragma once

#include "views/routing/pathsearch.h"

#include <QList>
#include <QRectF>

#include <optional>
#include <vector>

namespace views {

/// Which way around the boxes a route goes, without the last word on where exactly.
struct CoarsePath
{
    QList<QPointF> corners; ///< from beside one box to beside the other
    Side from = Side::Right;
    Side to = Side::Left;
};

/// A sparse net of lines beside the boxes, for long routes: it says which way around the boxes to go, and
/// leaves it to the lattice where exactly. Crowded lines are dearer.
class Channels
{
public:
    explicit Channels(const QList<QRectF> &boxes);

    std::optional<CoarsePath> find(const Gates &from, const Gates &to);

    /// Lets later routes know of one.
    void addRoute(const QList<QPointF> &points);

private:
    /// A stretch of one line that meets a side of a box.
    struct Access
    {
        int line = -1; ///< the line that runs beside the side; -1 where there is none
        int first = 0; ///< the lines that meet the side
        int last = -1;
    };
    struct Waiting
    {
        float rank = 0;
        float rest = 0;
        quint32 state = 0;

        bool operator<(const Waiting &other) const
        {
            return rank != other.rank ? rank > other.rank : rest > other.rest;
        }
    };

    int nodeAt(int column, int row) const { return column * int(m_rows.size()) + row; }
    std::array<Access, 4> accessTo(const Gates &gates) const;
    void block(const QRectF &box);
    float rest(int column, int row, int direction, const QRectF &target) const;
    void offer(int column, int row, int direction, float cost, quint32 origin, const QRectF &target);
    bool isBlocked(int column, int row, int direction) const;
    CoarsePath traced(quint32 state, Side to) const;

    std::vector<qreal> m_columns;
    std::vector<qreal> m_rows;
    std::vector<bool> m_blockedRight; ///< from a node to the next column
    std::vector<bool> m_blockedDown;
    std::vector<quint16> m_across; ///< routes through a node
    std::vector<quint16> m_along;
    std::vector<float> m_cost;
    std::vector<quint32> m_origin;
    std::vector<quint32> m_searchOf;
    quint32 m_search = 0;
    float m_hurry = 1; ///< weight of the estimate
    std::vector<Waiting> m_waiting;
};

}
