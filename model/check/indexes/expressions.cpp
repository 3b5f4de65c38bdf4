#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/fragment.h"
#include "model/sql/where.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Expressions in indexes: each database reads them in its own way.
class ExpressionCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (m_checked.replaced.contains(&table))
                continue;
            for (const TableIndex &index : table.indexes) {
                m_table = &table;
                m_index = &index;
                lookAtPlace();
                for (const IndexField &field : index.declared.fields) {
                    if (!field.isExpression())
                        continue;
                    m_field = &field;
                    lookAtExpression(
                        field.function
                            ? sqlExpression(*field.function, {}, postgresDialect).value_or(QString())
                            : field.literal);
                }
            }
        }
    }

private:
    using Change = std::function<void(Index &)>;

    void add(const Finding &finding, const QString &option, const QString &message,
             DialectSet dialects, const QString &title, const Change &change)
    {
        m_problems.append(
            problemOf(*m_table, *m_index, finding, option, message, dialects, title, change));
    }

    /// What is not one expression or condition goes into no script.
    void lookAtPlace()
    {
        DialectSet ofFields = 0;
        DialectSet ofCondition = 0;
        const Index whole = onlyExpressions(m_index->declared);
        Index fieldsAlone = whole;
        fieldsAlone.where.reset();
        for (const Dialect *dialect : dialects()) {
            if (!isSound(fieldsAlone, *dialect))
                ofFields |= dialect->bit;
            else if (!isSound(whole, *dialect))
                ofCondition |= dialect->bit;
        }
        if (ofFields != 0)
            add(Code::FragmentLeavesItsPlace, u"fields"_s,
                Text::tr("An expression of %1 is not one to the database: it closes what it did not open, or "
                         "has a "
                         "comma, a semicolon, a comment or a backslash outside of quotes. Scripts leave the "
                         "index out."),
                ofFields, {}, {});
        if (ofCondition != 0)
            add(Code::FragmentLeavesItsPlace, u"where"_s,
                Text::tr("The condition of %1 is not one to the database: it closes what it did not open, or "
                         "has a "
                         "comma, a semicolon, a comment or a backslash outside of quotes. Scripts leave the "
                         "index out."),
                ofCondition, Text::tr("Leave out the condition"), [](Index &index) { index.where.reset(); });
    }

    /// Methods, operators and orders are looked at elsewhere.
    static Index onlyExpressions(Index index)
    {
        index.usingMethod.clear();
        index.type.clear();
        index.operatorClass.clear();
        for (IndexField &field : index.fields)
            field.order.clear();
        return index;
    }

    void lookAtExpression(const QString &literal)
    {
        const auto drop = [field = *m_field](Index &index) {
            index.fields.removeIf(
                [&](const IndexField &each) { return each == field && index.fields.size() > 1; });
        };
        const bool isAlone = m_index->declared.fields.size() == 1;
        if (!m_table->columnNamed(literal))
            add(Code::IndexOptionUnsupported, u"fields"_s,
                Text::tr("%1: MariaDB makes no index on an expression."), mysqls,
                Text::tr("Leave out the expression"), isAlone ? Change() : Change(drop));
        if (m_index->declared.name.isNull())
            add({Code::IndexOptionRefused, Severity::Warning}, u"name"_s,
                Text::tr("%1 is on an expression, which gives it no name of its own."), everyDialect,
                Text::tr("Name it %1_expression").arg(m_index->name),
                [name = m_index->name + u"_expression"_s](Index &index) { index.name = name; });
        lookAtNames(literal);
        lookAtArgument(literal);
    }

    /// PostgreSQL's functions of texts take texts alone; some have one for ranges.
    void lookAtArgument(const QString &literal)
    {
        static const QRegularExpression call(
            u"\\b(lower|upper|initcap|reverse|trim)\\s*\\(\\s*(\"?)(\\w+)\\2\\s*\\)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const auto match = call.match(literal);
        const Column *column = match.hasMatch() ? m_table->columnNamed(match.captured(3)) : nullptr;
        if (!column || column->isVirtual())
            return;
        const Kind kind = kindOf(column->type);
        const bool hasBounds = isOneOf(match.captured(1), {"lower", "upper"});
        if (kind == Kind::Text || kind == Kind::Other || (kind == Kind::Range && hasBounds))
            return;
        const bool isCast = !m_field->function
            && (kind == Kind::Integer || kind == Kind::Decimal || kind == Kind::Boolean
                || kind == Kind::Uuid);
        const QString name = match.captured(2) + match.captured(3) + match.captured(2);
        const QString cast = match.captured(1) + u'(' + name + u"::text)"_s;
        add(Code::IndexOptionUnsupported, u"fields"_s,
            Text::tr("%1: PostgreSQL has no %2 of %3, which is no text.")
                .arg(u"%1"_s, match.captured(1), column->attribute),
            postgresBit, Text::tr("Make it a text: %1").arg(cast),
            isCast ? Change([literal, cast, whole = match.captured()](Index &index) {
                for (IndexField &field : index.fields) {
                    if (field.literal == literal)
                        field.literal.replace(whole, cast);
                }
            })
                   : Change());
    }

    /// The names in an expression must be columns or functions.
    void lookAtNames(const QString &literal)
    {
        static const QRegularExpression name(u"\\b([A-Za-z_]\\w*)\\b(?!\\s*\\()"_s);
        static const QRegularExpression texts(u"'[^']*'"_s);
        const QString bare = QString(literal).remove(texts);
        const bool isCall = literal.contains(u'(');
        QStringList unknown;
        for (auto i = name.globalMatch(bare); i.hasNext();) {
            const QString word = i.next().captured(1);
            const bool isKnown =
                std::any_of(m_table->columns.begin(), m_table->columns.end(), [&](const Column &column) {
                    return column.name.compare(word, Qt::CaseInsensitive) == 0;
                });
            if (!isKnown
                && !isOneOf(word, {"and",    "or",   "not",  "is",      "null",    "collate", "desc", "asc",
                                   "nocase", "text", "cast", "as",      "integer", "varchar", "date", "true",
                                   "false",  "case", "when", "then",    "else",    "end",     "in",   "like",
                                   "jsonb",  "json", "int",  "numeric", "from",    "year",    "month"}))
                unknown.append(word);
        }
        if (!unknown.isEmpty())
            add(Code::IndexedColumnUnknown, u"fields"_s,
                Text::tr("%1 names the column %2, which is not there.").arg(u"%1"_s, unknown.first()),
                everyDialect & ~mysqls, {}, {});
        else if (const QString folded = foldedName(bare); !folded.isNull())
            add(Code::IndexedColumnUnknown, u"fields"_s,
                Text::tr("%1 names %2 without quotes: PostgreSQL reads it in small letters, and has no such "
                         "column.")
                    .arg(u"%1"_s, folded),
                postgresBit, Text::tr("Put quotes around %1").arg(folded), [literal, folded](Index &index) {
                    static const QString word = u"\\b%1\\b"_s;
                    const QRegularExpression whole(word.arg(QRegularExpression::escape(folded)));
                    for (IndexField &field : index.fields) {
                        if (field.literal == literal)
                            field.literal.replace(whole, u'"' + folded + u'"');
                    }
                });
        else if (!isCall && !(m_table->columnNamed(literal) && literal == literal.toLower()))
            add(Code::IndexOptionUnsupported, u"fields"_s,
                Text::tr("%1: PostgreSQL wants an expression in parentheses."), postgresBit,
                Text::tr("Put it into parentheses"), [literal](Index &index) {
                    for (IndexField &field : index.fields) {
                        if (field.literal == literal)
                            field.literal = u'(' + literal + u')';
                    }
                });
    }

    /// A column whose name is written without quotes, and has capitals; null where there is none.
    QString foldedName(const QString &expression) const
    {
        static const QRegularExpression quoted(u"\"[^\"]*\""_s);
        static const QRegularExpression name(u"\\b[A-Za-z_]\\w*\\b(?!\\s*\\()"_s);
        for (auto i = name.globalMatch(QString(expression).remove(quoted)); i.hasNext();) {
            const QString word = i.next().captured();
            if (columnNamed(*m_table, word, Qt::CaseInsensitive)
                && !columnNamed(*m_table, word.toLower(), Qt::CaseSensitive))
                return word;
        }
        return {};
    }

    const Table *m_table = nullptr;
    const TableIndex *m_index = nullptr;
    const IndexField *m_field = nullptr;
};

}

void checkExpressions(const Checked &checked, QList<Problem> &problems)
{
    ExpressionCheck(checked, problems).run();
}

}
