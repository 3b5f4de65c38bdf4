#include "model/check/types/kinds.h"

#include "model/sql/dialect.h"

#include <array>

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

const QSet<QString> &postgresWords()
{
    static const QSet<QString> words{
        u"bigint"_s,      u"int8"_s,      u"bigserial"_s, u"serial8"_s,   u"bit"_s,         u"varbit"_s,
        u"boolean"_s,     u"bool"_s,      u"box"_s,       u"bytea"_s,     u"character"_s,   u"char"_s,
        u"varchar"_s,     u"cidr"_s,      u"circle"_s,    u"date"_s,      u"double"_s,      u"float"_s,
        u"float4"_s,      u"float8"_s,    u"inet"_s,      u"integer"_s,   u"int"_s,         u"int4"_s,
        u"interval"_s,    u"json"_s,      u"jsonb"_s,     u"line"_s,      u"lseg"_s,        u"macaddr"_s,
        u"macaddr8"_s,    u"money"_s,     u"numeric"_s,   u"decimal"_s,   u"path"_s,        u"point"_s,
        u"polygon"_s,     u"real"_s,      u"smallint"_s,  u"int2"_s,      u"smallserial"_s, u"serial2"_s,
        u"serial"_s,      u"serial4"_s,   u"text"_s,      u"time"_s,      u"timetz"_s,      u"timestamp"_s,
        u"timestamptz"_s, u"tsquery"_s,   u"tsvector"_s,  u"uuid"_s,      u"xml"_s,         u"name"_s,
        u"oid"_s,         u"citext"_s,    u"hstore"_s,    u"int4range"_s, u"int8range"_s,   u"numrange"_s,
        u"tsrange"_s,     u"tstzrange"_s, u"daterange"_s, u"bpchar"_s,    u"national"_s,    u"nchar"_s};
    return words;
}

const QSet<QString> &mysqlWords()
{
    static const QSet<QString> words{u"tinyint"_s,
                                     u"smallint"_s,
                                     u"mediumint"_s,
                                     u"int"_s,
                                     u"integer"_s,
                                     u"bigint"_s,
                                     u"int1"_s,
                                     u"int2"_s,
                                     u"int3"_s,
                                     u"int4"_s,
                                     u"int8"_s,
                                     u"decimal"_s,
                                     u"dec"_s,
                                     u"numeric"_s,
                                     u"fixed"_s,
                                     u"float"_s,
                                     u"double"_s,
                                     u"real"_s,
                                     u"bit"_s,
                                     u"bool"_s,
                                     u"boolean"_s,
                                     u"date"_s,
                                     u"datetime"_s,
                                     u"timestamp"_s,
                                     u"time"_s,
                                     u"year"_s,
                                     u"char"_s,
                                     u"character"_s,
                                     u"varchar"_s,
                                     u"nchar"_s,
                                     u"nvarchar"_s,
                                     u"national"_s,
                                     u"binary"_s,
                                     u"varbinary"_s,
                                     u"tinyblob"_s,
                                     u"blob"_s,
                                     u"mediumblob"_s,
                                     u"longblob"_s,
                                     u"tinytext"_s,
                                     u"text"_s,
                                     u"mediumtext"_s,
                                     u"longtext"_s,
                                     u"enum"_s,
                                     u"set"_s,
                                     u"json"_s,
                                     u"geometry"_s,
                                     u"point"_s,
                                     u"linestring"_s,
                                     u"polygon"_s,
                                     u"multipoint"_s,
                                     u"multilinestring"_s,
                                     u"multipolygon"_s,
                                     u"geometrycollection"_s,
                                     u"serial"_s,
                                     u"long"_s,
                                     u"inet4"_s,
                                     u"inet6"_s,
                                     u"uuid"_s};
    return words;
}

Kind kindOfRaw(const QString &word)
{
    const auto is = [&](std::initializer_list<const char *> list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const char *each) { return word == QLatin1StringView(each); });
    };
    if (word.contains("int"_L1) && !word.contains("point"_L1) && word != u"interval"
        && !word.contains("range"_L1))
        return Kind::Integer;
    if (word.contains("serial"_L1))
        return Kind::Integer;
    if (word.contains("char"_L1) || word.contains("text"_L1) || word == u"clob")
        return Kind::Text;
    if (word.contains("blob"_L1) || word.contains("binary"_L1) || word == u"bytea")
        return Kind::Bytes;
    if (word.startsWith("float"_L1) || is({"real", "double"}))
        return Kind::Real;
    if (is({"decimal", "numeric", "dec", "fixed"}))
        return Kind::Decimal;
    if (is({"boolean", "bool"}))
        return Kind::Boolean;
    if (word.startsWith("timestamp"_L1) || word == u"datetime")
        return Kind::DateTime;
    if (word == u"date")
        return Kind::Date;
    if (is({"time", "timetz"}))
        return Kind::Time;
    if (word == u"uuid")
        return Kind::Uuid;
    if (is({"json", "jsonb"}))
        return Kind::Json;
    return Kind::Other;
}

}

QString rawWord(const Type &type)
{
    static const QRegularExpression word(u"^\\s*([A-Za-z_][A-Za-z0-9_]*)"_s);
    return word.match(type.text).captured(1).toLower();
}

Kind kindOf(const Type &type)
{
    switch (type.name) {
    case TypeName::String:
    case TypeName::Char: return type.binary ? Kind::Bytes : Kind::Text;
    case TypeName::Text:
    case TypeName::CiText: return Kind::Text;
    case TypeName::TinyInt:
    case TypeName::SmallInt:
    case TypeName::MediumInt:
    case TypeName::Integer:
    case TypeName::BigInt: return Kind::Integer;
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double: return Kind::Real;
    case TypeName::Decimal: return Kind::Decimal;
    case TypeName::Boolean: return Kind::Boolean;
    case TypeName::Date: return Kind::DateTime;
    case TypeName::DateOnly: return Kind::Date;
    case TypeName::Time: return Kind::Time;
    case TypeName::Blob: return Kind::Bytes;
    case TypeName::Uuid: return Kind::Uuid;
    case TypeName::Json:
    case TypeName::Jsonb: return Kind::Json;
    case TypeName::Hstore: return Kind::Pairs;
    case TypeName::Enum: return Kind::Enum;
    case TypeName::Array: return Kind::Array;
    case TypeName::Range: return Kind::Range;
    case TypeName::Geometry:
    case TypeName::Geography: return Kind::Shape;
    case TypeName::Cidr:
    case TypeName::Inet:
    case TypeName::MacAddr: return Kind::Network;
    case TypeName::TsVector: return Kind::Search;
    case TypeName::Virtual:
    case TypeName::Missing: return Kind::Nothing;
    case TypeName::Raw: return kindOfRaw(rawWord(type));
    case TypeName::Now:
    case TypeName::UuidV1:
    case TypeName::UuidV4: return Kind::Other;
    }
    Q_UNREACHABLE();
}

bool isKnownRawType(const Type &type, DialectSet dialect)
{
    static const QRegularExpression unsignedWord(u"\\b(unsigned|zerofill)\\b"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
    const QString word = rawWord(type);
    switch (dialect) {
    case sqliteBit: return true;
    case postgresBit: return postgresWords().contains(word) && !type.text.contains(unsignedWord);
    default: return mysqlWords().contains(word);
    }
}

int roomOf(const Type &type, bool isMysql)
{
    if (type.name == TypeName::String || type.name == TypeName::Char)
        return type.length > 0 ? type.length : 255;
    if (type.name == TypeName::Raw) {
        static const QRegularExpression length(u"\\((\\d+)\\)"_s);
        const auto match = length.match(type.text);
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }
    if (type.name == TypeName::Uuid)
        return 36;
    const bool isTiny = type.name == TypeName::Text && type.size.compare(u"tiny", Qt::CaseInsensitive) == 0;
    return isMysql && isTiny ? 255 : -1;
}

int indexedBytes(const Type &type)
{
    if (type.name == TypeName::String || type.name == TypeName::Char)
        return 4 * (type.length > 0 ? type.length : 255);
    return type.name == TypeName::Uuid ? 4 * 36 : 0;
}

int integerBytes(const Type &type)
{
    if (type.name == TypeName::Raw) {
        const QString word = rawWord(type);
        if (word.startsWith("tiny"_L1) || word.startsWith("bool"_L1))
            return 1;
        if (word.startsWith("small"_L1))
            return 2;
        if (word.startsWith("medium"_L1))
            return 3;
        return word.startsWith("big"_L1) || word == u"serial" ? 8 : 4;
    }
    switch (type.name) {
    case TypeName::Boolean:
    case TypeName::TinyInt: return 1;
    case TypeName::SmallInt: return 2;
    case TypeName::MediumInt: return 3;
    case TypeName::BigInt: return 8;
    default: return 4;
    }
}

int fixedBytes(const Type &type)
{
    static constexpr std::array<int, 10> bytesOfDigits{0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    const auto packed = [](int digits) { return digits / 9 * 4 + bytesOfDigits[digits % 9]; };
    switch (kindOf(type)) {
    case Kind::Integer:
    case Kind::Boolean: return integerBytes(type);
    case Kind::Real: return type.name == TypeName::Float ? 4 : 8;
    case Kind::DateTime: return 5;
    case Kind::Date:
    case Kind::Time: return 3;
    case Kind::Decimal: {
        const int scale = std::max(type.decimals, 0);
        return packed(std::max((type.length > 0 ? type.length : 10) - scale, 0)) + packed(scale);
    }
    default: return 0;
    }
}

bool isOneOf(const QString &word, std::initializer_list<const char *> list)
{
    return std::any_of(list.begin(), list.end(), [&](const char *each) {
        return word.compare(QLatin1StringView(each), Qt::CaseInsensitive) == 0;
    });
}

QString basicName(const QString &name)
{
    QString basic = name;
    basic.removeIf([](QChar each) { return each.isSurrogate(); });
    return basic;
}

namespace {

bool isLineBreak(QChar letter)
{
    return letter == u'\n' || letter == u'\r' || letter == u'\u2028' || letter == u'\u2029';
}

}

bool hasLineBreak(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isLineBreak);
}

QString withoutLineBreaks(QString text)
{
    return text.removeIf(isLineBreak);
}

}
