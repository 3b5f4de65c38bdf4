#include "model/database/connection.h"

#include "model/database/mysqlconnection.h"
#include "model/database/postgresconnection.h"
#include "model/database/sqliteconnection.h"
#include "model/sql/literal.h"

using namespace Qt::StringLiterals;

namespace model {

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    if (url.dialect == &sqliteDialect)
        return SqliteConnection::open(url, access);
    if (url.dialect == &postgresDialect)
        return PostgresConnection::open(url, access);
    return MysqlConnection::open(url, access);
}

Result<void> Connection::selectGuarded(const QString &sql, const Columns &columns, const Row &row)
{
    if (const auto inspected = inspect(sql); !inspected)
        return inspected;
    if (m_dialect.beginReading.isEmpty())
        return select(sql, columns, row);
    if (const auto begun = execute(m_dialect.beginReading); !begun)
        return tl::unexpected(begun.error());
    const auto selected = select(sql, columns, row);
    // Where even this fails, the connection is gone, and the transaction with it.
    (void)execute(u"ROLLBACK"_s);
    return selected;
}

Result<QByteArray> Connection::encoded(const QString &sql)
{
    if (sql.contains(QChar::Null))
        return refusal(nulInStatement());
    return sql.toUtf8();
}

void Connection::cancel()
{
    if (m_isCancellable)
        interrupt();
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    if (const auto begun = connection.execute(connection.dialect().beginWriting); !begun)
        return tl::unexpected(begun.error());
    auto done = work();
    if (done) {
        if (const auto committed = connection.execute(u"COMMIT"_s); committed)
            return {};
        else
            done = tl::unexpected(committed.error());
        if (!connection.isAlive()) {
            return refusal(
                Text::tr("the connection was lost while committing, and it is not known whether that "
                         "was done: %1")
                    .arg(done.error().message));
        }
    }
    // The first failure is the one to tell; a connection that cannot roll back has lost its transaction
    // anyway.
    (void)connection.execute(u"ROLLBACK"_s);
    return done;
}

Result<QString> selectText(Connection &connection, const QString &sql)
{
    QString value;
    const auto selected = connection.select(sql, {}, [&](std::span<const Cell> row) {
        if (!row.empty()) {
            value = row[0].kind == Cell::Integer ? QString::number(row[0].integer)
                                                 : QString::fromUtf8(row[0].text);
        }
        return true;
    });
    return selected.map([&] { return value; });
}

}
