#pragma once

#include "views/inspector/form.h"

namespace views {

/// The problems of what is selected, each with its fixes as links.
class ProblemCards : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemCards(QWidget *parent = nullptr);

    void show(const model::Project &project, const QList<model::Problem> &problems);
    using QWidget::show;

Q_SIGNALS:
    /// A fix, or "ignore it": an edit like any other.
    void fixPicked(const model::Fix &fix);

private:
    void openMenu(QWidget *under, const model::Problem &problem);

    model::Project m_project;
};

/// Those of the problems that are about what is selected.
QList<model::Problem> problemsOf(const Inspected &inspected);
/// The edge that a call belongs to; nullptr where there is none.
const model::Edge *edgeOf(const model::Schema &schema, model::AssociationId association);

}
