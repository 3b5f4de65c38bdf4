#pragma once

#include "model/result.h"

#include <QByteArray>

/// The one place that writes bytes. Each call of the system is checked, and what is reported as saved has
/// reached the disk: the file before it takes the place of the old one, and the folder after that.
namespace model {

/// Who may read a file that was not there before.
enum class Readers {
    AsUsual, ///< as the user's umask says
    OwnerOnly,
};

/// Replaces a file as a whole or leaves it as it was; symbolic links are followed. Rights, owner, extended
/// attributes and hard links stay. To a device or a pipe the bytes are written.
Result<void> saveBytes(const QByteArray &bytes, const QString &path,
                       Readers readers = Readers::AsUsual);

/// Moves a finished file into the place of another one, which keeps its rights. Both are in one folder.
Result<void> replaceFile(const QString &path, const QString &finished);

/// A name that no file of a folder has, for one that is to be finished there.
QString unusedName(const QString &folder);

/// Writes all bytes to an open file, a pipe or a terminal.
Result<void> writeBytes(const QByteArray &bytes, int descriptor);

}
