// One measurement of an include query, in a process of its own so that its peak of memory is its own.
//   query-benchmark make URL USERS          fills an empty database
//   query-benchmark ours|bare URL LEVELS    asks; prints {"ms":…,"rows":…,"megabytes":…}
// `bare` is the database's own C library with a tree of the rows' cells, for the same statement.
#include "model/database/deploy.h"
#include "model/query/runfind.h"
#include "model/file/projectfile.h"

#include <QCoreApplication>

#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr char project[] = R"({ "format": "throughline/1", "define": { "timestamps": false },
"models": [
  { "name": "User", "attributes": [{ "name": "name", "type": "STRING" }, { "name": "email", "type": "STRING" }] },
  { "name": "Project", "attributes": [{ "name": "title", "type": "STRING" }, { "name": "budget", "type": "INTEGER" }] },
  { "name": "Assignment", "attributes": [{ "name": "role", "type": "STRING" }, { "name": "hours", "type": "INTEGER" },
    { "name": "since", "type": "DATE" }] },
  { "name": "Task", "attributes": [{ "name": "title", "type": "STRING" }] },
  { "name": "Comment", "attributes": [{ "name": "body", "type": "STRING" }] }],
"associations": [
  { "kind": "belongsToMany", "source": "User", "target": "Project", "through": "Assignment" },
  { "kind": "belongsToMany", "source": "Project", "target": "User", "through": "Assignment" },
  { "kind": "hasMany", "source": "Project", "target": "Task" },
  { "kind": "hasMany", "source": "Task", "target": "Comment" }] })";

Schema benchmarkSchema()
{
    return resolve(readProject(project)->project);
}

Json benchmarkFind(int levels)
{
    const auto find =
        parseJson(levels == 1 ? R"({"model":"User","include":["Projects"],"order":[["id","ASC"]]})"
                              : R"({"model":"User","include":[{"association":"Projects","include":[
                                          {"association":"Tasks","include":["Comments"]}]}],"order":[["id","ASC"]]})");
    return *find;
}

[[noreturn]] void end(const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    std::exit(1);
}

template <typename T>
T orEnd(Result<T> result)
{
    if (!result)
        end(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Each user has 10 of as many projects as there are users; each project two tasks, each task two comments.
void make(const DatabaseUrl &url, int users)
{
    const auto connection = orEnd(Connection::open(url, Access::Create));
    orEnd(deploy(*connection, benchmarkSchema()));
    const bool isPostgres = url.dialect == &postgresDialect;
    const auto numbers = [&](int count) {
        return isPostgres
            ? u"generate_series(1, %1) AS s(n)"_s.arg(count)
            : u"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %1) SELECT n FROM s) AS s"_s
                  .arg(count);
    };
    const auto fill = [&](const QString &table, const QString &columns, const QString &values, int count) {
        orEnd(connection->execute(
            u"INSERT INTO \"%1\" (%2) SELECT %3 FROM %4"_s.arg(table, columns, values, numbers(count))));
    };
    orEnd(inTransaction(*connection, [&]() -> Result<void> {
        fill(u"Users"_s, u"name, email"_s, u"'User number ' || n, 'user' || n || '@example.org'"_s, users);
        fill(u"Projects"_s, u"title, budget"_s, u"'Project number ' || n, n * 7"_s, users);
        fill(
            u"Assignments"_s, u"\"UserId\", \"ProjectId\", role, hours, since"_s,
            u"(n - 1) / 10 + 1, ((n - 1) / 10 + (n % 10) * 37) % %1 + 1, 'role ' || n % 5, n % 40, '2020-01-02 03:04:05.678 +00:00'"_s
                .arg(users),
            users * 10);
        fill(u"Tasks"_s, u"title, \"ProjectId\""_s, u"'Task number ' || n, (n - 1) / 2 + 1"_s, users * 2);
        fill(u"Comments"_s, u"body, \"TaskId\""_s, u"'Comment number ' || n, (n - 1) / 2 + 1"_s, users * 4);
        return {};
    }));
}

/// Cells of one model in a row: from the first to the last column, told apart by the first.
struct Level
{
    int first;
    int last;
};

struct Node
{
    std::vector<std::string> cells;
    std::vector<Node *> children;
    std::unordered_map<std::string, Node *> byKey;
};

class Tree
{
public:
    explicit Tree(std::vector<Level> levels) : m_levels(std::move(levels)) { }

    template <typename CellText>
    void add(CellText cell)
    {
        Node *parent = &m_root;
        for (const Level &level : m_levels) {
            std::string key = cell(level.first);
            if (key.empty())
                return;
            Node *&node = parent->byKey[key];
            if (!node) {
                node = &m_nodes.emplace_back();
                for (int i = level.first; i <= level.last; ++i)
                    node->cells.push_back(cell(i));
                parent->children.push_back(node);
            }
            parent = node;
        }
        ++m_rows;
    }
    qint64 rows() const { return m_rows; }

private:
    std::vector<Level> m_levels;
    std::deque<Node> m_nodes;
    Node m_root;
    qint64 m_rows = 0;
};

/// The models' columns in the statement: User 3, Project 3 with 5 of the join, Task 3, Comment 3.
std::vector<Level> levelsOf(int levels)
{
    if (levels == 1)
        return {{0, 2}, {3, 10}};
    return {{0, 2}, {3, 10}, {11, 13}, {14, 16}};
}

qint64 bareSqlite(const DatabaseUrl &url, const QString &sql, int levels)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(url.path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        end(QString::fromUtf8(sqlite3_errmsg(database)));
    Tree tree(levelsOf(levels));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        tree.add([&](int i) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            return text ? std::string(text, size_t(sqlite3_column_bytes(statement, i))) : std::string();
        });
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return tree.rows();
}

qint64 barePostgres(const DatabaseUrl &url, const QString &sql, int levels)
{
    const QString info =
        u"host=%1 port=%2 user=%3 dbname=%4"_s.arg(url.host).arg(url.port).arg(url.user, url.name);
    PGconn *connection = PQconnectdb(info.toUtf8().constData());
    if (!PQsendQuery(connection, sql.toUtf8().constData()))
        end(QString::fromUtf8(PQerrorMessage(connection)));
    PQsetSingleRowMode(connection);
    Tree tree(levelsOf(levels));
    while (PGresult *result = PQgetResult(connection)) {
        for (int row = 0; row < PQntuples(result); ++row) {
            tree.add([&](int i) {
                return std::string(PQgetvalue(result, row, i), size_t(PQgetlength(result, row, i)));
            });
        }
        PQclear(result);
    }
    PQfinish(connection);
    return tree.rows();
}

rusage used()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

/// Of the process so far, in milliseconds.
double processorTime()
{
    const rusage usage = used();
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/// What was asked for since its start: time on the clock, or that of the processor.
class Stopwatch
{
public:
    explicit Stopwatch(bool isWall) : m_isWall(isWall) { restart(); }
    void restart() { m_start = now(); }
    double elapsed() const { return now() - m_start; }

private:
    double now() const
    {
        using namespace std::chrono;
        return m_isWall ? duration<double, std::milli>(steady_clock::now().time_since_epoch()).count()
                        : processorTime();
    }

    bool m_isWall;
    double m_start = 0;
};

void measure(const QString &way, const DatabaseUrl &url, int levels)
{
    const Schema schema = benchmarkSchema();
    const Json find = benchmarkFind(levels);
    // SQLite works in this process; a server's work is not this process's.
    Stopwatch watch(url.dialect != &sqliteDialect);
    qint64 rows = 0;
    double foldedAt = 0;
    if (way == u"ours") {
        const auto connection = orEnd(Connection::open(url, Access::Read));
        watch.restart();
        const Nest nest = orEnd(runFind(*connection, schema, find));
        foldedAt = watch.elapsed();
        rows = nest.rowCount();
        if (nest.json().isEmpty())
            end(u"no answer"_s);
    } else {
        const QString sql = orEnd(plan(*orEnd(readFind(find, schema)), schema, *url.dialect)).sql;
        watch.restart();
        rows = url.dialect == &sqliteDialect ? bareSqlite(url, sql, levels) : barePostgres(url, sql, levels);
        foldedAt = watch.elapsed();
    }
    std::printf("{\"ms\":%.1f,\"folded\":%.1f,\"rows\":%lld,\"megabytes\":%.1f}\n", watch.elapsed(), foldedAt,
                static_cast<long long>(rows), double(used().ru_maxrss) / 1024);
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        end(u"query-benchmark make URL USERS | ours|bare URL LEVELS | project"_s);
    const auto url = orEnd(parseDatabaseUrl(arguments[2]));
    if (arguments[1] == u"make")
        make(url, arguments[3].toInt());
    else if (arguments[1] == u"project")
        std::fputs(project, stdout);
    else
        measure(arguments[1], url, arguments[3].toInt());
    return 0;
}
