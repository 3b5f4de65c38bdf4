#include "model/database/sqliteconnection.h"

#include "model/sql/literal.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>
#include <sys/stat.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using StatementPointer = std::unique_ptr<sqlite3_stmt, Finalize>;

/// The program that holds a lock on a file, where the system tells (Linux: /proc/locks names the inode).
QString lockHolder(const QString &path)
{
    struct stat status
    {
    };
    QFile locks(u"/proc/locks"_s);
    if (stat(QFile::encodeName(path).constData(), &status) != 0 || !locks.open(QIODevice::ReadOnly))
        return {};
    const QByteArray inode = ':' + QByteArray::number(quint64(status.st_ino));
    // "1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF"
    for (const QByteArray &line : locks.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 6 || !fields[5].endsWith(inode) || fields[3] != "WRITE")
            continue;
        QFile name(u"/proc/%1/comm"_s.arg(QString::fromLatin1(fields[4])));
        if (name.open(QIODevice::ReadOnly)) {
            return Text::tr("%1 (process %2)")
                .arg(QString::fromUtf8(name.readAll().trimmed()), QString::fromLatin1(fields[4]));
        }
    }
    return {};
}

Cell cellOf(sqlite3_stmt *statement, int column)
{
    Cell cell;
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        cell.kind = Cell::Integer;
        cell.integer = sqlite3_column_int64(statement, column);
        break;
    case SQLITE_FLOAT:
        cell.kind = Cell::Real;
        cell.real = sqlite3_column_double(statement, column);
        break;
    case SQLITE_TEXT: {
        cell.kind = Cell::Text;
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        cell.text = {text, sqlite3_column_bytes(statement, column)};
        break;
    }
    case SQLITE_BLOB: {
        cell.kind = Cell::Bytes;
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        cell.text = {bytes, sqlite3_column_bytes(statement, column)};
        break;
    }
    default: break;
    }
    return cell;
}

}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const DatabaseUrl &url, Access access)
{
    if (access != Access::Create && !url.isMemory() && !QFileInfo::exists(url.path))
        return refusal(Text::tr("no database file %1").arg(url.path));
    const bool isReadOnly = access == Access::Read && !url.isMemory();
    auto database = OpenDatabase::open(url.path, isReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<Connection> connection(new SqliteConnection(std::move(*database), url.path));
    if (const auto set = connection->execute(u"PRAGMA foreign_keys = ON"_s); !set)
        return tl::unexpected(set.error());
    // The first read tells whether the file is a database at all.
    if (const auto read = selectText(*connection, u"SELECT count(*) FROM sqlite_master"_s); !read)
        return refusal(Text::tr("cannot read %1: %2").arg(url.path, read.error().message));
    return connection;
}

SqliteConnection::SqliteConnection(OpenDatabase database, const QString &path)
    : Connection(sqliteDialect), m_database(std::move(database)), m_path(path)
{
    sqlite3_busy_handler(m_database.handle(), waitForLock, this);
}

/// SQLite asks this while another program holds the lock; 0 gives up.
int SqliteConnection::waitForLock(void *connection, int count)
{
    constexpr int patience = 5000; // ms
    constexpr int pause = 25; // ms
    if (static_cast<SqliteConnection *>(connection)->m_isInterrupted || count * pause >= patience)
        return 0;
    return sqlite3_sleep(pause);
}

tl::unexpected<Error> SqliteConnection::fault() const
{
    auto *handle = m_database.handle();
    if (sqlite3_errcode(handle) != SQLITE_BUSY)
        return refusal(QString::fromUtf8(sqlite3_errmsg(handle)));
    if (m_isInterrupted)
        return refusal(QString::fromUtf8(sqlite3_errstr(SQLITE_INTERRUPT)));
    const QString holder = lockHolder(m_path);
    return refusal(holder.isEmpty() ? Text::tr("another program is writing to the database")
                                    : Text::tr("%1 is writing to the database").arg(holder));
}

Result<qint64> SqliteConnection::execute(const QString &sql)
{
    // What triggers and cascades change besides does not count, and a statement that changes nothing leaves
    // the last one's number standing.
    auto *handle = m_database.handle();
    const auto before = sqlite3_total_changes64(handle);
    const auto done = select(sql, {}, {});
    return done.map(
        [&] { return qint64(sqlite3_total_changes64(handle) == before ? 0 : sqlite3_changes64(handle)); });
}

Result<void> SqliteConnection::select(const QString &sql, const Columns &columns, const Row &row)
{
    auto *handle = m_database.handle();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    sqlite3_stmt *prepared = nullptr;
    m_isInterrupted = false;
    if (sqlite3_prepare_v2(handle, text->constData(), int(text->size()), &prepared, nullptr) != SQLITE_OK)
        return fault();
    const StatementPointer statement(prepared);
    const int count = sqlite3_column_count(prepared);
    if (columns) {
        QList<ResultColumn> list;
        for (int i = 0; i < count; ++i)
            list.append({.name = sqlite3_column_name(prepared, i)});
        columns(list);
    }
    std::vector<Cell> cells;
    cells.resize(size_t(count));
    while (true) {
        const int stepped = sqlite3_step(prepared);
        if (stepped == SQLITE_DONE)
            return {};
        if (stepped != SQLITE_ROW)
            return fault();
        if (!row)
            continue;
        for (int i = 0; i < count; ++i)
            cells[size_t(i)] = cellOf(prepared, i);
        if (!row(cells))
            return {};
    }
}

Result<QStringList> SqliteConnection::tables(const QString &)
{
    QStringList names;
    const auto selected =
        select(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
               "ESCAPE '\\' ORDER BY name"_s,
               {}, [&](std::span<const Cell> row) {
                   names.append(QString::fromUtf8(row[0].text));
                   return true;
               });
    return selected.map([&] { return names; });
}

Result<QList<CatalogColumn>> SqliteConnection::columns(const QString &table, const QString &)
{
    QList<CatalogColumn> list;
    const auto selected =
        select(u"PRAGMA table_info("_s + quotedName(table, sqliteDialect) + u')', {},
               [&](std::span<const Cell> row) {
                   list.append({QString::fromUtf8(row[1].text), QString::fromUtf8(row[2].text)});
                   return true;
               });
    return selected.map([&] { return list; });
}

void SqliteConnection::interrupt()
{
    m_isInterrupted = true;
    sqlite3_interrupt(m_database.handle());
}

}
