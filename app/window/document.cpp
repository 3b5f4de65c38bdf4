#include "app/window/document.h"

#include "model/check/check.h"
#include "model/file/savefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QUndoCommand>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray digestOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

QByteArray digestOnDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? digestOf(file.readAll()) : QByteArray();
}

}

/// The only undo command there is: the project before a step and after it.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Document &document, const model::Project &before, const model::Project &after,
                const QString &what)
        : QUndoCommand(what), m_document(document), m_before(before), m_after(after)
    {
    }

    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }

private:
    Document &m_document;
    const model::Project m_before;
    const model::Project m_after;
};

Document::Document(QObject *parent)
    : QObject(parent), m_journal(std::make_unique<Journal>()), m_watcher(new QFileSystemWatcher(this))
{
    connect(&m_undo, &QUndoStack::cleanChanged, this,
            [this](bool isClean) { Q_EMIT modifiedChanged(!isClean); });
    constexpr int patience = 300; // ms
    m_look.setSingleShot(true);
    m_look.setInterval(patience);
    connect(&m_look, &QTimer::timeout, this, &Document::look);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (QFile::exists(m_path))
            look();
        else
            m_look.start();
    });
}

Document::~Document() = default;

QString Document::title() const
{
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

const model::Schema &Document::schema() const
{
    if (!m_schema)
        m_schema = model::resolve(m_project);
    return *m_schema;
}

const QList<model::Problem> &Document::problems() const
{
    if (!m_problems)
        m_problems = model::checkAll(m_project, schema());
    return *m_problems;
}

void Document::setProject(const model::Project &project, bool isSchemaChanged)
{
    if (isSchemaChanged)
        m_schema.reset();
    if (isSchemaChanged || project.ignored != m_project.ignored)
        m_problems.reset();
    m_project = project;
}

void Document::show(const model::Project &project)
{
    const bool isSchemaChanged = project.name != m_project.name || project.models != m_project.models
        || project.associations != m_project.associations || project.define != m_project.define;
    setProject(project, isSchemaChanged);
    m_journal->write(m_project, m_onDisk);
    Q_EMIT changed(isSchemaChanged);
}

void Document::edit(const model::Project &next, const QString &what)
{
    if (next != m_project)
        m_undo.push(new EditCommand(*this, m_project, next, what));
}

void Document::reset(const model::Project &project, const QString &path, const Claim &claim,
                     const QByteArray &onDisk)
{
    setProject(project, true);
    m_path = path;
    m_onDisk = onDisk;
    m_undo.clear();
    m_journal->follow(claim);
    watch();
    Q_EMIT replaced();
    Q_EMIT pathChanged();
}

void Document::start(const model::Project &project)
{
    reset(project, {}, {}, {});
}

tl::expected<Claim, Holder> Document::claim(const QString &path, bool evenFromOtherHost) const
{
    return m_journal->claim(path, evenFromOtherHost);
}

model::Result<void> Document::open(const QString &path, const Claim &claim)
{
    const auto file = model::loadProject(path);
    if (!file)
        return tl::unexpected(file.error());
    reset(file->project, QFileInfo(path).absoluteFilePath(), claim, digestOf(file->text));
    return {};
}

model::Result<void> Document::open(const QString &path)
{
    const auto claimed = claim(path);
    return claimed ? open(path, *claimed) : model::refusal(tr("the file is open in another window"));
}

void Document::recover(const Journal::Remains &remains, const QString &path, const Claim &claim)
{
    const auto file = path.isEmpty() ? model::Result<model::ProjectFile>() : model::loadProject(path);
    reset(file ? file->project : model::Project(), path, claim, remains.base);
    edit(remains.project, tr("Recover"));
    if (m_journal->flush())
        Journal::discard(remains);
}

model::Result<void> Document::save()
{
    return saveAs(m_path);
}

model::Result<void> Document::saveAs(const QString &path)
{
    const bool isOther = path != m_path;
    const auto claimed = claim(path);
    if (!claimed)
        return model::refusal(tr("%1 is open in another window").arg(QFileInfo(path).fileName()));
    const QByteArray text = model::writeProject(m_project);
    // A journal that outlives its file's saving must not be older than the file.
    m_journal->flush();
    if (auto saved = model::saveBytes(text, path); !saved) {
        // It may be in its place all the same, and only not be safe there.
        if (!isOther && digestOnDisk(path) == digestOf(text))
            m_onDisk = digestOf(text);
        return saved;
    }
    m_onDisk = digestOf(text);
    if (isOther) {
        m_path = QFileInfo(path).absoluteFilePath();
        m_journal->follow(*claimed);
        Q_EMIT pathChanged();
    } else {
        m_journal->clear();
    }
    m_undo.setClean();
    watch();
    return {};
}

bool Document::isChangedOnDisk() const
{
    if (m_path.isEmpty())
        return false;
    const QByteArray now = digestOnDisk(m_path);
    return !now.isEmpty() && now != m_onDisk;
}

void Document::acceptDisk()
{
    m_onDisk = digestOnDisk(m_path);
}

void Document::watch()
{
    if (!m_watcher->files().isEmpty())
        m_watcher->removePaths(m_watcher->files());
    if (!m_path.isEmpty() && QFile::exists(m_path))
        m_watcher->addPath(m_path);
}

void Document::look()
{
    if (m_path.isEmpty())
        return;
    watch();
    if (!QFile::exists(m_path)) {
        m_undo.resetClean();
        m_journal->write(m_project, m_onDisk);
        Q_EMIT removedFromDisk();
    } else if (isChangedOnDisk()) {
        Q_EMIT changedOnDisk();
    }
}

void Document::forget()
{
    m_journal->clear();
}

}
