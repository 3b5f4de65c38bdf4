#include "model/rows/filter.h"

#include "model/rows/input.h"
#include "model/sql/literal.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What values of a column are asked for in a filter.
enum class Asked : quint8 { Text, Number, Boolean, Date, Day, Bytes };

Asked askedOf(const Type &type)
{
    switch (type.name) {
    case TypeName::Boolean: return Asked::Boolean;
    case TypeName::Date: return Asked::Date;
    case TypeName::DateOnly: return Asked::Day;
    case TypeName::Blob: return Asked::Bytes;
    default: return type.isNumber() ? Asked::Number : Asked::Text;
    }
}

/// The values that a text means: the first, and the one behind the last or the last itself.
struct Span
{
    Value first;
    Value last;
    bool isLastIncluded = true;
};

struct Period
{
    QDateTime start;
    QDateTime end; ///< not a part of it
};

std::optional<Period> periodOf(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{3}))?)?)?)?)?Z?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int given = match.lastCapturedIndex();
    const auto part = [&](int i, int least) { return i <= given ? match.capturedView(i).toInt() : least; };
    const QDateTime start(QDate(part(1, 1), part(2, 1), part(3, 1)),
                          QTime(part(4, 0), part(5, 0), part(6, 0), part(7, 0)), Qt::UTC);
    if (!start.isValid() || !start.date().isValid() || !start.time().isValid())
        return {};
    switch (given) {
    case 1: return Period{start, start.addYears(1)};
    case 2: return Period{start, start.addMonths(1)};
    case 3: return Period{start, start.addDays(1)};
    case 5: return Period{start, start.addSecs(60)};
    case 6: return Period{start, start.addSecs(1)};
    default: return Period{start, start.addMSecs(1)};
    }
}

/// `a..b`, `a..`, `..b`; three points are no range.
std::optional<std::pair<QString, QString>> rangeIn(const QString &text)
{
    static const QRegularExpression pattern(u"^([^\"]*?)(?<!\\.)\\.\\.(?!\\.)([^\"]*)$"_s);
    const auto match = pattern.match(text);
    const std::pair ends{match.captured(1).trimmed(), match.captured(2).trimmed()};
    if (!match.hasMatch() || (ends.first.isEmpty() && ends.second.isEmpty()))
        return {};
    return ends;
}

class ConditionReader
{
public:
    ConditionReader(const Column &column, const Dialect &dialect)
        : m_type(column.type), m_asked(askedOf(column.type)), m_dialect(dialect)
    {
    }

    Result<Condition> read(const QString &given)
    {
        QString text = given.trimmed();
        if (text.startsWith(u"<>"_s))
            text.replace(0, 2, u"!="_s);
        const bool isNegated = text.startsWith(u'!');
        if (isNegated)
            text = text.mid(1).trimmed();
        auto condition = readPlain(text);
        if (condition)
            condition->isNegated = isNegated;
        return condition;
    }

private:
    Result<Condition> readPlain(const QString &text)
    {
        if (text.compare("null"_L1, Qt::CaseInsensitive) == 0)
            return Condition{.kind = Condition::IsNull};
        for (const auto &word : {u">="_s, u"<="_s, u">"_s, u"<"_s, u"="_s}) {
            if (text.startsWith(word))
                return compared(word, text.mid(word.size()).trimmed());
        }
        if (const auto range = rangeIn(text))
            return between(range->first, range->second);
        if (m_asked != Asked::Text)
            return compared(u"="_s, text);
        if (text.isEmpty())
            return refusal(Text::tr("nothing is asked"));
        return Condition{.text = unquoted(text)};
    }

    Result<Condition> compared(const QString &word, const QString &text)
    {
        const auto span = spanOf(text);
        if (!span)
            return tl::unexpected(span.error());
        Condition condition{.kind = Condition::Within};
        if (word == u"=" || word == u">=")
            condition.from = Bound{span->first, true};
        if (word == u"=" || word == u"<=")
            condition.to = Bound{span->last, span->isLastIncluded};
        if (word == u">")
            condition.from = Bound{span->last, !span->isLastIncluded};
        if (word == u"<")
            condition.to = Bound{span->first, false};
        return condition;
    }

    Result<Condition> between(const QString &first, const QString &last)
    {
        Condition condition{.kind = Condition::Within};
        if (!first.isEmpty()) {
            const auto span = spanOf(first);
            if (!span)
                return tl::unexpected(span.error());
            condition.from = Bound{span->first, true};
        }
        if (!last.isEmpty()) {
            const auto span = spanOf(last);
            if (!span)
                return tl::unexpected(span.error());
            condition.to = Bound{span->last, span->isLastIncluded};
        }
        return condition;
    }

    Result<Span> spanOf(const QString &text) const
    {
        switch (m_asked) {
        case Asked::Text: {
            const Value value = Value::text(unquoted(text));
            return Span{value, value};
        }
        case Asked::Number: return numberIn(text);
        case Asked::Boolean: {
            const auto value = parseInput(text, {.type = m_type, .allowNull = false}, m_dialect);
            if (!value)
                return refusal(Text::tr("expected true, false, null or !null"));
            return Span{*value, *value};
        }
        case Asked::Date:
        case Asked::Day: return datesIn(text);
        case Asked::Bytes: {
            const auto bytes = parseHex(text);
            if (!bytes)
                return refusal(Text::tr("expected bytes such as X'6869', null or !null"));
            return Span{Value::data(*bytes), Value::data(*bytes)};
        }
        }
        Q_UNREACHABLE();
    }

    static Result<Span> numberIn(const QString &text)
    {
        bool isWhole = false;
        const qint64 whole = text.toLongLong(&isWhole);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            return refusal(Text::tr("expected a number such as 5, >3 or 1..9, null or !null"));
        const Value value = isWhole ? Value::number(whole) : Value::number(number);
        return Span{value, value};
    }

    Result<Span> datesIn(const QString &text) const
    {
        const auto period = periodOf(text);
        if (!period) {
            return refusal(
                Text::tr("expected a date such as 2024-03-14, >2024, 2024-01..2024-06, null or !null"));
        }
        if (m_asked == Asked::Day) {
            const auto day = [](const QDateTime &at) { return Value::text(at.date().toString(Qt::ISODate)); };
            return Span{day(period->start), day(period->end.addMSecs(-1))};
        }
        const auto at = [&](const QDateTime &date) { return Value::text(m_dialect.dateText(date, m_type)); };
        return Span{at(period->start), at(period->end), false};
    }

    static QString unquoted(const QString &text)
    {
        const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
        return isQuoted ? text.mid(1, text.size() - 2) : text;
    }

    const Type &m_type;
    const Asked m_asked;
    const Dialect &m_dialect;
};

QString rangeSql(const Condition &condition, const QString &sql, const Type &type, const Dialect &dialect)
{
    const auto literal = [&](const Bound &bound) { return literalOf(bound.value, type, dialect); };
    const auto &from = condition.from;
    const auto &to = condition.to;
    if (from && from == to && from->isIncluded)
        return sql + (condition.isNegated ? u" <> "_s : u" = "_s) + literal(*from);
    QStringList parts;
    if (from)
        parts.append(sql + (from->isIncluded ? u" >= "_s : u" > "_s) + literal(*from));
    if (to)
        parts.append(sql + (to->isIncluded ? u" <= "_s : u" < "_s) + literal(*to));
    const QString both = parts.join(u" AND "_s);
    return condition.isNegated ? u"NOT ("_s + both + u')' : both;
}

}

Result<Condition> parseCondition(const QString &text, const Column &column, const Dialect &dialect)
{
    if (text.contains(QChar::Null))
        return refusal(Text::tr("a text cannot hold the character NUL"));
    return ConditionReader(column, dialect).read(text);
}

bool hasOperator(const QString &given)
{
    QString text = given.trimmed();
    if (text.startsWith(u'!'))
        text = text.mid(1).trimmed();
    return text.startsWith(u'=') || text.startsWith(u'<') || text.startsWith(u'>')
        || text.compare("null"_L1, Qt::CaseInsensitive) == 0 || rangeIn(text);
}

QString containsSql(const QString &text, const QString &sql, const Type &type, const Dialect &dialect)
{
    QString pattern = text;
    const bool isEscaped = text.contains(u'%') || text.contains(u'_') || text.contains(u'\\');
    if (isEscaped) {
        for (const auto &c : {u"!"_s, u"%"_s, u"_"_s})
            pattern.replace(c, u'!' + c);
    }
    const bool isCast = !type.isText() && !dialect.textCast.isEmpty();
    const QString subject = isCast ? u"CAST("_s + sql + u" AS "_s + dialect.textCast + u')' : sql;
    return subject + u' ' + dialect.like + u' ' + literalOf(Value::text(u'%' + pattern + u'%'), {}, dialect)
        + (isEscaped ? u" ESCAPE '!'"_s : QString());
}

QString conditionSql(const Condition &condition, const QString &sql, const Column &column,
                     const Dialect &dialect)
{
    if (condition.kind == Condition::IsNull)
        return sql + (condition.isNegated ? u" IS NOT NULL"_s : u" IS NULL"_s);
    QString text;
    if (condition.kind == Condition::Contains) {
        text = containsSql(condition.text, sql, column.type, dialect);
        if (condition.isNegated)
            text = u"NOT ("_s + text + u')';
    } else {
        text = rangeSql(condition, sql, column.type, dialect);
    }
    if (condition.isNegated && column.isNullable())
        return u'(' + text + u" OR "_s + sql + u" IS NULL)"_s;
    return text;
}

}
