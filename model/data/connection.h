#pragma once

#include "model/query/cell.h"
#include "model/sql/dialect.h"

#include <functional>
#include <memory>
#include <span>

class QSqlDatabase;

namespace model {

/// A database as users write it: `sqlite:PATH`, `sqlite::memory:`, `postgres://user:password@host:port/name`,
/// ….
struct DatabaseUrl
{
    const Dialect *dialect = nullptr;
    QString path; ///< of the SQLite file
    QString host;
    int port = 0;
    QString user;
    QString password;
    QString name;

    bool isMemory() const { return path == QLatin1StringView(":memory:"); }
};

Result<DatabaseUrl> parseDatabaseUrl(const QString &url);

enum class Access {
    Read, ///< nothing can be written
    Write, ///< the database must be there
    Create ///< a missing SQLite file is made
};

/// A table's column as the database itself describes it.
struct CatalogColumn
{
    QString name;
    QString type;
};

/// A connection to one database, on the thread that opened it; only cancel() may be called from others.
class Connection
{
public:
    using Columns = std::function<void(const QList<ResultColumn> &columns)>;
    using Row = std::function<bool(std::span<const Cell> row)>; ///< false: enough

    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);

    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const Dialect &dialect() const { return m_dialect; }

    /// Runs a statement that returns no rows; the number of rows it changed.
    virtual Result<qint64> execute(const QString &sql) = 0;
    /// Runs a statement and hands out its rows as they come.
    virtual Result<void> select(const QString &sql, const Columns &columns, const Row &row) = 0;
    /// The names of all tables of a schema; of the usual one where none is named.
    virtual Result<QStringList> tables(const QString &schema) = 0;
    /// The columns of a table in order; empty where there is none.
    virtual Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) = 0;
    /// Makes a running statement fail soon. May be called from any thread.
    virtual void cancel() = 0;

protected:
    explicit Connection(const Dialect &dialect) : m_dialect(dialect) { }

private:
    const Dialect &m_dialect;
};

/// Runs `work` in a transaction: all of it, or nothing.
Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work);

/// The first value of a statement's first row, as text; null where it is NULL, or where there is no row.
Result<QString> selectText(Connection &connection, const QString &sql);

}
