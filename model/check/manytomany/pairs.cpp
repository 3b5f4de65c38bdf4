#include "model/check/fixes.h"

#include "model/edit/edit.h"
#include "model/schema/naming.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A key keeps its other options when it gets another name.
ForeignKey withName(ForeignKey key, const QString &name)
{
    key.attribute.edit().name = name;
    return key;
}

class PairCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        const auto &associations = m_checked.schema.associations;
        for (int i = 0; i < associations.size(); ++i) {
            const ResolvedAssociation &a = associations[i];
            if (a.kind != AssociationKind::BelongsToMany || a.refused)
                continue;
            if (!a.replaced)
                lookForMovedColumn(a);
            const bool isMutual = a.paired >= 0 && associations[a.paired].paired == i;
            if (isMutual && a.paired > i)
                continue;
            if (isMutual)
                lookAtPair(associations[a.paired], a);
            else
                lookAtSingle(a);
        }
    }

private:
    using Resolved = ResolvedAssociation;

    void lookAtSingle(const Resolved &a)
    {
        const Table &source = m_checked.schema.tables[a.source];
        const Table &target = m_checked.schema.tables[a.target];
        if (a.foreignKey.value == a.otherKey.value) {
            add({Code::SameKeyForBothEnds, a.replaced ? Severity::Warning : Severity::Error}, a, u"otherKey"_s,
                Text::tr("Both ends of %1 use the key %2: the join table gets one column.")
                    .arg(m_checked.nameOf(a), a.foreignKey.value),
                {});
            return;
        }
        add(Code::OnlyOneSideDeclared, a, {},
            Text::tr("Only %1 declares %2: an include from %3 fails.")
                .arg(source.model, m_checked.nameOf(a), target.model),
            {addInverse(a)});
    }

    void lookAtPair(const Resolved &a, const Resolved &b)
    {
        const bool isOneKey =
            a.foreignKey.value == a.otherKey.value || b.foreignKey.value == b.otherKey.value;
        if (isOneKey || (a.source == a.target && a.foreignKey.value == b.foreignKey.value)) {
            add({Code::SameKeyForBothEnds, isOneKey ? Severity::Error : Severity::Warning}, b, u"foreignKey"_s,
                Text::tr("%1 and %2 lead through %3 with the same key %4: the two ends cannot be told apart.")
                    .arg(m_checked.nameOf(a), m_checked.nameOf(b), m_checked.schema.tables[a.through].model,
                         a.foreignKey.value),
                {nameSelfKeys(a, b)});
            return;
        }
        const Table &through = m_checked.schema.tables[a.through];
        const bool agree = a.foreignKey.value == b.otherKey.value && a.otherKey.value == b.foreignKey.value;
        if (!agree && stillThere(through, a) && stillThere(through, b))
            return lookForThirdKey(through, a, b);
        if (!agree && !m_checked.isUsed(a))
            return; // nobody can ask for it
        if (!agree) {
            add(Code::SidesWithDifferentKeys, b, u"foreignKey"_s,
                Text::tr("%1 and %2 name different keys (%3 and %4; %5 and %6): a column is lost, and "
                         "queries fail.")
                    .arg(m_checked.nameOf(a), m_checked.nameOf(b), a.foreignKey.value, a.otherKey.value,
                         b.otherKey.value, b.foreignKey.value),
                {takeKeysOf(a, b), takeKeysOf(b, a)});
        }
    }

    /// Different keys in a through with a key of its own: all stay, and what one side links the other misses.
    void lookForThirdKey(const Table &through, const Resolved &a, const Resolved &b)
    {
        const auto isAloneInUnique = [&](const QString &key) {
            const Column *column = through.column(key);
            return std::any_of(
                through.uniqueKeys.begin(), through.uniqueKeys.end(),
                [&](const UniqueKey &unique) { return unique.columns == QStringList{column->name}; });
        };
        // A row of the through that is an end of it must have the key itself, and uses it up.
        const auto isTaken = [&](const QString &name) {
            const Column *key = through.column(name);
            return key->allowNull == false && key->references && isAloneInUnique(key->attribute);
        };
        const auto isUsedUp = [&](const Resolved &side) {
            return (side.target == side.through && isTaken(side.otherKey.value))
                || (side.source == side.through && isTaken(side.foreignKey.value));
        };
        const auto isRequired = [&](const Resolved &side) {
            const Column *key = through.column(side.foreignKey.value);
            return side.source == side.through && side.target == side.through && key->allowNull == false
                && key->references;
        };
        QString alone;
        for (const QString &key :
             {a.foreignKey.value, a.otherKey.value, b.foreignKey.value, b.otherKey.value}) {
            if (isAloneInUnique(key))
                alone = key;
        }
        const QString message =
            Text::tr("%1 and %2 name different keys of %3 (%4 and %5; %6 and %7): what one "
                     "links the other does not see")
                .arg(m_checked.nameOf(a), m_checked.nameOf(b), through.model, a.foreignKey.value,
                     a.otherKey.value, b.otherKey.value)
                .arg(b.foreignKey.value);
        const bool isOnce = !alone.isEmpty() && (m_checked.isUsed(a) || m_checked.isUsed(b));
        const bool isRefused = isOnce || isUsedUp(a) || isUsedUp(b) || (isRequired(a) && isRequired(b));
        add({Code::SidesWithDifferentKeys, isRefused ? Severity::Error : Severity::Warning}, b, u"foreignKey"_s,
            message
                + (alone.isEmpty()
                       ? u"."_s
                       : Text::tr(", and %1 is unique by itself, so that a row is linked once.").arg(alone)),
            {takeKeysOf(a, b), takeKeysOf(b, a)});
    }

    /// A later call gave a key its column; this one still asks for another.
    void lookForMovedColumn(const Resolved &stale)
    {
        const Table &through = m_checked.schema.tables[stale.through];
        for (const bool isForeign : {true, false}) {
            const QString key = (isForeign ? stale.foreignKey : stale.otherKey).value;
            const QString asked = isForeign ? stale.foreignKeyColumn : stale.otherKeyColumn;
            const Column *column = through.column(key);
            if (!column || column->name == asked)
                continue;
            const QString field = column->name;
            add(Code::SidesWithDifferentKeys, stale, isForeign ? u"foreignKey"_s : u"otherKey"_s,
                Text::tr("%1 looks for %2 in the column %3, and %4 keeps it in %5: includes fail.")
                    .arg(m_checked.nameOf(stale), key, asked, through.model, field),
                {fixAssociations(
                    Text::tr("Say %1 on both sides").arg(field), {stale.id}, [=](Association &association) {
                        ForeignKey &given = isForeign ? association.foreignKey : association.otherKey;
                        given.attribute.edit().name = key;
                        given.attribute.edit().field = field;
                        given.isObject = true;
                    })});
        }
    }

    static bool stillThere(const Table &through, const Resolved &a)
    {
        return through.column(a.foreignKey.value) && through.column(a.otherKey.value);
    }

    Fix takeKeysOf(const Resolved &from, const Resolved &to) const
    {
        Association giver = m_checked.declared(from);
        Association taker = m_checked.declared(to);
        giver.foreignKey = withName(giver.foreignKey, from.foreignKey.value);
        giver.otherKey = withName(giver.otherKey, from.otherKey.value);
        taker.foreignKey = withName(taker.foreignKey, from.otherKey.value);
        taker.otherKey = withName(taker.otherKey, from.foreignKey.value);
        return {Text::tr("Use %1 and %2 on both sides").arg(from.foreignKey.value, from.otherKey.value),
                [giver, taker](const Project &project) {
                    return changeAssociations(project, {giver, taker});
                }};
    }

    /// Each end's key is named for the other end's alias: Children → ParentId, ChildId.
    Fix nameSelfKeys(const Resolved &a, const Resolved &b) const
    {
        Association first = m_checked.declared(a);
        Association second = m_checked.declared(b);
        const auto keyFor = [](const Resolved &end, const QString &key) {
            return camelize(end.singular + u'_' + key);
        };
        const QString firstKey = keyFor(b, a.sourceKey.value);
        QString secondKey = keyFor(a, b.sourceKey.value);
        if (secondKey == firstKey)
            secondKey = u"other"_s + upperFirst(secondKey);
        first.foreignKey = withName(first.foreignKey, firstKey);
        first.otherKey = withName(first.otherKey, secondKey);
        second.foreignKey = withName(second.foreignKey, secondKey);
        second.otherKey = withName(second.otherKey, firstKey);
        return {Text::tr("Name the keys %1 and %2").arg(firstKey, secondKey),
                [first, second](const Project &project) {
                    return changeAssociations(project, {first, second});
                }};
    }

    Fix addInverse(const Resolved &a) const
    {
        const Association inverse = inverseOf(m_checked.project, m_checked.schema, a.id);
        const QString alias =
            inverse.as.name.isNull() ? m_checked.schema.tables[a.source].plural.value : inverse.as.name;
        return {Text::tr("Add the inverse, %1.%2").arg(m_checked.schema.tables[a.target].model, alias),
                [inverse](const Project &project) { return addAssociation(project, inverse); }};
    }
};

}

void checkManyToManyPairs(const Checked &checked, QList<Problem> &problems)
{
    PairCheck(checked, problems).run();
}

}
