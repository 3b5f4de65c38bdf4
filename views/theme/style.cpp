#include "views/theme/style.h"

#include "views/theme/dropshadow.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/plaintip.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QStyleFactory>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace views {

namespace {

void drawArrow(QPainter *painter, const QString &name, const QStyleOption *option)
{
    const Theme &theme = paint::themeFor(option);
    const int side = std::min({option->rect.width(), option->rect.height(), 14});
    QRect square(0, 0, side, side);
    square.moveCenter(option->rect.center());
    paintIcon(painter, name, square, option->state & QStyle::State_Enabled ? theme.muted : theme.faint);
}

/// The rounded ring around what has the focus of the keyboard.
void drawFocusRing(QPainter *painter, const QStyleOption *option)
{
    paint::roundedBox(painter, option->rect, {}, paint::themeFor(option).accent, 4, 1.5);
}

void drawItemGround(QPainter *painter, const QStyleOption *option, const QStyleOptionViewItem *item)
{
    const Theme &theme = paint::themeFor(option);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, paint::rowWash(theme, option->state & QStyle::State_Active));
    else if (isEnabled && option->state & QStyle::State_MouseOver)
        painter->fillRect(option->rect, paint::mixed(theme.hairline, theme.panel, 0.35));
}

/// What lies over the panels for a moment, to choose from.
bool isPopup(const QWidget *widget)
{
    return widget && widget->windowType() == Qt::Popup && qobject_cast<const QFrame *>(widget);
}

/// A field in a cell of a list, a tree or a table, while the cell is edited.
bool isCellEditor(const QWidget *widget)
{
    if (!qobject_cast<const QLineEdit *>(widget) && !qobject_cast<const QComboBox *>(widget))
        return false;
    const QWidget *viewport = widget->parentWidget();
    const auto *view = viewport ? qobject_cast<const QAbstractItemView *>(viewport->parentWidget()) : nullptr;
    return view && view->viewport() == viewport && !qobject_cast<const QHeaderView *>(view);
}

/// A line edit is part of a combo box or a spin box, which draws the field.
bool isInsideField(const QWidget *widget)
{
    return widget && widget->parentWidget()
        && (qobject_cast<const QComboBox *>(widget->parentWidget())
            || widget->parentWidget()->inherits("QAbstractSpinBox"));
}

}

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Theme &theme = paint::themeFor(option);
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (isInsideField(widget))
            return;
        if (isCellEditor(widget)) {
            const bool isRefused = widget->property("refused").toBool();
            painter->fillRect(option->rect, theme.panel);
            paint::roundedBox(painter, option->rect, {}, isRefused ? theme.warning : theme.accent, 2, 1.5);
            return;
        }
        if (frame && frame->lineWidth > 0)
            paint::field(painter, option, widget);
        else
            painter->fillRect(option->rect, option->palette.base());
        return;
    }
    case PE_FrameLineEdit: return;
    // Between two scroll bars there is nothing but the view's own ground.
    case PE_PanelScrollAreaCorner: return painter->fillRect(option->rect, option->palette.base());
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paint::pushButton(painter, button);
        return;
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel: return paint::toolButtonPanel(painter, option);
    case PE_FrameDefaultButton: return;
    case PE_IndicatorCheckBox: return paint::checkBox(painter, option, option->rect);
    case PE_IndicatorItemViewItemCheck: return paint::checkBox(painter, option, option->rect);
    case PE_IndicatorRadioButton: return paint::radioButton(painter, option);
    case PE_IndicatorArrowDown: return drawArrow(painter, u"chevron-down"_s, option);
    case PE_IndicatorArrowUp: return drawArrow(painter, u"chevron-up"_s, option);
    case PE_IndicatorArrowLeft: return drawArrow(painter, u"chevron-left"_s, option);
    case PE_IndicatorArrowRight: return drawArrow(painter, u"chevron-right"_s, option);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            // What Qt names SortDown is the ascending order, whose arrow points up here.
            drawArrow(painter,
                      header->sortIndicator == QStyleOptionHeader::SortDown ? u"chevron-up"_s
                                                                            : u"chevron-down"_s,
                      option);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            drawArrow(painter, option->state & State_Open ? u"chevron-down"_s : u"chevron-right"_s, option);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        return drawItemGround(painter, option, qstyleoption_cast<const QStyleOptionViewItem *>(option));
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            drawFocusRing(painter, option);
        return;
    case PE_Frame:
        if (isPopup(widget)) {
            paint::roundedBox(painter, option->rect, {}, paint::mixed(theme.muted, theme.hairline, 0.35), 0);
            return;
        }
        paint::roundedBox(painter, option->rect, {}, theme.hairline, 0);
        return;
    case PE_FrameMenu:
        paint::roundedBox(painter, option->rect, {}, paint::mixed(theme.muted, theme.hairline, 0.35), 0);
        return;
    case PE_PanelMenu: painter->fillRect(option->rect, theme.panel); return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.panel);
        paint::roundedBox(painter, option->rect, {}, theme.hairline, 0);
        return;
    case PE_PanelMenuBar: painter->fillRect(option->rect, theme.panel); return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, theme.window);
        paint::horizontalLine(painter, option->rect, option->rect.top(), theme.hairline);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
    case PE_FrameWindow: return;
    case PE_FrameTabBarBase:
        paint::horizontalLine(painter, option->rect, option->rect.bottom(), theme.hairline);
        return;
    case PE_IndicatorToolBarSeparator:
        paint::verticalLine(painter, option->rect.adjusted(0, 6, 0, -6), option->rect.center().x(),
                            theme.hairline);
        return;
    case PE_IndicatorDockWidgetResizeHandle: painter->fillRect(option->rect, theme.hairline); return;
    default: return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents && !isInsideField(widget)) {
        if (isCellEditor(widget))
            return option->rect.adjusted(2, 1, -2, -1);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // The line edit itself leaves two pixels more on each side.
        return frame && frame->lineWidth > 0
            ? option->rect.adjusted(metric::fieldPadding - 2, 1, 2 - metric::fieldPadding, -1)
            : rect;
    }
    return rect;
}

QIcon Style::standardIcon(StandardPixmap what, const QStyleOption *option, const QWidget *widget) const
{
    return what == SP_TitleBarCloseButton ? icon(u"close"_s, Tone::Muted)
                                          : QProxyStyle::standardIcon(what, option, widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    // Lists that pop up have no frame of their own width before they are windows.
    if (auto *popup = qobject_cast<QFrame *>(widget); popup && isPopup(popup)) {
        popup->setFrameStyle(QFrame::StyledPanel);
        DropShadow::give(popup);
    } else if (isCellEditor(widget)) {
        DropShadow::give(widget);
    }
    PlainTip::give(widget);
    // Enter in a form is the form's: a box that is ticked leaves it alone.
    if (qobject_cast<QAbstractButton *>(widget) && !qobject_cast<QCheckBox *>(widget)
        && !qobject_cast<QRadioButton *>(widget))
        widget->installEventFilter(this);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & ~Qt::KeypadModifier)) {
            QKeyEvent space(event->type(), Qt::Key_Space, Qt::NoModifier, u" "_s, key->isAutoRepeat());
            QCoreApplication::sendEvent(watched, &space);
            return true;
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

}
