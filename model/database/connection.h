#pragma once

#include "model/database/databaseurl.h"
#include "model/database/cell.h"

#include <atomic>
#include <functional>
#include <memory>
#include <span>

namespace model {

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

    /// Runs one statement that returns no rows; the number of rows it changed, or would have changed where they
    /// held the new values already.
    virtual Result<qint64> execute(const QString &sql) = 0;
    /// Runs a statement and hands out its rows as they come.
    virtual Result<void> select(const QString &sql, const Columns &columns, const Row &row) = 0;
    /// The same for a statement that holds SQL of the user's: in a read-only transaction of its own, which is
    /// rolled back. What it sets in the session does not outlive it; what returns no columns is refused.
    Result<void> selectGuarded(const QString &sql, const Columns &columns, const Row &row);
    /// The names of all tables of a schema; of the usual one where none is named.
    virtual Result<QStringList> tables(const QString &schema) = 0;
    /// The columns of a table in order; empty where there is none.
    virtual Result<QList<CatalogColumn>> columns(const QString &table, const QString &schema) = 0;
    /// False once the server has closed the connection; only between statements.
    virtual bool isAlive() { return true; }
    /// Makes a running statement fail soon. May be called from any thread.
    void cancel();
    /// While false, cancel() does nothing: for what must be done to its end.
    void setCancellable(bool isCancellable) { m_isCancellable = isCancellable; }

protected:
    explicit Connection(const Dialect &dialect) : m_dialect(dialect) { }

    /// A statement as the client libraries take it. One with a NUL is refused: they would run what stands
    /// before it, and no more.
    static Result<QByteArray> encoded(const QString &sql);

    /// Refuses, without running it, a statement that a read-only transaction would let write.
    virtual Result<void> inspect(const QString &) { return {}; }
    virtual void interrupt() = 0;

private:
    const Dialect &m_dialect;
    std::atomic<bool> m_isCancellable = true;
};

/// Runs `work`, which may write, in a transaction: all of it, or nothing. Where the connection is lost at the
/// end, the refusal says that it is not known which.
Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work);

/// The first value of a statement's first row, as text; null where it is NULL, or where there is no row.
Result<QString> selectText(Connection &connection, const QString &sql);

}
