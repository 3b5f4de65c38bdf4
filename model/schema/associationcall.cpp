#include "model/schema/associationcall.h"

#include "model/schema/naming.h"

#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace model {

void AssociationCall::begin()
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
}

void AssociationCall::refuse(Code code, const QString &option, const QString &message)
{
    resolved().refused = true;
    m_schema.problems.append(
        {.code = code, .message = message, .place = {.association = m_declared.id, .option = option}});
}

void AssociationCall::refuseTakenAlias(const QString &alias)
{
    if (alias.isEmpty() || source().association(alias) < 0)
        return;
    const bool many = m_declared.kind == AssociationKind::BelongsToMany;
    refuse(many ? Code::AliasIsThroughName : Code::AliasTaken, u"as"_s,
           Text::tr("%1 already has an association %2: Sequelize refuses the second.")
               .arg(source().model, alias));
}

QString AssociationCall::joined(const QString &first, const QString &second)
{
    const QString name = first % u'_' % second;
    const QStringView trimmed = QStringView(name).trimmed();
    const QChar last = trimmed.isEmpty() ? QChar() : trimmed.back();
    if (last == u'_' || last == u'-') {
        refuse(
            Code::ForeignKeyNameUnusable, u"foreignKey"_s,
            Text::tr("The name \"%1\" for the foreign key ends in a separator, over which Sequelize fails; "
                     "name the foreignKey.")
                .arg(name));
    }
    return camelize(name);
}

void AssociationCall::nameIt()
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

void AssociationCall::nameByPair()
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

void AssociationCall::registerAlias()
{
    Table &table = source();
    const QString &alias = resolved().as.value;
    if (const int taken = table.aliasPosition(alias); taken >= 0) {
        int &position = table.associations[taken].second;
        m_schema.associations[position].replaced = true;
        position = m_position;
        return;
    }
    table.associations.append({alias, m_position});
    if (table.associations.size() > Positions::few) {
        QHash<QString, int> &aliases = table.positions.aliases;
        for (int i = int(aliases.size()); i < table.associations.size(); ++i)
            aliases.insert(table.associations[i].first, i);
    }
}

void AssociationCall::refuseCollision()
{
    if (!source().column(resolved().as.value))
        return;
    const bool many = m_declared.kind == AssociationKind::BelongsToMany;
    refuse(many ? Code::AliasIsThroughName : Code::AliasTaken, u"as"_s,
           Text::tr("%1 has both an attribute and an association named %2: Sequelize refuses it.")
               .arg(source().model, resolved().as.value));
}

QString AssociationCall::columnOfAttribute(Table &table, const QString &attribute)
{
    const Column *column = table.column(attribute);
    return column ? column->name : attribute;
}

Derived AssociationCall::keyOf(const QString &given, const Table &table)
{
    if (!given.isEmpty())
        return {given, Why::Declared};
    const Column *primary = table.firstPrimaryKey();
    return {primary ? primary->attribute : QString(), Why::PrimaryKey};
}

Derived AssociationCall::declaredKey(const ForeignKey &key, bool undefinedWithoutName)
{
    if (!key.name().isEmpty())
        return {key.name(), Why::Declared};
    if (key.isObject && undefinedWithoutName)
        return {u"undefined"_s, Why::Declared};
    return {};
}

}
