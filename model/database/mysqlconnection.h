#pragma once

#include "model/database/connection.h"

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
    ~MysqlConnection() override;
    bool isAlive() override;

private:
    MysqlConnection(st_mysql *handle, const DatabaseUrl &url);
    Result<void> inspect(const QString &sql) override;
    void interrupt() override;
    Result<void> setModes();

    st_mysql *m_handle; ///< owned
    const DatabaseUrl m_url;
    const unsigned long m_thread; ///< the server's number of this connection
};

}
