#pragma once

#include "model/changes/changes.h"
#include "model/rows/times.h"
#include "views/data/labelbook.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace views {

/// A row that is shown: one that the database holds, or one that is still to come.
struct Line
{
    model::RowRef ref;
    model::Row row;
    bool isStored = true;
    bool isMarked = false; ///< by an orange point, whether it has a change of its own or not
};

/// What pending changes do to the rows of a list beyond their values.
struct RowOverlay
{
    QList<Line> coming;
    std::function<bool(const model::Row &row)> isHidden; ///< null: every row stays
};

/// What a cell shows.
struct CellFace
{
    enum Kind : quint8 {
        Plain,
        Null,
        Default, ///< nothing is given yet, and nothing has to be
        Missing, ///< nothing is given yet, and something must
    };

    Kind kind = Plain;
    QString text; ///< the value, or what the row is called that it leads to
    QString key; ///< the key of such a row, beside its name
    bool isChanged = false;
    bool isGone = false; ///< the row is to be deleted
};

/// The rows of one source that are at hand: a few pages that follow each other, under the changes that wait
/// to be committed.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100;
    static constexpr int mostRows = 4 * pageSize;

    using QAbstractTableModel::QAbstractTableModel;

    /// The table of the rows, for what an empty cell of a new row means; nullptr forgets it.
    void setTable(const model::Table *table);
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    /// The rows are not what is asked for any more; they are shown until there are others.
    void setStale(bool isStale);
    bool isStale() const { return m_isStale; }
    void setDragType(const QString &type) { m_dragType = type; }

    const model::RowSource &source() const { return m_source; }
    const std::optional<model::Table> &table() const { return m_table; }
    const QList<model::Row> &rows() const { return m_rows; }
    bool hasBefore() const { return m_hasBefore; }
    bool hasAfter() const { return m_hasAfter; }
    /// How many rows come before the first one at hand, where that is known.
    std::optional<qint64> before() const { return m_before; }
    void setBefore(qint64 rows) { m_before = rows; }

    /// Other rows: a page of a source.
    void replace(const model::RowSource &source, const model::Page &page, std::optional<qint64> before);
    /// The page that follows the rows at hand, or precedes them; rows at the other end are let go.
    void append(const model::Page &page);
    void prepend(const model::Page &page);
    void clear();
    void setChanges(const model::Changes &changes, const RowOverlay &overlay, const LabelBook &labels);

    const Line &line(int row) const { return m_lines[row]; }
    const QList<Line> &lines() const { return m_lines; }
    /// -1 where no row of this name is at hand.
    int rowOf(const model::RowRef &ref) const;
    const model::Change *changeOf(int row) const;
    /// What the cell holds once the changes are committed, and what it holds now.
    model::Value value(int row, int column) const;
    model::Value storedValue(int row, int column) const { return m_lines[row].row.values[column]; }
    CellFace face(int row, int column) const;
    const model::Column *column(int column) const;
    /// Are its values numbers, and shown as such?
    bool isNumeric(int column) const;
    bool isEditable(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    QList<Line> arranged();
    qsizetype placeOf(const Line &line, const QList<Line> &lines) const;
    void arrange();
    void measureTimes();
    QString labelOf(int row, int column, const model::Value &value, bool isStored) const;
    QString spoken(const CellFace &face, int row, int column) const;

    model::RowSource m_source;
    std::optional<model::Table> m_table;
    QList<model::Row> m_rows;
    QList<Line> m_lines;
    QList<model::TimeDetail> m_times; ///< of each column: times of a column have one length
    bool m_hasBefore = false;
    bool m_hasAfter = false;
    bool m_isReadOnly = false;
    bool m_isStale = false;
    std::optional<qint64> m_before;
    QString m_dragType;

    model::Changes m_changes;
    QHash<QString, int> m_changeOf; ///< position in m_changes by the row's name
    QList<int> m_comebacks; ///< changes that name their row by other columns than the key
    RowOverlay m_overlay;
    LabelBook m_labels;
    QHash<QString, QString> m_anchors; ///< of a coming row: the row that it stands behind
};

/// The key of a row, short enough to stand behind its name: `#7`, `a41f…`.
QString shortKey(const model::Value &key);

/// A row's name as one text, for look-ups.
QString textOf(const model::RowRef &row);

}
