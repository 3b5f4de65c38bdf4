#include "model/database/mysqlconnection.h"

#include "model/database/clientlibrary.h"
#include "model/sql/literal.h"

#include <errmsg.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct FreeResult
{
    void operator()(MYSQL_RES *result) const { libmariadb()->mysql_free_result(result); }
};
using MysqlResult = std::unique_ptr<MYSQL_RES, FreeResult>;

constexpr unsigned binaryCharset = 63;

tl::unexpected<Error> faultOf(MYSQL *handle)
{
    return refusal(QString::fromUtf8(libmariadb()->mysql_error(handle)));
}

bool isBinary(const MYSQL_FIELD &field)
{
    return field.charsetnr == binaryCharset;
}

/// What the drivers of Sequelize make of a value of a type, in JSON.
CellFormat formatOf(const MYSQL_FIELD &field, const Dialect &dialect)
{
    switch (field.type) {
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_TIMESTAMP: return CellFormat::Date;
    case MYSQL_TYPE_JSON: return CellFormat::Json;
    case MYSQL_TYPE_GEOMETRY: return CellFormat::Geometry;
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL: return dialect.decimalsAreNumbers ? CellFormat::Number : CellFormat::AsIs;
    default: break;
    }
    // MariaDB's JSON is a text that says so.
    MARIADB_CONST_STRING format{};
    const bool hasFormat =
        libmariadb()->mariadb_field_attr(&format, &field, MARIADB_FIELD_ATTR_FORMAT_NAME) == 0;
    const bool isJson = hasFormat && QByteArrayView(format.str, qsizetype(format.length)) == "json";
    return isJson ? CellFormat::Json : CellFormat::AsIs;
}

Cell cellOf(const MYSQL_FIELD &field, const char *text, unsigned long length)
{
    Cell cell;
    if (!text)
        return cell;
    cell.kind = Cell::Text;
    cell.text = {text, qsizetype(length)};
    const auto raw = [&] { return QByteArray::fromRawData(text, qsizetype(length)); };
    switch (field.type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR: {
        bool fits = false;
        const qint64 number = raw().toLongLong(&fits);
        if (fits) {
            cell.kind = Cell::Integer;
            cell.integer = number;
        }
        break;
    }
    case MYSQL_TYPE_FLOAT:
    case MYSQL_TYPE_DOUBLE:
        cell.kind = Cell::Real;
        cell.real = raw().toDouble();
        break;
    case MYSQL_TYPE_TINY_BLOB:
    case MYSQL_TYPE_BLOB:
    case MYSQL_TYPE_MEDIUM_BLOB:
    case MYSQL_TYPE_LONG_BLOB:
    case MYSQL_TYPE_STRING:
    case MYSQL_TYPE_VAR_STRING:
        if (isBinary(field))
            cell.kind = Cell::Bytes;
        break;
    case MYSQL_TYPE_BIT:
    case MYSQL_TYPE_GEOMETRY: cell.kind = Cell::Bytes; break;
    default: break;
    }
    return cell;
}

/// nullptr where there is no text: the library then looks where the mysql client does (MYSQL_PWD, option
/// files).
const char *orNull(const QByteArray &text)
{
    return text.isNull() ? nullptr : text.constData();
}

void encrypt(MYSQL *handle, const DatabaseUrl &url)
{
    const Libmariadb &my = *libmariadb();
    const auto file = [&](const QString &name) { return url.options.value(name).toUtf8(); };
    const QByteArray key = file(u"ssl-key"_s);
    const QByteArray certificate = file(u"ssl-cert"_s);
    const QByteArray authority = file(u"ssl-ca"_s);
    my.mysql_ssl_set(handle, orNull(key), orNull(certificate), orNull(authority), nullptr, nullptr);
    const my_bool isVerified = url.options.value(u"ssl-mode"_s) == u"VERIFY_IDENTITY";
    my.mysql_optionsv(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &isVerified);
}

Result<MYSQL *> connected(const DatabaseUrl &url, const QString &mode)
{
    const Libmariadb &my = *libmariadb();
    MYSQL *handle = my.mysql_init(nullptr);
    const unsigned timeout = url.options.value(u"connect-timeout"_s, u"10"_s).toUInt();
    my.mysql_optionsv(handle, MYSQL_OPT_CONNECT_TIMEOUT, &timeout);
    my.mysql_optionsv(handle, MYSQL_READ_DEFAULT_GROUP, "client");
    my.mysql_optionsv(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (mode != u"DISABLED")
        encrypt(handle, url);
    const QByteArray user = url.user.isEmpty() ? QByteArray() : url.user.toUtf8();
    const QByteArray password = url.password.isNull() ? QByteArray() : url.password.toUtf8();
    // Without CLIENT_MULTI_STATEMENTS, what a literal holds cannot end a statement and begin another. Rows
    // that a statement finds count as changed, whether or not they held the new values already.
    if (my.mysql_real_connect(handle, url.host.toUtf8().constData(), orNull(user), orNull(password),
                              url.name.toUtf8().constData(), unsigned(url.port), nullptr, CLIENT_FOUND_ROWS))
        return handle;
    const QString reason = QString::fromUtf8(my.mysql_error(handle));
    const bool isForEncryption = my.mysql_errno(handle) == CR_SSL_CONNECTION_ERROR;
    my.mysql_close(handle);
    if (isForEncryption && mode == u"PREFERRED")
        return connected(url, u"DISABLED"_s);
    return refusal(Text::tr("cannot open %1: %2").arg(url.host + u'/' + url.name, reason));
}

/// PREFERRED, which is the default, goes on without encryption where the server knows none.
Result<MYSQL *> connected(const DatabaseUrl &url)
{
    return connected(url, url.options.value(u"ssl-mode"_s, u"PREFERRED"_s));
}

}

Result<std::unique_ptr<Connection>> MysqlConnection::open(const DatabaseUrl &url, Access access)
{
    if (!libmariadb())
        return refusal(Text::tr("libmariadb, the client library of MariaDB, is not installed"));
    const auto handle = connected(url);
    if (!handle)
        return tl::unexpected(handle.error());
    std::unique_ptr<MysqlConnection> connection(new MysqlConnection(*handle, url));
    QStringList settings{u"SET time_zone = '+00:00'"_s};
    if (access == Access::Read)
        settings.append(u"SET SESSION TRANSACTION READ ONLY"_s);
    for (const QString &setting : settings) {
        if (const auto set = connection->execute(setting); !set)
            return tl::unexpected(set.error());
    }
    if (const auto set = connection->setModes(); !set)
        return tl::unexpected(set.error());
    return connection;
}

MysqlConnection::MysqlConnection(MYSQL *handle, const DatabaseUrl &url)
    : Connection(*url.dialect), m_handle(handle), m_url(url), m_thread(libmariadb()->mysql_thread_id(handle))
{
}

MysqlConnection::~MysqlConnection()
{
    libmariadb()->mysql_close(m_handle);
}

bool MysqlConnection::isAlive()
{
    return libmariadb()->mysql_ping(m_handle) == 0;
}

/// Texts are written with backslashes escaped, and names between backticks: modes that read them otherwise
/// go.
Result<void> MysqlConnection::setModes()
{
    const auto modes = selectText(*this, u"SELECT @@SESSION.sql_mode"_s);
    if (!modes)
        return tl::unexpected(modes.error());
    QStringList kept = modes->split(u',');
    const auto removed = kept.removeAll(u"NO_BACKSLASH_ESCAPES"_s) + kept.removeAll(u"ANSI_QUOTES"_s);
    if (removed == 0)
        return {};
    return execute(u"SET SESSION sql_mode = "_s + quotedText(kept.join(u','), dialect())).map([](qint64) {});
}

/// A read-only transaction lets `INTO OUTFILE` and `INTO @variable` write: both return no columns, which the
/// server tells without running them.
Result<void> MysqlConnection::inspect(const QString &sql)
{
    const Libmariadb &my = *libmariadb();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    MYSQL_STMT *statement = my.mysql_stmt_init(m_handle);
    const bool isPrepared =
        my.mysql_stmt_prepare(statement, text->constData(), static_cast<unsigned long>(text->size())) == 0;
    Result<void> inspected;
    if (!isPrepared)
        inspected = refusal(QString::fromUtf8(my.mysql_stmt_error(statement)));
    else if (my.mysql_stmt_field_count(statement) == 0)
        inspected = refusal(Text::tr("the statement returns no rows; it was not run"));
    my.mysql_stmt_close(statement);
    return inspected;
}

Result<qint64> MysqlConnection::execute(const QString &sql)
{
    const Libmariadb &my = *libmariadb();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    if (my.mysql_real_query(m_handle, text->constData(), static_cast<unsigned long>(text->size())) != 0)
        return faultOf(m_handle);
    if (const MysqlResult result(my.mysql_store_result(m_handle)); result)
        return 0;
    return qint64(my.mysql_affected_rows(m_handle));
}

Result<void> MysqlConnection::select(const QString &sql, const Columns &columns, const Row &row)
{
    const Libmariadb &my = *libmariadb();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    if (my.mysql_real_query(m_handle, text->constData(), static_cast<unsigned long>(text->size())) != 0)
        return faultOf(m_handle);
    const MysqlResult result(my.mysql_use_result(m_handle));
    if (!result)
        return my.mysql_errno(m_handle) ? Result<void>(faultOf(m_handle)) : Result<void>();
    const unsigned count = my.mysql_num_fields(result.get());
    const MYSQL_FIELD *fields = my.mysql_fetch_fields(result.get());
    if (columns) {
        QList<ResultColumn> list;
        for (unsigned i = 0; i < count; ++i)
            list.append({.name = fields[i].name, .format = formatOf(fields[i], dialect())});
        columns(list);
    }
    std::vector<Cell> cells(count);
    while (const MYSQL_ROW data = my.mysql_fetch_row(result.get())) {
        if (!row)
            continue;
        const unsigned long *lengths = my.mysql_fetch_lengths(result.get());
        for (unsigned i = 0; i < count; ++i)
            cells[i] = cellOf(fields[i], data[i], lengths[i]);
        // Freeing the result reads what is left.
        if (!row(cells))
            return {};
    }
    return my.mysql_errno(m_handle) ? Result<void>(faultOf(m_handle)) : Result<void>();
}

Result<QStringList> MysqlConnection::tables(const QString &schema)
{
    QStringList names;
    const QString database = schema.isEmpty() ? u"DATABASE()"_s : quotedText(schema, dialect());
    const auto selected = select(u"SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = "_s
                                     + database + u" ORDER BY TABLE_NAME"_s,
                                 {}, [&](std::span<const Cell> row) {
                                     names.append(QString::fromUtf8(row[0].text));
                                     return true;
                                 });
    return selected.map([&] { return names; });
}

Result<QList<CatalogColumn>> MysqlConnection::columns(const QString &table, const QString &schema)
{
    QList<CatalogColumn> list;
    const QString database = schema.isEmpty() ? u"DATABASE()"_s : quotedText(schema, dialect());
    const auto selected = select(
        u"SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "_s + database
            + u" AND TABLE_NAME = "_s + quotedText(table, dialect()) + u" ORDER BY ORDINAL_POSITION"_s,
        {}, [&](std::span<const Cell> row) {
            list.append({QString::fromUtf8(row[0].text), QString::fromUtf8(row[1].text)});
            return true;
        });
    return selected.map([&] { return list; });
}

void MysqlConnection::interrupt()
{
    // A running statement is stopped from another connection; this one is busy with it.
    const auto other = connected(m_url);
    if (!other)
        return;
    const Libmariadb &my = *libmariadb();
    const QByteArray kill = "KILL QUERY " + QByteArray::number(quint64(m_thread));
    my.mysql_real_query(*other, kill.constData(), static_cast<unsigned long>(kill.size()));
    my.mysql_close(*other);
}

}
