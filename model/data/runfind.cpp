#include "model/data/runfind.h"

#include "model/data/deploy.h"

namespace model {

namespace {

/// The statement of a query, then those of its separate includes.
Result<Nest> answer(Connection &connection, const Schema &schema, const FindNode &find,
                    const DeclaredTypes &declared)
{
    const auto planned = plan(find, schema, connection.dialect(), declared);
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
    for (const Separate &separate : planned->separates) {
        const Json::Array keys = nest->keysFor(separate);
        if (keys.isEmpty())
            continue;
        auto children = answer(connection, schema, *findFor(separate, keys), declared);
        if (!children)
            return children;
        if (const auto attached = nest->attach(separate, std::move(*children)); !attached)
            return tl::unexpected(attached.error());
    }
    return std::move(*nest);
}

}

Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find)
{
    const auto read = readFind(find, schema);
    if (!read)
        return tl::unexpected(read.error());
    const auto declared = declaredTypes(connection, schema);
    return declared ? answer(connection, schema, **read, *declared) : tl::unexpected(declared.error());
}

}
