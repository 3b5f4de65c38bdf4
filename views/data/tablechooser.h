#pragma once

#include "model/schema/schema.h"

#include <QPushButton>

class QToolButton;

namespace views {

/// Chooses a model or a through from a list that can be filtered.
class TableChooser : public QPushButton
{
    Q_OBJECT

public:
    explicit TableChooser(QWidget *parent = nullptr);

    void setSchema(const model::Schema &schema);
    void setCurrent(int table);
    /// Does the table stay when another model is selected?
    bool isPinned() const;
    void setPinned(bool isPinned);
    /// Without a table there is nothing to choose from, and nothing to be seen.
    void setVisible(bool isVisible) override;

    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(int table);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open();

    model::Schema m_schema;
    QToolButton *m_pin;
    int m_current = -1;
};

/// Is a table nothing but the join rows of n:m associations, or drawn as such?
bool isThrough(const model::Schema &schema, int table);

}
