#include "model/sql/clauses.h"

#include "model/sql/fragment.h"
#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// `Deferrable.INITIALLY_DEFERRED` and its kin, by name.
QString deferrableClause(const Json &deferrable)
{
    const QString word = deferrable.string();
    if (word == u"INITIALLY_DEFERRED")
        return u" DEFERRABLE INITIALLY DEFERRED"_s;
    if (word == u"INITIALLY_IMMEDIATE")
        return u" DEFERRABLE INITIALLY IMMEDIATE"_s;
    return word == u"NOT" ? u" NOT DEFERRABLE"_s : QString();
}

}

QString referencesClause(const Table &table, const Column &column, const Dialect &dialect)
{
    if (!column.references)
        return {};
    const Reference &reference = *column.references;
    // On PostgreSQL, Sequelize takes a table without a schema for one in the schema of the table that refers
    // to it.
    const bool inOwnSchema = dialect.bit == postgresBit && reference.schema.isEmpty();
    const QString &schema = inOwnSchema ? table.schema : reference.schema;
    QString clause = " REFERENCES "_L1 % quotedTable(reference.table, schema, dialect) % " ("_L1
        % quotedName(reference.column.isEmpty() ? u"id"_s : reference.column, dialect) % u')';
    if (!column.onDelete.isEmpty())
        clause += " ON DELETE "_L1 % column.onDelete.toUpper();
    if (!column.onUpdate.isEmpty())
        clause += " ON UPDATE "_L1 % column.onUpdate.toUpper();
    if (dialect.bit == postgresBit)
        clause += deferrableClause(reference.deferrable);
    return clause;
}

QString defaultLiteral(const Column &column, const Dialect &dialect)
{
    if (!column.defaultValue || column.defaultValue->find("$default"_L1))
        return {};
    return sqlLiteral(*column.defaultValue, dialect.typedDefaults ? &column : nullptr, dialect)
        .value_or(QString());
}

bool isUniqueInline(const Column &column)
{
    return column.unique->flag == true && !column.unique->isObject;
}

bool holdsWord(QStringView clause, std::u16string_view word)
{
    return std::u16string_view(clause.utf16(), size_t(clause.size())).find(word) != word.npos;
}

bool takeKeyWords(QString &clause, const Dialect &dialect)
{
    static constexpr std::u16string_view words = u"PRIMARY KEY";
    if (dialect.inlinePrimaryKey || !holdsWord(clause, words))
        return false;
    clause.remove(clause.indexOf(words), qsizetype(words.size()));
    return true;
}

QString typeWithLength(QLatin1StringView word, int length)
{
    return length > 0 ? QString(word % u'(' % QString::number(length) % u')') : QString(word);
}

QString decimalType(const Type &type)
{
    if (type.length > 0 && type.decimals > 0)
        return "DECIMAL("_L1 % QString::number(type.length) % u',' % QString::number(type.decimals) % u')';
    return typeWithLength("DECIMAL"_L1, type.length > 0 ? type.length : std::max(type.decimals, 0));
}

QString plainType(const Type &type)
{
    const QLatin1StringView binary = type.binary ? " BINARY"_L1 : ""_L1;
    const auto number = [&](QLatin1StringView word) {
        QString text = word;
        if (type.length > 0 && type.decimals >= 0 && type.isFloating())
            text += u"(%1,%2)"_s.arg(type.length).arg(type.decimals);
        else
            text = typeWithLength(word, type.length);
        return text + (type.isUnsigned ? " UNSIGNED"_L1 : ""_L1) + (type.zerofill ? " ZEROFILL"_L1 : ""_L1);
    };
    switch (type.name) {
    case TypeName::String: return typeWithLength("VARCHAR"_L1, type.length ? type.length : 255) + binary;
    case TypeName::Char: return typeWithLength("CHAR"_L1, type.length ? type.length : 255) + binary;
    case TypeName::Text:
    case TypeName::Blob: {
        const QString size = type.size.toUpper();
        const bool isSized = size == u"TINY" || size == u"MEDIUM" || size == u"LONG";
        return (isSized ? size : QString()) + (type.name == TypeName::Text ? "TEXT"_L1 : "BLOB"_L1);
    }
    case TypeName::TinyInt: return number("TINYINT"_L1);
    case TypeName::SmallInt: return number("SMALLINT"_L1);
    case TypeName::MediumInt: return number("MEDIUMINT"_L1);
    case TypeName::Integer: return number("INTEGER"_L1);
    case TypeName::BigInt: return number("BIGINT"_L1);
    case TypeName::Float: return number("FLOAT"_L1);
    case TypeName::Real: return number("REAL"_L1);
    case TypeName::Double: return number("DOUBLE PRECISION"_L1);
    case TypeName::Boolean: return u"TINYINT(1)"_s;
    case TypeName::Date: return u"DATETIME"_s;
    case TypeName::Enum: return u"ENUM"_s;
    case TypeName::CiText: return u"CITEXT"_s;
    case TypeName::Range: return u"RANGE"_s;
    case TypeName::Geometry: return u"GEOMETRY"_s;
    case TypeName::Geography: return u"GEOGRAPHY"_s;
    case TypeName::Virtual: return u"VIRTUAL"_s;
    case TypeName::Array: return arrayType(type, &plainType);
    default: return sqliteDialect.columnType({Table(), Column{.type = type}});
    }
}

QString arrayType(const Type &type, QString (*elementType)(const Type &))
{
    if (type.element.isEmpty())
        return u"[]"_s;
    const Type &element = type.element[0];
    if (element.name == TypeName::Array)
        return arrayType(element, &plainType) + u"[]"_s;
    return (element.isVirtual() ? plainType(element) : elementType(element)) + u"[]"_s;
}

QString indexColumns(const Index &index, const IndexParts &parts, const Dialect &dialect)
{
    QStringList columns;
    for (const IndexField &field : index.fields) {
        if (!field.literal.isNull()) {
            columns.append(fragment(field.literal, dialect).value_or(QString()));
            continue;
        }
        if (field.function) {
            const QString sql = sqlExpression(*field.function, {}, dialect).value_or(QString());
            columns.append(fragment(sql, dialect).value_or(QString()));
            continue;
        }
        QString column = quotedName(field.name, dialect);
        if (parts.collation && !field.collate.isEmpty())
            column += u" COLLATE "_s + quotedName(field.collate, dialect);
        if (parts.operatorClass && !index.operatorClass.isEmpty())
            column += u' ' + index.operatorClass;
        if (parts.length && field.length && field.length->value > 0)
            column += u'(' + field.length->text + u')';
        if (!field.order.isEmpty())
            column += u' ' + field.order;
        columns.append(column);
    }
    return columns.join(u", "_s);
}

QString indexCondition(const Index &index, const Dialect &dialect)
{
    if (!index.where)
        return {};
    // Sequelize writes it without the model: names are columns, values have no type.
    const QString sql = whereCondition(*index.where, {}, dialect).value_or(QString());
    const QString condition = fragment(sql, dialect).value_or(QString());
    return condition.isEmpty() ? QString() : u" WHERE "_s + condition;
}

}
