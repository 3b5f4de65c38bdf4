#pragma once

#include "model/query/runfind.h"
#include "model/rows/value.h"
#include "model/query/notes.h"
#include "views/preview/records.h"

namespace views {

/// A column of the statement's rows, with the type that its values are shown by.
struct AnswerColumn
{
    QString name;
    model::Type type;

    bool operator==(const AnswerColumn &) const = default;
};

/// What a query came to, with everything that takes time done.
struct Answer
{
    static constexpr qsizetype mostRows = 1000; ///< that are kept as they came
    static constexpr qsizetype mostJson = 96 * 1024; ///< bytes of whole records that the indented text holds

    std::shared_ptr<const Records> records;
    qsizetype recordCount = 0;
    qsizetype rowCount = 0;
    QList<AnswerColumn> columns;
    QList<model::Values> rows;
    QString json; ///< indented
    qsizetype recordsInJson = 0;
    model::Notes notes; ///< what is questionable about it
    qint64 nanoseconds = 0; ///< from the query to its records
};

/// Runs a query and makes everything ready that the preview shows of it.
model::Result<Answer> answerOf(model::Connection &connection,
                               const std::shared_ptr<const model::Schema> &schema, const model::Json &find,
                               const model::QueryLimits &limits = {});

}
