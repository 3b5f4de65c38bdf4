#include "app/window/mainwindow.h"
#include "app/window/render.h"

#include <QApplication>

using namespace Qt::StringLiterals;

/// The window's program; `throughline` starts it. With `--render` it writes one picture and shows nothing.
int main(int argc, char *argv[])
{
    const bool renders = argc > 1 && QByteArrayView(argv[1]) == "--render";
    QCoreApplication::setOrganizationName(u"Throughline"_s);
    QCoreApplication::setApplicationName(u"throughline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(THROUGHLINE_VERSION));
    if (renders) {
        const QGuiApplication application(argc, argv);
        return app::render(application.arguments().mid(2));
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Throughline"_s);
    QGuiApplication::setDesktopFileName(u"throughline"_s);
    app::MainWindow window;
    window.show();
    window.open(application.arguments().value(1));
    return application.exec();
}
