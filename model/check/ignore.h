#pragma once

#include "model/schema/problem.h"

#include <QSet>

#include <optional>

namespace model {

/// How much of a project an entry of `ignore` is about.
enum class IgnoredPlace : quint8 { Here, Model, Project };

bool covers(const Project &project, const Ignored &ignored, const Problem &problem);

/// All entries of a project's `ignore`.
class IgnoredPlaces
{
public:
    explicit IgnoredPlaces(const Project &project);

    bool contain(const Problem &problem) const;

private:
    const Project &m_project;
    QSet<QStringList> m_entries; ///< code, model, association and attribute, each empty where it is any
};

/// What ignores a problem there. Nothing where the problem is in no model, or in no smaller place than that.
std::optional<Ignored> ignoredAt(const Project &project, const Problem &problem, IgnoredPlace place);

/// The model that a problem is in: its own, or the one that declares its association.
const Model *modelOf(const Project &project, const Place &place);

}
