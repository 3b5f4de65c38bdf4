#pragma once

#include "model/data/connection.h"

#include <QSqlDatabase>

namespace model {

/// A database that Qt opened, closed with its last owner. The client library's own connection is what
/// statements run on.
class OpenDatabase
{
public:
    /// `handleType` is what the driver calls its connection: "sqlite3*", "pg_conn*", "st_mysql*".
    static Result<OpenDatabase> open(const QString &driver, const DatabaseUrl &url, const QString &options,
                                     const char *handleType);

    OpenDatabase(OpenDatabase &&other) noexcept;
    OpenDatabase &operator=(OpenDatabase &&) = delete;
    ~OpenDatabase();

    template <typename Handle>
    Handle *handle() const
    {
        return static_cast<Handle *>(m_handle);
    }

private:
    OpenDatabase() = default;

    QString m_name;
    QSqlDatabase m_database;
    void *m_handle = nullptr;
};

}
