#include "model/sql/dialect.h"

#include <array>

namespace model {

std::span<const Dialect *const> dialects()
{
    static constexpr std::array all{&sqliteDialect, &postgresDialect, &mysqlDialect, &mariadbDialect};
    return all;
}

const Dialect *dialectNamed(QStringView id)
{
    for (const Dialect *dialect : dialects()) {
        if (dialect->id == id)
            return dialect;
    }
    return nullptr;
}

}
