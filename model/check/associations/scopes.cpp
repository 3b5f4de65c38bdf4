#include "model/check/types/defaultfits.h"
#include "model/check/fixes.h"
#include "model/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Names in scopes must be attributes, or every read of the model fails.
class ScopeCheck : Check
{
public:
    using Check::Check;

    void run()
    {
        for (const ResolvedAssociation &a : m_checked.schema.associations) {
            if (a.refused)
                continue;
            if (a.scope)
                lookAtScope(a, m_checked.schema.tables[a.target], *a.scope, u"scope"_s,
                            [](Association &association) { association.scope.reset(); });
            lookForPaging(a);
            if (a.throughScope && a.through >= 0)
                lookAtScope(a, m_checked.schema.tables[a.through], *a.throughScope, u"through"_s,
                            [](Association &association) { association.through.scope.reset(); });
        }
        for (const Table &table : m_checked.schema.tables) {
            if (table.options.defaultScope)
                lookAtFind(table, *table.options.defaultScope, {});
            if (!table.options.scopes)
                continue;
            for (const Json::Member &scope : table.options.scopes->members())
                lookAtFind(table, scope.value, scope.key);
        }
    }

private:
    void lookAtScope(const ResolvedAssociation &a, const Table &table, const Json &scope,
                     const QString &option, const std::function<void(Association &)> &drop)
    {
        for (const Json::Member &member : scope.members()) {
            if (isKnown(table, member.key)) {
                lookAtValue(a, table, member, option, drop);
                continue;
            }
            const QString message = table.column(member.key)
                ? Text::tr("The scope of %1 names %2, which is virtual: the table of %3 does not have it.")
                : Text::tr("The scope of %1 names %2, which %3 does not have: reads fail.");
            m_problems.append({.severity = m_checked.isUsed(a) ? Severity::Error : Severity::Warning,
                               .code = Code::AssociationScopeUnfit,
                               .message = message.arg(m_checked.nameOf(a), member.key, table.model),
                               .place = {.association = a.id, .option = option},
                               .fixes = {fixAssociations(Text::tr("Drop the scope"), {a.id}, drop)}});
        }
    }

    /// What is created through the association gets the scope's values.
    void lookAtValue(const ResolvedAssociation &a, const Table &table, const Json::Member &member,
                     const QString &option, const std::function<void(Association &)> &drop)
    {
        const Column *column = table.column(member.key);
        const bool isPlain = member.value.isString() || member.value.isNumber() || member.value.isBoolean();
        if (!column || column->isVirtual() || !isPlain)
            return;
        DialectSet refusing = 0;
        for (const Dialect *dialect : dialects()) {
            if (!fitsDefault(member.value, *column, dialect->bit))
                refusing |= dialect->bit;
        }
        if (refusing == 0)
            return;
        m_problems.append(
            {.code = Code::AssociationScopeUnfit,
             .message = Text::tr("The scope of %1 compares %2.%3, which is %4, with a value of another type.")
                            .arg(m_checked.nameOf(a), table.model, column->attribute, column->type.text),
             .place = {.association = a.id, .option = option},
             .dialects = refusing,
             .fixes = {fixAssociations(Text::tr("Drop the scope"), {a.id}, drop)}});
    }

    /// An include takes the limit of the target's default scope over, and only hasMany can page.
    void lookForPaging(const ResolvedAssociation &a)
    {
        const Table &target = m_checked.schema.tables[a.target];
        if (a.kind == AssociationKind::HasMany || a.replaced || !target.options.defaultScope)
            return;
        const Json limit = target.options.defaultScope->value("limit"_L1);
        const bool isPaged =
            limit.isNumber() ? limit.toDouble() != 0 : limit.isString() && !limit.string().isEmpty();
        if (!isPaged)
            return;
        m_problems.append(
            {.code = Code::DefaultScopeUnfit,
             .message = Text::tr("The default scope of %1 has a limit, with which %2 cannot be included.")
                            .arg(target.model, m_checked.nameOf(a)),
             .place = m_checked.placeOf(target, u"defaultScope"_s),
             .fixes = target.isAutomatic()
                 ? QList<Fix>()
                 : QList<Fix>{fixOptions(Text::tr("Drop the default scope"), target.declaredBy,
                                         [](ModelOptions &options) { options.defaultScope.reset(); })}});
    }

    static bool isKnown(const Table &table, const QString &name)
    {
        if (name.startsWith(u'$'))
            return true; // an operator, or a path through an association
        const Column *column = table.column(name);
        return column ? !column->isVirtual() : bool(table.columnNamed(name));
    }

    /// The default scope, or one of a name.
    void lookAtFind(const Table &table, const Json &scope, const QString &scopeName)
    {
        QStringList names;
        if (const Json *where = scope.find("where"_L1)) {
            for (const Json::Member &member : where->members())
                names.append(member.key);
        }
        const Json attributes = scope.value("attributes"_L1);
        for (const Json &item : attributes.items()) {
            if (item.isString() && !table.column(item.string()))
                names.append(item.string());
        }
        for (const QString &name : names) {
            if (isKnown(table, name))
                continue;
            const bool isDefault = scopeName.isNull();
            const QString message = isDefault
                ? Text::tr("The default scope of %1 names %2, which it does not have: reads fail.")
                      .arg(table.model, name)
                : Text::tr("The scope %3 of %1 names %2, which it does not have: reads with it fail.")
                      .arg(table.model, name, scopeName);
            const auto drop = [isDefault, scopeName](ModelOptions &options) {
                if (isDefault)
                    options.defaultScope.reset();
                else if (options.scopes)
                    options.scopes.edit().remove(scopeName);
            };
            m_problems.append(
                {.code = Code::DefaultScopeUnfit,
                 .message = message,
                 .place = m_checked.placeOf(table, isDefault ? u"defaultScope"_s : u"scopes"_s),
                 .fixes = table.isAutomatic()
                     ? QList<Fix>()
                     : QList<Fix>{fixOptions(isDefault ? Text::tr("Drop the default scope")
                                                       : Text::tr("Drop the scope %1").arg(scopeName),
                                             table.declaredBy, drop)}});
        }
    }
};

}

void checkScopes(const Checked &checked, QList<Problem> &problems)
{
    ScopeCheck(checked, problems).run();
}

}
