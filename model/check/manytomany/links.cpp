#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/rows/rowkey.h"
#include "model/sql/dialect.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Links that add() and set() are refused, by the keys that the join table really has.
class LinkCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const Resolved &a : m_checked.schema.associations) {
            if (a.kind != AssociationKind::BelongsToMany || a.refused || a.through < 0
                || !m_checked.isUsed(a))
                continue;
            const Table &through = m_checked.schema.tables[a.through];
            const Column *foreignKey = through.column(a.foreignKey.value);
            const Column *otherKey = through.column(a.otherKey.value);
            if (!foreignKey || !otherKey || foreignKey == otherKey || !agrees(a))
                continue;
            lookForLoneKey(a, through, *foreignKey, m_checked.schema.tables[a.source]);
            lookForLoneKey(a, through, *otherKey, m_checked.schema.tables[a.target]);
            lookForObjects(a, through);
            lookForOpenKey(a, through, *foreignKey);
            lookForOpenKey(a, through, *otherKey);
        }
    }

private:
    using Resolved = ResolvedAssociation;

    /// Whether both sides name the same keys; NM11 says so where they do not.
    bool agrees(const Resolved &a) const
    {
        if (a.paired < 0)
            return true;
        const Resolved &other = m_checked.schema.associations[a.paired];
        return a.foreignKey.value == other.otherKey.value && a.otherKey.value == other.foreignKey.value;
    }

    /// A key that is unique alone: what it leads to is linked once, and the second link is refused.
    void lookForLoneKey(const Resolved &a, const Table &through, const Column &key, const Table &end)
    {
        const bool isOwnKey = &through == &end && &key == through.firstPrimaryKey(); // NM26
        if (isOwnKey || m_lone.contains(&key) || !isUnique(through, key.name))
            return;
        m_lone.insert(&key);
        const bool isWholeKey =
            through.primaryKey().size() == 1 && through.primaryKey().first()->name == key.name;
        const bool isIndex = !isWholeKey
            && std::none_of(through.uniqueKeys.begin(), through.uniqueKeys.end(),
                            [&](const UniqueKey &each) { return each.columns == QStringList{key.name}; });
        const bool isDeclared = isWholeKey || isIndex || !isNamedByJoin(through, key);
        const QString name = through.model + u'.' + key.attribute;
        const QString message = isWholeKey
            ? Text::tr(
                "%1 is the whole primary key: through it a row of %2 is linked once, and the second link "
                "of %3 is refused.")
            : isDeclared
            ? Text::tr(
                "%1 is unique by itself: through it a row of %2 is linked once, and the second link of "
                "%3 is refused.")
            : Text::tr(
                "%1 is left unique by itself, because another n:m through the same model makes its own "
                "unique key: a row of %2 is linked once, and the second link of %3 is refused.");
        add(Code::JoinKeyUniqueAlone,
            isDeclared ? m_checked.placeOf(through, key) : Place{.association = a.id, .option = u"through"_s},
            message.arg(name, end.model, m_checked.nameOf(a)),
            isIndex          ? fixesOfIndex(through, key)
                : isDeclared ? fixesOfLoneKey(through, key, isWholeKey)
                             : fixesOfLeftKey(through));
    }

    /// Whether a belongsToMany gave a key the name of its unique key.
    bool isNamedByJoin(const Table &through, const Column &key) const
    {
        const Model *model = modelOf(m_checked.project, through.declaredBy);
        const Attribute *attribute = model ? attributeOf(*model, key.declaredBy) : nullptr;
        return !key.unique->name.isEmpty() && !(attribute && *attribute->unique == *key.unique);
    }

    QList<Fix> fixesOfLeftKey(const Table &through) const
    {
        QList<AssociationId> sides;
        for (const Resolved &each : m_checked.schema.associations) {
            if (each.kind == AssociationKind::BelongsToMany && !each.refused
                && &m_checked.schema.tables[each.through] == &through)
                sides.append(each.id);
        }
        return {fixAssociations(Text::tr("Make no unique key (unique: false)"), sides, [](Association &side) {
            side.through.unique = false;
            side.through.isObject = true;
        })};
    }

    static QList<Fix> fixesOfIndex(const Table &through, const Column &key)
    {
        QList<Fix> fixes;
        for (const TableIndex &index : through.indexes) {
            const auto &fields = index.declared.fields;
            if (index.unique && fields.size() == 1 && fields[0].name == key.name)
                fixes.append(removeThisIndex(Text::tr("Remove the index %1").arg(index.name),
                                             through.declaredBy, index.declared.id));
        }
        return fixes;
    }

    QList<Fix> fixesOfLoneKey(const Table &through, const Column &key, bool isWholeKey) const
    {
        return fixColumn(isWholeKey ? Text::tr("Take %1 out of the primary key").arg(key.attribute)
                                    : Text::tr("Let %1 repeat").arg(key.attribute),
                         m_checked, through, key, [isWholeKey](Attribute &attribute) {
                             if (isWholeKey)
                                 attribute.primaryKey.reset();
                             else
                                 attribute.unique.reset();
                         });
    }

    /// Keys that are objects in JavaScript: Sequelize compares them with ===, and takes each link for new.
    void lookForObjects(const Resolved &a, const Table &through)
    {
        const Table &target = m_checked.schema.tables[a.target];
        const Column *key = target.column(a.targetKey.value);
        const DialectSet dialects = key ? objectsOn(key->type) : 0;
        if (dialects == 0)
            return;
        const QStringList pair{a.foreignKeyColumn, a.otherKeyColumn};
        const auto sets = uniqueColumns(through);
        const bool isRefused = std::any_of(sets.begin(), sets.end(), [&](const QStringList &set) {
            return std::all_of(set.begin(), set.end(),
                               [&](const QString &name) { return pair.contains(name); });
        });
        const QString what =
            Text::tr("%1.%2, the key that %3 leads to, is %4, an object in JavaScript, which "
                     "equals no other: ")
                .arg(target.model, key->attribute, m_checked.nameOf(a), key->type.text);
        add({Code::JoinKeyIsObject, isRefused ? Severity::Error : Severity::Warning}, a, u"targetKey"_s,
            what
                + (isRefused ? Text::tr("adding a link that is there is refused.")
                             : Text::tr("adding a link that is there makes another.")),
            {}, dialects);
    }

    /// Where the driver gives the values of a type as objects.
    static DialectSet objectsOn(const Type &type)
    {
        if (type.isText())
            return type.binary ? postgresBit : DialectSet(0);
        switch (kindOf(type)) {
        case Kind::DateTime:
            return type.name == TypeName::Date ? everyDialect : DialectSet(everyDialect & ~sqliteBit);
        case Kind::Bytes: return everyDialect;
        case Kind::Json: return sqliteBit | postgresBit;
        case Kind::Array:
        case Kind::Range: return postgresBit;
        default: return 0;
        }
    }

    /// A required attribute whose name differs from the key's only in case or underscores: it is meant to be
    /// the key.
    void lookForOpenKey(const Resolved &a, const Table &through, const Column &key)
    {
        if (m_open.contains(&key))
            return;
        m_open.insert(&key);
        for (const Column *each : requiredOf(through)) {
            const Column &other = *each;
            if (&other == &key || other.name == key.name || !isAlike(other.attribute, key.attribute))
                continue;
            // Elsewhere the two are one column: S17.
            const bool isByCase = other.name.compare(key.name, Qt::CaseInsensitive) == 0;
            add(Code::RequiredThroughAttribute, m_checked.placeOf(through, other),
                Text::tr(
                    "%1.%2 must be given, and the key of %3 is %4: a link fills in the one and leaves the "
                    "other, and is refused.")
                    .arg(through.model, other.attribute, m_checked.nameOf(a), key.attribute),
                {nameJoinKey(m_checked, key, other.attribute)}, isByCase ? postgresBit : everyDialect);
        }
    }

    /// What must be given to each row, beside the keys of links.
    const QList<const Column *> &requiredOf(const Table &through)
    {
        const auto known = m_required.constFind(&through);
        if (known != m_required.cend())
            return *known;
        QList<const Column *> required;
        for (const Column &column : through.columns) {
            if (mustBeGiven(column) && !m_checked.isJoinKey(column))
                required.append(&column);
        }
        return *m_required.insert(&through, required);
    }

    static bool isAlike(QString one, QString other)
    {
        return one.remove(u'_').compare(other.remove(u'_'), Qt::CaseInsensitive) == 0;
    }

    QHash<const Table *, QList<const Column *>> m_required;
    QSet<const Column *> m_lone; ///< keys that are reported
    QSet<const Column *> m_open; ///< keys that were looked at
};

}

void checkLinks(const Checked &checked, QList<Problem> &problems)
{
    LinkCheck(checked, problems).run();
}

}
