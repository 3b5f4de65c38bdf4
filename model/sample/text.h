#pragma once

#include "model/sample/recipe.h"

namespace model::sample {

/// A text that fits its column. The first attempt is the believable one; later ones carry numbers, so that
/// every row can have its own.
QString textOf(const Recipe &recipe, const Row &row, int attempt);

/// What a row is called: the same for its name, its slug and its address.
QString headlineOf(Subject subject, const Row &row);

}
