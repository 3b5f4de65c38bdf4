#include "views/start/samplecard.h"

#include "model/file/projectfile.h"
#include "views/diagram/painter.h"
#include "views/diagram/text.h"
#include "views/theme/style.h"

#include <QPainterPath>

namespace views {

namespace {

constexpr int diagramHeight = 150;
constexpr int textHeight = 84;

}

SampleCard::SampleCard(const Sample &sample, QWidget *parent) : QAbstractButton(parent), m_sample(sample)
{
    setText(sample.title);
    setAccessibleDescription(sample.text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (const auto file = model::loadProject(sample.path)) {
        const model::Schema schema = model::resolve(file->project);
        m_scene = scene(file->project, schema, {}, measureIn(systemFonts()));
    }
}

QSize SampleCard::sizeHint() const
{
    return {260, diagramHeight + textHeight};
}

void SampleCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SampleCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void SampleCard::paintDiagram(QPainter &painter, const QRectF &area) const
{
    const QRectF &bounds = m_scene.bounds;
    if (bounds.isEmpty())
        return;
    const QRectF inner = area.adjusted(metric::far, metric::far, -metric::far, -metric::far);
    const qreal zoom = std::min({inner.width() / bounds.width(), inner.height() / bounds.height(), 0.8});
    painter.save();
    painter.setClipRect(area);
    painter.translate(inner.center());
    painter.scale(zoom, zoom);
    painter.translate(-bounds.center());
    // Full detail at any size: it is a picture, not a map.
    Painter(themeOf(palette()), systemFonts())
        .paint(painter, m_scene, {.visible = bounds.adjusted(-1, -1, 1, 1), .zoom = 1, .hasGrid = false});
    painter.restore();
}

void SampleCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    const bool isActive = underMouse() || hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, 8, 8);
    painter.fillPath(shape, theme.panel);

    const QRectF diagram(frame.left(), frame.top(), frame.width(), diagramHeight);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(diagram, theme.canvas);
    painter.restore();
    paintDiagram(painter, diagram);
    painter.setPen(theme.hairline);
    painter.drawLine(diagram.bottomLeft(), diagram.bottomRight());
    painter.setPen(QPen(isActive ? theme.accent : theme.hairline, hasFocus() ? 2 : 1));
    painter.drawPath(shape);

    QRectF words = frame.adjusted(metric::apart, diagramHeight + metric::near, -metric::apart, -metric::near);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(isActive ? theme.accent : theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, m_sample.title);
    words.setTop(words.top() + QFontMetricsF(bold).height() + metric::tight);
    painter.setFont(font());
    painter.setPen(legible(theme.muted, theme.panel));
    painter.drawText(words, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_sample.text);
}

}
