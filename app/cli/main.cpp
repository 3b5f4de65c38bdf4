#include "app/cli/cli.h"
#include "app/cli/heap.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// A file that is opened must not get the number of a stream that the caller has closed.
void occupyStreams()
{
    int file = 0;
    while (file >= 0 && file <= STDERR_FILENO)
        file = open("/dev/null", O_RDONLY);
    if (file >= 0)
        close(file);
}

}

int main(int argc, char *argv[])
{
    occupyStreams();
    app::growHeap();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("throughline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(THROUGHLINE_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto exit = app::runCommandLine(arguments);
    return int(app::finish(exit ? *exit : app::runWindow(arguments, true)));
}
