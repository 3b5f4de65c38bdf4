#include "views/canvas/canvas.h"

#include "model/layout/layout.h"
#include "views/canvas/menu.h"
#include "views/canvas/minimap.h"
#include "views/canvas/text.h"
#include "views/canvas/walk.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

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
    m_minimap->hide();
    connect(m_minimap, &Minimap::picked, this,
            [this](QPointF centre) { look(m_viewport.centredOn(centre)); });

    connect(&m_interaction, &Interaction::edited, this, &Canvas::edited);
    connect(&m_interaction, &Interaction::selected, this, &Canvas::selected);
    connect(&m_interaction, &Interaction::selected, this, &Canvas::say);
    connect(&m_interaction, &Interaction::deletionAsked, this, &Canvas::deletionAsked);
    connect(&m_interaction, &Interaction::inspectAsked, this, &Canvas::inspectAsked);
    connect(&m_interaction, &Interaction::hovered, this, &Canvas::hovered);
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
    endPicking();
    const Selection before = m_diagram.selection();
    m_diagram.show(project, schema);
    m_interaction.forget();
    m_minimap->show(m_diagram.scene());
    m_minimap->setVisible(!m_diagram.scene().boxes.isEmpty());
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
    look(m_viewport.fitting(m_diagram.scene().bounds));
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
    m_viewport.size = size();
    placeMinimap();
    m_minimap->setFrame(m_viewport.visible());
    placeFields();
    if (!m_isFitted && !m_diagram.scene().boxes.isEmpty())
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

Pointer Canvas::pointerOf(const QMouseEvent &event) const
{
    return {.at = m_viewport.toScene(event.position()),
            .onCanvas = event.position(),
            .zoom = m_viewport.zoom,
            .button = event.button(),
            .modifiers = event.modifiers()};
}

bool Canvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Letters without Ctrl are the canvas's while it has the focus.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && key->key() < Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool Canvas::showToolTip(QPoint at, QPoint onScreen)
{
    const Scene &scene = m_diagram.scene();
    const QPointF point = m_viewport.toScene(at);
    const Hit hit = m_diagram.at(point, m_viewport.zoom);
    Badge badge;
    if (hit.box >= 0)
        badge = scene.boxes[hit.box].badge;
    else if (hit.edge >= 0)
        badge = scene.edges[hit.edge].badge;
    QStringList lines;
    for (const QString &message : std::as_const(badge.messages))
        lines.append(message.toHtmlEscaped());
    QToolTip::showText(onScreen, lines.join(u"<br>"_s), this);
    return true;
}

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
    m_interaction.move({.at = m_viewport.toScene(event->position()),
                        .onCanvas = event->position(),
                        .zoom = m_viewport.zoom,
                        .modifiers = event->modifiers()});
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    m_interaction.press(pointerOf(*event));
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    m_interaction.move(pointerOf(*event));
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_interaction.release(pointerOf(*event));
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_interaction.press(pointerOf(*event));
    m_interaction.doubleClick(pointerOf(*event));
}

void Canvas::contextMenuEvent(QContextMenuEvent *event)
{
    const Scene &scene = m_diagram.scene();
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const Hit hit = isByMouse ? m_diagram.at(m_viewport.toScene(event->pos()), m_viewport.zoom)
                              : objectOf(scene, m_diagram.selection());
    const QPointF corner = m_viewport.toCanvas(rectOf(scene, hit).center());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, *this, hit);
    menu->popup(isByMouse || !hit ? event->globalPos() : mapToGlobal(corner.toPoint()));
}

void Canvas::leaveEvent(QEvent *)
{
    m_interaction.leave();
}

void Canvas::focusOutEvent(QFocusEvent *event)
{
    m_interaction.letKeysGo();
    QWidget::focusOutEvent(event);
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    if (isPlain && event->key() == Qt::Key_T)
        addModel();
    else if (isControl && event->key() == Qt::Key_0)
        fit();
    else if (isControl && event->key() == Qt::Key_1)
        zoomTo(1);
    else if (event->matches(QKeySequence::ZoomIn))
        zoomIn();
    else if (event->matches(QKeySequence::ZoomOut))
        zoomOut();
    else if (!m_interaction.keyPress(*event))
        QWidget::keyPressEvent(event);
}

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (!m_interaction.keyRelease(*event))
        QWidget::keyReleaseEvent(event);
}

/// Tab goes from object to object, and on to the next widget after the last.
bool Canvas::focusNextPrevChild(bool isForward)
{
    return (hasFocus() && m_interaction.step(isForward)) || QWidget::focusNextPrevChild(isForward);
}

}
