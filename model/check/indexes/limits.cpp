#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int mostKeys = 64; // of a table of MySQL
constexpr int widestKey = 3072; // bytes

/// What a table as a whole has too much of.
class LimitCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            lookAtTypes(table);
            lookAtKeys(table);
            lookAtPrimaryKey(table);
            lookAtColumns(table);
            lookAtKeyColumns(table);
            for (const UniqueKey &key : table.uniqueKeys)
                lookAtWidth(table, key);
        }
    }

private:
    /// PostgreSQL cuts the name of an ENUM's type, and Sequelize does not make it twice.
    void lookAtTypes(const Table &table)
    {
        QHash<QString, const Column *> known;
        for (const Column &column : table.columns) {
            const Type *type = enumOf(column.type);
            if (!type || column.isVirtual())
                continue;
            const QString name =
                keptName(u"enum_"_s + table.name.value + u'_' + column.name, postgresDialect);
            const Column *first = known.value(name);
            if (!first) {
                known.insert(name, &column);
                continue;
            }
            const QStringList &values = enumOf(first->type)->values;
            const bool isPart = std::all_of(type->values.begin(), type->values.end(),
                                            [&](const QString &value) { return values.contains(value); });
            if (isPart || first->name == column.name)
                continue;
            add(Code::EnumTypesEqualWhenCut, m_checked.placeOf(table, column, u"type"_s),
                Text::tr(
                    "The types of %1 and %2 of %3 are one to PostgreSQL, which cuts their names to %4 bytes: "
                    "%2 takes only the values of %1.")
                    .arg(first->attribute, column.attribute, table.model)
                    .arg(postgresDialect.identifierLimit),
                fixColumn(Text::tr("Make it STRING"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.type = parseType(u"STRING"_s).value(); }),
                postgresBit);
        }
    }

    static const Type *enumOf(const Type &type)
    {
        const bool isList = type.name == TypeName::Array && !type.element.isEmpty();
        const Type &held = isList ? type.element[0] : type;
        return held.name == TypeName::Enum ? &held : nullptr;
    }

    /// MySQL makes an index for each foreign key that finds none, until one is made that serves.
    void lookAtKeys(const Table &table)
    {
        const auto primary = table.primaryKey();
        QSet<QString> led; // columns that a key begins with
        if (!primary.isEmpty())
            led.insert(primary[0]->name);
        for (const UniqueKey &key : table.uniqueKeys)
            led.insert(key.columns.value(0));
        QSet<QString> served = led;
        for (const TableIndex &index : table.indexes) {
            if (!index.declared.fields.isEmpty())
                served.insert(index.declared.fields[0].name);
        }
        QSet<QString> ofReferences;
        QSet<QString> lasting;
        for (const Column &column : table.columns) {
            if (!column.references || column.isVirtual())
                continue;
            if (!led.contains(column.name))
                ofReferences.insert(column.name);
            if (!served.contains(column.name))
                lasting.insert(column.name);
        }
        const qsizetype declared = (primary.isEmpty() ? 0 : 1) + table.uniqueKeys.size();
        const qsizetype count =
            declared + std::max(ofReferences.size(), table.indexes.size() + lasting.size());
        if (count > mostKeys)
            add(Code::TooManyKeys, m_checked.placeOf(table),
                Text::tr("%1 has %2 keys and indexes, those of foreign keys included: MySQL's tables have at "
                         "most %3.")
                    .arg(table.model)
                    .arg(count)
                    .arg(mostKeys),
                {}, mysqls);
    }

    /// MariaDB keeps what is unique by a hash where it is too wide for an index, but no primary key.
    void lookAtPrimaryKey(const Table &table)
    {
        QStringList columns;
        for (const Column *column : table.primaryKey())
            columns.append(column->name);
        if (const Column *widest = widestOf(table, columns))
            add(Code::SizeNotAllowed, m_checked.placeOf(table, *widest, u"primaryKey"_s),
                Text::tr("The primary key of %1 is wider than the %2 bytes of MySQL's indexes.")
                    .arg(table.model)
                    .arg(widestKey),
                fixesOfWidth(table, *widest), mysqls);
    }

    void lookAtColumns(const Table &table)
    {
        const auto count = std::count_if(table.columns.begin(), table.columns.end(),
                                         [](const Column &column) { return !column.isVirtual(); });
        for (const Dialect *dialect : dialects()) {
            if (count > dialect->mostColumns)
                add(Code::TooManyColumns, m_checked.placeOf(table),
                    Text::tr("%1 has %2 columns: %3's tables have at most %4.")
                        .arg(table.model, QString::number(count), dialect->title)
                        .arg(dialect->mostColumns),
                    {}, dialect->bit);
        }
    }

    void lookAtKeyColumns(const Table &table)
    {
        lookAtKeyColumns(table, table.primaryKey().size(), m_checked.placeOf(table),
                         [&] { return Text::tr("The primary key of %1").arg(table.model); });
        for (const UniqueKey &key : table.uniqueKeys)
            lookAtKeyColumns(table, key.columns.size(), m_checked.placeOf(table),
                             [&] { return Text::tr("The unique key %1 of %2").arg(key.name, table.model); });
        for (const TableIndex &index : table.indexes)
            lookAtKeyColumns(table, index.declared.fields.size(),
                             {.model = table.declaredBy, .index = index.declared.id, .option = u"fields"_s},
                             [&] { return Text::tr("The index %1 of %2").arg(index.name, table.model); });
    }

    template <typename Name>
    void lookAtKeyColumns(const Table &table, qsizetype count, const Place &place, Name name)
    {
        for (const Dialect *dialect : dialects()) {
            if (count > dialect->mostKeyColumns)
                add(Code::TooManyColumns, table.isAutomatic() ? m_checked.placeOf(table) : place,
                    Text::tr("%1 has %2 columns: %3's keys and indexes have at most %4.")
                        .arg(name(), QString::number(count), dialect->title)
                        .arg(dialect->mostKeyColumns),
                    {}, dialect->bit);
        }
    }

    void lookAtWidth(const Table &table, const UniqueKey &key)
    {
        if (const Column *widest = widestOf(table, key.columns))
            add({Code::SizeNotAllowed, Severity::Warning}, m_checked.placeOf(table, *widest, u"unique"_s),
                Text::tr("%1.%2 is unique, and wider than %3 bytes: MariaDB keeps it unique by a hash, MySQL "
                         "cannot.")
                    .arg(table.model, widest->attribute)
                    .arg(widestKey),
                fixesOfWidth(table, *widest), mysqlBit);
    }

    /// The widest of columns that are too wide together; null where they are not.
    static const Column *widestOf(const Table &table, const QStringList &columns)
    {
        int bytes = 0;
        const Column *widest = nullptr;
        for (const QString &name : columns) {
            const Column *column = table.columnNamed(name);
            const int own = column ? indexedBytes(column->type) : 0;
            bytes += own;
            if (own > 0 && (!widest || own > indexedBytes(widest->type)))
                widest = column;
        }
        return bytes > widestKey ? widest : nullptr;
    }

    QList<Fix> fixesOfWidth(const Table &table, const Column &column) const
    {
        return fixColumn(Text::tr("Make it STRING"), m_checked, table, column,
                         [](Attribute &attribute) { attribute.type = parseType(u"STRING"_s).value(); });
    }
};

}

void checkLimits(const Checked &checked, QList<Problem> &problems)
{
    LimitCheck(checked, problems).run();
}

}
