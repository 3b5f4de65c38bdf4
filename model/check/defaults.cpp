#include "model/check/defaultfits.h"
#include "model/check/fixes.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

void checkDefaults(const Checked &checked, QList<Problem> &problems)
{
    for (const Table &table : checked.schema.tables) {
        for (const Column &column : table.columns) {
            if (!column.defaultValue || column.isVirtual())
                continue;
            const bool isSqliteRowId = column.primaryKey
                && sqliteDialect.columnClause({table, column, table.primaryKey().size() > 1})
                       .startsWith("INTEGER PRIMARY KEY"_L1);
            DialectSet refusing = 0;
            for (const Dialect *dialect : dialects()) {
                const bool isInTable = !(isSqliteRowId && dialect->bit == sqliteBit);
                if (!fitsDefault(*column.defaultValue, column, dialect->bit, isInTable))
                    refusing |= dialect->bit;
            }
            if (refusing == 0)
                continue;
            problems.append(
                {.code = u"S28"_s,
                 .message = Text::tr("%1.%2 is %3, and its default is no value of that.")
                                .arg(table.model, column.attribute, column.type.text),
                 .place = checked.placeOf(table, column, u"defaultValue"_s),
                 .dialects = refusing,
                 .fixes = fixColumn(Text::tr("Drop the default"), checked, table, column,
                                    [](Attribute &attribute) { attribute.defaultValue.reset(); })});
        }
    }
}

}
