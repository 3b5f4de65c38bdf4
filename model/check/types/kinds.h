#pragma once

#include "model/project/type.h"
#include "model/schema/problem.h"

/// What databases make of types, as far as the checks ask.
namespace model {

/// Types that hold the same sort of values.
enum class Kind : quint8 {
    Text,
    Bytes,
    Integer,
    Real,
    Decimal,
    Boolean,
    DateTime,
    Date,
    Time,
    Uuid,
    Json,
    Enum,
    Array,
    Range,
    Shape, ///< GEOMETRY, GEOGRAPHY
    Network, ///< CIDR, INET, MACADDR
    Search, ///< TSVECTOR
    Pairs, ///< HSTORE
    Nothing, ///< VIRTUAL: no column
    Other, ///< a column type of the database that is not known here
};

/// A raw column type is judged by its words.
Kind kindOf(const Type &type);

/// The first word of a raw column type, in lower case: "varchar" of "VARCHAR(7)".
QString rawWord(const Type &type);

/// A name without what leaves the Basic Multilingual Plane, which MySQL takes into no identifier.
QString basicName(const QString &name);

/// Whether a word is one of those, in letters of any case.
bool isOneOf(const QString &word, std::initializer_list<const char *> list);

/// Whether a text goes on behind what JavaScript's expressions take for the end of a line.
bool hasLineBreak(const QString &text);
QString withoutLineBreaks(QString text);

/// Whether a product knows a raw column type.
bool isKnownRawType(const Type &type, DialectSet dialect);

/// The characters that a text column holds; -1 is no limit.
int roomOf(const Type &type, bool isMysql);

/// The bytes of an integer type in MySQL.
int integerBytes(const Type &type);

/// The bytes of a number or a time in MySQL; 0 for all else.
int fixedBytes(const Type &type);

/// The bytes that a column takes in an index of MySQL or MariaDB; 0 where the length says nothing.
int indexedBytes(const Type &type);

}
