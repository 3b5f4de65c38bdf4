#pragma once

#include "model/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace model {

/// Sequelize's data types, and Raw for a column type that goes to the database as it is written.
enum class TypeName : quint8 {
    Missing, ///< the attribute has no type, which Sequelize refuses
    String,
    Char,
    Text,
    CiText,
    TinyInt,
    SmallInt,
    MediumInt,
    Integer,
    BigInt,
    Float,
    Real,
    Double,
    Decimal,
    Boolean,
    Date,
    DateOnly,
    Time,
    Now,
    Blob,
    Uuid,
    UuidV1,
    UuidV4,
    Json,
    Jsonb,
    Hstore,
    Enum,
    Array,
    Range,
    Geometry,
    Geography,
    Cidr,
    Inet,
    MacAddr,
    TsVector,
    Virtual,
    Raw,
};

/// The type of an attribute, as Sequelize's users write it without `DataTypes.`: `DECIMAL(10,2).UNSIGNED`.
/// The text is what the file keeps; the other fields say what it means.
struct Type
{
    TypeName name = TypeName::Missing;
    QString text;
    int length = 0; ///< STRING(64), INTEGER(11), DATE(3), the precision of DECIMAL; 0 is the default
    int decimals = -1; ///< FLOAT(11,2), the scale of DECIMAL; -1 is none
    bool binary = false;
    bool isUnsigned = false;
    bool zerofill = false;
    bool declaredRaw = false; ///< Raw on purpose, by `{ "$raw": … }`; otherwise an unknown word
    QString size; ///< TEXT('medium'), BLOB('long'), GEOMETRY('POINT')
    int srid = 0;
    QStringList values; ///< of an ENUM
    bool isOfNumbers = false; ///< the values of an ENUM are numbers
    bool hasValuesApart = false; ///< the file has the values of an ENUM in a list beside the type
    QList<Type> element; ///< of an ARRAY, RANGE or VIRTUAL; one, or none where the default holds
    QStringList dependencies; ///< the attributes that a VIRTUAL is made of

    bool operator==(const Type &) const = default;

    bool isMissing() const { return name == TypeName::Missing; }
    bool isVirtual() const { return name == TypeName::Virtual; }
    bool isJson() const { return name == TypeName::Json || name == TypeName::Jsonb; }
    bool isInteger() const { return name >= TypeName::TinyInt && name <= TypeName::BigInt; }
    bool isFloating() const { return name >= TypeName::Float && name <= TypeName::Double; }
    bool isNumber() const { return name >= TypeName::TinyInt && name <= TypeName::Decimal; }
    bool isText() const { return name >= TypeName::String && name <= TypeName::CiText; }
};

/// Reads a type as users write it. An unknown plain word is a Raw type; a known word with arguments or flags
/// that Sequelize does not take is refused.
Result<Type> parseType(const QString &text);
Type rawType(const QString &text);

/// The words that parseType knows, in the order of a menu.
QStringList typeWords();

}
