#pragma once

#include "model/schema/schema.h"
#include "views/diagram/selection.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QModelIndex;
class QTreeView;

namespace views {

class ProblemList;

/// Everything that is wrong with the project. A click goes to the place, the link beside it mends it; what
/// repeats is one row that unfolds, what is ignored stands at the end.
class Problems : public QWidget
{
    Q_OBJECT

public:
    explicit Problems(QWidget *parent = nullptr);

    void show(const model::Project &project, const model::Schema &schema,
              const QList<model::Problem> &problems);
    using QWidget::show;
    /// Errors and warnings; hints do not count.
    int count() const { return m_count; }

public Q_SLOTS:
    /// Goes to the next problem, from the last one to the first.
    void next();

Q_SIGNALS:
    void placePicked(const views::Selection &selection);
    /// The problem is one of a saved query.
    void queryPicked(model::QueryId query);
    void edited(const model::Project &next, const QString &what);
    /// A fix was refused, and why.
    void refused(const QString &reason);
    void countChanged(int count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    /// Goes to the place of a problem, or unfolds a group.
    void pick(const QModelIndex &index);
    /// What the link of a row does.
    void fix(const QModelIndex &index);
    void fix(const model::Fix &fix);
    void fixAll(const QList<model::Problem> &group);
    void apply(const model::Result<model::Project> &next, const QString &what);
    void openMenu(QPoint at);
    /// What a group is kept unfolded by.
    QString keyOf(const QModelIndex &group) const;

    model::Project m_project;
    model::Schema m_schema;
    QList<model::Problem> m_problems;
    QSet<QString> m_unfolded; ///< groups
    bool m_isStale = false;
    int m_count = 0;
    QTreeView *m_view = nullptr;
    QLabel *m_empty = nullptr;
    ProblemList *m_list = nullptr;
};

/// What a problem's place selects.
Selection selectionOf(const model::Place &place);

}
