#pragma once

#include "model/database/deploy.h"
#include "model/rows/rows.h"
#include "model/file/projectfile.h"

#include <QTest>

/// A schema deployed into a database in memory, which keeps the statements that it ran.
class Database : public model::Connection
{
public:
    explicit Database(const QByteArray &models, const QByteArray &associations = {})
        : Connection(model::sqliteDialect)
    {
        const auto file =
            model::readProject(R"({ "format": "throughline/1", "define": { "timestamps": false },
            "models": [)" + models
                               + R"(], "associations": [)" + associations + "] }");
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        schema = model::resolve(file->project);
        const auto url = model::parseDatabaseUrl(QStringLiteral("sqlite::memory:"));
        m_inner = std::move(*model::Connection::open(*url, model::Access::Create));
        if (const auto done = model::deploy(*m_inner, schema); !done)
            qFatal("%s", qPrintable(done.error().message));
    }

    model::Result<qint64> execute(const QString &sql) override
    {
        statements.append(sql);
        return m_inner->execute(sql);
    }
    model::Result<void> select(const QString &sql, const Columns &columns, const Row &row) override
    {
        statements.append(sql);
        return m_inner->select(sql, columns, row);
    }
    model::Result<QStringList> tables(const QString &name) override { return m_inner->tables(name); }
    model::Result<QList<model::CatalogColumn>> columns(const QString &table, const QString &name) override
    {
        return m_inner->columns(table, name);
    }
    void interrupt() override { m_inner->cancel(); }

    void run(const char *sql)
    {
        const auto done = m_inner->execute(QString::fromUtf8(sql));
        if (!done)
            qFatal("%s: %s", sql, qPrintable(done.error().message));
    }

    /// All rows of a statement: cells between spaces, rows between bars.
    QString all(const QString &sql)
    {
        QStringList rows;
        const auto done = m_inner->select(sql, {}, [&](std::span<const model::Cell> cells) {
            QStringList row;
            for (const model::Cell &cell : cells)
                row.append(model::displayText(model::Value::of(cell), {}));
            rows.append(row.join(u' '));
            return true;
        });
        return done ? rows.join(u'|') : done.error().message;
    }
    QString all(const char *sql) { return all(QString::fromUtf8(sql)); }

    /// What SQLite says about how it runs the statements so far.
    QString plans()
    {
        QString text;
        for (const QString &sql : statements) {
            (void)m_inner->select(QStringLiteral("EXPLAIN QUERY PLAN ") + sql, {},
                                  [&](std::span<const model::Cell> cells) {
                                      text += QString::fromUtf8(cells[3].text) + u'\n';
                                      return true;
                                  });
        }
        return text;
    }

    int table(const char *model) const { return schema.indexOfModel(QString::fromUtf8(model)); }

    model::Schema schema;
    QStringList statements;

private:
    std::unique_ptr<model::Connection> m_inner;
};

/// Rows as text: "Ada#1 Engine#7 done", between bars; `<` and `>` where there are more.
inline QString textOf(const model::RowSource &source, const model::Page &page)
{
    QStringList rows;
    for (const model::Row &row : page.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            const QString value = model::displayText(row.values[i], source.columns[i].column.type);
            cells.append(row.labels[i].isNull() ? value : row.labels[i] + u'#' + value);
        }
        rows.append(cells.join(u' '));
    }
    return (page.hasBefore ? QStringLiteral("<") : QString()) + rows.join(u'|')
        + (page.hasAfter ? QStringLiteral(">") : QString());
}

inline QString textOf(const model::RowSource &source, const model::Result<model::Page> &page)
{
    return page ? textOf(source, *page) : page.error().message;
}
