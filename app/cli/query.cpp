#include "app/cli/cli.h"

#include "model/sample/embedded.h"
#include "model/query/runfind.h"
#include "model/query/jsontext.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The query or queries of a call, with the text that they stand in.
struct Asked
{
    QString name;
    QByteArray text;
    model::Json json;

    bool isBatch() const { return json.isArray(); }
};

void declare(Arguments &arguments)
{
    arguments.addOption(
        {u"query"_s, u"A file with the options of findAll; - reads standard input."_s, u"file"_s});
    arguments.addOption({u"name"_s, u"A query saved in the project."_s, u"name"_s});
    arguments.addOption({u"database"_s, u"The database; without it, sample data."_s, u"url"_s});
    arguments.addOption({u"dialect"_s, u"The dialect of --sql."_s, u"dialect"_s});
    arguments.addOption({u"sql"_s, u"Prints the statements instead."_s});
    arguments.addOption({u"pretty"_s, u"Indents the JSON."_s});
    const model::QueryLimits limits = model::QueryLimits::ofSamples();
    arguments.addOption({u"max-rows"_s,
                         u"Stops after so many rows; 0 is no limit. On sample data %1."_s.arg(limits.rows),
                         u"number"_s});
    arguments.addOption({u"max-memory"_s,
                         u"Stops when rows take so many MB. On sample data %1."_s.arg(limits.megabytes),
                         u"number"_s});
    arguments.addOption({u"max-seconds"_s,
                         u"Stops after so many seconds. On sample data %1."_s.arg(limits.seconds),
                         u"number"_s});
}

OrExit<Asked> savedQuery(const model::ProjectFile &file, const QString &path, const QString &name)
{
    const model::Query *query = model::queryNamed(file.project, name);
    if (!query) {
        QStringList known;
        for (const model::Query &each : file.project.queries)
            known.append(each.name);
        return tl::unexpected(
            fail(u"%1 has no query \"%2\"; it has %3"_s.arg(path, name, known.join(u", "_s))));
    }
    return Asked{path, file.text, query->find};
}

OrExit<Asked> queryFile(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return tl::unexpected(fail(u"cannot read %1: %2"_s.arg(path, file.errorString())));
    constexpr qint64 largest = 64LL << 20;
    Asked asked{path == u"-" ? u"standard input"_s : path, file.read(largest + 1), {}};
    if (asked.text.size() > largest)
        return tl::unexpected(fail(u"%1 is larger than %2 MB"_s.arg(asked.name).arg(largest >> 20)));
    auto json = model::parseJson(asked.text);
    if (!json)
        return tl::unexpected(fail(asked.name, json.error()));
    asked.json = std::move(*json);
    return asked;
}

OrExit<Asked> askedIn(const Arguments &arguments, const model::ProjectFile &file)
{
    const bool named = arguments.isSet(u"name"_s);
    if (named == arguments.isSet(u"query"_s))
        return tl::unexpected(fail(u"expected either --query or --name"_s));
    return named ? savedQuery(file, arguments.positionalArguments().value(0), arguments.value(u"name"_s))
                 : queryFile(arguments.value(u"query"_s));
}

/// Runs each query with `answer` and prints what came of them; what is questionable about the answer of a
/// single one goes to standard error.
template <typename Answer>
Exit printAnswers(const Asked &asked, bool pretty, Answer answer)
{
    const auto shown = [pretty](const QByteArray &json) { return pretty ? model::indentedText(json) : json; };
    if (!asked.isBatch()) {
        const auto rows = answer(asked.json);
        if (rows) {
            for (const model::Note &note : rows->notes())
                fail(asked.name, model::Error{.message = model::textOf(note)});
            print(shown(rows->json()) + '\n');
            return Exit::Done;
        }
        // What names a place is the query's fault, the rest is the database's.
        const model::Error error = model::located(rows.error(), asked.text);
        return fail(asked.name, error, rows.error().offset >= 0 ? Exit::Wrong : Exit::Failed);
    }
    QByteArray batch = "[";
    bool failed = false;
    for (const model::Json &query : asked.json.items()) {
        const auto rows = answer(query);
        failed = failed || !rows;
        if (batch.size() > 1)
            batch += ',';
        if (rows)
            batch += "{\"rows\":" + rows->json() + '}';
        else
            batch += "{\"error\":" + model::quotedJson(rows.error().message).toUtf8() + '}';
    }
    print(shown(batch + ']') + '\n');
    return failed ? Exit::Failed : Exit::Done;
}

/// The statements, one on a line.
Exit printStatements(const Asked &asked, const model::Schema &schema, const model::Dialect &dialect)
{
    bool failed = false;
    for (const model::Json &query : asked.isBatch() ? asked.json.items() : model::Json::Array{asked.json}) {
        const auto read = model::readFind(query, schema);
        const auto statements =
            read ? model::statementsOf(**read, schema, dialect) : tl::unexpected(read.error());
        if (!statements) {
            const Exit exit = fail(asked.name, model::located(statements.error(), asked.text));
            if (!asked.isBatch())
                return exit;
            failed = true;
            continue;
        }
        print(statements->join(u'\n') + u'\n');
    }
    return failed ? Exit::Failed : Exit::Done;
}

/// The database that a query runs on where none is named. Nothing can be written to it.
model::Result<std::unique_ptr<model::Connection>> sampleDatabase(const model::Schema &schema)
{
    auto database = model::embeddedDatabase(schema);
    if (!database)
        return tl::unexpected(database.error());
    for (const model::Error &skipped : database->skipped)
        fail(u"sample data"_s, skipped);
    return database->connection->execute(u"PRAGMA query_only = ON"_s).map([&](qint64) {
        return std::move(database->connection);
    });
}

OrExit<model::QueryLimits> limitsOf(const Arguments &arguments)
{
    model::QueryLimits limits =
        arguments.isSet(u"database"_s) ? model::QueryLimits() : model::QueryLimits::ofSamples();
    for (const auto &[option, limit] :
         {std::pair(u"max-rows"_s, &limits.rows), std::pair(u"max-memory"_s, &limits.megabytes),
          std::pair(u"max-seconds"_s, &limits.seconds)})
    {
        if (!arguments.isSet(option))
            continue;
        bool ok = false;
        *limit = arguments.value(option).toLongLong(&ok);
        if (!ok || *limit < 0)
            return tl::unexpected(
                fail(u"--%1 takes a number, not %2"_s.arg(option, arguments.value(option))));
    }
    return limits;
}

Exit run(const Arguments &arguments)
{
    const auto limits = limitsOf(arguments);
    if (!limits)
        return limits.error();
    const auto dialect = dialectOf(arguments, &model::sqliteDialect);
    if (!dialect)
        return dialect.error();
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const auto asked = askedIn(arguments, *file);
    if (!asked)
        return asked.error();
    const model::Schema schema = model::resolve(file->project);
    std::optional<model::DatabaseUrl> url;
    if (arguments.isSet(u"database"_s)) {
        const auto parsed = model::parseDatabaseUrl(arguments.value(u"database"_s));
        if (!parsed)
            return fail({}, parsed.error());
        url = *parsed;
    }
    if (arguments.isSet(u"sql"_s))
        return printStatements(*asked, schema, url ? *url->dialect : **dialect);

    const auto connection = url ? model::Connection::open(*url, model::Access::Read) : sampleDatabase(schema);
    if (!connection)
        return fail({}, connection.error(), Exit::Failed);
    return printAnswers(*asked, arguments.isSet(u"pretty"_s), [&](const model::Json &query) {
        return model::runFind(**connection, schema, query, {}, *limits);
    });
}

}

const Command queryCommand{
    "query",
    "FILE (--query Q.json | --query - | --name SAVED) [--database URL] [--dialect D] [--sql] "
    "[--pretty] [--max-rows N] [--max-memory MB] [--max-seconds S]",
    "prints what findAll returns", declare, run};

}
