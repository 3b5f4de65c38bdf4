#include "model/check/defaultfits.h"

#include "model/check/kinds.h"
#include "model/javascript.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern)),
                              QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

/// What a default is, once `$literal` and `$fn` are seen through as far as they can be.
struct Value
{
    enum class Sort : quint8 {
        Null,
        Text,
        Number,
        Flag,
        Object,
        List,
        Bytes,
        Moment,
        Uuid,
        Expression,
        Unknown,
        Broken
    };
    Sort sort = Sort::Unknown;
    QString text; ///< of a text, of a UUID
    double number = 0;
    QList<Json> items;
    bool isSql = false; ///< written as SQL, so that Sequelize does not look at it
    bool isCall = false;
    bool isParenthesised = false;
    bool isCompound = false; ///< several words of SQL without parentheses around them
    bool isOnUpdate = false; ///< MySQL's clause behind a default
    QString function; ///< of a call, in small letters
    bool hasArguments = false;
    bool isMade = false; ///< by the application, for each row: no DEFAULT in the table
};
using Sort = Value::Sort;

Value callOf(const QString &name, bool hasArguments)
{
    static const QSet<QString> moments{u"now"_s,
                                       u"current_timestamp"_s,
                                       u"localtimestamp"_s,
                                       u"localtime"_s,
                                       u"statement_timestamp"_s,
                                       u"clock_timestamp"_s,
                                       u"transaction_timestamp"_s,
                                       u"curdate"_s,
                                       u"curtime"_s,
                                       u"current_date"_s,
                                       u"current_time"_s,
                                       u"sysdate"_s,
                                       u"utc_timestamp"_s,
                                       u"datetime"_s,
                                       u"date"_s};
    static const QSet<QString> numbers{
        u"abs"_s, u"random"_s, u"rand"_s, u"round"_s, u"floor"_s, u"ceil"_s, u"length"_s, u"unix_timestamp"_s,
        u"pi"_s,  u"power"_s,  u"sqrt"_s, u"mod"_s,   u"sign"_s};
    static const QSet<QString> texts{u"lower"_s, u"upper"_s,        u"concat"_s,  u"md5"_s,
                                     u"user"_s,  u"current_user"_s, u"version"_s, u"hex"_s,
                                     u"trim"_s,  u"replace"_s,      u"substr"_s,  u"substring"_s};
    static const QSet<QString> uuids{u"uuid"_s, u"gen_random_uuid"_s, u"uuid_generate_v4"_s,
                                     u"uuid_generate_v1"_s};
    const QString word = name.toLower();
    Value value{.isSql = true, .isCall = true, .function = word, .hasArguments = hasArguments};
    if (moments.contains(word))
        value.sort = Sort::Moment;
    else if (numbers.contains(word))
        value.sort = Sort::Expression;
    else if (uuids.contains(word))
        value.sort = Sort::Uuid;
    else
        value.sort = texts.contains(word) ? Sort::Unknown : Sort::Broken;
    return value;
}

Value literalOf(const QString &sql)
{
    const QString text = sql.trimmed();
    Value value{.isSql = true};
    if (text.count(u'(') != text.count(u')') || text.isEmpty()) {
        value.sort = Sort::Broken;
    } else if (matches(text, "null")) {
        value.sort = Sort::Null;
    } else if (matches(text, "true|false")) {
        value.sort = Sort::Flag;
    } else if (matches(text, "current_timestamp|current_date|current_time|localtimestamp|localtime")) {
        value.sort = Sort::Moment;
    } else if (matches(text, "[+-]?\\d+(\\.\\d+)?(e[+-]?\\d+)?")) {
        value.sort = Sort::Number;
        value.number = text.toDouble();
    } else if (matches(text, "'([^']|'')*'")) {
        value.sort = Sort::Text;
        value.text = text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
    } else if (matches(text, "[a-z_]\\w*")) {
        value.sort = Sort::Broken; // a column's name
    } else if (matches(text, "[a-z_]\\w*\\s*\\(.*\\)")) {
        return callOf(text.section(u'(', 0, 0).trimmed(), !matches(text, ".*\\(\\s*\\)"));
    } else if (matches(text, "[\\d\\s.+*/()-]+")) {
        value.sort = Sort::Expression;
        value.isParenthesised = text.startsWith(u'(');
    } else if (!text.startsWith(u'(')) {
        value.isCompound = true;
        value.isOnUpdate = text.contains("ON UPDATE"_L1, Qt::CaseInsensitive);
    }
    return value;
}

Value valueOf(const Json &json)
{
    Value value;
    if (const Json::Member *special = specialValue(json)) {
        const Json &inner = special->value;
        if (special->key == u"$literal")
            return literalOf(inner.string());
        if (special->key == u"$fn")
            return callOf(inner.items().value(0).string(), inner.items().size() > 1);
        if (special->key == u"$value")
            return inner.isObject() ? Value{.sort = Sort::Object} : valueOf(inner);
        if (special->key == u"$hex")
            return {.sort = Sort::Bytes};
        if (special->key == u"$date")
            return {.sort = javascriptDate(inner.string()) ? Sort::Moment : Sort::Broken};
        if (special->key == u"$default")
            return {.sort = inner.string() == u"NOW" ? Sort::Moment : Sort::Uuid,
                    .text = QString(36, u'0'),
                    .isMade = true};
    }
    if (json.isString())
        return {.sort = Sort::Text, .text = json.string()};
    if (json.isNumber())
        return {.sort = Sort::Number, .text = javascriptNumber(json.toDouble()), .number = json.toDouble()};
    if (json.isBoolean())
        return {.sort = Sort::Flag, .number = json.boolean() ? 1.0 : 0.0};
    if (json.isArray())
        return {.sort = Sort::List, .items = json.items()};
    value.sort = json.isNull() ? Sort::Null : Sort::Object;
    return value;
}

bool isInRange(double number, const Type &type, bool isMysql)
{
    int bytes = 4;
    switch (type.name) {
    case TypeName::Boolean:
    case TypeName::TinyInt: bytes = 1; break;
    case TypeName::SmallInt: bytes = 2; break;
    case TypeName::MediumInt: bytes = 3; break;
    case TypeName::BigInt: bytes = 8; break;
    case TypeName::Raw: bytes = rawWord(type).startsWith("big"_L1) ? 8 : 4; break;
    default: break;
    }
    const bool isUnsigned = isMysql
        && (type.isUnsigned || type.zerofill || type.text.contains("unsigned"_L1, Qt::CaseInsensitive));
    const double span = std::pow(2.0, 8 * bytes);
    return isUnsigned ? number >= 0 && number < span : number >= -span / 2 && number < span / 2;
}

/// A BIGINT as text, where no double holds its digits.
bool isBig(const QString &text, const Type &type)
{
    bool isWhole = false;
    text.trimmed().toLongLong(&isWhole);
    return isWhole && type.name == TypeName::BigInt && !type.isUnsigned && !type.zerofill;
}

bool fitsDigits(double number, const Type &type)
{
    if (type.length <= 0)
        return true;
    return std::abs(number) < std::pow(10.0, type.length - std::max(type.decimals, 0));
}

bool isDate(const QString &text)
{
    return javascriptDate(text).has_value();
}

class Postgres
{
public:
    Postgres(const Value &value, const Column &column)
        : m_value(value), m_type(column.type), m_kind(kindOf(m_type))
    {
    }

    bool fits() const
    {
        const bool isFree = !m_value.isSql && (m_type.name == TypeName::Blob || m_kind == Kind::Json);
        if (rawWord(m_type) == u"serial")
            return m_value.isMade;
        if (m_value.isCall && !isFunction())
            return false;
        switch (m_value.sort) {
        case Sort::Null: return true;
        case Sort::Unknown: return !m_value.isOnUpdate;
        case Sort::Broken: return false;
        case Sort::Text: return fitsText();
        case Sort::Number: return isFree || fitsNumber(m_value.number, false);
        case Sort::Flag: return isFree || m_kind == Kind::Text || m_kind == Kind::Boolean;
        case Sort::Object: return isFree || m_kind == Kind::Pairs;
        case Sort::List: return isFree || fitsList();
        case Sort::Bytes:
            return isFree || m_kind == Kind::Text || m_kind == Kind::Bytes || m_kind == Kind::Real;
        case Sort::Moment:
            return isFree || m_kind == Kind::DateTime || m_kind == Kind::Date
                || (m_value.isSql && (m_kind == Kind::Time || (m_kind == Kind::Text && fitsLength(29))));
        case Sort::Uuid:
            return isFree || m_kind == Kind::Uuid || m_kind == Kind::Real || m_kind == Kind::Search
                || ((m_kind == Kind::Text || m_kind == Kind::Bytes) && fitsLength(36));
        case Sort::Expression:
            return m_kind == Kind::Integer || m_kind == Kind::Decimal || m_kind == Kind::Real
                || m_kind == Kind::Text || m_kind == Kind::Other;
        }
        Q_UNREACHABLE();
    }

private:
    /// PostgreSQL writes some functions without parentheses, and has no uuid().
    bool isFunction() const
    {
        const QString &name = m_value.function;
        return (m_value.hasArguments || !(name.startsWith("current_"_L1) || name.startsWith("local"_L1)))
            && name != u"uuid";
    }

    bool fitsLength(qsizetype length) const
    {
        const int room = m_kind == Kind::Bytes ? -1 : roomOf(m_type, false);
        return room < 0 || length <= room;
    }

    bool fitsNumber(double number, bool isText) const
    {
        switch (m_kind) {
        case Kind::Text: return fitsLength(javascriptNumber(number).size());
        case Kind::Integer: return number == std::floor(number) && isInRange(number, m_type, false);
        case Kind::Decimal: return fitsDigits(number, m_type);
        case Kind::Real:
        case Kind::Other: return true;
        case Kind::DateTime:
        case Kind::Date: return m_type.name != TypeName::Raw && std::abs(number) <= 8.64e15;
        default: return isText;
        }
    }

    bool fitsText() const
    {
        const QString &text = m_value.text;
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        switch (m_kind) {
        case Kind::Text: return fitsLength(text.size());
        case Kind::Integer: return isNumber && (isBig(text, m_type) || fitsNumber(number, true));
        case Kind::Decimal: return isNumber && fitsNumber(number, true);
        case Kind::Real: return !text.isEmpty() && (!m_value.isSql || isNumber);
        case Kind::Boolean: return matches(text, "t|f|true|false|y|n|yes|no|on|off|0|1");
        case Kind::DateTime:
        case Kind::Date: return isDate(text) && (m_type.name != TypeName::Raw || text.size() >= 8);
        case Kind::Time:
            return matches(text, "(\\d{4}-\\d\\d-\\d\\d )?\\d{1,2}:\\d\\d(:\\d\\d(\\.\\d+)?)?.*");
        case Kind::Uuid: return matches(text, "[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}");
        case Kind::Json: return !m_value.isSql || parseJson(text.toUtf8());
        case Kind::Enum: return m_type.values.contains(text);
        case Kind::Array: return m_value.isSql && text.startsWith(u'{');
        case Kind::Range: return m_value.isSql && matches(text, "[\\[(].*[\\])]|empty");
        case Kind::Shape: return m_value.isSql;
        case Kind::Search: return !matches(text, ".*:\\d*:.*");
        case Kind::Network:
            if (m_type.name == TypeName::MacAddr)
                return matches(text, "([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}");
            return matches(text,
                           "\\d+(\\.\\d+){3}(/\\d+)?|[0-9a-f:]*::[0-9a-f:.]*(/"
                           "\\d+)?|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(/\\d+)?")
                || (m_type.name == TypeName::Cidr && isNumber);
        case Kind::Other: return rawWord(m_type) != u"money" || isNumber || text.isEmpty();
        default: return true;
        }
    }

    bool fitsList() const
    {
        if (m_kind == Kind::Range)
            return m_value.items.isEmpty() || m_value.items.size() == 2;
        if (m_kind != Kind::Array || m_type.element.isEmpty())
            return false;
        return std::all_of(m_value.items.begin(), m_value.items.end(), [&](const Json &item) {
            return fitsDefault(item, Column{.type = m_type.element[0]}, postgresBit);
        });
    }

    const Value &m_value;
    const Type &m_type;
    const Kind m_kind;
};

class Mysql
{
public:
    Mysql(const Value &value, const Column &column)
        : m_value(value), m_type(column.type), m_kind(kindOf(m_type))
    {
    }

    bool fits() const
    {
        const bool isText = m_kind == Kind::Text || m_kind == Kind::Bytes || m_kind == Kind::Uuid;
        const bool isUnsized = m_type.size.isEmpty() || m_type.size == u"huge";
        const bool isFree =
            (m_type.name == TypeName::Blob && isUnsized) || (m_kind == Kind::Json && !m_value.isSql);
        const bool isDateKind = m_kind == Kind::DateTime || m_kind == Kind::Date;
        if (rawWord(m_type) == u"serial")
            return m_value.isMade;
        if (m_value.sort != Sort::Null && m_kind == Kind::Shape)
            return false;
        switch (m_value.sort) {
        case Sort::Null: return true;
        case Sort::Unknown: return !m_value.isCompound;
        case Sort::Broken: return false;
        case Sort::Text: return isFree || m_type.name == TypeName::Blob || fitsText();
        case Sort::Number:
            return isFree || m_type.name == TypeName::Blob || fitsNumber(m_value.number, m_value.text);
        case Sort::Flag: return isFree || !(isDateKind || m_kind == Kind::Enum);
        case Sort::Object:
        case Sort::List: return isFree;
        case Sort::Bytes: return isFree || isText;
        case Sort::Moment: return isFree || m_type.name == TypeName::Blob || fitsMoment();
        case Sort::Uuid:
            if (m_value.isCall && m_value.function != u"uuid")
                return false;
            return isFree || m_type.name == TypeName::Blob || (isText && fitsLength(36));
        case Sort::Expression:
            if (!m_value.isCall && !m_value.isParenthesised)
                return isFree || m_type.binary || (m_type.name == TypeName::Text && isUnsized)
                    || m_kind == Kind::Json;
            return !isDateKind;
        }
        Q_UNREACHABLE();
    }

private:
    bool fitsLength(qsizetype length) const
    {
        const int room = roomOf(m_type, true);
        return room < 0 || length <= room;
    }

    bool fitsMoment() const
    {
        if (m_kind == Kind::DateTime || m_kind == Kind::Date || m_kind == Kind::Time)
            return true;
        if (m_kind == Kind::Uuid)
            return true;
        if (!m_value.isSql)
            return false;
        return ((m_kind == Kind::Text || m_kind == Kind::Bytes) && fitsLength(19))
            || m_type.name == TypeName::BigInt || (m_kind == Kind::Real && m_type.decimals < 0);
    }

    bool fitsNumber(double number, const QString &text) const
    {
        switch (m_kind) {
        case Kind::Text:
        case Kind::Bytes:
        case Kind::Uuid: return fitsLength(text.size());
        case Kind::Boolean:
        case Kind::Integer: return isInRange(std::round(number), m_type, true);
        case Kind::Decimal:
            return fitsDigits(number, m_type.length > 0 ? m_type : Type{.name = m_type.name, .length = 10});
        case Kind::Real:
            return fitsDigits(number, m_type.decimals >= 0 ? m_type : Type{})
                && (!m_type.isUnsigned || number >= 0);
        case Kind::DateTime:
        case Kind::Date: return number == 0 || number > 100;
        case Kind::Enum: return false;
        default: return true;
        }
    }

    bool fitsText() const
    {
        const QString &text = m_value.text;
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        switch (m_kind) {
        case Kind::Text:
        case Kind::Bytes:
        case Kind::Uuid: return fitsLength(text.size());
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Real: return isNumber && (isBig(text, m_type) || fitsNumber(number, text));
        case Kind::DateTime:
        case Kind::Date:
            return matches(text, "\\d{4}-\\d\\d?-\\d\\d?([ T]\\d\\d?:\\d\\d(:\\d\\d(\\.\\d+)?)?)?");
        case Kind::Time:
            return isNumber || matches(text, "(\\d{4}-\\d\\d-\\d\\d )?-?\\d+(:\\d\\d){1,2}(\\.\\d+)?");
        case Kind::Enum: return m_type.values.contains(text, Qt::CaseInsensitive);
        case Kind::Json: return parseJson(text.toUtf8()).has_value();
        default: return true;
        }
    }

    const Value &m_value;
    const Type &m_type;
    const Kind m_kind;
};

/// SQLite holds anything anywhere; Sequelize does not write it.
bool fitsSqlite(const Value &value, const Column &column, bool isInTable)
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
    const Value value = valueOf(json);
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
    case postgresBit: return Postgres(value, column).fits();
    default: return Mysql(value, column).fits();
    }
}

}
