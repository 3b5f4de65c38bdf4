#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int arrowRoom = 26; ///< what a combo box keeps free for its chevron

QRect arrowSquare(const QRect &room)
{
    QRect square(0, 0, 14, 14);
    square.moveCenter(room.center());
    return square;
}

bool showsMenuArrow(const QStyleOptionToolButton *button)
{
    return button->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::Menu);
}

void drawHeaderLabel(const Style &style, QPainter *painter, QStyleOptionHeader header, const QWidget *widget)
{
    const Theme &theme = paint::themeFor(&header);
    painter->save();
    QFont font = painter->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    header.fontMetrics = QFontMetrics(font);
    header.palette.setColor(QPalette::ButtonText, legible(theme.muted, theme.panel));
    header.state &= ~QStyle::State_On;
    // Numbers do not touch the words of the next column, nor do their heads.
    if (header.textAlignment & Qt::AlignRight)
        header.rect.adjust(0, 0, -metric::near, 0);
    style.QProxyStyle::drawControl(QStyle::CE_HeaderLabel, &header, painter, widget);
    painter->restore();
}

void drawComboLabel(QPainter *painter, const QStyleOptionComboBox *combo, const QRect &edit)
{
    if (combo->editable)
        return;
    const bool isEnabled = combo->state & QStyle::State_Enabled;
    QRect words = edit;
    if (!combo->currentIcon.isNull()) {
        const QRect mark(words.left(), words.center().y() - 7, metric::iconSize, metric::iconSize);
        combo->currentIcon.paint(painter, mark, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        words.setLeft(mark.right() + metric::near);
    }
    painter->setPen(combo->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, words.width()));
}

/// A search field that is a button: muted words, and its shortcut at the right.
void drawSearchHint(QPainter *painter, QStyleOptionToolButton &label, const QWidget *widget)
{
    const Theme &theme = paint::themeFor(&label);
    const QColor muted = legible(theme.muted, theme.window);
    label.palette.setColor(QPalette::ButtonText, muted);
    const auto *button = qobject_cast<const QToolButton *>(widget);
    if (!button || !button->defaultAction())
        return;
    painter->setPen(muted);
    painter->drawText(label.rect.adjusted(0, 0, -metric::apart, 0), Qt::AlignRight | Qt::AlignVCenter,
                      button->defaultAction()->shortcut().toString(QKeySequence::NativeText));
}

/// The words of a tab; a count in brackets at their end becomes a pill: "Problems (3)".
void drawTabLabel(const Style &style, QPainter *painter, QStyleOptionTab tab, const QWidget *widget)
{
    const Theme &theme = paint::themeFor(&tab);
    if (!(tab.state & QStyle::State_Selected) && tab.state & QStyle::State_Enabled)
        tab.palette.setColor(QPalette::WindowText, legible(theme.muted, theme.panel));
    tab.state &= ~QStyle::State_HasFocus;
    static const QRegularExpression counted(u"^(.*) \\((\\d+)\\)$"_s);
    const QRegularExpressionMatch match = counted.match(tab.text);
    if (!match.hasMatch())
        return style.QProxyStyle::drawControl(QStyle::CE_TabBarTabLabel, &tab, painter, widget);
    const QString count = match.captured(2);
    const QFont small = [&] {
        QFont font = smallFont(painter->font());
        font.setWeight(QFont::DemiBold);
        return font;
    }();
    const QFontMetrics metrics(small);
    const int height = metrics.height() + 2;
    const int width = std::max(height, metrics.horizontalAdvance(count) + 10);
    const int words = tab.fontMetrics.horizontalAdvance(match.captured(1));
    const QRect rect = tab.rect;
    const int left = rect.center().x() - (words + metric::near - 2 + width) / 2;
    const QRect pill(left + words + metric::near - 2, rect.center().y() - height / 2 + 1, width, height);
    style.drawItemText(painter, QRect(left, rect.top(), words + 2, rect.height()),
                       Qt::AlignLeft | Qt::AlignVCenter, tab.palette, tab.state & QStyle::State_Enabled,
                       match.captured(1), QPalette::WindowText);
    painter->save();
    paint::roundedBox(painter, pill, theme.warning, {}, height / 2.0);
    painter->setFont(small);
    painter->setPen(paint::onAccent(theme));
    painter->drawText(pill, Qt::AlignCenter, count);
    painter->restore();
}

void drawToolButton(const Style &style, QPainter *painter, const QStyleOptionToolButton *option,
                    const QWidget *widget)
{
    QStyleOptionToolButton button = *option;
    // Only what is pointed at or pressed has a ground.
    if (button.state & QStyle::State_AutoRaise && !(button.state & QStyle::State_Enabled))
        button.state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken);
    const bool isField = widget && widget->property("field").toBool();
    if (isField)
        paint::field(painter, &button, widget);
    else
        style.drawPrimitive(QStyle::PE_PanelButtonTool, &button, painter, widget);
    QStyleOptionToolButton label = button;
    const bool hasWords = button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
    label.rect = button.rect.adjusted(hasWords ? metric::near : 0, 0, showsMenuArrow(&button) ? -16 : 0, 0);
    if (isField && !showsMenuArrow(&button))
        drawSearchHint(painter, label, widget);
    label.features &= ~QStyleOptionToolButton::HasMenu;
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
    if (showsMenuArrow(&button)) {
        QStyleOption arrow = button;
        arrow.rect = QRect(button.rect.right() - 18, button.rect.top(), 14, button.rect.height());
        style.drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, painter, widget);
    }
}

}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Theme &theme = paint::themeFor(option);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            if (label.features & QStyleOptionButton::DefaultButton && label.state & State_Enabled)
                label.palette.setColor(QPalette::ButtonText, paint::onAccent(theme));
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton label = *button;
            if (label.state & State_On)
                label.palette.setColor(QPalette::ButtonText, legible(theme.accent, theme.accentWash));
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            drawComboLabel(painter, combo, subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget));
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->save();
            paint::menuItem(painter, item);
            painter->restore();
        }
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            painter->save();
            painter->fillRect(dock->rect, theme.window);
            paint::horizontalLine(painter, dock->rect, dock->rect.bottom(), theme.hairline);
            QFont font = smallFont(painter->font());
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(legible(theme.muted, theme.window));
            painter->drawText(dock->rect.adjusted(metric::apart, 0, -metric::controlHeight, 0),
                              Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, dock->title);
            painter->restore();
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, theme.panel);
            paint::horizontalLine(painter, item->rect, widget ? widget->height() - 1 : item->rect.bottom(),
                                  theme.hairline);
            if (item->state & (State_Selected | State_Sunken) && item->state & State_Enabled)
                paint::roundedBox(painter, item->rect.adjusted(1, 2, -1, -2), theme.accentWash, {}, 4);
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, item->state & State_Enabled, item->text, QPalette::WindowText);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme.panel);
        paint::horizontalLine(painter, option->rect, option->rect.bottom(), theme.hairline);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.panel);
        paint::horizontalLine(painter, option->rect, option->rect.bottom(), theme.hairline);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paint::tab(painter, tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(*this, painter, *tab, widget);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerSection(painter, header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.panel);
        if (option->state & State_Horizontal)
            paint::horizontalLine(painter, option->rect, option->rect.bottom(), theme.hairline);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(*this, painter, *header, widget);
        return;
    case CE_Splitter: painter->fillRect(option->rect, theme.hairline); return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            paint::progress(painter, bar);
        return;
    case CE_SizeGrip:
    case CE_ProgressBarGroove: return;
    default: return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->frame)
                paint::field(painter, option, widget);
            else
                painter->fillRect(option->rect, option->palette.base());
            QStyleOption arrow = *option;
            arrow.rect = arrowSquare(subControlRect(control, option, SC_ComboBoxArrow, widget));
            drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        }
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                paint::field(painter, option, widget);
            if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
                return;
            QStyleOption arrow = *option;
            for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
                arrow.rect = subControlRect(control, option, part, widget).adjusted(4, 0, -4, 0);
                const bool isUp = part == SC_SpinBoxUp;
                drawPrimitive(isUp ? PE_IndicatorArrowUp : PE_IndicatorArrowDown, &arrow, painter, widget);
            }
        }
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            drawToolButton(*this, painter, button, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::scrollBar(painter, bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    default: return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        const QRect arrow(rect.right() - arrowRoom + 1, rect.top(), arrowRoom, rect.height());
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const int left = combo && combo->editable ? metric::fieldPadding - 4 : metric::fieldPadding;
        switch (part) {
        case SC_ComboBoxArrow: return visualRect(option->direction, rect, arrow);
        case SC_ComboBoxEditField:
            return visualRect(option->direction, rect, rect.adjusted(left, 1, -arrowRoom, -1));
        case SC_ComboBoxFrame:
        case SC_ComboBoxListBoxPopup: return rect;
        default: break;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return rect;
        const bool isHorizontal = bar->orientation == Qt::Horizontal;
        const int room = isHorizontal ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int length = range <= 0
            ? room
            : std::clamp(int(room * qint64(bar->pageStep) / (range + bar->pageStep)), std::min(32, room),
                         room);
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length,
                                               bar->upsideDown);
        const auto along = [&](int from, int size) {
            return isHorizontal ? QRect(rect.left() + from, rect.top(), size, rect.height())
                                : QRect(rect.left(), rect.top() + from, rect.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider: return along(at, length);
        case SC_ScrollBarSubPage: return along(0, at);
        case SC_ScrollBarAddPage: return along(at + length, room - at - length);
        case SC_ScrollBarGroove: return rect;
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

}
