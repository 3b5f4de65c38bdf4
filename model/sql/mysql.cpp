#include "model/sql/clauses.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/// MySQL and MariaDB: one family with two of Sequelize's dialects, which differ in few things.
namespace model {

namespace {

QString numberType(QLatin1StringView word, const Type &type)
{
    QString out = word;
    if (type.length > 0) {
        out += u'(' + QString::number(type.length);
        if (type.decimals >= 0)
            out += u',' + QString::number(type.decimals);
        out += u')';
    }
    return out;
}

QString withFlags(QString text, const Type &type)
{
    if (type.isUnsigned)
        text += " UNSIGNED"_L1;
    if (type.zerofill)
        text += " ZEROFILL"_L1;
    return text;
}

QString textType(QLatin1StringView word, const Type &type)
{
    const QString text = typeWithLength(word, type.length ? type.length : 255);
    return type.binary ? text + u" BINARY"_s : text;
}

/// TINYTEXT, MEDIUMBLOB, …
QString sizedType(QLatin1StringView word, const Type &type)
{
    const QString size = type.size.toUpper();
    return size == u"TINY" || size == u"MEDIUM" || size == u"LONG" ? size + word : QString(word);
}

QString enumType(const Type &type)
{
    QStringList values;
    for (const QString &value : type.values)
        values.append(type.isOfNumbers ? value : quotedText(value, mysqlDialect));
    return u"ENUM("_s + values.join(u", "_s) + u')';
}

QString typeText(const Type &type)
{
    switch (type.name) {
    case TypeName::String: return textType("VARCHAR"_L1, type);
    case TypeName::Char: return textType("CHAR"_L1, type);
    case TypeName::Text: return sizedType("TEXT"_L1, type);
    case TypeName::CiText: return u"CITEXT"_s;
    case TypeName::TinyInt: return withFlags(numberType("TINYINT"_L1, type), type);
    case TypeName::SmallInt: return withFlags(numberType("SMALLINT"_L1, type), type);
    case TypeName::MediumInt: return withFlags(numberType("MEDIUMINT"_L1, type), type);
    case TypeName::Integer: return withFlags(numberType("INTEGER"_L1, type), type);
    case TypeName::BigInt: return withFlags(numberType("BIGINT"_L1, type), type);
    case TypeName::Float: return withFlags(numberType("FLOAT"_L1, type), type);
    case TypeName::Real: return withFlags(numberType("REAL"_L1, type), type);
    case TypeName::Double: return withFlags(numberType("DOUBLE PRECISION"_L1, type), type);
    case TypeName::Decimal: return withFlags(decimalType(type), type);
    case TypeName::Boolean: return u"TINYINT(1)"_s;
    case TypeName::Date: return typeWithLength("DATETIME"_L1, type.length);
    case TypeName::DateOnly: return u"DATE"_s;
    case TypeName::Time: return u"TIME"_s;
    case TypeName::Now: return u"NOW"_s;
    case TypeName::Blob: return sizedType("BLOB"_L1, type);
    case TypeName::Uuid: return u"CHAR(36) BINARY"_s;
    case TypeName::UuidV1: return u"UUIDV1"_s;
    case TypeName::UuidV4: return u"UUIDV4"_s;
    case TypeName::Json: return u"JSON"_s;
    case TypeName::Jsonb: return u"JSONB"_s;
    case TypeName::Hstore: return u"HSTORE"_s;
    case TypeName::Enum: return enumType(type);
    case TypeName::Array: return (type.element.isEmpty() ? QString() : typeText(type.element[0])) + u"[]"_s;
    case TypeName::Range: return u"RANGE"_s;
    case TypeName::Geometry: return type.size.isEmpty() ? u"GEOMETRY"_s : type.size;
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

/// Types of which the products take no default, by their exact words.
bool takesDefault(const QString &type, const Column &column)
{
    return type != u"BLOB" && type != u"TEXT" && type != u"GEOMETRY" && type != u"JSON"
        && !column.type.binary;
}

QString columnClause(const ColumnContext &context)
{
    const Column &column = context.column;
    const QString type = columnType(context);
    QString clause = type;
    if (column.allowNull == false)
        clause += " NOT NULL"_L1;
    if (column.autoIncrement)
        clause += " auto_increment"_L1;
    const QString value = takesDefault(type, column) ? defaultLiteral(column, mysqlDialect) : QString();
    if (!value.isNull())
        clause += u" DEFAULT "_s + value;
    if (isUniqueInline(column))
        clause += " UNIQUE"_L1;
    if (!column.comment.isEmpty())
        clause += u" COMMENT "_s + quotedText(column.comment, mysqlDialect);
    return clause;
}

QString mariadbColumnClause(const ColumnContext &context)
{
    // The two write a date with and without its milliseconds.
    const Boxed<Json> &value = context.column.defaultValue;
    const Json *date = value ? value->find("$date"_L1) : nullptr;
    if (!date)
        return columnClause(context);
    Column column = context.column;
    const QString literal = defaultLiteral(column, mariadbDialect);
    column.defaultValue = Json(Json::Object{{u"$literal"_s, literal}});
    return columnClause({context.table, column, context.isCompositeKey});
}

QString tableOptions(const Table &table)
{
    const ModelOptions &options = table.options;
    QString text = u" ENGINE="_s + (options.engine.isEmpty() ? u"InnoDB"_s : options.engine);
    if (!options.comment.isEmpty())
        text += u" COMMENT "_s + quotedText(options.comment, mysqlDialect);
    if (!options.charset.isEmpty())
        text += u" DEFAULT CHARSET="_s + options.charset;
    if (!options.collate.isEmpty())
        text += u" COLLATE "_s + options.collate;
    if (options.initialAutoIncrement && options.initialAutoIncrement->value > 0)
        text += u" AUTO_INCREMENT="_s + options.initialAutoIncrement->text;
    if (!options.rowFormat.isEmpty())
        text += u" ROW_FORMAT="_s + options.rowFormat;
    return text;
}

QString createIndexOn(const Table &table, const TableIndex &index, const Dialect &dialect)
{
    const Index &declared = index.declared;
    QString sql = u"CREATE "_s;
    if (index.unique)
        sql += u"UNIQUE "_s;
    if (!declared.type.isEmpty() && declared.type.compare(u"unique", Qt::CaseInsensitive) != 0)
        sql += declared.type + u' ';
    sql += u"INDEX "_s + quotedPath(index.name, dialect);
    if (!declared.usingMethod.isEmpty())
        sql += u" USING "_s + declared.usingMethod;
    return sql + u" ON "_s + quotedTable(table, dialect) + u" ("_s
        + indexColumns(declared, {.length = true}, dialect) + u')';
}

QString createIndex(const Table &table, const TableIndex &index)
{
    return createIndexOn(table, index, mysqlDialect);
}

QString mariadbCreateIndex(const Table &table, const TableIndex &index)
{
    return createIndexOn(table, index, mariadbDialect);
}

/// Of the primary key, of uniques, and of references for which no other key begins with their column.
QStringList keyNames(const Table &table, bool withReferences)
{
    QStringList names;
    QStringList leading;
    if (const auto key = table.primaryKey(); !key.isEmpty()) {
        names.append(u"PRIMARY"_s);
        leading.append(key[0]->name);
    }
    for (const UniqueKey &unique : table.uniqueKeys) {
        names.append(unique.isInline ? unique.columns.value(0) : unique.name);
        leading.append(unique.columns.value(0));
    }
    for (const Column &column : table.columns) {
        if (withReferences && column.references && !column.isVirtual() && !leading.contains(column.name))
            names.append(column.name);
    }
    return names;
}

QString bytesLiteral(const QByteArray &bytes)
{
    return u"X'"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
}

QString mysqlDate(const QDateTime &date, const Type &type)
{
    return date.toUTC().toString(type.length > 0 ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString mariadbDate(const QDateTime &date, const Type &)
{
    return date.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString castType(const QString &type)
{
    const auto has = [&](QLatin1StringView part) { return type.contains(part, Qt::CaseInsensitive); };
    if (has("timestamp"_L1))
        return u"datetime"_s;
    if (has("double precision"_L1) || has("boolean"_L1) || has("integer"_L1))
        return u"decimal"_s;
    return has("text"_L1) ? u"char"_s : type;
}

QString pathText(const QStringList &path)
{
    static const QRegularExpression index(u"\\.(\\d+)(?:(?=\\.)|$)"_s);
    return QString(u"$."_s + path.join(u'.')).replace(index, u"[\\1]"_s);
}

QString mysqlJsonPath(const QString &column, const QStringList &path, bool)
{
    static const QRegularExpression notDigit(u"\\D"_s);
    QStringList quoted;
    for (const QString &step : path)
        quoted.append(step.contains(notDigit) ? u'"' + QString(step).remove(u'"') + u'"' : step);
    return u"json_unquote(json_extract("_s + column + u',' + quotedText(pathText(quoted), mysqlDialect)
        + u"))"_s;
}

QString mariadbJsonPath(const QString &column, const QStringList &path, bool)
{
    return u"json_unquote(json_extract("_s + column + u',' + quotedText(pathText(path), mariadbDialect)
        + u"))"_s;
}

Json jsonValue(const Json &value)
{
    if (value.isBoolean())
        return Json(value.boolean() ? u"true"_s : u"false"_s);
    return value.isNull() ? Json(u"null"_s) : value;
}

constexpr Dialect family{
    .quote = u'`',
    .identifierLimit = 64,
    .mostColumns = 1017,
    .mostKeyColumns = 16,
    .mostJoins = 61,
    .hasBooleans = true,
    .backslashEscapes = true,
    .rightJoins = true,
    .unionAll = true,
    .textForNumbers = true,
    .namedUniques = true,
    .defersForeignKeys = true,
    .textCast = "CHAR"_L1,
    .emptyInsert = "() VALUES ()"_L1,
    .beginReading = "START TRANSACTION READ ONLY"_L1,
    .columnType = columnType,
    .columnClause = columnClause,
    .tableOptions = tableOptions,
    .createIndex = createIndex,
    .keyNames = keyNames,
    .bytesLiteral = bytesLiteral,
    .castType = castType,
    .jsonValue = jsonValue,
};

constexpr Dialect mysql()
{
    Dialect dialect = family;
    dialect.id = "mysql"_L1;
    dialect.title = "MySQL"_L1;
    dialect.bit = mysqlBit;
    dialect.dateText = mysqlDate;
    dialect.jsonPath = mysqlJsonPath;
    return dialect;
}

constexpr Dialect mariadb()
{
    Dialect dialect = family;
    dialect.id = "mariadb"_L1;
    dialect.title = "MariaDB"_L1;
    dialect.bit = mariadbBit;
    dialect.mostKeyColumns = 32;
    dialect.hasSchemas = true;
    dialect.decimalsAreNumbers = true;
    dialect.uniqueResultNames = true;
    dialect.columnClause = mariadbColumnClause;
    dialect.createIndex = mariadbCreateIndex;
    dialect.dateText = mariadbDate;
    dialect.jsonPath = mariadbJsonPath;
    return dialect;
}

}

constexpr Dialect mysqlDialect = mysql();
constexpr Dialect mariadbDialect = mariadb();

}
