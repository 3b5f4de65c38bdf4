#include "model/check/defaultfits.h"
#include "model/check/fixes.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

QList<Fix> dropDefault(const Checked &checked, const Table &table, const Column &column)
{
    return fixColumn(Text::tr("Drop the default"), checked, table, column,
                     [](Attribute &attribute) { attribute.defaultValue.reset(); });
}

/// A key to which its own row must lead takes no default that Sequelize makes: its value is known before.
bool isAlwaysGiven(const Checked &checked, const Table &table, const Column &column)
{
    return column.defaultValue->find("$default"_L1)
        && std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &each) {
               return checked.referredBy(each) == &table && each.references->column == column.name
                   && !each.isNullable();
           });
}

/// MariaDB reads it and forgets it.
void warnOfNull(const Checked &checked, const Table &table, const Column &column, QList<Problem> &problems)
{
    problems.append(
        {.severity = Severity::Warning,
         .code = u"S28"_s,
         .message = Text::tr("%1.%2 is in the primary key, and its default is NULL: MySQL refuses that.")
                        .arg(table.model, column.attribute),
         .place = checked.placeOf(table, column, u"defaultValue"_s),
         .dialects = mysqlBit,
         .fixes = dropDefault(checked, table, column)});
}

}

void checkDefaults(const Checked &checked, QList<Problem> &problems)
{
    for (const Table &table : checked.schema.tables) {
        for (const Column &column : table.columns) {
            if (!column.defaultValue || column.isVirtual())
                continue;
            const bool isSqliteRowId = column.primaryKey
                && sqliteDialect.columnClause({table, column, table.primaryKey().size() > 1})
                       .startsWith("INTEGER PRIMARY KEY"_L1);
            if (column.defaultValue->isNull() && column.primaryKey && column.allowNull != false)
                warnOfNull(checked, table, column, problems);
            DialectSet refusing = 0;
            for (const Dialect *dialect : dialects()) {
                const bool isInTable = !(isSqliteRowId && dialect->bit == sqliteBit);
                if (!fitsDefault(*column.defaultValue, column, dialect->bit, isInTable))
                    refusing |= dialect->bit;
            }
            if (refusing == 0)
                continue;
            problems.append(
                {.severity = isAlwaysGiven(checked, table, column) ? Severity::Warning : Severity::Error,
                 .code = u"S28"_s,
                 .message = Text::tr("%1.%2 is %3, and its default is no value of that.")
                                .arg(table.model, column.attribute, column.type.text),
                 .place = checked.placeOf(table, column, u"defaultValue"_s),
                 .dialects = refusing,
                 .fixes = dropDefault(checked, table, column)});
        }
    }
}

}
