#pragma once

#include "model/query/cell.h"
#include "model/query/plan.h"

#include <QByteArray>

#include <memory>
#include <span>

namespace model {

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

    qsizetype rowCount() const;
    qsizetype recordCount() const;
    /// The text of `JSON.stringify(await Model.findAll(…))`.
    QByteArray json() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
