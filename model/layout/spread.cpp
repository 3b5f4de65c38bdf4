#include "model/layout/spread.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace model {

namespace {

// Pivot MDS (Brandes, Pich 2006): distances to a few pivots, centred twice, give the two directions in which
// the graph is widest.

using Column = std::vector<double>;

std::vector<std::vector<int>> neighboursIn(const BoxGraph &graph)
{
    std::vector<std::vector<int>> neighbours(size_t(graph.sizes.size()));
    for (const BoxLine &line : graph.lines) {
        neighbours[size_t(line.from)].push_back(line.to);
        neighbours[size_t(line.to)].push_back(line.from);
    }
    return neighbours;
}

Column distancesFrom(int start, const std::vector<std::vector<int>> &neighbours)
{
    Column distance(neighbours.size(), -1);
    std::vector<int> queue{start};
    distance[size_t(start)] = 0;
    for (size_t at = 0; at < queue.size(); ++at) {
        for (const int next : neighbours[size_t(queue[at])]) {
            if (distance[size_t(next)] >= 0)
                continue;
            distance[size_t(next)] = distance[size_t(queue[at])] + 1;
            queue.push_back(next);
        }
    }
    return distance;
}

/// Distances from pivots that are far from each other.
std::vector<Column> pivotDistances(const std::vector<std::vector<int>> &neighbours)
{
    constexpr size_t mostPivots = 50;
    const size_t n = neighbours.size();
    std::vector<Column> columns;
    Column nearest(n, 1e9);
    size_t pivot = 0;
    for (size_t i = 0; i < std::min(n, mostPivots); ++i) {
        columns.push_back(distancesFrom(int(pivot), neighbours));
        for (size_t at = 0; at < n; ++at)
            nearest[at] = std::min(nearest[at], columns.back()[at]);
        pivot = size_t(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return columns;
}

void centreTwice(std::vector<Column> &columns)
{
    const size_t n = columns[0].size();
    const size_t k = columns.size();
    Column rowMean(n, 0);
    double mean = 0;
    for (Column &column : columns) {
        double columnMean = 0;
        for (double &value : column) {
            value *= value;
            columnMean += value / double(n);
        }
        mean += columnMean / double(k);
        for (size_t at = 0; at < n; ++at) {
            rowMean[at] += column[at] / double(k);
            column[at] -= columnMean;
        }
    }
    for (Column &column : columns) {
        for (size_t at = 0; at < n; ++at)
            column[at] = -(column[at] - rowMean[at] + mean) / 2;
    }
}

double dot(const Column &a, const Column &b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void normalize(Column &column)
{
    const double length = std::sqrt(dot(column, column));
    for (double &value : column)
        value = length > 0 ? value / length : 0;
}

/// The widest direction of a symmetric matrix that is not the one before.
Column widest(const std::vector<Column> &matrix, const Column *before)
{
    constexpr int iterations = 60;
    const size_t k = matrix.size();
    Column direction(k);
    for (size_t i = 0; i < k; ++i)
        direction[i] = 1.0 + double((i * 7 + (before ? 3 : 0)) % 11) / 11;
    for (int i = 0; i < iterations; ++i) {
        if (before) {
            const double along = dot(direction, *before);
            for (size_t at = 0; at < k; ++at)
                direction[at] -= along * before->at(at);
        }
        Column next(k);
        for (size_t at = 0; at < k; ++at)
            next[at] = dot(matrix[at], direction);
        normalize(next);
        direction = std::move(next);
    }
    return direction;
}

}

QList<QPointF> spread(const BoxGraph &graph)
{
    std::vector<Column> columns = pivotDistances(neighboursIn(graph));
    centreTwice(columns);
    const size_t k = columns.size();
    std::vector<Column> matrix(k, Column(k));
    for (size_t i = 0; i < k; ++i) {
        for (size_t j = 0; j <= i; ++j)
            matrix[i][j] = matrix[j][i] = dot(columns[i], columns[j]);
    }
    const Column first = widest(matrix, nullptr);
    const Column second = widest(matrix, &first);
    QList<QPointF> points(graph.sizes.size());
    for (size_t i = 0; i < k; ++i) {
        for (qsizetype at = 0; at < points.size(); ++at)
            points[at] += QPointF(first[i], second[i]) * columns[i][size_t(at)];
    }
    return points;
}

}
