#include "views/data/statementsmodel.h"

using namespace Qt::StringLiterals;

namespace views {

using model::Change;
using model::Changes;

namespace {

/// Each change by itself, where one of them no longer fits the schema.
QList<PendingStatement> oneByOne(const Changes &changes, const Context &context, const QDateTime &now)
{
    QList<PendingStatement> statements;
    for (const Change &change : changes.list) {
        const Changes only{.list = {change}, .lastNumber = changes.lastNumber};
        const auto written = model::sqlOf(only, context.schema, context.dialect(), now);
        if (written)
            statements.append({written->first(), {}});
        else
            statements.append(
                {{.sql = {}, .check = {}, .done = {}, .undone = {}, .row = change.row, .missing = {}},
                 written.error().message});
    }
    return statements;
}

}

void StatementsModel::setChanges(const Changes &changes, const Context &context, const QDateTime &now)
{
    beginResetModel();
    m_statements.clear();
    if (const auto written = model::sqlOf(changes, context.schema, context.dialect(), now)) {
        for (const model::ChangeStatement &statement : *written)
            m_statements.append({statement, {}});
    } else {
        m_statements = oneByOne(changes, context, now);
    }
    for (PendingStatement &each : m_statements) {
        if (!each.statement.missing.isEmpty()) {
            each.fault = tr("the new row of %1 needs a value for %2")
                             .arg(each.statement.row.model, each.statement.missing.join(u", "_s));
        }
    }
    endResetModel();
}

void StatementsModel::setRefused(int number, const QString &reason)
{
    if (number < 1 || number > m_statements.size())
        return;
    m_statements[number - 1].fault = reason;
    Q_EMIT dataChanged(index(number - 1, 0), index(number - 1, ColumnCount - 1));
}

QString StatementsModel::fault() const
{
    for (const PendingStatement &each : m_statements) {
        if (each.statement.sql.isEmpty() || !each.statement.missing.isEmpty())
            return each.fault;
    }
    return {};
}

QList<model::ChangeStatement> StatementsModel::executable() const
{
    QList<model::ChangeStatement> statements;
    for (const PendingStatement &each : m_statements)
        statements.append(each.statement);
    return statements;
}

int StatementsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_statements.size());
}

int StatementsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StatementsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PendingStatement &each = m_statements[index.row()];
    if (index.column() == Discard) {
        switch (role) {
        case Qt::DisplayRole: return tr("Discard");
        case Qt::AccessibleTextRole: return tr("Discard change %1").arg(index.row() + 1);
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole: return each.statement.sql.isEmpty() ? each.fault : each.statement.sql;
    case Qt::ToolTipRole:
        return each.fault.isEmpty() ? each.statement.sql : each.statement.sql + u"\n\n"_s + each.fault;
    case Qt::StatusTipRole: return each.fault;
    case Qt::AccessibleTextRole:
        return each.fault.isEmpty() ? each.statement.sql : each.statement.sql + u": "_s + each.fault;
    default: return {};
    }
}

}
