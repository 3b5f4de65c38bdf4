#include "views/canvas/painter.h"

#include "views/canvas/marks.h"
#include "views/canvas/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal markStroke = 1.3;
constexpr qreal dimmed = 0.3;

bool isStrong(const Emphasis &emphasis)
{
    return emphasis.isSelected || emphasis.isOnPath;
}

QPen roundPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QColor mixed(const QColor &colour, const QColor &ground, qreal share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(colour.red(), ground.red()), mix(colour.green(), ground.green()),
                  mix(colour.blue(), ground.blue()));
}

QPointF directionOf(QPointF from, QPointF to)
{
    const QPointF way = to - from;
    const qreal length = way.manhattanLength();
    return length > 0 ? way / length : QPointF(1, 0);
}

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

Detail detailAt(qreal zoom)
{
    if (zoom < measure::blocksOnly)
        return Detail::Blocks;
    return zoom < measure::fullDetail ? Detail::Heads : Detail::Full;
}

Painter::Painter(const Theme &theme, const Fonts &fonts)
    : m_theme(theme), m_fonts(fonts), m_measure(measureIn(fonts)), m_onBox(legible(theme.muted, theme.box)),
      m_onHead(legible(theme.muted, theme.head)), m_onCanvas(legible(theme.muted, theme.canvas)),
      m_onChip(legible(theme.through, theme.throughWash)),
      m_countOnChip(legible(theme.muted, theme.throughWash)), m_mark(theme.warning)
{
    for (int i = 0; i <= int(TextRole::More); ++i) {
        const QFont font = fontOf(TextRole(i), fonts);
        const QFontMetricsF metrics(font);
        // Letters are centred by their capitals: by ascent and descent they would seem to hang.
        m_roles.push_back({font, metrics.capHeight() / 2, metrics.ascent(), {}});
    }
}

void Painter::text(QPainter &painter, TextRole role, const QColor &colour, QPointF middleLeft,
                   const QString &text) const
{
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
    painter.fillRect(what.visible, m_theme.canvas);
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
        painter.setOpacity(box->emphasis.isDimmed ? dimmed : 1);
        switch (detail) {
        case Detail::Full: paintBox(painter, *box); break;
        case Detail::Heads: paintHeadOnly(painter, *box, what.zoom); break;
        case Detail::Blocks: paintBlock(painter, *box); break;
        }
    }
    painter.setOpacity(1);
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
            painter.fillRect(QRectF(x - dot / 2, y - dot / 2, dot, dot), m_theme.dots);
    }
}

/// Soft shadows, a little lower than their boxes: ever narrower and darker outlines. They lie on the bare
/// canvas, so that they need not be translucent, which is slow to paint.
void Painter::paintShadow(QPainter &painter, const Box &box) const
{
    const QColor shade = m_theme.isDark() ? QColor(0, 0, 0) : m_theme.text;
    const qreal strength = m_theme.isDark() ? 0.10 : 0.035;
    painter.setBrush(Qt::NoBrush);
    qreal share = 0;
    for (const qreal width : {5.0, 3.0, 1.5}) {
        share += strength;
        painter.setPen(QPen(mixed(shade, m_theme.canvas, share), width));
        painter.drawRoundedRect(box.rect.translated(0, 1), measure::boxRadius, measure::boxRadius);
    }
}

// Edges ---------------------------------------------------------------------------------------------------

/// From afar: nothing but thin lines, filled as rectangles, which is many times faster than drawing them.
void Painter::paintLines(QPainter &painter, const Scene &scene, const Painting &what) const
{
    const bool areBlocks = detailAt(what.zoom) == Detail::Blocks;
    const QColor plain = areBlocks ? mixed(m_theme.muted, m_theme.canvas, 0.4) : m_theme.muted;
    QList<const Edge *> strong;
    const auto fill = [&](const Edge &edge, const QColor &colour, qreal width) {
        for (qsizetype i = 0; i + 1 < edge.points.size(); ++i) {
            const QPointF from = edge.points[i];
            const QPointF to = edge.points[i + 1];
            const QRectF run(
                QPointF(std::min(from.x(), to.x()), std::min(from.y(), to.y())),
                QSizeF(std::abs(to.x() - from.x()) + width, std::abs(to.y() - from.y()) + width));
            if (run.intersects(what.visible))
                painter.fillRect(run, colour);
        }
    };
    for (const Edge &edge : scene.edges) {
        if (isStrong(edge.emphasis) || edge.emphasis.isHovered)
            strong.append(&edge);
        else if (!edge.emphasis.isDimmed)
            fill(edge, plain, 1 / what.zoom);
    }
    for (const Edge *edge : strong)
        fill(*edge, m_theme.accent, 2 / what.zoom);
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
                          [](const Edge *edge) { return !isStrong(edge->emphasis); });
    const auto each = [&](auto paintPart) {
        for (const Edge *edge : visible) {
            painter.setOpacity(edge->emphasis.isDimmed ? dimmed : 1);
            paintPart(*edge);
        }
    };
    each([&](const Edge &edge) { paintWash(painter, edge, what.visible); });
    each([&](const Edge &edge) { paintEdge(painter, edge, what.visible); });
    each([&](const Edge &edge) { paintLabels(painter, edge); });
    each([&](const Edge &edge) { paintChip(painter, edge); });
    painter.setOpacity(1);
}

void Painter::paintWash(QPainter &painter, const Edge &edge, const QRectF &visible) const
{
    if (!isStrong(edge.emphasis))
        return;
    QColor colour = m_theme.accent;
    colour.setAlphaF(float(measure::washOpacity));
    QPen pen = roundPen(colour, measure::wash);
    pen.setCapStyle(Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    strokeLine(painter, edge.points, pen, visible);
}

void Painter::paintEdge(QPainter &painter, const Edge &edge, const QRectF &visible) const
{
    const bool strong = isStrong(edge.emphasis);
    const QColor colour = strong ? m_theme.accent : edge.emphasis.isHovered ? m_theme.text : m_theme.muted;
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
        painter.setBrush(mark == EndMark::ZeroOrOne ? QBrush(m_theme.canvas) : QBrush(Qt::NoBrush));
        painter.drawPath(endMark(mark, at, directionOf(at, next)));
    }
}

void Painter::paintLabels(QPainter &painter, const Edge &edge) const
{
    for (const EdgeEnd *end : {&edge.from, &edge.to}) {
        if (end->labelRect.isEmpty())
            continue;
        painter.fillRect(end->labelRect, m_theme.canvas);
        text(painter, TextRole::Label, m_onCanvas, {end->labelRect.left(), end->labelRect.center().y()},
             end->label);
    }
    if (!edge.hopRect.isEmpty()) {
        painter.setPen(QPen(m_theme.canvas, 2));
        painter.setBrush(m_theme.accent);
        painter.drawEllipse(edge.hopRect);
        const QColor onAccent = m_theme.isDark() ? m_theme.canvas : m_theme.box;
        const QPointF half(m_measure(edge.hop, TextRole::ChipCount) / 2, 0);
        text(painter, TextRole::ChipCount, onAccent, edge.hopRect.center() - half, edge.hop);
    }
}

void Painter::paintChip(QPainter &painter, const Edge &edge) const
{
    if (!edge.chip || edge.chip->rect.isEmpty())
        return;
    const QRectF rect = edge.chip->rect;
    const QRectF pill = rect.adjusted(0.6, 0.6, -0.6, -0.6);
    painter.setPen(edge.emphasis.isSelected ? QPen(m_theme.accent, 2) : QPen(m_theme.through, 1.2));
    painter.setBrush(m_theme.throughWash);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const qreal middle = rect.center().y();
    qreal x = rect.left() + measure::chipPadding;
    painter.setPen(QPen(m_onChip, 1.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tableMark({x, middle - measure::chipIcon / 2, measure::chipIcon, measure::chipIcon}));
    // Where there was no room it is only the figure.
    if (rect.width() < edge.chip->size.width())
        return;
    x += measure::chipIcon + measure::chipGap;
    text(painter, TextRole::Chip, m_onChip, {x, middle}, edge.chip->name);
    if (!edge.chip->count.isEmpty())
        textTo(painter, TextRole::ChipCount, m_countOnChip, {rect.right() - measure::chipPadding, middle},
               edge.chip->count);
}

// Boxes ---------------------------------------------------------------------------------------------------

void Painter::paintBlock(QPainter &painter, const Box &box) const
{
    const QColor plain = box.isThrough ? m_theme.through : m_theme.muted;
    painter.fillRect(box.rect, isStrong(box.emphasis) ? m_theme.accent : mixed(plain, m_theme.canvas, 0.75));
}

void Painter::paintHeadOnly(QPainter &painter, const Box &box, qreal zoom) const
{
    constexpr qreal fontOnScreen = 10.5;
    constexpr qreal leastWidth = 40;
    QPen pen(isStrong(box.emphasis) ? m_theme.accent
                 : box.isThrough    ? m_theme.through
                                    : m_theme.hairline,
             isStrong(box.emphasis) ? 2 : 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(m_theme.head);
    painter.drawRect(box.rect);
    if (box.rect.width() * zoom < leastWidth)
        return;
    // Large enough to be read from here.
    QFont font = roleOf(TextRole::Head).font;
    font.setPixelSize(int(std::min(fontOnScreen / zoom, box.rect.height() - 4)));
    painter.setFont(font);
    painter.setPen(m_theme.text);
    const QRectF room = box.rect.adjusted(4 / zoom, 0, -4 / zoom, 0);
    painter.drawText(room, Qt::AlignCenter,
                     QFontMetricsF(font).elidedText(box.name, Qt::ElideRight, room.width()));
}

void Painter::paintFrame(QPainter &painter, const Box &box) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.box);
    painter.drawRoundedRect(box.rect, measure::boxRadius, measure::boxRadius);
    if (box.isCollapsed || box.rows.isEmpty()) {
        painter.setBrush(m_theme.head);
        painter.drawRoundedRect(box.rect, measure::boxRadius, measure::boxRadius);
    } else {
        painter.fillPath(headPath(box.head(), measure::boxRadius), m_theme.head);
        painter.fillRect(QRectF(box.rect.left(), box.head().bottom() - 1, box.rect.width(), 1),
                         m_theme.hairline);
    }
}

void Painter::paintBox(QPainter &painter, const Box &box) const
{
    paintFrame(painter, box);
    const QRectF head = box.head();
    const qreal middle = head.center().y();
    text(painter, TextRole::Head, m_theme.text, {head.left() + measure::boxPadding, middle}, box.name);
    textTo(painter, TextRole::TableName, m_onHead, {head.right() - measure::boxPadding, middle},
           box.tableName);
    for (qsizetype row = 0; row < box.rows.size(); ++row)
        paintRow(painter, box, row);
    if (box.more > 0) {
        const QRectF rect = box.rowRect(box.rows.size());
        const qreal left = rect.left() + measure::boxPadding + measure::keyMark + measure::keyGap;
        text(painter, TextRole::More, m_onBox, {left, rect.center().y()},
             u"… "_s + QCoreApplication::translate("Diagram", "%1 more").arg(box.more));
    }
    // The outline last: it lies over head and rows.
    constexpr qreal half = 0.5;
    const bool selected = box.emphasis.isSelected;
    const QColor colour = selected ? m_theme.accent : box.isThrough ? m_theme.through : m_theme.hairline;
    painter.setPen(QPen(colour, selected ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.rect.adjusted(half, half, -half, -half), measure::boxRadius - half,
                            measure::boxRadius - half);
}

void Painter::paintRow(QPainter &painter, const Box &box, qsizetype row) const
{
    const Row &r = box.rows[row];
    const QRectF rect = box.rowRect(row);
    const qreal middle = rect.center().y();
    if (r.isSelected)
        painter.fillRect(rect.adjusted(1, 0, -1, 0), m_theme.accentWash);
    qreal x = rect.left() + measure::boxPadding;
    if (r.mark != KeyMark::None) {
        const QRectF square(x, middle - measure::keyMark / 2, measure::keyMark, measure::keyMark);
        painter.setPen(isFilled(r.mark) ? QPen(Qt::NoPen) : roundPen(m_mark, markStroke));
        painter.setBrush(isFilled(r.mark) ? QBrush(m_mark) : QBrush(Qt::NoBrush));
        painter.drawPath(keyMark(r.mark, square));
    }
    x += measure::keyMark + measure::keyGap;
    if (r.isDerived)
        text(painter, TextRole::DerivedRow, m_onBox, {x, middle}, r.name);
    else
        text(painter, TextRole::Row, m_theme.text, {x, middle}, r.name);
    textTo(painter, TextRole::Type, m_onBox, {rect.right() - measure::boxPadding, middle}, r.type);
}

}
