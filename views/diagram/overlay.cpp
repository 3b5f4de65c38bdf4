#include "views/diagram/overlay.h"

#include "views/routing/fixedroutes.h"
#include "views/diagram/marks.h"
#include "views/diagram/text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace views {

namespace {

constexpr qreal keyHeight = 18;
constexpr qreal padding = 10;

/// The middle of a way, measured along it.
QPointF middleOf(const QList<QPointF> &points)
{
    qreal whole = 0;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        whole += (points[i + 1] - points[i]).manhattanLength();
    qreal left = whole / 2;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        const qreal length = way.manhattanLength();
        if (length >= left && length > 0)
            return points[i] + way * (left / length);
        left -= length;
    }
    return points.value(0);
}

/// The through as a chip, and under it the columns that come to be.
void paintPromise(QPainter &painter, const Ghost &ghost, const Ink &ink, const Fonts &fonts)
{
    const QFont words = fontOf(TextRole::Chip, fonts);
    const QFont fixed = fontOf(TextRole::Type, fonts);
    const QFontMetricsF wordMetrics(words);
    const QFontMetricsF fixedMetrics(fixed);
    qreal width = ghost.chip.isEmpty() ? 0 : wordMetrics.horizontalAdvance(ghost.chip);
    for (const QString &key : ghost.keys)
        width = std::max(width, fixedMetrics.horizontalAdvance(key));
    const qreal head = ghost.chip.isEmpty() ? padding / 2 : measure::chipHeight;
    QRectF rect(0, 0, width + 2 * padding, head);
    if (!ghost.keys.isEmpty())
        rect.setHeight(head + qreal(ghost.keys.size()) * keyHeight + padding / 2);
    rect.moveCenter(middleOf(ghost.points));
    painter.setPen(QPen(ink.theme.through, 1.2, Qt::DashLine));
    painter.setBrush(ink.theme.throughWash);
    painter.drawRoundedRect(rect, measure::boxRadius, measure::boxRadius);
    if (!ghost.chip.isEmpty()) {
        painter.setFont(words);
        painter.setPen(ink.throughOnChip);
        painter.drawText(QRectF(rect.topLeft(), QSizeF(rect.width(), measure::chipHeight)), Qt::AlignCenter,
                         ghost.chip);
    }
    painter.setFont(fixed);
    painter.setPen(ink.mutedOnChip);
    qreal y = rect.top() + head;
    for (const QString &key : ghost.keys) {
        painter.drawText(QRectF(rect.left() + padding, y, width, keyHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         key);
        y += keyHeight;
    }
}

void paintGhost(QPainter &painter, const Ghost &ghost, const Ink &ink, const Fonts &fonts)
{
    const QColor colour = ghost.isRefused ? ink.theme.faint : ink.theme.accent;
    if (!ghost.target.isEmpty()) {
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ghost.target.adjusted(-2, -2, 2, 2), measure::boxRadius, measure::boxRadius);
    }
    if (ghost.points.size() < 2)
        return;
    QPen pen = roundPen(colour, measure::strongEdge);
    pen.setDashPattern({3, 3});
    painter.strokePath(roundedPath(ghost.points), pen);
    painter.setPen(roundPen(colour, measure::strongEdge));
    painter.setBrush(Qt::NoBrush);
    const qsizetype n = ghost.points.size();
    painter.drawPath(endMark(ghost.fromMark, ghost.points[0], directionOf(ghost.points[0], ghost.points[1])));
    if (!ghost.target.isEmpty())
        painter.drawPath(endMark(ghost.toMark, ghost.points[n - 1],
                                 directionOf(ghost.points[n - 1], ghost.points[n - 2])));
    if (!ghost.isRefused && (!ghost.chip.isEmpty() || !ghost.keys.isEmpty()))
        paintPromise(painter, ghost, ink, fonts);
}

}

void paintOverlay(QPainter &painter, const Overlay &overlay, const Ink &ink, const Fonts &fonts, qreal zoom)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink.theme.accent, 1.5 / zoom));
    painter.setBrush(ink.theme.canvas);
    if (!overlay.handles.isEmpty()) {
        // On a small box they leave room for its name.
        constexpr qreal share = 0.1;
        const qreal width = overlay.handles.last().x() - overlay.handles.first().x();
        const qreal radius = std::min(5 / zoom, width * share);
        for (const QPointF &handle : overlay.handles)
            painter.drawEllipse(handle, radius, radius);
    }
    if (!overlay.band.isEmpty()) {
        QColor wash = ink.theme.accent;
        wash.setAlphaF(0.1F);
        painter.setPen(QPen(ink.theme.accent, 1 / zoom));
        painter.setBrush(wash);
        painter.drawRect(overlay.band);
    }
    if (overlay.ghost)
        paintGhost(painter, *overlay.ghost, ink, fonts);
}

QList<QPointF> ghostWay(const QRectF &from, const QRectF &to, bool isLoop)
{
    if (!isLoop)
        return plainRoute(from, to);
    constexpr qreal out = 2 * measure::grid;
    const QPointF corner = from.topLeft();
    return {{corner.x() + 3 * measure::grid, corner.y()},
            {corner.x() + 3 * measure::grid, corner.y() - out},
            {corner.x() - out, corner.y() - out},
            {corner.x() - out, corner.y() + 2 * measure::grid},
            {corner.x(), corner.y() + 2 * measure::grid}};
}

}
