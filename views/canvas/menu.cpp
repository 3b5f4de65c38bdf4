#include "views/canvas/menu.h"

#include <QCoreApplication>
#include <QMenu>

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::Canvas)
};

void addConnections(QMenu &menu, Canvas &canvas)
{
    QMenu *kinds = menu.addMenu(Words::tr("&Connect"));
    for (const auto kind : {model::AssociationKind::BelongsToMany, model::AssociationKind::HasMany,
                            model::AssociationKind::HasOne, model::AssociationKind::BelongsTo})
    {
        QAction *action = kinds->addAction(model::kindName(kind));
        QObject::connect(action, &QAction::triggered, &canvas,
                         [&canvas, kind] { canvas.connectSelected(kind); });
        if (kind == model::AssociationKind::BelongsToMany)
            action->setShortcut(Qt::Key_M);
    }
}

template <typename Slot>
QAction *add(QMenu &menu, Canvas &canvas, const QString &text, const QKeySequence &keys, Slot slot)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, &canvas, slot);
    return action;
}

void addForThrough(QMenu &menu, Canvas &canvas, BoxId through, bool isOpen)
{
    add(menu, canvas, isOpen ? Words::tr("Show as a &tag") : Words::tr("Show as a &box"), {},
        [&canvas, through, isOpen] { canvas.openThrough(through, !isOpen); });
}

}

void fillMenu(QMenu &menu, Canvas &canvas, const Hit &hit)
{
    const Scene &scene = canvas.diagram().scene();
    if (!hit) {
        add(menu, canvas, Words::tr("&Add model"), Qt::Key_T, [&canvas] { canvas.addModel(); });
        menu.addSeparator();
        add(menu, canvas, Words::tr("Select &all"), QKeySequence::SelectAll,
            [&canvas] { canvas.selectAll(); });
        add(menu, canvas, Words::tr("A&rrange"), {}, [&canvas] { canvas.arrange(); });
        add(menu, canvas, Words::tr("&Fit"), Qt::CTRL | Qt::Key_0, [&canvas] { canvas.fit(); });
        return;
    }
    add(menu, canvas, Words::tr("&Inspect"), Qt::Key_Return, [&canvas] { Q_EMIT canvas.inspectAsked(); });
    if (hit.box >= 0 || scene.edges[hit.edge].chip) {
        add(menu, canvas, Words::tr("Add &attribute"), Qt::CTRL | Qt::Key_Return,
            [&canvas] { Q_EMIT canvas.attributeAsked(); });
        add(menu, canvas, Words::tr("&Browse rows"), {}, [&canvas] { Q_EMIT canvas.rowsAsked(); });
    }
    add(menu, canvas, Words::tr("&Rename"), Qt::Key_F2, [&canvas] { canvas.renameSelected(); });
    if (hit.box >= 0) {
        const Box &box = scene.boxes[hit.box];
        if (!box.id.model.isNull())
            addConnections(menu, canvas);
        add(menu, canvas, box.isCollapsed ? Words::tr("Show a&ttributes") : Words::tr("Hide a&ttributes"), {},
            [&canvas, id = box.id, isCollapsed = box.isCollapsed] { canvas.collapse(id, !isCollapsed); });
        if (box.isThrough)
            addForThrough(menu, canvas, box.id, true);
    } else if (scene.edges[hit.edge].chip) {
        addForThrough(menu, canvas, scene.edges[hit.edge].chip->through, false);
    }
    if (hit.edge >= 0 && !scene.edges[hit.edge].bends.isEmpty()) {
        add(menu, canvas, Words::tr("&Straighten"), {},
            [&canvas, call = scene.edges[hit.edge].id.association] { canvas.straighten(call); });
    }
    menu.addSeparator();
    add(menu, canvas, Words::tr("&Delete"), QKeySequence::Delete, [&canvas] { canvas.deleteSelected(); });
}

}
