#include "app/cli/cli.h"

#include "model/code/sequelizecode.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

void declare(Arguments &arguments)
{
    arguments.addOption({u"module"_s, u"cjs or esm."_s, u"kind"_s, u"cjs"_s});
}

Exit run(const Arguments &arguments)
{
    const QString kind = arguments.value(u"module"_s);
    if (kind != u"cjs" && kind != u"esm")
        return fail(u"unknown kind of module %1; expected cjs or esm"_s.arg(kind));
    const auto file = projectOf(arguments);
    if (!file)
        return file.error();
    print(model::sequelizeCode(file->project,
                               kind == u"esm" ? model::ModuleKind::EcmaScript : model::ModuleKind::CommonJs));
    return Exit::Done;
}

}

const Command codeCommand{"code", "FILE [--module cjs|esm]", "prints the project as a Sequelize module",
                          declare, run};

}
