#include "model/schema/associationcall.h"

#include "model/schema/columnoptions.h"
#include "model/schema/define.h"
#include "model/schema/merge.h"
#include "model/schema/naming.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A call of belongsToMany.
class BelongsToManyCall : AssociationCall
{
public:
    using AssociationCall::AssociationCall;

    void run()
    {
        begin();
        const Through &through = m_declared.through;
        if (through.model.isEmpty()) {
            nameIt();
            return refuse(Code::ThroughMissing, u"through"_s,
                          Text::tr("belongsToMany from %1 to %2 has no through: Sequelize refuses it.")
                              .arg(source().model, target().model));
        }
        if (isSelf() && !isAliased()) {
            nameIt();
            return refuse(
                Code::SameKeyForBothEnds, u"as"_s,
                Text::tr("A belongsToMany from %1 to itself needs an alias: Sequelize refuses it without.")
                    .arg(source().model));
        }
        nameIt();
        pair();
        ResolvedAssociation &a = resolved();
        a.sourceKey = keyOf(m_declared.sourceKey, source());
        a.targetKey = keyOf(m_declared.targetKey, target());
        for (const bool isSource : {true, false}) {
            Table &table = isSource ? source() : target();
            const QString &key = (isSource ? a.sourceKey : a.targetKey).value;
            const QString option = isSource ? u"sourceKey"_s : u"targetKey"_s;
            if (!table.column(key)) {
                return refuse(Code::KeyOfPairUnknown, option,
                              Text::tr("%1 has no attribute %2 to be a %3.").arg(table.model, key, option));
            }
        }
        a.sourceKeyColumn = columnOfAttribute(source(), a.sourceKey.value);
        a.targetKeyColumn = columnOfAttribute(target(), a.targetKey.value);
        nameKeys(m_position);
        if (a.refused)
            return;
        resolved().through = m_schema.indexOfModel(through.model);
        if (resolved().through < 0)
            defineThrough();
        if (resolved().paired >= 0 && !complete())
            return;
        registerAlias();
        if (inject(m_position))
            refuseCollision();
    }

private:
    /// The association of the target that names the same through and leads back; the last one counts.
    void pair()
    {
        for (const auto &[alias, position] : target().associations) {
            ResolvedAssociation &other = m_schema.associations[position];
            if (other.kind != AssociationKind::BelongsToMany || other.target != resolved().source)
                continue;
            if (declaredAt(position).through.model != m_declared.through.model)
                continue;
            resolved().paired = position;
            other.paired = m_position;
        }
    }

    const Association &declaredAt(int position) const { return m_project.associations[position]; }

    void nameKeys(int position)
    {
        ResolvedAssociation &a = m_schema.associations[position];
        const Association &declared = declaredAt(position);
        const Table &from = m_schema.tables[a.source];
        const Table &to = m_schema.tables[a.target];
        a.foreignKey = declaredKey(declared.foreignKey, true);
        if (a.foreignKey.value.isEmpty())
            a.foreignKey = {joined(from.singular.value, a.sourceKey.value), Why::Default};
        a.otherKey = declaredKey(declared.otherKey, true);
        if (a.otherKey.value.isEmpty()) {
            const QString name = a.source == a.target ? singularize(a.as.value) : to.singular.value;
            a.otherKey = {joined(name, a.targetKey.value), Why::Default};
        }
    }

    /// Where no model bears the through's name, Sequelize makes one with the source's options.
    void defineThrough()
    {
        const ResolvedAssociation &a = resolved();
        ModelOptions options = source().options;
        options.underscored = source().underscored;
        options.name = {.singular = a.singular, .plural = a.plural};
        options.defaultScope.reset();
        options.scopes.reset();
        options.timestamps = m_declared.timestamps;
        options.tableName = m_declared.through.model;
        options.paranoid = m_declared.through.isObject && m_declared.through.paranoid.value_or(false);
        ModelOptions defaults = m_project.define;
        // The source's options hold these already.
        defaults.uniqueKeys.clear();
        resolved().through = defineModel(m_schema,
                                         {.name = m_declared.through.model,
                                          .options = mergedOptions(defaults, options),
                                          .automaticFor = m_declared.id});
    }

    /// What one side leaves open, the other side settles. False where Sequelize would fail over it.
    bool complete()
    {
        const int other = resolved().paired;
        ResolvedAssociation &a = resolved();
        ResolvedAssociation &b = m_schema.associations[other];
        bool injectAgain = false;
        const bool targetKeyOpen = m_declared.targetKey.isEmpty();
        if (targetKeyOpen) {
            if (a.targetKey.value != b.sourceKey.value)
                a.targetKey = {b.sourceKey.value, Why::OtherSide};
            a.targetKeyColumn = b.sourceKeyColumn;
            nameKeys(m_position);
        }
        const Association &theirs = declaredAt(other);
        if (theirs.targetKey.isEmpty() && b.targetKey.value != a.sourceKey.value) {
            dropColumn(b.otherKey.value);
            b.targetKey = {a.sourceKey.value, Why::OtherSide};
            b.targetKeyColumn = a.sourceKeyColumn;
            nameKeys(other);
            injectAgain = true;
        }
        const auto isOpen = [](const Association &declared) {
            return !declared.otherKey.isObject && declared.otherKey.name().isEmpty();
        };
        if (isOpen(m_declared) && a.otherKey.value != b.foreignKey.value)
            a.otherKey = {b.foreignKey.value, Why::OtherSide};
        if (isOpen(theirs) && b.otherKey.value != a.foreignKey.value) {
            dropColumn(b.otherKey.value);
            b.otherKey = {a.foreignKey.value, Why::OtherSide};
            injectAgain = true;
        }
        return !injectAgain || inject(other);
    }

    void dropColumn(const QString &attribute)
    {
        removeColumns(m_schema.tables[resolved().through],
                      [&](const Column &column) { return column.attribute == attribute; });
    }

    /// Puts both keys of one side into the through. False where Sequelize would fail half-way.
    bool inject(int position)
    {
        ResolvedAssociation &a = m_schema.associations[position];
        Table &through = m_schema.tables[a.through];
        const std::array keys{a.foreignKey.value, a.otherKey.value};
        const auto isTakenAway = [](const Column &column) {
            return column.primaryKey && column.autoGenerated;
        };
        a.tookPrimaryKey |= std::any_of(through.columns.cbegin(), through.columns.cend(), isTakenAway);
        // A key without a name is not known by the name "undefined" that its column gets.
        const auto isMine = [&](const Column &column) {
            return (column.attribute == keys[0] || column.attribute == keys[1])
                && column.attribute != "undefined"_L1;
        };
        removeColumns(through, [&](const Column &column) { return isTakenAway(column) && !isMine(column); });
        for (Column &column : through.columns) {
            if (isTakenAway(column))
                column.primaryKey = false;
        }
        const Column *sourceKey = m_schema.tables[a.source].column(a.sourceKey.value);
        const Column *targetKey = m_schema.tables[a.target].column(a.targetKey.value);
        if (!sourceKey || !targetKey) {
            refuse(Code::ThroughIsItsOwnEnd, u"through"_s,
                   Text::tr(
                       "%1 is both a through and an end of the association: Sequelize takes its key away and "
                       "fails.")
                       .arg(through.model));
            return false;
        }
        const Type sourceType = sourceKey->type;
        const Type targetType = targetKey->type;
        for (const QString &key : keys) {
            if (!findColumn(through, key)) {
                insertColumn(through,
                             Column{.attribute = key,
                                    .name = through.underscored ? underscore(key) : key,
                                    .autoGenerated = true,
                                    .origin = Origin::ForeignKey});
            }
        }
        // Both ends look at the columns as they were, also where the two keys are one column.
        const Actions foreignKeyBefore = actionsOf(*findColumn(through, a.foreignKey.value));
        const Actions otherKeyBefore = actionsOf(*findColumn(through, a.otherKey.value));
        overwrite(position, through, true, sourceType, foreignKeyBefore);
        overwrite(position, through, false, targetType, otherKeyBefore);
        a.foreignKeyColumn = columnOfAttribute(through, a.foreignKey.value);
        a.otherKeyColumn = columnOfAttribute(through, a.otherKey.value);
        if (a.paired >= 0 && m_schema.associations[a.paired].otherKeyColumn.isEmpty()) {
            ResolvedAssociation &other = m_schema.associations[a.paired];
            const Column *otherKey = through.column(other.otherKey.value);
            if (!otherKey) {
                refuse(Code::SidesWithDifferentKeys, u"otherKey"_s,
                       Text::tr("%1 names the key %2, which the other side does not have: Sequelize fails.")
                           .arg(source().model + u'.' + resolved().as.value, other.otherKey.value));
                return false;
            }
            other.otherKeyColumn = otherKey->name;
        }
        return !aliasTakenByThrough(a, through);
    }

    struct Actions
    {
        QString onDelete;
        QString onUpdate;
    };

    static Actions actionsOf(const Column &column) { return {column.onDelete, column.onUpdate}; }

    /// The call's definition of a key goes over whatever the attribute was.
    void overwrite(int position, Table &through, bool isForeignKey, const Type &type, const Actions &before)
    {
        const ResolvedAssociation &a = m_schema.associations[position];
        const Association &declared = declaredAt(position);
        const ForeignKey &key = isForeignKey ? declared.foreignKey : declared.otherKey;
        Column &column = *findColumn(through, (isForeignKey ? a.foreignKey : a.otherKey).value);
        column.type = type;
        if (key.isObject)
            overwriteOptions(column, *key.attribute);
        if (a.tookPrimaryKey) {
            column.primaryKey = true;
        } else if (declared.through.unique.value_or(true)) {
            // The name of a key without a name is its column's alone.
            const auto nameOf = [](const ForeignKey &given, const Derived &made) {
                return given.name().isEmpty() && made.value == u"undefined" ? QString() : made.value;
            };
            const QString derived = QStringList{through.name.value, nameOf(declared.foreignKey, a.foreignKey),
                                                nameOf(declared.otherKey, a.otherKey), u"unique"_s}
                                        .join(u'_');
            column.unique = Unique{.name = declared.uniqueKey.isEmpty() ? derived : declared.uniqueKey};
        }
        if (declared.constraints.value_or(true)) {
            const Table &referred = m_schema.tables[isForeignKey ? a.source : a.target];
            column.references = Reference{.table = referred.name.value,
                                          .schema = referred.schema,
                                          .column = isForeignKey ? a.sourceKeyColumn : a.targetKeyColumn};
            // Each side rules its own key; for the other one it only fills what is open.
            column.onDelete = isForeignKey ? firstOf(declared.onDelete, before.onDelete)
                                           : firstOf(before.onDelete, declared.onDelete);
            column.onUpdate = isForeignKey ? firstOf(declared.onUpdate, before.onUpdate)
                                           : firstOf(before.onUpdate, declared.onUpdate);
        }
        if (!column.associations.contains(declared.id))
            column.associations.append(declared.id);
    }

    static QString firstOf(const QString &first, const QString &second)
    {
        if (!first.isEmpty())
            return first;
        return second.isEmpty() ? u"CASCADE"_s : second;
    }

    static void overwriteOptions(Column &column, const Attribute &given)
    {
        eachColumnOption([&](auto own, auto made) { merge(column.*made, given.*own, Precedence::Given); });
        if (!given.field.isNull())
            nameColumn(column, given.field, false);
        if (given.references->isGiven())
            column.references = columnOf(given, false).references;
        if (given.references->isNone)
            column.references.reset();
    }

    /// Sequelize also builds, for its own use, a hasOne from each end to the through, under the through's
    /// name, and others without a name between all three.
    bool aliasTakenByThrough(const ResolvedAssociation &a, const Table &through)
    {
        for (const int end : {a.source, a.target}) {
            if (m_schema.tables[end].association(through.model) < 0)
                continue;
            refuse(Code::AliasIsThroughName, u"through"_s,
                   Text::tr("%1 has an association named %2, as the through is named: Sequelize refuses the "
                            "belongsToMany.")
                       .arg(m_schema.tables[end].model, through.model));
            return true;
        }
        for (const int position : {a.source, a.target, a.through}) {
            const Table &table = m_schema.tables[position];
            if (table.association(u"undefined") < 0)
                continue;
            refuse(
                Code::AliasIsThroughName, u"as"_s,
                Text::tr("%1 has an association named \"undefined\", which is what Sequelize calls its own "
                         "of a belongsToMany: it refuses the second.")
                    .arg(table.model));
            return true;
        }
        return false;
    }
};

}

void callBelongsToMany(Schema &schema, const Project &project, const Association &declared, int position)
{
    BelongsToManyCall(schema, project, declared, position).run();
}

}
