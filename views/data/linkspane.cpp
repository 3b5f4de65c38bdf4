#include "views/data/linkspane.h"

#include "model/rows/lacking.h"
#include "views/data/busyline.h"
#include "views/data/emptyrows.h"
#include "views/data/notice.h"
#include "views/data/rowsview.h"
#include "views/theme/labels.h"

#include <QLineEdit>
#include <QPointer>

using namespace Qt::StringLiterals;

/// What LinksPane reads; its widgets are in linkslayout.cpp, its edits in linksedits.cpp.
namespace views {

using model::Connection;
using model::Result;

LinksPane::LinksPane(QWidget *parent) : QWidget(parent)
{
    m_linked = makeSide(u"data.linked"_s, u"linked"_s);
    m_notLinked = makeSide(u"data.notLinked"_s, u"notLinked"_s);
    build();
    connectSide(m_linked);
    connectSide(m_notLinked);
    connect(m_linked.feed, &RowsFeed::arrived, this, [this](bool isOther) {
        if (!isOther)
            return;
        m_linked.isCurrent = true;
        m_linked.rows->setTable(&through());
        arrange();
        fitColumns();
        if (!m_linked.view->land())
            chooseJoinRow();
        countLinked();
    });
    connect(m_notLinked.feed, &RowsFeed::arrived, this, [this](bool isOther) {
        if (!isOther)
            return;
        arrange();
        m_notLinked.isCurrent = m_sought == m_find->text();
        const bool isOtherSearch = std::exchange(m_found, m_sought) != m_sought;
        const bool hasNone = !m_notLinked.view->currentIndex().isValid();
        if (!m_notLinked.view->land() && m_notLinked.rows->rowCount() > 0 && (hasNone || isOtherSearch))
            m_notLinked.view->choose(0);
        countNotLinked();
    });
    connect(&m_typing, &QTimer::timeout, this, &LinksPane::readNotLinked);
    showLinks({.reason = tr("Choose a row to see what it is linked to.")});
}

void LinksPane::setContext(const Context &context)
{
    m_context = context;
    m_linked.view->delegate()->setContext(context.schema, &context.dialect());
}

const model::ResolvedAssociation &LinksPane::association() const
{
    return m_context.schema.associations[m_subject.association];
}

const model::Table &LinksPane::through() const
{
    return m_context.schema.tables[association().through];
}

void LinksPane::showLinks(const LinksSubject &subject)
{
    const bool isSame = isShown() && subject.reason.isNull() && m_subject.isSameList(subject);
    m_wantsJoinRow |= !isSame || m_subject.joinRow != subject.joinRow;
    if (!isSame && m_subject.association != subject.association)
        m_find->clear();
    m_subject = subject;
    showHead();
    if (!isShown()) {
        m_notice->clear();
        for (Side *side : {&m_linked, &m_notLinked}) {
            side->feed->clear();
            side->stored.reset();
        }
        return;
    }
    if (isSame)
        return chooseJoinRow();
    m_linked.isCurrent = m_notLinked.isCurrent = false;
    read();
}

void LinksPane::refresh()
{
    if (isShown())
        read();
}

void LinksPane::read()
{
    ++m_ticket;
    m_notice->clear();
    m_linked.stored.reset();
    const model::LinksOf links{m_subject.association, m_subject.sourceKey, {}};
    m_linked.feed->start(
        [schema = m_context.schema, links](Connection &connection) {
            return model::linkedRows(schema, links, connection.dialect());
        },
        explain());
    readNotLinked();
}

void LinksPane::readNotLinked()
{
    m_typing.stop();
    if (!isShown())
        return;
    m_notLinked.stored.reset();
    m_notice->clear();
    m_sought = m_find->text();
    const model::LinksOf links{m_subject.association, m_subject.sourceKey, m_sought};
    m_notLinked.feed->start(
        [schema = m_context.schema, links](Connection &connection) {
            return model::notLinkedRows(schema, links, connection.dialect());
        },
        explain());
}

RowsFeed::Explain LinksPane::explain() const
{
    const model::ResolvedAssociation &a = association();
    return [schema = m_context.schema, tables = QList<int>{a.source, a.through, a.target}](
               const model::Error &fault, Connection &connection) {
        return explained(fault, connection, schema, tables);
    };
}

void LinksPane::countLinked()
{
    if (!m_linked.rows->hasAfter() && !m_linked.rows->hasBefore()) {
        m_linked.stored = m_linked.rows->rows().size();
        return showCounts();
    }
    const auto work = [source = m_linked.rows->source()](Connection &connection) {
        return countRows(connection, source);
    };
    const auto done = [self = QPointer(this), subject = m_subject](const Result<qint64> &count) {
        if (!self || !count || !self->m_subject.isSameList(subject))
            return;
        self->m_linked.stored = *count;
        self->showCounts();
    };
    Q_EMIT asked(job(u"data.linkedCount"_s, work, done));
}

void LinksPane::countNotLinked()
{
    if (!m_notLinked.rows->hasAfter() && !m_notLinked.rows->hasBefore()) {
        m_notLinked.stored = m_notLinked.rows->rows().size();
        return showCounts();
    }
    showCounts();
    const model::LinksOf links{m_subject.association, m_subject.sourceKey, m_found};
    const auto work = [schema = m_context.schema, links](Connection &connection) {
        return model::countNotLinked(connection, schema, links);
    };
    const auto done = [self = QPointer(this), links](const Result<qint64> &count) {
        const bool isCurrent = self && self->m_subject.association == links.association
            && self->m_subject.sourceKey == links.sourceKey && self->m_found == links.filter;
        if (!isCurrent || !count)
            return;
        self->m_notLinked.stored = *count;
        self->showCounts();
    };
    Q_EMIT asked(job(u"data.notLinkedCount"_s, work, done));
}

void LinksPane::setChanges(const model::Changes &changes, const LabelBook &labels)
{
    m_changes = changes;
    m_labels = labels;
    arrange();
}

/// Puts rows that change sides on the side where they will be.
void LinksPane::arrange()
{
    if (!isShown())
        return;
    m_linked.rows->setChanges(m_changes, comingLinks(), m_labels);
    m_notLinked.rows->setChanges({}, comingTargets(), m_labels);
    showCounts();
}

void LinksPane::showCounts()
{
    const auto text = [](const Side &side, int change) {
        return side.stored ? countText(qMax<qint64>(*side.stored + change, side.rows->rowCount())) : u"…"_s;
    };
    m_linkedCount->setText(text(m_linked, m_linkedChange));
    m_notLinkedCount->setText(text(m_notLinked, m_notLinkedChange));
    const auto isRead = [](const Side &side) {
        return side.rows->rowCount() == 0 && !side.feed->isBusy() && !side.rows->source().table.isEmpty();
    };
    const QString &target = m_context.schema.tables[association().target].model;
    m_linked.empty->say(isRead(m_linked)
                            ? tr("Nothing is linked. Choose a %1 at the right and press Space.").arg(target)
                            : QString());
    m_notLinked.empty->say(!isRead(m_notLinked)           ? QString()
                               : m_find->text().isEmpty() ? tr("Every %1 is linked.").arg(target)
                                                          : tr("No %1 is called so.").arg(target));
    m_link->setVisible(m_notLinked.rows->rowCount() > 0 && !m_isLocked);
    m_unlink->setVisible(m_linked.rows->rowCount() > 0 && !m_isLocked);
}

void LinksPane::chooseJoinRow()
{
    const int row = m_wantsJoinRow ? m_linked.rows->rowOf(m_subject.joinRow) : -1;
    m_wantsJoinRow &= !m_linked.isCurrent;
    if (row >= 0)
        m_linked.view->choose(row);
    else if (m_linked.rows->rowCount() > 0 && !m_linked.view->currentIndex().isValid())
        m_linked.view->choose(0);
}

}
