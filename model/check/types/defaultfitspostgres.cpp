#include "model/check/types/defaultvalue.h"

#include "model/check/types/defaultfits.h"
#include "model/check/types/kinds.h"
#include "model/javascript.h"
#include "model/sql/dialect.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

using Sort = DefaultValue::Sort;

namespace {

bool isDate(const QString &text)
{
    return javascriptDate(text).has_value();
}

class Postgres
{
public:
    Postgres(const DefaultValue &value, const Column &column)
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
        // The type's name takes the place of all up to the last parenthesis.
        if (m_kind == Kind::Enum && (m_value.isCall || m_value.text.contains(u')')))
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

    const DefaultValue &m_value;
    const Type &m_type;
    const Kind m_kind;
};

}

bool fitsPostgres(const DefaultValue &value, const Column &column)
{
    return Postgres(value, column).fits();
}

}
