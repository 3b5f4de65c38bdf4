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
            entries.append({before + wordsOf(*action), keysOf(*action).value(0), action->icon(),
                            [action] { action->trigger(); }});
    }
}

}

QString wordsOf(const QAction &action)
{
    return action.text().section(u'\t', 0, 0).remove(u'&');
}

QStringList keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    if (action.text().contains(u'\t'))
        keys.append(action.text().section(u'\t', 1));
    return keys;
}

QList<views::PaletteEntry> commandsOf(const QMenuBar &bar)
{
    QList<views::PaletteEntry> entries;
    for (const QAction *action : bar.actions())
        collect(action->menu()->actions(), {}, entries);
    return entries;
}

}
