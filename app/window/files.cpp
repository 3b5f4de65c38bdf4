#include "app/window/files.h"

#include "app/window/document.h"
#include "app/window/message.h"
#include "app/window/settings.h"
#include "model/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString projectFilter()
{
    return Files::tr("Throughline projects (*.throughline)");
}

QString whereOf(const model::Error &error)
{
    return error.line > 0
        ? Files::tr("Line %1, column %2: %3").arg(error.line).arg(error.column).arg(error.message)
        : error.message;
}

void tellNotOpened(QWidget *window, const QString &path, const model::Error &error)
{
    Message::tell(window, Files::tr("Not opened"),
                  Files::tr("%1 cannot be opened.").arg(QFileInfo(path).fileName()), whereOf(error));
}

}

Files::Files(Document &document, Settings &settings, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_window(window)
{
    connect(&m_document, &Document::changedOnDisk, this, &Files::noticeChange);
    connect(&m_document, &Document::removedFromDisk, this, &Files::noticeRemoval);
}

QString Files::startFolder() const
{
    const QString path = m_document.path().isEmpty() ? m_settings.recentFiles().value(0) : m_document.path();
    return path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                          : QFileInfo(path).path();
}

void Files::startNew()
{
    if (!letGo())
        return;
    m_document.start({});
    Q_EMIT opened();
}

void Files::openSample(const QString &path)
{
    if (!letGo())
        return;
    const auto file = model::loadProject(path);
    if (!file) {
        Message::tell(m_window, tr("Not opened"), tr("The sample cannot be opened."), whereOf(file.error()));
        return;
    }
    m_document.start(file->project);
    Q_EMIT opened();
}

void Files::openAny()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open project"), startFolder(), projectFilter());
    if (!path.isEmpty())
        open(path);
}

void Files::open(const QString &path)
{
    if (!letGo())
        return;
    std::optional<Claim> claim;
    if (auto claimed = m_document.claim(path))
        claim = std::move(*claimed);
    else
        claim = askAboutHolder(path, claimed.error());
    if (!claim)
        return;
    if (auto opened = m_document.open(path, *claim); !opened) {
        if (offerRemainsOfLost(path, *claim))
            return;
        tellNotOpened(m_window, path, opened.error());
        if (!QFileInfo::exists(path))
            m_settings.removeRecentFile(path);
        return;
    }
    m_settings.addRecentFile(m_document.path());
    Q_EMIT opened();
    offerRemains(m_document.path(), *claim);
}

std::optional<Claim> Files::askAboutHolder(const QString &path, const Holder &holder)
{
    const QString name = QFileInfo(path).fileName();
    Message box(tr("Open already"),
                holder.isOnThisHost() ? tr("%1 is open in another window.").arg(name)
                                      : tr("%1 is open on %2.").arg(name, holder.host),
                QMessageBox::Cancel, m_window);
    box.setInformativeText(tr("Only one window can save to a file. A copy holds what was saved last, and has "
                              "no file of its own yet."));
    QPushButton *copy = box.addButton(tr("Open a copy"), QMessageBox::AcceptRole);
    const QPushButton *anyway = nullptr;
    if (!holder.isOnThisHost()) {
        box.setInformativeText(box.informativeText() + u' '
                               + tr("If it is not open there any more, the program ended unexpectedly."));
        anyway = box.addButton(tr("Open anyway"), QMessageBox::DestructiveRole);
    }
    box.setDefaultButton(copy);
    box.exec();
    if (box.clickedButton() == copy) {
        openCopy(path);
    } else if (anyway && box.clickedButton() == anyway) {
        if (auto claim = m_document.claim(path, true))
            return *claim;
    }
    return {};
}

void Files::openCopy(const QString &path)
{
    const auto file = model::loadProject(path);
    if (!file)
        return tellNotOpened(m_window, path, file.error());
    m_document.start(file->project);
    Q_EMIT opened();
}

void Files::offerRemains(const QString &path, const Claim &claim)
{
    for (const Journal::Remains &remains : m_document.remains()) {
        if (remains.project == m_document.project()) {
            Journal::discard(remains);
            continue;
        }
        Message box(tr("Unsaved work"),
                    tr("The last time, %1 was not closed properly. Its unsaved edits are still there.")
                        .arg(QFileInfo(path).fileName()),
                    QMessageBox::NoButton, m_window);
        box.setInformativeText(
            m_document.isOfThisFile(remains)
                ? tr("Recovered edits are one step that can be undone. The file is not changed until you "
                     "save.")
                : tr("Another program has changed the file since. Recovered edits do not have that change; "
                     "before you save them over it, you are asked again."));
        QPushButton *recover = box.addButton(tr("Recover"), QMessageBox::AcceptRole);
        box.addButton(tr("Later"), QMessageBox::RejectRole);
        QPushButton *discard = box.addButton(tr("Throw away"), QMessageBox::DestructiveRole);
        box.setDefaultButton(recover);
        box.exec();
        if (box.clickedButton() == discard)
            Journal::discard(remains);
        if (box.clickedButton() != recover)
            continue;
        m_document.recover(remains, path, claim);
        return;
    }
}

bool Files::offerRemainsOfLost(const QString &path, const Claim &claim)
{
    const QList<Journal::Remains> list = Journal::journalsOf(path);
    if (list.isEmpty())
        return false;
    Message box(tr("Unsaved work"),
                tr("%1 cannot be read. Edits of it that were not saved are still there, with all that it "
                   "had.")
                    .arg(QFileInfo(path).fileName()),
                QMessageBox::NoButton, m_window);
    box.setInformativeText(tr("The file is not changed until you save."));
    QPushButton *recover = box.addButton(tr("Recover"), QMessageBox::AcceptRole);
    box.addButton(tr("Later"), QMessageBox::RejectRole);
    box.setDefaultButton(recover);
    box.exec();
    if (box.clickedButton() != recover)
        return false;
    m_document.recover(list.first(), QFileInfo(path).absoluteFilePath(), claim);
    Q_EMIT opened();
    return true;
}

bool Files::recoverNameless()
{
    bool took = false;
    for (const Journal::Remains &remains : Journal::remainsWithoutFile()) {
        Message box(tr("Unsaved work"),
                    tr("A project that was never saved was not closed properly. It is still there: %1.")
                        .arg(model::counted(remains.project.models.size(), tr("1 model"), tr("%1 models"))),
                    QMessageBox::NoButton, m_window);
        QPushButton *recover = box.addButton(tr("Recover"), QMessageBox::AcceptRole);
        box.addButton(tr("Later"), QMessageBox::RejectRole);
        QPushButton *discard = box.addButton(tr("Throw away"), QMessageBox::DestructiveRole);
        box.setDefaultButton(recover);
        box.exec();
        if (box.clickedButton() == discard) {
            Journal::discard(remains);
        } else if (box.clickedButton() == recover) {
            m_document.recover(remains, {}, {});
            Q_EMIT opened();
            took = true;
            break;
        }
    }
    return took;
}

bool Files::save()
{
    return m_document.path().isEmpty() ? saveAs() : mayOverwrite() && saveTo(m_document.path());
}

bool Files::saveAs()
{
    const QString name = m_document.path().isEmpty() ? m_document.project().name : m_document.title();
    QFileDialog dialog(m_window, tr("Save project"), startFolder(), projectFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"throughline"_s);
    dialog.selectFile(name.isEmpty() ? tr("untitled.throughline") : name);
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().value(0));
}

bool Files::saveTo(const QString &path)
{
    if (auto saved = m_document.saveAs(path); !saved) {
        Message::tell(m_window, tr("Not saved"), saved.error().message,
                      tr("Your work is still here, and unsaved."));
        return false;
    }
    m_settings.addRecentFile(m_document.path());
    return true;
}

bool Files::mayOverwrite()
{
    if (!m_document.isChangedOnDisk())
        return true;
    Message box(tr("Save"), tr("%1 was changed by another program.").arg(m_document.title()),
                QMessageBox::Cancel, m_window);
    box.setInformativeText(tr("Saving would take the other program's work away."));
    const QPushButton *other = box.addButton(tr("Save as…"), QMessageBox::AcceptRole);
    const QPushButton *over = box.addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() == other)
        saveAs();
    return box.clickedButton() == over;
}

void Files::noticeChange()
{
    if (m_isAsking)
        return;
    const QScopedValueRollback asking(m_isAsking, true);
    Message box(tr("Changed file"), tr("%1 was changed by another program.").arg(m_document.title()),
                QMessageBox::NoButton, m_window);
    box.setInformativeText(m_document.isModified() ? tr("Reading it again throws your unsaved edits away.")
                                                   : QString());
    QPushButton *keep = box.addButton(tr("Keep mine"), QMessageBox::RejectRole);
    const QPushButton *read = box.addButton(tr("Read again"), QMessageBox::AcceptRole);
    box.setDefaultButton(keep);
    box.exec();
    if (box.clickedButton() != read || !mayDropRows())
        return;
    if (auto opened = m_document.open(m_document.path()); !opened)
        Message::tell(m_window, tr("Not opened"), tr("%1 cannot be read.").arg(m_document.title()),
                      whereOf(opened.error()));
    else
        Q_EMIT this->opened();
}

void Files::noticeRemoval()
{
    if (m_isAsking)
        return;
    const QScopedValueRollback asking(m_isAsking, true);
    Message box(tr("The file is gone"),
                tr("%1 was deleted or moved by another program.").arg(m_document.title()),
                QMessageBox::NoButton, m_window);
    box.setInformativeText(tr("Your work is still here. Saving writes the file again."));
    QPushButton *save = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    box.addButton(tr("Not now"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == save)
        saveTo(m_document.path());
}

bool Files::mayDropRows()
{
    const qsizetype count = m_waiting ? m_waiting() : 0;
    if (count == 0)
        return true;
    Message box(tr("Changes of rows"),
                model::counted(count, tr("1 change of rows is not committed."),
                               tr("%1 changes of rows are not committed.")),
                QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setInformativeText(
        tr("They wait in the Data panel, beside the rows of the database that they are meant for."));
    box.setDefaultButton(QMessageBox::Cancel);
    return box.exec() == QMessageBox::Discard;
}

bool Files::letGo()
{
    if (!mayDropRows())
        return false;
    if (!m_document.isModified())
        return true;
    Message box(tr("Unsaved edits"), tr("%1 has unsaved edits.").arg(m_document.title()),
                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

}
