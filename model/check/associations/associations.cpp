#include "model/check/fixes.h"
#include "model/check/types/kinds.h"
#include "model/edit/edit.h"
#include "model/sql/dialect.h"

#include <QMultiHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What association calls do to each other, and to the keys that they share.
class AssociationCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (a.refused)
                continue;
            lookForReplaced(a);
            if (m_checked.isUsed(a))
                lookForConstraint(a);
            lookForColumn(a);
            if (a.kind == AssociationKind::BelongsToMany)
                continue;
            lookForComposite(a);
            lookForOwnKey(a);
            lookForChain(a);
        }
        for (const Edge &edge : m_checked.schema.edges) {
            if (!edge.isManyToMany)
                lookForIgnored(edge);
        }
        lookForSplitKeys();
        hintAtOmissions();
        hintAtIndexes();
    }

private:
    using Resolved = ResolvedAssociation;

    /// The default alias taken twice: the later call replaces the earlier one in silence.
    void lookForReplaced(const Resolved &a)
    {
        if (!a.replaced)
            return;
        const Table &source = m_checked.schema.tables[a.source];
        const Table &target = m_checked.schema.tables[a.target];
        const auto mayBeNull = [](const Table &table, const QString &key) {
            const Column *column = table.column(key);
            return column && !column->primaryKey && column->isNullable();
        };
        // Its methods stay, and link what the later one should.
        const Resolved &later = m_checked.schema.associations[source.association(a.as.value)];
        const bool isLink =
            a.kind == AssociationKind::BelongsToMany && later.kind == AssociationKind::BelongsToMany;
        const bool takesNull = a.tookPrimaryKey
            && (mayBeNull(source, a.sourceKey.value) || mayBeNull(target, a.targetKey.value));
        const DialectSet misled = !isLink || !m_checked.keepsMethods(a) ? DialectSet(0)
            : later.target != a.target || takesNull                     ? everyDialect
                                                                        : wantsMore(a, later);
        const auto fixes = QList<Fix>{removeAssociation(Text::tr("Remove this one"), a.id)};
        if (misled != 0)
            add(Code::AssociationReplaced, a, u"as"_s,
                Text::tr("A later association of %1 is also called %2, but %3() stays with this one: no "
                         "link can be added.")
                    .arg(source.model, a.as.value, a.methods().add),
                fixes, misled);
        if (misled != everyDialect)
            add({Code::AssociationReplaced, Severity::Warning}, a, u"as"_s,
                Text::tr("A later association of %1 is also called %2 and takes the place of this one.")
                    .arg(source.model, a.as.value),
                fixes, everyDialect & ~misled);
    }

    /// The databases on which join rows of one association need values that whoever means the other does not
    /// give.
    DialectSet wantsMore(const Resolved &a, const Resolved &later) const
    {
        const Table &through = m_checked.schema.tables[a.through];
        const Table &other = m_checked.schema.tables[later.through];
        DialectSet wanting = 0;
        for (const Column &column : through.columns) {
            const QString &name = column.attribute;
            const bool isRequired = column.allowNull == false || (column.primaryKey && !column.autoIncrement);
            const bool isOwnKey = name == a.foreignKey.value || name == a.otherKey.value;
            const bool isGiven =
                other.column(name) && name != later.foreignKey.value && name != later.otherKey.value;
            if (!isRequired || isOwnKey || isGiven || column.defaultValue
                || (column.declaredBy.isNull() && column.associations.isEmpty()))
                continue;
            // SQLite counts a key of numbers by itself, and lets any other be NULL.
            wanting |= column.primaryKey ? DialectSet(everyDialect & ~sqliteBit) : everyDialect;
        }
        return wanting;
    }

    /// The key that a call uses can be bound to another table by an earlier call.
    void lookForConstraint(const Resolved &a)
    {
        if (a.kind == AssociationKind::BelongsToMany) {
            const Table &through = m_checked.schema.tables[a.through];
            lookForConstraint(a, through, a.foreignKey.value, m_checked.schema.tables[a.source],
                              a.sourceKeyColumn);
            if (a.otherKey.value != a.foreignKey.value)
                lookForConstraint(a, through, a.otherKey.value, m_checked.schema.tables[a.target],
                                  a.targetKeyColumn);
            return;
        }
        const bool belongs = a.kind == AssociationKind::BelongsTo;
        lookForConstraint(a, m_checked.holderOf(a), a.foreignKey.value, m_checked.referredOf(a),
                          belongs ? a.targetKeyColumn : a.sourceKeyColumn);
    }

    void lookForConstraint(const Resolved &a, const Table &holder, const QString &key, const Table &referred,
                           const QString &referredColumn)
    {
        const Column *column = holder.column(key);
        if (!column || !column->references || m_checked.referredBy(*column) == nullptr)
            return;
        const Reference &reference = *column->references;
        const bool isSameTable =
            reference.table == referred.name.value && reference.schema == referred.schema;
        const QString names = reference.column.isEmpty() ? u"id"_s : reference.column;
        if (isSameTable && names == referredColumn)
            return;
        // What the key leads to may itself be bound to where the constraint leads.
        const Column *bound = referred.columnNamed(referredColumn);
        if (bound && bound->references && bound->references->table == reference.table
            && bound->references->schema == reference.schema
            && (bound->references->column.isEmpty() ? u"id"_s : bound->references->column) == names)
            return;
        QList<AssociationId> others;
        for (const AssociationId id : column->associations)
            others.append(id);
        QList<Fix> fixes;
        if (!others.isEmpty() && a.kind != AssociationKind::BelongsToMany)
            fixes.append(
                fixAssociations(Text::tr("Leave out the constraint"), others, [](Association &association) {
                    association.constraints = false;
                    association.onDelete.clear();
                    association.onUpdate.clear();
                }));
        // Methods of this name that lead over an earlier association write no rows here, and a key that may
        // be NULL leads nowhere where a later association is what rows are made for.
        const bool isOpen = a.replaced && bound && bound->isNullable();
        const bool isWritten =
            a.kind != AssociationKind::BelongsToMany || (m_checked.keepsMethods(a) && !isOpen);
        const QString message = isSameTable
            ? Text::tr(
                  "%1 keeps %2.%3 in %4.%5, but the foreign key there refers to the column %6: links are "
                  "refused.")
                  .arg(m_checked.nameOf(a), referred.model, referredColumn, holder.model, key, names)
            : Text::tr(
                  "%1 keeps the key of %2 in %3.%4, but the foreign key there refers to the table %5: links "
                  "are refused.")
                  .arg(m_checked.nameOf(a), referred.model, holder.model, key, reference.table);
        const DialectSet constrained = m_checked.constrainedOn(*column);
        // An include compares the two all the same, which PostgreSQL does not do with values of two kinds.
        const bool isOdd = bound && !a.replaced && kindOf(bound->type) != kindOf(column->type);
        const DialectSet failing = isWritten ? everyDialect : isOdd ? postgresBit : DialectSet(0);
        if ((constrained & failing) != 0)
            add(Code::ConstraintOnOtherTable, a, u"foreignKey"_s, message, fixes, constrained & failing);
        if ((constrained & ~failing) != 0)
            add({Code::ConstraintOnOtherTable, Severity::Warning}, a, u"foreignKey"_s, message, fixes,
                DialectSet(constrained & ~failing));
    }

    /// Another association took the key's column away. Keys of n:m: NM10, NM11.
    void lookForColumn(const Resolved &a)
    {
        const bool isMany = a.kind == AssociationKind::BelongsToMany;
        const auto lost = [&](const Table &table, const Derived &key) {
            if (table.column(key.value))
                return;
            add(Code::KeyTakenAway, a, u"foreignKey"_s,
                Text::tr("%1 leads by %2, which is no longer in %3: a belongsToMany through it took it away.")
                    .arg(m_checked.nameOf(a), key.value, table.model),
                {removeAssociation(Text::tr("Remove %1").arg(m_checked.nameOf(a)), a.id)});
        };
        if (isMany && !m_checked.isUsed(a))
            return;
        if (a.kind != AssociationKind::BelongsTo)
            lost(m_checked.schema.tables[a.source], a.sourceKey);
        if (isMany || a.kind == AssociationKind::BelongsTo)
            lost(m_checked.schema.tables[a.target], a.targetKey);
        if (isMany)
            return;
        if (m_checked.holderOf(a).column(a.foreignKey.value))
            return;
        add(Code::KeyTakenAway, a, u"foreignKey"_s,
            Text::tr("The key %1 of %2 is no longer in %3: a belongsToMany through it took it away.")
                .arg(a.foreignKey.value, m_checked.nameOf(a), m_checked.holderOf(a).model),
            {removeAssociation(Text::tr("Remove %1").arg(m_checked.nameOf(a)), a.id)});
    }

    /// Sequelize uses the first column of a primary key, and then makes no constraint.
    void lookForComposite(const Resolved &a)
    {
        const Table &referred = m_checked.referredOf(a);
        const Derived &key = a.kind == AssociationKind::BelongsTo ? a.targetKey : a.sourceKey;
        const auto primary = referred.primaryKey();
        if (primary.size() < 2 || key.why != Why::PrimaryKey)
            return;
        add(Code::HalfOfPrimaryKey, a, {},
            Text::tr(
                "%1 has a primary key of %2 columns, and %3 uses only %4: rows that share it are mixed up, "
                "and there is no foreign key.")
                .arg(referred.model)
                .arg(primary.size())
                .arg(m_checked.nameOf(a), key.value),
            addKeyOfItsOwn(referred));
    }

    QList<Fix> addKeyOfItsOwn(const Table &table) const
    {
        if (table.isAutomatic() || table.column(u"id") || table.primaryKey().first()->declaredBy.isNull())
            return {};
        const ModelId id = table.declaredBy;
        return {{Text::tr("Give %1 an id, and keep its columns unique together").arg(table.model),
                 [id](const Project &project) -> Result<Project> {
                     const Model *model = modelOf(project, id);
                     if (!model)
                         return refusal(Text::tr("the model is no longer there"));
                     Result<Project> next = project;
                     for (Attribute attribute : model->attributes) {
                         if (!attribute.primaryKey.value_or(false))
                             continue;
                         attribute.primaryKey.reset();
                         attribute.allowNull = false;
                         attribute.unique = Unique{.name = u"key"_s};
                         next = changeAttribute(*next, id, attribute);
                         if (!next)
                             return next;
                     }
                     return next;
                 }}};
    }

    /// A key to the own table that is what it leads to: a row can only belong to itself.
    void lookForOwnKey(const Resolved &a)
    {
        const bool belongs = a.kind == AssociationKind::BelongsTo;
        const QString key = (belongs ? a.targetKey : a.sourceKey).value;
        if (a.source != a.target || a.foreignKey.value != key)
            return;
        const Table &table = m_checked.schema.tables[a.source];
        const Column *column = table.column(key);
        const bool isUnique = column && uniquenessOf(table, *column) == Uniqueness::Unique;
        const QString fresh = table.singular.value + u"Id"_s;
        add({Code::RowBelongsToItself, isUnique ? Severity::Error : Severity::Warning}, a, u"foreignKey"_s,
            (isUnique
                 ? Text::tr("%1 uses %2 as its key and as what it leads to: a row can only belong to itself.")
                 : Text::tr(
                     "%1 uses %2 as its key and as what it leads to: rows with one value belong together."))
                .arg(m_checked.nameOf(a), key),
            {fixAssociations(Text::tr("Call the key %1").arg(fresh), {a.id},
                             [fresh](Association &association) {
                                 association.foreignKey.attribute.edit().name = fresh;
                             })});
    }

    /// A key to the own table that each row must have, and no two rows may share: a chain without a
    /// beginning.
    void lookForChain(const Resolved &a)
    {
        const Table &table = m_checked.holderOf(a);
        const bool isSelf = a.source == a.target && a.kind == AssociationKind::HasMany;
        const Column *column = isSelf ? table.column(a.foreignKey.value) : nullptr;
        if (!column || !column->references || column->allowNull != false || column->primaryKey
            || uniquenessOf(table, *column) != Uniqueness::Unique)
            return;
        add({Code::RowBelongsToItself, Severity::Warning}, a, u"foreignKey"_s,
            Text::tr(
                "%1.%2 must have a value and is unique: the first row can only refer to itself, and then "
                "no other can refer to it.")
                .arg(table.model, column->attribute),
            fixColumn(Text::tr("Let it be NULL"), m_checked, table, *column,
                      [](Attribute &attribute) { attribute.allowNull.reset(); }));
    }

    /// Keys that are declared without allowNull count as required, though they may be NULL.
    void hintAtOmissions()
    {
        QHash<ModelId, QList<const Attribute *>> omissions;
        for (const Resolved &a : m_checked.schema.associations) {
            if (const Attribute *attribute = omissionOf(a))
                omissions[m_checked.holderOf(a).declaredBy].append(attribute);
        }
        for (const Model &model : m_checked.project.models) {
            QStringList names;
            QList<AttributeId> omitted;
            for (const Attribute *attribute : omissions.value(model.id)) {
                names.append(attribute->name);
                omitted.append(attribute->id);
            }
            if (names.isEmpty())
                continue;
            const QString message = names.size() == 1
                ? Text::tr(
                    "%1.%2 may be NULL but does not say so: Sequelize does not set it NULL when what it "
                    "refers to is deleted.")
                : Text::tr("Keys of %1 may be NULL but do not say so (%2): Sequelize does not set them NULL "
                           "when what they refer to is deleted.");
            const ModelId id = model.id;
            add(Code::SetNullWithoutAllowNull, {.model = id, .option = u"allowNull"_s},
                message.arg(model.name, names.join(u", "_s)),
                {{Text::tr("Say allowNull: true, for SET NULL"),
                  [id, omitted](const Project &project) -> Result<Project> {
                      Result<Project> next = project;
                      for (const AttributeId each : omitted) {
                          const Fix fix = fixAttribute({}, id, each,
                                                       [](Attribute &changed) { changed.allowNull = true; });
                          next = fix.apply(*next);
                          if (!next)
                              break;
                      }
                      return next;
                  }}});
        }
    }

    /// The attribute that a model declares as the key of an association, where it leaves out allowNull and
    /// the action follows from that.
    const Attribute *omissionOf(const Resolved &a) const
    {
        if (a.refused || a.kind == AssociationKind::BelongsToMany)
            return nullptr;
        const Model *model = modelOf(m_checked.project, m_checked.holderOf(a).declaredBy);
        if (!model)
            return nullptr;
        const Column *column = m_checked.holderOf(a).column(a.foreignKey.value);
        if (!column || column->allowNull != true || column->primaryKey || !column->references
            || column->associations.value(0) != a.id)
            return nullptr;
        const Attribute *attribute = attributeOf(*model, column->declaredBy);
        const bool isSettled = !attribute || attribute->allowNull.has_value() || !attribute->onDelete.isNull()
            || !m_checked.declared(a).onDelete.isNull();
        return isSettled ? nullptr : attribute;
    }

    /// Both sides of an edge write into one column; what is there first wins.
    void lookForIgnored(const Edge &edge)
    {
        const Resolved &first = m_checked.schema.associations[edge.associations.first()];
        const Column *column = m_checked.holderOf(first).column(first.foreignKey.value);
        if (!column)
            return;
        for (const int position : edge.associations) {
            const Resolved &a = m_checked.schema.associations[position];
            const Association &declared = m_checked.declared(a);
            const auto differs = [](const QString &given, const QString &made) {
                return !given.isEmpty() && given.compare(made, Qt::CaseInsensitive) != 0;
            };
            const Attribute &key = *declared.foreignKey.attribute;
            QString option;
            if (differs(declared.onDelete, column->onDelete))
                option = u"onDelete"_s;
            else if (differs(declared.onUpdate, column->onUpdate))
                option = u"onUpdate"_s;
            else if (key.allowNull && *key.allowNull != column->isNullable())
                option = u"allowNull"_s;
            if (option.isEmpty() || a.refused)
                continue;
            add(Code::OptionWithoutEffect, a, option,
                Text::tr("%1 of %2 has no effect: an earlier declaration of %3.%4 decides, with %5.")
                    .arg(option, m_checked.nameOf(a), m_checked.holderOf(a).model, column->attribute,
                         effectOf(option, *column)),
                takeOption(edge, a, option, column));
        }
    }

    static QString effectOf(const QString &option, const Column &column)
    {
        if (option == u"allowNull")
            return column.isNullable() ? u"true"_s : u"false"_s;
        const QString &action = option == u"onDelete" ? column.onDelete : column.onUpdate;
        return action.isEmpty() ? Text::tr("none") : action;
    }

    QList<Fix> takeOption(const Edge &edge, const Resolved &a, const QString &option,
                          const Column *column) const
    {
        const Association &declared = m_checked.declared(a);
        if (!column->declaredBy.isNull()) {
            return {fixAssociations(Text::tr("Drop it here"), {a.id}, [option](Association &association) {
                association.foreignKey.attribute.edit().allowNull.reset();
                (option == u"onDelete" ? association.onDelete : association.onUpdate).clear();
            })};
        }
        QList<AssociationId> sides;
        for (const int position : edge.associations)
            sides.append(m_checked.schema.associations[position].id);
        const QString onDelete = declared.onDelete;
        const QString onUpdate = declared.onUpdate;
        const auto allowNull = declared.foreignKey.attribute->allowNull;
        const QString key = a.foreignKey.value;
        return {fixAssociations(Text::tr("Say it on both sides"), sides, [=](Association &association) {
            if (option == u"onDelete") {
                association.onDelete = onDelete;
            } else if (option == u"onUpdate") {
                association.onUpdate = onUpdate;
            } else {
                association.foreignKey.attribute.edit().name = key;
                association.foreignKey.attribute.edit().allowNull = allowNull;
                association.foreignKey.isObject = true;
            }
        })};
    }

    /// A hasOne names its key by its alias, a belongsTo back by its own: two columns for one thing.
    void lookForSplitKeys()
    {
        QMultiHash<std::pair<int, int>, const Resolved *> backs;
        for (const Resolved &back : m_checked.schema.associations) {
            if (back.kind == AssociationKind::BelongsTo && !back.refused
                && back.foreignKey.why != Why::Declared)
                backs.insert({back.target, back.source}, &back);
        }
        for (const Resolved &one : m_checked.schema.associations) {
            if (one.kind != AssociationKind::HasOne || one.refused || one.foreignKey.why == Why::Declared
                || !one.isAliased)
                continue;
            for (const Resolved *back : backs.values({one.source, one.target})) {
                const QString key = back->foreignKey.value;
                if (key == one.foreignKey.value)
                    continue;
                add(Code::SidesWithDifferentForeignKeys, one, u"foreignKey"_s,
                    Text::tr("%1 uses the key %2 and %3 the key %4: what one of them links, the other does "
                             "not see.")
                        .arg(m_checked.nameOf(one), one.foreignKey.value, m_checked.nameOf(*back), key),
                    {fixAssociations(Text::tr("Use %1 on both sides").arg(key), {one.id, back->id},
                                     [key](Association &association) {
                                         association.foreignKey.attribute.edit().name = key;
                                     })});
            }
        }
    }

    /// No database but MySQL makes an index for a foreign key. Keys of throughs: NM04.
    void hintAtIndexes()
    {
        for (const Edge &edge : m_checked.schema.edges) {
            if (edge.isManyToMany)
                continue;
            const Resolved &a = m_checked.schema.associations[edge.associations.first()];
            const Table &holder = m_checked.holderOf(a);
            const Column *column = holder.column(a.foreignKey.value);
            if (!column || a.refused || column->isVirtual()
                || uniquenessOf(holder, *column) != Uniqueness::None || holder.isAutomatic())
                continue;
            const ModelId model = holder.declaredBy;
            const QString name = column->name;
            add(Code::ForeignKeyWithoutIndex, a, u"foreignKey"_s,
                Text::tr("No index of %1 starts with %2: looking up from %3 reads the whole table.")
                    .arg(holder.model, name, m_checked.referredOf(a).model),
                {{Text::tr("Add an index on %1").arg(name),
                  [model, name](const Project &project) {
                      return addIndex(project, model, {.fields = {{.name = name}}});
                  }}},
                indexLessForeignKeys);
        }
    }
};

}

void checkAssociations(const Checked &checked, QList<Problem> &problems)
{
    AssociationCheck(checked, problems).run();
}

}
