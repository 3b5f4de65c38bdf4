#include "app/cli/cli.h"

#include "model/sample/fill.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"database"_s, u"The database to fill."_s, u"url"_s});
    arguments.addOption({u"rows"_s, u"The rows of each model."_s, u"number"_s, u"20"_s});
    arguments.addOption({u"seed"_s, u"Another seed gives other rows."_s, u"number"_s, u"1"_s});
}

OrExit<model::SampleOptions> optionsOf(const Arguments &arguments)
{
    model::SampleOptions options;
    bool ok = false;
    options.rows = arguments.value(u"rows"_s).toInt(&ok);
    if (!ok || options.rows < 0 || options.rows > model::SampleOptions::mostRows) {
        return tl::unexpected(
            fail(u"--rows takes a number from 0 to %1, not %2"_s.arg(model::SampleOptions::mostRows)
                     .arg(arguments.value(u"rows"_s))));
    }
    options.seed = arguments.value(u"seed"_s).toULongLong(&ok);
    if (!ok)
        return tl::unexpected(fail(u"--seed takes a number, not %1"_s.arg(arguments.value(u"seed"_s))));
    return options;
}

Exit run(const Arguments &arguments)
{
    const auto options = optionsOf(arguments);
    if (!options)
        return options.error();
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const auto url = model::parseDatabaseUrl(arguments.value(u"database"_s));
    if (!url)
        return fail({}, url.error());
    const auto connection = model::Connection::open(*url, model::Access::Write);
    if (!connection)
        return fail({}, connection.error(), Exit::Failed);
    const auto filled = model::fillSample(**connection, model::resolve(file->project), *options);
    return filled ? Exit::Done : fail({}, filled.error(), Exit::Failed);
}

}

const Command sampleCommand{"sample", "FILE --database URL [--rows N] [--seed S]",
                            "fills empty tables with believable rows", declare, run};

}
