#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace views::paint {

void menuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Theme &theme = themeFor(option);
    const QRect rect = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        horizontalLine(painter, rect, rect.center().y(), theme.hairline);
        return;
    }
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isSelected = isEnabled && option->state & QStyle::State_Selected;
    if (isSelected)
        roundedBox(painter, rect.adjusted(4, 1, -4, -1), theme.accentWash, {}, 4);

    const QRect mark(rect.left() + metric::apart, rect.center().y() - 7, metric::iconSize, metric::iconSize);
    const bool isChecked = option->checkType != QStyleOptionMenuItem::NotCheckable && option->checked;
    const QColor text = isEnabled ? theme.text : theme.faint;
    if (isChecked)
        paintIcon(painter, u"check"_s, mark, theme.accent);
    else if (!option->icon.isNull())
        option->icon.paint(painter, mark, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);

    const bool hasMarks = option->menuHasCheckableItems || option->maxIconWidth > 0;
    const QRect words =
        rect.adjusted(hasMarks ? metric::apart + metric::iconSize + metric::near : metric::apart, 0,
                      -metric::apart - metric::iconSize, 0);
    const QString name = option->text.section(u'\t', 0, 0);
    const QString shortcut = option->text.section(u'\t', 1);
    QFont font = option->font;
    if (option->menuItemType == QStyleOptionMenuItem::DefaultItem)
        font.setBold(true);
    painter->setFont(font);
    painter->setPen(text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                      name);
    if (!shortcut.isEmpty()) {
        painter->setPen(isEnabled ? legible(theme.muted, isSelected ? theme.accentWash : theme.panel)
                                  : theme.faint);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shortcut);
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(rect.right() - metric::apart - 8, rect.center().y() - 5, 12, 12);
        paintIcon(painter, u"chevron-right"_s, arrow, isEnabled ? theme.muted : theme.faint);
    }
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Theme &theme = themeFor(option);
    const QRect rect = option->rect;
    if (option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange)
        roundedBox(painter, rect.adjusted(3, 4, -3, -6), {}, theme.accent, metric::radius, 1.5);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.accent);
    else if (option->state & QStyle::State_MouseOver)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.hairline);
}

void headerSection(QPainter *painter, const QStyleOptionHeader *option)
{
    const Theme &theme = themeFor(option);
    const QRect rect = option->rect;
    painter->fillRect(rect, theme.panel);
    if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled
        && option->orientation == Qt::Horizontal)
        painter->fillRect(rect, mixed(theme.hairline, theme.panel, 0.4));
    horizontalLine(painter, rect, rect.bottom(), theme.hairline);
}

void progress(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Theme &theme = themeFor(option);
    QRectF groove(option->rect.left(), option->rect.center().y() - 1.5, option->rect.width(), 4);
    roundedBox(painter, groove, theme.hairline, {}, 2);
    const int span = option->maximum - option->minimum;
    const qreal share = span > 0 ? qreal(option->progress - option->minimum) / span : 1;
    if (share <= 0)
        return;
    groove.setWidth(groove.width() * std::min(share, 1.0));
    // Without an end there is nothing to measure: the whole bar says that something is going on.
    roundedBox(painter, groove, span > 0 ? theme.accent : mixed(theme.accent, theme.panel, 0.5), {}, 2);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Theme &theme = themeFor(option);
    painter->fillRect(option->rect, option->palette.base());
    if (option->maximum <= option->minimum)
        return;
    const bool isHeld =
        option->state & QStyle::State_Sunken && option->activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool isHovered = option->state & QStyle::State_MouseOver;
    const QColor fill = mixed(theme.muted, theme.panel, isHeld ? 0.8 : isHovered ? 0.6 : 0.35);
    roundedBox(painter, QRectF(slider).adjusted(2, 2, -2, -2), fill, {}, 3);
}

}
