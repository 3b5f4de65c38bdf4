#include "model/check/fixes.h"

#include "model/edit/edit.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class IndexCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables)
            m_tables.insert(physicalName(table, sqliteDialect).toLower());
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            for (const TableIndex &index : table.indexes) {
                lookForColumns(table, index);
                lookForTable(table, index);
                lookForTwin(table, index);
                lookForKey(table, index);
            }
            for (const UniqueKey &key : table.uniqueKeys)
                lookForRepetition(table, key);
            lookForUniques(table);
            for (const UniqueKeyOption &key : table.options.uniqueKeys) {
                if (key.fields.isEmpty())
                    lookAtEmpty(table, key);
                for (const QString &column : key.fields)
                    lookForColumn(table, column, {.model = table.declaredBy, .option = u"uniqueKeys"_s}, {});
            }
        }
    }

private:
    void lookForColumns(const Table &table, const TableIndex &index)
    {
        for (const IndexField &field : index.declared.fields) {
            if (!field.isExpression())
                lookForColumn(table, field.name, {.model = table.declaredBy, .index = index.declared.id},
                              index.declared);
        }
    }

    /// Tables and indexes share their names in SQLite, in letters of any case, and PostgreSQL.
    void lookForTable(const Table &table, const TableIndex &index)
    {
        const bool isInPostgres = m_checked.tableNamed.contains({table.schema, index.name});
        const bool isInSqlite = m_tables.contains(index.name.toLower());
        if (!isInPostgres && !isInSqlite)
            return;
        const QString fresh = index.name + u"_index"_s;
        m_problems.append(
            {.code = Code::ConstraintNameTaken,
             .message = Text::tr("The index %1 of %2 has the name of a table.").arg(index.name, table.model),
             .place = {.model = table.declaredBy, .index = index.declared.id, .option = u"name"_s},
             .dialects = DialectSet((isInSqlite ? sqliteBit : 0) | (isInPostgres ? postgresBit : 0)),
             .fixes = {fixIndex(Text::tr("Call it %1").arg(fresh), table.declaredBy, index.declared.id,
                                [fresh](Index &changed) { changed.name = fresh; })}});
    }

    /// A unique key or a foreign key may have the name already; one that is just what is asked for does. In
    /// letters of other case Sequelize does not see it, and MySQL refuses the index.
    void lookForKey(const Table &table, const TableIndex &index)
    {
        const auto &fields = index.declared.fields;
        if (!index.unique && fields.size() == 1 && fields[0].name == index.name)
            return;
        DialectSet same = 0;
        DialectSet alike = 0;
        for (const Dialect *dialect : dialects()) {
            const QStringList keys =
                dialect->keyNames ? dialect->keyNames(table, !m_checked.isCircular) : QStringList();
            if (keys.contains(index.name))
                same |= dialect->bit;
            else if (keys.contains(index.name, Qt::CaseInsensitive))
                alike |= dialect->bit & caseBlind;
        }
        if (same != 0)
            addKey(Severity::Warning, table, index, same,
                   Text::tr("The index %1 of %2 has the name of a key of that table: it is not made."));
        if (alike != 0)
            addKey(Severity::Error, table, index, alike,
                   Text::tr("The index %1 of %2 has the name of a key of that table."));
    }

    void addKey(Severity severity, const Table &table, const TableIndex &index, DialectSet dialects,
                const QString &message)
    {
        const QString fresh = index.name + u"_index"_s;
        m_problems.append(
            {.severity = severity,
             .code = Code::ConstraintNameTaken,
             .message = message.arg(index.name, table.model),
             .place = {.model = table.declaredBy, .index = index.declared.id, .option = u"name"_s},
             .dialects = dialects,
             .fixes = {fixIndex(Text::tr("Call it %1").arg(fresh), table.declaredBy, index.declared.id,
                                [fresh](Index &changed) { changed.name = fresh; })}});
    }

    void lookForRepetition(const Table &table, const UniqueKey &key)
    {
        QStringList columns = key.columns;
        if (key.isInline || columns.removeDuplicates() == 0)
            return;
        const auto &options = table.options.uniqueKeys;
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&](const UniqueKeyOption &each) { return each.name == key.name; });
        QList<Fix> fixes;
        if (option != options.end() && !table.isAutomatic())
            fixes.append(fixOptions(Text::tr("Name it once"), table.declaredBy,
                                    [columns, name = key.name](ModelOptions &changed) {
                                        for (UniqueKeyOption &each : changed.uniqueKeys) {
                                            if (each.name == name)
                                                each.fields = columns;
                                        }
                                    }));
        m_problems.append(
            {.code = Code::IndexOptionRefused,
             .message = Text::tr("The unique key %1 of %2 names a column twice.").arg(key.name, table.model),
             .place = m_checked.placeOf(table, u"uniqueKeys"_s),
             .dialects = DialectSet(everyDialect & ~sqliteBit),
             .fixes = fixes});
    }

    /// MySQL names the key of a unique column like the column.
    void lookForUniques(const Table &table)
    {
        for (const UniqueKey &key : table.uniqueKeys) {
            const bool isTaken =
                std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), [&](const UniqueKey &other) {
                    return !key.isInline && other.isInline
                        && key.name.compare(other.columns.value(0), Qt::CaseInsensitive) == 0;
                });
            const Column *column = isTaken ? table.columnNamed(key.columns.value(0)) : nullptr;
            if (!column)
                continue;
            const QString fresh = key.name + u"_key"_s;
            m_problems.append(
                {.code = Code::ConstraintNameTaken,
                 .message = Text::tr("The unique constraint %1 of %2 has the name of a column that is unique "
                                     "by itself.")
                                .arg(key.name, table.model),
                 .place = m_checked.placeOf(table, *column, u"unique"_s),
                 .dialects = mysqls,
                 .fixes =
                     fixColumn(Text::tr("Call it %1").arg(fresh), m_checked, table, *column,
                               [fresh](Attribute &attribute) { attribute.unique = Unique{.name = fresh}; })});
        }
    }

    void lookAtEmpty(const Table &table, const UniqueKeyOption &key)
    {
        const QString name = key.name;
        QList<Fix> fixes;
        if (!table.isAutomatic())
            fixes.append(fixOptions(Text::tr("Drop it"), table.declaredBy, [name](ModelOptions &options) {
                options.uniqueKeys.removeIf([&](const UniqueKeyOption &each) { return each.name == name; });
            }));
        m_problems.append(
            {.code = Code::IndexWithoutFields,
             .message = Text::tr("The unique key %1 of %2 has no fields.").arg(name, table.model),
             .place = m_checked.placeOf(table, u"uniqueKeys"_s),
             .fixes = fixes});
    }

    /// Indexes and unique keys name columns; many write the attribute.
    void lookForColumn(const Table &table, const QString &name, const Place &place,
                       const std::optional<Index> &index)
    {
        if (table.columnNamed(name))
            return;
        const Column *attribute = table.column(name);
        QList<Fix> fixes;
        if (attribute && index) {
            const ModelId model = table.declaredBy;
            Index changed = *index;
            for (IndexField &field : changed.fields) {
                if (field.name == name)
                    field.name = attribute->name;
            }
            fixes.append(
                {Text::tr("Name the column, %1").arg(attribute->name),
                 [model, changed](const Project &project) { return changeIndex(project, model, changed); }});
        }
        const QString message = index
            ? Text::tr("An index of %1 names the column %2, which is not there.")
            : Text::tr("A unique key of %1 names the column %2, which is not there.");
        const bool isSpelled = columnNamed(table, name, Qt::CaseInsensitive);
        m_problems.append({.code = Code::IndexedColumnUnknown,
                           .message = message.arg(table.model, name),
                           .place = place,
                           .dialects = isSpelled ? DialectSet(everyDialect & ~caseBlind) : everyDialect,
                           .fixes = fixes});
    }

    static QString postgresSchema(const Table &table)
    {
        return table.schema == u"public"_s ? QString() : table.schema;
    }

    /// SQLite keeps one list of index names for the whole database, PostgreSQL one for a schema.
    void lookForTwin(const Table &table, const TableIndex &index)
    {
        const auto known = m_names.constFind(index.name.toLower());
        if (known == m_names.cend()) {
            m_names.insert(index.name.toLower(), {&table, index.name});
            return;
        }
        const auto &[other, name] = *known;
        const bool isSameTable = other == &table;
        const bool isSameSchema = postgresSchema(*other) == postgresSchema(table);
        if (!isSameTable && isSameSchema && other->name.value == table.name.value)
            return; // two models of one table, S18: the later finds the index that the earlier made
        DialectSet dialects = isSameTable ? everyDialect : DialectSet(sqliteBit | postgresBit);
        if (name != index.name || !isSameSchema)
            dialects &= ~postgresBit;
        const QString fresh = index.name + u"_2"_s;
        m_problems.append(
            {.code = Code::ConstraintNameTaken,
             .message = isSameTable ? Text::tr("Two indexes of %1 are named %2: the second is not made.")
                                          .arg(table.model, index.name)
                                    : Text::tr("The index %2 of %1 has the name of an index of %3.")
                                          .arg(table.model, index.name, other->model),
             .place = {.model = table.declaredBy, .index = index.declared.id, .option = u"name"_s},
             .dialects = dialects,
             .fixes = {fixIndex(Text::tr("Name it %1").arg(fresh), table.declaredBy, index.declared.id,
                                [fresh](Index &changed) { changed.name = fresh; })}});
    }

    QSet<QString> m_tables; ///< as SQLite names them, in small letters
    QHash<QString, std::pair<const Table *, QString>> m_names; ///< of indexes, by their small letters
};

}

void checkIndexes(const Checked &checked, QList<Problem> &problems)
{
    IndexCheck(checked, problems).run();
}

}
