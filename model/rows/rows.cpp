#include "model/rows/rows.h"

#include "model/rows/input.h"
#include "model/rows/ranges.h"
#include "model/sql/literal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// One walk over a source: the statements of a page, and its rows out of their cells.
class Walk
{
public:
    Walk(Connection &connection, const RowSource &source, bool isReversed)
        : m_connection(connection), m_dialect(connection.dialect()), m_source(source),
          m_isReversed(isReversed), m_t(rowAlias(m_dialect))
    {
        for (const RowColumn &column : source.columns) {
            m_values.append(selected(column.column.name));
            m_labels.append(labelsOf(column));
        }
        for (const NamedColumn &column : source.key)
            m_key.append(selected(column.name));
        for (const OrderColumn &column : source.order)
            m_place.append(selected(column.column.name));
        if (!source.mark.isEmpty()) {
            m_mark = int(m_selected.size());
            m_selected.append(u"CASE WHEN "_s + source.mark + u" THEN 1 ELSE 0 END"_s);
        }
    }

    /// Reads the ranges one after the other until there are `most` rows.
    Result<QList<Row>> read(const QStringList &ranges, int most)
    {
        m_rows.clear();
        for (const QString &range : ranges) {
            if (m_rows.size() >= most)
                break;
            const auto done = m_connection.select(statement(range, most - int(m_rows.size())), {},
                                                  [&](std::span<const Cell> cells) {
                                                      add(cells);
                                                      return true;
                                                  });
            if (!done)
                return tl::unexpected(done.error());
        }
        return m_rows;
    }

private:
    struct Label
    {
        int position; ///< of the cell
        Type type;
    };
    using Candidates = QList<QList<Label>>;

    QString named(const QString &alias, const QString &column) const
    {
        return alias + u'.' + quotedName(column, m_dialect);
    }

    /// The position of a column of the source's own table among the cells.
    int selected(const QString &name)
    {
        const QString column = named(m_t, name);
        if (const qsizetype known = m_selected.indexOf(column); known >= 0)
            return int(known);
        m_selected.append(column);
        m_inner.append(column);
        return int(m_selected.size()) - 1;
    }

    Candidates labelsOf(const RowColumn &column)
    {
        Candidates candidates;
        if (!column.labels.isEmpty()) {
            QList<Label> own;
            for (const NamedColumn &label : column.labels)
                own.append({selected(label.name), label.type});
            candidates.append(own);
        }
        for (const Referred &referred : column.referred) {
            if (referred.labels.isEmpty())
                continue;
            const QString end = quotedName(u"e%1"_s.arg(m_joinCount++), m_dialect);
            m_joins += u" LEFT JOIN "_s + referred.table + u" AS "_s + end + u" ON "_s
                + named(end, referred.column.name) + u" = "_s + named(m_t, column.column.name);
            if (!referred.condition.isEmpty())
                m_joins += u" AND "_s + referred.condition;
            QList<Label> parts;
            for (const NamedColumn &label : referred.labels) {
                m_selected.append(named(end, label.name));
                parts.append({int(m_selected.size()) - 1, label.type});
            }
            candidates.append(parts);
        }
        return candidates;
    }

    QString orderText() const
    {
        QStringList parts;
        const bool isDescending = m_source.isDescending != m_isReversed;
        for (const OrderColumn &column : m_source.order)
            parts.append(named(m_t, column.column.name) + (isDescending ? u" DESC"_s : QString()));
        return parts.join(u", "_s);
    }

    /// The labels are joined to the rows of the page alone: a sort would otherwise fetch them for all rows.
    QString statement(const QString &range, int limit) const
    {
        QStringList conditions = m_source.conditions;
        if (!range.isEmpty())
            conditions.append(range);
        const QString order = u" ORDER BY "_s + orderText();
        const QString rows = u" FROM "_s + m_source.table + u" AS "_s + m_t
            + (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s)) + order
            + u" LIMIT "_s + QString::number(limit);
        if (m_joins.isEmpty())
            return u"SELECT "_s + m_selected.join(u", "_s) + rows;
        return u"SELECT "_s + m_selected.join(u", "_s) + u" FROM (SELECT "_s + m_inner.join(u", "_s) + rows
            + u") AS "_s + m_t + m_joins + order;
    }

    static Values valuesAt(std::span<const Cell> cells, const QList<int> &positions)
    {
        Values values;
        values.reserve(positions.size());
        for (const int position : positions)
            values.append(Value::of(cells[size_t(position)]));
        return values;
    }

    static QString labelAt(std::span<const Cell> cells, const Candidates &candidates)
    {
        for (const QList<Label> &parts : candidates) {
            QStringList words;
            for (const Label &part : parts) {
                if (const Value value = Value::of(cells[size_t(part.position)]); !value.isNull())
                    words.append(displayText(value, part.type));
            }
            if (!words.isEmpty())
                return words.join(u' ');
        }
        return {};
    }

    void add(std::span<const Cell> cells)
    {
        Row row{.values = valuesAt(cells, m_values), .place = valuesAt(cells, m_place)};
        // A key that leads to several rows has doubled this one.
        const bool isRepeated = !m_joins.isEmpty() && !m_source.key.isEmpty() && !m_rows.isEmpty()
            && m_rows.last().place == row.place;
        if (isRepeated)
            return;
        row.key = valuesAt(cells, m_key);
        row.isMarked = m_mark >= 0 && Value::of(cells[size_t(m_mark)]) == Value::number(qint64(1));
        for (const Candidates &candidates : m_labels)
            row.labels.append(labelAt(cells, candidates));
        m_rows.append(row);
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const RowSource &m_source;
    const bool m_isReversed;
    const QString m_t;
    QStringList m_selected;
    QStringList m_inner;
    QString m_joins;
    int m_joinCount = 0;
    QList<int> m_values;
    QList<Candidates> m_labels;
    QList<int> m_key;
    QList<int> m_place;
    int m_mark = -1;
    QList<Row> m_rows;
};

enum class Direction : quint8 { Onwards, Backwards };

/// The page of some ranges. Onwards it knows whether there are rows behind it, backwards whether there are
/// some before it.
Result<Page> read(Connection &connection, const RowSource &source, Direction direction,
                  const QStringList &ranges, int limit)
{
    const bool isReversed = direction == Direction::Backwards;
    auto rows = Walk(connection, source, isReversed).read(ranges, limit + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    Page page{.rows = std::move(*rows)};
    const bool hasMore = page.rows.size() > limit;
    if (hasMore)
        page.rows.removeLast();
    if (isReversed)
        std::reverse(page.rows.begin(), page.rows.end());
    (isReversed ? page.hasBefore : page.hasAfter) = hasMore;
    return page;
}

QStringList ranges(const Connection &connection, const RowSource &source, Direction direction,
                   const Values &place, From from)
{
    const bool isAscending = source.isDescending == (direction == Direction::Backwards);
    return rangesFrom(source.order, place, isAscending, from, connection.dialect());
}

/// Is the order the key's own, so that any key has its place in it?
bool isOrderedByKey(const RowSource &source, qsizetype size)
{
    if (source.isDescending || size > source.order.size())
        return false;
    for (qsizetype i = 0; i < size; ++i) {
        if (source.order[i].column.name != source.key.value(i).name)
            return false;
    }
    return true;
}

/// The place of the row of a key.
Result<Values> placeOf(Connection &connection, RowSource source, const Values &key)
{
    const Dialect &dialect = connection.dialect();
    for (qsizetype i = 0; i < key.size(); ++i) {
        const QString column = rowAlias(dialect) + u'.' + quotedName(source.key[i].name, dialect);
        source.conditions.append(equalSql(column, key[i], source.key[i].type, dialect));
    }
    const auto found = firstPage(connection, source, 1);
    if (!found)
        return tl::unexpected(found.error());
    if (found->rows.isEmpty())
        return refusal(Text::tr("no row of %1 has this key").arg(source.model));
    return found->rows[0].place;
}

Result<qint64> count(Connection &connection, const RowSource &source, const QString &what)
{
    QString sql =
        u"SELECT COUNT("_s + what + u") FROM "_s + source.table + u" AS "_s + rowAlias(connection.dialect());
    if (!source.conditions.isEmpty())
        sql += u" WHERE "_s + source.conditions.join(u" AND "_s);
    return selectText(connection, sql).map([](const QString &text) { return text.toLongLong(); });
}

}

QString rowAlias(const Dialect &dialect)
{
    return quotedName(u"t", dialect);
}

Result<Page> firstPage(Connection &connection, const RowSource &source, int limit)
{
    return read(connection, source, Direction::Onwards, {QString()}, limit);
}

Result<Page> lastPage(Connection &connection, const RowSource &source, int limit)
{
    return read(connection, source, Direction::Backwards, {QString()}, limit);
}

Result<Page> pageAfter(Connection &connection, const RowSource &source, const Values &place, int limit)
{
    auto page = read(connection, source, Direction::Onwards,
                     ranges(connection, source, Direction::Onwards, place, From::Behind), limit);
    if (page && page->rows.isEmpty())
        return lastPage(connection, source, limit);
    if (page)
        page->hasBefore = true;
    return page;
}

Result<Page> pageBefore(Connection &connection, const RowSource &source, const Values &place, int limit)
{
    auto page = read(connection, source, Direction::Backwards,
                     ranges(connection, source, Direction::Backwards, place, From::Behind), limit);
    if (page && page->rows.size() < limit)
        return firstPage(connection, source, limit);
    if (page)
        page->hasAfter = true;
    return page;
}

Result<Page> pageAt(Connection &connection, const RowSource &source, const Values &key, int limit)
{
    if (key.isEmpty() || key.size() > source.key.size())
        return refusal(Text::tr("%1 has no such key").arg(source.model));
    Values place = key;
    if (!isOrderedByKey(source, key.size())) {
        const auto found = placeOf(connection, source, key);
        if (!found)
            return tl::unexpected(found.error());
        place = *found;
    }
    auto page = read(connection, source, Direction::Onwards,
                     ranges(connection, source, Direction::Onwards, place, From::Including), limit);
    if (!page)
        return page;
    if (page->rows.isEmpty())
        return lastPage(connection, source, limit);
    auto before =
        read(connection, source, Direction::Backwards,
             ranges(connection, source, Direction::Backwards, page->rows[0].place, From::Behind), 1);
    if (!before)
        return before;
    page->hasBefore = !before->rows.isEmpty();
    return page;
}

Result<qint64> countRows(Connection &connection, const RowSource &source)
{
    return count(connection, source, u"*"_s);
}

Result<qint64> countBefore(Connection &connection, const RowSource &source, const Values &place)
{
    qint64 sum = 0;
    for (const QString &range : ranges(connection, source, Direction::Backwards, place, From::Behind)) {
        RowSource before = source;
        before.conditions.append(range);
        const auto some = countRows(connection, before);
        if (!some)
            return some;
        sum += *some;
    }
    return sum;
}

Result<qint64> countDistinct(Connection &connection, const RowSource &source)
{
    const Dialect &dialect = connection.dialect();
    return count(connection, source,
                 u"DISTINCT "_s + rowAlias(dialect) + u'.'
                     + quotedName(source.columns[0].column.name, dialect));
}

Result<Values> parseKey(const QString &text, const RowSource &source, const Dialect &dialect)
{
    const QStringList parts = source.key.size() > 1 ? text.split(u',') : QStringList{text};
    if (text.trimmed().isEmpty() || parts.size() > source.key.size()) {
        QStringList names;
        for (const NamedColumn &column : source.key)
            names.append(column.name);
        return refusal(Text::tr("expected a key: %1").arg(names.join(u", "_s)));
    }
    Values values;
    for (const QString &part : parts) {
        const NamedColumn &column = source.key[values.size()];
        const auto value = parseInput(
            part.trimmed(), {.attribute = column.name, .type = column.type, .primaryKey = true}, dialect);
        if (!value)
            return refusal(Text::tr("%1: %2").arg(column.name, value.error().message));
        values.append(*value);
    }
    return values;
}

}
