#include "app/cli/cli.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"output"_s, u"The picture: .svg, .png or .pdf."_s, u"file"_s});
    arguments.addOption({u"theme"_s, u"light or dark."_s, u"theme"_s, u"light"_s});
    arguments.addOption({u"scale"_s, u"How many pixels one unit takes."_s, u"scale"_s, u"1"_s});
}

/// Painting needs fonts and colours, which the window's program has.
Exit run(const Arguments &arguments)
{
    bool isNumber = false;
    const double scale = arguments.value(u"scale"_s).toDouble(&isNumber);
    const QString theme = arguments.value(u"theme"_s);
    const QString output = arguments.value(u"output"_s);
    if (!isNumber || !(scale >= 0.1 && scale <= 10)) // nor what is not a number
        return fail(u"--scale: expected a number from 0.1 to 10"_s);
    if (theme != u"light" && theme != u"dark")
        return fail(u"--theme: expected light or dark"_s);
    const QString ending = output.section(u'.', -1).toLower();
    if (!output.contains(u'.') || (ending != u"svg" && ending != u"png" && ending != u"pdf"))
        return fail(u"--output: expected a file that ends in .svg, .png or .pdf"_s);
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    return runWindow(
        {u"--render"_s, arguments.positionalArguments().value(0), output, theme, QString::number(scale)},
        false);
}

}

const Command renderCommand{"render", "FILE --output F.svg|F.png|F.pdf [--theme light|dark] [--scale S]",
                            "writes the diagram as a picture", declare, run};

}
