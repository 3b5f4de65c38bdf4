#include "model/javascript.h"
#include "model/sql/clauses.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// FLOAT, REAL and DOUBLE keep their flags before the parentheses, integers drop them.
QString numberType(QLatin1StringView word, const Type &type)
{
    QString out = word;
    if (type.isFloating() && type.isUnsigned)
        out += " UNSIGNED"_L1;
    if (type.isFloating() && type.zerofill)
        out += " ZEROFILL"_L1;
    if (type.length > 0) {
        out += u'(' + QString::number(type.length);
        if (type.decimals >= 0)
            out += u',' + QString::number(type.decimals);
        out += u')';
    }
    return out;
}

QString typeText(const Type &type)
{
    switch (type.name) {
    case TypeName::String:
        return typeWithLength(type.binary ? "VARCHAR BINARY"_L1 : "VARCHAR"_L1,
                              type.length ? type.length : 255);
    case TypeName::Char:
        return typeWithLength(type.binary ? "CHAR BINARY"_L1 : "CHAR"_L1, type.length ? type.length : 255);
    case TypeName::Text:
    case TypeName::Enum: return u"TEXT"_s;
    case TypeName::CiText: return u"TEXT COLLATE NOCASE"_s;
    case TypeName::TinyInt: return numberType("TINYINT"_L1, type);
    case TypeName::SmallInt: return numberType("SMALLINT"_L1, type);
    case TypeName::MediumInt: return numberType("MEDIUMINT"_L1, type);
    case TypeName::Integer: return numberType("INTEGER"_L1, type);
    case TypeName::BigInt: return numberType("BIGINT"_L1, type);
    case TypeName::Float: return numberType("FLOAT"_L1, type);
    case TypeName::Real: return numberType("REAL"_L1, type);
    case TypeName::Double: return numberType("DOUBLE PRECISION"_L1, type);
    case TypeName::Decimal: return decimalType(type);
    case TypeName::Boolean: return u"TINYINT(1)"_s;
    case TypeName::Date: return u"DATETIME"_s;
    case TypeName::DateOnly: return u"DATE"_s;
    case TypeName::Time: return u"TIME"_s;
    case TypeName::Now: return u"NOW"_s;
    case TypeName::Blob: {
        const QString size = type.size.toLower();
        return size == u"tiny" || size == u"medium" || size == u"long" ? size.toUpper() + u"BLOB"_s
                                                                       : u"BLOB"_s;
    }
    case TypeName::Uuid: return u"UUID"_s;
    case TypeName::UuidV1: return u"UUIDV1"_s;
    case TypeName::UuidV4: return u"UUIDV4"_s;
    case TypeName::Json: return u"JSON"_s;
    case TypeName::Jsonb: return u"JSONB"_s;
    case TypeName::Hstore: return u"HSTORE"_s;
    case TypeName::Array: return arrayType(type, &typeText);
    case TypeName::Range: return u"RANGE"_s;
    case TypeName::Geometry: return u"GEOMETRY"_s;
    case TypeName::Geography: return u"GEOGRAPHY"_s;
    case TypeName::Cidr: return u"CIDR"_s;
    case TypeName::Inet: return u"INET"_s;
    case TypeName::MacAddr: return u"MACADDR"_s;
    case TypeName::TsVector: return u"TSVECTOR"_s;
    case TypeName::Virtual:
    case TypeName::Missing: return {};
    case TypeName::Raw: return type.text;
    }
    Q_UNREACHABLE();
}

QString columnType(const ColumnContext &context)
{
    return typeText(context.column.type);
}

/// Sequelize writes the clause, then edits its text: what holds "INT" anywhere becomes INTEGER PRIMARY KEY.
QString columnClause(const ColumnContext &context)
{
    static const QRegularExpression falseDefault(u"DEFAULT '?false'?"_s);
    static const QRegularExpression trueDefault(u"DEFAULT '?true'?"_s);
    const Column &column = context.column;
    const bool notNull = column.allowNull == false;
    QString clause = columnType(context);
    if (notNull)
        clause += " NOT NULL"_L1;
    if (const QString value = defaultLiteral(column, sqliteDialect); !value.isNull()) {
        const bool isTruth = column.type.isFloating() && column.defaultValue->isBoolean();
        clause += u" DEFAULT "_s
            + (isTruth && column.defaultValue->boolean() ? u"1"_s
                   : isTruth                             ? u"0"_s
                                                         : value);
    }
    if (isUniqueInline(column))
        clause += " UNIQUE"_L1;
    if (column.primaryKey) {
        const QString references = referencesClause(context.table, column, sqliteDialect);
        const bool integer = clause.contains("INT"_L1) || references.contains("INT"_L1);
        if (context.isCompositeKey)
            clause += notNull ? ""_L1 : " NOT NULL"_L1;
        else if (integer)
            clause = column.autoIncrement ? u"INTEGER PRIMARY KEY AUTOINCREMENT"_s : u"INTEGER PRIMARY KEY"_s;
        else
            clause += column.autoIncrement ? " PRIMARY KEY AUTOINCREMENT"_L1 : " PRIMARY KEY"_L1;
    }
    if (!holdsWord(clause, u"DEFAULT "))
        return clause;
    return clause.replace(falseDefault, u"DEFAULT 0"_s).replace(trueDefault, u"DEFAULT 1"_s);
}

QString createIndex(const Table &table, const TableIndex &index)
{
    return (index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
        + quotedPath(index.name, sqliteDialect) + u" ON "_s + quotedTable(table, sqliteDialect) + u" ("_s
        + indexColumns(index.declared, {.collation = true}, sqliteDialect) + u')'
        + indexCondition(index.declared, sqliteDialect);
}

QString bytesLiteral(const QByteArray &bytes)
{
    return u"X'"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
}

QString dateText(const QDateTime &date, const Type &)
{
    return date.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s) + u" +00:00"_s;
}

QString castType(const QString &type)
{
    return type.contains("timestamp"_L1, Qt::CaseInsensitive) ? u"datetime"_s : type;
}

/// Inside JSON, a date is its ISO text.
Json jsonValue(const Json &value)
{
    if (value.isArray() && !value.items().isEmpty() && value.items()[0].find("$date"_L1)) {
        Json::Array items;
        for (const Json &item : value.items())
            items.append(jsonValue(item));
        return Json(items);
    }
    const Json *text = value.find("$date"_L1);
    const auto date = text ? javascriptDate(text->string()) : std::nullopt;
    return date ? Json(isoDate(*date)) : value;
}

QString jsonPath(const QString &column, const QStringList &path, bool)
{
    static const QRegularExpression index(u"\\.(\\d+)(?:(?=\\.)|$)"_s);
    const QString text = QString(u"$."_s + path.join(u'.')).replace(index, u"[\\1]"_s);
    return u"json_extract("_s + column + u',' + quotedText(text, sqliteDialect) + u')';
}

}

constexpr Dialect sqliteDialect{
    .id = "sqlite"_L1,
    .title = "SQLite"_L1,
    .bit = sqliteBit,
    .quote = u'`',
    .mostColumns = 2000,
    .mostKeyColumns = 2000,
    .mostJoins = 64,
    .mostResults = 2000,
    .typedDefaults = true,
    .inlineReferences = true,
    .inlinePrimaryKey = true,
    .transactionalDdl = true,
    .rowComparisons = true,
    .exactReals = false,
    .beginWriting = "BEGIN IMMEDIATE"_L1,
    .rowIds = {"rowid"_L1, "_rowid_"_L1, "oid"_L1},
    .columnType = columnType,
    .columnClause = columnClause,
    .createIndex = createIndex,
    .dateText = dateText,
    .bytesLiteral = bytesLiteral,
    .castType = castType,
    .jsonPath = jsonPath,
    .jsonValue = jsonValue,
};

}
