#include "model/check/check.h"
#include "model/check/fixes.h"

#include "model/sql/dialect.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class KeyCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const ResolvedAssociation &association : m_checked.schema.associations) {
            if (association.kind != AssociationKind::BelongsToMany || association.refused)
                continue;
            look(association, m_checked.schema.tables[association.source], association.sourceKey,
                 association.foreignKey);
            look(association, m_checked.schema.tables[association.target], association.targetKey,
                 association.otherKey);
        }
    }

private:
    void look(const ResolvedAssociation &association, const Table &table, const Derived &key,
              const Derived &joinKey)
    {
        const Column *column = table.column(key.value);
        if (!column || m_seen.value(column) == everyDialect)
            return;
        // Either side makes both constraints.
        const Table &through = m_checked.schema.tables[association.through];
        const Column *joinColumn = through.column(joinKey.value);
        const bool constrained =
            joinColumn && joinColumn->references && joinColumn->references->column == column->name;
        const DialectSet repetition = refusedForRepetition(m_checked, through, table, *column);
        const Place place{.model = table.declaredBy, .attribute = column->declaredBy};
        if (repetition != 0 && constrained) {
            const DialectSet refusing =
                repetition & m_checked.constrainedOn(*joinColumn) & ~m_seen.value(column);
            m_seen[column] |= refusing;
            if (refusing == 0)
                return;
            const QString why = repetition == everyDialect
                ? Text::tr(
                    "%1.%2 is a key of %3 but has no unique index: no database can hold a foreign key to it.")
                : Text::tr("%1.%2 is a key of %3 but is not unique by itself: SQLite and PostgreSQL refuse a "
                           "foreign "
                           "key to it, and in MySQL rows can multiply.");
            m_problems.append({.code = Code::KeyOfPairNotUnique,
                               .message = why.arg(table.model, column->attribute, m_checked.nameOf(association)),
                               .place = place,
                               .dialects = refusing,
                               .fixes = &through == &table ? QList<Fix>() : fixes(table, *column, true)});
        } else if (column->isNullable() && !column->primaryKey && !m_seen.contains(column)) {
            m_seen.insert(column, everyDialect);
            m_problems.append(
                {.severity = Severity::Warning,
                 .code = Code::KeyOfPairNullable,
                 .message = Text::tr("%1.%2 is a key of %3 and may be NULL: such a row can never be "
                                     "linked.")
                                .arg(table.model, column->attribute, m_checked.nameOf(association)),
                 .place = place,
                 .fixes = fixes(table, *column, false)});
        }
    }

    static QList<Fix> fixes(const Table &table, const Column &column, bool unique)
    {
        if (table.isAutomatic())
            return {};
        if (unique)
            return addUniqueIndex(table, column);
        return setNotNull(table, column);
    }

    QHash<const Column *, DialectSet> m_seen; ///< where something was said of it
};

}

void checkManyToManyKeys(const Checked &checked, QList<Problem> &problems)
{
    KeyCheck(checked, problems).run();
}

}
