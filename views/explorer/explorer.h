#pragma once

#include "model/schema/schema.h"
#include "views/canvas/deletion.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;

namespace views {

class ExplorerList;
struct ExplorerRow;

/// Everything there is, by name: models, throughs and saved queries.
class Explorer : public QWidget
{
    Q_OBJECT

public:
    explicit Explorer(QWidget *parent = nullptr);

    void show(const model::Project &project, const model::Schema &schema);
    using QWidget::show;
    void select(const Selection &selection);
    /// Marks the query that is run.
    void showQuery(model::QueryId query);

Q_SIGNALS:
    void selected(const views::Selection &selection);
    void queryPicked(model::QueryId query);
    /// The rows of a model or a through are to be seen.
    void rowsAsked(const QString &model);
    void edited(const model::Project &next, const QString &what);
    /// What is selected should go, with what depends on it.
    void deletionAsked(const views::Deletion &deletion);
    /// A new model, to be named where it comes to stand.
    void modelAsked();
    /// An edit was refused, and why.
    void refused(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readSelection();
    void showSelection();
    void showHint();
    void rename(int row, const QString &name);
    void remove(const ExplorerRow &row);
    void addQuery(const QString &modelName);
    void openMenu(QPoint at);
    void fillMenu(QMenu &menu, int row);
    void apply(const model::Result<model::Project> &next, const QString &what);
    const ExplorerRow *currentRow() const;

    Selection selectionOf(const ExplorerRow &row) const;

    model::Project m_project;
    model::Schema m_schema;
    Selection m_selection;
    bool m_isShowing = false;
    QLineEdit *m_filter = nullptr;
    QListView *m_view = nullptr;
    QLabel *m_hint = nullptr;
    ExplorerList *m_list = nullptr;
};

}
