#include "model/ddl/create.h"

#include "model/ddl/secondpass.h"
#include "model/ddl/order.h"
#include "model/javascript.h"
#include "model/sql/clauses.h"
#include "model/sql/fragment.h"
#include "model/sql/literal.h"

#include <QHash>
#include <QSet>
#include <QStringBuilder>

#include <algorithm>
#include <future>
#include <vector>

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

QString quotedNames(const QStringList &columns, const Dialect &dialect)
{
    QStringList quoted;
    for (const QString &column : columns)
        quoted.append(quotedName(column, dialect));
    return quoted.join(u", "_s);
}

/// The columns that attributes make: of two with one column, the later stands in the place of the earlier.
QList<const Column *> columnsInTable(const Table &table)
{
    QList<const Column *> columns;
    columns.reserve(table.columns.size());
    QHash<QString, qsizetype> places;
    for (const Column &column : table.columns) {
        if (column.isVirtual())
            continue;
        // A few are compared faster than they are looked up.
        constexpr qsizetype few = 32;
        if (places.isEmpty() && columns.size() > few) {
            for (qsizetype i = 0; i < columns.size(); ++i)
                places.insert(columns[i]->name, i);
        }
        const auto isSame = [&](const Column *each) { return each->name == column.name; };
        const qsizetype place = columns.size() > few
            ? places.value(column.name, -1)
            : std::find_if(columns.cbegin(), columns.cend(), isSame) - columns.cbegin();
        if (place >= 0 && place < columns.size()) {
            columns[place] = &column;
            continue;
        }
        if (!places.isEmpty())
            places.insert(column.name, columns.size());
        columns.append(&column);
    }
    // Sequelize gathers them in an object, by their names.
    const auto isIndex = [](const Column *each) { return arrayIndex(each->name).has_value(); };
    if (std::none_of(columns.cbegin(), columns.cend(), isIndex))
        return columns;
    const auto plain = std::stable_partition(columns.begin(), columns.end(), isIndex);
    std::sort(columns.begin(), plain,
              [](const Column *a, const Column *b) { return arrayIndex(a->name) < arrayIndex(b->name); });
    return columns;
}

/// CREATE TABLE, a column on each line.
class TableWriter
{
public:
    TableWriter(const Schema &schema, const Table &table, bool withReferences, const Dialect &dialect)
        : m_schema(schema), m_table(table), m_withReferences(withReferences), m_dialect(dialect)
    {
    }

    /// Null where something of the user's is not what can stand in its place.
    QString write()
    {
        if (!hasSoundOptions(m_table, m_dialect))
            return {};
        const auto columns = columnsInTable(m_table);
        m_lines.reserve(columns.size() + 2);
        const bool isComposite = std::count_if(columns.begin(), columns.end(),
                                               [](const Column *column) { return column->primaryKey; })
            > 1;
        QStringList key;
        for (const Column *column : columns) {
            QString clause = m_dialect.columnClause({m_table, *column, isComposite && column->primaryKey});
            if (takeKeyWords(clause, m_dialect) || column->primaryKey)
                key.append(column->name);
            const auto sound = fragment(std::move(clause), m_dialect);
            if (!sound || (m_withReferences && column->references && !hasSoundActions(*column)))
                return {};
            clause = *sound;
            if (m_withReferences && m_dialect.inlineReferences)
                clause += referencesClause(m_table, *column, m_dialect);
            add(quotedName(column->name, m_dialect), std::move(clause), noteOn(*column));
        }
        for (const UniqueKey &unique : m_table.uniqueKeys) {
            const QString name =
                m_dialect.namedUniques ? quotedName(unique.name, m_dialect) + u' ' : QString();
            if (!unique.isInline)
                add({}, u"UNIQUE "_s + name + u'(' + quotedNames(unique.columns, m_dialect) + u')', {});
        }
        if (isComposite || (!key.isEmpty() && !m_dialect.inlinePrimaryKey))
            add({}, u"PRIMARY KEY ("_s + quotedNames(key, m_dialect) + u')', {});
        if (m_withReferences && !m_dialect.inlineReferences)
            addForeignKeys();
        return "CREATE TABLE "_L1 % quotedTable(m_table, m_dialect) % " (\n"_L1 % body() % u')'
            % (m_dialect.tableOptions ? m_dialect.tableOptions(m_table) : QString());
    }

private:
    struct Line
    {
        QString name; ///< of the column; empty for what belongs to the table
        QString clause;
        QString note;
    };

    void add(QString name, QString clause, QString note)
    {
        m_lines.append({std::move(name), std::move(clause), std::move(note)});
    }

    void addForeignKeys()
    {
        for (const Column *column : columnsInTable(m_table)) {
            if (column->references) {
                add({},
                    u"FOREIGN KEY ("_s + quotedName(column->name, m_dialect) + u')'
                        + referencesClause(m_table, *column, m_dialect),
                    {});
            }
        }
    }

    /// Which associations a key comes from.
    QString noteOn(const Column &column) const
    {
        return column.associations.isEmpty() ? QString() : inComment(callsOf(m_schema, column).join(u", "_s));
    }

    QString body() const
    {
        static constexpr QStringView blanks = u"                                 ";
        static constexpr qsizetype widest = blanks.size() - 1;
        qsizetype width = 0;
        for (const Line &line : m_lines) {
            if (line.name.size() <= widest)
                width = std::max(width, line.name.size());
        }
        qsizetype size = 0;
        for (const Line &line : m_lines)
            size += std::max(width, line.name.size()) + line.clause.size() + line.note.size() + 10;
        QString text;
        text.reserve(size);
        for (const Line &line : m_lines) {
            const qsizetype gap =
                line.name.isEmpty() ? 0 : std::max<qsizetype>(width - line.name.size(), 0) + 1;
            text += "  "_L1 % line.name % blanks.first(gap) % line.clause
                % (&line == &m_lines.last() ? ""_L1 : ","_L1) % (line.note.isEmpty() ? ""_L1 : "  -- "_L1)
                % line.note % u'\n';
        }
        return text;
    }

    const Schema &m_schema;
    const Table &m_table;
    const bool m_withReferences;
    const Dialect &m_dialect;
    QList<Line> m_lines;
};

class ScriptWriter
{
public:
    ScriptWriter(const Schema &schema, const Dialect &dialect) : m_schema(schema), m_dialect(dialect) { }

    QList<Statement> write()
    {
        const TableOrder order = orderTables(m_schema);
        const bool isCircular = !order.deferred.isEmpty();
        findTwins(isCircular && !m_dialect.defersForeignKeys, isCircular && m_dialect.defersForeignKeys);
        createSchemas();
        if (m_dialect.bit == postgresBit)
            findTaken(order);
        const bool withReferences = !m_dialect.defersForeignKeys || order.deferred.isEmpty();
        writeTables(withReferences);
        if (withReferences) {
            for (const int position : order.tables)
                createTable(position, true);
            return m_statements;
        }
        // Where references go round in a circle, Sequelize creates everything without them and adds them in a
        // second pass, which passes over columns of primary keys.
        for (int i = 0; i < m_schema.tables.size(); ++i)
            createTable(i, false);
        for (int i = 0; i < m_schema.tables.size(); ++i)
            addForeignKeys(i);
        return m_statements;
    }

private:
    void add(QString sql, int table) { m_statements.append({.sql = std::move(sql), .table = table}); }

    void leaveOut(const QString &what, int table)
    {
        const QString why = Text::tr("%1 is left out: something in it is not what can stand there").arg(what);
        m_statements.append({.sql = inComment(why), .table = table, .isLeftOut = true});
    }

    void createSchemas()
    {
        if (!m_dialect.hasSchemas)
            return;
        QStringList seen;
        for (const Table &table : m_schema.tables) {
            if (table.schema.isEmpty() || seen.contains(table.schema))
                continue;
            seen.append(table.schema);
            add(u"CREATE SCHEMA IF NOT EXISTS "_s + quotedName(table.schema, m_dialect), -1);
        }
    }

    const Table &tableAt(int position) const
    {
        const auto found = m_afterSecondPass.constFind(position);
        return found == m_afterSecondPass.cend() ? m_schema.tables[position] : *found;
    }

    /// Of two models with one table, Sequelize creates the later. Where references go in a circle it creates
    /// the first, and alters it where it can. SQLite sees no difference in case.
    void findTwins(bool staysFirst, bool isAltered)
    {
        QHash<QString, int> last;
        const bool isBlind = m_dialect.bit == sqliteBit;
        for (int i = 0; i < m_schema.tables.size(); ++i) {
            const Table &table = m_schema.tables[i];
            const QString name = isAltered ? keptName(table.name.value, m_dialect) : table.name.value;
            const QString key = table.schema.isEmpty() ? name : table.schema + u'.' + name;
            const int earlier = last.value(key, -1);
            if (earlier >= 0)
                m_twins.insert(staysFirst ? i : earlier);
            if (earlier >= 0 && isAltered)
                m_afterSecondPass.insert(i, afterSecondPass(tableAt(earlier), table));
            if (earlier < 0 || !staysFirst)
                last.insert(key, i);
        }
        if (!isBlind)
            return;
        QSet<QString> seen;
        for (const int i : orderTables(m_schema).tables) {
            const QString key = physicalName(m_schema.tables[i], m_dialect).toLower();
            if (m_twins.contains(i))
                continue;
            if (seen.contains(key))
                m_bare.insert(i);
            seen.insert(key);
        }
    }

    /// PostgreSQL keeps tables and indexes in one list: Sequelize takes an earlier index for the table.
    void findTaken(const TableOrder &order)
    {
        QSet<std::pair<QString, QString>> taken;
        for (int i = 0; i < m_schema.tables.size(); ++i) {
            const int position = order.deferred.isEmpty() ? order.tables[i] : i;
            const Table &table = tableAt(position);
            if (m_twins.contains(position))
                continue;
            const std::pair name(table.schema, keptName(table.name.value, m_dialect));
            if (taken.contains(name))
                m_bare.insert(position);
            taken.insert(name);
            for (const TableIndex &index : table.indexes)
                taken.insert({table.schema, keptName(index.name, m_dialect)});
        }
    }

    /// No table looks at the text of another: where there are many, two halves are written side by side.
    void writeTables(bool withReferences)
    {
        constexpr qsizetype many = 200;
        const qsizetype count = m_schema.tables.size();
        m_tables.resize(count);
        const auto write = [this, withReferences](qsizetype from, qsizetype to) {
            for (qsizetype i = from; i < to; ++i) {
                if (!m_twins.contains(int(i)) && !m_bare.contains(int(i)))
                    m_tables[size_t(i)] =
                        TableWriter(m_schema, tableAt(int(i)), withReferences, m_dialect).write();
            }
        };
        const auto policy = count < many ? std::launch::deferred : std::launch::async;
        auto rest = std::async(policy, write, count / 2, count);
        write(0, count / 2);
        rest.get();
    }

    void createTable(int position, bool withReferences)
    {
        const bool isTwin = m_twins.contains(position);
        const bool isMade = !isTwin && !m_bare.contains(position);
        if (isMade && m_tables[size_t(position)].isNull()) {
            leaveOut(Text::tr("The table %1").arg(tableAt(position).name.value), position);
            m_leftOut.insert(position);
            return;
        }
        if (m_dialect.createType && (!isTwin || !m_afterSecondPass.isEmpty()))
            createTypes(position);
        if (isTwin)
            return;
        if (isMade) {
            add(std::move(m_tables[size_t(position)]), position);
            if (m_dialect.commentStatements)
                addComments(position);
        }
        addIndexes(position, withReferences);
    }

    /// Two columns may come to one type: what a later table has besides is added to it.
    void createTypes(int position)
    {
        const Table &table = tableAt(position);
        for (const Column &column : table.columns) {
            const QString sql = column.isVirtual() ? QString() : m_dialect.createType({table, column});
            if (sql.isEmpty())
                continue;
            const QString name = sql.section(u" AS ENUM "_s, 0, 0).section(u'.', 1);
            const std::pair key(table.schema, keptName(name, m_dialect));
            const auto known = m_types.find(key);
            if (known == m_types.end()) {
                m_types.insert(key, {int(m_statements.size()), column});
                add(sql, position);
            } else if (m_statements[known->statement].table != position) {
                addValues(*known, column);
            }
        }
    }

    struct EnumType
    {
        int statement;
        Column column; ///< that it was made for, with the values of all
    };

    void addValues(EnumType &type, const Column &column)
    {
        const auto valuesOf = [](auto &of) -> auto &
        {
            return of.type.name == TypeName::Array ? of.type.element[0].values : of.type.values;
        };
        QStringList &values = valuesOf(type.column);
        values += valuesOf(column);
        values.removeDuplicates();
        Statement &statement = m_statements[type.statement];
        statement.sql = m_dialect.createType({m_schema.tables[statement.table], type.column});
    }

    /// Sequelize makes no index that has the name of a key of its table.
    void addIndexes(int position, bool withReferences)
    {
        const Table &table = tableAt(position);
        if (table.indexes.isEmpty())
            return;
        const QStringList keys =
            m_dialect.keyNames ? m_dialect.keyNames(table, withReferences) : QStringList();
        for (const TableIndex &index : table.indexes) {
            // Of two models with one table, the later finds the index that the earlier made.
            const std::pair there(physicalName(table, m_dialect).toLower(), index.name.toLower());
            if (!keys.contains(index.name) && !m_indexes.contains(there)) {
                if (isSound(index.declared, m_dialect))
                    add(m_dialect.createIndex(table, index), position);
                else
                    leaveOut(Text::tr("The index %1 of %2").arg(index.name, table.model), position);
            }
            if (m_dialect.bit == sqliteBit)
                m_indexes.insert(there);
        }
    }

    void addComments(int position)
    {
        const Table &table = tableAt(position);
        const QString name = quotedTable(table, m_dialect);
        if (!table.options.comment.isEmpty())
            add(u"COMMENT ON TABLE "_s + name + u" IS "_s + quotedText(table.options.comment, m_dialect),
                position);
        const auto isCommented = [](const Column &column) { return !column.comment.isEmpty(); };
        if (std::none_of(table.columns.begin(), table.columns.end(), isCommented))
            return;
        for (const Column *column : columnsInTable(table)) {
            if (!isCommented(*column))
                continue;
            add(u"COMMENT ON COLUMN "_s + name + u'.' + quotedName(column->name, m_dialect) + u" IS "_s
                    + quotedText(column->comment, m_dialect),
                position);
        }
    }

    void addForeignKeys(int position)
    {
        if (m_twins.contains(position) || m_leftOut.contains(position))
            return;
        const Table &table = tableAt(position);
        for (const Column &column : table.columns) {
            if (!column.references || column.isVirtual() || column.primaryKey)
                continue;
            if (!hasSoundActions(column)) {
                leaveOut(Text::tr("The foreign key %1 of %2").arg(column.name, table.model), -1);
                continue;
            }
            add(u"ALTER TABLE "_s + quotedTable(table, m_dialect) + u" ADD FOREIGN KEY ("_s
                    + quotedName(column.name, m_dialect) + u')' + referencesClause(table, column, m_dialect),
                -1);
        }
    }

    const Schema &m_schema;
    const Dialect &m_dialect;
    QList<Statement> m_statements;
    std::vector<QString> m_tables; ///< CREATE TABLE, by position
    QHash<std::pair<QString, QString>, EnumType> m_types; ///< that are there, by schema and name
    QSet<std::pair<QString, QString>> m_indexes; ///< of SQLite, which does not see case, by table and name
    QHash<int, Table> m_afterSecondPass; ///< as they stand after a second pass
    QSet<int> m_twins; ///< tables in whose place another of the same name stands
    QSet<int> m_leftOut; ///< tables that are not what can stand in a script
    QSet<int> m_bare; ///< tables whose name is there already: of other case, or of an index
};

}

QList<Statement> createStatements(const Schema &schema, const Dialect &dialect)
{
    return ScriptWriter(schema, dialect).write();
}

QString createScript(const Schema &schema, const Dialect &dialect)
{
    const QList<Statement> statements = createStatements(schema, dialect);
    QString text = u"-- "_s
        + inComment(Text::tr("%1: the schema that Sequelize 6 creates on %2")
                        .arg(schema.name.isEmpty() ? Text::tr("Untitled") : schema.name, dialect.title))
        + u'\n';
    qsizetype size = text.size();
    for (const Statement &statement : statements)
        size += statement.sql.size() + 3;
    text.reserve(size);
    int table = -2;
    for (const Statement &statement : statements) {
        if (statement.table != table)
            text += u'\n';
        table = statement.table;
        if (statement.isLeftOut)
            text += "-- "_L1 % statement.sql % u'\n';
        else
            text += statement.sql % ";\n"_L1;
    }
    return text;
}

}
