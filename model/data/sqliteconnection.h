#pragma once

#include "model/data/connection.h"

#include <QSqlDatabase>

struct sqlite3;

namespace model {

/// SQLite, opened by Qt and read through its own C interface.
class SqliteConnection final : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);
    ~SqliteConnection() override;

    Result<qint64> execute(const QString &sql) override;
    Result<void> select(const QString &sql, const Columns &columns, const Row &row) override;
    Result<QStringList> tables(const QString &schema) override;
    Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) override;
    void cancel() override;

private:
    SqliteConnection(QSqlDatabase database, sqlite3 *handle);

    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
};

}
