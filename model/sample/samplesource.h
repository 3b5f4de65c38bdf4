#pragma once

#include "model/sample/sample.h"
#include "model/sample/samplerows.h"

#include <functional>

namespace model {

/// Sample rows that are spelled out one at a time, so that a million of them need little memory.
class SampleSource
{
public:
    /// Refuses what sampleRows() refuses.
    static Result<SampleSource> make(const Schema &schema, const SampleOptions &options);

    /// The tables in an order in which they can be filled, without rows.
    const QList<SampleTable> &tables() const { return m_tables; }
    /// Hands out the rows of one of tables(), until `row` returns a refusal, which it then returns.
    Result<void> eachRow(const SampleTable &table,
                         const std::function<Result<void>(const QList<Json> &values)> &row) const;

private:
    explicit SampleSource(sample::Rows rows);

    sample::Rows m_rows;
    QList<SampleTable> m_tables;
};

}
