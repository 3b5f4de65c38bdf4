#include "model/sample/recipe.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

struct Guess
{
    QLatin1StringView word; ///< within the column type, in capitals
    TypeName type;
};

/// The first word that occurs counts: POINT and INTERVAL hold INT.
constexpr Guess guesses[] = {
    {"INTERVAL"_L1, TypeName::Time},       {"POINT"_L1, TypeName::Geometry},
    {"GEOM"_L1, TypeName::Geometry},       {"POLYGON"_L1, TypeName::Geometry},
    {"GEOGRAPHY"_L1, TypeName::Geometry},  {"[]"_L1, TypeName::Array},
    {"BOOL"_L1, TypeName::Boolean},        {"TINYINT"_L1, TypeName::TinyInt},
    {"SMALLINT"_L1, TypeName::SmallInt},   {"SMALLSERIAL"_L1, TypeName::SmallInt},
    {"MEDIUMINT"_L1, TypeName::MediumInt}, {"BIGINT"_L1, TypeName::BigInt},
    {"BIGSERIAL"_L1, TypeName::BigInt},    {"SERIAL"_L1, TypeName::Integer},
    {"INT"_L1, TypeName::Integer},         {"CITEXT"_L1, TypeName::CiText},
    {"CHAR"_L1, TypeName::String},         {"CLOB"_L1, TypeName::Text},
    {"TEXT"_L1, TypeName::Text},           {"DEC"_L1, TypeName::Decimal},
    {"NUM"_L1, TypeName::Decimal},         {"MONEY"_L1, TypeName::Decimal},
    {"REAL"_L1, TypeName::Real},           {"FLOA"_L1, TypeName::Float},
    {"DOUB"_L1, TypeName::Double},         {"TIMESTAMP"_L1, TypeName::Date},
    {"DATETIME"_L1, TypeName::Date},       {"DATE"_L1, TypeName::DateOnly},
    {"TIME"_L1, TypeName::Time},           {"YEAR"_L1, TypeName::SmallInt},
    {"UUID"_L1, TypeName::Uuid},           {"UNIQUEIDENTIFIER"_L1, TypeName::Uuid},
    {"JSON"_L1, TypeName::Json},           {"BLOB"_L1, TypeName::Blob},
    {"BYTEA"_L1, TypeName::Blob},          {"BINARY"_L1, TypeName::Blob},
    {"INET"_L1, TypeName::Inet},           {"CIDR"_L1, TypeName::Cidr},
    {"MACADDR"_L1, TypeName::MacAddr},     {"HSTORE"_L1, TypeName::Hstore},
    {"TSVECTOR"_L1, TypeName::TsVector},
};

}

Type heldBy(const Type &type)
{
    Type held;
    if (type.name != TypeName::Raw) {
        held = type;
        held.values.removeDuplicates();
        if (held.name == TypeName::Enum && held.values.isEmpty())
            held.name = TypeName::String;
        return held;
    }
    const QString text = type.text.toUpper();
    if (text.startsWith("ENUM"_L1)) {
        if (const auto list = parseType(type.text); list && list->name == TypeName::Enum)
            return heldBy(*list);
    }
    held.name = TypeName::String;
    for (const Guess &guess : guesses) {
        if (text.contains(guess.word)) {
            held.name = guess.type;
            break;
        }
    }
    static const QRegularExpression arguments(u"\\(\\s*(\\d{1,6})\\s*(?:,\\s*(\\d{1,6})\\s*)?\\)"_s);
    if (const auto match = arguments.match(text); match.hasMatch()) {
        held.length = match.capturedView(1).toInt();
        held.decimals = match.capturedView(2).isEmpty() ? -1 : match.capturedView(2).toInt();
    }
    if (held.isInteger())
        held.length = 0;
    held.isUnsigned = text.contains("UNSIGNED"_L1);
    return held;
}

int lengthLimit(const Type &type)
{
    switch (type.name) {
    case TypeName::String:
    case TypeName::Char: return type.length > 0 ? type.length : 255;
    case TypeName::Text: return type.size.compare("tiny"_L1, Qt::CaseInsensitive) == 0 ? 255 : 0;
    default: return 0;
    }
}

}
