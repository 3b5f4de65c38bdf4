#pragma once

#include "model/database/connection.h"
#include "model/sample/sample.h"
#include "model/file/projectfile.h"

#include <QTest>

/// The schema of models and associations, each given as the JSON inside the brackets; without timestamps
/// unless they are asked for.
inline model::Schema sampleSchema(const QByteArray &models, const QByteArray &associations = {},
                                  bool timestamps = false)
{
    const QByteArray define = timestamps ? "{}" : R"({ "timestamps": false })";
    const auto file =
        model::readProject(R"({ "format": "throughline/1", "define": )" + define + R"(, "models": [)" + models
                           + R"(], "associations": [)" + associations + "] }");
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return model::resolve(file->project);
}

inline QString sampleText(const model::Json &value)
{
    return value.isString() ? value.string() : model::compactJson(value);
}

/// Sample rows, by the names of models and attributes.
class Sample
{
public:
    explicit Sample(model::Schema schema, const model::SampleOptions &options = {})
        : m_schema(std::move(schema))
    {
        auto tables = model::sampleRows(m_schema, options);
        if (!tables)
            qFatal("%s", qPrintable(tables.error().message));
        m_tables = std::move(*tables);
    }

    const QList<model::SampleTable> &tables() const { return m_tables; }

    /// The values of one attribute; NULL is "null".
    QStringList values(const QString &model, const QString &attribute) const
    {
        QStringList values;
        for (const model::SampleTable &table : m_tables) {
            const model::Table &its = m_schema.tables[table.table];
            for (int i = 0; its.model == model && i < table.columns.size(); ++i) {
                if (its.columns[table.columns[i].column].attribute != attribute)
                    continue;
                for (const auto &row : table.rows)
                    values.append(sampleText(row[i]));
            }
        }
        return values;
    }

    /// "User 20, Group 3", in the order of insertion.
    QString counts() const
    {
        QStringList list;
        for (const model::SampleTable &table : m_tables)
            list.append(m_schema.tables[table.table].model + u' ' + QString::number(table.rows.size()));
        return list.join(QStringLiteral(", "));
    }

    /// All rows of a model: values between spaces, rows between bars.
    QString rows(const QString &model) const
    {
        QStringList rows;
        for (const model::SampleTable &table : m_tables) {
            for (const auto &row : table.rows) {
                QStringList values;
                for (const model::Json &value : row)
                    values.append(sampleText(value));
                if (m_schema.tables[table.table].model == model)
                    rows.append(values.join(u' '));
            }
        }
        return rows.join(u'|');
    }

private:
    model::Schema m_schema;
    QList<model::SampleTable> m_tables;
};

/// All rows of a statement: cells between spaces, rows between bars.
inline QString rowsOf(model::Connection &connection, const char *sql)
{
    QStringList rows;
    const auto done = connection.select(QString::fromUtf8(sql), {}, [&](std::span<const model::Cell> cells) {
        QStringList row;
        for (const model::Cell &cell : cells) {
            const bool isNumber = cell.kind == model::Cell::Integer;
            row.append(isNumber ? QString::number(cell.integer) : QString::fromUtf8(cell.text));
        }
        rows.append(row.join(u' '));
        return true;
    });
    return done ? rows.join(u'|') : done.error().message;
}
