#pragma once

#include "model/query/prepare.h"
#include "model/sql/dialect.h"

#include <functional>

/// Queries that give what was meant, where Sequelize's answer is another. Each is null where there is none.
namespace model {

/// The steps from the main model's include down to a step.
using Trail = QList<const Step *>;
Trail trailTo(const Step &step);

/// The records of the page are picked by a subquery over everything that is joined, in its order, and then
/// fetched without a limit: the first records of what the query gives without its limit.
Json pagedByKeys(const Json &find, const FindNode &node, const Schema &schema, const Dialect &dialect);

/// The query with one of its includes changed.
Json withInclude(const Json &find, const Trail &trail, const Schema &schema,
                 const std::function<void(Json &include)> &change);

/// The query with another condition beside its own; of an include too.
void addCondition(Json &options, const Json &condition);

/// `{ key: { $in: (SELECT …) } }`, of a composite key by its columns.
Json amongKeys(const Table &table, const QString &as, const QString &select, const Dialect &dialect);

/// `{ key: { $in: (SELECT …) } }` of the records above a hasMany: those to which a row of it refers. Null
/// where something below it is required too.
Json amongReferred(const Step &step, const Dialect &dialect);

/// The first `limit` rows for each value of a foreign key.
Json firstOfEach(const Step &step, const Json &limit, const Dialect &dialect);
/// One row for each value of a foreign key: that of the lowest key.
Json lowestOfEach(const Step &step, const Dialect &dialect);

}
