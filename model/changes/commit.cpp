#include "model/changes/commit.h"

#include "model/changes/changeorder.h"
#include "model/rows/exact.h"
#include "model/rows/ranges.h"
#include "model/rows/rowkey.h"
#include "model/javascript.h"
#include "model/sql/clauses.h"
#include "model/sql/literal.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

class StatementWriter
{
public:
    StatementWriter(const Change &change, const Table &table, const Dialect &dialect, const QDateTime &now)
        : m_change(change), m_table(table), m_dialect(dialect), m_now(now)
    {
    }

    Result<ChangeStatement> write()
    {
        ChangeStatement statement{.row = m_change.row, .missing = missingColumns(m_change, m_table)};
        switch (m_change.kind) {
        case Change::Insert: statement.sql = insert(); break;
        case Change::Update: statement.sql = update(); break;
        case Change::Delete: statement.sql = m_change.isForever ? remove() : mark(); break;
        }
        if (m_change.kind != Change::Insert)
            statement.check = check();
        statement.done = done();
        statement.undone = m_change.kind == Change::Insert ? insertUndone() : statement.check;
        if (m_fault)
            return tl::unexpected(*m_fault);
        return statement;
    }

private:
    QString quoted(const QString &column) const { return quotedName(column, m_dialect); }

    const Type &typeOf(const QString &name)
    {
        static const Type number{.name = TypeName::BigInt};
        if (const Column *column = m_table.columnNamed(name))
            return column->type;
        const bool isRowId = std::any_of(m_dialect.rowIds.begin(), m_dialect.rowIds.end(),
                                         [&](QLatin1StringView each) { return each == name; });
        if (!isRowId && !m_fault)
            m_fault = Error{Text::tr("%1 no longer has a column %2").arg(m_table.model, name)};
        return number;
    }

    QString stamp(const Column &column, int seconds = 0) const
    {
        return sqlLiteral(Json(Json::Object{{u"$date"_s, Json(isoDate(m_now.addSecs(seconds)))}}), &column,
                          m_dialect)
            .value_or(u"NULL"_s);
    }

    /// What an inserted row is given where the user says nothing; empty: the database knows it.
    QString unsaid(const Column &column) const
    {
        if (column.attribute == m_table.createdAt || column.attribute == m_table.updatedAt)
            return stamp(column);
        if (!column.defaultValue)
            return {};
        if (const Json *made = column.defaultValue->find("$default"_L1))
            return made->string() == u"NOW" ? stamp(column) : QString();
        if (!defaultLiteral(column, m_dialect).isNull())
            return {};
        return sqlLiteral(*column.defaultValue, &column, m_dialect).value_or(QString());
    }

    QString insert()
    {
        for (const Assignment &each : m_change.values)
            typeOf(each.column);
        QStringList columns;
        QStringList values;
        for (const Column &column : m_table.columns) {
            if (column.isVirtual())
                continue;
            const Value *given = valueOf(m_change.values, column.name);
            const QString value = given ? literalOf(*given, column.type, m_dialect) : unsaid(column);
            if (value.isEmpty())
                continue;
            columns.append(quoted(column.name));
            values.append(value);
        }
        const QString into = u"INSERT INTO "_s + quotedTable(m_table, m_dialect) + u' ';
        if (columns.isEmpty())
            return into + m_dialect.emptyInsert;
        return into + u'(' + columns.join(u", "_s) + u") VALUES ("_s + values.join(u", "_s) + u')';
    }

    QString update()
    {
        QStringList sets;
        for (const Assignment &each : m_change.values)
            sets.append(quoted(each.column) + u" = "_s
                        + literalOf(each.value, typeOf(each.column), m_dialect));
        appendStamp(sets, m_table.updatedAt);
        const Column *version = m_table.version.isEmpty() ? nullptr : m_table.column(m_table.version);
        if (version && !valueOf(m_change.values, version->name))
            sets.append(quoted(version->name) + u" = "_s + quoted(version->name) + u" + 1"_s);
        return updateTable(sets);
    }

    /// `destroy()` of a row saves it with both stamps; removing a link sets the one.
    QString mark()
    {
        QStringList sets;
        appendStamp(sets, m_table.deletedAt);
        if (m_change.link.isNull())
            appendStamp(sets, m_table.updatedAt);
        return updateTable(sets);
    }

    QString remove() { return u"DELETE FROM "_s + quotedTable(m_table, m_dialect) + where(); }

    QString updateTable(const QStringList &sets)
    {
        return u"UPDATE "_s + quotedTable(m_table, m_dialect) + u" SET "_s + sets.join(u", "_s) + where();
    }

    void appendStamp(QStringList &sets, const QString &attribute) const
    {
        const Column *column = attribute.isEmpty() ? nullptr : m_table.column(attribute);
        if (column && !valueOf(m_change.values, column->name))
            sets.append(quoted(column->name) + u" = "_s + stamp(*column));
    }

    /// The row's key, and what the change expects to find.
    QString where()
    {
        QStringList conditions = keyConditions();
        if (m_change.kind == Change::Update) {
            for (const Assignment &each : m_change.before)
                conditions.append(equal(each));
        } else if (!m_change.isForever) {
            if (const Column *deletedAt = m_table.column(m_table.deletedAt))
                conditions.append(quoted(deletedAt->name) + u" IS NULL"_s);
        }
        return u" WHERE "_s + conditions.join(u" AND "_s);
    }

    /// The row as it was read, compared exactly; nobody changes it until the transaction is over.
    QString check()
    {
        QString sql = u"SELECT 1 FROM "_s + quotedTable(m_table, m_dialect) + where();
        for (const Assignment &each : m_change.before) {
            if (m_table.columnNamed(each.column))
                sql += u" AND "_s + exactSql(quoted(each.column), each.value, typeOf(each.column), m_dialect);
        }
        return m_dialect.bit == sqliteBit ? sql : sql + u" FOR UPDATE"_s;
    }

    QString someWhere(const QStringList &conditions) const
    {
        return u"SELECT 1 FROM "_s + quotedTable(m_table, m_dialect) + u" WHERE "_s
            + conditions.join(u" AND "_s);
    }
    /// One row where there is none of these.
    QString noneWhere(const QStringList &conditions) const
    {
        return u"SELECT 1 FROM (SELECT COUNT(*) AS n FROM "_s + quotedTable(m_table, m_dialect) + u" WHERE "_s
            + conditions.join(u" AND "_s) + u") AS c WHERE n = 0"_s;
    }

    /// Values that a product keeps as they are written: no rounding, no spelling of its own.
    QStringList plainConditions()
    {
        QStringList conditions;
        for (const Assignment &each : m_change.values) {
            switch (typeOf(each.column).name) {
            case TypeName::String:
            case TypeName::Text:
            case TypeName::TinyInt:
            case TypeName::SmallInt:
            case TypeName::MediumInt:
            case TypeName::Integer:
            case TypeName::BigInt:
            case TypeName::Boolean:
            case TypeName::Uuid: conditions.append(equal(each)); break;
            default: break;
            }
        }
        return conditions;
    }

    /// The inserted row by the first key that it is given whole.
    QStringList insertedKey()
    {
        for (const QStringList &columns : uniqueColumns(m_table)) {
            QStringList conditions;
            for (const QString &column : columns) {
                const Value *given = valueOf(m_change.values, column);
                if (given && !given->isNull())
                    conditions.append(equal({column, *given}));
            }
            if (!conditions.isEmpty() && conditions.size() == columns.size())
                return conditions;
        }
        return {};
    }

    QString done()
    {
        switch (m_change.kind) {
        case Change::Insert: return insertDone();
        case Change::Update: return updateDone();
        case Change::Delete: return m_change.isForever ? noneWhere(keyConditions()) : markDone();
        }
        Q_UNREACHABLE();
    }

    /// By its key; without one, by when it was made, which products round.
    QString insertDone()
    {
        QStringList conditions = insertedKey();
        if (const Column *column = m_table.column(m_table.createdAt);
            conditions.isEmpty() && column && !valueOf(m_change.values, column->name))
        {
            conditions.append(quoted(column->name) + u" BETWEEN "_s + stamp(*column, -1) + u" AND "_s
                              + stamp(*column, 1));
        }
        return conditions.isEmpty() ? QString() : someWhere(conditions + plainConditions());
    }

    QString insertUndone()
    {
        QStringList conditions = insertedKey();
        if (conditions.isEmpty())
            conditions = plainConditions();
        return conditions.isEmpty() ? QString() : noneWhere(conditions);
    }

    QString updateDone()
    {
        QStringList conditions;
        for (const Assignment &each : m_change.row.key) {
            const Value *moved = valueOf(m_change.values, each.column);
            conditions.append(equal({each.column, moved ? *moved : each.value}));
        }
        for (const Assignment &each : m_change.values)
            conditions.append(exactSql(quoted(each.column), each.value, typeOf(each.column), m_dialect));
        return someWhere(conditions);
    }

    QString markDone()
    {
        const Column *deletedAt = m_table.column(m_table.deletedAt);
        return deletedAt ? someWhere(keyConditions() << quoted(deletedAt->name) + u" IS NOT NULL"_s)
                         : QString();
    }

    QStringList keyConditions()
    {
        QStringList conditions;
        for (const Assignment &each : m_change.row.key)
            conditions.append(equal(each));
        return conditions;
    }

    QString equal(const Assignment &each)
    {
        const Type &type = typeOf(each.column);
        QString sql = quoted(each.column);
        if (each.value.kind == Cell::Real)
            return exactSql(sql, each.value, type, m_dialect);
        if (type.isJson() && !m_dialect.textCast.isEmpty() && !each.value.isNull())
            sql = u"CAST("_s + sql + u" AS "_s + m_dialect.textCast + u')';
        return equalSql(sql, each.value, type, m_dialect);
    }

    const Change &m_change;
    const Table &m_table;
    const Dialect &m_dialect;
    const QDateTime &m_now;
    std::optional<Error> m_fault;
};

/// "User id = 5" for a sentence about a row.
QString rowText(const RowRef &row)
{
    QStringList key;
    for (const Assignment &each : row.key)
        key.append(each.column + u" = "_s + displayText(each.value, {}));
    return key.isEmpty() ? Text::tr("the new row of %1").arg(row.model)
                         : row.model + u' ' + key.join(u", "_s);
}

Result<void> run(Connection &connection, const ChangeStatement &statement)
{
    if (!statement.check.isEmpty()) {
        // How many rows a statement changed differs between products where keys cascade, so they are counted
        // first.
        int found = 0;
        const auto looked = connection.select(statement.check, {}, [&](std::span<const Cell>) {
            ++found;
            return true;
        });
        if (!looked)
            return looked;
        if (found == 0) {
            return refusal(Text::tr("%1 was changed or deleted meanwhile; nothing was written")
                               .arg(rowText(statement.row)));
        }
        if (found > 1) {
            return refusal(Text::tr("%1 is %2 rows, of which none can be changed alone; nothing was written")
                               .arg(rowText(statement.row))
                               .arg(found));
        }
    }
    const auto changed = connection.execute(statement.sql);
    if (!changed)
        return refusal(Text::tr("%1: %2").arg(rowText(statement.row), changed.error().message));
    if (*changed < 1) {
        return refusal(
            Text::tr("%1 was changed or deleted meanwhile; nothing was written").arg(rowText(statement.row)));
    }
    return {};
}

}

Result<QList<ChangeStatement>> sqlOf(const Changes &changes, const Schema &schema, const Dialect &dialect,
                                     const QDateTime &now)
{
    QList<ChangeStatement> statements;
    for (const int position : executableOrder(changes, schema)) {
        const Change &change = changes.list[position];
        const Table *table = schema.table(change.row.model);
        if (!table)
            return refusal(Text::tr("there is no model %1 any more").arg(change.row.model));
        const auto statement = StatementWriter(change, *table, dialect, now).write();
        if (!statement)
            return tl::unexpected(statement.error());
        statements.append(*statement);
    }
    return statements;
}

Result<void> commit(Connection &connection, const QList<ChangeStatement> &statements)
{
    int number = 0;
    for (const ChangeStatement &statement : statements) {
        ++number;
        if (!statement.missing.isEmpty()) {
            return refusal(Text::tr("%1 needs a value for %2")
                               .arg(rowText(statement.row), statement.missing.join(u", "_s)),
                           number);
        }
    }
    number = 0;
    return inTransaction(connection, [&]() -> Result<void> {
        for (const ChangeStatement &statement : statements) {
            ++number;
            if (const auto done = run(connection, statement); !done)
                return refusal(done.error().message, number);
        }
        return {};
    });
}

}
