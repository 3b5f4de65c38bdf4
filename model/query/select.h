#pragma once

#include "model/query/prepare.h"
#include "model/sql/dialect.h"

namespace model {

/// The SELECT statement of a prepared query, in the shape in which Sequelize writes it.
Result<QString> selectStatement(const std::shared_ptr<Step> &root, const Dialect &dialect);

}
