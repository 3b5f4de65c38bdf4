#include "model/data/opendatabase.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace model {

Result<OpenDatabase> OpenDatabase::open(const QString &driver, const DatabaseUrl &url, const QString &options,
                                        const char *handleType)
{
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return refusal(Text::tr("Qt's driver %1 for %2 is not installed").arg(driver, url.dialect->title));
    }
    OpenDatabase opened;
    opened.m_name = u"throughline-"_s + QUuid::createUuid().toString(QUuid::Id128);
    opened.m_database = QSqlDatabase::addDatabase(driver, opened.m_name);
    opened.m_database.setDatabaseName(url.path.isEmpty() ? url.name : url.path);
    opened.m_database.setHostName(url.host);
    opened.m_database.setUserName(url.user);
    opened.m_database.setPassword(url.password);
    if (url.port > 0)
        opened.m_database.setPort(url.port);
    opened.m_database.setConnectOptions(options);
    if (!opened.m_database.open()) {
        const QString where = url.path.isEmpty() ? url.host + u'/' + url.name : url.path;
        return refusal(
            Text::tr("cannot open %1: %2").arg(where, opened.m_database.lastError().text().simplified()));
    }
    const QVariant handle = opened.m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), handleType) != 0)
        return refusal(Text::tr("the driver %1 hands out no connection").arg(driver));
    opened.m_handle = *static_cast<void *const *>(handle.constData());
    return opened;
}

OpenDatabase::OpenDatabase(OpenDatabase &&other) noexcept
    : m_name(std::exchange(other.m_name, {})), m_database(std::exchange(other.m_database, {})),
      m_handle(std::exchange(other.m_handle, nullptr))
{
}

OpenDatabase::~OpenDatabase()
{
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

}
