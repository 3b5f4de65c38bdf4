#include "model/query/runfind.h"

#include "model/database/deploy.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What the statements of a query take of what they may take. A statement that gives no rows for a long time
/// is ended from outside.
class Allowance
{
public:
    Allowance(Connection &connection, const QueryLimits &limits) : m_limits(limits)
    {
        if (limits.seconds > 0)
            m_clock = std::thread([this, &connection] { watch(connection); });
    }
    ~Allowance()
    {
        if (!m_clock.joinable())
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_isDone = true;
        }
        m_ended.notify_all();
        m_clock.join();
    }
    Q_DISABLE_COPY_MOVE(Allowance)

    /// Counts a row; false where it is one too many.
    bool takes(const Nest &nest)
    {
        const qint64 bytes = m_bytes + nest.byteCount();
        return !m_isLate && (m_limits.rows == 0 || ++m_rows <= m_limits.rows)
            && (m_limits.megabytes == 0 || bytes >> 20 < m_limits.megabytes);
    }
    /// A nest whose rows are all there.
    void keep(const Nest &nest) { m_bytes += nest.byteCount(); }

    std::optional<Error> fault() const
    {
        if (m_isLate)
            return over(Text::tr("%1 s").arg(m_limits.seconds));
        if (m_limits.rows > 0 && m_rows > m_limits.rows)
            return over(Text::tr("%1 rows").arg(m_limits.rows));
        return {};
    }
    Error overMemory() const { return over(Text::tr("%1 MB").arg(m_limits.megabytes)); }

private:
    static Error over(const QString &limit)
    {
        return {.message = Text::tr("Q03: the query takes more than %1, which is its limit").arg(limit)};
    }

    void watch(Connection &connection)
    {
        std::unique_lock lock(m_mutex);
        const auto isDone = [this] { return m_isDone; };
        if (m_ended.wait_for(lock, std::chrono::seconds(m_limits.seconds), isDone))
            return;
        m_isLate = true;
        // A database forgets a cancel that comes just before a statement begins.
        do
            connection.cancel();
        while (!m_ended.wait_for(lock, std::chrono::milliseconds(20), isDone));
    }

    const QueryLimits m_limits;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    std::atomic<bool> m_isLate = false;
    bool m_isDone = false;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::thread m_clock;
};

/// What stays the same for the statements of one query.
struct Asking
{
    Connection &connection;
    const Schema &schema;
    const DeclaredTypes &declared;
    Allowance &allowance;
};

bool hasCode(const QString &message)
{
    static const QRegularExpression code(u"^Q\\d\\d: "_s);
    return code.match(message).hasMatch();
}

/// What cannot be asked for has a code too.
Error coded(Error error)
{
    if (!hasCode(error.message))
        error.message.prepend("Q02: "_L1);
    return error;
}

/// MariaDB's driver refuses a result that has two columns of one name.
std::optional<Error> sameNames(const QList<ResultColumn> &columns, const Dialect &dialect, int place)
{
    QSet<QByteArray> names;
    for (const ResultColumn &column : columns) {
        if (dialect.uniqueResultNames && names.contains(column.name)) {
            return Error{.message =
                             Text::tr("two columns of the result are called %1: %2's driver refuses that")
                                 .arg(QString::fromUtf8(column.name), dialect.title),
                         .offset = place};
        }
        names.insert(column.name);
    }
    return {};
}

const Shape *includeOf(const Shape &shape, const QString &as)
{
    const auto found = std::find_if(shape.includes.begin(), shape.includes.end(),
                                    [&](const Shape &each) { return each.name == as; });
    return found == shape.includes.end() ? nullptr : &*found;
}

/// Do the steps of a path lead from include to include?
bool isWay(const Shape &root, const QStringList &path)
{
    const Shape *at = &root;
    for (const QString &as : path) {
        const Shape *next = includeOf(*at, as);
        if (!next)
            return at->separates.contains(as);
        at = next;
    }
    return true;
}

/// Is a path of includes called so? A name can hold dots.
bool isNamed(const Shape &shape, const QString &path)
{
    if (path.isEmpty() || shape.separates.contains(path))
        return true;
    return std::any_of(shape.includes.begin(), shape.includes.end(), [&](const Shape &each) {
        return path == each.name
            || (path.startsWith(each.name + u'.') && isNamed(each, path.mid(each.name.size() + 1)));
    });
}

/// A column `a.b` where there is no include `a`: Sequelize fails over its first row.
std::optional<Error> columnOfNothing(const QList<ResultColumn> &columns, const Plan &plan, int place)
{
    const bool isWalked = plan.grouped && !plan.shape.shownIncludes.isEmpty();
    for (const ResultColumn &column : columns) {
        if (!column.name.contains('.') || plan.shortened.contains(column.name))
            continue;
        const QString path = QString::fromUtf8(column.name.left(column.name.lastIndexOf('.')));
        const bool isFound = isWalked ? isWay(plan.shape, path.split(u'.')) : isNamed(plan.shape, path);
        if (isFound || !(isWalked || plan.looksForModels))
            continue;
        return Error{.message =
                         Text::tr("the result has a column %1, but no include of that name: Sequelize fails")
                             .arg(QString::fromUtf8(column.name)),
                     .offset = place};
    }
    return {};
}

/// The statement of a query, then those of its separate includes.
Result<Nest> answer(const Asking &asking, const FindNode &find, const RowWatch &watch)
{
    const auto planned = plan(find, asking.schema, asking.connection.dialect(), asking.declared);
    if (!planned)
        return tl::unexpected(coded(planned.error()));
    std::optional<Nest> nest;
    std::optional<Error> fault;
    std::optional<Error> faultWithRows = planned->faultWithRows;
    const auto selected = asking.connection.selectGuarded(
        planned->sql,
        [&](const QList<ResultColumn> &columns) {
            fault = sameNames(columns, asking.connection.dialect(), find.place);
            if (!faultWithRows)
                faultWithRows = columnOfNothing(columns, *planned, find.place);
            nest.emplace(*planned, columns);
            if (watch.columns)
                watch.columns(columns);
        },
        [&](std::span<const Cell> row) {
            nest->add(row);
            if (watch.row)
                watch.row(row);
            if (!asking.allowance.takes(*nest))
                fault = asking.allowance.fault().value_or(asking.allowance.overMemory());
            return !faultWithRows && !fault;
        });
    if (const auto late = asking.allowance.fault())
        return tl::unexpected(*late);
    if (!selected)
        return tl::unexpected(selected.error());
    if (!nest)
        return refusal(Text::tr("the statement returns no rows"));
    asking.allowance.keep(*nest);
    if (fault)
        return tl::unexpected(*fault);
    if (faultWithRows && nest->rowCount() > 0)
        return tl::unexpected(*faultWithRows);
    for (const Separate &separate : planned->separates) {
        const Json::Array keys = nest->keysFor(separate);
        if (keys.isEmpty())
            continue;
        if (separate.parentColumn.isEmpty() && separate.find->limit.toInteger() > 0 && keys.size() > 1)
            return refusalAt(
                separate.find->place,
                Text::tr("Q39: %1 is asked for by a key that the attributes of the records above "
                         "leave out, and with a limit Sequelize refuses that")
                    .arg(separate.name));
        auto children = answer(asking, *findFor(separate, keys), {});
        if (!children)
            return children;
        if (const auto attached = nest->attach(separate, std::move(*children)); !attached)
            return tl::unexpected(attached.error());
    }
    return std::move(*nest);
}

/// A statement that was ended from outside, or a connection that is gone: not the query's fault.
bool isInterrupted(Connection &connection, const QString &message)
{
    return message.contains("interrupted"_L1) || message.contains("canceling statement"_L1)
        || !selectText(connection, u"SELECT 1"_s);
}

/// What the database says of a statement, with the reason where it is known.
Error explained(Connection &connection, Error error, const Notes &notes)
{
    const auto reason = std::find_if(notes.begin(), notes.end(), std::mem_fn(&Note::fails));
    const bool hasPlace = error.offset >= 0;
    if (isOverLimits(error) || (hasPlace && reason == notes.end()))
        return coded(error);
    const bool isRefused = hasPlace || hasCode(error.message);
    if (!isRefused && isInterrupted(connection, error.message))
        return error;
    if (reason != notes.end())
        error.message = Text::tr("%1 (%2)").arg(textOf(*reason), error.message);
    else if (!isRefused)
        error.message =
            Text::tr("Q01: The database refuses the statement that Sequelize makes: %1").arg(error.message);
    return error;
}

void addNotes(Nest &nest, const Notes &notes, const Json &find, const FindNode &node, const Schema &schema,
              const Dialect &dialect)
{
    // What should have failed and did not is no matter.
    for (const Note &note : notes) {
        if (!note.fails || note.code == u"Q04")
            nest.addNote(note);
    }
    for (const QStringList &path : nest.several())
        nest.addNote(noteOnSeveral(find, node, path, schema, dialect));
    if (dialect.bit == sqliteBit) {
        for (const QString &attribute : nest.bigNumbers())
            nest.addNote(noteOnBigNumber(find, node, attribute, schema));
    }
}

}

bool isOverLimits(const Error &error)
{
    return error.message.startsWith("Q03: "_L1);
}

Result<Nest> runFind(Connection &connection, const Schema &schema, const Json &find, const RowWatch &watch,
                     const QueryLimits &limits)
{
    const auto read = readFind(find, schema);
    if (!read)
        return tl::unexpected(coded(read.error()));
    const auto declared = declaredTypes(connection, schema);
    if (!declared)
        return tl::unexpected(declared.error());
    const Notes notes = notesOn(find, **read, schema, connection.dialect());
    auto nest = [&] {
        Allowance allowance(connection, limits);
        return answer({connection, schema, *declared, allowance}, **read, watch);
    }();
    if (!nest)
        return tl::unexpected(explained(connection, nest.error(), notes));
    addNotes(*nest, notes, find, **read, schema, connection.dialect());
    return nest;
}

}
