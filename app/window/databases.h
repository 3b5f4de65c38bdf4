#pragma once

#include "model/data/connection.h"
#include "model/schema/schema.h"

#include <QObject>

#include <functional>

class QWidget;

namespace app {

class Document;
class Session;

/// The questions about databases: where rows come from, and where the schema is created.
class Databases : public QObject
{
    Q_OBJECT

public:
    Databases(Document &document, Session &session, QWidget *window);

    void useSampleRows();
    void openFile();
    void connectServer();
    /// Makes an SQLite file with the schema and sample rows, and looks at that.
    void makeScratch();
    /// Creates the schema in a database of the user's choice.
    void deploy();

private:
    using Work = std::function<model::Result<void>(model::Connection &)>;

    std::optional<model::DatabaseUrl> askForUrl(const QString &title, const QString &text);
    /// Runs work that writes off the interface thread; `done` only where it succeeded.
    void run(const model::DatabaseUrl &url, const QString &what, const Work &work,
             const std::function<void()> &done, const std::function<void()> &failed = {});

    Document &m_document;
    Session &m_session;
    QWidget *m_window;
};

}
