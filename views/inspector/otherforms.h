#pragma once

#include "views/inspector/form.h"

namespace views {

/// The project itself, where nothing is selected: its name and `define`.
class ProjectForm : public Form
{
    Q_OBJECT

public:
    explicit ProjectForm(QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    OptionSet<model::Project> m_options;
    QLabel *m_hint = nullptr;
};

/// Several things at once: what they are, and what can be done to all of them.
class SeveralForm : public Form
{
    Q_OBJECT

public:
    explicit SeveralForm(QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    struct Flag
    {
        FlagField *field;
        NamedOption<model::ModelOptions> option;
        std::function<GhostValue(const model::Table *)> ghost;
    };

    Field *addFlag(const QString &key);
    FieldValue valueOf(const Flag &flag) const;
    void remove();

    QLabel *m_list = nullptr;
    Section *m_flags = nullptr;
    QList<Flag> m_shown;
};

}
