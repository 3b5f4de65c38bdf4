#include "views/diagram/painter.h"

#include "views/diagram/marks.h"

#include <QPaintEngine>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal farWash = 6; ///< in pixels of the screen
constexpr qreal reach = 12; ///< how far from its lines an edge is painted

/// The pieces of a line that can be seen: a line that passes by costs nothing, however long it is.
QList<QList<QPointF>> visiblePieces(const QList<QPointF> &points, const QRectF &visible)
{
    const QRectF around = visible.adjusted(-reach, -reach, reach, reach);
    QList<QList<QPointF>> pieces;
    bool isOpen = false;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QRectF run = QRectF(points[i], points[i + 1]).normalized();
        const bool isSeen = run.right() >= around.left() && run.left() <= around.right()
            && run.bottom() >= around.top() && run.top() <= around.bottom();
        if (isSeen && !isOpen)
            pieces.append({points[i]});
        if (isSeen)
            pieces.last().append(points[i + 1]);
        isOpen = isSeen;
    }
    return pieces;
}

/// Strokes a line with rounded corners.
void strokeLine(QPainter &painter, const QList<QPointF> &points, const QPen &pen, const QRectF &visible)
{
    for (const QList<QPointF> &piece : visiblePieces(points, visible)) {
        const bool isInParts = painter.paintEngine()->type() == QPaintEngine::Raster
            && pen.style() == Qt::SolidLine && pen.color().alpha() == 255;
        if (!isInParts) {
            painter.strokePath(roundedPath(piece), pen);
            continue;
        }
        const RoundedLine line = roundedLine(piece);
        painter.setPen(pen);
        painter.drawLines(line.straights);
        painter.strokePath(line.corners, pen);
    }
}

}

// Edges ---------------------------------------------------------------------------------------------------

/// From afar: nothing but thin lines, filled as rectangles, which is many times faster than drawing them.
void Painter::paintLines(QPainter &painter, const Scene &scene, const Painting &what) const
{
    const bool areBlocks = detailAt(what.zoom) == Detail::Blocks;
    const QColor plain = areBlocks ? mixed(theme().muted, theme().canvas, 0.4) : theme().muted;
    const QColor faint = mixed(plain, theme().canvas, 0.4);
    const QColor wash = mixed(theme().accent, theme().canvas, measure::washOpacity);
    QList<const Edge *> strong;
    const auto fill = [&](const Edge &edge, const QColor &colour, qreal width) {
        for (qsizetype i = 0; i + 1 < edge.points.size(); ++i) {
            const QPointF from = edge.points[i];
            const QPointF to = edge.points[i + 1];
            const QRectF run(
                QPointF(std::min(from.x(), to.x()) - width / 2, std::min(from.y(), to.y()) - width / 2),
                QSizeF(std::abs(to.x() - from.x()) + width, std::abs(to.y() - from.y()) + width));
            if (run.intersects(what.visible))
                painter.fillRect(run, colour);
        }
    };
    for (const Edge &edge : scene.edges) {
        if (edge.emphasis.isStrong() || edge.emphasis.isHovered)
            strong.append(&edge);
        else
            fill(edge, edge.emphasis.isDimmed ? faint : plain, 1 / what.zoom);
    }
    for (const Edge *edge : std::as_const(strong)) {
        if (edge->emphasis.isOnPath)
            fill(*edge, wash, farWash / what.zoom);
    }
    for (const Edge *edge : std::as_const(strong)) {
        const bool isPlain = !edge->emphasis.isStrong();
        fill(*edge, isPlain ? theme().text : theme().accent, (isPlain ? 1 : 2) / what.zoom);
        if (edge->emphasis.isSelected && !edge->points.isEmpty())
            paintGrips(painter, {edge->points.first(), edge->points.last()}, m_ink, what.zoom);
    }
}

void Painter::paintEdges(QPainter &painter, const Scene &scene, const Painting &what) const
{
    const QRectF around = what.visible.adjusted(-reach, -reach, reach, reach);
    QList<const Edge *> visible;
    for (const Edge &edge : scene.edges) {
        if (!edge.points.isEmpty() && edge.bounds.intersects(around))
            visible.append(&edge);
    }
    // What is set off lies above the others.
    std::stable_partition(visible.begin(), visible.end(),
                          [](const Edge *edge) { return !edge->emphasis.isStrong(); });
    const auto each = [&](auto paintPart) {
        for (const Edge *edge : visible)
            paintPart(*edge);
    };
    each([&](const Edge &edge) { paintWash(painter, edge, what.visible); });
    each([&](const Edge &edge) { paintEdge(painter, edge, what.visible); });
    each([&](const Edge &edge) { paintLabels(painter, edge); });
    each([&](const Edge &edge) { paintChip(painter, edge); });
    each([&](const Edge &edge) { paintBadge(painter, edge.badge, inkOf(edge.emphasis)); });
}

void Painter::paintWash(QPainter &painter, const Edge &edge, const QRectF &visible) const
{
    const Ink &ink = inkOf(edge.emphasis);
    if (!edge.emphasis.isOnPath)
        return;
    const QColor colour = washOf(ink);
    QPen pen = roundPen(colour, measure::wash);
    pen.setCapStyle(Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    strokeLine(painter, edge.points, pen, visible);
    if (edge.chip && !edge.chip->rect.isEmpty()) {
        constexpr qreal around = measure::wash / 2;
        const QRectF halo = edge.chip->rect.adjusted(-around, -around, around, around);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(halo, halo.height() / 2, halo.height() / 2);
    }
}

void Painter::paintEdge(QPainter &painter, const Edge &edge, const QRectF &visible) const
{
    const Ink &ink = inkOf(edge.emphasis);
    const bool strong = edge.emphasis.isStrong();
    const QColor colour = strong  ? ink.theme.accent
        : edge.emphasis.isHovered ? ink.theme.text
                                  : ink.theme.muted;
    const qreal width = strong ? measure::strongEdge : measure::edge;
    QPen pen = roundPen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    if (!edge.isConstrained)
        pen.setDashPattern({4, 3});
    painter.setBrush(Qt::NoBrush);
    strokeLine(painter, edge.points, pen, visible);

    painter.setPen(roundPen(colour, width));
    const qsizetype n = edge.points.size();
    for (const bool isFrom : {true, false}) {
        const QPointF at = isFrom ? edge.points[0] : edge.points[n - 1];
        const QPointF next = isFrom ? edge.points[1] : edge.points[n - 2];
        const EndMark mark = isFrom ? edge.from.mark : edge.to.mark;
        if (!visible.adjusted(-2 * reach, -2 * reach, 2 * reach, 2 * reach).contains(at))
            continue;
        // The ring of "or none" is open.
        painter.setBrush(mark == EndMark::ZeroOrOne ? QBrush(ink.theme.canvas) : QBrush(Qt::NoBrush));
        painter.drawPath(endMark(mark, at, directionOf(at, next)));
    }
    if (edge.emphasis.isSelected)
        paintGrips(painter, {edge.points.first(), edge.points.last()}, ink, 1);
}

void Painter::paintLabels(QPainter &painter, const Edge &edge) const
{
    const Ink &ink = inkOf(edge.emphasis);
    for (const EdgeEnd *end : {&edge.from, &edge.to}) {
        if (end->labelRect.isEmpty())
            continue;
        constexpr qreal gap = 3; // where the words interrupt their line
        painter.fillRect(end->labelRect.adjusted(-gap, 0, gap, 0), ink.theme.canvas);
        text(painter, TextRole::Label, ink.mutedOnCanvas,
             {end->labelRect.left(), end->labelRect.center().y()}, end->label);
    }
    if (!edge.hopRect.isEmpty()) {
        painter.setPen(QPen(ink.theme.canvas, 2));
        painter.setBrush(ink.theme.accent);
        painter.drawEllipse(edge.hopRect);
        const QColor onAccent = ink.theme.isDark() ? ink.theme.canvas : ink.theme.box;
        const QPointF half(m_measure(edge.hop, TextRole::ChipCount) / 2, 0);
        text(painter, TextRole::ChipCount, onAccent, edge.hopRect.center() - half, edge.hop);
    }
}

void Painter::paintChip(QPainter &painter, const Edge &edge) const
{
    if (!edge.chip || edge.chip->rect.isEmpty())
        return;
    const Ink &ink = inkOf(edge.emphasis);
    const QRectF rect = edge.chip->rect;
    const QRectF pill = rect.adjusted(0.6, 0.6, -0.6, -0.6);
    painter.setPen(edge.emphasis.isSelected ? QPen(ink.theme.accent, 2) : QPen(ink.theme.through, 1.2));
    painter.setBrush(ink.theme.throughWash);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const qreal middle = rect.center().y();
    qreal x = rect.left() + measure::chipPadding;
    painter.setPen(QPen(ink.throughOnChip, 1.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tableMark({x, middle - measure::chipIcon / 2, measure::chipIcon, measure::chipIcon}));
    // Where there was no room it is only the figure.
    if (rect.width() < edge.chip->size.width())
        return;
    x += measure::chipIcon + measure::chipGap;
    text(painter, TextRole::Chip, ink.throughOnChip, {x, middle}, edge.chip->name);
    if (!edge.chip->count.isEmpty())
        textTo(painter, TextRole::ChipCount, ink.mutedOnChip, {rect.right() - measure::chipPadding, middle},
               edge.chip->count);
}

}
