#include "views/canvas/canvas.h"

#include "views/canvas/minimap.h"
#include "views/canvas/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace views {

namespace {

constexpr qreal zoomStep = 1.25;
constexpr int minimapMargin = 20;

}

Canvas::Canvas(QWidget *parent) : QWidget(parent), m_minimap(new Minimap(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    m_minimap->resize(m_minimap->sizeHint());
    connect(m_minimap, &Minimap::picked, this,
            [this](QPointF centre) { look(m_viewport.centredOn(centre)); });
    m_measure = measureIn(systemFonts());
}

Canvas::~Canvas() = default;

QSize Canvas::sizeHint() const
{
    return {900, 600};
}

void Canvas::show(const model::Project &project, const model::Schema &schema)
{
    const Scene before = m_scene;
    m_scene = views::scene(project, schema, m_view, m_measure, before.boxes.isEmpty() ? nullptr : &before);
    // What was given a place now keeps it while the project says nothing else.
    for (const Box &box : m_scene.boxes)
        m_view.places.insert(box.key, box.rect.topLeft());
    m_hits = HitIndex(m_scene);
    m_hit = {};
    m_minimap->show(m_scene);
    m_minimap->setVisible(!m_scene.boxes.isEmpty());
    if (!m_isFitted && !m_scene.boxes.isEmpty())
        fit();
    update();
}

void Canvas::follow(const QList<model::AssociationId> &path)
{
    m_view.path = path;
    emphasize(m_scene, m_view);
    update();
}

// What is to be seen --------------------------------------------------------------------------------------

void Canvas::look(const Viewport &viewport)
{
    const bool isZoomed = viewport.zoom != m_viewport.zoom;
    m_viewport = viewport;
    m_minimap->setFrame(m_viewport.visible());
    update();
    if (isZoomed)
        Q_EMIT zoomed(m_viewport.zoom);
}

void Canvas::zoomTo(qreal zoom)
{
    look(m_viewport.zoomedAt(QRectF(rect()).center(), zoom));
}

void Canvas::zoomIn()
{
    zoomTo(m_viewport.zoom * zoomStep);
}

void Canvas::zoomOut()
{
    zoomTo(m_viewport.zoom / zoomStep);
}

void Canvas::fit()
{
    m_isFitted = isVisible();
    look(m_viewport.fitting(m_scene.bounds));
}

void Canvas::centreOn(BoxId box)
{
    const int found = m_scene.indexOf(box);
    if (found >= 0)
        look(m_viewport.centredOn(m_scene.boxes[found].rect.center()));
}

// Painting ------------------------------------------------------------------------------------------------

void Canvas::paintEvent(QPaintEvent *event)
{
    if (!m_painter)
        m_painter = std::make_unique<Painter>(themeOf(palette()), systemFonts());
    QPainter painter(this);
    const QRectF visible(m_viewport.toScene(event->rect().topLeft()),
                         QSizeF(event->rect().size()) / m_viewport.zoom);
    painter.save();
    painter.scale(m_viewport.zoom, m_viewport.zoom);
    painter.translate(-m_viewport.origin);
    m_painter->paint(painter, m_scene, {.visible = visible, .zoom = m_viewport.zoom});
    painter.restore();
    if (m_scene.boxes.isEmpty())
        paintHint(painter);
}

/// An empty canvas says how to begin.
void Canvas::paintHint(QPainter &painter)
{
    const Theme &theme = m_painter->theme();
    painter.setFont(font());
    painter.setPen(legible(theme.muted, theme.canvas));
    painter.drawText(rect(), Qt::AlignCenter, tr("Press T for a model, or drop a file"));
}

void Canvas::resizeEvent(QResizeEvent *)
{
    m_viewport.size = size();
    placeMinimap();
    m_minimap->setFrame(m_viewport.visible());
    if (!m_isFitted && !m_scene.boxes.isEmpty())
        fit();
}

void Canvas::placeMinimap()
{
    m_minimap->move(minimapMargin, height() - m_minimap->height() - minimapMargin);
}

void Canvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_painter.reset();
        update();
    }
    QWidget::changeEvent(event);
}

// Mouse and keys ------------------------------------------------------------------------------------------

void Canvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        constexpr qreal perDegree = 1.0018;
        const qreal factor = std::pow(perDegree, event->angleDelta().y());
        look(m_viewport.zoomedAt(event->position(), m_viewport.zoom * factor));
        return;
    }
    QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = {by.y(), 0};
    look(m_viewport.moved(by));
    hover(event->position());
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    const bool moves =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld);
    if (!moves)
        return;
    m_isMoving = true;
    m_grabbed = event->position();
    updateCursor();
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isMoving) {
        hover(event->position());
        return;
    }
    look(m_viewport.moved(event->position() - m_grabbed));
    m_grabbed = event->position();
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton && event->button() != Qt::LeftButton)
        return;
    m_isMoving = false;
    updateCursor();
}

void Canvas::leaveEvent(QEvent *)
{
    hoverOver({});
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_isSpaceHeld = true;
    updateCursor();
}

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        m_isSpaceHeld = false;
    updateCursor();
}

void Canvas::updateCursor()
{
    if (m_isMoving)
        setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceHeld)
        setCursor(Qt::OpenHandCursor);
    else
        unsetCursor();
}

void Canvas::hover(QPointF at)
{
    hoverOver(m_hits.at(m_scene, m_viewport.toScene(at), m_viewport.zoom));
}

void Canvas::hoverOver(const Hit &hit)
{
    if (hit == m_hit)
        return;
    m_hit = hit;
    const BoxId box = hit.box >= 0 ? m_scene.boxes[hit.box].id : BoxId();
    const EdgeId edge = hit.edge >= 0 ? m_scene.edges[hit.edge].id : EdgeId();
    if (box != m_view.hoveredBox || edge != m_view.hoveredEdge) {
        m_view.hoveredBox = box;
        m_view.hoveredEdge = edge;
        emphasize(m_scene, m_view);
        update();
    }
    Q_EMIT hovered(hit);
}

}
