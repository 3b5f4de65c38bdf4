#pragma once

#include "model/changes/changes.h"
#include "views/data/labelbook.h"
#include "views/job.h"

namespace views {

/// What all parts of the data dock know.
struct Context
{
    model::Schema schema;
    RowOrigin origin;

    const model::Dialect &dialect() const { return origin.dialect ? *origin.dialect : model::sqliteDialect; }
};

}
