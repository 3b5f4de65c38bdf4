#include "views/preview/answer.h"

#include "model/query/jsontext.h"
#include "model/utf8.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace views {

namespace {

void addTypes(const model::Shape &shape, const model::Schema &schema, QHash<QByteArray, model::Type> &types)
{
    for (const model::Field &field : shape.fields) {
        if (const model::Column *column = schema.tables[shape.table].column(field.key))
            types.insert(field.column, column->type);
    }
    for (const model::Shape &include : shape.includes)
        addTypes(include, schema, types);
}

/// As many whole records as there is room for, indented.
void writeJson(Answer &answer)
{
    const JsonIndex &json = answer.records->json();
    QByteArray text = "[";
    for (const quint32 record : json.children(0)) {
        const QByteArray one = json.slice(record);
        if (text.size() + one.size() > Answer::mostJson && answer.recordsInJson > 0)
            break;
        text += (answer.recordsInJson++ == 0 ? "" : ",") + one;
    }
    text += ']';
    answer.json = QString::fromUtf8(model::indentedText(text));
}

}

model::Result<Answer> answerOf(model::Connection &connection,
                               const std::shared_ptr<const model::Schema> &schema, const model::Json &find,
                               const model::QueryLimits &limits)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    model::RowWatch watch;
    watch.columns = [&](const QList<model::ResultColumn> &columns) {
        for (const model::ResultColumn &column : columns)
            answer.columns.append({model::fromUtf8(column.name), {}});
    };
    watch.row = [&](std::span<const model::Cell> row) {
        if (answer.rows.size() == Answer::mostRows)
            return;
        model::Values values;
        for (const model::Cell &cell : row)
            values.append(model::Value::of(cell));
        answer.rows.append(values);
    };
    const auto nest = model::runFind(connection, *schema, find, watch, limits);
    if (!nest)
        return tl::unexpected(nest.error());
    QByteArray json = nest->json();
    answer.nanoseconds = timer.nsecsElapsed();
    answer.recordCount = nest->recordCount();
    answer.rowCount = nest->rowCount();
    answer.notes = nest->notes();

    const auto read = model::readFind(find, *schema);
    auto planned = model::plan(**read, *schema, connection.dialect());
    if (!planned)
        return tl::unexpected(planned.error());
    QHash<QByteArray, model::Type> types;
    addTypes(planned->shape, *schema, types);
    for (AnswerColumn &column : answer.columns)
        column.type = types.value(column.name.toUtf8());
    answer.records =
        std::make_shared<const Records>(std::move(json), std::move(*planned), schema, connection.dialect());
    writeJson(answer);
    return answer;
}

}
