#pragma once

#include "views/inspector/form.h"

class QComboBox;
class QGridLayout;

namespace views {

class EndForm;
class LinkButton;
class ProblemCards;

/// An edge: its kind, its through, and its ends side by side.
class AssociationForm : public Form
{
    Q_OBJECT

public:
    explicit AssociationForm(QWidget *parent = nullptr);

    /// The problems stand between the ends and the methods.
    ProblemCards *problems() const { return m_problems; }

protected:
    void refresh() override;

private:
    void addThrough();
    void showThrough(const model::Edge &edge);
    void showEnds(const model::Edge &edge);
    void showMethods(const model::Edge &edge);
    model::Result<void> changeThrough(const QString &through);
    const model::Edge *edge() const;

    QComboBox *m_kind = nullptr;
    TextField *m_through = nullptr;
    LinkButton *m_open = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<EndForm *> m_ends;
    ProblemCards *m_problems = nullptr;
    QVBoxLayout *m_methods = nullptr;
};

}
