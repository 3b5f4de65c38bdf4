#include "app/window/render.h"

#include "model/file/projectfile.h"
#include "views/diagram/picture.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

int render(const QStringList &arguments)
{
    const auto project = model::loadProject(arguments.value(0));
    const views::Theme &theme = arguments.value(2) == u"dark" ? views::darkTheme : views::lightTheme;
    const auto written = project.and_then([&](const model::ProjectFile &file) {
        return views::writePicture(file.project, arguments.value(1), theme, arguments.value(3).toDouble());
    });
    if (!written)
        std::fprintf(stderr, "throughline: %s\n", qUtf8Printable(written.error().message));
    return written ? 0 : 1;
}

}
