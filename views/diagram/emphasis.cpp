#include "views/diagram/scene.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString hopsOf(const Edge &edge, const QList<model::AssociationId> &path)
{
    QStringList hops;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (edge.calls.contains(path[i]))
            hops.append(QString::number(i + 1));
    }
    return hops.join(u"·"_s);
}

}

QRectF placeOn(const Edge &edge, qreal side)
{
    constexpr qreal step = 6;
    constexpr qreal apart = 3;
    qreal whole = 0;
    for (qsizetype i = 0; i + 1 < edge.points.size(); ++i)
        whole += (edge.points[i + 1] - edge.points[i]).manhattanLength();
    QRectF best;
    qreal bestOff = -1;
    qreal before = 0;
    for (qsizetype i = 0; i + 1 < edge.points.size(); ++i) {
        const QPointF way = edge.points[i + 1] - edge.points[i];
        const qreal length = way.manhattanLength();
        for (qreal at = 0; at < length; at += step) {
            const qreal off = std::abs(before + at - whole / 2);
            if (bestOff >= 0 && off >= bestOff)
                continue;
            QRectF rect(0, 0, side, side);
            rect.moveCenter(edge.points[i] + way * (at / length));
            const QRectF around = rect.adjusted(-apart, -apart, apart, apart);
            if ((edge.chip && edge.chip->rect.intersects(around)) || edge.from.labelRect.intersects(around)
                || edge.to.labelRect.intersects(around) || edge.badge.rect.intersects(around))
                continue;
            best = rect;
            bestOff = off;
        }
        before += length;
    }
    return best;
}

void emphasize(Scene &scene, const View &view)
{
    const bool isHovering = !view.hoveredBox.isNull() || !view.hoveredEdge.isNull();
    const bool isFading = isHovering && view.isFading;
    const QSet<model::AssociationId> path(view.path.cbegin(), view.path.cend());
    std::vector<bool> isRelated(size_t(scene.boxes.size()), false);
    std::vector<bool> isPassed(size_t(scene.boxes.size()), false);
    for (Edge &edge : scene.edges) {
        const bool isOnPath = !path.isEmpty()
            && std::any_of(edge.calls.cbegin(), edge.calls.cend(),
                           [&](model::AssociationId call) { return path.contains(call); });
        const bool isHovered = isHovering
            && (edge.id == view.hoveredEdge || scene.boxes[edge.from.box].id == view.hoveredBox
                || scene.boxes[edge.to.box].id == view.hoveredBox);
        const bool isSelected = view.selectedEdges.contains(edge.id);
        edge.emphasis = {.isSelected = isSelected,
                         .isOnPath = isOnPath,
                         .isHovered = isHovered,
                         .isDimmed = isFading && !isHovered && !isSelected};
        // A single hop needs no number.
        edge.hop = isOnPath && view.path.size() > 1 ? hopsOf(edge, view.path) : QString();
        edge.hopRect = edge.hop.isEmpty() ? QRectF() : placeOn(edge, measure::hop);
        for (const int box : {edge.from.box, edge.to.box}) {
            isRelated[size_t(box)] = isRelated[size_t(box)] || isHovered;
            isPassed[size_t(box)] = isPassed[size_t(box)] || isOnPath;
        }
    }
    for (qsizetype i = 0; i < scene.boxes.size(); ++i) {
        Box &box = scene.boxes[i];
        const bool isHovered = isHovering && box.id == view.hoveredBox;
        const bool isSelected = view.selectedBoxes.contains(box.id);
        box.emphasis = {.isSelected = isSelected,
                        .isOnPath = isPassed[size_t(i)],
                        .isHovered = isHovered,
                        .isDimmed = isFading && !isHovered && !isSelected && !isRelated[size_t(i)]};
        for (Row &row : box.rows) {
            row.isSelected = !view.selectedAttribute.isNull() && row.attribute == view.selectedAttribute;
        }
    }
}

}
