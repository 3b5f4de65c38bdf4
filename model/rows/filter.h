#pragma once

#include "model/rows/value.h"

#include <optional>

namespace model {

/// One end of a range of values.
struct Bound
{
    Value value;
    bool isIncluded = true;

    bool operator==(const Bound &) const = default;
};

/// What a filter field asks of one column. Within and no negation: the values from one bound to the other;
/// two equal bounds are one value.
struct Condition
{
    enum Kind : quint8 { Contains, Within, IsNull };

    Kind kind = Contains;
    bool isNegated = false;
    QString text; ///< of Contains
    std::optional<Bound> from;
    std::optional<Bound> to;

    bool operator==(const Condition &) const = default;
};

/// Reads what is typed under a column's header: `ada`, `=5`, `!=5`, `>3`, `<=2020-01-01`, `1..9`, `2020`,
/// `null`, `!null`, `!ada`, `"taken as it is"`. A day, a month or a year in a column of dates means all of
/// it. A refusal says what the column can be asked.
Result<Condition> parseCondition(const QString &text, const Column &column, const Dialect &dialect);

/// Does the text ask for a value by an operator, a range or `null`, rather than by words?
bool hasOperator(const QString &text);

/// The condition in SQL, in parentheses where it needs them, for a column as it is written there. Where the
/// column differs from a value, NULL differs from it too.
QString conditionSql(const Condition &condition, const QString &sql, const Column &column,
                     const Dialect &dialect);

/// A column that holds a text somewhere in it, whatever its case.
QString containsSql(const QString &text, const QString &sql, const Type &type, const Dialect &dialect);

}
