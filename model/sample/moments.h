#pragma once

#include "model/sample/recipe.h"

#include <QTime>

namespace model::sample {

/// A moment of a row, in seconds since 1970 UTC: what was created is updated later, and what was started is
/// finished later. Later attempts are other moments.
qint64 momentOf(const Recipe &recipe, const Row &row, int attempt);

/// "2024-01-08"
QString dateText(qint64 moment);
/// "2024-01-08T09:30:00.000Z", as JavaScript writes it.
QString momentText(qint64 moment);

/// A time of day; what ends does so after its start.
QTime timeOfDay(const Recipe &recipe, const Row &row, int attempt);

/// How old whom the row is about was when the last row was made, in years.
int ageOf(const Row &row);

}
