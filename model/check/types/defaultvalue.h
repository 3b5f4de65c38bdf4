#pragma once

#include "model/json.h"
#include "model/schema/schema.h"

/// What fitsDefault() is made of: defaults as the databases see them, and what each database takes.
namespace model {

/// What a default is, once `$literal` and `$fn` are seen through as far as they can be.
struct DefaultValue
{
    enum class Sort : quint8 {
        Null,
        Text,
        Number,
        Flag,
        Object,
        List,
        Bytes,
        Moment,
        Uuid,
        Expression,
        Unknown,
        Broken
    };
    Sort sort = Sort::Unknown;
    QString text; ///< of a text, of a UUID
    double number = 0;
    QList<Json> items;
    bool isSql = false; ///< written as SQL, so that Sequelize does not look at it
    bool isCall = false;
    bool isParenthesised = false;
    bool isCompound = false; ///< several words of SQL without parentheses around them
    bool isOnUpdate = false; ///< MySQL's clause behind a default
    QString function; ///< of a call, in small letters
    bool hasArguments = false;
    bool isMade = false; ///< by the application, for each row: no DEFAULT in the table
};

DefaultValue defaultValueOf(const Json &json);

/// Whether all of a text is as the pattern says; capitals do not count.
bool matches(const QString &text, const char *pattern);
/// Whether an integer type holds a number.
bool isInRange(double number, const Type &type, bool isMysql);
/// Whether a text is a BIGINT whose digits no double holds.
bool isBig(const QString &text, const Type &type);
/// Whether a type has as many digits before the point.
bool fitsDigits(double number, const Type &type);

bool fitsPostgres(const DefaultValue &value, const Column &column);
bool fitsMysql(const DefaultValue &value, const Column &column);

}
