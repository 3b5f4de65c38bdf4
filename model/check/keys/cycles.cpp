#include "model/check/fixes.h"
#include "model/ddl/order.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

class CircleCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns)
                lookForOwnRow(table, column);
        }
        if (!m_checked.isCircular)
            return;
        for (const auto &[table, column] : m_checked.order.deferred)
            warnOfCircle(m_checked.schema.tables[table], m_checked.schema.tables[table].columns[column]);
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns)
                lookAtSecondPass(table, column);
        }
        for (int i = 0; i < m_checked.schema.tables.size(); ++i)
            lookForFirstRow(i);
    }

private:
    QList<Fix> withoutConstraint(const Column &column) const
    {
        if (column.associations.isEmpty())
            return {};
        return {fixAssociations(Text::tr("Leave out the constraint"), column.associations,
                                [](Association &association) {
                                    association.constraints = false;
                                    association.onDelete.clear();
                                    association.onUpdate.clear();
                                })};
    }

    void warnOfCircle(const Table &table, const Column &column)
    {
        m_problems.append(
            {.severity = Severity::Hint,
             .code = Code::CyclicReferences,
             .message =
                 Text::tr("%1.%2 closes a circle of foreign keys: sync() creates the tables without these "
                          "constraints, and adds them afterwards.")
                     .arg(table.model, column.attribute),
             .place = m_checked.placeOf(table, column),
             .dialects = postgresBit | mysqls,
             .fixes = withoutConstraint(column)});
    }

    /// The second pass changes every column, by a text that PostgreSQL does not always read.
    void lookAtSecondPass(const Table &table, const Column &column)
    {
        const bool isUnique = column.unique->flag == true && !column.unique->isObject;
        const bool hasDefault = column.defaultValue && !column.defaultValue->find("$default"_L1);
        const bool isEnum = column.type.name == TypeName::Enum;
        const bool hasComment = !column.comment.isEmpty();
        if (column.primaryKey || column.isVirtual())
            return;
        if (column.type.name == TypeName::Array && !column.type.element.isEmpty()
            && column.type.element[0].name == TypeName::Enum)
            refuseEnumArray(table, column);
        if (column.autoIncrement)
            refuseSerial(table, column);
        if (!(isUnique && (hasDefault || hasComment)) && !(isEnum && (hasComment || isUnique)))
            return;
        const QString name = table.name.value + u'_' + column.name;
        const bool dropsComment = isEnum && hasComment;
        m_problems.append(
            {.code = Code::AlterUnsupported,
             .message = Text::tr("Foreign keys go in a circle, so that sync() alters columns afterwards: for "
                                 "%1.%2 it writes SQL that PostgreSQL refuses.")
                            .arg(table.model, column.attribute),
             .place = m_checked.placeOf(table, column, dropsComment ? u"comment"_s : u"unique"_s),
             .dialects = postgresBit,
             .fixes = fixColumn(
                 dropsComment ? Text::tr("Drop the comment") : Text::tr("Name the unique constraint"),
                 m_checked, table, column, [name, isUnique, dropsComment](Attribute &attribute) {
                     if (isUnique)
                         attribute.unique = Unique{.name = name};
                     if (dropsComment)
                         attribute.comment.clear();
                 })});
    }

    /// The second pass casts a list of an enum type to one value of it.
    void refuseEnumArray(const Table &table, const Column &column)
    {
        m_problems.append(
            {.code = Code::AlterUnsupported,
             .message = Text::tr("Foreign keys go in a circle, so that sync() alters columns afterwards: it "
                                 "makes %1.%2 one value instead of a list, which PostgreSQL refuses.")
                            .arg(table.model, column.attribute),
             .place = m_checked.placeOf(table, column, u"type"_s),
             .dialects = postgresBit,
             .fixes = fixColumn(
                 Text::tr("Make it ARRAY(TEXT)"), m_checked, table, column,
                 [](Attribute &attribute) { attribute.type = parseType(u"ARRAY(TEXT)"_s).value(); })});
    }

    /// The second pass changes the type to SERIAL, which only a new column can have.
    void refuseSerial(const Table &table, const Column &column)
    {
        m_problems.append(
            {.code = Code::AlterUnsupported,
             .message = Text::tr("Foreign keys go in a circle, so that sync() alters columns afterwards: %1.%2 "
                                 "counts up and is no primary key, which PostgreSQL then refuses.")
                            .arg(table.model, column.attribute),
             .place = m_checked.placeOf(table, column, u"autoIncrement"_s),
             .dialects = postgresBit,
             .fixes = fixColumn(Text::tr("Take away autoIncrement"), m_checked, table, column,
                                [](Attribute &attribute) {
                                    attribute.autoIncrement.reset();
                                    attribute.autoIncrementIdentity.reset();
                                })});
    }

    /// Whether a row of this table needs another row first, whatever is done.
    bool isRequired(const Table &table, const Column &column) const
    {
        if (!column.references || column.isVirtual() || column.autoIncrement)
            return false;
        if (column.references->table == table.name.value && column.references->schema == table.schema)
            return false;
        return column.allowNull == false || column.primaryKey;
    }

    /// Follows keys that must be there: a table that leads back to itself can never have a first row.
    void lookForFirstRow(int start)
    {
        const Table &table = m_checked.schema.tables[start];
        for (const Column &column : table.columns) {
            if (!isRequired(table, column))
                continue;
            const DialectSet dialects = dialectsThatLeadBack(table, column);
            if (dialects == 0)
                continue;
            refuseFirstRow(table, column, dialects);
        }
    }

    void refuseFirstRow(const Table &table, const Column &column, DialectSet dialects)
    {
        m_problems.append(
            {.code = Code::NoFirstRow,
             .message = Text::tr("A row of %1 needs another row by its %2, and that one needs a row of %1: "
                                 "no first row can "
                                 "be written.")
                            .arg(table.model, column.attribute),
             .place = m_checked.placeOf(table, column, u"allowNull"_s),
             .dialects = dialects,
             .fixes = column.primaryKey
                 ? withoutConstraint(column)
                 : fixColumn(Text::tr("Let %1 be NULL").arg(column.attribute), m_checked, table, column,
                             [](Attribute &attribute) { attribute.allowNull = true; })});
    }

    /// A row may refer to itself; but InnoDB writes the primary key first, and looks for what it refers to
    /// before it writes the other keys.
    void lookForOwnRow(const Table &table, const Column &column)
    {
        if (!column.references || column.isVirtual() || m_checked.referredBy(column) != &table)
            return;
        const auto key = table.primaryKey();
        const bool leads = !key.isEmpty() && key[0] == &column && column.references->column != column.name;
        if (const DialectSet dialects = m_checked.constrainedOn(column) & mysqls; leads && dialects != 0)
            refuseFirstRow(table, column, dialects);
    }

    DialectSet dialectsThatLeadBack(const Table &table, const Column &column) const
    {
        DialectSet found = 0;
        for (const DialectSet dialect : {sqliteBit, postgresBit, mysqlBit, mariadbBit}) {
            if (holds(column, dialect) && leadsBack(table, column, dialect))
                found |= dialect;
        }
        return found;
    }

    /// In a circle, the second pass leaves out keys in primary keys; PostgreSQL can check at the end.
    static bool holds(const Column &column, DialectSet dialect)
    {
        if (dialect != sqliteBit && column.primaryKey)
            return false;
        return dialect != postgresBit || column.references->deferrable.string() != u"INITIALLY_DEFERRED";
    }

    bool leadsBack(const Table &table, const Column &column, DialectSet dialect) const
    {
        QList<const Table *> open{m_checked.referredBy(column)};
        QSet<const Table *> seen{open[0]};
        while (!open.isEmpty()) {
            const Table *next = open.takeLast();
            if (next == &table)
                return true;
            if (!next)
                continue;
            for (const Column &each : next->columns) {
                if (!isRequired(*next, each) || !holds(each, dialect))
                    continue;
                const Table *referred = m_checked.referredBy(each);
                if (seen.contains(referred))
                    continue;
                seen.insert(referred);
                open.append(referred);
            }
        }
        return false;
    }
};

}

void checkCircles(const Checked &checked, QList<Problem> &problems)
{
    CircleCheck(checked, problems).run();
}

}
