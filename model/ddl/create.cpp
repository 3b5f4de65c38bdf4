#include "model/ddl/create.h"

#include "model/ddl/order.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A user's words in a comment of the script: they must not end it.
QString inComment(QString text)
{
    for (QChar &c : text) {
        if (c < u' ' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

class TableWriter
{
public:
    TableWriter(const Schema &schema, const Table &table, const Dialect &dialect)
        : m_schema(schema), m_table(table), m_dialect(dialect)
    {
    }

    QString write()
    {
        const auto key = m_table.primaryKey();
        const bool isComposite = key.size() > 1;
        for (const Column &column : m_table.columns) {
            if (column.isVirtual())
                continue;
            add(quotedName(column.name, m_dialect),
                m_dialect.columnClause({m_schema, m_table, column, isComposite && column.primaryKey}),
                noteOn(column));
        }
        for (const UniqueKey &unique : m_table.uniqueKeys) {
            if (!unique.isInline)
                add({}, u"UNIQUE ("_s + names(unique.columns) + u')', {});
        }
        if (isComposite) {
            QStringList columns;
            for (const Column *column : key)
                columns.append(column->name);
            add({}, u"PRIMARY KEY ("_s + names(columns) + u')', {});
        }
        return u"CREATE TABLE "_s + quotedTable(m_table, m_dialect) + u" (\n"_s + body() + u')';
    }

private:
    struct Line
    {
        QString name; ///< of the column; empty for what belongs to the table
        QString clause;
        QString note;
    };

    void add(const QString &name, const QString &clause, const QString &note)
    {
        m_lines.append({name, clause, note});
    }

    QString names(const QStringList &columns) const
    {
        QStringList quoted;
        for (const QString &column : columns)
            quoted.append(quotedName(column, m_dialect));
        return quoted.join(u", "_s);
    }

    /// Which association a key comes from.
    QString noteOn(const Column &column) const { return inComment(callsOf(m_schema, column).join(u", "_s)); }

    QString body() const
    {
        static constexpr qsizetype widest = 32;
        qsizetype width = 0;
        for (const Line &line : m_lines) {
            if (line.name.size() <= widest)
                width = std::max(width, line.name.size());
        }
        QString text;
        for (const Line &line : m_lines) {
            text += "  "_L1;
            if (!line.name.isEmpty())
                text += line.name.leftJustified(width) + u' ';
            text += line.clause;
            if (&line != &m_lines.last())
                text += u',';
            if (!line.note.isEmpty())
                text += u"  -- "_s + line.note;
            text += u'\n';
        }
        return text;
    }

    const Schema &m_schema;
    const Table &m_table;
    const Dialect &m_dialect;
    QList<Line> m_lines;
};

QString createIndex(const Table &table, const TableIndex &index, const Dialect &dialect)
{
    QStringList parts;
    for (const IndexField &field : index.declared.fields) {
        if (!field.literal.isNull()) {
            parts.append(field.literal);
            continue;
        }
        QString part = quotedName(field.name, dialect);
        if (!field.collate.isEmpty())
            part += u" COLLATE "_s + quotedName(field.collate, dialect);
        if (!field.order.isEmpty())
            part += u' ' + field.order;
        parts.append(part);
    }
    QString sql = (index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
        + quotedName(index.name, dialect) + u" ON "_s + quotedTable(table, dialect) + u" ("_s
        + parts.join(u", "_s) + u')';
    if (index.declared.where) {
        const QString condition =
            whereCondition(*index.declared.where, {.model = &table}, dialect).value_or(QString());
        if (!condition.isEmpty())
            sql += u" WHERE "_s + condition;
    }
    return sql;
}

}

QList<Statement> createStatements(const Schema &schema, const Dialect &dialect)
{
    QList<Statement> statements;
    for (const int position : orderTables(schema).tables) {
        const Table &table = schema.tables[position];
        statements.append({TableWriter(schema, table, dialect).write(), position});
        for (const TableIndex &index : table.indexes)
            statements.append({createIndex(table, index, dialect), position});
    }
    return statements;
}

QString createScript(const Schema &schema, const Dialect &dialect)
{
    QString text = u"-- "_s
        + inComment(Text::tr("%1: the schema that Sequelize 6 creates on %2")
                        .arg(schema.name.isEmpty() ? Text::tr("Untitled") : schema.name, dialect.title))
        + u'\n';
    int table = -1;
    for (const Statement &statement : createStatements(schema, dialect)) {
        if (statement.table != table)
            text += u'\n';
        table = statement.table;
        text += statement.sql + u";\n"_s;
    }
    return text;
}

}
