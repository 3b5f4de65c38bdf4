#pragma once

#include "views/preview/answer.h"

#include <QAbstractTableModel>

namespace views {

/// The rows of the statement as the database gave them, before they are nested.
class FlatRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<AnswerColumn> &columns, const QList<model::Values> &rows);

    const QList<AnswerColumn> &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<AnswerColumn> m_columns;
    QList<model::Values> m_rows;
};

}
