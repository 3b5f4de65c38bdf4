#pragma once

#include "model/changes/changes.h"

#include <QDateTime>

namespace model {

/// One statement of a commit, as it is shown and as it runs.
struct ChangeStatement
{
    QString sql;
    QString check; ///< finds the rows that it is about to hit, as they were read; empty for INSERT
    QString done; ///< finds something only where it took place; empty where nothing proves that
    QString undone; ///< finds something only where it did not take place; empty where nothing proves that
    RowRef row;
    QStringList missing; ///< columns without which the row cannot be inserted
};

/// The statements of some changes, in an order in which they can run. As Sequelize does, they set the
/// timestamps to `now`, and mark rows of paranoid models instead of deleting them.
Result<QList<ChangeStatement>> sqlOf(const Changes &changes, const Schema &schema, const Dialect &dialect,
                                     const QDateTime &now);

/// Runs exactly these statements in one transaction: all of them, or nothing. Each UPDATE and DELETE must hit
/// one row that still holds what was read. A refusal's line is the number of the statement.
Result<void> commit(Connection &connection, const QList<ChangeStatement> &statements);

}
