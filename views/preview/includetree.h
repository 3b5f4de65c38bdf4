#pragma once

#include "views/preview/includerows.h"

#include <QAbstractItemModel>
#include <QTreeView>

namespace views {

/// The include rows as an item model. It changes nothing by itself: a check mark that is clicked is told.
class IncludeList : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void show(const QList<IncludeRow> &rows);
    const IncludeRow *rowAt(const QModelIndex &index) const;
    /// The row of a part of the query; that of its model or association where the part itself has none.
    QModelIndex indexOf(IncludeRow::Part part, const model::FindPlace &place) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void toggled(const QStringList &path, bool isIncluded);

private:
    QModelIndex indexAt(int number) const;

    QList<IncludeRow> m_rows;
    QList<int> m_parents;
    QList<QList<int>> m_children; ///< of each row, and, last, of the whole
};

/// What a query includes, to be switched on and off and opened for editing.
class IncludeTree : public QTreeView
{
    Q_OBJECT

public:
    explicit IncludeTree(QWidget *parent = nullptr);

    /// Shows other rows; what was current stays current.
    void show(const QList<IncludeRow> &rows);
    using QWidget::show;
    const IncludeRow *currentRow() const;
    void setCurrent(IncludeRow::Part part, const model::FindPlace &place);

Q_SIGNALS:
    void toggled(const QStringList &path, bool isIncluded);
    /// A row is to be edited; the rectangle is its place on the viewport.
    void editAsked(const views::IncludeRow &row, const QRect &rect);
    /// The pointer is over the row of an association; null when it has left.
    void hovered(model::AssociationId association);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Nothing can be closed, so that nothing says so.
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    bool isOnAction(QPoint at) const;
    void askEdit(const QModelIndex &index);
    void hover(model::AssociationId association);

    IncludeList *m_list = nullptr;
    PhraseDelegate *m_delegate = nullptr;
    model::AssociationId m_hovered;
};

}
