#pragma once

#include "model/database/connection.h"

#include <QTemporaryDir>

namespace test {

/// A database server of its own, started by tests/support/servers and stopped with its owner.
class Server
{
public:
    /// `product` is postgres or mariadb.
    explicit Server(const QString &product);
    ~Server();

    /// Why there is none: the server is not installed. Empty where it runs.
    QString absence() const { return m_absence; }
    const model::DatabaseUrl &url() const { return m_url; }
    /// The certificate of the authority that signed the server's.
    QString authority() const { return m_home + QLatin1StringView("/ca.pem"); }
    std::unique_ptr<model::Connection> open(model::Access access) const;
    /// Ends the server at once, with everything that runs on it.
    void kill();

private:
    QTemporaryDir m_folder;
    QString m_home;
    QString m_absence;
    model::DatabaseUrl m_url;
};

/// A database without tables, whose foreign keys nobody watches: on a server, or in memory where there is
/// none. There is one such on a server.
model::Result<std::unique_ptr<model::Connection>> emptyDatabase(const model::Dialect &dialect,
                                                                const Server *server);

}
