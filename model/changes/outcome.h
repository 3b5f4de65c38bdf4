#pragma once

#include "model/changes/commit.h"

namespace model {

/// What is in the database of a commit whose answer was lost.
struct Outcome
{
    int done = 0; ///< statements that took place
    int undone = 0;
    int untold = 0; ///< what is there fits both, or neither

    // One transaction: what is true of one statement is true of all.
    bool isCommitted() const { return done > 0 && undone == 0; }
    bool isNotCommitted() const { return undone > 0 && done == 0; }
};

/// Looks for the rows of statements whose connection was lost, over another one that may write. Waits a while
/// for a transaction that the server has not ended yet, and is refused where that goes on.
Result<Outcome> outcomeOf(Connection &connection, const QList<ChangeStatement> &statements,
                          const Schema &schema);

/// The models whose tables keep what was written when a transaction is rolled back.
Result<QStringList> withoutTransactions(Connection &connection, const Schema &schema);

}
