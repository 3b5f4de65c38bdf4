#include "views/data/rowsfeed.h"

#include <QPointer>

namespace views {

using model::Connection;
using model::Page;
using model::Result;
using model::RowSource;

RowsFeed::RowsFeed(const QString &lane, RowsModel *rows, QObject *parent)
    : QObject(parent), m_lane(lane), m_rows(rows)
{
}

void RowsFeed::start(Source make, const Explain &explain, const model::Values &key)
{
    m_explain = explain;
    ask(Place::Other, [make = std::move(make), key](Connection &connection) -> Result<Read> {
        auto source = make(connection);
        if (!source)
            return tl::unexpected(source.error());
        auto page = key.isEmpty() ? Result<Page>() : pageAt(connection, *source, key, RowsModel::pageSize);
        std::optional<qint64> before;
        // The row may be gone, or the filter may leave it out.
        if (key.isEmpty() || !page || page->rows.isEmpty())
            page = firstPage(connection, *source, RowsModel::pageSize);
        if (!page)
            return tl::unexpected(page.error());
        if (!page->hasBefore)
            before = 0;
        return Read{*source, *page, before};
    });
}

void RowsFeed::first()
{
    ask(Place::Other, [source = m_rows->source()](Connection &connection) {
        return firstPage(connection, source, RowsModel::pageSize).map([&](const Page &page) {
            return Read{source, page, 0};
        });
    });
}

void RowsFeed::last()
{
    ask(Place::Other, [source = m_rows->source()](Connection &connection) {
        return lastPage(connection, source, RowsModel::pageSize).map([&](const Page &page) {
            return Read{source, page, page.hasBefore ? std::optional<qint64>() : 0};
        });
    });
}

void RowsFeed::goTo(const model::Values &key)
{
    ask(Place::Other, [source = m_rows->source(), key](Connection &connection) {
        return pageAt(connection, source, key, RowsModel::pageSize).map([&](const Page &page) {
            return Read{source, page, page.hasBefore ? std::optional<qint64>() : 0};
        });
    });
}

void RowsFeed::after()
{
    if (m_isBusy || !m_rows->hasAfter() || m_rows->rows().isEmpty())
        return;
    ask(Place::After,
        [source = m_rows->source(), place = m_rows->rows().last().place](Connection &connection) {
            return pageAfter(connection, source, place, RowsModel::pageSize).map([&](const Page &page) {
                return Read{source, page, {}};
            });
        });
}

void RowsFeed::before()
{
    if (m_isBusy || !m_rows->hasBefore() || m_rows->rows().isEmpty())
        return;
    ask(Place::Before,
        [source = m_rows->source(), place = m_rows->rows().first().place](Connection &connection) {
            return pageBefore(connection, source, place, RowsModel::pageSize).map([&](const Page &page) {
                return Read{source, page, {}};
            });
        });
}

void RowsFeed::cancel()
{
    if (!m_isBusy)
        return;
    ++m_ticket;
    m_isBusy = false;
    // A newer job of the lane ends the older one.
    Q_EMIT asked({m_lane, false, [](const Result<Connection *> &) {}, [] {}});
    Q_EMIT ended();
}

void RowsFeed::clear()
{
    cancel();
    m_rows->clear();
}

void RowsFeed::ask(Place place, const Work &work)
{
    const int ticket = ++m_ticket;
    m_isBusy = true;
    Q_EMIT started();
    const auto told = [work, explain = m_explain](Connection &connection) {
        return work(connection).map_error([&](const model::Error &fault) {
            return explain(fault, connection);
        });
    };
    Q_EMIT asked(job(m_lane, told, [self = QPointer(this), place, ticket](const Result<Read> &read) {
        if (self && self->m_ticket == ticket)
            self->take(place, read);
    }));
}

void RowsFeed::take(Place place, const Result<Read> &read)
{
    m_isBusy = false;
    if (!read) {
        Q_EMIT refused(read.error());
    } else {
        switch (place) {
        case Place::Other: m_rows->replace(read->source, read->page, read->before); break;
        case Place::After: m_rows->append(read->page); break;
        case Place::Before: m_rows->prepend(read->page); break;
        }
        Q_EMIT arrived(place == Place::Other);
    }
    Q_EMIT ended();
}

}
