#include "model/check/fixes.h"
#include "model/edit/edit.h"
#include "model/sql/dialect.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Names that every JavaScript object has.
const QSet<QString> &objectNames()
{
    static const QSet<QString> names{u"constructor"_s,      u"toString"_s,         u"hasOwnProperty"_s,
                                     u"valueOf"_s,          u"isPrototypeOf"_s,    u"propertyIsEnumerable"_s,
                                     u"toLocaleString"_s,   u"__proto__"_s,        u"__defineGetter__"_s,
                                     u"__defineSetter__"_s, u"__lookupGetter__"_s, u"__lookupSetter__"_s};
    return names;
}

/// Names that Sequelize itself uses inside of its rows and models.
bool isReservedAttribute(const QString &name)
{
    static const QSet<QString> names{
        u"dataValues"_s, u"_previousDataValues"_s, u"_changed"_s,   u"_options"_s,
        u"uniqno"_s,     u"rawAttributes"_s,       u"validators"_s, u"prototype"_s};
    return names.contains(name) || objectNames().contains(name);
}

bool isReservedAlias(const QString &name, bool isToMany)
{
    static const QSet<QString> names{u"get"_s, u"sequelize"_s, u"toJSON"_s, u"__proto__"_s};
    return names.contains(name) || (isToMany && objectNames().contains(name));
}

/// Names that JavaScript or Sequelize keep for themselves, or read as something else.
class ReservedCheck
{
public:
    ReservedCheck(const Checked &checked, QList<Problem> &problems) : m_checked(checked), m_problems(problems)
    {
    }

    void run()
    {
        for (const Table &table : m_checked.schema.tables) {
            if (isBinding(table.name.value))
                addBinding(Text::tr("The table %1").arg(table.name.value),
                           m_checked.placeOf(table, u"tableName"_s), Severity::Error, renameTable(table));
            for (const Column &column : table.columns)
                lookAtAttribute(table, column);
            lookAtKeys(table);
        }
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (!a.refused)
                lookAtAlias(a);
        }
    }

private:
    void add(Severity severity, const QString &code, const Place &place, const QString &message,
             const QList<Fix> &fixes, DialectSet dialects = everyDialect)
    {
        m_problems.append({.severity = severity,
                           .code = code,
                           .message = message,
                           .place = place,
                           .dialects = dialects,
                           .fixes = fixes});
    }

    /// A dollar at the start of a word is a place for a value, also inside of quotes.
    static bool isBinding(const QString &name)
    {
        static const QRegularExpression binding(u"\\B\\$(\\$|\\w)"_s);
        return name.contains(u'$') && name.contains(binding);
    }

    void addBinding(const QString &what, const Place &place, Severity severity, const QList<Fix> &fixes)
    {
        add(severity, u"S41"_s, place,
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
        const QString name = column.attribute;
        const QString what = table.model + u'.' + name;
        const Place place = m_checked.placeOf(table, column, u"name"_s);
        const bool isOverwritten = name == u"isNewRecord" && (column.primaryKey || column.references);
        if (isReservedAttribute(name) || isOverwritten)
            add(Severity::Error, u"S31"_s, place,
                Text::tr("%1 has a name that Sequelize uses itself: rows cannot be written.").arg(what),
                renameAttribute(table, column, name + u"Value"_s));
        if (column.isVirtual())
            return;
        if (name.contains(u'.'))
            refuseDot(table, column, place);
        if (column.name != name && (column.name.contains(u'(') || column.name.contains(u')')))
            add(Severity::Error, u"S41"_s, place,
                Text::tr("The column of %1 has a parenthesis in its name, which Sequelize refuses to read.")
                    .arg(what),
                renameColumn(table, column, QString(column.name).remove(u'(').remove(u')')));
        const bool isWritten =
            !column.isNullable() || column.primaryKey || column.references || column.defaultValue;
        if (isBinding(column.name))
            addBinding(what, place, isWritten ? Severity::Error : Severity::Warning,
                       renameColumn(table, column, QString(column.name).remove(u'$')));
    }

    /// Alone, the attribute works but on SQLite.
    void refuseDot(const Table &table, const Column &column, const Place &place)
    {
        const QString message = Text::tr("%1.%2 has a dot in its name, which Sequelize takes for a path.")
                                    .arg(table.model, column.attribute);
        const auto fixes = renameAttribute(table, column, QString(column.attribute).replace(u'.', u'_'));
        const bool isLinked = m_checked.isLinked(table);
        add(Severity::Error, u"S41"_s, place, message, fixes,
            isLinked ? everyDialect : DialectSet(sqliteBit));
        if (!isLinked)
            add(Severity::Warning, u"S41"_s, place, message, fixes, everyDialect & ~sqliteBit);
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
                key.attribute.name = fresh;
            })};
    }

    /// Sequelize gathers the keys that it finds in an object, where these names stand already.
    void lookAtKeys(const Table &table)
    {
        for (const Dialect *dialect : {&mysqlDialect, &mariadbDialect}) {
            QStringList names = dialect->keyNames(table, true);
            if (m_checked.isCircular) {
                for (const TableIndex &index : table.indexes)
                    names.append(index.name);
            }
            for (const QString &name : std::as_const(names)) {
                if (objectNames().contains(name))
                    refuseKey(table, name, dialect->bit);
            }
        }
    }

    void refuseKey(const Table &table, const QString &name, DialectSet dialect)
    {
        const Column *column = table.columnNamed(name);
        add(Severity::Error, u"S31"_s,
            column ? m_checked.placeOf(table, *column, u"field"_s) : m_checked.placeOf(table),
            Text::tr("%1 has a key named %2, as every object of JavaScript has: Sequelize fails to sync it.")
                .arg(table.model, name),
            column ? renameColumn(table, *column, name + u"_value"_s) : QList<Fix>(), dialect);
    }

    void lookAtAlias(const ResolvedAssociation &a)
    {
        const QString alias = a.as.value;
        const Place place{.association = a.id, .option = u"as"_s};
        const auto rename = [&](const QString &fresh) {
            return QList<Fix>{
                fixAssociations(Text::tr("Call it %1").arg(fresh), {a.id},
                                [fresh](Association &association) { association.as = {.name = fresh}; })};
        };
        const QString name = m_checked.nameOf(a);
        if (isReservedAlias(alias, a.isToMany()))
            add(Severity::Error, u"S31"_s, place,
                Text::tr("%1 has a name that Sequelize uses itself: includes fail.").arg(name),
                rename(alias + u"Rows"_s));
        else if (alias == u"dataValues")
            add(Severity::Warning, u"S31"_s, place,
                Text::tr("%1 has a name that Sequelize uses itself: it empties the row.").arg(name),
                rename(u"values"_s));
        if (a.methods.get == u"get")
            add(Severity::Error, u"S31"_s, place,
                Text::tr(
                    "%1 has no name for its methods: its get() takes the place of Sequelize's own, and never "
                    "ends.")
                    .arg(name),
                rename(m_checked.schema.tables[a.target].model));
        const QString source = m_checked.schema.tables[a.source].model;
        if (alias.compare(source, Qt::CaseInsensitive) == 0)
            add(Severity::Error, u"S49"_s, place,
                Text::tr(
                    "%1 has the name of the model itself: in an include there are two tables of that name.")
                    .arg(name),
                rename(alias + (a.isToMany() ? u"Rows"_s : u"Row"_s)),
                alias == source ? everyDialect : DialectSet(sqliteBit));
        if (a.isToMany() && alias.contains(u'.'))
            add(Severity::Error, u"S41"_s, place,
                Text::tr("%1 has a dot in its name: includes fail.").arg(name),
                rename(QString(alias).replace(u'.', u'_')));
        lookForQuotes(a, rename);
        lookAtThrough(a);
        lookForDottedColumns(a);
    }

    /// The name of a through is a part of the name that its table has in an include.
    void lookAtThrough(const ResolvedAssociation &a)
    {
        if (a.through < 0)
            return;
        const QString through = m_checked.schema.tables[a.through].model;
        const QString fresh = QString(through).replace(u'.', u'_').remove(u'`').remove(u'"');
        const DialectSet dialects = through.contains(u'.')
            ? everyDialect
            : (through.contains(u'`') ? DialectSet(everyDialect & ~postgresBit) : DialectSet(0))
                | (through.contains(u'"') ? DialectSet(postgresBit) : DialectSet(0));
        if (dialects == 0)
            return;
        add(Severity::Error, u"S41"_s, {.association = a.id, .option = u"through"_s},
            Text::tr("The through %1 has a dot or a quote in its name: includes fail.").arg(through),
            {fixThrough(Text::tr("Call it %1").arg(fresh), through, fresh)}, dialects);
    }

    template <typename Rename>
    void lookForQuotes(const ResolvedAssociation &a, const Rename &rename)
    {
        const QString alias = a.as.value;
        const DialectSet backtick = everyDialect & ~postgresBit;
        for (const auto &[quote, dialects] :
             {std::pair(u'`', backtick), std::pair(u'"', DialectSet(postgresBit))}) {
            if (alias.contains(quote))
                add(Severity::Error, u"S41"_s, {.association = a.id, .option = u"as"_s},
                    Text::tr("%1 contains %2, which Sequelize takes out of quoted names: includes fail.")
                        .arg(m_checked.nameOf(a), QString(quote)),
                    rename(QString(alias).remove(quote)), dialects);
        }
    }

    /// `a.b` in a query is a column of a table; two columns of that name are one too many.
    void lookForDottedColumns(const ResolvedAssociation &a)
    {
        const Table &source = m_checked.schema.tables[a.source];
        const Table &target = m_checked.schema.tables[a.target];
        for (const Column &column : source.columns) {
            if (column.isVirtual() || !column.name.contains(u'.') || !target.columnNamed(column.name)
                || column.attribute.contains(u'.'))
                continue;
            add(Severity::Error, u"S41"_s, m_checked.placeOf(source, column, u"field"_s),
                Text::tr("The column %1 has a dot in its name, and both ends of %2 have it: includes fail.")
                    .arg(column.name, m_checked.nameOf(a)),
                renameColumn(source, column, QString(column.name).replace(u'.', u'_')));
        }
    }

    const Checked &m_checked;
    QList<Problem> &m_problems;
};

}

void checkReserved(const Checked &checked, QList<Problem> &problems)
{
    ReservedCheck(checked, problems).run();
}

}
