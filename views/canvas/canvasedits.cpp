#include "model/layout/layout.h"
#include "views/canvas/canvas.h"
#include "views/canvas/minimap.h"
#include "views/canvas/modelpicker.h"
#include "views/canvas/namefields.h"

/// The part of the canvas that has names typed, and what menus and buttons ask of it.
namespace views {

// Names typed in place ------------------------------------------------------------------------------------

void Canvas::beginNaming(const Naming &naming)
{
    if (m_naming)
        endNaming(Ending::Elsewhere);
    endPicking();
    m_naming = naming;
    if (naming.preview) {
        m_diagram.preview(*naming.preview, model::resolve(*naming.preview));
        m_interaction.forget();
    }
    const Scene &scene = m_diagram.scene();
    const int box = naming.preview ? scene.indexOf(naming.place.box) : -1;
    m_beforeNaming = m_viewport;
    reveal(box < 0 ? naming.place.rectIn(scene) : scene.boxes[box].rect);
    if (box >= 0)
        look(besideMinimap(m_viewport, scene.boxes[box].rect));
    m_forNaming = m_viewport;
    updateMinimap();
    m_fields = new NameFields(naming.fields, this);
    connect(m_fields, &NameFields::accepted, this, [this] { endNaming(Ending::Enter); });
    connect(m_fields, &NameFields::abandoned, this, [this] { endNaming(Ending::Escape); });
    connect(m_fields, &NameFields::left, this, [this] { endNaming(Ending::Elsewhere); });
    placeFields();
    m_fields->begin();
    update();
}

void Canvas::placeFields()
{
    if (!m_naming || !m_fields)
        return;
    const QRectF rect = m_naming->place.rectIn(m_diagram.scene());
    m_fields->placeOver(QRectF(m_viewport.toCanvas(rect.topLeft()), rect.size() * m_viewport.zoom),
                        m_viewport.zoom);
}

/// Closes the fields without a word.
void Canvas::dropNaming()
{
    if (!m_naming)
        return;
    m_naming.reset();
    m_fields->disconnect(this);
    const bool hadFocus = m_fields->isAncestorOf(focusWidget());
    m_fields->hide();
    m_fields->deleteLater();
    m_fields = nullptr;
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_diagram.endPreview();
    m_interaction.forget();
    updateMinimap();
    update();
}

void Canvas::endNaming(Ending ending)
{
    if (!m_naming)
        return;
    if (ending == Ending::Escape) {
        dropNaming();
        if (m_viewport == m_forNaming)
            look(m_beforeNaming);
        return;
    }
    const Naming naming = *m_naming;
    const bool isNew = naming.selects != nullptr;
    QStringList names = m_fields->texts();
    model::Result<model::Project> next = naming.apply(names);
    if (!next && ending == Ending::Enter) {
        m_fields->showReason(next.error().message);
        placeFields();
        return;
    }
    if (!next && isNew) {
        // What is new keeps the name that it was offered.
        names = m_fields->offered();
        next = naming.apply(names);
    }
    if (!next || *next == m_diagram.project()) {
        dropNaming();
        return;
    }
    m_diagram.expect(*next);
    dropNaming();
    m_interaction.propose(*next, naming.what(names));
    if (isNew)
        m_interaction.select(naming.selects(*next));
}

void Canvas::beginPicking(model::ModelId from, model::AssociationKind kind)
{
    endPicking();
    m_picker = new ModelPicker(m_diagram.project(), this);
    connect(m_picker, &ModelPicker::abandoned, this, [this] {
        endPicking();
        m_interaction.cancel();
    });
    connect(m_picker, &ModelPicker::picked, this, [this, from, kind](model::ModelId to) {
        endPicking();
        m_interaction.connectModels({.kind = kind, .from = {from}, .to = {to}});
    });
    const int box = m_diagram.scene().indexOf(BoxId{.model = from});
    const QRectF near = box < 0 ? m_viewport.visible() : m_diagram.scene().boxes[box].rect;
    constexpr int gap = 8;
    m_picker->begin(m_viewport.toCanvas(near.topRight()).toPoint() + QPoint(gap, 0));
}

void Canvas::endPicking()
{
    if (!m_picker)
        return;
    const bool hadFocus = m_picker->isAncestorOf(focusWidget());
    m_picker->disconnect(this);
    m_picker->hide();
    m_picker->deleteLater();
    m_picker = nullptr;
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

// What menus and buttons do -------------------------------------------------------------------------------

void Canvas::setTool(Tool tool)
{
    // Escape takes the tool away again, and it is the canvas that hears it.
    if (tool != Tool::Select)
        setFocus(Qt::OtherFocusReason);
    m_interaction.setTool(tool);
}

void Canvas::addModel()
{
    setFocus(Qt::OtherFocusReason);
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    const bool isOver = underMouse() && rect().contains(mouse);
    m_interaction.addModel(isOver ? m_viewport.toScene(mouse) : m_viewport.visible().center());
}

void Canvas::renameSelected()
{
    m_interaction.rename();
}

void Canvas::deleteSelected()
{
    m_interaction.remove();
}

void Canvas::selectAll()
{
    m_interaction.select(m_diagram.everything());
}

void Canvas::arrange()
{
    const auto next = moveBoxes(m_diagram.project(), arranged(m_diagram.scene()));
    if (!next || *next == m_diagram.project())
        return;
    fitNext();
    m_interaction.propose(*next, tr("Arrange"));
}

void Canvas::openThrough(BoxId through, bool isOpen)
{
    const model::Project &project = m_diagram.project();
    const model::Model *model = modelOf(project, through.model);
    const model::Association *call = associationOf(project, through.through);
    if (!model && !call)
        return;
    const QString name = model ? model->name : call->through.model;
    const QString key = model ? diagramKey(*model) : name;
    std::optional<QPointF> place;
    QHash<QString, QPointF> places = m_diagram.unsavedPlaces();
    if (isOpen) {
        QList<QRectF> taken;
        QPointF wanted;
        for (const Box &box : m_diagram.scene().boxes)
            taken.append(box.rect);
        for (const Edge &edge : m_diagram.scene().edges) {
            if (edge.chip && edge.chip->through == through)
                wanted = edge.chip->rect.topLeft();
        }
        const QSizeF size(measure::minBoxWidth, measure::headHeight + 6 * measure::rowHeight);
        place = model::freePlace(taken, size, wanted);
    }
    places.remove(key);
    auto next = model::openThrough(project, key, place);
    if (next)
        next = moveBoxes(std::move(*next), places);
    if (next)
        m_interaction.propose(*next, isOpen ? tr("Open %1").arg(name) : tr("Close %1").arg(name));
}

void Canvas::collapse(BoxId box, bool isCollapsed)
{
    dropNaming();
    m_diagram.collapse(box, isCollapsed);
    m_interaction.forget();
    m_minimap->show(m_diagram.scene());
    updateMinimap();
    update();
}

void Canvas::straighten(model::AssociationId call)
{
    if (const auto next = bendEdge(m_diagram.project(), call, {}))
        m_interaction.propose(*next, tr("Straighten"));
}

void Canvas::connectSelected(model::AssociationKind kind)
{
    m_interaction.connectSelected(kind);
}

}
