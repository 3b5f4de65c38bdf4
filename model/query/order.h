#pragma once

#include "model/query/prepare.h"
#include "model/sql/dialect.h"

namespace model {

/// ORDER BY of a query and of its paging subquery, with a leading space; empty where nothing is ordered.
struct OrderClauses
{
    QString main;
    QString sub;
};

/// Writes `order` as Sequelize does. A step or attribute that is not there is refused with its place.
Result<OrderClauses> orderClauses(const Json &order, const Step &root, bool usesSubQuery,
                                  const Dialect &dialect);

}
