#include "app/window/commands.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace app {

namespace {

void collect(const QList<QAction *> &actions, const QString &before, QList<views::PaletteEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (const QMenu *menu = action->menu())
            collect(menu->actions(), wordsOf(*action) + u": "_s, entries);
        else if (action->isEnabled())
            entries.append({before + wordsOf(*action), action->shortcut().toString(QKeySequence::NativeText),
                            action->icon(), [action] { action->trigger(); }});
    }
}

}

QString wordsOf(const QAction &action)
{
    return QString(action.text()).remove(u'&');
}

QList<views::PaletteEntry> commandsOf(const QMenuBar &bar)
{
    QList<views::PaletteEntry> entries;
    for (const QAction *action : bar.actions())
        collect(action->menu()->actions(), {}, entries);
    return entries;
}

}
