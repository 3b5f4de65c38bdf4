#include "model/database/postgresconnection.h"

#include "model/database/clientlibrary.h"
#include "model/sql/literal.h"

#include <QMap>

#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr Oid firstOwnType = 16384; ///< FirstNormalObjectId (transam.h): what a database makes for itself

// Numbers of built-in types (pg_type.dat), which never change.
enum TypeNumber : Oid {
    Bool = 16,
    Bytea = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Json = 114,
    Float4 = 700,
    Float8 = 701,
    Date = 1082,
    Timestamp = 1114,
    TimestampTz = 1184,
    Numeric = 1700,
    Jsonb = 3802,
};

struct ClearResult
{
    void operator()(PGresult *result) const { libpq()->PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

tl::unexpected<Error> faultOf(const char *message)
{
    QString text = QString::fromUtf8(message).trimmed();
    if (text.startsWith("ERROR:"_L1))
        text = text.mid(6).trimmed();
    return refusal(text.section(u'\n', 0, 0));
}

/// What Sequelize makes of a value of a type, in JSON.
CellFormat formatOf(Oid type)
{
    switch (type) {
    case Bool: return CellFormat::Boolean;
    case Json:
    case Jsonb: return CellFormat::Json;
    case Timestamp:
    case TimestampTz: return CellFormat::Date;
    case Int2:
    case Int4:
    case Float4:
    case Float8: return CellFormat::Number;
    default: return CellFormat::AsIs;
    }
}

bool isFailed(const PGresult *result)
{
    const Libpq &pq = *libpq();
    const ExecStatusType status = pq.PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

double realOf(QByteArrayView text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text.endsWith("nfinity"))
        return (text.startsWith('-') ? -1 : 1) * std::numeric_limits<double>::infinity();
    return text.toDouble();
}

/// Reads the text that the server sends for a value; bytes are decoded into `decoded`.
Cell cellOf(const Libpq &pq, const PGresult *result, int row, int column, QByteArray &decoded)
{
    Cell cell;
    if (pq.PQgetisnull(result, row, column))
        return cell;
    cell.text = {pq.PQgetvalue(result, row, column), pq.PQgetlength(result, row, column)};
    cell.kind = Cell::Text;
    switch (pq.PQftype(result, column)) {
    case Int2:
    case Int4:
        cell.kind = Cell::Integer;
        cell.integer = cell.text.toByteArray().toLongLong();
        break;
    case Float4:
    case Float8:
        cell.kind = Cell::Real;
        cell.real = realOf(cell.text);
        break;
    case Date:
        // As Sequelize: of infinity it makes the number.
        if (cell.text.endsWith("infinity")) {
            cell.kind = Cell::Real;
            cell.real = realOf(cell.text);
        }
        break;
    case Bytea:
        decoded = QByteArray::fromHex(cell.text.sliced(2).toByteArray());
        cell.kind = Cell::Bytes;
        cell.text = decoded;
        break;
    default: break;
    }
    return cell;
}

}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const DatabaseUrl &url, Access access)
{
    if (!libpq())
        return refusal(Text::tr("libpq, the client library of PostgreSQL, is not installed"));
    const Libpq &pq = *libpq();
    // What is not said here libpq takes from where psql does: PGPASSWORD, .pgpass, PGSSLMODE, ….
    QMap<QByteArray, QByteArray> parameters{{"client_encoding", "UTF8"},  {"connect_timeout", "10"},
                                            {"keepalives_idle", "30"},    {"keepalives_interval", "10"},
                                            {"keepalives_count", "3"},    {"host", url.host.toUtf8()},
                                            {"dbname", url.name.toUtf8()}};
    if (url.port > 0)
        parameters.insert("port", QByteArray::number(url.port));
    if (!url.user.isEmpty())
        parameters.insert("user", url.user.toUtf8());
    if (!url.password.isNull())
        parameters.insert("password", url.password.toUtf8());
    for (const auto &[name, value] : url.options.asKeyValueRange())
        parameters.insert(name.toUtf8(), value.toUtf8());
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : parameters.asKeyValueRange()) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(pq.PQconnectdbParams(names.data(), values.data(), 0)));
    if (pq.PQstatus(connection->m_handle) != CONNECTION_OK) {
        return refusal(Text::tr("cannot open %1: %2")
                           .arg(url.host + u'/' + url.name,
                                QString::fromUtf8(pq.PQerrorMessage(connection->m_handle)).simplified()));
    }
    QStringList settings{u"SET TIME ZONE 'UTC'"_s,
                         u"SET DateStyle = ISO"_s,
                         u"SET client_min_messages = error"_s,
                         u"SET standard_conforming_strings = on"_s,
                         u"SET bytea_output = hex"_s,
                         u"SET extra_float_digits = 1"_s};
    if (access == Access::Read)
        settings.append(u"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"_s);
    for (const QString &setting : settings) {
        if (const auto set = connection->execute(setting); !set)
            return tl::unexpected(set.error());
    }
    if (const auto read = connection->readTypes(); !read)
        return tl::unexpected(read.error());
    return connection;
}

PostgresConnection::PostgresConnection(pg_conn *handle)
    : Connection(postgresDialect), m_handle(handle), m_cancel(libpq()->PQgetCancel(handle))
{
}

PostgresConnection::~PostgresConnection()
{
    libpq()->PQfreeCancel(static_cast<PGcancel *>(m_cancel));
    libpq()->PQfinish(m_handle);
}

bool PostgresConnection::isAlive()
{
    // Reads what the server has sent without being asked: its last words, and behind them that the connection
    // is closed.
    const Libpq &pq = *libpq();
    return pq.PQconsumeInput(m_handle) && pq.PQconsumeInput(m_handle)
        && pq.PQstatus(m_handle) == CONNECTION_OK;
}

Result<void> PostgresConnection::readTypes()
{
    const auto read = [this](const QString &sql, QHash<quint32, quint32> &elements) {
        return select(sql, {}, [&](std::span<const Cell> row) {
            elements.insert(row[0].text.toByteArray().toUInt(), row[1].text.toByteArray().toUInt());
            return true;
        });
    };
    const auto arrays = read(
        u"SELECT oid::text, (CASE WHEN typlen = -1 THEN typelem ELSE 0 END)::text FROM pg_type WHERE oid >= %1 OR typelem <> 0"_s
            .arg(firstOwnType),
        m_arrayElements);
    if (!arrays)
        return arrays;
    return read(u"SELECT rngtypid::text, rngsubtype::text FROM pg_range"_s, m_rangeElements);
}

ResultColumn PostgresConnection::columnOf(const PGresult *result, int position) const
{
    const Libpq &pq = *libpq();
    const Oid type = pq.PQftype(result, position);
    ResultColumn column{.name = pq.PQfname(result, position), .format = formatOf(type)};
    if (const Oid element = m_arrayElements.value(type); element != 0) {
        column.format = CellFormat::Array;
        column.element = element == Date ? CellFormat::Floating : formatOf(element);
    } else if (const auto range = m_rangeElements.constFind(type); range != m_rangeElements.cend()) {
        column.format = CellFormat::Range;
        column.element = formatOf(*range);
    }
    return column;
}

bool PostgresConnection::knowsTypes(const PGresult *result) const
{
    const Libpq &pq = *libpq();
    for (int i = 0; i < pq.PQnfields(result); ++i) {
        if (pq.PQftype(result, i) >= firstOwnType && !m_arrayElements.contains(pq.PQftype(result, i)))
            return false;
    }
    return true;
}

Result<void> PostgresConnection::selectAgain(const PGresult *result, const QString &sql,
                                             const Columns &columns, const Row &row)
{
    const Libpq &pq = *libpq();
    Result<void> outcome;
    while (const PostgresResult left{pq.PQgetResult(m_handle)}) {
        if (isFailed(left.get()))
            outcome = faultOf(pq.PQresultErrorMessage(left.get()));
    }
    if (outcome)
        outcome = readTypes();
    if (!outcome)
        return outcome;
    for (int i = 0; i < pq.PQnfields(result); ++i) {
        const Oid type = pq.PQftype(result, i);
        if (!m_arrayElements.contains(type))
            m_arrayElements.insert(type, 0);
    }
    return select(sql, columns, row);
}

Result<qint64> PostgresConnection::execute(const QString &sql)
{
    const Libpq &pq = *libpq();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    // With parameters, even if there are none, the server takes one statement and no more.
    const PostgresResult result(
        pq.PQexecParams(m_handle, text->constData(), 0, nullptr, nullptr, nullptr, nullptr, 0));
    if (!result || isFailed(result.get()))
        return faultOf(result ? pq.PQresultErrorMessage(result.get()) : pq.PQerrorMessage(m_handle));
    return QByteArray(pq.PQcmdTuples(result.get())).toLongLong();
}

Result<void> PostgresConnection::select(const QString &sql, const Columns &columns, const Row &row)
{
    const Libpq &pq = *libpq();
    const auto text = encoded(sql);
    if (!text)
        return tl::unexpected(text.error());
    if (!pq.PQsendQueryParams(m_handle, text->constData(), 0, nullptr, nullptr, nullptr, nullptr, 0))
        return faultOf(pq.PQerrorMessage(m_handle));
    pq.PQsetSingleRowMode(m_handle);
    Result<void> outcome;
    bool wantsMore = true;
    bool isFirst = true;
    std::vector<Cell> cells;
    std::vector<QByteArray> decoded;
    // Every result must be taken, also when no more rows are wanted.
    while (const PostgresResult result{pq.PQgetResult(m_handle)}) {
        if (isFailed(result.get())) {
            if (wantsMore)
                outcome = faultOf(pq.PQresultErrorMessage(result.get()));
            continue;
        }
        const int count = pq.PQnfields(result.get());
        if (isFirst && count > 0) {
            isFirst = false;
            if (!knowsTypes(result.get()))
                return selectAgain(result.get(), sql, columns, row);
            QList<ResultColumn> list;
            for (int i = 0; i < count; ++i)
                list.append(columnOf(result.get(), i));
            if (columns)
                columns(list);
            cells.resize(size_t(count));
            decoded.resize(size_t(count));
        }
        for (int r = 0; row && wantsMore && r < pq.PQntuples(result.get()); ++r) {
            for (int i = 0; i < count; ++i)
                cells[size_t(i)] = cellOf(pq, result.get(), r, i, decoded[size_t(i)]);
            wantsMore = row(cells);
            if (!wantsMore)
                cancel();
        }
    }
    return outcome;
}

Result<QStringList> PostgresConnection::tables(const QString &schema)
{
    QStringList names;
    const QString name = schema.isEmpty() ? u"public"_s : schema;
    const auto selected = select(u"SELECT tablename FROM pg_tables WHERE schemaname = "_s
                                     + quotedText(name, postgresDialect) + u" ORDER BY tablename"_s,
                                 {}, [&](std::span<const Cell> row) {
                                     names.append(QString::fromUtf8(row[0].text));
                                     return true;
                                 });
    return selected.map([&] { return names; });
}

Result<QList<CatalogColumn>> PostgresConnection::columns(const QString &table, const QString &schema)
{
    QList<CatalogColumn> list;
    const QString name = schema.isEmpty() ? u"public"_s : schema;
    const auto selected =
        select(u"SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c "
               u"ON c.oid = "
               "a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.attnum > 0 AND NOT "
               "a.attisdropped AND "
               "n.nspname = "_s
                   + quotedText(name, postgresDialect) + u" AND c.relname = "_s
                   + quotedText(table, postgresDialect) + u" ORDER BY a.attnum"_s,
               {}, [&](std::span<const Cell> row) {
                   list.append({QString::fromUtf8(row[0].text), QString::fromUtf8(row[1].text)});
                   return true;
               });
    return selected.map([&] { return list; });
}

void PostgresConnection::interrupt()
{
    char reason[256];
    libpq()->PQcancel(static_cast<PGcancel *>(m_cancel), reason, sizeof reason);
}

}
