#include "model/schema/associate.h"

#include "model/schema/columnoptions.h"
#include "model/schema/define.h"
#include "model/schema/merge.h"
#include "model/schema/naming.h"

#include <QStringBuilder>

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// One association call, from its options to the columns it leaves behind.
class Call
{
public:
    Call(Schema &schema, const Project &project, const Association &declared, int position)
        : m_schema(schema), m_project(project), m_declared(declared), m_position(position)
    {
    }

    void run()
    {
        resolved().id = m_declared.id;
        resolved().kind = m_declared.kind;
        resolved().source = m_schema.tableOfDeclared.value(m_declared.source);
        resolved().target = m_schema.tableOfDeclared.value(m_declared.target);
        resolved().scope = m_declared.scope;
        if (m_declared.through.isObject)
            resolved().throughScope = m_declared.through.scope;
        // Where no alias is given, Sequelize looks for one that is the word "undefined".
        refuseTakenAlias(!m_declared.as.isGiven()     ? u"undefined"_s
                             : m_declared.as.isObject ? QString()
                                                      : m_declared.as.name);
        switch (m_declared.kind) {
        case AssociationKind::BelongsToMany: belongsToMany(); break;
        case AssociationKind::HasMany:
        case AssociationKind::HasOne: has(); break;
        case AssociationKind::BelongsTo: belongsTo(); break;
        }
    }

private:
    friend void associate(Schema &, const Project &, const Association &);

    ResolvedAssociation &resolved() { return m_schema.associations[m_position]; }
    Table &source() { return m_schema.tables[resolved().source]; }
    Table &target() { return m_schema.tables[resolved().target]; }
    /// An empty name is none.
    bool isAliased() const { return m_declared.as.isObject || !m_declared.as.name.isEmpty(); }
    bool isSelf() { return resolved().source == resolved().target; }

    void refuse(Code code, const QString &option, const QString &message)
    {
        resolved().refused = true;
        m_schema.problems.append(
            {.code = code, .message = message, .place = {.association = m_declared.id, .option = option}});
    }

    void refuseTakenAlias(const QString &alias)
    {
        if (alias.isEmpty() || source().association(alias) < 0)
            return;
        const bool many = m_declared.kind == AssociationKind::BelongsToMany;
        refuse(many ? Code::AliasIsThroughName : Code::AliasTaken, u"as"_s,
               Text::tr("%1 already has an association %2: Sequelize refuses the second.")
                   .arg(source().model, alias));
    }

    QString joined(const QString &first, const QString &second)
    {
        const QString name = first % u'_' % second;
        const QStringView trimmed = QStringView(name).trimmed();
        const QChar last = trimmed.isEmpty() ? QChar() : trimmed.back();
        if (last == u'_' || last == u'-') {
            refuse(Code::ForeignKeyNameUnusable, u"foreignKey"_s,
                   Text::tr(
                       "The name \"%1\" for the foreign key ends in a separator, over which Sequelize fails; "
                       "name the foreignKey.")
                       .arg(name));
        }
        return camelize(name);
    }

    /// `as`, or the target's own name.
    void nameIt()
    {
        ResolvedAssociation &a = resolved();
        a.isAliased = isAliased();
        a.isAliasedByPair = m_declared.as.isObject;
        if (!a.isAliased) {
            a.singular = target().singular.value;
            a.plural = target().plural.value;
            const Derived &own = a.isToMany() ? target().plural : target().singular;
            a.as = {own.value, Why::ModelName};
        } else if (m_declared.as.isObject) {
            nameByPair();
        } else {
            a.as = {m_declared.as.name, Why::Declared};
            a.plural = m_declared.as.name;
            a.singular = a.isToMany() ? singularize(m_declared.as.name) : m_declared.as.name;
        }
    }

    /// hasOne fails over an object, belongsTo takes its text for the name, and the others do without a
    /// singular.
    void nameByPair()
    {
        ResolvedAssociation &a = resolved();
        a.singular = m_declared.as.singular;
        a.plural = m_declared.as.name;
        a.as = {m_declared.as.name, Why::Declared};
        if (a.kind == AssociationKind::BelongsTo) {
            a.as.value = u"[object Object]"_s;
            a.singular = a.plural = a.as.value;
        } else if (a.isToMany() && !a.singular.isEmpty() && !a.plural.isEmpty()) {
            return;
        }
        refuse(Code::AliasOfWrongForm, u"as"_s,
               a.isToMany() ? Text::tr("An alias as an object needs singular and plural.")
                            : Text::tr("%1 takes a name as alias, not an object.").arg(kindName(a.kind)));
        a.refused = a.kind == AssociationKind::HasOne;
        if (a.isToMany() && !a.plural.isEmpty())
            m_schema.problems.last().severity = Severity::Warning;
    }

    /// Puts the association under its alias; an earlier one of that name is gone.
    void registerAlias()
    {
        for (auto &[alias, position] : source().associations) {
            if (alias == resolved().as.value) {
                m_schema.associations[position].replaced = true;
                position = m_position;
                return;
            }
        }
        source().associations.append({resolved().as.value, m_position});
    }

    /// An attribute and an association of one name.
    void refuseCollision()
    {
        if (!source().column(resolved().as.value))
            return;
        const bool many = m_declared.kind == AssociationKind::BelongsToMany;
        refuse(many ? Code::AliasIsThroughName : Code::AliasTaken, u"as"_s,
               Text::tr("%1 has both an attribute and an association named %2: Sequelize refuses it.")
                   .arg(source().model, resolved().as.value));
    }

    QString columnOfAttribute(Table &table, const QString &attribute)
    {
        const Column *column = table.column(attribute);
        return column ? column->name : attribute;
    }

    Derived keyOf(const QString &given, const Table &table)
    {
        if (!given.isEmpty())
            return {given, Why::Declared};
        const Column *primary = table.firstPrimaryKey();
        return {primary ? primary->attribute : QString(), Why::PrimaryKey};
    }

    /// The name that a foreign key is given: in an object without a name Sequelize finds the word
    /// "undefined".
    Derived declaredKey(const ForeignKey &key, bool undefinedWithoutName)
    {
        if (!key.name().isEmpty())
            return {key.name(), Why::Declared};
        if (key.isObject && undefinedWithoutName)
            return {u"undefined"_s, Why::Declared};
        return {};
    }

    // belongsTo, hasMany, hasOne -------------------------------------------------------------------------

    void belongsTo()
    {
        nameIt();
        ResolvedAssociation &a = resolved();
        a.foreignKey = declaredKey(m_declared.foreignKey, false);
        if (a.foreignKey.value.isEmpty()) {
            a.foreignKey = {joined(a.as.value, keyOf({}, target()).value), Why::Default};
        }
        if (!m_declared.targetKey.isEmpty() && !target().column(m_declared.targetKey)) {
            return refuse(Code::KeyUnknown, u"targetKey"_s,
                          Text::tr("%1 has no attribute %2 to be a targetKey.")
                              .arg(target().model, m_declared.targetKey));
        }
        a.targetKey = keyOf(m_declared.targetKey, target());
        a.targetKeyColumn = columnOfAttribute(target(), a.targetKey.value);
        refuseWithoutKey(a.targetKey, target());
        if (a.refused)
            return;
        registerAlias();
        addForeignKey(source(), target(), a.targetKey.value, a.targetKeyColumn, u"NO ACTION"_s);
    }

    void has()
    {
        nameIt();
        ResolvedAssociation &a = resolved();
        const bool one = a.kind == AssociationKind::HasOne;
        if (m_declared.through.isGiven() && !one) {
            return refuse(Code::OptionNotTaken, u"through"_s, Text::tr("hasMany takes no through: belongsToMany does."));
        }
        a.foreignKey = declaredKey(m_declared.foreignKey, false);
        if (a.foreignKey.value.isEmpty()) {
            const QString owner = !one ? source().singular.value
                                       : singularize(isAliased() ? m_declared.as.name : source().model);
            a.foreignKey = {joined(owner, keyOf({}, source()).value), Why::Default};
        }
        if (!m_declared.sourceKey.isEmpty() && !source().column(m_declared.sourceKey)) {
            return refuse(Code::KeyUnknown, u"sourceKey"_s,
                          Text::tr("%1 has no attribute %2 to be a sourceKey.")
                              .arg(source().model, m_declared.sourceKey));
        }
        a.sourceKey = keyOf(m_declared.sourceKey, source());
        a.sourceKeyColumn = columnOfAttribute(source(), a.sourceKey.value);
        refuseWithoutKey(a.sourceKey, source());
        if (a.refused)
            return;
        registerAlias();
        addForeignKey(target(), source(), a.sourceKey.value, a.sourceKeyColumn, u"CASCADE"_s);
    }

    /// A through can lose its primary key to another association; nothing can refer to it then.
    void refuseWithoutKey(const Derived &key, const Table &table)
    {
        if (!key.value.isEmpty())
            return;
        refuse(Code::TargetWithoutPrimaryKey, {},
               Text::tr("%1 has no primary key that %2 could refer to: Sequelize fails.")
                   .arg(table.model, kindName(m_declared.kind)));
    }

    /// Fills the foreign key into the table that holds it: what stands there already wins.
    void addForeignKey(Table &holder, Table &referred, const QString &key, const QString &keyColumn,
                       const QString &deleteWhenRequired)
    {
        ResolvedAssociation &a = resolved();
        const Column *referredColumn = referred.column(key);
        Column fresh = columnOf(*m_declared.foreignKey.attribute, holder.underscored);
        fresh.attribute = a.foreignKey.value;
        fresh.declaredBy = {};
        fresh.origin = Origin::ForeignKey;
        if (fresh.type.isMissing())
            fresh.type = m_declared.keyType.isMissing() ? referredColumn->type : m_declared.keyType;
        if (!fresh.allowNull)
            fresh.allowNull = true;
        nameColumn(fresh, m_declared.foreignKey.attribute->field, holder.underscored);

        Column *existing = findColumn(holder, a.foreignKey.value);
        QString onDelete = m_declared.onDelete;
        QString onUpdate = m_declared.onUpdate;
        if (m_declared.constraints.value_or(true)) {
            const bool nullable = (existing ? existing->allowNull : fresh.allowNull).value_or(false);
            if (onDelete.isEmpty())
                onDelete = nullable ? u"SET NULL"_s : deleteWhenRequired;
            if (onUpdate.isEmpty())
                onUpdate = u"CASCADE"_s;
        }
        if (!onDelete.isEmpty() || !onUpdate.isEmpty()) {
            const auto primary = referred.primaryKey();
            const bool isPartOfKey = std::any_of(primary.begin(), primary.end(), [&](const Column *column) {
                return column->name == keyColumn;
            });
            if (primary.size() == 1 || !isPartOfKey) {
                fresh.references =
                    Reference{.table = referred.name.value, .schema = referred.schema, .column = keyColumn};
                fresh.onDelete = onDelete;
                fresh.onUpdate = onUpdate;
            }
        }
        if (existing)
            fill(*existing, fresh);
        else
            existing = &insertColumn(holder, std::move(fresh));
        existing->associations.append(a.id);
        a.foreignKeyColumn = existing->name;
        refuseCollision();
    }

    /// A table given as an object gives way to one given by its name, and takes the schema that it lacks.
    static void fill(Reference &existing, const Reference &fresh)
    {
        const bool isObject = existing.isUnordered || !existing.schema.isEmpty();
        if (isObject && fresh.schema.isEmpty())
            existing.table = fresh.table;
        if (isObject && (existing.isUnordered || fresh.schema.isEmpty()))
            existing.schema = fresh.schema;
        existing.isUnordered = false;
        merge(existing.column, fresh.column, Precedence::Existing);
    }

    void fill(Column &existing, const Column &fresh)
    {
        eachColumnOption([&](auto, auto made) { merge(existing.*made, fresh.*made, Precedence::Existing); });
        if (existing.references && fresh.references)
            fill(existing.references.edit(), *fresh.references);
        else if (!existing.refersToNothing)
            merge(existing.references, fresh.references, Precedence::Existing);
    }

    // belongsToMany ---------------------------------------------------------------------------------------

    void belongsToMany()
    {
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
        m_schema.tables[resolved().through].columns.removeIf(
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
        through.columns.removeIf(
            [&](const Column &column) { return isTakenAway(column) && !isMine(column); });
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
            layOver(column, *key.attribute);
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

    static void layOver(Column &column, const Attribute &given)
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

    Schema &m_schema;
    const Project &m_project;
    const Association &m_declared;
    const int m_position;
};

}

void associate(Schema &schema, const Project &project, const Association &association)
{
    const int position = int(schema.associations.size());
    schema.associations.emplaceBack();
    schema.positionOf.insert(association.id, position);
    Call(schema, project, association, position).run();
}

}
