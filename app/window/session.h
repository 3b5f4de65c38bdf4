#pragma once

#include "app/window/worker.h"

namespace app {

/// The database that the window looks at. It takes jobs from the interface thread, has them run elsewhere and
/// brings the answers back.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);

    /// The project has another schema: sample rows are made anew.
    void show(const model::Schema &schema);
    /// Rows come from this database from now on; from sample rows where none is given. What is being written
    /// to the last one is written to its end, and answered.
    void use(const std::optional<model::DatabaseUrl> &url);
    views::RowOrigin origin() const;
    const std::optional<model::DatabaseUrl> &url() const { return m_source.url; }

    void ask(const views::Job &job);
    void cancel(const QString &lane);
    /// What was committed to the sample rows is done again whenever they are made anew.
    void keep(const model::Changes &committed, const views::RowOrigin &origin);
    /// Another project: what was done to the sample rows of the last one is no more.
    void forget();

Q_SIGNALS:
    void originChanged(const views::RowOrigin &origin);
    /// A connection to the database was opened; or it was not, for this reason.
    void tried(const QString &reason);
    /// The connection was lost, and there is a new one.
    void reconnected(const views::RowOrigin &origin);

private:
    Worker *workerOf(const QString &lane);
    void pass();

    Source m_source;
    bool m_isNewer = false; ///< sample rows were made anew since somebody began to write to them
    QHash<QString, Worker *> m_workers; ///< one for each lane; sample rows have one for all
};

}
