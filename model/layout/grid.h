#pragma once

#include "model/layout/layout.h"

#include <vector>

namespace model {

/// A grid of columns and low rows on which each box of a connected graph stands in one column and as many
/// rows as it is high. It looks for places that make lines short and straight: first from where the graph
/// spreads, then by moving and exchanging boxes, ever more cautiously. Chance has a fixed seed.
class Grid
{
public:
    explicit Grid(const BoxGraph &graph);

    /// The upper left corners, on the grid.
    QList<QPointF> arranged();

private:
    struct Cell
    {
        int column = 0;
        int row = 0;
        bool operator==(const Cell &) const = default;
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
    void tryOut(int box, Cell cell, double heat);
    Cell wanted(int box, double reach);
    Cell nearestFree(int box, Cell cell) const;
    int occupant(int box, Cell cell, bool &isMixed) const;
    bool fits(int box, Cell cell) const;
    void put(int box, Cell cell);
    void lift(int box);
    int &boxAt(int column, int row) { return m_boxAt[size_t(column * m_rows + row)]; }
    int boxAt(int column, int row) const { return m_boxAt[size_t(column * m_rows + row)]; }
    double costOf(int box) const;
    double costOf(int box, const Line &line) const;
    int between(int a, int b, bool across) const;
    double chance();
    QList<QPointF> corners() const;
    std::vector<qreal> gapsBetweenColumns() const;

    const BoxGraph &m_graph;
    std::vector<std::vector<Line>> m_lines;
    std::vector<Cell> m_cells;
    std::vector<int> m_spans;
    std::vector<int> m_boxAt; ///< by cell; -1 where it is free
    int m_columns = 0;
    int m_rows = 0;
    quint64 m_seed = 0x9e3779b97f4a7c15;
};

}
