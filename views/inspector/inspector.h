#pragma once

#include "views/inspector/form.h"

class QScrollArea;

namespace views {

class ProblemCards;

/// What is selected, with everything that can be said about it. An edit applies when its field is left;
/// Escape takes back the field; what is refused is said beside the field.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    void show(const model::Project &project, const model::Schema &schema,
              const QList<model::Problem> &problems);
    using QWidget::show;
    void select(const Selection &selection);
    /// Goes to the name of what is selected, or to the next attribute of a model.
    void focusName();
    void focusNextAttribute();

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    void selected(const views::Selection &selection);
    void deletionAsked(const views::Deletion &deletion);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Kind { ProjectKind, ModelKind, AttributeKind, IndexKind, AssociationKind, SeveralKind, kinds };

    Kind kindOf(const Selection &selection) const;
    Form *form(Kind kind);
    void refresh();
    void applyFix(const model::Fix &fix);

    Inspected m_inspected;
    bool m_isStale = true;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_page = nullptr;
    Form *m_forms[kinds] = {};
    ProblemCards *m_problems = nullptr;
};

}
