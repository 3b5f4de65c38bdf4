#include "model/schema/naming.h"

#include "model/check/fixes.h"
#include "model/check/names/singular.h"
#include "model/edit/edit.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Names that Sequelize derives, and that nobody expects.
class NamingCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (int position = 0; position < m_checked.schema.tables.size(); ++position) {
            const Table &table = m_checked.schema.tables[position];
            if (table.isAutomatic())
                continue;
            hintAtPlural(position);
            hintAtAcronyms(table);
        }
        for (const Edge &edge : m_checked.schema.edges)
            hintAtMixture(edge);
    }

private:
    void hint(Code code, const Place &place, const QString &message, const QList<Fix> &fixes)
    {
        m_problems.append(
            {.severity = Severity::Hint, .code = code, .message = message, .place = place, .fixes = fixes});
    }

    /// Whether a key or an alias has its name from this table's singular: those of the associations but n:m.
    bool givesItsSingular(int table) const
    {
        const auto &calls = m_checked.schema.associations;
        return std::any_of(calls.begin(), calls.end(), [table](const ResolvedAssociation &call) {
            return call.kind == AssociationKind::BelongsTo ? call.target == table
                : call.kind == AssociationKind::HasOne
                ? call.source == table || call.target == table
                : call.kind == AssociationKind::HasMany && call.source == table;
        });
    }

    bool isThrough(int table) const
    {
        const auto &edges = m_checked.schema.edges;
        return std::any_of(edges.begin(), edges.end(),
                           [table](const Edge &edge) { return edge.isManyToMany && edge.through == table; });
    }

    /// A model whose name Sequelize takes for a plural, or cannot put into the plural. Throughs are named in
    /// the plural on purpose, and mostly nothing follows from their singular.
    void hintAtPlural(int position)
    {
        const Table &table = m_checked.schema.tables[position];
        if (table.singular.why == Why::Declared || table.plural.why == Why::Declared)
            return;
        const bool isPlural = table.singular.value != table.model;
        if (!isPlural && table.plural.value != table.model)
            return;
        if (isPlural && isThrough(position) && !givesItsSingular(position))
            return;
        const Place place{.model = table.declaredBy, .option = u"name"_s};
        if (isPlural)
            hint(Code::NameTakenForPlural, place,
                 Text::tr("Sequelize takes %1 for a plural: one is a %2, its key %2Id.")
                     .arg(table.model, table.singular.value),
                 singularFixes(table));
        else
            hint(Code::NameTakenForPlural, place,
                 Text::tr(
                     "%1 is its own plural to Sequelize: methods for one and for many have the same name.")
                     .arg(table.model),
                 {sayNames(table, table.model, table.model + u"List"_s, table.name.value)});
    }

    /// Another name where the word is a plural; its plural where it only ends like one: Focus, Quota.
    QList<Fix> singularFixes(const Table &table) const
    {
        const QString proper = properSingular(table.model);
        if (proper == table.model) {
            const bool endsInS = proper.endsWith(u's', Qt::CaseInsensitive);
            return {sayNames(table, proper, proper + (endsInS ? u"es"_s : u"s"_s), {})};
        }
        const QString singular = proper.isEmpty() ? table.singular.value : proper;
        if (modelNamed(m_checked.project, singular))
            return {sayNames(table, singular, table.model, {})};
        return {
            {Text::tr("Call it %1").arg(singular), [id = table.declaredBy, singular](const Project &project) {
                 return renameModel(project, id, singular);
             }}};
    }

    /// A table name that is given is written where the model has none.
    Fix sayNames(const Table &table, const QString &singular, const QString &plural,
                 const QString &tableName) const
    {
        return fixOptions(singular == table.model
                              ? Text::tr("Name its plural %1").arg(plural)
                              : Text::tr("Call one %1, and many %2").arg(singular, plural),
                          table.declaredBy, [singular, plural, tableName](ModelOptions &options) {
                              options.name.singular = singular;
                              options.name.plural = plural;
                              if (!tableName.isNull() && options.tableName.isNull())
                                  options.tableName = tableName;
                          });
    }

    /// userID becomes user_i_d.
    void hintAtAcronyms(const Table &table)
    {
        static const QRegularExpression acronym(u"[A-Z]{2,}"_s);
        static const QRegularExpression border(u"([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])"_s);
        if (!table.underscored)
            return;
        for (const Column &column : table.columns) {
            if (column.declaredBy.isNull() || column.name != underscore(column.attribute)
                || !column.attribute.contains(acronym))
                continue;
            const QString better = QString(column.attribute).replace(border, u"\\1\\3_\\2\\4"_s).toLower();
            if (better == column.name)
                continue;
            hint(
                Code::AcronymTakenApart,
                {.model = table.declaredBy, .attribute = column.declaredBy, .option = u"field"_s},
                Text::tr("%1.%2 becomes the column %3: underscored takes each capital for a word.")
                    .arg(table.model, column.attribute, column.name),
                {fixAttribute(Text::tr("Call the column %1").arg(better), table.declaredBy, column.declaredBy,
                              [better](Attribute &attribute) { attribute.field = better; })});
        }
    }

    /// Only the model that holds a key decides how its column is spelled.
    void hintAtMixture(const Edge &edge)
    {
        if (!edge.isManyToMany || edge.through < 0)
            return;
        const Table &through = m_checked.schema.tables[edge.through];
        const Table &from = m_checked.schema.tables[edge.from];
        const Table &to = m_checked.schema.tables[edge.to];
        if (through.isAutomatic() || from.underscored != to.underscored
            || through.underscored == from.underscored)
            return;
        const bool underscored = from.underscored;
        hint(Code::ThroughSpelledUnlikeEnds, {.model = through.declaredBy, .option = u"underscored"_s},
             underscored ? Text::tr("%1 and %2 are underscored, and %3 between them is not.")
                               .arg(from.model, to.model, through.model)
                         : Text::tr("%3 is underscored, and %1 and %2, which it links, are not.")
                               .arg(from.model, to.model, through.model),
             {fixOptions(underscored ? Text::tr("Make %1 underscored too").arg(through.model)
                                     : Text::tr("Make %1 not underscored").arg(through.model),
                         through.declaredBy,
                         [underscored](ModelOptions &options) { options.underscored = underscored; })});
    }
};

}

void checkNaming(const Checked &checked, QList<Problem> &problems)
{
    NamingCheck(checked, problems).run();
}

}
