#include "app/cli/cli.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QList>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

Exit runWindow(const QStringList &arguments, bool needsDisplay)
{
    if (needsDisplay && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    {
        return fail(u"no display to open the window on; see throughline --help for what runs without one"_s,
                    Exit::Failed);
    }
    if (!needsDisplay)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString program = QCoreApplication::applicationDirPath() + u"/throughline-window"_s;
    QList<QByteArray> texts{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        texts.append(QFile::encodeName(argument));
    QList<char *> pointers;
    for (QByteArray &text : texts)
        pointers.append(text.data());
    pointers.append(nullptr);
    execv(texts.first().constData(), pointers.data());
    return fail(u"cannot start %1"_s.arg(program), Exit::Failed);
}

}
