#include "model/changes/changehistory.h"

#include <algorithm>

namespace model {

namespace {

std::optional<Change> changeAt(const Changes &changes, qsizetype position)
{
    return position < 0 ? std::nullopt : std::optional(changes.list[position]);
}

}

void ChangeHistory::note(const Changes &before, const Changes &after)
{
    Step step;
    for (qsizetype i = 0; i < before.list.size(); ++i) {
        const Change &old = before.list[i];
        const auto now = changeAt(after, positionOf(after, old.row));
        if (now != old)
            step.append({old.row, old, now, i});
    }
    for (qsizetype i = 0; i < after.list.size(); ++i) {
        const Change &now = after.list[i];
        if (positionOf(before, now.row) < 0)
            step.append({now.row, std::nullopt, now, i});
    }
    if (step.isEmpty())
        return;
    m_done.append(step);
    m_undone.clear();
}

std::optional<Changes> ChangeHistory::undo(const Changes &changes, const QString &model)
{
    return move(m_done, m_undone, Way::Back, changes, model);
}

std::optional<Changes> ChangeHistory::redo(const Changes &changes, const QString &model)
{
    return move(m_undone, m_done, Way::Onwards, changes, model);
}

void ChangeHistory::clear()
{
    m_done.clear();
    m_undone.clear();
}

std::optional<Changes> ChangeHistory::move(QList<Step> &from, QList<Step> &to, Way way,
                                           const Changes &changes, const QString &model)
{
    for (qsizetype i = from.size() - 1; i >= 0; --i) {
        const bool isAsked = model.isEmpty()
            || std::any_of(from[i].begin(), from[i].end(),
                           [&](const Turn &turn) { return turn.row.model == model; });
        if (!isAsked)
            continue;
        const Step step = from.takeAt(i);
        to.append(step);
        // The numbers of rows that were to be inserted are not given again.
        Changes next = changes;
        for (const Turn &turn : step) {
            const auto &found = way == Way::Back ? turn.after : turn.before;
            const auto &wanted = way == Way::Back ? turn.before : turn.after;
            const qsizetype position = positionOf(next, turn.row);
            if (changeAt(next, position) != found)
                continue; // a step about other rows as well has changed this one since
            if (position >= 0 && wanted)
                next.list[position] = *wanted;
            else if (position >= 0)
                next.list.removeAt(position);
            else if (wanted)
                next.list.insert(std::min(turn.position, next.list.size()), *wanted);
        }
        if (next != changes)
            return next;
        i = from.size();
    }
    return {};
}

}
