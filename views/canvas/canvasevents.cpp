#include "views/canvas/canvas.h"
#include "views/canvas/menu.h"
#include "views/canvas/tooltip.h"
#include "views/canvas/walk.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

/// The part of the canvas that hears mouse and keys.
namespace views {

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
        const auto *key = static_cast<QKeyEvent *>(event);
        m_interaction.endNudgeBefore(*key);
        // Letters without Ctrl are the canvas's while it has the focus.
        if (!(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && key->key() < Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool Canvas::showToolTip(QPoint at, QPoint onScreen)
{
    const Hit hit = m_diagram.at(m_viewport.toScene(at), m_viewport.zoom);
    QToolTip::showText(onScreen, toolTipOf(m_diagram, hit, m_viewport.zoom), this);
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
    m_flight.stop();
    if (std::exchange(m_isRinged, false))
        update();
    m_interaction.press(pointerOf(*event));
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    // A question that came up in between has taken the release.
    if (!(event->buttons() & Qt::LeftButton))
        m_interaction.letButtonGo();
    m_interaction.move(pointerOf(*event));
    m_held.reset();
    if (event->buttons() & Qt::LeftButton) {
        m_held = pointerOf(*event);
        if (!m_scrolling.isActive() && !rect().contains(event->position().toPoint()))
            m_scrolling.start();
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_held.reset();
    m_interaction.release(pointerOf(*event));
}

/// What is dragged over the edge moves the view.
void Canvas::scrollAtEdge()
{
    constexpr qreal share = 0.25; // of the way beyond the edge, at each tick
    const auto beyond = [](qreal at, qreal length) { return at < 0 ? at : std::max(at - length, 0.0); };
    const QPointF by = m_held
        ? QPointF(beyond(m_held->onCanvas.x(), width()), beyond(m_held->onCanvas.y(), height()))
        : QPointF();
    if (by.isNull() || !m_interaction.isDragging()) {
        m_scrolling.stop();
        return;
    }
    look(m_viewport.moved(-by * share));
    m_held->at = m_viewport.toScene(m_held->onCanvas);
    m_interaction.move(*m_held);
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

/// Shows where the keyboard is when it was used to come here.
void Canvas::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_isRinged =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void Canvas::focusOutEvent(QFocusEvent *event)
{
    m_interaction.letKeysGo();
    m_isRinged = m_isRinged && event->reason() == Qt::ActiveWindowFocusReason;
    update();
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
