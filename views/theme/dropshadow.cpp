#include "views/theme/dropshadow.h"

#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace views {

namespace {

constexpr int spread = 10;
constexpr int drop = 3; ///< how much farther it goes below than above

/// What the shadow falls on: the window below a window, else the widget around.
QWidget *groundOf(const QWidget *widget)
{
    if (!widget->isWindow())
        return widget->parentWidget();
    const QWidget *opener = widget->focusProxy() ? widget->focusProxy() : widget->parentWidget();
    return opener ? opener->window() : QApplication::activeWindow();
}

}

DropShadow::DropShadow(QWidget *widget) : m_widget(widget)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    widget->installEventFilter(this);
    connect(widget, &QObject::destroyed, this, &QObject::deleteLater);
}

void DropShadow::give(QWidget *widget)
{
    constexpr const char *given = "shadow";
    if (widget->property(given).toBool())
        return;
    widget->setProperty(given, true);
    auto *shadow = new DropShadow(widget);
    if (widget->isVisible())
        shadow->follow();
}

void DropShadow::follow()
{
    QWidget *ground = groundOf(m_widget);
    if (!ground)
        return;
    if (parentWidget() != ground)
        setParent(ground);
    const QPoint at = ground->mapFromGlobal(m_widget->mapToGlobal(QPoint()));
    setGeometry(QRect(at, m_widget->size()).adjusted(-spread, -spread, spread, spread + drop));
    show();
    if (m_widget->isWindow())
        raise();
    else
        stackUnder(m_widget);
}

bool DropShadow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ZOrderChange:
        if (m_widget->isVisible())
            follow();
        break;
    case QEvent::Hide: hide(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropShadow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect body = rect().adjusted(spread, spread, -spread, -spread - drop);
    painter.setClipRegion(QRegion(rect()) - QRegion(body));
    painter.setPen(Qt::NoPen);
    // One over the other they get darker towards the widget.
    painter.setBrush(QColor(0, 0, 0, themeOf(palette()).isDark() ? 16 : 6));
    for (int out = spread; out > 0; --out)
        painter.drawRoundedRect(body.adjusted(-out, drop - out, out, drop + out), out + 2, out + 2);
}

}
