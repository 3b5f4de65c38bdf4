#include "model/rows/exact.h"

#include "model/rows/ranges.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The number that is read from the text that the product makes of the column, as it was read before.
QString realSql(const QString &sql, const Dialect &dialect)
{
    if (dialect.bit == postgresBit)
        return u"CAST(CAST("_s + sql + u" AS TEXT) AS DOUBLE PRECISION)"_s;
    return dialect.bit & mysqls ? u"CAST("_s + sql + u" AS CHAR) + 0e0"_s : sql;
}

/// Has PostgreSQL no `=` for values of the type, or one that is not exact?
bool isComparedAsText(const Type &type)
{
    switch (type.name) {
    case TypeName::CiText:
    case TypeName::Json:
    case TypeName::Jsonb:
    case TypeName::Geometry:
    case TypeName::Geography:
    case TypeName::Raw: return true;
    default: return false;
    }
}

QString textSql(const QString &sql, const QString &literal, const Type &type, const Dialect &dialect)
{
    if (dialect.bit & mysqls)
        return u"CAST(CONVERT("_s + sql + u" USING utf8mb4) AS BINARY) = CAST("_s + literal
            + u" AS BINARY)"_s;
    if (dialect.bit == sqliteBit)
        return sql + u" = "_s + literal + u" COLLATE BINARY"_s;
    return isComparedAsText(type) ? u"CAST("_s + sql + u" AS TEXT) = "_s + literal : sql + u" = "_s + literal;
}

}

QString exactSql(const QString &sql, const Value &value, const Type &type, const Dialect &dialect)
{
    switch (value.kind) {
    case Cell::Real: return equalSql(realSql(sql, dialect), value, type, dialect);
    case Cell::Text: return textSql(sql, literalOf(value, type, dialect), type, dialect);
    case Cell::Null:
    case Cell::Integer:
    case Cell::Bytes: return equalSql(sql, value, type, dialect);
    }
    Q_UNREACHABLE();
}

}
