#include "model/sql/clauses.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

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
    const QString schema = inOwnSchema ? table.schema : reference.schema;
    QString clause = u" REFERENCES "_s + quotedTable(reference.table, schema, dialect) + u" ("_s
        + quotedName(reference.column.isEmpty() ? u"id"_s : reference.column, dialect) + u')';
    if (!column.onDelete.isEmpty())
        clause += u" ON DELETE "_s + column.onDelete.toUpper();
    if (!column.onUpdate.isEmpty())
        clause += u" ON UPDATE "_s + column.onUpdate.toUpper();
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
    return column.unique.flag == true && !column.unique.isObject;
}

QString typeWithLength(QLatin1StringView word, int length)
{
    return length > 0 ? word + u'(' + QString::number(length) + u')' : QString(word);
}

QString decimalType(const Type &type)
{
    if (type.length > 0 && type.decimals > 0)
        return u"DECIMAL(%1,%2)"_s.arg(type.length).arg(type.decimals);
    return typeWithLength("DECIMAL"_L1, type.length > 0 ? type.length : std::max(type.decimals, 0));
}

QString indexColumns(const Index &index, const IndexParts &parts, const Dialect &dialect)
{
    QStringList columns;
    for (const IndexField &field : index.fields) {
        if (!field.literal.isNull()) {
            columns.append(field.literal);
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
    const QString condition = whereCondition(*index.where, {}, dialect).value_or(QString());
    return condition.isEmpty() ? QString() : u" WHERE "_s + condition;
}

}
