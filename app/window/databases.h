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
    using Ending = std::function<void(const model::Result<void> &)>;
    enum class Kind { Reads, Writes };

    std::optional<model::DatabaseUrl> askForUrl(const QString &title, const QString &text,
                                                const QString &reason = {});
    void askForServer(const QString &reason);
    /// Looks at a database once it answers; the last one stays where it does not.
    void use(const model::DatabaseUrl &url, const std::function<void(const QString &)> &refused);
    /// Works on a database off the interface thread. `ended` gets an error without words where the user had
    /// enough of it.
    void run(const model::DatabaseUrl &url, const QString &what, Kind kind, const Work &work,
             const Ending &ended);

    Document &m_document;
    Session &m_session;
    QWidget *m_window;
    QString m_typed; ///< the last address
};

}
