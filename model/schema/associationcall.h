#pragma once

#include "model/schema/schema.h"

namespace model {

/// One association call, from its options to the columns that it leaves behind: what all kinds share.
class AssociationCall
{
public:
    AssociationCall(Schema &schema, const Project &project, const Association &declared, int position)
        : m_schema(schema), m_project(project), m_declared(declared), m_position(position)
    {
    }

protected:
    /// What stands before the kind matters.
    void begin();

    ResolvedAssociation &resolved() { return m_schema.associations[m_position]; }
    Table &source() { return m_schema.tables[resolved().source]; }
    Table &target() { return m_schema.tables[resolved().target]; }
    /// An empty name is none.
    bool isAliased() const { return m_declared.as.isObject || !m_declared.as.name.isEmpty(); }
    bool isSelf() { return resolved().source == resolved().target; }

    void refuse(Code code, const QString &option, const QString &message);
    void refuseTakenAlias(const QString &alias);
    QString joined(const QString &first, const QString &second);
    /// `as`, or the target's own name.
    void nameIt();
    /// Puts the association under its alias; an earlier one of that name is gone.
    void registerAlias();
    /// An attribute and an association of one name.
    void refuseCollision();
    QString columnOfAttribute(Table &table, const QString &attribute);
    Derived keyOf(const QString &given, const Table &table);
    /// The name that a foreign key is given: in an object without a name Sequelize finds the word
    /// "undefined".
    Derived declaredKey(const ForeignKey &key, bool undefinedWithoutName);

    Schema &m_schema;
    const Project &m_project;
    const Association &m_declared;
    const int m_position;

private:
    /// hasOne fails over an object, belongsTo takes its text for the name, and the others do without a
    /// singular.
    void nameByPair();
};

/// hasMany, hasOne and belongsTo: the key is an attribute of one of the two models.
void callForeignKey(Schema &schema, const Project &project, const Association &declared, int position);
/// belongsToMany: the keys are attributes of a through.
void callBelongsToMany(Schema &schema, const Project &project, const Association &declared, int position);

}
