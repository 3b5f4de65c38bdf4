#pragma once

#include "views/data/rowsmodel.h"
#include "views/job.h"

#include <QTimer>

namespace views {

/// Reads rows, page by page as they are scrolled, into a model that keeps a few pages.
class RowsFeed : public QObject
{
    Q_OBJECT

public:
    /// Makes the source, where the rows are.
    using Source = std::function<model::Result<model::RowSource>(model::Connection &)>;
    /// Says in words what the database made of the source's statements.
    using Explain = std::function<model::Error(const model::Error &, model::Connection &)>;

    RowsFeed(const QString &lane, RowsModel *rows, QObject *parent);

    /// Reads the page of a key, or the first one, of another source; the rows at hand stay until it is there.
    void start(Source source, const Explain &explain, const model::Values &key = {});
    void first();
    void last();
    void after();
    void before();
    void goTo(const model::Values &key);
    /// Gives up what is being read.
    void cancel();
    /// Forgets the rows, and what is being read.
    void clear();

    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void asked(const views::Job &job);
    void started();
    void arrived(bool isOther); ///< the rows are others than those before, not merely more of them
    void refused(const model::Error &error);
    void ended(); ///< nothing is being read any more, however it went

private:
    enum class Place : quint8 { Other, Before, After };
    struct Read
    {
        model::RowSource source;
        model::Page page;
        std::optional<qint64> before;
    };
    using Work = std::function<model::Result<Read>(model::Connection &)>;

    void ask(Place place, const Work &work);
    void take(Place place, const model::Result<Read> &read);

    const QString m_lane;
    RowsModel *const m_rows;
    Explain m_explain;
    int m_ticket = 0;
    bool m_isBusy = false;
};

}
