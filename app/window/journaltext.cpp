#include "app/window/journaltext.h"

#include "model/file/projectfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

QByteArray journalText(const JournalText &journal)
{
    const QJsonObject first{{u"path"_s, journal.path},
                            {u"base"_s, QString::fromLatin1(journal.base.toHex())}};
    return QJsonDocument(first).toJson(QJsonDocument::Compact) + '\n' + model::writeProject(journal.project);
}

std::optional<JournalText> readJournal(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return {};
    const QJsonObject first = QJsonDocument::fromJson(text.first(end)).object();
    auto project = model::readProject(text.sliced(end + 1));
    if (first.isEmpty() || !project)
        return {};
    return JournalText{first.value("path"_L1).toString(),
                       QByteArray::fromHex(first.value("base"_L1).toString().toLatin1()),
                       std::move(project->project)};
}

}
