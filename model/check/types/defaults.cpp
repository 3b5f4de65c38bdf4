#include "model/check/types/defaultfits.h"
#include "model/check/types/defaultvalue.h"
#include "model/check/fixes.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>

#include <algorithm>

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

/// SQLite takes an expression as a default only in parentheses, and Sequelize writes none.
bool lacksParentheses(const Json &json)
{
    const DefaultValue value = defaultValueOf(json);
    const bool isExpression =
        value.isCall || value.isCompound || value.sort == DefaultValue::Sort::Expression;
    return value.isSql && isExpression && !value.isParenthesised;
}

QString shortText(const Json &json)
{
    static constexpr qsizetype longest = 40;
    const QString text = compactJson(json).simplified();
    return text.size() <= longest ? text : text.left(longest - 1) + u'…';
}

void refuseCall(const Checked &checked, const Table &table, const Column &column, QList<Problem> &problems)
{
    QList<Fix> fixes;
    if (defaultValueOf(*column.defaultValue).function == u"now" && column.type.name == TypeName::Date)
        fixes =
            fixColumn(Text::tr("Use CURRENT_TIMESTAMP"), checked, table, column, [](Attribute &attribute) {
                attribute.defaultValue = Json(Json::Object{{u"$literal"_s, u"CURRENT_TIMESTAMP"_s}});
            });
    problems.append(
        {.code = Code::DefaultRefused,
         .message =
             Text::tr("The default of %1.%2, %3, is an expression: SQLite wants parentheses around it, "
                      "which Sequelize does not write, and the table is not created.")
                 .arg(table.model, column.attribute, shortText(*column.defaultValue)),
         .place = checked.placeOf(table, column, u"defaultValue"_s),
         .dialects = sqliteBit,
         .fixes = fixes + dropDefault(checked, table, column)});
}

/// MariaDB reads it and forgets it.
void warnOfNull(const Checked &checked, const Table &table, const Column &column, QList<Problem> &problems)
{
    problems.append(
        {.severity = Severity::Warning,
         .code = Code::DefaultRefused,
         .message = Text::tr("%1.%2 is in the primary key, and its default is NULL: MySQL refuses that.")
                        .arg(table.model, column.attribute),
         .place = checked.placeOf(table, column, u"defaultValue"_s),
         .dialects = mysqlBit,
         .fixes = dropDefault(checked, table, column)});
}

/// The digits of the seconds that a default of now gives; nothing where it is another default.
std::optional<int> digitsOfNow(const Json &value)
{
    static const QRegularExpression now(
        u"^\\s*(?:current_timestamp|now|localtime|localtimestamp)\\s*(?:\\(\\s*(\\d?)\\s*\\))?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = value.value("$literal"_L1).string();
    if (const Json *call = value.find("$fn"_L1); call && !call->items().isEmpty())
        text = call->items()[0].string() + u'(' + call->items().value(1).numberText() + u')';
    const auto match = now.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

/// MySQL wants as many digits as the column has; MariaDB rounds.
void warnOfDigits(const Checked &checked, const Table &table, const Column &column, QList<Problem> &problems)
{
    const auto digits = digitsOfNow(*column.defaultValue);
    if (column.type.name != TypeName::Date || !digits || *digits == column.type.length)
        return;
    const QString wanted =
        column.type.length > 0 ? u"CURRENT_TIMESTAMP(%1)"_s.arg(column.type.length) : u"CURRENT_TIMESTAMP"_s;
    problems.append(
        {.severity = Severity::Warning,
         .code = Code::DefaultRefused,
         .message =
             Text::tr("%1.%2 is %3, and its default has not as many digits: MySQL refuses that, MariaDB "
                      "takes it.")
                 .arg(table.model, column.attribute, column.type.text),
         .place = checked.placeOf(table, column, u"defaultValue"_s),
         .dialects = mysqlBit,
         .fixes = fixColumn(Text::tr("Make it %1").arg(wanted), checked, table, column,
                            [wanted](Attribute &attribute) {
                                attribute.defaultValue = Json(Json::Object{{u"$literal"_s, wanted}});
                            })});
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
            warnOfDigits(checked, table, column, problems);
            DialectSet refusing = 0;
            for (const Dialect *dialect : dialects()) {
                const bool isInTable = !(isSqliteRowId && dialect->bit == sqliteBit);
                if (!fitsDefault(*column.defaultValue, column, dialect->bit, isInTable))
                    refusing |= dialect->bit;
            }
            if ((refusing & sqliteBit) != 0 && lacksParentheses(*column.defaultValue)) {
                refuseCall(checked, table, column, problems);
                refusing &= ~sqliteBit;
            }
            if (refusing == 0)
                continue;
            problems.append(
                {.severity = isAlwaysGiven(checked, table, column) ? Severity::Warning : Severity::Error,
                 .code = Code::DefaultRefused,
                 .message = Text::tr("The default of %1.%2, %3, cannot be used with its type, %4.")
                                .arg(table.model, column.attribute, shortText(*column.defaultValue),
                                     column.type.text),
                 .place = checked.placeOf(table, column, u"defaultValue"_s),
                 .dialects = refusing,
                 .fixes = dropDefault(checked, table, column)});
        }
    }
}

}
