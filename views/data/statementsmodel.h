#pragma once

#include "model/changes/commit.h"
#include "views/data/context.h"

#include <QAbstractTableModel>

namespace views {

/// One change that waits, as SQL.
struct PendingStatement
{
    model::ChangeStatement statement; ///< without SQL where the change no longer fits
    QString fault; ///< why it cannot be committed
};

/// The changes that wait as the statements that they become: what each is, and a link that discards it.
class StatementsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Sql, Discard, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const model::Changes &changes, const Context &context, const QDateTime &now);
    /// A statement that the database refused, counted from 1; 0 is none.
    void setRefused(int number, const QString &reason);

    const QList<PendingStatement> &statements() const { return m_statements; }
    /// The first reason why nothing can be committed; null where all can.
    QString fault() const;
    QList<model::ChangeStatement> executable() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PendingStatement> m_statements;
};

}
