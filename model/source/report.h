#pragma once

#include "model/project/project.h"

#include <QHash>

/// What is known of a project that was read from code, beside the project itself.
namespace model {

/// A place in a file of the application.
struct SourceRange
{
    QString file; ///< from the application's root
    int line = 0; ///< from 1
    int column = 0; ///< in characters, from 1
    int begin = 0; ///< in bytes
    int end = 0;

    bool operator==(const SourceRange &) const = default;
};

/// Where a model, an attribute, an index or an association is written.
struct SourceEntry
{
    SourceRange whole;
    QHash<QString, SourceRange> options; ///< by their names, as far as they are written there

    bool operator==(const SourceEntry &) const = default;
};

/// Where everything of a project is written.
struct SourceMap
{
    QHash<ModelId, SourceEntry> models;
    QHash<AttributeId, SourceEntry> attributes;
    QHash<IndexId, SourceEntry> indexes;
    QHash<AssociationId, SourceEntry> associations;
    SourceEntry define;
};

/// Something that was not understood.
struct SourceRemark
{
    SourceRange at;
    QString message;

    bool operator==(const SourceRemark &) const = default;
};

/// Something that was understood and has no place in a project: validators, hooks and the like.
struct LeftOut
{
    QString what; ///< "validators"
    QList<SourceRange> places;
};

struct SourceReport
{
    int files = 0; ///< that were read
    QList<SourceRemark> notUnderstood;
    QList<LeftOut> leftOut;
};

}
