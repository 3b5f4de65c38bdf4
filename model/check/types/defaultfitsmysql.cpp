#include "model/check/types/defaultvalue.h"

#include "model/check/types/kinds.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

using Sort = DefaultValue::Sort;

namespace {

class Mysql
{
public:
    Mysql(const DefaultValue &value, const Column &column)
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

    const DefaultValue &m_value;
    const Type &m_type;
    const Kind m_kind;
};

}

bool fitsMysql(const DefaultValue &value, const Column &column)
{
    return Mysql(value, column).fits();
}

}
