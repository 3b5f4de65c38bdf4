#pragma once

#include "model/schema/problem.h"

#include <optional>

namespace model {

/// How much of a project an entry of `ignore` is about.
enum class IgnoredPlace : quint8 { Here, Model, Project };

bool covers(const Project &project, const Ignored &ignored, const Problem &problem);
bool isIgnored(const Project &project, const Problem &problem);

/// What ignores a problem there. Nothing where the problem is in no model, or in no smaller place than that.
std::optional<Ignored> ignoredAt(const Project &project, const Problem &problem, IgnoredPlace place);

/// The model that a problem is in: its own, or the one that declares its association.
const Model *modelOf(const Project &project, const Place &place);

}
