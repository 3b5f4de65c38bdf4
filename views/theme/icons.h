#pragma once

#include "model/project/project.h"
#include "model/schema/problem.h"
#include "views/theme/theme.h"

#include <QIcon>

class QPainter;

namespace views {

/// What an icon's one colour says; it follows the application's palette, also when that changes.
enum class Tone : quint8 { Text, Muted, Accent, Through, Warning, Good };

QColor colourOf(Tone tone, const Theme &theme);

/// An icon of resources/icons by its file's name, sharp at every scale. Disabled it is faint; that of
/// a button that is switched on takes the accent.
QIcon icon(const QString &name, Tone tone = Tone::Text);
QIcon applicationIcon();

/// Paints an icon in one colour into a rectangle.
void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &colour);

/// The name of the icon for a kind of association, for how bad a problem is.
QString iconName(model::AssociationKind kind);
QString iconName(model::Severity severity);
Tone toneOf(model::Severity severity);

}
