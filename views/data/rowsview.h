#pragma once

#include "views/data/celldelegate.h"

#include <QTableView>
#include <QTimer>

namespace views {

class FilterHeader;

/// The rows of a RowsModel, with an orange point before those that wait to be committed. It asks for more
/// rows before the last ones at hand are reached.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    RowsView(RowsModel *rows, CellDelegate::Spelling spelling, QWidget *parent = nullptr);

    RowsModel *rows() const { return m_rows; }
    CellDelegate *delegate() const { return m_delegate; }
    /// Heads with filter fields; without them there are no heads.
    FilterHeader *addFilters();
    /// Rows of this kind may be dropped here.
    void setDropType(const QString &type);
    /// The rows that are selected, from the top.
    QList<int> selectedLines() const;
    void choose(int row);
    /// Asks for the first or the last rows, to go to the very first or last one when they are there.
    void goFirst();
    void goLast();
    /// Other rows are there: goes where it was to go; false where that was nowhere.
    bool land();
    /// What is under the cells of a row, for what stands beside them.
    void paintGround(QPainter *painter, const QRect &rect, int row) const;
    /// The selected rows go to the clipboard, cells between tabs.
    void copy();
    /// Ends what is being typed; what is taken of it is kept.
    void endEditing();
    using QTableView::edit;

Q_SIGNALS:
    void nearEnd();
    void nearBeginning();
    void firstWanted();
    void lastWanted();
    void currentLineChanged();
    void nullWanted(const QModelIndex &index);
    void deletionWanted();
    void insertionWanted();
    void toggled(); ///< the selected rows are to go to the other list
    void dropped();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void updateGeometries() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool isList() const { return m_spelling == CellDelegate::Spelling::Named; }
    void reach();
    void keepPlace(int first, int count);

    RowsModel *m_rows;
    CellDelegate *m_delegate;
    const CellDelegate::Spelling m_spelling;
    QString m_dropType;
    QWidget *m_corner = nullptr;
    QTimer m_reach;
    int m_jump = 0; ///< 1: to the first row, -1: to the last one
};

}
