#pragma once

#include "model/sample/recipe.h"
#include "model/json.h"

namespace model::sample {

/// How many values a type has that lists them; 0 for the others. An attempt at such a value is its position.
int choicesOf(const Type &type);
/// Which of them a row has; each comes up before one comes twice.
int choiceOf(const Recipe &recipe, const Row &row);

/// A value for a row, as a project file writes it: dates are ISO texts, bytes are `{ "$hex": … }`. Never
/// null.
Json valueOf(const Recipe &recipe, const Row &row, int attempt);

/// How many different values later attempts may give: more of them are of no use.
double varietyOf(const Recipe &recipe);

}
