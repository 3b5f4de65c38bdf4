#pragma once

#include "model/rows/value.h"

namespace model {

/// How much of a time of the day is shown.
enum class TimeDetail : quint8 { Minutes, Seconds, Milliseconds };

/// What it takes to show all of a value's time; the least where it has none.
TimeDetail timeDetailOf(const Value &value, const Type &type);

/// As displayText, with so much of the time at least.
QString displayText(const Value &value, const Type &type, TimeDetail detail);

}
