#include "app/window/document.h"
#include "model/edit/edit.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;

/// Edits and saves a project without a pause, until it is killed: `edit-storm FILE`. After each step, edit or
/// save, it says which edit the project is at: its name is that number.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"throughline"_s);
    app::Document document;
    if (!document.open(QCoreApplication::arguments().value(1)))
        return 1;
    // Work that takes a while to write, so that a kill can hit the middle of it.
    for (int i = 0; i < 40; ++i)
        document.edit(*model::addModel(document.project(), u"Model%1"_s.arg(i)), u"Add"_s);
    for (int step = 1;; ++step) {
        document.edit(*model::renameProject(document.project(), QString::number(step)), u"Rename"_s);
        if (QRandomGenerator::global()->bounded(4) == 0 && !document.save())
            return 1;
        QCoreApplication::processEvents();
        std::printf("%d\n", step);
        std::fflush(stdout);
    }
}
