#pragma once

#include "model/database/opendatabase.h"

namespace model {

/// SQLite, opened by Qt and read through its own C interface.
class SqliteConnection final : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);

    Result<qint64> execute(const QString &sql) override;
    Result<void> select(const QString &sql, const Columns &columns, const Row &row) override;
    Result<QStringList> tables(const QString &schema) override;
    Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) override;

private:
    explicit SqliteConnection(OpenDatabase database, const QString &path);
    void interrupt() override;
    tl::unexpected<Error> fault() const;
    static int waitForLock(void *connection, int count);

    OpenDatabase m_database;
    const QString m_path;
    std::atomic<bool> m_isInterrupted = false; ///< while it waits for another program's lock
};

}
