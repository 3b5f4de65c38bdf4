#include "views/diagram/marks.h"

#include <algorithm>

namespace views {

namespace {

/// A key that points to the lower left: a ring, a shaft and two teeth.
QPainterPath keyPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(9.6, 4.4), 2.9, 2.9);
    path.moveTo(7.5, 6.5);
    path.lineTo(2.2, 11.8);
    path.moveTo(3.4, 10.6);
    path.lineTo(5.2, 12.4);
    path.moveTo(5.3, 8.7);
    path.lineTo(6.9, 10.3);
    return path;
}

QPainterPath diamondPath()
{
    QPainterPath path;
    path.moveTo(7, 2.6);
    path.lineTo(11.4, 7);
    path.lineTo(7, 11.4);
    path.lineTo(2.6, 7);
    path.closeSubpath();
    return path;
}

QPainterPath arrowPath()
{
    QPainterPath path;
    path.moveTo(3.8, 10.2);
    path.lineTo(10.2, 3.8);
    path.moveTo(5.2, 3.8);
    path.lineTo(10.2, 3.8);
    path.lineTo(10.2, 8.8);
    return path;
}

/// Where the curve around a corner begins and ends.
struct Rounding
{
    QPointF from;
    QPointF to;
    QPointF in; ///< the directions before and after
    QPointF out;
};

Rounding roundingAt(const QList<QPointF> &points, qsizetype i)
{
    const QPointF in = points[i] - points[i - 1];
    const QPointF out = points[i + 1] - points[i];
    const qreal lengthIn = std::max(in.manhattanLength(), 0.001);
    const qreal lengthOut = std::max(out.manhattanLength(), 0.001);
    // A part between two corners is shared by them; one that ends at a box keeps room for its mark.
    const qreal roomIn = i == 1 ? lengthIn - measure::footLength : lengthIn / 2;
    const qreal roomOut = i + 2 == points.size() ? lengthOut - measure::footLength : lengthOut / 2;
    const qreal radius = std::max(std::min({measure::cornerRadius, roomIn, roomOut}), 2.0);
    return {points[i] - in * (radius / lengthIn), points[i] + out * (radius / lengthOut), in / lengthIn,
            out / lengthOut};
}

}

QPainterPath keyMark(KeyMark mark, const QRectF &square)
{
    static const QPainterPath key = keyPath();
    static const QPainterPath diamond = diamondPath();
    static const QPainterPath arrow = arrowPath();
    const qreal scale = square.width() / measure::keyMark;
    const QTransform place = QTransform::fromTranslate(square.left(), square.top()).scale(scale, scale);
    switch (mark) {
    case KeyMark::None: return {};
    case KeyMark::Primary: return place.map(key);
    case KeyMark::Unique: return place.map(diamond);
    case KeyMark::Foreign: return place.map(arrow);
    }
    Q_UNREACHABLE();
}

bool isFilled(KeyMark mark)
{
    return mark == KeyMark::Unique;
}

QPainterPath tableMark(const QRectF &square)
{
    const QRectF frame = square.adjusted(0.6, 0.6, -0.6, -0.6);
    QPainterPath path;
    path.addRoundedRect(frame, 1.5, 1.5);
    const qreal head = frame.top() + frame.height() / 3;
    const qreal line = frame.top() + frame.height() * 2 / 3;
    const qreal column = frame.left() + frame.width() / 3;
    path.moveTo(frame.left(), head);
    path.lineTo(frame.right(), head);
    path.moveTo(frame.left(), line);
    path.lineTo(frame.right(), line);
    path.moveTo(column, head);
    path.lineTo(column, frame.bottom());
    return path;
}

QPointF directionOf(QPointF from, QPointF to)
{
    const QPointF line = to - from;
    return line.isNull() ? QPointF(1, 0) : line / line.manhattanLength();
}

QPainterPath endMark(EndMark mark, QPointF at, QPointF outwards)
{
    constexpr qreal half = measure::footLength / 2;
    constexpr qreal barAt = 9;
    constexpr qreal ringAt = 17;
    constexpr qreal ring = 4;
    const QPointF aside(-outwards.y(), outwards.x());
    QPainterPath path;
    switch (mark) {
    case EndMark::Many: {
        const QPointF tip = at + outwards * measure::footLength;
        path.moveTo(at + aside * half);
        path.lineTo(tip);
        path.lineTo(at - aside * half);
        break;
    }
    case EndMark::ZeroOrOne: path.addEllipse(at + outwards * ringAt, ring, ring); [[fallthrough]];
    case EndMark::One:
        path.moveTo(at + outwards * barAt + aside * half);
        path.lineTo(at + outwards * barAt - aside * half);
        break;
    }
    return path;
}

RoundedLine roundedLine(const QList<QPointF> &points)
{
    constexpr qreal overlap = 1; // or a seam would be seen
    RoundedLine line;
    QPointF from = points.value(0);
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const Rounding rounding = roundingAt(points, i);
        line.straights.append(QLineF(from, rounding.from));
        line.corners.moveTo(rounding.from - rounding.in * overlap);
        line.corners.lineTo(rounding.from);
        line.corners.quadTo(points[i], rounding.to);
        line.corners.lineTo(rounding.to + rounding.out * overlap);
        from = rounding.to;
    }
    line.straights.append(QLineF(from, points.last()));
    return line;
}

QPainterPath roundedPath(const QList<QPointF> &points)
{
    QPainterPath path(points.value(0));
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const Rounding rounding = roundingAt(points, i);
        path.lineTo(rounding.from);
        path.quadTo(points[i], rounding.to);
    }
    path.lineTo(points.last());
    return path;
}

QPainterPath headPath(const QRectF &rect, qreal radius)
{
    QPainterPath path(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), {rect.left() + radius, rect.top()});
    path.lineTo(rect.right() - radius, rect.top());
    path.quadTo(rect.topRight(), {rect.right(), rect.top() + radius});
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

}
