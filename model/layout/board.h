#pragma once

#include "model/layout/layout.h"

#include <vector>

namespace model {

/// A board of columns and low rows on which each box of a connected graph stands in one column and as many
/// rows as it is high. It looks for places that make lines short and straight: first from where the graph
/// spreads, then by moving and exchanging boxes, ever more cautiously. Chance has a fixed seed.
class Board
{
public:
    explicit Board(const BoxGraph &graph);

    /// The upper left corners, on the grid.
    QList<QPointF> arranged();

private:
    struct Spot
    {
        int column = 0;
        int row = 0;
        bool operator==(const Spot &) const = default;
    };
    struct Line
    {
        int other = 0;
        qreal room = 0;
        bool isForth = true; ///< leads from this box to the other
    };

    void begin();
    void anneal(int rounds, double hottest);
    void face();
    void tryOut(int box, Spot spot, double heat);
    Spot wanted(int box, double reach);
    Spot nearestFree(int box, Spot spot) const;
    int occupant(int box, Spot spot, bool &isMixed) const;
    bool fits(int box, Spot spot) const;
    void put(int box, Spot spot);
    void lift(int box);
    int &cell(int column, int row) { return m_cells[size_t(column * m_rows + row)]; }
    int cell(int column, int row) const { return m_cells[size_t(column * m_rows + row)]; }
    double costOf(int box) const;
    double costOf(int box, const Line &line) const;
    int between(int a, int b, bool across) const;
    double chance();
    QList<QPointF> corners() const;
    std::vector<qreal> gapsBetweenColumns() const;

    const BoxGraph &m_graph;
    std::vector<std::vector<Line>> m_lines;
    std::vector<Spot> m_spots;
    std::vector<int> m_spans;
    std::vector<int> m_cells; ///< the box, or -1
    int m_columns = 0;
    int m_rows = 0;
    quint64 m_seed = 0x9e3779b97f4a7c15;
};

}
