#include "model/check/fixes.h"
#include "model/rows/rowkey.h"
#include "model/edit/edit.h"
#include "model/sql/dialect.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int longestName = 64;

/// What happens to the rows of a through, and to what Sequelize makes of them.
class RowCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        QHash<int, int> scopedUsers;
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (a.kind != AssociationKind::BelongsToMany || a.refused || a.through < 0)
                continue;
            lookForRecursion(a);
            lookForNamelessKey(a);
            hintAtKeys(a);
            if (a.throughScope)
                lookForDiscriminator(a);
        }
        for (const Edge &edge : m_checked.schema.edges) {
            const ResolvedAssociation &first = m_checked.schema.associations[edge.associations.first()];
            if (!edge.isManyToMany || edge.through < 0 || first.refused)
                continue;
            const Table &through = m_checked.schema.tables[edge.through];
            lookForLongKey(edge, first, through);
            lookForParanoia(edge, first, through);
            lookForBigKeys(first, through);
            hintAtInheritance(first, through);
        }
    }

private:
    using Resolved = ResolvedAssociation;

    QList<AssociationId> sidesOf(const Edge &edge) const
    {
        QList<AssociationId> sides;
        for (const int position : edge.associations)
            sides.append(m_checked.schema.associations[position].id);
        return sides;
    }

    /// Both sides of the n:m that a call belongs to: what one starts from, the other leads to.
    QList<AssociationId> sidesOf(const Resolved &a) const
    {
        const int position = m_checked.schema.positionOf.value(a.id, -1);
        for (const Edge &edge : m_checked.schema.edges) {
            if (edge.associations.contains(position))
                return sidesOf(edge);
        }
        return {a.id};
    }

    /// The unique constraint that Sequelize derives has a name, which only MySQL sees.
    void lookForLongKey(const Edge &edge, const Resolved &a, const Table &through)
    {
        for (const UniqueKey &key : through.uniqueKeys) {
            if (key.isInline || key.name.size() <= longestName || !key.columns.contains(a.foreignKeyColumn))
                continue;
            QString shorter = QStringList{a.foreignKey.value, a.otherKey.value, u"unique"_s}.join(u'_');
            shorter = shorter.right(longestName);
            add(Code::JoinConstraintNameTooLong, a, u"uniqueKey"_s,
                Text::tr("The unique constraint %1 has %2 characters, and MySQL allows %3.")
                    .arg(key.name)
                    .arg(key.name.size())
                    .arg(longestName),
                {fixAssociations(Text::tr("Call it %1").arg(shorter), sidesOf(edge),
                                 [shorter](Association &association) { association.uniqueKey = shorter; })},
                mysqls);
        }
    }

    /// The join row stands in each included row under the through's name.
    void lookForRecursion(const Resolved &a)
    {
        const Table &target = m_checked.schema.tables[a.target];
        const Table &through = m_checked.schema.tables[a.through];
        if (!target.column(through.model))
            return;
        const QString name = through.model;
        QString fresh = name + u"Links"_s;
        while (modelNamed(m_checked.project, fresh) || target.column(fresh))
            fresh += u"s"_s;
        const ModelId declared = through.declaredBy;
        const QString title = Text::tr("Call the through %1").arg(fresh);
        const bool hasRows = !a.replaced && m_checked.keepsMethods(a); // that an include comes upon
        add({Code::AttributeIsThroughName, hasRows ? Severity::Error : Severity::Warning}, a, u"through"_s,
            Text::tr("%1 has an attribute %2, as the through of %3 is named: an include of it never ends.")
                .arg(target.model, name, m_checked.nameOf(a)),
            {declared.isNull() ? fixThrough(title, name, fresh)
                               : Fix{title, [declared, fresh](const Project &project) {
                                         return renameModel(project, declared, fresh);
                                     }}});
    }

    void lookForParanoia(const Edge &, const Resolved &a, const Table &through)
    {
        if (!through.paranoid || !(a.tookPrimaryKey || isUniquePair(a, through)))
            return;
        QList<Fix> fixes;
        if (through.isAutomatic()) {
            const QString name = through.model;
            fixes.append({Text::tr("Delete links for good"), [name](const Project &project) {
                              QList<Association> changed;
                              for (Association association : project.associations) {
                                  if (association.through.model != name)
                                      continue;
                                  association.through.paranoid.reset();
                                  changed.append(association);
                              }
                              return changeAssociations(project, changed);
                          }});
        } else {
            fixes.append(fixOptions(Text::tr("Delete links for good"), through.declaredBy,
                                    [](ModelOptions &options) { options.paranoid = false; }));
        }
        add(Code::ParanoidThrough, a, u"through"_s,
            Text::tr(
                "%1 is paranoid: a link that is removed stays in the table as deleted, and adding the same "
                "link again is refused.")
                .arg(through.model),
            fixes);
    }

    static bool isUniquePair(const Resolved &a, const Table &through)
    {
        const auto holdsPair = [&](const UniqueKey &key) {
            return key.columns.size() == 2 && key.columns.contains(a.foreignKeyColumn)
                && key.columns.contains(a.otherKeyColumn);
        };
        return std::any_of(through.uniqueKeys.begin(), through.uniqueKeys.end(), holdsPair);
    }

    /// Keys that are not the primary keys: Sequelize writes some queries for the primary key all the same.
    void hintAtKeys(const Resolved &a)
    {
        const auto isOther = [](const Table &table, const Derived &key) {
            const Column *primary = table.firstPrimaryKey();
            return primary && primary->attribute != key.value;
        };
        const Table &source = m_checked.schema.tables[a.source];
        const Table &target = m_checked.schema.tables[a.target];
        const AssociationId id = a.id;
        if (isOther(source, a.sourceKey) && a.sourceKey.why == Why::Declared)
            add(Code::SourceKeyNotPrimary, a, u"sourceKey"_s,
                Text::tr("%1 starts from %2, not the primary key: Sequelize's limit with a required include "
                         "of it compares "
                         "the wrong column.")
                    .arg(m_checked.nameOf(a), a.sourceKey.value),
                {fixAssociations(Text::tr("Start from the primary key"), sidesOf(a), [id](Association &side) {
                    (side.id == id ? side.sourceKey : side.targetKey).clear();
                })});
        if (isOther(target, a.targetKey) && a.targetKey.why == Why::Declared)
            add(Code::TargetKeyNotPrimary, a, u"targetKey"_s,
                Text::tr(
                    "%1 leads to %2, not the primary key: %3() is always false, and %4() takes no plain key.")
                    .arg(m_checked.nameOf(a), a.targetKey.value, a.methods().hasSingle, a.methods().add),
                {fixAssociations(Text::tr("Lead to the primary key"), sidesOf(a), [id](Association &side) {
                    (side.id == id ? side.targetKey : side.sourceKey).clear();
                })});
    }

    /// A through that tells kinds of links apart by its scope, but not in its key.
    void lookForDiscriminator(const Resolved &a)
    {
        const Table &through = m_checked.schema.tables[a.through];
        QStringList names;
        for (const Json::Member &member : a.throughScope->members())
            names.append(member.key);
        if (names.isEmpty())
            return;
        const bool isThere = std::any_of(names.begin(), names.end(),
                                         [&](const QString &name) { return through.column(name); });
        const QStringList pair{a.foreignKeyColumn, a.otherKeyColumn};
        const auto sets = uniqueColumns(through);
        const bool isApart = std::any_of(sets.begin(), sets.end(), [&](const QStringList &set) {
            return set.size() == 2 && pair.contains(set[0]) && pair.contains(set[1]);
        });
        if (!isThere || !isApart)
            return;
        QList<Fix> fixes;
        if (!through.isAutomatic())
            fixes.append(letKindsRepeat(through));
        add({Code::ScopeOutsideUniqueKey, hasOtherKind(a) ? Severity::Error : Severity::Warning}, a, u"through"_s,
            Text::tr("%1 tells its links apart by %2, which is not in the key of %3: links of another kind "
                     "between the same "
                     "two rows are refused, and remove takes them all.")
                .arg(m_checked.nameOf(a), names.join(u", "_s), through.model),
            fixes);
    }

    /// Whether another association keeps links of another kind in the same two keys.
    bool hasOtherKind(const Resolved &a) const
    {
        const auto &all = m_checked.schema.associations;
        return m_checked.isUsed(a) && std::any_of(all.begin(), all.end(), [&](const Resolved &other) {
                   return &other != &a && !other.refused && other.through == a.through && other.throughScope
                       && m_checked.isUsed(other) && other.foreignKeyColumn == a.foreignKeyColumn
                       && other.otherKeyColumn == a.otherKeyColumn && *other.throughScope != *a.throughScope;
               });
    }

    /// An id of its own, and no unique key over the pair.
    Fix letKindsRepeat(const Table &through) const
    {
        QList<Association> sides;
        for (const Resolved &each : m_checked.schema.associations) {
            if (each.refused || each.kind != AssociationKind::BelongsToMany
                || &m_checked.schema.tables[each.through] != &through)
                continue;
            sides.append(m_checked.declared(each));
            sides.last().through.unique = false;
            sides.last().through.isObject = true;
        }
        const auto primary = through.primaryKey();
        const bool hasOwnKey = std::any_of(primary.begin(), primary.end(), [&](const Column *column) {
            return !m_checked.isJoinKey(*column);
        });
        const QString title = hasOwnKey ? Text::tr("Let pairs repeat")
                                        : Text::tr("Give %1 an id, and let pairs repeat").arg(through.model);
        return {title, [sides, hasOwnKey, model = through.declaredBy](const Project &project) {
                    const auto next = changeAssociations(project, sides);
                    if (!next || hasOwnKey)
                        return next;
                    Attribute id{.name = u"id"_s,
                                 .type = parseType(u"INTEGER"_s).value(),
                                 .allowNull = false,
                                 .primaryKey = true,
                                 .autoIncrement = true};
                    return addAttribute(*next, model, id);
                }};
    }

    void lookForNamelessKey(const Resolved &a)
    {
        const Association &declared = m_checked.declared(a);
        for (const bool isForeign : {true, false}) {
            const ForeignKey &key = isForeign ? declared.foreignKey : declared.otherKey;
            if (!key.isObject || !key.name().isEmpty())
                continue;
            const Table &end = m_checked.schema.tables[isForeign ? a.source : a.target];
            const QString name = end.singular.value + u"Id"_s;
            add(Code::JoinKeyWithoutName, a, isForeign ? u"foreignKey"_s : u"otherKey"_s,
                Text::tr("The %1 of %2 has no name: Sequelize calls the column \"undefined\".")
                    .arg(isForeign ? u"foreignKey"_s : u"otherKey"_s, m_checked.nameOf(a)),
                {fixAssociations(
                    Text::tr("Call it %1").arg(name), {a.id}, [name, isForeign](Association &association) {
                        (isForeign ? association.foreignKey : association.otherKey).attribute.edit().name =
                            name;
                    })});
        }
    }

    /// PostgreSQL's driver gives BIGINT as text, and set() compares without turning it into a number.
    void lookForBigKeys(const Resolved &a, const Table &through)
    {
        for (const QString &key : {a.foreignKey.value, a.otherKey.value}) {
            const Column *column = through.column(key);
            if (!column || column->type.name != TypeName::BigInt)
                continue;
            add(Code::BigintJoinKey, a, {},
                Text::tr("%1.%2 is BIGINT, which PostgreSQL's driver gives as text: for a link that is there "
                         "already, add() with a plain number is refused, and set() writes it again. Pass "
                         "texts or instances.")
                    .arg(through.model, key),
                {}, postgresBit);
            return;
        }
    }

    void hintAtInheritance(const Resolved &a, const Table &through)
    {
        if (!through.isAutomatic())
            return;
        const Table &source = m_checked.schema.tables[a.source];
        const ModelOptions &own = source.options;
        QStringList inherited;
        const auto note = [&](bool given, const char *option) {
            if (given)
                inherited.append(QLatin1StringView(option));
        };
        const ModelOptions &define = m_checked.project.define;
        note(own.version != define.version && !through.version.isNull(), "version");
        note(own.comment != define.comment && !own.comment.isNull(), "comment");
        note(own.schema != define.schema && !own.schema.isNull(), "schema");
        note(own.underscored != define.underscored && through.underscored, "underscored");
        note(own.createdAt != define.createdAt && own.createdAt.isGiven(), "createdAt");
        note(own.updatedAt != define.updatedAt && own.updatedAt.isGiven(), "updatedAt");
        if (inherited.isEmpty())
            return;
        const QString name = through.model;
        add(Code::ThroughInheritsOptions, a, u"through"_s,
            Text::tr("The join table %1 takes %2 over from %3, because %4 is called first.")
                .arg(name, inherited.join(u", "_s), source.model, m_checked.nameOf(a)),
            {{Text::tr("Declare %1").arg(name),
              [name](const Project &project) { return declareThrough(project, name); }}});
    }
};

}

void checkManyToManyRows(const Checked &checked, QList<Problem> &problems)
{
    RowCheck(checked, problems).run();
}

}
