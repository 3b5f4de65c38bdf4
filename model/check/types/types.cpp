#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What a database has against a type.
struct Objection
{
    Code code;
    QString message; ///< %1 is the attribute
    DialectSet dialects = everyDialect;
    QString instead; ///< a type that would do
    Severity severity = Severity::Error;
};

QString wordOf(const Type &type)
{
    return type.text.section(u'(', 0, 0);
}

/// A type that a database does not have.
Objection unknown(const Type &type, DialectSet dialects, const QString &instead)
{
    const QString database = dialects == postgresBit ? u"PostgreSQL"_s
        : dialects == mysqls                         ? u"MySQL"_s
                                                     : Text::tr("PostgreSQL and MySQL");
    return {Code::TypeUnsupported,
            Text::tr("%1 is of type %2, which %3 does not have.").arg(u"%1"_s, wordOf(type), database),
            dialects, instead};
}

QList<Objection> unknownTypes(const Type &type)
{
    switch (type.name) {
    case TypeName::TinyInt: return {unknown(type, postgresBit, u"SMALLINT"_s)};
    case TypeName::MediumInt: return {unknown(type, postgresBit, u"INTEGER"_s)};
    case TypeName::Now: return {unknown(type, postgresBit | mysqls, u"DATE"_s)};
    case TypeName::UuidV1:
    case TypeName::UuidV4: return {unknown(type, postgresBit | mysqls, u"UUID"_s)};
    case TypeName::CiText:
        return {unknown(type, mysqls, u"STRING"_s),
                {Code::ExtensionNeeded,
                 Text::tr("%1 is CITEXT: PostgreSQL needs the extension citext for it."),
                 postgresBit,
                 {},
                 Severity::Warning}};
    case TypeName::Hstore:
        return {unknown(type, mysqls, u"JSON"_s),
                {Code::ExtensionNeeded,
                 Text::tr("%1 is HSTORE: PostgreSQL needs the extension hstore for it, Sequelize the package "
                          "pg-hstore."),
                 postgresBit,
                 {},
                 Severity::Warning}};
    case TypeName::Jsonb: return {unknown(type, mysqls, u"JSON"_s)};
    case TypeName::Array:
    case TypeName::Range: return {unknown(type, mysqls, u"JSON"_s)};
    case TypeName::Geography: return {unknown(type, postgresBit | mysqls, {})};
    case TypeName::Cidr:
    case TypeName::Inet:
    case TypeName::MacAddr: return {unknown(type, mysqls, u"STRING(43)"_s)};
    case TypeName::TsVector: return {unknown(type, mysqls, u"TEXT"_s)};
    case TypeName::Geometry: {
        QList<Objection> list{{Code::ExtensionNeeded,
                               Text::tr("%1 is GEOMETRY: PostgreSQL has it only with the extension PostGIS."),
                               postgresBit}};
        const QString shape = type.size;
        if (!shape.isEmpty() && shape != u"POINT" && shape != u"LINESTRING" && shape != u"POLYGON")
            list.append(
                {Code::TypeUnsupported,
                 Text::tr("%1: as a GEOMETRY, Sequelize makes only POINT, LINESTRING and POLYGON on MySQL."),
                 mysqlBit, u"GEOMETRY"_s});
        return list;
    }
    case TypeName::Raw: {
        QList<Objection> list;
        for (const DialectSet family : {DialectSet(postgresBit), mysqls}) {
            if (!isKnownRawType(type, family & ~mariadbBit))
                list.append(unknown(type, family, {}));
        }
        return list;
    }
    default: return {};
    }
}

Objection tooLarge(const QString &message, DialectSet dialects, const QString &instead = {})
{
    return {Code::SizeNotAllowed, message, dialects, instead};
}

QList<Objection> sizes(const Type &type)
{
    const bool hasScale = type.decimals >= 0;
    switch (type.name) {
    case TypeName::String:
        if (type.length > 16383)
            return {tooLarge(Text::tr("%1 is longer than MySQL's longest VARCHAR, 16383 characters."), mysqls,
                             u"TEXT('medium')"_s)};
        return {};
    case TypeName::Char:
        if (type.length > 255)
            return {tooLarge(Text::tr("%1 is longer than MySQL's longest CHAR, 255 characters."), mysqls,
                             u"STRING(%1)"_s.arg(type.length))};
        return {};
    case TypeName::Date:
        if (type.length > 6)
            return {tooLarge(Text::tr("%1: MySQL's fractions of a second have at most 6 digits."), mysqls,
                             u"DATE(6)"_s)};
        return {};
    case TypeName::Decimal:
        if (type.length > 0 && type.decimals > type.length)
            return {tooLarge(Text::tr("%1 has more decimals than digits."), mysqls)};
        if (type.length > 1000)
            return {tooLarge(Text::tr("%1 has more digits than databases hold."), mysqls | postgresBit,
                             u"DECIMAL(65,2)"_s)};
        if (type.length > 65)
            return {tooLarge(Text::tr("%1 has more digits than MySQL's 65."), mysqls, u"DECIMAL(65,2)"_s)};
        if (type.decimals > 38)
            return {tooLarge(Text::tr("%1 has more decimals than MySQL's 38."), mysqls, u"DECIMAL(65,30)"_s)};
        return {};
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double:
        if (hasScale && type.decimals > type.length)
            return {tooLarge(Text::tr("%1 has more decimals than digits."), mysqls, u"DOUBLE"_s)};
        if (type.decimals == 0 && type.name == TypeName::Float && type.length > 0)
            return {tooLarge(Text::tr("%1: PostgreSQL takes no decimals for a FLOAT."), postgresBit,
                             u"FLOAT(%1)"_s.arg(type.length))};
        if (!hasScale && type.length > 0 && type.name != TypeName::Float)
            return {
                tooLarge(Text::tr("%1: MySQL wants the decimals beside the digits."), mysqls, wordOf(type))};
        if (!hasScale && type.name == TypeName::Float && type.length > 53)
            return {
                tooLarge(Text::tr("%1: a FLOAT has at most 53 bits."), mysqls | postgresBit, u"DOUBLE"_s)};
        return {};
    default:
        if (type.isInteger() && type.length > 255)
            return {
                tooLarge(Text::tr("%1: MySQL shows at most 255 digits of a number."), mysqls, wordOf(type))};
        return {};
    }
}

/// Whether a list of lists of a type is one of PostgreSQL's: Sequelize writes the innermost as it would for
/// MySQL.
bool isPlain(const Type &list)
{
    const Type *inner = &list;
    while (inner->name == TypeName::Array && !inner->element.isEmpty())
        inner = &inner->element[0];
    if (inner == &list)
        return true;
    const bool isFlagged = inner->isUnsigned || inner->zerofill || inner->binary || !inner->size.isEmpty();
    switch (inner->name) {
    case TypeName::Date:
    case TypeName::Boolean:
    case TypeName::Blob:
    case TypeName::Range:
    case TypeName::Enum: return false;
    case TypeName::SmallInt:
    case TypeName::Integer:
    case TypeName::BigInt:
    case TypeName::Real:
    case TypeName::Double: return !isFlagged && inner->length == 0;
    case TypeName::Float: return !isFlagged && inner->decimals < 0;
    case TypeName::Decimal: return true;
    default: return !isFlagged;
    }
}

/// What is wrong inside a type: values of an ENUM, the element of an ARRAY.
QList<Objection> insides(const Type &type)
{
    if (type.name == TypeName::Enum) {
        QStringList values = type.values;
        QList<Objection> list;
        if (type.isOfNumbers)
            list.append(
                {Code::TypeUnsupported,
                 Text::tr(
                     "%1 is an ENUM of numbers, which Sequelize writes without quotes: only SQLite takes "
                     "that."),
                 postgresBit | mysqls, u"ENUM('%1')"_s.arg(values.join(u"', '"_s))});
        if (values.removeDuplicates() > 0)
            list.append({Code::TypeUnsupported, Text::tr("%1 names a value of its ENUM twice."), postgresBit | mysqls});
        static const QRegularExpression trail(u" +\\z"_s);
        static constexpr int longest = 63;
        if (std::any_of(values.begin(), values.end(),
                        [](const QString &value) { return value.toUtf8().size() > longest; }))
            list.append(
                {Code::SizeNotAllowed,
                 Text::tr("%1 has a value of more than %2 bytes in its ENUM, which PostgreSQL refuses.")
                     .arg(u"%1"_s, QString::number(longest)),
                 postgresBit});
        QStringList small;
        for (const QString &value : values)
            small.append(QString(value.toLower()).remove(trail));
        if (small.removeDuplicates() > 0)
            list.append(
                {Code::TypeUnsupported,
                 Text::tr("%1 has values in its ENUM that differ only in case or in blanks behind them."),
                 mysqls});
        if (values.join(QString()).contains(u'\n'))
            list.append({Code::TypeUnsupported,
                         Text::tr("%1 has a value of two lines in its ENUM, of which Sequelize makes no type "
                                  "on PostgreSQL."),
                         postgresBit});
        return list;
    }
    if (type.name == TypeName::Array && type.element.isEmpty())
        return {{Code::ArrayWithoutElementType,
                 Text::tr("%1 is an ARRAY without a type of its elements: Sequelize refuses the model."),
                 everyDialect, u"ARRAY(STRING)"_s}};
    if (type.name == TypeName::Array && type.element[0].name == TypeName::Enum
        && type.element[0].values.isEmpty())
        return {{Code::EnumWithoutValues,
                 Text::tr("%1 is an ARRAY of an ENUM without values: Sequelize makes no type of it."),
                 postgresBit}};
    if (type.name == TypeName::Range && !type.element.isEmpty()) {
        const TypeName element = type.element[0].name;
        if (element != TypeName::Integer && element != TypeName::BigInt && element != TypeName::Decimal
            && element != TypeName::Date && element != TypeName::DateOnly)
            return {{Code::TypeUnsupported, Text::tr("%1: PostgreSQL has no range of such a type."), postgresBit,
                     u"RANGE(DECIMAL)"_s}};
    }
    if (type.name != TypeName::Array)
        return {};
    QList<Objection> list;
    if (!isPlain(type.element[0]))
        list.append(
            {Code::TypeUnsupported,
             Text::tr("%1 is a list of lists, which Sequelize writes with types that PostgreSQL does not "
                      "have."),
             postgresBit});
    if (type.element[0].isVirtual())
        list.append(unknown(type.element[0], postgresBit, {}));
    const auto elements = unknownTypes(type.element[0]) + sizes(type.element[0]) + insides(type.element[0]);
    for (Objection objection : elements) {
        objection.dialects &= postgresBit;
        objection.instead.clear();
        if (objection.dialects != 0)
            list.append(objection);
    }
    return list;
}

/// SQLite reads the type of an array as it is written, and stumbles over a bracket behind a parenthesis.
bool isArrayOfSized(const Type &type)
{
    if (type.name != TypeName::Array)
        return false;
    const Table table;
    const Column column{.type = type};
    const QString text = sqliteDialect.columnType({table, column});
    return text.contains(u')') || text.contains("COLLATE"_L1);
}

/// A foreign key has the type of the key that it refers to unless it is given another.
bool isCopied(const Checked &checked, const Column &column)
{
    if (column.origin != Origin::ForeignKey)
        return false;
    for (const AssociationId id : column.associations) {
        const auto &a = checked.schema.associations[checked.schema.positionOf.value(id)];
        const Association &declared = checked.declared(a);
        const bool isOther = a.kind == AssociationKind::BelongsToMany && a.otherKey.value == column.attribute;
        const Type &given = (isOther ? declared.otherKey : declared.foreignKey).attribute->type;
        if (given == column.type || declared.keyType == column.type)
            return false;
    }
    return true;
}

class TypeCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns) {
                if (!isCopied(m_checked, column))
                    look(table, column);
            }
            lookAtRow(table);
        }
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (a.through >= 0 && m_checked.isUsed(a))
                lookAtLinks(m_checked.schema.tables[a.through]);
        }
    }

private:
    /// add() and set() write links in bulk, with the database's own values for HSTORE and with lists, which
    /// SQLite does not have.
    void lookAtLinks(const Table &table)
    {
        for (const Column &column : table.columns) {
            const TypeName type = column.type.name;
            const bool isList = type == TypeName::Array || type == TypeName::Range;
            if ((type != TypeName::Hstore && !isList) || column.allowNull != false || column.defaultValue
                || !m_linkColumns.insert(&column).second)
                continue;
            m_problems.append(
                {.code = Code::TypeUnsupported,
                 .message = Text::tr("%1.%2 is %3 and must have a value: on SQLite no link is written.")
                                .arg(table.model, column.attribute, column.type.text),
                 .place = m_checked.placeOf(table, column, u"type"_s),
                 .dialects = sqliteBit,
                 .fixes =
                     fixColumn(Text::tr("Make it JSON"), m_checked, table, column,
                               [](Attribute &attribute) { attribute.type = parseType(u"JSON"_s).value(); })});
        }
    }

    /// MySQL's rows hold 65535 bytes beside what is kept elsewhere.
    void lookAtRow(const Table &table)
    {
        static constexpr int longest = 65535;
        int bytes = 0;
        const Column *widest = nullptr;
        for (const Column &column : table.columns) {
            const bool isCounted = column.type.name == TypeName::String || column.type.name == TypeName::Char;
            bytes += column.isVirtual() ? 0 : isCounted ? indexedBytes(column.type) + 2 : 4;
            if (isCounted && (!widest || indexedBytes(column.type) > indexedBytes(widest->type)))
                widest = &column;
        }
        if (widest && bytes > longest && widest->type.length <= 16383)
            report(table, *widest,
                   tooLarge(
                       Text::tr("%1 is too long beside the other columns: together they exceed the %2 bytes "
                                "of a row of MySQL.")
                           .arg(u"%1"_s, QString::number(longest)),
                       mysqls, u"TEXT"_s));
    }

    void look(const Table &table, const Column &column)
    {
        const Type &type = column.type;
        auto objections = unknownTypes(type) + sizes(type) + insides(type);
        if (type.name == TypeName::Raw && !type.declaredRaw)
            objections.append(
                {Code::TypeUnknown,
                 Text::tr("%1: %2 is no type of Sequelize; it goes to the database as it is written.")
                     .arg(u"%1"_s, type.text),
                 everyDialect,
                 {},
                 Severity::Warning});
        if (kindOf(type) == Kind::Shape) {
            const bool isWritten = column.primaryKey || column.allowNull == false;
            objections.append(
                {Code::ExtensionNeeded,
                 Text::tr("%1 is %2, which SQLite has no function to write.").arg(u"%1"_s, wordOf(type)),
                 sqliteBit, u"JSON"_s, isWritten ? Severity::Error : Severity::Warning});
        }
        if (isArrayOfSized(type))
            objections.append(
                {Code::TypeUnsupported, Text::tr("%1: SQLite cannot read the type of this array."), sqliteBit, u"JSON"_s});
        for (const Objection &objection : objections)
            report(table, column, objection);
    }

    void report(const Table &table, const Column &column, const Objection &objection)
    {
        QList<Fix> fixes;
        if (objection.code == Code::TypeUnknown) {
            fixes = fixColumn(Text::tr("It is meant as a column type"), m_checked, table, column,
                              [](Attribute &raw) { raw.type.declaredRaw = true; });
        } else if (!objection.instead.isEmpty()) {
            const Type other = parseType(objection.instead).value_or(column.type);
            fixes = fixColumn(Text::tr("Make it %1").arg(objection.instead), m_checked, table, column,
                              [other](Attribute &changed) { changed.type = other; });
        }
        add({objection.code, objection.severity}, m_checked.placeOf(table, column, u"type"_s),
            objection.message.arg(table.model + u'.' + column.attribute), fixes, objection.dialects);
    }

    std::set<const Column *> m_linkColumns; ///< that have been told of
};

}

void checkTypes(const Checked &checked, QList<Problem> &problems)
{
    TypeCheck(checked, problems).run();
}

}
