#include "model/sample/sample.h"

#include "model/sample/samplesource.h"

namespace model {

SampleSource::SampleSource(sample::Rows rows) : m_rows(std::move(rows))
{
    for (const int position : m_rows.plan().order) {
        const sample::TablePlan &plan = m_rows.table(position);
        SampleTable table;
        table.table = position;
        table.key = plan.updateKey();
        for (const sample::ColumnPlan &column : plan.columns)
            table.columns.append({column.position, column.type, column.round});
        m_tables.append(std::move(table));
    }
}

Result<SampleSource> SampleSource::make(const Schema &schema, const SampleOptions &options)
{
    if (options.rows < 0 || options.rows > SampleOptions::mostRows)
        return refusal(Text::tr("expected 0 to %1 rows").arg(SampleOptions::mostRows));
    return SampleSource(sample::Rows(sample::planRows(schema, options)));
}

Result<void> SampleSource::eachRow(const SampleTable &table,
                                   const std::function<Result<void>(const QList<Json> &values)> &row) const
{
    const int columns = int(table.columns.size());
    QList<Json> values(columns);
    for (int i = 0; i < m_rows.count(table.table); ++i) {
        if (!m_rows.isKept(table.table, i))
            continue;
        for (int column = 0; column < columns; ++column)
            values[column] = m_rows.cell(table.table, column, i);
        if (auto taken = row(values); !taken)
            return taken;
    }
    return {};
}

Result<QList<SampleTable>> sampleRows(const Schema &schema, const SampleOptions &options)
{
    const auto source = SampleSource::make(schema, options);
    if (!source)
        return tl::unexpected(source.error());
    QList<SampleTable> tables = source->tables();
    for (SampleTable &table : tables) {
        const auto appended = source->eachRow(table, [&](const QList<Json> &values) -> Result<void> {
            table.rows.append(values);
            return {};
        });
        if (!appended)
            return tl::unexpected(appended.error());
    }
    return tables;
}

}
