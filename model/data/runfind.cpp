#include "model/data/runfind.h"

#include "model/data/deploy.h"

namespace model {

namespace {

/// What stays the same for the statements of one query.
struct Asking
{
    Connection &connection;
    const Schema &schema;
    const DeclaredTypes &declared;
};

/// The statement of a query, then those of its separate includes.
Result<Nest> answer(const Asking &asking, const FindNode &find, const RowWatch &watch)
{
    const auto planned = plan(find, asking.schema, asking.connection.dialect(), asking.declared);
    if (!planned)
        return tl::unexpected(planned.error());
    std::optional<Nest> nest;
    const auto selected = asking.connection.select(
        planned->sql,
        [&](const QList<ResultColumn> &columns) {
            nest.emplace(*planned, columns);
            if (watch.columns)
                watch.columns(columns);
        },
        [&](std::span<const Cell> row) {
            nest->add(row);
            if (watch.row)
                watch.row(row);
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
        auto children = answer(asking, *findFor(separate, keys), {});
        if (!children)
            return children;
        if (const auto attached = nest->attach(separate, std::move(*children)); !attached)
            return tl::unexpected(attached.error());
    }
    return std::move(*nest);
}

}

Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find, const RowWatch &watch)
{
    const auto read = readFind(find, schema);
    if (!read)
        return tl::unexpected(read.error());
    const auto declared = declaredTypes(connection, schema);
    if (!declared)
        return tl::unexpected(declared.error());
    return answer({connection, schema, *declared}, **read, watch);
}

}
