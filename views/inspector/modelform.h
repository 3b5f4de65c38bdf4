#pragma once

#include "views/inspector/form.h"

class QLabel;

namespace views {

class AttributeGrid;
class LinkButton;

/// A model: its name, its attributes and indexes, its options.
class ModelForm : public Form
{
    Q_OBJECT

public:
    explicit ModelForm(QWidget *parent = nullptr);

    AttributeGrid *grid() const { return m_grid; }

protected:
    void refresh() override;

private:
    void addNames();
    void addAttributes();
    void addIndexes();
    void addOptions();
    void showIndexes(const model::Model &model, const model::Table *table);
    void openAttribute(model::AttributeId attribute);
    const model::Table *table() const;

    OptionSet<model::Model> m_options;
    AttributeGrid *m_grid = nullptr;
    QLabel *m_note = nullptr;
    LinkButton *m_open = nullptr;
    Section *m_indexes = nullptr;
    QVBoxLayout *m_indexRows = nullptr;
    model::ModelId m_shown;
};

}
