#pragma once

#include "views/diagram/contrast.h"
#include "views/diagram/scene.h"

#include <QPainter>

namespace views {

/// A line that is being drawn, and what it would make.
struct Ghost
{
    QList<QPointF> points;
    EndMark fromMark = EndMark::Many;
    EndMark toMark = EndMark::Many;
    QString chip; ///< the through's name; empty where there is none
    QStringList keys; ///< the columns that come to be
    QRectF target; ///< the box, or the row, that the line would end at
    bool isRefused = false;

    bool operator==(const Ghost &) const = default;
};

/// What lies over the diagram while someone works on it.
struct Overlay
{
    QRectF band; ///< in which everything gets selected
    std::optional<Ghost> ghost;
    QList<QPointF> handles; ///< from where lines can be drawn

    bool operator==(const Overlay &) const = default;
};

/// Paints it in the scene's units.
void paintOverlay(QPainter &painter, const Overlay &overlay, const Ink &ink, const Fonts &fonts, qreal zoom);

/// The way of a ghost between two boxes, or from a box to itself.
QList<QPointF> ghostWay(const QRectF &from, const QRectF &to, bool isLoop);

}
