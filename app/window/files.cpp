#include "app/window/files.h"

#include "app/window/document.h"
#include "app/window/journal.h"
#include "app/window/message.h"
#include "app/window/settings.h"
#include "views/theme/labels.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString filter()
{
    return Files::tr("Throughline projects (*.throughline)");
}

QString whereOf(const model::Error &error)
{
    return error.line > 0
        ? Files::tr("Line %1, column %2: %3").arg(error.line).arg(error.column).arg(error.message)
        : error.message;
}

}

Files::Files(Document &document, Settings &settings, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_window(window)
{
    connect(&m_document, &Document::changedOnDisk, this, &Files::noticeChange);
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
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open project"), startFolder(), filter());
    if (!path.isEmpty())
        open(path);
}

void Files::open(const QString &path)
{
    if (!letGo())
        return;
    if (auto opened = m_document.open(path); !opened) {
        Message::tell(m_window, tr("Not opened"), tr("%1 cannot be opened.").arg(QFileInfo(path).fileName()),
                      whereOf(opened.error()));
        if (!QFileInfo::exists(path))
            m_settings.removeRecentFile(path);
        return;
    }
    m_settings.addRecentFile(m_document.path());
    Q_EMIT opened();
    offerJournal(m_document.path());
}

void Files::offerJournal(const QString &path)
{
    const auto remains = Journal::remainsOf(path);
    if (!remains)
        return;
    if (remains->project != m_document.project()) {
        Message box(tr("Unsaved work"),
                    tr("The last time, %1 was not closed properly. Its unsaved edits are still there.")
                        .arg(QFileInfo(path).fileName()),
                    QMessageBox::NoButton, m_window);
        box.setInformativeText(
            tr("Recovered edits are one step that can be undone. The file is not changed until you save."));
        QPushButton *recover = box.addButton(tr("Recover"), QMessageBox::AcceptRole);
        box.addButton(tr("Throw away"), QMessageBox::DestructiveRole);
        box.setDefaultButton(recover);
        box.exec();
        if (box.clickedButton() == recover) {
            m_document.recover(remains->project, path);
            return;
        }
    }
    Journal::discard(*remains);
}

bool Files::recoverNameless()
{
    bool took = false;
    for (const Journal::Remains &remains : Journal::remainsWithoutFile()) {
        Message box(
            tr("Unsaved work"),
            tr("A project that was never saved was not closed properly. It is still there: %n model(s).",
               nullptr, int(remains.project.models.size())),
            QMessageBox::NoButton, m_window);
        QPushButton *recover = box.addButton(tr("Recover"), QMessageBox::AcceptRole);
        box.addButton(tr("Later"), QMessageBox::RejectRole);
        QPushButton *discard = box.addButton(tr("Throw away"), QMessageBox::DestructiveRole);
        box.setDefaultButton(recover);
        box.exec();
        if (box.clickedButton() == discard) {
            Journal::discard(remains);
        } else if (box.clickedButton() == recover) {
            m_document.recover(remains.project, {});
            Journal::discard(remains);
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
    QFileDialog dialog(m_window, tr("Save project"), startFolder(), filter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"throughline"_s);
    dialog.selectFile(name.isEmpty() ? tr("untitled.throughline") : name);
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().value(0));
}

bool Files::saveTo(const QString &path)
{
    if (auto saved = m_document.saveAs(path); !saved) {
        Message::tell(m_window, tr("Not saved"), saved.error().message,
                      tr("The file is as it was, and your work is still here."));
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

bool Files::mayDropRows()
{
    const qsizetype count = m_waiting ? m_waiting() : 0;
    if (count == 0)
        return true;
    Message box(tr("Changes of rows"),
                views::counted(count, tr("1 change of rows is not committed."),
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
