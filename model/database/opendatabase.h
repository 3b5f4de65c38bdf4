#pragma once

#include "model/database/connection.h"

#include <QSqlDatabase>

struct sqlite3;

namespace model {

/// An SQLite database that Qt opened, closed with its owner. SQLite's own handle is what statements run on.
class OpenDatabase
{
public:
    static Result<OpenDatabase> open(const QString &path, bool isReadOnly);

    OpenDatabase(OpenDatabase &&other) noexcept;
    OpenDatabase &operator=(OpenDatabase &&) = delete;
    ~OpenDatabase();

    sqlite3 *handle() const { return m_handle; }

private:
    OpenDatabase() = default;

    QString m_name;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
};

}
