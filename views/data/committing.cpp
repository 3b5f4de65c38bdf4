#include "model/changes/commit.h"
#include "model/sample/fill.h"
#include "model/rows/lacking.h"
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

bool DataView::isLocked() const
{
    const Place place = placeOf(m_context.origin);
    return m_committing.contains(place) || m_unanswered.contains(place);
}

/// What is being committed, or may have been, is not changed meanwhile.
void DataView::lock()
{
    using Phase = ChangesBar::Phase;
    const Place place = placeOf(m_context.origin);
    const bool isUnknown = m_unanswered.contains(place);
    m_grid->setLocked(isLocked());
    m_links->setLocked(isLocked());
    m_bar->setPhase(m_committing.contains(place) ? (isUnknown ? Phase::Looking : Phase::Committing)
                        : isUnknown              ? Phase::Unknown
                                                 : Phase::Open);
}

void DataView::commit()
{
    if (m_committing.contains(placeOf(m_context.origin)))
        return;
    if (m_unanswered.contains(placeOf(m_context.origin)))
        return look();
    m_grid->endEditing();
    m_links->endEditing();
    if (!m_bar->canCommit())
        return m_bar->explain();
    const RowOrigin &origin = m_context.origin;
    m_committing.insert(placeOf(origin));
    lock();
    const QList<model::ChangeStatement> statements = m_bar->statements();
    const model::Schema &schema = m_context.schema;
    const auto isLost = std::make_shared<bool>(false);
    const auto work = [statements, schema, isLost](Connection &connection) -> Result<void> {
        const auto done = model::commit(connection, statements);
        *isLost = !done && !connection.isAlive();
        if (done || *isLost)
            return done;
        return tl::unexpected(explained(done.error(), connection, schema, tablesOf(statements, schema)));
    };
    Q_EMIT asked(
        writingJob(u"data.commit"_s, work,
                   [self = QPointer(this), origin, statements, schema, isLost](const Result<void> &done) {
                       if (!self)
                           return;
                       if (*isLost)
                           return self->finishUnanswered(origin, {statements, schema, done.error()});
                       self->finish(origin, done);
                   }));
}

void DataView::finishUnanswered(const RowOrigin &origin, const Unanswered &unanswered)
{
    if (!m_committing.remove(placeOf(origin)))
        return;
    m_unanswered.insert(placeOf(origin), unanswered);
    if (placeOf(origin) == placeOf(m_context.origin))
        return look();
    m_grid->say(
        tr("It is not known whether the changes to %1 were committed: %2. They are looked for when you "
           "go back there.")
            .arg(origin.title, unanswered.error.message));
}

void DataView::look()
{
    const RowOrigin &origin = m_context.origin;
    const Unanswered unanswered = m_unanswered.value(placeOf(origin));
    m_committing.insert(placeOf(origin));
    m_bar->forget();
    lock();
    const auto work = [unanswered](Connection &connection) {
        return model::outcomeOf(connection, unanswered.statements, unanswered.schema);
    };
    Q_EMIT asked(writingJob(u"data.outcome"_s, work,
                            [self = QPointer(this), origin](const Result<model::Outcome> &found) {
                                if (self)
                                    self->finishLooking(origin, found);
                            }));
}

void DataView::finishLooking(const RowOrigin &origin, const Result<model::Outcome> &found)
{
    const Place place = placeOf(origin);
    if (!m_committing.contains(place))
        return;
    const bool isHere = place == placeOf(m_context.origin);
    if (found && found->isNotCommitted()) {
        m_unanswered.remove(place);
        return finish(origin,
                      model::refusal(tr("the connection was lost. The database was looked at: it has none of "
                                        "the changes")));
    }
    if (found && found->isCommitted()) {
        m_unanswered.remove(place);
        finish(origin, {});
        if (isHere)
            m_bar->say(
                tr("Committed. The connection was lost meanwhile; the changes were looked for, and are "
                   "in the database."));
        return;
    }
    m_committing.remove(place);
    if (!isHere)
        return;
    lock();
    const QString unknown = tr("It is not known whether the changes were committed: %1");
    if (!found)
        m_bar->say(unknown.arg(
            tr("the connection was lost, and they cannot be looked for: %1").arg(found.error().message)));
    else if (found->done > 0)
        m_bar->say(unknown.arg(tr("the connection was lost; %1 are in the database, and %2 are not.")
                                   .arg(found->done)
                                   .arg(found->undone)));
    else
        m_bar->say(unknown.arg(tr("the connection was lost, and the rows that are there now fit both.")));
}

void DataView::askForEngines()
{
    m_bar->setWithoutTransactions({});
    if (!(m_context.dialect().bit & model::mysqls))
        return;
    const auto work = [schema = m_context.schema](Connection &connection) {
        return model::withoutTransactions(connection, schema);
    };
    const auto done = [self = QPointer(this),
                       place = placeOf(m_context.origin)](const Result<QStringList> &models) {
        if (self && models && place == placeOf(self->m_context.origin))
            self->m_bar->setWithoutTransactions(*models);
    };
    Q_EMIT asked(job(u"data.engines"_s, work, done));
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
