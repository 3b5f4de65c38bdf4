#include "model/schema/associationcall.h"

#include "model/schema/columnoptions.h"
#include "model/schema/define.h"
#include "model/schema/merge.h"
#include "model/schema/naming.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A call of hasMany, hasOne or belongsTo.
class ForeignKeyCall : AssociationCall
{
public:
    using AssociationCall::AssociationCall;

    void run()
    {
        begin();
        if (m_declared.kind == AssociationKind::BelongsTo)
            belongsTo();
        else
            has();
    }

private:
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
            return refuse(Code::OptionNotTaken, u"through"_s,
                          Text::tr("hasMany takes no through: belongsToMany does."));
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
};

}

void callForeignKey(Schema &schema, const Project &project, const Association &declared, int position)
{
    ForeignKeyCall(schema, project, declared, position).run();
}

}
