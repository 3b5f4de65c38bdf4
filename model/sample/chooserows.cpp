#include "model/sample/samplerows.h"

#include "model/sample/keys.h"
#include "model/sample/links.h"
#include "model/sample/values.h"

#include <algorithm>

namespace model::sample {

/// Chooses the cells of one table, row by row, so that every key holds.
class Chooser
{
public:
    Chooser(Rows &rows, int table)
        : m_all(rows), m_plan(rows.m_plan.tables[table]), m_rows(rows.m_rows[size_t(table)]),
          m_draft(rows, table), m_keys(m_plan), m_isGiven(m_draft.cells.size(), false)
    {
        for (int i = 0; i < m_plan.columns.size(); ++i) {
            const ColumnPlan &column = m_plan.columns[i];
            if (column.isDeferred || column.isAlwaysEmpty || column.fixed)
                continue;
            if (column.isMade())
                m_made.append(i);
            else
                (m_keys.bind(i, Keys::Closed) ? m_bound : m_free).append(i);
        }
        m_keys.judgeInOrder(m_bound, Keys::Closed);
        m_keys.judgeInOrder(m_made, Keys::Open);
        // How far a row has come is known before its flags are set.
        if (const auto at = m_free.indexOf(m_plan.stageColumn); at > 0)
            m_free.move(at, 0);
    }

    void run()
    {
        for (const ColumnPlan &column : m_plan.columns) {
            if (column.isAlwaysEmpty && !column.isNullable)
                return;
        }
        const bool isLinked =
            m_plan.isJoinTable() && isReady(m_plan.links.first) && isReady(m_plan.links.second);
        return isLinked ? chooseLinks() : chooseAll();
    }

private:
    enum class Outcome {
        Chosen,
        Full, ///< no combination of foreign keys and few values is left
        Failed, ///< none for these foreign keys
    };

    /// Are all rows there that a foreign key may refer to?
    bool isReady(int column) const
    {
        const ColumnPlan &plan = m_plan.columns[column];
        return !plan.isDeferred
            && std::none_of(plan.sources.begin(), plan.sources.end(),
                            [&](const Source &source) { return source.table == m_draft.table; });
    }

    void chooseAll()
    {
        while (m_rows.count < m_plan.row.rows && m_failures < mostFailures()) {
            const Outcome outcome = chooseRow();
            if (outcome == Outcome::Full)
                return;
            m_failures = outcome == Outcome::Failed ? m_failures + 1 : 0;
        }
    }

    void chooseLinks()
    {
        const auto [first, second] = m_plan.links;
        m_isGiven[size_t(first)] = m_isGiven[size_t(second)] = true;
        const auto &sources = m_plan.columns[first].sources;
        const Source &target = m_plan.columns[second].sources[0];
        for (int i = 0; i < sources.size(); ++i) {
            const std::vector<int> from = m_all.referable(sources[i]);
            const std::vector<int> to = m_all.referable(target);
            const bool isSelf = sources[i].table == target.table;
            const int most = m_plan.row.rows / int(sources.size());
            for (const Link &link : spreadLinks(m_plan.row.key + quint64(i), from, to, most, isSelf)) {
                m_draft.sources[size_t(first)] = quint8(i);
                m_draft.cell(first) = link.first;
                m_draft.cell(second) = link.second;
                chooseRow();
            }
        }
    }

    /// After as many failures, all that the foreign keys could be has been tried.
    qint64 mostFailures()
    {
        qint64 most = 8;
        if (m_failures == 0)
            return most;
        for (const int column : m_bound + m_free) {
            if (m_keys.bind(column, Keys::Open))
                most = std::max(most, std::min<qint64>(choiceCount(column), 4096));
        }
        return most;
    }

    Outcome chooseRow()
    {
        static constexpr Stage stages[] = {Stage::Finished, Stage::Running,  Stage::Finished,
                                           Stage::Waiting,  Stage::Finished, Stage::Running};
        Row &row = m_draft.row;
        row.position = m_rows.count;
        row.stage = stages[row.stream(u"stage").below(std::size(stages))];
        chooseSources();
        m_steps = 0;
        if (!chooseBound(0))
            return Outcome::Full;
        for (const int column : std::as_const(m_bound))
            readStage(column);
        for (const int column : std::as_const(m_free)) {
            if (!m_isGiven[size_t(column)] && !chooseFree(column))
                return Outcome::Full;
            readStage(column);
        }
        for (const int column : std::as_const(m_made)) {
            if (!make(column))
                return Outcome::Failed;
        }
        m_keys.take(m_draft);
        keep();
        return Outcome::Chosen;
    }

    /// Foreign keys with several sources take them in turn.
    void chooseSources()
    {
        for (int i = 0; i < m_plan.columns.size(); ++i) {
            const auto &sources = m_plan.columns[i].sources;
            if (sources.size() < 2 || m_isGiven[size_t(i)])
                continue;
            for (qsizetype k = 0; k < sources.size(); ++k) {
                const auto turn = (m_draft.row.position + m_failures + k) % sources.size();
                m_draft.sources[size_t(i)] = quint8(turn);
                if (!m_plan.columns[i].isDeferred && choiceCount(i) > 0)
                    break;
            }
        }
    }

    void readStage(int column)
    {
        if (column != m_plan.stageColumn || m_draft.cell(column) < 0)
            return;
        const Json value = valueOf(m_plan.columns[column].recipe, m_draft.row, m_draft.cell(column));
        if (const Stage stage = stageOf(value.string()); stage != Stage::Unknown)
            m_draft.row.stage = stage;
    }

    // Foreign keys and few values --------------------------------------------------------------------------

    qint64 choiceCount(int column)
    {
        const ColumnPlan &plan = m_plan.columns[column];
        if (!plan.isReference())
            return plan.choices;
        if (m_draft.refersToOwnTable(column))
            return m_draft.row.position + (plan.isNullable ? 0 : 1);
        return qint64(m_all.referable(m_draft.source(column)).size());
    }

    Choice choiceAt(int column, qint64 position)
    {
        if (!m_plan.columns[column].isReference() || m_draft.refersToOwnTable(column))
            return Choice(position);
        return m_all.referable(m_draft.source(column))[size_t(position)];
    }

    /// Tries the choices of the columns that keys bind, one column after the other, until all keys hold.
    bool chooseBound(int at)
    {
        if (at == m_bound.size())
            return true;
        const int column = m_bound[at];
        const bool isScoped = m_draft.scopeOf(column).has_value();
        if (isScoped)
            m_draft.cell(column) = scopedCell;
        if (isScoped || m_isGiven[size_t(column)])
            return m_keys.hold(m_draft, column, Keys::Closed) && chooseBound(at + 1);
        const ColumnPlan &plan = m_plan.columns[column];
        const qint64 count = choiceCount(column);
        const bool isSelf = m_draft.refersToOwnTable(column);
        const bool isAlone = m_plan.keys.contains(QList<int>{column});
        const int position = m_draft.row.position;
        const Shuffle shuffle(plan.recipe.key, count);
        const qint64 start = plan.choices > 0 ? choiceOf(plan.recipe, m_draft.row)
            : isAlone                         ? position
                                              : plan.recipe.stream(position).below(count);
        for (qint64 k = 0; k < count && ++m_steps < mostSteps; ++k) {
            const qint64 turn = (start + m_failures + k) % count;
            m_draft.cell(column) = choiceAt(column, plan.choices > 0 || isSelf ? turn : shuffle.at(turn));
            if (m_keys.hold(m_draft, column, Keys::Closed) && chooseBound(at + 1))
                return true;
        }
        m_draft.cell(column) = emptyCell;
        const bool mayBeEmpty = plan.isNullable && plan.isReference() && (isSelf || count == 0);
        return mayBeEmpty && chooseBound(at + 1);
    }

    /// False where there is nothing to refer to.
    bool chooseFree(int column)
    {
        const ColumnPlan &plan = m_plan.columns[column];
        Choice &cell = m_draft.cell(column);
        const int position = m_draft.row.position;
        if (plan.choices > 0) {
            const int natural = (choiceOf(plan.recipe, m_draft.row) + m_failures) % plan.choices;
            cell = m_draft.scopeOf(column) ? scopedCell : natural;
            return true;
        }
        Stream stream = plan.recipe.stream(position);
        const qint64 count = choiceCount(column);
        cell = emptyCell;
        if (count == 0)
            return plan.isNullable;
        if (m_draft.refersToOwnTable(column)) {
            // A tree: the first rows are its roots, and the earlier ones have more below them.
            const bool hasRoots = plan.isNullable && plan.sources.size() == 1;
            const int roots = hasRoots ? std::max(m_draft.row.rows / 8, 1) : 0;
            const qint64 before = std::max(position, 1);
            if (position >= roots)
                cell = Choice(std::min(stream.below(before), stream.below(before)));
            return true;
        }
        if (plan.isSometimesEmpty && plan.recipe.leavesEmpty(position))
            return true;
        qint64 turn = (stream.below(count) + m_failures) % count;
        if (isReferredTo(column, choiceAt(column, turn)))
            turn = (turn + 1) % count;
        cell = choiceAt(column, turn);
        return true;
    }

    /// Does another key of the row refer to the same row? A message is seldom sent to its sender.
    bool isReferredTo(int column, Choice choice) const
    {
        for (int i = 0; i < column; ++i) {
            if (m_plan.columns[i].isReference() && !m_plan.columns[i].isDeferred && m_draft.cell(i) == choice
                && m_draft.source(i).table == m_draft.source(column).table)
                return true;
        }
        return false;
    }

    // Values that are made up ------------------------------------------------------------------------------

    /// Start and end are known beforehand.
    bool isScheduled(const ColumnPlan &plan) const
    {
        const Subject subject = m_draft.row.subject;
        return plan.recipe.type.name == TypeName::Time || subject == Subject::Event
            || subject == Subject::Course;
    }

    bool isLeftEmpty(const ColumnPlan &plan) const
    {
        const Row &row = m_draft.row;
        if (!plan.isNullable)
            return false;
        switch (plan.recipe.about.meaning) {
        case Meaning::Finished: return !isScheduled(plan) && row.stage != Stage::Finished;
        case Meaning::Started: return !isScheduled(plan) && row.stage == Stage::Waiting;
        case Meaning::Deleted: return !row.stream(plan.recipe.name).oneIn(12);
        default: return plan.isSometimesEmpty && plan.recipe.leavesEmpty(row.position);
        }
    }

    /// False where no value is left that fits the column.
    bool make(int column)
    {
        const ColumnPlan &plan = m_plan.columns[column];
        Choice &cell = m_draft.cell(column);
        cell = 0;
        if (m_draft.scopeOf(column)) {
            cell = scopedCell;
            return m_keys.hold(m_draft, column, Keys::Open);
        }
        if (!m_keys.bind(column, Keys::Open)) {
            if (isLeftEmpty(plan))
                cell = emptyCell;
            return true;
        }
        const double enough = std::min(varietyOf(plan.recipe), double(m_rows.count)) + 8;
        for (; cell < enough; ++cell) {
            if (m_keys.hold(m_draft, column, Keys::Open))
                return true;
        }
        return false;
    }

    void keep()
    {
        for (size_t i = 0; i < m_draft.cells.size(); ++i) {
            m_rows.choices[i].push_back(m_draft.cells[i]);
            if (m_plan.columns[int(i)].sources.size() > 1)
                m_rows.sources[i].push_back(m_draft.sources[i]);
        }
        m_rows.stages.push_back(m_draft.row.stage);
        m_rows.dropped.push_back(false);
        ++m_rows.count;
    }

    static constexpr int mostSteps = 200'000;

    Rows &m_all;
    const TablePlan &m_plan;
    TableRows &m_rows;
    Draft m_draft;
    Keys m_keys;
    QList<int> m_bound; ///< foreign keys and columns of few values that a closed key binds
    QList<int> m_free; ///< the others of them
    QList<int> m_made;
    std::vector<bool> m_isGiven; ///< chosen by a link
    int m_failures = 0; ///< since the last row
    int m_steps = 0;
};

void chooseRows(Rows &rows, int table)
{
    Chooser(rows, table).run();
}

}
