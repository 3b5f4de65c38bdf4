#include "model/changes/changes.h"

#include "model/changes/links.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

qsizetype positionOf(const Changes &changes, const RowRef &row)
{
    for (qsizetype i = 0; i < changes.list.size(); ++i) {
        if (changes.list[i].row == row)
            return i;
    }
    return -1;
}

namespace {

void assign(Assignments &assignments, const QString &column, const Value &value)
{
    for (Assignment &each : assignments) {
        if (each.column == column) {
            each.value = value;
            return;
        }
    }
    assignments.append({column, value});
}

void removeColumn(Assignments &assignments, const QString &column)
{
    assignments.removeIf([&](const Assignment &each) { return each.column == column; });
}

bool countsItself(const Column &column)
{
    return column.autoIncrement || column.autoIncrementIdentity;
}

bool isRequired(const Column &column)
{
    return (column.primaryKey || !column.isNullable()) && !countsItself(column);
}

/// A UUID that Sequelize makes in the application, before it writes.
bool isMadeUuid(const Column &column)
{
    const QString word = column.defaultValue ? column.defaultValue->value(u"$default"_s).string() : QString();
    return word == u"UUIDV4" || word == u"UUIDV1";
}

/// Is it a join row that is to be there, and is not yet?
bool comes(const Change &change)
{
    return change.kind == Change::Insert || (change.kind == Change::Update && !change.link.isNull());
}

Result<void> checkKey(const RowRef &row)
{
    if (row.isNew() || !row.key.isEmpty())
        return {};
    return refusal(Text::tr("the rows of %1 have no key, so that none can be changed alone").arg(row.model));
}

bool isUniqueBy(const Table &table, const Assignments &values)
{
    const auto sets = uniqueColumns(table);
    return std::any_of(sets.begin(), sets.end(), [&](const QStringList &columns) {
        return !columns.isEmpty() && std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
            return valueOf(values, column) != nullptr;
        });
    });
}

bool hasAll(const Assignments &known, const Assignments &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const Assignment &each) {
        const Value *value = valueOf(known, each.column);
        return value && *value == each.value;
    });
}

/// What a join row of an association holds: both keys, and the values that the scope names plainly.
Assignments joinValues(const ResolvedAssociation &a, const Table &through, const Value &sourceKey,
                       const Value &targetKey, const Dialect &dialect)
{
    Assignments values{{through.column(a.foreignKey.value)->name, sourceKey},
                       {through.column(a.otherKey.value)->name, targetKey}};
    if (!a.throughScope)
        return values;
    for (const Json::Member &member : a.throughScope->members()) {
        const Column *column = through.column(member.key);
        if (!column || column->isVirtual())
            continue;
        if (const auto value = plainValue(member.value, column->type, dialect))
            assign(values, column->name, *value);
    }
    return values;
}

}

RowRef rowRef(const RowSource &source, const Row &row)
{
    RowRef ref{.model = source.model};
    for (qsizetype i = 0; i < source.key.size(); ++i)
        ref.key.append({source.key[i].name, row.key[i]});
    return ref;
}

Assignments valuesOf(const RowSource &source, const Row &row)
{
    Assignments values;
    for (qsizetype i = 0; i < source.columns.size(); ++i)
        values.append({source.columns[i].column.name, row.values[i]});
    return values;
}

const Change *changeOf(const Changes &changes, const RowRef &row)
{
    const qsizetype position = positionOf(changes, row);
    return position < 0 ? nullptr : &changes.list[position];
}

Result<Changes> insertRow(Changes changes, const Table &table, const Assignments &values)
{
    Change change{.kind = Change::Insert, .row = {.model = table.model, .number = ++changes.lastNumber}};
    for (const Assignment &each : values) {
        if (!table.columnNamed(each.column))
            return refusal(Text::tr("%1 has no column %2").arg(table.model, each.column));
        assign(change.values, each.column, each.value);
    }
    for (const Column &column : table.columns) {
        const bool isOpen = !column.isVirtual() && !valueOf(change.values, column.name);
        if (isOpen && isMadeUuid(column)) {
            const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
            change.values.append({column.name, Value::text(uuid)});
        }
    }
    changes.list.append(change);
    return changes;
}

Result<Changes> changeValue(Changes changes, const Table &table, const RowRef &row, const QString &column,
                            const Value &before, const Value &after)
{
    const Column *changed = table.columnNamed(column);
    if (!changed)
        return refusal(Text::tr("%1 has no column %2").arg(table.model, column));
    if (after.isNull() && isRequired(*changed))
        return refusal(Text::tr("%1 cannot be NULL").arg(changed->attribute));
    if (const auto checked = checkKey(row); !checked)
        return tl::unexpected(checked.error());
    qsizetype position = positionOf(changes, row);
    if (position < 0) {
        if (row.isNew())
            return refusal(Text::tr("the row is no longer to be inserted"));
        if (isSame(before, after, changed->type))
            return changes;
        changes.list.append({.kind = Change::Update, .row = row});
        position = changes.list.size() - 1;
    }
    Change &change = changes.list[position];
    switch (change.kind) {
    case Change::Delete: return refusal(Text::tr("the row is to be deleted"));
    case Change::Insert:
        if (after.isNull() && countsItself(*changed))
            return withoutValue(changes, row, column);
        assign(change.values, column, after);
        return changes;
    case Change::Update: break;
    }
    if (comes(change)) {
        // Nobody has read what the deleted row holds.
        assign(change.values, column, after);
        return changes;
    }
    // What the first change replaced is what the database holds.
    const Value *known = valueOf(change.before, column);
    if (isSame(known ? *known : before, after, changed->type))
        return withoutValue(changes, row, column);
    if (!known)
        change.before.append({column, before});
    assign(change.values, column, after);
    return changes;
}

Changes withoutValue(Changes changes, const RowRef &row, const QString &column)
{
    const qsizetype position = positionOf(changes, row);
    if (position < 0)
        return changes;
    Change &change = changes.list[position];
    if (change.kind == Change::Delete)
        return changes;
    removeColumn(change.values, column);
    removeColumn(change.before, column);
    if (change.kind == Change::Update && change.values.isEmpty())
        changes.list.removeAt(position);
    return changes;
}

Result<Changes> deleteRow(Changes changes, const Table &table, const RowRef &row, const Assignments &known,
                          Deletion deletion)
{
    if (const auto checked = checkKey(row); !checked)
        return tl::unexpected(checked.error());
    const qsizetype position = positionOf(changes, row);
    const bool wasToCome = position >= 0 && comes(changes.list[position]);
    if (position >= 0)
        changes.list.removeAt(position);
    if (row.isNew() || wasToCome)
        return changes;
    const Column *deletedAt = table.paranoid ? table.column(table.deletedAt) : nullptr;
    const Value *mark = deletedAt ? valueOf(known, deletedAt->name) : nullptr;
    const bool isMarked = mark && !mark->isNull();
    changes.list.append({.kind = Change::Delete,
                         .row = row,
                         .before = known,
                         .isForever = !deletedAt || isMarked || deletion == Deletion::Forever});
    return changes;
}

Result<Changes> link(Changes changes, const Schema &schema, int association, const Value &sourceKey,
                     const Value &targetKey, const Dialect &dialect, bool isMarked)
{
    if (const auto whole = checkLinks(schema, association); !whole)
        return tl::unexpected(whole.error());
    const ResolvedAssociation &a = schema.associations[association];
    const Table &through = schema.tables[a.through];
    for (const auto &[value, end, key] :
         {std::tuple{&sourceKey, a.source, &a.sourceKey}, std::tuple{&targetKey, a.target, &a.targetKey}})
    {
        if (value->isNull()) {
            return refusal(Text::tr("%1 of this %2 is NULL: nothing can be linked by it")
                               .arg(key->value, schema.tables[end].model));
        }
    }
    const Assignments values = joinValues(a, through, sourceKey, targetKey, dialect);
    for (qsizetype i = 0; i < changes.list.size(); ++i) {
        const Change &change = changes.list[i];
        if (change.row.model != through.model)
            continue;
        if (change.kind == Change::Delete && hasAll(change.before, values)) {
            changes.list.removeAt(i);
            return changes;
        }
        if (change.kind == Change::Insert && hasAll(change.values, values) && isUniqueBy(through, values))
            return refusal(Text::tr("the two are to be linked already"));
    }
    const Column *deletedAt = through.paranoid ? through.column(through.deletedAt) : nullptr;
    if (isMarked && deletedAt && isUniqueBy(through, values)) {
        const RowRef row{.model = through.model, .key = values};
        if (changeOf(changes, row))
            return refusal(Text::tr("the two are to be linked already"));
        changes.list.append(
            {.kind = Change::Update, .row = row, .values = {{deletedAt->name, Value()}}, .link = a.id});
        return changes;
    }
    auto linked = insertRow(std::move(changes), through, values);
    if (linked)
        linked->list.last().link = a.id;
    return linked;
}

Result<Changes> unlink(Changes changes, const Schema &schema, int association, const Value &sourceKey,
                       const Value &targetKey, const RowRef &joinRow, const Dialect &dialect)
{
    if (const auto whole = checkLinks(schema, association); !whole)
        return tl::unexpected(whole.error());
    const ResolvedAssociation &a = schema.associations[association];
    const Table &through = schema.tables[a.through];
    auto unlinked = deleteRow(std::move(changes), through, joinRow,
                              joinValues(a, through, sourceKey, targetKey, dialect));
    if (unlinked && changeOf(*unlinked, joinRow))
        unlinked->list.last().link = a.id;
    return unlinked;
}

Changes withoutChange(Changes changes, const RowRef &row)
{
    changes.list.removeIf([&](const Change &change) { return change.row == row; });
    return changes;
}

QStringList missingColumns(const Change &change, const Table &table)
{
    QStringList missing;
    if (change.kind != Change::Insert)
        return missing;
    for (const Column &column : table.columns) {
        if (column.isVirtual() || !isRequired(column))
            continue;
        const bool isStamp = column.attribute == table.createdAt || column.attribute == table.updatedAt;
        const bool hasDefault = column.defaultValue && !column.defaultValue->isNull() && !isMadeUuid(column);
        const Value *value = valueOf(change.values, column.name);
        if (value ? value->isNull() : !isStamp && !hasDefault)
            missing.append(column.name);
    }
    return missing;
}

}
