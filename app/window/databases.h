#pragma once

#include "model/database/connection.h"
#include "model/schema/schema.h"

#include <QObject>

#include <functional>

class QWidget;

namespace app {

class Document;
class Session;
class Settings;

/// The questions about databases: where rows come from, and where the schema is created.
class Databases : public QObject
{
    Q_OBJECT

public:
    Databases(Document &document, Session &session, Settings &settings, QWidget *window);

    /// Another project is open: unless the user trusts its file, its queries do not run on the server that is
    /// connected. True where sample rows took its place.
    bool projectReplaced();
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
    /// Works on a database off the interface thread. An error without a message tells `ended` that the user
    /// has cancelled.
    void run(const model::DatabaseUrl &url, const QString &what, Kind kind, const Work &work,
             const Ending &ended);

    /// Whether the project's queries may run on a server; asks unless the user trusts its file already.
    bool mayRunOn(const model::DatabaseUrl &url);
    void rememberTrust();

    Document &m_document;
    Session &m_session;
    Settings &m_settings;
    bool m_isTrusted = true; ///< the open project: it is the user's own, or the user trusts its file
    QWidget *m_window;
    QString m_typed; ///< the last address
};

}
