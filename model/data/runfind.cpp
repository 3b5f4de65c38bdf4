#include "model/data/runfind.h"

#include "model/data/deploy.h"

namespace model {

Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find)
{
    const auto read = readFind(find, schema);
    if (!read)
        return tl::unexpected(read.error());
    const auto declared = declaredTypes(connection, schema);
    if (!declared)
        return tl::unexpected(declared.error());
    const auto planned = plan(**read, schema, connection.dialect(), *declared);
    if (!planned)
        return tl::unexpected(planned.error());
    std::optional<Nest> nest;
    const auto selected = connection.select(
        planned->sql, [&](const QList<ResultColumn> &columns) { nest.emplace(*planned, columns); },
        [&](std::span<const Cell> row) {
            nest->add(row);
            return !planned->faultWithRows;
        });
    if (!selected)
        return tl::unexpected(selected.error());
    if (planned->faultWithRows && nest->rowCount() > 0)
        return tl::unexpected(*planned->faultWithRows);
    return std::move(*nest);
}

}
