#include "views/diagram/contrast.h"

#include <cmath>

namespace views {

Ink::Ink(const Theme &of)
    : theme(of), mutedOnBox(legible(of.muted, of.box)), mutedOnHead(legible(of.muted, of.head)),
      mutedOnCanvas(legible(of.muted, of.canvas)), mutedOnChip(legible(of.muted, of.throughWash)),
      throughOnChip(legible(of.through, of.throughWash))
{
}

Ink Ink::faded() const
{
    constexpr qreal left = 0.55;
    Ink ink = *this;
    for (QColor *colour : {&ink.theme.box, &ink.theme.head, &ink.theme.hairline, &ink.theme.text,
                           &ink.theme.muted, &ink.theme.accent, &ink.theme.accentWash, &ink.theme.through,
                           &ink.theme.throughWash, &ink.theme.warning, &ink.mutedOnBox, &ink.mutedOnHead,
                           &ink.mutedOnCanvas, &ink.mutedOnChip, &ink.throughOnChip})
        *colour = mixed(*colour, theme.canvas, left);
    return ink;
}

QColor mixed(const QColor &colour, const QColor &ground, qreal share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(colour.red(), ground.red()), mix(colour.green(), ground.green()),
                  mix(colour.blue(), ground.blue()));
}

QPen roundPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

}
