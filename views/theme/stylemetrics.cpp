#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QAbstractScrollArea>
#include <QTabWidget>

namespace views {

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int words = option ? option->fontMetrics.height() : 0;
    // Fonts larger than usual get the room they need.
    const int control = std::max(metric::controlHeight, words + 10);
    switch (type) {
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            result = QSize(size.width() + 2 * metric::fieldPadding, control);
        break;
    }
    case CT_ComboBox: result = QSize(size.width() + metric::fieldPadding + 30, control); break;
    case CT_SpinBox: result.setHeight(control); break;
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isBare = button && button->text.isEmpty();
        result =
            QSize(isBare ? std::max(control, size.width() + 12) : size.width() + 2 * metric::apart, control);
        break;
    }
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const bool hasWords =
                button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
            const bool hasArrow =
                button->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::Menu);
            const int width = size.width() + (hasWords ? metric::far : metric::apart) + (hasArrow ? 14 : 0);
            result = QSize(std::max(width, control), std::max(size.height(), control));
        }
        break;
    case CT_CheckBox:
    case CT_RadioButton: result.setHeight(std::max({result.height(), 22, words + 4})); break;
    case CT_ItemViewItem: result.setHeight(std::max({result.height(), metric::listRow, words + 8})); break;
    case CT_HeaderSection:
        result.setHeight(std::max({result.height(), metric::controlHeight, words + 10}));
        break;
    case CT_MenuBarItem: result = QSize(size.width() + 2 * metric::near + 4, std::max(28, words + 10)); break;
    case CT_TabBarTab: result.setHeight(std::max(metric::tabHeight, words + 18)); break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return QSize(10, 9);
            const bool hasMarks = item->menuHasCheckableItems || item->maxIconWidth > 0;
            const bool hasShortcut = item->text.contains(u'\t') || item->reservedShortcutWidth > 0;
            const int width = size.width() + 2 * metric::apart + metric::iconSize
                + (hasMarks ? metric::iconSize + metric::near : 0)
                + (hasShortcut ? item->reservedShortcutWidth + metric::far : 0);
            return QSize(width, std::max(metric::controlHeight, words + 10));
        }
        break;
    default: break;
    }
    return result;
}

int Style::pixelMetric(PixelMetric what, const QStyleOption *option, const QWidget *widget) const
{
    switch (what) {
    case PM_DefaultFrameWidth:
        return (qobject_cast<const QAbstractScrollArea *>(widget) && widget->windowType() != Qt::Popup)
                || qobject_cast<const QTabWidget *>(widget)
            ? 0
            : 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return metric::iconSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metric::near;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return metric::apart;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent: return 1;
    case PM_DockWidgetTitleMargin: return metric::tight;
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_TreeViewIndentation: return metric::far + 2;
    case PM_HeaderDefaultSectionSizeVertical: return metric::listRow;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin: return metric::tight;
    case PM_ToolBarFrameWidth: return 0;
    case PM_ToolBarItemMargin: return metric::near;
    case PM_ToolBarItemSpacing: return metric::tight;
    case PM_ToolBarSeparatorExtent: return 13;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return metric::tight;
    case PM_MenuHMargin:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap: return 0;
    case PM_TabBarTabHSpace: return 2 * 14;
    case PM_ToolTipLabelFrameWidth: return 6;
    default: return QProxyStyle::pixelMetric(what, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_Transient:
    case SH_MenuBar_AltKeyNavigation: return hint == SH_MenuBar_AltKeyNavigation ? 1 : 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Table_GridLineColor:
        return option ? int(paint::themeFor(option).hairline.rgb())
                      : QProxyStyle::styleHint(hint, option, widget, result);
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

}
