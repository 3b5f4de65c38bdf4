#include "model/check/fixes.h"
#include "model/edit/edit.h"
#include "model/javascript.h"
#include "model/schema/naming.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Names that Sequelize itself uses inside of its rows and models.
bool isReservedAttribute(const QString &name)
{
    static const QSet<QString> names{
        u"dataValues"_s, u"_previousDataValues"_s, u"_changed"_s,   u"_options"_s,
        u"uniqno"_s,     u"rawAttributes"_s,       u"validators"_s, u"prototype"_s};
    return names.contains(name) || isObjectName(name);
}

/// Columns that Sequelize fills itself, and whose reserved names it gets along with.
bool isTolerated(const Column &column)
{
    const QString &name = column.attribute;
    switch (column.origin) {
    case Origin::CreatedAt:
    case Origin::UpdatedAt:
        return name == u"_previousDataValues" || name == u"_options" || name == u"uniqno"
            || name == u"validators";
    case Origin::Version: return name == u"_options" || name == u"uniqno" || name == u"validators";
    case Origin::DeletedAt: return name == u"uniqno";
    default: return name == u"_options" && column.type.isJson();
    }
}

/// Names that are free again once a row gives them a value, as it must.
bool isGiven(const Column &column)
{
    if (column.origin != Origin::Declared || (column.isNullable() && !column.primaryKey))
        return false;
    return column.attribute == u"validators" || (column.attribute == u"_options" && !column.primaryKey);
}

/// Where a row is written all the same: SQLite takes the object or the function that it finds as a text.
DialectSet writableOn(const Column &column)
{
    if (column.isVirtual() || column.origin != Origin::Declared || column.type.isText() || column.primaryKey)
        return 0;
    return column.attribute == u"_options" || column.attribute == u"toString" ? sqliteBit : DialectSet(0);
}

/// Names that JavaScript or Sequelize keep for themselves, or read as something else.
class ReservedCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (isBinding(table.name.value))
                addBinding(Text::tr("The table %1").arg(table.name.value),
                           m_checked.placeOf(table, u"tableName"_s), Severity::Error, renameTable(table));
            if (isObjectName(table.name.value))
                add(Code::NameReserved, m_checked.placeOf(table, u"tableName"_s),
                    Text::tr(
                        "The table %1 is called like what every object of JavaScript has: Sequelize fails to "
                        "sync it.")
                        .arg(table.name.value),
                    {}, mysqls);
            if (table.model == "rawAttributes"_L1 && table.timestamps)
                refuseThrough(table);
            for (const Column &column : table.columns)
                lookAtAttribute(table, column);
            lookAtKeys(table);
        }
    }

private:
    /// A model has its attributes under that name, where Sequelize also puts the through of its links.
    void refuseThrough(const Table &table)
    {
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (a.refused || a.through < 0 || &m_checked.schema.tables[a.through] != &table)
                continue;
            const QString fresh = table.model + u"Links"_s;
            add(Code::NameReserved, a, u"through"_s,
                Text::tr("The through %1 has a name that Sequelize uses itself: links cannot be written.")
                    .arg(table.model),
                table.isAutomatic()
                    ? QList<Fix>{fixThrough(Text::tr("Link through %1").arg(fresh), table.model, fresh)}
                    : QList<Fix>(),
                postgresBit | mysqls);
            return;
        }
    }

    /// A dollar at the start of a word is a place for a value, also inside of quotes.
    static bool isBinding(const QString &name)
    {
        static const QRegularExpression binding(u"\\B\\$(\\$|\\w)"_s);
        return name.contains(u'$') && name.contains(binding);
    }

    void addBinding(const QString &what, const Place &place, Severity severity, const QList<Fix> &fixes)
    {
        add({Code::CharactersUnusable, severity}, place,
            Text::tr("%1: Sequelize takes what follows the $ for a value.").arg(what), fixes);
    }

    QList<Fix> renameTable(const Table &table) const
    {
        if (table.isAutomatic())
            return {};
        const QString fresh = QString(table.name.value).remove(u'$');
        return {fixOptions(Text::tr("Call the table %1").arg(fresh), table.declaredBy,
                           [fresh](ModelOptions &options) { options.tableName = fresh; })};
    }

    void lookAtAttribute(const Table &table, const Column &column)
    {
        const QString &name = column.attribute;
        const auto what = [&] { return QString(table.model + u'.' + name); };
        const auto place = [&] { return m_checked.placeOf(table, column, u"name"_s); };
        const bool isOverwritten = name == "isNewRecord"_L1 && (column.primaryKey || column.references);
        if (isOverwritten || (isReservedAttribute(name) && !isTolerated(column))) {
            const auto fixes = renameAttribute(table, column, name + u"Value"_s);
            const DialectSet writable = isGiven(column) ? everyDialect : writableOn(column);
            if (writable != everyDialect)
                add(Code::NameReserved, place(),
                    Text::tr("%1 has a name that Sequelize uses itself: rows cannot be written.").arg(what()),
                    fixes, everyDialect & ~writable);
            if (writable != 0)
                add({Code::NameReserved, Severity::Warning}, place(),
                    Text::tr("%1 has a name that Sequelize uses itself, and writes what it finds there.")
                        .arg(what()),
                    fixes, writable);
        }
        if (column.isVirtual())
            return;
        if (column.isUnnamed)
            refuseNameless(table, column, place());
        if (column.name == name && isPlainName(name))
            return;
        lookForQuotes(table, column);
        if (column.name != name && isObjectName(column.name))
            refuseObject(table, column);
        if (name.contains(u'.'))
            refuseDot(table, column, place());
        if (column.name != name && (column.name.contains(u'(') || column.name.contains(u')')))
            add(Code::CharactersUnusable, place(),
                Text::tr("The column of %1 has a parenthesis in its name, which Sequelize refuses to read.")
                    .arg(what()),
                renameColumn(table, column, QString(column.name).remove(u'(').remove(u')')));
        const bool isWritten =
            !column.isNullable() || column.primaryKey || column.references || column.defaultValue;
        if (isBinding(column.name))
            addBinding(what(), place(), isWritten ? Severity::Error : Severity::Warning,
                       renameColumn(table, column, QString(column.name).remove(u'$')));
    }

    /// The table has the column all the same, by the name of the attribute.
    void refuseNameless(const Table &table, const Column &column, const Place &place)
    {
        const QString what = table.model + u'.' + column.attribute;
        const bool isWorn = table.underscored && underscore(column.attribute).isEmpty();
        add(Code::CharactersUnusable, place,
            (isWorn ? Text::tr(
                 "%1 has no letters, and underscored leaves nothing of it: its column has no name in "
                 "queries.")
                    : Text::tr("%1 has an empty field: its column has no name in queries."))
                .arg(what),
            isWorn ? renameAttribute(table, column, u"value"_s)
                   : renameColumn(table, column, column.attribute));
    }

    /// A condition on an attribute becomes one on its column, which is looked up in an object.
    void refuseObject(const Table &table, const Column &column)
    {
        const bool isAsked = m_checked.isJoinKey(column) || (column.primaryKey && m_checked.isLinked(table));
        add({Code::NameReserved, isAsked ? Severity::Error : Severity::Warning},
            m_checked.placeOf(table, column, u"field"_s),
            Text::tr("The column of %1 is called %2, as what every object of JavaScript has: Sequelize finds "
                     "no row by it.")
                .arg(table.model + u'.' + column.attribute, column.name),
            renameColumn(table, column, column.name + u"_value"_s));
    }

    /// Sequelize takes an attribute with a quote in its name for a value, unless its column has another name.
    void lookForQuotes(const Table &table, const Column &column)
    {
        const QString &name = column.attribute;
        const bool hasBacktick = name.contains(u'`');
        if (column.name != name || (!hasBacktick && !name.contains(u'"')))
            return;
        const bool isIncluding = std::any_of(
            m_checked.schema.associations.begin(), m_checked.schema.associations.end(),
            [&](const ResolvedAssociation &a) {
                return !a.refused && &m_checked.schema.tables[a.source] == &table && m_checked.isUsed(a);
            });
        add({Code::CharactersUnusable, isIncluding ? Severity::Error : Severity::Warning},
            m_checked.placeOf(table, column, u"name"_s),
            (isIncluding ? Text::tr("%1 has a quote in its name, which Sequelize takes for a value: queries "
                                    "with includes fail.")
                         : Text::tr("%1 has a quote in its name, which Sequelize takes for a value: that is "
                                    "what queries return."))
                .arg(table.model + u'.' + name),
            renameAttribute(table, column, QString(name).remove(u'`').remove(u'"')),
            hasBacktick ? everyDialect : DialectSet(everyDialect & ~sqliteBit));
    }

    /// Where no include leads to it, nor makes lists for its rows, the attribute works but on SQLite.
    void refuseDot(const Table &table, const Column &column, const Place &place)
    {
        const QString message = Text::tr("%1.%2 has a dot in its name, which Sequelize takes for a path.")
                                    .arg(table.model, column.attribute);
        const auto fixes = renameAttribute(table, column, QString(column.attribute).replace(u'.', u'_'));
        const Schema &schema = m_checked.schema;
        const bool isIncluded = std::any_of(
            schema.associations.begin(), schema.associations.end(), [&](const ResolvedAssociation &a) {
                return !a.refused
                    && (&schema.tables[a.target] == &table
                        || (a.isToMany() && &schema.tables[a.source] == &table)
                        || (a.through >= 0 && &schema.tables[a.through] == &table));
            });
        add(Code::CharactersUnusable, place, message, fixes,
            isIncluded ? everyDialect : DialectSet(sqliteBit));
        if (!isIncluded)
            add({Code::CharactersUnusable, Severity::Warning}, place, message, fixes, everyDialect & ~sqliteBit);
    }

    QList<Fix> renameColumn(const Table &table, const Column &column, const QString &fresh) const
    {
        return fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, table, column,
                         [fresh](Attribute &attribute) { attribute.field = fresh; });
    }

    QList<Fix> renameAttribute(const Table &table, const Column &column, const QString &fresh) const
    {
        if (!column.declaredBy.isNull())
            return {fixAttribute(Text::tr("Call it %1").arg(fresh), table.declaredBy, column.declaredBy,
                                 [fresh](Attribute &attribute) { attribute.name = fresh; })};
        const QString name = column.attribute;
        if (column.associations.isEmpty())
            return {};
        return {fixAssociations(
            Text::tr("Call it %1").arg(fresh), column.associations, [name, fresh](Association &association) {
                ForeignKey &key =
                    association.otherKey.name() == name ? association.otherKey : association.foreignKey;
                key.attribute.edit().name = fresh;
            })};
    }

    /// Sequelize gathers the keys that it finds in an object, where these names stand already.
    void lookAtKeys(const Table &table)
    {
        QStringList names = mysqlDialect.keyNames(table, true);
        if (m_checked.isCircular) {
            for (const TableIndex &index : table.indexes)
                names.append(index.name);
        }
        for (const QString &name : std::as_const(names)) {
            if (isObjectName(name))
                refuseKey(table, name, mysqls);
        }
    }

    void refuseKey(const Table &table, const QString &name, DialectSet dialect)
    {
        const Column *column = table.columnNamed(name);
        add(Code::NameReserved,
            column ? m_checked.placeOf(table, *column, u"field"_s) : m_checked.placeOf(table),
            Text::tr("%1 has a key named %2, as every object of JavaScript has: Sequelize fails to sync it.")
                .arg(table.model, name),
            column ? renameColumn(table, *column, name + u"_value"_s) : QList<Fix>(), dialect);
    }
};

}

void checkReserved(const Checked &checked, QList<Problem> &problems)
{
    ReservedCheck(checked, problems).run();
}

}
