#pragma once

#include "model/schema/schema.h"

#include <QTableView>

namespace views {

class AttributeRows;

/// The grid of a model's attributes. Enter goes on to the next one, Tab along name, type, flags and default;
/// lines of `name type` can be pasted; Alt with Up and Down moves an attribute.
class AttributeGrid : public QTableView
{
    Q_OBJECT

public:
    explicit AttributeGrid(QWidget *parent = nullptr);

    void show(const model::Project &project, const model::Schema &schema, model::ModelId model);
    using QWidget::show;
    /// The attribute of the current row; null on the others.
    model::AttributeId current() const;
    /// Opens the empty row to be typed into.
    void typeNext();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    void refused(const QString &reason);
    void currentAttributeChanged(model::AttributeId attribute);
    /// The options of an attribute are asked for.
    void opened(model::AttributeId attribute);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void move(int by);
    void remove();
    void paste();
    void goOn();
    bool step(int by);
    QString currentName() const;

    AttributeRows *m_rows = nullptr;
};

}
