#pragma once

#include "model/changes/changes.h"

#include <optional>

namespace model {

/// What was done to pending changes, step by step, to be undone and done again. A step is about certain rows:
/// what was done to others since stays.
class ChangeHistory
{
public:
    /// One step more; what was undone before it cannot be done again.
    void note(const Changes &before, const Changes &after);
    /// The changes without the last step about rows of a model, or about any rows where none is named;
    /// nothing where there is no such step.
    std::optional<Changes> undo(const Changes &changes, const QString &model = {});
    /// The changes with the step that was undone last.
    std::optional<Changes> redo(const Changes &changes, const QString &model = {});
    void clear();

private:
    /// What became of one row.
    struct Turn
    {
        RowRef row;
        std::optional<Change> before;
        std::optional<Change> after;
        qsizetype position = 0; ///< in the list, where it is
    };
    using Step = QList<Turn>;
    enum class Way : quint8 { Back, Onwards };

    static std::optional<Changes> move(QList<Step> &from, QList<Step> &to, Way way, const Changes &changes,
                                       const QString &model);

    QList<Step> m_done;
    QList<Step> m_undone;
};

}
