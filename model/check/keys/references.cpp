#include "model/check/fixes.h"
#include "model/sql/dialect.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isAction(const QString &word)
{
    static const QSet<QString> actions{u"CASCADE"_s, u"SET NULL"_s, u"SET DEFAULT"_s, u"RESTRICT"_s,
                                       u"NO ACTION"_s};
    return word.isEmpty() || actions.contains(word.toUpper());
}

/// What a column refers to must be there, and be unique; what happens to it must be possible.
class ReferenceCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            for (const Column &column : table.columns) {
                if (!column.references || column.isVirtual())
                    continue;
                lookForTable(table, column);
                lookForActions(table, column);
                lookForNull(table, column);
                lookForNullableKey(table, column);
            }
        }
    }

private:
    void add(const Finding &finding, const Table &table, const Column &column, const QString &option,
             const QString &message, const QList<Fix> &fixes, DialectSet dialects = everyDialect)
    {
        dialects &= m_checked.constrainedOn(column);
        if (dialects != 0)
            Check::add(finding, m_checked.placeOf(table, column, option), message, fixes, dialects);
    }

    static QString nameOf(const Table &table, const Column &column)
    {
        return table.model + u'.' + column.attribute;
    }

    QList<Fix> dropReference(const Table &table, const Column &column) const
    {
        const QString title = Text::tr("Drop the reference");
        if (!column.declaredBy.isNull())
            return {fixAttribute(title, table.declaredBy, column.declaredBy,
                                 [](Attribute &attribute) { attribute.references = {}; })};
        return {fixAssociations(Text::tr("Leave out the constraint"), column.associations,
                                [](Association &association) {
                                    association.constraints = false;
                                    association.onDelete.clear();
                                    association.onUpdate.clear();
                                    association.foreignKey.attribute.edit().references = {};
                                })};
    }

    void lookForTable(const Table &table, const Column &column)
    {
        const Reference &reference = *column.references;
        const Table *referred = m_checked.referredBy(column);
        if (!referred) {
            const auto &tables = m_checked.schema.tables;
            const auto spelled = std::find_if(tables.begin(), tables.end(), [&](const Table &each) {
                return each.schema == reference.schema
                    && each.name.value.compare(reference.table, Qt::CaseInsensitive) == 0;
            });
            const bool isSpelled = spelled != tables.end();
            add(Code::ReferencedTableUnknown, table, column, u"references"_s,
                Text::tr("%1 refers to the table %2, which no model makes.")
                    .arg(nameOf(table, column), reference.table),
                dropReference(table, column),
                isSpelled ? DialectSet(everyDialect & ~sqliteBit) : everyDialect);
            if (isSpelled)
                lookForColumn(table, column, *spelled, sqliteBit);
            return;
        }
        lookForOrder(table, column, *referred);
        lookForSchema(table, column, *referred);
        lookForColumn(table, column, *referred);
    }

    /// Sequelize does not order the tables by such a reference; SQLite does not need it.
    void lookForOrder(const Table &table, const Column &column, const Table &referred)
    {
        if (!column.references->isUnordered || m_checked.isCircular || &referred == &table)
            return;
        const auto placeOf = [&](const Table &each) {
            return m_checked.order.tables.indexOf(&each - m_checked.schema.tables.constData());
        };
        if (placeOf(referred) < placeOf(table))
            return;
        add(Code::ReferenceNotOrdered, table, column, u"references"_s,
            Text::tr(
                "%1 refers to %2 by an object without a schema: Sequelize does not see that %2 must come "
                "first, and creates it later.")
                .arg(nameOf(table, column), referred.model),
            {fixAttribute(Text::tr("Name the table alone"), table.declaredBy, column.declaredBy,
                          [](Attribute &attribute) { attribute.references.edit().model.isObject = false; })},
            everyDialect & ~sqliteBit);
    }

    /// On PostgreSQL, Sequelize looks for a table without a schema in the schema of the table that refers to
    /// it.
    void lookForSchema(const Table &table, const Column &column, const Table &referred)
    {
        if (table.schema.isEmpty() || table.schema == u"public" || !referred.schema.isEmpty())
            return;
        const QString schema = table.schema;
        QList<Fix> fixes;
        if (!referred.isAutomatic())
            fixes.append(fixOptions(Text::tr("Put %1 into %2 too").arg(referred.model, schema),
                                    referred.declaredBy,
                                    [schema](ModelOptions &options) { options.schema = schema; }));
        add(Code::SchemaUnsupported, table, column, {},
            Text::tr("%1 refers to %2, which has no schema: Sequelize looks for it in %3.")
                .arg(nameOf(table, column), referred.model, schema),
            fixes, postgresBit);
    }

    void lookForColumn(const Table &table, const Column &column, const Table &referred,
                       DialectSet dialects = everyDialect)
    {
        const QString key = column.references->column.isEmpty() ? u"id"_s : column.references->column;
        const Column *exact = columnNamed(referred, key, Qt::CaseSensitive);
        const Column *found = exact ? exact : columnNamed(referred, key, Qt::CaseInsensitive);
        if (!exact) {
            add(Code::ReferencedColumnUnknown, table, column, u"references"_s,
                Text::tr("%1 refers to the column %2 of %3, which is not there.")
                    .arg(nameOf(table, column), key, referred.model),
                dropReference(table, column), dialects & (found ? everyDialect & ~caseBlind : everyDialect));
        }
        if (!found || m_checked.isJoinKey(column))
            return; // NM01
        const DialectSet refusing = dialects & refusedForRepetition(m_checked, table, referred, *found);
        if (refusing == 0)
            return;
        add(Code::ReferencedColumnNotUnique, table, column, u"references"_s,
            Text::tr("%1 refers to %2.%3, which is not unique by itself: no foreign key can lead there.")
                .arg(nameOf(table, column), referred.model, found->attribute),
            addUniqueIndex(referred, *found), refusing);
    }

    void lookForActions(const Table &table, const Column &column)
    {
        if (column.references->deferrable.string().startsWith("SET_"_L1))
            add(Code::IndexOptionUnsupported, table, column, u"references"_s,
                Text::tr("%1: %2 is for a transaction, not for a foreign key.")
                    .arg(nameOf(table, column), column.references->deferrable.string()),
                dropReference(table, column), postgresBit);
        for (const bool onDelete : {true, false}) {
            const QString action = onDelete ? column.onDelete : column.onUpdate;
            const QString option = onDelete ? u"onDelete"_s : u"onUpdate"_s;
            if (!isAction(action)) {
                add(Code::ActionUnknown, table, column, option,
                    Text::tr("%1: %2 is no action of a foreign key.").arg(nameOf(table, column), action),
                    setAction(table, column, onDelete, u"CASCADE"_s));
            } else if (action.compare(u"SET DEFAULT", Qt::CaseInsensitive) == 0) {
                const bool isFailing = onDelete && !column.associations.isEmpty();
                add({Code::IndexOptionUnsupported, isFailing ? Severity::Error : Severity::Warning}, table,
                    column, option,
                    Text::tr("%1: MySQL's tables cannot SET DEFAULT.").arg(nameOf(table, column)),
                    setAction(table, column, onDelete, u"RESTRICT"_s), mysqls);
                if (onDelete && (column.allowNull == false || column.primaryKey) && !column.defaultValue)
                    add(Code::ActionImpossible, table, column, option,
                        Text::tr("%1 cannot be NULL and has no default to be set to.")
                            .arg(nameOf(table, column)),
                        setAction(table, column, onDelete, u"CASCADE"_s), strictForeignKeys);
            }
        }
    }

    QList<Fix> setAction(const Table &table, const Column &column, bool onDelete, const QString &action) const
    {
        const QString title =
            (onDelete ? Text::tr("Set onDelete to %1") : Text::tr("Set onUpdate to %1")).arg(action);
        QList<Fix> fixes;
        const auto set = [=](auto &declared) { (onDelete ? declared.onDelete : declared.onUpdate) = action; };
        if (!column.associations.isEmpty()) {
            fixes.append(fixAssociations(title, column.associations, [=](Association &association) {
                set(association);
                (onDelete ? association.foreignKey : association.otherKey).attribute.edit().onDelete.clear();
            }));
        }
        if (!column.declaredBy.isNull() && (fixes.isEmpty() || !isFromAssociation(table, column, onDelete)))
            fixes = {fixAttribute(title, table.declaredBy, column.declaredBy,
                                  [=](Attribute &attribute) { set(attribute); })};
        return fixes;
    }

    /// Whether the attribute leaves the action to its associations.
    bool isFromAssociation(const Table &table, const Column &column, bool onDelete) const
    {
        const Model *model = modelOf(m_checked.project, table.declaredBy);
        const Attribute *attribute = model ? attributeOf(*model, column.declaredBy) : nullptr;
        return attribute && (onDelete ? attribute->onDelete : attribute->onUpdate).isNull();
    }

    /// SET NULL where there can be no NULL.
    void lookForNull(const Table &table, const Column &column)
    {
        const bool isRequired = column.allowNull == false;
        if (!isRequired && !column.primaryKey)
            return;
        for (const bool onDelete : {true, false}) {
            if ((onDelete ? column.onDelete : column.onUpdate).compare(u"SET NULL", Qt::CaseInsensitive) != 0)
                continue;
            // A key that is no number may be NULL in SQLite.
            const bool mayBeNull = !isRequired && table.primaryKey().size() == 1 && !column.type.isInteger();
            const DialectSet refusing = mysqls;
            const DialectSet dialects = !onDelete ? refusing
                : mayBeNull                       ? DialectSet(everyDialect & ~sqliteBit)
                                                  : everyDialect;
            // Rows of a paranoid model do not go: only MySQL, which refuses the table, minds.
            const Table *referred = m_checked.referredBy(column);
            const bool stays = referred && referred->paranoid;
            add(Code::ActionImpossible, table, column, onDelete ? u"onDelete"_s : u"onUpdate"_s,
                Text::tr("%1 cannot be NULL, and is to be set NULL when what it refers to goes.")
                    .arg(nameOf(table, column)),
                setAction(table, column, onDelete, u"CASCADE"_s),
                stays ? DialectSet(dialects & refusing) : dialects);
        }
    }

    /// MariaDB 10.11: what follows an update of a key that may be NULL must be able to be NULL too, unless
    /// rows go with the deleted one.
    void lookForNullableKey(const Table &table, const Column &column)
    {
        const auto is = [](const QString &given, const char *word) {
            return given.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0;
        };
        const Table *referred = m_checked.referredBy(column);
        const QString name = column.references->column;
        const Column *key = referred ? referred->columnNamed(name.isEmpty() ? u"id"_s : name) : nullptr;
        const bool isRequired = column.allowNull == false || column.primaryKey;
        if (!key || !key->isNullable() || key->primaryKey || !isRequired || !is(column.onUpdate, "CASCADE")
            || !(is(column.onDelete, "RESTRICT") || column.onDelete.isEmpty()))
            return;
        add(Code::RequiredKeyToNullable, table, column, u"onDelete"_s,
            Text::tr(
                "%1 cannot be NULL, but %2, which it is updated with, can: MariaDB refuses the foreign key.")
                .arg(nameOf(table, column), nameOf(*referred, *key)),
            setNotNull(*referred, *key), mysqls);
    }
};

}

void checkReferences(const Checked &checked, QList<Problem> &problems)
{
    ReferenceCheck(checked, problems).run();
}

}
