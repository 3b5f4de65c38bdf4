#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

#include <tl/expected.hpp>

namespace app {

/// Who has a project open.
struct Holder
{
    QString host;
    QByteArray boot; ///< of the host: process numbers begin anew with each
    qint64 process = 0;
    qint64 started = 0; ///< when the process began: its number may be another's by now

    bool isOnThisHost() const;
    bool operator==(const Holder &) const = default;
};

/// One window alone has a project: a file that says who, locked by the system for as long as that program
/// runs. What a program leaves that has crashed locks nobody out, unless it ran on another host: nobody here
/// can know whether it still does.
class Lock
{
public:
    /// Nothing where no such file can be made. `evenFromOtherHost` takes what another host left.
    static tl::expected<std::shared_ptr<Lock>, Holder> take(const QString &path,
                                                            bool evenFromOtherHost = false);
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;
    /// Takes the file away.
    ~Lock();

private:
    Lock(const QString &path, int file);

    QString m_path;
    int m_file = -1;
};

}
