#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/sql/clauses.h"
#include "model/sql/fragment.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Texts that end up in the clause of a column: Sequelize writes the clause and then looks for words in it,
/// wherever they come from; and a raw type may say more than a type.
class WordCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns) {
                if (column.isVirtual())
                    continue;
                if (isWorded(column))
                    lookAtClause(table, column);
                if (column.references && !m_checked.isCircular)
                    lookForBreak(table, column);
                if (column.type.name == TypeName::Raw)
                    lookAtRaw(table, column);
            }
        }
    }

private:
    void add(const Finding &finding, const Table &table, const Column &column, const QString &option,
             const QString &message, DialectSet dialects, const QList<Fix> &fixes)
    {
        Check::add(finding, m_checked.placeOf(table, column, option),
                   message.arg(table.model + u'.' + column.attribute), fixes, dialects);
    }

    /// The words by which Sequelize takes a clause apart.
    static QStringList wordsOf(const Dialect &dialect)
    {
        if (dialect.bit == postgresBit)
            return {u"PRIMARY KEY"_s, u"COMMENT "_s};
        if (dialect.bit == sqliteBit)
            return {u"PRIMARY KEY"_s};
        return {u"PRIMARY KEY"_s, u"REFERENCES"_s};
    }

    /// Whether anything that a user wrote gets into the clause.
    static bool isWorded(const Column &column)
    {
        const Type &type = column.type;
        return column.defaultValue || !column.comment.isEmpty() || !type.values.isEmpty()
            || !type.element.isEmpty() || !type.size.isEmpty() || type.name == TypeName::Raw;
    }

    void lookAtClause(const Table &table, const Column &column)
    {
        QHash<QString, DialectSet> mistaken;
        for (const Dialect *dialect : dialects()) {
            if (dialect->inlinePrimaryKey && column.primaryKey)
                continue;
            const QString clause = dialect->columnClause({table, column});
            for (const QString &word : wordsOf(*dialect)) {
                if (clause.contains(word))
                    mistaken[word] |= dialect->bit;
            }
        }
        lookAtPlace(table, column);
        for (auto i = mistaken.cbegin(); i != mistaken.cend(); ++i) {
            // With a default, a column that has got into the primary key still works.
            const bool isKey =
                i.key() == u"PRIMARY KEY" && column.defaultValue && !column.defaultValue->isNull();
            const DialectSet working = isKey ? DialectSet(i.value() & ~sqliteBit) : DialectSet(0);
            for (const auto &[severity, dialects] :
                 {std::pair(Severity::Warning, working),
                  std::pair(Severity::Error, DialectSet(i.value() & ~working))})
            {
                if (dialects != 0)
                    tell(severity, table, column, i.key(), dialects);
            }
        }
    }

    /// Whether the clause is one, as each product reads it, after all that Sequelize does to it.
    void lookAtPlace(const Table &table, const Column &column)
    {
        DialectSet ofType = 0;
        DialectSet ofRest = 0;
        for (const Dialect *dialect : dialects()) {
            QString clause = dialect->columnClause({table, column});
            takeKeyWords(clause, *dialect);
            if (!fragment(clause, *dialect))
                (fragment(dialect->columnType({table, column}), *dialect) ? ofRest : ofType) |= dialect->bit;
        }
        if (ofType != 0)
            add(Code::FragmentLeavesItsPlace, table, column, u"type"_s,
                Text::tr(
                    "The type of %1 does not stay in its place: it closes what it did not open, or has a "
                    "comma, a semicolon, a comment or a backslash outside of quotes. Scripts leave the table "
                    "out."),
                ofType, {});
        if (ofRest == 0)
            return;
        const bool isComment = !column.defaultValue;
        add(Code::FragmentLeavesItsPlace, table, column, isComment ? u"comment"_s : u"defaultValue"_s,
            Text::tr(
                "The default of %1 is not one expression to the database: it closes what it did not open, "
                "or has a comma, a semicolon, a comment or a backslash outside of quotes. Scripts leave the "
                "table out."),
            ofRest,
            fixColumn(isComment ? Text::tr("Drop the comment") : Text::tr("Drop the default"), m_checked,
                      table, column, [isComment](Attribute &attribute) {
                          if (isComment)
                              attribute.comment.clear();
                          else
                              attribute.defaultValue.reset();
                      }));
    }

    /// Sequelize looks for the reference with an expression that ends with the line, unless it defers it.
    void lookForBreak(const Table &table, const Column &column)
    {
        const Reference &reference = *column.references;
        const Table *referred = m_checked.referredBy(column);
        DialectSet broken = 0;
        for (const Dialect *dialect : dialects()) {
            if ((dialect->bit & mysqls) != 0 && hasLineBreak(dialect->columnClause({table, column})))
                broken |= dialect->bit;
        }
        if (broken != 0)
            add(Code::TextTakenForSql, table, column, u"comment"_s,
                Text::tr("%1 has a line break in its default or comment, behind which Sequelize does not "
                         "find its reference."),
                broken, fixColumn(Text::tr("Drop both"), m_checked, table, column, [](Attribute &attribute) {
                    attribute.comment.clear();
                    attribute.defaultValue.reset();
                }));
        if (!referred || !hasLineBreak(reference.schema + reference.table + reference.column))
            return;
        add(Code::CharactersUnusable, table, column, u"references"_s,
            Text::tr("%1 refers to %2, and there is a line break in that name: Sequelize fails to sync it.")
                .arg(u"%1"_s, reference.table + u'.' + reference.column),
            mysqls, withoutBreak(*referred, reference));
    }

    QList<Fix> withoutBreak(const Table &referred, const Reference &reference) const
    {
        if (!hasLineBreak(reference.schema + reference.table)) {
            const Column *key = referred.columnNamed(reference.column);
            const QString fresh = withoutLineBreaks(reference.column);
            return key ? fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, referred, *key,
                                   [fresh](Attribute &attribute) { attribute.field = fresh; })
                       : QList<Fix>();
        }
        if (referred.isAutomatic())
            return {};
        const QString fresh = withoutLineBreaks(reference.table);
        return {fixOptions(Text::tr("Call the table %1").arg(fresh), referred.declaredBy,
                           [fresh](ModelOptions &options) {
                               options.tableName = fresh;
                               options.schema = withoutLineBreaks(options.schema);
                           })};
    }

    void tell(Severity severity, const Table &table, const Column &column, const QString &word,
              DialectSet dialects)
    {
        const bool isType = column.type.text.contains(word);
        const bool isComment = column.comment.contains(word);
        const QString option = isType ? u"type"_s : isComment ? u"comment"_s : u"defaultValue"_s;
        const QString title = isComment ? Text::tr("Drop the comment") : Text::tr("Drop the default");
        const auto drop = [isComment](Attribute &attribute) {
            if (isComment)
                attribute.comment.clear();
            else
                attribute.defaultValue.reset();
        };
        m_problems.append(
            {.severity = severity,
             .code = Code::TextTakenForSql,
             .message =
                 Text::tr(
                     "The default or comment of %1.%2 contains %3, which Sequelize takes for SQL of its own.")
                     .arg(table.model, column.attribute, word.trimmed()),
             .place = m_checked.placeOf(table, column, option),
             .dialects = dialects,
             .fixes = isType ? QList<Fix>() : fixColumn(title, m_checked, table, column, drop)});
    }

    void lookAtRaw(const Table &table, const Column &column)
    {
        static const QRegularExpression notNull(u"\\bNOT\\s+NULL\\b"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression collation(u"\\bCOLLATE\\s+[\"`']?([\\w.-]+)"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        // SQLite takes one or two numbers behind the words of a type.
        static const QRegularExpression inParentheses(
            u"^[^(]*\\(\\s*(?![+-]?[\\d.]+\\s*(,\\s*[+-]?[\\d.]+\\s*)?\\))"_s);
        const QString &text = column.type.text;
        if (text.contains(notNull) && column.isNullable() && !column.defaultValue)
            add(Code::NotNullInType, table, column, u"type"_s,
                Text::tr("%1 is NOT NULL by its type, which Sequelize does not read: it writes NULL."),
                everyDialect,
                fixColumn(Text::tr("Set allowNull to false"), m_checked, table, column,
                          [](Attribute &attribute) { attribute.allowNull = false; }));
        if (const auto match = collation.match(text); match.hasMatch())
            lookAtCollation(table, column, match.captured(1));
        if (text.contains(inParentheses) && !text.contains("CHECK"_L1, Qt::CaseInsensitive))
            add(Code::TypeUnsupported, table, column, u"type"_s,
                Text::tr("%1: SQLite takes only numbers in the parentheses of a type."), sqliteBit, {});
        if (text.contains(u'['))
            add(Code::TypeUnsupported, table, column, u"type"_s, Text::tr("%1: MySQL has no arrays."), mysqls, {});
    }

    void lookAtCollation(const Table &table, const Column &column, const QString &name)
    {
        static const QStringList ofSqlite{u"BINARY"_s, u"NOCASE"_s, u"RTRIM"_s};
        DialectSet unknown = 0;
        if (!ofSqlite.contains(name, Qt::CaseInsensitive))
            unknown |= sqliteBit;
        if (ofSqlite.contains(name, Qt::CaseInsensitive) || name.startsWith("utf8"_L1)
            || name.startsWith("latin1"_L1))
            unknown |= postgresBit;
        if (!name.contains(u'_') && name.compare("binary"_L1, Qt::CaseInsensitive) != 0)
            unknown |= mysqls;
        add(Code::IndexOptionUnsupported, table, column, u"type"_s,
            Text::tr("%1: there is no collation %2 here.").arg(u"%1"_s, name), unknown, {});
    }
};

}

void checkWords(const Checked &checked, QList<Problem> &problems)
{
    WordCheck(checked, problems).run();
}

}
