#include "app/window/shortcuts.h"

#include "app/window/commands.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

}

Shortcuts::Shortcuts(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(480, 560);
    auto *list = new QTreeWidget;
    list->setColumnCount(2);
    list->setHeaderLabels({tr("Keys"), tr("What they do")});
    list->setRootIsDecorated(false);
    list->setAllColumnsShowFocus(true);
    list->setFrameShape(QFrame::NoFrame);
    const auto add = [list](const QString &keys, const QString &text) {
        list->addTopLevelItem(new QTreeWidgetItem({keys, text}));
    };
    add(u"T"_s, tr("On the diagram: add a model"));
    add(u"M"_s, tr("Connect the selected model: drag, or type the other one"));
    add(u"F2"_s, tr("Rename in place"));
    add(tr("Del"), tr("Delete what is selected"));
    add(tr("Enter"), tr("Go to the inspector"));
    add(tr("Tab, Alt+arrow"), tr("The next object; along a relation"));
    add(tr("Arrows, Shift+arrows"), tr("Move by the grid; extend the selection"));
    add(tr("Space, H"), tr("Hold to move the diagram"));
    add(tr("Esc"), tr("Let go"));
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            add(keysOf(*action), wordsOf(*action));
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(list);
}

}
