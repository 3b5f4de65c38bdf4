#include "model/sql/clauses.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The enum type of a column: `"public"."enum_table_column"`.
QString enumName(const Table &table, const Column &column)
{
    const QString schema = table.schema.isEmpty() ? u"public"_s : table.schema;
    return quotedName(schema, postgresDialect) + u'.'
        + quotedName(u"enum_"_s + table.name.value + u'_' + column.name, postgresDialect);
}

const Type *enumOf(const Type &type)
{
    if (type.name == TypeName::Enum)
        return &type;
    const bool isList = type.name == TypeName::Array && !type.element.isEmpty();
    return isList && type.element[0].name == TypeName::Enum ? &type.element[0] : nullptr;
}

QString shapeType(QLatin1StringView word, const Type &type)
{
    if (type.size.isEmpty())
        return word;
    return word + u'(' + type.size + (type.srid > 0 ? u',' + QString::number(type.srid) : QString()) + u')';
}

QString rangeType(const Type &type)
{
    switch (type.element.isEmpty() ? TypeName::Integer : type.element[0].name) {
    case TypeName::Integer: return u"int4range"_s;
    case TypeName::BigInt: return u"int8range"_s;
    case TypeName::Decimal: return u"numrange"_s;
    case TypeName::Date: return u"tstzrange"_s;
    case TypeName::DateOnly: return u"daterange"_s;
    default: return u"undefined"_s; // what Sequelize writes
    }
}

QString typeText(const Type &type)
{
    switch (type.name) {
    case TypeName::String:
        return type.binary ? u"BYTEA"_s : typeWithLength("VARCHAR"_L1, type.length ? type.length : 255);
    case TypeName::Char:
        return type.binary ? u"BYTEA"_s : typeWithLength("CHAR"_L1, type.length ? type.length : 255);
    case TypeName::Text: return u"TEXT"_s;
    case TypeName::CiText: return u"CITEXT"_s;
    case TypeName::TinyInt: return u"TINYINT"_s;
    case TypeName::SmallInt: return u"SMALLINT"_s;
    case TypeName::MediumInt:
        return typeWithLength("MEDIUMINT"_L1, type.length) + (type.isUnsigned ? u" UNSIGNED"_s : QString())
            + (type.zerofill ? u" ZEROFILL"_s : QString());
    case TypeName::Integer: return u"INTEGER"_s;
    case TypeName::BigInt: return u"BIGINT"_s;
    case TypeName::Float: return typeWithLength("FLOAT"_L1, type.decimals > 0 ? 0 : type.length);
    case TypeName::Real: return u"REAL"_s;
    case TypeName::Double: return u"DOUBLE PRECISION"_s;
    case TypeName::Decimal: return decimalType(type);
    case TypeName::Boolean: return u"BOOLEAN"_s;
    case TypeName::Date: return u"TIMESTAMP WITH TIME ZONE"_s;
    case TypeName::DateOnly: return u"DATE"_s;
    case TypeName::Time: return u"TIME"_s;
    case TypeName::Now: return u"NOW"_s;
    case TypeName::Blob: return u"BYTEA"_s;
    case TypeName::Uuid: return u"UUID"_s;
    case TypeName::UuidV1: return u"UUIDV1"_s;
    case TypeName::UuidV4: return u"UUIDV4"_s;
    case TypeName::Json: return u"JSON"_s;
    case TypeName::Jsonb: return u"JSONB"_s;
    case TypeName::Hstore: return u"HSTORE"_s;
    case TypeName::Enum: return u"ENUM"_s; // a column's enum has a name of its own
    case TypeName::Array: return arrayType(type, &typeText);
    case TypeName::Range: return rangeType(type);
    case TypeName::Geometry: return shapeType("GEOMETRY"_L1, type);
    case TypeName::Geography: return shapeType("GEOGRAPHY"_L1, type);
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
    const Column &column = context.column;
    if (enumOf(column.type))
        return enumName(context.table, column) + (column.type.name == TypeName::Array ? u"[]"_s : QString());
    return typeText(column.type);
}

/// SERIAL takes the place of the type and of NOT NULL; Sequelize does it by editing the text of the clause.
QString withSerial(QString clause)
{
    const auto drop = [&](QStringView word) {
        if (const qsizetype at = clause.indexOf(word); at >= 0)
            clause.remove(at, word.size());
    };
    const auto replaceFirst = [&](const QString &word, const QString &other) {
        clause.replace(clause.indexOf(word), word.size(), other);
    };
    if (holdsWord(clause, u"BIGINT")) {
        replaceFirst(u"SERIAL"_s, u"BIGSERIAL"_s);
        drop(u"BIGINT");
    } else if (holdsWord(clause, u"SMALLINT")) {
        replaceFirst(u"SERIAL"_s, u"SMALLSERIAL"_s);
        drop(u"SMALLINT");
    } else {
        drop(u"INTEGER");
    }
    drop(u"NOT NULL");
    return clause;
}

QString columnClause(const ColumnContext &context)
{
    const Column &column = context.column;
    QString clause = columnType(context);
    if (column.allowNull == false)
        clause += u" NOT NULL"_s;
    if (column.autoIncrement)
        clause += column.autoIncrementIdentity ? " GENERATED BY DEFAULT AS IDENTITY"_L1 : " SERIAL"_L1;
    QString value = defaultLiteral(column, postgresDialect);
    if (column.type.name == TypeName::Array && enumOf(column.type) && value.startsWith("ARRAY["_L1))
        value = value.left(value.lastIndexOf("::"_L1) + 2) + columnType(context);
    if (!value.isNull())
        clause += u" DEFAULT "_s + value;
    if (isUniqueInline(column))
        clause += " UNIQUE"_L1;
    if (holdsWord(clause, u"SERIAL"))
        clause = withSerial(clause);
    // Sequelize puts the name in the place of ENUM(…), up to the last parenthesis of all.
    const qsizetype last = column.type.name == TypeName::Enum ? value.lastIndexOf(u')') : -1;
    if (last >= 0)
        clause =
            columnType(context) + value.mid(last + 1) + (isUniqueInline(column) ? u" UNIQUE"_s : QString());
    return clause.trimmed();
}

QString createType(const ColumnContext &context)
{
    const Type *type = enumOf(context.column.type);
    if (!type)
        return {};
    QStringList values;
    for (const QString &value : type->values)
        values.append(type->isOfNumbers ? value : quotedText(value, postgresDialect));
    return u"CREATE TYPE "_s + enumName(context.table, context.column) + u" AS ENUM ("_s
        + values.join(u", "_s) + u')';
}

QString createIndex(const Table &table, const TableIndex &index)
{
    const Index &declared = index.declared;
    QString sql = (index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
        + quotedPath(index.name, postgresDialect) + u" ON "_s + quotedTable(table, postgresDialect);
    if (!declared.usingMethod.isEmpty())
        sql += u" USING "_s + declared.usingMethod;
    return sql + u" ("_s + indexColumns(declared, {.collation = true, .operatorClass = true}, postgresDialect)
        + u')' + indexCondition(declared, postgresDialect);
}

QStringList keyNames(const Table &table, bool)
{
    QStringList names;
    if (!table.primaryKey().isEmpty())
        names.append(table.name.value + u"_pkey"_s);
    for (const UniqueKey &unique : table.uniqueKeys)
        names.append(table.name.value + u'_' + unique.columns.join(u'_') + u"_key"_s);
    return names;
}

QString dateText(const QDateTime &date, const Type &)
{
    return date.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s) + u" +00:00"_s;
}

QString bytesLiteral(const QByteArray &bytes)
{
    return u"E'\\\\x"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
}

Result<QString> arrayLiteral(const Json &list, const Column *column)
{
    const Type *element = column && !column->type.element.isEmpty() ? &column->type.element[0] : nullptr;
    QStringList items;
    for (const Json &item : list.items()) {
        const auto text = element ? sqlLiteral(item, *element, postgresDialect)
                                  : sqlLiteral(item, nullptr, postgresDialect);
        if (!text)
            return text;
        items.append(*text);
    }
    QString text = u"ARRAY["_s + items.join(u',') + u']';
    if (element && element->name == TypeName::Enum)
        text += u"::"_s + quotedName(u"enum_"_s + column->name, postgresDialect) + u"[]"_s;
    else if (element)
        text += u"::"_s + typeText(column->type);
    return text;
}

/// `[lower, upper)`; a bound is a value or `{ value, inclusive }`.
Result<QString> rangeLiteral(const Json &list, const Column &column)
{
    const Type element = column.type.element.value(0, Type{.name = TypeName::Integer});
    if (list.items().isEmpty())
        return u"'empty'"_s;
    if (list.items().size() != 2)
        return refusal(Text::tr("a range has two bounds"));
    QStringList bounds;
    QList<bool> inclusive{true, false};
    for (int i = 0; i < 2; ++i) {
        Json bound = list.items()[i];
        if (bound.find("value"_L1)) {
            if (const Json *is = bound.find("inclusive"_L1))
                inclusive[i] = is->boolean();
            bound = bound.value("value"_L1);
        }
        if (bound.isNull()) {
            bounds.append(QString());
            continue;
        }
        const auto text = sqlLiteral(bound, element, postgresDialect);
        if (!text)
            return text;
        bounds.append(text->startsWith(u'\'') ? text->mid(1, text->size() - 2) : *text);
    }
    return u'\'' + QString(inclusive[0] ? u"["_s : u"("_s) + bounds.join(u',')
        + (inclusive[1] ? u"]'"_s : u")'"_s);
}

Result<QString> listLiteral(const Json &value, const Column *column)
{
    if (column && column->type.name == TypeName::Range && value.isArray())
        return rangeLiteral(value, *column);
    if (!value.isArray())
        return sqlLiteral(value, nullptr, postgresDialect);
    return arrayLiteral(value, column);
}

QString castType(const QString &type)
{
    return type;
}

QString jsonPath(const QString &column, const QStringList &path, bool asJson)
{
    return u'(' + column + (asJson ? u"#>"_s : u"#>>"_s)
        + quotedText(u'{' + path.join(u',') + u'}', postgresDialect) + u')';
}

}

constexpr Dialect postgresDialect{
    .id = "postgres"_L1,
    .title = "PostgreSQL"_L1,
    .bit = postgresBit,
    .quote = u'"',
    .identifierLimit = 63,
    .limitInBytes = true,
    .mostColumns = 1600,
    .mostKeyColumns = 32,
    .mostResults = 1664,
    .hasSchemas = true,
    .hasBooleans = true,
    .offsetKeyword = true,
    .rightJoins = true,
    .regexpOperators = true,
    .unionAll = true,
    .typedDefaults = true,
    .inlineReferences = true,
    .defersForeignKeys = true,
    .commentStatements = true,
    .transactionalDdl = true,
    .rowComparisons = true,
    .nullsLast = true,
    .like = "ILIKE"_L1,
    .textCast = "TEXT"_L1,
    .beginReading = "BEGIN READ ONLY"_L1,
    .columnType = columnType,
    .columnClause = columnClause,
    .createType = createType,
    .createIndex = createIndex,
    .keyNames = keyNames,
    .dateText = dateText,
    .bytesLiteral = bytesLiteral,
    .listLiteral = listLiteral,
    .castType = castType,
    .jsonPath = jsonPath,
};

}
