#include "model/data/connection.h"

#include "model/data/mysqlconnection.h"
#include "model/data/postgresconnection.h"
#include "model/data/sqliteconnection.h"
#include "model/javascript.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace model {

Result<DatabaseUrl> parseDatabaseUrl(const QString &text)
{
    const QString scheme = text.section(u':', 0, 0);
    const Dialect *dialect = dialectNamed(scheme == u"postgresql" ? u"postgres"_s : scheme);
    if (!dialect) {
        QStringList known;
        for (const Dialect *each : dialects())
            known.append(each->id);
        return refusal(Text::tr("not a database: %1; expected %2 and what follows")
                           .arg(text, known.join(u":, "_s) + u':'));
    }
    DatabaseUrl url{.dialect = dialect};
    if (dialect == &sqliteDialect) {
        url.path = text.mid(scheme.size() + 1);
        if (url.path.startsWith("///"_L1))
            url.path.remove(0, 2);
        if (url.path.isEmpty())
            return refusal(Text::tr("sqlite: names no file; expected sqlite:PATH or sqlite::memory:"));
        return url;
    }
    const QUrl parsed(text, QUrl::StrictMode);
    url.host = parsed.host();
    url.port = parsed.port(0);
    url.user = parsed.userName(QUrl::FullyDecoded);
    url.password = parsed.password(QUrl::FullyDecoded);
    url.name = parsed.path(QUrl::FullyDecoded).mid(1);
    if (!parsed.isValid() || url.host.isEmpty() || url.name.isEmpty())
        return refusal(Text::tr("expected %1://user:password@host:port/name").arg(scheme));
    return url;
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    if (url.dialect == &sqliteDialect)
        return SqliteConnection::open(url, access);
    if (url.dialect == &postgresDialect)
        return PostgresConnection::open(url, access);
    return MysqlConnection::open(url, access);
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    if (const auto begun = connection.execute(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    auto done = work();
    if (done) {
        if (const auto committed = connection.execute(u"COMMIT"_s); committed)
            return {};
        else
            done = tl::unexpected(committed.error());
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
        return false;
    });
    return selected.map([&] { return value; });
}

}
