#include "tests/support/declared.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace test {

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

QString typeText(const Type &type)
{
    if (type.isMissing())
        return u"none"_s;
    if (type.name == TypeName::Raw)
        return u"raw "_s + quoted(type.text);
    QString word;
    for (const QChar c : type.text) {
        if (!c.isLetterOrNumber())
            break;
        word += c;
    }
    if (word == u"NUMERIC")
        word = u"DECIMAL"_s;
    QStringList given;
    switch (type.name) {
    case TypeName::Enum:
        for (const QString &value : type.values)
            given.append(quoted(value));
        break;
    case TypeName::Array:
    case TypeName::Virtual:
        for (const Type &element : type.element)
            given.append(typeText(element));
        break;
    case TypeName::Range:
        given.append(type.element.isEmpty() ? u"INTEGER"_s : typeText(type.element[0]));
        break;
    default: break;
    }
    if (!type.dependencies.isEmpty()) {
        QStringList names;
        for (const QString &name : type.dependencies)
            names.append(quoted(name));
        given.append(u'[' + names.join(u", "_s) + u']');
    }
    if (!type.size.isNull())
        given.append(quoted(type.size));
    const bool isLengthDefault =
        (type.name == TypeName::String || type.name == TypeName::Char) && type.length == 255;
    if (type.length > 0 && !isLengthDefault)
        given.append(QString::number(type.length));
    if (type.decimals >= 0)
        given.append(QString::number(type.decimals));
    if (type.srid > 0)
        given.append(QString::number(type.srid));
    QString text = word + (given.isEmpty() ? QString() : u'(' + given.join(u", "_s) + u')');
    for (const auto &[isSet, flag] :
         {std::pair(type.binary, ".BINARY"), std::pair(type.isUnsigned, ".UNSIGNED"),
          std::pair(type.zerofill, ".ZEROFILL")})
        text += isSet ? QLatin1StringView(flag) : QLatin1StringView();
    return text;
}

QString tableText(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

QString attributeLine(const Column &column)
{
    QStringList parts{u"  "_s + column.attribute, typeText(column.type)};
    const auto add = [&](bool isGiven, const QString &part) {
        if (isGiven)
            parts.append(part);
    };
    add(!column.type.isVirtual(), u"field="_s + column.name);
    add(column.allowNull.has_value(), u"allowNull="_s + (column.isNullable() ? u"true"_s : u"false"_s));
    add(column.primaryKey, u"primaryKey"_s);
    add(column.autoIncrement, u"autoIncrement"_s);
    add(column.unique->flag.value_or(false), u"unique=true"_s);
    add(!column.unique->name.isEmpty() && !column.unique->name.endsWith(u"_unique"),
        u"unique="_s + column.unique->name);
    add(column.defaultValue.has_value(), u"default="_s + compactJson(*column.defaultValue));
    if (column.references)
        parts.append(u"references=%1(%2)"_s.arg(
            tableText(column.references->schema, column.references->table), column.references->column));
    add(!column.onDelete.isEmpty(), u"onDelete="_s + column.onDelete);
    add(!column.onUpdate.isEmpty(), u"onUpdate="_s + column.onUpdate);
    add(!column.comment.isEmpty(), u"comment="_s + column.comment);
    return parts.join(u' ');
}

QString fieldText(const IndexField &field)
{
    if (!field.literal.isNull())
        return compactJson(Json(Json::Object{{u"$literal"_s, Json(field.literal)}}));
    if (field.function)
        return compactJson(*field.function);
    QString text = field.name;
    if (field.length)
        text += u" length="_s + field.length->text;
    if (!field.order.isEmpty())
        text += u' ' + field.order;
    if (!field.collate.isEmpty())
        text += u" collate="_s + field.collate;
    return text;
}

QString indexLine(const TableIndex &index)
{
    QStringList parts{u"  index "_s + index.name};
    if (index.unique)
        parts.append(u"unique"_s);
    if (!index.declared.type.isEmpty() && index.declared.type != u"UNIQUE")
        parts.append(u"type="_s + index.declared.type);
    if (!index.declared.usingMethod.isEmpty())
        parts.append(u"using="_s + index.declared.usingMethod);
    if (!index.declared.operatorClass.isEmpty())
        parts.append(u"operator="_s + index.declared.operatorClass);
    if (index.declared.concurrently.value_or(false))
        parts.append(u"concurrently"_s);
    QStringList fields;
    for (const IndexField &field : index.declared.fields)
        fields.append(fieldText(field));
    parts.append(u'(' + fields.join(u", "_s) + u')');
    if (index.declared.where)
        parts.append(u"where="_s + compactJson(*index.declared.where));
    return parts.join(u' ');
}

QString associationLine(const Schema &schema, const QString &alias, const ResolvedAssociation &association)
{
    QString text = u"  %1 %2 as %3 foreignKey=%4"_s.arg(kindName(association.kind),
                                                        schema.tables[association.target].model, alias,
                                                        association.foreignKey.value);
    if (association.kind == AssociationKind::BelongsToMany) {
        text += u" otherKey=%1 through=%2 sourceKey=%3 targetKey=%4"_s.arg(
            association.otherKey.value, schema.tables[association.through].model, association.sourceKey.value,
            association.targetKey.value);
        if (association.throughScope)
            text += u" throughScope="_s + compactJson(*association.throughScope);
    } else if (association.kind == AssociationKind::BelongsTo) {
        text += u" targetKey="_s + association.targetKey.value;
    } else {
        text += u" sourceKey="_s + association.sourceKey.value;
    }
    if (association.scope)
        text += u" scope="_s + compactJson(*association.scope);
    return text;
}

}

QString declaredText(const Project &project)
{
    const Schema schema = resolve(project);
    QStringList lines;
    for (const Table &table : schema.tables) {
        lines.append(
            u"model %1 -> %2%3"_s.arg(table.model, tableText(table.schema, table.name.value),
                                      table.options.paranoid.value_or(false) ? u" paranoid"_s : QString()));
        for (const Column &column : table.columns)
            lines.append(attributeLine(column));
        for (const TableIndex &index : table.indexes) {
            if (index.madeBy.isNull())
                lines.append(indexLine(index));
        }
        if (table.options.defaultScope)
            lines.append(u"  defaultScope "_s + compactJson(*table.options.defaultScope));
        for (const Json::Member &scope :
             table.options.scopes ? table.options.scopes->members() : Json::Object())
            lines.append(u"  scope %1 %2"_s.arg(scope.key, compactJson(scope.value)));
        for (const auto &[alias, index] : table.associations)
            lines.append(associationLine(schema, alias, schema.associations[index]));
    }
    return lines.join(u'\n') + u'\n';
}

}
