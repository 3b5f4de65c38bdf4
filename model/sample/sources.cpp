#include "model/sample/plan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

/// An attribute of a table, as an association or a reference names it.
struct Spot
{
    int table = -1;
    int column = -1;

    bool isFound() const { return column >= 0; }
    bool operator==(const Spot &) const = default;
};

/// What one association says about one foreign key.
struct Claim
{
    Spot key;
    Spot referred;
    QList<std::pair<int, Json>> scope; ///< columns beside the key, with what they then hold
};

class Finder
{
public:
    Finder(const Schema &schema, Plan &plan) : m_schema(schema), m_plan(plan) { }

    void run()
    {
        for (const ResolvedAssociation &a : m_schema.associations) {
            if (!a.refused)
                readAssociation(a);
        }
        giveScopesToOneKey();
        for (int t = 0; t < m_plan.tables.size(); ++t) {
            for (int c = 0; c < m_plan.tables[t].columns.size(); ++c)
                settle({t, c});
        }
        for (const ResolvedAssociation &a : m_schema.associations) {
            if (!a.refused && a.kind == AssociationKind::BelongsToMany)
                link(a);
        }
        breakCircles();
        for (TablePlan &table : m_plan.tables) {
            findScopedColumns(table);
            for (ColumnPlan &column : table.columns) {
                column.type = originalType(column, 0);
                if (column.isReference())
                    column.choices = 0;
            }
        }
    }

private:
    /// The table that is filled where several share a name.
    int filled(int table) const
    {
        if (table < 0 || m_plan.tables[table].table)
            return table;
        const Table &wanted = m_schema.tables[table];
        for (int i = 0; i < m_plan.tables.size(); ++i) {
            const Table *other = m_plan.tables[i].table;
            if (other && other->name.value == wanted.name.value && other->schema == wanted.schema)
                return i;
        }
        return -1;
    }

    Spot spotOf(int position, const QString &attribute) const
    {
        const int table = filled(position);
        const Column *column = position < 0 ? nullptr : m_schema.tables[position].column(attribute);
        if (table < 0 || !column)
            return {};
        return {table, m_plan.tables[table].columnNamed(column->name)};
    }

    void claim(const Spot &key, const Spot &referred, const Boxed<Json> &scope)
    {
        if (!key.isFound() || !referred.isFound())
            return;
        Claim claim{key, referred, {}};
        if (scope) {
            for (const Json::Member &member : scope->members()) {
                const int column = m_plan.tables[key.table].columnOfAttribute(member.key);
                const bool isScalar = !member.value.isArray() && !member.value.isObject();
                if (column >= 0 && column != key.column && isScalar && !member.value.isNull())
                    claim.scope.append({column, member.value});
            }
        }
        m_claims.append(claim);
    }

    void readAssociation(const ResolvedAssociation &a)
    {
        const QString &foreignKey = a.foreignKey.value;
        switch (a.kind) {
        case AssociationKind::BelongsTo:
            return claim(spotOf(a.source, foreignKey), spotOf(a.target, a.targetKey.value), {});
        case AssociationKind::HasMany:
        case AssociationKind::HasOne:
            return claim(spotOf(a.target, foreignKey), spotOf(a.source, a.sourceKey.value), a.scope);
        case AssociationKind::BelongsToMany:
            claim(spotOf(a.through, foreignKey), spotOf(a.source, a.sourceKey.value), a.throughScope);
            claim(spotOf(a.through, a.otherKey.value), spotOf(a.target, a.targetKey.value), a.throughScope);
            return;
        }
    }

    int parentsOf(const Spot &key) const
    {
        QList<Spot> parents;
        for (const Claim &claim : m_claims) {
            if (claim.key == key && !parents.contains(claim.referred))
                parents.append(claim.referred);
        }
        return int(parents.size());
    }

    /// A through's scope tells apart the rows that one of its keys leads to: of the two, the key that leads
    /// to more tables.
    void giveScopesToOneKey()
    {
        for (Claim &claim : m_claims) {
            claim.scope.removeIf([&](const std::pair<int, Json> &each) {
                return std::any_of(m_claims.cbegin(), m_claims.cend(), [&](const Claim &other) {
                    if (other.key.table != claim.key.table || other.key == claim.key)
                        return false;
                    const bool isScoped = std::any_of(other.scope.begin(), other.scope.end(),
                                                      [&](const auto &e) { return e.first == each.first; });
                    const int difference = parentsOf(other.key) - parentsOf(claim.key);
                    return isScoped
                        && (difference > 0 || (difference == 0 && other.key.column < claim.key.column));
                });
            });
        }
    }

    /// The sources of one column: where the database checks, what it checks; else all that is claimed.
    void settle(const Spot &key)
    {
        ColumnPlan &plan = m_plan.tables[key.table].columns[key.column];
        const Table &table = *m_plan.tables[key.table].table;
        const auto &references = table.columns[plan.position].references;
        if (!references) {
            collect(key, plan, {});
            return;
        }
        plan.isEnforced = true;
        const int referred = filled(m_schema.tableNamed(references->table, references->schema));
        const QString name = references->column.isEmpty() ? u"id"_s : references->column;
        const Spot spot{referred, referred < 0 ? -1 : m_plan.tables[referred].columnNamed(name)};
        if (!spot.isFound()) {
            // Nothing can stand there, and without NULL there can be no row.
            plan.isAlwaysEmpty = true;
            return;
        }
        collect(key, plan, spot);
        if (plan.sources.isEmpty())
            plan.sources.append({spot.table, spot.column, {}});
    }

    /// Without a reference nobody has made sure that the types agree; a key to tables of several kinds is
    /// often text.
    bool fits(const ColumnPlan &key, const Spot &referred) const
    {
        const Type &type = key.recipe.type;
        const Type &original = m_plan.tables[referred.table].columns[referred.column].recipe.type;
        return type.isText() || type.isMissing() || type.name == original.name
            || (type.isInteger() && original.isInteger());
    }

    void collect(const Spot &key, ColumnPlan &plan, const Spot &only)
    {
        for (const Claim &claim : m_claims) {
            const Source source{claim.referred.table, claim.referred.column, claim.scope};
            const bool isWanted =
                claim.key == key && (only.isFound() ? claim.referred == only : fits(plan, claim.referred));
            if (isWanted && !plan.sources.contains(source))
                plan.sources.append(source);
        }
        if (only.isFound())
            return;
        // Where scopes tell tables apart, the belongsTo that leads back has none.
        const QList<Source> all = plan.sources;
        plan.sources.removeIf([&](const Source &source) {
            return source.scope.isEmpty() && std::any_of(all.begin(), all.end(), [&](const Source &other) {
                       return !other.scope.isEmpty() && other.table == source.table
                           && other.column == source.column;
                   });
        });
    }

    void link(const ResolvedAssociation &a)
    {
        const Spot first = spotOf(a.through, a.foreignKey.value);
        const Spot second = spotOf(a.through, a.otherKey.value);
        if (!first.isFound() || !second.isFound() || first == second)
            return;
        TablePlan &table = m_plan.tables[first.table];
        if (table.isJoinTable() || !table.columns[first.column].isReference()
            || !table.columns[second.column].isReference())
            return;
        table.links = {first.column, second.column};
        if (table.columns[second.column].sources.size() > table.columns[first.column].sources.size())
            std::swap(table.links.first, table.links.second);
        table.row.rows *= 2;
    }

    /// Keys that copy each other in a circle: the first of them is made up.
    void breakCircles()
    {
        for (int t = 0; t < m_plan.tables.size(); ++t) {
            for (int c = 0; c < m_plan.tables[t].columns.size(); ++c) {
                QList<Spot> path;
                if (m_plan.tables[t].columns[c].isReference() && leadsBack({t, c}, {t, c}, path)) {
                    ColumnPlan &column = m_plan.tables[t].columns[c];
                    const Source source = column.sources.takeFirst();
                    if (source.table != t || source.column != c)
                        column.mirrored = source;
                    column.sources.clear();
                }
            }
        }
    }

    bool leadsBack(const Spot &from, const Spot &start, QList<Spot> &seen) const
    {
        for (const Source &source : m_plan.tables[from.table].columns[from.column].sources) {
            const Spot next{source.table, source.column};
            if (next == start)
                return true;
            if (seen.contains(next))
                continue;
            seen.append(next);
            if (leadsBack(next, start, seen))
                return true;
        }
        return false;
    }

    static void findScopedColumns(TablePlan &table)
    {
        for (int i = 0; i < table.columns.size(); ++i) {
            const QList<Source> sources = table.columns[i].sources;
            for (const Source &source : sources) {
                for (const auto &[column, value] : source.scope) {
                    if (!table.columns[column].isReference())
                        table.columns[column].scopedBy = i;
                }
            }
        }
    }

    Type originalType(const ColumnPlan &column, int depth) const
    {
        const bool copies = column.isEnforced && column.isReference() && depth < 100;
        if (!copies)
            return column.type;
        const Source &source = column.sources.first();
        return originalType(m_plan.tables[source.table].columns[source.column], depth + 1);
    }

    const Schema &m_schema;
    Plan &m_plan;
    QList<Claim> m_claims;
};

}

void findSources(const Schema &schema, Plan &plan)
{
    Finder(schema, plan).run();
}

}
