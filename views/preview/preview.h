#pragma once

#include "model/query/runfind.h"
#include "model/rows/value.h"
#include "views/job.h"

#include <QTimer>
#include <QWidget>

namespace model {
struct FindNode;
}

namespace views {

struct Answer;
class QueryPane;
class ResultPane;
class SqlPane;

/// A query with what it returns and its statement, kept up with every edit. It runs only while it can be
/// seen.
class Preview : public QWidget
{
    Q_OBJECT

public:
    explicit Preview(QWidget *parent = nullptr);

    /// Shows another state of the project; emits nothing but what follows: a job, the hops of the query.
    void show(const model::Project &project, const model::Schema &schema);
    using QWidget::show;
    /// Shows a saved query; a null id is the one that is not saved.
    void showQuery(model::QueryId query);
    model::QueryId query() const { return m_query; }
    /// Shows a new query of a model.
    void showModel(const QString &model);
    /// Rows come from somewhere else now, and those that are shown are no longer good.
    void showOrigin(const RowOrigin &origin);
    /// The rows may have changed.
    void rerun();
    /// Of the statement that is shown, whatever the rows come from.
    void setDialect(const model::Dialect &dialect);
    const model::Dialect &dialect() const;
    /// What a query on sample rows may take; the user can allow it more.
    void setLimits(const model::QueryLimits &limits) { m_limits = limits; }

Q_SIGNALS:
    void asked(const views::Job &job);
    void edited(const model::Project &next, const QString &what);
    /// An edit was refused, and why.
    void refused(const QString &reason);
    /// The associations that the query follows, in the order of its joins; empty while it cannot be seen.
    void pathChanged(const QList<model::AssociationId> &path);
    /// The pointer is over an include; null when it has left.
    void hopHovered(model::AssociationId association);
    /// Another query is shown, because it was chosen here or the old one is gone.
    void queryShown(model::QueryId query);
    void dialectChosen(const model::Dialect *dialect);
    void recordPicked(const QString &model, const model::Values &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectPanes();
    void take(model::QueryId query, const model::Json &find);
    void change(const model::Json &find, const QString &what);
    void setFind(const model::Json &find);
    void draft(const model::Json &find, const QByteArray &text);
    void save(const QString &name);
    void refreshSoon();
    void refresh();
    void ask();
    void answer(quint64 number, const model::Result<Answer> &answer);
    model::Error withoutProposals(model::Error fault);
    void showFault(const model::Error &fault);
    void setPath(const QList<model::AssociationId> &path);

    model::Project m_project;
    std::shared_ptr<const model::Schema> m_schema;
    RowOrigin m_origin;
    model::QueryLimits m_limits = model::QueryLimits::ofSamples(); ///< of queries on sample rows
    model::QueryId m_query;
    model::Json m_find; ///< as it is saved, or would be
    model::Json m_shown; ///< the same with what is being typed, and with places in its text
    QByteArray m_text; ///< of m_shown; empty until there is a need for it
    QList<model::AssociationId> m_path;
    quint64 m_asked = 0; ///< the number of the latest job
    QTimer m_refresh;

    QueryPane *m_queryPane = nullptr;
    ResultPane *m_result = nullptr;
    SqlPane *m_sql = nullptr;
};

}
