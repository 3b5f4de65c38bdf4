#include "model/check/fixes.h"

#include "model/schema/naming.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The methods that associations add to their source: one that is there is not replaced.
class MethodCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        const QSet<int> sources = suspects();
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (!a.refused && sources.contains(a.source))
                lookAt(a);
        }
    }

private:
    /// The tables of which two associations share a word: no method's name is the same otherwise.
    QSet<int> suspects() const
    {
        QSet<int> sources;
        QHash<std::pair<int, QString>, const ResolvedAssociation *> first;
        first.reserve(2 * m_checked.schema.associations.size());
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            for (const QString &word : {a.singular, a.plural}) {
                const ResolvedAssociation *&known = first[{a.source, upperFirst(word)}];
                if (known && known != &a)
                    sources.insert(a.source);
                known = &a;
            }
        }
        return sources;
    }

    void lookAt(const ResolvedAssociation &a)
    {
        const Methods m = a.methods();
        const ResolvedAssociation *owner = nullptr;
        QString taken;
        for (const QString &method : {m.add, m.addMultiple, m.get, m.set, m.create, m.remove,
                                      m.removeMultiple, m.hasSingle, m.hasAll, m.count})
        {
            if (method.isEmpty())
                continue;
            const ResolvedAssociation *&known = m_owners[{a.source, method}];
            if (!known) {
                known = &a;
            } else if (!owner && known != &a && known->as.value != a.as.value) { // the same alias: S32
                owner = known;
                taken = method;
            }
        }
        if (owner)
            report(a, *owner, taken);
    }

    void report(const ResolvedAssociation &a, const ResolvedAssociation &owner, const QString &method)
    {
        const auto isLink = [](const ResolvedAssociation &each) {
            return each.kind == AssociationKind::BelongsToMany;
        };
        const bool isWrong =
            isLink(a) && isLink(owner) && method == a.methods().add && a.target != owner.target;
        const QString many = a.plural;
        const QString one = m_checked.schema.tables[a.target].model;
        QList<Fix> fixes;
        if (a.isToMany() && one != a.singular)
            fixes.append(fixAssociations(
                Text::tr("Say that one is %1").arg(one), {a.id}, [many, one](Association &association) {
                    association.as = {.name = many, .singular = one, .isObject = true};
                }));
        m_problems.append(
            {.severity = isWrong ? Severity::Error : Severity::Warning,
             .code = Code::MethodNamesCollide,
             .message =
                 Text::tr("%1() belongs to %2, which was declared first: %3 gets no method of that name.")
                     .arg(method, m_checked.nameOf(owner), m_checked.nameOf(a)),
             .place = {.association = a.id, .option = u"as"_s},
             .fixes = fixes});
    }

    QHash<std::pair<int, QString>, const ResolvedAssociation *> m_owners; ///< by source and method
};

}

void checkMethods(const Checked &checked, QList<Problem> &problems)
{
    MethodCheck(checked, problems).run();
}

}
