#include "views/canvas/minimap.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace views {

namespace {

constexpr qreal inset = 8;
constexpr qreal radius = 6;

}

Minimap::Minimap(QWidget *parent) : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
}

QSize Minimap::sizeHint() const
{
    return {164, 96};
}

void Minimap::show(const Scene &scene)
{
    m_boxes.clear();
    m_boxes.reserve(scene.boxes.size());
    m_bounds = {};
    for (const Box &box : scene.boxes) {
        m_boxes.append({box.rect, box.isThrough});
        m_bounds |= box.rect;
    }
    m_picture = {};
    setAttribute(Qt::WA_TransparentForMouseEvents, m_boxes.isEmpty());
    update();
}

void Minimap::setFrame(const QRectF &visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    update();
}

QTransform Minimap::toMap() const
{
    const QRectF room = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    if (m_bounds.isEmpty())
        return {};
    const qreal scale = std::min(room.width() / m_bounds.width(), room.height() / m_bounds.height());
    const QPointF corner = room.center() - QPointF(m_bounds.width(), m_bounds.height()) * scale / 2;
    return QTransform::fromTranslate(corner.x(), corner.y())
        .scale(scale, scale)
        .translate(-m_bounds.left(), -m_bounds.top());
}

void Minimap::paintBoxes()
{
    const Theme &theme = themeOf(palette());
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QTransform map = toMap();
    for (const auto &[rect, isThrough] : m_boxes) {
        QRectF block = map.mapRect(rect);
        block.setSize(block.size().expandedTo({1, 1}));
        painter.fillRect(block, isThrough ? theme.throughWash : theme.hairline);
    }
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_boxes.isEmpty())
        return;
    if (m_picture.isNull() || m_picture.size() != size() * devicePixelRatioF())
        paintBoxes();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5);
    const QRectF frame = toMap().mapRect(m_visible) & room;
    painter.setPen(QPen(themeOf(palette()).accent, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, 3, 3);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pick(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        pick(event->position());
}

void Minimap::pick(QPointF at)
{
    if (!m_bounds.isEmpty())
        Q_EMIT picked(toMap().inverted().map(at));
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_picture = {};
    QWidget::changeEvent(event);
}

}
