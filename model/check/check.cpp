#include "model/check/check.h"

#include "model/check/ignore.h"
#include "model/ddl/order.h"
#include "model/sql/dialect.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <future>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array checks{checkManyToManyKeys, checkManyToManyPairs, checkManyToManyRows, checkThroughs,
                            checkAssociations,   checkReferences,      checkReferenceTypes, checkCircles,
                            checkColumns,        checkDefaults,        checkTypes,          checkTables,
                            checkNames,          checkReserved,        checkTimestamps,     checkAliases,
                            checkWords,          checkNaming,          checkIndexes,        checkIndexOptions,
                            checkExpressions,    checkConditions,      checkMethods,        checkScopes,
                            checkLinks,          checkLimits,          checkUnheeded};

/// Where in the file a problem is, roughly: models before associations, each in order.
std::tuple<int, quint32, quint32> position(const Problem &problem)
{
    const Place &place = problem.place;
    if (!place.model.isNull())
        return {0, place.model.value, place.attribute.value};
    return {1, place.association.value, 0};
}

}

Checked::Checked(const Project &ofProject, const Schema &itsSchema) : project(ofProject), schema(itsSchema)
{
    order = syncOrder(schema);
    isCircular = !order.deferred.isEmpty();
    for (const Table &table : schema.tables) {
        const Table *&made = tableNamed[{table.schema, table.name.value}];
        if (made && !isCircular)
            replaced.insert(made);
        made = &table;
    }
    for (const ResolvedAssociation &each : schema.associations) {
        if (each.refused)
            continue;
        linked.insert(&schema.tables[each.source]);
        linked.insert(&schema.tables[each.target]);
        if (each.source == each.target)
            linkedToItself.insert(&schema.tables[each.source]);
        const ResolvedAssociation *&first = firstCalls[{each.source, each.as.value}];
        if (!first)
            first = &each;
    }
}

const Table &Checked::tableOf(ModelId model) const
{
    return schema.tables[schema.tableOfDeclared.value(model)];
}

const Association &Checked::declared(const ResolvedAssociation &association) const
{
    return project.associations[&association - schema.associations.constData()];
}

QString Checked::nameOf(const ResolvedAssociation &association) const
{
    return schema.tables[association.source].model % u'.' % association.as.value;
}

bool Checked::keepsMethods(const ResolvedAssociation &association) const
{
    const ResolvedAssociation *first = firstCalls.value({association.source, association.as.value});
    return !first || first >= &association;
}

bool Checked::isUsed(const ResolvedAssociation &association) const
{
    if (!association.replaced)
        return true;
    const int last = schema.tables[association.source].association(association.as.value);
    return schema.associations[last].kind == AssociationKind::BelongsToMany && keepsMethods(association);
}

const Table &Checked::holderOf(const ResolvedAssociation &association) const
{
    return schema
        .tables[association.kind == AssociationKind::BelongsTo ? association.source : association.target];
}

const Table &Checked::referredOf(const ResolvedAssociation &association) const
{
    return schema
        .tables[association.kind == AssociationKind::BelongsTo ? association.target : association.source];
}

const Table *Checked::referredBy(const Column &column) const
{
    return column.references && column.references->position >= 0 ? &schema.tables[column.references->position]
                                                                 : nullptr;
}

bool Checked::isJoinKey(const Column &column) const
{
    return std::any_of(column.associations.begin(), column.associations.end(), [this](AssociationId id) {
        return schema.associations[schema.positionOf.value(id)].kind == AssociationKind::BelongsToMany;
    });
}

DialectSet Checked::constrainedOn(const Column &column) const
{
    return isCircular && column.primaryKey ? sqliteBit : everyDialect;
}

Place Checked::placeOf(const Table &table, const Column &column, const QString &option) const
{
    if (!column.declaredBy.isNull())
        return {.model = table.declaredBy, .attribute = column.declaredBy, .option = option};
    if (!column.associations.isEmpty())
        return {.association = column.associations.first(), .option = option};
    return placeOf(table, option);
}

Place Checked::placeOf(const Table &table, const QString &option) const
{
    if (table.isAutomatic())
        return {.association = table.automaticFor, .option = option.isNull() ? u"through"_s : option};
    return {.model = table.declaredBy, .option = option};
}

void Check::add(const Finding &finding, const Place &place, const QString &message,
                const QList<Fix> &fixes, DialectSet dialects)
{
    m_problems.append({finding.severity, finding.code, message, place, dialects, fixes});
}

void Check::add(const Finding &finding, const ResolvedAssociation &association,
                const QString &option, const QString &message, const QList<Fix> &fixes, DialectSet dialects)
{
    add(finding, {.association = association.id, .option = option}, message, fixes, dialects);
}

const Column &columnMade(const Table &table, const Column &column)
{
    const Column *last = table.lastNamed(column.name);
    return last > &column ? *last : column;
}

namespace {

/// Without the indexes, which are made after the table.
Uniqueness uniquenessByKeys(const Table &table, const Column &column)
{
    auto key = table.primaryKey();
    key.removeIf([&](const Column *each) { return &columnMade(table, *each) != each; });
    if (key.size() == 1 && key[0] == &column)
        return Uniqueness::Unique;
    Uniqueness found = !key.isEmpty() && key[0] == &column ? Uniqueness::Indexed : Uniqueness::None;
    for (const UniqueKey *unique : table.uniqueKeysOn(column.name)) {
        if (unique->columns.size() == 1)
            return Uniqueness::Unique;
        found = Uniqueness::Indexed;
    }
    return found;
}

bool isEmpty(const Json &condition)
{
    return condition.isObject() && condition.members().isEmpty();
}

}

Uniqueness uniquenessOf(const Table &table, const Column &declared, bool hasPartialIndexes)
{
    const Column &column = columnMade(table, declared);
    Uniqueness found = uniquenessByKeys(table, column);
    for (const TableIndex *index : table.indexesOn(column.name)) {
        const auto &fields = index->declared.fields;
        const bool isPrefix = !fields.isEmpty() && fields[0].length && fields[0].length->value > 0;
        const bool isPartial = hasPartialIndexes && index->declared.where && !isEmpty(*index->declared.where);
        if (found == Uniqueness::Unique || fields.isEmpty() || isPartial || (isPrefix && !index->unique))
            continue;
        found = index->unique && fields.size() == 1 ? Uniqueness::Unique : Uniqueness::Indexed;
    }
    return found;
}

bool mustBeGiven(const Column &column)
{
    const bool hasDefault = column.defaultValue && !column.defaultValue->isNull();
    return !column.isVirtual() && !column.isNullable() && !hasDefault && !column.autoIncrement
        && column.origin == Origin::Declared;
}

DialectSet refusedForRepetition(const Checked &checked, const Table &holder, const Table &referred,
                                const Column &key)
{
    const auto refusing = [](Uniqueness uniqueness) {
        return uniqueness == Uniqueness::None   ? everyDialect
            : uniqueness == Uniqueness::Indexed ? strictForeignKeys
                                                : DialectSet(0);
    };
    const DialectSet always = (refusing(uniquenessOf(referred, key)) & strictForeignKeys)
        | (refusing(uniquenessOf(referred, key, false)) & ~strictForeignKeys);
    if (&holder != &referred || checked.isCircular)
        return always;
    // SQLite asks only when it writes a row.
    return always | DialectSet(refusing(uniquenessByKeys(referred, columnMade(referred, key))) & ~sqliteBit);
}

bool isPlainName(QStringView name)
{
    constexpr qsizetype longest = 40; // of 63 on PostgreSQL
    return !name.isEmpty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

const Column *columnNamed(const Table &table, const QString &name, Qt::CaseSensitivity sensitivity)
{
    for (const Column &column : table.columns) {
        if (!column.isVirtual() && column.name.compare(name, sensitivity) == 0)
            return &column;
    }
    return nullptr;
}

QList<Problem> checkAll(const Project &project, const Schema &schema, DialectSet dialects, Severity mildest)
{
    QList<Problem> problems = schema.problems;
    Checked checked(project, schema);
    checked.mildest = mildest;
    for (Problem &problem : problems) {
        if (problem.fixes.isEmpty())
            problem.fixes = fixesOfRefusal(checked, problem);
    }
    // None looks at what another finds: where there is much to look at, two halves work side by side.
    constexpr qsizetype many = 200;
    const auto half = checks.begin() + (checks.size() + 1) / 2;
    const auto run = [&checked](auto from, auto to) {
        QList<Problem> found;
        for (auto each = from; each != to; ++each)
            (*each)(checked, found);
        return found;
    };
    const auto policy = schema.tables.size() < many ? std::launch::deferred : std::launch::async;
    auto rest = std::async(policy, run, half, checks.end());
    problems += run(checks.begin(), half);
    problems += rest.get();
    problems.removeIf([&](const Problem &problem) {
        return (problem.dialects & dialects) == 0 || problem.severity > mildest;
    });
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.severity, position(a)) < std::pair(b.severity, position(b));
    });
    const IgnoredPlaces ignored(project);
    for (Problem &problem : problems)
        problem.ignored = ignored.contain(problem);
    return problems;
}

QList<Problem> check(const Project &project, const Schema &schema, DialectSet dialects, Severity mildest)
{
    QList<Problem> problems = checkAll(project, schema, dialects, mildest);
    problems.removeIf([](const Problem &problem) { return problem.ignored; });
    return problems;
}

}
