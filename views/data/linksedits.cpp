#include "views/data/linkspane.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"

/// What can be done in LinksPane, and what changes that wait do to its lists.
namespace views {

using model::Change;
using model::Changes;
using model::Result;
using model::Value;

namespace {

const Value *keyIn(const model::Assignments &values, const model::Table &through, const QString &attribute)
{
    const model::Column *column = through.column(attribute);
    return column ? model::valueOf(values, column->name) : nullptr;
}

/// A join row that goes is to be as it was read, also in what is not its key.
void expect(Changes &changes, const model::RowSource &source, const Line &line)
{
    if (changes.isEmpty() || changes.list.last().row != line.ref || !line.isStored)
        return;
    model::Assignments &before = changes.list.last().before;
    for (const model::Assignment &each : valuesOf(source, line.row)) {
        if (!model::valueOf(before, each.column))
            before.append(each);
    }
}

}

void LinksPane::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    m_linked.rows->setReadOnly(isLocked);
    if (isShown())
        showCounts();
}

void LinksPane::endEditing()
{
    m_linked.view->endEditing();
}

/// Join rows that are to come, in; those that are to go, out.
RowOverlay LinksPane::comingLinks()
{
    RowOverlay overlay;
    m_linkedChange = 0;
    const model::RowSource &source = m_linked.rows->source();
    for (const Change &change : m_changes.list) {
        if (change.row.model != through().model || change.kind == Change::Delete)
            continue;
        const bool comesBack = change.kind == Change::Update && !change.link.isNull();
        if (change.kind != Change::Insert && !comesBack)
            continue;
        model::Assignments values = change.values;
        if (comesBack)
            values.append(change.row.key);
        const Value *own = keyIn(values, through(), association().foreignKey.value);
        const Value *other = keyIn(values, through(), association().otherKey.value);
        if (!own || !other || *own != m_subject.sourceKey)
            continue;
        Line line{.ref = change.row, .isStored = false};
        for (const model::RowColumn &column : source.columns) {
            const Value *value = model::valueOf(values, column.column.name);
            line.row.values.append(value ? *value : Value());
        }
        overlay.coming.append(line);
        ++m_linkedChange;
    }
    overlay.isHidden = [changes = m_changes, source](const model::Row &row) {
        const Change *change = model::changeOf(changes, rowRef(source, row));
        return change && change->kind == Change::Delete;
    };
    for (const model::Row &row : m_linked.rows->rows())
        m_linkedChange -= overlay.isHidden(row) ? 1 : 0;
    return overlay;
}

/// Targets whose join rows are to go, in; those of join rows that are to come, out.
RowOverlay LinksPane::comingTargets()
{
    RowOverlay overlay;
    model::Values linked;
    for (const Line &line : m_linked.rows->lines())
        linked.append(line.row.values.value(0));
    m_notLinkedChange = 0;
    for (const Change &change : m_changes.list) {
        if (change.row.model != through().model || change.kind != Change::Delete)
            continue;
        const Value *own = keyIn(change.before, through(), association().foreignKey.value);
        const Value *other = keyIn(change.before, through(), association().otherKey.value);
        // A pair that is linked twice stays linked by its other row.
        if (!own || !other || *own != m_subject.sourceKey || linked.contains(*other))
            continue;
        Line line{.ref = change.row, .isStored = false, .isMarked = true};
        line.row.values = {*other};
        for (const model::Row &row : m_linked.rows->rows()) {
            if (row.values.value(0) == *other)
                line.row.labels = {row.labels.value(0)};
        }
        if (line.row.labels.isEmpty() && !m_linked.rows->source().columns.isEmpty())
            line.row.labels = {m_labels.labelOf(m_linked.rows->source().columns[0], *other)};
        overlay.coming.append(line);
        ++m_notLinkedChange;
    }
    model::Values coming;
    for (const Line &line : m_linked.rows->lines()) {
        if (!line.isStored)
            coming.append(line.row.values.value(0));
    }
    m_notLinkedChange -= int(coming.size());
    overlay.isHidden = [coming](const model::Row &row) { return coming.contains(row.values.value(0)); };
    return overlay;
}

void LinksPane::put(const Result<Changes> &next)
{
    if (!next) {
        m_notice->say(next.error().message);
        return;
    }
    m_notice->clear();
    if (*next != m_changes)
        Q_EMIT edited(*next);
}

void LinksPane::link()
{
    const QList<int> selected = m_notLinked.view->selectedLines();
    if (m_isLocked || !isShown() || !m_notLinked.isCurrent || selected.isEmpty())
        return;
    const model::RowColumn end = m_linked.rows->source().columns.value(0);
    Result<Changes> next = m_changes;
    for (const int row : selected) {
        const Line &line = m_notLinked.rows->line(row);
        if (!next)
            break;
        Q_EMIT named(end, line.row.values[0], line.row.labels.value(0));
        next = line.isStored
            ? model::link(*next, m_context.schema, m_subject.association, m_subject.sourceKey,
                          line.row.values[0], m_context.dialect(), line.row.isMarked)
            : Result<Changes>(withoutChange(*next, line.ref));
    }
    // The grid of the through says this row's name too.
    const model::Column *own = through().column(association().foreignKey.value);
    for (const model::Referred &referred : own
             ? model::referredBy(m_context.schema, association().through, *own,
                                 model::rowAlias(m_context.dialect()), m_context.dialect())
             : QList<model::Referred>())
        Q_EMIT named({.referred = {referred}}, m_subject.sourceKey, m_subject.title);
    const int first = selected[0];
    put(next);
    if (m_notLinked.rows->rowCount() > 0)
        m_notLinked.view->choose(qMin(first, m_notLinked.rows->rowCount() - 1));
}

void LinksPane::unlink()
{
    const QList<int> selected = m_linked.view->selectedLines();
    if (m_isLocked || !isShown() || !m_linked.isCurrent || selected.isEmpty())
        return;
    Result<Changes> next = m_changes;
    for (const int row : selected) {
        const Line &line = m_linked.rows->line(row);
        if (!next)
            break;
        Q_EMIT named(m_linked.rows->source().columns[0], line.row.values[0], line.row.labels.value(0));
        next = model::unlink(*next, m_context.schema, m_subject.association, m_subject.sourceKey,
                             line.row.values[0], line.ref, m_context.dialect());
        if (next)
            expect(*next, m_linked.rows->source(), line);
    }
    const int first = selected[0];
    put(next);
    if (m_linked.rows->rowCount() > 0)
        m_linked.view->choose(qMin(first, m_linked.rows->rowCount() - 1));
}

void LinksPane::take(const QModelIndex &index, const Value &value, const QString &label)
{
    const auto *rows = static_cast<const RowsModel *>(index.model());
    const model::Column *column = rows->column(index.column());
    if (rows != m_linked.rows || !column || m_isLocked || !m_linked.isCurrent)
        return;
    if (!label.isEmpty())
        Q_EMIT named(rows->source().columns[index.column()], value, label);
    put(changeValue(m_changes, through(), rows->line(index.row()).ref, column->name,
                    rows->storedValue(index.row(), index.column()), value));
}

}
