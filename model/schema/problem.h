#pragma once

#include "model/project/project.h"
#include "model/schema/problemcode.h"

#include <QList>
#include <QString>

#include <functional>

namespace model {

enum class Severity : quint8 {
    Error, ///< Sequelize or the database refuses it, or a write, delete or include then fails
    Warning, ///< it works, and will hurt
    Hint, ///< worth knowing
};

QString severityName(Severity severity);

/// What a problem is about: as much as applies.
struct Place
{
    ModelId model;
    AttributeId attribute;
    IndexId index;
    AssociationId association;
    QueryId query;
    QString option; ///< the key in the file: "sourceKey", "tableName", …

    bool operator==(const Place &) const = default;
};

/// A problem's cure: one edit, one undo step.
struct Fix
{
    QString title;
    std::function<Result<Project>(const Project &)> apply;
};

/// Bits for the dialects that a problem is about.
using DialectSet = quint8;
inline constexpr DialectSet everyDialect = 0xff;

struct Problem
{
    Severity severity = Severity::Error;
    Code code = Code::KeyOfPairNotUnique;
    QString message; ///< one plain sentence: what, and why
    Place place;
    DialectSet dialects = everyDialect;
    QList<Fix> fixes; ///< the best first
    bool ignored = false; ///< the user does not want to see it again
};

}
