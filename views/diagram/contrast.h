#pragma once

#include "views/theme/theme.h"

#include <QPen>

namespace views {

/// A theme's colours as they stand on each other in a diagram, each as legible as it has to be.
struct Ink
{
    explicit Ink(const Theme &theme);
    /// The same, as if far away.
    Ink faded() const;

    Theme theme;
    QColor mutedOnBox;
    QColor mutedOnHead;
    QColor mutedOnCanvas;
    QColor mutedOnChip;
    QColor throughOnChip;
};

/// So much of a colour on a ground, as one colour: translucent ones are slow to paint.
QColor mixed(const QColor &colour, const QColor &ground, qreal share);

/// A pen with round caps and joins.
QPen roundPen(const QColor &colour, qreal width);

}
