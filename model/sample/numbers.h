#pragma once

#include "model/sample/recipe.h"

namespace model::sample {

/// The smallest and largest number of a column, and the step between two.
struct Scale
{
    double low = 0;
    double high = 0;
    int decimals = 0;

    double step() const;
    /// How many different numbers there are.
    double count() const { return (high - low) / step() + 1; }
};
Scale scaleOf(const Type &type);

/// A number that fits its column. The first attempts are believable, the later ones count, so that every
/// number of the column comes up in the end.
double numberOf(const Recipe &recipe, const Row &row, int attempt);

}
