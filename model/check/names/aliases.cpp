#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/javascript.h"
#include "model/sql/dialect.h"
#include "model/sql/literal.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isReservedAlias(const QString &name, bool isToMany)
{
    static const QSet<QString> names{u"get"_s, u"sequelize"_s, u"toJSON"_s, u"__proto__"_s};
    return names.contains(name) || (isToMany && isObjectName(name));
}

/// Names of associations under which an include fails.
class AliasCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (int i = 0; i < m_checked.schema.tables.size(); ++i) {
            for (const Column &column : m_checked.schema.tables[i].columns) {
                if (column.name.contains(u'.') && !column.isVirtual() && !column.attribute.contains(u'.'))
                    m_dotted[i].append(&column);
            }
        }
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (!a.refused)
                lookAtAlias(a);
        }
    }

private:
    static QList<Fix> rename(const ResolvedAssociation &a, const QString &fresh)
    {
        return {fixAssociations(Text::tr("Call it %1").arg(fresh), {a.id},
                                [fresh](Association &association) { association.as = {.name = fresh}; })};
    }

    /// In a query the model's own table has the model's name.
    void lookForModel(const ResolvedAssociation &a)
    {
        const Table &source = m_checked.schema.tables[a.source];
        const QString alias = a.as.value;
        if (alias.compare(source.model, Qt::CaseInsensitive) != 0 || !m_checked.isUsed(a))
            return;
        const bool isSelf = a.source == a.target;
        const QString other = a.isToMany() ? a.plural : a.singular;
        const QString fresh = !isSelf ? other + u"Rows"_s : a.isToMany() ? u"children"_s : u"parent"_s;
        add(Code::AliasIsModelName, {.association = a.id, .option = u"as"_s},
            Text::tr("%1 has the name of its own model, which stands for the model's table in queries: "
                     "including it fails.")
                .arg(m_checked.nameOf(a)),
            rename(a, source.association(fresh) < 0 && !source.column(fresh) ? fresh : fresh + u'2'),
            alias == source.model ? everyDialect : DialectSet(sqliteBit));
    }

    /// MySQL takes blanks away before the name of a column of a result, by which Sequelize knows whose it is.
    void lookForBlank(const ResolvedAssociation &a)
    {
        const QString alias = a.as.value;
        if (!alias.startsWith(u' ') || !m_checked.isUsed(a))
            return;
        const QString bare = alias.trimmed();
        add({Code::CharactersUnusable, a.isToMany() ? Severity::Error : Severity::Warning},
            {.association = a.id, .option = u"as"_s},
            Text::tr("%1 begins with a blank, which MySQL takes away: includes of it fail.")
                .arg(m_checked.nameOf(a)),
            rename(a, bare.isEmpty() ? m_checked.schema.tables[a.target].model : bare), mysqls);
    }

    /// The joined tables of an include are alias and alias->through; PostgreSQL cuts both.
    void lookForLength(const ResolvedAssociation &a)
    {
        const QString alias = a.as.value;
        if (alias.size() <= postgresDialect.identifierLimit / 4 || !m_checked.isUsed(a))
            return;
        const Table &source = m_checked.schema.tables[a.source];
        const bool isModel = alias != source.model
            && keptName(alias, postgresDialect) == keptName(source.model, postgresDialect);
        const bool isThrough = a.kind == AssociationKind::BelongsToMany
            && keptName(alias, postgresDialect)
                == keptName(alias + u"->"_s + m_checked.schema.tables[a.through].model, postgresDialect);
        if (isModel || isThrough)
            add(Code::NameTooLong, {.association = a.id, .option = u"as"_s},
                Text::tr("%1 has a name that PostgreSQL cuts after %2 bytes: includes of it fail.")
                    .arg(m_checked.nameOf(a))
                    .arg(postgresDialect.identifierLimit),
                rename(a, alias.left(postgresDialect.identifierLimit / 4)), postgresBit);
    }

    void lookForPlanes(const ResolvedAssociation &a)
    {
        const QString bare = basicName(a.as.value);
        if (bare == a.as.value || !m_checked.isUsed(a))
            return;
        add(Code::CharactersUnusable, {.association = a.id, .option = u"as"_s},
            Text::tr("%1 has a character beyond U+FFFF, which MySQL takes into no name: includes fail.")
                .arg(m_checked.nameOf(a)),
            rename(a, bare.isEmpty() ? m_checked.schema.tables[a.target].model : bare), mysqls);
    }

    void lookAtAlias(const ResolvedAssociation &a)
    {
        const QString alias = a.as.value;
        const Place place{.association = a.id, .option = u"as"_s};
        const auto name = [&] { return m_checked.nameOf(a); };
        if (isReservedAlias(alias, a.isToMany()))
            add(Code::NameReserved, place,
                Text::tr("%1 has a name that Sequelize uses itself: includes fail.").arg(name()),
                rename(a, alias + u"Rows"_s));
        else if (alias == "dataValues"_L1)
            add({Code::NameReserved, Severity::Warning}, place,
                Text::tr("%1 has a name that Sequelize uses itself: it empties the row.").arg(name()),
                rename(a, u"values"_s));
        if ((a.isToMany() ? a.plural : a.singular).isEmpty())
            add(Code::NameReserved, place,
                Text::tr(
                    "%1 has no name for its methods: its get() takes the place of Sequelize's own, and never "
                    "ends.")
                    .arg(name()),
                rename(a, m_checked.schema.tables[a.target].model));
        if (a.isToMany() && alias.contains(u'.'))
            add(Code::CharactersUnusable, place,
                Text::tr("%1 has a dot in its name: includes fail.").arg(name()),
                rename(a, QString(alias).replace(u'.', u'_')));
        lookForQuotes(a);
        lookAtThrough(a);
        lookForDottedColumns(a);
        lookForModel(a);
        lookForBlank(a);
        lookForLength(a);
        lookForPlanes(a);
    }

    void lookForQuotes(const ResolvedAssociation &a)
    {
        const QString alias = a.as.value;
        const DialectSet backtick = everyDialect & ~postgresBit;
        for (const auto &[quote, dialects] :
             {std::pair(u'`', backtick), std::pair(u'"', DialectSet(postgresBit))}) {
            if (alias.contains(quote))
                add(Code::CharactersUnusable, {.association = a.id, .option = u"as"_s},
                    Text::tr("%1 contains %2, which Sequelize takes out of quoted names: includes fail.")
                        .arg(m_checked.nameOf(a), QString(quote)),
                    rename(a, QString(alias).remove(quote)), dialects);
        }
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
        add(Code::CharactersUnusable, {.association = a.id, .option = u"through"_s},
            Text::tr("The through %1 has a dot or a quote in its name: includes fail.").arg(through),
            {fixThrough(Text::tr("Call it %1").arg(fresh), through, fresh)}, dialects);
    }

    /// `a.b` in a query is a column of a table; two columns of that name are one too many.
    void lookForDottedColumns(const ResolvedAssociation &a)
    {
        const Table &source = m_checked.schema.tables[a.source];
        const Table &target = m_checked.schema.tables[a.target];
        for (const Column *column : m_dotted.value(a.source)) {
            const bool isInThrough =
                a.through >= 0 && m_checked.schema.tables[a.through].columnNamed(column->name);
            if (!target.columnNamed(column->name) && !isInThrough)
                continue;
            const QString fresh = QString(column->name).replace(u'.', u'_');
            add(Code::CharactersUnusable, m_checked.placeOf(source, *column, u"field"_s),
                Text::tr("The column %1 has a dot in its name, and two tables of %2 have it: includes fail.")
                    .arg(column->name, m_checked.nameOf(a)),
                fixColumn(Text::tr("Call the column %1").arg(fresh), m_checked, source, *column,
                          [fresh](Attribute &attribute) { attribute.field = fresh; }));
        }
    }

    QHash<int, QList<const Column *>> m_dotted; ///< columns of each table
};

}

void checkAliases(const Checked &checked, QList<Problem> &problems)
{
    AliasCheck(checked, problems).run();
}

}
