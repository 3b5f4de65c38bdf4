#include "model/database/deploy.h"

#include "app/cli/cli.h"
#include "app/cli/interrupt.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"database"_s, u"The database to create the schema in."_s, u"url"_s});
}

Exit run(const Arguments &arguments)
{
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    const auto url = model::parseDatabaseUrl(arguments.value(u"database"_s));
    if (!url)
        return fail({}, url.error());
    const bool isNew = !url->path.isEmpty() && !url->isMemory() && !QFile::exists(url->path);
    const auto failed = [&](const model::Error &error) {
        // A file that this call made goes again.
        if (isNew)
            QFile::remove(url->path);
        return fail({}, error, Exit::Failed);
    };
    {
        auto connection = model::Connection::open(*url, model::Access::Create);
        if (!connection)
            return failed(connection.error());
        const auto deployed = [&] {
            const CancelOnInterrupt interrupt(**connection);
            return model::deploy(**connection, model::resolve(file->project));
        }();
        if (deployed)
            return Exit::Done;
        connection->reset();
        return failed(deployed.error());
    }
}

}

const Command deployCommand{"deploy", "FILE --database URL", "creates the schema in an empty database",
                            declare, run};

}
