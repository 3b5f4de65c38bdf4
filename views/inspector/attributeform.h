#pragma once

#include "views/inspector/form.h"

namespace views {

class LinkButton;

/// One attribute, with all it can say.
class AttributeForm : public Form
{
    Q_OBJECT

public:
    explicit AttributeForm(QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    const model::Column *column() const;

    OptionSet<model::Attribute> m_options;
    LinkButton *m_back = nullptr;
    QLabel *m_why = nullptr;
};

/// One index of a model.
class IndexForm : public Form
{
    Q_OBJECT

public:
    explicit IndexForm(QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    OptionSet<model::Index> m_options;
    LinkButton *m_back = nullptr;
    TextField *m_fields = nullptr;
};

}
