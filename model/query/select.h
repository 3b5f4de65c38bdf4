#pragma once

#include "model/query/prepare.h"
#include "model/sql/dialect.h"

namespace model {

/// The SELECT statement of a prepared query, in the shape in which Sequelize writes it.
Result<QString> selectStatement(const std::shared_ptr<Step> &root, const Dialect &dialect);

/// A SELECT of the primary keys of a page: of the records of a prepared query in the order of their first
/// rows, those that `limit` and `offset` of `page` ask for.
Result<QString> pageStatement(const std::shared_ptr<Step> &root, const FindNode &page,
                              const Dialect &dialect);

}
