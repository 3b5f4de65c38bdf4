#pragma once

#include "model/schema/schema.h"

#include <QDateTime>
#include <QLatin1StringView>

#include <array>
#include <span>

namespace model {

/// A column with what its clause in CREATE TABLE depends on.
struct ColumnContext
{
    const Table &table;
    const Column &column;
    bool isCompositeKey = false; ///< the primary key has several columns, and this is one of them
};

/// How one database product spells things, as Sequelize's dialect of that name does.
struct Dialect
{
    QLatin1StringView id; ///< in files and on the command line
    QLatin1StringView title; ///< in menus
    DialectSet bit = 0; ///< in Problem::dialects
    QChar quote; ///< around names; a name cannot hold it: Sequelize takes it out
    int identifierLimit = 0; ///< of names, in bytes or characters; 0 is none
    bool limitInBytes = false;
    int mostColumns = 0; ///< of a table
    int mostKeyColumns = 0; ///< of a key or an index
    int mostJoins = 0; ///< tables in a query; 0 is no limit
    int mostResults = 0; ///< columns in a result; 0 is no limit
    bool hasSchemas = false; ///< a schema holds tables; otherwise its name is a part of the table's
    bool hasBooleans = false; ///< true and false; otherwise 1 and 0
    bool backslashEscapes = false; ///< in string literals
    bool offsetKeyword = false; ///< LIMIT n OFFSET m; otherwise LIMIT m, n
    bool rightJoins = false; ///< has RIGHT OUTER JOIN
    bool regexpOperators = false; ///< `~`, `~*`; otherwise REGEXP
    bool unionAll = false; ///< between the parts of a query for several parents
    bool uniqueResultNames = false; ///< two columns of one name in a result are refused
    bool typedDefaults = false; ///< a default is written by its column's type
    bool textForNumbers = false; ///< a number compared with a text column is written as text
    bool inlineReferences = false; ///< REFERENCES beside the column; otherwise FOREIGN KEY after all columns
    bool inlinePrimaryKey = false; ///< a primary key of one column is said beside it
    bool namedUniques = false; ///< UNIQUE has a name in CREATE TABLE
    bool defersForeignKeys = false; ///< a reference needs its table: what closes a cycle comes by ALTER
    bool commentStatements = false; ///< COMMENT ON …; otherwise `columnClause` and `tableOptions` say it
    bool transactionalDdl = false; ///< CREATE can be rolled back
    bool rowComparisons = false; ///< `(a, b) > (1, 2)` walks an index
    bool nullsLast = false; ///< in an ascending order
    bool decimalsAreNumbers = false; ///< in the rows that its driver gives to Sequelize
    bool exactReals = true; ///< reads every double back from its shortest digits
    QLatin1StringView like{"LIKE"}; ///< the operator to which ada is Ada
    QLatin1StringView textCast; ///< what a column that is no text is cast to for LIKE; empty: no need
    QLatin1StringView emptyInsert{"DEFAULT VALUES"}; ///< behind INSERT INTO where no column is given
    QLatin1StringView beginWriting{"BEGIN"}; ///< of a transaction that will write
    QLatin1StringView beginReading; ///< of one that cannot write; empty where a connection is opened so
    std::array<QLatin1StringView, 3> rowIds; ///< names of the number that every row has; empty: none

    /// The type of a column, as Sequelize writes it.
    QString (*columnType)(const ColumnContext &) = nullptr;
    /// Everything behind the column's name in CREATE TABLE but its references.
    QString (*columnClause)(const ColumnContext &) = nullptr;
    /// What stands behind the columns of CREATE TABLE, with a leading space; nullptr is nothing.
    QString (*tableOptions)(const Table &) = nullptr;
    /// CREATE TYPE for a column; empty, or nullptr, where it needs none.
    QString (*createType)(const ColumnContext &) = nullptr;
    QString (*createIndex)(const Table &, const TableIndex &) = nullptr;
    /// The names of the keys that CREATE TABLE makes of itself, with or without its references: Sequelize
    /// finds them, and makes no index of such a name. nullptr where they have none of their own.
    QStringList (*keyNames)(const Table &, bool withReferences) = nullptr;
    /// A DATE as the text that goes into a literal.
    QString (*dateText)(const QDateTime &, const Type &) = nullptr;
    QString (*bytesLiteral)(const QByteArray &) = nullptr;
    /// A list as one value (PostgreSQL's arrays and ranges); nullptr where lists are only lists.
    Result<QString> (*listLiteral)(const Json &, const Column *) = nullptr;
    /// The type in CAST(… AS …), for one that Sequelize's users write.
    QString (*castType)(const QString &) = nullptr;
    /// A value inside a JSON column, by its quoted column and the keys that lead to it.
    QString (*jsonPath)(const QString &column, const QStringList &path, bool asJson) = nullptr;
    /// What a value inside a JSON column is compared with; nullptr takes it as it is.
    Json (*jsonValue)(const Json &) = nullptr;
};

extern const Dialect sqliteDialect;
extern const Dialect postgresDialect;
extern const Dialect mysqlDialect;
extern const Dialect mariadbDialect;

inline constexpr DialectSet sqliteBit = 1;
inline constexpr DialectSet postgresBit = 2;
inline constexpr DialectSet mysqlBit = 4;
inline constexpr DialectSet mariadbBit = 8;
/// One server software, as far as schemas go.
inline constexpr DialectSet mysqls = mysqlBit | mariadbBit;
/// A foreign key must lead to something unique; in the others an index will do.
inline constexpr DialectSet strictForeignKeys = sqliteBit | postgresBit;
/// Upper and lower case make no difference in the names of columns.
inline constexpr DialectSet caseBlind = sqliteBit | mysqlBit | mariadbBit;
/// A foreign key makes no index for itself.
inline constexpr DialectSet indexLessForeignKeys = sqliteBit | postgresBit;

std::span<const Dialect *const> dialects();
/// nullptr where there is none of that id.
const Dialect *dialectNamed(QStringView id);

}
