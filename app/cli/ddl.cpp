#include "app/cli/cli.h"

#include "model/check/check.h"
#include "model/ddl/create.h"

#include <future>

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"dialect"_s, u"The database product."_s, u"dialect"_s});
    arguments.addOption({u"output"_s, u"The file to write."_s, u"file"_s});
}

Exit run(const Arguments &arguments)
{
    const auto dialect = dialectOf(arguments, &model::sqliteDialect);
    if (!dialect)
        return dialect.error();
    // The process ends with the command: what is large is never taken apart.
    static const auto &file = *new auto(projectOf(arguments));
    if (!file)
        return file.error();
    static const auto &schema = *new auto(model::resolve(file->project));
    auto problems = std::async(std::launch::async, [&dialect] {
        return model::check(file->project, schema, (*dialect)->bit, model::Severity::Error);
    });
    const Exit written = output(arguments, model::createScript(schema, **dialect).toUtf8());
    if (written != Exit::Done)
        return written;
    const QList<model::Problem> errors = problems.get();
    if (errors.isEmpty())
        return Exit::Done;
    const model::Locator locator(*file);
    for (const model::Problem &problem : errors)
        fail(lineOf(problem, locator));
    return Exit::Failed;
}

}

const Command ddlCommand{"ddl", "FILE [--dialect sqlite] [--output F]",
                         "prints the script that creates the schema", declare, run};

}
