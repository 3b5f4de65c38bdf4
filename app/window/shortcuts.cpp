#include "app/window/shortcuts.h"

#include "app/window/commands.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Keys
{
    QString keys;
    QString text;
};

/// Where keys work, and which.
struct Place
{
    QString title;
    QList<Keys> keys;
};

QString enter()
{
    return Shortcuts::tr("Enter");
}

QList<Keys> everywhere(const QList<QAction *> &actions)
{
    QList<Keys> keys;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            keys.append({keysOf(*action).join(u", "_s), wordsOf(*action)});
    }
    return keys;
}

QList<Keys> onTheDiagram()
{
    return {
        {u"T"_s, Shortcuts::tr("Add a model")},
        {u"M"_s, Shortcuts::tr("Connect the selected model: drag, or type the other one")},
        {u"F2"_s, Shortcuts::tr("Rename in place")},
        {Shortcuts::tr("Del"), Shortcuts::tr("Delete what is selected")},
        {enter(), Shortcuts::tr("Go to the inspector")},
        {Shortcuts::tr("Ctrl+Enter"), Shortcuts::tr("Add an attribute")},
        {Shortcuts::tr("Tab, Shift+Tab"), Shortcuts::tr("The next object, the one before")},
        {Shortcuts::tr("Alt+arrow"), Shortcuts::tr("Along a relation; with Shift, select more")},
        {Shortcuts::tr("Arrow"), Shortcuts::tr("Move what is selected by the grid")},
        {Shortcuts::tr("Ctrl+A"), Shortcuts::tr("Select all")},
        {Shortcuts::tr("Space, H"), Shortcuts::tr("Hold, or press, to move the diagram")},
        {Shortcuts::tr("Esc"), Shortcuts::tr("Let go of a tool, then of the selection")},
    };
}

QList<Keys> inTheAttributes()
{
    return {
        {enter(), Shortcuts::tr("Begin the next attribute")},
        {Shortcuts::tr("Tab, Shift+Tab"), Shortcuts::tr("The next cell, the one before")},
        {Shortcuts::tr("F2, or a letter"), Shortcuts::tr("Change the cell")},
        {Shortcuts::tr("Space"), Shortcuts::tr("Set or clear a flag")},
        {Shortcuts::tr("Alt+Up, Alt+Down"), Shortcuts::tr("Move the attribute")},
        {Shortcuts::tr("Ctrl+Enter"), Shortcuts::tr("All options of the attribute")},
        {Shortcuts::tr("Del"), Shortcuts::tr("Remove the attribute")},
        {Shortcuts::tr("Ctrl+V"), Shortcuts::tr("Paste attributes, one a line")},
    };
}

QList<Keys> inTheData()
{
    return {
        {Shortcuts::tr("Enter, F2"), Shortcuts::tr("Change the value")},
        {Shortcuts::tr("Ctrl+Del"), Shortcuts::tr("Set it to NULL")},
        {Shortcuts::tr("Ins, Del"), Shortcuts::tr("Insert a row, delete the selected ones")},
        {Shortcuts::tr("Space"), Shortcuts::tr("In the lists of links: link or unlink")},
        {Shortcuts::tr("Ctrl+Z, Ctrl+Shift+Z"),
         Shortcuts::tr("Take back the last change that waits; make it again")},
        {Shortcuts::tr("Ctrl+Enter"), Shortcuts::tr("Commit all changes that wait")},
        {Shortcuts::tr("Ctrl+Home, Ctrl+End"), Shortcuts::tr("The first rows, the last")},
        {Shortcuts::tr("Ctrl+C"), Shortcuts::tr("Copy")},
        {enter(), Shortcuts::tr("In a filter: filter the rows")},
        {Shortcuts::tr("Down, Esc"), Shortcuts::tr("In a filter: to the rows; clear it")},
    };
}

QList<Keys> inOtherPanels()
{
    return {
        {Shortcuts::tr("Down, Enter"), Shortcuts::tr("Explorer: from the filter to the list")},
        {Shortcuts::tr("Del"), Shortcuts::tr("Explorer: delete")},
        {Shortcuts::tr("Space"), Shortcuts::tr("Preview: tick an include")},
        {Shortcuts::tr("Enter, F2"), Shortcuts::tr("Preview: change an include's where and attributes")},
        {enter(), Shortcuts::tr("Problems: go to the place")},
        {Shortcuts::tr("Ctrl+Enter"), Shortcuts::tr("Problems: apply the first fix")},
    };
}

void add(QTreeWidget &list, const Place &place)
{
    auto *title = new QTreeWidgetItem(&list, {place.title});
    title->setFlags(Qt::ItemIsEnabled);
    title->setForeground(0, list.palette().placeholderText());
    QFont font = views::smallFont(list.font());
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    title->setFont(0, font);
    title->setTextAlignment(0, Qt::AlignLeft | Qt::AlignBottom);
    title->setSizeHint(0, QSize(0, views::metric::listRow + views::metric::apart));
    title->setFirstColumnSpanned(true);
    for (const Keys &each : place.keys)
        new QTreeWidgetItem(title, {each.keys, each.text});
    title->setExpanded(true);
}

}

Shortcuts::Shortcuts(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    resize(560, 680);
    auto *list = new QTreeWidget;
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);
    list->setIndentation(0);
    list->setAllColumnsShowFocus(true);
    list->setFrameShape(QFrame::NoFrame);
    for (const Place &place :
         {Place{tr("Everywhere"), everywhere(actions)}, Place{tr("On the diagram"), onTheDiagram()},
          Place{tr("Inspector, in the attributes"), inTheAttributes()}, Place{tr("Data"), inTheData()},
          Place{tr("Other panels"), inOtherPanels()}})
        add(*list, place);
    list->setCurrentItem(list->topLevelItem(0)->child(0));
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(views::metric::near, 0, 0, views::metric::near);
    layout->addWidget(list);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

}
