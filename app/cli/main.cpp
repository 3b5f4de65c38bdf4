#include "app/cli/cli.h"
#include "app/cli/heap.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    app::growHeap();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("throughline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(THROUGHLINE_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto exit = app::runCommandLine(arguments);
    return int(exit ? *exit : app::runWindow(arguments, true));
}
