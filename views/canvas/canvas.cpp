#include "views/canvas/canvas.h"

#include "views/canvas/minimap.h"
#include "views/canvas/text.h"
#include "views/canvas/walk.h"

#include <QAccessible>
#include <QPainter>

namespace views {

namespace {

constexpr qreal zoomStep = 1.25;
constexpr int minimapMargin = 20;

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
    connect(m_minimap, &Minimap::picked, this,
            [this](QPointF centre) { look(m_viewport.centredOn(centre)); });

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
}

void Canvas::pointAt(model::AssociationId association)
{
    m_diagram.hoverOver(association);
    update();
}

void Canvas::select(const Selection &selection)
{
    if (!m_diagram.select(selection))
        return;
    reveal(rectOf(m_diagram.scene(), objectOf(m_diagram.scene(), selection)));
    update();
    say();
}

/// Tells those who cannot see it what is selected.
void Canvas::say()
{
    const Scene &scene = m_diagram.scene();
    const Hit object = objectOf(scene, m_diagram.selection());
    const QString text = object ? described(scene, object)
                                : tr("%n model(s), nothing selected", nullptr, int(scene.boxes.size()));
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// What can be seen ----------------------------------------------------------------------------------------

void Canvas::look(const Viewport &viewport)
{
    const bool isZoomed = viewport.zoom != m_viewport.zoom;
    m_viewport = viewport;
    m_minimap->setFrame(m_viewport.visible());
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
    const QRectF all = m_diagram.scene().bounds;
    Viewport next = m_viewport.fitting(all);
    if (m_minimap->isVisible() && isBehindMinimap(next)) {
        const QRect map = m_minimap->geometry();
        const Viewport beside = m_viewport.fitting(all, QMarginsF(map.right(), 0, 0, 0));
        const Viewport above = m_viewport.fitting(all, QMarginsF(0, 0, 0, height() - map.top()));
        next = beside.zoom >= above.zoom ? beside : above;
    }
    look(next);
    m_fitted = m_viewport;
}

bool Canvas::isBehindMinimap(const Viewport &viewport) const
{
    const QList<Box> &boxes = m_diagram.scene().boxes;
    const QRectF map = m_minimap->geometry();
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box &box) {
        return QRectF(viewport.toCanvas(box.rect.topLeft()), viewport.toCanvas(box.rect.bottomRight()))
            .intersects(map);
    });
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
    placeMinimap();
    m_minimap->setFrame(m_viewport.visible());
    placeFields();
    if ((!m_isFitted || isAsFitted) && !m_diagram.scene().boxes.isEmpty())
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

}
