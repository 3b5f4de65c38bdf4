#include "views/preview/barparts.h"

#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace views {

QHBoxLayout *newBar(QWidget *bar)
{
    bar->setFixedHeight(metric::tabHeight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metric::apart, 0, metric::apart, 0);
    layout->setSpacing(metric::near);
    return layout;
}

ChooserButton::ChooserButton(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFont(smallFont(font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ChooserButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(metric::apart, 0);
}

QSize ChooserButton::minimumSizeHint() const
{
    return {48, QToolButton::minimumSizeHint().height()};
}

void ChooserButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int mark = 2 * metric::far;
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - mark, Qt::TextShowMnemonic);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {24, MutedLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    painter.setPen(legible(theme.muted, theme.panel));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

WordTab::WordTab(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

QFont WordTab::shownFont() const
{
    QFont strong = smallFont(font());
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QSize WordTab::sizeHint() const
{
    const QFontMetrics metrics(shownFont());
    return {metrics.horizontalAdvance(text()) + 2 * metric::near, metrics.height() + metric::near};
}

void WordTab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    QFont shown = shownFont();
    if (!isChecked())
        shown.setWeight(QFont::Normal);
    if (hasFocus())
        paint::roundedBox(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {}, theme.accent, 4);
    painter.setFont(shown);
    painter.setPen(isChecked() || underMouse() ? theme.text : legible(theme.muted, theme.panel));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

}
