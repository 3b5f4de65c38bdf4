#include "app/window/databases.h"

#include "app/window/document.h"
#include "app/window/message.h"
#include "app/window/session.h"
#include "app/window/settings.h"
#include "model/database/deploy.h"
#include "model/file/projectfile.h"
#include "model/file/savefile.h"
#include "model/sample/fill.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int patience = 300; ///< milliseconds before a progress bar is shown
constexpr int progressWidth = 360;
constexpr int addressWidth = 480;

QString databaseFilter()
{
    return Databases::tr("SQLite databases (*.db *.sqlite *.sqlite3);;All files (*)");
}

model::DatabaseUrl sqliteFile(const QString &path)
{
    return {.dialect = &model::sqliteDialect, .path = path};
}

}

Databases::Databases(Document &document, Session &session, Settings &settings, QWidget *window)
    : QObject(window), m_document(document), m_session(session), m_settings(settings), m_window(window),
      m_typed(u"postgres://user:password@localhost:5432/name"_s)
{
    // A trusted project stays trusted when the user changes and saves it.
    connect(&m_document, &Document::pathChanged, this, &Databases::rememberTrust);
    connect(&m_document, &Document::modifiedChanged, this, [this](bool isModified) {
        if (!isModified)
            rememberTrust();
    });
}

bool Databases::projectReplaced()
{
    const QString &path = m_document.path();
    m_isTrusted = path.isEmpty() || m_settings.trusts(path, m_document.digest());
    const bool isServer = m_session.url() && m_session.url()->path.isEmpty();
    if (m_isTrusted || !isServer)
        return false;
    m_session.use({});
    return true;
}

void Databases::rememberTrust()
{
    if (m_isTrusted && !m_document.path().isEmpty())
        m_settings.trust(m_document.path(), m_document.digest());
}

bool Databases::mayRunOn(const model::DatabaseUrl &url)
{
    if (m_isTrusted)
        return true;
    Message box(tr("Connect"), tr("Trust %1?").arg(m_document.title()), QMessageBox::Cancel, m_window);
    box.setInformativeText(tr("Its queries would run on %1 (%2), in read-only transactions that are rolled "
                              "back. What a function does "
                              "outside of the database, such as writing files or connecting to other "
                              "servers, cannot be undone: connect "
                              "only if you know where the project comes from.")
                               .arg(url.name, url.host));
    const QPushButton *trust = box.addButton(tr("Trust and connect"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != trust)
        return false;
    m_isTrusted = true;
    rememberTrust();
    return true;
}

void Databases::useSampleRows()
{
    m_session.use({});
}

void Databases::openFile()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Rows of an SQLite file"), {}, databaseFilter());
    if (path.isEmpty())
        return;
    use(sqliteFile(path), [this, path](const QString &reason) {
        Message::tell(m_window, tr("Not opened"), tr("%1 cannot be read.").arg(QFileInfo(path).fileName()),
                      reason);
    });
}

std::optional<model::DatabaseUrl> Databases::askForUrl(const QString &title, const QString &text,
                                                       const QString &reason)
{
    QString refusal = reason;
    while (true) {
        QInputDialog dialog(m_window);
        dialog.setWindowTitle(title);
        dialog.setLabelText(refusal.isEmpty() ? text : text + u"\n\n"_s + refusal);
        dialog.setTextValue(m_typed);
        if (auto *words = dialog.findChild<QLabel *>()) {
            words->setTextFormat(Qt::PlainText);
            words->setWordWrap(true);
            words->setMinimumWidth(addressWidth);
        }
        if (dialog.exec() != QDialog::Accepted)
            return {};
        m_typed = dialog.textValue().trimmed();
        const auto url = model::parseDatabaseUrl(m_typed);
        if (url)
            return *url;
        refusal = url.error().message;
    }
}

void Databases::connectServer()
{
    askForServer({});
}

void Databases::askForServer(const QString &reason)
{
    const auto url =
        askForUrl(tr("Rows of a server"),
                  tr("A database, as postgres://…, mysql://… or mariadb://…. Queries only read."), reason);
    if (url && mayRunOn(*url))
        use(*url, [this](const QString &refusal) { askForServer(refusal); });
}

void Databases::use(const model::DatabaseUrl &url, const std::function<void(const QString &)> &refused)
{
    // A statement that reads: a file may be anything, and says so only then.
    const QString probe = url.path.isEmpty() ? u"SELECT 1"_s : u"SELECT COUNT(*) FROM sqlite_master"_s;
    run(
        url, tr("Connecting…"), Kind::Reads,
        [probe](model::Connection &connection) {
            return model::selectText(connection, probe).map([](const QString &) {});
        },
        [this, url, refused](const model::Result<void> &reached) {
            if (reached)
                m_session.use(url);
            else if (!reached.error().message.isEmpty())
                refused(reached.error().message);
        });
}

void Databases::makeScratch()
{
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("New scratch database"), u"scratch.db"_s, databaseFilter());
    if (path.isEmpty())
        return;
    // A journal of SQLite beside it belongs to what is in the file, and would be applied to the new one.
    for (const QString &journal : {path + u"-journal"_s, path + u"-wal"_s}) {
        if (QFile::exists(journal)) {
            Message::tell(m_window, tr("Not made"),
                          tr("%1 is in use by another program, or was not closed properly.")
                              .arg(QFileInfo(path).fileName()));
            return;
        }
    }
    // The dialog has asked whether a file may be replaced: that happens once the new one is whole.
    const QString building = model::unusedName(QFileInfo(path).absolutePath());
    if (const auto empty = model::saveBytes({}, building); !empty) {
        Message::tell(m_window, tr("Not made"), tr("The database cannot be made."), empty.error().message);
        return;
    }
    const auto schema = std::make_shared<model::Schema>(m_document.schema());
    run(
        sqliteFile(building), tr("Filling the database…"), Kind::Writes,
        [schema](model::Connection &connection) {
            return model::deploy(connection, *schema).and_then([&] {
                return model::fillSample(connection, *schema);
            });
        },
        [this, path, building](const model::Result<void> &filled) {
            const auto made = filled.and_then([&] { return model::replaceFile(path, building); });
            if (made)
                return m_session.use(sqliteFile(path));
            QFile::remove(building);
            if (!made.error().message.isEmpty())
                Message::tell(m_window, tr("Not made"), tr("The database was not made."),
                              made.error().message);
        });
}

void Databases::deploy()
{
    const auto url =
        askForUrl(tr("Create the schema"),
                  tr("The database that gets the tables: sqlite:FILE, postgres://…, mysql://… or "
                     "mariadb://…. Tables that exist are never touched."));
    if (!url)
        return;
    const bool isNew = !url->path.isEmpty() && !QFile::exists(url->path);
    if (isNew) {
        QFile file(url->path);
        (void)file.open(QIODevice::WriteOnly);
    }
    const auto schema = std::make_shared<model::Schema>(m_document.schema());
    run(
        *url, tr("Creating the schema…"), Kind::Writes,
        [schema](model::Connection &connection) { return model::deploy(connection, *schema); },
        [this, isNew, path = url->path](const model::Result<void> &made) {
            if (made)
                return Message::tell(m_window, tr("Schema created"),
                                     tr("The database has the schema's tables now."));
            if (isNew)
                QFile::remove(path);
            if (!made.error().message.isEmpty())
                Message::tell(m_window, tr("Not created"), tr("The schema was not created."),
                              made.error().message);
        });
}

void Databases::run(const model::DatabaseUrl &url, const QString &what, Kind kind, const Work &work,
                    const Ending &ended)
{
    auto *worker = new Worker(this);
    worker->use({.url = url});
    auto *progress = new QProgressDialog(what, tr("Cancel"), 0, 0, m_window);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(patience);
    progress->setMinimumWidth(progressWidth);
    progress->setValue(0);
    const auto end = [progress] {
        // It lives until this turn of the event loop is over, however long a dialog keeps that: reset, it
        // does not show itself any more.
        progress->reset();
        progress->deleteLater();
    };
    connect(progress, &QProgressDialog::canceled, worker, [worker, kind, end, ended] {
        end();
        // What is written is cancelled for sure before anything is cleared away.
        if (kind == Kind::Writes)
            worker->deleteLater();
        else
            worker->leave();
        ended(tl::unexpected(model::Error{}));
    });
    const auto done = [worker, end, ended](const model::Result<void> &result) {
        end();
        worker->deleteLater();
        ended(result);
    };
    const QString lane = u"once"_s;
    worker->ask(kind == Kind::Writes ? views::writingJob(lane, work, done) : views::job(lane, work, done));
}

}
