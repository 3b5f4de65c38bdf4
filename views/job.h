#pragma once

#include "model/database/connection.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

/// How views ask for rows: a view emits a job, somebody runs it off the interface thread and brings the
/// answer back. A view knows no thread and no connection.
namespace views {

/// Where rows come from, as views say and spell it.
struct RowOrigin
{
    QString title; ///< "Sample rows", or the database's name
    const model::Dialect *dialect = nullptr;
    bool isSample = true; ///< made of the schema, in memory
    QString place; ///< tells databases of one name apart; not for people

    bool operator==(const RowOrigin &) const = default;
};

/// One piece of work on the database that is looked at. A newer job of a lane cancels the older one, whose
/// `done` is then never called.
struct Job
{
    QString lane;
    bool writes = false; ///< reading jobs get a connection that cannot write
    /// Runs on another thread; an error instead of the connection says why there is none.
    std::function<void(model::Result<model::Connection *>)> work;
    std::function<void()> done; ///< runs on the interface thread
};

/// A job whose `work` answers with a Result, which `done` is called with.
template <typename Work, typename Done>
Job job(const QString &lane, Work work, Done done)
{
    using Answer = std::invoke_result_t<Work, model::Connection &>;
    const auto answer = std::make_shared<std::optional<Answer>>();
    return {lane, false,
            [work = std::move(work), answer](model::Result<model::Connection *> connection) {
                if (connection)
                    answer->emplace(work(**connection));
                else
                    answer->emplace(tl::unexpected(connection.error()));
            },
            [done = std::move(done), answer] { done(std::move(**answer)); }};
}

/// The same for a job that writes.
template <typename Work, typename Done>
Job writingJob(const QString &lane, Work work, Done done)
{
    Job writing = job(lane, std::move(work), std::move(done));
    writing.writes = true;
    return writing;
}

}
