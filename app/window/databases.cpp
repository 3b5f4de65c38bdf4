#include "app/window/databases.h"

#include "app/window/document.h"
#include "app/window/session.h"
#include "model/data/deploy.h"
#include "model/data/fill.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QProgressDialog>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int patience = 300; ///< milliseconds before a progress bar is shown

QString filter()
{
    return Databases::tr("SQLite databases (*.db *.sqlite *.sqlite3);;All files (*)");
}

model::DatabaseUrl sqliteFile(const QString &path)
{
    return {.dialect = &model::sqliteDialect, .path = path};
}

}

Databases::Databases(Document &document, Session &session, QWidget *window)
    : QObject(window), m_document(document), m_session(session), m_window(window)
{
}

void Databases::useSampleRows()
{
    m_session.use({});
}

void Databases::openFile()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Rows of an SQLite file"), {}, filter());
    if (!path.isEmpty())
        m_session.use(sqliteFile(path));
}

std::optional<model::DatabaseUrl> Databases::askForUrl(const QString &title, const QString &text)
{
    QString typed = u"postgres://user:password@localhost:5432/name"_s;
    QString reason;
    while (true) {
        QInputDialog dialog(m_window);
        dialog.setWindowTitle(title);
        dialog.setLabelText(reason.isEmpty() ? text : text + u"\n\n"_s + reason);
        dialog.setTextValue(typed);
        dialog.resize(520, dialog.height());
        if (dialog.exec() != QDialog::Accepted)
            return {};
        typed = dialog.textValue().trimmed();
        const auto url = model::parseDatabaseUrl(typed);
        if (url)
            return *url;
        reason = url.error().message;
    }
}

void Databases::connectServer()
{
    const auto url =
        askForUrl(tr("Rows of a server"),
                  tr("A database, as postgres://…, mysql://… or mariadb://…. Queries only read."));
    if (url)
        m_session.use(*url);
}

void Databases::makeScratch()
{
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("New scratch database"), u"scratch.db"_s, filter());
    if (path.isEmpty())
        return;
    // The dialog has asked whether a file may be replaced.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        QMessageBox::warning(m_window, tr("Cannot make the database"), file.errorString());
        return;
    }
    file.close();
    const auto schema = std::make_shared<model::Schema>(m_document.schema());
    run(
        sqliteFile(path), tr("Filling the database…"),
        [schema](model::Connection &connection) {
            return model::deploy(connection, *schema).and_then([&] {
                return model::fillSample(connection, *schema);
            });
        },
        [this, path] { m_session.use(sqliteFile(path)); }, [path] { QFile::remove(path); });
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
        *url, tr("Creating the schema…"),
        [schema](model::Connection &connection) { return model::deploy(connection, *schema); },
        [this, schema] {
            QMessageBox::information(m_window, tr("Schema created"),
                                     tr("The database has the schema's tables now."));
        },
        [isNew, path = url->path] {
            if (isNew)
                QFile::remove(path);
        });
}

void Databases::run(const model::DatabaseUrl &url, const QString &what, const Work &work,
                    const std::function<void()> &done, const std::function<void()> &failed)
{
    const QString lane = u"once"_s;
    auto *worker = new Worker(this);
    worker->use({.url = url});
    auto *progress = new QProgressDialog(what, tr("Cancel"), 0, 0, m_window);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(patience);
    progress->setValue(0);
    const auto end = [worker, progress] {
        progress->deleteLater();
        worker->deleteLater();
    };
    connect(progress, &QProgressDialog::canceled, worker, [worker, lane, end, failed] {
        worker->cancel(lane);
        end();
        if (failed)
            failed();
    });
    worker->ask(views::writingJob(lane, work, [this, end, done, failed](const model::Result<void> &result) {
        end();
        if (result) {
            done();
            return;
        }
        if (failed)
            failed();
        QMessageBox::warning(m_window, tr("Nothing was changed"), result.error().message);
    }));
}

}
