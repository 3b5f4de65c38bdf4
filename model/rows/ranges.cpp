#include "model/rows/ranges.h"

#include "model/sql/literal.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

class RangeWriter
{
public:
    RangeWriter(const QList<OrderColumn> &order, const Values &place, bool isAscending,
                const Dialect &dialect)
        : m_order(order), m_place(place), m_isAscending(isAscending), m_dialect(dialect)
    {
    }

    QStringList write(From from) const
    {
        QStringList ranges;
        const int last = int(m_place.size()) - 1;
        int first = last;
        // The columns at the end that are never NULL go together: (a, b) > (1, 2).
        while (m_dialect.rowComparisons && first > 0 && isPlain(first) && isPlain(first - 1))
            --first;
        for (int i = first; i >= 0; --i) {
            QStringList equal;
            for (int j = 0; j < i; ++j)
                equal.append(equalSql(name(j), m_place[j], type(j), m_dialect));
            const From here = i == first ? from : From::Behind;
            for (const QString &range :
                 i == first && first < last ? rowRange(first, here) : columnRanges(i, here))
                ranges.append((equal + QStringList{range}).join(u" AND "_s));
        }
        return ranges;
    }

private:
    bool isPlain(int i) const { return !m_order[i].isNullable && !m_place[i].isNull(); }
    QString name(int i) const
    {
        return rowAlias(m_dialect) + u'.' + quotedName(m_order[i].column.name, m_dialect);
    }
    const Type &type(int i) const { return m_order[i].column.type; }
    QString literal(int i) const { return literalOf(m_place[i], type(i), m_dialect); }
    QString comparison(From from) const
    {
        const QString sign = m_isAscending ? u" >"_s : u" <"_s;
        return from == From::Including ? sign + u"= "_s : sign + u' ';
    }

    QStringList rowRange(int first, From from) const
    {
        QStringList names;
        QStringList values;
        for (int i = first; i < m_place.size(); ++i) {
            names.append(name(i));
            values.append(literal(i));
        }
        return {u'(' + names.join(u", "_s) + u')' + comparison(from) + u'(' + values.join(u", "_s) + u')'};
    }

    /// The values from the place on; NULLs stand where the product sorts them.
    QStringList columnRanges(int i, From from) const
    {
        const bool nullsFollow = m_isAscending == m_dialect.nullsLast;
        QStringList ranges;
        if (!m_place[i].isNull()) {
            ranges.append(name(i) + comparison(from) + literal(i));
            if (nullsFollow && m_order[i].isNullable)
                ranges.append(name(i) + u" IS NULL"_s);
            return ranges;
        }
        if (from == From::Including)
            ranges.append(name(i) + u" IS NULL"_s);
        if (!nullsFollow)
            ranges.append(name(i) + u" IS NOT NULL"_s);
        return ranges;
    }

    const QList<OrderColumn> &m_order;
    const Values &m_place;
    const bool m_isAscending;
    const Dialect &m_dialect;
};

}

QString equalSql(const QString &sql, const Value &value, const Type &type, const Dialect &dialect)
{
    return value.isNull() ? sql + u" IS NULL"_s : sql + u" = "_s + literalOf(value, type, dialect);
}

QStringList rangesFrom(const QList<OrderColumn> &order, const Values &place, bool isAscending, From from,
                       const Dialect &dialect)
{
    return RangeWriter(order, place, isAscending, dialect).write(from);
}

}
