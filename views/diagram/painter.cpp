#include "views/diagram/painter.h"

#include "views/diagram/text.h"

#include <QFontMetricsF>
#include <QPaintEngine>

#include <cmath>

namespace views {

Detail detailAt(qreal zoom)
{
    if (zoom < measure::blocksOnly)
        return Detail::Blocks;
    return zoom < measure::fullDetail ? Detail::Heads : Detail::Full;
}

Painter::Painter(const Theme &theme, const Fonts &fonts)
    : m_ink(theme), m_faded(m_ink.faded()), m_fonts(fonts), m_measure(measureIn(fonts))
{
    for (int i = 0; i <= int(TextRole::More); ++i) {
        const QFont font = fontOf(TextRole(i), fonts);
        const QFontMetricsF metrics(font);
        // Letters are centred by their capitals: by ascent and descent they would seem to hang.
        m_roles.push_back({font, metrics.capHeight() / 2, metrics.ascent(), {}});
    }
}

void Painter::text(QPainter &painter, TextRole role, const QColor &colour, QPointF middleLeft,
                   const QString &whole) const
{
    const QString text = shown(whole);
    const Role &r = roleOf(role);
    const QPointF at = middleLeft + QPointF(0, r.baseline);
    painter.setFont(r.font);
    painter.setPen(colour);
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.drawText(at, text);
        return;
    }
    // On the screen the same words are painted over and over.
    constexpr qsizetype most = 4'000;
    auto known = r.laidOut.constFind(text);
    if (known == r.laidOut.cend()) {
        if (r.laidOut.size() >= most)
            r.laidOut.clear();
        QStaticText laidOut(text);
        laidOut.setTextFormat(Qt::PlainText);
        laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
        known = r.laidOut.insert(text, laidOut);
    }
    painter.drawStaticText(at - QPointF(0, r.ascent), *known);
}

void Painter::textTo(QPainter &painter, TextRole role, const QColor &colour, QPointF middleRight,
                     const QString &text) const
{
    this->text(painter, role, colour, middleRight - QPointF(m_measure(text, role), 0), text);
}

void Painter::paint(QPainter &painter, const Scene &scene, const Painting &what) const
{
    painter.fillRect(what.visible, m_ink.theme.canvas);
    const Detail detail = detailAt(what.zoom);
    QList<const Box *> visible;
    for (const Box &box : scene.boxes) {
        constexpr qreal around = 6; // its shadow
        if (box.rect.adjusted(-around, -around, around, around).intersects(what.visible))
            visible.append(&box);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (detail == Detail::Full) {
        for (const Box *box : visible)
            paintShadow(painter, *box);
    }
    if (what.hasGrid)
        paintGrid(painter, what);
    painter.setRenderHint(QPainter::Antialiasing, detail == Detail::Full);
    if (detail == Detail::Full)
        paintEdges(painter, scene, what);
    else
        paintLines(painter, scene, what);
    for (const Box *box : visible) {
        switch (detail) {
        case Detail::Full: paintBox(painter, *box); break;
        case Detail::Heads: paintHeadOnly(painter, *box, what.zoom); break;
        case Detail::Blocks: paintBlock(painter, *box, what.zoom); break;
        }
    }
}

// The ground ----------------------------------------------------------------------------------------------

void Painter::paintGrid(QPainter &painter, const Painting &what) const
{
    constexpr qreal nearest = 14; ///< dots on the screen
    qreal step = measure::grid;
    while (step * what.zoom < nearest)
        step *= 2;
    const qreal left = std::ceil(what.visible.left() / step) * step;
    const qreal top = std::ceil(what.visible.top() / step) * step;
    // As large at any zoom, and square: thousands of round ones would take longer than all the rest.
    const qreal dot = 2 / what.zoom;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qreal y = top; y <= what.visible.bottom(); y += step) {
        for (qreal x = left; x <= what.visible.right(); x += step)
            painter.fillRect(QRectF(x - dot / 2, y - dot / 2, dot, dot), m_ink.theme.dots);
    }
}

/// The wash of what a query passes, on the bare canvas: opaque, for what is translucent is slow to paint.
QColor Painter::washOf(const Ink &ink) const
{
    return mixed(ink.theme.accent, ink.theme.canvas, measure::washOpacity);
}

/// What is selected has small squares at its corners or ends, as large at any zoom below life size.
void Painter::paintGrips(QPainter &painter, const QList<QPointF> &at, const Ink &ink, qreal zoom) const
{
    const qreal side = measure::grip / zoom;
    const qreal border = 1 / zoom;
    for (const QPointF &point : at) {
        QRectF square(0, 0, side, side);
        square.moveCenter(point);
        painter.fillRect(square, ink.theme.canvas);
        painter.fillRect(square.adjusted(border, border, -border, -border), ink.theme.accent);
    }
}

/// Soft shadows, a little lower than their boxes: ever narrower and darker outlines. They lie on the bare
/// canvas, so that they need not be translucent, which is slow to paint.
void Painter::paintShadow(QPainter &painter, const Box &box) const
{
    if (box.emphasis.isOnPath) {
        constexpr qreal around = measure::wash / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(washOf(inkOf(box.emphasis)));
        painter.drawRoundedRect(box.rect.adjusted(-around, -around, around, around),
                                measure::boxRadius + around, measure::boxRadius + around);
        return;
    }
    const QColor shade = m_ink.theme.isDark() ? QColor(0, 0, 0) : m_ink.theme.text;
    const qreal strength = m_ink.theme.isDark() ? 0.10 : 0.035;
    painter.setBrush(Qt::NoBrush);
    qreal share = 0;
    for (const qreal width : {5.0, 3.0, 1.5}) {
        share += strength;
        painter.setPen(QPen(mixed(shade, m_ink.theme.canvas, share), width));
        painter.drawRoundedRect(box.rect.translated(0, 1), measure::boxRadius, measure::boxRadius);
    }
}

}
