#include "views/canvas/canvas.h"

#include "views/canvas/minimap.h"
#include "views/canvas/walk.h"
#include "views/diagram/text.h"
#include "views/theme/labels.h"

#include <QAccessible>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace views {

namespace {

constexpr qreal zoomStep = 1.25;
constexpr int minimapMargin = 16;

}

Canvas::Canvas(QWidget *parent)
    : QWidget(parent), m_diagram(measureIn(systemFonts())), m_interaction(m_diagram),
      m_minimap(new Minimap(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Diagram"));
    m_minimap->resize(m_minimap->sizeHint());
    m_minimap->hide();
    connect(m_minimap, &Minimap::picked, this,
            [this](QPointF centre) { look(m_viewport.centredOn(centre)); });

    m_flight.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &visible) { setViewport(m_viewport.over(visible.toRectF())); });
    connect(&m_flight, &QVariantAnimation::finished, this, [this] { setViewport(m_flightEnd); });
    constexpr int tick = 16;
    m_scrolling.setInterval(tick);
    connect(&m_scrolling, &QTimer::timeout, this, &Canvas::scrollAtEdge);
    connect(&m_interaction, &Interaction::edited, this, &Canvas::edited);
    connect(&m_interaction, &Interaction::selected, this, &Canvas::selected);
    connect(&m_interaction, &Interaction::selected, this, &Canvas::say);
    connect(&m_interaction, &Interaction::deletionAsked, this, &Canvas::deletionAsked);
    connect(&m_interaction, &Interaction::inspectAsked, this, &Canvas::inspectAsked);
    connect(&m_interaction, &Interaction::attributeAsked, this, &Canvas::attributeAsked);
    connect(&m_interaction, &Interaction::hinted, this, &Canvas::hinted);
    connect(&m_interaction, &Interaction::toolChanged, this, &Canvas::toolChanged);
    connect(&m_interaction, &Interaction::changed, this, &Canvas::refresh);
    connect(&m_interaction, &Interaction::revealAsked, this, &Canvas::reveal);
    connect(&m_interaction, &Interaction::namingAsked, this, &Canvas::beginNaming);
    connect(&m_interaction, &Interaction::partnerAsked, this, &Canvas::beginPicking);
    connect(&m_interaction, &Interaction::scrolled, this, [this](QPointF by) { look(m_viewport.moved(by)); });
}

Canvas::~Canvas() = default;

QSize Canvas::sizeHint() const
{
    return {900, 600};
}

// Values to show ------------------------------------------------------------------------------------------

void Canvas::show(const model::Project &project, const model::Schema &schema)
{
    if (m_naming && project == m_diagram.project())
        return;
    dropNaming();
    const Selection before = m_diagram.selection();
    if (m_diagram.show(project, schema)) {
        endPicking();
        m_interaction.carryOn();
        m_minimap->show(m_diagram.scene());
        updateMinimap();
    }
    if (!m_isFitted && !m_diagram.scene().boxes.isEmpty())
        fit();
    update();
    if (m_diagram.selection() != before)
        Q_EMIT selected(m_diagram.selection());
    say();
}

void Canvas::showProblems(const QList<model::Problem> &problems)
{
    m_diagram.showProblems(problems);
    update();
    say();
}

void Canvas::follow(const QList<model::AssociationId> &path)
{
    m_diagram.follow(path);
    update();
    if (!m_pathStart.isNull())
        bringIntoView(placesOfPath(std::exchange(m_pathStart, {})));
}

void Canvas::pointAt(model::AssociationId association)
{
    m_interaction.pointAt(association);
}

void Canvas::select(const Selection &selection)
{
    if (!m_diagram.select(selection))
        return;
    reveal(rectOf(m_diagram.scene(), objectOf(m_diagram.scene(), selection)));
    update();
    say();
}

void Canvas::goTo(const Selection &selection)
{
    if (m_diagram.select(selection)) {
        update();
        say();
    }
    const Scene &scene = m_diagram.scene();
    QList<QRectF> places;
    for (const int box : m_diagram.selectedBoxes())
        places.append(scene.boxes[box].rect);
    if (!selection.attribute.isNull() || places.isEmpty())
        places.prepend(placeOf(objectOf(scene, selection)));
    bringIntoView(places);
}

/// The path itself follows: the query has yet to be read.
void Canvas::goToPath(model::ModelId start)
{
    m_pathStart = start;
    bringIntoView(placesOfPath(start).mid(0, 1));
}

QList<QRectF> Canvas::placesOfPath(model::ModelId start) const
{
    QList<QRectF> places;
    for (const Box &box : m_diagram.scene().boxes) {
        if (box.id.model == start)
            places.prepend(box.rect);
        else if (box.emphasis.isOnPath)
            places.append(box.rect);
    }
    return places;
}

/// Tells those who cannot see it what is selected.
void Canvas::say()
{
    const Scene &scene = m_diagram.scene();
    const Hit object = objectOf(scene, m_diagram.selection());
    const QString text = object
        ? described(scene, object)
        : counted(scene.boxes.size(), tr("1 model, nothing selected"), tr("%1 models, nothing selected"));
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// What can be seen ----------------------------------------------------------------------------------------

void Canvas::look(const Viewport &viewport)
{
    m_flight.stop();
    m_pathStart = {};
    setViewport(viewport);
}

void Canvas::setViewport(const Viewport &viewport)
{
    const bool isZoomed = viewport.zoom != m_viewport.zoom;
    m_viewport = viewport;
    updateMinimap();
    placeFields();
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
    look(m_viewport.fitting(m_diagram.scene().bounds));
    m_fitted = m_viewport;
}

/// Where one looks for an object: a line that is too long to be read as a whole, where its name is.
QRectF Canvas::placeOf(const Hit &object) const
{
    const Scene &scene = m_diagram.scene();
    const QRectF whole = rectOf(scene, object);
    if (object.edge < 0 || m_viewport.canShow(whole))
        return whole;
    const Edge &edge = scene.edges[object.edge];
    return edge.chip && !edge.chip->rect.isEmpty() ? edge.chip->rect : placeOn(edge, measure::chipHeight);
}

/// Moved so far that the minimap, where there is one, does not lie on a part of the scene.
Viewport Canvas::besideMinimap(const Viewport &viewport, const QRectF &rect) const
{
    const QRectF map = m_minimap->geometry();
    const QRectF place = viewport.toCanvas(rect);
    const qreal right = map.right() + minimapMargin;
    const bool isFree = !m_hasMinimap || !place.intersects(map) || right + place.width() > width();
    return isFree ? viewport : viewport.moved({right - place.left(), 0});
}

/// All of them where they can be read together, else the first.
void Canvas::bringIntoView(const QList<QRectF> &rects)
{
    QRectF all;
    for (const QRectF &rect : rects)
        all |= rect;
    const QRectF wanted = m_viewport.canShow(all) ? all : rects.value(0);
    if (wanted.isEmpty() || m_viewport.size.isEmpty())
        return;
    const bool isBehindMinimap =
        !m_minimap->isHidden() && m_viewport.toCanvas(wanted).intersects(m_minimap->geometry());
    Viewport next = (isBehindMinimap ? m_viewport.centredOn(wanted.center()) : m_viewport).showing(wanted);
    if (next != m_viewport)
        next = besideMinimap(next, wanted);
    constexpr int duration = 160;
    m_flight.stop();
    if (next == m_viewport)
        return;
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0) {
        setViewport(next);
        return;
    }
    m_flightEnd = next;
    m_flight.setDuration(duration);
    m_flight.setStartValue(m_viewport.visible());
    m_flight.setEndValue(next.visible());
    m_flight.start();
}

/// Moves the view no further than it has to.
void Canvas::reveal(const QRectF &rect)
{
    constexpr qreal margin = 40;
    const QRectF visible = m_viewport.visible();
    if (rect.isEmpty() || m_viewport.size.isEmpty())
        return;
    const qreal around = margin / m_viewport.zoom;
    const QRectF wanted = rect.adjusted(-around, -around, around, around);
    const auto way = [](qreal low, qreal high, qreal seenLow, qreal seenHigh) {
        if (low < seenLow)
            return low - seenLow;
        return high > seenHigh ? std::min(high - seenHigh, low - seenLow) : 0.0;
    };
    const QPointF by(way(wanted.left(), wanted.right(), visible.left(), visible.right()),
                     way(wanted.top(), wanted.bottom(), visible.top(), visible.bottom()));
    if (!by.isNull())
        look(m_viewport.moved(-by * m_viewport.zoom));
}

void Canvas::refresh()
{
    setCursor(m_interaction.cursor());
    if (m_interaction.isDragging())
        updateMinimap();
    update();
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
    m_painter->paint(painter, m_diagram.scene(), {.visible = visible, .zoom = m_viewport.zoom});
    paintOverlay(painter, m_interaction.overlay(), m_painter->ink(), m_painter->fonts(), m_viewport.zoom);
    painter.restore();
    if (m_diagram.scene().boxes.isEmpty())
        paintHint(painter);
    // What is selected shows by itself where the keyboard is.
    if (m_isRinged && hasFocus() && m_diagram.selection().isEmpty()) {
        painter.setPen(QPen(m_painter->theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
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
    // Who has not moved since all was seen goes on seeing all.
    const bool isAsFitted = m_viewport.origin == m_fitted.origin && m_viewport.zoom == m_fitted.zoom;
    m_viewport.size = size();
    m_flightEnd.size = size();
    updateMinimap();
    placeFields();
    if ((!m_isFitted || isAsFitted) && !m_diagram.scene().boxes.isEmpty())
        fit();
}

void Canvas::setMinimapShown(bool isShown)
{
    m_hasMinimap = isShown;
    updateMinimap();
}

/// It is shown while a part of the diagram is out of sight, and no name is typed that it could lie on.
void Canvas::updateMinimap()
{
    const Scene &scene = m_diagram.scene();
    m_minimap->setFrame(m_viewport.visible());
    // On a small canvas it is small.
    constexpr int share = 4;
    const QSize largest = m_minimap->sizeHint();
    m_minimap->resize(largest.scaled(largest.boundedTo(size() / share), Qt::KeepAspectRatio));
    m_minimap->move(minimapMargin, height() - m_minimap->height() - minimapMargin);
    m_minimap->setVisible(m_hasMinimap && !m_naming && !scene.boxes.isEmpty()
                          && !m_viewport.visible().contains(scene.bounds));
}

void Canvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_painter.reset();
        update();
    }
    QWidget::changeEvent(event);
}

}
