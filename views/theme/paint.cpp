#include "views/theme/paint.h"

#include "views/theme/icons.h"
#include "views/theme/style.h"

#include <QPainter>
#include <QWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace views::paint {

const Theme &themeFor(const QStyleOption *option)
{
    return themeOf(option->palette);
}

QColor mixed(const QColor &colour, const QColor &ground, qreal share)
{
    const auto channel = [&](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
                  channel(colour.blue(), ground.blue()));
}

QColor onAccent(const Theme &theme)
{
    return theme.isDark() ? theme.window : theme.panel;
}

QColor rowWash(const Theme &theme, bool hasFocus)
{
    return hasFocus ? theme.accentWash : mixed(theme.accentWash, theme.panel, 0.65);
}

qreal hairline(const QPainter *painter)
{
    const qreal scale = painter->device()->devicePixelRatio();
    return std::max(1.0, std::floor(scale)) / scale;
}

void horizontalLine(QPainter *painter, const QRect &rect, int y, const QColor &colour)
{
    painter->fillRect(QRectF(rect.left(), y, rect.width(), hairline(painter)), colour);
}

void verticalLine(QPainter *painter, const QRect &rect, int x, const QColor &colour)
{
    painter->fillRect(QRectF(x, rect.top(), hairline(painter), rect.height()), colour);
}

void roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
                qreal borderWidth)
{
    const qreal width = borderWidth > 0 ? borderWidth : hairline(painter);
    const QRectF inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(border.isValid() ? inner : rect, radius, radius);
    painter->restore();
}

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeFor(option);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isReadOnly = option->state & QStyle::State_ReadOnly;
    const bool isRefused = widget && widget->property("refused").toBool();
    const bool hasFocus = isEnabled && option->state & QStyle::State_HasFocus;
    const QColor border = isRefused                            ? theme.warning
        : hasFocus                                             ? theme.accent
        : isEnabled && option->state & QStyle::State_MouseOver ? mixed(theme.muted, theme.hairline, 0.35)
                                                               : theme.hairline;
    const QColor fill = isEnabled && !isReadOnly ? theme.window : theme.panel;
    roundedBox(painter, option->rect, fill, border, metric::radius, hasFocus || isRefused ? 1.5 : 0);
}

void checkBox(QPainter *painter, const QStyleOption *option, const QRect &rect)
{
    const Theme &theme = themeFor(option);
    QRect box(0, 0, metric::iconSize - 1, metric::iconSize - 1);
    box.moveCenter(rect.center());
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isMixed = option->state & QStyle::State_NoChange;
    const bool isOn = option->state & QStyle::State_On;
    const bool hasFocus = option->state & QStyle::State_HasFocus;
    if (isOn || isMixed) {
        const QColor fill = isEnabled ? theme.accent : theme.faint;
        roundedBox(painter, box, fill, {}, 4);
        paintIcon(painter, isOn ? u"check"_s : u"dash"_s, box.adjusted(1, 1, -1, -1), onAccent(theme));
    } else {
        const QColor border = !isEnabled              ? theme.hairline
            : option->state & QStyle::State_MouseOver ? theme.accent
                                                      : mixed(theme.muted, theme.panel, 0.8);
        roundedBox(painter, box, theme.panel, border, 4);
    }
    if (hasFocus && option->state & QStyle::State_KeyboardFocusChange)
        roundedBox(painter, box.adjusted(-2, -2, 2, 2), {}, theme.accent, 6, 1.5);
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeFor(option);
    QRectF box(0, 0, metric::iconSize - 1, metric::iconSize - 1);
    box.moveCenter(QRectF(option->rect).center());
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isOn = option->state & QStyle::State_On;
    const QColor ring = !isEnabled ? theme.hairline
        : isOn                     ? theme.accent
                                   : mixed(theme.muted, theme.panel, 0.8);
    roundedBox(painter, box, theme.panel, ring, box.width() / 2, isOn ? 1.5 : 0);
    if (isOn)
        roundedBox(painter, box.adjusted(4, 4, -4, -4), isEnabled ? theme.accent : theme.faint, {}, 4);
}

void pushButton(QPainter *painter, const QStyleOptionButton *option)
{
    const Theme &theme = themeFor(option);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && option->state & QStyle::State_MouseOver;
    const bool hasFocus = isEnabled && option->state & QStyle::State_HasFocus;
    const bool isMain = isEnabled && option->features & QStyleOptionButton::DefaultButton;
    const QColor ground = theme.isDark() ? theme.head : theme.panel;
    if (isMain) {
        const QColor fill = isDown ? mixed(theme.accent, theme.text, 0.85)
            : isHovered            ? mixed(theme.accent, theme.panel, 0.9)
                                   : theme.accent;
        roundedBox(painter, option->rect, fill, {}, metric::radius);
        if (hasFocus && option->state & QStyle::State_KeyboardFocusChange)
            roundedBox(painter, option->rect.adjusted(2, 2, -2, -2), {}, onAccent(theme), 4, 1.5);
        return;
    }
    if (option->features & QStyleOptionButton::Flat && !isDown && !isHovered && !hasFocus)
        return;
    const QColor fill = isDown ? theme.hairline : isHovered ? mixed(theme.hairline, ground, 0.45) : ground;
    roundedBox(painter, option->rect, fill, hasFocus ? theme.accent : theme.hairline, metric::radius,
               hasFocus ? 1.5 : 0);
}

void toolButtonPanel(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeFor(option);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    QColor fill;
    if (option->state & QStyle::State_On)
        fill = theme.accentWash;
    else if (isEnabled && option->state & QStyle::State_Sunken)
        fill = theme.hairline;
    else if (isEnabled && option->state & QStyle::State_MouseOver)
        fill = mixed(theme.hairline, option->palette.window().color(), 0.7);
    const bool isRinged = isEnabled && option->state & QStyle::State_HasFocus
        && option->state & QStyle::State_KeyboardFocusChange;
    if (fill.isValid() || isRinged)
        roundedBox(painter, option->rect, fill, isRinged ? theme.accent : QColor(), metric::radius, 1.5);
}

}
