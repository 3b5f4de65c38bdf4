#pragma once

#include "views/theme/theme.h"

#include <QStyleOption>

class QPainter;
class QWidget;

/// The strokes that the style draws with.
namespace views::paint {

/// Of the palette that an option or a widget has.
const Theme &themeFor(const QStyleOption *option);
QColor mixed(const QColor &colour, const QColor &ground, qreal share);
/// What is written on the accent.
QColor onAccent(const Theme &theme);
/// Of a selected row; lighter where its list has not the focus.
QColor rowWash(const Theme &theme, bool hasFocus);

/// As thin as the screen can, and at least a device-independent pixel where that is whole.
qreal hairline(const QPainter *painter);
void horizontalLine(QPainter *painter, const QRect &rect, int y, const QColor &colour);
void verticalLine(QPainter *painter, const QRect &rect, int x, const QColor &colour);
/// A rounded rectangle with its border inside.
void roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
                qreal borderWidth = 0);
/// The box of a field: line edit, combo box, spin box.
void field(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void checkBox(QPainter *painter, const QStyleOption *option, const QRect &rect);
void radioButton(QPainter *painter, const QStyleOption *option);
void pushButton(QPainter *painter, const QStyleOptionButton *option);
void toolButtonPanel(QPainter *painter, const QStyleOption *option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem *option);
void tab(QPainter *painter, const QStyleOptionTab *option);
void headerSection(QPainter *painter, const QStyleOptionHeader *option);
void progress(QPainter *painter, const QStyleOptionProgressBar *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);

}
