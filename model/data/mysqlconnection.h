#pragma once

#include "model/data/opendatabase.h"

struct st_mysql;

namespace model {

/// MySQL and MariaDB through MariaDB's client library: rows come one by one, in UTC.
class MysqlConnection final : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);

    Result<qint64> execute(const QString &sql) override;
    Result<void> select(const QString &sql, const Columns &columns, const Row &row) override;
    Result<QStringList> tables(const QString &schema) override;
    Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) override;
    void cancel() override;

private:
    MysqlConnection(OpenDatabase database, const DatabaseUrl &url);
    st_mysql *handle() const { return m_database.handle<st_mysql>(); }

    OpenDatabase m_database;
    const DatabaseUrl m_url;
    const unsigned long m_thread; ///< the server's number of this connection
};

}
