#pragma once

#include "model/database/connection.h"

#include <QHash>

struct pg_conn;
struct pg_result;

namespace model {

/// PostgreSQL through libpq: rows come one by one, in UTC.
class PostgresConnection final : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);
    ~PostgresConnection() override;

    Result<qint64> execute(const QString &sql) override;
    Result<void> select(const QString &sql, const Columns &columns, const Row &row) override;
    Result<QStringList> tables(const QString &schema) override;
    Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) override;
    bool isAlive() override;

private:
    explicit PostgresConnection(pg_conn *handle);
    void interrupt() override;
    Result<void> readTypes();
    ResultColumn columnOf(const pg_result *result, int position) const;
    /// False where a type was made after the types were read.
    bool knowsTypes(const pg_result *result) const;
    /// Takes the rest of a result of new types, reads the types and asks again.
    Result<void> selectAgain(const pg_result *result, const QString &sql, const Columns &columns,
                             const Row &row);

    pg_conn *m_handle; ///< owned
    void *m_cancel = nullptr; ///< libpq's PGcancel
    /// Types that a server numbers as it likes: element types of arrays and ranges by the type's number; 0
    /// where the type is no array.
    QHash<quint32, quint32> m_arrayElements;
    QHash<quint32, quint32> m_rangeElements;
};

}
