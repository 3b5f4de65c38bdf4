#include "model/database/opendatabase.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace model {

Result<OpenDatabase> OpenDatabase::open(const QString &path, bool isReadOnly)
{
    const QString driver = u"QSQLITE"_s;
    if (!QSqlDatabase::isDriverAvailable(driver))
        return refusal(Text::tr("Qt's driver %1 for SQLite is not installed").arg(driver));
    OpenDatabase opened;
    opened.m_name = u"throughline-"_s + QUuid::createUuid().toString(QUuid::Id128);
    opened.m_database = QSqlDatabase::addDatabase(driver, opened.m_name);
    opened.m_database.setDatabaseName(path);
    if (isReadOnly)
        opened.m_database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!opened.m_database.open()) {
        return refusal(
            Text::tr("cannot open %1: %2").arg(path, opened.m_database.lastError().text().simplified()));
    }
    const QVariant handle = opened.m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return refusal(Text::tr("the driver %1 hands out no connection").arg(driver));
    opened.m_handle = *static_cast<sqlite3 *const *>(handle.constData());
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
