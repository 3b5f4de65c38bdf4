#pragma once

#include "model/sql/dialect.h"

#include <QMap>

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
    QString password; ///< null where the URL has none: the client libraries look where their own programs do
    QString name;
    /// What follows the question mark, under the names of the product's own clients: `sslmode`,
    /// `sslrootcert`, … (libpq), `ssl-mode`, `ssl-ca`, … (mysql).
    QMap<QString, QString> options;

    bool isMemory() const { return path == QLatin1StringView(":memory:"); }
};

/// An option that is not known is refused: what asks for encryption must not connect without. No refusal
/// repeats a password.
Result<DatabaseUrl> parseDatabaseUrl(const QString &url);

}
