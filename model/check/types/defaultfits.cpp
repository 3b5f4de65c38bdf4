#include "model/check/types/defaultfits.h"

#include "model/check/types/defaultvalue.h"
#include "model/check/types/kinds.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

using Sort = DefaultValue::Sort;

namespace {

/// SQLite holds anything anywhere; Sequelize does not write it.
bool fitsSqlite(const DefaultValue &value, const Column &column, bool isInTable)
{
    const Type &type = column.type;
    const Kind kind = kindOf(type);
    if (value.sort == Sort::Null)
        return true;
    if (!value.isSql && (kind == Kind::Array || kind == Kind::Shape))
        return false;
    if (value.text.contains(QChar::Null))
        return false; // it would end the statement
    const bool isText = type.isText();
    const bool isNumber = type.isNumber() || kind == Kind::DateTime || kind == Kind::Date;
    const bool isFree = type.isJson() || type.name == TypeName::Blob;
    // The column of a lone integer key holds numbers and nothing else.
    const bool isRowId = column.primaryKey && type.isInteger();
    switch (value.sort) {
    case Sort::Broken: return isFree && !value.isSql;
    case Sort::Object: return isFree || (isNumber && type.name != TypeName::Raw);
    case Sort::List:
        return isFree || (isNumber && type.name != TypeName::Raw)
            || (!isText && kind != Kind::Range && !value.items.isEmpty());
    case Sort::Moment:
        if (value.isCall)
            return false;
        return value.isSql ? !type.isJson() : !isText && !isRowId;
    case Sort::Text:
        if (value.isSql && type.isJson())
            return parseJson(value.text.toUtf8()).has_value();
        return !isRowId || matches(value.text, "\\d+");
    case Sort::Uuid: return !value.isCall && !isRowId;
    case Sort::Expression: return (value.isParenthesised || !isInTable) && kind != Kind::DateTime;
    default: return !value.isSql || (!value.isCall && !value.isCompound);
    }
}

}

bool fitsDefault(const Json &json, const Column &column, DialectSet dialect, bool isInTable)
{
    const Json::Member *special = specialValue(json);
    if (special && special->key == "$hex"_L1 && column.type.isNumber()) {
        const Json text(QString::fromUtf8(QByteArray::fromHex(special->value.string().toLatin1())));
        // PostgreSQL's driver sends bytes as the number itself.
        if (dialect == postgresBit && column.type.isFloating())
            return std::isnan(javascriptToNumber(text));
        return fitsDefault(text, column, dialect, isInTable);
    }
    const DefaultValue value = defaultValueOf(json);
    // Sequelize itself takes no list, object or date for a text.
    const bool isComposed = value.sort == Sort::Object || value.sort == Sort::List
        || (value.sort == Sort::Moment && !value.isSql);
    if (column.type.isText() && isComposed)
        return false;
    const bool isMysql = dialect != sqliteBit && dialect != postgresBit;
    if (isMysql && value.sort == Sort::Null && column.allowNull == false)
        return false;
    switch (dialect) {
    case sqliteBit: return fitsSqlite(value, column, isInTable);
    case postgresBit: return fitsPostgres(value, column);
    default: return fitsMysql(value, column);
    }
}

}
