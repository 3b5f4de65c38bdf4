#pragma once

#include "model/database/cell.h"
#include "model/query/notes.h"
#include "model/query/plan.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace model {

struct Children;
struct Node;
struct Record;
class Records;

/// Folds the rows of a plan's statement into records, as Sequelize builds them: one record for each key,
/// children in the order of their first rows. Records are told apart by typed keys, so that no two ever merge
/// by accident.
class Nest
{
public:
    /// `columns` are those of the rows, in order.
    Nest(const Plan &plan, const QList<ResultColumn> &columns);
    ~Nest();
    Nest(Nest &&) noexcept;
    Nest &operator=(Nest &&) noexcept;

    /// Adds a row. Cells may go when the call is over.
    void add(std::span<const Cell> row);

    /// The keys of all records that a separate include hangs on, as values of a query file; one for each
    /// record.
    Json::Array keysFor(const Separate &separate) const;
    /// Hangs what a separate include found on those records. Refused where a row found refers to none of
    /// them.
    Result<void> attach(const Separate &separate, Nest children);

    /// What is questionable about the answer.
    const Notes &notes() const { return m_notes; }
    void addNote(const Note &note) { m_notes.append(note); }
    /// The includes of hasOne that have several rows for one record, each by the names that lead to it.
    QList<QStringList> several() const;
    /// Attributes of the main model that hold whole numbers beyond 2^53.
    QStringList bigNumbers() const;

    qsizetype rowCount() const;
    /// How much memory the rows take, about.
    qint64 byteCount() const;
    qsizetype recordCount() const;
    /// The text of `JSON.stringify(await Model.findAll(…))`.
    QByteArray json() const;

private:
    struct Attached;
    void write(QByteArray &out, const Node &node, const Record *record) const;
    void writeInclude(QByteArray &out, const Node &include, const Children &children) const;
    void writeSeparate(QByteArray &out, const Node &node, const Record *record, const QString &name) const;

    std::unique_ptr<Records> m_records;
    std::vector<Attached> m_attached;
    Notes m_notes;
};

}
