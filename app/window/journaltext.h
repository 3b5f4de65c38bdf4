#pragma once

#include "model/project/project.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app {

/// What a journal's file says: a project, and in a line before it what it is about.
struct JournalText
{
    QString path; ///< of the project; empty where it had none
    QByteArray base; ///< digest of the file that the edits were made to
    model::Project project;

    bool operator==(const JournalText &) const = default;
};

QByteArray journalText(const JournalText &journal);

/// Nothing where it is no journal, or only a part of one.
std::optional<JournalText> readJournal(const QByteArray &text);

}
