#include "tests/support/server.h"

#include "tests/support/projects.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace test {

namespace {

struct Outcome
{
    bool succeeded = false;
    QString output;
    QString errors;
};

/// The servers outlive the script and inherit its error channel: that is a file, not a pipe.
Outcome runServers(const QStringList &arguments, const QString &errors)
{
    QProcess process;
    process.setStandardErrorFile(errors);
    process.start(sourcePath(u"tests/support/servers"_s), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    QFile file(errors);
    (void)file.open(QIODevice::ReadOnly);
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            QString::fromUtf8(process.readAllStandardOutput()).trimmed(), QString::fromUtf8(file.readAll())};
}

}

Server::Server(const QString &product) : m_home(m_folder.filePath(product))
{
    const Outcome started = runServers({u"start"_s, product, m_home}, m_folder.filePath(u"errors"_s));
    if (!started.succeeded) {
        if (!started.errors.contains("is not installed"_L1))
            qFatal("%s", qPrintable(started.errors));
        m_absence = started.errors.trimmed();
        return;
    }
    const auto url = model::parseDatabaseUrl(started.output);
    if (!url)
        qFatal("%s", qPrintable(url.error().message));
    m_url = *url;
}

Server::~Server()
{
    (void)runServers({u"stop"_s, m_home}, m_folder.filePath(u"errors"_s));
}

std::unique_ptr<model::Connection> Server::open(model::Access access) const
{
    auto connection = model::Connection::open(m_url, access);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().message));
    return std::move(*connection);
}

void Server::kill()
{
    QFile file(m_home + u"/pid"_s);
    (void)file.open(QIODevice::ReadOnly);
    const pid_t pid = file.readAll().trimmed().toInt();
    // PostgreSQL's processes die with the first one only on SIGQUIT; MariaDB has one.
    if (pid > 0)
        ::kill(pid, m_url.dialect == &model::postgresDialect ? SIGQUIT : SIGKILL);
}

model::Result<std::unique_ptr<model::Connection>> emptyDatabase(const model::Dialect &dialect,
                                                                const Server *server)
{
    model::DatabaseUrl url = server ? server->url() : model::DatabaseUrl{.path = u":memory:"_s};
    url.dialect = &dialect;
    if (server) {
        const auto admin = server->open(model::Access::Write);
        if (const auto dropped = admin->execute(u"DROP DATABASE IF EXISTS scratch"_s); !dropped)
            return tl::unexpected(dropped.error());
        if (const auto made = admin->execute(u"CREATE DATABASE scratch"_s); !made)
            return tl::unexpected(made.error());
        url.name = u"scratch"_s;
    }
    auto connection = model::Connection::open(url, model::Access::Create);
    if (!connection)
        return connection;
    if (dialect.bit == model::postgresBit)
        (void)(*connection)->execute(u"CREATE EXTENSION IF NOT EXISTS citext"_s);
    const QString unwatched = dialect.bit == model::sqliteBit ? u"PRAGMA foreign_keys = OFF"_s
        : dialect.bit == model::postgresBit                   ? u"SET session_replication_role = replica"_s
                                                              : u"SET FOREIGN_KEY_CHECKS = 0"_s;
    if (const auto set = (*connection)->execute(unwatched); !set)
        return tl::unexpected(set.error());
    return connection;
}

}
