#include "model/data/mysqlconnection.h"

#include "model/data/clientlibrary.h"
#include "model/sql/literal.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct FreeResult
{
    void operator()(MYSQL_RES *result) const { libmariadb()->mysql_free_result(result); }
};
using ResultPointer = std::unique_ptr<MYSQL_RES, FreeResult>;

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

}

Result<std::unique_ptr<Connection>> MysqlConnection::open(const DatabaseUrl &url, Access access)
{
    if (!libmariadb())
        return refusal(Text::tr("libmariadb, the client library of MariaDB, is not installed"));
    auto database = OpenDatabase::open(u"QMYSQL"_s, url, u"MYSQL_OPT_CONNECT_TIMEOUT=10"_s, "st_mysql*");
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<MysqlConnection> connection(new MysqlConnection(std::move(*database), url));
    // A query is one statement: what a literal holds cannot end it and begin another.
    libmariadb()->mysql_set_server_option(connection->handle(), MYSQL_OPTION_MULTI_STATEMENTS_OFF);
    QStringList settings{u"SET NAMES utf8mb4"_s, u"SET time_zone = '+00:00'"_s};
    if (access == Access::Read)
        settings.append(u"SET SESSION TRANSACTION READ ONLY"_s);
    for (const QString &setting : settings) {
        if (const auto set = connection->execute(setting); !set)
            return tl::unexpected(set.error());
    }
    return connection;
}

MysqlConnection::MysqlConnection(OpenDatabase database, const DatabaseUrl &url)
    : Connection(*url.dialect), m_database(std::move(database)), m_url(url),
      m_thread(libmariadb()->mysql_thread_id(handle()))
{
}

Result<qint64> MysqlConnection::execute(const QString &sql)
{
    const Libmariadb &my = *libmariadb();
    const QByteArray text = sql.toUtf8();
    if (my.mysql_real_query(handle(), text.constData(), static_cast<unsigned long>(text.size())) != 0)
        return faultOf(handle());
    if (const ResultPointer result(my.mysql_store_result(handle())); result)
        return 0;
    return qint64(my.mysql_affected_rows(handle()));
}

Result<void> MysqlConnection::select(const QString &sql, const Columns &columns, const Row &row)
{
    const Libmariadb &my = *libmariadb();
    const QByteArray text = sql.toUtf8();
    if (my.mysql_real_query(handle(), text.constData(), static_cast<unsigned long>(text.size())) != 0)
        return faultOf(handle());
    const ResultPointer result(my.mysql_use_result(handle()));
    if (!result)
        return my.mysql_errno(handle()) ? Result<void>(faultOf(handle())) : Result<void>();
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
    return my.mysql_errno(handle()) ? Result<void>(faultOf(handle())) : Result<void>();
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

void MysqlConnection::cancel()
{
    const Libmariadb &my = *libmariadb();
    // A running statement is stopped from another connection; this one is busy with it.
    MYSQL *other = my.mysql_init(nullptr);
    const QByteArray host = m_url.host.toUtf8();
    if (my.mysql_real_connect(other, host.constData(), m_url.user.toUtf8().constData(),
                              m_url.password.toUtf8().constData(), nullptr, unsigned(m_url.port), nullptr, 0))
    {
        const QByteArray kill = "KILL QUERY " + QByteArray::number(quint64(m_thread));
        my.mysql_real_query(other, kill.constData(), static_cast<unsigned long>(kill.size()));
    }
    my.mysql_close(other);
}

}
