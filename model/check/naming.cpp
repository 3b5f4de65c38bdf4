#include "model/schema/naming.h"

#include "model/check/fixes.h"

#include <QRegularExpression>

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
        for (const Table &table : m_checked.schema.tables) {
            if (table.isAutomatic())
                continue;
            hintAtPlural(table);
            hintAtAcronyms(table);
        }
        for (const Edge &edge : m_checked.schema.edges)
            hintAtMixture(edge);
    }

private:
    void hint(const QString &code, const Place &place, const QString &message, const Fix &fix)
    {
        m_problems.append(
            {.severity = Severity::Hint, .code = code, .message = message, .place = place, .fixes = {fix}});
    }

    /// A model whose name Sequelize takes for a plural, or cannot put into the plural.
    void hintAtPlural(const Table &table)
    {
        if (table.singular.why == Why::Declared || table.plural.why == Why::Declared)
            return;
        const bool isPlural = table.singular.value != table.model;
        if (!isPlural && table.plural.value != table.model)
            return;
        const QString singular = table.model;
        const QString plural = table.model + (table.model.endsWith(u's') ? u"es"_s : u"s"_s);
        hint(u"S38"_s, {.model = table.declaredBy, .option = u"name"_s},
             isPlural
                 ? Text::tr("Sequelize takes %1 for a plural: one is a %2, its key %2Id.")
                       .arg(table.model, table.singular.value)
                 : Text::tr(
                       "%1 is its own plural to Sequelize: methods for one and for many have the same name.")
                       .arg(table.model),
             fixOptions(Text::tr("Say that one is %1, and many are %2").arg(singular, plural),
                        table.declaredBy, [singular, plural](ModelOptions &options) {
                            options.name.singular = singular;
                            options.name.plural = plural;
                        }));
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
            hint(u"S40"_s, {.model = table.declaredBy, .attribute = column.declaredBy, .option = u"field"_s},
                 Text::tr("%1.%2 becomes the column %3: underscored takes each capital for a word.")
                     .arg(table.model, column.attribute, column.name),
                 fixAttribute(Text::tr("Call the column %1").arg(better), table.declaredBy, column.declaredBy,
                              [better](Attribute &attribute) { attribute.field = better; }));
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
        hint(u"S39"_s, {.model = through.declaredBy, .option = u"underscored"_s},
             underscored ? Text::tr("%1 and %2 are underscored, and %3 between them is not.")
                               .arg(from.model, to.model, through.model)
                         : Text::tr("%3 is underscored, and %1 and %2, which it links, are not.")
                               .arg(from.model, to.model, through.model),
             fixOptions(underscored ? Text::tr("Make %1 underscored too").arg(through.model)
                                    : Text::tr("Make %1 not underscored").arg(through.model),
                        through.declaredBy,
                        [underscored](ModelOptions &options) { options.underscored = underscored; }));
    }
};

}

void checkNaming(const Checked &checked, QList<Problem> &problems)
{
    NamingCheck(checked, problems).run();
}

}
