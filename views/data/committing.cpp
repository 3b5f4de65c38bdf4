#include "model/data/commit.h"
#include "model/data/fill.h"
#include "model/data/lacking.h"
#include "views/data/changesbar.h"
#include "views/data/dataview.h"
#include "views/data/gridpane.h"

#include <QPointer>

#include <numeric>

using namespace Qt::StringLiterals;

/// What DataView writes to the database, and what becomes of it while another one is looked at.
namespace views {

using model::Changes;
using model::Connection;
using model::Result;

namespace {

QList<int> tablesOf(const QList<model::ChangeStatement> &statements, const model::Schema &schema)
{
    QList<int> tables;
    for (const model::ChangeStatement &statement : statements) {
        const int table = schema.indexOfModel(statement.row.model);
        if (table >= 0 && !tables.contains(table))
            tables.append(table);
    }
    return tables;
}

}

bool DataView::isCommitting() const
{
    return m_committing.contains(placeOf(m_context.origin));
}

/// What is being committed is not changed meanwhile.
void DataView::lock()
{
    const bool isLocked = isCommitting();
    m_grid->setLocked(isLocked);
    m_links->setLocked(isLocked);
    m_bar->setCommitting(isLocked);
}

void DataView::commit()
{
    if (isCommitting())
        return;
    m_grid->endEditing();
    m_links->endEditing();
    if (!m_bar->canCommit())
        return m_bar->explain();
    const RowOrigin &origin = m_context.origin;
    m_committing.insert(placeOf(origin));
    lock();
    const auto work = [statements = m_bar->statements(), schema = m_context.schema](Connection &connection) {
        return model::commit(connection, statements).map_error([&](const model::Error &fault) {
            return explained(fault, connection, schema, tablesOf(statements, schema));
        });
    };
    Q_EMIT asked(
        writingJob(u"data.commit"_s, work, [self = QPointer(this), origin](const Result<void> &done) {
            if (self)
                self->finish(origin, done);
        }));
}

void DataView::finish(const RowOrigin &origin, const Result<void> &done)
{
    // Those of a project that is gone are nobody's any more.
    if (!m_committing.remove(placeOf(origin)))
        return;
    if (placeOf(origin) != placeOf(m_context.origin))
        return finishElsewhere(origin, done);
    lock();
    if (!done)
        return m_bar->showRefusal(done.error());
    const Changes changes = m_pending.changes;
    m_pending.history.clear();
    setChanges({.list = {}, .lastNumber = changes.lastNumber});
    Q_EMIT committed(changes, origin);
    refresh();
}

void DataView::finishElsewhere(const RowOrigin &origin, const Result<void> &done)
{
    if (!done) {
        m_refusals.insert(placeOf(origin), done.error());
        return m_grid->say(
            tr("Not committed to %1, where the changes wait: %2").arg(origin.title, done.error().message));
    }
    Pending &pending = m_elsewhere[placeOf(origin)];
    const Changes changes = pending.changes;
    pending.changes = {.list = {}, .lastNumber = changes.lastNumber};
    pending.history.clear();
    Q_EMIT committed(changes, origin);
}

void DataView::fill()
{
    const auto work = [schema = m_context.schema](Connection &connection) {
        return model::fillSample(connection, schema).map_error([&](const model::Error &fault) {
            QList<int> tables(schema.tables.size());
            std::iota(tables.begin(), tables.end(), 0);
            return explained(fault, connection, schema, tables);
        });
    };
    Q_EMIT asked(writingJob(u"data.fill"_s, work,
                            [self = QPointer(this), origin = m_context.origin](const Result<void> &done) {
                                if (!self)
                                    return;
                                if (!done)
                                    return self->m_grid->say(done.error().message);
                                Q_EMIT self->committed({}, origin);
                                self->refresh();
                            }));
}

}
