#pragma once

#include "model/schema/problem.h"

#include <functional>

class QMenu;

namespace views {

/// Adds "Ignore here", "Ignore in User" and "Ignore in this project", as far as the problem has such places.
/// Several problems are ignored at once where they have one code.
void addIgnoreActions(QMenu &menu, const model::Project &project, const QList<model::Problem> &problems,
                      const std::function<void(const model::Ignored &)> &ignore);

}
