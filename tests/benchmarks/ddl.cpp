// What a script costs from a project that is read: resolve and text, on the heap of the command.
//   ddl-benchmark FILE   prints {"resolve":MS,"text":MS,"bytes":N}, each the best of some rounds
#include "app/cli/heap.h"
#include "model/ddl/create.h"
#include "model/file/projectfile.h"
#include "model/sql/dialect.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

int main(int argc, char *argv[])
{
    app::growHeap();
    const auto file =
        argc > 1 ? model::loadProject(QString::fromLocal8Bit(argv[1])) : model::loadProject(QString());
    if (!file) {
        std::fprintf(stderr, "%s\n", qPrintable(file.error().message));
        return 1;
    }
    double resolving = 1e9;
    double writing = 1e9;
    qsizetype bytes = 0;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer timer;
        timer.start();
        const model::Schema schema = model::resolve(file->project);
        const double resolved = double(timer.nsecsElapsed()) / 1e6;
        bytes = model::createScript(schema, model::postgresDialect).size();
        writing = std::min(writing, double(timer.nsecsElapsed()) / 1e6 - resolved);
        resolving = std::min(resolving, resolved);
    }
    std::printf("{\"resolve\":%.3f,\"text\":%.3f,\"bytes\":%lld}\n", resolving, writing,
                static_cast<long long>(bytes));
    return 0;
}
