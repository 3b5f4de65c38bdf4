#pragma once

#include "model/sql/dialect.h"

#include <string_view>

/// Parts of CREATE statements that the dialects share.
namespace model {

/// " REFERENCES … ON DELETE … ON UPDATE …"; empty where the column refers to nothing.
QString referencesClause(const Table &table, const Column &column, const Dialect &dialect);

/// What stands behind DEFAULT; null where Sequelize gives the column none (values that the application
/// makes).
QString defaultLiteral(const Column &column, const Dialect &dialect);

/// `unique: true`, which stands beside the column.
bool isUniqueInline(const Column &column);

/// Whether a clause holds a word. In texts as short as clauses this is faster than QString::contains().
bool holdsWord(QStringView clause, std::u16string_view word);

/// Where the key stands behind all columns, Sequelize looks for these words in each clause and takes them
/// out, also those of a comment or a default. Whether it finds them.
bool takeKeyWords(QString &clause, const Dialect &dialect);

/// `WORD(length)`, or the word alone for a length of 0.
QString typeWithLength(QLatin1StringView word, int length);
/// DECIMAL with what is given of precision and scale; a 0 counts as not given.
QString decimalType(const Type &type);

/// A type as Sequelize writes it where it asks no dialect: inside of a list of lists.
QString plainType(const Type &type);
/// An ARRAY, by the dialect's word for its elements.
QString arrayType(const Type &type, QString (*elementType)(const Type &));

/// The columns of an index with collation, operator class, length and order, as far as the product knows
/// them.
struct IndexParts
{
    bool collation = false;
    bool operatorClass = false;
    bool length = false;
};
QString indexColumns(const Index &index, const IndexParts &parts, const Dialect &dialect);

/// " WHERE …" of a partial index; empty where it is none.
QString indexCondition(const Index &index, const Dialect &dialect);

}
