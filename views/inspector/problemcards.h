#pragma once

#include "views/inspector/form.h"

namespace views {

/// The problems of what is selected, each with its fixes as links.
class ProblemCards : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemCards(QWidget *parent = nullptr);

    void show(const QList<model::Problem> &problems);
    using QWidget::show;

Q_SIGNALS:
    void fixPicked(const model::Fix &fix);
};

/// Those of the problems that are about what is selected.
QList<model::Problem> problemsOf(const Inspected &inspected);
/// The edge that a call belongs to; nullptr where there is none.
const model::Edge *edgeOf(const model::Schema &schema, model::AssociationId association);

}
